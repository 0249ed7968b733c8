#include "config.h"

#include "ui/window/fw-sidebar.h"

#include <glib/gi18n.h>

#include "ui/widgets/fw-full-text.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tab-stop.h"

/* The places of the window. A place that is not built is not listed. Signal "place-chosen" carries the id. */
struct _FwSidebar
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwWindowTitle *window_title;
  GtkMenuButton *menu_button;
  GtkListBox *place_list;
  AdwAvatar *who_avatar;
  GtkLabel *who_label;
};

G_DEFINE_FINAL_TYPE (FwSidebar, fw_sidebar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PLACE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *id;
  const char *icon_name;
  const char *title;
} places[] = {
  { "today", "task-due-symbolic", N_("Today") },
  { "employees", "system-users-symbolic", N_("Employees") },
  { "departures", "x-office-document-symbolic", N_("Departures") },
  { "insight", "fw-insight-symbolic", N_("Insight") },
  { "calculators", "accessories-calculator-symbolic", N_("Calculators") },
  { "law", "accessories-dictionary-symbolic", N_("Law library") },
  { "data", "drive-harddisk-symbolic", N_("Data") },
};

/**
 * fw_sidebar_get_nth_place:
 *
 * Returns: (nullable): the id of the place that Ctrl and the digit @n + 1 opens
 */
const char *
fw_sidebar_get_nth_place (guint n)
{
  return n < G_N_ELEMENTS (places) ? places[n].id : NULL;
}

static GtkWidget *
new_row (guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (places[n].icon_name);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _(places[n].title), "xalign", 0.0, "hexpand", TRUE,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *badge = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "valign", GTK_ALIGN_CENTER, NULL);
  g_autofree char *tooltip = g_strdup_printf ("%s (Ctrl+%u)", _(places[n].title), n + 1);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "tooltip-text", tooltip, NULL);

  gtk_widget_add_css_class (badge, "fw-badge");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(places[n].title), -1);
  g_object_set_data (G_OBJECT (row), "badge", badge);
  return row;
}

static void
row_activated_cb (FwSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_PLACE_CHOSEN], 0, places[gtk_list_box_row_get_index (row)].id);
}

static void
fw_sidebar_dispose (GObject *object)
{
  g_clear_pointer (&FW_SIDEBAR (object)->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_sidebar_parent_class)->dispose (object);
}

static void
fw_sidebar_class_init (FwSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_sidebar_dispose;
  signals[SIGNAL_PLACE_CHOSEN] = g_signal_new ("place-chosen", FW_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (FW_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/window/fw-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, FwSidebar, content);
  gtk_widget_class_bind_template_child (widget_class, FwSidebar, window_title);
  gtk_widget_class_bind_template_child (widget_class, FwSidebar, place_list);
  gtk_widget_class_bind_template_child (widget_class, FwSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FwSidebar, who_avatar);
  gtk_widget_class_bind_template_child (widget_class, FwSidebar, who_label);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
fw_sidebar_init (FwSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_spoken_name_follow_menu (self->menu_button);
  fw_full_text_offer (self->who_label);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_list_box_append (self->place_list, new_row (i));
}

/**
 * fw_sidebar_get_place:
 *
 * Returns: (nullable): the id of the place that is marked
 */
const char *
fw_sidebar_get_place (FwSidebar *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (FW_IS_SIDEBAR (self), NULL);

  row = gtk_list_box_get_selected_row (self->place_list);
  return row != NULL ? places[gtk_list_box_row_get_index (row)].id : NULL;
}

/**
 * fw_sidebar_set_place:
 * @place: the id of the place to mark as the one that is open
 */
void
fw_sidebar_set_place (FwSidebar *self, const char *place)
{
  g_return_if_fail (FW_IS_SIDEBAR (self));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].id, place) == 0)
      gtk_list_box_select_row (self->place_list, gtk_list_box_get_row_at_index (self->place_list, (int) i));
}

/**
 * fw_sidebar_set_company:
 * @company: (nullable): whose records are open
 */
void
fw_sidebar_set_company (FwSidebar *self, const char *company)
{
  g_return_if_fail (FW_IS_SIDEBAR (self));
  adw_window_title_set_subtitle (self->window_title, company != NULL ? company : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->window_title), company);
}

/**
 * fw_sidebar_set_who:
 * @who: (nullable): who is working
 */
void
fw_sidebar_set_who (FwSidebar *self, const char *who)
{
  g_return_if_fail (FW_IS_SIDEBAR (self));
  adw_avatar_set_text (self->who_avatar, who != NULL ? who : "");
  gtk_label_set_label (self->who_label, who != NULL ? who : "");
}

/**
 * fw_sidebar_open_menu:
 *
 * Opens the main menu.
 */
void
fw_sidebar_open_menu (FwSidebar *self)
{
  g_return_if_fail (FW_IS_SIDEBAR (self));
  gtk_menu_button_popup (self->menu_button);
}

/**
 * fw_sidebar_set_badge:
 * @count: how many things wait there; none shows no badge
 */
void
fw_sidebar_set_badge (FwSidebar *self, const char *place, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  g_return_if_fail (FW_IS_SIDEBAR (self));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].id, place))
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->place_list, (int) i);
        GtkWidget *badge = g_object_get_data (G_OBJECT (row), "badge");
        g_autofree char *spoken = count > 0 ? g_strdup_printf ("%s %u", _(places[i].title), count)
                                            : g_strdup (_(places[i].title));

        gtk_label_set_label (GTK_LABEL (badge), text);
        gtk_widget_set_visible (badge, count > 0);
        gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      }
}
