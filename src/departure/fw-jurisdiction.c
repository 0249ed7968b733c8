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

static const char *
longest_probation (FwPacks *packs,
                   FwRecord *employer,
                   FwDate on)
{
  const char *jurisdiction = fw_record_get (employer, "jurisdiction");
  FwPack *pack = jurisdiction != NULL ? fw_packs_get (packs, jurisdiction, NULL) : NULL;

  return pack != NULL ? fw_pack_get_feature (pack, "longest-probation-months", on) : NULL;
}

/**
 * fw_jurisdiction_longest_probation:
 * @on: the day whose law is asked for
 *
 * The longest probation that the law allows the people of this company, as the pack has it with its article.
 *
 * Returns: months; 0 where no pack says it, or the company's employers are under laws that differ
 */
guint
fw_jurisdiction_longest_probation (FwStore *store,
                                   FwDate on)
{
  g_autoptr (GPtrArray) employers = fw_store_list (store, "employer", NULL, NULL, NULL);
  g_autoptr (FwPacks) packs = employers != NULL && employers->len > 0 ? fw_packs_new (NULL) : NULL;
  const char *months = NULL;

  for (guint i = 0; packs != NULL && i < employers->len; i++)
    {
      const char *named = longest_probation (packs, g_ptr_array_index (employers, i), on);

      if (named == NULL || (months != NULL && !g_str_equal (named, months)))
        return 0;
      months = named;
    }
  return months != NULL ? (guint) g_ascii_strtoull (months, NULL, 10) : 0;
}
