#include "charts/fw-chart-private.h"

static double
size_of (const FwChart *self,
         FwChartTextStyle style)
{
  switch (style)
    {
    case FW_CHART_TEXT_TITLE:
      return self->width <= 400 ? 14 : 15;
    case FW_CHART_TEXT_SUBTITLE:
      return 11.5;
    case FW_CHART_TEXT_CAPTION:
      return 10.5;
    case FW_CHART_TEXT_VALUE:
    case FW_CHART_TEXT_NAME:
      return 12;
    case FW_CHART_TEXT_AXIS:
    default:
      return 11;
    }
}

static PangoLayout *
make_layout (FwChart *self,
             const char *text,
             FwChartTextStyle style)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (self->context));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = pango_layout_new (self->context);
  gboolean bold = style == FW_CHART_TEXT_VALUE || style == FW_CHART_TEXT_TITLE;

  pango_font_description_set_absolute_size (font, size_of (self, style) * self->text_scale * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (self->language != NULL)
    pango_attr_list_insert (attributes, pango_attr_language_new (self->language));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static FwChartBox
box_of (PangoLayout *layout)
{
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  return (FwChartBox){ 0, 0, width, height };
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

  return box_of (layout);
}

static gboolean
boxes_meet (FwChartBox a,
            FwChartBox b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/* Whether a straight line, of the grid or a mark in the plot, runs behind the box. */
static gboolean
lies_over_line (const FwChart *self,
                FwChartBox box)
{
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const Shape *shape = &g_array_index (self->shapes, Shape, i);
      const FwChartPoint *ends = &g_array_index (self->points, FwChartPoint, shape->first_point);
      FwChartBox line;

      if (shape->kind != SHAPE_PATH || shape->n_points != 2)
        continue;
      line = (FwChartBox){ MIN (ends[0].x, ends[1].x) - 1, MIN (ends[0].y, ends[1].y) - 1,
                           ABS (ends[1].x - ends[0].x) + 2, ABS (ends[1].y - ends[0].y) + 2 };
      if (boxes_meet (box, line))
        return TRUE;
    }
  return FALSE;
}

/* Takes the layout, at a place inside the picture that no other text has. */
static gboolean
place_layout (FwChart *self,
              PangoLayout *taken,
              FwChartRole role,
              double x,
              double y,
              double x_align)
{
  g_autoptr (PangoLayout) layout = taken;
  Text added = { NULL, box_of (layout), role };

  if (added.box.width > self->width || y < 0 || (self->height > 0 && y + added.box.height > self->height))
    return FALSE;
  added.box.x = CLAMP (x - added.box.width * x_align, 0, self->width - added.box.width);
  added.box.y = y;
  for (guint i = 0; i < self->texts->len; i++)
    if (boxes_meet (added.box, g_array_index (self->texts, Text, i).box))
      return FALSE;
  added.layout = g_steal_pointer (&layout);
  added.over_line = lies_over_line (self, added.box);
  g_array_append_val (self->texts, added);
  return TRUE;
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
  return place_layout (self, make_layout (self, text, style), role, x, y, x_align);
}

static int
lines_at (PangoLayout *layout,
          int width)
{
  pango_layout_set_width (layout, width * PANGO_SCALE);
  return pango_layout_get_line_count (layout);
}

/* The smallest width that keeps the number of lines, so that no single word is left over. */
static void
balance (PangoLayout *layout,
         int width)
{
  int n_lines = lines_at (layout, width), low = width / 3, high = width;

  while (n_lines > 1 && low < high)
    {
      int middle = (low + high) / 2;

      if (lines_at (layout, middle) > n_lines)
        low = middle + 1;
      else
        high = middle;
    }
  pango_layout_set_width (layout, high * PANGO_SCALE);
}

/* Chinese breaks behind a mark of punctuation, where that makes the longer line shortest; NULL where it has none. */
static char *
break_in_two (FwChart *self,
              const char *text,
              FwChartTextStyle style,
              double width)
{
  double best = width;
  const char *found = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar mark = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      g_autofree char *head = g_strndup (text, (gsize) (next - text));
      double longer;

      if (*next == '\0' || (mark != 0xff0c && mark != 0xff1b && mark != 0xff1a && mark != 0x3001))
        continue;
      longer = MAX (fw_chart_measure (self, head, style).width, fw_chart_measure (self, next, style).width);
      if (longer <= best)
        {
          best = longer;
          found = next;
        }
    }
  return found != NULL ? g_strdup_printf ("%.*s\n%s", (int) (found - text), text, found) : NULL;
}

/**
 * fw_chart_add_paragraph:
 *
 * Adds @text with as many lines as it needs in @width. A title is broken where it reads best, in at most two lines.
 *
 * Returns: where the next thing below may begin
 */
double
fw_chart_add_paragraph (FwChart *self,
                        const char *text,
                        FwChartTextStyle style,
                        FwChartRole role,
                        double x,
                        double y,
                        double width)
{
  PangoLayout *layout = make_layout (self, text, style);
  double height;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (style == FW_CHART_TEXT_TITLE && box_of (layout).width > width)
    {
      g_autofree char *broken = break_in_two (self, text, style, width);

      if (broken != NULL)
        pango_layout_set_text (layout, broken, -1);
      else
        balance (layout, (int) width);
    }
  else
    pango_layout_set_width (layout, (int) width * PANGO_SCALE);
  height = box_of (layout).height;
  place_layout (self, layout, role, x, y, 0);
  return y + height;
}

/**
 * fw_chart_add_name:
 * @x_align: 0 begins at @x, 1 ends there
 *
 * Adds the name of a row, cut with an ellipsis at @width.
 *
 * Returns: how wide it has become
 */
double
fw_chart_add_name (FwChart *self,
                   const char *text,
                   double x,
                   double y,
                   double width,
                   double x_align)
{
  PangoLayout *layout = make_layout (self, text, FW_CHART_TEXT_NAME);
  double taken;

  if (box_of (layout).width > width)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) width * PANGO_SCALE);
      x = x_align > 0 ? x - width : x;
      x_align = 0;
    }
  taken = MIN (box_of (layout).width, width);
  place_layout (self, layout, FW_CHART_ROLE_INK, x, y, x_align);
  return taken;
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

/* Returns: (transfer none): the text at @index as it was asked for */
const char *
fw_chart_get_text (const FwChart *self,
                   guint index)
{
  g_return_val_if_fail (index < self->texts->len, NULL);
  return pango_layout_get_text (g_array_index (self->texts, Text, index).layout);
}
