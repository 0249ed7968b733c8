#pragma once

#include "charts/fw-chart-frame.h"
#include "charts/fw-turnover-chart.h"

G_BEGIN_DECLS

guint    _fw_turnover_count_series   (const FwTurnoverMonth   *month,
                                      int                      series);
guint    _fw_turnover_sum_series     (const FwTurnover        *turnover,
                                      guint                    first,
                                      int                      series);
gboolean _fw_turnover_rolling_series (const FwTurnover        *turnover,
                                      guint                    index,
                                      int                      series,
                                      FwRate                  *rate);
char    *_fw_turnover_name_series    (const FwTurnover        *turnover,
                                      guint                    first,
                                      int                      series,
                                      FwChartLanguage          language);
void     _fw_turnover_write          (const FwTurnoverFigures *figures,
                                      guint                    first,
                                      gboolean                 has_cut_bars,
                                      FwChartLanguage          language,
                                      FwChartTexts            *texts);

G_END_DECLS
