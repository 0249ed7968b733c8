#include "departure/fw-law-library.h"

#include <string.h>

#include "core/fw-task.h"
#include "departure/fw-engine-private.h"
#include "departure/fw-workplace-private.h"
#include "rules/fw-packs.h"

typedef struct
{
  FwScene *scene;
  FwDate on;
} FwLawQuestion;

static void
question_free (FwLawQuestion *self)
{
  _fw_scene_unref (self->scene);
  g_free (self);
}

void
fw_law_library_free (FwLawLibrary *self)
{
  g_free (self->pack);
  g_free (self->title);
  g_free (self->version);
  g_free (self->place);
  g_free (self->reviewed_by);
  g_free (self->reviewed_on);
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->open_cases);
  g_free (self);
}

/* The open cases by their ground. They are few: an open departure is somebody's work. */
static gboolean
count_cases (FwStore *store,
             GHashTable *counts,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) cases = NULL;

  fw_query_where (query, "state", FW_QUERY_DIFFERS, "closed");
  fw_query_where (query, "state", FW_QUERY_DIFFERS, "withdrawn");
  fw_query_where (query, "ground", FW_QUERY_KNOWN, NULL);
  cases = fw_store_list (store, "case", query, cancellable, error);
  for (guint i = 0; cases != NULL && i < cases->len; i++)
    {
      const char *ground = fw_record_get (cases->pdata[i], "ground");
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (counts, ground));

      g_hash_table_insert (counts, g_strdup (ground), GUINT_TO_POINTER (before + 1));
    }
  return cases != NULL;
}

/**
 * fw_law_library_new:
 * @place: (nullable): where the company is
 * @on: the day whose law is read
 *
 * The law of a pack without any store: no open cases.
 */
FwLawLibrary *
fw_law_library_new (FwPack *pack,
                    const char *place,
                    FwDate on,
                    gboolean chinese)
{
  FwLawLibrary *self = g_new0 (FwLawLibrary, 1);
  FwText title = fw_pack_get_title (pack), review = fw_pack_get_review (pack);

  self->pack = g_strdup (fw_pack_get_id (pack));
  self->title = g_strdup (chinese ? title.zh : title.en);
  self->version = g_strdup (fw_pack_get_version (pack));
  self->place = g_strdup (place);
  self->reviewed_by = g_strdup (review.zh != NULL ? review.zh : "");
  self->reviewed_on = g_strdup (review.en);
  self->changed = fw_pack_is_changed (pack);
  self->on = on;
  self->entries = fw_pack_list_law (pack, on, chinese);
  self->open_cases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

static FwLawLibrary *
read_library (const FwLawQuestion *question,
              GCancellable *cancellable,
              GError **error)
{
  FwScene *scene = question->scene;
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) employers = NULL;
  g_autoptr (FwLawLibrary) library = NULL;
  FwRecord *employer;
  FwPacks *packs;
  FwPack *pack;

  fw_query_page (query, 0, 1);
  employers = fw_store_list (scene->store, "employer", query, cancellable, error);
  packs = employers != NULL ? _fw_engine_lock (scene->engine, error) : NULL;
  if (packs == NULL)
    return NULL;
  employer = employers->len > 0 ? employers->pdata[0] : NULL;
  pack = _fw_workplace_find_pack (packs, employer, error);
  if (pack != NULL)
    library = fw_law_library_new (pack, employer != NULL ? fw_record_get (employer, "place") : NULL, question->on, scene->chinese);
  _fw_engine_unlock (scene->engine);
  return library != NULL && count_cases (scene->store, library->open_cases, cancellable, error) ? g_steal_pointer (&library)
                                                                                                : NULL;
}

static void
read_cb (GTask *task,
         gpointer source,
         gpointer task_data,
         GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  FwLawLibrary *library = read_library (task_data, cancellable, &error);

  if (library != NULL)
    g_task_return_pointer (task, library, (GDestroyNotify) fw_law_library_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * fw_law_library_read_async:
 * @on: the day whose law is read; unknown: the workplace's day
 *
 * Reads the law where the company is, on a worker thread.
 */
void
fw_law_library_read_async (FwWorkplace *workplace,
                           FwDate on,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, cancellable, callback, user_data);
  FwLawQuestion *question = g_new0 (FwLawQuestion, 1);

  question->scene = _fw_workplace_dup_scene (workplace);
  question->on = fw_date_is_known (on) ? on : fw_workplace_get_today (workplace);
  g_task_set_source_tag (task, fw_law_library_read_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  fw_task_run_in_thread (task, read_cb);
}

/**
 * fw_law_library_read_finish:
 *
 * Returns: (transfer full) (nullable): the library
 */
FwLawLibrary *
fw_law_library_read_finish (GAsyncResult *result,
                            GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* 0: a word is missing; else the better the higher: words in the title before words elsewhere. */
static guint
score (const FwLawEntry *entry,
       char **words)
{
  g_autofree char *title = g_utf8_casefold (entry->title, -1);
  guint result = 1;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (strstr (entry->words, words[i]) == NULL)
        return 0;
      result += strstr (title, words[i]) != NULL ? 2 : 0;
    }
  return result;
}

typedef struct
{
  FwLawEntry *entry;
  guint score;
} FwLawHit;

static gint
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const FwLawHit *one = a, *other = b;

  if (one->entry->in_force != other->entry->in_force)
    return one->entry->in_force ? -1 : 1;
  return one->score == other->score ? 0 : one->score > other->score ? -1 : 1;
}

/**
 * fw_law_library_search:
 * @text: (nullable): words, in Chinese or English, all of which must be found; none: everything in force
 *
 * Returns: (transfer container) (element-type FwLawEntry): what was found: what is in force first, then what has the words in
 *   its title, else in the library's order
 */
GPtrArray *
fw_law_library_search (const FwLawLibrary *self,
                       const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (FwLawHit));
  gboolean asked = strspn (folded, " \t\n") < strlen (folded);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      FwLawHit hit = { self->entries->pdata[i], score (self->entries->pdata[i], words) };

      if (hit.score > 0 && (asked || hit.entry->in_force))
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (found, g_array_index (hits, FwLawHit, i).entry);
  return found;
}

/* The first article of a citation as it is shown. */
static const FwLawEntry *
find_cited (const FwLawLibrary *self,
            const char *citation)
{
  g_auto (GStrv) names = strstr (citation, "; ") != NULL ? g_strsplit (citation, "; ", -1) : g_strsplit (citation, "、", -1);

  for (guint name = 0; names[name] != NULL; name++)
    for (guint i = 0; i < self->entries->len; i++)
      {
        const FwLawEntry *entry = self->entries->pdata[i];

        if (entry->kind == FW_LAW_ARTICLE && strcmp (entry->title, names[name]) == 0)
          return entry;
      }
  return NULL;
}

/**
 * fw_law_library_find:
 * @key: the key of an entry, the id of a finding, or a citation as a case shows it
 *
 * Returns: (nullable): the entry; for a citation the first article of it, for what is missing the material
 */
const FwLawEntry *
fw_law_library_find (const FwLawLibrary *self,
                     const char *key)
{
  g_autofree char *check = g_str_has_prefix (key, "missing.")   ? g_strconcat ("material:", key + strlen ("missing."), NULL)
                           : g_str_has_prefix (key, "applies.") ? g_strconcat ("ground:", key + strlen ("applies."), NULL)
                                                                : g_strconcat ("check:", key, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const FwLawEntry *entry = self->entries->pdata[i];

      if (strcmp (entry->key, key) == 0 || strcmp (entry->key, check) == 0)
        return entry;
    }
  return find_cited (self, key);
}

/**
 * fw_law_library_count_cases:
 *
 * Returns: how many open cases stand on the ground that @entry is; 0 for another
 */
guint
fw_law_library_count_cases (const FwLawLibrary *self,
                            const FwLawEntry *entry)
{
  if (entry->kind != FW_LAW_GROUND)
    return 0;
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->open_cases, entry->key + strlen ("ground:")));
}
