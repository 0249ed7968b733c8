#include "config.h"

#include "ui/widgets/fw-strength.h"

#include <glib/gi18n.h>

#define N_LEVELS 4

/* Four bars and the words that say what they mean: how strong a passphrase or a signature is. */
struct _FwStrength
{
  GtkWidget parent_instance;

  GtkWidget *bars[N_LEVELS];
  GtkWidget *words_label;
};

G_DEFINE_FINAL_TYPE (FwStrength, fw_strength, GTK_TYPE_WIDGET)

static void
fw_strength_dispose (GObject *object)
{
  FwStrength *self = FW_STRENGTH (object);

  for (guint i = 0; i < N_LEVELS; i++)
    g_clear_pointer (&self->bars[i], gtk_widget_unparent);
  g_clear_pointer (&self->words_label, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_strength_parent_class)->dispose (object);
}

static void
fw_strength_class_init (FwStrengthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_strength_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fw-strength");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
fw_strength_init (FwStrength *self)
{
  for (guint i = 0; i < N_LEVELS; i++)
    {
      self->bars[i] = g_object_new (GTK_TYPE_BOX, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
      gtk_widget_add_css_class (self->bars[i], "fw-bar");
      gtk_widget_set_parent (self->bars[i], GTK_WIDGET (self));
    }
  self->words_label = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->words_label, "caption-heading");
  gtk_widget_set_parent (self->words_label, GTK_WIDGET (self));
  fw_strength_set (self, 0, FALSE, NULL);
}

/**
 * fw_strength_set:
 * @level: how many of the four bars are filled
 * @enough: whether that is enough for what it is needed for
 * @words: (nullable): what the level means
 */
void
fw_strength_set (FwStrength *self, int level, gboolean enough, const char *words)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (FW_IS_STRENGTH (self));

  level = CLAMP (level, 0, N_LEVELS);
  gtk_widget_remove_css_class (GTK_WIDGET (self), enough ? "warn" : "clear");
  gtk_widget_add_css_class (GTK_WIDGET (self), enough ? "clear" : "warn");
  for (int i = 0; i < N_LEVELS; i++)
    {
      if (i < level)
        gtk_widget_add_css_class (self->bars[i], "filled");
      else
        gtk_widget_remove_css_class (self->bars[i], "filled");
    }
  gtk_label_set_label (GTK_LABEL (self->words_label), words != NULL ? words : "");
  gtk_widget_set_visible (self->words_label, words != NULL && *words != '\0');
  spoken = g_strdup_printf (_("Level %d of %d: %s"), level, N_LEVELS, words != NULL ? words : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) N_LEVELS,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) level,
                                  -1);
}
