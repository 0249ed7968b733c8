#include "departure/fw-hearing-law.h"

#include "core/fw-task.h"
#include "rules/fw-packs.h"
#include "store/fw-store.h"

#define FEATURE "talk-transcript"

typedef struct
{
  FwStore *store;
  char *jurisdiction; /* NULL: that of every employer */
  gboolean chinese;
  FwDate on;
  char *advice; /* what is found */
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->store);
  g_free (question->jurisdiction);
  g_free (question->advice);
  g_free (question);
}

/* Where there is no pack nobody knows the law: it is left to whoever asks. */
static gboolean
is_lawful_in (Question *question,
              FwPacks *packs,
              const char *jurisdiction)
{
  FwPack *pack = jurisdiction != NULL ? fw_packs_get (packs, jurisdiction, NULL) : NULL;
  FwText text = pack != NULL ? fw_pack_get_feature_text (pack, FEATURE, question->on) : (FwText){ NULL, NULL };
  const char *said = question->chinese ? text.zh : text.en;

  if (said != NULL && question->advice == NULL)
    question->advice = g_strdup (said);
  return pack == NULL || g_strcmp0 (fw_pack_get_feature (pack, FEATURE, question->on), "prohibited") != 0;
}

static void
read_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Question *question = data;
  g_autoptr (FwPacks) packs = fw_packs_new (NULL);
  g_autoptr (GPtrArray) employers = NULL;
  gboolean lawful = TRUE;

  if (packs != NULL && question->jurisdiction != NULL)
    lawful = is_lawful_in (question, packs, question->jurisdiction);
  else if (packs != NULL)
    employers = fw_store_list (question->store, "employer", NULL, cancellable, NULL);
  for (guint i = 0; employers != NULL && i < employers->len; i++)
    lawful = is_lawful_in (question, packs, fw_record_get (employers->pdata[i], "jurisdiction")) && lawful;
  g_task_return_boolean (task, lawful);
}

/**
 * fw_hearing_law_read_async:
 * @jurisdiction: (nullable): whose law; %NULL: that of every employer of the company
 *
 * Asks the packs, on a worker thread, whether another program may hear a talk today and what has to be said and done before.
 */
void
fw_hearing_law_read_async (FwWorkplace *workplace,
                           const char *jurisdiction,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, cancellable, callback, user_data);
  g_autofree char *language = NULL;
  Question *question = g_new0 (Question, 1);

  g_object_get (workplace, "language", &language, NULL);
  question->store = g_object_ref (fw_workplace_get_store (workplace));
  question->jurisdiction = g_strdup (jurisdiction);
  question->chinese = g_strcmp0 (language, "zh") == 0;
  question->on = fw_workplace_get_today (workplace);
  g_task_set_source_tag (task, fw_hearing_law_read_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  fw_task_run_in_thread (task, read_thread);
}

/**
 * fw_hearing_law_read_finish:
 * @advice: (out) (transfer full) (nullable): what the pack tells whoever lets a program listen; %NULL: it says nothing
 *
 * Returns: whether the law lets it: %FALSE only where a pack forbids it
 */
gboolean
fw_hearing_law_read_finish (FwWorkplace *workplace,
                            GAsyncResult *result,
                            char **advice)
{
  Question *question = g_task_get_task_data (G_TASK (result));

  if (advice != NULL)
    *advice = g_steal_pointer (&question->advice);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
