#include "config.h"

#include "ui/employees/fw-employees-page-private.h"

#include <glib/gi18n.h>

#include "departure/fw-people-export.h"
#include "ui/employees/fw-employee-columns.h"
#include "ui/window/fw-window.h"

/* Who is selected, and the list as a file. */

/* Names that stand in the bar. */
#define NAMES 6

static void
names_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwEmployeesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = fw_store_read_people_finish (FW_STORE (source), result, &error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;

  if (people == NULL || self->workplace == NULL)
    return;
  for (guint i = 0; i < people->len; i++)
    g_strv_builder_add (names, fw_record_get (g_ptr_array_index (people, i), "name"));
  all = g_strv_builder_end (names);
  /* TRANSLATORS: between the names of people. */
  joined = g_strjoinv (C_("names", ", "), all);
  text = fw_employee_list_get_n_selected (self->list) > people->len ? g_strconcat (joined, "…", NULL)
                                                                    : g_strdup (joined);
  gtk_label_set_label (self->names_label, text);
}

/* The bar at the foot while somebody is selected, and the box above the rows. */
void
_fw_employees_page_show_selection (FwEmployeesPage *self)
{
  const guint n = fw_employee_list_get_n_selected (self->list);
  const guint found = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  const guint here = fw_employee_list_count_selected (self->list);
  g_autoptr (GArray) seqs = NULL;
  g_autofree char *text = NULL;

  fw_grid_set_check (self->grid, found > 0 && here == found, here > 0);
  gtk_widget_set_visible (self->selection_bar, n > 0);
  g_cancellable_cancel (self->naming);
  g_clear_object (&self->naming);
  if (n == 0 || self->workplace == NULL)
    return;
  text = g_strdup_printf (ngettext ("%'u person selected", "%'u people selected", n), n);
  gtk_label_set_label (self->selected_label, text);
  seqs = fw_employee_list_dup_selected (self->list, NAMES);
  self->naming = g_cancellable_new ();
  fw_store_read_people_async (fw_workplace_get_store (self->workplace), (const guint32 *) (gpointer) seqs->data, seqs->len,
                              self->naming, names_read_cb, g_object_ref (self));
}

static void
clear_selection_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwEmployeesPage *self = FW_EMPLOYEES_PAGE (widget);

  fw_employee_list_clear_selected (self->list);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
together_response_cb (FwEmployeesPage *self, const char *response)
{
  g_autoptr (GArray) seqs = NULL;

  if (g_strcmp0 (response, "open") != 0 || self->workplace == NULL)
    return;
  seqs = fw_employee_list_dup_selected (self->list, 0);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.begin-group", "@au",
                              g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, seqs->data, seqs->len, sizeof (guint32)));
  fw_employee_list_clear_selected (self->list);
}

/* Many at once are one decision: it is asked first, since a departure is opened for each. */
static void
together_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwEmployeesPage *self = FW_EMPLOYEES_PAGE (widget);
  const guint n = fw_employee_list_get_n_selected (self->list);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  if (self->workplace == NULL || n < 2)
    {
      fw_window_toast (FW_WINDOW (gtk_widget_get_root (widget)), _("Select at least two people"));
      return;
    }
  heading = g_strdup_printf (ngettext ("Open departures of %u person as one decision?", "Open departures of %u people as one decision?", n), n);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading,
                                   _("For a redundancy: each of them gets a departure of their own. What is the same for all is said, filed and issued once. "
                                     "Who has an open departure already is left out. Nobody is told anything."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Not yet"), "open", _("_Open them"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (together_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What the worker needs to write a cell as the list shows it. */
typedef struct
{
  GStrv columns;
  FwDate today;
} Cells;

static void
cells_free (gpointer data)
{
  Cells *cells = data;

  g_strfreev (cells->columns);
  g_free (cells);
}

static char *
describe_cell (FwRecord *person, guint column, gpointer user_data)
{
  Cells *cells = user_data;
  int accent;

  return fw_employee_columns_describe (person, fw_employee_columns_find (cells->columns[column]), cells->today, &accent);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwEmployeesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const gint64 n = fw_people_export_finish (result, &error);
  FwWindow *window;

  g_clear_object (&self->exporting);
  if (self->workplace == NULL)
    return;
  window = FW_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  if (n < 0)
    {
      fw_window_show_error (window, _("The list could not be written"), error);
      return;
    }
  text = g_strdup_printf (ngettext ("%'d person exported. The record says so.", "%'d people exported. The record says so.",
                                    (gulong) n),
                          (int) n);
  fw_window_toast (window, text);
}

static void
export_to (FwEmployeesPage *self, GFile *file)
{
  const gboolean selected = fw_employee_list_get_n_selected (self->list) > 0;
  g_autoptr (GArray) seqs = selected ? fw_employee_list_dup_selected (self->list, 0)
                                     : fw_employee_list_dup_found (self->list);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) headings = NULL;
  Cells *cells = g_new0 (Cells, 1);

  cells->columns = fw_grid_dup_shown (self->grid);
  cells->today = fw_workplace_get_today (self->workplace);
  for (guint i = 0; cells->columns[i] != NULL; i++)
    g_strv_builder_add (titles, gettext (fw_employee_columns_find (cells->columns[i])->title));
  headings = g_strv_builder_end (titles);
  self->exporting = g_cancellable_new ();
  fw_people_export_async (self->workplace, file, seqs, (const char *const *) headings,
                          (const char *const *) cells->columns, describe_cell, cells, cells_free, self->exporting,
                          exported_cb, g_object_ref (self));
}

static void
file_chosen_cb (FwEmployeesPage *self, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->workplace != NULL && self->exporting == NULL)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file != NULL)
    export_to (self, file);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwEmployeesPage *self = FW_EMPLOYEES_PAGE (widget);
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;

  if (self->workplace == NULL || self->chooser != NULL || g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;
  day = fw_date_to_string (fw_workplace_get_today (self->workplace));
  /* TRANSLATORS: name of the file that the list of employees is exported to, with the day. */
  name = g_strdup_printf (_("Employees %s.csv"), day);
  self->chooser = gtk_file_chooser_native_new (fw_employee_list_get_n_selected (self->list) > 0
                                                 ? _("Export who is selected")
                                                 : _("Export who is listed"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _("_Export"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
_fw_employees_page_class_add_export (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "employees.export", NULL, export_cb);
  gtk_widget_class_install_action (klass, "employees.together", NULL, together_cb);
  gtk_widget_class_install_action (klass, "employees.clear-selection", NULL, clear_selection_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_s, GDK_CONTROL_MASK, "employees.export", NULL);
}
