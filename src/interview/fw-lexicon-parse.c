#include "interview/fw-lexicon-private.h"

#include <string.h>

#include "interview/fw-han.h"
#include "interview/fw-phrase-pattern.h"

/* The reading of one file. */
typedef struct
{
  FwLexicon *lexicon;
  const char *file;
  gboolean reviewed;
  gboolean weighed;    /* weights of words lie beside it */
  GHashTable *seen;    /* FwPhrase: nothing stands twice in a file */
  FwPhraseClass *of;   /* of the list that is being read; NULL where it has none */
  FwXmlNode *list;
  gboolean chinese;
  FwPhraseRole role;
} FwLexiconReading;

G_GNUC_PRINTF (4, 5)
static gboolean
refuse (FwLexiconReading *reading,
        int line,
        GError **error,
        const char *format,
        ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_LEXICON, "%s:%d: %s", reading->file, line, reason);
  return FALSE;
}

static gboolean
has_han (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (fw_han_is (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

static gboolean
read_severity (const char *word,
               FwAlertSeverity *severity)
{
  for (FwAlertSeverity each = FW_ALERT_INFO; each <= FW_ALERT_CRITICAL; each++)
    if (g_strcmp0 (word, fw_alert_severity_to_string (each)) == 0)
      {
        *severity = each;
        return TRUE;
      }
  return FALSE;
}

static FwSpeaker
read_speaker (const char *word)
{
  if (g_str_equal (word, "employee"))
    return FW_SPEAKER_EMPLOYEE;
  return g_str_equal (word, "interviewer") ? FW_SPEAKER_INTERVIEWER : FW_SPEAKER_ANY;
}

/* What is given replaces what was there. */
static void
read_said (FwXmlNode *around,
           const char *name,
           FwSaid *said)
{
  FwXmlNode *node = fw_xml_node_child (around, name);
  const char *zh = node != NULL ? fw_xml_node_get (node, "zh") : NULL;
  const char *en = node != NULL ? fw_xml_node_get (node, "en") : NULL;

  if (node == NULL)
    return;
  g_free (said->zh);
  g_free (said->en);
  said->zh = g_strdup (zh != NULL ? zh : "");
  said->en = g_strdup (en != NULL ? en : "");
}

static void
said_free (FwSaid *self)
{
  g_free (self->zh);
  g_free (self->en);
  g_free (self);
}

/* Takes the marks off a line: "=phrase", "brib*", "phrase@caution". */
static gboolean
read_marks (FwLexiconReading *reading,
            FwPhrase *phrase,
            char *text,
            int line,
            GError **error)
{
  char *at = strrchr (text, '@');
  gsize length;

  if (at != NULL)
    {
      if (!read_severity (at + 1, &phrase->severity))
        return refuse (reading, line, error, "‘%s’ is no severity: info, caution, high or critical", at + 1);
      *at = '\0';
      phrase->own_severity = TRUE;
    }
  phrase->exact = *text == '=';
  text += phrase->exact;
  length = strlen (text);
  phrase->open_end = length > 0 && text[length - 1] == '*';
  phrase->text = g_string_chunk_insert_len (reading->lexicon->texts, text, (gssize) (length - phrase->open_end));
  return TRUE;
}

static guint
phrase_hash_cb (gconstpointer phrase)
{
  return g_str_hash (((const FwPhrase *) phrase)->text);
}

static gboolean
phrase_equal_cb (gconstpointer a,
                 gconstpointer b)
{
  const FwPhrase *first = a, *second = b;

  return first->of == second->of && first->chinese == second->chinese &&
         (first->role <= FW_PHRASE_WEAK ? second->role <= FW_PHRASE_WEAK : first->role == second->role) &&
         strcmp (first->text, second->text) == 0;
}

static gboolean
check_phrase (FwLexiconReading *reading,
              FwPhrase *phrase,
              int line,
              GError **error)
{
  g_autofree char *reason = NULL;

  if (strlen (phrase->text) > 500)
    return refuse (reading, line, error, "a phrase is longer than anybody says it");
  if (!phrase->chinese && has_han (phrase->text))
    return refuse (reading, line, error, "‘%s’ stands among the English phrases and has a Chinese character", phrase->text);
  return _fw_pattern_read_phrase (reading->lexicon, phrase, &reason) || refuse (reading, line, error, "‘%s’ %s", phrase->text, reason);
}

static FwPhraseRole
read_role (FwXmlNode *list)
{
  if (fw_xml_node_is (list, "except"))
    return FW_PHRASE_EXCEPTION;
  if (fw_xml_node_is (list, "unless"))
    return FW_PHRASE_UNLESS;
  return g_strcmp0 (fw_xml_node_get (list, "weak"), "true") == 0 ? FW_PHRASE_WEAK : FW_PHRASE_STRONG;
}

static gboolean
add_phrase (FwLexiconReading *reading,
            char *text,
            int line,
            GError **error)
{
  FwPhrase *phrase = g_new0 (FwPhrase, 1);

  g_ptr_array_add (reading->lexicon->phrases, phrase);
  phrase->of = reading->of;
  phrase->chinese = reading->chinese;
  phrase->role = reading->role;
  phrase->weighed = reading->weighed;
  phrase->severity = reading->of->severity;
  if (!read_marks (reading, phrase, text, line, error) || !check_phrase (reading, phrase, line, error))
    return FALSE;
  return g_hash_table_add (reading->seen, phrase) ||
         refuse (reading, line, error, "‘%s’ stands twice in ‘%s’", phrase->text, reading->of->id);
}

/* A function that takes one line of the list; the text is its to change. */
typedef gboolean (*FwTakeLine) (FwLexiconReading  *reading,
                                char              *text,
                                int                line,
                                GError           **error);

/* Each line that is not empty, with its place in the file. */
static gboolean
read_lines (FwLexiconReading *reading,
            FwPhraseClass *of,
            FwXmlNode *list,
            FwTakeLine take,
            GError **error)
{
  g_autofree char *text = fw_xml_node_dup_text (list);
  int line = fw_xml_node_line (list);

  reading->of = of;
  reading->list = list;
  reading->chinese = g_str_equal (fw_xml_node_get (list, "lang"), "zh");
  reading->role = read_role (list);
  for (char *at = text, *end; at != NULL; at = end, line++)
    {
      end = strchr (at, '\n');
      if (end != NULL)
        *end++ = '\0';
      g_strstrip (at);
      if (*at != '\0' && !take (reading, at, line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_negation (FwLexiconReading *reading,
              char *text,
              int line,
              GError **error)
{
  FwNegation *negation = g_new0 (FwNegation, 1);
  g_autofree char *reason = NULL;

  g_ptr_array_add (reading->lexicon->negations, negation);
  negation->text = g_string_chunk_insert (reading->lexicon->texts, text);
  negation->chinese = reading->chinese;
  if (negation->chinese != has_han (text))
    return refuse (reading, line, error, "‘%s’ is not a negation of its language", text);
  return _fw_pattern_read_negation (reading->lexicon, negation, &reason) || refuse (reading, line, error, "‘%s’ %s", text, reason);
}

static FwWayList *
find_or_add_words (FwLexiconReading *reading)
{
  g_autofree char *key = g_strdup_printf ("%s:%s", fw_xml_node_get (reading->list, "lang"), fw_xml_node_get (reading->list, "id"));
  FwWayList *words = g_hash_table_lookup (reading->lexicon->words, key);

  if (words == NULL)
    {
      words = g_new (FwWayList, 1);
      *words = (FwWayList){ g_string_new (NULL), 0 };
      g_hash_table_insert (reading->lexicon->words, g_steal_pointer (&key), words);
    }
  return words;
}

/* The words of a list: one a line, or several with “|” between them. A list of an id that is known goes on. */
static gboolean
add_words (FwLexiconReading *reading,
           char *text,
           int line,
           GError **error)
{
  FwWayList *words = find_or_add_words (reading);
  g_auto (GStrv) some = g_strsplit (text, "|", -1);

  if (strpbrk (text, "~&(){}@=") != NULL)
    return refuse (reading, line, error, "‘%s’: a list has words, no phrases", text);
  for (guint i = 0; some[i] != NULL; i++)
    {
      g_strstrip (some[i]);
      if (*some[i] == '\0')
        return refuse (reading, line, error, "‘%s’ has an empty word", text);
      _fw_way_list_append (words, (FwWays){ some[i], strlen (some[i]), 1 });
    }
  return TRUE;
}

/* A company's class of an id that is known adds to it; with replace it begins anew, in its place. */
static void
drop_phrases (FwLexiconReading *reading,
              FwPhraseClass *of)
{
  GPtrArray *phrases = reading->lexicon->phrases;

  of->begun_anew = TRUE;
  for (guint i = phrases->len; i > 0; i--)
    if (((FwPhrase *) phrases->pdata[i - 1])->of == of)
      {
        g_hash_table_remove (reading->seen, phrases->pdata[i - 1]);
        g_ptr_array_remove_index (phrases, i - 1);
      }
}

static FwPhraseClass *
find_or_add_class (FwLexiconReading *reading,
                   FwXmlNode *node)
{
  FwLexicon *self = reading->lexicon;
  const char *id = fw_xml_node_get (node, "id");
  FwPhraseClass *class = g_hash_table_lookup (self->by_id, id);

  if (class != NULL)
    {
      if (g_strcmp0 (fw_xml_node_get (node, "replace"), "true") == 0)
        drop_phrases (reading, class);
      return class;
    }
  class = g_new0 (FwPhraseClass, 1);
  class->id = g_strdup (id);
  class->severity = FW_ALERT_CAUTION;
  class->order = self->classes->len;
  class->avoid = g_ptr_array_new_with_free_func ((GDestroyNotify) said_free);
  class->reference = g_strdup ("");
  g_ptr_array_add (self->classes, class);
  g_hash_table_insert (self->by_id, class->id, class);
  return class;
}

/* The phrases that have no severity of their own follow their class. */
static void
set_severity (FwLexicon *self,
              FwPhraseClass *class,
              FwAlertSeverity severity)
{
  for (guint i = 0; i < self->phrases->len; i++)
    {
      FwPhrase *phrase = self->phrases->pdata[i];

      if (phrase->of == class && !phrase->own_severity)
        phrase->severity = severity;
    }
  class->severity = severity;
}

static gboolean
read_attributes (FwLexiconReading *reading,
                 FwPhraseClass *class,
                 FwXmlNode *node,
                 GError **error)
{
  const char *cooldown = fw_xml_node_get (node, "cooldown"), *speaker = fw_xml_node_get (node, "speaker");
  const char *reference = fw_xml_node_get (node, "reference"), *danger = fw_xml_node_get (node, "danger");
  FwAlertSeverity severity;

  g_free (class->file);
  class->file = g_strdup (reading->file);
  class->line = fw_xml_node_line (node);
  class->reviewed = reading->reviewed;
  if (read_severity (fw_xml_node_get (node, "severity"), &severity))
    set_severity (reading->lexicon, class, severity);
  if (speaker != NULL)
    class->speaker = read_speaker (speaker);
  if (cooldown != NULL)
    class->cooldown_seconds = (guint) g_ascii_strtoull (cooldown, NULL, 10);
  if (danger != NULL)
    class->danger = g_str_equal (danger, "true");
  if (class->danger && class->severity != FW_ALERT_CRITICAL)
    return refuse (reading, class->line, error, "‘%s’ is a danger to life and has to be critical", class->id);
  if (reference != NULL)
    {
      g_free (class->reference);
      class->reference = g_strdup (reference);
    }
  return TRUE;
}

static gboolean
read_class (FwLexiconReading *reading,
            FwXmlNode *node,
            GError **error)
{
  FwPhraseClass *class = find_or_add_class (reading, node);

  if (!read_attributes (reading, class, node, error))
    return FALSE;
  read_said (node, "title", &class->title);
  read_said (node, "meaning", &class->meaning);
  read_said (node, "prompt", &class->prompt);
  read_said (node, "say", &class->say);
  if (fw_xml_node_child (node, "avoid") != NULL)
    g_ptr_array_set_size (class->avoid, 0);
  for (FwXmlNode *child = fw_xml_node_child (node, NULL); child != NULL; child = fw_xml_node_next (child, NULL))
    {
      if (fw_xml_node_is (child, "avoid"))
        {
          FwSaid *said = g_new0 (FwSaid, 1);

          said->zh = g_strdup (fw_xml_node_get (child, "zh"));
          said->en = g_strdup (fw_xml_node_get (child, "en"));
          g_ptr_array_add (class->avoid, said);
        }
      else if ((fw_xml_node_is (child, "phrases") || fw_xml_node_is (child, "except") || fw_xml_node_is (child, "unless")) &&
               !read_lines (reading, class, child, add_phrase, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * _fw_lexicon_read_words:
 * @xml: the file, valid
 *
 * Adds the lists of words that phrases name: of all files before the first phrase. Returns: whether it could; otherwise file, line and reason
 */
gboolean
_fw_lexicon_read_words (FwLexicon *self,
                        const char *path,
                        FwXml *xml,
                        GError **error)
{
  FwLexiconReading reading = { .lexicon = self, .file = path };

  for (FwXmlNode *node = fw_xml_node_child (fw_xml_get_root (xml), "words"); node != NULL; node = fw_xml_node_next (node, "words"))
    if (!read_lines (&reading, NULL, node, add_words, error))
      return FALSE;
  return TRUE;
}

/**
 * _fw_lexicon_read_file:
 * @xml: the file, valid
 * @weighed: weights of words lie beside it
 *
 * Adds what a file says to what is known. Returns: whether it could; otherwise file, line and reason
 */
gboolean
_fw_lexicon_read_file (FwLexicon *self,
                       const char *path,
                       FwXml *xml,
                       gboolean weighed,
                       GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (phrase_hash_cb, phrase_equal_cb);
  FwLexiconReading reading = { .lexicon = self, .file = path, .weighed = weighed, .seen = seen };
  FwXmlNode *root = fw_xml_get_root (xml), *review = fw_xml_node_child (root, "review");

  reading.reviewed = review != NULL && *fw_xml_node_get (review, "by") != '\0';
  for (FwXmlNode *node = fw_xml_node_child (root, NULL); node != NULL; node = fw_xml_node_next (node, NULL))
    {
      if (fw_xml_node_is (node, "class") && !read_class (&reading, node, error))
        return FALSE;
      if (fw_xml_node_is (node, "negations") && !read_lines (&reading, NULL, node, add_negation, error))
        return FALSE;
      if (fw_xml_node_is (node, "contraction"))
        g_hash_table_replace (self->contractions, g_strdup (fw_xml_node_get (node, "short")),
                              g_strdup (fw_xml_node_get (node, "full")));
    }
  return TRUE;
}

static gboolean
is_said (const FwSaid *said)
{
  return said->zh != NULL && *said->zh != '\0' && said->en != NULL && *said->en != '\0';
}

/**
 * _fw_lexicon_is_complete:
 *
 * Returns: whether every class says in both languages what it is and what to do; otherwise the class's file, line and reason
 */
gboolean
_fw_lexicon_is_complete (FwLexicon *self,
                         GError **error)
{
  for (guint i = 0; i < self->classes->len; i++)
    {
      const FwPhraseClass *class = self->classes->pdata[i];
      const char *missing = !is_said (&class->title) ? "title" : !is_said (&class->prompt) ? "prompt" : NULL;

      if (missing != NULL)
        {
          g_set_error (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_LEXICON, "%s:%d: class ‘%s’ has no %s in both languages",
                       class->file, class->line, class->id, missing);
          return FALSE;
        }
    }
  return TRUE;
}
