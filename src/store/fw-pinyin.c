#include "store/fw-pinyin.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

struct _FwPinyin
{
  GMutex lock;             /* one name is read at a time */
  UTransliterator *to_latin;
  UTransliterator *to_ascii;
  GHashTable *syllables;   /* what has been asked for, by character and place: asking costs thirty times as much */
};

/* Added to a character at the begin of a name, where it is read as a surname. */
#define AS_SURNAME 0x80000000u
/* Any character that changes nothing of the next: behind it one is read as in a given name. */
#define SOME_SURNAME "王"

/* Characters that are read otherwise before one other character, also where ICU is asked for each by itself. */
static const char *const read_by_the_next[] = { "令狐", "万俟", "澹台", "长孙" };

/*
 * Surnames that are read in two ways, or that ICU reads as the common word: every reading is found, the
 * first one sorts.
 */
static const struct
{
  const char *surname;
  const char *readings[2];
} surnames[] = {
  { "朴", { "piao", "pu" } },
  { "乐", { "yue", "le" } },
  { "覃", { "qin", "tan" } },
  { "盖", { "ge", "gai" } },
  { "缪", { "miao", "mou" } },
  { "员", { "yun", "yuan" } },
  { "召", { "shao", "zhao" } },
  { "折", { "she", "zhe" } },
  { "种", { "chong", "zhong" } },
  { "繁", { "po", "fan" } },
  { "逄", { "pang", "feng" } },
  { "贠", { "yun", "yuan" } },
  { "祭", { "zhai", "ji" } },
  { "黑", { "he", "hei" } },
  { "秘", { "bi", "mi" } },
};

static UTransliterator *
open_transliterator (const char *id)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[64];
  int32_t length = 0;
  UTransliterator *self;

  u_strFromUTF8 (name, G_N_ELEMENTS (name), &length, id, -1, &status);
  self = utrans_openU (name, length, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    g_error ("ICU has no transliterator %s: %s", id, u_errorName (status));
  return self;
}

FwPinyin *
_fw_pinyin_new (void)
{
  FwPinyin *self = g_new0 (FwPinyin, 1);

  g_mutex_init (&self->lock);
  self->syllables = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
_fw_pinyin_free (FwPinyin *self)
{
  g_clear_pointer (&self->to_latin, utrans_close);
  g_clear_pointer (&self->to_ascii, utrans_close);
  g_hash_table_unref (self->syllables);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static char *
transliterate (UTransliterator *transliterator,
               const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0, limit, capacity = (int32_t) strlen (text) * 8 + 16, bytes = 0;
  g_autofree UChar *wide = g_new (UChar, capacity);
  char *result;

  u_strFromUTF8 (wide, capacity, &length, text, -1, &status);
  limit = length;
  utrans_transUChars (transliterator, wide, &length, capacity, 0, &limit, &status);
  if (U_FAILURE (status))
    return g_strdup (text);
  result = g_malloc ((gsize) length * 4 + 1);
  u_strToUTF8 (result, length * 4 + 1, &bytes, wide, length, &status);
  result[bytes] = '\0';
  return result;
}

/* Pinyin is typed with v for ü. Only in toned syllables: the others are from a name that was Latin before. */
static char *
mark_umlauts (const char *latin)
{
  static const char *const toned[][2] = {
    { "ǖ", "v" }, { "ǘ", "v" }, { "ǚ", "v" }, { "ǜ", "v" },
    { "üē", "vē" }, { "üé", "vé" }, { "üě", "vě" }, { "üè", "vè" },
  };
  GString *text = g_string_new (latin);

  for (guint i = 0; i < G_N_ELEMENTS (toned); i++)
    g_string_replace (text, toned[i][0], toned[i][1], 0);
  return g_string_free (text, FALSE);
}

/*
 * Latin letters without their marks. Taking a letter apart does for all of pinyin and most of Latin; only
 * what is left (ø, ß) needs the transliterator, which costs more than all the rest.
 */
static char *
strip_marks (FwPinyin *self,
             const char *latin)
{
  g_autofree char *apart = g_utf8_normalize (latin, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean ascii = TRUE;

  for (const char *c = apart; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter >= 0x300 && letter <= 0x36f)
        continue;
      ascii &= letter < 0x80;
      g_string_append_unichar (plain, g_unichar_tolower (letter));
    }
  return ascii ? g_string_free (g_steal_pointer (&plain), FALSE) : transliterate (self->to_ascii, plain->str);
}

/* Letters and digits in words of one space between them. */
static char *
tidy (const char *ascii)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (text, *c);
    else if (*c != '\'' && text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
add_surname_readings (const char *name,
                      const char *reading)
{
  const char *rest = strchr (reading, ' ');

  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    if (g_str_has_prefix (name, surnames[i].surname))
      {
        const char *given = rest != NULL ? rest : "";

        return g_strdup_printf ("%s%s; %s%s", surnames[i].readings[0], given, surnames[i].readings[1], given);
      }
  return g_strdup (reading);
}

/* Reads a text in one piece, without the further readings of its surname; (transfer full). */
static char *
read_whole (FwPinyin *self,
            const char *text)
{
  g_autofree char *latin = transliterate (self->to_latin, text);
  g_autofree char *marked = mark_umlauts (latin);
  g_autofree char *ascii = strip_marks (self, marked);

  return tidy (ascii);
}

static gboolean
depends_on_next (const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (read_by_the_next); i++)
    if (g_str_has_prefix (at, read_by_the_next[i]))
      return TRUE;
  return FALSE;
}

static char *
ask_syllable (FwPinyin *self,
              const char *at,
              gboolean as_surname)
{
  g_autofree char *text = g_strdup_printf ("%s%.*s", as_surname ? "" : SOME_SURNAME, (int) (g_utf8_next_char (at) - at), at);
  char *reading = read_whole (self, text);
  char *last = as_surname ? NULL : strchr (reading, ' ');

  /* A character that nobody can read leaves the neutral one alone. */
  if (!as_surname)
    memmove (reading, last != NULL ? last + 1 : "", strlen (last != NULL ? last + 1 : "") + 1);
  return reading;
}

static const char *
get_syllable (FwPinyin *self,
              const char *at,
              gboolean as_surname)
{
  gpointer key = GUINT_TO_POINTER (g_utf8_get_char (at) | (as_surname ? AS_SURNAME : 0));
  char *syllable = g_hash_table_lookup (self->syllables, key);

  if (syllable == NULL)
    {
      syllable = ask_syllable (self, at, as_surname);
      g_hash_table_insert (self->syllables, key, syllable);
    }
  return syllable;
}

/* Character by character; NULL where that would not be the reading of the whole: a name that is not all Chinese. */
static char *
read_syllables (FwPinyin *self,
                const char *name)
{
  g_autoptr (GString) reading = g_string_sized_new (32);

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *syllable;

      if (g_unichar_get_script (g_utf8_get_char (at)) != G_UNICODE_SCRIPT_HAN || depends_on_next (at))
        return NULL;
      syllable = get_syllable (self, at, at == name);
      if (reading->len > 0 && *syllable != '\0')
        g_string_append_c (reading, ' ');
      g_string_append (reading, syllable);
    }
  return g_string_free (g_steal_pointer (&reading), FALSE);
}

static void
open_both (FwPinyin *self)
{
  if (self->to_latin != NULL)
    return;
  self->to_latin = open_transliterator ("Han-Latin/Names");
  self->to_ascii = open_transliterator ("Latin-ASCII; Lower");
}

/*
 * The readings of a name: syllables behind a space, further readings behind a semicolon ("piao shu; pu
 * shu"), lower case, ü as v. Surnames are read as surnames (单 shan, 仇 qiu, 解 xie). NULL where nothing
 * can be read; (transfer full).
 */
char *
_fw_pinyin_read (FwPinyin *self,
                 const char *name)
{
  g_autofree char *reading = NULL;

  g_mutex_lock (&self->lock);
  open_both (self);
  reading = read_syllables (self, name);
  if (reading == NULL)
    reading = read_whole (self, name);
  g_mutex_unlock (&self->lock);
  return *reading != '\0' ? add_surname_readings (name, reading) : NULL;
}

/*
 * Every end of a reading, joined: "wang hai yang" gives wanghaiyang, haiyang, yang, of which any
 * beginning is found.
 */
static void
append_ends (GString *words,
             const char *const *syllables,
             gboolean initials_only)
{
  for (guint i = 0; syllables[i] != NULL; i++)
    {
      for (guint j = i; syllables[j] != NULL; j++)
        if (initials_only)
          g_string_append_len (words, syllables[j], 1);
        else
          g_string_append (words, syllables[j]);
      g_string_append_c (words, ' ');
    }
}

static char *
join_ends (const char *readings,
           gboolean initials_only)
{
  g_auto (GStrv) each = g_strsplit (readings != NULL ? readings : "", ";", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (each[i], -1);
      g_autofree char *reading = tidy (lower);
      g_auto (GStrv) syllables = g_strsplit (reading, " ", -1);

      append_ends (words, (const char *const *) syllables, initials_only);
      /* Some type lu for lü. */
      if (!initials_only && strchr (reading, 'v') != NULL)
        {
          g_auto (GStrv) plain = g_strsplit (g_strdelimit (reading, "v", 'u'), " ", -1);

          append_ends (words, (const char *const *) plain, FALSE);
        }
    }
  return g_string_free (words, FALSE);
}

/* What the index keeps for a search by pinyin; (transfer full). */
char *
_fw_pinyin_get_words (const char *readings)
{
  return join_ends (readings, FALSE);
}

/* What the index keeps for a search by initials; (transfer full). */
char *
_fw_pinyin_get_initials (const char *readings)
{
  return join_ends (readings, TRUE);
}
