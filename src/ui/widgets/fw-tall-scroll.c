#include "config.h"

#include "ui/widgets/fw-tall-scroll.h"

struct _FwTallScroll
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *child; /* owned by the scroller */
  int min_height;
};

G_DEFINE_FINAL_TYPE (FwTallScroll, fw_tall_scroll, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_MIN_HEIGHT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkSizeRequestMode
fw_tall_scroll_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fw_tall_scroll_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  FwTallScroll *self = FW_TALL_SCROLL (widget);

  if (self->child == NULL)
    return;
  /* It scrolls: its height says nothing of its width. */
  gtk_widget_measure (self->child, orientation, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = MIN (*natural, self->min_height);
  else
    *natural = *minimum;
}

static void
fw_tall_scroll_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  gtk_widget_size_allocate (FW_TALL_SCROLL (widget)->scroller, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
fw_tall_scroll_get_property (GObject *object,
                             guint id,
                             GValue *value,
                             GParamSpec *pspec)
{
  FwTallScroll *self = FW_TALL_SCROLL (object);

  if (id == PROP_CHILD)
    g_value_set_object (value, self->child);
  else if (id == PROP_MIN_HEIGHT)
    g_value_set_int (value, self->min_height);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_tall_scroll_set_property (GObject *object,
                             guint id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  FwTallScroll *self = FW_TALL_SCROLL (object);

  if (id == PROP_CHILD)
    {
      self->child = g_value_get_object (value);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->child);
    }
  else if (id == PROP_MIN_HEIGHT)
    {
      self->min_height = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_tall_scroll_dispose (GObject *object)
{
  FwTallScroll *self = FW_TALL_SCROLL (object);

  self->child = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_tall_scroll_parent_class)->dispose (object);
}

static void
fw_tall_scroll_class_init (FwTallScrollClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fw_tall_scroll_get_property;
  object_class->set_property = fw_tall_scroll_set_property;
  object_class->dispose = fw_tall_scroll_dispose;
  widget_class->get_request_mode = fw_tall_scroll_get_request_mode;
  widget_class->measure = fw_tall_scroll_measure;
  widget_class->size_allocate = fw_tall_scroll_size_allocate;
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_MIN_HEIGHT] = g_param_spec_int ("min-height", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fw_tall_scroll_init (FwTallScroll *self)
{
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "focusable", FALSE, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * fw_tall_scroll_new_builder:
 * @resource: a dialog whose form scrolls in one, so that its buttons stay on the screen with large text, too
 *
 * Returns: (transfer full): what is built of it
 */
GtkBuilder *
fw_tall_scroll_new_builder (const char *resource)
{
  g_type_ensure (FW_TYPE_TALL_SCROLL);
  return gtk_builder_new_from_resource (resource);
}

void
fw_tall_scroll_to_top (FwTallScroll *self)
{
  g_return_if_fail (FW_IS_TALL_SCROLL (self));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}
