#pragma once

#include "charts/fw-chart-table.h"
#include "charts/fw-chart-words.h"
#include "insight/fw-tenure.h"

G_BEGIN_DECLS

/**
 * FwTenureFigures:
 * @scope: (nullable): of whom, where it is not the whole company
 * @probation_months: the longest probation the law allows, drawn as a line; 0 where it is not known
 * @made: the day it is made, said on paper and in files; unknown on the screen
 *
 * What the chart of tenure at leaving is drawn from. Borrowed.
 */
typedef struct
{
  const FwTenure *tenure;
  const char *scope;
  FwDate from;
  FwDate until;
  guint probation_months;
  FwDate made;
} FwTenureFigures;

/* Marks: a place for each month; behind them those who stayed longer. The months that stand out are a series of their own. */
#define FW_TENURE_PLACE_LONGER FW_TENURE_MONTHS
#define FW_TENURE_SERIES_MONTH 0
#define FW_TENURE_SERIES_HUMP 1

FwChart      *fw_tenure_chart_layout        (const FwTenureFigures *figures,
                                             double                 width,
                                             double                 text_scale,
                                             PangoContext          *context,
                                             FwChartLanguage        language);
char         *fw_tenure_chart_describe      (const FwTenureFigures *figures,
                                             FwChartLanguage        language);
char         *fw_tenure_chart_describe_mark (const FwTenureFigures *figures,
                                             FwChartMark            mark,
                                             FwChartLanguage        language);
FwChartTable *fw_tenure_chart_tabulate      (const FwTenureFigures *figures,
                                             FwChartLanguage        language);

G_END_DECLS
