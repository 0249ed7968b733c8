#include "config.h"

#include "ui/widgets/fw-tab-stop.h"

/* Around a list or list view whose selected row shows something else: a page, a detail beside it; or around several such lists that share one
 * detail. A list by itself lets Tab come by every row and selects it, so that nobody who works by keyboard would come from a row to what
 * it shows. Here Tab comes by the selected row and what is in it, and the arrows lead to the others. */
struct _FwTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FwTabStop, fw_tab_stop, ADW_TYPE_BIN)

static GtkWidget *
find_selected (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LIST_BOX (widget))
    return GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_selected (child);
  return found;
}

/* The row that has the focus, or in which it is. */
static GtkWidget *
find_row (GtkWidget *focus,
          GtkWidget *top)
{
  for (GtkWidget *widget = focus; widget != top; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_LIST_BOX (gtk_widget_get_parent (widget)) || GTK_IS_LIST_VIEW (gtk_widget_get_parent (widget)))
      return widget;
  return NULL;
}

static gboolean
fw_tab_stop_focus (GtkWidget *widget,
                   GtkDirectionType direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = NULL;

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    {
      if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
        row = find_selected (widget);
      else
        row = find_row (focus, widget);
    }
  return row != NULL ? gtk_widget_child_focus (row, direction)
                     : GTK_WIDGET_CLASS (fw_tab_stop_parent_class)->focus (widget, direction);
}

static void
fw_tab_stop_class_init (FwTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = fw_tab_stop_focus;
}

static void
fw_tab_stop_init (FwTabStop *self)
{
}
