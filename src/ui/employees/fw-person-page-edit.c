#include "config.h"

#include "ui/employees/fw-person-page-private.h"

#include <glib/gi18n.h>

#include "ui/fw-problem.h"
#include "ui/window/fw-window.h"

/* Changing what stands on a person's page: each field is one step that Undo takes back. */

static const char *const contract_fields[] = { "hired", "contract", "contract-start", "contract-end", "contract-signed",
                                               "fixed-term-count", "probation-end", "written-contract", "workplace",
                                               "supervisor", NULL };
static const char *const person_fields[] = { "name", "phone", "email", "address", "service-address", "born",
                                             "retirement-category", "total-work-years", "temperament", "bank-name",
                                             "bank-account", "emergency-contact", "emergency-phone", NULL };

typedef struct
{
  FwPersonPage *page;
  FwPersonEditor *editor;
} Saving;

/* Says that it was saved, and how to take it back; or gives the reason why it was not. */
static char *
tell_saved (FwPersonPage *self, FwStore *store, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_store_run_finish (store, result, &error);

  if (self->page == NULL)
    return NULL;
  if (event == NULL)
    return fw_problem_describe (error);
  fw_window_toast_undo (FW_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Saved"), fw_event_get_id (event));
  return NULL;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  g_autoptr (FwPersonPage) self = saving->page;
  g_autoptr (FwPersonEditor) editor = saving->editor;
  g_autofree char *problem = tell_saved (self, FW_STORE (source), result);

  if (problem != NULL)
    fw_person_editor_show_problem (editor, problem);
}

static void
changed_cb (FwPersonPage *self, FwRecord *changed, FwPersonEditor *editor)
{
  g_autofree char *what = g_strdup_printf ("%s.change", fw_record_get_kind (changed)->name);
  g_autoptr (FwCommand) command = NULL;
  Saving *saving;

  if (self->workplace == NULL)
    return;
  /* A hire date that somebody has written is an estimate no more. */
  if (fw_record_kind_find_field (fw_record_get_kind (changed), "hired-estimated") != NULL &&
      fw_record_is_mentioned (changed, "hired") && fw_record_is_true (changed, "hired-estimated"))
    fw_record_set_truth (changed, "hired-estimated", FALSE);
  command = fw_command_new (what, fw_workplace_get_who (self->workplace), NULL);
  fw_command_put (command, changed);
  saving = g_new0 (Saving, 1);
  *saving = (Saving) { g_object_ref (self), g_object_ref (editor) };
  fw_store_run_async (fw_workplace_get_store (self->workplace), command, NULL, saved_cb, saving);
}

/* A change of the post, which may be of several records. */
static void
post_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwPersonPage) self = data;
  g_autofree char *problem = tell_saved (self, FW_STORE (source), result);

  if (problem != NULL)
    fw_person_post_show_problem (self->post_editor, problem);
}

static void
own_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwPersonPage) self = data;
  g_autofree char *problem = tell_saved (self, FW_STORE (source), result);

  if (problem != NULL)
    fw_person_own_show_problem (self->own_editor, problem);
}

static void
post_changed_cb (FwPersonPage *self, FwCommand *command)
{
  if (self->workplace != NULL)
    fw_store_run_async (fw_workplace_get_store (self->workplace), command, NULL, post_saved_cb, g_object_ref (self));
}

static void
own_changed_cb (FwPersonPage *self, FwCommand *command)
{
  if (self->workplace != NULL)
    fw_store_run_async (fw_workplace_get_store (self->workplace), command, NULL, own_saved_cb, g_object_ref (self));
}

static void
show_editing (FwPersonPage *self)
{
  const FwPersonReading *reading = self->reading;
  gboolean editing = reading != NULL && gtk_toggle_button_get_active (self->edit_button);
  gboolean has_contract = reading != NULL && reading->employment != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->contract_facts), !editing || !has_contract);
  gtk_widget_set_visible (GTK_WIDGET (self->contract_editor), editing && has_contract);
  gtk_widget_set_visible (GTK_WIDGET (self->contact_facts), !editing);
  gtk_widget_set_visible (GTK_WIDGET (self->contact_editor), editing);
  gtk_widget_set_visible (GTK_WIDGET (self->own_editor), editing && reading->own->len > 0);
  gtk_widget_set_visible (self->post_card, editing);
  if (editing)
    {
      FwDate today = fw_workplace_get_today (self->workplace);

      fw_person_editor_set_catalog (self->contract_editor, reading->basis->catalog, today);
      fw_person_editor_set_catalog (self->contact_editor, reading->basis->catalog, today);
    }
  fw_person_editor_show (self->contract_editor, editing ? reading->employment : NULL, contract_fields);
  fw_person_editor_show (self->contact_editor, editing ? reading->person : NULL, person_fields);
  fw_person_own_show (self->own_editor, self->workplace, editing ? reading : NULL);
  fw_person_post_show (self->post_editor, self->workplace, editing ? reading : NULL);
  gtk_widget_set_visible (self->contact_card, editing || fw_fact_list_length (self->contact_facts) > 0);
}

static void
edit_toggled_cb (FwPersonPage *self)
{
  show_editing (self);
  if (gtk_toggle_button_get_active (self->edit_button))
    gtk_widget_child_focus (GTK_WIDGET (self->post_editor), GTK_DIR_TAB_FORWARD);
}

static void
edit_action_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  FwPersonPage *self = FW_PERSON_PAGE (widget);

  if (self->reading != NULL)
    gtk_toggle_button_set_active (self->edit_button, !gtk_toggle_button_get_active (self->edit_button));
}

/* What was read: the rows that are being edited follow it. */
void
_fw_person_page_show_editing (FwPersonPage *self)
{
  show_editing (self);
}

/* Another person begins as they are, not being edited. */
void
_fw_person_page_end_editing (FwPersonPage *self)
{
  g_clear_pointer (&self->reading, fw_person_reading_free);
  gtk_toggle_button_set_active (self->edit_button, FALSE);
  show_editing (self);
}

void
_fw_person_page_class_bind_editing (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, FwPersonPage, edit_button);
  gtk_widget_class_bind_template_child (klass, FwPersonPage, contract_editor);
  gtk_widget_class_bind_template_child (klass, FwPersonPage, contact_editor);
  gtk_widget_class_bind_template_child (klass, FwPersonPage, post_card);
  gtk_widget_class_bind_template_child (klass, FwPersonPage, post_editor);
  gtk_widget_class_bind_template_child (klass, FwPersonPage, own_editor);
  gtk_widget_class_bind_template_child (klass, FwPersonPage, contact_card);
  gtk_widget_class_bind_template_callback (klass, edit_toggled_cb);
  gtk_widget_class_bind_template_callback (klass, changed_cb);
  gtk_widget_class_bind_template_callback (klass, post_changed_cb);
  gtk_widget_class_bind_template_callback (klass, own_changed_cb);
  gtk_widget_class_install_action (klass, "person.edit", NULL, edit_action_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, GDK_CONTROL_MASK, "person.edit", NULL);
}
