/* The one sheet that goes to the table: printed, or written as PDF. */
#include "config.h"

#include "ui/departure/fw-talk-print.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-paper-print.h"
#include "ui/departure/fw-talk-words.h"
#include "ui/fw-language.h"
#include "ui/fw-problem.h"

/* The sheet on its way: the dialog, and after it the queue, take as long as they like. */
typedef struct
{
  GtkWidget *from;      /* owned */
  FwCase *its;          /* owned */
  FwTalkSheet *sheet;   /* owned */
  FwDocument *document; /* owned, NULL until it is laid out */
} Printing;

static Printing *
printing_new (GtkWidget *from,
              FwTalk *talk)
{
  Printing *printing = g_new0 (Printing, 1);

  printing->from = g_object_ref (from);
  printing->its = g_object_ref (fw_talk_get_case (talk));
  printing->sheet = fw_talk_words_make_sheet (talk);
  return printing;
}

static void
printing_free (Printing *printing)
{
  g_object_unref (printing->from);
  g_object_unref (printing->its);
  fw_talk_sheet_unref (printing->sheet);
  g_clear_pointer (&printing->document, fw_document_unref);
  g_free (printing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

static void
done_with_cb (gpointer data,
              GClosure *closure)
{
  printing_free (data);
}

static GtkWindow *
window_of (Printing *printing)
{
  return GTK_WINDOW (gtk_widget_get_root (printing->from));
}

static FwDate
today (Printing *printing)
{
  return fw_workplace_get_today (fw_case_get_workplace (printing->its));
}

static void
printed_cb (GtkPrintOperation *operation,
            GtkPrintOperationResult result,
            Printing *printing)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      fw_talk_sheet_note_print (printing->its, _("Preparation of the talk"));
      fw_case_tell (printing->from, _("Printed; noted in the case"), FALSE);
    }
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  fw_problem_present (window_of (printing), _("The paper was not printed"), NULL, error);
}

static void
laid_out_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkWindow *window = window_of (printing);

  printing->document = fw_talk_sheet_lay_out_finish (result, &error);
  if (window == NULL)
    return;
  if (printing->document == NULL)
    {
      fw_problem_present (window, _("The paper was not printed"), NULL, error);
      return;
    }
  operation = fw_paper_print_new (printing->document, fw_case_get_number (printing->its));
  g_signal_connect_data (operation, "done", G_CALLBACK (printed_cb), g_steal_pointer (&printing), done_with_cb, 0);
  fw_paper_print_run (operation, window);
}

/**
 * fw_talk_print:
 * @from: a widget of the case's workspace
 *
 * Prints what is prepared for the talk on one sheet; that it was printed is an event of the case.
 */
void
fw_talk_print (GtkWidget *from,
               FwTalk *talk)
{
  Printing *printing = printing_new (from, talk);

  fw_talk_sheet_lay_out_async (printing->sheet, today (printing), fw_language_get (), NULL, laid_out_cb, printing);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;

  if (fw_talk_sheet_save_finish (result, &error))
    fw_case_tell (printing->from, _("Saved as PDF; noted in the case"), FALSE);
  else if (window_of (printing) != NULL)
    fw_problem_present (window_of (printing), _("The PDF was not saved"), NULL, error);
}

static void
place_chosen_cb (GtkNativeDialog *dialog,
                 int response,
                 gpointer data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    {
      FwTalkSheet *sheet = printing->sheet;
      FwCase *its = printing->its;
      FwDate made = today (printing);

      fw_talk_sheet_save_async (sheet, its, _("Preparation of the talk"), file, made, fw_language_get (), NULL, saved_cb,
                                g_steal_pointer (&printing));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/**
 * fw_talk_save_pdf:
 * @from: a widget of the case's workspace
 *
 * Asks where to, and writes what is prepared for the talk there as one page; that it was written is an event of the case. The name proposes
 * the case, never the person.
 */
void
fw_talk_save_pdf (GtkWidget *from,
                  FwTalk *talk)
{
  Printing *printing = printing_new (from, talk);
  g_autofree char *name = g_strdup_printf ("%s-talk.pdf", fw_case_get_number (printing->its));
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Save as PDF"), window_of (printing), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _("_Save"), NULL);

  g_strdelimit (name, "/\\", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (place_chosen_cb), printing);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
