#include <stdio.h>
#include <string.h>

#include "cli/fw-cli-commands.h"
#include "core/fw-paths.h"
#include "departure/fw-import-job.h"
#include "exchange/fw-exchange-error.h"

/* What stands on the line of the import command beside the common options. */
typedef struct
{
  gboolean dry_run;
  gboolean names_must_exist;
  GStrv    maps;
  GStrv    words;
  GStrv    custom;
  gboolean rest_custom;
  GStrv    empty;
  char    *mapping;
  char    *keep_mapping;
  char    *encoding;
  char    *separator;
  char    *date_order;
  char    *bad_rows;
  FwCli   *cli;
} ImportOptions;

static void
import_options_clear (ImportOptions *options)
{
  g_strfreev (options->maps);
  g_strfreev (options->words);
  g_strfreev (options->custom);
  g_strfreev (options->empty);
  g_free (options->mapping);
  g_free (options->keep_mapping);
  g_free (options->encoding);
  g_free (options->separator);
  g_free (options->date_order);
  g_free (options->bad_rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportOptions, import_options_clear)

static gboolean
misuse (GError **error,
        const char *option,
        const char *value)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: \"%s\" is not known", option, value);
  return FALSE;
}

static gboolean
read_table_options (const ImportOptions *options,
                    FwTableOptions *table,
                    GError **error)
{
  *table = (FwTableOptions){ FW_ENCODING_AUTO, '\0' };
  if (options->encoding != NULL && !fw_encoding_from_name (options->encoding, &table->encoding))
    return misuse (error, "--encoding", options->encoding);
  if (options->separator == NULL)
    return TRUE;
  if (strcmp (options->separator, "tab") == 0 || strcmp (options->separator, "\\t") == 0)
    table->separator = '\t';
  else if (strlen (options->separator) == 1 && strchr (",;\t|", options->separator[0]) != NULL)
    table->separator = options->separator[0];
  else
    return misuse (error, "--separator", options->separator);
  return TRUE;
}

static gboolean
read_plan_options (const ImportOptions *options,
                   FwStore *store,
                   FwImportOptions *plan,
                   GError **error)
{
  *plan = (FwImportOptions){
    .names_must_exist = options->names_must_exist,
    .empty_words = (const char *const *) options->empty,
  };
  if (g_strcmp0 (options->date_order, "mdy") == 0)
    plan->order = FW_IMPORT_MONTH_FIRST;
  else if (g_strcmp0 (options->date_order, "dmy") == 0)
    plan->order = FW_IMPORT_DAY_FIRST;
  else if (options->date_order != NULL && strcmp (options->date_order, "ymd") != 0)
    return misuse (error, "--date-order", options->date_order);
  plan->today = fw_cli_today (options->cli, store, error);
  return fw_date_is_known (plan->today);
}

/* FIELD:TEXT=MEANING */
static gboolean
tell_word (FwImportMapping *mapping,
           const char *option,
           GError **error)
{
  const char *colon = strchr (option, ':');
  const char *equals = strrchr (option, '=');
  g_autofree char *field = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) own = NULL;

  if (colon == NULL || equals == NULL || equals < colon)
    return misuse (error, "--word FIELD:TEXT=MEANING", option);
  field = g_strndup (option, (gsize) (colon - option));
  text = g_strndup (colon + 1, (gsize) (equals - colon - 1));
  if (fw_import_mapping_tell_word (mapping, field, text, equals + 1, &own))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--word %s: %s", option, own->message);
  return FALSE;
}

/* A file that cannot be read is bad input, as one that reads badly is; one that cannot be written is not. */
static gboolean
fail_to_read (GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || ((*error)->domain != G_IO_ERROR && (*error)->domain != G_FILE_ERROR))
    return FALSE;
  problem = g_steal_pointer (error);
  g_set_error_literal (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_INPUT, problem->message);
  return FALSE;
}

static gboolean
tell_mapping (const ImportOptions *options,
              FwImportMapping *mapping,
              GError **error)
{
  g_autofree char *kept = NULL;

  if (options->mapping != NULL && !g_file_get_contents (options->mapping, &kept, NULL, error))
    return fail_to_read (error);
  if (options->mapping != NULL && !fw_import_mapping_apply_text (mapping, kept, error))
    return FALSE;
  for (guint i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (options->maps[i], "=", 2);
      g_autoptr (GError) own = NULL;

      if (g_strv_length (halves) != 2)
        return misuse (error, "--map FIELD=COLUMN", options->maps[i]);
      if (!fw_import_mapping_tell (mapping, halves[0], halves[1], &own))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--map %s: %s", options->maps[i],
                       own->message);
          return FALSE;
        }
    }
  for (guint i = 0; options->words != NULL && options->words[i] != NULL; i++)
    if (!tell_word (mapping, options->words[i], error))
      return FALSE;
  for (guint i = 0; options->custom != NULL && options->custom[i] != NULL; i++)
    if (!fw_import_mapping_make_custom (mapping, options->custom[i], NULL))
      return misuse (error, "--custom COLUMN", options->custom[i]);
  if (options->rest_custom)
    fw_import_mapping_make_rest_custom (mapping);
  return TRUE;
}

/* Part of an identity or telephone number is enough to find the row by. */
static char *
show_value (const FwImportProblem *problem)
{
  if (problem->field == NULL || !problem->field->sensitive || g_utf8_strlen (problem->value, -1) <= 4)
    return g_strdup (problem->value);
  return g_strdup_printf ("%.*s…", (int) (g_utf8_offset_to_pointer (problem->value, 4) - problem->value),
                          problem->value);
}

static void
add_count (JsonBuilder *json,
           const char *name,
           guint value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static const char *
confidence_name (FwImportConfidence confidence)
{
  const char *const names[] = { "none", "likely", "sure", "told" };

  return names[confidence];
}

static void
add_columns (JsonBuilder *json,
             FwTable *table,
             FwImportMapping *mapping)
{
  json_builder_set_member_name (json, "columns");
  json_builder_begin_array (json);
  for (guint i = 0; i < fw_table_get_n_columns (table); i++)
    {
      const FwImportField *field = fw_import_mapping_get_field (mapping, i);

      json_builder_begin_object (json);
      fw_cli_add_text (json, "heading", fw_table_get_heading (table, i));
      fw_cli_add_text (json, "field", field != NULL ? field->id : NULL);
      json_builder_set_member_name (json, "custom");
      json_builder_add_boolean_value (json, fw_import_mapping_is_custom (mapping, i));
      fw_cli_add_text (json, "confidence", confidence_name (fw_import_mapping_get_confidence (mapping, i)));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_problems (JsonBuilder *json,
              FwImportPlan *plan)
{
  json_builder_set_member_name (json, "problems");
  json_builder_begin_array (json);
  for (guint i = 0; i < fw_import_plan_get_n_problems (plan); i++)
    {
      const FwImportProblem *problem = fw_import_plan_get_problem (plan, i);
      g_autofree char *value = show_value (problem);
      g_autofree char *zh = fw_import_plan_say_problem (plan, i, "zh");
      g_autofree char *en = fw_import_plan_say_problem (plan, i, "en");

      json_builder_begin_object (json);
      add_count (json, "line", problem->line);
      fw_cli_add_text (json, "field", problem->field != NULL ? problem->field->id : NULL);
      fw_cli_add_text (json, "value", value);
      fw_cli_add_text (json, "reason", problem->fault.reason);
      json_builder_set_member_name (json, "message");
      json_builder_begin_object (json);
      fw_cli_add_text (json, "zh", zh);
      fw_cli_add_text (json, "en", en);
      json_builder_end_object (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_plan_json (FwTable *table,
                 FwImportMapping *mapping,
                 FwImportPlan *plan,
                 FwEvent *event)
{
  const char separator[] = { fw_table_get_separator (table), '\0' };
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (json);
  fw_cli_add_text (json, "kind", fw_import_plan_get_kind (plan)->id);
  fw_cli_add_text (json, "encoding", fw_encoding_get_name (fw_table_get_encoding (table)));
  fw_cli_add_text (json, "separator", separator);
  add_count (json, "heading_line", fw_table_get_heading_line (table));
  add_count (json, "rows", fw_table_get_n_rows (table));
  add_columns (json, table, mapping);
  add_count (json, "new", fw_import_plan_count (plan, FW_IMPORT_ROW_NEW));
  add_count (json, "updated", fw_import_plan_count (plan, FW_IMPORT_ROW_UPDATE));
  add_count (json, "unchanged", fw_import_plan_count (plan, FW_IMPORT_ROW_UNCHANGED));
  add_count (json, "bad", fw_import_plan_count (plan, FW_IMPORT_ROW_BAD));
  add_problems (json, plan);
  fw_cli_add_text (json, "event", event != NULL ? fw_event_get_id (event) : NULL);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  fw_cli_print_json (root);
}

static void
print_problems (FwImportPlan *plan,
                const char *language)
{
  const char *const zh_headings[] = { "行", "列", "内容", "原因", NULL };
  const char *const en_headings[] = { "Line", "Column", "Value", "Reason", NULL };
  gboolean zh = strcmp (language, "zh") == 0;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < fw_import_plan_get_n_problems (plan); i++)
    {
      const FwImportProblem *problem = fw_import_plan_get_problem (plan, i);
      const char *column = problem->field == NULL ? "" : zh ? problem->field->zh : problem->field->en;
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
      g_autofree char *line = g_strdup_printf ("%u", problem->line);
      g_autofree char *value = show_value (problem);
      g_autofree char *reason = fw_import_plan_say_problem (plan, i, language);

      g_strv_builder_add_many (row, line, column, value, reason, NULL);
      g_ptr_array_add (rows, g_strv_builder_end (row));
    }
  if (rows->len > 0)
    fw_cli_print_table (zh ? zh_headings : en_headings, rows);
}

static void
print_plan (FwTable *table,
            FwImportPlan *plan,
            gboolean done,
            const char *language)
{
  gboolean zh = strcmp (language, "zh") == 0;

  printf (zh ? "%s：%u 行，%s 编码\n新的 %u · 更新 %u · 没有变化 %u · 有错不导入 %u\n"
             : "%s: %u rows in %s\n%u new, %u updated, %u unchanged, %u bad\n",
          zh ? fw_import_plan_get_kind (plan)->zh : fw_import_plan_get_kind (plan)->en,
          fw_table_get_n_rows (table), fw_encoding_get_name (fw_table_get_encoding (table)),
          fw_import_plan_count (plan, FW_IMPORT_ROW_NEW), fw_import_plan_count (plan, FW_IMPORT_ROW_UPDATE),
          fw_import_plan_count (plan, FW_IMPORT_ROW_UNCHANGED),
          fw_import_plan_count (plan, FW_IMPORT_ROW_BAD));
  print_problems (plan, language);
  if (!done)
    puts (zh ? "只是试了一遍，什么都没有改" : "Only a trial; nothing was changed");
}

/*
 * Reads the file and tries it. Everything that can be wrong with what was given is found here, before
 * anything changes.
 */
static FwImportPlan *
try_file (const ImportOptions *options,
          FwImportJob *job,
          FwStore *store,
          FwImportCatalog *catalog,
          const FwImportKind *kind,
          const char *path,
          FwTable **table,
          FwImportMapping **mapping,
          GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  FwTableOptions table_options;
  FwImportOptions plan_options;
  FwImportPlan *plan;

  if (!read_table_options (options, &table_options, error) ||
      !read_plan_options (options, store, &plan_options, error))
    return NULL;
  *table = fw_table_new_from_file (file, &table_options, NULL, error);
  if (*table == NULL)
    {
      fail_to_read (error);
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  *mapping = fw_import_mapping_new_guess (kind, *table);
  if (!tell_mapping (options, *mapping, error))
    return NULL;
  plan = fw_import_job_try (job, catalog, kind, *table, *mapping, &plan_options, NULL, error);
  if (plan == NULL)
    g_prefix_error (error, "%s: ", path);
  return plan;
}

static gboolean
write_side_files (const ImportOptions *options,
                  FwImportMapping *mapping,
                  FwImportPlan *plan,
                  GError **error)
{
  if (options->bad_rows != NULL && fw_import_plan_count (plan, FW_IMPORT_ROW_BAD) > 0)
    {
      g_autoptr (GBytes) bytes = fw_import_plan_get_bad_rows (plan, options->cli->language);

      if (!g_file_set_contents_full (options->bad_rows, g_bytes_get_data (bytes, NULL),
                                     (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                     error))
        return FALSE;
    }
  if (options->keep_mapping != NULL)
    {
      g_autofree char *text = fw_import_mapping_to_text (mapping);

      return g_file_set_contents (options->keep_mapping, text, -1, error);
    }
  return TRUE;
}

static gboolean
nothing_good (FwImportPlan *plan)
{
  return fw_import_plan_count (plan, FW_IMPORT_ROW_BAD) > 0 &&
         fw_import_plan_count (plan, FW_IMPORT_ROW_NEW) == 0 &&
         fw_import_plan_count (plan, FW_IMPORT_ROW_UPDATE) == 0 &&
         fw_import_plan_count (plan, FW_IMPORT_ROW_UNCHANGED) == 0;
}

static FwExit
import_into (const ImportOptions *options,
             FwStore *store,
             FwImportCatalog *catalog,
             const FwImportKind *kind,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwImportJob) job =
    fw_import_job_new (store, options->cli->account);
  g_autoptr (FwTable) table = NULL;
  g_autoptr (FwImportMapping) mapping = NULL;
  g_autoptr (FwImportPlan) plan = try_file (options, job, store, catalog, kind, path, &table, &mapping, &error);
  g_autofree char *source = g_path_get_basename (path);
  g_autoptr (FwEvent) event = NULL;

  if (plan == NULL || !write_side_files (options, mapping, plan, &error))
    return fw_cli_fail (options->cli, error);
  if (!options->dry_run && fw_import_plan_get_records (plan)->len > 0)
    {
      event = fw_import_job_run (job, plan, source, NULL, &error);
      if (event == NULL)
        return fw_cli_fail (options->cli, error);
    }
  if (options->cli->json)
    print_plan_json (table, mapping, plan, event);
  else
    print_plan (table, plan, !options->dry_run, options->cli->language);
  return nothing_good (plan) ? FW_EXIT_INPUT : FW_EXIT_DONE;
}

static char *
list_kinds (FwImportCatalog *catalog)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < fw_import_catalog_get_n_kinds (catalog); i++)
    g_string_append_printf (kinds, "%s%s", i > 0 ? ", " : "", fw_import_catalog_get_kind (catalog, i)->id);
  return g_string_free (g_steal_pointer (&kinds), FALSE);
}

static FwImportCatalog *
read_catalog (GError **error)
{
  g_autofree char *path = fw_paths_find_data ("import/kinds.xml");

  if (path != NULL)
    return fw_import_catalog_read (path, error);
  g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_CATALOG, "import/kinds.xml is not installed");
  return NULL;
}

static void
take_options (FwCli *cli,
              ImportOptions *options)
{
  options->cli = cli;
  options->dry_run = fw_cli_take_flag (cli, "--dry-run");
  options->names_must_exist = fw_cli_take_flag (cli, "--names-must-exist");
  options->maps = fw_cli_take_options (cli, "--map");
  options->words = fw_cli_take_options (cli, "--word");
  options->custom = fw_cli_take_options (cli, "--custom");
  options->rest_custom = fw_cli_take_flag (cli, "--custom-rest");
  options->empty = fw_cli_take_options (cli, "--empty");
  options->mapping = fw_cli_take_option (cli, "--mapping");
  options->keep_mapping = fw_cli_take_option (cli, "--keep-mapping");
  options->encoding = fw_cli_take_option (cli, "--encoding");
  options->separator = fw_cli_take_option (cli, "--separator");
  options->date_order = fw_cli_take_option (cli, "--date-order");
  options->bad_rows = fw_cli_take_option (cli, "--bad-rows");
}

static FwExit
import_kind (const ImportOptions *options,
             FwImportCatalog *catalog,
             const char *path,
             const char *kind_id,
             const char *file)
{
  const FwImportKind *kind = fw_import_catalog_find_kind (catalog, kind_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = NULL;
  FwExit done;

  if (kind == NULL)
    {
      g_autofree char *kinds = list_kinds (catalog);
      g_autofree char *reason = g_strdup_printf ("there is no kind \"%s\"; there are %s", kind_id, kinds);

      return fw_cli_misused (options->cli, reason);
    }
  store = fw_cli_open_store (options->cli, path, options->dry_run ? FW_STORE_READ : FW_STORE_WRITE, &error);
  if (store == NULL)
    return fw_cli_fail (options->cli, error);
  done = import_into (options, store, catalog, kind, file);
  fw_store_close (store);
  return done;
}

static FwExit
run_import (FwCli *cli)
{
  g_auto (ImportOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FwImportCatalog) catalog = NULL;
  g_autofree char *path = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *file = NULL;

  take_options (cli, &options);
  path = fw_cli_take_word (cli);
  kind = fw_cli_take_word (cli);
  file = fw_cli_take_word (cli);
  if (file == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  catalog = read_catalog (&error);
  if (catalog == NULL)
    return fw_cli_fail (cli, error);
  return import_kind (&options, catalog, path, kind, file);
}

const FwCliCommand fw_cli_import_commands[] = {
  { "import",
    "import STORE KIND FILE  bring a company's list into the store\n"
    "    --dry-run  --map FIELD=COLUMN …  --word FIELD:TEXT=MEANING …  --custom COLUMN …  --custom-rest\n"
    "    --mapping FILE  --keep-mapping FILE\n"
    "    --bad-rows FILE  --names-must-exist  --empty TEXT …  --date-order mdy|dmy\n"
    "    --encoding UTF-8|UTF-16LE|UTF-16BE|GB18030  --separator ,|;|tab",
    run_import },
  { NULL, NULL, NULL },
};
