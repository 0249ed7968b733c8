#include "config.h"

#include "ui/widgets/fw-adaptive-widget.h"

typedef struct
{
  gboolean narrow;
} FwAdaptiveWidgetPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FwAdaptiveWidget, fw_adaptive_widget, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_narrow (FwAdaptiveWidget *self,
            gboolean narrow)
{
  FwAdaptiveWidgetPrivate *priv = fw_adaptive_widget_get_instance_private (self);

  if (priv->narrow == narrow)
    return;
  priv->narrow = narrow;
  if (FW_ADAPTIVE_WIDGET_GET_CLASS (self)->narrow_changed != NULL)
    FW_ADAPTIVE_WIDGET_GET_CLASS (self)->narrow_changed (self, narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
fw_adaptive_widget_get_property (GObject *object,
                                 guint id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, fw_adaptive_widget_get_narrow (object));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_adaptive_widget_set_property (GObject *object,
                                 guint id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    set_narrow (FW_ADAPTIVE_WIDGET (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_adaptive_widget_class_init (FwAdaptiveWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fw_adaptive_widget_get_property;
  object_class->set_property = fw_adaptive_widget_set_property;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_adaptive_widget_init (FwAdaptiveWidget *self)
{
}

/**
 * fw_adaptive_widget_get_narrow:
 * @self: a #FwAdaptiveWidget
 *
 * Returns: whether the page has little width
 */
gboolean
fw_adaptive_widget_get_narrow (gpointer self)
{
  FwAdaptiveWidgetPrivate *priv;

  g_return_val_if_fail (FW_IS_ADAPTIVE_WIDGET (self), FALSE);

  priv = fw_adaptive_widget_get_instance_private (self);
  return priv->narrow;
}

/**
 * fw_adaptive_widget_clamp:
 * @self: a #FwAdaptiveWidget
 * @width: of a side column, in pixels
 *
 * Keeps a column beside another at its width; where the page is narrow, and one stands over the other, it has all there is.
 */
void
fw_adaptive_widget_clamp (gpointer self, AdwClamp *clamp, int width)
{
  int most = fw_adaptive_widget_get_narrow (self) ? G_MAXINT : width;

  /* The same: between the two a clamp grows by a curve, and that leads far beyond the page where the most is without measure. */
  adw_clamp_set_maximum_size (clamp, most);
  adw_clamp_set_tightening_threshold (clamp, most);
}
