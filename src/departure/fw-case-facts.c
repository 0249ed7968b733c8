#include "departure/fw-case-records-private.h"

#include "departure/fw-employee-facts-private.h"

/* Answers that are none of the facts' own: the status check while it is a form, the law's readings, changed wordings. */
static const char *const own_paths[] = { "status/", "setting/", "wording/", "wording-of/" };

gboolean
_fw_case_path_is_own (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_paths); i++)
    if (g_str_has_prefix (path, own_paths[i]))
      return TRUE;
  return FALSE;
}

/* What the records say stands: an answer only fills what they leave open. The case's own matters have no other source. */
static gboolean
yields_to_records (FwFacts *facts,
                   const char *path)
{
  return !g_str_has_prefix (path, "departure/") && !g_str_has_prefix (path, "case/") && fw_facts_get (facts, path) != NULL;
}

static gboolean
put_answers (FwFacts *facts,
             GHashTable *answers,
             GError **error)
{
  g_autoptr (GList) paths = g_list_sort (g_hash_table_get_keys (answers), (GCompareFunc) strcmp);

  for (GList *l = paths; l != NULL; l = l->next)
    if (!_fw_case_path_is_own (l->data) && !yields_to_records (facts, l->data) &&
        !fw_facts_set (facts, l->data, g_hash_table_lookup (answers, l->data), error))
      return FALSE;
  return TRUE;
}

/* Whether the case itself says how the law is read, and not only the company. */
gboolean
_fw_case_chose_reading (FwCaseRecords *records,
                        GHashTable *answers,
                        const char *path)
{
  const char *value = g_hash_table_lookup (answers, path);

  return value != NULL && (g_hash_table_contains (records->answers, path) ||
                           g_strcmp0 (value, g_hash_table_lookup (records->house, path)) != 0);
}

static gboolean
put_setting (FwFacts *facts,
             const char *id,
             const char *value,
             GError **error)
{
  FwXmlNode *node = fw_facts_append (facts, "setting", error);

  if (node == NULL)
    return FALSE;
  fw_xml_node_set (node, "id", id);
  fw_xml_node_set (node, "value", value);
  return TRUE;
}

/* Readings of the law, setting/pre2008-partial = continuous: the case's own, else the company's for the city
 * (setting/pre2008-partial@Shanghai), else the company's. */
static gboolean
put_settings (FwFacts *facts,
              FwCaseRecords *records,
              GHashTable *answers,
              GError **error)
{
  g_autoptr (GList) paths = g_list_sort (g_hash_table_get_keys (answers), (GCompareFunc) strcmp);
  g_autofree char *here = g_strconcat ("@", fw_facts_get (facts, "@place"), NULL);

  for (GList *l = paths; l != NULL; l = l->next)
    {
      const char *path = l->data, *place = strchr (path, '@');
      g_autofree char *plain = g_strndup (path, place != NULL ? (gsize) (place - path) : strlen (path));
      g_autofree char *of_city = g_strconcat (plain, here, NULL);

      if (!g_str_has_prefix (path, "setting/"))
        continue;
      if (place != NULL ? !g_str_equal (place, here) || _fw_case_chose_reading (records, answers, plain)
                        : g_hash_table_contains (answers, of_city) && !_fw_case_chose_reading (records, answers, plain))
        continue;
      if (!put_setting (facts, plain + strlen ("setting/"), g_hash_table_lookup (answers, path), error))
        return FALSE;
    }
  return TRUE;
}

static const char *
status_answer (GHashTable *answers,
               const char *kind,
               const char *attribute)
{
  g_autofree char *path = g_strdup_printf ("status/%s/@%s", kind, attribute);

  return g_hash_table_lookup (answers, path);
}

/* Each "yes" of the status check protects from the moment it is said, before the form is taken. What the person's records
 * already say stays as it is there: a form does not take a protection away. */
static gboolean
put_protections (FwFacts *facts,
                 FwCaseRecords *records,
                 GHashTable *answers,
                 GError **error)
{
  g_autoptr (GList) paths = g_list_sort (g_hash_table_get_keys (answers), (GCompareFunc) strcmp);

  for (GList *l = paths; l != NULL; l = l->next)
    {
      g_auto (GStrv) parts = g_strsplit (l->data, "/", 3);
      FwXmlNode *node;

      if (g_strv_length (parts) != 3 || !g_str_equal (parts[0], "status") || !g_str_equal (parts[2], "@answer") ||
          g_strcmp0 (g_hash_table_lookup (answers, l->data), "yes") != 0 ||
          _fw_case_records_protection (records, parts[1]) != NULL)
        continue;
      node = fw_facts_append (facts, "employee/protection", error);
      if (node == NULL)
        return FALSE;
      fw_xml_node_set (node, "kind", parts[1]);
      for (guint i = 0; _fw_protection_details[i] != NULL; i++)
        if (status_answer (answers, parts[1], _fw_protection_details[i]) != NULL)
          fw_xml_node_set (node, _fw_protection_details[i], status_answer (answers, parts[1], _fw_protection_details[i]));
    }
  return TRUE;
}

static void
set_from (FwXmlNode *node,
          const char *attribute,
          FwRecord *record,
          const char *field)
{
  const char *value = fw_record_get (record, field);

  if (value != NULL && *value != '\0')
    fw_xml_node_set (node, attribute, value);
}

/* What is on file, and every paper that was issued: a paper proves itself under its own name. */
static gboolean
put_evidence (FwFacts *facts,
              FwCaseRecords *records,
              GError **error)
{
  for (guint i = 0; i < records->evidence->len; i++)
    {
      FwXmlNode *node = fw_facts_append (facts, "evidence", error);

      if (node == NULL)
        return FALSE;
      set_from (node, "kind", records->evidence->pdata[i], "kind");
      set_from (node, "date", records->evidence->pdata[i], "date");
      set_from (node, "sha256", records->evidence->pdata[i], "sha256");
      set_from (node, "title", records->evidence->pdata[i], "title");
    }
  for (guint i = 0; i < records->issued->len; i++)
    {
      FwXmlNode *node;

      if (fw_record_get (records->issued->pdata[i], "withdrawn") != NULL)
        continue;
      node = fw_facts_append (facts, "evidence", error);
      if (node == NULL)
        return FALSE;
      set_from (node, "kind", records->issued->pdata[i], "document");
      set_from (node, "date", records->issued->pdata[i], "issued");
      set_from (node, "sha256", records->issued->pdata[i], "sha256");
      set_from (node, "title", records->issued->pdata[i], "title");
    }
  return TRUE;
}

/* An id that a file of the company brought in may be any text: as a fact it has to be a name. */
static gboolean
is_name (const char *id)
{
  return g_ascii_isalnum (*id) && strspn (id, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "._-") == strlen (id);
}

/* Why the person leaves, without the words, which are for nobody's check. */
static gboolean
put_reasons (FwFacts *facts,
             FwCaseRecords *records,
             GError **error)
{
  for (guint i = 0; i < records->reasons->len; i++)
    {
      FwXmlNode *node;

      if (!is_name (fw_record_get (records->reasons->pdata[i], "reason")))
        continue;
      node = fw_facts_append (facts, "reason", error);
      if (node == NULL)
        return FALSE;
      set_from (node, "id", records->reasons->pdata[i], "reason");
      set_from (node, "weight", records->reasons->pdata[i], "weight");
    }
  return TRUE;
}

static gboolean
put_overrides (FwFacts *facts,
               FwCaseRecords *records,
               GError **error)
{
  static const char *const fields[] = { "finding", "by", "on", "reason" };

  for (guint i = 0; i < records->overrides->len; i++)
    {
      FwXmlNode *node = fw_facts_append (facts, "override", error);

      if (node == NULL)
        return FALSE;
      for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
        set_from (node, fields[k], records->overrides->pdata[i], fields[k]);
    }
  return TRUE;
}

/* All that is known of a case as of @today: the person's records, the case's answers, its evidence, the figures of the
 * place. The day of the law is the day of notice, else the last day, else today. */
FwFacts *
_fw_case_facts_new (FwStore *store,
                    FwCaseRecords *records,
                    GHashTable *answers,
                    FwDate today,
                    GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_new ();

  if (!_fw_employee_facts_fill (store, fw_record_get (records->row, "employee-id"), today, facts, error) ||
      !put_answers (facts, answers, error) || !_fw_case_group_put_people (records, facts, error) || !put_protections (facts, records, answers, error) ||
      !put_reasons (facts, records, error) || !put_evidence (facts, records, error) || !put_settings (facts, records, answers, error) ||
      !put_overrides (facts, records, error))
    return NULL;
  _fw_facts_put (facts, "case/@id", fw_record_get_id (records->row));
  _fw_facts_put (facts, "case/@number", fw_record_get (records->row, "number"));
  if (!_fw_local_facts_fill (store, fw_facts_judged_on (facts), facts, error))
    return NULL;
  return g_steal_pointer (&facts);
}
