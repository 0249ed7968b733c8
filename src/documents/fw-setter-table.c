#include "documents/fw-setter-private.h"

#include <math.h>
#include <stdlib.h>

#define PADDING_X 4.0
#define PADDING_Y 3.5
#define MIN_ROW (8 * FW_MILLIMETRE)
#define MIN_FORM_ROW (11 * FW_MILLIMETRE)
#define OUTER_RULE 0.75
#define INNER_RULE 0.5
#define MAX_COLUMNS 12
typedef struct
{
  double x;
  double width;
  PangoAlignment align;
} Column;

typedef struct
{
  FwSetter *setter;
  FwBlock *block;
  double size;
  double pitch;
  gboolean tight;
  Column columns[MAX_COLUMNS];
  guint n_columns;
  double width;
} Table;

static PangoAlignment
read_alignment (const char *token)
{
  switch (token[strlen (token) - 1])
    {
    case 'r':
      return PANGO_ALIGN_RIGHT;
    case 'c':
      return PANGO_ALIGN_CENTER;
    default:
      return PANGO_ALIGN_LEFT;
    }
}

/* "1c 3 2r": the share of each column of the width, and how its cells stand. */
static void
read_columns (Table *self)
{
  GPtrArray *first = self->block->rows->len > 0 ? g_ptr_array_index (self->block->rows, 0) : NULL;
  g_auto (GStrv) tokens = g_strsplit (self->block->columns != NULL ? self->block->columns : "", " ", -1);
  double shares[MAX_COLUMNS], total = 0, x = 0;

  self->n_columns = MIN (first != NULL ? first->len : 0, MAX_COLUMNS);
  for (guint c = 0; c < self->n_columns; c++)
    {
      gboolean given = c < g_strv_length (tokens) && tokens[c][0] != '\0';
      double share = given ? g_ascii_strtod (tokens[c], NULL) : 1;

      shares[c] = share > 0 ? share : 1;
      total += shares[c];
      self->columns[c].align = given ? read_alignment (tokens[c]) : PANGO_ALIGN_LEFT;
    }
  for (guint c = 0; c < self->n_columns; c++)
    {
      self->columns[c].x = x;
      self->columns[c].width = self->width * shares[c] / total;
      x += self->columns[c].width;
    }
}

static GPtrArray *
set_cell (Table *self,
          const Column *column,
          const FwBlock *cell,
          gboolean head)
{
  g_autoptr (FwStyledText) text = _fw_setter_text (cell, self->size, head ? FW_FACE_HEI : FW_FACE_SONG);
  FwLineStyle style = { .measure_pt = column->width - 2 * PADDING_X,
                        .align = head ? PANGO_ALIGN_CENTER : column->align };

  return fw_lines_set (self->setter->typeface, text, &style);
}

static void
rule_row (Table *self,
          FwBox *box,
          double top,
          gboolean first,
          gboolean last)
{
  double height = box->height - top;

  fw_box_add_rule (box, 0, top, self->width, 0, first ? OUTER_RULE : INNER_RULE);
  fw_box_add_rule (box, 0, box->height, self->width, 0, last ? OUTER_RULE : INNER_RULE);
  for (guint c = 0; c <= self->n_columns; c++)
    {
      gboolean edge = c == 0 || c == self->n_columns;
      double x = c == self->n_columns ? self->width : self->columns[c].x;

      fw_box_add_rule (box, x, top, 0, height, edge ? OUTER_RULE : INNER_RULE);
    }
}

static guint
longest_cell (GPtrArray *cells)
{
  guint longest = 0;

  for (guint c = 0; c < cells->len; c++)
    longest = MAX (longest, ((GPtrArray *) g_ptr_array_index (cells, c))->len);
  return longest;
}

/* Lines @from up to @until of every cell, centred between the rules of the row. */
static void
fill_row (Table *self,
          FwBox *box,
          GPtrArray *cells,
          guint from,
          guint until,
          double top)
{
  for (guint c = 0; c < cells->len; c++)
    {
      GPtrArray *lines = g_ptr_array_index (cells, c);
      guint end = MIN (until, lines->len);
      double y;

      if (end <= from)
        continue;
      y = top + (box->height - top - (end - from) * self->pitch) / 2;
      for (guint i = from; i < end; i++)
        fw_box_add_line (box, lines, i, self->columns[c].x + PADDING_X,
                         y + (i - from) * self->pitch + _fw_setter_baseline (self->size, self->pitch));
    }
}

static double
row_height (Table *self,
            guint n_lines)
{
  FwPaperStyle style = self->setter->paper->style;
  gboolean roomy = style == FW_PAPER_CERTIFICATE || (style == FW_PAPER_FORM && !self->tight);
  double least = roomy ? MIN_FORM_ROW : MIN_ROW;

  if (style == FW_PAPER_SHEET)
    return n_lines * self->pitch + PADDING_Y;
  return MAX (least, n_lines * self->pitch + 2 * PADDING_Y);
}

/* A row that would not fit a page under the head that stands on each is continued in a second one; a smaller row is never split. */
static guint
most_lines (Table *self,
            const FwBox *repeat)
{
  double room = FW_TEXT_HEIGHT - 2 * PADDING_Y - (repeat != NULL ? repeat->height : 0);

  return (guint) MAX (floor (room / self->pitch), 1);
}

static GPtrArray *
set_cells (Table *self,
           guint r,
           gboolean head)
{
  GPtrArray *row = g_ptr_array_index (self->block->rows, r);
  GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint c = 0; c < self->n_columns && c < row->len; c++)
    g_ptr_array_add (cells, set_cell (self, &self->columns[c], g_ptr_array_index (row, c), head));
  return cells;
}

/* The head row as it stands on a further page, with （续表） above it. Belongs to the list of boxes' last box. */
static FwBox *
continue_head (Table *self,
               GPtrArray *cells)
{
  g_autoptr (FwStyledText) text = fw_styled_text_new (FW_SIZE_NOTE);
  FwLineStyle style = { .measure_pt = self->width, .align = PANGO_ALIGN_RIGHT };
  guint n_lines = longest_cell (cells);
  FwBox *box = fw_box_new (self->block->id, 16 + row_height (self, n_lines));

  fw_styled_text_append (text, self->setter->paper->english ? "(continued)" : "（续表）", FW_FACE_SONG, FW_SPAN_PLAIN);
  _fw_setter_place (self->setter, box, text, &style, 0, 0, 15);
  fill_row (self, box, cells, 0, n_lines, 16);
  rule_row (self, box, 16, TRUE, FALSE);
  return box;
}

static FwBox *
add_row (Table *self,
         guint r,
         FwBox *repeat)
{
  gboolean head = r == 0 && self->block->head;
  g_autoptr (GPtrArray) cells = set_cells (self, r, head);
  guint n_lines = MAX (longest_cell (cells), 1), most = most_lines (self, repeat);
  FwBox *continued = NULL;

  for (guint from = 0; from < n_lines; from += most)
    {
      guint until = MIN (from + most, n_lines);
      FwBox *box = _fw_setter_add (self->setter, self->block->id, row_height (self, until - from));

      fill_row (self, box, cells, from, until, 0);
      rule_row (self, box, 0, r == 0 && from == 0, r + 1 == self->block->rows->len && until == n_lines);
      box->repeat = repeat;
      box->text = TRUE;
      /* A head row alone at the foot of a page says nothing. */
      self->setter->stick = head;
    }
  if (head)
    continued = continue_head (self, cells);
  return continued;
}

/* What is closed with 以下空白 cannot be lengthened by hand. */
static void
close_table (Table *self)
{
  g_autoptr (FwStyledText) text = fw_styled_text_new (FW_SIZE_NOTE);
  FwLineStyle style = { .measure_pt = self->width, .align = PANGO_ALIGN_CENTER };
  FwBox *box;

  self->setter->stick = TRUE;
  fw_styled_text_append (text, self->setter->paper->english ? "(nothing below)" : "（以下空白）", FW_FACE_SONG, FW_SPAN_PLAIN);
  box = _fw_setter_add (self->setter, self->block->id, 18);
  _fw_setter_place (self->setter, box, text, &style, 0, 0, 18);
}

void
_fw_setter_table (FwSetter *setter,
                  FwBlock *block)
{
  Table self = { .setter = setter, .block = block, .width = setter->measure };
  FwBox *repeat = NULL;

  /* A certificate is read across a counter. */
  self.size = setter->paper->style == FW_PAPER_CERTIFICATE ? 12 : FW_SIZE_TABLE;
  self.pitch = setter->paper->style == FW_PAPER_CERTIFICATE ? 20 : FW_PITCH_TABLE;
  /* A sheet is set in one size all over. */
  if (setter->paper->style == FW_PAPER_SHEET)
    {
      self.size = setter->sizes.size_pt;
      self.pitch = setter->sizes.pitch_pt;
    }
  /* A form is written on by hand, as far as that costs no further page. */
  self.tight = setter->sizes.pitch_pt < 22;
  if (setter->paper->style == FW_PAPER_FORM && !self.tight)
    self.pitch = 20;

  read_columns (&self);
  if (self.n_columns == 0)
    return;
  _fw_setter_add_space (setter, setter->paper->style == FW_PAPER_SHEET ? 2 : 4);
  for (guint r = 0; r < block->rows->len; r++)
    {
      FwBox *continued = add_row (&self, r, repeat);

      if (continued != NULL)
        {
          repeat = continued;
          g_ptr_array_add (setter->furniture, continued);
        }
    }
  if (block->closed)
    close_table (&self);
  _fw_setter_add_space (setter, 6);
}
