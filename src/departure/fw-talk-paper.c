/* The minutes of a talk as a paper: facts of their own, so that it can be made again whatever becomes of the case. */
#include "departure/fw-talk-private.h"

#include "core/fw-task.h"
#include "departure/fw-employee-facts-private.h"
#include "documents/fw-document.h"

#define MINUTES "talk-minutes"

/* A row of the paper, filled attribute by attribute; what is empty is not known. */
typedef struct
{
  FwFacts *facts;
  char *path; /* "talk/line[3]/@" */
} Row;

static void
row_begin (Row *self,
           FwFacts *facts,
           const char *element,
           guint *count)
{
  self->facts = facts;
  self->path = g_strdup_printf ("talk/%s[%u]/@", element, ++*count);
}

/* What somebody typed or a recording brought, on one line and of characters that facts can hold. */
static void
put_known (FwFacts *facts,
           const char *path,
           const char *value)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = value != NULL ? value : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      g_string_append_unichar (clean, g_unichar_iscntrl (character) || (character & 0xfffe) == 0xfffe ? ' ' : character);
    }
  g_strstrip (clean->str);
  _fw_facts_put (facts, path, clean->str);
}

static void
row_put (Row *self,
         const char *attribute,
         const char *value)
{
  g_autofree char *path = g_strconcat (self->path, attribute, NULL);

  put_known (self->facts, path, value);
}

static void
row_end (Row *self)
{
  g_clear_pointer (&self->path, g_free);
}

typedef struct
{
  FwTalk *talk;
  FwFacts *facts;
  guint lines;
  guint agreed;
  guint open;
  guint promises;
  guint corrections;
  guint breaks;
  guint break_seconds;
} Minutes;

/* Begun minutes are counted: half a minute is one. */
static void
put_break (Minutes *self,
           FwTalkEntry *entry)
{
  guint seconds = (guint) g_ascii_strtoull (fw_talk_entry_get_detail (entry), NULL, 10);
  guint ended = fw_talk_entry_get_seconds (entry);
  g_autofree char *minutes = g_strdup_printf ("%u", (seconds + 59) / 60);
  g_autofree char *at = fw_talk_dup_clock (self->talk, ended > seconds ? ended - seconds : 0);
  Row row;

  self->breaks++;
  self->break_seconds += seconds;
  row_begin (&row, self->facts, "line", &self->lines);
  row_put (&row, "sort", "break");
  row_put (&row, "at", at);
  row_put (&row, "minutes", minutes);
  row_end (&row);
}

/* What was taken in because of its wording stands in its wording, like every other sentence; nothing says why it was taken in. */
static void
put_line (Minutes *self,
          FwTalkEntry *entry)
{
  g_autofree char *at = fw_talk_dup_clock (self->talk, fw_talk_entry_get_seconds (entry));
  const char *original = fw_talk_entry_get_original (entry);
  Row row;

  row_begin (&row, self->facts, "line", &self->lines);
  row_put (&row, "sort", original != NULL && *original == '\0'                  ? "added"
                         : fw_talk_entry_get_sort (entry) == FW_TALK_ALERT ? "words"
                                                                           : "note");
  row_put (&row, "at", at);
  row_put (&row, "who", fw_talk_speaker_to_string (fw_talk_entry_get_speaker (entry)));
  row_put (&row, "text", fw_talk_entry_get_text (entry));
  row_end (&row);
}

static void
put_point (Minutes *self,
           FwTalkEntry *entry)
{
  FwTalkSort sort = fw_talk_entry_get_sort (entry);
  g_autofree char *due = fw_date_to_string (fw_talk_entry_get_due (entry));
  g_autofree char *at = fw_talk_dup_clock (self->talk, fw_talk_entry_get_seconds (entry));
  Row row;

  if (sort == FW_TALK_AGREED)
    row_begin (&row, self->facts, "agreed", &self->agreed);
  else if (sort == FW_TALK_OPEN)
    row_begin (&row, self->facts, "open", &self->open);
  else
    row_begin (&row, self->facts, "promise", &self->promises);
  row_put (&row, "at", at);
  row_put (&row, "text", fw_talk_entry_get_text (entry));
  row_put (&row, "due", due);
  row_put (&row, "keeper", fw_talk_entry_get_keeper (entry));
  row_end (&row);
}

/* Both wordings, so that nobody can say that something vanished. */
static void
put_correction (Minutes *self,
                FwTalkEntry *entry)
{
  const char *original = fw_talk_entry_get_original (entry);
  g_autofree char *at = fw_talk_dup_clock (self->talk, fw_talk_entry_get_seconds (entry));
  Row row;

  if (original == NULL || *original == '\0')
    return;
  row_begin (&row, self->facts, "correction", &self->corrections);
  row_put (&row, "at", at);
  row_put (&row, "who", fw_talk_speaker_to_string (fw_talk_entry_get_speaker (entry)));
  row_put (&row, "was", original);
  row_put (&row, "now", fw_talk_entry_get_text (entry));
  row_end (&row);
}

static void
put_entry (Minutes *self,
           FwTalkEntry *entry)
{
  FwTalkSort sort = fw_talk_entry_get_sort (entry);

  put_correction (self, entry);
  if (sort == FW_TALK_BREAK)
    put_break (self, entry);
  else if (*fw_talk_entry_get_text (entry) == '\0' || fw_talk_is_said_elsewhere (self->talk, entry))
    return;
  else if (fw_talk_entry_is_point (entry))
    put_point (self, entry);
  else if (sort == FW_TALK_NOTE || sort == FW_TALK_ALERT)
    put_line (self, entry);
}

static void
put_entries (Minutes *self)
{
  GListModel *entries = G_LIST_MODEL (self->talk->entries);
  g_autofree char *breaks = NULL;
  g_autofree char *minutes = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (entries, i);

      put_entry (self, entry);
    }
  if (self->breaks == 0)
    return;
  breaks = g_strdup_printf ("%u", self->breaks);
  minutes = g_strdup_printf ("%u", (self->break_seconds + 59) / 60);
  _fw_facts_put (self->facts, "talk/@breaks", breaks);
  _fw_facts_put (self->facts, "talk/@break-minutes", minutes);
}

/* What was drawn, where that is how the minutes are signed; a manager who was not there signs nothing. */
const char *
_fw_talk_signature (FwTalk *self,
                    FwTalkSpeaker of)
{
  gboolean there = of != FW_TALK_MANAGER || self->manager == FW_TALK_MANAGER_COMES;

  return self->signing == FW_TALK_ON_SCREEN && there ? self->ink[of] : NULL;
}

static void
put_signatures (Minutes *self)
{
  guint count = 0;

  for (guint i = 0; i < FW_TALK_N_SPEAKERS; i++)
    if (_fw_talk_signature (self->talk, (FwTalkSpeaker) i) != NULL)
      {
        Row row;

        row_begin (&row, self->facts, "signature", &count);
        row_put (&row, "of", fw_talk_speaker_to_string ((FwTalkSpeaker) i));
        row_put (&row, "ink", _fw_talk_signature (self->talk, (FwTalkSpeaker) i));
        row_end (&row);
      }
}

/* What the case knows of the two sides. */
static void
copy_facts (FwTalk *self,
            FwFacts *facts)
{
  static const char *const paths[] = { "company/@name", "employee/@name", "employee/@number", "employee/employment/@department",
                                       "employee/employment/@position" };
  const char *hr = fw_talk_get_leader (self);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    put_known (facts, paths[i], _fw_talk_fact (self, paths[i]));
  put_known (facts, "talk/@hr", hr != NULL ? hr : fw_workplace_get_who (fw_case_get_workplace (self->its)));
  put_known (facts, "talk/@manager", fw_talk_get_manager_name (self));
}

static void
put_head (FwTalk *self,
          FwFacts *facts,
          const char *purpose,
          const char *language)
{
  static const char *const signings[] = { "paper", "screen", "refused" };
  static const char *const managers[] = { NULL, "asked", "comes", "declines" };

  put_known (facts, "@as-of", self->day);
  put_known (facts, "case/@number", fw_case_get_number (self->its));
  put_known (facts, "talk/@language", language);
  put_known (facts, "talk/@title", purpose);
  put_known (facts, "talk/@on", self->day);
  put_known (facts, "talk/@began", self->began);
  put_known (facts, "talk/@ended", self->ended);
  put_known (facts, "talk/@place", self->place);
  put_known (facts, "talk/@manager-answer", managers[self->manager]);
  put_known (facts, "talk/@manager-note", self->manager_note);
  put_known (facts, "talk/@recorder", fw_workplace_get_who (fw_case_get_workplace (self->its)));
  put_known (facts, "talk/@read-aloud", self->read_aloud ? "true" : "false");
  put_known (facts, "talk/@signing", signings[self->signing]);
  put_known (facts, "talk/@refusal", self->refusal);
  put_known (facts, "talk/@witness", self->witness);
}

/* All that the minutes are made from, as they stand now. */
FwFacts *
_fw_talk_dup_minutes (FwTalk *self)
{
  g_autoptr (FwFacts) facts = fw_facts_new ();
  g_autofree char *purpose = fw_talk_dup_purpose (self);
  g_autofree char *language = NULL;
  Minutes minutes = { .talk = self, .facts = facts };

  g_object_get (fw_case_get_workplace (self->its), "language", &language, NULL);
  put_head (self, facts, purpose, language);
  copy_facts (self, facts);
  put_entries (&minutes);
  put_signatures (&minutes);
  return g_steal_pointer (&facts);
}

/* How many talks of the case are on record. */
static gint64
count_held (FwStore *store,
            const char *case_id,
            GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("case-id", case_id);

  return fw_store_count (store, "talk", query, NULL, error);
}

/* The minutes are those of the talk after the ones that are on record. */
gboolean
_fw_minutes_number (FwFacts *facts,
                    FwStore *store,
                    const char *case_id,
                    GError **error)
{
  gint64 before = count_held (store, case_id, error);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, before + 1);

  if (before < 0)
    return FALSE;
  _fw_facts_put (facts, "talk/@number", number);
  return TRUE;
}

/* Lays minutes out from their facts: the paper beside the packs, in the language of its facts. */
FwDocument *
_fw_minutes_lay_out (FwFacts *facts,
                     gboolean is_final,
                     const char *head,
                     GError **error)
{
  g_auto (GStrv) folders = fw_document_find_folders (NULL);
  const char *language = fw_facts_get (facts, "talk/@language");
  const char *const parameters[] = { "language", language != NULL ? language : "zh", NULL };
  FwDocumentOptions options = {
    .id = MINUTES,
    .folders = (const char *const *) folders,
    .is_final = is_final,
    .parameters = parameters,
    .audit_head = head,
  };

  return fw_document_new (facts, &options, error);
}

typedef struct
{
  FwStore *store;
  char *case_id;
  FwFacts *facts;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->store);
  g_free (look->case_id);
  fw_facts_unref (look->facts);
  g_free (look);
}

static void
lay_out_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  Look *look = data;
  GError *error = NULL;
  FwDocument *paper = NULL;

  if (_fw_minutes_number (look->facts, look->store, look->case_id, &error))
    paper = _fw_minutes_lay_out (look->facts, FALSE, NULL, &error);
  if (paper != NULL)
    g_task_return_pointer (task, paper, (GDestroyNotify) fw_document_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fw_talk_lay_out_async:
 *
 * Lays the minutes out as they stand now, as a draft, on a worker thread.
 */
void
fw_talk_lay_out_async (FwTalk *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Look *look = g_new0 (Look, 1);

  look->store = g_object_ref (fw_workplace_get_store (fw_case_get_workplace (self->its)));
  look->case_id = g_strdup (fw_case_get_id (self->its));
  look->facts = _fw_talk_dup_minutes (self);
  g_task_set_source_tag (task, fw_talk_lay_out_async);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  fw_task_run_in_thread (task, lay_out_thread);
}

/**
 * fw_talk_lay_out_finish:
 *
 * Returns: (transfer full) (nullable): the minutes as they would print, free with fw_document_unref()
 */
FwDocument *
fw_talk_lay_out_finish (FwTalk *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
