#include "config.h"

#include "ui/widgets/fw-tag.h"

#include <glib/gi18n.h>

#include "fw-widget-enums.h"

/* A round tag: icon, word and colour together, so that colour alone never carries the meaning. */
struct _FwTag
{
  GtkWidget parent_instance;

  FwTagStyle style;
  char *label;
  char *icon_name;

  GtkWidget *icon_image;
  GtkWidget *word_label;
};

G_DEFINE_FINAL_TYPE (FwTag, fw_tag, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TAG_STYLE,
  PROP_LABEL,
  PROP_ICON_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *icon_name;
  const char *css_class;
  const char *word;
} looks[] = {
  [FW_TAG_STYLE_PLAIN] = { NULL, "plain", NULL },
  [FW_TAG_STYLE_ACCENT] = { NULL, "accent", NULL },
  [FW_TAG_STYLE_CLEAR] = { "object-select-symbolic", "clear", NC_("verdict", "Clear") },
  [FW_TAG_STYLE_NOTE] = { "dialog-warning-symbolic", "warn", NC_("verdict", "Note") },
  [FW_TAG_STYLE_MISSING] = { "fw-ring-symbolic", "warn", NC_("verdict", "Missing") },
  [FW_TAG_STYLE_BLOCKED] = { "action-unavailable-symbolic", "block", NC_("verdict", "Blocked") },
};

/**
 * fw_tag_style_get_icon:
 *
 * Returns: (nullable): the symbolic icon that goes with @style
 */
const char *
fw_tag_style_get_icon (FwTagStyle style)
{
  g_return_val_if_fail (style < G_N_ELEMENTS (looks), NULL);
  return looks[style].icon_name;
}

/**
 * fw_tag_style_get_class:
 *
 * Returns: the style class that colours @style: plain, accent, clear, warn or block
 */
const char *
fw_tag_style_get_class (FwTagStyle style)
{
  g_return_val_if_fail (style < G_N_ELEMENTS (looks), NULL);
  return looks[style].css_class;
}

/**
 * fw_tag_style_get_word:
 *
 * Returns: (nullable): the verdict's word in the user's language; %NULL for a style that is no verdict
 */
const char *
fw_tag_style_get_word (FwTagStyle style)
{
  g_return_val_if_fail (style < G_N_ELEMENTS (looks), NULL);
  return looks[style].word != NULL ? g_dpgettext2 (NULL, "verdict", looks[style].word) : NULL;
}

static void
show_look (FwTag *self)
{
  const char *icon_name = self->icon_name != NULL ? self->icon_name : looks[self->style].icon_name;
  const char *word = self->label != NULL ? self->label : fw_tag_style_get_word (self->style);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[self->style].css_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon_image), icon_name);
  gtk_widget_set_visible (self->icon_image, icon_name != NULL);
  gtk_label_set_label (GTK_LABEL (self->word_label), word != NULL ? word : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, word != NULL ? word : "", -1);
}

static void
fw_tag_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FwTag *self = FW_TAG (object);

  switch (id)
    {
    case PROP_TAG_STYLE:
      g_value_set_enum (value, self->style);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fw_tag_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FwTag *self = FW_TAG (object);

  switch (id)
    {
    case PROP_TAG_STYLE:
      fw_tag_set_tag_style (self, g_value_get_enum (value));
      break;
    case PROP_LABEL:
      fw_tag_set_label (self, g_value_get_string (value));
      break;
    case PROP_ICON_NAME:
      fw_tag_set_icon_name (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fw_tag_dispose (GObject *object)
{
  FwTag *self = FW_TAG (object);

  g_clear_pointer (&self->icon_image, gtk_widget_unparent);
  g_clear_pointer (&self->word_label, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_tag_parent_class)->dispose (object);
}

static void
fw_tag_finalize (GObject *object)
{
  FwTag *self = FW_TAG (object);

  g_free (self->label);
  g_free (self->icon_name);
  G_OBJECT_CLASS (fw_tag_parent_class)->finalize (object);
}

static void
fw_tag_class_init (FwTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fw_tag_get_property;
  object_class->set_property = fw_tag_set_property;
  object_class->dispose = fw_tag_dispose;
  object_class->finalize = fw_tag_finalize;
  properties[PROP_TAG_STYLE] = g_param_spec_enum ("tag-style", NULL, NULL, FW_TYPE_TAG_STYLE, FW_TAG_STYLE_PLAIN,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fw-tag");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fw_tag_init (FwTag *self)
{
  self->icon_image = gtk_image_new ();
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon_image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_parent (self->icon_image, GTK_WIDGET (self));
  self->word_label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->word_label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "fw-tag");
  show_look (self);
}

/**
 * fw_tag_new:
 * @label: (nullable): the word to show; %NULL shows the verdict's own
 *
 * Returns: (transfer floating): a tag
 */
GtkWidget *
fw_tag_new (FwTagStyle style, const char *label)
{
  return g_object_new (FW_TYPE_TAG, "tag-style", style, "label", label, NULL);
}

void
fw_tag_set_tag_style (FwTag *self, FwTagStyle style)
{
  g_return_if_fail (FW_IS_TAG (self));
  g_return_if_fail (style < G_N_ELEMENTS (looks));

  if (self->style == style)
    return;
  self->style = style;
  show_look (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAG_STYLE]);
}

FwTagStyle
fw_tag_get_tag_style (FwTag *self)
{
  g_return_val_if_fail (FW_IS_TAG (self), FW_TAG_STYLE_PLAIN);
  return self->style;
}

/**
 * fw_tag_set_label:
 * @label: (nullable): the word to show; %NULL shows the verdict's own
 */
void
fw_tag_set_label (FwTag *self, const char *label)
{
  g_return_if_fail (FW_IS_TAG (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  show_look (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * fw_tag_set_icon_name:
 * @icon_name: (nullable): an icon in place of the verdict's own
 */
void
fw_tag_set_icon_name (FwTag *self, const char *icon_name)
{
  g_return_if_fail (FW_IS_TAG (self));

  if (g_strcmp0 (self->icon_name, icon_name) == 0)
    return;
  g_free (self->icon_name);
  self->icon_name = g_strdup (icon_name);
  show_look (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON_NAME]);
}

/**
 * fw_tag_set_wrap:
 * @wrap: whether a long text takes several lines where there is no room for one
 */
void
fw_tag_set_wrap (FwTag *self, gboolean wrap)
{
  g_return_if_fail (FW_IS_TAG (self));
  gtk_label_set_wrap (GTK_LABEL (self->word_label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (self->word_label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->word_label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (self->word_label), wrap ? 0 : 0.5);
}
