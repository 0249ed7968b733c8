#pragma once

#include "charts/fw-chart-table.h"
#include "charts/fw-chart-words.h"
#include "insight/fw-turnover.h"

G_BEGIN_DECLS

/**
 * FwTurnoverFigures:
 * @scope: (nullable): of whom, where it is not the whole company
 * @n_one_day: how many one decision of the employer concerned; 0 where none stands out
 * @one_day: the day on which they left
 * @n_undated: people who are in no figure, as when they came or left is not on record
 * @made: the day it is made, said on paper and in files; unknown on the screen
 *
 * What the chart of turnover over time is drawn from. Borrowed.
 */
typedef struct
{
  const FwTurnover *turnover;
  const char *scope;
  guint n_one_day;
  FwDate one_day;
  guint n_undated;
  FwDate made;
} FwTurnoverFigures;

/* Series of its marks: all, then as they are stacked. Those of whom the kind is not on record count with the others. */
enum
{
  FW_TURNOVER_SERIES_ALL,
  FW_TURNOVER_SERIES_VOLUNTARY,
  FW_TURNOVER_SERIES_OTHER,
  FW_TURNOVER_SERIES_INVOLUNTARY,
  FW_TURNOVER_N_SERIES
};

FwChart      *fw_turnover_chart_layout        (const FwTurnoverFigures *figures,
                                               double                   width,
                                               double                   text_scale,
                                               PangoContext            *context,
                                               FwChartLanguage          language);
char         *fw_turnover_chart_describe      (const FwTurnoverFigures *figures,
                                               FwChartLanguage          language);
char         *fw_turnover_chart_describe_mark (const FwTurnoverFigures *figures,
                                               FwChartMark              mark,
                                               FwChartLanguage          language);
FwChartTable *fw_turnover_chart_tabulate      (const FwTurnoverFigures *figures,
                                               FwChartLanguage          language);

G_END_DECLS
