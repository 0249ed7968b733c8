#include "config.h"

#include "ui/widgets/fw-full-text.h"

#define WRAP_CHARACTERS 60

/* A label of its own, since that of a tooltip breaks Chinese after each character. */
static gboolean
query_cb (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip, gpointer data)
{
  GtkLabel *label = GTK_LABEL (widget);
  const char *text = gtk_label_get_text (label);
  gboolean is_long = g_utf8_strlen (text, -1) > WRAP_CHARACTERS;

  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_custom (tooltip, g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", is_long, "width-chars",
                                                 is_long ? WRAP_CHARACTERS : -1, "max-width-chars",
                                                 is_long ? WRAP_CHARACTERS : -1, NULL));
  return TRUE;
}

/**
 * fw_full_text_offer:
 * @label: a label that may be cut
 *
 * Shows the whole text in a tooltip where it is cut, and none where it is not.
 */
void
fw_full_text_offer (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_cb), NULL);
}
