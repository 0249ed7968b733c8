#include <stdio.h>
#include <string.h>

#include "cli/fw-cli-commands.h"
#include "cli/fw-cli-people-filter.h"

/* The columns of a list of people, as everywhere in the program. */
static const char *const list_fields[] = { "number",   "name",   "status", "department",
                                           "position", "branch", "hired",  "contract-end", NULL };

static char *
json_name (const char *field)
{
  return g_strdelimit (g_strdup (field), "-", '_');
}

/*
 * What a reader of JSON may reckon with stays exact: money and numbers are strings, counts numbers,
 * truth true or false.
 */
static void
add_value (JsonBuilder *json,
           const char *field,
           FwFieldType type,
           const char *value)
{
  g_autofree char *name = json_name (field);

  json_builder_set_member_name (json, name);
  if (value == NULL)
    json_builder_add_null_value (json);
  else if (type == FW_FIELD_TRUTH)
    json_builder_add_boolean_value (json, strcmp (value, "true") == 0);
  else if (type == FW_FIELD_COUNT)
    json_builder_add_int_value (json, g_ascii_strtoll (value, NULL, 10));
  else
    json_builder_add_string_value (json, value);
}

/* Takes every "--filter FIELD=VALUE" into @query; names as in the list and in its JSON. Empty: not known. */
static gboolean
take_filters (FwCli *cli,
              FwQuery *query)
{
  char *taken;

  while ((taken = fw_cli_take_option (cli, "--filter")) != NULL)
    {
      g_autofree char *filter = taken;
      char *value = strchr (filter, '=');

      if (value == NULL)
        return FALSE;
      *value++ = '\0';
      g_strdelimit (filter, "_", '-');
      if (!g_strv_contains (list_fields, filter))
        return FALSE;
      fw_query_where (query, filter, *value != '\0' ? FW_QUERY_EQUALS : FW_QUERY_UNKNOWN, *value != '\0' ? value : NULL);
    }
  return TRUE;
}

/* In the order of the search where a text is looked for, else by number, unless another order is asked for. */
static GPtrArray *
find_people (FwStore *store,
             const char *text,
             FwPeopleFilter *wanted,
             FwDate today,
             FwQuery *query,
             GError **error)
{
  FwEmployeeFilter filter = { .department_id = NULL };
  g_autoptr (GArray) seqs = NULL;

  if (!fw_people_filter_fill (wanted, store, today, &filter, error))
    return NULL;
  if (text == NULL && filter.order == NULL)
    filter.order = "number";
  seqs = fw_store_search (store, text, &filter, NULL, error);
  if (seqs == NULL)
    return NULL;
  fw_query_seqs (query, (const guint32 *) (gpointer) seqs->data, seqs->len);
  return fw_store_list (store, "employee-overview", query, NULL, error);
}

static void
print_people_json (GPtrArray *people)
{
  const FwRecordKind *kind = fw_record_kind_find ("employee-overview");
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (json);
  for (guint i = 0; i < people->len; i++)
    {
      json_builder_begin_object (json);
      for (guint f = 0; list_fields[f] != NULL; f++)
        add_value (json, list_fields[f], fw_record_kind_find_field (kind, list_fields[f])->type,
                   fw_record_get (g_ptr_array_index (people, i), list_fields[f]));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  root = json_builder_get_root (json);
  fw_cli_print_json (root);
}

static void
print_people (GPtrArray *people,
              gboolean zh)
{
  const char *const zh_headings[] = { "工号", "姓名", "状态", "部门", "职位", "分支机构", "入职日期", "合同到期", NULL };
  const char *const en_headings[] = { "Number", "Name",  "Status",       "Department", "Position",
                                      "Branch", "Hired", "Contract end", NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < people->len; i++)
    {
      char **row = g_new0 (char *, G_N_ELEMENTS (list_fields));

      for (guint f = 0; list_fields[f] != NULL; f++)
        {
          const char *value = fw_record_get (g_ptr_array_index (people, i), list_fields[f]);

          row[f] = g_strdup (value != NULL ? value : "");
        }
      g_ptr_array_add (rows, row);
    }
  fw_cli_print_table (zh ? zh_headings : en_headings, rows);
  printf (zh ? "%u 人\n" : people->len == 1 ? "%u person\n" : "%u people\n", people->len);
}

static FwExit
run_employees (FwCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = fw_cli_take_option (cli, "--search");
  g_autoptr (FwQuery) query = fw_query_new ();
  gboolean filtered = take_filters (cli, query);
  g_auto (FwPeopleFilter) wanted = { .department = NULL };
  const char *misused = fw_people_filter_take (&wanted, cli);
  g_autofree char *path = fw_cli_take_word (cli);
  g_autoptr (FwStore) store = NULL;
  g_autoptr (GPtrArray) people = NULL;
  FwDate today = FW_DATE_UNKNOWN;

  if (!filtered || misused != NULL)
    return fw_cli_misused (cli, !filtered ? "--filter is FIELD=VALUE, with a field of the list" : misused);
  if (path == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  store = fw_cli_open_store (cli, path, FW_STORE_READ, &error);
  if (store != NULL)
    today = fw_cli_today (cli, store, &error);
  people = fw_date_is_known (today) ? find_people (store, text, &wanted, today, query, &error) : NULL;
  if (people == NULL)
    return fw_cli_fail (cli, error);
  if (cli->json)
    print_people_json (people);
  else
    print_people (people, g_str_equal (cli->language, "zh"));
  fw_store_close (store);
  return FW_EXIT_DONE;
}

/* How a person knows the record that a field refers to: by its number, name or title. */
static char *
name_of (FwStore *store,
         const FwField *field,
         const char *id)
{
  const char *const names[] = { "number", "name", "title" };
  g_autoptr (FwRecord) record = fw_store_get (store, field->refers_to, id, NULL);

  for (guint i = 0; record != NULL && i < G_N_ELEMENTS (names); i++)
    if (fw_record_kind_find_field (fw_record_get_kind (record), names[i]) != NULL &&
        fw_record_get (record, names[i]) != NULL)
      return g_strdup (fw_record_get (record, names[i]));
  return NULL;
}

/* A value as it is shown: ids mean nothing outside the store, and whose record it is stands above it. */
static char *
shown_value (FwStore *store,
             FwRecord *record,
             const FwField *field)
{
  const char *value = fw_record_get (record, field->name);

  if (value == NULL || field->type != FW_FIELD_REFERENCE)
    return g_strdup (value);
  if (strcmp (field->name, "employee-id") == 0 || fw_record_get_kind (record)->read_only)
    return NULL;
  return name_of (store, field, value);
}

static char *
shown_name (const FwField *field)
{
  if (field->type == FW_FIELD_REFERENCE && g_str_has_suffix (field->name, "-id"))
    return g_strndup (field->name, strlen (field->name) - strlen ("-id"));
  return g_strdup (field->name);
}

/* What is unknown is not said. */
static void
add_record (FwStore *store,
            FwRecord *record,
            JsonBuilder *json)
{
  const FwRecordKind *kind = fw_record_get_kind (record);

  json_builder_begin_object (json);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = shown_value (store, record, &kind->fields[i]);
      g_autofree char *name = shown_name (&kind->fields[i]);

      if (value != NULL)
        add_value (json, name, kind->fields[i].type, value);
    }
  json_builder_end_object (json);
}

static void
print_record (FwStore *store,
              FwRecord *record)
{
  const FwRecordKind *kind = fw_record_get_kind (record);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = shown_value (store, record, &kind->fields[i]);
      g_autofree char *name = shown_name (&kind->fields[i]);

      if (value != NULL)
        g_string_append_printf (line, "%s%s: %s", line->len > 0 ? " · " : "  ", name, value);
    }
  printf ("%s\n", line->str);
}

/*
 * Answers %FALSE with an error where a list cannot be read; a kind of which the person has nothing is
 * left out.
 */
static gboolean
show_kind (FwStore *store,
           const FwRecordKind *kind,
           const char *id,
           JsonBuilder *json,
           GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("employee-id", id);
  g_autoptr (GPtrArray) records = fw_store_list (store, kind->name, query, NULL, error);
  g_autofree char *name = json_name (kind->name);

  if (records == NULL)
    return FALSE;
  if (records->len == 0)
    return TRUE;
  if (json == NULL)
    printf ("\n%s (%u)\n", kind->name, records->len);
  else
    {
      json_builder_set_member_name (json, name);
      json_builder_begin_array (json);
    }
  for (guint i = 0; i < records->len; i++)
    if (json != NULL)
      add_record (store, g_ptr_array_index (records, i), json);
    else
      print_record (store, g_ptr_array_index (records, i));
  if (json != NULL)
    json_builder_end_array (json);
  return TRUE;
}

/* What only this company keeps of somebody, under the names it gave. Answers %FALSE with an error. */
static gboolean
show_own_fields (FwStore *store,
                 const char *id,
                 JsonBuilder *json,
                 GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("record-id", id);
  g_autoptr (GPtrArray) values = fw_store_list (store, "custom-value", query, NULL, error);

  if (values == NULL)
    return FALSE;
  if (values->len == 0)
    return TRUE;
  if (json != NULL)
    {
      json_builder_set_member_name (json, "custom");
      json_builder_begin_object (json);
    }
  else
    printf ("\ncustom (%u)\n", values->len);
  for (guint i = 0; i < values->len; i++)
    {
      FwRecord *value = g_ptr_array_index (values, i);
      g_autoptr (FwRecord) field = fw_store_get (store, "custom-field", fw_record_get (value, "custom-field-id"), NULL);
      const char *name = field != NULL ? fw_record_get (field, "name") : NULL;

      if (name == NULL)
        continue;
      if (json != NULL)
        {
          json_builder_set_member_name (json, name);
          json_builder_add_string_value (json, fw_record_get (value, "value"));
        }
      else
        printf ("  %s: %s\n", name, fw_record_get (value, "value"));
    }
  if (json != NULL)
    json_builder_end_object (json);
  return TRUE;
}

static gboolean
show_person (FwStore *store,
             FwRecord *person,
             JsonBuilder *json,
             GError **error)
{
  const FwRecordKind *kind;

  if (json != NULL)
    {
      json_builder_begin_object (json);
      json_builder_set_member_name (json, "employee");
      add_record (store, person, json);
    }
  else
    print_record (store, person);
  if (!show_own_fields (store, fw_record_get_id (person), json, error))
    return FALSE;
  for (guint n = 0; (kind = fw_record_kinds_get_nth (n)) != NULL; n++)
    if (!kind->read_only && fw_record_kind_find_field (kind, "employee-id") != NULL &&
        !show_kind (store, kind, fw_record_get_id (person), json, error))
      return FALSE;
  if (json != NULL)
    {
      g_autoptr (JsonNode) root = NULL;

      json_builder_end_object (json);
      root = json_builder_get_root (json);
      fw_cli_print_json (root);
    }
  return TRUE;
}

static FwRecord *
find_person (FwStore *store,
             const char *number,
             GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("number", number);
  g_autoptr (GPtrArray) found = fw_store_list (store, "employee-overview", query, NULL, error);

  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_object_ref (g_ptr_array_index (found, 0));
  g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND, "there is no employee \"%s\"", number);
  return NULL;
}

static FwExit
run_employee (FwCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fw_cli_take_word (cli);
  g_autofree char *number = fw_cli_take_word (cli);
  g_autoptr (FwStore) store = NULL;
  g_autoptr (FwRecord) person = NULL;
  g_autoptr (JsonBuilder) json = cli->json ? json_builder_new () : NULL;

  if (number == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  store = fw_cli_open_store (cli, path, FW_STORE_READ, &error);
  person = store != NULL ? find_person (store, number, &error) : NULL;
  if (person == NULL || !show_person (store, person, json, &error))
    return fw_cli_fail (cli, error);
  fw_store_close (store);
  return FW_EXIT_DONE;
}

const FwCliCommand fw_cli_people_commands[] = {
  { "employees",
    "employees STORE [--search TEXT] [--department NAME] [--status STATUS,…] [--contract overdue|open|DAYS] "
    "[--tenure FROM-BELOW] [--filter FIELD=VALUE …] [--sort FIELD[:down]]  list the people, or those whom a text finds",
    run_employees },
  { "employee", "employee STORE NUMBER  show what the store knows of one person", run_employee },
  { NULL, NULL, NULL },
};
