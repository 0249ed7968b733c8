#include "config.h"

#include "ui/fw-settings.h"

#include "core/fw-paths.h"

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  const char *built = fw_paths_schema_folder ();
  g_autoptr (GSettingsSchemaSource) source = NULL;

  if (built != NULL)
    source = g_settings_schema_source_new_from_directory (built, installed, TRUE, NULL);
  if (source != NULL)
    return g_settings_schema_source_lookup (source, FW_APP_ID, TRUE);
  return installed != NULL ? g_settings_schema_source_lookup (installed, FW_APP_ID, TRUE) : NULL;
}

/**
 * fw_settings_new:
 *
 * Returns: (transfer full) (nullable): what the user has set; %NULL where the schema is not installed, and then every
 *   setting has its default
 */
GSettings *
fw_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
