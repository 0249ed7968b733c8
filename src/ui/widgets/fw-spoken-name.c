#include "config.h"

#include "ui/widgets/fw-spoken-name.h"

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
