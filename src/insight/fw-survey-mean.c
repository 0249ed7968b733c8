#include "insight/fw-survey-mean.h"

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
    self.mean = sum / self.n;
  return self;
}
