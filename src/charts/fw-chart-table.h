#pragma once

#include "charts/fw-chart.h"

G_BEGIN_DECLS

/**
 * FwChartTable:
 *
 * The figures of a chart as rows of text: what the reader of a screen reader, of a spreadsheet and of the table beside the
 * chart gets. It is made from the figures, as the spoken text is, not from the shapes.
 */
typedef struct _FwChartTable FwChartTable;

FwChartTable      *fw_chart_table_new           (const char *const  *headings);
void               fw_chart_table_free          (FwChartTable       *self);
void               fw_chart_table_add_row       (FwChartTable       *self,
                                                 FwChartMark         mark,
                                                 char              **cells);
guint              fw_chart_table_get_n_columns (const FwChartTable *self);
guint              fw_chart_table_get_n_rows    (const FwChartTable *self);
const char        *fw_chart_table_get_heading   (const FwChartTable *self,
                                                 guint               column);
const char *const *fw_chart_table_get_row       (const FwChartTable *self,
                                                 guint               row);
FwChartMark        fw_chart_table_get_mark      (const FwChartTable *self,
                                                 guint               row);
char              *fw_chart_table_to_csv        (const FwChartTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwChartTable, fw_chart_table_free)

G_END_DECLS
