#include "config.h"

#include "ui/employees/fw-employees-page-private.h"

#include <glib/gi18n.h>

#include "ui/employees/fw-entry-dialog.h"
#include "ui/window/fw-window.h"

/* Somebody who is written by hand: the person, the present post and the contract as one step. */

static const char *const person_fields[] = { "number", "name", "department-id", "position-id", "level-id", "manager-id",
                                             "branch-id", "phone", "email", "identity", "sex", "born", NULL };
static const char *const contract_fields[] = { "hired", "contract", "contract-start", "contract-end", "contract-signed",
                                               "probation-end", "workplace", NULL };

typedef struct
{
  FwEmployeesPage *page;
  char *employee_id;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_object_unref (adding->page);
  g_free (adding->employee_id);
  g_free (adding);
}

static void
added_cb (GtkWindow *parent, const char *event_id, gboolean removed, gpointer data)
{
  const Adding *adding = data;

  if (!FW_IS_WINDOW (parent))
    return;
  g_signal_emit_by_name (adding->page, "person-chosen", adding->employee_id);
  fw_window_toast_undo (FW_WINDOW (parent), _("Added"), event_id);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  FwEmployeesPage *self = FW_EMPLOYEES_PAGE (widget);
  g_autoptr (FwRecord) person = fw_record_new ("employee");
  g_autoptr (FwRecord) employment = fw_record_new ("employment");
  FwEntry *entry;
  Adding *adding;

  if (self->workplace == NULL)
    return;
  fw_record_set (person, "status", "active");
  fw_record_set (employment, "employee-id", fw_record_get_id (person));
  entry = fw_entry_new (_("Add an employee"), "employee.add");
  fw_entry_add (entry, person, _("Person and post"), person_fields);
  fw_entry_add (entry, employment, _("Contract"), contract_fields);
  adding = g_new0 (Adding, 1);
  *adding = (Adding) { g_object_ref (self), g_strdup (fw_record_get_id (person)) };
  fw_entry_set_acts (entry, NULL, added_cb, adding, adding_free);
  fw_entry_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->workplace, entry);
}

void
_fw_employees_page_class_add_adding (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "employees.add", NULL, add_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "employees.add", NULL);
}
