#include "config.h"

#include "ui/cases/fw-group-page-private.h"

#include <glib/gi18n.h>

#include "documents/fw-document.h"
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
  gtk_widget_class_install_action (klass, "group.settle-none", NULL, settle_none_cb);
  gtk_widget_class_install_action (klass, "group.issue", NULL, issue_cb);
  gtk_widget_class_install_action (klass, "group.save", NULL, save_cb);
  gtk_widget_class_install_action (klass, "group.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "group.print", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_s, GDK_CONTROL_MASK, "group.save", NULL);
}
