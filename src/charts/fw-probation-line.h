#pragma once

#include "charts/fw-chart-words.h"
#include "charts/fw-chart.h"

G_BEGIN_DECLS

/**
 * FwProbationLine:
 * @end: the last day of the probation; unknown: there is no line
 * @first_month: the first day of the chart's first month
 * @n_months: how many months there are, one after the other
 *
 * Where a probation ends among the months of a person's chart.
 */
typedef struct
{
  FwDate end;
  FwDate first_month;
  guint n_months;
} FwProbationLine;

void  fw_probation_line_add (const FwProbationLine *self,
                             FwChart               *chart,
                             FwChartBox             plot,
                             FwChartLanguage        language);
char *fw_probation_line_say (const FwProbationLine *self,
                             FwChartLanguage        language);

G_END_DECLS
