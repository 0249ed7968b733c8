#include "config.h"

#include "ui/gate/fw-jurisdictions.h"

#include "core/fw-number.h"
#include "core/fw-task.h"
#include "rules/fw-packs.h"

void
fw_jurisdictions_free (FwJurisdictions *jurisdictions)
{
  g_strfreev (jurisdictions->ids);
  g_strfreev (jurisdictions->titles);
  g_strfreev (jurisdictions->time_zones);
  g_free (jurisdictions);
}

/* A pack that cannot be read is left out here; "packs --check" says what is wrong with it. */
static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (FwPacks) packs = fw_packs_new (&error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) time_zones = g_strv_builder_new ();
  g_auto (GStrv) listed = NULL;
  FwJurisdictions *jurisdictions;

  if (packs == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  listed = fw_packs_list (packs);
  for (guint i = 0; listed[i] != NULL; i++)
    {
      FwPack *pack = fw_packs_get (packs, listed[i], NULL);
      FwText title = pack != NULL ? fw_pack_get_title (pack) : (FwText) { NULL };
      const char *time_zone = pack != NULL ? fw_pack_get_feature (pack, "time-zone", FW_DATE_UNKNOWN) : NULL;
      const char *text = g_str_equal (data, "zh") ? title.zh : title.en;

      if (pack == NULL)
        continue;
      g_strv_builder_add (ids, listed[i]);
      g_strv_builder_add (titles, text != NULL ? text : listed[i]);
      g_strv_builder_add (time_zones, time_zone != NULL ? time_zone : "");
    }
  jurisdictions = g_new0 (FwJurisdictions, 1);
  jurisdictions->ids = g_strv_builder_end (ids);
  jurisdictions->titles = g_strv_builder_end (titles);
  jurisdictions->time_zones = g_strv_builder_end (time_zones);
  g_task_return_pointer (task, jurisdictions, (GDestroyNotify) fw_jurisdictions_free);
}

/**
 * fw_jurisdictions_list_async:
 * @language: "zh" or "en", for the titles
 *
 * Lists the packs that are installed, on another thread: compiling them takes a moment.
 */
void
fw_jurisdictions_list_async (const char *language, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_task_data (task, g_strdup (language), g_free);
  fw_task_run_in_thread (task, list_in_thread);
}

/**
 * fw_jurisdictions_list_finish:
 *
 * Returns: (transfer full) (nullable): the packs in the order of their ids
 */
FwJurisdictions *
fw_jurisdictions_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
