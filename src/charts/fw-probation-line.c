#include "charts/fw-probation-line.h"

#define BESIDE 5.0

static gboolean
is_shown (const FwProbationLine *self)
{
  FwDate after = fw_date_add_months (self->first_month, (int) self->n_months);

  return fw_date_is_known (self->end) && fw_date_compare (self->end, self->first_month) >= 0 &&
         fw_date_compare (self->end, after) < 0;
}

/* In months from the left edge; the last day belongs to the probation. */
static double
months_until (const FwProbationLine *self)
{
  FwDate month = fw_date_new (self->end.year, self->end.month, 1);
  int whole = (self->end.year - self->first_month.year) * 12 + self->end.month - self->first_month.month;

  return whole + (double) self->end.day / fw_date_month_end (month).day;
}

/**
 * fw_probation_line_add:
 * @plot: where the months are drawn, from edge to edge
 *
 * Draws where the probation ends, with a word beside it, where that is among the months.
 */
void
fw_probation_line_add (const FwProbationLine *self,
                       FwChart *chart,
                       FwChartBox plot,
                       FwChartLanguage language)
{
  const char *text = fw_chart_say (language, "试用期满", "end of probation");
  double x = is_shown (self) ? plot.x + plot.width * months_until (self) / self->n_months : 0;
  const FwChartPoint ends[] = { { x, plot.y }, { x, plot.y + plot.height } };
  gboolean fits;

  if (!is_shown (self))
    return;
  fits = x + BESIDE + fw_chart_measure (chart, text, FW_CHART_TEXT_AXIS).width <= plot.x + plot.width;
  fw_chart_add_path (chart, ends, G_N_ELEMENTS (ends), 1.2, FW_CHART_ROLE_SECOND_INK, FW_CHART_DASH_SHORT);
  fw_chart_add_text (chart, text, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, fits ? x + BESIDE : x - BESIDE, plot.y + 2,
                     fits ? 0 : 1);
}

/**
 * fw_probation_line_say:
 *
 * Returns: (transfer full): the line in words, with a blank before it in English; empty where there is none
 */
char *
fw_probation_line_say (const FwProbationLine *self,
                       FwChartLanguage language)
{
  g_autofree char *day = fw_date_is_known (self->end) ? fw_date_to_string (self->end) : NULL;

  if (!is_shown (self))
    return g_strdup ("");
  return g_strdup_printf (fw_chart_say (language, "试用期到 %s。", " The probation ended on %s."), day);
}
