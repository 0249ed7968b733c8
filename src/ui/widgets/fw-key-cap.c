#include "config.h"

#include "ui/widgets/fw-key-cap.h"

/* A key as printed on the keyboard, such as Alt+1. */
struct _FwKeyCap
{
  GtkWidget parent_instance;

  GtkWidget *word_label;
};

G_DEFINE_FINAL_TYPE (FwKeyCap, fw_key_cap, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
fw_key_cap_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FwKeyCap *self = FW_KEY_CAP (object);

  if (id == PROP_LABEL)
    g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->word_label)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_key_cap_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LABEL)
    fw_key_cap_set_label (FW_KEY_CAP (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_key_cap_dispose (GObject *object)
{
  g_clear_pointer (&FW_KEY_CAP (object)->word_label, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_key_cap_parent_class)->dispose (object);
}

static void
fw_key_cap_class_init (FwKeyCapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fw_key_cap_get_property;
  object_class->set_property = fw_key_cap_set_property;
  object_class->dispose = fw_key_cap_dispose;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fw-keycap");
}

static void
fw_key_cap_init (FwKeyCap *self)
{
  self->word_label = gtk_label_new ("");
  gtk_widget_set_parent (self->word_label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "fw-keycap");
}

void
fw_key_cap_set_label (FwKeyCap *self, const char *label)
{
  g_return_if_fail (FW_IS_KEY_CAP (self));
  gtk_label_set_label (GTK_LABEL (self->word_label), label != NULL ? label : "");
}
