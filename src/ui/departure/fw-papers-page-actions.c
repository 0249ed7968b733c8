#include "config.h"

#include "ui/departure/fw-papers-page-private.h"

#include "ui/departure/fw-paper-words.h"

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
  problem = paper != NULL ? fw_paper_dup_reasons (paper) : NULL;
  fw_problem_present (window_of (self), _("The paper was not issued"), problem, error);
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

static void
saved_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (FwPapersPage) self = data;
  g_autoptr (GError) error = NULL;

  fw_waiting_end (_fw_papers_page_get_waiting (self));
  if (fw_case_act_finish (FW_CASE (object), result, &error))
    {
      fw_case_tell (GTK_WIDGET (self), _("Saved as PDF; noted in the case"), FALSE);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fw_case_tell (GTK_WIDGET (self), _("Cancelled, nothing changed"), FALSE);
  else
    fw_problem_present (window_of (self), _("The PDF was not saved"), NULL, error);
}

static void
save_pdf (FwPapersPage *self,
          GFile *file)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  fw_waiting_begin (_fw_papers_page_get_waiting (self), _("Making the PDF…"), cancellable);
  fw_case_save_pdf_async (case_of (self), fw_case_item_get_id (_fw_papers_page_get_paper (self)), file, cancellable,
                          saved_cb, g_object_ref (self));
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

/* The paper being printed: the dialog, and after it the queue, take as long as they like. */
typedef struct
{
  FwPapersPage *page;   /* owned */
  char *paper;          /* owned */
  FwDocument *document; /* owned, NULL until it is laid out */
} Printing;

static void
printing_free (Printing *printing)
{
  g_object_unref (printing->page);
  g_free (printing->paper);
  g_clear_pointer (&printing->document, fw_document_unref);
  g_free (printing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

static void
printing_done_with (gpointer data,
                    GClosure *closure)
{
  printing_free (data);
}

static void
printed_cb (GtkPrintOperation *operation,
            GtkPrintOperationResult printed,
            Printing *printing)
{
  g_autoptr (GError) error = NULL;

  if (printed == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      fw_case_note_copy (case_of (printing->page), printing->paper, "print");
      fw_case_tell (GTK_WIDGET (printing->page), _("Printed; noted in the case"), FALSE);
    }
  if (printed != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  fw_problem_present (window_of (printing->page), _("The paper was not printed"), NULL, error);
}

/* The pages are ready before the dialog opens; printing only draws them. */
static void
laid_out_to_print_cb (GObject *object,
                      GAsyncResult *result,
                      gpointer data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkWindow *window = window_of (printing->page);

  fw_waiting_end (_fw_papers_page_get_waiting (printing->page));
  printing->document = fw_case_lay_out_finish (FW_CASE (object), result, NULL, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (printing->document == NULL)
    {
      fw_problem_present (window, _("The paper was not printed"), NULL, error);
      return;
    }
  operation = fw_paper_print_new (printing->document, fw_case_get_number (FW_CASE (object)));
  g_signal_connect_data (operation, "done", G_CALLBACK (printed_cb), g_steal_pointer (&printing), printing_done_with, 0);
  fw_paper_print_run (operation, window);
}

static void
print_cb (GtkWidget *widget,
          const char *action_name,
          GVariant *parameter)
{
  FwPapersPage *self = FW_PAPERS_PAGE (widget);
  FwCaseItem *paper = _fw_papers_page_get_paper (self);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  Printing *printing;

  if (paper == NULL)
    return;
  printing = g_new0 (Printing, 1);
  printing->page = g_object_ref (self);
  printing->paper = g_strdup (fw_case_item_get_id (paper));
  fw_waiting_begin (_fw_papers_page_get_waiting (self), _("Preparing the pages…"), cancellable);
  fw_case_lay_out_async (case_of (self), printing->paper, fw_case_item_get_choice (paper, "state") == FW_PAPER_DRAFT,
                         cancellable, laid_out_to_print_cb, printing);
}

static void
zoom_cb (GtkWidget *widget,
         const char *action_name,
         GVariant *parameter)
{
  _fw_papers_page_zoom (FW_PAPERS_PAGE (widget), g_variant_get_int32 (parameter));
}

static void
add_zoom_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    int steps;
  } keys[] = {
    { GDK_KEY_plus, 1 },      { GDK_KEY_equal, 1 },        { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },         { GDK_KEY_KP_0, 0 },
  };

  gtk_widget_class_install_action (klass, "papers.zoom", "i", zoom_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, GDK_CONTROL_MASK, "papers.zoom", "i", keys[i].steps);
}

void
_fw_papers_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "papers.save", NULL, save_cb);
  gtk_widget_class_install_action (klass, "papers.print", NULL, print_cb);
  add_zoom_keys (klass);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_s, GDK_CONTROL_MASK, "papers.save", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "papers.print", NULL);
}
