#include "departure/fw-paper-style.h"

#include "core/fw-paths.h"
#include "core/fw-task.h"
#include "departure/fw-engine-private.h"
#include "departure/fw-paper-style-private.h"
#include "departure/fw-setting-private.h"
#include "departure/fw-workplace-private.h"
#include "documents/fw-document.h"
#include "documents/fw-template-diff.h"
#include "store/fw-evidence.h"

#include <string.h>

/* An answer that every case has until it says something else is a setting under this name and the answer's path. */
#define PREFIX "answer:"

/* A letterhead is small; what is bigger is a photograph that somebody chose by mistake. */
#define MOST_LOGO_BYTES (1024 * 1024)

static void
option_free (gpointer data)
{
  FwPaperOption *option = data;

  g_free (option->id);
  g_free (option->text);
  g_free (option->prints);
  g_free (option);
}

static void
setting_free (gpointer data)
{
  FwPaperSetting *setting = data;

  g_free (setting->path);
  g_free (setting->title);
  g_free (setting->warning);
  g_free (setting->paper_title);
  g_free (setting->value);
  g_ptr_array_unref (setting->options);
  g_free (setting);
}

static void
template_free (gpointer data)
{
  FwPaperTemplate *template = data;

  g_free (template->id);
  g_free (template->title);
  g_ptr_array_unref (template->lines);
  g_free (template);
}

/**
 * fw_paper_style_free:
 * @self: (nullable): what was read
 */
void
fw_paper_style_free (FwPaperStyle *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->settings);
  g_ptr_array_unref (self->templates);
  g_free (self->signatory);
  g_free (self->folder);
  g_free (self);
}

/* The answers that hold for every case which says nothing else: path → value. */
GHashTable *
_fw_paper_style_answers (FwStore *store,
                         GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) rows = fw_store_list (store, "setting", query, NULL, error);
  GHashTable *answers;

  if (rows == NULL)
    return NULL;
  answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *name = fw_record_get (rows->pdata[i], "name"), *value = fw_record_get (rows->pdata[i], "value");

      if (g_str_has_prefix (name, PREFIX) && value != NULL && *value != '\0')
        g_hash_table_replace (answers, g_strdup (name + strlen (PREFIX)), g_strdup (value));
    }
  return answers;
}

static char *
dup_paper_title (FwScene *scene,
                 FwPack *pack,
                 const char *id)
{
  const FwPaper *paper = fw_pack_find_paper (pack, id);

  return g_strdup (paper == NULL ? id : scene->chinese ? paper->name.zh : paper->name.en);
}

static void
add_setting (FwPaperStyle *self,
             FwScene *scene,
             FwPack *pack,
             const FwSetting *from,
             GHashTable *answers)
{
  FwPaperSetting *setting = g_new0 (FwPaperSetting, 1);
  const char *value;

  setting->path = g_strconcat ("setting/", from->id, NULL);
  setting->title = g_strdup (scene->chinese ? from->title.zh : from->title.en);
  setting->warning = g_strdup (scene->chinese ? from->warning.zh : from->warning.en);
  setting->paper_title = dup_paper_title (scene, pack, from->paper);
  value = g_hash_table_lookup (answers, setting->path);
  setting->value = g_strdup (value != NULL ? value : from->default_value);
  setting->options = g_ptr_array_new_with_free_func (option_free);
  for (guint i = 0; i < from->options->len; i++)
    {
      const FwOption *option = g_ptr_array_index (from->options, i);
      FwPaperOption *copy = g_new0 (FwPaperOption, 1);

      copy->id = g_strdup (option->id);
      copy->text = g_strdup (scene->chinese ? option->text.zh : option->text.en);
      copy->prints = g_strdup (option->prints);
      g_ptr_array_add (setting->options, copy);
    }
  g_ptr_array_add (self->settings, setting);
}

static gboolean
add_template (FwPaperStyle *self,
              FwScene *scene,
              FwPack *pack,
              const FwPaper *paper,
              const char *const *folders,
              GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GPtrArray) lines = fw_template_diff_files (folders, paper->id, &problem);
  FwPaperTemplate *template;

  if (lines == NULL && g_error_matches (problem, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_NOT_FOUND))
    return TRUE;
  if (lines == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  template = g_new0 (FwPaperTemplate, 1);
  template->id = g_strdup (paper->id);
  template->title = dup_paper_title (scene, pack, paper->id);
  template->lines = g_steal_pointer (&lines);
  g_ptr_array_add (self->templates, template);
  return TRUE;
}

static gboolean
add_pack (FwPaperStyle *self,
          FwScene *scene,
          FwPack *pack,
          GHashTable *answers,
          GError **error)
{
  GPtrArray *settings = fw_pack_get_settings (pack), *papers = fw_pack_get_papers (pack);
  g_auto (GStrv) folders = fw_document_find_folders (fw_pack_get_id (pack));

  for (guint i = 0; i < settings->len; i++)
    {
      const FwSetting *setting = g_ptr_array_index (settings, i);

      if (setting->paper != NULL)
        add_setting (self, scene, pack, setting, answers);
    }
  for (guint i = 0; i < papers->len; i++)
    if (!add_template (self, scene, pack, g_ptr_array_index (papers, i), (const char *const *) folders, error))
      return FALSE;
  if (self->folder == NULL)
    self->folder = g_strdup (folders[0]);
  return TRUE;
}

static gboolean
add_packs (FwPaperStyle *self,
           FwScene *scene,
           GHashTable *answers,
           FwPacks *packs,
           GError **error)
{
  g_auto (GStrv) ids = fw_packs_list (packs);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      FwPack *pack = fw_packs_get (packs, ids[i], error);

      if (pack == NULL || !add_pack (self, scene, pack, answers, error))
        return FALSE;
    }
  return TRUE;
}

static FwPaperStyle *
read_style (FwScene *scene,
            GError **error)
{
  g_autoptr (FwPaperStyle) self = g_new0 (FwPaperStyle, 1);
  g_autoptr (GHashTable) answers = NULL;
  FwPacks *packs;
  gboolean good;

  self->settings = g_ptr_array_new_with_free_func (setting_free);
  self->templates = g_ptr_array_new_with_free_func (template_free);
  answers = _fw_paper_style_answers (scene->store, error);
  packs = answers != NULL ? _fw_engine_lock (scene->engine, error) : NULL;
  if (packs == NULL)
    return NULL;
  self->signatory = g_strdup (g_hash_table_lookup (answers, FW_PAPER_STYLE_SIGNATORY));
  good = add_packs (self, scene, answers, packs, error);
  _fw_engine_unlock (scene->engine);
  return good ? g_steal_pointer (&self) : NULL;
}

/**
 * fw_paper_style_read:
 *
 * Returns: (transfer full) (nullable): how the company's papers look, in the workplace's language
 */
FwPaperStyle *
fw_paper_style_read (FwWorkplace *workplace,
                     GError **error)
{
  g_autoptr (FwScene) scene = _fw_workplace_dup_scene (workplace);

  return read_style (scene, error);
}

static void
read_in_thread_cb (GTask *task,
                   gpointer source,
                   gpointer scene,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  FwPaperStyle *style = read_style (scene, &error);

  if (style != NULL)
    g_task_return_pointer (task, style, (GDestroyNotify) fw_paper_style_free);
  else
    g_task_return_error (task, error);
}

/**
 * fw_paper_style_read_async:
 *
 * As fw_paper_style_read(), on a worker thread.
 */
void
fw_paper_style_read_async (FwWorkplace *workplace,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, cancellable, callback, user_data);

  g_task_set_source_tag (task, fw_paper_style_read_async);
  g_task_set_task_data (task, _fw_workplace_dup_scene (workplace), (GDestroyNotify) _fw_scene_unref);
  fw_task_run_in_thread (task, read_in_thread_cb);
}

FwPaperStyle *
fw_paper_style_read_finish (FwWorkplace *workplace,
                            GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workplace), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * fw_paper_style_set:
 * @path: the path of a #FwPaperSetting, or %FW_PAPER_STYLE_SIGNATORY
 * @value: (nullable): %NULL or empty: as the pack has it, nobody
 *
 * Says what holds for the papers of every case that says nothing else and is not issued yet; one event.
 */
gboolean
fw_paper_style_set (FwWorkplace *workplace,
                    const char *path,
                    const char *value,
                    GError **error)
{
  g_autofree char *name = g_strconcat (PREFIX, path, NULL);
  g_autoptr (FwEvent) event =
    _fw_setting_put (fw_workplace_get_store (workplace), fw_workplace_get_who (workplace), name, value, error);

  return event != NULL;
}

static gboolean
is_png (GFile *file,
        GError **error)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GFileInfo) info = NULL;
  guint8 head[sizeof (signature)] = { 0 };
  gsize read = 0;

  if (stream == NULL ||
      (info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, error)) == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof (head), &read, NULL, error))
    return FALSE;
  if (memcmp (head, signature, sizeof (signature)) == 0 && g_file_info_get_size (info) <= MOST_LOGO_BYTES)
    return TRUE;
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "the logo must be a PNG of at most %d bytes",
               MOST_LOGO_BYTES);
  return FALSE;
}

/**
 * fw_paper_style_set_logo:
 * @employer_id: whose letterhead
 * @file: (nullable): a PNG of at most 1 MiB; %NULL: no logo
 *
 * Changes the logo on the papers that are issued from now on; one event.
 */
gboolean
fw_paper_style_set_logo (FwWorkplace *workplace,
                         const char *employer_id,
                         GFile *file,
                         GError **error)
{
  FwStore *store = fw_workplace_get_store (workplace);
  g_autoptr (FwCommand) command = fw_command_new ("employer.change", fw_workplace_get_who (workplace), NULL);
  g_autoptr (FwRecord) change = fw_record_new_with_id ("employer", employer_id);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (FwEvent) event = NULL;
  g_autofree char *sha256 = NULL;

  if (file != NULL && (!is_png (file, error) || (stream = g_file_read (file, NULL, error)) == NULL ||
                       (sha256 = fw_store_take_in_file (store, G_INPUT_STREAM (stream), NULL, NULL, NULL, NULL, error)) == NULL))
    return FALSE;
  fw_record_set (change, "logo-sha256", sha256);
  fw_command_put (command, change);
  event = fw_store_run (store, command, NULL, error);
  return event != NULL;
}
