#pragma once

#include "charts/fw-chart.h"

G_BEGIN_DECLS

/**
 * Fw@Name@Figures:
 * @title: what the chart answers, in the reader's language
 *
 * The figures of the chart, borrowed.
 */
typedef struct
{
  const char *title;
} Fw@Name@Figures;

FwChart *fw_@name_@_chart_layout   (const Fw@Name@Figures *figures,
                                    double                 width,
                                    double                 height,
                                    double                 text_scale,
                                    PangoContext          *context);
char    *fw_@name_@_chart_describe (const Fw@Name@Figures *figures);

G_END_DECLS
