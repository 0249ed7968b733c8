/* How a phrase is written (docs/watch.md): parts with gaps or a “&” between them, alternatives in brackets, lists of words in braces. */
#include "interview/fw-phrase-pattern.h"

#include <string.h>

/* More ways of saying one part than anybody would have meant. */
#define MOST_WAYS 400

/* What has a meaning of its own in a phrase: where its parts end, and within a part. */
#define BETWEEN_PARTS "~&"
#define WITHIN_PARTS "(|){}"

/* A piece of a phrase between gaps. */
typedef struct
{
  const char *text;
  gsize length;
  FwGap gap;
} FwPiece;

/* The reading of one part. */
typedef struct
{
  FwLexicon *lexicon;
  gboolean chinese;
  const char *at;
  const char *end;
  guint depth;
  char **reason;
} FwPartReading;

static FwPiece
first_piece (const char *text)
{
  return (FwPiece){ text, strcspn (text, BETWEEN_PARTS), FW_GAP_NONE };
}

/* Whether there is another one; empty ones are among them. */
static gboolean
next_piece (FwPiece *piece)
{
  const char *at = piece->text + piece->length;

  if (*at == '\0')
    return FALSE;
  piece->gap = *at == '&' ? FW_GAP_NONE : g_str_has_prefix (at, "~~") ? FW_GAP_FAR : FW_GAP_NEAR;
  piece->text = at + (piece->gap == FW_GAP_FAR ? 2 : 1);
  piece->length = strcspn (piece->text, BETWEEN_PARTS);
  return TRUE;
}

/* How long all ways are together. */
static gsize
count_bytes (FwWays ways)
{
  return ways.size - (ways.n - 1);
}

/* Each of the first is followed by each of the second. */
static FwWayList
multiply (FwWays first,
          FwWays second)
{
  FwWayList all = { NULL, first.n * second.n };
  gsize size = count_bytes (first) * second.n + count_bytes (second) * first.n + all.n - 1;
  char *at;

  all.text = g_string_sized_new (size);
  g_string_set_size (all.text, size);
  at = all.text->str;
  for (FwWay before = _fw_ways_first (first); before.text != NULL; before = _fw_ways_next (first, before))
    for (FwWay behind = _fw_ways_first (second); behind.text != NULL; behind = _fw_ways_next (second, behind))
      {
        memcpy (at, before.text, before.length);
        memcpy (at + before.length, behind.text, behind.length);
        at += before.length + behind.length;
        *at++ = '\0'; /* that of the last is the one which ends every GString */
      }
  return all;
}

static gboolean
follow (FwPartReading *reading,
        FwWayList *all,
        FwWays next)
{
  FwWayList longer;

  if (all->n * next.n > MOST_WAYS)
    {
      *reading->reason = g_strdup_printf ("has more than %d ways to be said", MOST_WAYS);
      return FALSE;
    }
  if (all->n == 1 && next.n == 1)
    {
      g_string_append_len (all->text, next.text, (gssize) next.size);
      return TRUE;
    }
  longer = multiply (_fw_way_list_view (all), next);
  _fw_way_list_clear (all);
  *all = longer;
  return TRUE;
}

static gboolean
read_list (FwPartReading *reading,
           FwWayList *all)
{
  gsize length = strcspn (++reading->at, "}");
  g_autofree char *key = g_strdup_printf ("%s:%.*s", reading->chinese ? "zh" : "en", (int) length, reading->at);
  const FwWayList *words = g_hash_table_lookup (reading->lexicon->words, key);

  if (reading->at[length] == '\0' || words == NULL)
    {
      *reading->reason = g_strdup_printf ("there is no list of words ‘%.*s’ in its language", (int) length, reading->at);
      return FALSE;
    }
  reading->at += length + 1;
  return follow (reading, all, _fw_way_list_view (words));
}

static gboolean read_ways (FwPartReading *reading, FwWayList *all);

static gboolean
read_alternatives (FwPartReading *reading,
                   FwWayList *some)
{
  if (++reading->depth > 4)
    {
      *reading->reason = g_strdup ("has brackets in brackets in brackets");
      return FALSE;
    }
  do
    {
      g_auto (FwWayList) one = { g_string_new (NULL), 1 };

      reading->at++;
      if (!read_ways (reading, &one))
        return FALSE;
      _fw_way_list_append (some, _fw_way_list_view (&one));
    }
  while (*reading->at == '|');
  if (*reading->at != ')')
    {
      *reading->reason = g_strdup ("has a bracket that is not closed, or a gap within one");
      return FALSE;
    }
  reading->at++;
  reading->depth--;
  return TRUE;
}

/* "(a|b|)": one of these, or nothing. */
static gboolean
read_bracket (FwPartReading *reading,
              FwWayList *all)
{
  g_auto (FwWayList) some = { g_string_new (NULL), 0 };

  return read_alternatives (reading, &some) && follow (reading, all, _fw_way_list_view (&some));
}

static gboolean
read_plain (FwPartReading *reading,
            FwWayList *all)
{
  FwWays one = { reading->at, strcspn (reading->at, WITHIN_PARTS BETWEEN_PARTS), 1 };

  reading->at += one.size;
  return follow (reading, all, one);
}

/* What stands up to the end of the part, of a bracket or of one of its alternatives. */
static gboolean
read_ways (FwPartReading *reading,
           FwWayList *all)
{
  while (reading->at < reading->end && *reading->at != '|' && *reading->at != ')')
    {
      gboolean read;

      if (*reading->at == '}')
        {
          *reading->reason = g_strdup ("has a brace that was not opened");
          return FALSE;
        }
      read = *reading->at == '(' ? read_bracket (reading, all) : *reading->at == '{' ? read_list (reading, all) : read_plain (reading, all);
      if (!read)
        return FALSE;
    }
  return TRUE;
}

/* Every way to say the part, the first as it reads first. */
static gboolean
expand (FwPartReading *reading,
        FwPart *part)
{
  g_auto (FwWayList) all = { g_string_new (NULL), 1 };

  if (!read_ways (reading, &all))
    return FALSE;
  if (reading->at < reading->end)
    {
      *reading->reason = g_strdup_printf ("has a ‘%c’ outside a bracket", *reading->at);
      return FALSE;
    }
  part->ways = _fw_way_list_view (&all);
  part->ways.text = g_string_chunk_insert_len (reading->lexicon->texts, all.text->str, (gssize) all.text->len);
  return TRUE;
}

static gboolean
has_letter (FwWay way)
{
  for (const char *at = way.text; at < way.text + way.length; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

static gboolean
check_ways (FwPart *part,
            char **reason)
{
  for (FwWay way = _fw_ways_first (part->ways); way.text != NULL; way = _fw_ways_next (part->ways, way))
    {
      if (!has_letter (way))
        {
          *reason = g_strdup ("has nothing before, behind or between its gaps");
          return FALSE;
        }
      part->brief |= g_utf8_next_char (way.text) == way.text + way.length;
    }
  return TRUE;
}

static FwPart *
find_or_add_part (FwLexicon *lexicon,
                  gboolean chinese,
                  const FwPiece *piece,
                  char **reason)
{
  FwPart part = { lexicon->parts->len, chinese, piece->text, piece->length, { piece->text, piece->length, 1 }, FALSE };
  FwPartReading reading = { lexicon, chinese, piece->text, piece->text + piece->length, 0, reason };
  FwPart *known = g_hash_table_lookup (lexicon->known_parts, &part);

  if (known != NULL)
    return known;
  /* Most parts can be said in one way only. */
  if (strcspn (piece->text, WITHIN_PARTS BETWEEN_PARTS) < piece->length && !expand (&reading, &part))
    return NULL;
  if (!check_ways (&part, reason))
    return NULL;
  known = g_memdup2 (&part, sizeof part);
  g_ptr_array_add (lexicon->parts, known);
  g_hash_table_add (lexicon->known_parts, known);
  return known;
}

/* A part becomes the next step. */
static const FwPart *
add_step (FwLexicon *lexicon,
          gboolean chinese,
          const FwPiece *piece,
          char **reason)
{
  const FwPart *part = find_or_add_part (lexicon, chinese, piece, reason);

  if (part != NULL)
    {
      FwPartStep step = { part->number, piece->gap };

      g_array_append_val (lexicon->steps, step);
    }
  return part;
}

/* What begins with the first way of a part, in a phrase that somebody may say. */
static void
append_example (GString *example,
                const FwPart *part)
{
  FwWay way = _fw_ways_first (part->ways);
  const char *open = memchr (way.text, '*', way.length);

  if (example->len > 0)
    g_string_append_c (example, '~');
  g_string_append_len (example, way.text, open != NULL ? open - way.text : (gssize) way.length);
}

/* A word found by itself has to be long enough not to be in everything. */
static gboolean
check_alone (const FwPart *part,
             char **reason)
{
  if (part->brief)
    *reason = g_strdup ("is too short: one character is in too many other words");
  return !part->brief;
}

/**
 * _fw_pattern_read_phrase:
 * @phrase: with its text, without marks
 * @reason: (out): what is wrong with it
 *
 * Takes the phrase apart into steps, and makes its example: the phrase as somebody may say it, with the first of its alternatives and “~”
 * where something may stand between. Returns: whether it is well written
 */
gboolean
_fw_pattern_read_phrase (FwLexicon *lexicon,
                         FwPhrase *phrase,
                         char **reason)
{
  FwPiece piece = first_piece (phrase->text);
  gboolean alone = phrase->text[piece.length] == '\0', plain = strpbrk (phrase->text, BETWEEN_PARTS WITHIN_PARTS "*") == NULL;
  g_autoptr (GString) example = NULL;

  phrase->first_step = lexicon->steps->len;
  if (phrase->role == FW_PHRASE_EXCEPTION && !alone)
    {
      *reason = g_strdup ("an exception has no gap");
      return FALSE;
    }
  if (!plain)
    example = g_string_new (NULL);
  do
    {
      const FwPart *part = add_step (lexicon, phrase->chinese, &piece, reason);

      if (part == NULL || (alone && !check_alone (part, reason)))
        return FALSE;
      if (!plain)
        append_example (example, part);
    }
  while (next_piece (&piece));
  phrase->n_steps = lexicon->steps->len - phrase->first_step;
  phrase->example = plain ? phrase->text : g_string_chunk_insert_len (lexicon->texts, example->str, (gssize) example->len);
  return TRUE;
}

/**
 * _fw_pattern_read_negation:
 * @reason: (out): what is wrong with it
 *
 * Takes the negation apart as a phrase is. Returns: whether it is well written
 */
gboolean
_fw_pattern_read_negation (FwLexicon *lexicon,
                           FwNegation *negation,
                           char **reason)
{
  FwPiece piece = first_piece (negation->text);

  negation->first_step = lexicon->steps->len;
  do
    if (add_step (lexicon, negation->chinese, &piece, reason) == NULL)
      return FALSE;
  while (next_piece (&piece));
  negation->n_steps = lexicon->steps->len - negation->first_step;
  return TRUE;
}
