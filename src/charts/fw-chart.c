#include "charts/fw-chart.h"

#include <pango/pangocairo.h>

typedef enum
{
  SHAPE_AREA,
  SHAPE_LINE,
  SHAPE_DOT,
} ShapeKind;

typedef struct
{
  ShapeKind kind;
  FwChartBox box; /* of a line: start and end; of a dot: middle, radius as width */
  double line_width;
  FwChartRole role;
  int mark;
} Shape;

typedef struct
{
  PangoLayout *layout;
  FwChartBox box;
  FwChartRole role;
} Text;

struct _FwChart
{
  double width;
  double height;
  double text_scale;
  PangoContext *context; /* owned */
  GArray *shapes;        /* Shape, in painting order */
  GArray *texts;         /* Text, painted above the shapes */
};

static void
text_clear (gpointer data)
{
  g_clear_object (&((Text *) data)->layout);
}

/**
 * fw_chart_new:
 * @width: logical pixels
 * @height: logical pixels
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
  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_array_set_clear_func (self->texts, text_clear);
  return self;
}

void
fw_chart_free (FwChart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->texts);
  g_array_unref (self->shapes);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * fw_chart_add_area:
 * @mark: the row of the figures the area stands for, or %FW_CHART_NO_MARK
 */
void
fw_chart_add_area (FwChart *self,
                   FwChartBox box,
                   FwChartRole role,
                   int mark)
{
  Shape shape = { SHAPE_AREA, box, 0, role, mark };

  g_array_append_val (self->shapes, shape);
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
  Shape shape = { SHAPE_LINE, { x1, y1, x2, y2 }, line_width, role, FW_CHART_NO_MARK };

  g_array_append_val (self->shapes, shape);
}

void
fw_chart_add_dot (FwChart *self,
                  double x,
                  double y,
                  double radius,
                  FwChartRole role)
{
  Shape shape = { SHAPE_DOT, { x, y, radius, radius }, 0, role, FW_CHART_NO_MARK };

  g_array_append_val (self->shapes, shape);
}

static PangoLayout *
make_layout (FwChart *self,
             const char *text,
             FwChartTextStyle style)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (self->context));
  PangoLayout *layout = pango_layout_new (self->context);
  double size = style == FW_CHART_TEXT_VALUE ? 12 : 11;

  pango_font_description_set_absolute_size (font, size * self->text_scale * PANGO_SCALE);
  pango_font_description_set_weight (font, style == FW_CHART_TEXT_VALUE ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/**
 * fw_chart_measure:
 *
 * Answers the size of @text as it will be drawn; layout runs on measured text, never on counted characters.
 */
FwChartBox
fw_chart_measure (FwChart *self,
                  const char *text,
                  FwChartTextStyle style)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, style);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  return (FwChartBox){ 0, 0, width, height };
}

static gboolean
boxes_meet (FwChartBox a,
            FwChartBox b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/**
 * fw_chart_add_text:
 * @x_align: which part of the text stands at @x: 0 its start, 0.5 its middle, 1 its end
 *
 * Adds @text with its upper edge at @y, moved sideways as far as the picture's edges ask. A text that would meet
 * one that is there already is left out, so the ones that matter most are added first.
 *
 * Returns: whether it was added
 */
gboolean
fw_chart_add_text (FwChart *self,
                   const char *text,
                   FwChartTextStyle style,
                   FwChartRole role,
                   double x,
                   double y,
                   double x_align)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, style);
  Text added = { NULL, { 0 }, role };
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > self->width || y < 0 || y + height > self->height)
    return FALSE;
  added.box = (FwChartBox){ CLAMP (x - width * x_align, 0, self->width - width), y, width, height };
  for (guint i = 0; i < self->texts->len; i++)
    if (boxes_meet (added.box, g_array_index (self->texts, Text, i).box))
      return FALSE;
  added.layout = g_steal_pointer (&layout);
  g_array_append_val (self->texts, added);
  return TRUE;
}

guint
fw_chart_get_n_texts (const FwChart *self)
{
  return self->texts->len;
}

FwChartBox
fw_chart_get_text_box (const FwChart *self,
                       guint index)
{
  g_return_val_if_fail (index < self->texts->len, (FwChartBox){ 0 });
  return g_array_index (self->texts, Text, index).box;
}

static void
paint_shape (const Shape *shape,
             cairo_t *cr)
{
  switch (shape->kind)
    {
    case SHAPE_AREA:
      cairo_rectangle (cr, shape->box.x, shape->box.y, shape->box.width, shape->box.height);
      cairo_fill (cr);
      break;
    case SHAPE_DOT:
      cairo_arc (cr, shape->box.x, shape->box.y, shape->box.width, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case SHAPE_LINE:
    default:
      cairo_set_line_width (cr, shape->line_width);
      cairo_move_to (cr, shape->box.x, shape->box.y);
      cairo_line_to (cr, shape->box.width, shape->box.height);
      cairo_stroke (cr);
      break;
    }
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
    {
      const Shape *shape = &g_array_index (self->shapes, Shape, i);

      fw_chart_palette_set (palette, shape->role, cr);
      paint_shape (shape, cr);
    }
  for (guint i = 0; i < self->texts->len; i++)
    {
      const Text *text = &g_array_index (self->texts, Text, i);

      fw_chart_palette_set (palette, text->role, cr);
      cairo_move_to (cr, text->box.x, text->box.y);
      pango_cairo_show_layout (cr, text->layout);
    }
}

/**
 * fw_chart_pick:
 *
 * Answers the mark whose column holds @x anywhere in the plot (charts along time), or %FW_CHART_NO_MARK.
 */
int
fw_chart_pick (const FwChart *self,
               double x,
               double y)
{
  if (y < 0 || y > self->height)
    return FW_CHART_NO_MARK;
  for (guint i = self->shapes->len; i > 0; i--)
    {
      const Shape *shape = &g_array_index (self->shapes, Shape, i - 1);

      if (shape->mark != FW_CHART_NO_MARK && x >= shape->box.x && x < shape->box.x + shape->box.width)
        return shape->mark;
    }
  return FW_CHART_NO_MARK;
}
