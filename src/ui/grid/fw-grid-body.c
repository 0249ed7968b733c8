#include "config.h"

#include "ui/grid/fw-grid-private.h"

/* One more above and one below: a row that is half in view. */
#define SPARE_ROWS 2

/* The rows that fit into the window, and no more: row N of the model stands in the widget N modulo their number, so that
 * scrolling by a row changes one of them and focus goes from widget to widget. They are filled when the model or the
 * place changes, and only put in their places when sizes do. */
typedef struct
{
  GtkWidget parent_instance;

  FwGridLayout *layout;
  GtkSelectionModel *model;
  GPtrArray *rows;
  guint first;           /* the first row in view */
  guint shift;           /* added to a position before the modulo */
  guint cursor;
  gboolean moving;       /* the cursor is on its way, and the focus with it */
  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
} FwGridBody;

typedef GtkWidgetClass FwGridBodyClass;

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_TYPE_WITH_CODE (FwGridBody, _fw_grid_body, GTK_TYPE_WIDGET,
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

#define FW_GRID_BODY(body) G_TYPE_CHECK_INSTANCE_CAST ((body), FW_TYPE_GRID_BODY, FwGridBody)

static guint
count (FwGridBody *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

static int
row_height (FwGridBody *self)
{
  return MAX ((int) (FW_GRID_ROW_HEIGHT * self->layout->scale), 1);
}

static GtkWidget *
row_for (FwGridBody *self, guint position)
{
  return self->rows->len > 0 ? g_ptr_array_index (self->rows, (position + self->shift) % self->rows->len) : NULL;
}

/* The row that shows a position, where one does. */
GtkWidget *
_fw_grid_body_find_row (GtkWidget *body, guint position)
{
  FwGridBody *self = FW_GRID_BODY (body);
  GtkWidget *row = row_for (self, position);

  return row != NULL && gtk_widget_get_visible (row) && _fw_grid_row_get_position (row) == position ? row : NULL;
}

/* Rows in view, also in part. */
void
_fw_grid_body_get_visible (GtkWidget *body, guint *first, guint *last)
{
  FwGridBody *self = FW_GRID_BODY (body);
  const double top = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  const guint n = count (self);

  *first = MIN ((guint) (top / row_height (self)), n);
  *last = MIN ((guint) ((top + gtk_widget_get_height (body) - 1) / row_height (self)), n - 1);
}

/* Focus never gets lost with a row that goes out of view, in a window that is behind another neither: the grid keeps it until
 * the cursor is back. */
static void
let_go_of_focus (FwGridBody *self, GtkWidget *row)
{
  if (!self->moving && gtk_widget_is_focus (row))
    gtk_root_set_focus (gtk_widget_get_root (row), gtk_widget_get_ancestor (GTK_WIDGET (self), FW_TYPE_GRID));
}

static void
show_row (FwGridBody *self, GtkWidget *row, guint position, guint n)
{
  g_autoptr (GObject) item = NULL;
  gboolean visible = position < n;

  if (!visible || _fw_grid_row_get_position (row) != position)
    let_go_of_focus (self, row);
  /* A screen reader shall find no row that is none. */
  if (gtk_widget_get_visible (row) != visible)
    gtk_widget_set_visible (row, visible);
  if (!visible)
    return;
  item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  _fw_grid_row_show (row, item, position, n);
  _fw_grid_row_set_selected (row, gtk_selection_model_is_selected (self->model, position));
}

/* Fills the rows in view. */
static void
fill (FwGridBody *self)
{
  const double top = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  const guint n = count (self);

  self->first = (guint) (top / row_height (self));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const guint position = self->first + i;
      GtkWidget *row = row_for (self, position);

      show_row (self, row, position, n);
    }
}

static void
place_rows (FwGridBody *self, int width)
{
  const double left = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  const double top = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  const int height = row_height (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const guint position = self->first + i;
      GtkWidget *row = row_for (self, position);
      GtkAllocation place = { -(int) left, (int) ((double) position * height - top), MAX (self->layout->width, width),
                              height };

      if (!gtk_widget_should_layout (row))
        continue;
      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (row, &place, -1);
    }
}

static void
resize_pool (FwGridBody *self, int height)
{
  const guint wanted = (guint) (height / row_height (self)) + SPARE_ROWS;

  if (wanted == self->rows->len)
    return;
  while (self->rows->len > wanted)
    {
      let_go_of_focus (self, g_ptr_array_index (self->rows, self->rows->len - 1));
      gtk_widget_unparent (g_ptr_array_steal_index (self->rows, self->rows->len - 1));
    }
  while (self->rows->len < wanted)
    {
      GtkWidget *row = _fw_grid_row_new (self->layout);

      gtk_widget_set_parent (row, GTK_WIDGET (self));
      g_ptr_array_add (self->rows, row);
    }
  fill (self);
}

static void
configure (FwGridBody *self, int width, int height)
{
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];
  const double total = (double) count (self) * row_height (self);

  gtk_adjustment_configure (across, gtk_adjustment_get_value (across), 0, MAX (self->layout->width, width), width * 0.1,
                            width * 0.9, width);
  gtk_adjustment_configure (down, gtk_adjustment_get_value (down), 0, MAX (total, height), row_height (self),
                            MAX (height - row_height (self), 1), height);
}

static void
_fw_grid_body_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FwGridBody *self = FW_GRID_BODY (widget);

  resize_pool (self, height);
  configure (self, width, height);
  place_rows (self, width);
}

static void
_fw_grid_body_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  FwGridBody *self = FW_GRID_BODY (widget);

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? row_height (self) : 0;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? row_height (self) * 8 : self->layout->width;
}

static void
scrolled_cb (FwGridBody *self)
{
  const double top = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);

  if ((guint) (top / row_height (self)) != self->first)
    fill (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (FwGridBody *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled_cb, self);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_object_ref_sink (adjustment);
  g_clear_object (&self->adjustments[orientation]);
  self->adjustments[orientation] = adjustment;
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
_fw_grid_body_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FwGridBody *self = FW_GRID_BODY (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
  else if (id == PROP_HSCROLL_POLICY || id == PROP_VSCROLL_POLICY)
    g_value_set_enum (value, self->policies[id - PROP_HSCROLL_POLICY]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
_fw_grid_body_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FwGridBody *self = FW_GRID_BODY (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    set_adjustment (self, (GtkOrientation) (id - PROP_HADJUSTMENT), g_value_get_object (value));
  else if (id == PROP_HSCROLL_POLICY || id == PROP_VSCROLL_POLICY)
    self->policies[id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
_fw_grid_body_dispose (GObject *object)
{
  FwGridBody *self = FW_GRID_BODY (object);

  _fw_grid_body_set_model (GTK_WIDGET (self), NULL);
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->rows, i));
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  for (guint i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], scrolled_cb, self);
      g_clear_object (&self->adjustments[i]);
    }
  G_OBJECT_CLASS (_fw_grid_body_parent_class)->dispose (object);
}

static void
_fw_grid_body_class_init (FwGridBodyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = _fw_grid_body_get_property;
  object_class->set_property = _fw_grid_body_set_property;
  object_class->dispose = _fw_grid_body_dispose;
  klass->measure = _fw_grid_body_measure;
  klass->size_allocate = _fw_grid_body_size_allocate;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (klass, "fw-grid-body");
  gtk_widget_class_set_accessible_role (klass, GTK_ACCESSIBLE_ROLE_ROW_GROUP);
}

static void
_fw_grid_body_init (FwGridBody *self)
{
  self->rows = g_ptr_array_new ();
  self->cursor = FW_GRID_NOWHERE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
}

GtkWidget *
_fw_grid_body_new (FwGridLayout *layout)
{
  FwGridBody *self = g_object_new (FW_TYPE_GRID_BODY, NULL);

  self->layout = layout;
  return GTK_WIDGET (self);
}

static gboolean
is_in_view (FwGridBody *self, guint position, guint n_changed)
{
  return position < self->first + self->rows->len && (n_changed == G_MAXUINT || position + n_changed > self->first);
}

/* Rows that only came in, in place of as many, stay where they are; otherwise everything behind has moved. */
static void
items_changed_cb (FwGridBody *self, guint position, guint removed, guint added)
{
  const guint n = count (self);

  if (removed == added)
    {
      if (is_in_view (self, position, added))
        fill (self);
      return;
    }
  if (self->cursor != FW_GRID_NOWHERE && self->cursor >= n)
    self->cursor = n > 0 ? n - 1 : FW_GRID_NOWHERE;
  configure (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  fill (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
selection_changed_cb (FwGridBody *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_visible (row))
        _fw_grid_row_set_selected (row, gtk_selection_model_is_selected (self->model, _fw_grid_row_get_position (row)));
    }
}

void
_fw_grid_body_set_model (GtkWidget *body, GtkSelectionModel *model)
{
  FwGridBody *self = FW_GRID_BODY (body);

  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->model, selection_changed_cb, self);
    }
  g_set_object (&self->model, model);
  if (model == NULL)
    return;
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (model, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  gtk_widget_queue_resize (body);
  fill (self);
}

/* Makes the rows anew for other columns. */
void
_fw_grid_body_rebuild (GtkWidget *body)
{
  FwGridBody *self = FW_GRID_BODY (body);

  for (guint i = 0; i < self->rows->len; i++)
    _fw_grid_row_rebuild (g_ptr_array_index (self->rows, i));
  fill (self);
  gtk_widget_queue_resize (body);
}

/* As far as needed to have the whole row in view. */
void
_fw_grid_body_scroll_to (GtkWidget *body, guint position)
{
  FwGridBody *self = FW_GRID_BODY (body);
  const double y = (double) position * row_height (self);

  gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_VERTICAL], y, y + row_height (self));
}

/* Moves the cursor, into view; with @focus the row has the keyboard. */
void
_fw_grid_body_set_cursor (GtkWidget *body, guint position, gboolean focus)
{
  FwGridBody *self = FW_GRID_BODY (body);
  GtkWidget *row;

  if (position >= count (self))
    return;
  self->cursor = position;
  if (self->rows->len == 0)
    return;
  row = row_for (self, position);
  if (focus && gtk_widget_has_focus (row) && _fw_grid_row_get_position (row) != position)
    self->shift++; /* another widget, so that it is told to be another row */
  self->moving = focus;
  _fw_grid_body_scroll_to (body, position);
  fill (self);
  gtk_widget_queue_allocate (body);
  if (focus)
    gtk_widget_grab_focus (row_for (self, position));
  self->moving = FALSE;
}

/* Forgets the cursor and shows the first row. */
void
_fw_grid_body_go_to_top (GtkWidget *body)
{
  FwGridBody *self = FW_GRID_BODY (body);

  self->cursor = FW_GRID_NOWHERE;
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], 0);
}

guint
_fw_grid_body_get_cursor (GtkWidget *body)
{
  return FW_GRID_BODY (body)->cursor;
}

/* How many rows a page is. */
guint
_fw_grid_body_get_page (GtkWidget *body)
{
  return (guint) MAX (gtk_widget_get_height (body) / row_height (FW_GRID_BODY (body)) - 1, 1);
}

/* The row under a point of the body. */
GtkWidget *
_fw_grid_body_pick_row (GtkWidget *body, double x, double y)
{
  FwGridBody *self = FW_GRID_BODY (body);
  const double top = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  const guint position = (guint) ((top + y) / row_height (self));

  return y >= 0 && position < count (self) ? _fw_grid_body_find_row (body, position) : NULL;
}
