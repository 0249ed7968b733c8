#include "charts/fw-chart-file.h"
#include "charts/fw-chart-private.h"

/* Written by hand: Cairo's SVG draws the letters, and a text that is not text can be neither searched nor corrected. */

/* A number in the C locale, to a hundredth. */
static void
add_number (GString *svg,
            const char *name,
            double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.2f", value);
  g_string_append_printf (svg, " %s=\"%s\"", name, digits);
}

static void
add_colour (GString *svg,
            const char *name,
            FwChartPalette palette,
            FwChartRole role,
            double opacity)
{
  g_string_append_printf (svg, " %s=\"#%06x\"", name, fw_chart_palette_get (palette, role));
  if (opacity < 1)
    {
      g_autofree char *of = g_strconcat (name, "-opacity", NULL);

      add_number (svg, of, opacity);
    }
}

static void
add_box (GString *svg,
         const Shape *shape)
{
  g_string_append (svg, "<rect");
  add_number (svg, "x", shape->box.x);
  add_number (svg, "y", shape->box.y);
  add_number (svg, "width", shape->box.width);
  add_number (svg, "height", shape->box.height);
}

static void
add_circle (GString *svg,
            const Shape *shape,
            FwChartPalette palette)
{
  g_string_append (svg, "<circle");
  add_number (svg, "cx", shape->box.x);
  add_number (svg, "cy", shape->box.y);
  add_number (svg, "r", shape->box.width);
  add_colour (svg, "fill", palette, shape->kind == SHAPE_RING ? FW_CHART_ROLE_GROUND : shape->role, 1);
  if (shape->kind == SHAPE_RING)
    {
      add_colour (svg, "stroke", palette, shape->role, 1);
      add_number (svg, "stroke-width", 1.6);
    }
  g_string_append (svg, "/>\n");
}

static void
add_points (GString *svg,
            const FwChart *self,
            const Shape *shape,
            FwChartPalette palette)
{
  static const char *const dashes[] = { NULL, "7 3", "2 2.5", "4 3" };

  g_string_append (svg, shape->kind == SHAPE_POLYGON ? "<polygon points=\"" : "<polyline points=\"");
  for (guint i = 0; i < shape->n_points; i++)
    {
      FwChartPoint point = g_array_index (self->points, FwChartPoint, shape->first_point + i);
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (svg, "%s%s,%s", i > 0 ? " " : "", g_ascii_formatd (x, sizeof x, "%.2f", point.x),
                              g_ascii_formatd (y, sizeof y, "%.2f", point.y));
    }
  g_string_append (svg, "\"");
  if (shape->kind == SHAPE_POLYGON)
    add_colour (svg, "fill", palette, shape->role, shape->opacity);
  else
    {
      g_string_append (svg, " fill=\"none\" stroke-linejoin=\"round\"");
      add_colour (svg, "stroke", palette, shape->role, 1);
      add_number (svg, "stroke-width", shape->line_width);
      if (dashes[shape->dash] != NULL)
        g_string_append_printf (svg, " stroke-dasharray=\"%s\"", dashes[shape->dash]);
    }
  g_string_append (svg, "/>\n");
}

static void
add_shape (GString *svg,
           const FwChart *self,
           const Shape *shape,
           FwChartPalette palette)
{
  switch (shape->kind)
    {
    case SHAPE_AREA:
    case SHAPE_HATCHED:
      add_box (svg, shape);
      add_colour (svg, "fill", palette, shape->role, 1);
      g_string_append (svg, "/>\n");
      if (shape->kind == SHAPE_AREA)
        break;
      add_box (svg, shape);
      g_string_append (svg, " fill=\"url(#hatch)\"/>\n");
      break;
    case SHAPE_HIDDEN:
      add_box (svg, shape);
      g_string_append (svg, " fill=\"url(#hidden)\"");
      add_colour (svg, "stroke", palette, FW_CHART_ROLE_GRID, 1);
      g_string_append (svg, "/>\n");
      break;
    case SHAPE_DOT:
    case SHAPE_RING:
      add_circle (svg, shape, palette);
      break;
    case SHAPE_POLYGON:
    case SHAPE_PATH:
    default:
      add_points (svg, self, shape, palette);
      break;
    }
}

/* What a line shows: what was cut off it stands as an ellipsis. */
static char *
dup_shown (PangoLayout *layout,
           PangoLayoutLine *line)
{
  const char *all = pango_layout_get_text (layout);
  GString *shown = g_string_new (NULL);

  if (!pango_layout_is_ellipsized (layout))
    g_string_append_len (shown, all + pango_layout_line_get_start_index (line), pango_layout_line_get_length (line));
  for (GSList *run = pango_layout_is_ellipsized (layout) ? line->runs : NULL; run != NULL; run = run->next)
    {
      const PangoItem *item = ((PangoGlyphItem *) run->data)->item;

      if ((item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0)
        g_string_append (shown, "…");
      else
        g_string_append_len (shown, all + item->offset, item->length);
    }
  return g_string_free (shown, FALSE);
}

/* Each line for itself, where it was laid out, so that no reader breaks it elsewhere. */
static void
add_text (GString *svg,
          const Text *text,
          FwChartPalette palette)
{
  const PangoFontDescription *font = pango_layout_get_font_description (text->layout);
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      g_autofree char *words = dup_shown (text->layout, line);
      g_autofree char *markup = g_markup_escape_text (g_strchomp (words), -1);
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      g_string_append (svg, "<text");
      add_number (svg, "x", text->box.x + (double) logical.x / PANGO_SCALE);
      add_number (svg, "y", text->box.y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      add_number (svg, "font-size", (double) pango_font_description_get_size (font) / PANGO_SCALE);
      if (pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD)
        g_string_append (svg, " font-weight=\"bold\"");
      add_colour (svg, "fill", palette, text->role, 1);
      if (text->over_line)
        {
          add_colour (svg, "stroke", palette, FW_CHART_ROLE_GROUND, 1);
          g_string_append (svg, " stroke-width=\"5\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        }
      g_string_append_printf (svg, ">%s</text>\n", markup);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
add_hatches (GString *svg,
             FwChartPalette palette)
{
  g_string_append (svg, "<defs>\n<pattern id=\"hatch\" width=\"3.2\" height=\"3.2\" patternUnits=\"userSpaceOnUse\" "
                        "patternTransform=\"rotate(45)\"><rect width=\"1.2\" height=\"3.2\"");
  add_colour (svg, "fill", palette, FW_CHART_ROLE_GROUND, 0.85);
  g_string_append (svg, "/></pattern>\n<pattern id=\"hidden\" width=\"3.5\" height=\"3.5\" patternUnits=\"userSpaceOnUse\" "
                        "patternTransform=\"rotate(45)\"><rect width=\"1\" height=\"3.5\"");
  add_colour (svg, "fill", palette, FW_CHART_ROLE_AXIS, 0.6);
  g_string_append (svg, "/></pattern>\n</defs>\n");
}

/**
 * fw_chart_to_svg:
 * @title: what a screen reader calls it
 *
 * Returns: (transfer full): the chart as SVG, with text as text
 */
char *
fw_chart_to_svg (const FwChart *self,
                 FwChartPalette palette,
                 const char *title)
{
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
  g_autofree char *family = g_markup_escape_text (
    pango_font_description_get_family (pango_context_get_font_description (self->context)), -1);
  g_autofree char *name = g_markup_escape_text (title, -1);

  add_number (svg, "width", self->width);
  add_number (svg, "height", self->height);
  g_string_append_printf (svg, " font-family=\"%s, sans-serif\" style=\"font-variant-numeric: tabular-nums\">\n<title>%s</title>\n", family, name);
  add_hatches (svg, palette);
  g_string_append (svg, "<rect width=\"100%\" height=\"100%\"");
  add_colour (svg, "fill", palette, FW_CHART_ROLE_GROUND, 1);
  g_string_append (svg, "/>\n");
  for (guint i = 0; i < self->shapes->len; i++)
    add_shape (svg, self, &g_array_index (self->shapes, Shape, i), palette);
  for (guint i = 0; i < self->texts->len; i++)
    add_text (svg, &g_array_index (self->texts, Text, i), palette);
  g_string_append (svg, "</svg>\n");
  return g_string_free (svg, FALSE);
}
