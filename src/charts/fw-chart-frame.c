#include "charts/fw-chart-frame.h"

/* Returns: (transfer full): an empty chart that finds its own height */
FwChart *
fw_chart_new_in_language (double width,
                          double text_scale,
                          PangoContext *context,
                          FwChartLanguage language)
{
  FwChart *chart = fw_chart_new (width, 0, text_scale, context);

  fw_chart_set_language (chart, fw_chart_say (language, "zh-cn", "en"));
  return chart;
}

void
fw_chart_texts_clear (FwChartTexts *texts)
{
  g_clear_pointer (&texts->title, g_free);
  g_clear_pointer (&texts->subtitle, g_free);
  g_clear_pointer (&texts->caption, g_free);
}

/**
 * fw_chart_begin_frame:
 *
 * Writes title and subtitle.
 *
 * Returns: where the plot may begin
 */
double
fw_chart_begin_frame (FwChart *chart,
                      const FwChartTexts *texts)
{
  double width = fw_chart_get_width (chart) - 2 * FW_CHART_PADDING, y;

  y = fw_chart_add_paragraph (chart, texts->title, FW_CHART_TEXT_TITLE, FW_CHART_ROLE_INK, FW_CHART_PADDING,
                              FW_CHART_PADDING, width);
  y = fw_chart_add_paragraph (chart, texts->subtitle, FW_CHART_TEXT_SUBTITLE, FW_CHART_ROLE_SECOND_INK, FW_CHART_PADDING,
                              y + 2, width);
  return y + 8;
}

/**
 * fw_chart_end_frame:
 * @y: where the plot and what belongs to it end
 *
 * Writes the caption, and with it the chart knows its height.
 */
void
fw_chart_end_frame (FwChart *chart,
                    const FwChartTexts *texts,
                    double y)
{
  double width = fw_chart_get_width (chart) - 2 * FW_CHART_PADDING;

  y = fw_chart_add_paragraph (chart, texts->caption, FW_CHART_TEXT_CAPTION, FW_CHART_ROLE_SECOND_INK, FW_CHART_PADDING,
                              y + 8, width);
  fw_chart_set_height (chart, y + 12);
}

/* Writes lines in the middle of a plot that has nothing else to show; the first is what matters. */
void
fw_chart_add_sentence (FwChart *chart,
                       FwChartBox box,
                       const char *const *lines)
{
  double line = fw_chart_measure (chart, "人M", FW_CHART_TEXT_NAME).height + 3;
  double y = box.y + (box.height - line * g_strv_length ((char **) lines)) / 2;

  for (guint i = 0; lines[i] != NULL; i++)
    fw_chart_add_text (chart, lines[i], i == 0 ? FW_CHART_TEXT_NAME : FW_CHART_TEXT_AXIS,
                       i == 0 ? FW_CHART_ROLE_INK : FW_CHART_ROLE_SECOND_INK, box.x + box.width / 2, y + i * line, 0.5);
}
