#include "config.h"

#include "ui/widgets/fw-split-view.h"

/* A sidebar beside the content, as narrow as it can be; where the window is narrow it lies over the content, with a shade, and only on
 * demand. The main window and a case's workspace are both one of these. */
struct _FwSplitView
{
  GtkWidget parent_instance;

  GtkWidget *sidebar;
  GtkWidget *content;
  GtkWidget *revealer;
  GtkWidget *shade;
  gboolean narrow;
  gboolean show_sidebar;
};

static void fw_split_view_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FwSplitView, fw_split_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, fw_split_view_buildable_init))

enum
{
  PROP_0,
  PROP_SIDEBAR,
  PROP_CONTENT,
  PROP_NARROW,
  PROP_SHOW_SIDEBAR,
  PROP_SIDEBAR_HIDDEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void
set_sidebar (FwSplitView *self, GtkWidget *sidebar)
{
  self->sidebar = sidebar;
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), sidebar);
}

static void
set_content (FwSplitView *self, GtkWidget *content)
{
  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->content = content;
  if (content != NULL)
    gtk_widget_insert_after (content, GTK_WIDGET (self), NULL);
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  FwSplitView *self = FW_SPLIT_VIEW (buildable);

  if (g_strcmp0 (type, "sidebar") == 0)
    set_sidebar (self, GTK_WIDGET (child));
  else if (GTK_IS_WIDGET (child))
    set_content (self, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
fw_split_view_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
show_state (FwSplitView *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), self->show_sidebar);
  gtk_widget_set_visible (self->shade, self->narrow && self->show_sidebar);
  /* A sidebar that lies over the content looks like a sheet, and takes the keyboard as one. */
  if (self->narrow)
    gtk_widget_add_css_class (self->revealer, "fw-sheet");
  else
    gtk_widget_remove_css_class (self->revealer, "fw-sheet");
  if (self->content != NULL)
    gtk_widget_set_can_target (self->content, !(self->narrow && self->show_sidebar));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_HIDDEN]);
}

static void
set_narrow (FwSplitView *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  self->show_sidebar = !narrow;
  show_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}

static void
toggle_sidebar_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwSplitView *self = FW_SPLIT_VIEW (widget);

  fw_split_view_set_show_sidebar (self, !self->show_sidebar);
  if (self->show_sidebar && self->sidebar != NULL)
    gtk_widget_child_focus (self->sidebar, GTK_DIR_TAB_FORWARD);
}

static gboolean
close_sheet_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  FwSplitView *self = FW_SPLIT_VIEW (widget);

  if (!self->narrow || !self->show_sidebar)
    return FALSE;
  fw_split_view_set_show_sidebar (self, FALSE);
  return TRUE;
}

static void
shade_pressed_cb (GtkGestureClick *gesture, int presses, double x, double y, gpointer data)
{
  fw_split_view_set_show_sidebar (data, FALSE);
}

static void
fw_split_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  FwSplitView *self = FW_SPLIT_VIEW (widget);
  int sidebar = 0;

  gtk_widget_measure (self->revealer, orientation, -1, &sidebar, NULL, NULL, NULL);
  if (self->content != NULL)
    {
      int for_content = for_size;

      if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0 && !self->narrow)
        {
          int beside = 0;

          gtk_widget_measure (self->revealer, GTK_ORIENTATION_HORIZONTAL, -1, &beside, NULL, NULL, NULL);
          for_content = MAX (for_size - beside, 0);
        }
      if (for_content >= 0 && orientation == GTK_ORIENTATION_VERTICAL)
        {
          int least = 0;

          gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
          for_content = MAX (for_content, least);
        }
      gtk_widget_measure (self->content, orientation, for_content, minimum, natural, NULL, NULL);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL && !self->narrow)
    {
      *minimum += sidebar;
      *natural += sidebar;
    }
  else
    {
      *minimum = MAX (*minimum, sidebar);
      *natural = MAX (*natural, sidebar);
    }
}

static void
fw_split_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FwSplitView *self = FW_SPLIT_VIEW (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int sidebar_width = 0;
  int beside;

  gtk_widget_measure (self->revealer, GTK_ORIENTATION_HORIZONTAL, -1, &sidebar_width, NULL, NULL, NULL);
  beside = self->narrow ? 0 : sidebar_width;
  if (self->content != NULL)
    gtk_widget_size_allocate (self->content,
                              &(GtkAllocation) { mirrored ? 0 : beside, 0, width - beside, height }, -1);
  if (gtk_widget_get_visible (self->shade))
    gtk_widget_size_allocate (self->shade, &(GtkAllocation) { 0, 0, width, height }, -1);
  gtk_widget_size_allocate (self->revealer,
                            &(GtkAllocation) { mirrored ? width - sidebar_width : 0, 0, sidebar_width, height }, -1);
}

static void
fw_split_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FwSplitView *self = FW_SPLIT_VIEW (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->show_sidebar);
      break;
    case PROP_SIDEBAR_HIDDEN:
      g_value_set_boolean (value, fw_split_view_get_sidebar_hidden (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fw_split_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FwSplitView *self = FW_SPLIT_VIEW (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      set_sidebar (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      set_content (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_SIDEBAR:
      fw_split_view_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fw_split_view_dispose (GObject *object)
{
  FwSplitView *self = FW_SPLIT_VIEW (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->shade, gtk_widget_unparent);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_split_view_parent_class)->dispose (object);
}

static void
fw_split_view_class_init (FwSplitViewClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fw_split_view_get_property;
  object_class->set_property = fw_split_view_set_property;
  object_class->dispose = fw_split_view_dispose;
  widget_class->measure = fw_split_view_measure;
  widget_class->size_allocate = fw_split_view_size_allocate;
  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  properties[PROP_SIDEBAR_HIDDEN] = g_param_spec_boolean ("sidebar-hidden", NULL, NULL, FALSE,
                                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "split.toggle-sidebar", NULL, toggle_sidebar_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "split.toggle-sidebar", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_sheet_cb, NULL);
}

static void
fw_split_view_init (FwSplitView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->show_sidebar = TRUE;
  self->shade = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->shade, "fw-shade");
  gtk_widget_set_visible (self->shade, FALSE);
  g_signal_connect (click, "pressed", G_CALLBACK (shade_pressed_cb), self);
  gtk_widget_add_controller (self->shade, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (self->shade, GTK_WIDGET (self));
  self->revealer = g_object_new (GTK_TYPE_REVEALER,
                                 "transition-type", GTK_REVEALER_TRANSITION_TYPE_SLIDE_RIGHT,
                                 "transition-duration", 200,
                                 "reveal-child", TRUE,
                                 NULL);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * fw_split_view_get_sidebar_hidden:
 *
 * Returns: whether the content should offer a button that brings the sidebar
 */
gboolean
fw_split_view_get_sidebar_hidden (FwSplitView *self)
{
  g_return_val_if_fail (FW_IS_SPLIT_VIEW (self), FALSE);
  return self->narrow || !self->show_sidebar;
}

/**
 * fw_split_view_set_show_sidebar:
 * @show_sidebar: whether the sidebar stands beside the content, or lies over it where it is narrow
 */
void
fw_split_view_set_show_sidebar (FwSplitView *self, gboolean show_sidebar)
{
  g_return_if_fail (FW_IS_SPLIT_VIEW (self));

  if (self->show_sidebar == !!show_sidebar)
    return;
  self->show_sidebar = !!show_sidebar;
  show_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}
