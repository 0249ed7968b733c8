#include "config.h"

#include <glib/gi18n.h>

#include "ui/grid/fw-grid-private.h"
#include "ui/widgets/fw-tag.h"

#define NAME_SPACE 9
#define CELL_SPACE 9

/* A row as long as somebody sees it: the next moment it is another. Its cells are inscriptions, whose text changes
 * without laying the window out anew. */
typedef struct
{
  GtkWidget parent_instance;

  FwGridLayout *layout;
  guint position;
  guint n_rows;
  gboolean selected;
  GtkWidget *check;
  GtkWidget *initial;  /* the first character of the name, in a disc */
  GPtrArray *cells;    /* GtkWidget, one for each column that is shown */
  GPtrArray *texts;    /* char*, what stands in them */
} FwGridRow;

typedef GtkWidgetClass FwGridRowClass;

G_DEFINE_TYPE (FwGridRow, _fw_grid_row, GTK_TYPE_WIDGET)

#define FW_GRID_ROW(row) G_TYPE_CHECK_INSTANCE_CAST ((row), FW_TYPE_GRID_ROW, FwGridRow)

static void
drop_cells (FwGridRow *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->cells, i));
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->texts, 0);
  g_clear_pointer (&self->initial, gtk_widget_unparent);
}

static GtkWidget *
new_cell (FwGridLook look)
{
  GtkWidget *cell;

  if (look == FW_GRID_LOOK_TAG)
    {
      cell = g_object_new (FW_TYPE_TAG, "valign", GTK_ALIGN_CENTER, "halign", GTK_ALIGN_START, NULL);
      /* A long word is cut, as in the other cells. */
      gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (cell)), PANGO_ELLIPSIZE_END);
      return cell;
    }
  cell = g_object_new (GTK_TYPE_INSCRIPTION,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL,
                       "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_MIDDLE,
                       "min-chars", 0u, "nat-chars", 0u, "min-lines", 1u, "nat-lines", 1u,
                       "valign", GTK_ALIGN_FILL, "yalign", 0.5f,
                       NULL);
  if (look == FW_GRID_LOOK_NAME)
    gtk_widget_add_css_class (cell, "heading");
  if (look == FW_GRID_LOOK_FIGURES || look == FW_GRID_LOOK_DIM)
    gtk_widget_add_css_class (cell, "numeric");
  if (look == FW_GRID_LOOK_DIM)
    gtk_widget_add_css_class (cell, "dim-label");
  return cell;
}

static void
add_initial (FwGridRow *self)
{
  self->initial = g_object_new (GTK_TYPE_INSCRIPTION,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                "min-chars", 0u, "nat-chars", 0u, "xalign", 0.5f, "yalign", 0.5f,
                                NULL);
  gtk_widget_add_css_class (self->initial, "fw-initial");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->initial), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_parent (self->initial, GTK_WIDGET (self));
}

/* Makes the cells of the columns that are shown now. */
void
_fw_grid_row_rebuild (GtkWidget *row)
{
  FwGridRow *self = FW_GRID_ROW (row);

  drop_cells (self);
  for (guint i = 0; i < self->layout->n_places; i++)
    {
      const FwGridPlace *place = &self->layout->places[i];
      GtkWidget *cell;

      if (!place->shown)
        continue;
      if (place->column->look == FW_GRID_LOOK_NAME && self->initial == NULL)
        add_initial (self);
      cell = new_cell (place->column->look);
      gtk_widget_set_parent (cell, row);
      g_ptr_array_add (self->cells, cell);
      g_ptr_array_add (self->texts, NULL);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                      (int) self->cells->len, -1);
    }
}

static void
_fw_grid_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  FwGridRow *self = FW_GRID_ROW (widget);
  const double size = orientation == GTK_ORIENTATION_VERTICAL ? FW_GRID_ROW_HEIGHT * self->layout->scale
                                                              : self->layout->width;

  *minimum = *natural = (int) size;
}

static void
place_child (GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation place = { x, y, MAX (width, 0), MAX (height, 0) };

  /* GTK wants every child to have been measured. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &place, -1);
}

/* An inscription as high as one line: with more room it would break a long text instead of cutting it. */
static void
place_line (GtkWidget *cell, int x, int width, int height)
{
  int line = 0;

  gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, -1, NULL, &line, NULL, NULL);
  line = MIN (line, height);
  place_child (cell, x, (height - line) / 2, width, line);
}

/* A tag as wide as its word. */
static void
place_tag (GtkWidget *cell, int x, int width, int height)
{
  int tag_width = 0, tag_height = 0;

  if (!gtk_widget_get_visible (cell))
    return;
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &tag_width, NULL, NULL);
  gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, -1, NULL, &tag_height, NULL, NULL);
  place_child (cell, x, (height - tag_height) / 2, MIN (tag_width, width), tag_height);
}

static void
_fw_grid_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FwGridRow *self = FW_GRID_ROW (widget);
  const FwGridLayout *layout = self->layout;
  const int check_width = (int) (FW_GRID_CHECK_WIDTH * layout->scale);
  guint n = 0;
  int check_size = 0;

  gtk_widget_measure (self->check, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &check_size, NULL, NULL);
  place_child (self->check, (check_width - check_size) / 2, 0, check_size, height);
  for (guint i = 0; i < layout->n_places && n < self->cells->len; i++)
    {
      const FwGridPlace *place = &layout->places[i];
      int x = place->x, space = place->width - CELL_SPACE;

      if (!place->shown)
        continue;
      if (place->column->look == FW_GRID_LOOK_NAME)
        {
          const int size = (int) (26 * layout->scale);

          place_child (self->initial, x, (height - size) / 2, size, size);
          x += size + NAME_SPACE;
          space -= size + NAME_SPACE;
        }
      if (place->column->look == FW_GRID_LOOK_TAG)
        place_tag (g_ptr_array_index (self->cells, n++), x, space, height);
      else
        place_line (g_ptr_array_index (self->cells, n++), x, space, height);
    }
}

/* The whole text of a cell that is cut. */
static gboolean
_fw_grid_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  FwGridRow *self = FW_GRID_ROW (widget);

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      graphene_rect_t bounds;
      g_autoptr (PangoLayout) layout = NULL;
      int width = 0;

      if (!GTK_IS_INSCRIPTION (cell) || !gtk_widget_compute_bounds (cell, widget, &bounds) || x < bounds.origin.x ||
          x > bounds.origin.x + bounds.size.width)
        continue;
      layout = gtk_widget_create_pango_layout (cell, gtk_inscription_get_text (GTK_INSCRIPTION (cell)));
      pango_layout_get_pixel_size (layout, &width, NULL);
      if (width <= gtk_widget_get_width (cell))
        return FALSE;
      gtk_tooltip_set_text (tooltip, gtk_inscription_get_text (GTK_INSCRIPTION (cell)));
      return TRUE;
    }
  return FALSE;
}

static void
_fw_grid_row_dispose (GObject *object)
{
  FwGridRow *self = FW_GRID_ROW (object);

  if (self->cells != NULL)
    drop_cells (self);
  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  G_OBJECT_CLASS (_fw_grid_row_parent_class)->dispose (object);
}

static void
_fw_grid_row_class_init (FwGridRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = _fw_grid_row_dispose;
  klass->measure = _fw_grid_row_measure;
  klass->size_allocate = _fw_grid_row_size_allocate;
  klass->query_tooltip = _fw_grid_row_query_tooltip;
  gtk_widget_class_set_css_name (klass, "row");
  gtk_widget_class_set_accessible_role (klass, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
_fw_grid_row_init (FwGridRow *self)
{
  self->position = FW_GRID_NOWHERE;
  self->cells = g_ptr_array_new ();
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_focusable (self->check, FALSE);
  gtk_widget_set_can_target (self->check, FALSE);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
}

GtkWidget *
_fw_grid_row_new (FwGridLayout *layout)
{
  FwGridRow *self = g_object_new (FW_TYPE_GRID_ROW, NULL);

  self->layout = layout;
  _fw_grid_row_rebuild (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

static void
show_text (FwGridRow *self, guint n, const FwGridColumn *column, const char *text, int accent)
{
  GtkWidget *cell = g_ptr_array_index (self->cells, n);

  if (column->look == FW_GRID_LOOK_TAG)
    {
      gtk_widget_set_visible (cell, *text != '\0');
      if (*text != '\0')
        {
          fw_tag_set_tag_style (FW_TAG (cell), (FwTagStyle) accent);
          /* The others bring their own icon or need none. */
          fw_tag_set_icon_name (FW_TAG (cell), accent == FW_TAG_STYLE_ACCENT ? "changes-prevent-symbolic" : NULL);
          fw_tag_set_label (FW_TAG (cell), text);
        }
      return;
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  if ((accent != 0) != gtk_widget_has_css_class (cell, "accent"))
    gtk_widget_set_css_classes (cell, accent != 0 ? (const char *[]) { "accent", "fw-text", "heading", NULL }
                                                  : (const char *[]) { NULL });
}

static void
show_initial (FwGridRow *self, const char *name)
{
  char first[8] = "";

  if (self->initial == NULL)
    return;
  if (*name != '\0')
    first[g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (name)), first)] = '\0';
  gtk_inscription_set_text (GTK_INSCRIPTION (self->initial), first);
  gtk_widget_set_opacity (self->initial, *name != '\0' ? 1 : 0);
}

/* What a screen reader says of the row: all that stands in it, and where it is. */
static void
name_row (FwGridRow *self)
{
  g_autoptr (GString) name = g_string_new (NULL);
  /* TRANSLATORS: between the cells of a row, as a screen reader reads it. */
  const char *joint = C_("row", ", ");
  g_autofree char *place = g_strdup_printf (_("Row %u of %u"), self->position + 1, self->n_rows);

  for (guint i = 0; i < self->texts->len; i++)
    {
      const char *text = g_ptr_array_index (self->texts, i);

      if (text != NULL && *text != '\0')
        g_string_append_printf (name, "%s%s", name->len > 0 ? joint : "", text);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) self->position + 1,
                                  -1);
}

/* Becomes the row of @item; what stands there already is left as it is. */
void
_fw_grid_row_show (GtkWidget *row, gpointer item, guint position, guint n_rows)
{
  FwGridRow *self = FW_GRID_ROW (row);
  gboolean changed = self->position != position || self->n_rows != n_rows;
  guint n = 0;

  self->position = position;
  self->n_rows = n_rows;
  for (guint i = 0; i < self->layout->n_places; i++)
    {
      const FwGridColumn *column = self->layout->places[i].column;
      g_autofree char *text = NULL;
      int accent = 0;

      if (!self->layout->places[i].shown)
        continue;
      text = item != NULL ? self->layout->describe (item, column, &accent, self->layout->user_data) : NULL;
      if (text == NULL)
        text = g_strdup ("");
      if (g_strcmp0 (g_ptr_array_index (self->texts, n), text) != 0)
        {
          show_text (self, n, column, text, accent);
          if (column->look == FW_GRID_LOOK_NAME)
            show_initial (self, text);
          g_free (g_ptr_array_index (self->texts, n));
          g_ptr_array_index (self->texts, n) = g_steal_pointer (&text);
          changed = TRUE;
        }
      n++;
    }
  if (changed)
    name_row (self);
}

void
_fw_grid_row_set_selected (GtkWidget *row, gboolean selected)
{
  FwGridRow *self = FW_GRID_ROW (row);

  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), selected);
  if (selected)
    gtk_widget_set_state_flags (row, GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (row, GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

guint
_fw_grid_row_get_position (GtkWidget *row)
{
  return FW_GRID_ROW (row)->position;
}

/* Whether @x lies on the check box. */
gboolean
_fw_grid_row_is_check (GtkWidget *row, double x)
{
  return x < FW_GRID_CHECK_WIDTH * FW_GRID_ROW (row)->layout->scale;
}
