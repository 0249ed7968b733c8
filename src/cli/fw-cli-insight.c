#include <math.h>
#include <stdio.h>

#include "cli/fw-cli-commands.h"
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
find_department (const FwLeavingRecords *records,
                 const char *name)
{
  for (guint i = 0; i < fw_leaving_records_get_n_departments (records); i++)
    if (g_strcmp0 (fw_leaving_records_get_department (records, i)->name, name) == 0)
      return fw_leaving_records_get_department (records, i);
  return NULL;
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
  const FwInsightPlace *department = find_department (records, options->department);

  if (!read_day ("--from", options->from, &filter->from, error) || !read_day ("--to", options->until, &filter->until, error) ||
      !read_leaving (options->leaving, filter, error) || !read_by (options, filter, error))
    return FALSE;
  if (options->branch != NULL && branch == NULL)
    return misuse (error, "--branch", options->branch);
  if (options->department != NULL && department == NULL)
    return misuse (error, "--department", options->department);
  filter->branch_id = branch != NULL ? branch->id : NULL;
  filter->department_id = department != NULL ? department->id : NULL;
  return TRUE;
}

static void
add_count (JsonBuilder *json,
           const char *name,
           guint value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
add_number (JsonBuilder *json,
            const char *name,
            double value,
            const char *format)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  fw_cli_add_text (json, name, g_ascii_formatd (digits, sizeof digits, format, value));
}

static void
add_rate (JsonBuilder *json,
          const char *name,
          double rate)
{
  add_number (json, name, rate, "%.6f");
}

static void
add_date (JsonBuilder *json,
          const char *name,
          FwDate day)
{
  g_autofree char *text = fw_date_to_string (day);

  fw_cli_add_text (json, name, text);
}

/* A rate with its interval, or that it is hidden: then no number that it could be reckoned from. */
static void
add_rates (JsonBuilder *json,
           const FwRate *rate)
{
  json_builder_set_member_name (json, "hidden");
  json_builder_add_boolean_value (json, rate->hidden);
  if (rate->hidden)
    return;
  add_number (json, "average_headcount", rate->average, "%.4f");
  add_rate (json, "turnover", rate->rate);
  add_rate (json, "low95", rate->interval.low);
  add_rate (json, "high95", rate->interval.high);
}

static void
add_month (JsonBuilder *json,
           const FwTurnover *turnover,
           guint index)
{
  const FwTurnoverMonth *month = fw_turnover_get_month (turnover, index);
  g_autofree char *name = g_strdup_printf ("%d-%02d", month->month.year, month->month.month);
  FwRate rate;

  json_builder_begin_object (json);
  fw_cli_add_text (json, "month", name);
  add_count (json, "opening", month->opening);
  add_count (json, "joiners", month->joined);
  add_count (json, "moved_in", month->moved_in);
  add_count (json, "leavers", fw_turnover_count (month, FW_TURNOVER_ALL));
  for (int group = 0; group < FW_N_LEAVING_GROUPS; group++)
    add_count (json, fw_leaving_group_get_name (group), month->left[group]);
  add_count (json, "left_otherwise", month->left_apart);
  add_count (json, "moved_out", month->moved_out);
  add_count (json, "closing", month->closing);
  add_number (json, "average", (month->opening + month->closing) / 2.0, "%.1f");
  json_builder_set_member_name (json, "rolling");
  if (fw_turnover_rolling (turnover, index, FW_TURNOVER_ALL, &rate))
    {
      json_builder_begin_object (json);
      add_rates (json, &rate);
      json_builder_end_object (json);
    }
  else
    json_builder_add_null_value (json);
  json_builder_end_object (json);
}

static guint
sum_months (const FwTurnover *turnover,
            guint first,
            guint n,
            gsize offset)
{
  guint sum = 0;

  for (guint i = first; i < first + n; i++)
    sum += G_STRUCT_MEMBER (guint, fw_turnover_get_month (turnover, i), offset);
  return sum;
}

/* The usual other ways to reckon a rate, for whoever compares with a report that uses them. */
static void
add_other_definitions (JsonBuilder *json,
                       FwInsight *insight,
                       guint first,
                       guint n,
                       guint leavers)
{
  const FwTurnover *turnover = fw_insight_get_turnover (insight);
  const FwTurnoverMonth *from = fw_turnover_get_month (turnover, first), *until = fw_turnover_get_month (turnover, first + n - 1);
  double opening_closing = (from->opening + until->closing) / 2.0;
  guint ever_there = from->opening + sum_months (turnover, first, n, G_STRUCT_OFFSET (FwTurnoverMonth, joined)) +
                     sum_months (turnover, first, n, G_STRUCT_OFFSET (FwTurnoverMonth, moved_in));
  FwDate last = fw_date_month_end (until->month);

  if (fw_date_compare (last, fw_insight_get_until (insight)) > 0)
    last = fw_insight_get_until (insight);
  add_rate (json, "alt_opening_closing", leavers / opening_closing);
  add_rate (json, "alt_leavers_over_opening_plus_joiners", (double) leavers / ever_there);
  add_number (json, "person_day_average", fw_insight_person_day_average (insight, from->month, last), "%.4f");
}

static void
add_period (JsonBuilder *json,
            FwInsight *insight,
            guint first,
            guint n)
{
  const FwTurnover *turnover = fw_insight_get_turnover (insight);
  FwRate rate = fw_turnover_rate (turnover, first, n, FW_TURNOVER_ALL);

  add_count (json, "months", n);
  add_count (json, "opening", fw_turnover_get_month (turnover, first)->opening);
  add_count (json, "joiners", sum_months (turnover, first, n, G_STRUCT_OFFSET (FwTurnoverMonth, joined)));
  add_count (json, "moved_in", sum_months (turnover, first, n, G_STRUCT_OFFSET (FwTurnoverMonth, moved_in)));
  add_count (json, "leavers", rate.leavers);
  json_builder_set_member_name (json, "by_kind");
  json_builder_begin_object (json);
  for (int kind = 0; kind < FW_N_LEAVING_KINDS; kind++)
    add_count (json, fw_leaving_kind_get_name (kind),
               sum_months (turnover, first, n, G_STRUCT_OFFSET (FwTurnoverMonth, kinds) + (gsize) kind * sizeof (guint)));
  json_builder_end_object (json);
  add_count (json, "left_otherwise", sum_months (turnover, first, n, G_STRUCT_OFFSET (FwTurnoverMonth, left_apart)));
  add_count (json, "moved_out", sum_months (turnover, first, n, G_STRUCT_OFFSET (FwTurnoverMonth, moved_out)));
  add_count (json, "closing", fw_turnover_get_month (turnover, first + n - 1)->closing);
  add_rates (json, &rate);
  if (rate.hidden)
    return;
  for (int group = 0; group < FW_N_LEAVING_GROUPS; group++)
    {
      g_autofree char *name = g_strconcat (fw_leaving_group_get_name (group), "_rate", NULL);

      add_rate (json, name, fw_turnover_rate (turnover, first, n, group).rate);
    }
  add_other_definitions (json, insight, first, n, rate.leavers);
}

static void
add_years (JsonBuilder *json,
           FwInsight *insight)
{
  const FwTurnover *turnover = fw_insight_get_turnover (insight);
  guint n_months = fw_turnover_get_n_months (turnover);

  json_builder_set_member_name (json, "years");
  json_builder_begin_array (json);
  for (guint first = 0, end; first < n_months; first = end)
    {
      int year = fw_turnover_get_month (turnover, first)->month.year;

      for (end = first + 1; end < n_months && fw_turnover_get_month (turnover, end)->month.year == year; end++)
        ;
      json_builder_begin_object (json);
      add_count (json, "year", (guint) year);
      add_period (json, insight, first, end - first);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* Each department with its parts. */
static void
add_departments (JsonBuilder *json,
                 FwInsight *insight,
                 FwDate today)
{
  FwLeavingRecords *records = fw_insight_get_records (insight);

  json_builder_set_member_name (json, "departments");
  json_builder_begin_array (json);
  for (guint i = 0; i < fw_leaving_records_get_n_departments (records); i++)
    {
      const FwInsightPlace *place = fw_leaving_records_get_department (records, i);
      FwInsightFilter filter = *fw_insight_get_filter (insight);
      g_autoptr (FwInsight) part = NULL;
      FwRate rate;

      filter.department_id = place->id;
      part = fw_insight_new (records, &filter, today);
      rate = fw_turnover_rate (fw_insight_get_turnover (part), 0, fw_turnover_get_n_months (fw_insight_get_turnover (part)),
                               FW_TURNOVER_ALL);
      json_builder_begin_object (json);
      fw_cli_add_text (json, "department", place->name);
      if (!rate.hidden)
        add_count (json, "leavers", rate.leavers);
      add_rates (json, &rate);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_turnover (JsonBuilder *json,
              const InsightOptions *options,
              FwInsight *insight,
              FwDate today)
{
  const FwTurnover *turnover = fw_insight_get_turnover (insight);

  if (g_strcmp0 (options->by, "year") == 0)
    add_years (json, insight);
  else if (g_strcmp0 (options->by, "department") == 0)
    add_departments (json, insight, today);
  else
    {
      json_builder_set_member_name (json, "months");
      json_builder_begin_array (json);
      for (guint i = 0; i < fw_turnover_get_n_months (turnover); i++)
        add_month (json, turnover, i);
      json_builder_end_array (json);
    }
}

static void
add_reasons (JsonBuilder *json,
             FwInsight *insight)
{
  const FwReasons *reasons = fw_insight_get_reasons (insight);
  guint leavers = fw_reasons_get_n_leavers (reasons);
  gboolean hidden = leavers < FW_REASONS_LEAST_LEAVERS;

  if (!hidden)
    add_count (json, "leavers", leavers);
  json_builder_set_member_name (json, "hidden");
  json_builder_add_boolean_value (json, hidden);
  json_builder_set_member_name (json, "reasons");
  json_builder_begin_array (json);
  for (guint i = 0; !hidden && i < fw_reasons_get_n_rows (reasons); i++)
    {
      const FwReasonRow *row = fw_reasons_get_row (reasons, i);
      FwInterval interval = fw_interval_of_share (row->people, leavers);

      json_builder_begin_object (json);
      fw_cli_add_text (json, "reason", row->reason);
      add_rate (json, "weight", row->weight);
      add_rate (json, "share", row->share);
      add_rate (json, "running", row->running);
      add_count (json, "people", row->people);
      add_rate (json, "low95", interval.low);
      add_rate (json, "high95", interval.high);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_counts (JsonBuilder *json,
            const char *name,
            const guint *counts,
            guint n)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < n; i++)
    json_builder_add_int_value (json, counts[i]);
  json_builder_end_array (json);
}

static void
add_tenure (JsonBuilder *json,
            FwInsight *insight)
{
  const FwTenure *tenure = fw_insight_get_tenure (insight);

  add_count (json, "leavers", tenure->n_leavers);
  add_counts (json, "months", tenure->months, FW_TENURE_MONTHS);
  add_count (json, "longer", tenure->n_longer);
  add_counts (json, "years", tenure->years, FW_TENURE_YEARS);
  json_builder_set_member_name (json, "hump");
  if (!tenure->has_hump)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  add_count (json, "first_month", tenure->hump.first_month);
  add_count (json, "months", tenure->hump.n_months);
  add_count (json, "people", tenure->hump.people);
  add_rate (json, "share", tenure->hump.share);
  add_rate (json, "low95", tenure->hump.interval.low);
  add_rate (json, "high95", tenure->hump.interval.high);
  add_number (json, "z", tenure->hump.z, "%.3f");
  json_builder_end_object (json);
}

static void
add_ids (JsonBuilder *json,
         const FwTalks *talks,
         FwInsightQuestion question,
         guint row)
{
  const FwTalkScene *scene = question == FW_INSIGHT_TALK_SCENES ? talks->scenes->pdata[row] : NULL;
  const FwTalkAlertClass *alert = question == FW_INSIGHT_TALK_ALERTS ? talks->alerts->pdata[row] : NULL;
  const FwTalkLength *length = question == FW_INSIGHT_TALK_LENGTHS ? talks->lengths->pdata[row] : NULL;

  if (scene != NULL)
    {
      fw_cli_add_text (json, "script", scene->script);
      fw_cli_add_text (json, "scene", scene->scene);
      add_count (json, "talks", scene->talks->len);
      add_count (json, "turned", scene->turned->len);
    }
  if (alert != NULL)
    {
      fw_cli_add_text (json, "class", alert->alert);
      add_count (json, "talks", alert->talks->len);
      json_builder_set_member_name (json, "reasons");
      json_builder_begin_object (json);
      for (guint i = 0; i < alert->reasons->len; i++)
        add_count (json, g_array_index (alert->reasons, FwTalkReason, i).reason, g_array_index (alert->reasons, FwTalkReason, i).n_talks);
      json_builder_end_object (json);
    }
  if (length != NULL)
    {
      fw_cli_add_text (json, "script", length->script);
      add_count (json, "talks", length->talks->len);
      add_counts (json, "seconds", (const guint *) (gpointer) length->seconds->data, length->seconds->len);
      if (length->median > 0)
        add_count (json, "median", length->median);
    }
}

static void
add_talks (JsonBuilder *json,
           FwInsight *insight,
           FwInsightQuestion question)
{
  const FwTalks *talks = fw_insight_get_talks (insight);
  GPtrArray *rows = question == FW_INSIGHT_TALK_SCENES ? talks->scenes : question == FW_INSIGHT_TALK_ALERTS ? talks->alerts : talks->lengths;

  add_count (json, "talks", talks->n_talks);
  add_count (json, "observed", talks->n_observed);
  json_builder_set_member_name (json, "rows");
  json_builder_begin_array (json);
  for (guint row = 0; row < rows->len; row++)
    {
      json_builder_begin_object (json);
      add_ids (json, talks, question, row);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_json (const InsightOptions *options,
            FwInsight *insight,
            FwDate today)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  fw_cli_add_text (json, "question", fw_insight_question_get_name (options->question));
  add_date (json, "from", fw_insight_get_from (insight));
  add_date (json, "to", fw_insight_get_until (insight));
  add_count (json, "undated", fw_leaving_records_get_n_undated (fw_insight_get_records (insight)));
  if (options->question == FW_INSIGHT_TURNOVER)
    add_turnover (json, options, insight, today);
  else if (options->question == FW_INSIGHT_REASONS)
    add_reasons (json, insight);
  else if (options->question == FW_INSIGHT_TENURE)
    add_tenure (json, insight);
  else
    add_talks (json, insight, options->question);
  json_builder_end_object (json);
  fw_cli_print_built (json);
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

  if (records == NULL || !read_filter (options, records, &filter, error))
    return FALSE;
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
    print_json (options, insight, today);
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
  if (!fw_insight_question_from_name (question, &options.question) || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  store = fw_cli_open_store (cli, path, options.csv || options.output != NULL ? FW_STORE_WRITE : FW_STORE_READ, &error);
  if (store == NULL)
    return fw_cli_fail (cli, error);
  done = answer (&options, store, &error);
  fw_store_close (store);
  return done ? FW_EXIT_DONE : fw_cli_fail (cli, error);
}

const FwCliCommand fw_cli_insight_commands[] = {
  { "insight",
    "insight STORE turnover|reasons|tenure|talk-scenes|talk-alerts|talk-lengths  why and when people leave; what talks say\n"
    "    --from DAY  --to DAY  --branch NAME  --department NAME  --leaving GROUP|KIND\n"
    "    --by month|year|department (turnover), reason|group|stated-reason|kind (reasons)\n"
    "    --csv  -o FILE.svg|.png|.pdf  --width PIXELS  --palette light|dark|high-contrast|high-contrast-dark|print\n"
    "insight STORE liability  N, N+1 and 2N of everybody, as if a day were the last\n"
    "    --to DAY  --by employer|branch|department  --csv or -o FILE.csv for each person",
    run_insight },
  { NULL, NULL, NULL },
};
