#pragma once

#include "charts/fw-chart-words.h"
#include "charts/fw-chart.h"

G_BEGIN_DECLS

#define FW_CHART_PADDING 16.0
#define FW_CHART_NARROW 400.0
#define FW_CHART_WIDE 900.0

/**
 * FwChartTexts:
 * @title: the finding, or the question where there is none
 * @subtitle: what is drawn, of whom, from when to when
 * @caption: the definition, the denominator and its size, what was left out
 *
 * What stands around a plot. Owned.
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *caption;
} FwChartTexts;

FwChart *fw_chart_new_in_language (double            width,
                                   double            text_scale,
                                   PangoContext     *context,
                                   FwChartLanguage   language);
void   fw_chart_texts_clear  (FwChartTexts       *texts);
double fw_chart_begin_frame  (FwChart            *chart,
                              const FwChartTexts *texts);
void   fw_chart_end_frame    (FwChart            *chart,
                              const FwChartTexts *texts,
                              double              y);
void   fw_chart_add_sentence (FwChart            *chart,
                              FwChartBox          box,
                              const char *const  *lines);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FwChartTexts, fw_chart_texts_clear)

G_END_DECLS
