#include "interview/fw-lexicon-private.h"

#include <string.h>

#include "core/fw-paths.h"
#include "interview/fw-word-weights.h"

G_DEFINE_BOXED_TYPE (FwLexicon, fw_lexicon, fw_lexicon_ref, fw_lexicon_unref)

static void
said_clear (FwSaid *said)
{
  g_free (said->zh);
  g_free (said->en);
}

static void
class_free (FwPhraseClass *self)
{
  g_free (self->id);
  said_clear (&self->title);
  said_clear (&self->meaning);
  said_clear (&self->prompt);
  said_clear (&self->say);
  g_ptr_array_unref (self->avoid);
  g_free (self->reference);
  g_free (self->file);
  g_free (self);
}

static void
way_list_free (FwWayList *self)
{
  _fw_way_list_clear (self);
  g_free (self);
}

/* Parts are alike where they are written alike in the same language. */
static guint
part_hash_cb (gconstpointer part)
{
  const FwPart *self = part;
  guint hash = (guint) self->chinese;

  for (gsize i = 0; i < self->length; i++)
    hash = hash * 33 + (guchar) self->text[i];
  return hash;
}

static gboolean
part_equal_cb (gconstpointer a,
               gconstpointer b)
{
  const FwPart *first = a, *second = b;

  return first->chinese == second->chinese && first->length == second->length && memcmp (first->text, second->text, first->length) == 0;
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The lexicons of one data folder in the order of their names; none where there is no such folder. */
static GPtrArray *
list_files (const char *data,
            const char *kind)
{
  g_autofree char *folder = g_build_filename (data, kind, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml") && name[0] != '.')
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, compare_names_cb);
  return files;
}

static gboolean
lies_in (const char *file,
         const char *folder)
{
  g_autofree char *own = g_path_get_dirname (file);

  return g_strcmp0 (own, folder) == 0;
}

/* The folder of lexicons with weights of words: the first of those that win. %NULL where there is none. */
static char *
find_weights (const char *const *folders,
              const char *kind)
{
  for (; *folders != NULL; folders++)
    {
      g_autofree char *folder = g_build_filename (*folders, kind, NULL);
      g_autofree char *chinese = g_build_filename (folder, "weights-zh.tsv", NULL);
      g_autofree char *english = g_build_filename (folder, "weights-en.tsv", NULL);

      if (g_file_test (chinese, G_FILE_TEST_EXISTS) || g_file_test (english, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&folder);
    }
  return NULL;
}

/* Of one language, where the folder has them. */
static gboolean
read_weights (FwLexicon *self,
              const char *folder,
              const char *name,
              gboolean chinese,
              GError **error)
{
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  FwWordWeights *weights;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  weights = _fw_word_weights_read (self, path, chinese, error);
  if (weights != NULL)
    g_ptr_array_add (self->weights, weights);
  return weights != NULL;
}

/* All files before any phrase: a list of words may be named in a file that is read before its own. */
static gboolean
read_files (FwLexicon *self,
            GPtrArray *files,
            FwSchema *schema,
            const char *weights,
            GError **error)
{
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_xml_unref);

  for (guint i = 0; i < files->len; i++)
    {
      FwXml *xml = fw_xml_load_file (files->pdata[i], error);

      if (xml == NULL)
        return FALSE;
      g_ptr_array_add (read, xml);
      if (!fw_schema_validate (schema, xml, error) || !_fw_lexicon_read_words (self, files->pdata[i], xml, error))
        return FALSE;
    }
  for (guint i = 0; i < files->len; i++)
    if (!_fw_lexicon_read_file (self, files->pdata[i], read->pdata[i], lies_in (files->pdata[i], weights), error))
      return FALSE;
  return TRUE;
}

/**
 * fw_lexicon_new_of_kind:
 * @kind: the folder of the data folders in which the lexicons lie: "phrases", "moods"
 * @folders: data folders, in the order in which they win: the last one is read first
 *
 * Returns: (transfer full) (nullable): what they say together; %NULL with file, line and reason where one is malformed
 */
FwLexicon *
fw_lexicon_new_of_kind (const char *kind,
                        const char *const *folders,
                        GError **error)
{
  g_autoptr (FwLexicon) self = g_new0 (FwLexicon, 1);
  g_autofree char *path = fw_paths_find_data ("lexicon.rng");
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *weights = find_weights (folders, kind);
  g_autoptr (FwSchema) schema = NULL;

  g_atomic_ref_count_init (&self->references);
  self->classes = g_ptr_array_new_with_free_func ((GDestroyNotify) class_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->phrases = g_ptr_array_new_with_free_func (g_free);
  self->negations = g_ptr_array_new_with_free_func (g_free);
  self->weights = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_word_weights_free);
  self->contractions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) way_list_free);
  self->texts = g_string_chunk_new (64 * 1024);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->known_parts = g_hash_table_new (part_hash_cb, part_equal_cb);
  self->steps = g_array_new (FALSE, FALSE, sizeof (FwPartStep));
  schema = fw_schema_load_simple (path != NULL ? path : "lexicon.rng", error);
  if (schema == NULL)
    return NULL;
  for (guint i = g_strv_length ((GStrv) folders); i > 0; i--)
    {
      g_autoptr (GPtrArray) some = list_files (folders[i - 1], kind);

      g_ptr_array_extend_and_steal (files, g_steal_pointer (&some));
    }
  if (!read_files (self, files, schema, weights, error) || !read_weights (self, weights, "weights-zh.tsv", TRUE, error) ||
      !read_weights (self, weights, "weights-en.tsv", FALSE, error))
    return NULL;
  return _fw_lexicon_is_complete (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * fw_lexicon_new_for_folders:
 * @folders: data folders, each with a folder phrases, in the order in which they win: the last one is read first
 *
 * Returns: (transfer full) (nullable): what they say together; %NULL with file, line and reason where one is malformed
 */
FwLexicon *
fw_lexicon_new_for_folders (const char *const *folders,
                            GError **error)
{
  return fw_lexicon_new_of_kind ("phrases", folders, error);
}

/**
 * fw_lexicon_new:
 *
 * Returns: (transfer full) (nullable): the lexicons that are shipped and those of the user
 */
FwLexicon *
fw_lexicon_new (GError **error)
{
  g_autoptr (GPtrArray) folders = fw_paths_data_folders ();

  g_ptr_array_add (folders, NULL);
  return fw_lexicon_new_for_folders ((const char *const *) folders->pdata, error);
}

FwLexicon *
fw_lexicon_ref (FwLexicon *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
fw_lexicon_unref (FwLexicon *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->classes);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->phrases);
  g_ptr_array_unref (self->negations);
  g_ptr_array_unref (self->weights);
  g_hash_table_unref (self->contractions);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->known_parts);
  g_ptr_array_unref (self->parts);
  g_array_unref (self->steps);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * fw_lexicon_get_classes:
 *
 * Returns: (transfer none) (element-type FwPhraseClass): in the order of the files
 */
GPtrArray *
fw_lexicon_get_classes (FwLexicon *self)
{
  return self->classes;
}

/**
 * fw_lexicon_find_class:
 *
 * Returns: (transfer none) (nullable): the class of an id
 */
FwPhraseClass *
fw_lexicon_find_class (FwLexicon *self,
                       const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/**
 * fw_lexicon_get_phrases:
 *
 * Returns: (transfer none) (element-type FwPhrase): the phrases of all classes and the exceptions from them
 */
GPtrArray *
fw_lexicon_get_phrases (FwLexicon *self)
{
  return self->phrases;
}

/**
 * fw_alert_severity_to_string:
 *
 * Returns: (transfer none): the word that files and JSON use
 */
const char *
fw_alert_severity_to_string (FwAlertSeverity severity)
{
  static const char *const words[] = { "info", "caution", "high", "critical" };

  return words[severity];
}
