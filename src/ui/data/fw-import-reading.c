#include "config.h"

#include "ui/data/fw-import-reading.h"

#include <stdlib.h>

#include "core/fw-paths.h"
#include "core/fw-task.h"

/* How files of the same make were last understood is kept as a draft of the store: it is a habit, not a record. */
#define DRAFT_OWNER "import-mapping"
#define ORDER_OWNER "import-date-order"

typedef struct
{
  GFile *file;
  FwTableOptions options;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->file);
  g_free (question);
}

void
fw_import_reading_free (FwImportReading *reading)
{
  g_clear_object (&reading->catalog);
  g_clear_object (&reading->table);
  g_clear_pointer (&reading->fields, g_ptr_array_unref);
  g_clear_pointer (&reading->own, g_array_unref);
  g_clear_pointer (&reading->words, g_ptr_array_unref);
  g_free (reading);
}

static void
take_fields (FwImportReading *reading, FwImportMapping *mapping)
{
  const guint n_columns = fw_table_get_n_columns (reading->table);

  g_clear_pointer (&reading->fields, g_ptr_array_unref);
  g_clear_pointer (&reading->own, g_array_unref);
  g_clear_pointer (&reading->words, g_ptr_array_unref);
  reading->words = fw_import_mapping_dup_words (mapping);
  reading->fields = g_ptr_array_new ();
  reading->own = g_array_new (FALSE, TRUE, sizeof (gboolean));
  for (guint column = 0; column < n_columns; column++)
    {
      gboolean own = fw_import_mapping_is_custom (mapping, column);

      g_ptr_array_add (reading->fields, (gpointer) fw_import_mapping_get_field (mapping, column));
      g_array_append_val (reading->own, own);
    }
}

/**
 * fw_import_reading_set_kind:
 * @kind: what the file is; the columns are guessed anew
 */
void
fw_import_reading_set_kind (FwImportReading *reading, const FwImportKind *kind)
{
  g_autoptr (FwImportMapping) mapping = fw_import_mapping_new_guess (kind, reading->table);

  reading->kind = kind;
  take_fields (reading, mapping);
}

/**
 * fw_import_reading_tell_word:
 * @meaning: (nullable): the value that it stands for; %NULL where nobody knows
 *
 * Says what a word of the company's own means in the cells of a field.
 */
void
fw_import_reading_tell_word (FwImportReading *reading, const FwImportField *field, const char *text, const char *meaning)
{
  for (guint i = 0; i < reading->words->len; i++)
    {
      const FwImportWord *word = g_ptr_array_index (reading->words, i);

      if (g_str_equal (word->field, field->id) && g_str_equal (word->text, text))
        {
          g_ptr_array_remove_index (reading->words, i);
          break;
        }
    }
  if (meaning != NULL)
    g_ptr_array_add (reading->words, fw_import_word_new (field->id, text, meaning));
}

/**
 * fw_import_reading_dup_mapping:
 *
 * Returns: (transfer full): the columns as they stand, for one trial: a trial runs on another thread
 */
FwImportMapping *
fw_import_reading_dup_mapping (FwImportReading *reading)
{
  FwImportMapping *mapping = fw_import_mapping_new_guess (reading->kind, reading->table);

  for (guint column = 0; column < reading->fields->len; column++)
    fw_import_mapping_assign (mapping, column, NULL, NULL);
  for (guint column = 0; column < reading->fields->len; column++)
    {
      const FwImportField *field = g_ptr_array_index (reading->fields, column);

      if (field != NULL)
        fw_import_mapping_assign (mapping, column, field->id, NULL);
      else if (g_array_index (reading->own, gboolean, column))
        fw_import_mapping_make_custom_nth (mapping, column);
    }
  for (guint i = 0; i < reading->words->len; i++)
    {
      const FwImportWord *word = g_ptr_array_index (reading->words, i);

      fw_import_mapping_tell_word (mapping, word->field, word->text, word->meaning, NULL);
    }
  return mapping;
}

/* Files of the same make have the same headings in the same order. */
static char *
draft_key (FwImportReading *reading)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint column = 0; column < fw_table_get_n_columns (reading->table); column++)
    {
      const char *heading = fw_table_get_heading (reading->table, column);

      g_checksum_update (checksum, (const guchar *) (heading != NULL ? heading : ""), -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
    }
  return g_strconcat (reading->kind->id, ":", g_checksum_get_string (checksum), NULL);
}

static void
recall (FwImportReading *reading, FwStore *store)
{
  g_autofree char *key = draft_key (reading);
  g_autofree char *text = fw_store_dup_draft (store, DRAFT_OWNER, key, NULL);
  g_autofree char *order = fw_store_dup_draft (store, ORDER_OWNER, key, NULL);
  g_autoptr (FwImportMapping) mapping = NULL;

  if (order != NULL)
    reading->order = (FwImportDateOrder) CLAMP (atoi (order), FW_IMPORT_YEAR_FIRST, FW_IMPORT_DAY_FIRST);
  if (text == NULL)
    return;
  mapping = fw_import_mapping_new_guess (reading->kind, reading->table);
  if (fw_import_mapping_apply_text (mapping, text, NULL))
    take_fields (reading, mapping);
}

/* What most of the columns speak for; a list of people where nothing does. */
static const FwImportKind *
guess_kind (FwImportCatalog *catalog, FwTable *table)
{
  const FwImportKind *best = fw_import_catalog_get_kind (catalog, 0);
  guint most = 0;

  for (guint i = 0; i < fw_import_catalog_get_n_kinds (catalog); i++)
    {
      const FwImportKind *kind = fw_import_catalog_get_kind (catalog, i);
      g_autoptr (FwImportMapping) mapping = fw_import_mapping_new_guess (kind, table);
      guint mapped = 0;

      for (guint column = 0; column < fw_table_get_n_columns (table); column++)
        mapped += fw_import_mapping_get_confidence (mapping, column) >= FW_IMPORT_SURE;
      /* A file that lacks what the kind cannot do without is something else. */
      if (mapped > most && fw_import_mapping_check (mapping, NULL))
        {
          most = mapped;
          best = kind;
        }
    }
  return best;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  g_autofree char *path = fw_paths_find_data ("import/kinds.xml");
  g_autoptr (FwImportReading) reading = g_new0 (FwImportReading, 1);
  GError *error = NULL;

  reading->catalog = fw_import_catalog_read (path != NULL ? path : "import/kinds.xml", &error);
  if (reading->catalog != NULL)
    reading->table = fw_table_new_from_file (question->file, &question->options, cancellable, &error);
  if (reading->table == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  fw_import_reading_set_kind (reading, guess_kind (reading->catalog, reading->table));
  recall (reading, source);
  g_task_return_pointer (task, g_steal_pointer (&reading), (GDestroyNotify) fw_import_reading_free);
}

/**
 * fw_import_read_async:
 * @options: how it is written, as far as somebody has said
 *
 * Reads a file on another thread and guesses what it is.
 */
void
fw_import_read_async (FwStore *store, GFile *file, const FwTableOptions *options, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->file = g_object_ref (file);
  question->options = *options;
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  fw_task_run_in_thread (task, read_in_thread);
}

/**
 * fw_import_read_finish:
 *
 * Returns: (transfer full) (nullable): the file and the guess
 */
FwImportReading *
fw_import_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
remember_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  char **draft = data;

  g_task_return_boolean (task, fw_store_set_draft (source, DRAFT_OWNER, draft[0], draft[1], NULL) &&
                                 fw_store_set_draft (source, ORDER_OWNER, draft[0], draft[2], NULL));
}

/**
 * fw_import_reading_remember:
 *
 * Keeps what each column is and how its days are written, for the next file with these headings.
 */
void
fw_import_reading_remember (FwImportReading *reading, FwStore *store)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, NULL, NULL);
  g_autoptr (FwImportMapping) mapping = fw_import_reading_dup_mapping (reading);
  char **draft = g_new0 (char *, 4);

  draft[0] = draft_key (reading);
  draft[1] = fw_import_mapping_to_text (mapping);
  draft[2] = g_strdup_printf ("%d", (int) reading->order);
  g_task_set_task_data (task, draft, (GDestroyNotify) g_strfreev);
  fw_task_run_in_thread (task, remember_in_thread);
}
