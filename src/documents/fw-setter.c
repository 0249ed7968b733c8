#include "documents/fw-setter-private.h"

#include "core/fw-numerals.h"

#include <math.h>
#include <string.h>

#define SHORT_LIST 6
#define PIECE (FW_TEXT_HEIGHT / 6)
#define ANNEX_INDENT 5 /* characters: two, and 附件： */

/* The text of a block or cell in the faces of its runs. */
FwStyledText *
_fw_setter_text (const FwBlock *leaf,
                 double size_pt,
                 FwFace face)
{
  FwStyledText *text = fw_styled_text_new (size_pt);

  for (guint i = 0; i < leaf->runs->len; i++)
    {
      const FwRun *run = g_ptr_array_index (leaf->runs, i);
      FwSpanFlags flags = run->gap ? FW_SPAN_GAP : FW_SPAN_PLAIN;

      if (run->kind == FW_RUN_BLANK)
        {
          g_autoptr (GString) line = g_string_new (NULL);

          for (guint n = 0; n < run->size; n++)
            g_string_append (line, "＿");
          fw_styled_text_append (text, line->str, face, FW_SPAN_WHOLE);
          continue;
        }
      /* A name of up to four characters is not torn apart. */
      if (run->kind == FW_RUN_FIELD && g_strcmp0 (run->format, "name") == 0 && g_utf8_strlen (run->text, -1) <= 4)
        flags |= FW_SPAN_WHOLE;
      fw_styled_text_append (text, run->text, run->kind == FW_RUN_STRONG ? FW_FACE_HEI : face, flags);
    }
  return text;
}

/* Adds a box; one that follows a heading is held on its page. */
FwBox *
_fw_setter_add (FwSetter *self,
                const char *block_id,
                double height)
{
  FwBox *box = fw_box_new (block_id, height);

  box->glued = self->stick;
  self->stick = FALSE;
  g_ptr_array_add (self->boxes, box);
  return box;
}

void
_fw_setter_add_space (FwSetter *self,
                      double height)
{
  FwBox *box = fw_box_new (NULL, height);

  box->space = TRUE;
  /* White belongs to what stands above it: it never begins a group, and never a page. */
  box->glued = self->boxes->len > 0;
  g_ptr_array_add (self->boxes, box);
}

/* Han characters fill a square that reaches 0.12 of their size below the baseline. */
double
_fw_setter_baseline (double size_pt,
                     double pitch_pt)
{
  return pitch_pt / 2 + size_pt * 0.38;
}

/* Sets a text inside a box, its first line at @y; answers how high it is. */
double
_fw_setter_place (FwSetter *self,
                  FwBox *box,
                  const FwStyledText *text,
                  const FwLineStyle *style,
                  double x,
                  double y,
                  double pitch_pt)
{
  g_autoptr (GPtrArray) lines = fw_lines_set (self->typeface, text, style);

  for (guint i = 0; i < lines->len; i++)
    fw_box_add_line (box, lines, i, x, y + i * pitch_pt + _fw_setter_baseline (text->size_pt, pitch_pt));
  return lines->len * pitch_pt;
}

/* One box a line. At least two lines of a paragraph stand on each page. */
static void
add_lines (FwSetter *self,
           const char *block_id,
           const FwStyledText *text,
           const FwLineStyle *style,
           double x,
           double pitch)
{
  g_autoptr (GPtrArray) lines = fw_lines_set (self->typeface, text, style);

  for (guint i = 0; i < lines->len; i++)
    {
      FwBox *box = _fw_setter_add (self, block_id, pitch);

      box->glued |= i == 1 || (i > 0 && i + 1 == lines->len);
      box->text = TRUE;
      fw_box_add_line (box, lines, i, x, _fw_setter_baseline (text->size_pt, pitch));
    }
}

/* Titles of two to four characters are spread by one character: 送　达　回　证. */
static void
spread_title (FwStyledText *text)
{
  glong length = g_utf8_strlen (text->string->str, -1);
  g_autoptr (GString) spread = NULL;
  FwFace face;

  if (length < 2 || length > 4)
    return;
  face = g_array_index (text->spans, FwTextSpan, 0).face;
  spread = g_string_new (NULL);
  for (const char *at = text->string->str; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (spread->len > 0)
        g_string_append (spread, "　");
      g_string_append_unichar (spread, g_utf8_get_char (at));
    }
  g_string_truncate (text->string, 0);
  g_array_set_size (text->spans, 0);
  fw_styled_text_append (text, spread->str, face, FW_SPAN_PLAIN);
}

/* A title too long for one line is cut in two of about one length. */
static void
set_title (FwSetter *self,
           FwBlock *block)
{
  gboolean sheet = self->paper->style == FW_PAPER_SHEET;
  gboolean form = self->paper->style == FW_PAPER_FORM || sheet;
  double size = sheet ? FW_SIZE_SHEET_TITLE : form ? FW_SIZE_FORM_TITLE : FW_SIZE_TITLE;
  g_autoptr (FwStyledText) text = _fw_setter_text (block, size, form ? FW_FACE_HEI : FW_FACE_SONG_BOLD);
  double width, n_lines;
  FwLineStyle style = { .align = PANGO_ALIGN_CENTER };

  spread_title (text);
  width = fw_styled_text_width (self->typeface, text);
  n_lines = ceil (width / self->measure);
  style.measure_pt = n_lines > 1 ? MIN (self->measure, width / n_lines + 2 * size) : self->measure;
  /* Not white that falls away at the top of the page: the number may stand below the rule of the letterhead. */
  if (self->paper->letterhead)
    _fw_setter_add (self, NULL, 8);
  add_lines (self, block->id, text, &style, (self->measure - style.measure_pt) / 2, sheet ? 22 : 30);
  self->stick = TRUE;
  _fw_setter_add_space (self, sheet ? 2 : form ? 8 : 14);
}

static void
set_number (FwSetter *self,
            FwBlock *block)
{
  g_autoptr (FwStyledText) text = _fw_setter_text (block, FW_SIZE_TABLE, FW_FACE_SONG);
  FwLineStyle style = { .measure_pt = self->measure, .align = PANGO_ALIGN_RIGHT };

  /* The letterhead carries it. */
  if (self->paper->letterhead)
    return;
  add_lines (self, block->id, text, &style, 0, 18);
  self->stick = TRUE;
  _fw_setter_add_space (self, 6);
}

static void
set_address (FwSetter *self,
             FwBlock *block)
{
  g_autoptr (FwStyledText) text = _fw_setter_text (block, self->sizes.size_pt, FW_FACE_SONG);
  FwLineStyle style = { .measure_pt = self->measure, .justify = !self->paper->english };

  add_lines (self, block->id, text, &style, 0, self->sizes.pitch_pt);
  self->stick = TRUE;
}

/* What ends in a colon announces what follows and stays with it. */
static gboolean
announces (const FwStyledText *text)
{
  return g_str_has_suffix (text->string->str, "：");
}

static void
set_paragraph (FwSetter *self,
               FwBlock *block)
{
  g_autoptr (FwStyledText) text = _fw_setter_text (block, self->sizes.size_pt, FW_FACE_SONG);
  gboolean sheet = self->paper->style == FW_PAPER_SHEET;
  FwLineStyle style = { .measure_pt = self->measure, .indent_pt = sheet ? 0 : 2 * self->sizes.size_pt, .justify = !self->paper->english };

  add_lines (self, block->id, text, &style, 0, self->sizes.pitch_pt);
  self->stick = announces (text);
  if (sheet)
    _fw_setter_add_space (self, self->sizes.pitch_pt / 4);
}

/* An item that is all 黑体 is a heading. */
static gboolean
is_heading (const FwBlock *block)
{
  for (guint i = 0; i < block->runs->len; i++)
    if (((FwRun *) g_ptr_array_index (block->runs, i))->kind != FW_RUN_STRONG)
      return FALSE;
  return TRUE;
}

static void
set_item (FwSetter *self,
          FwBlock *block)
{
  const FwRun *first = block->runs->len > 0 ? g_ptr_array_index (block->runs, 0) : NULL;
  gboolean strong = first != NULL && first->kind == FW_RUN_STRONG;
  g_autoptr (FwStyledText) words = _fw_setter_text (block, self->sizes.size_pt, FW_FACE_SONG);
  g_autoptr (FwStyledText) text = fw_styled_text_new (self->sizes.size_pt);
  FwLineStyle style = { .measure_pt = self->measure, .indent_pt = 2 * self->sizes.size_pt, .justify = !self->paper->english };

  fw_styled_text_append (text, block->number, strong ? FW_FACE_HEI : FW_FACE_SONG, FW_SPAN_WHOLE);
  for (guint i = 0; i < words->spans->len; i++)
    {
      const FwTextSpan *span = &g_array_index (words->spans, FwTextSpan, i);
      g_autofree char *piece = g_strndup (words->string->str + span->start, span->end - span->start);

      fw_styled_text_append (text, piece, span->face, span->flags);
    }
  add_lines (self, block->id, text, &style, 0, self->sizes.pitch_pt);
  self->stick = is_heading (block) || announces (text);
}

static void
set_note (FwSetter *self,
          FwBlock *block)
{
  gboolean sheet = self->paper->style == FW_PAPER_SHEET;
  g_autoptr (FwStyledText) text = _fw_setter_text (block, sheet ? MIN (FW_SIZE_NOTE, self->sizes.size_pt) : FW_SIZE_TABLE, FW_FACE_SONG);
  FwLineStyle style = { .measure_pt = self->measure };

  style.align = g_strcmp0 (block->variant, "right") == 0    ? PANGO_ALIGN_RIGHT
                : g_strcmp0 (block->variant, "centre") == 0 ? PANGO_ALIGN_CENTER
                                                            : PANGO_ALIGN_LEFT;
  style.justify = style.align == PANGO_ALIGN_LEFT && !self->paper->english;
  /* A note at the side or in the middle belongs to what stands above it. */
  self->stick |= style.align != PANGO_ALIGN_LEFT;
  add_lines (self, block->id, text, &style, 0, sheet ? MIN (13, self->sizes.pitch_pt) : 18);
  if (sheet)
    _fw_setter_add_space (self, self->sizes.pitch_pt / 3);
}

static void
add_annexes_line (FwSetter *self,
                  FwBlock *block,
                  const FwStyledText *text,
                  gboolean first,
                  gboolean keep)
{
  double size = self->sizes.size_pt, pitch = self->sizes.pitch_pt;
  FwLineStyle style = { .measure_pt = self->measure - ANNEX_INDENT * size };
  FwBox *box = _fw_setter_add (self, block->id, pitch);

  box->glued |= keep;
  if (first)
    {
      g_autoptr (FwStyledText) label = fw_styled_text_new (size);
      FwLineStyle plain = { .measure_pt = ANNEX_INDENT * size };

      fw_styled_text_append (label, "附件：", FW_FACE_SONG, FW_SPAN_WHOLE);
      _fw_setter_place (self, box, label, &plain, 2 * size, 0, pitch);
    }
  box->height = _fw_setter_place (self, box, text, &style, ANNEX_INDENT * size, 0, pitch);
}

/* 附件：1.…　2.…, as many on a line as it holds, the lines under one another; a single annex carries no number. */
static void
set_annexes (FwSetter *self,
             FwBlock *block)
{
  double size = self->sizes.size_pt, measure = self->measure - ANNEX_INDENT * size, used = 0;
  gboolean keep = block->rows->len <= SHORT_LIST, first = TRUE;
  g_autoptr (FwStyledText) line = fw_styled_text_new (size);

  /* The signature takes them to its page, and they the close of the letter. */
  self->stick = TRUE;
  for (guint r = 0; r < block->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (block->rows, r);
      g_autoptr (FwStyledText) name = _fw_setter_text (g_ptr_array_index (row, 0), size, FW_FACE_SONG);
      g_autofree char *number = block->rows->len > 1 ? g_strdup_printf ("%u.", r + 1) : NULL;
      g_autoptr (FwStyledText) entry = fw_styled_text_new (size);
      double width;

      fw_styled_text_append (entry, number, FW_FACE_SONG, FW_SPAN_WHOLE);
      fw_styled_text_append (entry, name->string->str, FW_FACE_SONG, FW_SPAN_PLAIN);
      width = fw_styled_text_width (self->typeface, entry);
      if (used > 0 && used + size + width > measure)
        {
          add_annexes_line (self, block, line, first, keep);
          first = FALSE;
          fw_styled_text_free (line);
          line = fw_styled_text_new (size);
          used = 0;
        }
      if (used > 0)
        fw_styled_text_append (line, "　", FW_FACE_SONG, FW_SPAN_PLAIN);
      fw_styled_text_append (line, number, FW_FACE_SONG, FW_SPAN_WHOLE);
      fw_styled_text_append (line, name->string->str, FW_FACE_SONG, FW_SPAN_PLAIN);
      used += (used > 0 ? size : 0) + width;
    }
  if (used > 0)
    add_annexes_line (self, block, line, first, TRUE);
}

static void
set_block (FwSetter *self,
           FwBlock *block)
{
  switch (block->kind)
    {
    case FW_BLOCK_TITLE:
      set_title (self, block);
      break;
    case FW_BLOCK_NUMBER:
      set_number (self, block);
      break;
    case FW_BLOCK_ADDRESS:
      set_address (self, block);
      break;
    case FW_BLOCK_PARAGRAPH:
      set_paragraph (self, block);
      break;
    case FW_BLOCK_ITEM:
      set_item (self, block);
      break;
    case FW_BLOCK_NOTE:
      set_note (self, block);
      break;
    case FW_BLOCK_TABLE:
      _fw_setter_table (self, block);
      break;
    case FW_BLOCK_ANNEXES:
      set_annexes (self, block);
      break;
    case FW_BLOCK_SIGN:
      _fw_setter_sign (self, block);
      break;
    case FW_BLOCK_SLIP:
      _fw_setter_slip (self, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* What is higher than a page flows over as many as it takes, in pieces that fill each. */
static void
split_what_fits_no_page (GPtrArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      FwBox *box = g_ptr_array_index (boxes, i), *rest;

      if (box->height <= FW_TEXT_HEIGHT)
        continue;
      box->at_foot = FALSE;
      while (box->height > PIECE && (rest = fw_box_split (box, PIECE)) != NULL)
        {
          g_ptr_array_insert (boxes, (int) ++i, rest);
          box = rest;
        }
    }
}

/**
 * fw_galley_set:
 * @blocks: a paper whose fields and numbers are resolved; must outlive the galley
 * @sizes: of its body
 * @draft: whether the places for seals are shown
 *
 * Sets every block at its size. What goes on which page is not decided yet.
 *
 * Returns: (transfer full): the boxes, free with fw_galley_free()
 */
FwGalley *
fw_galley_set (FwTypeface *typeface,
               FwBlocks *blocks,
               FwSizes sizes,
               gboolean draft)
{
  FwGalley *galley = g_new0 (FwGalley, 1);
  FwSetter self = { .typeface = typeface, .paper = blocks, .sizes = sizes, .draft = draft };

  galley->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_box_free);
  galley->furniture = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_box_free);
  self.boxes = galley->boxes;
  self.furniture = galley->furniture;
  self.measure = floor (FW_TEXT_WIDTH / sizes.size_pt) * sizes.size_pt;
  galley->measure_pt = self.measure;
  for (guint i = 0; i < blocks->blocks->len; i++)
    set_block (&self, g_ptr_array_index (blocks->blocks, i));
  split_what_fits_no_page (self.boxes);
  return galley;
}

/**
 * fw_galley_free:
 * @self: (nullable): a galley
 */
void
fw_galley_free (FwGalley *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->furniture);
  g_free (self);
}
