#include "config.h"

#include <glib/gi18n.h>

#include "ui/grid/fw-grid-private.h"

/* How near to an edge a pointer takes hold of it, px. */
#define EDGE 6
#define KEY_STEP 16

/* The headings: each sorts, and its right edge can be dragged, or moved by Ctrl with the arrow keys. Signals:
 * "sort-asked" (id), "width-asked" (id, px at text scale 1; 0 is its own), "check-asked"
 * (whether it is ticked now). */
typedef struct
{
  GtkWidget parent_instance;

  FwGridLayout *layout;
  GtkWidget *check;
  GPtrArray *buttons;   /* one for each place; NULL where it is not shown */
  int shift;            /* how far the rows are scrolled */
  char *sort;
  gboolean descending;
  gboolean setting;
  int held;             /* the place whose edge is dragged; -1: none */
  int held_width;
} FwGridHeader;

typedef GtkWidgetClass FwGridHeaderClass;

enum
{
  SIGNAL_SORT_ASKED,
  SIGNAL_WIDTH_ASKED,
  SIGNAL_CHECK_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (FwGridHeader, _fw_grid_header, GTK_TYPE_WIDGET)

#define FW_GRID_HEADER(header) G_TYPE_CHECK_INSTANCE_CAST ((header), FW_TYPE_GRID_HEADER, FwGridHeader)

static void
sort_cb (FwGridHeader *self, GtkWidget *button)
{
  g_signal_emit (self, signals[SIGNAL_SORT_ASKED], 0, g_object_get_data (G_OBJECT (button), "id"));
}

static void
check_cb (FwGridHeader *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_CHECK_ASKED], 0, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static int
find_place (FwGridHeader *self, const char *id)
{
  for (guint i = 0; i < self->layout->n_places; i++)
    if (g_strcmp0 (self->layout->places[i].column->id, id) == 0)
      return (int) i;
  return -1;
}

static void
ask_width (FwGridHeader *self, int place, int width)
{
  g_signal_emit (self, signals[SIGNAL_WIDTH_ASKED], 0, self->layout->places[place].column->id,
                 width == 0 ? 0 : MAX ((int) (width / self->layout->scale), FW_GRID_LEAST_WIDTH));
}

static gboolean
button_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, FwGridHeader *self)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  const int place = find_place (self, g_object_get_data (G_OBJECT (button), "id"));

  if (!(state & GDK_CONTROL_MASK) || (key != GDK_KEY_Left && key != GDK_KEY_Right) || place < 0)
    return GDK_EVENT_PROPAGATE;
  ask_width (self, place, self->layout->places[place].width + (key == GDK_KEY_Left ? -KEY_STEP : KEY_STEP));
  return GDK_EVENT_STOP;
}

static void
show_sort (FwGridHeader *self, GtkWidget *button, const FwGridColumn *column)
{
  const gboolean sorted = g_strcmp0 (self->sort, column->id) == 0;
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));
  GtkWidget *arrow = gtk_widget_get_last_child (box);

  gtk_widget_set_visible (arrow, sorted);
  gtk_image_set_from_icon_name (GTK_IMAGE (arrow), self->descending ? "pan-down-symbolic" : "pan-up-symbolic");
  /* In words: the role of a heading is none that screen readers are told of by GTK 4.8, and so is its order. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, !sorted ? _("Sort by this column")
                                  : self->descending ? _("Sorted, the last first") : _("Sorted, the first first"),
                                  -1);
}

static GtkWidget *
new_button (FwGridHeader *self, const FwGridColumn *column)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "has-frame", FALSE, "sensitive", column->sortable, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", gettext (column->title), "xalign", 0.0f,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_button_set_child (GTK_BUTTON (button), box);
  g_object_set_data (G_OBJECT (button), "id", (gpointer) column->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, gettext (column->title), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (sort_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (button_key_cb), self);
  gtk_widget_add_controller (button, keys);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  show_sort (self, button, column);
  return button;
}

static void
drop_buttons (FwGridHeader *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (g_ptr_array_index (self->buttons, i) != NULL)
      gtk_widget_unparent (g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);
}

/* Makes the headings of the columns that are shown now. */
void
_fw_grid_header_rebuild (GtkWidget *header)
{
  FwGridHeader *self = FW_GRID_HEADER (header);

  drop_buttons (self);
  for (guint i = 0; i < self->layout->n_places; i++)
    g_ptr_array_add (self->buttons,
                     self->layout->places[i].shown ? new_button (self, self->layout->places[i].column) : NULL);
  gtk_widget_queue_resize (header);
}

/* Edges */

/* The column whose right edge lies at @x; -1: none. */
static int
edge_at (FwGridHeader *self, double x)
{
  for (guint i = 0; i < self->layout->n_places; i++)
    {
      const FwGridPlace *place = &self->layout->places[i];

      if (place->shown && ABS (x + self->shift - (place->x + place->width - EDGE)) <= EDGE)
        return (int) i;
    }
  return -1;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, FwGridHeader *self)
{
  const int place = edge_at (self, x);

  if (place < 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (n_press == 2)
    ask_width (self, place, 0);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, FwGridHeader *self)
{
  self->held = edge_at (self, x);
  if (self->held < 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->held_width = self->layout->places[self->held].width;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, FwGridHeader *self)
{
  if (self->held >= 0 && ABS (x) >= 1)
    ask_width (self, self->held, self->held_width + (int) x);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, FwGridHeader *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), edge_at (self, x) >= 0 ? "col-resize" : NULL);
}

static void
_fw_grid_header_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  FwGridHeader *self = FW_GRID_HEADER (widget);
  const int least = (int) (34 * self->layout->scale);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? least : 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_least = 0, child_natural = 0;

      gtk_widget_measure (child, orientation, -1, &child_least, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        *minimum = *natural = MAX (*natural, child_natural);
    }
}

static void
place_child (GtkWidget *child, int x, int width, int height)
{
  GtkAllocation place = { x, 0, width, height };
  int least = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  place.width = MAX (width, least);
  gtk_widget_size_allocate (child, &place, -1);
}

static void
_fw_grid_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FwGridHeader *self = FW_GRID_HEADER (widget);
  const int check_width = (int) (FW_GRID_CHECK_WIDTH * self->layout->scale);
  int check_size = 0;

  gtk_widget_measure (self->check, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &check_size, NULL, NULL);
  place_child (self->check, (check_width - check_size) / 2 - self->shift, check_size, height);
  for (guint i = 0; i < self->buttons->len; i++)
    if (g_ptr_array_index (self->buttons, i) != NULL)
      place_child (g_ptr_array_index (self->buttons, i), self->layout->places[i].x - self->shift - 6,
                   self->layout->places[i].width, height);
}

static void
_fw_grid_header_dispose (GObject *object)
{
  FwGridHeader *self = FW_GRID_HEADER (object);

  if (self->buttons != NULL)
    drop_buttons (self);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_pointer (&self->sort, g_free);
  G_OBJECT_CLASS (_fw_grid_header_parent_class)->dispose (object);
}

static void
_fw_grid_header_class_init (FwGridHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = _fw_grid_header_dispose;
  klass->measure = _fw_grid_header_measure;
  klass->size_allocate = _fw_grid_header_size_allocate;
  signals[SIGNAL_SORT_ASKED] = g_signal_new ("sort-asked", FW_TYPE_GRID_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_WIDTH_ASKED] = g_signal_new ("width-asked", FW_TYPE_GRID_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[SIGNAL_CHECK_ASKED] = g_signal_new ("check-asked", FW_TYPE_GRID_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_css_name (klass, "fw-grid-header");
  gtk_widget_class_set_accessible_role (klass, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
_fw_grid_header_init (FwGridHeader *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->held = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Headings"), -1);
  self->buttons = g_ptr_array_new ();
  self->check = gtk_check_button_new ();
  gtk_widget_set_tooltip_text (self->check, _("Select everybody in the list (Ctrl+A)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Select all"), -1);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (check_cb), self);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (click, drag);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
_fw_grid_header_new (FwGridLayout *layout)
{
  FwGridHeader *self = g_object_new (FW_TYPE_GRID_HEADER, NULL);

  self->layout = layout;
  _fw_grid_header_rebuild (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
_fw_grid_header_set_sort (GtkWidget *header, const char *id, gboolean descending)
{
  FwGridHeader *self = FW_GRID_HEADER (header);

  g_free (self->sort);
  self->sort = g_strdup (id);
  self->descending = descending;
  for (guint i = 0; i < self->buttons->len; i++)
    if (g_ptr_array_index (self->buttons, i) != NULL)
      show_sort (self, g_ptr_array_index (self->buttons, i), self->layout->places[i].column);
}

/* Whether everybody in the list is selected, or some. */
void
_fw_grid_header_set_check (GtkWidget *header, gboolean all, gboolean some)
{
  FwGridHeader *self = FW_GRID_HEADER (header);

  self->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), all);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->check), some && !all);
  self->setting = FALSE;
}

/* Follows the rows sideways. */
void
_fw_grid_header_set_shift (GtkWidget *header, int shift)
{
  FwGridHeader *self = FW_GRID_HEADER (header);

  if (self->shift == shift)
    return;
  self->shift = shift;
  gtk_widget_queue_allocate (header);
}
