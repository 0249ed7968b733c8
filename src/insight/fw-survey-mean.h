#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FW_SURVEY_MOST_SCORE 5
#define FW_SURVEY_LEAST_ANSWERS 5 /* fewer: no figure is told, not even how many there are */
#define FW_SURVEY_FEW_ANSWERS 20  /* fewer: they are said to be few */

/**
 * FwSurveyMean:
 * @n: how many answered; 0 where it is hidden
 * @hidden: fewer than %FW_SURVEY_LEAST_ANSWERS answered, but somebody did
 * @few: fewer than %FW_SURVEY_FEW_ANSWERS
 * @mean: of the scores from 1 to %FW_SURVEY_MOST_SCORE; 0 where nobody answered or it is hidden
 *
 * What one question of a survey says.
 */
typedef struct
{
  guint n;
  gboolean hidden;
  gboolean few;
  double mean;
} FwSurveyMean;

FwSurveyMean fw_survey_mean_reckon (const guint *counts);

G_END_DECLS
