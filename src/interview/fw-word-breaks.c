/* Where the words of Chinese begin, by ICU's dictionary: so that 整了 is not found in 调整了. */
#include "interview/fw-word-breaks.h"

#include <unicode/ubrk.h>
#include <unicode/utf16.h>

#include "interview/fw-han.h"

/* What stands for letters and for what was typed between two characters. */
#define A_LETTER 'x'
#define A_PAUSE ','

/* How much is read around a place that is asked for, in symbols, and how much of that is needed at
 * least to know the word there. */
#define AROUND 9
#define LONGEST_WORD 5

/* Small words that ICU's dictionary joins with whatever they stand beside: 我不, 告到, 都是. */
#define PARTICLES                                                                                                                                 \
  "我你您他她它咱俺们的地得了着过吧呢啊吗嘛呀哈啦呗不没也都就还再又才只很太最更会能要想去来到给把" \
  "被让叫跟和与对向往从在是有说上下里外这那个些一二两三几每某为因所之其以可该别等点什怎么哪敢正真" \
  "刚已却像明"

struct _FwWordBreaks
{
  UBreakIterator *iterator; /* NULL where ICU has no dictionary: then nothing is cut */
  GArray *text;             /* UChar: what was read of the line */
  GArray *symbols;          /* guint: of the line, for each UChar */
  GArray *words;            /* guint: the first symbol of the word of each, from @first on */
  guint first;              /* symbol that was read */
  guint end;                /* behind the last; 0 where nothing was read */
};

/**
 * _fw_word_breaks_new:
 *
 * Returns: (transfer full): what parts sentences into words. The dictionary is read here, which
 * takes some milliseconds
 */
FwWordBreaks *
_fw_word_breaks_new (void)
{
  static const UChar sample[] = { 0x8c03, 0x6574, 0x4e86 };
  FwWordBreaks *self = g_new0 (FwWordBreaks, 1);
  UErrorCode error = U_ZERO_ERROR;

  self->text = g_array_new (FALSE, FALSE, sizeof (UChar));
  self->symbols = g_array_new (FALSE, FALSE, sizeof (guint));
  self->words = g_array_new (FALSE, FALSE, sizeof (guint));
  self->iterator = ubrk_open (UBRK_WORD, "zh", sample, G_N_ELEMENTS (sample), &error);
  if (U_SUCCESS (error))
    ubrk_next (self->iterator);
  else
    self->iterator = NULL;
  return self;
}

void
_fw_word_breaks_free (FwWordBreaks *self)
{
  g_clear_pointer (&self->iterator, ubrk_close);
  g_array_unref (self->text);
  g_array_unref (self->symbols);
  g_array_unref (self->words);
  g_free (self);
}

/**
 * _fw_word_breaks_forget:
 *
 * To be called where the line is read anew.
 */
void
_fw_word_breaks_forget (FwWordBreaks *self)
{
  self->first = self->end = 0;
}

static void
append (FwWordBreaks *self, UChar c, guint symbol)
{
  g_array_append_val (self->text, c);
  g_array_append_val (self->symbols, symbol);
}

/* The line as it is compared, with a pause where something was typed between. */
static void
write_text (FwWordBreaks *self, const FwSpokenLine *line)
{
  g_array_set_size (self->text, 0);
  g_array_set_size (self->symbols, 0);
  for (guint i = self->first; i < self->end; i++)
    {
      const FwSpoken *spoken = _fw_spoken_line_at (line, i);

      if (i > self->first && spoken->first > _fw_spoken_line_at (line, i - 1)->end)
        append (self, A_PAUSE, i);
      if (!fw_han_is (spoken->symbol))
        append (self, A_LETTER, i);
      else if (U_IS_BMP (spoken->symbol))
        append (self, (UChar)spoken->symbol, i);
      else
        {
          append (self, U16_LEAD (spoken->symbol), i);
          append (self, U16_TRAIL (spoken->symbol), i);
        }
    }
}

static void
take_word (FwWordBreaks *self, int32_t from, int32_t to)
{
  const guint *symbols = &g_array_index (self->symbols, guint, 0);

  for (guint i = symbols[from]; i <= symbols[to - 1]; i++)
    g_array_index (self->words, guint, i - self->first) = symbols[from];
}

static void
part_into_words (FwWordBreaks *self)
{
  UErrorCode error = U_ZERO_ERROR;
  int32_t from = 0;

  ubrk_setText (self->iterator, &g_array_index (self->text, UChar, 0), (int32_t)self->text->len,
                &error);
  for (int32_t to = ubrk_next (self->iterator); U_SUCCESS (error) && to != UBRK_DONE;
       from = to, to = ubrk_next (self->iterator))
    if (g_array_index (self->text, UChar, from) != A_PAUSE)
      take_word (self, from, to);
}

/* Whether enough around a symbol was read with it: as much as a word is long, or up to the end of
 * the sentence. */
static gboolean
is_read (const FwWordBreaks *self, const FwSpokenLine *line, guint symbol)
{
  guint first = self->first, end = self->end;

  if (symbol < first || symbol >= end)
    return FALSE;
  if (symbol < first + LONGEST_WORD && first > 0 &&
      _fw_spoken_line_at (line, first - 1)->symbol != 0)
    return FALSE;
  return symbol + LONGEST_WORD <= end || end == line->n_symbols ||
         _fw_spoken_line_at (line, end)->symbol == 0;
}

/* What stands around a symbol in its sentence. */
static void
read_around (FwWordBreaks *self, const FwSpokenLine *line, guint symbol)
{
  guint least = symbol > AROUND ? symbol - AROUND : 0,
        most = MIN (symbol + AROUND, line->n_symbols);

  for (self->first = symbol;
       self->first > least && _fw_spoken_line_at (line, self->first - 1)->symbol != 0;)
    self->first--;
  for (self->end = symbol; self->end < most && _fw_spoken_line_at (line, self->end)->symbol != 0;)
    self->end++;
  write_text (self, line);
  g_array_set_size (self->words, self->end - self->first);
  part_into_words (self);
}

static gboolean
is_particle (guint32 symbol)
{
  return g_utf8_strchr (PARTICLES, -1, symbol) != NULL;
}

/* Whether more of a word than particles stands from one symbol to another. */
static gboolean
has_own (const FwSpokenLine *line, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (!is_particle (_fw_spoken_line_at (line, i)->symbol))
      return TRUE;
  return FALSE;
}

/**
 * _fw_word_breaks_cut:
 * @line: the line that was read last
 * @start: the first symbol of something found in it
 *
 * What ends inside a word is left as it is: the word mostly goes on saying the same (看 in 看懂, 撤
 * in 撤回, 不认 in 不认账).
 *
 * Returns: whether it begins inside a word of the dictionary, behind more than particles
 */
gboolean
_fw_word_breaks_cut (FwWordBreaks *self, const FwSpokenLine *line, guint start)
{
  if (self->iterator == NULL || start == 0 ||
      !fw_han_is (_fw_spoken_line_at (line, start - 1)->symbol))
    return FALSE;
  if (!is_read (self, line, start))
    read_around (self, line, start);
  return has_own (line, g_array_index (self->words, guint, start - self->first), start);
}
