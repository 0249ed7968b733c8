#include "departure/fw-insight-chart.h"
#include "departure/fw-jurisdiction.h"

#include "../store/fw-test-store.h"
#include "store/fw-store.h"

typedef struct
{
  TestPlace *place;
  FwStore *store;
  FwCommand *command;
  FwRecord *development;
  FwRecord *platform; /* a part of development */
  FwRecord *sales;
} Fixture;

static FwRecord *
add (Fixture *fixture,
     const char *kind,
     const char *first_field,
     ...)
{
  FwRecord *record = fw_command_add (fixture->command, kind);
  va_list fields;

  va_start (fields, first_field);
  for (const char *field = first_field; field != NULL; field = va_arg (fields, const char *))
    fw_record_set (record, field, va_arg (fields, const char *));
  va_end (fields);
  return record;
}

static FwRecord *
add_person (Fixture *fixture,
            const char *number,
            FwRecord *department,
            const char *hired,
            const char *ended)
{
  FwRecord *person = add (fixture, "employee", "number", number, "name", number, "department-id",
                          fw_record_get_id (department), "left", ended, "status", ended != NULL ? "left" : "active", NULL);

  if (hired != NULL)
    add (fixture, "employment", "employee-id", fw_record_get_id (person), "hired", hired, "ended", ended, NULL);
  return person;
}

static FwRecord *
add_case (Fixture *fixture,
          FwRecord *person,
          const char *kind,
          const char *last_day,
          const char *state)
{
  g_autofree char *number = g_strdup_printf ("%s-%s", fw_record_get (person, "number"), last_day);

  return add (fixture, "case", "number", number, "employee-id", fw_record_get_id (person), "kind", kind, "last-day",
              last_day, "state", state, "opened", last_day, NULL);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->place = test_place_new ();
  fixture->store = test_store_create (fixture->place);
  fixture->command = fw_command_new ("employee.import", "test", NULL);
  fixture->development = add (fixture, "department", "name", "研发中心", NULL);
  fixture->platform = add (fixture, "department", "name", "平台组", "parent-id", fw_record_get_id (fixture->development), NULL);
  fixture->sales = add (fixture, "department", "name", "销售部", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->command);
  fw_store_close (fixture->store);
  g_object_unref (fixture->store);
  test_place_free (fixture->place);
}

static FwLeavingRecords *
read_records (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_store_run (fixture->store, fixture->command, NULL, &error);
  FwLeavingRecords *records;

  g_assert_no_error (error);
  records = fw_leaving_records_read (fixture->store, NULL, &error);
  g_assert_no_error (error);
  return records;
}

static FwInsight *
reckon (FwLeavingRecords *records,
        FwRecord *department)
{
  FwInsightFilter filter = FW_INSIGHT_FILTER_INIT;

  filter.from = fw_date_new (2025, 1, 1);
  filter.department_id = department != NULL ? fw_record_get_id (department) : NULL;
  return fw_insight_new (records, &filter, fw_date_new (2025, 12, 31));
}

static guint
count_left (FwInsight *insight,
            int group)
{
  return fw_turnover_count_all (fw_insight_get_turnover (insight), group);
}

/* The line of the longest probation is the pack's; where laws differ or no pack says it, there is none. */
static void
test_probation (Fixture *fixture,
                gconstpointer data)
{
  g_assert_cmpuint (fw_jurisdiction_longest_probation (fixture->store, FW_DATE_UNKNOWN), ==, 0);
  add (fixture, "employer", "name", "衡川", "jurisdiction", "CN", NULL);
  fw_leaving_records_unref (read_records (fixture));
  g_assert_cmpuint (fw_jurisdiction_longest_probation (fixture->store, fw_date_new (2026, 1, 1)), ==, 6);
  g_assert_cmpuint (fw_jurisdiction_longest_probation (fixture->store, fw_date_new (2007, 12, 31)), ==, 0);
  g_clear_object (&fixture->command);
  fixture->command = fw_command_new ("employee.import", "test", NULL);
  add (fixture, "employer", "name", "Elsewhere", "jurisdiction", "XX", NULL);
  fw_leaving_records_unref (read_records (fixture));
  g_assert_cmpuint (fw_jurisdiction_longest_probation (fixture->store, FW_DATE_UNKNOWN), ==, 0);
}

/* Contracts that follow one another are one employment; a return after a pause is another. */
static void
test_stays (Fixture *fixture,
            gconstpointer data)
{
  FwRecord *renewed = add_person (fixture, "E1", fixture->sales, "2020-01-01", "2024-12-31");
  FwRecord *back = add_person (fixture, "E2", fixture->sales, "2020-01-01", "2025-03-31");
  g_autoptr (FwLeavingRecords) records = NULL;
  g_autoptr (FwInsight) insight = NULL;

  fw_record_set (renewed, "left", NULL);
  fw_record_set (renewed, "status", "active");
  add (fixture, "employment", "employee-id", fw_record_get_id (renewed), "hired", "2025-01-01", NULL);
  add (fixture, "employment", "employee-id", fw_record_get_id (back), "hired", "2025-06-01", "ended", "2025-09-30", NULL);
  records = read_records (fixture);
  insight = reckon (records, NULL);
  g_assert_cmpuint (count_left (insight, FW_TURNOVER_ALL), ==, 2);
  g_assert_cmpuint (fw_insight_get_tenure (insight)->months[3], ==, 1);
  g_assert_cmpuint (fw_insight_get_tenure (insight)->n_longer, ==, 1);
  g_assert_cmpuint (fw_turnover_get_month (fw_insight_get_turnover (insight), 11)->closing, ==, 1);
}

/* Of whom a day is missing is in no figure, and counted as such. */
static void
test_undated (Fixture *fixture,
              gconstpointer data)
{
  FwRecord *gone = add_person (fixture, "E1", fixture->sales, "2020-01-01", NULL);
  g_autoptr (FwLeavingRecords) records = NULL;

  fw_record_set (gone, "status", "left");
  add_person (fixture, "E2", fixture->sales, NULL, NULL);
  add_person (fixture, "E3", fixture->sales, "2020-01-01", NULL);
  records = read_records (fixture);
  g_assert_cmpuint (fw_leaving_records_get_n_undated (records), ==, 2);
  g_assert_false (fw_date_is_known (fw_leaving_records_get_first_leaving (records)));
}

/* An employment that ended before it began is a slip of one of its days: it is in no figure, the next one is. */
static void
test_wrong_order (Fixture *fixture,
                  gconstpointer data)
{
  FwRecord *back = add_person (fixture, "E1", fixture->sales, "2025-03-01", "2025-02-28");
  g_autoptr (FwLeavingRecords) records = NULL;
  g_autoptr (FwInsight) insight = NULL;

  fw_record_set (back, "left", "2025-10-31");
  add (fixture, "employment", "employee-id", fw_record_get_id (back), "hired", "2025-07-01", "ended", "2025-10-31", NULL);
  records = read_records (fixture);
  g_assert_cmpuint (fw_leaving_records_get_n_undated (records), ==, 1);
  insight = reckon (records, NULL);
  g_assert_cmpuint (count_left (insight, FW_TURNOVER_ALL), ==, 1);
  g_assert_cmpfloat (fw_insight_get_headline (insight)->median_months, ==, 3);
  for (guint i = 0; i < 12; i++)
    g_assert_cmpuint (fw_turnover_get_month (fw_insight_get_turnover (insight), i)->closing, ==, i >= 6 && i < 9);
}

/* The kind is that of the case of that departure; one given up or of another year says nothing. */
static void
test_kinds (Fixture *fixture,
            gconstpointer data)
{
  FwRecord *resigned = add_person (fixture, "E1", fixture->sales, "2020-01-01", "2025-03-31");
  FwRecord *unknown = add_person (fixture, "E2", fixture->sales, "2020-01-01", "2025-05-31");
  g_autoptr (FwLeavingRecords) records = NULL;
  g_autoptr (FwInsight) insight = NULL;

  add_case (fixture, resigned, "dismissal", "2025-03-31", "withdrawn");
  add_case (fixture, resigned, "resignation", "2025-03-28", "closed");
  add_case (fixture, unknown, "resignation", "2023-05-31", "closed");
  records = read_records (fixture);
  insight = reckon (records, NULL);
  g_assert_cmpuint (count_left (insight, FW_LEAVING_VOLUNTARY), ==, 1);
  g_assert_cmpuint (count_left (insight, FW_LEAVING_UNKNOWN), ==, 1);
}

/* A department is its parts too, and a move counts on its day. */
static void
test_departments (Fixture *fixture,
                  gconstpointer data)
{
  FwRecord *mover = add_person (fixture, "E1", fixture->sales, "2020-01-01", "2025-08-31");
  g_autoptr (FwLeavingRecords) records = NULL;
  g_autoptr (FwInsight) development = NULL;
  g_autoptr (FwInsight) sales = NULL;
  g_autoptr (FwInsight) platform = NULL;
  const FwTurnoverMonth *april;

  add_person (fixture, "E2", fixture->platform, "2020-01-01", "2025-02-28");
  add_person (fixture, "E3", fixture->development, "2020-01-01", NULL);
  add (fixture, "appointment", "employee-id", fw_record_get_id (mover), "from", "2020-01-01", "department-id",
       fw_record_get_id (fixture->platform), NULL);
  add (fixture, "appointment", "employee-id", fw_record_get_id (mover), "from", "2025-04-15", "department-id",
       fw_record_get_id (fixture->sales), NULL);
  records = read_records (fixture);
  g_assert_cmpuint (fw_leaving_records_get_n_departments (records), ==, 3);
  development = reckon (records, fixture->development);
  platform = reckon (records, fixture->platform);
  sales = reckon (records, fixture->sales);
  g_assert_cmpuint (fw_turnover_get_month (fw_insight_get_turnover (development), 0)->opening, ==, 3);
  g_assert_cmpuint (count_left (development, FW_TURNOVER_ALL), ==, 1);
  april = fw_turnover_get_month (fw_insight_get_turnover (development), 3);
  g_assert_cmpuint (april->moved_out, ==, 1);
  g_assert_cmpuint (april->closing, ==, 1);
  g_assert_cmpuint (fw_turnover_get_month (fw_insight_get_turnover (platform), 11)->closing, ==, 0);
  g_assert_cmpuint (fw_turnover_get_month (fw_insight_get_turnover (sales), 3)->moved_in, ==, 1);
  g_assert_cmpuint (count_left (sales, FW_TURNOVER_ALL), ==, 1);
}

/* Each mark leads to its people, and nobody who leaves later is among them. */
static void
test_people (Fixture *fixture,
             gconstpointer data)
{
  FwRecord *first = add_person (fixture, "E1", fixture->sales, "2020-01-01", "2025-12-10");
  FwRecord *reason;
  g_autoptr (FwLeavingRecords) records = NULL;
  g_autoptr (FwInsight) insight = NULL;
  g_autoptr (FwInsightChart) turnover = NULL;
  g_autoptr (FwInsightChart) reasons = NULL;
  g_autoptr (GArray) of_month = NULL;
  g_autoptr (GArray) of_reason = NULL;
  g_autoptr (FwRecord) found = NULL;
  FwInsightFilter filter = FW_INSIGHT_FILTER_INIT;

  add_person (fixture, "E2", fixture->sales, "2020-01-01", "2025-12-20");
  reason = add_case (fixture, first, "resignation", "2025-12-10", "closed");
  add (fixture, "case-reason", "case-id", fw_record_get_id (reason), "reason", "pay-market", "weight", "3", NULL);
  records = read_records (fixture);
  filter.from = fw_date_new (2025, 1, 1);
  filter.reasons = FW_INSIGHT_BY_REASON_GROUP;
  insight = fw_insight_new (records, &filter, fw_date_new (2025, 12, 15));
  turnover = fw_insight_chart_new (insight, FW_INSIGHT_TURNOVER, FW_CHART_CHINESE);
  reasons = fw_insight_chart_new (insight, FW_INSIGHT_REASONS, FW_CHART_CHINESE);
  of_month = fw_insight_chart_list_people (turnover, (FwChartMark){ 11, 0 });
  of_reason = fw_insight_chart_list_people (reasons, (FwChartMark){ 0, 0 });
  found = fw_store_find (fixture->store, "employee", "number", "E1", NULL);
  g_assert_cmpuint (of_month->len, ==, 1);
  g_assert_cmpuint (of_reason->len, ==, 1);
  g_assert_cmpuint (g_array_index (of_month, guint32, 0), ==, (guint32) fw_record_get_seq (found));
  g_assert_cmpuint (g_array_index (of_reason, guint32, 0), ==, (guint32) fw_record_get_seq (found));
}

static void
add_entry (Fixture *fixture,
           FwRecord *talk,
           guint position,
           const char *sort,
           const char *detail)
{
  g_autofree char *place = g_strdup_printf ("%u", position);

  add (fixture, "talk-entry", "talk-id", fw_record_get_id (talk), "case-id", fw_record_get (talk, "case-id"), "position", place,
       "sort", sort, "detail", detail, NULL);
}

/* A talk of 40 minutes with a break of ten, in which the mood turned at the money. */
static FwRecord *
add_talk (Fixture *fixture,
          FwRecord *person,
          FwRecord *its,
          const char *on)
{
  FwRecord *talk = add (fixture, "talk", "case-id", fw_record_get_id (its), "employee-id", fw_record_get_id (person), "script",
                        "dismissal-incompetence", "on", on, "seconds", "2400", NULL);

  add_entry (fixture, talk, 1, "scene", "open");
  add_entry (fixture, talk, 2, "mood", "calm");
  add_entry (fixture, talk, 3, "break", "600");
  add_entry (fixture, talk, 4, "scene", "law-money");
  add_entry (fixture, talk, 5, "mood", "angry");
  add_entry (fixture, talk, 6, "alert", "arbitration_litigation");
  add_entry (fixture, talk, 7, "scene", "@anger");
  return talk;
}

/* Talks are read with their scenes by name; the filter narrows them, and a mark leads to them and to the people. */
static void
test_talks (Fixture *fixture,
            gconstpointer data)
{
  FwRecord *gone = add_person (fixture, "E1", fixture->platform, "2020-01-01", "2025-12-10");
  FwRecord *staying = add_person (fixture, "E2", fixture->sales, "2020-01-01", NULL);
  FwRecord *its = add_case (fixture, gone, "dismissal", "2025-12-10", "closed");
  FwRecord *other = add_case (fixture, staying, "resignation", "2025-12-20", "draft");
  g_autoptr (FwLeavingRecords) records = NULL;
  g_autoptr (FwInsight) all = NULL;
  g_autoptr (FwInsight) sales = NULL;
  g_autoptr (FwInsightChart) scenes = NULL;
  g_autoptr (FwInsightChart) alerts = NULL;
  g_autoptr (FwInsightChart) lengths = NULL;
  g_autoptr (GArray) talks = NULL;
  g_autoptr (GArray) people = NULL;
  g_autofree char *scene = NULL;
  g_autofree char *alert = NULL;
  g_autofree char *length = NULL;
  FwInsightFilter filter = FW_INSIGHT_FILTER_INIT;

  add (fixture, "case-reason", "case-id", fw_record_get_id (its), "reason", "pay-market", "weight", "3", NULL);
  add_talk (fixture, gone, its, "2025-11-03");
  add_talk (fixture, gone, its, "2025-11-20");
  add_talk (fixture, staying, other, "2025-11-21");
  add_talk (fixture, staying, other, "2026-02-01");
  records = read_records (fixture);
  filter.from = fw_date_new (2025, 1, 1);
  all = fw_insight_new (records, &filter, fw_date_new (2025, 12, 31));
  g_assert_cmpuint (fw_insight_get_talks (all)->n_talks, ==, 3);
  g_assert_cmpuint (fw_insight_get_talks (all)->scenes->len, ==, 1);
  scenes = fw_insight_chart_new (all, FW_INSIGHT_TALK_SCENES, FW_CHART_CHINESE);
  scene = fw_insight_chart_describe_mark (scenes, (FwChartMark){ 0, 0 });
  g_assert_cmpstr (scene, ==, "依据和每一笔钱，都在纸上：谈到 3 次，转坏 3 次。次数太少，只当个例看。");
  alerts = fw_insight_chart_new (all, FW_INSIGHT_TALK_ALERTS, FW_CHART_CHINESE);
  alert = fw_insight_chart_describe_mark (alerts, (FwChartMark){ 0, 0 });
  g_assert_cmpstr (alert, ==, "仲裁与诉讼：3 次。次数太少，不列原因");
  lengths = fw_insight_chart_new (all, FW_INSIGHT_TALK_LENGTHS, FW_CHART_CHINESE);
  length = fw_insight_chart_describe_mark (lengths, (FwChartMark){ 0, 0 });
  g_assert_true (g_str_has_prefix (length, "不能胜任（培训或调岗后）：3 次，30 到 30 分钟。"));
  talks = fw_insight_chart_list_talks (scenes, (FwChartMark){ 0, 0 });
  people = fw_insight_chart_list_people (scenes, (FwChartMark){ 0, 0 });
  g_assert_cmpuint (talks->len, ==, 3);
  g_assert_cmpuint (people->len, ==, 2);
  filter.department_id = fw_record_get_id (fixture->sales);
  sales = fw_insight_new (records, &filter, fw_date_new (2025, 12, 31));
  g_assert_cmpuint (fw_insight_get_talks (sales)->n_talks, ==, 1);
}

/* All sheets that came back, whatever is looked at, and nobody behind them. */
static void
test_survey (Fixture *fixture,
             gconstpointer data)
{
  static const char *const scores[] = { "4", "5", "4", "3", "4", "9" };
  g_autoptr (FwLeavingRecords) records = NULL;
  g_autoptr (FwInsight) insight = NULL;
  g_autoptr (FwInsightChart) before = NULL;
  g_autoptr (FwInsightChart) after = NULL;
  g_autoptr (FwInsightChart) talks = NULL;
  g_autoptr (GArray) people = NULL;
  g_autofree char *mark = NULL;
  FwInsightFilter filter = FW_INSIGHT_FILTER_INIT;

  records = read_records (fixture);
  insight = fw_insight_new (records, &filter, fw_date_new (2025, 12, 31));
  before = fw_insight_chart_new (insight, FW_INSIGHT_SURVEY, FW_CHART_CHINESE);
  g_assert_true (fw_insight_chart_is_empty (before));
  talks = fw_insight_chart_new (insight, FW_INSIGHT_TALK_SCENES, FW_CHART_CHINESE);
  g_assert_true (fw_insight_chart_is_empty (talks));
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    add (fixture, "survey", "date", "2025-11-01", "topic", i == 0 ? "Before I left I knew clearly why." : "我离开之前，清楚知道原因是什么。",
         "score", scores[i], NULL);
  add (fixture, "survey", "date", "2025-11-01", "topic", "食堂怎么样？", "score", "1", NULL);
  g_clear_pointer (&records, fw_leaving_records_unref);
  g_clear_object (&insight);
  records = read_records (fixture);
  filter.department_id = fw_record_get_id (fixture->sales);
  filter.from = filter.until = fw_date_new (2025, 1, 1);
  insight = fw_insight_new (records, &filter, fw_date_new (2025, 12, 31));
  after = fw_insight_chart_new (insight, FW_INSIGHT_SURVEY, FW_CHART_CHINESE);
  g_assert_false (fw_insight_chart_is_empty (after));
  mark = fw_insight_chart_describe_mark (after, (FwChartMark){ 0, 0 });
  g_assert_cmpstr (mark, ==, "我离开之前，清楚知道原因是什么。平均 4.0 分，5 份，很少。");
  people = fw_insight_chart_list_people (after, (FwChartMark){ 0, 0 });
  g_assert_cmpuint (people->len, ==, 0);
}

/* What is cancelled says so and gives nothing. */
static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (fw_leaving_records_read (fixture->store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Every reason that the import knows has a name in both languages, and no name is left over. */
static void
test_reason_names (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("FAIRWELL_SOURCE"), "data", NULL);
  g_autofree char *names_path = g_build_filename (folder, "reasons.ini", NULL);
  g_autofree char *kinds_path = g_build_filename (folder, "import", "kinds.xml", NULL);
  g_autofree char *kinds = NULL;
  g_autoptr (GKeyFile) names = g_key_file_new ();
  g_auto (GStrv) groups = NULL;
  const char *list, *end;
  guint n_reasons = 0, n_choices = 0;

  g_assert_true (g_key_file_load_from_file (names, names_path, G_KEY_FILE_NONE, NULL));
  g_assert_true (g_file_get_contents (kinds_path, &kinds, NULL, NULL));
  list = strstr (kinds, "<choices id=\"reason\">");
  end = strstr (list, "</choices>");
  for (const char *p = list; (p = strstr (p, "<choice ")) != NULL && p < end; p++)
    n_choices++;
  groups = g_key_file_get_groups (names, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *zh = g_key_file_get_string (names, groups[i], "zh", NULL);
      g_autofree char *en = g_key_file_get_string (names, groups[i], "en", NULL);
      g_autofree char *choice = g_strdup_printf ("<choice value=\"%s\"", groups[i]);
      const char *found = strstr (list, choice);

      g_assert_nonnull (zh);
      g_assert_nonnull (en);
      if (strchr (groups[i], '-') == NULL)
        continue;
      g_assert_true (found != NULL && found < end);
      n_reasons++;
    }
  g_assert_cmpuint (n_reasons, ==, n_choices);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/insight/probation", Fixture, NULL, set_up, test_probation, tear_down);
  g_test_add ("/insight/stays", Fixture, NULL, set_up, test_stays, tear_down);
  g_test_add ("/insight/wrong-order", Fixture, NULL, set_up, test_wrong_order, tear_down);
  g_test_add ("/insight/undated", Fixture, NULL, set_up, test_undated, tear_down);
  g_test_add ("/insight/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/insight/departments", Fixture, NULL, set_up, test_departments, tear_down);
  g_test_add ("/insight/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/insight/talks", Fixture, NULL, set_up, test_talks, tear_down);
  g_test_add ("/insight/survey", Fixture, NULL, set_up, test_survey, tear_down);
  g_test_add ("/insight/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add_func ("/insight/reason-names", test_reason_names);
  return g_test_run ();
}
