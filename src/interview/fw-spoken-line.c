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

/* Where the reading of a line stands. */
typedef struct
{
  FwSpokenLine *line;
  guint32 word_first; /* of the word being read */
  guint32 word_end;
  gboolean apart;     /* something between words has been passed */
  guint32 pauses;     /* commas and colons so far */
} FwReading;

FwSpokenLine *
_fw_spoken_line_new (GHashTable *contractions)
{
  FwSpokenLine *self = g_new0 (FwSpokenLine, 1);

  self->room = 256;
  self->symbols = g_new (FwSpoken, self->room);
  self->contractions = contractions;
  self->word = g_string_new (NULL);
  return self;
}

void
_fw_spoken_line_free (FwSpokenLine *self)
{
  g_free (self->symbols);
  g_string_free (self->word, TRUE);
  g_free (self);
}

static void
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
  line->symbols[line->n_symbols++] = (FwSpoken){ symbol, first, end, reading->pauses };
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

/* The word that has been read, as it is or written out. */
static void
end_word (FwReading *reading)
{
  GString *word = reading->line->word;
  GHashTable *contractions = reading->line->contractions;
  const char *full = NULL;

  if (word->len == 0)
    return;
  while (word->str[word->len - 1] == '\'')
    g_string_truncate (word, word->len - 1);
  separate (reading, reading->word_first);
  if (contractions != NULL)
    full = g_hash_table_lookup (contractions, word->str);
  for (const char *at = full != NULL ? full : word->str; *at != '\0'; at = g_utf8_next_char (at))
    if (*at != '\'')
      emit (reading, g_utf8_get_char (at), reading->word_first, reading->word_end);
  g_string_truncate (word, 0);
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
  if (c < 0x80 ? g_ascii_isalnum ((char) c) || c == '+' : g_unichar_isalnum (c))
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

/* One character that needs no taking apart; @next is the one behind it. */
static void
read_plain (FwReading *reading,
            gunichar c,
            gunichar next,
            guint32 at)
{
  FwKind kind = kind_of (c);
  GString *word = reading->line->word;

  if (kind == A_STOP)
    kind = next == 0 || g_unichar_isspace (next) || fw_han_is (next) ? AN_END : A_SEPARATOR;
  if (kind == A_LETTER || (kind == AN_APOSTROPHE && word->len > 0))
    {
      if (word->len == 0)
        reading->word_first = at;
      g_string_append_unichar (word, kind == A_LETTER ? g_unichar_tolower (c) : '\'');
      if (kind == A_LETTER)
        reading->word_end = at + 1;
    }
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

/* As g_utf8_get_char(), of which Chinese calls for one a character: those of three bytes are read here. */
static inline gunichar
get_character (const char *text)
{
  const guchar *bytes = (const guchar *) text;

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
  for (const char *here = text; here < end; at++)
    {
      gunichar c = get_character (here), next;

      here = g_utf8_next_char (here);
      if (c >= FW_HAN_FIRST && c <= FW_HAN_LAST)
        {
          read_han (&reading, c, at);
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
}
