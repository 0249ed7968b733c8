#include "config.h"

#include "ui/preferences/fw-place-words.h"

#include "core/fw-paths.h"
#include "core/fw-task.h"
#include "exchange/fw-import-catalog.h"
#include "ui/fw-language.h"

/* The store has a city by the name that the packs give it; people have it by their own. Both stand in the catalog of imports. */

static gpointer
read_words (gpointer data)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *path = fw_paths_find_data ("import/kinds.xml");
  g_autoptr (FwImportCatalog) catalog = path != NULL ? fw_import_catalog_read (path, NULL) : NULL;
  GPtrArray *choices = catalog != NULL ? fw_import_catalog_get_choices (catalog, "place") : NULL;

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const FwImportChoice *choice = g_ptr_array_index (choices, i);

      for (char **word = choice->words; *word != NULL; word++)
        if (!g_str_is_ascii (*word) && !g_hash_table_contains (words, choice->value))
          g_hash_table_insert (words, g_strdup (choice->value), g_strdup (*word));
    }
  return words;
}

static GHashTable *
ref_chinese (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_hash_table_ref (g_once (&once, read_words, NULL));
}

/**
 * fw_place_words_read:
 *
 * Reads a file the first time; fw_place_words_prepare() has it read before anybody asks. From any thread.
 *
 * Returns: (transfer full): what each city is called in the window's language, by the name that the store has. Not to be changed.
 */
GHashTable *
fw_place_words_read (void)
{
  return g_str_has_prefix (fw_language_get (), "zh") ? ref_chinese () : g_hash_table_new (g_str_hash, g_str_equal);
}

static gpointer
prepare (gpointer data, GError **error)
{
  return ref_chinese ();
}

/**
 * fw_place_words_prepare:
 *
 * Has the words read on a worker thread.
 */
void
fw_place_words_prepare (void)
{
  fw_task_ask_async (NULL, prepare, NULL, NULL, (GDestroyNotify) g_hash_table_unref, NULL, NULL, NULL);
}

/**
 * fw_place_words_say:
 * @words: (nullable): from fw_place_words_read()
 *
 * Returns: what @place is called, itself where there is no other word for it
 */
const char *
fw_place_words_say (GHashTable *words,
                    const char *place)
{
  const char *word = words != NULL && place != NULL ? g_hash_table_lookup (words, place) : NULL;

  return word != NULL ? word : place;
}

/**
 * fw_place_words_find:
 * @words: (nullable): from fw_place_words_read()
 *
 * Returns: the name that the store has for the city that people call @word, @word itself where nothing is called so
 */
const char *
fw_place_words_find (GHashTable *words,
                     const char *word)
{
  GHashTableIter iter;
  gpointer place, called;

  if (words == NULL)
    return word;
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &place, &called))
    if (g_strcmp0 (called, word) == 0)
      return place;
  return word;
}
