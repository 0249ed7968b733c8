#include "fw-test-widgets.h"

GtkWidget *
test_find_widget (GtkWidget *widget,
                  GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : test_find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
test_says (GtkWidget *widget,
           const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (test_says (child, text))
      return TRUE;
  return FALSE;
}
