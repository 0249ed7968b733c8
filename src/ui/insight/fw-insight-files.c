#include "config.h"

#include "ui/insight/fw-insight-files.h"

#include <glib/gi18n.h>

#include "core/fw-task.h"
#include "store/fw-store.h"
#include "ui/departure/fw-paper-print.h"
#include "ui/insight/fw-chart-view.h"
#include "ui/window/fw-window.h"

#define PAGE_TOP 42 /* points: room for two holes or a staple */

/* A chart on its way out of the program: the dialog, and after it the queue, take as long as they like. */
typedef struct
{
  GtkWidget *from;         /* owned */
  FwWorkplace *workplace;  /* owned */
  FwInsightChart *chart;   /* owned */
  FwChart *page;           /* owned, laid out for paper */
} Leaving;

static Leaving *
leaving_new (GtkWidget *from, FwWorkplace *workplace, FwInsightChart *chart)
{
  Leaving *leaving = g_new0 (Leaving, 1);

  leaving->from = g_object_ref (from);
  leaving->workplace = g_object_ref (workplace);
  leaving->chart = fw_insight_chart_new_made (chart, fw_workplace_get_today (workplace));
  return leaving;
}

static void
leaving_free (Leaving *leaving)
{
  g_clear_pointer (&leaving->page, fw_chart_free);
  g_object_unref (leaving->from);
  g_object_unref (leaving->workplace);
  g_object_unref (leaving->chart);
  g_free (leaving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Leaving, leaving_free)

static void
tell (Leaving *leaving, const char *done, const char *not_done, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (leaving->from);

  if (!FW_IS_WINDOW (root))
    return;
  if (error == NULL)
    fw_window_toast (FW_WINDOW (root), done);
  else
    fw_window_show_error (FW_WINDOW (root), not_done, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Leaving) leaving = data;
  g_autoptr (GError) error = NULL;

  fw_insight_chart_save_finish (result, &error);
  tell (leaving, _("Saved; noted in the record of events"), _("The chart was not saved"), error);
}

static void
place_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (Leaving) leaving = data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  FwStore *store = fw_workplace_get_store (leaving->workplace);
  FwInsightChart *chart = leaving->chart;
  const char *who = fw_workplace_get_who (leaving->workplace);

  if (file != NULL)
    fw_insight_chart_save_async (chart, store, who, file, fw_chart_view_choose_palette (), saved_cb, g_steal_pointer (&leaving));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/**
 * fw_insight_export:
 * @from: a widget of the window
 * @title: the question that the chart answers
 *
 * Asks for a file and writes the chart to it: as PDF, SVG, PNG, or its figures as CSV, by the ending of the name.
 */
void
fw_insight_export (GtkWidget *from, FwWorkplace *workplace, FwInsightChart *chart, const char *title)
{
  g_autofree char *day = fw_date_to_string (fw_workplace_get_today (workplace));
  g_autofree char *name = g_strdup_printf ("%s-%s.pdf", fw_insight_question_get_name (fw_insight_chart_get_question (chart)), day);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (from)), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);

  gtk_file_filter_set_name (filter, _("PDF, SVG, PNG; the figures as CSV"));
  for (guint i = 0; i < 4; i++)
    gtk_file_filter_add_suffix (filter, (const char *const[]){ "pdf", "svg", "png", "csv" }[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (place_chosen_cb), leaving_new (from, workplace, chart));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Leaving *leaving)
{
  fw_chart_paint_on_page (leaving->page, gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context));
}

static void
note_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Leaving *leaving = data;
  GError *error = NULL;

  if (fw_insight_chart_note_copy (leaving->chart, fw_workplace_get_store (leaving->workplace),
                                  fw_workplace_get_who (leaving->workplace), "print", &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Leaving *leaving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  tell (leaving, _("Printed; noted in the record of events"), _("It was printed, but that could not be noted"), error);
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult printed, gpointer data)
{
  g_autoptr (Leaving) leaving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  if (printed == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      tell (leaving, NULL, _("The chart was not printed"), error);
    }
  if (printed != GTK_PRINT_OPERATION_RESULT_APPLY)
    return;
  task = g_task_new (NULL, NULL, noted_cb, NULL);
  g_task_set_source_tag (task, fw_insight_print);
  g_task_set_task_data (task, g_steal_pointer (&leaving), (GDestroyNotify) leaving_free);
  fw_task_run_in_thread (task, note_in_thread);
}

/**
 * fw_insight_print:
 * @from: a widget of the window
 *
 * Prints the chart on one page, in greys and hatches that survive a photocopy.
 */
void
fw_insight_print (GtkWidget *from, FwWorkplace *workplace, FwInsightChart *chart)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Leaving *leaving = leaving_new (from, workplace, chart);

  leaving->page = fw_insight_chart_layout_for_file (leaving->chart, FW_CHART_PAPER_WIDTH);
  gtk_page_setup_set_top_margin (setup, PAGE_TOP, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, fw_insight_question_get_name (fw_insight_chart_get_question (chart)));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), leaving);
  g_signal_connect (operation, "done", G_CALLBACK (printed_cb), leaving);
  fw_paper_print_run (operation, GTK_WINDOW (gtk_widget_get_root (from)));
}
