#include "fw-test-case.h"

#include <string.h>

#include "documents/fw-document.h"
#include "store/fw-audit.h"

#define TODAY "2026-03-10"
#define PAPER "mutual-agreement"

static void
ended_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static FwCase *
open_agreement (TestCompany *company)
{
  FwCase *its = test_company_open (company, "mutual", "cn.36-er", "2026-03-31");

  test_case_set (its, "departure/@proposer", "employer");
  return its;
}

/* A wording is tried on a worker: nothing has changed when the call returns, and a bad one is told at the end. */
static void
test_wording (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = open_agreement (company);
  g_autoptr (GAsyncResult) bad = NULL;
  g_autoptr (GAsyncResult) good = NULL;
  g_autoptr (GAsyncResult) accepted = NULL;
  g_autoptr (GAsyncResult) nothing = NULL;
  g_autoptr (GError) error = NULL;

  fw_case_edit_block_async (its, PAPER, "end", "最后一天是{no/such", NULL, ended_cb, &bad);
  g_assert_false (fw_case_act_finish (its, wait_for (&bad), &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (fw_case_get (its, "wording/" PAPER "/end"));
  /* A name that no fact has would be a gap for ever: what there is is named. */
  g_assert_false (fw_case_edit_block (its, PAPER, "end", "最后一天是{nix}。", &error));
  g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_OVERRIDE);
  g_assert_nonnull (strstr (error->message, "“{nix}” is no field"));
  g_assert_nonnull (strstr (error->message, "departure/@last-day"));
  g_clear_error (&error);
  fw_case_edit_block_async (its, PAPER, "end", "双方的劳动合同到{departure/@last-day|date}结束。", NULL, ended_cb, &good);
  g_assert_null (fw_case_get (its, "wording/" PAPER "/end"));
  g_assert_true (fw_case_act_finish (its, wait_for (&good), &error));
  g_assert_no_error (error);
  g_assert_nonnull (fw_case_get (its, "wording/" PAPER "/end"));
  g_assert_true (fw_case_save (its, &error));
  test_case_set (its, "departure/@last-day", "2026-04-15");
  g_assert_true (fw_case_item_get_truth (test_case_row (fw_case_get_documents (its), PAPER), "read-again"));
  fw_case_accept_block_async (its, PAPER, "end", NULL, ended_cb, &accepted);
  g_assert_true (fw_case_act_finish (its, wait_for (&accepted), &error));
  g_assert_true (fw_case_save (its, &error));
  g_assert_false (fw_case_item_get_truth (test_case_row (fw_case_get_documents (its), PAPER), "read-again"));
  fw_case_accept_block_async (its, PAPER, "parties", NULL, ended_cb, &nothing);
  g_assert_false (fw_case_act_finish (its, wait_for (&nothing), &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND);
}

/* Whoever gives a trial up has changed nothing. */
static void
test_wording_cancelled (TestCompany *company,
                        gconstpointer today)
{
  g_autoptr (FwCase) its = open_agreement (company);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fw_case_edit_block_async (its, PAPER, "end", "合同到此结束。", cancellable, ended_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_false (fw_case_act_finish (its, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fw_case_get (its, "wording/" PAPER "/end"));
}

static gint64
count_exports (TestCompany *company)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = fw_store_list_events (company->store, NULL, 0, 0, NULL, &error);
  gint64 count = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < events->len; i++)
    if (g_str_equal (fw_event_get_what (events->pdata[i]), "document.export"))
      count++;
  return count;
}

/* A file and its event, or neither. */
static void
test_save (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (FwCase) its = open_agreement (company);
  g_autoptr (GFile) file = test_company_file (company, "paper.pdf", "what was there before");
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/at/all.pdf");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) given_up = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  fw_case_save_pdf_async (its, PAPER, file, cancellable, ended_cb, &given_up);
  g_cancellable_cancel (cancellable);
  g_assert_false (fw_case_act_finish (its, wait_for (&given_up), &error));
  g_clear_error (&error);
  g_file_load_contents (file, NULL, &content, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, "what was there before");
  g_assert_false (fw_case_save_pdf (its, PAPER, nowhere, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (fw_case_save_pdf (its, "no-such-paper", file, NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (count_exports (company), ==, 0);
  fw_case_save_pdf_async (its, PAPER, file, NULL, ended_cb, &saved);
  g_assert_true (fw_case_act_finish (its, wait_for (&saved), &error));
  g_assert_no_error (error);
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_load_contents (file, NULL, &content, NULL, NULL, &error));
  g_assert_true (g_str_has_prefix (content, "%PDF"));
  g_assert_cmpint (count_exports (company), ==, 1);
}

static char *
dup_text (FwDocument *paper)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *blocks = fw_document_get_blocks (paper);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append (text, ((FwDocumentBlock *) blocks->pdata[i])->text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static FwDocument *
lay_out (FwCase *its,
         const char *document,
         gboolean *exact)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FwDocument *paper;

  fw_case_lay_out_async (its, document, TRUE, NULL, ended_cb, &result);
  paper = fw_case_lay_out_finish (its, wait_for (&result), exact, &error);
  g_assert_no_error (error);
  return paper;
}

/* What is shown and printed of an issued paper is what was issued, whatever the facts have become since. */
static void
test_issued (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  g_autoptr (FwDocument) draft = NULL;
  g_autoptr (FwDocument) before = NULL;
  g_autoptr (FwDocument) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text_before = NULL;
  g_autofree char *text_after = NULL;
  gboolean exact = TRUE;

  draft = lay_out (its, "union-letter", &exact);
  g_assert_false (exact);
  test_case_fill (its, "union-letter");
  fw_case_issue (its, "union-letter", NULL, &error);
  g_assert_no_error (error);
  before = lay_out (its, "union-letter", &exact);
  g_assert_true (exact);
  test_case_set (its, "departure/@last-day", "2026-05-29");
  after = lay_out (its, "union-letter", &exact);
  g_assert_true (exact);
  text_before = dup_text (before);
  text_after = dup_text (after);
  g_assert_cmpstr (text_before, ==, text_after);
  g_assert_nonnull (strstr (text_after, "4月20日"));
}

static const char *
due_paper (FwCase *its)
{
  GListModel *papers = fw_case_get_documents (its);
  const char *due = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (FwCaseItem) paper = g_list_model_get_item (papers, i);

      if (!fw_case_item_get_truth (paper, "due"))
        continue;
      g_assert_null (due);
      due = g_intern_string (fw_case_item_get_id (paper));
    }
  return due;
}

/* Each ground begins with the paper that comes first in time. */
static void
test_first_paper (TestCompany *company,
                  gconstpointer today)
{
  static const struct
  {
    const char *kind;
    const char *ground;
    const char *paper;
  } firsts[] = {
    { "resignation", "cn.37", "resignation-receipt" },   { "resignation", "cn.38-2", "reply-38" },
    { "mutual", "cn.36-er", "mutual-agreement" },        { "mutual", "cn.36-ee", "mutual-agreement" },
    { "dismissal", "cn.39-1", "union-letter" },          { "dismissal", "cn.39-2", "union-letter" },
    { "dismissal", "cn.39-4", "correction-demand" },     { "dismissal", "cn.40-1", "medical-period-sheet" },
    { "dismissal", "cn.40-2", "union-letter" },          { "redundancy", "cn.41-2", "layoff-briefing" },
    { "expiry", "cn.44-1", "renewal-offer" },            { "expiry", "cn.task", "expiry-notice" },
    { "expiry", "cn.r5", "sign-demand" },                { "retirement", "cn.r21", "expiry-notice" },
    { "other", "cn.44-3", "condolence-letter" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      g_autoptr (FwCase) its = test_company_open (company, firsts[i].kind, firsts[i].ground, "2026-04-30");
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (due_paper (its), ==, firsts[i].paper);
      g_assert_true (fw_case_withdraw (its, "another", &error));
    }
}

/* What was issued, proved or told without the program is done with; what only goes with another paper is never the next. */
static void
test_next_paper (TestCompany *company,
                 gconstpointer today)
{
  g_autoptr (FwCase) dismissal = test_company_open (company, "dismissal", "cn.40-2", "2026-04-30");
  g_autoptr (FwCase) resignation = NULL;
  g_autoptr (FwCase) expiry = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (due_paper (dismissal), ==, "union-letter");
  test_case_set (dismissal, "company/union/@notified", "2026-03-20");
  g_assert_cmpstr (due_paper (dismissal), ==, "union-letter");
  test_case_set (dismissal, "company/union/@notified", TODAY);
  g_assert_cmpstr (due_paper (dismissal), ==, "dismissal-notice");
  test_case_set (dismissal, "company/union/@notified", NULL);
  test_case_attach (company, dismissal, "union-notice");
  g_assert_cmpstr (due_paper (dismissal), ==, "dismissal-notice");
  g_assert_true (fw_case_withdraw (dismissal, "another", &error));

  resignation = test_company_open (company, "resignation", "cn.37", "2026-04-30");
  test_case_fill (resignation, "resignation-receipt");
  fw_case_issue (resignation, "resignation-receipt", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (due_paper (resignation), ==, "final-settlement");
  g_assert_true (fw_case_withdraw (resignation, "another", &error));

  expiry = test_company_open (company, "expiry", "cn.44-1", "2026-04-30");
  g_assert_true (fw_case_answer_status (expiry, "pregnancy", FW_STATUS_YES, "本人", TODAY, &error));
  g_assert_no_error (error);
  g_assert_true (fw_case_save (expiry, &error));
  g_assert_cmpstr (due_paper (expiry), ==, "extension-notice");
}

int
main (int argc,
      char *argv[])
{
  static const TestCompanyCase tests[] = {
    { "wording", test_wording },
    { "wording-cancelled", test_wording_cancelled },
    { "save", test_save },
    { "issued", test_issued },
    { "first-paper", test_first_paper },
    { "next-paper", test_next_paper },
  };

  return test_company_run (argc, argv, "/case/papers", TODAY, tests, G_N_ELEMENTS (tests));
}
