#include "charts/fw-chart-private.h"

#include <math.h>
#include <pango/pangocairo.h>

#define HALO_WIDTH 3.0
#define HATCH_APART 4.5
#define HATCH_WIDTH 1.2
#define HIDDEN_APART 5.0

static void
text_clear (gpointer data)
{
  g_clear_object (&((Text *) data)->layout);
}

/**
 * fw_chart_new:
 * @width: logical pixels
 * @height: logical pixels; a chart that finds its own height sets it when it is laid out
 * @text_scale: the desktop's text factor, 1 normally
 * @context: for measuring and drawing text
 *
 * Returns: (transfer full): an empty chart; a layout function fills it
 */
FwChart *
fw_chart_new (double width,
              double height,
              double text_scale,
              PangoContext *context)
{
  FwChart *self = g_new0 (FwChart, 1);

  self->width = width;
  self->height = height;
  self->text_scale = text_scale;
  self->context = g_object_ref (context);
  self->shapes = g_array_new (FALSE, FALSE, sizeof (Shape));
  self->points = g_array_new (FALSE, FALSE, sizeof (FwChartPoint));
  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  self->marks = g_array_new (FALSE, FALSE, sizeof (PlacedMark));
  g_array_set_clear_func (self->texts, text_clear);
  return self;
}

void
fw_chart_free (FwChart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
  g_array_unref (self->texts);
  g_array_unref (self->points);
  g_array_unref (self->shapes);
  g_object_unref (self->context);
  g_free (self);
}

/* Says what the texts are in, as "zh-cn": the same character looks different from one language to another. */
void
fw_chart_set_language (FwChart *self,
                       const char *language)
{
  self->language = pango_language_from_string (language);
}

double
fw_chart_get_width (const FwChart *self)
{
  return self->width;
}

double
fw_chart_get_height (const FwChart *self)
{
  return self->height;
}

void
fw_chart_set_height (FwChart *self,
                     double height)
{
  self->height = height;
}

/* A length that goes with the size of text. */
double
fw_chart_scale (const FwChart *self,
                double size)
{
  return size * self->text_scale;
}

static void
add_box (FwChart *self,
         ShapeKind kind,
         FwChartBox box,
         FwChartRole role)
{
  Shape shape = { .kind = kind, .box = box, .role = role, .opacity = 1 };

  g_array_append_val (self->shapes, shape);
}

void
fw_chart_add_area (FwChart *self,
                   FwChartBox box,
                   FwChartRole role)
{
  add_box (self, SHAPE_AREA, box, role);
}

/* A bar that is told apart without its colour. */
void
fw_chart_add_hatched (FwChart *self,
                      FwChartBox box,
                      FwChartRole role)
{
  add_box (self, SHAPE_HATCHED, box, role);
}

/* Where a figure would stand that too few people are behind. */
void
fw_chart_add_hidden (FwChart *self,
                     FwChartBox box)
{
  add_box (self, SHAPE_HIDDEN, box, FW_CHART_ROLE_AXIS);
}

void
fw_chart_add_dot (FwChart *self,
                  double x,
                  double y,
                  double radius,
                  FwChartRole role)
{
  add_box (self, SHAPE_DOT, (FwChartBox){ x, y, radius, radius }, role);
}

/* A hollow dot: not final, or of few people. */
void
fw_chart_add_ring (FwChart *self,
                   double x,
                   double y,
                   double radius,
                   FwChartRole role)
{
  add_box (self, SHAPE_RING, (FwChartBox){ x, y, radius, radius }, role);
}

static void
add_points (FwChart *self,
            Shape shape,
            const FwChartPoint *points,
            guint n_points)
{
  shape.first_point = self->points->len;
  shape.n_points = n_points;
  g_array_append_vals (self->points, points, n_points);
  g_array_append_val (self->shapes, shape);
}

void
fw_chart_add_polygon (FwChart *self,
                      const FwChartPoint *points,
                      guint n_points,
                      FwChartRole role,
                      double opacity)
{
  add_points (self, (Shape){ .kind = SHAPE_POLYGON, .role = role, .opacity = opacity }, points, n_points);
}

void
fw_chart_add_path (FwChart *self,
                   const FwChartPoint *points,
                   guint n_points,
                   double line_width,
                   FwChartRole role,
                   FwChartDash dash)
{
  add_points (self, (Shape){ .kind = SHAPE_PATH, .role = role, .opacity = 1, .line_width = line_width, .dash = dash },
              points, n_points);
}

void
fw_chart_add_line (FwChart *self,
                   double x1,
                   double y1,
                   double x2,
                   double y2,
                   double line_width,
                   FwChartRole role)
{
  const FwChartPoint points[] = { { x1, y1 }, { x2, y2 } };

  fw_chart_add_path (self, points, 2, line_width, role, FW_CHART_DASH_SOLID);
}

/* Lines at 45° across a box. */
static void
stroke_hatch (const FwChartBox *box,
              double apart,
              double line_width,
              cairo_t *cr)
{
  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  cairo_set_line_width (cr, line_width);
  for (double x = floor ((box->x + box->y) / apart) * apart - box->y; x < box->x + box->width + box->height; x += apart)
    {
      cairo_move_to (cr, x, box->y);
      cairo_line_to (cr, x - box->height, box->y + box->height);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_hidden (const Shape *shape,
              cairo_t *cr,
              FwChartPalette palette)
{
  fw_chart_palette_set (palette, FW_CHART_ROLE_AXIS, 0.6, cr);
  stroke_hatch (&shape->box, HIDDEN_APART, 1, cr);
  fw_chart_palette_set (palette, FW_CHART_ROLE_GRID, 1, cr);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, shape->box.x, shape->box.y, shape->box.width, shape->box.height);
  cairo_stroke (cr);
}

static void
paint_box (const Shape *shape,
           cairo_t *cr,
           FwChartPalette palette)
{
  cairo_rectangle (cr, shape->box.x, shape->box.y, shape->box.width, shape->box.height);
  cairo_fill (cr);
  if (shape->kind != SHAPE_HATCHED)
    return;
  fw_chart_palette_set (palette, FW_CHART_ROLE_GROUND, 0.85, cr);
  stroke_hatch (&shape->box, HATCH_APART, HATCH_WIDTH, cr);
}

static void
paint_round (const Shape *shape,
             cairo_t *cr,
             FwChartPalette palette)
{
  cairo_arc (cr, shape->box.x, shape->box.y, shape->box.width, 0, 2 * G_PI);
  if (shape->kind == SHAPE_RING)
    {
      fw_chart_palette_set (palette, FW_CHART_ROLE_GROUND, 1, cr);
      cairo_fill_preserve (cr);
      fw_chart_palette_set (palette, shape->role, 1, cr);
      cairo_set_line_width (cr, 1.6);
      cairo_stroke (cr);
    }
  else
    cairo_fill (cr);
}

static void
set_dash (FwChartDash dash,
          cairo_t *cr)
{
  static const double lengths[][2] = { { 0, 0 }, { 7, 3 }, { 2, 2.5 }, { 4, 3 } };

  cairo_set_dash (cr, lengths[dash], dash == FW_CHART_DASH_SOLID ? 0 : 2, 0);
}

static void
paint_points (const FwChart *self,
              const Shape *shape,
              cairo_t *cr)
{
  for (guint i = 0; i < shape->n_points; i++)
    {
      FwChartPoint point = g_array_index (self->points, FwChartPoint, shape->first_point + i);

      cairo_line_to (cr, point.x, point.y);
    }
  if (shape->kind == SHAPE_POLYGON)
    {
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, shape->line_width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  set_dash (shape->dash, cr);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_shape (const FwChart *self,
             const Shape *shape,
             cairo_t *cr,
             FwChartPalette palette)
{
  cairo_new_path (cr);
  fw_chart_palette_set (palette, shape->role, shape->opacity, cr);
  switch (shape->kind)
    {
    case SHAPE_AREA:
    case SHAPE_HATCHED:
      paint_box (shape, cr, palette);
      break;
    case SHAPE_HIDDEN:
      paint_hidden (shape, cr, palette);
      break;
    case SHAPE_DOT:
    case SHAPE_RING:
      paint_round (shape, cr, palette);
      break;
    case SHAPE_POLYGON:
    case SHAPE_PATH:
    default:
      paint_points (self, shape, cr);
      break;
    }
}

/* The halo keeps a text legible where a line runs behind it. */
static void
paint_text (const Text *text,
            cairo_t *cr,
            FwChartPalette palette)
{
  if (text->over_line)
    {
      cairo_save (cr);
      cairo_move_to (cr, text->box.x, text->box.y);
      pango_cairo_layout_path (cr, text->layout);
      fw_chart_palette_set (palette, FW_CHART_ROLE_GROUND, 1, cr);
      cairo_set_line_width (cr, 2 * HALO_WIDTH);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
      cairo_restore (cr);
    }
  cairo_move_to (cr, text->box.x, text->box.y);
  fw_chart_palette_set (palette, text->role, 1, cr);
  pango_cairo_show_layout (cr, text->layout);
}

/**
 * fw_chart_paint:
 *
 * Draws the shapes, then the texts, with @palette. The ground is left to whatever lies beneath.
 */
void
fw_chart_paint (const FwChart *self,
                cairo_t *cr,
                FwChartPalette palette)
{
  for (guint i = 0; i < self->shapes->len; i++)
    paint_shape (self, &g_array_index (self->shapes, Shape, i), cr, palette);
  for (guint i = 0; i < self->texts->len; i++)
    paint_text (&g_array_index (self->texts, Text, i), cr, palette);
}
