#include "documents/fw-box.h"

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
