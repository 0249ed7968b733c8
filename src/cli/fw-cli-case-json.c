#include "cli/fw-cli-case-json.h"

#include <json-glib/json-glib.h>
#include <stdio.h>

#include "cli/fw-cli.h"
#include "departure/fw-departure-enums.h"
#include "rules/fw-assessment.h"

static char *
nick_of (GType type,
         int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  return g_strdup (g_enum_get_value (klass, value)->value_nick);
}

char *
fw_cli_case_verdict_name (FwVerdict verdict)
{
  return nick_of (FW_TYPE_VERDICT, (int) verdict);
}

char *
fw_cli_case_state_name (FwCaseState state)
{
  return nick_of (FW_TYPE_CASE_STATE, (int) state);
}

static void add_rows (JsonBuilder *json,
                      GListModel  *rows);

static void
add_texts (JsonBuilder *json,
           const char *const *texts)
{
  json_builder_begin_array (json);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_builder_add_string_value (json, texts[i]);
  json_builder_end_array (json);
}

static void
add_value (JsonBuilder *json,
           const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    json_builder_add_string_value (json, g_value_get_string (value));
  else if (G_VALUE_HOLDS_ENUM (value))
    {
      g_autofree char *nick = nick_of (G_VALUE_TYPE (value), g_value_get_enum (value));

      json_builder_add_string_value (json, nick);
    }
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    json_builder_add_boolean_value (json, g_value_get_boolean (value));
  else if (G_VALUE_HOLDS_INT64 (value) && g_value_get_int64 (value) >= 0)
    json_builder_add_int_value (json, g_value_get_int64 (value));
  else if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    add_texts (json, g_value_get_boxed (value));
  else if (G_VALUE_HOLDS (value, G_TYPE_LIST_MODEL) && g_value_get_object (value) != NULL)
    add_rows (json, g_value_get_object (value));
  else
    json_builder_add_null_value (json);
}

/* A row as it is: every property under its own name, dashes as underscores. */
static void
add_row (JsonBuilder *json,
         GObject *row)
{
  guint n = 0;
  g_autofree GParamSpec **all = g_object_class_list_properties (G_OBJECT_GET_CLASS (row), &n);

  json_builder_begin_object (json);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *name = g_strdelimit (g_strdup (all[i]->name), "-", '_');

      g_object_get_property (row, all[i]->name, &value);
      json_builder_set_member_name (json, name);
      add_value (json, &value);
    }
  json_builder_end_object (json);
}

static void
add_rows (JsonBuilder *json,
          GListModel *rows)
{
  json_builder_begin_array (json);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (rows, i);

      add_row (json, row);
    }
  json_builder_end_array (json);
}

static void
add_property (JsonBuilder *json,
              FwCase *its,
              const char *property)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *name = g_strdelimit (g_strdup (property), "-", '_');

  g_object_get_property (G_OBJECT (its), property, &value);
  json_builder_set_member_name (json, name);
  add_value (json, &value);
}

static void
add_steps (JsonBuilder *json,
           FwCase *its)
{
  static const char *const names[] = { "who", "way", "materials", "checks", "money", "papers", "summary" };

  json_builder_set_member_name (json, "steps");
  json_builder_begin_object (json);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *verdict = fw_cli_case_verdict_name (fw_case_get_step_verdict (its, (FwCaseStep) i));

      fw_cli_add_text (json, names[i], verdict);
    }
  json_builder_end_object (json);
}

/**
 * fw_cli_print_case:
 *
 * Writes all of a case as JSON: what it is, its steps, its lists, and the assessment as "assess --json" has it.
 */
void
fw_cli_print_case (FwCase *its)
{
  static const char *const properties[] = {
    "id", "number", "state", "employee", "employee-number", "employee-name", "department", "kind",
    "ground", "ground-title", "last-day", "opened-on", "law-day", "pack", "pack-version",
    "pack-sha256", "pack-kept", "pack-changed", "currency", "verdict"
  };
  static const char *const lists[] = { "grounds", "status-rows", "materials", "findings",  "documents", "prices",   "figures",    "changes", "readings",
                                       "settlement", "weak-points", "risk",    "offers",    "deadlines", "reasons", "tasks", "deliveries" };
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    add_property (json, its, properties[i]);
  add_steps (json, its);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add_property (json, its, lists[i]);
  json_builder_set_member_name (json, "assessment");
  if (fw_case_get_assessment (its) != NULL)
    json_builder_add_value (json, fw_assessment_to_json (fw_case_get_assessment (its)));
  else
    json_builder_add_null_value (json);
  json_builder_end_object (json);
  fw_cli_print_built (json);
}

static void
print_rows (const char *title,
            GListModel *rows,
            const char *choice,
            GType type,
            const char *const *texts)
{
  g_autoptr (GPtrArray) table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  const char *headings[12] = { choice != NULL ? choice : "", NULL };

  for (guint k = 0; texts[k] != NULL; k++)
    headings[k + 1] = texts[k];
  if (g_list_model_get_n_items (rows) == 0)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (rows, i);
      g_autoptr (GStrvBuilder) line = g_strv_builder_new ();
      g_autofree char *nick = choice != NULL ? nick_of (type, fw_case_item_get_choice (row, choice)) : g_strdup ("");

      g_strv_builder_add (line, nick);
      for (guint k = 0; texts[k] != NULL; k++)
        {
          const char *text = fw_case_item_get_text (row, texts[k]);

          g_strv_builder_add (line, text != NULL ? text : "");
        }
      g_ptr_array_add (table, g_strv_builder_end (line));
    }
  printf ("\n%s\n", title);
  fw_cli_print_table (headings, table);
}

#define TEXTS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/**
 * fw_cli_print_case_for_people:
 *
 * Writes the case as tables: what stands in the way first.
 */
void
fw_cli_print_case_for_people (FwCase *its)
{
  g_autofree char *verdict = fw_cli_case_verdict_name (fw_case_get_verdict (its));
  g_autofree char *state = fw_cli_case_state_name (fw_case_get_state (its));
  g_autofree char *name = NULL;
  g_autofree char *ground = NULL;
  g_autofree char *last_day = NULL;

  g_object_get (its, "employee-name", &name, "ground-title", &ground, "last-day", &last_day, NULL);
  printf ("%s  %s  %s\n%s  %s  %s\n", fw_case_get_number (its), state, verdict, name, ground != NULL ? ground : "",
           last_day != NULL ? last_day : "");
  print_rows ("Checks", fw_case_get_findings (its), "verdict", FW_TYPE_VERDICT, TEXTS ("id", "until", "title"));
  print_rows ("Changed since", fw_case_get_changes (its), NULL, G_TYPE_NONE, TEXTS ("sort", "name", "before", "after", "why"));
  print_rows ("Materials", fw_case_get_materials (its), "state", FW_TYPE_MATERIAL_STATE, TEXTS ("id", "moment", "date", "title"));
  print_rows ("Money", fw_case_get_prices (its), NULL, 0, TEXTS ("id", "amount", "months"));
  print_rows ("Papers", fw_case_get_documents (its), "state", FW_TYPE_PAPER_STATE, TEXTS ("id", "number", "issued-on", "title"));
  print_rows ("Grounds", fw_case_get_grounds (its), "use", FW_TYPE_GROUND_USE, TEXTS ("id", "until", "title", "reason"));
}

/**
 * fw_cli_print_case_list:
 *
 * Writes a list of cases.
 */
void
fw_cli_print_case_list (GListModel *rows,
                        gboolean as_json)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!as_json)
    {
      print_rows ("Cases", rows, "state", FW_TYPE_CASE_STATE,
                  TEXTS ("number", "employee-number", "employee-name", "kind", "ground", "last-day"));
      return;
    }
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "cases");
  add_rows (json, rows);
  json_builder_end_object (json);
  fw_cli_print_built (json);
}

/**
 * fw_cli_print_status:
 *
 * Writes the status check for people.
 */
void
fw_cli_print_status (FwCase *its)
{
  print_rows ("Status check", fw_case_get_status_rows (its), "answer", FW_TYPE_STATUS_ANSWER,
              TEXTS ("id", "asked-of", "on", "from", "until", "title"));
}

static void
add_point (JsonBuilder *json,
           const FwWhatIf *point)
{
  g_autofree char *day = fw_date_to_string (point->last_day);
  g_autofree char *earliest = fw_date_to_string (point->earliest_last_day);

  json_builder_begin_object (json);
  fw_cli_add_text (json, "last_day", day);
  fw_cli_add_text (json, "months", point->months);
  fw_cli_add_text (json, "severance", point->severance);
  fw_cli_add_text (json, "total", point->total);
  fw_cli_add_text (json, "damages", point->damages);
  fw_cli_add_text (json, "earliest_last_day", earliest);
  json_builder_end_object (json);
}

/**
 * fw_cli_print_what_if:
 * @points: (element-type FwWhatIf): one a day
 *
 * Writes what the departure would cost on each day.
 */
void
fw_cli_print_what_if (GPtrArray *points,
                      gboolean as_json)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "points");
  json_builder_begin_array (json);
  for (guint i = 0; i < points->len; i++)
    {
      const FwWhatIf *point = points->pdata[i];
      g_autofree char *day = fw_date_to_string (point->last_day);

      add_point (json, point);
      if (!as_json)
        printf ("%s  %s  %s  %s\n", day, point->months != NULL ? point->months : "?",
                 point->severance != NULL ? point->severance : "?", point->total != NULL ? point->total : "?");
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  if (as_json)
    fw_cli_print_built (json);
}

/**
 * fw_cli_print_document:
 *
 * Says as JSON which paper was written where.
 */
void
fw_cli_print_document (FwCase *its,
                       const char *document,
                       const char *path,
                       gboolean draft)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  fw_cli_add_text (json, "case", fw_case_get_number (its));
  fw_cli_add_text (json, "document", document);
  fw_cli_add_text (json, "file", path);
  json_builder_set_member_name (json, "draft");
  json_builder_add_boolean_value (json, draft);
  json_builder_end_object (json);
  fw_cli_print_built (json);
}
