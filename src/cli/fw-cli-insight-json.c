/* The figures of the insight command as JSON. */
#include "cli/fw-cli-insight-json.h"

#include "cli/fw-cli-commands.h"
#include "departure/fw-survey.h"

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
              const char *by,
              FwInsight *insight,
              FwDate today)
{
  const FwTurnover *turnover = fw_insight_get_turnover (insight);

  if (g_strcmp0 (by, "year") == 0)
    add_years (json, insight);
  else if (g_strcmp0 (by, "department") == 0)
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
add_survey (JsonBuilder *json,
            FwInsight *insight)
{
  static const char *const bounds[] = {
    [FW_SURVEY_MEAN_IS] = "mean",
    [FW_SURVEY_MEAN_AT_MOST] = "mean_at_most",
    [FW_SURVEY_MEAN_AT_LEAST] = "mean_at_least",
  };
  GPtrArray *counts = fw_leaving_records_get_survey (fw_insight_get_records (insight));

  add_count (json, "least_answers", FW_SURVEY_LEAST_ANSWERS);
  json_builder_set_member_name (json, "rows");
  json_builder_begin_array (json);
  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      const FwSurveyCount *count = counts->pdata[i];
      FwSurveyMean mean = fw_survey_mean_reckon (count->counts);

      json_builder_begin_object (json);
      fw_cli_add_text (json, "id", count->id);
      json_builder_set_member_name (json, "hidden");
      json_builder_add_boolean_value (json, mean.hidden);
      if (!mean.hidden)
        add_count (json, "answers", mean.n);
      if (mean.n > 0)
        add_number (json, bounds[mean.bound], mean.mean, "%.2f");
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/**
 * fw_cli_insight_print_json:
 * @by: (nullable): what the figures are told apart by
 *
 * Prints the figures of one question.
 */
void
fw_cli_insight_print_json (FwInsightQuestion question,
                           const char *by,
                           FwInsight *insight,
                           FwDate today)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  fw_cli_add_text (json, "question", fw_insight_question_get_name (question));
  add_date (json, "from", fw_insight_get_from (insight));
  add_date (json, "to", fw_insight_get_until (insight));
  add_count (json, "undated", fw_leaving_records_get_n_undated (fw_insight_get_records (insight)));
  if (question == FW_INSIGHT_TURNOVER)
    add_turnover (json, by, insight, today);
  else if (question == FW_INSIGHT_REASONS)
    add_reasons (json, insight);
  else if (question == FW_INSIGHT_TENURE)
    add_tenure (json, insight);
  else if (question == FW_INSIGHT_SURVEY)
    add_survey (json, insight);
  else
    add_talks (json, insight, question);
  json_builder_end_object (json);
  fw_cli_print_built (json);
}
