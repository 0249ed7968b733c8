#include "departure/fw-survey.h"

#include "core/fw-paths.h"

#define FILE_NAME "leaving-survey.ini"
#define ABOUT "about"

static void
question_free (gpointer data)
{
  FwSurveyQuestion *question = data;

  g_free (question->id);
  g_free (question->text);
  g_free (question);
}

void
fw_survey_free (FwSurvey *self)
{
  g_free (self->title);
  g_free (self->intro);
  g_ptr_array_unref (self->questions);
  g_free (self);
}

static gboolean
read_questions (FwSurvey *self,
                GKeyFile *file,
                const char *language,
                GError **error)
{
  g_auto (GStrv) ids = g_key_file_get_groups (file, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      FwSurveyQuestion *question;
      char *text;

      if (g_str_equal (ids[i], ABOUT))
        continue;
      text = g_key_file_get_string (file, ids[i], language, error);
      if (text == NULL)
        return FALSE;
      question = g_new0 (FwSurveyQuestion, 1);
      question->id = g_strdup (ids[i]);
      question->text = text;
      question->free = g_key_file_get_boolean (file, ids[i], "free", NULL);
      g_ptr_array_add (self->questions, question);
    }
  return TRUE;
}

/**
 * fw_survey_read:
 * @language: "zh" or "en"
 *
 * Returns: (transfer full) (nullable): the company's own questions, else those that are shipped
 */
FwSurvey *
fw_survey_read (const char *language,
                GError **error)
{
  g_autofree char *path = fw_paths_find_data (FILE_NAME);
  g_autofree char *intro = g_strconcat ("intro-", language, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (FwSurvey) self = g_new0 (FwSurvey, 1);

  self->questions = g_ptr_array_new_with_free_func (question_free);
  if (path == NULL)
    {
      g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_FAILED, FILE_NAME " is not installed");
      return NULL;
    }
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error) ||
      (self->title = g_key_file_get_string (file, ABOUT, language, error)) == NULL ||
      (self->intro = g_key_file_get_string (file, ABOUT, intro, error)) == NULL || !read_questions (self, file, language, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Paper */

static gboolean
put_company (FwFacts *facts,
             FwStore *store,
             GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) employers = NULL;

  fw_query_page (query, 0, 1);
  employers = fw_store_list (store, "employer", query, NULL, error);
  return employers != NULL &&
         (employers->len == 0 ||
          fw_facts_set (facts, "company/@name", fw_record_get (g_ptr_array_index (employers, 0), "name"), error));
}

static gboolean
put_questions (const FwSurvey *self,
               FwFacts *facts,
               GError **error)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const FwSurveyQuestion *question = self->questions->pdata[i];
      g_autofree char *text = g_strdup_printf ("survey/question[%u]/@text", i + 1);
      g_autofree char *free = g_strdup_printf ("survey/question[%u]/@free", i + 1);

      if (!fw_facts_set (facts, text, question->text, error) || (question->free && !fw_facts_set (facts, free, "true", error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * fw_survey_to_paper:
 * @made: the day
 *
 * Reads the company's name from the store: not for the main thread.
 *
 * Returns: (transfer full) (nullable): the sheet; nothing on it says whom it was sent to
 */
FwDocument *
fw_survey_to_paper (const FwSurvey *self,
                    FwStore *store,
                    FwDate made,
                    const char *language,
                    GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_new ();

  if (!fw_facts_set (facts, "survey/@title", self->title, error) || !fw_facts_set (facts, "survey/@intro", self->intro, error) ||
      !put_company (facts, store, error) || !put_questions (self, facts, error))
    return NULL;
  return fw_document_new_sheet (facts, "leaving-survey", language, made, error);
}

/* What comes back */

static char *
clean (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

static gboolean
put_answer (const FwSurveyQuestion *question,
            const FwSurveyAnswer *answer,
            const char *employee_id,
            FwDate on,
            FwCommand *command,
            GError **error)
{
  g_autofree char *text = clean (answer->text);
  FwRecord *record;

  if (answer->score > FW_SURVEY_MOST_SCORE || (question->free && answer->score > 0))
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "‘%s’ cannot be rated %u", question->id, answer->score);
      return FALSE;
    }
  if (answer->score == 0 && text == NULL)
    return TRUE;
  record = fw_command_add (command, "survey");
  fw_record_set (record, "employee-id", employee_id);
  fw_record_set_date (record, "date", on);
  fw_record_set (record, "topic", question->text);
  if (answer->score > 0)
    fw_record_set_count (record, "score", answer->score);
  fw_record_set (record, "text", text);
  return TRUE;
}

/**
 * fw_survey_take_in:
 * @answers: (array): one for each question, in their order
 * @employee_id: (nullable): whose answers they are, where the person gave a name; %NULL: nobody's, and nothing on record leads to anybody
 *
 * Puts what came back on record, a record for each question that was answered, with one event.
 *
 * Returns: (transfer full) (nullable): the event, which undo takes back; an empty sheet is refused
 */
FwEvent *
fw_survey_take_in (const FwSurvey *self,
                   FwWorkplace *workplace,
                   const FwSurveyAnswer *answers,
                   const char *employee_id,
                   GError **error)
{
  g_autoptr (FwCommand) command = fw_command_new ("survey.answer", fw_workplace_get_who (workplace), NULL);

  for (guint i = 0; i < self->questions->len; i++)
    if (!put_answer (self->questions->pdata[i], &answers[i], employee_id, fw_workplace_get_today (workplace), command, error))
      return NULL;
  if (fw_command_get_n_changes (command) == 0)
    {
      g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "no question of the sheet was answered");
      return NULL;
    }
  return fw_store_run (fw_workplace_get_store (workplace), command, NULL, error);
}

static void
count_free (gpointer data)
{
  FwSurveyCount *self = data;

  g_free (self->id);
  g_free (self->zh);
  g_free (self->en);
  g_free (self);
}

static gboolean
count_answers (FwSurveyCount *self,
               const char *topic,
               FwStore *store,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("topic", topic);
  g_autoptr (GPtrArray) rows = fw_store_list (store, "survey", query, cancellable, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const char *text = fw_record_get (rows->pdata[i], "score");
      double score = text != NULL ? g_ascii_strtod (text, NULL) : 0;

      /* What an import brought on another scale is no answer to this sheet. */
      for (guint s = 1; s <= FW_SURVEY_MOST_SCORE; s++)
        self->counts[s - 1] += score == s;
    }
  return rows != NULL;
}

/* Both languages have the same questions: they are groups of one file. */
static GPtrArray *
pair_questions (const FwSurvey *chinese,
                const FwSurvey *english)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (count_free);

  for (guint i = 0; i < chinese->questions->len; i++)
    {
      const FwSurveyQuestion *question = chinese->questions->pdata[i], *other = english->questions->pdata[i];
      FwSurveyCount *pair;

      if (question->free)
        continue;
      pair = g_new0 (FwSurveyCount, 1);
      pair->id = g_strdup (question->id);
      pair->zh = g_strdup (question->text);
      pair->en = g_strdup (other->text);
      g_ptr_array_add (pairs, pair);
    }
  return pairs;
}

/**
 * fw_survey_count:
 *
 * Counts all sheets that came back. They are not parted by time, place or person: the finer, the more would be told of one. For a worker thread.
 *
 * Returns: (transfer full) (nullable) (element-type FwSurveyCount): of each question that is rated, in their order
 */
GPtrArray *
fw_survey_count (FwStore *store,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (FwSurvey) chinese = fw_survey_read ("zh", error);
  g_autoptr (FwSurvey) english = chinese != NULL ? fw_survey_read ("en", error) : NULL;
  g_autoptr (GPtrArray) counts = english != NULL ? pair_questions (chinese, english) : NULL;

  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      FwSurveyCount *count = counts->pdata[i];

      if (!count_answers (count, count->zh, store, cancellable, error) ||
          (!g_str_equal (count->zh, count->en) && !count_answers (count, count->en, store, cancellable, error)))
        return NULL;
    }
  return g_steal_pointer (&counts);
}
