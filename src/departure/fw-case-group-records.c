#include "departure/fw-case-records-private.h"

/* What a case shares with those that are one decision with it: answers, evidence, papers, and who they are. */

static GPtrArray *
list_of_group (FwCaseRecords *self,
               FwStore *store,
               const char *kind,
               GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("case-group-id", fw_record_get_id (self->group));

  fw_query_order (query, "seq", FALSE);
  return fw_store_list (store, kind, query, NULL, error);
}

/* Why that one is chosen, as its own case says; "" where it says nothing. */
static char *
find_reason (FwStore *store,
             const char *case_id,
             GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("case-id", case_id);
  g_autoptr (GPtrArray) rows = NULL;
  const char *value = NULL;

  fw_query_where (query, "path", FW_QUERY_EQUALS, FW_GROUP_REASON);
  rows = fw_store_list (store, "case-answer", query, NULL, error);
  if (rows != NULL && rows->len > 0)
    value = fw_record_get (rows->pdata[0], "value");
  return rows != NULL ? g_strdup (value != NULL ? value : "") : NULL;
}

/* Who is decided upon together; withdrawn cases are none of them any more. */
static gboolean
load_people (FwCaseRecords *self,
             FwStore *store,
             GError **error)
{
  g_autoptr (GPtrArray) cases = list_of_group (self, store, "case", error);

  if (cases == NULL)
    return FALSE;
  self->group_cases = g_ptr_array_new_with_free_func (g_object_unref);
  self->group_people = g_ptr_array_new_with_free_func (g_object_unref);
  self->group_reasons = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < cases->len; i++)
    {
      FwRecord *person;
      char *reason;

      if (g_strcmp0 (fw_record_get (cases->pdata[i], "state"), "withdrawn") == 0)
        continue;
      person = fw_store_get (store, "employee-overview", fw_record_get (cases->pdata[i], "employee-id"), error);
      if (person == NULL || (reason = find_reason (store, fw_record_get_id (cases->pdata[i]), error)) == NULL)
        {
          g_clear_object (&person);
          return FALSE;
        }
      g_ptr_array_add (self->group_reasons, reason);
      g_ptr_array_add (self->group_cases, g_object_ref (cases->pdata[i]));
      g_ptr_array_add (self->group_people, person);
    }
  return TRUE;
}

/* What was said for all is an answer of each; what a case says itself is laid over it later. */
static gboolean
load_answers (FwCaseRecords *self,
              FwStore *store,
              GError **error)
{
  g_autoptr (GPtrArray) rows = list_of_group (self, store, "case-group-answer", error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const char *path = fw_record_get (rows->pdata[i], "path");

      g_hash_table_replace (self->answer_rows, g_strdup (path), g_object_ref (rows->pdata[i]));
      if (fw_record_get (rows->pdata[i], "value") != NULL)
        g_hash_table_replace (self->answers, g_strdup (path), g_strdup (fw_record_get (rows->pdata[i], "value")));
    }
  return rows != NULL;
}

/* Adds the shared records of one kind that came of another case of the group. */
static gboolean
add_shared (FwCaseRecords *self,
            FwStore *store,
            const char *kind,
            GPtrArray *own,
            GError **error)
{
  g_autoptr (GPtrArray) rows = list_of_group (self, store, kind, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_strcmp0 (fw_record_get (rows->pdata[i], "case-id"), fw_record_get_id (self->row)) != 0)
      g_ptr_array_add (own, g_object_ref (rows->pdata[i]));
  return rows != NULL;
}

/* The group of the case, its people and its answers; first of all that is read of a case. */
gboolean
_fw_case_group_load (FwCaseRecords *self,
                     FwStore *store,
                     GError **error)
{
  const char *id = fw_record_get (self->row, "case-group-id");
  const char *paths;

  if (id == NULL)
    return TRUE;
  self->group = fw_store_get (store, "case-group", id, error);
  if (self->group == NULL)
    return FALSE;
  paths = fw_record_get (self->group, "answers");
  self->group_paths = g_strsplit (paths != NULL ? paths : "", " ", -1);
  return load_people (self, store, error) && load_answers (self, store, error);
}

/* What was proved, issued and delivered once for all, beside what is the case's own. */
gboolean
_fw_case_group_load_shared (FwCaseRecords *self,
                            FwStore *store,
                            GError **error)
{
  return self->group == NULL || (add_shared (self, store, "evidence", self->evidence, error) &&
                                 add_shared (self, store, "document-issued", self->issued, error) &&
                                 add_shared (self, store, "delivery", self->deliveries, error));
}

/* Whether an answer holds for all that are decided upon together. */
gboolean
_fw_case_is_shared_path (FwCaseRecords *self,
                         const char *path)
{
  for (guint i = 0; self->group_paths != NULL && self->group_paths[i] != NULL; i++)
    if (*self->group_paths[i] != '\0' && g_str_has_prefix (path, self->group_paths[i]))
      return TRUE;
  return FALSE;
}

/* An event that concerns all of the group stands in the course of each. */
void
_fw_case_tell_group (FwCaseRecords *self,
                     FwCommand *command)
{
  for (guint i = 0; self->group_cases != NULL && i < self->group_cases->len; i++)
    fw_command_add_subject (command, fw_record_get_id (self->group_cases->pdata[i]));
}

static gboolean
put_field (FwFacts *facts,
           const char *element,
           guint place,
           const char *field,
           const char *value,
           GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s[%u]/@%s", element, place + 1, field);

  return value == NULL || fw_facts_set (facts, path, value, error);
}

/* How many leave together, and who: each an element of the facts. */
gboolean
_fw_case_group_put_people (FwCaseRecords *self,
                           FwFacts *facts,
                           GError **error)
{
  static const char *const fields[] = { "number", "name", "position", "hired", "contract", "contract-end" };
  const char *count = self->group != NULL ? fw_record_get (self->group, "count") : NULL;
  const char *people = self->group != NULL ? fw_record_get (self->group, "people") : NULL;

  if (count != NULL && fw_facts_get (facts, count) == NULL)
    {
      g_autofree char *text = g_strdup_printf ("%u", self->group_cases->len);

      if (!fw_facts_set (facts, count, text, error))
        return FALSE;
    }
  for (guint i = 0; people != NULL && i < self->group_people->len; i++)
    {
      const char *reason = self->group_reasons->pdata[i];

      for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
        if (!put_field (facts, people, i, fields[k], fw_record_get (self->group_people->pdata[i], fields[k]), error))
          return FALSE;
      if (!put_field (facts, people, i, "reason", *reason != '\0' ? reason : NULL, error))
        return FALSE;
    }
  return TRUE;
}
