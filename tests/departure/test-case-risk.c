#include "fw-test-case.h"

#include <string.h>

#include "documents/fw-document.h"

#define TODAY "2026-03-10"

/* Risk and negotiation: the weak points and where each is mended, the sums side by side, what is offered, and the sheet. */

static void
settle (FwCase *its)
{
  gboolean judging = TRUE;

  for (g_object_get (its, "judging", &judging, NULL); judging; g_object_get (its, "judging", &judging, NULL))
    g_main_context_iteration (NULL, TRUE);
}

static const char *
amount_of (FwCase *its,
           const char *id)
{
  FwCaseItem *row = test_case_row (fw_case_get_risk (its), id);

  g_assert_nonnull (row);
  return fw_case_item_get_text (row, "amount");
}

static void
offer (FwCase *its,
       const char *id,
       gboolean offered)
{
  g_autoptr (GError) error = NULL;

  fw_case_offer (its, id, offered, &error);
  g_assert_no_error (error);
  settle (its);
}

static FwCaseItem *
offer_row (FwCase *its,
           const char *id)
{
  FwCaseItem *row = test_case_row (fw_case_get_offers (its), id);

  g_assert_nonnull (row);
  return row;
}

/* A dismissal without its proofs is weak, says which material mends it, and has an exit beside it that begins at N. Until it is a
 * negotiated exit nothing can be offered. */
static void
test_weak (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-30");
  FwCaseItem *weak = test_case_row (fw_case_get_weak_points (its), "missing-proof");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (weak);
  g_assert_cmpint (fw_case_item_get_choice (weak, "step"), ==, FW_CASE_STEP_MATERIALS);
  g_assert_nonnull (test_case_row (fw_case_get_materials (its), fw_case_item_get_text (weak, "material")));
  g_assert_cmpstr (fw_case_item_get_texts (weak, "cost-titles")[0], ==, "赔偿金 2N");
  g_assert_cmpstr (fw_case_item_get_texts (weak, "cost-amounts")[0], ==, amount_of (its, "damages"));
  g_assert_nonnull (fw_case_item_get_text (weak, "article-text"));
  g_assert_cmpint (fw_case_get_step_verdict (its, FW_CASE_STEP_RISK), ==, FW_VERDICT_NOTE);
  g_assert_cmpstr (amount_of (its, "low"), ==, "130000.00");
  g_assert_cmpstr (amount_of (its, "high"), ==, "260000.00");
  g_assert_cmpstr (amount_of (its, "extras"), ==, "0.00");
  g_assert_false (fw_case_item_get_truth (offer_row (its, "reference"), "may-offer"));
  g_assert_false (fw_case_offer (its, "reference", TRUE, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
}

/* What is offered asks for what it needs, then has its cost and its clause; the one taken back leaves the others as they were. */
static void
test_offers (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-04-30");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (fw_case_item_get_text (offer_row (its, "paid-leave"), "each"), ==, "919.54");
  g_assert_null (fw_case_item_get_text (offer_row (its, "paid-leave"), "cost"));
  offer (its, "paid-leave", TRUE);
  g_assert_null (amount_of (its, "extras"));
  offer (its, "agreed-bonus", TRUE);
  test_case_set (its, "case/agreement/offer[@id='paid-leave']/@days", "10");
  test_case_set (its, "case/agreement/offer[2]/@text", "2025年度奖金");
  test_case_set (its, "case/agreement/offer[2]/@amount", "8000.00");
  settle (its);
  g_assert_cmpstr (fw_case_item_get_text (offer_row (its, "paid-leave"), "cost"), ==, "9195.40");
  g_assert_nonnull (strstr (fw_case_item_get_text (offer_row (its, "agreed-bonus"), "clause"), "2025年度奖金"));
  g_assert_cmpstr (amount_of (its, "extras"), ==, "17195.40");
  g_assert_cmpstr (fw_case_item_get_text (test_case_row (fw_case_get_settlement (its), "agreed-bonus"), "amount"), ==, "8000.00");
  offer (its, "paid-leave", FALSE);
  g_assert_cmpstr (fw_case_get (its, "case/agreement/offer[1]/@id"), ==, "agreed-bonus");
  g_assert_null (fw_case_get (its, "case/agreement/offer[2]/@id"));
  g_assert_cmpstr (amount_of (its, "extras"), ==, "8000.00");
  g_assert_false (fw_case_offer (its, "gold", TRUE, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND);
}

/* No sum below what the law gives is taken, and why is said; at the floor it is. Who proposed decides what the floor is. */
static void
test_floor (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-04-30");
  g_autoptr (GError) error = NULL;

  g_assert_false (fw_case_set (its, "case/agreement/@amount", "129999.99", &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "130000.00"));
  g_assert_null (fw_case_get (its, "case/agreement/@amount"));
  test_case_set (its, "case/agreement/@amount", "130000.00");
  settle (its);
  g_assert_cmpstr (amount_of (its, "offered"), ==, "130000.00");
  g_assert_cmpstr (amount_of (its, "all"), ==, "130000.00");
  g_assert_true (fw_case_choose (its, "mutual", "cn.36-ee", &error));
  settle (its);
  test_case_set (its, "case/agreement/@amount", "5000.00");
}

static void
laid_out_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static const char *
text_of (FwDocument *sheet,
         const char *id)
{
  GPtrArray *blocks = fw_document_get_blocks (sheet);

  for (guint i = 0; i < blocks->len; i++)
    if (g_str_equal (((FwDocumentBlock *) blocks->pdata[i])->id, id))
      return ((FwDocumentBlock *) blocks->pdata[i])->text;
  return NULL;
}

/* The sheet is one page, with what each weak point costs and sums as people write them, and a copy leaves its event. */
static void
test_sheet (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-04-30");
  g_autofree char *path = g_build_filename (company->folder, "risk.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *written = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) sheet = NULL;
  g_autoptr (FwCaseItem) event = NULL;

  offer (its, "reference", TRUE);
  fw_case_lay_out_risk_async (its, file, NULL, laid_out_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  sheet = fw_case_lay_out_risk_finish (its, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fw_document_get_n_pages (sheet), ==, 1);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_true (g_str_has_prefix (written, "%PDF-"));
  g_assert_nonnull (strstr (text_of (sheet, "sums"), "130,000.00"));
  g_assert_nonnull (strstr (text_of (sheet, "sums"), "金额（元）"));
  g_assert_nonnull (strstr (text_of (sheet, "weak-points"), "怎么补："));
  g_assert_nonnull (strstr (text_of (sheet, "weak-points"), "依据："));
  g_assert_nonnull (text_of (sheet, "offers"));
  g_assert_true (fw_case_note_export (its, "risk-sheet", FALSE, &error));
  event = g_list_model_get_item (fw_case_get_events (its), 0);
  g_assert_cmpstr (fw_case_item_get_text (event, "what"), ==, "document.export");
}

int
main (int argc,
      char *argv[])
{
  static const TestCompanyCase tests[] = {
    { "weak", test_weak },
    { "offers", test_offers },
    { "floor", test_floor },
    { "sheet", test_sheet },
  };

  return test_company_run (argc, argv, "/case-risk", TODAY, tests, G_N_ELEMENTS (tests));
}
