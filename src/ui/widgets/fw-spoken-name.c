#include "config.h"

#include "ui/widgets/fw-spoken-name.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * fw_spoken_name_set:
 * @widget: a button or the like that shows a text
 * @name: what a screen reader says of it, where the text alone does not tell it from its like
 *
 * Newer releases of GTK take the text for the name whatever else is set, until the widget is no longer said to be
 * labelled by it.
 */
void
fw_spoken_name_set (GtkWidget *widget, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What it says beside itself, a row in its title, without the mark of its key. */
static char *
dup_about (GtkWidget *choice)
{
  g_autoptr (GtkWidget) label = NULL;

  if (!ADW_IS_PREFERENCES_ROW (choice))
    return g_strdup (gtk_widget_get_tooltip_text (choice));
  label = g_object_ref_sink (gtk_label_new_with_mnemonic (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (choice))));
  return g_strdup (gtk_label_get_text (GTK_LABEL (label)));
}

static void
name_choice_cb (GtkWidget *choice)
{
  const char *about = g_object_get_data (G_OBJECT (choice), "spoken-about");
  g_autoptr (GtkStringObject) chosen = NULL;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_object_get (choice, "selected-item", &chosen, NULL);
  words = g_strdup (chosen != NULL ? gtk_string_object_get_string (chosen) : "");
  /* Translators: what a choice is about, and what is chosen. */
  name = g_strdup_printf (_("%s: %s"), about, g_strstrip (words));
  fw_spoken_name_set (choice, name);
  if (GTK_IS_DROP_DOWN (choice))
    fw_spoken_name_set (gtk_widget_get_first_child (choice), name);
}

/**
 * fw_spoken_name_follow_choice:
 * @choice: a drop-down or a combo row of strings
 * @about: (nullable): what it is about, where neither its title nor its tooltip says so
 *
 * From now on a screen reader says what is chosen of what: a combo row has but its title for a name, a drop-down in newer
 * releases of GTK but what is chosen, and the button in it, which is what takes the focus, in older ones nothing.
 */
void
fw_spoken_name_follow_choice (GtkWidget *choice, const char *about)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (choice) || ADW_IS_COMBO_ROW (choice));

  g_object_set_data_full (G_OBJECT (choice), "spoken-about", about != NULL ? g_strdup (about) : dup_about (choice), g_free);
  g_signal_connect (choice, "notify::selected-item", G_CALLBACK (name_choice_cb), NULL);
  name_choice_cb (choice);
}

static const char *
find_text (GtkWidget *widget)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); text == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    text = find_text (child);
  return text;
}

/**
 * fw_spoken_name_set_items:
 * @menu: a menu made of a model, or a part of one
 *
 * Names each item by its text, which GTK 4.18 does not. To be said of a menu that is open: while it gets its place in a
 * window, GTK says anew what its items are labelled by.
 */
void
fw_spoken_name_set_items (GtkWidget *menu)
{
  g_return_if_fail (GTK_IS_WIDGET (menu));

  for (GtkWidget *child = gtk_widget_get_first_child (menu); child != NULL; child = gtk_widget_get_next_sibling (child))
    switch (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)))
      {
      case GTK_ACCESSIBLE_ROLE_MENU_ITEM:
      case GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX:
      case GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO:
        if (find_text (child) != NULL)
          fw_spoken_name_set (child, find_text (child));
        break;
      default:
        fw_spoken_name_set_items (child);
        break;
      }
}

static void
menu_opened_cb (GtkMenuButton *button)
{
  GtkPopover *menu = gtk_menu_button_get_popover (button);

  if (menu != NULL && gtk_widget_get_visible (GTK_WIDGET (menu)))
    fw_spoken_name_set_items (GTK_WIDGET (menu));
}

/**
 * fw_spoken_name_follow_menu:
 * @button: what opens a menu made of a model
 *
 * From now on the items of the menu are named by their texts whenever it opens.
 */
void
fw_spoken_name_follow_menu (GtkMenuButton *button)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  /* The menu button's own property "active" is younger than GTK 4.8. */
  g_signal_connect_object (gtk_widget_get_first_child (GTK_WIDGET (button)), "toggled", G_CALLBACK (menu_opened_cb), button,
                           G_CONNECT_SWAPPED);
}

/**
 * fw_spoken_name_of_icon:
 * @top: a widget of the toolkit
 * @icon_name: what the buttons show
 *
 * Names the buttons below @top that the toolkit makes with an icon and no name.
 */
void
fw_spoken_name_of_icon (GtkWidget *top, const char *icon_name, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (top));

  if (GTK_IS_BUTTON (top) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (top)), icon_name) == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (top), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    fw_spoken_name_of_icon (child, icon_name, name);
}
