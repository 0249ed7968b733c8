#include "departure/fw-recovery-sheet.h"

#include <string.h>

#include "store/fw-recovery-code.h"

/* Where there are several legal employers the first names the store, as it does in the window. */
static gboolean
set_company (FwFacts *facts,
             FwStore *store,
             GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) employers = NULL;
  const char *name;

  fw_query_page (query, 0, 1);
  employers = fw_store_list (store, "employer", query, NULL, error);
  if (employers == NULL)
    return FALSE;
  name = employers->len > 0 ? fw_record_get (g_ptr_array_index (employers, 0), "name") : NULL;
  return name == NULL || fw_facts_set (facts, "company/@name", name, error);
}

static GStrv
make_parameters (FwStore *store,
                 const char *code,
                 const char *language)
{
  g_autoptr (GStrvBuilder) parameters = g_strv_builder_new ();
  g_auto (GStrv) groups = g_strsplit (code, "-", FW_RECOVERY_CODE_GROUPS);

  g_strv_builder_add_many (parameters, "language", language, "store", fw_store_get_id (store), NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("code-%u", i + 1);

      g_strv_builder_add_many (parameters, name, groups[i], NULL);
    }
  return g_strv_builder_end (parameters);
}

/**
 * fw_recovery_sheet_new:
 * @code: what fw_store_make_recovery_sheet() answered
 * @made: the day it was made
 * @language: "zh" or "en"
 *
 * Reads the company's name from the store: not for the main thread.
 *
 * Returns: (transfer full) (nullable): the sheet as it is printed; it carries the code, so whoever has it opens the store
 */
FwDocument *
fw_recovery_sheet_new (FwStore *store,
                       const char *code,
                       FwDate made,
                       const char *language,
                       GError **error)
{
  g_auto (GStrv) folders = fw_document_find_folders (NULL);
  g_auto (GStrv) parameters = make_parameters (store, code, language);
  g_autofree char *day = fw_date_to_string (made);
  g_autoptr (FwFacts) facts = fw_facts_new ();
  FwDocumentOptions options = {
    .id = "recovery-sheet",
    .folders = (const char *const *) folders,
    .is_final = TRUE,
    .parameters = (const char *const *) parameters,
  };

  if (!fw_facts_set (facts, "@as-of", day, error) || !set_company (facts, store, error))
    return NULL;
  return fw_document_new (facts, &options, error);
}
