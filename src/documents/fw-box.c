#include "documents/fw-box.h"

/* In points: a line of the body and what lies between it and the frame below. */
#define FRAME_LABEL 22.0

static void
mark_clear (FwMark *mark)
{
  g_clear_pointer (&mark->lines, g_ptr_array_unref);
}

/**
 * fw_box_new:
 * @block_id: (nullable): the block it belongs to; must outlive the box
 * @height: in points
 *
 * Returns: (transfer full): an empty box
 */
FwBox *
fw_box_new (const char *block_id,
            double height)
{
  FwBox *self = g_new0 (FwBox, 1);

  self->block_id = block_id;
  self->height = height;
  self->marks = g_array_new (FALSE, TRUE, sizeof (FwMark));
  g_array_set_clear_func (self->marks, (GDestroyNotify) mark_clear);
  return self;
}

/**
 * fw_box_free:
 * @self: (nullable): a box
 */
void
fw_box_free (FwBox *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
  g_free (self);
}

/* How far a mark reaches from its place, up and down. */
static void
measure_mark (const FwMark *mark,
              double *top,
              double *bottom)
{
  PangoRectangle ink;

  *top = mark->y;
  *bottom = mark->y + mark->height;
  switch (mark->kind)
    {
    case FW_MARK_LINE:
      pango_layout_line_get_extents (pango_layout_get_line_readonly (mark->line->layout, 0), &ink, NULL);
      *top = mark->y + (double) ink.y / PANGO_SCALE;
      *bottom = *top + (double) ink.height / PANGO_SCALE;
      break;
    case FW_MARK_SEAL_AREA:
      *top = mark->y - mark->width / 2;
      *bottom = mark->y + mark->width / 2;
      break;
    case FW_MARK_FRAME:
      /* The words above a frame say whose it is. */
      *top = mark->y - FRAME_LABEL;
      break;
    default:
      break;
    }
}

/* The lowest place that no mark lies across. */
static double
find_cut (const FwBox *self,
          double height)
{
  double cut = height;

  for (guint i = 0; i < self->marks->len; i++)
    {
      double top, bottom;

      measure_mark (&g_array_index (self->marks, FwMark, i), &top, &bottom);
      if (top < cut && bottom > cut)
        {
          /* A higher cut may lie across what was looked at before. */
          cut = top;
          i = G_MAXUINT;
        }
    }
  return cut;
}

/**
 * fw_box_split:
 * @height: in points
 *
 * Leaves what lies in the upper @height, or somewhat less so that nothing is cut through.
 *
 * Returns: (transfer full) (nullable): a box with the rest; %NULL where one thing fills @height
 */
FwBox *
fw_box_split (FwBox *self,
              double height)
{
  double cut = find_cut (self, height);
  FwBox *rest;

  if (cut <= 0 || cut >= self->height)
    return NULL;
  rest = fw_box_new (self->block_id, self->height - cut);
  for (guint i = 0; i < self->marks->len;)
    {
      FwMark mark = g_array_index (self->marks, FwMark, i);
      double top, bottom;

      measure_mark (&mark, &top, &bottom);
      if (top < cut - 0.001)
        {
          i++;
          continue;
        }
      mark.y -= cut;
      if (mark.lines != NULL)
        g_ptr_array_ref (mark.lines);
      g_array_append_val (rest->marks, mark);
      g_array_remove_index (self->marks, i);
    }
  self->height = cut;
  return rest;
}

/**
 * fw_box_add_mark:
 *
 * Returns: (transfer none): the new mark, valid until the next one is added
 */
FwMark *
fw_box_add_mark (FwBox *self,
                 FwMarkKind kind,
                 double x,
                 double y)
{
  FwMark mark = { .kind = kind, .x = x, .y = y };

  g_array_append_val (self->marks, mark);
  return &g_array_index (self->marks, FwMark, self->marks->len - 1);
}

/**
 * fw_box_add_line:
 * @lines: the lines of a paragraph; the box keeps a reference
 * @index: which of them
 * @x: the left edge of the paragraph
 * @baseline: where the line stands
 */
void
fw_box_add_line (FwBox *self,
                 GPtrArray *lines,
                 guint index,
                 double x,
                 double baseline)
{
  FwMark *mark = fw_box_add_mark (self, FW_MARK_LINE, x, baseline);

  mark->lines = g_ptr_array_ref (lines);
  mark->line = g_ptr_array_index (lines, index);
}

/**
 * fw_box_add_rule:
 *
 * Draws a straight line from (@x, @y) over @width and @height, one of which is zero.
 */
void
fw_box_add_rule (FwBox *self,
                 double x,
                 double y,
                 double width,
                 double height,
                 double thickness)
{
  FwMark *mark = fw_box_add_mark (self, FW_MARK_RULE, x, y);

  mark->width = width;
  mark->height = height;
  mark->thickness = thickness;
}
