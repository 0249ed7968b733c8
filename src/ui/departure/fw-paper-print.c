#include "config.h"

#include "ui/departure/fw-paper-print.h"

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

/**
 * fw_paper_print_new:
 * @document: (transfer none): the paper; must outlive the operation
 * @job_name: what the queue shows: a case number, never a person's name
 *
 * Returns: (transfer full): an operation that prints @document as the preview shows it
 */
GtkPrintOperation *
fw_paper_print_new (FwDocument *document,
                    const char *job_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (document);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, job_name);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), document);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), document);
  return operation;
}
