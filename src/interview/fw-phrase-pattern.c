/* How a phrase is written (docs/watch.md): parts with gaps or a “&” between them, alternatives in brackets, lists of words in braces. */
#include "interview/fw-phrase-pattern.h"

#include <string.h>

/* More ways of saying one part than anybody would have meant. */
#define MOST_WAYS 400

/* The reading of one part. */
typedef struct
{
  FwLexicon *lexicon;
  gboolean chinese;
  const char *at;
  guint depth;
  char **reason;
} FwWays;

static void
part_clear (FwPatternPart *part)
{
  g_free (part->text);
}

/**
 * _fw_pattern_split:
 * @text: a phrase as written, without its marks
 *
 * Returns: (transfer full) (element-type FwPatternPart): its parts in the order they are written, empty ones among them
 */
GArray *
_fw_pattern_split (const char *text)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (FwPatternPart));
  FwGap gap = FW_GAP_NONE;

  g_array_set_clear_func (parts, (GDestroyNotify) part_clear);
  for (;;)
    {
      gsize length = strcspn (text, "~&");
      FwPatternPart part = { g_strndup (text, length), gap };

      g_array_append_val (parts, part);
      text += length;
      if (*text == '\0')
        return parts;
      gap = *text == '&' ? FW_GAP_NONE : g_str_has_prefix (text, "~~") ? FW_GAP_FAR : FW_GAP_NEAR;
      text += gap == FW_GAP_FAR ? 2 : 1;
    }
}

static GPtrArray *
no_ways (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* Each way so far followed by each of the next piece. NULL where they become too many. */
static GPtrArray *
follow (FwWays *ways,
        GPtrArray *before,
        GPtrArray *next)
{
  g_autoptr (GPtrArray) all = no_ways ();

  if (before->len * next->len > MOST_WAYS)
    {
      *ways->reason = g_strdup_printf ("has more than %d ways to be said", MOST_WAYS);
      return NULL;
    }
  for (guint i = 0; i < before->len; i++)
    for (guint j = 0; j < next->len; j++)
      g_ptr_array_add (all, g_strconcat (before->pdata[i], next->pdata[j], NULL));
  return g_steal_pointer (&all);
}

static GPtrArray *
read_list (FwWays *ways)
{
  gsize length = strcspn (++ways->at, "}");
  g_autofree char *key = g_strdup_printf ("%s:%.*s", ways->chinese ? "zh" : "en", (int) length, ways->at);
  GPtrArray *words = g_hash_table_lookup (ways->lexicon->words, key);

  if (ways->at[length] == '\0' || words == NULL)
    {
      *ways->reason = g_strdup_printf ("there is no list of words ‘%.*s’ in its language", (int) length, ways->at);
      return NULL;
    }
  ways->at += length + 1;
  return g_ptr_array_ref (words);
}

static GPtrArray *read_ways (FwWays *ways);

/* "(a|b|)": one of these, or nothing. */
static GPtrArray *
read_bracket (FwWays *ways)
{
  g_autoptr (GPtrArray) all = no_ways ();

  if (++ways->depth > 4)
    {
      *ways->reason = g_strdup ("has brackets in brackets in brackets");
      return NULL;
    }
  do
    {
      GPtrArray *some;

      ways->at++;
      some = read_ways (ways);
      if (some == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, some);
    }
  while (*ways->at == '|');
  if (*ways->at != ')')
    {
      *ways->reason = g_strdup ("has a bracket that is not closed, or a gap within one");
      return NULL;
    }
  ways->at++;
  ways->depth--;
  return g_steal_pointer (&all);
}

static GPtrArray *
read_plain (FwWays *ways)
{
  gsize length = strcspn (ways->at, "(|){}");
  GPtrArray *one = no_ways ();

  g_ptr_array_add (one, g_strndup (ways->at, length));
  ways->at += length;
  return one;
}

static GPtrArray *
read_ways (FwWays *ways)
{
  g_autoptr (GPtrArray) all = no_ways ();

  g_ptr_array_add (all, g_strdup (""));
  while (*ways->at != '\0' && *ways->at != '|' && *ways->at != ')')
    {
      g_autoptr (GPtrArray) next = NULL;
      GPtrArray *longer;

      if (*ways->at == '}')
        {
          *ways->reason = g_strdup ("has a brace that was not opened");
          return NULL;
        }
      next = *ways->at == '(' ? read_bracket (ways) : *ways->at == '{' ? read_list (ways) : read_plain (ways);
      longer = next != NULL ? follow (ways, all, next) : NULL;
      if (longer == NULL)
        return NULL;
      g_ptr_array_unref (all);
      all = longer;
    }
  return g_steal_pointer (&all);
}

/**
 * _fw_pattern_expand:
 * @part: a part of a phrase as written
 * @reason: (out): why it could not
 *
 * Returns: (transfer full) (nullable) (element-type utf8): every way to say it, the first as it reads first; each may end in “*”
 */
GPtrArray *
_fw_pattern_expand (FwLexicon *lexicon,
                    gboolean chinese,
                    const char *part,
                    char **reason)
{
  FwWays ways = { lexicon, chinese, part, 0, reason };
  g_autoptr (GPtrArray) all = NULL;

  /* Most parts can be said in one way only. */
  all = strpbrk (part, "(|){}") == NULL ? read_plain (&ways) : read_ways (&ways);
  if (all != NULL && *ways.at != '\0')
    {
      *reason = g_strdup_printf ("has a ‘%c’ outside a bracket", *ways.at);
      return NULL;
    }
  return g_steal_pointer (&all);
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* A word found by itself has to be long enough not to be in everything. */
static char *
check_way (const char *way,
           gboolean alone)
{
  if (!has_letter (way))
    return g_strdup ("has nothing before, behind or between its gaps");
  if (alone && g_utf8_strlen (way, -1) < 2)
    return g_strdup ("is too short: one character is in too many other words");
  return NULL;
}

static char *
check_part (FwLexicon *lexicon,
            const FwPhrase *phrase,
            const FwPatternPart *part,
            gboolean alone,
            char **reason)
{
  g_autoptr (GPtrArray) all = _fw_pattern_expand (lexicon, phrase->chinese, part->text, reason);

  for (guint i = 0; all != NULL && i < all->len && *reason == NULL; i++)
    *reason = check_way (all->pdata[i], alone);
  return *reason == NULL ? g_strdup (all->pdata[0]) : NULL;
}

/**
 * _fw_pattern_check:
 * @reason: (out): what is wrong with it
 *
 * Returns: (transfer full) (nullable): the phrase as somebody may say it, with the first of its alternatives and “~” where something may stand
 *   between; %NULL where it is not well written
 */
char *
_fw_pattern_check (FwLexicon *lexicon,
                   const FwPhrase *phrase,
                   char **reason)
{
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GString) example = NULL;

  *reason = NULL;
  if (strpbrk (phrase->text, "~&(|){}*") == NULL)
    {
      *reason = check_way (phrase->text, TRUE);
      return *reason == NULL ? g_strdup (phrase->text) : NULL;
    }
  parts = _fw_pattern_split (phrase->text);
  example = g_string_new (NULL);
  if (phrase->role == FW_PHRASE_EXCEPTION && parts->len > 1)
    *reason = g_strdup ("an exception has no gap");
  for (guint i = 0; i < parts->len && *reason == NULL; i++)
    {
      const FwPatternPart *part = &g_array_index (parts, FwPatternPart, i);
      g_autofree char *first = check_part (lexicon, phrase, part, parts->len == 1, reason);

      if (first != NULL && i > 0)
        g_string_append_c (example, '~');
      if (first != NULL)
        g_string_append_len (example, first, (gssize) strcspn (first, "*"));
    }
  return *reason == NULL ? g_string_free (g_steal_pointer (&example), FALSE) : NULL;
}
