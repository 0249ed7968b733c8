#pragma once

#include "charts/fw-chart-file.h"
#include "charts/fw-chart-table.h"
#include "charts/fw-chart-words.h"
#include "departure/fw-insight.h"

G_BEGIN_DECLS

/* The questions that have a chart. */
typedef enum
{
  FW_INSIGHT_TURNOVER,
  FW_INSIGHT_REASONS,
  FW_INSIGHT_TENURE,
  FW_INSIGHT_TALK_SCENES,
  FW_INSIGHT_TALK_ALERTS,
  FW_INSIGHT_TALK_LENGTHS,
  FW_INSIGHT_SURVEY,
  FW_N_INSIGHT_CHARTS
} FwInsightQuestion;

/**
 * FwInsightChart:
 *
 * One question asked of the figures, in one language: its chart at any width, its words, its table, and the people behind
 * each mark. The window, the files and the paper are made from the same one.
 */
#define FW_TYPE_INSIGHT_CHART (fw_insight_chart_get_type ())
G_DECLARE_FINAL_TYPE (FwInsightChart, fw_insight_chart, FW, INSIGHT_CHART, GObject)

FwInsightChart    *fw_insight_chart_new           (FwInsight          *insight,
                                                   FwInsightQuestion   question,
                                                   FwChartLanguage     language);
FwInsightChart    *fw_insight_chart_new_made      (FwInsightChart     *self,
                                                   FwDate              made);
FwInsightQuestion  fw_insight_chart_get_question  (FwInsightChart     *self);
FwChart           *fw_insight_chart_layout        (FwInsightChart     *self,
                                                   double              width,
                                                   double              text_scale,
                                                   PangoContext       *context);
FwChart           *fw_insight_chart_layout_for_file (FwInsightChart   *self,
                                                   double              width);
char              *fw_insight_chart_describe      (FwInsightChart     *self);
char              *fw_insight_chart_describe_mark (FwInsightChart     *self,
                                                   FwChartMark         mark);
char              *fw_insight_chart_define        (FwInsightChart     *self);
FwChartTable      *fw_insight_chart_tabulate      (FwInsightChart     *self);
gboolean           fw_insight_question_is_of_talks (FwInsightQuestion  question);
gboolean           fw_insight_chart_is_empty     (FwInsightChart     *self);
GArray            *fw_insight_chart_list_talks    (FwInsightChart     *self,
                                                   FwChartMark         mark);
GArray            *fw_insight_chart_list_people   (FwInsightChart     *self,
                                                   FwChartMark         mark);
gboolean           fw_insight_chart_note_copy     (FwInsightChart     *self,
                                                   FwStore            *store,
                                                   const char         *who,
                                                   const char         *how,
                                                   GError            **error);
gboolean           fw_insight_chart_save          (FwInsightChart     *self,
                                                   FwStore            *store,
                                                   const char         *who,
                                                   GFile              *file,
                                                   FwChartPalette      palette,
                                                   double              width,
                                                   GError            **error);
void               fw_insight_chart_save_async    (FwInsightChart     *self,
                                                   FwStore            *store,
                                                   const char         *who,
                                                   GFile              *file,
                                                   FwChartPalette      palette,
                                                   GAsyncReadyCallback callback,
                                                   gpointer            user_data);
gboolean           fw_insight_chart_save_finish   (GAsyncResult       *result,
                                                   GError            **error);
gboolean           fw_insight_question_from_name  (const char         *name,
                                                   FwInsightQuestion  *question);
const char        *fw_insight_question_get_name   (FwInsightQuestion   question);

G_END_DECLS
