#include "fw-test-case.h"

#include <string.h>

#include "facts/fw-facts.h"
#include "store/fw-audit.h"

#define TODAY "2026-03-10"

static FwVerdict
finding (FwCase *its,
         const char *id)
{
  FwCaseItem *row = test_case_row (fw_case_get_findings (its), id);

  return row != NULL ? (FwVerdict) fw_case_item_get_choice (row, "verdict") : FW_VERDICT_UNKNOWN;
}

static void
assert_refused (gboolean done,
                GError **error,
                const char *because)
{
  g_assert_false (done);
  g_assert_error (*error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  if (strstr ((*error)->message, because) == NULL)
    g_error ("“%s” does not name %s", (*error)->message, because);
  g_clear_error (error);
}

static void
assert_status (TestCompany *company,
               const char *status)
{
  g_autoptr (FwRecord) person = fw_store_get (company->store, "employee", company->employee, NULL);

  g_assert_cmpstr (fw_record_get (person, "status"), ==, status);
}

static void
set_day (TestCompany *company,
         FwCase *its,
         const char *today)
{
  g_autoptr (GError) error = NULL;

  fw_workplace_set_today (company->workplace, fw_date_from_string (today));
  fw_case_judge (its, &error);
  g_assert_no_error (error);
}

static FwEvent *
open_second (TestCompany *company)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCase) its = fw_case_open (company->workplace, company->second, "mutual", NULL, &error);
  g_autoptr (GPtrArray) events = NULL;

  g_assert_no_error (error);
  g_assert_true (fw_case_withdraw (its, "搞错了人", &error));
  events = fw_store_list_events (company->store, fw_case_get_id (its), 0, 1, NULL, &error);
  return g_object_ref (events->pdata[0]);
}

/* A case whose opening was undone, and that again, came last of all into the store: its number is not the last. */
static void
test_number (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCase) first = test_company_open (company, "dismissal", "cn.40-2", NULL);
  g_autoptr (GPtrArray) events = fw_store_list_events (company->store, fw_case_get_id (first), 0, 1, NULL, &error);
  g_autoptr (FwEvent) second = open_second (company);
  g_autoptr (FwEvent) undone = fw_store_undo (company->store, fw_event_get_id (events->pdata[0]), "tester", NULL, &error);
  g_autoptr (FwEvent) redone = NULL;
  g_autoptr (FwCase) third = NULL;

  g_assert_no_error (error);
  redone = fw_store_undo (company->store, fw_event_get_id (undone), "tester", NULL, &error);
  g_assert_no_error (error);
  third = fw_case_open (company->workplace, company->second, "mutual", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_case_get_number (third), ==, "2026-0003");
}

/* Opening: numbers count on, one open case a person, bad grounds and kinds are refused. */
static void
test_open (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCase) first = test_company_open (company, "dismissal", "cn.40-2", NULL);
  g_autoptr (FwCase) second = NULL;
  g_autoptr (FwCase) again = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (GListModel) newest = NULL;
  gboolean more = TRUE;

  g_assert_cmpstr (fw_case_get_number (first), ==, "2026-0001");
  g_assert_cmpint (fw_case_get_state (first), ==, FW_CASE_STATE_DRAFT);
  g_assert_null (fw_case_open (company->workplace, company->employee, "mutual", NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (fw_case_open (company->workplace, company->second, "mutual", "cn.40-2", &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
  g_clear_error (&error);
  second = fw_case_open (company->workplace, company->second, "mutual", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_case_get_number (second), ==, "2026-0002");
  again = fw_case_load (company->workplace, "2026-0001", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_case_get_id (again), ==, fw_case_get_id (first));
  g_assert_null (fw_case_load (company->workplace, "2026-0099", &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND);
  rows = fw_workplace_list_cases (company->workplace, NULL, TRUE, 5, &more, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  g_assert_false (more);
  newest = fw_workplace_list_cases (company->workplace, NULL, TRUE, 1, &more, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (newest), ==, 1);
  g_assert_true (more);
}

/* What is said, and what is not the case's to say. */
static void
test_set (TestCompany *company,
          gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-10");
  g_autoptr (FwCase) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwFacts) facts = NULL;
  const char *const bad[][2] = { { "departure/@last-day", "soon" },  { "departure/@nothing", "x" },
                                 { "assessment/@verdict", "clear" }, { "evidence[1]/@kind", "contract" },
                                 { "local/@confirmed", "true" },     { "employee/protection[1]/@until", "2020-01-01" },
                                 { "case/@number", "1" },            { "nothing at all", "x" } };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (fw_case_set (its, bad[i][0], bad[i][1], &error));
      g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
      g_clear_error (&error);
    }
  g_assert_cmpstr (fw_case_get (its, "departure/@last-day"), ==, "2026-04-10");
  g_assert_cmpstr (fw_case_get (its, "employee/@name"), ==, "张敏");
  /* What the records know stands. */
  test_case_set (its, "employee/employment/@hired", "2026-01-01");
  facts = fw_case_dup_facts (its, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_facts_get (facts, "employee/employment/@hired"), ==, "2020-01-01");
  /* Papers name the one they mean; answers have places. */
  test_case_set (its, "employee/training[last()]/@title", "产品培训");
  g_assert_cmpstr (fw_case_get (its, "employee/training[1]/@title"), ==, "产品培训");
  test_case_set (its, "departure/@last-day", NULL);
  again = fw_case_load (company->workplace, fw_case_get_number (its), &error);
  g_assert_null (fw_case_get (again, "departure/@last-day"));
}

/* Every ground is shown for this person, and the prices stand side by side. */
static void
test_judging (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-03-31");
  FwCaseItem *ground = test_case_row (fw_case_get_grounds (its), "cn.40-2");
  FwCaseItem *n = test_case_row (fw_case_get_prices (its), "n");
  FwCaseItem *n_plus_1 = test_case_row (fw_case_get_prices (its), "n-plus-1");
  FwCaseItem *twice = test_case_row (fw_case_get_prices (its), "2n");

  g_assert_nonnull (ground);
  g_assert_true (fw_case_item_get_truth (ground, "chosen"));
  g_assert_cmpstr (fw_case_item_get_text (n, "months"), ==, "6.5");
  g_assert_cmpstr (fw_case_item_get_text (n, "amount"), ==, "130000.00");
  g_assert_cmpstr (fw_case_item_get_text (n_plus_1, "amount"), ==, "150000.00");
  g_assert_cmpstr (fw_case_item_get_text (twice, "amount"), ==, "260000.00");
  g_assert_true (fw_case_item_get_truth (twice, "avoid"));
  g_assert_cmpuint (g_list_model_get_n_items (fw_case_item_get_list (n, "working")), >, 2);
  g_assert_cmpint (fw_case_get_step_verdict (its, FW_CASE_STEP_MATERIALS), ==, FW_VERDICT_MISSING);
  g_assert_cmpint (fw_case_get_step_verdict (its, FW_CASE_STEP_WHO), ==, FW_VERDICT_MISSING);
}

/* A local figure counts once a person has confirmed it. */
static void
test_figures (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-03-31");
  GListModel *figures = fw_case_get_figures (its);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwFacts) facts = fw_case_dup_facts (its, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (figures), >, 0);
  g_assert_cmpstr (fw_facts_get (facts, "local/@average-monthly-wage"), ==, "12434.00");
  g_assert_cmpstr (fw_facts_get (facts, "local/@confirmed"), ==, "false");
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (FwCaseItem) figure = g_list_model_get_item (figures, i);

      if (!fw_case_item_get_truth (figure, "used"))
        continue;
      g_assert_false (fw_case_item_get_truth (figure, "confirmed"));
      g_assert_false (fw_case_confirm_figure (its, fw_case_item_get_id (figure), "much", NULL, &error));
      g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
      g_clear_error (&error);
      fw_case_confirm_figure (its, fw_case_item_get_id (figure), NULL, "市人社局公告", &error);
      g_assert_no_error (error);
    }
  fw_case_judge (its, &error);
  g_assert_no_error (error);
  g_clear_pointer (&facts, fw_facts_unref);
  facts = fw_case_dup_facts (its, NULL);
  g_assert_cmpstr (fw_facts_get (facts, "local/@confirmed"), ==, "true");
}

/* A copy that leaves the program is on record: which paper, and whether it was a draft. */
static void
test_copy (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-03-31");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  FwEvent *last;

  fw_case_note_export (its, "dismissal-notice", TRUE, &error);
  g_assert_no_error (error);
  events = fw_store_list_events (company->store, fw_case_get_id (its), 0, 0, NULL, &error);
  g_assert_no_error (error);
  last = events->pdata[events->len - 1];
  g_assert_cmpstr (fw_event_get_what (last), ==, "document.export");
  g_assert_cmpstr (fw_event_get_detail (last, "document"), ==, "dismissal-notice");
  g_assert_cmpstr (fw_event_get_detail (last, "draft"), ==, "true");
  g_assert_null (fw_event_get_why (last));
}

/* The status check: a "yes" bars at once, an open row keeps the form open, taken it is evidence and record. */
static void
test_status_check (TestCompany *company,
                   gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-10");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwRecord) protection = NULL;

  g_assert_cmpint (finding (its, "cn.42-4"), !=, FW_VERDICT_BLOCKED);
  assert_refused (fw_case_take_status_check (its, &error), &error, "pregnancy");
  g_assert_false (fw_case_answer_status (its, "no-such-row", FW_STATUS_YES, NULL, NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_true (fw_case_answer_status (its, "pregnancy", FW_STATUS_YES, "本人", "2026-03-09", &error));
  g_assert_true (fw_case_set_status (its, "pregnancy", "from", "2026-01-10", &error));
  g_assert_true (fw_case_set_status (its, "pregnancy", "until", "2026-09-30", &error));
  g_assert_false (fw_case_set_status (its, "pregnancy", "from", "spring", &error));
  g_clear_error (&error);
  g_assert_true (fw_case_judge (its, &error));
  g_assert_cmpint (finding (its, "cn.42-4"), ==, FW_VERDICT_BLOCKED);
  g_assert_cmpint (fw_case_get_verdict (its), ==, FW_VERDICT_BLOCKED);
  test_case_check_status (its);
  g_assert_cmpint (fw_case_item_get_choice (test_case_row (fw_case_get_materials (its), "status-check"), "state"), ==,
                   FW_MATERIAL_PRESENT);
  protection = fw_store_find (company->store, "protection", "employee-id", company->employee, NULL);
  g_assert_cmpstr (fw_record_get (protection, "kind"), ==, "pregnancy");
  g_assert_cmpint (fw_store_count (company->store, "status-answer", NULL, NULL, NULL), >, 5);
}

static void
attach_common (TestCompany *company,
               FwCase *its)
{
  g_autoptr (GError) error = NULL;

  test_case_attach (company, its, "contract");
  fw_case_attach_record (its, "wage-12m", "wage", NULL, &error);
  g_assert_no_error (error);
}

/* Evidence: files and records, nothing twice, nothing that the pack does not know, gone again while nothing rests on it. */
static void
test_evidence (TestCompany *company,
               gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-10");
  g_autoptr (GFile) file = test_company_file (company, "contract.pdf", "劳动合同");
  g_autoptr (GFile) none = g_file_new_for_path ("/nowhere/at/all");
  g_autoptr (GError) error = NULL;
  g_autofree char *evidence = NULL;
  FwCaseItem *row;

  fw_case_attach (its, "contract", file, NULL, &error);
  g_assert_no_error (error);
  row = test_case_row (fw_case_get_materials (its), "contract");
  g_assert_cmpint (fw_case_item_get_choice (row, "state"), ==, FW_MATERIAL_PRESENT);
  g_assert_cmpstr (fw_case_item_get_text (row, "file-name"), ==, "contract.pdf");
  evidence = g_strdup (fw_case_item_get_text (row, "evidence"));
  g_assert_false (fw_case_attach (its, "contract", file, NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_THERE);
  g_clear_error (&error);
  g_assert_false (fw_case_attach (its, "no-such-material", file, NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (fw_case_attach (its, "job-standard", none, NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (fw_case_attach_record (its, "assess-1", "review", NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (fw_case_attach_record (its, "assess-1", "rule", NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_true (fw_case_attach_record (its, "wage-12m", "wage", NULL, &error));
  g_assert_true (fw_case_detach (its, evidence, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fw_case_item_get_choice (test_case_row (fw_case_get_materials (its), "contract"), "state"), ==,
                   FW_MATERIAL_MISSING);
  g_assert_true (fw_case_undo (its, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fw_case_item_get_choice (test_case_row (fw_case_get_materials (its), "contract"), "state"), ==,
                   FW_MATERIAL_PRESENT);
}

/* Going back takes several steps, where each touched the same record: the case itself. */
static void
test_undo_several (TestCompany *company,
                   gconstpointer today)
{
  static const char *const days[] = { "2026-04-10", "2026-04-20", "2026-04-30" };
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      test_case_set (its, "departure/@last-day", days[i]);
      g_assert_true (fw_case_save (its, &error));
    }
  for (guint i = G_N_ELEMENTS (days) - 1; i > 0; i--)
    {
      fw_case_undo (its, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (fw_case_get (its, "departure/@last-day"), ==, days[i - 1]);
    }
}

static void
assert_pdf (FwCase *its,
            const char *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = fw_case_dup_issued_pdf (its, document, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 2000);
  g_assert_true (memcmp (g_bytes_get_data (pdf, NULL), "%PDF", 4) == 0);
}

static void
close_on (TestCompany *company,
          FwCase *its,
          const char *day)
{
  g_autoptr (GError) error = NULL;

  assert_refused (fw_case_close (its, &error), &error, "last day");
  set_day (company, its, day);
  fw_case_close (its, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fw_case_get_state (its), ==, FW_CASE_STATE_CLOSED);
  assert_status (company, "left");
  g_assert_null (fw_case_open (company->workplace, company->employee, "mutual", NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (fw_case_set (its, "departure/@last-day", "2026-05-01", &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
}

/* The main job: a dismissal that the law bars becomes a negotiated exit and is carried to its end. */
static void
test_main_job (TestCompany *company,
               gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-10");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) receipt = test_company_file (company, "signed.txt", "双方签字的协议");
  g_autoptr (FwVerification) verification = NULL;
  const char *const materials[] = { "proposer-record", "negotiation-minutes" };

  g_assert_true (fw_case_answer_status (its, "pregnancy", FW_STATUS_YES, "本人", "2026-03-09", &error));
  g_assert_true (fw_case_set_status (its, "pregnancy", "from", "2026-01-10", &error));
  g_assert_true (fw_case_set_status (its, "pregnancy", "until", "2026-09-30", &error));
  test_case_check_status (its);
  assert_refused (fw_case_issue (its, "dismissal-notice", NULL, &error), &error, "cn.42-4");
  assert_refused (fw_case_submit (its, NULL, &error), &error, "cn.42-4");
  g_assert_true (fw_case_choose (its, "mutual", "cn.36-er", &error));
  test_case_set (its, "departure/@proposer", "employer");
  g_assert_cmpint (finding (its, "cn.42-4"), ==, FW_VERDICT_UNKNOWN);
  assert_refused (fw_case_issue (its, "mutual-agreement", NULL, &error), &error, "contract");
  attach_common (company, its);
  for (guint i = 0; i < G_N_ELEMENTS (materials); i++)
    test_case_attach (company, its, materials[i]);
  test_case_fill (its, "mutual-agreement");
  fw_case_issue (its, "mutual-agreement", NULL, &error);
  g_assert_no_error (error);
  assert_pdf (its, "mutual-agreement");
  g_assert_cmpint (fw_case_get_state (its), ==, FW_CASE_STATE_ISSUED);
  assert_status (company, "leaving");
  assert_refused (fw_case_issue (its, "mutual-agreement", NULL, &error), &error, "changes no more");
  assert_refused (fw_case_choose (its, "dismissal", "cn.40-2", &error), &error, "final");
  fw_case_deliver (its, "mutual-agreement", "hand", fw_date_new (2026, 3, 10), receipt, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fw_case_get_state (its), ==, FW_CASE_STATE_DELIVERED);
  assert_refused (fw_case_withdraw (its, "改主意了", &error), &error, "effect");
  set_day (company, its, "2026-04-10");
  test_case_fill (its, "certificate-of-leaving");
  fw_case_issue (its, "certificate-of-leaving", NULL, &error);
  g_assert_no_error (error);
  assert_pdf (its, "certificate-of-leaving");
  set_day (company, its, "2026-04-09");
  test_case_attach (company, its, "payment-proof");
  close_on (company, its, "2026-04-10");
  verification = fw_store_verify (company->store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (verification->sound);
}

static int
material_state (FwCase *its,
                const char *material)
{
  return fw_case_item_get_choice (test_case_row (fw_case_get_materials (its), material), "state");
}

/* A dismissal to its end, with the union's letter before the notice and every gate on the way. */
static void
test_dismissal (TestCompany *company,
                gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) receipt = test_company_file (company, "receipt.txt", "工会签收");
  g_autoptr (GFile) proof = test_company_file (company, "proof.txt", "送达回证");
  const char *const materials[] = { "job-standard", "assess-1", "train-or-transfer", "assess-2" };

  test_case_check_status (its);
  attach_common (company, its);
  for (guint i = 0; i < G_N_ELEMENTS (materials); i++)
    test_case_attach (company, its, materials[i]);
  test_case_fill (its, "union-letter");
  assert_refused (fw_case_deliver (its, "union-letter", "hand", fw_date_new (2026, 3, 10), receipt, NULL, &error), &error,
                  "not been issued");
  fw_case_issue (its, "union-letter", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fw_case_get_state (its), ==, FW_CASE_STATE_DRAFT);
  assert_refused (fw_case_issue (its, "dismissal-notice", NULL, &error), &error, "union-notice");
  g_assert_false (fw_case_deliver (its, "union-letter", "pigeon", fw_date_new (2026, 3, 10), receipt, NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (fw_case_deliver (its, "union-letter", "hand", fw_date_new (2026, 3, 11), receipt, NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
  g_clear_error (&error);
  fw_case_deliver (its, "union-letter", "hand", fw_date_new (2026, 3, 10), receipt, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_case_get (its, "company/union/@notified"), ==, "2026-03-10");
  set_day (company, its, "2026-03-18");
  test_case_set (its, "company/union/@opinion", "none");
  test_case_fill (its, "dismissal-notice");
  test_case_set (its, "departure/@notified", "2026-03-18");
  test_case_set (its, "departure/@notice-days-given", "33");
  g_assert_cmpint (material_state (its, "notice-or-pay"), ==, FW_MATERIAL_LATER);
  g_assert_cmpstr (fw_case_item_get_text (test_case_row (fw_case_get_materials (its), "notice-or-pay"), "document"), ==,
                   "dismissal-notice");
  g_assert_cmpint (finding (its, "missing.notice-or-pay"), ==, FW_VERDICT_UNKNOWN);
  fw_case_issue (its, "dismissal-notice", NULL, &error);
  g_assert_no_error (error);
  assert_pdf (its, "dismissal-notice");
  /* The notice gives its thirty days itself, as long as it arrives in time. */
  g_assert_cmpint (material_state (its, "notice-or-pay"), ==, FW_MATERIAL_PRESENT);
  set_day (company, its, "2026-03-25");
  assert_refused (fw_case_deliver (its, "dismissal-notice", "hand", fw_date_new (2026, 3, 25), proof, NULL, &error), &error,
                  "notice-or-pay");
  fw_case_deliver (its, "dismissal-notice", "hand", fw_date_new (2026, 3, 18), proof, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_case_get (its, "departure/@notified"), ==, "2026-03-18");
  set_day (company, its, "2026-04-19");
  close_on (company, its, "2026-04-20");
}

/* Approval: submitted, returned with a reason, submitted again, approved; a change afterwards asks for it anew. */
static void
test_approval (TestCompany *company,
               gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-04-10");
  g_autoptr (GError) error = NULL;

  test_case_set (its, "departure/@proposer", "employer");
  assert_refused (fw_case_approve (its, NULL, &error), &error, "draft");
  g_assert_true (fw_case_submit (its, "请审批", &error));
  assert_refused (fw_case_submit (its, NULL, &error), &error, "submitted");
  assert_refused (fw_case_issue (its, "mutual-agreement", NULL, &error), &error, "approval");
  assert_refused (fw_case_return (its, "  ", &error), &error, "missing");
  g_assert_true (fw_case_return (its, "还缺面谈记录", &error));
  g_assert_cmpint (fw_case_get_state (its), ==, FW_CASE_STATE_RETURNED);
  g_assert_true (fw_case_submit (its, NULL, &error));
  g_assert_true (fw_case_approve (its, NULL, &error));
  g_assert_cmpint (fw_case_get_state (its), ==, FW_CASE_STATE_APPROVED);
  test_case_set (its, "departure/@last-day", "2026-04-30");
  g_assert_cmpint (fw_case_get_state (its), ==, FW_CASE_STATE_DRAFT);
  g_assert_true (fw_case_withdraw (its, "员工改为留任", &error));
  g_assert_cmpint (fw_case_get_state (its), ==, FW_CASE_STATE_WITHDRAWN);
  assert_refused (fw_case_submit (its, NULL, &error), &error, "withdrawn");
}

/* What was said last is taken back first: a draft, then the act before it. */
static void
test_undo (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-04-10");
  g_autoptr (GError) error = NULL;

  test_case_set (its, "departure/@proposer", "employer");
  g_assert_true (fw_case_set (its, "departure/@last-day", "2026-04-20", &error));
  g_assert_true (fw_case_submit (its, "请审批", &error));
  g_assert_true (fw_case_set (its, "departure/@last-day", "2026-04-30", &error));
  fw_case_undo (its, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_case_get (its, "departure/@last-day"), ==, "2026-04-20");
  g_assert_cmpint (fw_case_get_state (its), ==, FW_CASE_STATE_SUBMITTED);
  fw_case_undo (its, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fw_case_get_state (its), ==, FW_CASE_STATE_DRAFT);
  g_assert_cmpstr (fw_case_get (its, "departure/@last-day"), ==, "2026-04-20");
}

/* Overrides: only where the pack allows, with a name and a reason that says something; on record and in the audit. */
static void
test_override (TestCompany *company,
               gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-03-01");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwRecord) record = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const char *const *reasons;
  FwCaseItem *material;

  test_case_set (its, "departure/@notified", "2026-03-05");
  test_case_set (its, "departure/@notice-delivered", "2026-03-05");
  g_assert_cmpint (finding (its, "cn.dates.back-dated"), ==, FW_VERDICT_BLOCKED);
  assert_refused (fw_case_override (its, "cn.dates.back-dated", "王律师", "太短", &error), &error, "20");
  assert_refused (fw_case_override (its, "cn.dates.back-dated", " ", "员工本人书面确认当天已经知道解除的决定，愿意从当天起算。", &error),
                  &error, "lawyer");
  g_assert_false (fw_case_override (its, "cn.no-such", "王律师", "员工本人书面确认当天已经知道解除的决定，愿意从当天起算。", &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  test_case_set (its, "departure/@last-day", "2019-12-01");
  assert_refused (fw_case_override (its, "cn.dates.last-day", "王律师", "员工本人书面确认当天已经知道解除的决定，愿意从当天起算。", &error),
                  &error, "nobody");
  test_case_set (its, "departure/@last-day", "2026-03-01");
  fw_case_override (its, "cn.dates.back-dated", "王律师", "员工本人书面确认当天已经知道解除的决定，愿意从当天起算。", &error);
  g_assert_no_error (error);
  g_assert_cmpint (finding (its, "cn.dates.back-dated"), ==, FW_VERDICT_NOTE);
  g_assert_cmpstr (fw_case_item_get_text (test_case_row (fw_case_get_findings (its), "cn.dates.back-dated"), "override-by"),
                   ==, "王律师");
  record = fw_store_find (company->store, "case-override", "case-id", fw_case_get_id (its), NULL);
  g_assert_cmpstr (fw_record_get (record, "by"), ==, "王律师");
  events = fw_store_list_events (company->store, fw_case_get_id (its), 0, 100, NULL, NULL);
  g_assert_cmpstr (fw_event_get_what (events->pdata[events->len - 1]), ==, "case.override");
  g_assert_true (fw_case_undo (its, &error));
  g_assert_cmpint (finding (its, "cn.dates.back-dated"), ==, FW_VERDICT_BLOCKED);

  /* A material that a lawyer does without is demanded no more, and is no reason against a paper. */
  fw_case_override (its, "missing.job-standard", "王律师", "岗位标准在集体合同里，工会已经书面确认本人知道。", &error);
  g_assert_no_error (error);
  material = test_case_row (fw_case_get_materials (its), "job-standard");
  g_assert_false (fw_case_item_get_truth (material, "required"));
  reasons = fw_case_item_get_texts (test_case_row (fw_case_get_documents (its), "dismissal-notice"), "reason-ids");
  g_assert_true (g_strv_contains (reasons, "assess-1"));
  g_assert_false (g_strv_contains (reasons, "job-standard"));
}

/* Wording of a case: checked, kept, marked when the facts behind it change, gone again. */
static void
test_wording (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-03-31");
  g_autoptr (GError) error = NULL;

  test_case_set (its, "departure/@proposer", "employer");
  g_assert_false (fw_case_edit_block (its, "mutual-agreement", "no-such-block", "文字", &error));
  g_clear_error (&error);
  g_assert_false (fw_case_edit_block (its, "mutual-agreement", "end", "最后一天是{no/such", &error));
  g_clear_error (&error);
  fw_case_edit_block (its, "mutual-agreement", "end", "双方的劳动合同到{departure/@last-day|date}结束。", &error);
  g_assert_no_error (error);
  g_assert_true (fw_case_save (its, &error));
  g_assert_cmpint (fw_store_count (company->store, "template-override", NULL, NULL, NULL), ==, 1);
  g_assert_false (fw_case_item_get_truth (test_case_row (fw_case_get_documents (its), "mutual-agreement"), "read-again"));
  test_case_set (its, "departure/@last-day", "2026-04-15");
  g_assert_true (fw_case_item_get_truth (test_case_row (fw_case_get_documents (its), "mutual-agreement"), "read-again"));
  fw_case_accept_block (its, "mutual-agreement", "end", &error);
  g_assert_no_error (error);
  g_assert_true (fw_case_save (its, &error));
  g_assert_false (fw_case_item_get_truth (test_case_row (fw_case_get_documents (its), "mutual-agreement"), "read-again"));
  g_assert_true (fw_case_edit_block (its, "mutual-agreement", "end", NULL, &error));
  g_assert_true (fw_case_save (its, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fw_store_count (company->store, "template-override", NULL, NULL, NULL), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  static const TestCompanyCase tests[] = {
    { "open", test_open },
    { "number", test_number },
    { "set", test_set },
    { "judging", test_judging },
    { "figures", test_figures },
    { "copy", test_copy },
    { "status-check", test_status_check },
    { "evidence", test_evidence },
    { "undo-several", test_undo_several },
    { "approval", test_approval },
    { "undo", test_undo },
    { "override", test_override },
    { "wording", test_wording },
    { "main-job", test_main_job },
    { "dismissal", test_dismissal },
  };

  return test_company_run (argc, argv, "/case", TODAY, tests, G_N_ELEMENTS (tests));
}
