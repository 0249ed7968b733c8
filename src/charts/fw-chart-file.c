#include "charts/fw-chart-file.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define POINTS_PER_PIXEL 0.75
#define PNG_SCALE 2.0
#define MM (72 / 25.4)
#define PAGE_WIDTH (210 * MM)
#define PAGE_HEIGHT (297 * MM)
#define PAGE_EDGE (20 * MM)

G_DEFINE_QUARK (fw-chart-error-quark, fw_chart_error)

/**
 * fw_chart_format_from_name:
 * @format: (out): by the ending of @file_name
 *
 * Returns: whether it is one that a chart can be written in
 */
gboolean
fw_chart_format_from_name (const char *file_name,
                           FwChartFormat *format,
                           GError **error)
{
  static const char *const endings[] = { ".png", ".svg", ".pdf" };
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = i;
        return TRUE;
      }
  g_set_error (error, FW_CHART_ERROR, FW_CHART_ERROR_FORMAT, "a chart is written as .png, .svg or .pdf");
  return FALSE;
}

/* Returns: (transfer full): where there is no window to take the desktop's font from */
PangoContext *
fw_chart_new_pango_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 11");

  pango_context_set_font_description (context, font);
  return context;
}

static cairo_status_t
append_cb (void *closure,
           const unsigned char *data,
           unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
finish (GByteArray *bytes,
        cairo_status_t status,
        GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_byte_array_ref (bytes));
  g_set_error_literal (error, FW_CHART_ERROR, FW_CHART_ERROR_FAILED, cairo_status_to_string (status));
  return NULL;
}

static GBytes *
to_png (const FwChart *self,
        FwChartPalette palette,
        GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (fw_chart_get_width (self) * PNG_SCALE + 0.5),
                                (int) (fw_chart_get_height (self) * PNG_SCALE + 0.5));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  fw_chart_palette_set (palette, FW_CHART_ROLE_GROUND, 1, cr);
  cairo_paint (cr);
  cairo_scale (cr, PNG_SCALE, PNG_SCALE);
  fw_chart_paint (self, cr, palette);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return finish (bytes, status, error);
}

/**
 * fw_chart_paint_on_page:
 * @width_pt: how wide it may become
 *
 * Paints it for paper, at its own size of 0.75 points a pixel or smaller where the page is narrower, in the middle of the width.
 */
void
fw_chart_paint_on_page (const FwChart *self,
                        cairo_t *cr,
                        double width_pt)
{
  double scale = MIN (POINTS_PER_PIXEL, width_pt / fw_chart_get_width (self));

  cairo_save (cr);
  cairo_translate (cr, (width_pt - fw_chart_get_width (self) * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  fw_chart_paint (self, cr, FW_CHART_PALETTE_PRINT);
  cairo_restore (cr);
}

static GBytes *
to_pdf (const FwChart *self,
        const char *title,
        FwDate made,
        GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double height = fw_chart_get_height (self) * POINTS_PER_PIXEL + 2 * PAGE_EDGE;
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (append_cb, bytes, PAGE_WIDTH, MAX (height, PAGE_HEIGHT));
  cairo_t *cr = cairo_create (surface);
  g_autofree char *day = fw_date_to_string (made);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (day != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, day);
  cairo_translate (cr, PAGE_EDGE, PAGE_EDGE);
  fw_chart_paint_on_page (self, cr, PAGE_WIDTH - 2 * PAGE_EDGE);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return finish (bytes, status, error);
}

/**
 * fw_chart_to_bytes:
 * @palette: of the PNG and the SVG; a PDF is for paper
 * @title: of the file, for its properties
 * @made: the day it is made
 *
 * Returns: (transfer full): the file
 */
GBytes *
fw_chart_to_bytes (const FwChart *self,
                   FwChartFormat format,
                   FwChartPalette palette,
                   const char *title,
                   FwDate made,
                   GError **error)
{
  char *svg;

  switch (format)
    {
    case FW_CHART_PNG:
      return to_png (self, palette, error);
    case FW_CHART_SVG:
      svg = fw_chart_to_svg (self, palette, title);
      return g_bytes_new_take (svg, strlen (svg));
    case FW_CHART_PDF:
    default:
      return to_pdf (self, title, made, error);
    }
}
