#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FW_SURVEY_MOST_SCORE 5
#define FW_SURVEY_LEAST_ANSWERS 5 /* fewer: no figure is told, not even how many there are */
#define FW_SURVEY_FEW_ANSWERS 20  /* fewer: they are said to be few */

/* A mean that lies further out is told as this, since 1.0 or 5.0 says what everybody answered, and near them what most did. */
#define FW_SURVEY_LOWEST_TOLD 1.5
#define FW_SURVEY_HIGHEST_TOLD 4.5

typedef enum
{
  FW_SURVEY_MEAN_IS,
  FW_SURVEY_MEAN_AT_MOST,
  FW_SURVEY_MEAN_AT_LEAST,
} FwSurveyMeanBound;

/**
 * FwSurveyMean:
 * @n: how many answered; 0 where it is hidden
 * @hidden: fewer than %FW_SURVEY_LEAST_ANSWERS answered, but somebody did
 * @few: fewer than %FW_SURVEY_FEW_ANSWERS
 * @mean: of the scores, from %FW_SURVEY_LOWEST_TOLD to %FW_SURVEY_HIGHEST_TOLD; 0 where nobody answered or it is hidden
 * @bound: whether the mean is @mean, or lies beyond it
 *
 * What one question of a survey says.
 */
typedef struct
{
  guint n;
  gboolean hidden;
  gboolean few;
  double mean;
  FwSurveyMeanBound bound;
} FwSurveyMean;

FwSurveyMean fw_survey_mean_reckon (const guint *counts);

G_END_DECLS
