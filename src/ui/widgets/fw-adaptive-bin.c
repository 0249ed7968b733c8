#include "config.h"

#include "ui/widgets/fw-adaptive-bin.h"

/* Says whether its width is narrow, as a property that pages bind to. Text at 200 % counts as half the width: the
 * threshold grows with the text. Its own least width does not depend on the child's, or a window laid out wide could
 * never be made narrow. */
struct _FwAdaptiveBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int threshold; /* px at text scale 1 */
  int least_width;
  gboolean narrow;
  gboolean pending_narrow;
  guint narrow_source;
};

static void fw_adaptive_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FwAdaptiveBin, fw_adaptive_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, fw_adaptive_bin_buildable_init))

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_THRESHOLD,
  PROP_LEAST_WIDTH,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    fw_adaptive_bin_set_child (FW_ADAPTIVE_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
fw_adaptive_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static gboolean
take_narrow_cb (gpointer data)
{
  FwAdaptiveBin *self = data;

  self->narrow_source = 0;
  if (self->narrow != self->pending_narrow)
    {
      self->narrow = self->pending_narrow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }
  return G_SOURCE_REMOVE;
}

static void
fw_adaptive_bin_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  FwAdaptiveBin *self = FW_ADAPTIVE_BIN (widget);
  int child_minimum = 0;

  if (self->child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      for_size = MAX (for_size, child_minimum);
    }
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->least_width >= 0)
    *minimum = MIN (*minimum, self->least_width);
}

static void
fw_adaptive_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FwAdaptiveBin *self = FW_ADAPTIVE_BIN (widget);
  int least_width = 0;
  int least_height = 0;

  /* Outside of the allocation, because pages answer by hiding and moving widgets. */
  self->pending_narrow = width < self->threshold * fw_adaptive_bin_get_text_scale (widget);
  if (self->pending_narrow != self->narrow && self->narrow_source == 0)
    self->narrow_source = g_idle_add_full (G_PRIORITY_HIGH, take_narrow_cb, self, NULL);
  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, width, MAX (height, least_height), baseline, NULL);
}

static void
fw_adaptive_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FwAdaptiveBin *self = FW_ADAPTIVE_BIN (object);

  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_LEAST_WIDTH:
      g_value_set_int (value, self->least_width);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fw_adaptive_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FwAdaptiveBin *self = FW_ADAPTIVE_BIN (object);

  switch (id)
    {
    case PROP_CHILD:
      fw_adaptive_bin_set_child (self, g_value_get_object (value));
      break;
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    case PROP_LEAST_WIDTH:
      self->least_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fw_adaptive_bin_dispose (GObject *object)
{
  FwAdaptiveBin *self = FW_ADAPTIVE_BIN (object);

  g_clear_handle_id (&self->narrow_source, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_adaptive_bin_parent_class)->dispose (object);
}

static void
fw_adaptive_bin_class_init (FwAdaptiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fw_adaptive_bin_get_property;
  object_class->set_property = fw_adaptive_bin_set_property;
  object_class->dispose = fw_adaptive_bin_dispose;
  widget_class->measure = fw_adaptive_bin_measure;
  widget_class->size_allocate = fw_adaptive_bin_size_allocate;
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 960,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEAST_WIDTH] = g_param_spec_int ("least-width", NULL, NULL, -1, G_MAXINT, 600,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fw_adaptive_bin_init (FwAdaptiveBin *self)
{
  self->threshold = 960;
  self->least_width = 600;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * fw_adaptive_bin_set_child:
 * @child: (nullable): takes the place of the child before
 */
void
fw_adaptive_bin_set_child (FwAdaptiveBin *self, GtkWidget *child)
{
  g_return_if_fail (FW_IS_ADAPTIVE_BIN (self));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * fw_adaptive_bin_get_narrow:
 *
 * Returns: whether there is too little room for two columns
 */
gboolean
fw_adaptive_bin_get_narrow (FwAdaptiveBin *self)
{
  g_return_val_if_fail (FW_IS_ADAPTIVE_BIN (self), FALSE);
  return self->narrow;
}

/**
 * fw_adaptive_bin_get_text_scale:
 *
 * Returns: how much larger than the design's 96 dpi the user has made text
 */
double
fw_adaptive_bin_get_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * 1024.0) : 1.0;
}
