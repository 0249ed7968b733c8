#pragma once

#include "charts/fw-chart-table.h"
#include "charts/fw-chart-words.h"

G_BEGIN_DECLS

/**
 * FwPayMonth:
 * @month: its first day
 * @gross: in the currency unit; negative where it is not on record: a gap, not a zero
 * @unusual: a sick or idle month, which says nothing of the usual pay
 */
typedef struct
{
  FwDate month;
  double gross;
  gboolean unusual;
} FwPayMonth;

/**
 * FwPayFigures:
 * @months: (array length=n_months): each calendar month, in order of time, at least one
 * @currency: (nullable): the sign before amounts, "¥"
 * @probation_end: the last day of the probation, drawn as a line where it is among the months; unknown: none
 *
 * What one person's pay curve is drawn from: a picture, so that amounts to the unit are enough. Borrowed.
 */
typedef struct
{
  const FwPayMonth *months;
  guint n_months;
  const char *currency;
  FwDate probation_end;
} FwPayFigures;

FwChart      *fw_pay_chart_layout        (const FwPayFigures *figures,
                                          double              width,
                                          double              text_scale,
                                          PangoContext       *context,
                                          FwChartLanguage     language);
char         *fw_pay_chart_describe      (const FwPayFigures *figures,
                                          FwChartLanguage     language);
char         *fw_pay_chart_describe_mark (const FwPayFigures *figures,
                                          FwChartMark         mark,
                                          FwChartLanguage     language);
FwChartTable *fw_pay_chart_tabulate      (const FwPayFigures *figures,
                                          FwChartLanguage     language);

G_END_DECLS
