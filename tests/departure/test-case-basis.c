#include "departure/fw-case.h"
#include "departure/fw-law-readings.h"
#include "departure/fw-local-figures.h"
#include "departure/fw-today.h"
#include "fw-test-case.h"

#include "../store/fw-test-store.h"

#include "store/fw-audit.h"

/* What a case stands on: it follows law and figures, says what they changed, and stays with its first paper. */

static void
enter (TestCompany *company,
       const char *amount)
{
  FwFigureEntry entry = {
    .jurisdiction = "CN", .place = "Shanghai", .kind = "average-monthly-wage", .year = "2024", .amount = amount,
    .from = "2025-07-01", .source = "人社局公告",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_local_figures_enter (company->workplace, &entry, NULL, &error);

  g_assert_no_error (error);
}

static void
judge (FwCase *its)
{
  g_autoptr (GError) error = NULL;

  fw_case_judge (its, &error);
  g_assert_no_error (error);
}

static void
assert_change (FwCase *its,
               const char *id,
               const char *before,
               const char *after)
{
  FwCaseItem *row = test_case_row (fw_case_get_changes (its), id);

  g_assert_nonnull (row);
  g_assert_cmpstr (fw_case_item_get_text (row, "before"), ==, before);
  g_assert_cmpstr (fw_case_item_get_text (row, "after"), ==, after);
}

static guint
n_changes (FwCase *its)
{
  return g_list_model_get_n_items (fw_case_get_changes (its));
}

static const char *
severance (FwCase *its)
{
  return fw_case_item_get_text (test_case_row (fw_case_get_prices (its), "n"), "amount");
}

/* A case of 6.5 months at 20,000, in a city whose average of 12,434 caps nothing. */
static FwCase *
open_case (TestCompany *company)
{
  FwCase *its;

  enter (company, "12434");
  its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  judge (its);
  g_assert_cmpstr (severance (its), ==, "130000.00");
  g_assert_cmpuint (n_changes (its), ==, 0);
  return its;
}

/* A figure that another person corrects changes the amount: shown with its reason until somebody has seen it. */
static void
test_follow (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (FwCase) again = NULL;
  g_autoptr (FwToday) day = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;

  g_assert_false (fw_case_acknowledge (its, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  g_clear_error (&error);
  enter (company, "5000");
  judge (its);
  assert_change (its, "figure/average-monthly-wage", "12434.00", "5000.00");
  assert_change (its, "amount/severance", "130000.00", "97500.00");
  g_assert_cmpstr (severance (its), ==, "97500.00");
  again = fw_case_load (company->workplace, fw_case_get_id (its), &error);
  g_assert_no_error (error);
  assert_change (again, "amount/severance", "130000.00", "97500.00");
  day = fw_today_read (company->workplace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (day->warnings->len, ==, 1);
  g_assert_cmpint (((FwTodayItem *) day->warnings->pdata[0])->sort, ==, FW_TODAY_CHANGED);
  g_assert_cmpstr (((FwTodayItem *) day->warnings->pdata[0])->text, ==, "130000.00 97500.00");
  fw_case_acknowledge (again, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes (again), ==, 0);
  events = fw_store_list_events (company->store, fw_case_get_id (its), 0, 0, NULL, &error);
  g_assert_cmpstr (fw_event_get_what (events->pdata[events->len - 1]), ==, "case.acknowledge");
  judge (its);
  g_assert_cmpuint (n_changes (its), ==, 0);
}

/* What the case itself says makes another amount, and that is no change of the law: nothing has to be acknowledged. */
static void
test_own (TestCompany *company,
          gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (GError) error = NULL;

  test_case_set (its, "departure/@last-day", "2026-07-20");
  g_assert_cmpstr (severance (its), ==, "140000.00");
  g_assert_cmpuint (n_changes (its), ==, 0);
  test_case_set (its, "setting/day-count", "first-day-excluded");
  g_assert_cmpuint (n_changes (its), ==, 0);
}

/* The reading of a city is chosen once; a case of that city follows it unless it says otherwise itself. */
static FwEvent *
choose (TestCompany *company,
        const char *id,
        const char *place,
        const char *value)
{
  g_autoptr (GError) error = NULL;
  FwEvent *event = fw_law_readings_choose (company->workplace, id, place, value, &error);

  g_assert_no_error (error);
  return event;
}

static void
test_reading (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (FwEvent) undone = NULL;
  FwCaseItem *other;

  test_case_set (its, "departure/@last-day", "2026-06-30");
  g_assert_cmpstr (severance (its), ==, "140000.00");
  g_object_unref (choose (company, "talks-before", NULL, "5"));
  judge (its);
  g_assert_cmpuint (n_changes (its), ==, 0);
  event = choose (company, "day-count", "Shanghai", "first-day-excluded");
  judge (its);
  assert_change (its, "reading/day-count", "头尾都算", "开始当天不算");
  g_assert_cmpstr (severance (its), ==, "130000.00");
  other = test_case_row (fw_case_get_readings (its), "day-count/both-days/severance");
  g_assert_cmpstr (fw_case_item_get_text (other, "taken"), ==, "开始当天不算");
  g_assert_cmpstr (fw_case_item_get_text (other, "taken-amount"), ==, "130000.00");
  g_assert_cmpstr (fw_case_item_get_text (other, "amount"), ==, "140000.00");
  test_case_set (its, "setting/day-count", "both-days");
  g_assert_cmpstr (severance (its), ==, "140000.00");
  g_assert_cmpuint (n_changes (its), ==, 0);
  test_case_set (its, "setting/day-count", NULL);
  undone = fw_store_undo (company->store, fw_event_get_id (event), "tester", NULL, &error);
  g_assert_no_error (error);
  judge (its);
  g_assert_cmpstr (severance (its), ==, "140000.00");
}

/* What the company chose under a pack that had another reading is passed over, and named; the case opens as any other. */
static void
test_lapsed (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (FwCommand) command = fw_command_new ("test.put", "tester", NULL);
  g_autoptr (GError) error = NULL;
  FwRecord *record = fw_command_add (command, "setting");
  FwCaseItem *finding;

  fw_record_set (record, "name", "answer:setting/gone");
  fw_record_set (record, "value", "1");
  g_object_unref (fw_store_run (company->store, command, NULL, &error));
  g_assert_no_error (error);
  judge (its);
  finding = test_case_row (fw_case_get_findings (its), "setting.gone");
  g_assert_nonnull (finding);
  g_assert_nonnull (strstr (fw_case_item_get_text (finding, "title"), "gone：1"));
  test_case_set (its, "departure/@last-day", "2026-06-30");
  g_assert_cmpstr (severance (its), ==, "140000.00");
}

static const FwLawReading *
find_reading (FwLawReadings *readings,
              const char *id)
{
  for (guint i = 0; i < readings->readings->len; i++)
    if (g_str_equal (((FwLawReading *) readings->readings->pdata[i])->id, id))
      return readings->readings->pdata[i];
  return NULL;
}

/* What there is to choose, where, and with which default; what is no choice is refused. */
static void
test_choices (TestCompany *company,
              gconstpointer today)
{
  static const struct
  {
    const char *id;
    const char *place;
    const char *value;
    FwWorkplaceError code;
  } bad[] = {
    { "rent", "Shanghai", "high", FW_WORKPLACE_ERROR_NOT_FOUND },
    { "day-count", "Shanghai", "sometimes", FW_WORKPLACE_ERROR_INPUT },
    { "day-count", NULL, "both-days", FW_WORKPLACE_ERROR_INPUT },
    { "day-count", "Beijing", "both-days", FW_WORKPLACE_ERROR_INPUT },
    { "talks-before", "Shanghai", "3", FW_WORKPLACE_ERROR_INPUT },
    { "talks-before", NULL, "-1", FW_WORKPLACE_ERROR_INPUT },
    { "settlement-scope", NULL, "listed", FW_WORKPLACE_ERROR_NOT_FOUND },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = choose (company, "second-fixed-term-rule", "Shanghai", "must-renew");
  g_autoptr (FwLawReadings) readings = fw_law_readings_read (company->workplace, &error);
  const FwLawReading *term;

  g_assert_no_error (error);
  g_assert_cmpstr (fw_event_get_what (event), ==, "reading.choose");
  g_assert_cmpuint (g_strv_length (readings->cities), ==, 1);
  term = find_reading (readings, "second-fixed-term-rule");
  g_assert_true (term->by_city);
  g_assert_cmpstr (g_hash_table_lookup (term->defaults, "Shanghai"), ==, "employer-may-decline");
  g_assert_cmpstr (g_hash_table_lookup (term->values, "Shanghai"), ==, "must-renew");
  g_assert_cmpstr (g_hash_table_lookup (find_reading (readings, "talks-before")->values, ""), ==, "3");
  g_assert_null (find_reading (readings, "settlement-scope"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i].id);
      g_assert_null (fw_law_readings_choose (company->workplace, bad[i].id, bad[i].place, bad[i].value, &error));
      g_assert_error (error, FW_WORKPLACE_ERROR, (int) bad[i].code);
      g_clear_error (&error);
    }
}

static void
issue (TestCompany *company,
       FwCase *its)
{
  static const char *const materials[] = { "contract", "wage-12m", "job-standard", "assess-1", "train-or-transfer", "assess-2" };
  g_autoptr (GError) error = NULL;

  test_case_check_status (its);
  for (guint i = 0; i < G_N_ELEMENTS (materials); i++)
    test_case_attach (company, its, materials[i]);
  test_case_fill (its, "union-letter");
  fw_case_issue (its, "union-letter", NULL, &error);
  g_assert_no_error (error);
}

/* From the first paper on the case keeps its figures; the difference is told, and the case moved with a reason alone. */
static void
test_fixed (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (FwRecord) basis = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (fw_case_get_fixed_on (its));
  issue (company, its);
  g_assert_cmpstr (fw_case_get_fixed_on (its), ==, "2026-03-10");
  basis = fw_store_find (company->store, "case-basis", "case-id", fw_case_get_id (its), &error);
  g_assert_cmpstr (fw_record_get (basis, "document"), ==, "union-letter");
  enter (company, "5000");
  judge (its);
  g_assert_cmpstr (severance (its), ==, "130000.00");
  assert_change (its, "amount/severance", "130000.00", "97500.00");
  g_assert_false (fw_case_acknowledge (its, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (fw_case_move_basis (its, " ", &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  g_clear_error (&error);
  fw_case_move_basis (its, "公布的数有更正", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (severance (its), ==, "97500.00");
  g_assert_cmpuint (n_changes (its), ==, 0);
  fw_case_undo (its, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (severance (its), ==, "130000.00");
}

/* Nothing is issued on what nobody has seen. */
static void
test_unseen (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (GError) error = NULL;

  test_case_fill (its, "union-letter");
  enter (company, "5000");
  g_assert_false (fw_case_issue (its, "union-letter", NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "acknowledge"));
}

/* A draft that cannot go keeps its event from being written: the change is either seen and on record, or neither. */
static void
test_half_seen (TestCompany *company,
                gconstpointer today)
{
  TestPlace place = { company->folder, company->path };
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (FwCase) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (fw_store_change_passphrase (company->store, NULL, TEST_CASE_PASSPHRASE, TEST_PASSPHRASE, "tester", &error));
  enter (company, "5000");
  judge (its);
  before = fw_store_dup_head (company->store, &error);
  test_tamper (&place, "CREATE TRIGGER draft_stays BEFORE DELETE ON draft BEGIN SELECT RAISE (ABORT, 'the disk fails'); END");
  g_assert_false (fw_case_acknowledge (its, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT);
  after = fw_store_dup_head (company->store, NULL);
  g_assert_cmpstr (after, ==, before);
  again = fw_case_load (company->workplace, fw_case_get_id (its), NULL);
  assert_change (again, "amount/severance", "130000.00", "97500.00");
}

static void
unsettled_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_assert_false (fw_case_settle_drafts_finish (FW_CASE (source), result, user_data));
}

/* A draft that cannot be kept is told to whoever waits for it. */
static void
test_unsettled (TestCompany *company,
                gconstpointer today)
{
  TestPlace place = { company->folder, company->path };
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (GError) error = NULL;

  g_assert_true (fw_store_change_passphrase (company->store, NULL, TEST_CASE_PASSPHRASE, TEST_PASSPHRASE, "tester", &error));
  test_tamper (&place, "CREATE TRIGGER no_draft BEFORE INSERT ON draft BEGIN SELECT RAISE (ABORT, 'the disk fails'); END");
  g_assert_true (fw_case_set (its, "case/@handover-place", "三楼", &error));
  fw_case_settle_drafts_async (its, unsettled_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "the disk fails"));
}

int
main (int argc,
      char *argv[])
{
  static const TestCompanyCase cases[] = {
    { "follow", test_follow }, { "own", test_own },       { "reading", test_reading },
    { "fixed", test_fixed },   { "unseen", test_unseen }, { "choices", test_choices }, { "lapsed", test_lapsed },
    { "half-seen", test_half_seen }, { "unsettled", test_unsettled },
  };

  return test_company_run (argc, argv, "/case-basis", "2026-03-10", cases, G_N_ELEMENTS (cases));
}
