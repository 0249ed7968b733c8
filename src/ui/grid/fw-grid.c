#include "config.h"

#include <glib/gi18n.h>

#include "ui/grid/fw-grid-private.h"

/* A table of any length that has only the rows one can see. Which are selected is the model's to know, by what its items
 * are and not by where they stand. The cursor is where the keyboard is. Signals: "activate" (position), "sort-asked"
 * (column id, descending), "columns-changed" after widths or columns have, "menu-asked" (position, GdkRectangle in the
 * grid). */
struct _FwGrid
{
  GtkWidget parent_instance;

  FwGridLayout layout;
  GtkSelectionModel *model;
  guint anchor;        /* where a range of Shift begins */
  char *sort;
  gboolean descending;

  GtkWidget *header;
  GtkWidget *scrolled;
  GtkWidget *body;
};

enum
{
  SIGNAL_ACTIVATE,
  SIGNAL_SORT_ASKED,
  SIGNAL_COLUMNS_CHANGED,
  SIGNAL_MENU_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FwGrid, fw_grid, GTK_TYPE_WIDGET)

/* Columns */

/* Gives each column its place: its own width or the chosen one, and what is left over by weight. */
void
_fw_grid_layout_columns (FwGridLayout *layout, int available)
{
  int x = (int) (FW_GRID_CHECK_WIDTH * layout->scale);
  int used = x, weights = 0;

  for (guint i = 0; i < layout->n_places; i++)
    {
      FwGridPlace *place = &layout->places[i];
      const int wanted = place->chosen_width > 0 ? place->chosen_width : place->column->width;

      place->width = (int) (wanted * layout->scale);
      used += place->shown ? place->width : 0;
      weights += place->shown && place->chosen_width == 0 ? place->column->weight : 0;
    }
  for (guint i = 0; i < layout->n_places; i++)
    {
      FwGridPlace *place = &layout->places[i];

      if (!place->shown)
        continue;
      if (available > used && weights > 0 && place->chosen_width == 0)
        place->width += (available - used) * place->column->weight / weights;
      place->x = x;
      x += place->width;
    }
  layout->width = x;
}

static double
text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * 1024.0) : 1.0;
}

static FwGridPlace *
find_place (FwGrid *self, const char *id)
{
  for (guint i = 0; i < self->layout.n_places; i++)
    if (g_strcmp0 (self->layout.places[i].column->id, id) == 0)
      return &self->layout.places[i];
  return NULL;
}

static void
lay_out_again (FwGrid *self)
{
  _fw_grid_layout_columns (&self->layout, gtk_widget_get_width (GTK_WIDGET (self)));
  gtk_widget_queue_allocate (self->header);
  gtk_widget_queue_allocate (self->body);
}

static void
width_asked_cb (FwGrid *self, const char *id, int width)
{
  fw_grid_set_column_width (self, id, width);
  g_signal_emit (self, signals[SIGNAL_COLUMNS_CHANGED], 0);
}

static void
sort_asked_cb (FwGrid *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_SORT_ASKED], 0, id, g_strcmp0 (self->sort, id) == 0 && !self->descending);
}

static void
shifted_cb (FwGrid *self, GtkAdjustment *adjustment)
{
  _fw_grid_header_set_shift (self->header, (int) gtk_adjustment_get_value (adjustment));
}

/* Selection */

static guint
count (FwGrid *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

static void
check_asked_cb (FwGrid *self, gboolean ticked)
{
  if (count (self) == 0)
    fw_grid_set_check (self, FALSE, FALSE);
  else if (ticked)
    gtk_selection_model_select_all (self->model);
  else
    gtk_selection_model_unselect_all (self->model);
}

static void
toggle (FwGrid *self, guint position)
{
  if (gtk_selection_model_is_selected (self->model, position))
    gtk_selection_model_unselect_item (self->model, position);
  else
    gtk_selection_model_select_item (self->model, position, FALSE);
  self->anchor = position;
}

/* Selects from the anchor to @position, besides what is selected already. */
static void
extend (FwGrid *self, guint position)
{
  const guint from = self->anchor != FW_GRID_NOWHERE ? self->anchor : position;

  self->anchor = MIN (from, count (self) - 1);
  gtk_selection_model_select_range (self->model, MIN (self->anchor, position),
                                    MAX (self->anchor, position) - MIN (self->anchor, position) + 1, FALSE);
}

/* Keyboard and pointer */

static void
move_to (FwGrid *self, guint position, gboolean extending)
{
  const guint before = _fw_grid_body_get_cursor (self->body);

  if (extending && self->anchor == FW_GRID_NOWHERE)
    self->anchor = before != FW_GRID_NOWHERE ? before : position;
  _fw_grid_body_set_cursor (self->body, position, TRUE);
  if (extending)
    extend (self, position);
  else
    self->anchor = FW_GRID_NOWHERE;
}

/* Where a key leads; FW_GRID_NOWHERE where it leads nowhere. */
static guint
find_target (FwGrid *self, guint key)
{
  const guint n = count (self), page = _fw_grid_body_get_page (self->body);
  const guint cursor = _fw_grid_body_get_cursor (self->body);

  if (n == 0)
    return FW_GRID_NOWHERE;
  if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    return 0;
  if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    return n - 1;
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    return cursor == FW_GRID_NOWHERE ? 0 : MIN (cursor + 1, n - 1);
  if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    return cursor == FW_GRID_NOWHERE ? 0 : MIN (cursor + page, n - 1);
  if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    return cursor == FW_GRID_NOWHERE || cursor < page ? 0 : cursor - page;
  if ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && cursor != FW_GRID_NOWHERE && cursor > 0)
    return cursor - 1;
  return FW_GRID_NOWHERE;
}

static void
ask_menu (FwGrid *self, guint position)
{
  GtkWidget *row = _fw_grid_body_find_row (self->body, position);
  graphene_rect_t bounds;
  GdkRectangle place;

  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return;
  place = (GdkRectangle){ (int) bounds.origin.x + 60, (int) bounds.origin.y, 1, (int) bounds.size.height };
  g_signal_emit (self, signals[SIGNAL_MENU_ASKED], 0, position, &place);
}

static gboolean
act_on_cursor (FwGrid *self, guint key, GdkModifierType state)
{
  const guint cursor = _fw_grid_body_get_cursor (self->body);

  if (cursor == FW_GRID_NOWHERE || cursor >= count (self))
    return FALSE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, cursor);
  else if (key == GDK_KEY_space || key == GDK_KEY_KP_Space)
    toggle (self, cursor);
  else if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK)))
    ask_menu (self, cursor);
  else
    return FALSE;
  return TRUE;
}

/* Sideways, where the columns are wider than the window. */
static gboolean
shift_columns (FwGrid *self, guint key)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  const double step = FW_GRID_LEAST_WIDTH * self->layout.scale;

  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) - step);
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + step);
  else
    return FALSE;
  return TRUE;
}

static gboolean
key_cb (FwGrid *self, guint key, guint code, GdkModifierType state)
{
  const gboolean control = (state & GDK_CONTROL_MASK) != 0;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint target;

  if (focus == NULL || gtk_widget_is_ancestor (focus, self->header) || (state & GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (control && (key == GDK_KEY_a || key == GDK_KEY_A) && count (self) > 0)
    {
      if (state & GDK_SHIFT_MASK)
        gtk_selection_model_unselect_all (self->model);
      else
        gtk_selection_model_select_all (self->model);
      return GDK_EVENT_STOP;
    }
  target = find_target (self, key);
  if (target != FW_GRID_NOWHERE)
    {
      move_to (self, target, (state & GDK_SHIFT_MASK) != 0);
      return GDK_EVENT_STOP;
    }
  return !control && (shift_columns (self, key) || act_on_cursor (self, key, state)) ? GDK_EVENT_STOP
                                                                                    : GDK_EVENT_PROPAGATE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, FwGrid *self)
{
  GtkWidget *row = _fw_grid_body_pick_row (self->body, x, y);
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  double row_x = 0, row_y = 0;
  guint position;

  if (row == NULL || !gtk_widget_translate_coordinates (self->body, row, x, y, &row_x, &row_y))
    return;
  position = _fw_grid_row_get_position (row);
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY)
    {
      move_to (self, position, FALSE);
      ask_menu (self, position);
      return;
    }
  if (n_press > 1 && !_fw_grid_row_is_check (row, row_x))
    {
      g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, position);
      return;
    }
  move_to (self, position, (state & GDK_SHIFT_MASK) != 0);
  if ((state & GDK_CONTROL_MASK) || (_fw_grid_row_is_check (row, row_x) && !(state & GDK_SHIFT_MASK)))
    toggle (self, position);
}

/* Focus goes to the cursor's row, or to the first in view. */
static gboolean
fw_grid_grab_focus (GtkWidget *widget)
{
  FwGrid *self = FW_GRID (widget);
  const guint cursor = _fw_grid_body_get_cursor (self->body);
  GtkWidget *row = cursor != FW_GRID_NOWHERE ? _fw_grid_body_find_row (self->body, cursor) : NULL;

  if (row != NULL)
    return gtk_widget_grab_focus (row);
  return GTK_WIDGET_CLASS (fw_grid_parent_class)->grab_focus (widget);
}

/* Tab goes over the headings to the rows and out again; within the rows the arrow keys move. */
static gboolean
fw_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FwGrid *self = FW_GRID (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  const gboolean inside = focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, self->body));
  const gboolean in_header = focus != NULL && gtk_widget_is_ancestor (focus, self->header);
  guint first = 0, last = 0;

  if (inside)
    return direction == GTK_DIR_TAB_BACKWARD && gtk_widget_child_focus (self->header, direction);
  if (in_header && gtk_widget_child_focus (self->header, direction))
    return TRUE;
  if (in_header && direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_DOWN)
    return FALSE;
  if (!in_header && direction == GTK_DIR_TAB_FORWARD && gtk_widget_child_focus (self->header, direction))
    return TRUE;
  if (count (self) == 0)
    return FALSE;
  _fw_grid_body_get_visible (self->body, &first, &last);
  if (_fw_grid_body_get_cursor (self->body) == FW_GRID_NOWHERE)
    move_to (self, first, FALSE);
  else
    move_to (self, _fw_grid_body_get_cursor (self->body), FALSE);
  return TRUE;
}

static void
fw_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
  FwGrid *self = FW_GRID (widget);
  int least = 0, wanted = 0;

  gtk_widget_measure (self->header, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->scrolled, orientation, -1, &least, &wanted, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum += least;
      *natural += wanted;
      return;
    }
  *minimum = MAX (*minimum, least);
  *natural = MAX (*natural, wanted);
}

static void
fw_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FwGrid *self = FW_GRID (widget);
  GtkAllocation place = { 0, 0, width, 0 };

  self->layout.scale = text_scale (widget);
  _fw_grid_layout_columns (&self->layout, width);
  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, -1, &place.height, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->header, &place, -1);
  place.y = place.height;
  place.height = MAX (height - place.height, 0);
  gtk_widget_size_allocate (self->scrolled, &place, -1);
}

static void
fw_grid_dispose (GObject *object)
{
  FwGrid *self = FW_GRID (object);

  if (self->body != NULL)
    fw_grid_set_model (self, NULL);
  self->body = NULL;
  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_grid_parent_class)->dispose (object);
}

static void
fw_grid_finalize (GObject *object)
{
  FwGrid *self = FW_GRID (object);

  g_free (self->layout.places);
  g_free (self->sort);
  G_OBJECT_CLASS (fw_grid_parent_class)->finalize (object);
}

static void
fw_grid_class_init (FwGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fw_grid_dispose;
  object_class->finalize = fw_grid_finalize;
  widget_class->measure = fw_grid_measure;
  widget_class->size_allocate = fw_grid_size_allocate;
  widget_class->focus = fw_grid_focus;
  widget_class->grab_focus = fw_grid_grab_focus;
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", FW_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                           1, G_TYPE_UINT);
  signals[SIGNAL_SORT_ASKED] = g_signal_new ("sort-asked", FW_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_COLUMNS_CHANGED] = g_signal_new ("columns-changed", FW_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                  NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MENU_ASKED] = g_signal_new ("menu-asked", FW_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 2, G_TYPE_UINT, GDK_TYPE_RECTANGLE);
  gtk_widget_class_set_css_name (widget_class, "fw-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
fw_grid_init (FwGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->layout.scale = 1;
  self->anchor = FW_GRID_NOWHERE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->header = _fw_grid_header_new (&self->layout);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
  self->body = _fw_grid_body_new (&self->layout);
  self->scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", self->body, NULL);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), "value-changed",
                            G_CALLBACK (shifted_cb), self);
  g_signal_connect_swapped (self->header, "width-asked", G_CALLBACK (width_asked_cb), self);
  g_signal_connect_swapped (self->header, "sort-asked", G_CALLBACK (sort_asked_cb), self);
  g_signal_connect_swapped (self->header, "check-asked", G_CALLBACK (check_asked_cb), self);
  /* Before others that listen at the grid: what is typed there may be taken for a search. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->body, GTK_EVENT_CONTROLLER (click));
}

/**
 * fw_grid_set_columns:
 * @columns: (array length=n_columns): they must live as long as the grid; all are shown at first
 * @describe: fills the cells
 */
void
fw_grid_set_columns (FwGrid *self, const FwGridColumn *columns, guint n_columns, FwGridDescribe describe,
                     gpointer user_data)
{
  g_return_if_fail (FW_IS_GRID (self));

  g_free (self->layout.places);
  self->layout.places = g_new0 (FwGridPlace, n_columns);
  self->layout.n_places = n_columns;
  self->layout.describe = describe;
  self->layout.user_data = user_data;
  for (guint i = 0; i < n_columns; i++)
    self->layout.places[i] = (FwGridPlace){ .column = &columns[i], .shown = TRUE };
  _fw_grid_header_rebuild (self->header);
  _fw_grid_body_rebuild (self->body);
}

static void
model_changed_cb (FwGrid *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) count (self), -1);
  self->anchor = FW_GRID_NOWHERE;
}

static void
items_changed_cb (FwGrid *self, guint position, guint removed, guint added)
{
  if (removed != added)
    model_changed_cb (self);
}

/**
 * fw_grid_set_model:
 * @model: (nullable): the rows; only those in view are asked for. An item that changes is said by items-changed in its place
 */
void
fw_grid_set_model (FwGrid *self, GtkSelectionModel *model)
{
  g_return_if_fail (FW_IS_GRID (self));

  if (self->model == model)
    return;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_set_object (&self->model, model);
  _fw_grid_body_set_model (self->body, model);
  if (model == NULL)
    return;
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  model_changed_cb (self);
}

/**
 * fw_grid_set_shown:
 * @ids: (nullable): the columns to show; %NULL shows all, and so does a list that names none of them
 */
void
fw_grid_set_shown (FwGrid *self, const char *const *ids)
{
  gboolean any = FALSE;
  guint n_shown = 0;

  g_return_if_fail (FW_IS_GRID (self));

  for (guint i = 0; ids != NULL && i < self->layout.n_places; i++)
    any = any || g_strv_contains (ids, self->layout.places[i].column->id);
  for (guint i = 0; i < self->layout.n_places; i++)
    {
      FwGridPlace *place = &self->layout.places[i];

      place->shown = !any || g_strv_contains (ids, place->column->id);
      n_shown += place->shown;
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) n_shown, -1);
  lay_out_again (self);
  _fw_grid_header_rebuild (self->header);
  _fw_grid_body_rebuild (self->body);
}

/**
 * fw_grid_dup_shown:
 *
 * Returns: (transfer full): the ids of the columns that are shown, in their order
 */
GStrv
fw_grid_dup_shown (FwGrid *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (FW_IS_GRID (self), NULL);
  for (guint i = 0; i < self->layout.n_places; i++)
    if (self->layout.places[i].shown)
      g_strv_builder_add (ids, self->layout.places[i].column->id);
  return g_strv_builder_end (ids);
}

/**
 * fw_grid_set_column_width:
 * @width: px at text scale 1; 0 gives the column its own width and share again
 */
void
fw_grid_set_column_width (FwGrid *self, const char *id, int width)
{
  FwGridPlace *place;

  g_return_if_fail (FW_IS_GRID (self));

  place = find_place (self, id);
  if (place == NULL)
    return;
  place->chosen_width = width > 0 ? CLAMP (width, FW_GRID_LEAST_WIDTH, 2000) : 0;
  lay_out_again (self);
}

/**
 * fw_grid_get_column_width:
 *
 * Returns: the width that somebody chose; 0 where nobody did
 */
int
fw_grid_get_column_width (FwGrid *self, const char *id)
{
  FwGridPlace *place;

  g_return_val_if_fail (FW_IS_GRID (self), 0);
  place = find_place (self, id);
  return place != NULL ? place->chosen_width : 0;
}

/**
 * fw_grid_set_sort:
 * @id: (nullable): the column that the rows are sorted by
 *
 * Only says so; sorting is the model's.
 */
void
fw_grid_set_sort (FwGrid *self, const char *id, gboolean descending)
{
  g_return_if_fail (FW_IS_GRID (self));

  g_free (self->sort);
  self->sort = g_strdup (id);
  self->descending = descending;
  _fw_grid_header_set_sort (self->header, id, descending);
}

/**
 * fw_grid_set_check:
 * @all: whether every row is selected
 * @some: whether some row is
 *
 * Shows it in the box of the header. The owner says it, because counting may take long where there are many.
 */
void
fw_grid_set_check (FwGrid *self, gboolean all, gboolean some)
{
  g_return_if_fail (FW_IS_GRID (self));
  _fw_grid_header_set_check (self->header, all, some);
}

/**
 * fw_grid_go_to_top:
 *
 * Forgets the cursor and shows the first row: these are other rows than before.
 */
void
fw_grid_go_to_top (FwGrid *self)
{
  g_return_if_fail (FW_IS_GRID (self));
  self->anchor = FW_GRID_NOWHERE;
  _fw_grid_body_go_to_top (self->body);
}

/**
 * fw_grid_set_cursor:
 * @focus: whether the keyboard goes there, too
 */
void
fw_grid_set_cursor (FwGrid *self, guint position, gboolean focus)
{
  g_return_if_fail (FW_IS_GRID (self));
  self->anchor = FW_GRID_NOWHERE;
  _fw_grid_body_set_cursor (self->body, position, focus);
}

/**
 * fw_grid_get_cursor:
 *
 * Returns: where the keyboard is; %G_MAXUINT before it was anywhere
 */
guint
fw_grid_get_cursor (FwGrid *self)
{
  g_return_val_if_fail (FW_IS_GRID (self), FW_GRID_NOWHERE);
  return _fw_grid_body_get_cursor (self->body);
}

/**
 * fw_grid_get_visible:
 * @first: (out): the first row in view
 * @last: (out): the last row in view
 */
void
fw_grid_get_visible (FwGrid *self, guint *first, guint *last)
{
  g_return_if_fail (FW_IS_GRID (self));
  _fw_grid_body_get_visible (self->body, first, last);
}

/**
 * fw_grid_get_vadjustment:
 *
 * Returns: (transfer none): where the rows are scrolled to
 */
GtkAdjustment *
fw_grid_get_vadjustment (FwGrid *self)
{
  g_return_val_if_fail (FW_IS_GRID (self), NULL);
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}
