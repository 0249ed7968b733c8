#include "insight/fw-survey-mean.h"

/* The means at either end are told as one: no figure and no order tells them apart. */
static void
tell (FwSurveyMean *self,
      double mean)
{
  self->mean = CLAMP (mean, FW_SURVEY_LOWEST_TOLD, FW_SURVEY_HIGHEST_TOLD);
  self->bound = mean <= FW_SURVEY_LOWEST_TOLD    ? FW_SURVEY_MEAN_AT_MOST
                : mean >= FW_SURVEY_HIGHEST_TOLD ? FW_SURVEY_MEAN_AT_LEAST
                                                 : FW_SURVEY_MEAN_IS;
}

/**
 * fw_survey_mean_reckon:
 * @counts: (array fixed-size=5): how many answered 1, 2, … %FW_SURVEY_MOST_SCORE
 */
FwSurveyMean
fw_survey_mean_reckon (const guint *counts)
{
  FwSurveyMean self = { 0 };
  double sum = 0;

  for (guint i = 0; i < FW_SURVEY_MOST_SCORE; i++)
    {
      self.n += counts[i];
      sum += (double) counts[i] * (i + 1);
    }
  self.few = self.n < FW_SURVEY_FEW_ANSWERS;
  self.hidden = self.n > 0 && self.n < FW_SURVEY_LEAST_ANSWERS;
  if (self.hidden)
    self.n = 0;
  else if (self.n > 0)
    tell (&self, sum / self.n);
  return self;
}
