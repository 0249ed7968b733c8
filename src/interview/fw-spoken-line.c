#include "interview/fw-spoken-line.h"

#include "interview/fw-han.h"

#include <string.h>

/* What a character is to the comparison. */
typedef enum
{
  A_LETTER,
  A_HAN,
  AN_APOSTROPHE,
  AN_END,       /* of a sentence */
  A_STOP,       /* an end where a space follows, part of a number or name otherwise */
  NOTHING,      /* invisible: joins what stands around it */
  A_SEPARATOR,
} FwKind;

/* What is known of a word. */
typedef struct
{
  guint32 symbol;
  const char *full; /* nullable: what a short form stands for, "will not" for "won't" */
} FwKnownWord;

/* Where the reading of a line stands. */
typedef struct
{
  FwSpokenLine *line;
  guint32 word_first; /* of the word being read */
  guint32 word_end;
  gboolean in_pieces; /* there is more in it than letters a to z and digits */
  gboolean apart;     /* something between words has been passed */
  guint32 pauses;     /* commas and colons so far */
  guint32 characters; /* as they are compared, so far */
} FwReading;

static FwKnownWord *
add_word (FwSpokenLine *self,
          const char *text)
{
  FwKnownWord *word = g_new (FwKnownWord, 1);

  *word = (FwKnownWord){ ++self->last_symbol, NULL };
  g_hash_table_insert (self->words, g_string_chunk_insert (self->texts, text), word);
  return word;
}

/**
 * _fw_spoken_line_new:
 * @contractions: char* → char*, "won't" → "will not"; has to live as long as the line
 *
 * Returns: (transfer full): a line without anything in it
 */
FwSpokenLine *
_fw_spoken_line_new (GHashTable *contractions)
{
  FwSpokenLine *self = g_new0 (FwSpokenLine, 1);
  GHashTableIter iterator;
  gpointer contraction, full;

  self->room = 256;
  self->symbols = g_new (FwSpoken, self->room);
  self->texts = g_string_chunk_new (4096);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->beginnings = g_hash_table_new (g_str_hash, g_str_equal);
  self->last_symbol = FW_SPOKEN_WORD;
  self->openings = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->word = g_string_new (NULL);
  self->plain = g_string_new (NULL);
  g_hash_table_iter_init (&iterator, contractions);
  while (g_hash_table_iter_next (&iterator, &contraction, &full))
    add_word (self, contraction)->full = full;
  return self;
}

void
_fw_spoken_line_free (FwSpokenLine *self)
{
  g_free (self->symbols);
  g_string_chunk_free (self->texts);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->beginnings);
  g_array_unref (self->openings);
  g_string_free (self->word, TRUE);
  g_string_free (self->plain, TRUE);
  g_free (self);
}

static inline void
emit (FwReading *reading,
      guint32 symbol,
      guint32 first,
      guint32 end)
{
  FwSpokenLine *line = reading->line;

  if (line->n_symbols == line->room)
    {
      line->room *= 2;
      line->symbols = g_renew (FwSpoken, line->symbols, line->room);
    }
  line->symbols[line->n_symbols++] = (FwSpoken){ symbol, first, end, reading->pauses, reading->characters++, 0 };
}

static guint32
last_symbol (FwReading *reading)
{
  const FwSpokenLine *line = reading->line;

  return line->n_symbols > 0 ? line->symbols[line->n_symbols - 1].symbol : 0;
}

/* A space stands between words only, not beside Chinese. */
static void
separate (FwReading *reading,
          guint32 at)
{
  guint32 last = last_symbol (reading);

  if (reading->apart && last != 0 && !fw_han_is (last))
    emit (reading, ' ', at, at);
  reading->apart = FALSE;
}

/* Which beginnings of phrases the plain word has; answers the first of them in the line's openings. */
static guint32
find_openings (FwSpokenLine *line)
{
  guint32 first = line->openings->len, none = 0;
  char *text = line->plain->str;

  for (gsize length = 1; length <= MIN (line->plain->len, line->longest_beginning); length++)
    {
      char behind = text[length];
      guint32 symbol;

      text[length] = '\0';
      symbol = GPOINTER_TO_UINT (g_hash_table_lookup (line->beginnings, text));
      text[length] = behind;
      if (symbol != 0)
        g_array_append_val (line->openings, symbol);
    }
  if (line->openings->len == first)
    return 0;
  g_array_append_val (line->openings, none);
  return first;
}

/* @known is what is known of the plain word, NULL where that is nothing. */
static void
emit_plain (FwReading *reading,
            const FwKnownWord *known)
{
  FwSpokenLine *line = reading->line;
  gsize length = line->plain->len;

  if (length == 0)
    return;
  if (known == NULL && line->learning)
    known = add_word (line, line->plain->str);
  emit (reading, known != NULL ? known->symbol : FW_SPOKEN_WORD, reading->word_first, reading->word_end);
  reading->characters += (guint32) length - 1;
  if (!line->learning)
    line->symbols[line->n_symbols - 1].openings = find_openings (line);
}

/* In plain words and what stands between them. */
static void
emit_pieces (FwReading *reading,
             const char *text)
{
  FwSpokenLine *line = reading->line;

  g_string_truncate (line->plain, 0);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_ascii_isalnum (*at))
      g_string_append_c (line->plain, *at);
    else if (*at != '\'')
      {
        emit_plain (reading, g_hash_table_lookup (line->words, line->plain->str));
        g_string_truncate (line->plain, 0);
        emit (reading, g_utf8_get_char (at), reading->word_first, reading->word_end);
      }
  emit_plain (reading, g_hash_table_lookup (line->words, line->plain->str));
}

/* The word that has been read, as it is or written out. */
static void
end_word (FwReading *reading)
{
  FwSpokenLine *line = reading->line;
  GString *word = line->word;
  const FwKnownWord *known;

  if (word->len == 0)
    return;
  while (word->str[word->len - 1] == '\'')
    g_string_truncate (word, word->len - 1);
  separate (reading, reading->word_first);
  known = g_hash_table_lookup (line->words, word->str);
  if (reading->in_pieces || (known != NULL && known->full != NULL))
    emit_pieces (reading, known != NULL && known->full != NULL ? known->full : word->str);
  else
    {
      line->word = line->plain;
      line->plain = word;
      emit_plain (reading, known);
    }
  reading->in_pieces = FALSE;
  g_string_truncate (line->word, 0);
}

static void
end_sentence (FwReading *reading,
              guint32 at)
{
  end_word (reading);
  if (last_symbol (reading) != 0)
    emit (reading, 0, at, at);
  reading->apart = FALSE;
}

static FwKind
kind_of_punctuation (gunichar c)
{
  switch (c)
    {
    case 0x3002: /* 。 */
    case 0xff61:
    case '!':
    case '?':
    case ';':
    case '\n':
    case '\r':
    case 0x2028:
    case 0x2029:
      return AN_END;
    case '.':
      return A_STOP;
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x02bc:
      return AN_APOSTROPHE;
    case 0xad:
    case 0x200b:
    case 0x200c:
    case 0x200d:
    case 0x2060:
    case 0xfeff:
      return NOTHING;
    default:
      return A_SEPARATOR;
    }
}

static FwKind
kind_of (gunichar c)
{
  if (fw_han_is (c))
    return A_HAN;
  if (c < 0x80)
    return g_ascii_isalnum ((char) c) || c == '+' ? A_LETTER : kind_of_punctuation (c);
  if (g_unichar_isalnum (c))
    return A_LETTER;
  if (g_unichar_ismark (c))
    return NOTHING;
  return kind_of_punctuation (c);
}

static void
read_han (FwReading *reading,
          gunichar c,
          guint32 at)
{
  if (reading->line->word->len > 0)
    end_word (reading);
  reading->apart = FALSE;
  emit (reading, fw_han_simplify (c), at, at + 1);
}

/* A letter, or an apostrophe in a word. */
static void
read_letter (FwReading *reading,
             gunichar c,
             guint32 at)
{
  GString *word = reading->line->word;

  if (word->len == 0)
    reading->word_first = at;
  if (c != '\'')
    reading->word_end = at + 1;
  reading->in_pieces = TRUE;
  g_string_append_unichar (word, g_unichar_tolower (c));
}

/* Letters a to z and digits, as many as stand together; answers what is behind them. */
static const char *
read_letters (FwReading *reading,
              const char *text,
              const char *end,
              guint32 at)
{
  GString *word = reading->line->word;
  const char *behind = text;
  gsize before = word->len;

  while (behind < end && g_ascii_isalnum (*behind))
    behind++;
  if (before == 0)
    reading->word_first = at;
  reading->word_end = at + (guint32) (behind - text);
  g_string_append_len (word, text, behind - text);
  for (char *letter = word->str + before; *letter != '\0'; letter++)
    *letter |= *letter >= 'A' && *letter <= 'Z' ? 0x20 : 0;
  return behind;
}

/* One character that needs no taking apart; @next is the one behind it. */
static void
read_plain (FwReading *reading,
            gunichar c,
            gunichar next,
            guint32 at)
{
  FwKind kind = kind_of (c);

  if (kind == A_STOP)
    kind = next == 0 || g_unichar_isspace (next) || fw_han_is (next) ? AN_END : A_SEPARATOR;
  if (kind == A_LETTER)
    read_letter (reading, c, at);
  else if (kind == AN_APOSTROPHE && reading->line->word->len > 0)
    read_letter (reading, '\'', at);
  else if (kind == A_HAN)
    read_han (reading, c, at);
  else if (kind == AN_END)
    end_sentence (reading, at);
  else if (kind != NOTHING)
    {
      end_word (reading);
      reading->apart = TRUE;
      reading->pauses += c == ',' || c == ':';
    }
}

/* Letters in other forms (ｆｕｌｌ, ①, ㎏, 𝐛𝐨𝐥𝐝) are taken for what they mean. */
static void
read_other_form (FwReading *reading,
                 gunichar c,
                 gunichar next,
                 guint32 at)
{
  char one[8] = { 0 };
  g_autofree char *plain = NULL;

  g_unichar_to_utf8 (c, one);
  plain = g_utf8_normalize (one, -1, G_NORMALIZE_NFKC);
  for (const char *piece = plain; piece != NULL && *piece != '\0'; piece = g_utf8_next_char (piece))
    read_plain (reading, g_utf8_get_char (piece), next, at);
}

static gboolean
is_other_form (gunichar c)
{
  return c >= 0xa0 && !(c >= 0x2000 && c <= 0x206f) && !(c >= 0x3000 && c <= 0x303f) && !fw_han_is (c);
}

/* As g_utf8_get_char(), which would be called for each character: those that most texts are of are read here. */
static inline gunichar
get_character (const char *text)
{
  const guchar *bytes = (const guchar *) text;

  if (bytes[0] < 0x80)
    return bytes[0];
  if ((bytes[0] & 0xf0) == 0xe0)
    return ((gunichar) (bytes[0] & 0x0f) << 12) | ((gunichar) (bytes[1] & 0x3f) << 6) | (bytes[2] & 0x3f);
  return g_utf8_get_char (text);
}

/**
 * _fw_spoken_line_read:
 * @text: valid UTF-8
 * @length: of @text in bytes
 *
 * Replaces what the line held.
 */
void
_fw_spoken_line_read (FwSpokenLine *self,
                      const char *text,
                      gsize length)
{
  FwReading reading = { .line = self };
  const char *end = text + length;
  guint32 at = 0;

  self->n_symbols = 0;
  g_string_truncate (self->word, 0);
  g_array_set_size (self->openings, 1);
  for (const char *here = text; here < end; at++)
    {
      gunichar c = get_character (here), next;

      here = g_utf8_next_char (here);
      if (c >= FW_HAN_FIRST && c <= FW_HAN_LAST)
        {
          read_han (&reading, c, at);
          continue;
        }
      if (c < 0x80 && g_ascii_isalnum ((char) c))
        {
          const char *behind = read_letters (&reading, here - 1, end, at);

          at += (guint32) (behind - here);
          here = behind;
          continue;
        }
      next = here < end ? get_character (here) : 0;
      if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0;
      if (is_other_form (c))
        read_other_form (&reading, c, next, at);
      else
        read_plain (&reading, c, next, at);
    }
  end_sentence (&reading, at);
  self->n_characters = at;
}

/**
 * _fw_spoken_line_open_word:
 * @symbol: the last of a way to say a part of a phrase, which was read as the last line
 *
 * Returns: the symbol that any word has among its openings that begins so; @symbol itself where it is no word
 */
guint32
_fw_spoken_line_open_word (FwSpokenLine *self,
                           guint32 symbol)
{
  guint32 opening;

  if (symbol < FW_SPOKEN_WORD)
    return symbol;
  opening = GPOINTER_TO_UINT (g_hash_table_lookup (self->beginnings, self->plain->str));
  if (opening != 0)
    return opening;
  opening = ++self->last_symbol;
  self->longest_beginning = MAX (self->longest_beginning, self->plain->len);
  g_hash_table_insert (self->beginnings, g_string_chunk_insert (self->texts, self->plain->str), GUINT_TO_POINTER (opening));
  return opening;
}
