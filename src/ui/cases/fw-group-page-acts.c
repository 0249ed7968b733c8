#include "config.h"

#include "ui/cases/fw-group-page-private.h"

#include <glib/gi18n.h>

#include "documents/fw-document.h"
#include "ui/cases/fw-group-amounts-dialog.h"
#include "ui/cases/fw-group-supply-dialog.h"
#include "ui/departure/fw-paper-print.h"
#include "ui/fw-problem.h"

/* What is done for all of a group in one go, with progress and a way to give it up. */

static GtkWindow *
window_of (FwGroupPage *self)
{
  return GTK_WINDOW (_fw_group_page_get_window (self));
}

static void
begin (FwGroupPage *self, const char *what)
{
  self->acting = g_cancellable_new ();
  self->what = (char *) what;
}

static void
end (FwGroupPage *self)
{
  g_clear_object (&self->acting);
  self->what = NULL;
  _fw_group_page_show_progress (self);
}

static gboolean
is_free (FwGroupPage *self)
{
  return self->group != NULL && self->acting == NULL;
}

static void
tell (FwGroupPage *self, guint n_papers, guint n_refused)
{
  g_autofree char *done = g_strdup_printf (ngettext ("%u paper", "%u papers", n_papers), n_papers);
  g_autofree char *left = g_strdup_printf (ngettext ("%u case was not ready", "%u cases were not ready", n_refused), n_refused);
  /* Translators: how many papers, how many cases were not ready. */
  g_autofree char *text = n_refused > 0 ? g_strdup_printf (_("%s; %s"), done, left) : g_strdup (done);

  fw_window_toast (_fw_group_page_get_window (self), text);
}

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwGroupPage) self = data;
  g_autoptr (GError) error = NULL;
  guint n_papers = 0, n_refused = 0;
  gboolean done = fw_case_group_act_finish (FW_CASE_GROUP (source), result, &n_papers, &n_refused, &error);

  end (self);
  if (self->group != FW_CASE_GROUP (source))
    return;
  if (done)
    tell (self, n_papers, n_refused);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fw_window_toast (_fw_group_page_get_window (self), _("Given up; the cases that had their turn keep it"));
  else
    fw_problem_present (window_of (self), _("It could not be done for all"), NULL, error);
  fw_case_group_refresh (self->group);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwGroupPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fw_case_group_act_finish (FW_CASE_GROUP (source), result, NULL, NULL, &error);

  end (self);
  if (self->group != FW_CASE_GROUP (source))
    return;
  if (done)
    fw_window_toast (_fw_group_page_get_window (self), _("What the records hold is on file in each case"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fw_problem_present (window_of (self), _("It could not be done for all"), NULL, error);
}

/* What was done of it stands in the rows; who was passed over is told. */
static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwGroupPage) self = data;
  g_autoptr (GError) error = NULL;
  guint n_refused = 0;
  gboolean done = fw_case_group_act_finish (FW_CASE_GROUP (source), result, NULL, &n_refused, &error);

  end (self);
  if (self->group != FW_CASE_GROUP (source))
    return;
  if (done && n_refused > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u case stays as it is: open it to see why",
                                                         "%u cases stay as they are: open them to see why", n_refused), n_refused);

      fw_window_toast (_fw_group_page_get_window (self), text);
    }
  else if (done)
    fw_window_toast (_fw_group_page_get_window (self), _("Written down in each case"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fw_problem_present (window_of (self), _("It could not be done for all"), NULL, error);
  if (self->lead != NULL)
    fw_case_judge_async (self->lead, NULL, NULL, NULL);
}

static void
take_found_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwGroupPage *self = FW_GROUP_PAGE (widget);

  if (!is_free (self))
    return;
  begin (self, _("Taking in from the records"));
  fw_case_group_take_found_async (self->group, self->acting, found_cb, g_object_ref (self));
}

/* Issues these papers for everybody for whom they are ready. */
void
_fw_group_page_issue (FwGroupPage *self, const char *const *documents)
{
  if (!is_free (self))
    return;
  begin (self, _("Issuing"));
  fw_case_group_issue_async (self->group, documents, self->acting, acted_cb, g_object_ref (self));
}

static void
issue_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (is_free (FW_GROUP_PAGE (widget)))
    _fw_group_page_ask_papers (FW_GROUP_PAGE (widget));
}

/* Takes the status checks of these cases in, with no in every line that is still open. */
void
_fw_group_page_answer_status (FwGroupPage *self, const char *const *cases, const char *asked_of, const char *asked_on)
{
  if (!is_free (self))
    return;
  begin (self, _("Taking in the status checks"));
  fw_case_group_answer_status_async (self->group, cases, asked_of, asked_on, self->acting, answered_cb, g_object_ref (self));
}

static void
asked_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (is_free (FW_GROUP_PAGE (widget)))
    _fw_group_page_ask_asked (FW_GROUP_PAGE (widget));
}

/* Says of each of these cases why the person is not kept. */
void
_fw_group_page_say_reasons (FwGroupPage *self, const char *const *cases, const char *const *reasons)
{
  if (!is_free (self))
    return;
  begin (self, _("Writing the reasons down"));
  fw_case_group_say_reasons_async (self->group, cases, reasons, self->acting, answered_cb, g_object_ref (self));
}

static void
reasons_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (is_free (FW_GROUP_PAGE (widget)))
    _fw_group_page_ask_reasons (FW_GROUP_PAGE (widget));
}

/* Whether each of them stands as it is now: what is asked in one view is asked of all. */
static gboolean
is_judged (FwGroupPage *self)
{
  guint total = 0;
  gboolean working = fw_case_group_get_progress (self->group, NULL, &total);

  if (!working && g_list_model_get_n_items (fw_case_group_get_members (self->group)) == total)
    return TRUE;
  fw_window_toast (_fw_group_page_get_window (self), _("Each case is still being judged: a moment"));
  return FALSE;
}

/* What of the files was not taken in is named: the others are. */
static void
attached_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwGroupPage) self = data;
  g_autoptr (GPtrArray) left = fw_case_group_dup_left (FW_CASE_GROUP (source), result);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < left->len; i++)
    {
      g_autofree char *base = g_file_get_basename (left->pdata[i]);
      g_autofree char *name = g_filename_display_name (base);

      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", name);
    }
  if (left->len > 0 && self->group == FW_CASE_GROUP (source))
    {
      g_autofree char *hint = g_strdup_printf (_("They are empty, cannot be read, are too large, or are there already:\n%s"), names->str);

      fw_problem_present (window_of (self), _("Some files were not taken in"), hint, NULL);
    }
  answered_cb (source, result, g_steal_pointer (&self));
}

/* One material: what was ticked of it, and after that the files. */
typedef struct
{
  char *material;
  GStrv confirmed; /* cases; empty once that is done */
  GStrv cases;     /* of each file */
  GPtrArray *files;
} Supply;

static void
supply_free (gpointer data)
{
  Supply *supply = data;

  g_free (supply->material);
  g_strfreev (supply->confirmed);
  g_strfreev (supply->cases);
  g_ptr_array_unref (supply->files);
  g_free (supply);
}

static void supply_next (FwGroupPage *self);

/* Given up, or gone to another group: what waits for its turn stays as it is. */
static void
drop_given_up (FwGroupPage *self, GObject *group)
{
  if (self->supplies != NULL && (self->group != FW_CASE_GROUP (group) || g_cancellable_is_cancelled (self->acting)))
    g_ptr_array_set_size (self->supplies, 0);
}

static void
confirmed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwGroupPage) self = data;

  drop_given_up (self, source);
  answered_cb (source, result, g_object_ref (self));
  supply_next (self);
}

static void
attached_and_on_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwGroupPage) self = data;

  drop_given_up (self, source);
  attached_cb (source, result, g_object_ref (self));
  supply_next (self);
}

/* One after another: of a group one thing is done at a time. */
static void
supply_next (FwGroupPage *self)
{
  Supply *supply = self->supplies != NULL && self->supplies->len > 0 ? self->supplies->pdata[0] : NULL;

  if (supply == NULL || !is_free (self))
    return;
  if (supply->confirmed[0] != NULL)
    {
      g_auto (GStrv) confirmed = g_steal_pointer (&supply->confirmed);

      supply->confirmed = g_new0 (char *, 1);
      begin (self, _("Taking in what was confirmed"));
      fw_case_group_confirm_found_async (self->group, supply->material, (const char *const *) confirmed, self->acting, confirmed_cb,
                                         g_object_ref (self));
      return;
    }
  if (supply->files->len > 0)
    {
      begin (self, _("Taking in the files"));
      fw_case_group_attach_async (self->group, supply->material, (const char *const *) supply->cases, supply->files, self->acting,
                                  attached_and_on_cb, g_object_ref (self));
      g_ptr_array_remove_index (self->supplies, 0);
      return;
    }
  g_ptr_array_remove_index (self->supplies, 0);
  supply_next (self);
}

static void
supplied_cb (FwGroupPage *self, FwGroupSupplyDialog *dialog)
{
  g_auto (GStrv) materials = fw_group_supply_dialog_dup_materials (dialog);

  if (!is_free (self))
    return;
  g_clear_pointer (&self->supplies, g_ptr_array_unref);
  self->supplies = g_ptr_array_new_with_free_func (supply_free);
  for (guint i = 0; materials[i] != NULL; i++)
    {
      Supply *supply = g_new0 (Supply, 1);

      supply->material = g_strdup (materials[i]);
      supply->confirmed = fw_group_supply_dialog_dup_confirmed (dialog, materials[i]);
      supply->files = fw_group_supply_dialog_dup_files (dialog, materials[i], &supply->cases);
      g_ptr_array_add (self->supplies, supply);
    }
  supply_next (self);
}

static void
supply_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwGroupPage *self = FW_GROUP_PAGE (widget);
  GtkWidget *dialog;

  if (!is_free (self) || !is_judged (self))
    return;
  dialog = fw_group_supply_dialog_new (self->group, fw_workplace_get_store (self->workplace));
  if (dialog == NULL)
    {
      fw_window_toast (_fw_group_page_get_window (self), _("Nobody lacks a material of their own"));
      return;
    }
  gtk_window_set_transient_for (GTK_WINDOW (dialog), window_of (self));
  g_signal_connect_object (dialog, "supply", G_CALLBACK (supplied_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
written_cb (FwGroupPage *self, FwGroupAmountsDialog *dialog)
{
  g_auto (GStrv) cases = NULL;
  g_auto (GStrv) asked = NULL;
  g_auto (GStrv) values = NULL;

  fw_group_amounts_dialog_dup_changes (dialog, &cases, &asked, &values);
  if (!is_free (self) || cases[0] == NULL)
    return;
  begin (self, _("Writing the amounts down"));
  fw_case_group_settle_async (self->group, (const char *const *) cases, (const char *const *) asked, (const char *const *) values, self->acting,
                              answered_cb, g_object_ref (self));
}

static void
amounts_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwGroupPage *self = FW_GROUP_PAGE (widget);
  GtkWidget *dialog;

  if (!is_free (self) || !is_judged (self))
    return;
  dialog = fw_group_amounts_dialog_new (self->group, self->asked);
  if (dialog == NULL)
    {
      fw_window_toast (_fw_group_page_get_window (self), _("The settlements ask nothing of payroll; choose the ground and the last day first"));
      return;
    }
  gtk_window_set_transient_for (GTK_WINDOW (dialog), window_of (self));
  g_signal_connect_object (dialog, "write", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
none_response_cb (FwGroupPage *self, const char *response)
{
  if (g_strcmp0 (response, "none") != 0 || !is_free (self))
    return;
  begin (self, _("Writing down that there is no more"));
  fw_case_group_settle_none_async (self->group, self->acting, answered_cb, g_object_ref (self));
}

static void
settle_none_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwGroupPage *self = FW_GROUP_PAGE (widget);
  GtkWidget *dialog;

  if (!is_free (self))
    return;
  dialog = adw_message_dialog_new (window_of (self), _("Nothing else to settle with anybody?"),
                                   _("Lines of the settlement that many people have none of, such as a bonus or a loan, are written down as none "
                                     "for everybody where nothing was said yet. Whoever has one: say it on the money page of that person, before or after."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Not yet"), "none", _("_Write it down"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "none", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (none_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
folder_chosen_cb (GtkNativeDialog *dialog, int response, FwGroupPage *self)
{
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT && is_free (self))
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (folder != NULL)
    {
      begin (self, _("Saving"));
      fw_case_group_save_async (self->group, folder, self->acting, acted_cb, g_object_ref (self));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
save_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwGroupPage *self = FW_GROUP_PAGE (widget);
  GtkFileChooserNative *dialog;

  if (!is_free (self))
    return;
  dialog = gtk_file_chooser_native_new (_("Folder for the papers"), window_of (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                        _("_Save here"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (folder_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult printed, FwGroupPage *self)
{
  g_autoptr (GError) error = NULL;

  if (printed == GTK_PRINT_OPERATION_RESULT_APPLY && self->group != NULL)
    {
      fw_case_group_note_print (self->group);
      fw_window_toast (_fw_group_page_get_window (self), _("Printed; noted in the cases"));
    }
  if (printed != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  fw_problem_present (window_of (self), _("The papers were not printed"), NULL, error);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwGroupPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) papers = fw_case_group_lay_out_finish (FW_CASE_GROUP (source), result, &error);
  g_autoptr (GtkPrintOperation) operation = NULL;

  end (self);
  if (self->group != FW_CASE_GROUP (source))
    return;
  if (papers != NULL && papers->len == 0)
    {
      fw_window_toast (_fw_group_page_get_window (self), _("Nothing is issued yet: issue the papers first"));
      return;
    }
  if (papers == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        fw_problem_present (window_of (self), _("The papers were not printed"), NULL, error);
      return;
    }
  operation = fw_papers_print_new (papers, fw_case_group_get_number (self->group));
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  fw_paper_print_run (operation, window_of (self));
}

static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwGroupPage *self = FW_GROUP_PAGE (widget);

  if (!is_free (self))
    return;
  begin (self, _("Laying out for the printer"));
  fw_case_group_lay_out_async (self->group, self->acting, laid_out_cb, g_object_ref (self));
}

void
_fw_group_page_class_add_acts (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "group.take-found", NULL, take_found_cb);
  gtk_widget_class_install_action (klass, "group.asked", NULL, asked_cb);
  gtk_widget_class_install_action (klass, "group.reasons", NULL, reasons_cb);
  gtk_widget_class_install_action (klass, "group.supply", NULL, supply_cb);
  gtk_widget_class_install_action (klass, "group.amounts", NULL, amounts_cb);
  gtk_widget_class_install_action (klass, "group.settle-none", NULL, settle_none_cb);
  gtk_widget_class_install_action (klass, "group.issue", NULL, issue_cb);
  gtk_widget_class_install_action (klass, "group.save", NULL, save_cb);
  gtk_widget_class_install_action (klass, "group.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "group.print", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_s, GDK_CONTROL_MASK, "group.save", NULL);
}
