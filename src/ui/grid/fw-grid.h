#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FwGridLook:
 *
 * How a cell is drawn: plain, the name that tells rows apart (bold, behind its first character), figures of one width,
 * the same without weight, a word in the accent colour, or a tag with an icon.
 */
typedef enum
{
  FW_GRID_LOOK_PLAIN,
  FW_GRID_LOOK_NAME,
  FW_GRID_LOOK_FIGURES,
  FW_GRID_LOOK_DIM,
  FW_GRID_LOOK_TAG,
} FwGridLook;

/**
 * FwGridColumn:
 * @id: what it is called in settings and signals
 * @title: (not translated yet): its heading
 * @look: how its cells are drawn
 * @width: px at text scale 1, until somebody drags its edge
 * @weight: its share of what is left over; 0 keeps its width
 * @sortable: whether its heading sorts
 */
typedef struct
{
  const char *id;
  const char *title;
  FwGridLook look;
  int width;
  int weight;
  gboolean sortable;
} FwGridColumn;

/**
 * FwGridDescribe:
 * @item: (transfer none): an item of the model
 * @accent: (out): set to show a plain cell in the accent colour, or to the style of a tag (an FwTagStyle)
 *
 * Returns: (transfer full) (nullable): what stands in the cell; %NULL or "" is an empty one
 */
typedef char *(*FwGridDescribe) (gpointer            item,
                                 const FwGridColumn *column,
                                 int                *accent,
                                 gpointer            user_data);

#define FW_TYPE_GRID (fw_grid_get_type ())
G_DECLARE_FINAL_TYPE (FwGrid, fw_grid, FW, GRID, GtkWidget)

void               fw_grid_set_columns      (FwGrid              *self,
                                             const FwGridColumn  *columns,
                                             guint                n_columns,
                                             FwGridDescribe       describe,
                                             gpointer             user_data);
void               fw_grid_set_model        (FwGrid              *self,
                                             GtkSelectionModel   *model);
void               fw_grid_set_shown        (FwGrid              *self,
                                             const char *const   *ids);
GStrv              fw_grid_dup_shown        (FwGrid              *self);
void               fw_grid_set_column_width (FwGrid              *self,
                                             const char          *id,
                                             int                  width);
int                fw_grid_get_column_width (FwGrid              *self,
                                             const char          *id);
void               fw_grid_set_sort         (FwGrid              *self,
                                             const char          *id,
                                             gboolean             descending);
void               fw_grid_set_check        (FwGrid              *self,
                                             gboolean             all,
                                             gboolean             some);
void               fw_grid_go_to_top        (FwGrid              *self);
void               fw_grid_set_cursor       (FwGrid              *self,
                                             guint                position,
                                             gboolean             focus);
guint              fw_grid_get_cursor       (FwGrid              *self);
void               fw_grid_get_visible      (FwGrid              *self,
                                             guint               *first,
                                             guint               *last);
GtkAdjustment     *fw_grid_get_vadjustment  (FwGrid              *self);

G_END_DECLS
