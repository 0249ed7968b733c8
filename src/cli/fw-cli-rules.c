/* The law without a store: assess, reckon, packs. */
#include "cli/fw-cli-commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/fw-packs.h"

/* Words name=value as a table; NULL where one has no "=" or a name stands twice. */
static GHashTable *
read_pairs (char **pairs,
            GError **error)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const char *equals = strchr (pairs[i], '=');

      if (equals == NULL || equals == pairs[i])
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "inputs and settings are written NAME=VALUE");
          return NULL;
        }
      if (!g_hash_table_insert (table, g_strndup (pairs[i], (gsize) (equals - pairs[i])), g_strdup (equals + 1)))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "‘%.*s’ stands there twice", (int) (equals - pairs[i]), pairs[i]);
          return NULL;
        }
    }
  return g_steal_pointer (&table);
}

static void
add_row (GPtrArray *rows,
         ...)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  va_list cells;
  const char *cell;

  va_start (cells, rows);
  while ((cell = va_arg (cells, const char *)) != NULL)
    g_strv_builder_add (row, cell);
  va_end (cells);
  g_ptr_array_add (rows, g_strv_builder_end (row));
}

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

/* Rows that need no headings. */
static void
print_rows (GPtrArray *rows,
            guint columns)
{
  g_autoptr (GStrvBuilder) first = g_strv_builder_new ();
  g_auto (GStrv) headings = NULL;

  if (rows->len == 0)
    return;
  for (guint i = 0; i < columns; i++)
    g_strv_builder_add (first, ((char **) g_ptr_array_index (rows, 0))[i]);
  headings = g_strv_builder_end (first);
  g_ptr_array_remove_index (rows, 0);
  fw_cli_print_table ((const char *const *) headings, rows);
}

static char *
money_text (FwAssessment *assessment,
            FwNumber *number)
{
  char *text = fw_number_to_fixed (number, fw_assessment_get_digits (assessment));

  return text != NULL ? text : g_strdup ("?");
}

static void
print_findings (FwAssessment *assessment,
                const FwCli *options)
{
  GPtrArray *findings = fw_assessment_get_findings (assessment);

  for (guint i = 0; i < findings->len; i++)
    {
      FwFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *until = fw_date_to_string (finding->until);

      printf ("%-6s%s  %s%s%s\n      %s\n", fw_severity_to_string (finding->severity), finding->id,
               fw_cli_pick (options, finding->article.zh, finding->article.en), until != NULL ? "  -> " : "",
               until != NULL ? until : "", fw_cli_pick (options, finding->message.zh, finding->message.en));
    }
}

static void
print_money (FwAssessment *assessment,
             const FwCli *options)
{
  FwAmount *severance = fw_assessment_get_severance (assessment), *damages = fw_assessment_get_damages (assessment);
  FwAmount *tax = fw_assessment_get_tax (assessment);
  g_autoptr (GPtrArray) rows = rows_new ();
  g_autofree char *amount = NULL;
  g_autofree char *lieu = NULL;
  g_autofree char *total = NULL;

  if (severance == NULL)
    return;
  amount = money_text (assessment, severance->amount);
  lieu = money_text (assessment, fw_assessment_get_notice (assessment)->pay_in_lieu);
  total = money_text (assessment, fw_assessment_get_total (assessment));
  for (guint i = 0; i < severance->working->len; i++)
    {
      FwWorking *line = g_ptr_array_index (severance->working, i);

      printf ("  %s  %s\n", fw_cli_pick (options, line->step.zh, line->step.en),
               fw_cli_pick (options, line->article.zh, line->article.en));
    }
  add_row (rows, fw_cli_pick (options, "经济补偿", "Severance"), amount, NULL);
  add_row (rows, fw_cli_pick (options, "代通知金", "Pay in lieu of notice"), lieu, NULL);
  add_row (rows, fw_cli_pick (options, "合计", "Total"), total, NULL);
  if (damages != NULL)
    {
      g_autofree char *text = money_text (assessment, damages->amount);

      add_row (rows, fw_cli_pick (options, "如被认定违法", "If it is unlawful"), text, NULL);
    }
  if (tax != NULL)
    {
      g_autofree char *text = money_text (assessment, tax->amount);

      add_row (rows, fw_cli_pick (options, "个人所得税", "Tax"), text, NULL);
    }
  print_rows (rows, 2);
}

static void
print_materials (FwAssessment *assessment,
                 const FwCli *options)
{
  GPtrArray *materials = fw_assessment_get_materials (assessment);
  g_autoptr (GPtrArray) rows = rows_new ();

  for (guint i = 0; i < materials->len; i++)
    {
      FwMaterialNeed *need = g_ptr_array_index (materials, i);

      add_row (rows, need->present ? "[x]" : "[ ]", need->id, fw_cli_pick (options, need->name.zh, need->name.en), need->moment, NULL);
    }
  print_rows (rows, 4);
}

static void
print_assessment (FwAssessment *assessment,
                  const FwCli *options)
{
  FwMessage title = fw_assessment_get_ground_title (assessment);
  FwSeverity verdict = fw_assessment_get_verdict (assessment);

  printf ("%s %s%s  %s  %s\n\n", fw_assessment_get_pack_id (assessment), fw_assessment_get_pack_version (assessment),
           fw_assessment_get_pack_changed (assessment) ? " (changed)" : "", fw_cli_pick (options, title.zh, title.en),
           verdict == FW_SEVERITY_INFO ? "clear" : fw_severity_to_string (verdict));
  print_findings (assessment, options);
  printf ("\n");
  print_materials (assessment, options);
  printf ("\n");
  print_money (assessment, options);
}

static FwAssessment *
assess_file (const char *path,
             GHashTable *settings,
             GError **error)
{
  g_autoptr (FwPacks) packs = fw_packs_new (error);
  g_autoptr (FwFacts) facts = packs != NULL ? fw_facts_load_file (path, fw_packs_get_facts_schema (packs), error) : NULL;
  FwPack *pack = facts != NULL ? fw_packs_get_for_file (packs, facts, error) : NULL;

  return pack != NULL ? fw_pack_assess (pack, facts, settings, error) : NULL;
}

static FwExit
run_assess (FwCli *cli)
{
  g_auto (GStrv) pairs = fw_cli_take_options (cli, "--setting");
  g_autofree char *path = fw_cli_take_word (cli);
  g_autoptr (GHashTable) settings = NULL;
  g_autoptr (FwAssessment) assessment = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  settings = read_pairs (pairs, &error);
  if (settings == NULL)
    return fw_cli_misused (cli, error->message);
  assessment = assess_file (path, settings, &error);
  if (assessment == NULL)
    return fw_cli_fail_typed (cli, error);
  if (cli->json)
    {
      g_autoptr (JsonNode) node = fw_assessment_to_json (assessment);

      fw_cli_print_json (node);
    }
  else
    print_assessment (assessment, cli);
  return fw_assessment_get_verdict (assessment) == FW_SEVERITY_BLOCK ? FW_EXIT_NO : FW_EXIT_DONE;
}

static void
list_calculations (FwPack *pack,
                   const FwCli *options)
{
  g_auto (GStrv) ids = fw_pack_list_calculations (pack);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autoptr (GPtrArray) rows = rows_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      FwText title = fw_pack_describe_calculation (pack, ids[i]);

      json_array_add_string_element (array, ids[i]);
      add_row (rows, ids[i], fw_cli_pick (options, title.zh, title.en), NULL);
    }
  json_node_take_array (node, array);
  if (options->json)
    fw_cli_print_json (node);
  else
    print_rows (rows, 2);
}

static const char *
member_of (JsonObject *object,
           const char *name)
{
  return json_object_get_string_member_with_default (object, name, "");
}

static FwExit
list_inputs (FwPack *pack,
             const char *calculation,
             FwCli *cli)
{
  const char *const headings[] = { "name", "type", "unit", "", "", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = fw_pack_describe_inputs (pack, calculation, &error);
  g_autoptr (GPtrArray) rows = rows_new ();
  JsonArray *array;

  if (node == NULL)
    return fw_cli_fail_typed (cli, error);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *input = json_array_get_object_element (array, i);
      JsonObject *label = json_object_get_object_member (input, "label");
      gboolean optional = json_object_get_boolean_member (input, "optional");

      add_row (rows, member_of (input, "name"), member_of (input, "type"), member_of (input, "unit"), optional ? "optional" : "",
               fw_cli_pick (cli, member_of (label, "zh"), member_of (label, "en")), NULL);
    }
  if (cli->json)
    fw_cli_print_json (node);
  else
    fw_cli_print_table (headings, rows);
  return FW_EXIT_DONE;
}

static FwExit
reckon (FwCli *cli,
        FwPack *pack,
        const char *calculation,
        char **settings_given)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) given = NULL;
  g_autoptr (GHashTable) inputs = NULL;
  g_autoptr (GHashTable) settings = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  FwDate today;

  for (guint i = 0; i < cli->words->len; i++)
    g_strv_builder_add (words, g_ptr_array_index (cli->words, i));
  given = g_strv_builder_end (words);
  if ((inputs = read_pairs (given, &error)) == NULL || (settings = read_pairs (settings_given, &error)) == NULL)
    return fw_cli_misused (cli, error->message);
  today = fw_cli_today (cli, NULL, &error);
  if (!fw_date_is_known (today) || (node = fw_pack_reckon (pack, calculation, inputs, settings, today, &error)) == NULL)
    return fw_cli_fail_typed (cli, error);
  fw_cli_print_json (node);
  return FW_EXIT_DONE;
}

/* One line of many: a calculation and its inputs, parted by tabs. */
static JsonNode *
reckon_line (FwPack *pack,
             char *line,
             gsize length,
             GHashTable *settings,
             FwDate today,
             GError **error)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GHashTable) inputs = NULL;

  if (strlen (line) != length)
    {
      g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_INPUT, "a NUL byte");
      return NULL;
    }
  words = g_strsplit (g_strchomp (line), "\t", -1);
  if (words[0] == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "no calculation");
      return NULL;
    }
  inputs = read_pairs (words + 1, error);
  return inputs != NULL ? fw_pack_reckon (pack, words[0], inputs, settings, today, error) : NULL;
}

/* Many cases on standard input, so that a script pays for one start, a line of JSON for each. The first that cannot be reckoned
 * ends it. */
static FwExit
reckon_lines (FwCli *cli,
              FwPack *pack,
              char **settings_given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) settings = read_pairs (settings_given, &error);
  FwDate today = settings != NULL ? fw_cli_today (cli, NULL, &error) : FW_DATE_UNKNOWN;
  char *line = NULL;
  size_t size = 0;
  ssize_t length;

  if (settings == NULL)
    return fw_cli_misused (cli, error->message);
  for (guint number = 1; error == NULL && (length = getline (&line, &size, stdin)) > 0; number++)
    {
      g_autoptr (JsonNode) node = reckon_line (pack, line, (gsize) length, settings, today, &error);
      g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : NULL;

      if (text != NULL)
        puts (text);
      else
        g_prefix_error (&error, "line %u: ", number);
    }
  free (line);
  return error == NULL ? FW_EXIT_DONE : fw_cli_fail_typed (cli, error);
}

static FwExit
run_reckon (FwCli *cli)
{
  gboolean lines = fw_cli_take_flag (cli, "--lines");
  g_auto (GStrv) pairs = fw_cli_take_options (cli, "--setting");
  g_autofree char *name = fw_cli_take_word (cli);
  g_autofree char *calculation = fw_cli_take_word (cli);
  g_autoptr (FwPacks) packs = NULL;
  g_autoptr (GError) error = NULL;
  FwPack *pack;

  if (name == NULL)
    return fw_cli_misused (cli, NULL);
  packs = fw_packs_new (&error);
  pack = packs != NULL ? fw_packs_get (packs, name, &error) : NULL;
  if (pack == NULL)
    return fw_cli_fail_typed (cli, error);
  if (lines && calculation != NULL)
    return fw_cli_misused (cli, "with --lines the calculations stand on standard input");
  if (lines)
    return reckon_lines (cli, pack, pairs);
  if (calculation != NULL && fw_cli_is_at_end (cli))
    return list_inputs (pack, calculation, cli);
  if (calculation != NULL)
    return reckon (cli, pack, calculation, pairs);
  list_calculations (pack, cli);
  return FW_EXIT_DONE;
}

static void
add_string (JsonObject *object,
            const char *name,
            const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
law_to_json (const FwLaw *law)
{
  JsonObject *object = json_object_new ();
  g_autofree char *from = fw_date_to_string (law->from);
  g_autofree char *until = fw_date_to_string (law->until);

  add_string (object, "id", law->id);
  add_string (object, "zh", law->name.zh);
  add_string (object, "en", law->name.en);
  add_string (object, "from", from);
  add_string (object, "until", until);
  add_string (object, "source", law->source);
  return object;
}

static JsonObject *
pack_to_json (FwPack *pack)
{
  JsonObject *object = json_object_new ();
  JsonArray *laws = json_array_new (), *grounds = json_array_new ();
  FwText review = fw_pack_get_review (pack), title = fw_pack_get_title (pack);

  add_string (object, "id", fw_pack_get_id (pack));
  add_string (object, "version", fw_pack_get_version (pack));
  add_string (object, "zh", title.zh);
  add_string (object, "en", title.en);
  add_string (object, "hash", fw_pack_get_hash (pack));
  json_object_set_boolean_member (object, "changed", fw_pack_is_changed (pack));
  json_object_set_boolean_member (object, "reviewed", review.zh != NULL && review.zh[0] != '\0');
  add_string (object, "reviewed_by", review.zh);
  add_string (object, "reviewed_on", review.en);
  for (guint i = 0; i < fw_pack_get_laws (pack)->len; i++)
    json_array_add_object_element (laws, law_to_json (g_ptr_array_index (fw_pack_get_laws (pack), i)));
  for (guint i = 0; i < fw_pack_get_grounds (pack)->len; i++)
    json_array_add_string_element (grounds, ((const FwGround *) g_ptr_array_index (fw_pack_get_grounds (pack), i))->id);
  json_object_set_array_member (object, "grounds", grounds);
  json_object_set_array_member (object, "laws", laws);
  return object;
}

static void
add_pack_rows (FwPack *pack,
               const FwCli *options,
               GPtrArray *rows)
{
  FwText review = fw_pack_get_review (pack), title = fw_pack_get_title (pack);
  gboolean reviewed = review.zh != NULL && review.zh[0] != '\0';

  add_row (rows, fw_pack_get_id (pack), fw_pack_get_version (pack), fw_cli_pick (options, title.zh, title.en),
           reviewed ? review.zh : fw_cli_pick (options, "未经律师审核", "not reviewed by a lawyer"),
           fw_pack_is_changed (pack) ? fw_cli_pick (options, "与随附版本不同", "changed") : "", NULL);
  for (guint i = 0; i < fw_pack_get_laws (pack)->len; i++)
    {
      const FwLaw *law = g_ptr_array_index (fw_pack_get_laws (pack), i);
      g_autofree char *from = fw_date_to_string (law->from);

      add_row (rows, "", from != NULL ? from : "", fw_cli_pick (options, law->name.zh, law->name.en),
               law->source != NULL ? law->source : "", "", NULL);
    }
}

static FwExit
list_packs (FwPacks *packs,
            FwCli *cli)
{
  const char *const headings[] = { "id", "version", "", "", "", NULL };
  g_auto (GStrv) ids = fw_packs_list (packs);
  g_autoptr (GPtrArray) rows = rows_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  FwExit result = FW_EXIT_DONE;

  json_node_take_array (node, array);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      FwPack *pack = fw_packs_get (packs, ids[i], &error);

      if (pack == NULL)
        {
          result = fw_cli_fail_typed (cli, error);
          continue;
        }
      json_array_add_object_element (array, pack_to_json (pack));
      add_pack_rows (pack, cli, rows);
    }
  if (cli->json)
    fw_cli_print_json (node);
  else
    fw_cli_print_table (headings, rows);
  return result;
}

static void
print_report (FwPacksReport *report,
              const FwCli *options)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *problems = json_array_new ();

  for (guint i = 0; i < report->problems->len; i++)
    {
      FwPackProblem *problem = g_ptr_array_index (report->problems, i);
      JsonObject *entry = json_object_new ();

      json_object_set_string_member (entry, "pack", problem->pack);
      json_object_set_string_member (entry, "problem", problem->problem);
      json_array_add_object_element (problems, entry);
      fprintf (stderr, "%s\n", problem->problem);
    }
  json_object_set_int_member (object, "packs", report->packs);
  json_object_set_int_member (object, "grounds", report->grounds);
  json_object_set_int_member (object, "checks", report->checks);
  json_object_set_int_member (object, "calculations", report->calculations);
  json_object_set_int_member (object, "examples", report->examples);
  json_object_set_array_member (object, "problems", problems);
  json_node_take_object (node, object);
  if (options->json)
    fw_cli_print_json (node);
  else
    printf ("%u packs, %u grounds, %u checks, %u calculations, %u examples: %u problems\n", report->packs, report->grounds,
             report->checks, report->calculations, report->examples, report->problems->len);
}

/* A pack that cannot be read at all is bad input; one whose examples fail is told no. */
static FwExit
check_packs (FwPacks *packs,
             FwCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwPacksReport) report = fw_packs_check (packs, &error);
  g_auto (GStrv) ids = fw_packs_list (packs);

  if (report == NULL)
    return fw_cli_fail_typed (cli, error);
  print_report (report, cli);
  if (report->packs < g_strv_length (ids))
    return FW_EXIT_INPUT;
  return report->problems->len > 0 ? FW_EXIT_NO : FW_EXIT_DONE;
}

static FwExit
run_packs (FwCli *cli)
{
  gboolean check = fw_cli_take_flag (cli, "--check");
  g_autoptr (FwPacks) packs = NULL;
  g_autoptr (GError) error = NULL;

  if (!fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  packs = fw_packs_new (&error);
  if (packs == NULL)
    return fw_cli_fail_typed (cli, error);
  return check ? check_packs (packs, cli) : list_packs (packs, cli);
}

const FwCliCommand fw_cli_rules_commands[] = {
  { "assess",
    "assess FACTS.xml [--setting ID=VALUE …] [--json]\n"
    "    the whole judgment of one case, from its facts alone",
    run_assess },
  { "reckon",
    "reckon PACK\n"
    "reckon PACK CALCULATION\n"
    "reckon PACK CALCULATION NAME=VALUE … [--setting ID=VALUE …]\n"
    "reckon PACK --lines [--setting ID=VALUE …]\n"
    "    one calculation of a pack alone; without inputs, what there is and what it takes",
    run_reckon },
  { "packs",
    "packs [--check] [--json]\n"
    "    the packs with their laws; --check validates all of them and runs every example",
    run_packs },
  { NULL },
};
