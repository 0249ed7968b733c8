#pragma once

#include "charts/fw-chart-table.h"
#include "charts/fw-chart-words.h"
#include "insight/fw-targets.h"

G_BEGIN_DECLS

/**
 * FwTargetsFigures:
 * @months: (array length=n_months): in order of time, at least one
 * @measure: (nullable): what is measured
 * @probation_end: the last day of the probation, drawn as a line where it is among the months; unknown: none
 *
 * What the chart of one person's targets and results is drawn from. Borrowed.
 */
typedef struct
{
  const FwTargetMonth *months;
  guint n_months;
  const char *measure;
  FwDate probation_end;
} FwTargetsFigures;

FwChart      *fw_targets_chart_layout        (const FwTargetsFigures *figures,
                                              double                  width,
                                              double                  text_scale,
                                              PangoContext           *context,
                                              FwChartLanguage         language);
char         *fw_targets_chart_describe      (const FwTargetsFigures *figures,
                                              FwChartLanguage         language);
char         *fw_targets_chart_describe_mark (const FwTargetsFigures *figures,
                                              FwChartMark             mark,
                                              FwChartLanguage         language);
FwChartTable *fw_targets_chart_tabulate      (const FwTargetsFigures *figures,
                                              FwChartLanguage         language);

G_END_DECLS
