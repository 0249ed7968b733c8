#include "departure/fw-mood-reading.h"

#include "departure/fw-setting-private.h"
#include "rules/fw-packs.h"

#define SETTING "mood-from-words"
#define FEATURE "emotion-recognition"

static gboolean
is_lawful_in (FwPacks *packs,
              const char *jurisdiction,
              FwDate on)
{
  FwPack *pack = jurisdiction != NULL ? fw_packs_get (packs, jurisdiction, NULL) : NULL;

  return pack != NULL && g_strcmp0 (fw_pack_get_feature (pack, FEATURE, on), "prohibited") != 0;
}

/**
 * fw_mood_reading_is_lawful:
 * @jurisdiction: (nullable): whose law; %NULL: that of every employer of the company
 * @on: the day whose law is asked for
 *
 * Returns: whether the law lets a mood be read from words; %FALSE where the pack forbids it or there is no pack
 */
gboolean
fw_mood_reading_is_lawful (FwStore *store,
                           const char *jurisdiction,
                           FwDate on)
{
  g_autoptr (FwPacks) packs = fw_packs_new (NULL);
  g_autoptr (GPtrArray) employers = NULL;

  if (packs == NULL || jurisdiction != NULL)
    return packs != NULL && is_lawful_in (packs, jurisdiction, on);
  employers = fw_store_list (store, "employer", NULL, NULL, NULL);
  if (employers == NULL || employers->len == 0)
    return FALSE;
  for (guint i = 0; i < employers->len; i++)
    if (!is_lawful_in (packs, fw_record_get (employers->pdata[i], "jurisdiction"), on))
      return FALSE;
  return TRUE;
}

/**
 * fw_mood_reading_is_on:
 *
 * Returns: whether the company has chosen that words are read for a mood; nobody has unless somebody did
 */
gboolean
fw_mood_reading_is_on (FwStore *store,
                       GError **error)
{
  g_autofree char *value = _fw_setting_dup (store, SETTING, error);

  return g_strcmp0 (value, "true") == 0;
}

/**
 * fw_mood_reading_set:
 *
 * Returns: (transfer full) (nullable): the event, which undo takes back; refused where the law forbids it
 */
FwEvent *
fw_mood_reading_set (FwWorkplace *workplace,
                     gboolean on,
                     GError **error)
{
  FwStore *store = fw_workplace_get_store (workplace);

  if (on && !fw_mood_reading_is_lawful (store, NULL, fw_workplace_get_today (workplace)))
    {
      g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED,
                           "the law of this company does not let a mood be read from words");
      return NULL;
    }
  return _fw_setting_put (store, fw_workplace_get_who (workplace), SETTING, on ? "true" : NULL, error);
}
