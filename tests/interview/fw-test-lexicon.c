#include "fw-test-lexicon.h"

#include <glib/gstdio.h>

#include "core/fw-paths.h"
#include "fw-test-folder.h"

static char *own_folder;

const char *
fw_test_folder (void)
{
  if (own_folder == NULL)
    own_folder = g_dir_make_tmp ("fairwell-interview-XXXXXX", NULL);
  g_assert_nonnull (own_folder);
  return own_folder;
}

int
fw_test_run (void)
{
  int result = g_test_run ();

  if (own_folder != NULL)
    test_remove_tree (own_folder);
  g_clear_pointer (&own_folder, g_free);
  return result;
}

char *
fw_test_lexicon_write (const char *name,
                       const char *file,
                       const char *text)
{
  g_autofree char *folder = g_build_filename (fw_test_folder (), name, NULL);
  g_autofree char *phrases = g_build_filename (folder, "phrases", NULL);
  g_autofree char *path = g_build_filename (phrases, file, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (phrases, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&folder);
}

FwLexicon *
fw_test_lexicon_read (const char *folder,
                      const char *under,
                      GError **error)
{
  const char *folders[] = { folder, under, NULL };

  return fw_lexicon_new_for_folders (folders, error);
}

FwPhraseWatch *
fw_test_watch_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwLexicon) lexicon = fw_lexicon_new (&error);

  g_assert_no_error (error);
  return fw_phrase_watch_new (lexicon);
}

FwPhraseWatch *
fw_test_phrases_new (void)
{
  g_autofree char *from = fw_paths_find_data ("phrases");
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (from, 0, &error);
  g_autoptr (FwLexicon) lexicon = NULL;
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      {
        g_autofree char *path = g_build_filename (from, name, NULL);
        g_autofree char *text = NULL;

        g_file_get_contents (path, &text, NULL, &error);
        g_assert_no_error (error);
        g_free (folder);
        folder = fw_test_lexicon_write ("phrases-alone", name, text);
      }
  lexicon = fw_test_lexicon_read (folder, NULL, &error);
  g_assert_no_error (error);
  return fw_phrase_watch_new (lexicon);
}

char *
fw_test_watch_line (FwPhraseWatch *watch,
                    const char *line,
                    FwSpeaker speaker)
{
  g_autoptr (GArray) alerts = fw_phrase_watch_read (watch, line, -1, speaker);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < alerts->len; i++)
    {
      const FwAlert *alert = &g_array_index (alerts, FwAlert, i);

      g_string_append_printf (told, "[%s %s %s %u+%u%s%s]", alert->phrase->of->id, fw_alert_severity_to_string (alert->severity),
                              alert->phrase->text, alert->offset, alert->length, alert->possible ? " possible" : "",
                              alert->negated ? " negated" : "");
    }
  return g_string_free (told, FALSE);
}
