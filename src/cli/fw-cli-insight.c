#include <stdio.h>

#include "cli/fw-cli-commands.h"
#include "cli/fw-cli-insight-json.h"
#include "cli/fw-cli-liability.h"
#include "departure/fw-insight-chart.h"
#include "departure/fw-workplace.h"

/* What stands on the line of the insight command beside the common options. */
typedef struct
{
  char *from;
  char *until;
  char *by;
  char *branch;
  char *department;
  char *leaving;
  char *output;
  char *palette;
  char *width;
  gboolean csv;
  FwCli *cli;
  FwInsightQuestion question;
} InsightOptions;

static void
insight_options_clear (InsightOptions *options)
{
  g_free (options->from);
  g_free (options->until);
  g_free (options->by);
  g_free (options->branch);
  g_free (options->department);
  g_free (options->leaving);
  g_free (options->output);
  g_free (options->palette);
  g_free (options->width);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InsightOptions, insight_options_clear)

static gboolean
misuse (GError **error,
        const char *option,
        const char *value)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: \"%s\" is not known", option, value);
  return FALSE;
}

static gboolean
read_day (const char *option,
          const char *value,
          FwDate *day,
          GError **error)
{
  if (value == NULL)
    return TRUE;
  *day = fw_date_from_string (value);
  return fw_date_is_known (*day) || misuse (error, option, value);
}

/* A kind of departure, or a group of them. */
static gboolean
read_leaving (const char *value,
              FwInsightFilter *filter,
              GError **error)
{
  FwLeavingGroup group;
  FwLeavingKind kind = fw_leaving_kind_from_name (value);

  if (value == NULL)
    return TRUE;
  if (fw_leaving_group_from_name (value, &group))
    filter->groups = 1u << group;
  else if (kind != FW_LEAVING_KIND_UNKNOWN)
    filter->kinds = 1u << kind;
  else
    return misuse (error, "--leaving", value);
  return TRUE;
}

static gboolean
read_by (const InsightOptions *options,
         FwInsightFilter *filter,
         GError **error)
{
  static const char *const allowed[][5] = { { "month", "year", "department", NULL },
                                            { "reason", "group", "stated-reason", "kind", NULL },
                                            { "month", "year", NULL },
                                            { NULL },
                                            { NULL },
                                            { NULL },
                                            { NULL } };

  if (options->by == NULL)
    return TRUE;
  if (!g_strv_contains (allowed[options->question], options->by))
    return misuse (error, "--by", options->by);
  if (g_str_equal (options->by, "stated-reason"))
    filter->reasons = FW_INSIGHT_BY_STATED_REASON;
  else if (g_str_equal (options->by, "group"))
    filter->reasons = FW_INSIGHT_BY_REASON_GROUP;
  else if (g_str_equal (options->by, "kind"))
    filter->reasons = FW_INSIGHT_BY_KIND;
  return TRUE;
}

static const FwInsightPlace *
find_parent (const FwLeavingRecords *records,
             const FwInsightPlace *department)
{
  for (guint i = 0; department->parent_id != NULL && i < fw_leaving_records_get_n_departments (records); i++)
    if (g_strcmp0 (fw_leaving_records_get_department (records, i)->id, department->parent_id) == 0)
      return fw_leaving_records_get_department (records, i);
  return NULL;
}

/* Whether the names of a path, read from its end, are those of a department and of the ones above it. */
static gboolean
ends_on (const FwLeavingRecords *records,
         const FwInsightPlace *department,
         char **names)
{
  guint left = g_strv_length (names);

  for (; left > 0 && department != NULL && g_strcmp0 (department->name, names[left - 1]) == 0; left--)
    department = find_parent (records, department);
  return left == 0;
}

/* By its name, or UPPER/LOWER where several have it: figures of the wrong one would look as right. */
static gboolean
find_department (const FwLeavingRecords *records,
                 const char *path,
                 const FwInsightPlace **found,
                 GError **error)
{
  g_auto (GStrv) names = path != NULL ? g_strsplit (path, "/", -1) : NULL;
  guint n = 0;

  *found = NULL;
  for (guint i = 0; names != NULL && i < fw_leaving_records_get_n_departments (records); i++)
    if (g_strcmp0 (fw_leaving_records_get_department (records, i)->name, path) == 0 ||
        ends_on (records, fw_leaving_records_get_department (records, i), names))
      {
        *found = fw_leaving_records_get_department (records, i);
        n++;
      }
  if (path != NULL && n == 0)
    return misuse (error, "--department", path);
  if (n < 2)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--department: there are several \"%s\"; write UPPER/LOWER", path);
  return FALSE;
}

static const FwInsightPlace *
find_branch (const FwLeavingRecords *records,
             const char *name)
{
  for (guint i = 0; i < fw_leaving_records_get_n_branches (records); i++)
    if (g_strcmp0 (fw_leaving_records_get_branch (records, i)->name, name) == 0)
      return fw_leaving_records_get_branch (records, i);
  return NULL;
}

static gboolean
read_filter (const InsightOptions *options,
             const FwLeavingRecords *records,
             FwInsightFilter *filter,
             GError **error)
{
  const FwInsightPlace *branch = find_branch (records, options->branch);
  const FwInsightPlace *department;

  if (!read_day ("--from", options->from, &filter->from, error) || !read_day ("--to", options->until, &filter->until, error) ||
      !read_leaving (options->leaving, filter, error) || !read_by (options, filter, error) ||
      !find_department (records, options->department, &department, error))
    return FALSE;
  if (options->branch != NULL && branch == NULL)
    return misuse (error, "--branch", options->branch);
  filter->branch_id = branch != NULL ? branch->id : NULL;
  filter->department_id = department != NULL ? department->id : NULL;
  return TRUE;
}

/* A figure of all sheets that came back is not narrowed: what was asked for would not be what is answered. */
static gboolean
may_be_narrowed (const InsightOptions *options,
                 GError **error)
{
  const char *const given[][2] = { { "--from", options->from },             { "--to", options->until },        { "--branch", options->branch },
                                   { "--department", options->department }, { "--leaving", options->leaving } };

  for (guint i = 0; options->question == FW_INSIGHT_SURVEY && i < G_N_ELEMENTS (given); i++)
    if (given[i][1] != NULL)
      return misuse (error, given[i][0], given[i][1]);
  return TRUE;
}

static void
print_table (FwInsightChart *chart)
{
  g_autoptr (FwChartTable) table = fw_insight_chart_tabulate (chart);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  g_autofree char *words = fw_insight_chart_define (chart);

  for (guint i = 0; i < fw_chart_table_get_n_columns (table); i++)
    g_ptr_array_add (headings, (gpointer) fw_chart_table_get_heading (table, i));
  g_ptr_array_add (headings, NULL);
  for (guint i = 0; i < fw_chart_table_get_n_rows (table); i++)
    g_ptr_array_add (rows, g_strdupv ((char **) fw_chart_table_get_row (table, i)));
  fw_cli_print_table ((const char *const *) headings->pdata, rows);
  printf ("\n%s", words);
}

static gboolean
read_palette (const char *name,
              FwChartPalette *palette)
{
  static const char *const names[] = { "light", "dark", "high-contrast", "high-contrast-dark", "print" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *palette = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
write_chart (const InsightOptions *options,
             FwStore *store,
             FwInsightChart *chart,
             GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->output);
  FwChartPalette palette = FW_CHART_PALETTE_LIGHT;
  FwChartFormat format;
  guint64 pixels = (guint64) FW_CHART_PAPER_WIDTH;

  if (!fw_chart_format_from_name (options->output, &format, NULL))
    return misuse (error, "-o FILE.svg|.png|.pdf", options->output);
  if (options->palette != NULL && !read_palette (options->palette, &palette))
    return misuse (error, "--palette", options->palette);
  if (options->width != NULL && !g_ascii_string_to_unsigned (options->width, 10, 280, 1600, &pixels, NULL))
    return misuse (error, "--width", options->width);
  return fw_insight_chart_save (chart, store, options->cli->account, file, palette, (double) pixels, error);
}

static gboolean
answer (const InsightOptions *options,
        FwStore *store,
        GError **error)
{
  FwInsightFilter filter = FW_INSIGHT_FILTER_INIT;
  FwDate today = fw_cli_today (options->cli, store, error);
  g_autoptr (FwLeavingRecords) records = fw_date_is_known (today) ? fw_leaving_records_read (store, NULL, error) : NULL;
  g_autoptr (FwInsight) insight = NULL;
  g_autoptr (FwInsightChart) plain = NULL;
  g_autoptr (FwInsightChart) chart = NULL;
  g_autoptr (FwChartTable) table = NULL;
  g_autofree char *csv = NULL;

  if (records == NULL || !may_be_narrowed (options, error) || !read_filter (options, records, &filter, error))
    return FALSE;
  if (fw_date_is_known (filter.from) && fw_date_compare (filter.from, fw_date_is_known (filter.until) ? filter.until : today) > 0)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--from lies after the end of the period");
      return FALSE;
    }
  insight = fw_insight_new (records, &filter, today);
  plain = fw_insight_chart_new (insight, options->question, fw_chart_language_from_name (options->cli->language));
  chart = fw_insight_chart_new_made (plain, today);
  if (options->output != NULL)
    return write_chart (options, store, chart, error);
  if (options->csv)
    {
      table = fw_insight_chart_tabulate (chart);
      csv = fw_chart_table_to_csv (table);
      if (!fw_insight_chart_note_copy (chart, store, options->cli->account, "export", error))
        return FALSE;
      fputs (csv, stdout);
    }
  else if (options->cli->json)
    fw_cli_insight_print_json (options->question, options->by, insight, today);
  else
    print_table (chart);
  return TRUE;
}

/* Whether an option is given that only those who have left can be asked by. */
static gboolean
asks_of_leavers (const InsightOptions *options)
{
  return options->from != NULL || options->branch != NULL || options->department != NULL || options->leaving != NULL ||
         options->palette != NULL || options->width != NULL;
}

static FwExit
run_insight (FwCli *cli)
{
  g_auto (InsightOptions) options = { .cli = cli };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *question = NULL;
  g_autoptr (FwStore) store = NULL;
  gboolean done;

  options.from = fw_cli_take_option (cli, "--from");
  options.until = fw_cli_take_option (cli, "--to");
  options.by = fw_cli_take_option (cli, "--by");
  options.branch = fw_cli_take_option (cli, "--branch");
  options.department = fw_cli_take_option (cli, "--department");
  options.leaving = fw_cli_take_option (cli, "--leaving");
  options.output = fw_cli_take_option (cli, "-o");
  options.palette = fw_cli_take_option (cli, "--palette");
  options.width = fw_cli_take_option (cli, "--width");
  options.csv = fw_cli_take_flag (cli, "--csv");
  path = fw_cli_take_word (cli);
  question = fw_cli_take_word (cli);
  if (g_strcmp0 (question, "liability") == 0 && fw_cli_is_at_end (cli) && !asks_of_leavers (&options))
    {
      FwCliLiability liability = { path, options.until, options.by, options.output, options.csv };

      return fw_cli_run_liability (cli, &liability);
    }
  if (g_strcmp0 (question, "liability") == 0)
    return fw_cli_misused (cli, fw_cli_is_at_end (cli) ? "liability takes --to, --by, --csv and -o" : NULL);
  if (!fw_insight_question_from_name (question, &options.question) || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, question != NULL && fw_cli_is_at_end (cli) ? "there is no such question" : NULL);
  store = fw_cli_open_store (cli, path, options.csv || options.output != NULL ? FW_STORE_WRITE : FW_STORE_READ, &error);
  if (store == NULL)
    return fw_cli_fail (cli, error);
  done = answer (&options, store, &error);
  fw_store_close (store);
  return done ? FW_EXIT_DONE : fw_cli_fail (cli, error);
}

const FwCliCommand fw_cli_insight_commands[] = {
  { "insight",
    "insight STORE turnover|reasons|tenure|talk-scenes|talk-alerts|talk-lengths|survey  why and when people leave; what talks and surveys say\n"
    "    --from DAY  --to DAY  --branch NAME  --department NAME  --leaving GROUP|KIND\n"
    "    --by month|year|department (turnover), reason|group|stated-reason|kind (reasons)\n"
    "    --csv  -o FILE.svg|.png|.pdf  --width PIXELS  --palette light|dark|high-contrast|high-contrast-dark|print\n"
    "insight STORE liability  N, N+1 and 2N of everybody, as if a day were the last\n"
    "    --to DAY  --by employer|branch|department  --csv or -o FILE.csv for each person",
    run_insight },
  { NULL, NULL, NULL },
};
