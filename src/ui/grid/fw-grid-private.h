#pragma once

#include "ui/grid/fw-grid.h"

G_BEGIN_DECLS

/* Of the check box before all columns, px at text scale 1. */
#define FW_GRID_CHECK_WIDTH 44
#define FW_GRID_LEAST_WIDTH 48
#define FW_GRID_ROW_HEIGHT 42
#define FW_GRID_NOWHERE G_MAXUINT

/* One column as it stands in the window. */
typedef struct
{
  const FwGridColumn *column;
  gboolean shown;
  int chosen_width;   /* px at text scale 1; 0: its own */
  int x;              /* as laid out, px */
  int width;
} FwGridPlace;

/* Header and rows share it: where each column lies, and what fills its cells. */
typedef struct
{
  FwGridPlace *places;
  guint n_places;
  double scale;
  int width;          /* of all that is shown */
  FwGridDescribe describe;
  gpointer user_data;
} FwGridLayout;

void _fw_grid_layout_columns (FwGridLayout *layout,
                              int           available);

#define FW_TYPE_GRID_ROW (_fw_grid_row_get_type ())
GType      _fw_grid_row_get_type     (void);
GtkWidget *_fw_grid_row_new          (FwGridLayout *layout);
void       _fw_grid_row_show         (GtkWidget    *row,
                                      gpointer      item,
                                      guint         position,
                                      guint         n_rows);
void       _fw_grid_row_set_selected (GtkWidget    *row,
                                      gboolean      selected);
guint      _fw_grid_row_get_position (GtkWidget    *row);
gboolean   _fw_grid_row_is_check     (GtkWidget    *row,
                                      double        x);
void       _fw_grid_row_rebuild      (GtkWidget    *row);

#define FW_TYPE_GRID_HEADER (_fw_grid_header_get_type ())
GType      _fw_grid_header_get_type  (void);
GtkWidget *_fw_grid_header_new       (FwGridLayout *layout);
void       _fw_grid_header_rebuild   (GtkWidget    *header);
void       _fw_grid_header_set_sort  (GtkWidget    *header,
                                      const char   *id,
                                      gboolean      descending);
void       _fw_grid_header_set_check (GtkWidget    *header,
                                      gboolean      all,
                                      gboolean      some);
void       _fw_grid_header_set_shift (GtkWidget    *header,
                                      int           shift);

#define FW_TYPE_GRID_BODY (_fw_grid_body_get_type ())
GType      _fw_grid_body_get_type    (void);
GtkWidget *_fw_grid_body_new         (FwGridLayout *layout);
void       _fw_grid_body_set_model   (GtkWidget    *body,
                                      GtkSelectionModel *model);
void       _fw_grid_body_rebuild     (GtkWidget    *body);
void       _fw_grid_body_scroll_to   (GtkWidget    *body,
                                      guint         position);
void       _fw_grid_body_set_cursor  (GtkWidget    *body,
                                      guint         position,
                                      gboolean      focus);
void       _fw_grid_body_go_to_top   (GtkWidget    *body);
guint      _fw_grid_body_get_cursor  (GtkWidget    *body);
guint      _fw_grid_body_get_page    (GtkWidget    *body);
void       _fw_grid_body_get_visible (GtkWidget    *body,
                                      guint        *first,
                                      guint        *last);
GtkWidget *_fw_grid_body_find_row    (GtkWidget    *body,
                                      guint         position);
GtkWidget *_fw_grid_body_pick_row    (GtkWidget    *body,
                                      double        x,
                                      double        y);

G_END_DECLS
