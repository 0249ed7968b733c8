#include "config.h"

#include "ui/departure/fw-paper-print.h"

#include <gtk/gtkunixprint.h>

/* Pages are laid out already: the printer gets what the preview shows, point for point. */
static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext *context,
                FwDocument *document)
{
  gtk_print_operation_set_n_pages (operation, (int) fw_document_get_n_pages (document));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              FwDocument *document)
{
  fw_document_draw_page (document, gtk_print_context_get_cairo_context (context), (guint) page, FW_PAINT_PRINT);
}

static GtkPageSetup *
make_page_setup (FwDocument *document)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = NULL;
  double width, height;

  fw_document_get_page_size (document, &width, &height);
  size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup,
                                  width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  return setup;
}

static GtkPrintOperation *
make_operation (FwDocument *document,
                const char *job_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (document);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, job_name);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  return operation;
}

/**
 * fw_paper_print_new:
 * @document: the paper; the operation keeps it
 * @job_name: what the queue shows: a case number, never a person's name
 *
 * Returns: (transfer full): an operation that prints @document as the preview shows it
 */
GtkPrintOperation *
fw_paper_print_new (FwDocument *document,
                    const char *job_name)
{
  GtkPrintOperation *operation = make_operation (document, job_name);

  g_object_set_data_full (G_OBJECT (operation), "document", fw_document_ref (document), (GDestroyNotify) fw_document_unref);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), document);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), document);
  return operation;
}

/* Several papers as one job: which of them a page belongs to. */
static FwDocument *
find_page (GPtrArray *documents,
           guint *page)
{
  for (guint i = 0; i < documents->len; i++)
    {
      guint pages = (guint) fw_document_get_n_pages (documents->pdata[i]);

      if (*page < pages)
        return documents->pdata[i];
      *page -= pages;
    }
  return NULL;
}

static void
begin_all_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              GPtrArray *documents)
{
  int pages = 0;

  for (guint i = 0; i < documents->len; i++)
    pages += (int) fw_document_get_n_pages (documents->pdata[i]);
  gtk_print_operation_set_n_pages (operation, pages);
}

static void
draw_one_cb (GtkPrintOperation *operation,
             GtkPrintContext *context,
             int page,
             GPtrArray *documents)
{
  guint within = (guint) page;
  FwDocument *document = find_page (documents, &within);

  if (document != NULL)
    fw_document_draw_page (document, gtk_print_context_get_cairo_context (context), within, FW_PAINT_PRINT);
}

/**
 * fw_papers_print_new:
 * @documents: (element-type FwDocument): papers, at least one; the operation keeps them
 * @job_name: what the queue shows: a number, never a person's name
 *
 * Returns: (transfer full): an operation that prints all of them, one behind the other, in one go
 */
GtkPrintOperation *
fw_papers_print_new (GPtrArray *documents,
                     const char *job_name)
{
  GtkPrintOperation *operation = make_operation (documents->pdata[0], job_name);

  g_object_set_data_full (G_OBJECT (operation), "documents", g_ptr_array_ref (documents), (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_all_cb), documents);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_one_cb), documents);
  return operation;
}

/* The pages are on the screen already. What the toolkit calls a preview is a file outside the store, shown by another program over
 * any lock. */
static gboolean
preview_cb (GtkPrintOperation *operation, GtkPrintOperationPreview *preview, GtkPrintContext *context, GtkWindow *parent, gpointer data)
{
  gtk_print_operation_preview_end_preview (preview);
  return TRUE;
}

static void
take_preview_away (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_PRINT_UNIX_DIALOG (window) && gtk_window_get_transient_for (window) == parent)
        {
          GtkPrintUnixDialog *dialog = GTK_PRINT_UNIX_DIALOG (window);

          gtk_print_unix_dialog_set_manual_capabilities (
            dialog, gtk_print_unix_dialog_get_manual_capabilities (dialog) & ~GTK_PRINT_CAPABILITY_PREVIEW);
        }
    }
}

/**
 * fw_paper_print_run:
 * @operation: what to print; its signal "done" tells how it went
 * @parent: the window that asks
 *
 * Asks for a printer and prints, without waiting for either.
 */
void
fw_paper_print_run (GtkPrintOperation *operation, GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));

  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), NULL);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
  take_preview_away (parent);
}
