#include "config.h"

#include "ui/employees/fw-employees-page-private.h"

#include <glib/gi18n.h>

#include "ui/window/fw-window.h"

/* Views: what was searched, filtered, sorted and shown, under a name. They stand in the store, because what was searched
 * for may be somebody's name; a view is one command and one event. */

#define SETTING "employee-views"

static GVariant *
find_view (FwEmployeesPage *self, const char *name)
{
  for (gsize i = 0; self->views != NULL && i < g_variant_n_children (self->views); i++)
    {
      g_autoptr (GVariant) view = g_variant_get_child_value (self->views, i);
      const char *its_name = NULL;

      if (g_variant_lookup (view, "name", "&s", &its_name) && g_strcmp0 (its_name, name) == 0)
        return g_steal_pointer (&view);
    }
  return NULL;
}

static void
append_view_items (FwEmployeesPage *self, GMenu *menu, const char *action)
{
  for (gsize i = 0; self->views != NULL && i < g_variant_n_children (self->views); i++)
    {
      g_autoptr (GVariant) view = g_variant_get_child_value (self->views, i);
      g_autoptr (GMenuItem) item = NULL;
      g_auto (GStrv) parts = NULL;
      g_autofree char *label = NULL;
      const char *name = NULL;

      if (!g_variant_lookup (view, "name", "&s", &name))
        continue;
      parts = g_strsplit (name, "_", -1); /* no letter of it is a mnemonic */
      label = g_strjoinv ("__", parts);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, action, "s", name);
      g_menu_append_item (menu, item);
    }
}

/* The button says which view is shown; its menu offers them, keeps and forgets. */
static void
show_views (FwEmployeesPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) shown = g_menu_new ();
  g_autoptr (GMenu) kept = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();
  g_autofree char *label = self->view != NULL ? g_strdup_printf (_("View: %s"), self->view) : g_strdup (_("My views"));

  append_view_items (self, shown, "employees.view");
  append_view_items (self, removal, "employees.remove-view");
  g_menu_append (kept, _("_Keep this view…"), "employees.keep-view");
  if (g_menu_model_get_n_items (G_MENU_MODEL (removal)) > 0)
    g_menu_append_submenu (kept, _("_Remove a view"), G_MENU_MODEL (removal));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shown));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kept));
  gtk_menu_button_set_menu_model (self->views_button, G_MENU_MODEL (menu));
  gtk_menu_button_set_label (self->views_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->views_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Anything that is not a list of views, as a broken setting, is none. */
static void
take_views (FwEmployeesPage *self, FwRecord *record)
{
  const char *text = record != NULL ? fw_record_get (record, "value") : NULL;

  g_clear_pointer (&self->views, g_variant_unref);
  g_set_object (&self->views_record, record);
  if (text != NULL)
    self->views = g_variant_parse (G_VARIANT_TYPE ("aa{ss}"), text, NULL, NULL, NULL);
  show_views (self);
}

static void
views_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwEmployeesPage) self = data;
  g_autoptr (GPtrArray) settings = fw_store_list_finish (FW_STORE (source), result, NULL);

  if (self->workplace != NULL && settings != NULL)
    take_views (self, settings->len > 0 ? g_ptr_array_index (settings, 0) : NULL);
}

/* Reads the views of the store. */
void
_fw_employees_page_read_views (FwEmployeesPage *self)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("name", SETTING);

  show_views (self);
  fw_store_list_async (fw_workplace_get_store (self->workplace), "setting", query, NULL, views_read_cb,
                       g_object_ref (self));
}

void
_fw_employees_page_forget_views (FwEmployeesPage *self)
{
  g_clear_pointer (&self->views, g_variant_unref);
  g_clear_pointer (&self->view, g_free);
  g_clear_object (&self->views_record);
}

static void
views_kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwEmployeesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_store_run_finish (FW_STORE (source), result, &error);

  if (self->workplace == NULL)
    return;
  if (event == NULL)
    fw_window_show_error (FW_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("The view was not kept"), error);
  _fw_employees_page_read_views (self);
}

static void
keep_views (FwEmployeesPage *self, GVariant *views, const char *what)
{
  g_autoptr (GVariant) kept = g_variant_ref_sink (views);
  g_autofree char *text = g_variant_print (kept, FALSE);
  g_autoptr (FwCommand) command = fw_command_new (what, fw_workplace_get_who (self->workplace), NULL);
  g_autoptr (FwRecord) record = self->views_record != NULL ? fw_record_copy (self->views_record)
                                                           : fw_record_new ("setting");

  fw_record_set (record, "name", SETTING);
  fw_record_set (record, "value", text);
  fw_command_put (command, record);
  fw_store_run_async (fw_workplace_get_store (self->workplace), command, NULL, views_kept_cb, g_object_ref (self));
}

/* Every view but the one of this name. */
static void
add_others (FwEmployeesPage *self, GVariantBuilder *views, const char *name)
{
  for (gsize i = 0; self->views != NULL && i < g_variant_n_children (self->views); i++)
    {
      g_autoptr (GVariant) view = g_variant_get_child_value (self->views, i);
      const char *its_name = NULL;

      if (g_variant_lookup (view, "name", "&s", &its_name) && g_strcmp0 (its_name, name) != 0)
        g_variant_builder_add_value (views, view);
    }
}

static GVariant *
make_view (FwEmployeesPage *self, const char *name)
{
  g_autoptr (GVariant) chosen = g_variant_ref_sink (fw_employee_filters_to_variant (self->filters));
  g_autofree char *columns = _fw_employees_page_dup_columns (self);
  GVariantBuilder view;
  GVariantIter iter;
  const char *key, *value;

  g_variant_builder_init (&view, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&view, "{ss}", "name", name);
  g_variant_builder_add (&view, "{ss}", "text", gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_variant_builder_add (&view, "{ss}", "order", self->order != NULL ? self->order : "name");
  g_variant_builder_add (&view, "{ss}", "descending", self->descending ? "true" : "false");
  g_variant_builder_add (&view, "{ss}", "columns", columns);
  g_variant_iter_init (&iter, chosen);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    g_variant_builder_add (&view, "{ss}", key, value);
  return g_variant_builder_end (&view);
}

static void
name_given_cb (AdwMessageDialog *dialog, const char *response, FwEmployeesPage *self)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  GVariantBuilder views;

  if (!g_str_equal (response, "keep") || *name == '\0' || self->workplace == NULL)
    return;
  g_variant_builder_init (&views, G_VARIANT_TYPE ("aa{ss}"));
  add_others (self, &views, name);
  g_variant_builder_add_value (&views, make_view (self, name));
  g_free (self->view);
  self->view = g_steal_pointer (&name);
  keep_views (self, g_variant_builder_end (&views), "view.keep");
}

static void
name_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "keep", *name != '\0');
}

static void
keep_view_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwEmployeesPage *self = FW_EMPLOYEES_PAGE (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("Keep this view?"), NULL);
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "activates-default", TRUE, "max-length", 40,
                                   "placeholder-text", _("Name of the view"), NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _("What is searched, filtered, sorted and shown now can then be had again with one click. "
                                 "A view of the same name is replaced."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the view"), -1);
  if (self->view != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), self->view);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "keep", _("_Keep"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "keep", self->view != NULL);
  g_signal_connect (entry, "changed", G_CALLBACK (name_changed_cb), dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (name_given_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
view_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwEmployeesPage *self = FW_EMPLOYEES_PAGE (widget);
  g_autoptr (GVariant) view = find_view (self, g_variant_get_string (parameter, NULL));
  const char *text = "", *order = "name", *descending = "false", *columns = NULL;

  if (view == NULL)
    return;
  g_variant_lookup (view, "text", "&s", &text);
  g_variant_lookup (view, "order", "&s", &order);
  g_variant_lookup (view, "descending", "&s", &descending);
  g_free (self->view);
  self->view = g_variant_dup_string (parameter, NULL);
  fw_employee_filters_from_variant (self->filters, view);
  if (g_strv_contains (fw_search_orders (), order))
    {
      g_free (self->order);
      self->order = g_strdup (order);
      self->descending = g_str_equal (descending, "true");
      fw_grid_set_sort (self->grid, self->order, self->descending);
    }
  if (g_variant_lookup (view, "columns", "&s", &columns))
    _fw_employees_page_take_columns (self, columns);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  _fw_employees_page_search_now (self);
  show_views (self);
}

static void
remove_view_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwEmployeesPage *self = FW_EMPLOYEES_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  GVariantBuilder views;

  if (self->workplace == NULL)
    return;
  if (g_strcmp0 (self->view, name) == 0)
    g_clear_pointer (&self->view, g_free);
  g_variant_builder_init (&views, G_VARIANT_TYPE ("aa{ss}"));
  add_others (self, &views, name);
  keep_views (self, g_variant_builder_end (&views), "view.remove");
}

void
_fw_employees_page_class_add_views (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "employees.keep-view", NULL, keep_view_cb);
  gtk_widget_class_install_action (klass, "employees.view", "s", view_cb);
  gtk_widget_class_install_action (klass, "employees.remove-view", "s", remove_view_cb);
}
