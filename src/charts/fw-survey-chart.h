#pragma once

#include "charts/fw-chart-table.h"
#include "charts/fw-chart-words.h"
#include "insight/fw-survey-mean.h"

G_BEGIN_DECLS

/* One question. Borrowed. */
typedef struct
{
  const char *question; /* in the reader's language */
  FwSurveyMean mean;
} FwSurveyRow;

/**
 * FwSurveyFigures:
 * @made: the day it is made, said on paper and in files; unknown on the screen
 *
 * What a chart of the survey after leaving is drawn from. It is of all answers there are: the finer they were parted, the more would be told of one.
 */
typedef struct
{
  const FwSurveyRow *rows;
  guint n_rows;
  FwDate made;
} FwSurveyFigures;

FwChart      *fw_survey_chart_layout        (const FwSurveyFigures *figures,
                                             double                 width,
                                             double                 text_scale,
                                             PangoContext          *context,
                                             FwChartLanguage        language);
char         *fw_survey_chart_describe      (const FwSurveyFigures *figures,
                                             FwChartLanguage        language);
char         *fw_survey_chart_describe_mark (const FwSurveyFigures *figures,
                                             FwChartMark            mark,
                                             FwChartLanguage        language);
FwChartTable *fw_survey_chart_tabulate      (const FwSurveyFigures *figures,
                                             FwChartLanguage        language);

G_END_DECLS
