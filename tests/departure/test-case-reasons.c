/* Why somebody leaves: up to three reasons by their weight, from a list that the company can change. */
#include "departure/fw-reason-list.h"
#include "facts/fw-facts.h"
#include "fw-test-case.h"

#define TODAY "2026-03-10"

static void
refuse (gboolean done,
        GError **error,
        int code)
{
  g_assert_false (done);
  g_assert_error (*error, FW_WORKPLACE_ERROR, code);
  g_clear_error (error);
}

/* "name=weight=words", in order. */
static char *
reasons_of (FwCase *its)
{
  GListModel *rows = fw_case_get_reasons (its);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (rows, i);
      const char *words = fw_case_item_get_text (row, "words");

      g_string_append_printf (text, "%s%s=%s=%s", i > 0 ? " " : "", fw_case_item_get_text (row, "name"),
                              fw_case_item_get_text (row, "weight"), words != NULL ? words : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_reasons (FwCase *its,
                const char *expected)
{
  g_autofree char *found = reasons_of (its);

  g_assert_cmpstr (found, ==, expected);
}

/* Chosen, put in another order, one taken out: each is one event, and undo goes back step by step. */
static void
test_choose (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "resignation", "cn.37", "2026-04-10");
  const FwReasonChoice two[] = { { "growth-promotion", "  三年没动过  " }, { "pay-market", NULL } };
  const FwReasonChoice turned[] = { { "pay-market", "外面多三成" }, { "growth-promotion", "三年没动过" } };
  g_autoptr (FwFacts) facts = NULL;
  g_autoptr (GError) error = NULL;
  guint n_events;

  g_assert_true (fw_case_set_reasons (its, two, 2, &error));
  g_assert_no_error (error);
  assert_reasons (its, "升不上去=3=三年没动过 比外面给得少=2=");
  n_events = g_list_model_get_n_items (fw_case_get_events (its));
  g_assert_true (fw_case_set_reasons (its, two, 2, &error));
  g_assert_cmpuint (g_list_model_get_n_items (fw_case_get_events (its)), ==, n_events);
  g_assert_true (fw_case_set_reasons (its, turned, 2, &error));
  g_assert_cmpuint (g_list_model_get_n_items (fw_case_get_events (its)), ==, n_events + 1);
  assert_reasons (its, "比外面给得少=3=外面多三成 升不上去=2=三年没动过");
  /* One reason is one record, wherever it stands. */
  g_assert_cmpint (fw_store_count (company->store, "case-reason", NULL, NULL, NULL), ==, 2);
  facts = fw_case_dup_facts (its, &error);
  g_assert_nonnull (fw_facts_get (facts, "reason[1]/@id"));
  g_assert_true (fw_case_set_reasons (its, turned, 1, &error));
  assert_reasons (its, "比外面给得少=3=外面多三成");
  g_assert_true (fw_case_undo (its, &error));
  assert_reasons (its, "比外面给得少=3=外面多三成 升不上去=2=三年没动过");
  g_assert_true (fw_case_undo (its, &error));
  assert_reasons (its, "升不上去=3=三年没动过 比外面给得少=2=");
  g_assert_true (fw_case_undo (its, &error));
  assert_reasons (its, "");
  g_assert_no_error (error);
}

static void
test_refused (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "resignation", "cn.37", "2026-04-10");
  const FwReasonChoice unknown[] = { { "pay-nothing", NULL } };
  const FwReasonChoice group[] = { { "pay", NULL } };
  const FwReasonChoice twice[] = { { "pay-market", NULL }, { "pay-market", NULL } };
  g_autoptr (FwEvent) hidden = NULL;
  g_autoptr (GError) error = NULL;

  refuse (fw_case_set_reasons (its, unknown, 1, &error), &error, FW_WORKPLACE_ERROR_NOT_FOUND);
  refuse (fw_case_set_reasons (its, group, 1, &error), &error, FW_WORKPLACE_ERROR_NOT_FOUND);
  refuse (fw_case_set_reasons (its, twice, 2, &error), &error, FW_WORKPLACE_ERROR_REFUSED);
  /* What is offered no more can be chosen no more; where it stands it may stay. */
  g_assert_true (fw_case_set_reasons (its, twice, 1, &error));
  hidden = fw_reason_list_set_hidden (company->workplace, "pay-market", TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (fw_case_set_reasons (its, twice, 1, &error));
  assert_reasons (its, "比外面给得少=3=");
  g_assert_true (fw_case_set_reasons (its, NULL, 0, &error));
  refuse (fw_case_set_reasons (its, twice, 1, &error), &error, FW_WORKPLACE_ERROR_NOT_FOUND);
  g_assert_true (fw_case_withdraw (its, "员工收回辞职信，公司同意", &error));
  refuse (fw_case_set_reasons (its, twice, 1, &error), &error, FW_WORKPLACE_ERROR_REFUSED);
}

/* A company's own reason is chosen, named and counted as any other; hiding and adding are events. */
static void
test_own (TestCompany *company,
          gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "resignation", "cn.37", "2026-04-10");
  g_autofree char *id = NULL;
  g_autofree char *again = NULL;
  FwReasonChoice choice[] = { { NULL, "不想搬到临港" } };
  g_autoptr (FwEvent) added = NULL;
  g_autoptr (FwEvent) hidden = NULL;
  g_autoptr (FwEvent) back = NULL;
  g_autoptr (FwEvent) refused = NULL;
  g_autoptr (FwReasonList) list = NULL;
  g_autoptr (GKeyFile) names = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  added = fw_reason_list_add (company->workplace, "firm", " 新园区太偏 ", &id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "firm-own-1");
  choice[0].reason = id;
  g_assert_true (fw_case_set_reasons (its, choice, 1, &error));
  assert_reasons (its, "新园区太偏=3=不想搬到临港");
  list = fw_reason_list_read (company->store, &error);
  g_assert_true (fw_reason_list_find (list, id)->own);
  g_assert_cmpstr (fw_reason_list_find (list, id)->group, ==, "firm");
  g_assert_cmpuint (list->groups->len, ==, 8);
  names = fw_reason_list_load_names (company->store, &error);
  name = g_key_file_get_string (names, id, "zh", NULL);
  g_assert_cmpstr (name, ==, "新园区太偏");
  refused = fw_reason_list_add (company->workplace, "firm", "新园区太偏", NULL, &error);
  g_assert_null (refused);
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_THERE);
  g_clear_error (&error);
  refused = fw_reason_list_add (company->workplace, "weather", "下雨", NULL, &error);
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  refused = fw_reason_list_add (company->workplace, "firm", "  ", NULL, &error);
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
  g_clear_error (&error);
  hidden = fw_reason_list_set_hidden (company->workplace, id, TRUE, &error);
  g_assert_no_error (error);
  /* What is on record keeps its name. */
  g_assert_true (fw_case_judge (its, &error));
  assert_reasons (its, "新园区太偏=3=不想搬到临港");
  back = fw_reason_list_add (company->workplace, "firm", "新园区太偏", &again, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, id);
  g_clear_pointer (&list, fw_reason_list_free);
  list = fw_reason_list_read (company->store, &error);
  g_assert_false (fw_reason_list_find (list, id)->hidden);
}

int
main (int argc,
      char **argv)
{
  static const TestCompanyCase cases[] = {
    { "choose", test_choose },
    { "refused", test_refused },
    { "own", test_own },
  };

  return test_company_run (argc, argv, "/departure/case-reasons", TODAY, cases, G_N_ELEMENTS (cases));
}
