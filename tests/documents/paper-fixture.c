#include "paper-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

void
paper_fixture_set_up (PaperFixture *self,
                      gconstpointer data)
{
  self->folder = g_dir_make_tmp ("fairwell-paper-XXXXXX", NULL);
}

void
paper_fixture_tear_down (PaperFixture *self,
                         gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

char *
sample_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".xml", NULL);

  return g_test_build_filename (G_TEST_DIST, "documents", file, NULL);
}

/* Every sample follows the schema, so that a paper never depends on facts that nothing can give. */
FwFacts *
load_sample (const char *name)
{
  g_autofree char *path = sample_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwSchema) schema = fw_facts_load_schema (&error);
  FwFacts *facts = fw_facts_load_file (path, schema, &error);

  g_assert_no_error (error);
  return facts;
}

FwDocument *
make_paper (FwFacts *facts,
            const char *id,
            gboolean is_final,
            GPtrArray *overrides,
            GError **error)
{
  g_auto (GStrv) folders = fw_document_find_folders ("CN");
  FwDocumentOptions options = { .id = id, .folders = (const char *const *) folders, .is_final = is_final,
                                .overrides = overrides };

  return fw_document_new (facts, &options, error);
}

char *
paper_text (FwDocument *document)
{
  GPtrArray *blocks = fw_document_get_blocks (document);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (text, "%s\n", ((FwDocumentBlock *) g_ptr_array_index (blocks, i))->text);
  return g_string_free (text, FALSE);
}

FwDocumentBlock *
find_block (FwDocument *document,
            const char *id)
{
  GPtrArray *blocks = fw_document_get_blocks (document);

  for (guint i = 0; i < blocks->len; i++)
    {
      FwDocumentBlock *block = g_ptr_array_index (blocks, i);

      if (g_str_equal (block->id, id))
        return block;
    }
  return NULL;
}

void
assert_says (const char *text,
             const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is missing in:\n%s", words, text);
}

char *
run_tool (const char *tool,
          const char *first,
          const char *second)
{
  const char *arguments[] = { tool, first, second, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status = -1;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}
