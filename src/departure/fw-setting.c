#include "departure/fw-setting-private.h"

static GPtrArray *
list_settings (FwStore *store,
               const char *name,
               GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("name", name);

  return fw_store_list (store, "setting", query, NULL, error);
}

/* Returns: (transfer full) (nullable): the value; %NULL without an error where there is none */
char *
_fw_setting_dup (FwStore *store,
                 const char *name,
                 GError **error)
{
  g_autoptr (GPtrArray) rows = list_settings (store, name, error);

  return rows != NULL && rows->len > 0 ? g_strdup (fw_record_get (rows->pdata[0], "value")) : NULL;
}

/* Returns: (transfer full) (nullable): the event by which the setting has that value from now on; %NULL or "" takes it away */
FwEvent *
_fw_setting_put (FwStore *store,
                 const char *who,
                 const char *name,
                 const char *value,
                 GError **error)
{
  g_autoptr (GPtrArray) rows = list_settings (store, name, error);
  g_autoptr (FwCommand) command = fw_command_new ("setting.change", who, NULL);
  g_autoptr (FwRecord) record = NULL;

  if (rows == NULL)
    return NULL;
  record = rows->len > 0 ? fw_record_copy (rows->pdata[0]) : fw_record_new ("setting");
  fw_record_set (record, "name", name);
  fw_record_set (record, "value", value != NULL && *value != '\0' ? value : NULL);
  fw_command_put (command, record);
  return fw_store_run (store, command, NULL, error);
}
