#include "documents/fw-setter-private.h"

/* Round seals measure 38 to 45 mm; the date stands in their middle, 骑年盖月. */
#define SEAL_AREA (42 * FW_MILLIMETRE)
/* In characters; what is longer is set in two lines. */
#define LONGEST_NAME 24
#define PARTY_WIDTH (75 * FW_MILLIMETRE)
#define SIGNATURE_WIDTH (70 * FW_MILLIMETRE)
#define SIGNATURE_HEIGHT (15 * FW_MILLIMETRE)
#define INK_PADDING 2.0
#define INK_PEN 1.3
#define LINES_BROUGHT 2
#define SLIP_SIZE 10.5
#define SLIP_PITCH 18.0
#define SLIP_HAND_PITCH 25.0

static const FwBlock *
cell_at (const FwBlock *block,
         guint r,
         guint c)
{
  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (block->rows, r), c);
}

static void
add_seal_area (FwSetter *self,
               FwBox *box,
               double x,
               double y)
{
  FwMark *mark;

  if (!self->draft)
    return;
  mark = fw_box_add_mark (box, FW_MARK_SEAL_AREA, x, y);
  mark->width = SEAL_AREA;
  mark->thickness = 0.6;
}

/* 落款: the date ends four characters before the edge with the name centred on it; a name wider than the date
 * ends two characters before the edge with the date centred under it. A very long name takes two lines. */
static void
set_company (FwSetter *self,
             FwBlock *block)
{
  double size = self->sizes.size_pt, pitch = self->sizes.pitch_pt, widest = 0, left, y = 0;
  guint n_rows = block->rows->len;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_styled_text_free);
  FwLineStyle style = { .align = PANGO_ALIGN_CENTER };
  FwBox *box;

  for (guint r = 0; r < n_rows; r++)
    {
      FwStyledText *text = _fw_setter_text (cell_at (block, r, 0), size, FW_FACE_SONG);

      g_ptr_array_add (texts, text);
      widest = MAX (widest, fw_styled_text_width (self->typeface, text));
    }
  style.measure_pt = MIN (widest, LONGEST_NAME * size) + 1;
  if (widest > LONGEST_NAME * size)
    style.measure_pt = CLAMP (widest / 2 + 2 * size, LONGEST_NAME * size + 1, self->measure);
  left = MAX (self->measure - style.measure_pt - (widest > 8 * size ? 2 : 4) * size, 0);
  self->stick = TRUE;
  _fw_setter_add_space (self, 1.6 * pitch);
  box = _fw_setter_add (self, block->id, 0);
  box->glued = TRUE;
  for (guint r = 0; r < n_rows; r++)
    y += _fw_setter_place (self, box, g_ptr_array_index (texts, r), &style, left, y, pitch);
  box->height = y;
  add_seal_area (self, box, left + style.measure_pt / 2, y - 0.5 * pitch);
  _fw_setter_add_space (self, SEAL_AREA / 2 - pitch / 2);
}

static void
add_ink (FwBox *box,
         const char *ink,
         double x,
         double y)
{
  FwMark *mark = fw_box_add_mark (box, FW_MARK_INK, x + INK_PADDING, y + INK_PADDING);

  mark->width = SIGNATURE_WIDTH - 2 * INK_PADDING;
  mark->height = SIGNATURE_HEIGHT - 2 * INK_PADDING;
  mark->thickness = INK_PEN;
  mark->ink = ink;
}

/* A line of a party; under one that asks for a signature a frame of fixed size, around one that takes the seal room. */
static double
set_party_line (FwSetter *self,
                FwBox *box,
                const FwBlock *line,
                double x,
                double y)
{
  double pitch = self->sizes.pitch_pt;
  g_autoptr (FwStyledText) text = _fw_setter_text (line, self->sizes.size_pt, FW_FACE_SONG);
  FwLineStyle style = { .measure_pt = PARTY_WIDTH };
  double height = _fw_setter_place (self, box, text, &style, x, y, pitch);

  if (g_strcmp0 (line->variant, "signature") == 0)
    {
      FwMark *mark = fw_box_add_mark (box, FW_MARK_FRAME, x, y + height + 2);

      mark->width = SIGNATURE_WIDTH;
      mark->height = SIGNATURE_HEIGHT;
      mark->thickness = 0.5;
      if (line->ink != NULL)
        add_ink (box, line->ink, x, y + height + 2);
      height += SIGNATURE_HEIGHT + 6;
    }
  else if (g_strcmp0 (line->variant, "seal") == 0)
    {
      double width = MIN (fw_styled_text_width (self->typeface, text), PARTY_WIDTH);

      add_seal_area (self, box, x + width / 2, y + height + SEAL_AREA / 2 - 1.5 * pitch);
      height += SEAL_AREA - 1.5 * pitch;
    }
  return height;
}

/* Both parties date on one height: their last lines stand at the foot of the block. */
static void
set_parties (FwSetter *self,
             FwBlock *block)
{
  guint n_parties = MIN (block->rows->len, 2);
  double foot = 0, pitch = self->sizes.pitch_pt;
  FwBox *box;

  self->stick = TRUE;
  _fw_setter_add_space (self, pitch);
  box = _fw_setter_add (self, block->id, 0);
  for (guint r = 0; r < n_parties; r++)
    {
      GPtrArray *lines = g_ptr_array_index (block->rows, r);
      double y = 0;

      for (guint i = 0; i + 1 < lines->len; i++)
        y += set_party_line (self, box, g_ptr_array_index (lines, i), r == 0 ? 0 : self->measure - PARTY_WIDTH, y);
      foot = MAX (foot, y);
    }
  for (guint r = 0; r < n_parties; r++)
    {
      GPtrArray *lines = g_ptr_array_index (block->rows, r);

      if (lines->len > 0)
        set_party_line (self, box, g_ptr_array_index (lines, lines->len - 1),
                        r == 0 ? 0 : self->measure - PARTY_WIDTH, foot);
    }
  box->height = foot + pitch;
}

static gboolean
is_by_hand (const GPtrArray *row)
{
  for (guint c = 0; c < row->len; c++)
    {
      const FwBlock *cell = g_ptr_array_index (row, c);

      for (guint i = 0; i < cell->runs->len; i++)
        if (((FwRun *) g_ptr_array_index (cell->runs, i))->kind == FW_RUN_BLANK)
          return TRUE;
    }
  return FALSE;
}

/* One line of people who sign side by side: every cell gets what it needs and a share of what is left. */
static double
set_hand_line (FwSetter *self,
               FwBox *box,
               const GPtrArray *row,
               double size,
               double y)
{
  double pitch = is_by_hand (row) ? SLIP_HAND_PITCH : SLIP_PITCH, needed = 0, height = 0, x = 0;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_styled_text_free);

  for (guint c = 0; c < row->len; c++)
    {
      FwStyledText *text = _fw_setter_text (g_ptr_array_index (row, c), size, FW_FACE_SONG);

      g_ptr_array_add (texts, text);
      needed += fw_styled_text_width (self->typeface, text);
    }
  for (guint c = 0; c < row->len; c++)
    {
      const FwStyledText *text = g_ptr_array_index (texts, c);
      double width = needed > self->measure
                       ? self->measure / row->len
                       : fw_styled_text_width (self->typeface, text) + (self->measure - needed) / row->len;
      FwLineStyle style = { .measure_pt = row->len == 1 ? self->measure : width };
      double taken = _fw_setter_place (self, box, text, &style, x, y, pitch);

      height = MAX (height, taken);
      x += width;
    }
  return height;
}

static double
set_hand_lines (FwSetter *self,
                FwBox *box,
                FwBlock *block,
                guint from,
                double size,
                double y)
{
  for (guint r = from; r < block->rows->len; r++)
    y += set_hand_line (self, box, g_ptr_array_index (block->rows, r), size, y);
  return y;
}

static void
set_side_by_side (FwSetter *self,
                  FwBlock *block)
{
  FwBox *box;

  self->stick = TRUE;
  _fw_setter_add_space (self, 12);
  box = _fw_setter_add (self, block->id, 0);
  box->height = set_hand_lines (self, box, block, 0, SLIP_SIZE, 0);
}

/* A page with a signature and no words that lead to it could belong to any letter: what was written last comes along. */
static void
bring_text (FwSetter *self)
{
  guint n_lines = 0;

  for (guint i = self->boxes->len; i > 0; i--)
    {
      FwBox *box = g_ptr_array_index (self->boxes, i - 1);

      n_lines += box->text;
      if (n_lines == LINES_BROUGHT)
        return;
      box->glued = TRUE;
    }
}

void
_fw_setter_sign (FwSetter *self,
                 FwBlock *block)
{
  bring_text (self);
  if (g_strcmp0 (block->variant, "parties") == 0)
    set_parties (self, block);
  else if (g_strcmp0 (block->variant, "line") == 0)
    set_side_by_side (self, block);
  else
    set_company (self, block);
}

static void
add_dashes (FwBox *box,
            double from,
            double until,
            double y)
{
  fw_box_add_rule (box, from, y, until - from, 0, 0.5);
  g_array_index (box->marks, FwMark, box->marks->len - 1).dashed = TRUE;
}

/* The dashed line over the whole sheet, with words in its middle and, at its right, the number that is cut through. */
static void
add_cut_line (FwSetter *self,
              FwBox *box,
              const FwStyledText *number)
{
  g_autoptr (FwStyledText) words = fw_styled_text_new (FW_SIZE_NOTE);
  FwLineStyle style = { .measure_pt = FW_PAPER_WIDTH };
  double y = 9, edge = FW_PAPER_WIDTH - FW_MARGIN_LEFT, width, x;
  double top = y + FW_SIZE_NOTE * 0.38 - _fw_setter_baseline (FW_SIZE_NOTE, 18);

  fw_styled_text_append (words, "沿此线裁开，回执由公司留存", FW_FACE_SONG, FW_SPAN_PLAIN);
  width = fw_styled_text_width (self->typeface, words);
  x = (self->measure - width) / 2;
  _fw_setter_place (self, box, words, &style, x, top, 18);
  add_dashes (box, -FW_MARGIN_LEFT, x - 6, y);
  x += width + 6;
  if (number != NULL)
    {
      double number_x = self->measure - fw_styled_text_width (self->typeface, number);

      _fw_setter_place (self, box, number, &style, number_x, top, 18);
      add_dashes (box, x, number_x - 6, y);
      x = self->measure + 6;
    }
  add_dashes (box, x, edge, y);
}

static FwStyledText *
find_number (FwSetter *self)
{
  for (guint i = 0; i < self->paper->blocks->len; i++)
    {
      const FwBlock *block = g_ptr_array_index (self->paper->blocks, i);

      if (block->kind == FW_BLOCK_NUMBER)
        return _fw_setter_text (block, FW_SIZE_NOTE, FW_FACE_SONG);
    }
  return NULL;
}

/* The first row is the slip's title and, beside it, the number; the rest is to be filled in by hand. */
void
_fw_setter_slip (FwSetter *self,
                 FwBlock *block)
{
  FwBox *box = _fw_setter_add (self, block->id, 0);
  g_autoptr (FwStyledText) number = find_number (self);
  FwLineStyle style = { .measure_pt = self->measure, .align = PANGO_ALIGN_CENTER };
  g_autoptr (FwStyledText) title = NULL;

  box->at_foot = TRUE;
  add_cut_line (self, box, number);
  if (block->rows->len == 0)
    return;
  title = _fw_setter_text (cell_at (block, 0, 0), 14, FW_FACE_SONG_BOLD);
  _fw_setter_place (self, box, title, &style, 0, 22, 22);
  if (((GPtrArray *) g_ptr_array_index (block->rows, 0))->len > 1)
    {
      g_autoptr (FwStyledText) side = _fw_setter_text (cell_at (block, 0, 1), SLIP_SIZE, FW_FACE_SONG);

      style.align = PANGO_ALIGN_RIGHT;
      _fw_setter_place (self, box, side, &style, 0, 22, 22);
    }
  box->height = set_hand_lines (self, box, block, 1, SLIP_SIZE, 47);
}
