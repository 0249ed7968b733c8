/* The reading of the weights of words: what a line may hold is said in docs/watch.md. */
#include "interview/fw-word-weights.h"

#include <string.h>

#define NOT_YET G_MAXUINT

/* Where the reading of a file stands. */
typedef struct
{
  FwWordWeights *weights;
  FwLexicon *lexicon;
  const char *path;
  guint line;
} FwWeightsReading;

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (FwWeightsReading *reading,
        GError **error,
        const char *format,
        ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_LEXICON, "%s:%u: %s", reading->path, reading->line, reason);
  return FALSE;
}

/* A number from 0 to 1, in hundredths or thousandths. */
static gboolean
read_share (FwWeightsReading *reading,
            const char *text,
            double *share,
            GError **error)
{
  char *end = NULL;

  *share = text != NULL ? g_ascii_strtod (text, &end) : -1;
  if (text == NULL || *text == '\0' || *end != '\0' || !(*share >= 0 && *share <= 1))
    return refuse (reading, error, "‘%s’ is no share between 0 and 1", text != NULL ? text : "");
  return TRUE;
}

/* The first class stands for none: what is said in every talk. One that the lexicon does not have, or that a company began anew, is not alerted to. */
static void
read_classes (FwWeightsReading *reading,
              char **names)
{
  for (; *names != NULL; names++)
    {
      FwPhrase *phrase = g_new0 (FwPhrase, 1);
      FwPhraseClass *class = fw_lexicon_find_class (reading->lexicon, *names);

      phrase->of = class != NULL && !class->begun_anew ? class : NULL;
      phrase->text = phrase->example = "";
      phrase->chinese = reading->weights->chinese;
      phrase->role = FW_PHRASE_WEIGHED;
      g_ptr_array_add (reading->weights->phrases, phrase);
    }
}

/* "3:41": the fourth class, 0.41 for it. */
static gboolean
read_weight (FwWeightsReading *reading,
             const char *text,
             GError **error)
{
  FwWeight weight;
  char *end = NULL;
  guint64 class = g_ascii_strtoull (text, &end, 10);
  gint64 hundredths = *end == ':' ? g_ascii_strtoll (end + 1, &end, 10) : 0;

  if (end == text || *end != '\0' || class >= reading->weights->phrases->len || ABS (hundredths) > 10000)
    return refuse (reading, error, "‘%s’ is no weight of a class", text);
  weight = (FwWeight){ (guint) class, (int) hundredths };
  g_array_append_val (reading->weights->weights, weight);
  return TRUE;
}

static gboolean
read_clue (FwWeightsReading *reading,
           char **fields,
           GError **error)
{
  FwWordWeights *self = reading->weights;
  FwClue clue = { g_string_chunk_insert (self->texts, fields[0]), self->weights->len, 0 };

  if (*fields[0] == '\0')
    return refuse (reading, error, "no word before the weights");
  for (char **field = fields + 1; *field != NULL; field++, clue.n++)
    if (!read_weight (reading, *field, error))
      return FALSE;
  g_array_append_val (self->clues, clue);
  return TRUE;
}

static double *
find_share (FwWordWeights *self,
            const char *name)
{
  const struct
  {
    const char *name;
    double *share;
  } shares[] = {
    { "@any", &self->any },   { "@own", &self->own },       { "@least", &self->least },
    { "@part", &self->part }, { "@danger", &self->danger }, { "@doubt", &self->doubt },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    if (g_str_equal (name, shares[i].name))
      return shares[i].share;
  return NULL;
}

/* What begins with “@” is no word of talk. */
static gboolean
read_fields (FwWeightsReading *reading,
             char **fields,
             GError **error)
{
  FwWordWeights *self = reading->weights;
  double *share = find_share (self, fields[0]);

  if (g_str_equal (fields[0], "@classes") && self->phrases->len == 0)
    read_classes (reading, fields + 1);
  else if (share != NULL)
    return read_share (reading, fields[1], share, error);
  else if (g_str_equal (fields[0], "@employee"))
    {
      self->employee = self->clues->len;
      return read_clue (reading, fields, error);
    }
  else if (g_str_equal (fields[0], "@interviewer"))
    {
      self->interviewer = self->clues->len;
      return read_clue (reading, fields, error);
    }
  else if (fields[0][0] == '@')
    return refuse (reading, error, "‘%s’ is nothing that is known here", fields[0]);
  else
    return read_clue (reading, fields, error);
  return TRUE;
}

static gboolean
read_lines (FwWeightsReading *reading,
            char *text,
            GError **error)
{
  char *next;

  for (char *line = text; line != NULL; line = next)
    {
      g_auto (GStrv) fields = NULL;

      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      reading->line++;
      if (*line == '\0' || *line == '#')
        continue;
      fields = g_strsplit (line, "\t", -1);
      if (!read_fields (reading, fields, error))
        return FALSE;
    }
  if (reading->weights->phrases->len < 2 || reading->weights->employee == NOT_YET || reading->weights->interviewer == NOT_YET)
    return refuse (reading, error, "@classes, @employee and @interviewer have to be there");
  return TRUE;
}

/**
 * _fw_word_weights_read:
 * @lexicon: whose classes they are for
 *
 * Returns: (transfer full) (nullable): what the file says; %NULL with file, line and reason where it is malformed
 */
FwWordWeights *
_fw_word_weights_read (FwLexicon *lexicon,
                       const char *path,
                       gboolean chinese,
                       GError **error)
{
  g_autoptr (FwWordWeights) self = g_new0 (FwWordWeights, 1);
  FwWeightsReading reading = { self, lexicon, path, 0 };
  g_autofree char *text = NULL;

  self->chinese = chinese;
  self->any = self->own = self->danger = 1;
  self->phrases = g_ptr_array_new_with_free_func (g_free);
  self->clues = g_array_new (FALSE, FALSE, sizeof (FwClue));
  self->weights = g_array_new (FALSE, FALSE, sizeof (FwWeight));
  self->texts = g_string_chunk_new (64 * 1024);
  self->employee = self->interviewer = NOT_YET;
  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  if (!g_utf8_validate (text, -1, NULL))
    {
      refuse (&reading, error, "is not UTF-8");
      return NULL;
    }
  return read_lines (&reading, text, error) ? g_steal_pointer (&self) : NULL;
}

void
_fw_word_weights_free (FwWordWeights *self)
{
  g_ptr_array_unref (self->phrases);
  g_array_unref (self->clues);
  g_array_unref (self->weights);
  g_string_chunk_free (self->texts);
  g_free (self);
}
