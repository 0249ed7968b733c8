/* A paper's pages on the screen, in a PDF, as pictures, and where its blocks stand on them. */
#include "documents/fw-document-private.h"

#include <cairo-pdf.h>
#include <math.h>

/**
 * fw_document_get_n_pages:
 *
 * Returns: at least one
 */
guint
fw_document_get_n_pages (FwDocument *self)
{
  return self->pages->len;
}

/**
 * fw_document_get_page_size:
 * @width_pt: (out): in points
 * @height_pt: (out): in points
 */
void
fw_document_get_page_size (FwDocument *self,
                           double *width_pt,
                           double *height_pt)
{
  *width_pt = FW_PAPER_WIDTH;
  *height_pt = FW_PAPER_HEIGHT;
}

/**
 * fw_document_draw_page:
 * @cr: one unit is one point, the origin the upper left corner of the sheet; scale it to enlarge
 * @page: from 0
 *
 * Paints a page. Its white is not painted: lay a white ground first where there is none.
 */
void
fw_document_draw_page (FwDocument *self,
                       cairo_t *cr,
                       guint page,
                       FwPaintFlags flags)
{
  g_return_if_fail (page < self->pages->len);

  fw_paint_page (cr, self->typeface, &self->sheet, g_ptr_array_index (self->pages, page), page, flags);
}

/* A block that runs on is one area on each page it touches. */
static void
add_area (GArray *areas,
          const FwPlacedBox *placed,
          guint page)
{
  FwDocumentArea area = { placed->box->block_id, page, FW_MARGIN_LEFT, FW_MARGIN_TOP + placed->y, FW_TEXT_WIDTH,
                          placed->box->height };
  FwDocumentArea *last = areas->len > 0 ? &g_array_index (areas, FwDocumentArea, areas->len - 1) : NULL;

  if (area.block_id == NULL)
    return;
  if (last != NULL && last->page == page && g_str_equal (last->block_id, area.block_id))
    last->height = area.y + area.height - last->y;
  else
    g_array_append_val (areas, area);
}

/**
 * fw_document_get_areas:
 *
 * Returns: (transfer full) (element-type FwDocumentArea): where the blocks stand, page by page from top to bottom; their
 *   ids live as long as the paper
 */
GArray *
fw_document_get_areas (FwDocument *self)
{
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (FwDocumentArea));

  for (guint p = 0; p < self->pages->len; p++)
    {
      FwPage *page = g_ptr_array_index (self->pages, p);

      for (guint i = 0; i < page->len; i++)
        add_area (areas, &g_array_index (page, FwPlacedBox, i), p);
    }
  return areas;
}

/**
 * fw_document_find_block_at:
 * @x_pt: from the left edge of the sheet
 * @y_pt: from its upper edge
 *
 * Returns: (transfer none) (nullable): the id of the block under that point
 */
const char *
fw_document_find_block_at (FwDocument *self,
                           guint page,
                           double x_pt,
                           double y_pt)
{
  g_autoptr (GArray) areas = fw_document_get_areas (self);

  for (guint i = 0; i < areas->len; i++)
    {
      const FwDocumentArea *area = &g_array_index (areas, FwDocumentArea, i);

      if (area->page == page && x_pt >= area->x && x_pt <= area->x + area->width && y_pt >= area->y
          && y_pt <= area->y + area->height)
        return area->block_id;
    }
  return NULL;
}

static cairo_status_t
collect_cb (void *data,
            const unsigned char *bytes,
            unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Title, company and the day of the facts; the clock is never asked, so the same paper is the same file. */
static void
set_metadata (FwDocument *self,
              cairo_surface_t *surface)
{
  g_autofree char *stamp = g_strdup_printf ("%sT00:00:00Z", self->dated != NULL ? self->dated : "1970-01-01");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author != NULL ? self->author : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Fairwell");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
}

static gboolean
report_status (cairo_status_t status,
               GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_OUTPUT, "cannot draw: %s", cairo_status_to_string (status));
  return FALSE;
}

/* Begins a file that is named and dated after a paper. */
void
_fw_pdf_begin (FwPdf *self,
               FwDocument *named_after)
{
  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (collect_cb, self->bytes, FW_PAPER_WIDTH, FW_PAPER_HEIGHT);
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (named_after, self->surface);
  self->cr = cairo_create (self->surface);
}

/* Ends it; (transfer full) (nullable): the file. */
GBytes *
_fw_pdf_end (FwPdf *self,
             GError **error)
{
  g_autoptr (GByteArray) bytes = g_steal_pointer (&self->bytes);
  cairo_status_t status = cairo_status (self->cr);

  g_clear_pointer (&self->cr, cairo_destroy);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  return report_status (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

void
_fw_document_draw_pages (FwDocument *self,
                         cairo_t *cr)
{
  for (guint p = 0; p < self->pages->len; p++)
    {
      fw_document_draw_page (self, cr, p, FW_PAINT_PRINT);
      cairo_show_page (cr);
    }
}

/* Writes a file whole or not at all. */
gboolean
_fw_pdf_save (GBytes *pdf,
              const char *path,
              GError **error)
{
  g_autoptr (GError) problem = NULL;
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  /* Nothing is waited for until it is on the disk: it can be made again. */
  if (g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_ONLY_EXISTING,
                                0666, &problem))
    return TRUE;
  g_set_error_literal (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_OUTPUT, problem->message);
  return FALSE;
}

/**
 * fw_document_to_pdf:
 *
 * Makes a PDF with text that can be selected and fonts embedded. The same facts, template and fonts give the same
 * bytes.
 *
 * Returns: (transfer full) (nullable): the file; %NULL with #FW_DOCUMENT_ERROR_OUTPUT
 */
GBytes *
fw_document_to_pdf (FwDocument *self,
                    GError **error)
{
  FwPdf pdf = { NULL };

  _fw_pdf_begin (&pdf, self);
  _fw_document_draw_pages (self, pdf.cr);
  return _fw_pdf_end (&pdf, error);
}

/**
 * fw_document_write_pdf:
 * @file: where a person wants it; what is there is replaced. Only its owner can read it.
 * @cancellable: (nullable): stops it before @file is touched
 *
 * Not for the main thread: making the PDF and writing the file both take their time.
 *
 * Returns: %FALSE with #FW_DOCUMENT_ERROR_OUTPUT or a #GIOErrorEnum
 */
gboolean
fw_document_write_pdf (FwDocument *self,
                       GFile *file,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GBytes) pdf = fw_document_to_pdf (self, error);
  gsize size = 0;
  const char *data = pdf != NULL ? g_bytes_get_data (pdf, &size) : NULL;

  return data != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, cancellable, error);
}

/**
 * fw_document_save_pdf:
 * @path: written whole or not at all
 *
 * Returns: %FALSE with #FW_DOCUMENT_ERROR_OUTPUT
 */
gboolean
fw_document_save_pdf (FwDocument *self,
                      const char *path,
                      GError **error)
{
  g_autoptr (GBytes) pdf = fw_document_to_pdf (self, error);

  return pdf != NULL && _fw_pdf_save (pdf, path, error);
}

/**
 * fw_document_save_png:
 * @page: from 0
 * @dots_per_inch: 80 shows a page on a screen
 *
 * Returns: %FALSE with #FW_DOCUMENT_ERROR_OUTPUT
 */
gboolean
fw_document_save_png (FwDocument *self,
                      guint page,
                      double dots_per_inch,
                      const char *path,
                      GError **error)
{
  double scale = dots_per_inch / 72;
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) ceil (FW_PAPER_WIDTH * scale), (int) ceil (FW_PAPER_HEIGHT * scale));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  fw_document_draw_page (self, cr, page, FW_PAINT_PRINT);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  return report_status (status, error);
}
