#include "documents/fw-painter.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "documents/fw-ink.h"

#define SMALL 9.0
#define SMALLEST 6.5
#define WATERMARK_SIZE 150.0
#define WATERMARK_GREY 0.92
#define LOGO_HEIGHT (11 * FW_MILLIMETRE)
#define HEAD_BASELINE 62.0
#define HEAD_RULE 70.0
#define HEAD_PITCH 1.3 /* of the size, from line to line of a long name */
#define SMALLEST_BESIDE 10.0
#define LOGO_SHARE 0.3 /* of the width of the text */

/**
 * fw_sheet_clear:
 * @self: what stands on every page; empty afterwards
 */
void
fw_sheet_clear (FwSheet *self)
{
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->company, g_free);
  g_clear_pointer (&self->audit_head, g_free);
  g_clear_pointer (&self->watermark, g_free);
  g_clear_pointer (&self->logo, cairo_surface_destroy);
}

/* One line of furniture, its marks as close as in the text; @align 0 begins at @x, 0.5 is centred on it, 1 ends at it. */
static void
paint_text (cairo_t *cr,
            FwTypeface *typeface,
            const char *string,
            FwFace face,
            double size,
            double x,
            double baseline,
            double align)
{
  g_autoptr (FwStyledText) text = fw_styled_text_new (size);
  FwLineStyle style = { .measure_pt = 2 * FW_PAPER_WIDTH };
  g_autoptr (GPtrArray) lines = NULL;
  const FwLine *line;

  fw_styled_text_append (text, string, face, FW_SPAN_PLAIN);
  lines = fw_lines_set (typeface, text, &style);
  if (lines->len == 0)
    return;
  line = g_ptr_array_index (lines, 0);
  cairo_move_to (cr, x - align * line->width_pt, baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (line->layout, 0));
}

static void
paint_watermark (cairo_t *cr,
                 FwTypeface *typeface,
                 const char *words)
{
  g_autofree char *spread = g_strdup (words);

  cairo_save (cr);
  cairo_set_source_rgb (cr, WATERMARK_GREY, WATERMARK_GREY, WATERMARK_GREY);
  cairo_translate (cr, FW_PAPER_WIDTH / 2, FW_PAPER_HEIGHT / 2);
  cairo_rotate (cr, -G_PI / 4);
  paint_text (cr, typeface, spread, FW_FACE_SONG_BOLD, WATERMARK_SIZE, 0, WATERMARK_SIZE * 0.38, 0.5);
  cairo_restore (cr);
}

static void
paint_rule (cairo_t *cr,
            double x,
            double y,
            double width,
            double height,
            double thickness,
            gboolean dashed)
{
  const double dashes[] = { 4, 3 };

  cairo_save (cr);
  cairo_set_line_width (cr, thickness);
  cairo_set_line_cap (cr, dashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_SQUARE);
  if (dashed)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, width, height);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_seal_area (cairo_t *cr,
                 FwTypeface *typeface,
                 const FwMark *mark)
{
  const double dots[] = { 1.5, 3 };

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.55, 0.55, 0.55);
  cairo_set_line_width (cr, mark->thickness);
  cairo_set_dash (cr, dots, 2, 0);
  cairo_new_sub_path (cr);
  cairo_arc (cr, mark->x, mark->y, mark->width / 2, 0, 2 * G_PI);
  cairo_stroke (cr);
  paint_text (cr, typeface, "（盖章）", FW_FACE_SONG, SMALL, mark->x, mark->y + mark->width * 0.36, 0.5);
  cairo_restore (cr);
}

/* Amber behind what is missing, on the screen only. */
static void
paint_gaps (cairo_t *cr,
            const FwMark *mark)
{
  const FwLine *line = mark->line;
  PangoRectangle extents;
  double baseline = (double) pango_layout_get_baseline (line->layout) / PANGO_SCALE;

  pango_layout_get_extents (line->layout, NULL, &extents);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.984, 0.906, 0.714);
  for (guint i = 0; line->gaps != NULL && i < line->gaps->len; i++)
    {
      const FwExtent *gap = &g_array_index (line->gaps, FwExtent, i);

      cairo_rectangle (cr, mark->x + line->x_pt + gap->from, mark->y - baseline, gap->until - gap->from,
                       (double) extents.height / PANGO_SCALE);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static void
paint_ink (cairo_t *cr,
           const FwMark *mark)
{
  g_autoptr (FwInk) ink = fw_ink_from_string (mark->ink);

  if (ink != NULL)
    fw_ink_draw (ink, cr, mark->x, mark->y, mark->width, mark->height, mark->thickness);
}

static void
paint_mark (cairo_t *cr,
            FwTypeface *typeface,
            const FwMark *mark,
            FwPaintFlags flags)
{
  switch (mark->kind)
    {
    case FW_MARK_LINE:
      if (flags & FW_PAINT_SCREEN)
        paint_gaps (cr, mark);
      cairo_move_to (cr, mark->x + mark->line->x_pt, mark->y);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (mark->line->layout, 0));
      break;
    case FW_MARK_RULE:
      paint_rule (cr, mark->x, mark->y, mark->width, mark->height, mark->thickness, mark->dashed);
      break;
    case FW_MARK_FRAME:
      cairo_set_line_width (cr, mark->thickness);
      cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
      cairo_stroke (cr);
      break;
    case FW_MARK_INK:
      paint_ink (cr, mark);
      break;
    case FW_MARK_SEAL_AREA:
      paint_seal_area (cr, typeface, mark);
      break;
    default:
      break;
    }
}

/* Every logo is of one height, but a wide one leaves the company its room. */
static double
paint_logo (cairo_t *cr,
            cairo_surface_t *logo,
            double room)
{
  double scale = MIN (LOGO_HEIGHT / cairo_image_surface_get_height (logo), room / cairo_image_surface_get_width (logo));

  cairo_save (cr);
  cairo_translate (cr, FW_MARGIN_LEFT, HEAD_RULE - 4 - cairo_image_surface_get_height (logo) * scale);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, logo, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  return cairo_image_surface_get_width (logo) * scale + 8;
}

static double
text_width (FwTypeface *typeface,
            const char *string,
            FwFace face,
            double size)
{
  g_autoptr (FwStyledText) text = fw_styled_text_new (size);

  fw_styled_text_append (text, string, face, FW_SPAN_PLAIN);
  return fw_styled_text_width (typeface, text);
}

/* The company at the largest of sizes that sets it in two lines of about one length, at 9 pt and less in three; NULL where none from
 * @least on does. */
static GPtrArray *
set_company (FwTypeface *typeface,
             const char *company,
             double room,
             double least,
             double *size)
{
  static const double sizes[] = { 12, 11, 10, 9, 8 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes) && sizes[i] >= least; i++)
    {
      g_autoptr (FwStyledText) text = fw_styled_text_new (sizes[i]);
      double width = text_width (typeface, company, FW_FACE_SONG_BOLD, sizes[i]), n_lines = ceil (width / room);
      FwLineStyle style = { .measure_pt = n_lines > 1 ? MIN (room, width / n_lines + 1.5 * sizes[i]) : room };
      g_autoptr (GPtrArray) lines = NULL;

      fw_styled_text_append (text, company, FW_FACE_SONG_BOLD, FW_SPAN_PLAIN);
      lines = fw_lines_set (typeface, text, &style);
      *size = sizes[i];
      if (lines->len <= (sizes[i] > 9 ? 2 : 3) || (least == 0 && i + 1 == G_N_ELEMENTS (sizes)))
        return g_steal_pointer (&lines);
    }
  return NULL;
}

/* The company at the left, the number at the right, over a rule. A long name takes more lines, which grow upwards into the margin; one
 * that would become small beside the number has the whole width, and the number goes below the rule. */
static void
paint_letterhead (cairo_t *cr,
                  FwTypeface *typeface,
                  const FwSheet *sheet)
{
  double left = FW_MARGIN_LEFT, right = left + sheet->measure_pt, size, number = 0;
  g_autoptr (GPtrArray) lines = NULL;
  gboolean beside;

  if (sheet->logo != NULL)
    left += paint_logo (cr, sheet->logo, sheet->measure_pt * LOGO_SHARE);
  if (sheet->number != NULL)
    number = text_width (typeface, sheet->number, FW_FACE_SONG, 10.5) + 18;
  if (number < (right - left) / 2)
    lines = set_company (typeface, sheet->company, right - left - number, SMALLEST_BESIDE, &size);
  beside = lines != NULL;
  if (!beside)
    lines = set_company (typeface, sheet->company, right - left, 0, &size);
  for (guint i = 0; i < lines->len; i++)
    {
      const FwLine *line = g_ptr_array_index (lines, i);

      cairo_move_to (cr, left, HEAD_BASELINE - (lines->len - 1 - i) * HEAD_PITCH * size);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (line->layout, 0));
    }
  if (sheet->number != NULL)
    paint_text (cr, typeface, sheet->number, FW_FACE_SONG, 10.5, right, beside ? HEAD_BASELINE : HEAD_RULE + 14, 1);
  paint_rule (cr, FW_MARGIN_LEFT, HEAD_RULE, right - FW_MARGIN_LEFT, 0, 0.75, FALSE);
}

static void
paint_foot (cairo_t *cr,
            FwTypeface *typeface,
            const FwSheet *sheet,
            guint index)
{
  g_autofree char *pages = g_strdup_printf (sheet->english ? "Page %u of %u" : "第%u页　共%u页", index + 1, sheet->n_pages);
  double baseline = FW_PAPER_HEIGHT - 38, middle = FW_MARGIN_LEFT + sheet->measure_pt / 2;

  if (sheet->number != NULL)
    paint_text (cr, typeface, sheet->number, FW_FACE_SONG, SMALL, FW_MARGIN_LEFT, baseline, 0);
  paint_text (cr, typeface, pages, FW_FACE_SONG, SMALL, middle, baseline, 0.5);
  if (sheet->audit_head != NULL)
    paint_text (cr, typeface, sheet->audit_head, FW_FACE_SONG, SMALLEST, middle, baseline + 13, 0.5);
}

/* Where the fanned edges of the sheets meet and the seal goes over all of them. */
static void
paint_joint (cairo_t *cr,
             FwTypeface *typeface,
             gboolean english)
{
  double y = 148 * FW_MILLIMETRE;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.55, 0.55, 0.55);
  paint_rule (cr, FW_PAPER_WIDTH - 12, y, 12, 0, 0.5, FALSE);
  paint_text (cr, typeface, english ? "edge seal" : "骑缝", FW_FACE_SONG, 6, FW_PAPER_WIDTH - 2, y - 4, 1);
  cairo_restore (cr);
}

/**
 * fw_paint_page:
 * @cr: one unit is one point, the origin the upper left corner of the sheet
 * @sheet: what stands on every page
 * @page: what stands on this one
 * @index: from 0
 *
 * Paints one page as the printer, the PDF and the preview show it.
 */
void
fw_paint_page (cairo_t *cr,
               FwTypeface *typeface,
               const FwSheet *sheet,
               FwPage *page,
               guint index,
               FwPaintFlags flags)
{
  cairo_save (cr);
  if (sheet->watermark != NULL)
    paint_watermark (cr, typeface, sheet->watermark);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (sheet->company != NULL && index == 0)
    paint_letterhead (cr, typeface, sheet);
  for (guint i = 0; i < page->len; i++)
    {
      const FwPlacedBox *placed = &g_array_index (page, FwPlacedBox, i);

      cairo_save (cr);
      cairo_translate (cr, FW_MARGIN_LEFT, FW_MARGIN_TOP + placed->y);
      for (guint m = 0; m < placed->box->marks->len; m++)
        paint_mark (cr, typeface, &g_array_index (placed->box->marks, FwMark, m), flags);
      cairo_restore (cr);
    }
  paint_foot (cr, typeface, sheet, index);
  if (sheet->joined)
    paint_joint (cr, typeface, sheet->english);
  cairo_restore (cr);
}
