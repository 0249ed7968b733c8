#include "config.h"

#include "ui/departure/fw-papers-page-private.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-paper-print.h"
#include "ui/fw-problem.h"

static FwCase *
case_of (FwPapersPage *self)
{
  return fw_step_page_get_case (FW_STEP_PAGE (self));
}

static GtkWindow *
window_of (FwPapersPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
issued_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (FwPapersPage) self = data;
  g_autoptr (GError) error = NULL;
  FwCaseItem *paper = _fw_papers_page_get_paper (self);
  g_autofree char *problem = NULL;

  if (fw_case_act_finish (FW_CASE (object), result, &error))
    {
      fw_case_tell (GTK_WIDGET (self), _("Issued and kept; now deliver it and record the proof on the overview"), FALSE);
      return;
    }
  problem = paper != NULL ? _fw_papers_page_dup_reasons (paper) : NULL;
  if (problem == NULL)
    problem = fw_problem_describe (error);
  fw_problem_present (window_of (self), _("The paper was not issued"), problem);
}

static void
issue_response_cb (FwPapersPage *self,
                   const char *response,
                   AdwMessageDialog *dialog)
{
  const char *document = g_object_get_data (G_OBJECT (dialog), "document");

  if (g_strcmp0 (response, "issue") == 0)
    fw_case_issue_async (case_of (self), document, NULL, issued_cb, g_object_ref (self));
}

void
_fw_papers_page_issue (FwPapersPage *self)
{
  FwCaseItem *paper = _fw_papers_page_get_paper (self);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  if (paper == NULL)
    return;
  heading = g_strdup_printf (_("Issue “%s”?"), fw_case_item_get_text (paper, "title"));
  dialog = adw_message_dialog_new (window_of (self), heading,
                                   _("It gets its number and is kept as it is. Once issued it can be corrected, but not deleted."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Not yet"), "issue", _("_Issue"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "issue", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "document", g_strdup (fw_case_item_get_id (paper)), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (issue_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GBytes *
dup_pdf (FwPapersPage *self,
         GError **error)
{
  FwCaseItem *paper = _fw_papers_page_get_paper (self);

  if (fw_case_item_get_choice (paper, "state") == FW_PAPER_ISSUED)
    return fw_case_dup_issued_pdf (case_of (self), fw_case_item_get_id (paper), error);
  return fw_document_to_pdf (_fw_papers_page_get_document (self), error);
}

static void
save_pdf (FwPapersPage *self,
          GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = dup_pdf (self, &error);
  g_autofree char *problem = NULL;
  gsize size;
  const char *data;

  if (pdf != NULL)
    {
      data = g_bytes_get_data (pdf, &size);
      if (g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, &error))
        {
          fw_case_note_copy (case_of (self), fw_case_item_get_id (_fw_papers_page_get_paper (self)), "export");
          fw_case_tell (GTK_WIDGET (self), _("Saved as PDF; noted in the case"), FALSE);
          return;
        }
    }
  problem = fw_problem_describe (error);
  fw_problem_present (window_of (self), _("The PDF was not saved"), problem);
}

static void
place_chosen_cb (GtkNativeDialog *dialog,
                 int response,
                 FwPapersPage *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    save_pdf (self, file);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* The name proposes the case and the paper, never the person. */
static void
save_cb (GtkWidget *widget,
         const char *action_name,
         GVariant *parameter)
{
  FwPapersPage *self = FW_PAPERS_PAGE (widget);
  FwCaseItem *paper = _fw_papers_page_get_paper (self);
  g_autofree char *name = NULL;
  GtkFileChooserNative *dialog;

  if (paper == NULL || _fw_papers_page_get_document (self) == NULL)
    return;
  name = g_strdup_printf ("%s-%s.pdf", fw_case_get_number (case_of (self)), fw_case_item_get_id (paper));
  g_strdelimit (name, "/\\", '-');
  dialog = gtk_file_chooser_native_new (_("Save as PDF"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (place_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* The print dialog runs for as long as the user likes, so it has a paper of its own. */
static void
laid_out_to_print_cb (GObject *object,
                      GAsyncResult *result,
                      gpointer data)
{
  g_autoptr (FwPapersPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) document = fw_case_lay_out_finish (FW_CASE (object), result, NULL, &error);
  g_autofree char *paper = g_strdup (fw_case_item_get_id (_fw_papers_page_get_paper (self)));
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkPrintOperationResult printed = GTK_PRINT_OPERATION_RESULT_ERROR;

  if (document != NULL)
    {
      operation = fw_paper_print_new (document, fw_case_get_number (FW_CASE (object)));
      printed = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                         window_of (self), &error);
    }
  if (printed == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_autofree char *problem = fw_problem_describe (error);

      fw_problem_present (window_of (self), _("The paper was not printed"), problem);
    }
  else if (printed == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      fw_case_note_copy (FW_CASE (object), paper, "print");
      fw_case_tell (GTK_WIDGET (self), _("Printed; noted in the case"), FALSE);
    }
}

static void
print_cb (GtkWidget *widget,
          const char *action_name,
          GVariant *parameter)
{
  FwPapersPage *self = FW_PAPERS_PAGE (widget);
  FwCaseItem *paper = _fw_papers_page_get_paper (self);

  if (paper != NULL)
    fw_case_lay_out_async (case_of (self), fw_case_item_get_id (paper),
                           fw_case_item_get_choice (paper, "state") == FW_PAPER_DRAFT, NULL, laid_out_to_print_cb,
                           g_object_ref (self));
}

void
_fw_papers_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "papers.save", NULL, save_cb);
  gtk_widget_class_install_action (klass, "papers.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_s, GDK_CONTROL_MASK, "papers.save", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "papers.print", NULL);
}
