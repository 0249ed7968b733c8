#include "charts/fw-@name@-chart.h"

/**
 * fw_@name_@_chart_layout:
 * @figures: (nullable): nothing to show gives an empty chart
 *
 * Returns: (transfer full): the chart
 */
FwChart *
fw_@name_@_chart_layout (const Fw@Name@Figures *figures,
                         double width,
                         double height,
                         double text_scale,
                         PangoContext *context)
{
  FwChart *chart = fw_chart_new (width, height, text_scale, context);

  if (figures == NULL)
    return chart;
  return chart;
}

/**
 * fw_@name_@_chart_describe:
 *
 * Returns: (transfer full): the chart in words for a screen reader
 */
char *
fw_@name_@_chart_describe (const Fw@Name@Figures *figures)
{
  return g_strdup (figures->title);
}
