#include "config.h"

#include "ui/gate/fw-new-passphrase.h"

#include <glib/gi18n.h>

#include "ui/gate/fw-passphrase.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-strength.h"

struct _FwNewPassphrase
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwPasswordEntryRow *passphrase_row;
  AdwPasswordEntryRow *again_row;
  FwStrength *strength;
};

G_DEFINE_FINAL_TYPE (FwNewPassphrase, fw_new_passphrase, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
entry_text (gpointer row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
changed_cb (FwNewPassphrase *self)
{
  const char *passphrase = entry_text (self->passphrase_row);
  const int level = fw_passphrase_level (passphrase);
  g_autofree char *words = fw_passphrase_describe (passphrase);

  fw_strength_set (self->strength, level, level > FW_PASSPHRASE_LEAST_LEVEL, words);
  if (fw_new_passphrase_differs (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->again_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->again_row), "error");
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
activated_cb (FwNewPassphrase *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
fw_new_passphrase_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (FW_NEW_PASSPHRASE (object)->passphrase_row),
                                   g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
fw_new_passphrase_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FW_NEW_PASSPHRASE (widget)->passphrase_row));
}

static void
fw_new_passphrase_dispose (GObject *object)
{
  g_clear_pointer (&FW_NEW_PASSPHRASE (object)->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_new_passphrase_parent_class)->dispose (object);
}

static void
fw_new_passphrase_class_init (FwNewPassphraseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_new_passphrase_dispose;
  G_OBJECT_CLASS (klass)->set_property = fw_new_passphrase_set_property;
  widget_class->grab_focus = fw_new_passphrase_grab_focus;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FW_TYPE_NEW_PASSPHRASE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", FW_TYPE_NEW_PASSPHRASE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
  g_type_ensure (FW_TYPE_STRENGTH);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/gate/fw-new-passphrase.ui");
  gtk_widget_class_bind_template_child (widget_class, FwNewPassphrase, content);
  gtk_widget_class_bind_template_child (widget_class, FwNewPassphrase, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, FwNewPassphrase, again_row);
  gtk_widget_class_bind_template_child (widget_class, FwNewPassphrase, strength);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
fw_new_passphrase_init (FwNewPassphrase *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_spoken_name_of_icon (GTK_WIDGET (self), "view-reveal-symbolic", _("Show what is typed"));
  changed_cb (self);
}

/**
 * fw_new_passphrase_get_text:
 *
 * Returns: (transfer none): what was typed first
 */
const char *
fw_new_passphrase_get_text (FwNewPassphrase *self)
{
  g_return_val_if_fail (FW_IS_NEW_PASSPHRASE (self), NULL);
  return entry_text (self->passphrase_row);
}

/**
 * fw_new_passphrase_differs:
 *
 * Returns: whether what is typed again cannot become the same any more
 */
gboolean
fw_new_passphrase_differs (FwNewPassphrase *self)
{
  g_return_val_if_fail (FW_IS_NEW_PASSPHRASE (self), FALSE);
  return !g_str_has_prefix (entry_text (self->passphrase_row), entry_text (self->again_row));
}

/**
 * fw_new_passphrase_find_problem:
 *
 * Returns: (nullable): what stands against this passphrase, in words; %NULL where nothing does
 */
const char *
fw_new_passphrase_find_problem (FwNewPassphrase *self)
{
  g_return_val_if_fail (FW_IS_NEW_PASSPHRASE (self), NULL);

  if (fw_passphrase_level (entry_text (self->passphrase_row)) < FW_PASSPHRASE_LEAST_LEVEL)
    return _("Choose a longer passphrase: at least 8 characters that are not a simple pattern.");
  if (!g_str_equal (entry_text (self->passphrase_row), entry_text (self->again_row)))
    return _("The two passphrases differ.");
  return NULL;
}

/**
 * fw_new_passphrase_forget:
 *
 * Empties both rows, once the passphrase has done its work.
 */
void
fw_new_passphrase_forget (FwNewPassphrase *self)
{
  g_return_if_fail (FW_IS_NEW_PASSPHRASE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), "");
}
