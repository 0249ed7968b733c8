#include "departure/fw-case.h"
#include "departure/fw-sample.h"
#include "departure/fw-survey.h"
#include "departure/fw-today.h"
#include "store/fw-command.h"

#include "fw-test-case.h"

/* What the sample company has to do on its day. */

static FwToday *
read_today (TestSample *fixture)
{
  g_autoptr (GError) error = NULL;
  FwToday *today = fw_today_read (fixture->workplace, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (today);
  return today;
}

static const FwTodayItem *
find_item (GPtrArray *items,
           FwTodaySort sort,
           const char *name)
{
  for (guint i = 0; i < items->len; i++)
    {
      const FwTodayItem *item = g_ptr_array_index (items, i);

      if (item->sort == sort && (name == NULL || g_strcmp0 (item->name, name) == 0))
        return item;
    }
  return NULL;
}

static FwCase *
open_case (TestSample *fixture,
           const char *number,
           const char *ground)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwRecord) person = fw_store_find (fixture->store, "employee", "number", number, &error);
  FwCase *its = fw_case_open (fixture->workplace, fw_record_get_id (person), "dismissal", ground, &error);

  g_assert_no_error (error);
  g_assert_true (fw_case_set (its, "departure/@last-day", "2026-11-20", &error));
  g_assert_true (fw_case_save (its, &error));
  g_assert_no_error (error);
  return its;
}

/* Among all people: whose contract, probation or protection ends, and who falls short. */
static void
test_people (TestSample *fixture,
             gconstpointer unused)
{
  g_autoptr (FwToday) today = read_today (fixture);
  const FwTodayItem *item;

  g_assert_cmpuint (today->cases->len, ==, 0);
  g_assert_false (today->nobody);
  item = find_item (today->due, FW_TODAY_CONTRACT_END, "马骏");
  g_assert_nonnull (item);
  g_assert_cmpint (fw_date_compare (item->due, fw_date_new (2026, 11, 14)), ==, 0);
  g_assert_cmpstr (item->post, ==, "销售经理 · 西南销售部");
  g_assert_nonnull (find_item (today->due, FW_TODAY_CONTRACT_END, "单立群"));
  g_assert_null (find_item (today->due, FW_TODAY_CONTRACT_END, "古丽娜尔·买买提"));
  item = find_item (today->due, FW_TODAY_PROTECTION_END, "宋佳慧");
  g_assert_cmpstr (item->text, ==, "nursing");
  g_assert_null (find_item (today->due, FW_TODAY_PROTECTION_END, "张敏"));
  g_assert_nonnull (find_item (today->due, FW_TODAY_PROBATION_END, NULL));
  for (guint i = 1; i < today->due->len; i++)
    g_assert_cmpint (fw_date_compare (((FwTodayItem *) today->due->pdata[i - 1])->due, ((FwTodayItem *) today->due->pdata[i])->due),
                     <=, 0);

  item = find_item (today->warnings, FW_TODAY_BELOW_TARGET, "沈知行");
  g_assert_cmpint (item->count, ==, 71);
  g_assert_cmpstr (item->text, ==, "销售回款");
  g_assert_nonnull (find_item (today->warnings, FW_TODAY_BELOW_TARGET, "马骏"));
  g_assert_cmpuint (today->warnings->len, ==, 4);
}

/* The first days of a month have no reviews of the last one yet. */
static void
test_early_in_month (TestSample *fixture,
                     gconstpointer unused)
{
  g_autoptr (FwToday) today = NULL;

  fw_workplace_set_today (fixture->workplace, fw_date_new (2026, 11, 2));
  today = read_today (fixture);
  g_assert_nonnull (find_item (today->warnings, FW_TODAY_BELOW_TARGET, "沈知行"));
  fw_workplace_set_today (fixture->workplace, fw_date_new (2026, 12, 2));
  g_clear_pointer (&today, fw_today_free);
  today = read_today (fixture);
  g_assert_null (find_item (today->warnings, FW_TODAY_BELOW_TARGET, "沈知行"));
  /* Nobody has said that the contract goes on: it has ended, and they still work. */
  g_assert_cmpuint (today->n_overdue, >, 0);
  g_assert_nonnull (find_item (today->due, FW_TODAY_CONTRACT_END, "马骏"));
}

/* Open departures: what is missing and what bars them, who waits for whom. */
static void
test_cases (TestSample *fixture,
            gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCase) pregnant = open_case (fixture, "E0142", "cn.40-2");
  g_autoptr (FwCase) ready = open_case (fixture, "E0310", "cn.40-2");
  g_autoptr (FwToday) today = read_today (fixture);
  const FwTodayCase *first = g_ptr_array_index (today->cases, 0);
  const FwTodayCase *second = g_ptr_array_index (today->cases, 1);

  g_assert_cmpuint (today->cases->len, ==, 2);
  g_assert_cmpstr (first->name, ==, "马骏");
  g_assert_cmpstr (second->name, ==, "张敏");
  g_assert_cmpint (second->verdict, ==, FW_VERDICT_BLOCKED);
  g_assert_cmpuint (second->count, >, 0);
  /* Whose departure is open has the end of the contract in it. */
  g_assert_null (find_item (today->due, FW_TODAY_CONTRACT_END, "马骏"));

  g_assert_true (fw_case_add_task (pregnant, NULL, "问医院要产检证明", "周岚", fw_date_new (2026, 10, 20), &error));
  g_assert_no_error (error);
  fw_workplace_set_today (fixture->workplace, fw_date_new (2026, 10, 21));
  g_clear_pointer (&today, fw_today_free);
  today = read_today (fixture);
  g_assert_cmpuint (today->n_overdue, ==, 1);
  g_assert_cmpint (((FwTodayItem *) today->due->pdata[0])->sort, ==, FW_TODAY_TASK);
  g_assert_cmpstr (((FwTodayItem *) today->due->pdata[0])->text, ==, "问医院要产检证明");
}

/* A store that is no sample asks for a backup after a week without one. */
static void
test_backup (TestSample *fixture,
             gconstpointer unused)
{
  FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL, .who = "tester" };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "own", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (FwStore) store = fw_store_create (path, "a passphrase for tests", &options, &error);
  FwDate made = fw_date_today (zone);
  g_autoptr (FwWorkplace) workplace = fw_workplace_new (store, fw_date_add_days (made, 3), "tester", "zh");
  g_autoptr (FwToday) today = fw_today_read (workplace, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (today->nobody);
  g_assert_cmpuint (today->due->len, ==, 0);
  fw_workplace_set_today (workplace, fw_date_add_days (made, 20));
  g_clear_pointer (&today, fw_today_free);
  today = fw_today_read (workplace, NULL, &error);
  g_assert_nonnull (find_item (today->due, FW_TODAY_BACKUP, NULL));
  g_assert_cmpuint (today->n_overdue, ==, 1);
  fw_store_close (store);
}

/* As if everything had been done up to the end. */
static void
end_case (TestSample *fixture,
          const char *case_id)
{
  g_autoptr (FwCommand) command = fw_command_new ("test.end", "tester", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwRecord) row = fw_store_get (fixture->store, "case", case_id, &error);
  g_autoptr (FwEvent) event = NULL;

  g_assert_no_error (error);
  fw_record_set (row, "state", "closed");
  fw_command_put (command, row);
  event = fw_store_run (fixture->store, command, NULL, &error);
  g_assert_no_error (error);
}

static const FwTodayItem *
find_survey_on (TestSample *fixture,
                FwToday **today,
                FwDate day)
{
  fw_workplace_set_today (fixture->workplace, day);
  g_clear_pointer (today, fw_today_free);
  *today = read_today (fixture);
  return find_item ((*today)->due, FW_TODAY_SURVEY, NULL);
}

/* Who has left is asked after three weeks how it was handled; from a week before until it is seen to, or too late. */
static void
test_survey (TestSample *fixture,
             gconstpointer unused)
{
  const FwDate left = fw_date_new (2026, 11, 20), due = fw_date_add_days (left, FW_SURVEY_DAYS);
  g_autoptr (FwCase) its = open_case (fixture, "E0310", "cn.40-2");
  g_autofree char *case_id = g_strdup (fw_case_get_id (its));
  g_autoptr (FwToday) today = NULL;
  g_autoptr (GError) error = NULL;
  const FwTodayItem *item;

  g_assert_null (find_survey_on (fixture, &today, due));
  g_clear_object (&its);
  end_case (fixture, case_id);
  g_assert_null (find_survey_on (fixture, &today, fw_date_add_days (due, -8)));
  item = find_survey_on (fixture, &today, fw_date_add_days (due, -7));
  g_assert_nonnull (item);
  g_assert_cmpstr (item->name, ==, "马骏");
  g_assert_cmpstr (item->case_id, ==, case_id);
  g_assert_cmpint (fw_date_compare (item->due, due), ==, 0);
  g_assert_nonnull (find_survey_on (fixture, &today, fw_date_add_days (due, 42)));
  g_assert_null (find_survey_on (fixture, &today, fw_date_add_days (due, 43)));
  g_assert_nonnull (find_survey_on (fixture, &today, due));
  its = fw_case_load (fixture->workplace, case_id, &error);
  g_assert_no_error (error);
  g_assert_true (fw_case_note_survey (its, "离职体验问卷", TRUE, &error));
  g_assert_no_error (error);
  g_assert_null (find_survey_on (fixture, &today, due));
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  FwToday **today = data;
  g_autoptr (GError) error = NULL;

  *today = fw_today_read_finish (FW_WORKPLACE (source), result, &error);
  g_assert_no_error (error);
}

static void
test_async (TestSample *fixture,
            gconstpointer unused)
{
  g_autoptr (FwToday) today = NULL;

  fw_today_read_async (fixture->workplace, NULL, read_cb, &today);
  while (today == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (today->warnings->len, ==, 4);
}

int
main (int argc,
      char *argv[])
{
  static const TestSampleCase cases[] = {
    { "people", test_people },
    { "early-in-month", test_early_in_month },
    { "cases", test_cases },
    { "survey", test_survey },
    { "backup", test_backup },
    { "async", test_async },
  };

  return test_sample_run (argc, argv, "/today", cases, G_N_ELEMENTS (cases));
}
