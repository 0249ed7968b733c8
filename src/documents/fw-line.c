#include "documents/fw-line.h"

#include "documents/fw-typeface-private.h"

#include <math.h>
#include <string.h>

/* A line may be tightened by so much of a character behind each, and looks even up to so much added. */
#define TIGHTEST -0.02
#define EVEN 0.05
/* Wider gaps look spaced out, and who copies the text from a PDF would find spaces in it; the line stays short instead. */
#define WIDEST 0.095

/* How many set paragraphs are kept for the next letter. */
#define PARAGRAPHS_KEPT 4096

/* Dearer, in this order, than any hole that a line may have: an amount is broken only where no line could hold it. */
#define COST_LOW 1e6
#define COST_HIGH 1e7
#define COST_FORCED 1e9
#define COST_LONELY 40.0

/* One character on its way into lines. */
typedef struct
{
  guint byte;
  gunichar character;
  double advance;
  gboolean halved; /* takes half a square whatever follows */
  FwBoundary boundary;
} Cell;

typedef struct
{
  const FwStyledText *text;
  const FwLineStyle *style;
  Cell *cells;
  gsize n_cells;
  double *cost; /* of the best way to the place before each cell */
  gsize *from;
  gboolean narrow; /* its marks fill no squares that could be halved */
} Setting;

static void
setting_clear (Setting *self)
{
  g_free (self->cells);
  g_free (self->cost);
  g_free (self->from);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Setting, setting_clear)

static gboolean
is_mark (gunichar character)
{
  return fw_break_can_halve (character) || (character > 0x2000 && fw_break_is_opening (character));
}

/* Two neighbouring marks share one square and a half. */
static void
halve_neighbours (Cell *cells,
                  gsize n_cells)
{
  for (gsize i = 0; i + 1 < n_cells; i++)
    {
      gunichar left = cells[i].character, right = cells[i + 1].character;

      if (fw_break_can_halve (left) && is_mark (right))
        cells[i].halved = TRUE;
      else if (left > 0x2000 && fw_break_is_opening (left) && right > 0x2000 && fw_break_is_opening (right))
        cells[i + 1].halved = TRUE;
    }
}

static void
add_attribute (PangoAttrList *attributes,
               PangoAttribute *attribute,
               guint start,
               guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* The faces of the spans that touch a piece of the paragraph, counted from the begin of that piece. */
static void
add_faces (PangoAttrList *attributes,
           FwTypeface *typeface,
           const FwStyledText *text,
           guint start,
           guint end)
{
  for (guint i = 0; i < text->spans->len; i++)
    {
      const FwTextSpan *span = &g_array_index (text->spans, FwTextSpan, i);
      PangoFontDescription *description;

      if (span->end <= start || span->start >= end)
        continue;
      description = fw_typeface_describe (typeface, span->face, text->size_pt);
      add_attribute (attributes, pango_attr_font_desc_new (description), MAX (span->start, start) - start,
                     MIN (span->end, end) - start);
      pango_font_description_free (description);
    }
}

/* Letters that are joined into one glyph come out of a file as another character: a hash that is copied from a paper would be wrong. */
#define EACH_LETTER "liga=0,clig=0"
/* The quotation marks of a Chinese face fill a square each, which is wrong where no Chinese stands. */
#define NARROW_MARKS EACH_LETTER ",pwid=1"

static gboolean
has_no_han (const FwStyledText *text)
{
  for (const char *at = text->string->str; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) >= 0x2E80)
      return FALSE;
  return TRUE;
}

static PangoLayout *
layout_piece (FwTypeface *typeface,
              const FwStyledText *text,
              guint start,
              guint end,
              PangoAttrList *attributes)
{
  PangoLayout *layout = pango_layout_new (fw_typeface_get_context (typeface));

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text->string->str + start, (int) (end - start));
  add_faces (attributes, typeface, text, start, end);
  add_attribute (attributes, pango_attr_font_features_new (has_no_han (text) ? NARROW_MARKS : EACH_LETTER), 0, end - start);
  pango_layout_set_attributes (layout, attributes);
  fw_typeface_check (typeface, layout);
  return layout;
}

static guint
cell_end (const Setting *self,
          gsize at)
{
  return at + 1 < self->n_cells ? self->cells[at + 1].byte : (guint) self->text->string->len;
}

static void
add_halving (PangoAttrList *attributes,
             const Setting *self,
             gsize at,
             guint origin)
{
  add_attribute (attributes, pango_attr_font_features_new ("halt=1"), self->cells[at].byte - origin,
                 cell_end (self, at) - origin);
}

/* Sets the whole paragraph once on one endless line to learn how wide each character is. */
static void
measure_cells (Setting *self,
               FwTypeface *typeface)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (PangoLayout) layout = NULL;
  PangoLayoutLine *line;
  gsize at = 0;

  for (gsize i = 0; i < self->n_cells; i++)
    if (self->cells[i].halved)
      add_halving (attributes, self, i, 0);
  layout = layout_piece (typeface, self->text, 0, (guint) self->text->string->len, attributes);
  line = pango_layout_get_line_readonly (layout, 0);
  for (GSList *runs = line->runs; runs != NULL; runs = runs->next)
    {
      PangoGlyphItem *run = runs->data;
      g_autofree int *widths = g_new0 (int, run->item->num_chars);

      pango_glyph_item_get_logical_widths (run, self->text->string->str, widths);
      for (int i = 0; i < run->item->num_chars && at < self->n_cells; i++)
        self->cells[at++].advance = (double) widths[i] / PANGO_SCALE;
    }
}

static void
prepare_cells (Setting *self,
               FwTypeface *typeface)
{
  g_autofree FwBoundary *boundaries = fw_break_find (self->text, &self->n_cells);
  const char *string = self->text->string->str;
  const char *at = string;

  self->cells = g_new0 (Cell, self->n_cells + 1);
  for (gsize i = 0; i < self->n_cells; i++, at = g_utf8_next_char (at))
    {
      self->cells[i].byte = (guint) (at - string);
      self->cells[i].character = g_utf8_get_char (at);
      self->cells[i].boundary = boundaries[i];
    }
  self->narrow = has_no_han (self->text);
  if (!self->narrow)
    halve_neighbours (self->cells, self->n_cells);
  measure_cells (self, typeface);
}

/* A mark at the end of a line takes half a square: its other half is white. */
static gboolean
halves_at_end (const Setting *self,
               const Cell *cell)
{
  return !self->narrow && !cell->halved && fw_break_can_halve (cell->character);
}

/* How many places between two cells take a share when a line is stretched. */
static guint
count_free (const Setting *self,
            gsize first,
            gsize end)
{
  guint n = 0;

  for (gsize i = first; i + 1 < end; i++)
    n += !self->cells[i].boundary.rigid;
  return n;
}

/* What a line of [first, end) costs; slack is what is left to the edge. Negative: it does not fit. */
static double
cost_of (const Setting *self,
         gsize first,
         gsize end,
         guint n_free,
         double width,
         double slack)
{
  double cost = 1, size = self->text->size_pt;
  double stretch = n_free > 0 ? slack / (n_free * size) : slack / size;

  if (slack < -0.01 && (!self->style->justify || stretch < TIGHTEST))
    return -1;
  if (end == self->n_cells)
    {
      /* One character and a full stop alone look like a slip. */
      cost += first > 0 && width < 2.2 * size ? COST_LONELY : 0;
      return slack < 0 ? cost + pow (stretch / TIGHTEST, 2) : cost;
    }
  cost += pow (stretch / (stretch < 0 ? TIGHTEST : EVEN), 2);
  if (self->cells[end - 1].boundary.barrier == FW_BARRIER_LOW)
    cost += COST_LOW;
  else if (self->cells[end - 1].boundary.barrier == FW_BARRIER_HIGH)
    cost += COST_HIGH;
  return cost;
}

static double
measure_at (const Setting *self,
            gsize first)
{
  return self->style->measure_pt - (first == 0 ? self->style->indent_pt : 0);
}

static void
offer (Setting *self,
       gsize first,
       gsize end,
       double cost)
{
  if (self->cost[first] + cost < self->cost[end])
    {
      self->cost[end] = self->cost[first] + cost;
      self->from[end] = first;
    }
}

/* Tries every line that may begin at @first. Where none fits, takes what fits whatever the rules say. */
static void
extend_from (Setting *self,
             gsize first)
{
  double measure = measure_at (self, first), advance = 0, white = 0;
  gsize widest = first + 1;
  gboolean offered = FALSE;
  guint n_free = 0;

  for (gsize end = first + 1; end <= self->n_cells; end++)
    {
      const Cell *last = &self->cells[end - 1];
      double width, cost;

      if (end > first + 1)
        n_free += !self->cells[end - 2].boundary.rigid;
      advance += last->advance;
      white = g_unichar_isspace (last->character) ? white + last->advance : 0;
      width = advance - white - (halves_at_end (self, last) ? last->advance / 2 : 0);
      if (width <= measure + 0.01)
        widest = end;
      else if (width > measure * 1.05)
        break;
      if (end < self->n_cells && last->boundary.barrier == FW_BARRIER_CLOSED)
        continue;
      cost = cost_of (self, first, end, n_free, width, measure - width);
      if (cost < 0)
        continue;
      offer (self, first, end, cost);
      offered = TRUE;
    }
  if (!offered)
    offer (self, first, widest, COST_FORCED);
}

/* The ends of the lines that cost least together, first to last. */
static GArray *
choose_ends (Setting *self)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (gsize));

  self->cost = g_new (double, self->n_cells + 1);
  self->from = g_new0 (gsize, self->n_cells + 1);
  for (gsize i = 0; i <= self->n_cells; i++)
    self->cost[i] = i == 0 ? 0 : HUGE_VAL;
  for (gsize first = 0; first < self->n_cells; first++)
    if (self->cost[first] < HUGE_VAL)
      extend_from (self, first);
  for (gsize end = self->n_cells; end > 0; end = self->from[end])
    g_array_prepend_val (ends, end);
  return ends;
}

static void
add_stretch (PangoAttrList *attributes,
             const Setting *self,
             gsize first,
             gsize end,
             double stretch_pt)
{
  guint origin = self->cells[first].byte;

  for (gsize i = first; i + 1 < end;)
    {
      gsize until = i;

      /* One attribute for each stretch of free characters: every attribute begins a run of its own. */
      while (until + 1 < end && !self->cells[until].boundary.rigid)
        until++;
      if (until > i)
        add_attribute (attributes, pango_attr_letter_spacing_new ((int) lround (stretch_pt * PANGO_SCALE)),
                       self->cells[i].byte - origin, cell_end (self, until - 1) - origin);
      i = until + 1;
    }
}

static double
layout_width (PangoLayout *layout)
{
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

static PangoLayout *
set_cells (const Setting *self,
           FwTypeface *typeface,
           gsize first,
           gsize end,
           double stretch_pt)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  guint origin = self->cells[first].byte;

  for (gsize i = first; i < end; i++)
    if (self->cells[i].halved || (i + 1 == end && halves_at_end (self, &self->cells[i])))
      add_halving (attributes, self, i, origin);
  if (stretch_pt != 0)
    add_stretch (attributes, self, first, end, stretch_pt);
  return layout_piece (typeface, self->text, origin, cell_end (self, end - 1), attributes);
}

static GArray *
find_gaps (const FwStyledText *text,
           const FwLine *line)
{
  GArray *gaps = NULL;

  for (guint i = 0; i < text->spans->len; i++)
    {
      const FwTextSpan *span = &g_array_index (text->spans, FwTextSpan, i);
      PangoLayoutLine *set = pango_layout_get_line_readonly (line->layout, 0);
      FwExtent extent;
      int from = 0, until = 0;

      if (!(span->flags & FW_SPAN_GAP) || span->end <= line->start || span->start >= line->end)
        continue;
      pango_layout_line_index_to_x (set, (int) (MAX (span->start, line->start) - line->start), FALSE, &from);
      pango_layout_line_index_to_x (set, (int) (MIN (span->end, line->end) - line->start), FALSE, &until);
      extent.from = (double) from / PANGO_SCALE;
      extent.until = (double) until / PANGO_SCALE;
      if (gaps == NULL)
        gaps = g_array_new (FALSE, FALSE, sizeof (FwExtent));
      g_array_append_val (gaps, extent);
    }
  return gaps;
}

static void
line_free (FwLine *self)
{
  g_object_unref (self->layout);
  g_clear_pointer (&self->gaps, g_array_unref);
  g_free (self);
}

/* What has to be added behind each free cell so that the line reaches the edge. */
static double
share_of (const Setting *self,
          gsize first,
          gsize end,
          double measure)
{
  double size = self->text->size_pt, width = 0;
  guint n_free = count_free (self, first, end);

  for (gsize i = first; i < end; i++)
    width += self->cells[i].advance;
  if (halves_at_end (self, &self->cells[end - 1]))
    width -= self->cells[end - 1].advance / 2;
  return n_free > 0 ? MIN ((measure - width) / n_free, WIDEST * size) : 0;
}

/* Sets the line stretched and corrects it once, since Pango leaves half a share out at either end. */
static double
stretch_line (FwLine *line,
              const Setting *self,
              FwTypeface *typeface,
              gsize first,
              gsize end,
              double measure)
{
  double share = share_of (self, first, end, measure), slack;

  line->layout = set_cells (self, typeface, first, end, share);
  slack = measure - layout_width (line->layout);
  if (share != 0 && share < WIDEST * self->text->size_pt && fabs (slack) > 0.1)
    {
      g_object_unref (line->layout);
      share = MIN (share + slack / count_free (self, first, end), WIDEST * self->text->size_pt);
      line->layout = set_cells (self, typeface, first, end, share);
    }
  return share / self->text->size_pt;
}

static double
align_line (const FwLineStyle *style,
            double indent,
            double room)
{
  switch (style->align)
    {
    case PANGO_ALIGN_CENTER:
      return indent + room / 2;
    case PANGO_ALIGN_RIGHT:
      return indent + room;
    case PANGO_ALIGN_LEFT:
    default:
      return indent;
    }
}

static FwLine *
set_line (const Setting *self,
          FwTypeface *typeface,
          gsize first,
          gsize end)
{
  FwLine *line = g_new0 (FwLine, 1);
  double indent = first == 0 ? self->style->indent_pt : 0;
  double measure = self->style->measure_pt - indent;
  gboolean last = end == self->n_cells;

  while (end > first + 1 && g_unichar_isspace (self->cells[end - 1].character))
    end--;
  line->start = self->cells[first].byte;
  line->end = cell_end (self, end - 1);
  line->barrier = self->cells[end - 1].boundary.barrier;
  /* The last line keeps its width; only where it was squeezed to hold one character more is it set tighter. */
  if (self->style->justify && (!last || share_of (self, first, end, measure) < 0))
    line->stretch = stretch_line (line, self, typeface, first, end, measure);
  else
    line->layout = set_cells (self, typeface, first, end, 0);
  line->width_pt = layout_width (line->layout);
  line->x_pt = align_line (self->style, indent, measure - line->width_pt);
  line->gaps = find_gaps (self->text, line);
  return line;
}

static GPtrArray *
set_lines (FwTypeface *typeface,
           const FwStyledText *text,
           const FwLineStyle *style)
{
  g_auto (Setting) self = { .text = text, .style = style };
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  g_autoptr (GArray) ends = NULL;
  gsize first = 0;

  prepare_cells (&self, typeface);
  ends = choose_ends (&self);
  for (guint i = 0; i < ends->len; i++)
    {
      gsize end = g_array_index (ends, gsize, i);

      g_ptr_array_add (lines, set_line (&self, typeface, first, end));
      first = end;
    }
  return lines;
}

/* All that decides how a paragraph is set. */
static GBytes *
describe (const FwStyledText *text,
          const FwLineStyle *style)
{
  const double sizes[] = { text->size_pt, style->measure_pt, style->indent_pt };
  const guint flags[] = { (guint) style->justify, style->align };
  GByteArray *key = g_byte_array_new ();

  g_byte_array_append (key, (const guint8 *) sizes, sizeof sizes);
  g_byte_array_append (key, (const guint8 *) flags, sizeof flags);
  g_byte_array_append (key, (const guint8 *) text->spans->data, text->spans->len * (guint) sizeof (FwTextSpan));
  g_byte_array_append (key, (const guint8 *) text->string->str, (guint) text->string->len);
  return g_byte_array_free_to_bytes (key);
}

static void
keep (GHashTable *kept,
      GBytes *key,
      gpointer value)
{
  if (g_hash_table_size (kept) >= PARAGRAPHS_KEPT)
    g_hash_table_remove_all (kept);
  g_hash_table_insert (kept, g_bytes_ref (key), value);
}

/**
 * fw_lines_set:
 * @text: a paragraph
 * @style: how wide and where its lines stand
 *
 * Breaks @text into lines so that they are as even as can be over the whole paragraph, by the rules of
 * fw_break_find(). Stretching goes between free characters only; amounts and dates keep their width. The same paragraph in
 * the same style is set once: it may be in hundreds of letters.
 *
 * Returns: (transfer full) (element-type FwLine): the lines, not to be changed; none for an empty text
 */
GPtrArray *
fw_lines_set (FwTypeface *typeface,
              const FwStyledText *text,
              const FwLineStyle *style)
{
  GHashTable *kept = _fw_typeface_get_paragraphs (typeface);
  g_autoptr (GBytes) key = describe (text, style);
  GPtrArray *lines = g_hash_table_lookup (kept, key);
  gboolean lacked;

  if (lines != NULL)
    return g_ptr_array_ref (lines);
  lacked = fw_typeface_take_lacks (typeface);
  lines = set_lines (typeface, text, style);
  /* One that has no glyph for something is set each time, so that each time it is noticed. */
  if (fw_typeface_take_lacks (typeface))
    {
      _fw_typeface_note_lack (typeface);
      return lines;
    }
  if (lacked)
    _fw_typeface_note_lack (typeface);
  keep (kept, key, g_ptr_array_ref (lines));
  return lines;
}

/**
 * fw_styled_text_width:
 *
 * Returns: how wide @text is on one line, in points
 */
double
fw_styled_text_width (FwTypeface *typeface,
               const FwStyledText *text)
{
  const FwLineStyle endless = { 0 };
  g_autoptr (GBytes) key = describe (text, &endless);
  const double *known = g_hash_table_lookup (_fw_typeface_get_widths (typeface), key);
  g_auto (Setting) self = { .text = text };
  double width = 0;

  if (known != NULL)
    return *known;
  prepare_cells (&self, typeface);
  for (gsize i = 0; i < self.n_cells; i++)
    width += self.cells[i].advance;
  keep (_fw_typeface_get_widths (typeface), key, g_memdup2 (&width, sizeof width));
  return width;
}
