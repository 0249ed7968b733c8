#include "config.h"

#include "ui/widgets/fw-spoken-name.h"

#include <glib/gi18n.h>

/**
 * fw_spoken_name_set:
 * @button: a button that shows a text
 * @name: what a screen reader says of it, where the text alone does not tell it from its like
 *
 * Newer releases of GTK take the text for the name whatever else is set, until the button is no longer said to be
 * labelled by it.
 */
void
fw_spoken_name_set (GtkWidget *button, const char *name)
{
  g_return_if_fail (GTK_IS_BUTTON (button));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_choice_cb (GtkDropDown *drop_down)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *words = g_strdup (chosen != NULL ? gtk_string_object_get_string (chosen) : "");
  g_autofree char *name = NULL;

  /* Translators: what a choice is about, and what is chosen. */
  name = g_strdup_printf (_("%s: %s"), gtk_widget_get_tooltip_text (GTK_WIDGET (drop_down)), g_strstrip (words));
  fw_spoken_name_set (gtk_widget_get_first_child (GTK_WIDGET (drop_down)), name);
}

/**
 * fw_spoken_name_follow_choice:
 * @drop_down: a choice among strings, whose tooltip says what it is about
 *
 * The button in a drop-down has no name of its own: from now on a screen reader says what is chosen of what.
 */
void
fw_spoken_name_follow_choice (GtkDropDown *drop_down)
{
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (name_choice_cb), NULL);
  name_choice_cb (drop_down);
}
