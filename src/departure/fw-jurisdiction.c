#include "departure/fw-jurisdiction.h"

#include "rules/fw-packs.h"

/**
 * fw_jurisdiction_dup_time_zone:
 * @id: (nullable): a jurisdiction; %NULL: whichever there are
 *
 * Where "today" is for a store that is to be made, when nobody has said it.
 *
 * Returns: (transfer full) (nullable): the time zone that the packs name; %NULL where they name none, or several
 */
char *
fw_jurisdiction_dup_time_zone (const char *id)
{
  g_autoptr (FwPacks) packs = fw_packs_new (NULL);
  g_auto (GStrv) ids = packs != NULL ? fw_packs_list (packs) : NULL;
  const char *zone = NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      FwPack *pack = id == NULL || g_ascii_strcasecmp (ids[i], id) == 0 ? fw_packs_get (packs, ids[i], NULL) : NULL;
      const char *named = pack != NULL ? fw_pack_get_feature (pack, "time-zone", FW_DATE_UNKNOWN) : NULL;

      if (named != NULL && zone != NULL && !g_str_equal (named, zone))
        return NULL;
      zone = named != NULL ? named : zone;
    }
  return g_strdup (zone);
}
