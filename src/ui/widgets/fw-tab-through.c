#include "config.h"

#include "ui/widgets/fw-tab-through.h"

/**
 * fw_tab_through_settle:
 * @widget: what has just turned to something else, such as from waiting to what there is to do
 *
 * Gives the focus to what @widget prefers, where it is within @widget or nowhere: it went to whatever stood there before.
 */
void
fw_tab_through_settle (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && gtk_widget_get_mapped (widget) && (focus == NULL || gtk_widget_is_ancestor (focus, widget)))
    gtk_widget_grab_focus (widget);
}

/**
 * fw_tab_through:
 *
 * The focus of a class whose grab_focus prefers one of its widgets. By itself GTK asks grab_focus each time Tab comes in, so that
 * what lies before the preferred one, such as a header bar or a sidebar, would never be reached.
 *
 * Returns: whether the focus was taken
 */
gboolean
fw_tab_through (GtkWidget *widget,
                GtkDirectionType direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkWidget *child = NULL;

  /* Not by Tab: a stack turned from another page to this one. */
  if (focus != NULL && !gtk_widget_is_ancestor (focus, widget) && gtk_widget_is_ancestor (focus, parent) &&
      gtk_widget_grab_focus (widget))
    return TRUE;
  child = gtk_widget_get_focus_child (widget); /* a menu that stands over it, perhaps */
  return gtk_widget_child_focus (child != NULL ? child : gtk_widget_get_first_child (widget), direction);
}
