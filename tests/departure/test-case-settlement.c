#include "fw-test-case.h"

#define TODAY "2026-03-10"

/* The final settlement: what a person may change, what it needs, and what it leaves behind. */

static char *
amount_of (FwCase *its,
           const char *id)
{
  FwCaseItem *row = test_case_row (fw_case_get_settlement (its), id);

  g_assert_nonnull (row);
  return g_strdup (fw_case_item_get_text (row, "amount"));
}

static void
assert_amount (FwCase *its,
               const char *id,
               const char *expected)
{
  g_autofree char *amount = amount_of (its, id);

  g_assert_cmpstr (amount, ==, expected);
}

static void
assert_refused (FwCase *its,
                FwSettlementChange change,
                int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fw_case_settle (its, &change, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, code);
}

static void
settle (FwCase *its,
        FwSettlementChange change)
{
  g_autoptr (GError) error = NULL;

  fw_case_settle (its, &change, &error);
  g_assert_no_error (error);
}

static gboolean
has_wording_problem (FwCase *its)
{
  FwCaseItem *paper = test_case_row (fw_case_get_documents (its), "dismissal-notice");

  return g_strv_contains (fw_case_item_get_texts (paper, "reason-kinds"), "wording");
}

/* The case as far as the program can reckon it, with what only payroll knows said. */
static FwCase *
open_case (TestCompany *company)
{
  FwCase *its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-30");
  g_autoptr (GError) error = NULL;

  test_case_set (its, "departure/@notified", "2026-03-10");
  test_case_set (its, "departure/@notice-days-given", "30");
  test_case_set (its, "employee/@total-work-years", "6");
  test_case_set (its, "case/settlement/@leave-taken", "5");
  g_assert_true (fw_case_settle_none (its, &error));
  g_assert_no_error (error);
  settle (its, (FwSettlementChange){ .line = "social-insurance", .amount = "3200" });
  settle (its, (FwSettlementChange){ .line = "wage-tax", .amount = "120.50" });
  settle (its, (FwSettlementChange){ .line = "lump-sum-tax", .amount = "0" });
  return its;
}

/* What nobody said has no amount and then there is no sum; what is said adds up. */
static void
test_sums (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (FwCase) bare = test_company_open (company, "dismissal", "cn.40-2", "2026-04-30");
  g_autoptr (FwCase) its = NULL;
  g_autoptr (GError) error = NULL;

  assert_amount (bare, "bonus", NULL);
  assert_amount (bare, "net", NULL);
  g_assert_true (fw_case_withdraw (bare, "another", &error));
  its = open_case (company);
  assert_amount (its, "bonus", "0.00");
  assert_amount (its, "wage", "20000.00");
  assert_amount (its, "leave", "0.00");
  assert_amount (its, "severance", "130000.00");
  assert_amount (its, "gross", "150000.00");
  assert_amount (its, "deductions", "3320.50");
  assert_amount (its, "net", "146679.50");
  settle (its, (FwSettlementChange){ .line = "bonus", .amount = "8000.00" });
  assert_amount (its, "net", "154679.50");
  g_assert_true (fw_case_undo (its, &error));
  assert_amount (its, "net", "146679.50");
}

/* An amount of the program's may be changed with a reason alone, which is kept; one below the law stops the case. */
static void
test_change (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  FwCaseItem *row;
  g_autoptr (FwCaseItem) event = NULL;
  FwCaseItem *finding;
  g_autoptr (GError) error = NULL;

  assert_refused (its, (FwSettlementChange){ .line = "wage", .amount = "19000" }, FW_WORKPLACE_ERROR_REFUSED);
  assert_refused (its, (FwSettlementChange){ .line = "wage", .amount = "-1", .reason = "不对" }, FW_WORKPLACE_ERROR_INPUT);
  assert_refused (its, (FwSettlementChange){ .line = "gold", .amount = "1", .reason = "没有" }, FW_WORKPLACE_ERROR_REFUSED);
  settle (its, (FwSettlementChange){ .line = "wage", .amount = "19000", .reason = "三月已预付一千元" });
  row = test_case_row (fw_case_get_settlement (its), "wage");
  g_assert_true (fw_case_item_get_truth (row, "changed"));
  g_assert_cmpstr (fw_case_item_get_text (row, "reckoned"), ==, "20000.00");
  g_assert_cmpstr (fw_case_item_get_text (row, "reason"), ==, "三月已预付一千元");
  event = g_list_model_get_item (fw_case_get_events (its), 0);
  g_assert_cmpstr (fw_case_item_get_text (event, "what"), ==, "settlement.change");
  g_assert_cmpstr (fw_case_item_get_text (event, "why"), ==, "三月已预付一千元");
  g_assert_cmpstr (fw_case_item_get_text (event, "about"), ==, "当月工资");
  finding = test_case_row (fw_case_get_findings (its), "settlement.wage");
  g_assert_cmpint (fw_case_item_get_choice (finding, "verdict"), ==, FW_VERDICT_BLOCKED);
  settle (its, (FwSettlementChange){ .line = "wage" });
  assert_amount (its, "wage", "20000.00");
}

/* A line of one's own is added and taken off with a reason; taken off it counts no more and stays on record. A letter that says the
 * reckoned severance cannot be issued while the sheet says another. */
static void
test_own (TestCompany *company,
          gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-30");
  g_autofree char *id = NULL;

  assert_refused (its, (FwSettlementChange){ .group = "earning", .label = "津贴", .amount = "800" }, FW_WORKPLACE_ERROR_REFUSED);
  assert_refused (its, (FwSettlementChange){ .group = "earning", .amount = "800", .reason = "没有名称" }, FW_WORKPLACE_ERROR_REFUSED);
  settle (its, (FwSettlementChange){ .group = "earning", .label = "高温津贴", .amount = "800", .reason = "去年没有发", .basis = "公司制度" });
  for (guint i = 0; id == NULL; i++)
    {
      g_autoptr (FwCaseItem) line = g_list_model_get_item (fw_case_get_settlement (its), i);

      g_assert_nonnull (line);
      if (fw_case_item_get_truth (line, "own"))
        id = g_strdup (fw_case_item_get_id (line));
    }
  assert_amount (its, id, "800.00");
  settle (its, (FwSettlementChange){ .line = id, .group = "earning", .label = "高温津贴", .amount = "800", .reason = "查明已经发过", .out = TRUE });
  g_assert_true (fw_case_item_get_truth (test_case_row (fw_case_get_settlement (its), id), "out"));
  g_assert_false (has_wording_problem (its));
  settle (its, (FwSettlementChange){ .line = "severance", .amount = "150000", .reason = "公司多给两万元" });
  g_assert_true (has_wording_problem (its));
}

int
main (int argc,
      char *argv[])
{
  static const TestCompanyCase tests[] = {
    { "sums", test_sums },
    { "change", test_change },
    { "own", test_own },
  };

  return test_company_run (argc, argv, "/case-settlement", TODAY, tests, G_N_ELEMENTS (tests));
}
