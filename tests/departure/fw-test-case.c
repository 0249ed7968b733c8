#include "fw-test-case.h"

#include <string.h>

#include "departure/fw-sample.h"

static void
put (FwStore *store,
     FwRecord *record)
{
  g_autoptr (FwCommand) command = fw_command_new ("test.put", "tester", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = NULL;

  fw_command_put (command, record);
  event = fw_store_run (store, command, NULL, &error);
  g_assert_no_error (error);
}

/* A record of field names and values in turn, ended by NULL. Answers its id. */
static char *
add (FwStore *store,
     const char *kind,
     ...)
{
  g_autoptr (FwRecord) record = fw_record_new (kind);
  const char *field;
  va_list values;

  va_start (values, kind);
  while ((field = va_arg (values, const char *)) != NULL)
    fw_record_set (record, field, va_arg (values, const char *));
  va_end (values);
  put (store, record);
  return g_strdup (fw_record_get_id (record));
}

static char *
add_person (FwStore *store,
            const char *employer,
            const char *number,
            const char *name,
            const char *sex,
            const char *hired)
{
  char *id = add (store, "employee", "number", number, "name", name, "sex", sex, "born", "1990-05-02", "identity",
                  "11010519900502002X", "phone", "13800000000", "address", "上海市测试路 1 号", "status", "active",
                  "employer-id", employer, NULL);
  g_autofree char *employment =
    add (store, "employment", "employee-id", id, "employer-id", employer, "hired", hired, "contract", "open-ended",
         "contract-start", hired, "contract-signed", hired, "written-contract", "true", "prior-service-months", "0",
         "handover-to", "李接收", NULL);

  g_assert_nonnull (employment);
  for (int i = 0; i < 12; i++)
    {
      FwDate month = fw_date_add_months (fw_date_new (2025, 3, 1), i);
      g_autofree char *text = g_strdup_printf ("%04d-%02d", month.year, month.month);
      g_autofree char *wage =
        add (store, "wage", "employee-id", id, "month", text, "gross", "20000.00", "normal", "true", NULL);

      g_assert_nonnull (wage);
    }
  return id;
}

void
test_company_set_up (TestCompany *company,
                     gconstpointer today)
{
  FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL, .who = "tester" };
  g_autoptr (GError) error = NULL;
  g_autofree char *employer = NULL;
  g_autofree char *workers = NULL;

  company->folder = g_dir_make_tmp ("fairwell-case-XXXXXX", &error);
  g_assert_no_error (error);
  company->path = g_build_filename (company->folder, "store", NULL);
  company->store = fw_store_create (company->path, TEST_CASE_PASSPHRASE, &options, &error);
  g_assert_no_error (error);
  employer = add (company->store, "employer", "name", "衡川智能装备（上海）有限公司", "registration", "91310115MA0000000X", "headcount",
                  "60", "jurisdiction", "CN", "place", "Shanghai", "currency", "CNY", "address", "上海市示范路 188 号",
                  "representative", "沈国栋", "hr-contact", "程慧敏", "hr-phone", "021-50000120", "rules-title", "员工手册", NULL);
  workers = add (company->store, "union", "employer-id", employer, "exists", "true", "name", "衡川工会委员会", NULL);
  company->employee = add_person (company->store, employer, "E1", "张敏", "female", "2020-01-01");
  company->second = add_person (company->store, employer, "E2", "李威", "male", "2022-06-01");
  company->workplace = fw_workplace_new (company->store, fw_date_from_string (today), "tester", "zh");
}

/* Nothing may keep the workplace. A worker lets go of its task a moment after the answer is there. */
static void
let_go (FwWorkplace *owned)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  gpointer left = owned;

  g_object_add_weak_pointer (G_OBJECT (owned), &left);
  g_object_unref (owned);
  while (g_atomic_pointer_get (&left) != NULL && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_null (left);
}

void
test_company_tear_down (TestCompany *company,
                        gconstpointer today)
{
  fw_store_close (company->store);
  let_go (g_steal_pointer (&company->workplace));
  g_clear_object (&company->store);
  test_remove_tree (company->folder);
  g_free (company->folder);
  g_free (company->path);
  g_free (company->employee);
  g_free (company->second);
}

/* Runs every case over a company of its own, as FOLDER/name. */
int
test_company_run (int argc,
                  char **argv,
                  const char *folder,
                  const char *today,
                  const TestCompanyCase *cases,
                  gsize n_cases)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strconcat (folder, "/", cases[i].name, NULL);

      g_test_add (path, TestCompany, today, test_company_set_up, cases[i].run, test_company_tear_down);
    }
  return g_test_run ();
}

/* Fills the sample company in a folder. */
static void
fill_sample (const char *path)
{
  FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL, .who = "tester", .sample = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = fw_store_create (path, FW_STORE_SAMPLE_PASSPHRASE, &options, &error);

  g_assert_no_error (error);
  fw_sample_fill (store, NULL, &error);
  g_assert_no_error (error);
  fw_store_close (store);
}

static void
test_sample_set_up (TestSample *sample,
                    gconstpointer filled)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  sample->folder = g_dir_make_tmp ("fairwell-sample-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (sample->folder, "store", NULL);
  test_copy_tree (filled, path);
  sample->store = fw_store_open (path, FW_STORE_SAMPLE_PASSPHRASE, FW_STORE_WRITE, &error);
  g_assert_no_error (error);
  sample->workplace = fw_workplace_new (sample->store, fw_date_new (2026, 10, 15), "tester", "zh");
}

static void
test_sample_tear_down (TestSample *sample,
                       gconstpointer filled)
{
  g_clear_object (&sample->workplace);
  fw_store_close (sample->store);
  g_clear_object (&sample->store);
  test_remove_tree (sample->folder);
  g_free (sample->folder);
}

/* Runs every case over a sample company of its own, as FOLDER/name: it is filled once and copied. */
int
test_sample_run (int argc,
                 char **argv,
                 const char *folder,
                 const TestSampleCase *cases,
                 gsize n_cases)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;
  g_autofree char *filled = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  made = g_dir_make_tmp ("fairwell-sample-XXXXXX", &error);
  g_assert_no_error (error);
  filled = g_build_filename (made, "store", NULL);
  fill_sample (filled);
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strconcat (folder, "/", cases[i].name, NULL);

      g_test_add (path, TestSample, filled, test_sample_set_up, cases[i].run, test_sample_tear_down);
    }
  result = g_test_run ();
  test_remove_tree (made);
  return result;
}

GFile *
test_company_file (TestCompany *company,
                   const char *name,
                   const char *content)
{
  g_autofree char *path = g_build_filename (company->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

FwCase *
test_company_open (TestCompany *company,
                   const char *kind,
                   const char *ground,
                   const char *last_day)
{
  g_autoptr (GError) error = NULL;
  FwCase *its = fw_case_open (company->workplace, company->employee, kind, ground, &error);

  g_assert_no_error (error);
  if (last_day != NULL)
    test_case_set (its, "departure/@last-day", last_day);
  return its;
}

void
test_case_set (FwCase *its,
               const char *path,
               const char *value)
{
  g_autoptr (GError) error = NULL;

  fw_case_set (its, path, value, &error);
  g_assert_no_error (error);
  fw_case_save (its, &error);
  g_assert_no_error (error);
}

void
test_case_attach (TestCompany *company,
                  FwCase *its,
                  const char *material)
{
  g_autofree char *name = g_strconcat (material, ".txt", NULL);
  g_autoptr (GFile) file = test_company_file (company, name, material);
  g_autoptr (GError) error = NULL;

  fw_case_attach_dated (its, material, file, fw_date_new (2026, 3, 1), NULL, &error);
  g_assert_no_error (error);
}

/* A row of a list by its id; borrowed from the list. */
FwCaseItem *
test_case_row (GListModel *rows,
               const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (rows, i);

      if (g_strcmp0 (fw_case_item_get_id (row), id) == 0)
        return row;
    }
  return NULL;
}

static const char *
value_for (FwCaseItem *blank)
{
  const char *kind = fw_case_item_get_text (blank, "kind");

  if (g_str_has_suffix (fw_case_item_get_id (blank), "@noncompete"))
    return "none";
  if (g_str_equal (kind, "date"))
    return "2026-03-05";
  if (g_str_equal (kind, "month"))
    return "2026-04";
  if (g_str_equal (kind, "money"))
    return "130000.00";
  return g_str_equal (kind, "number") ? "1" : "三楼会议室";
}

/* Fills what a paper asks for until it asks for nothing more. */
void
test_case_fill (FwCase *its,
                const char *document)
{
  g_autoptr (GError) error = NULL;

  for (guint round = 0; round < 5; round++)
    {
      FwCaseItem *paper = test_case_row (fw_case_get_documents (its), document);
      GListModel *blanks = paper != NULL ? fw_case_item_get_list (paper, "missing") : NULL;

      g_assert_nonnull (paper);
      if (blanks == NULL || g_list_model_get_n_items (blanks) == 0)
        return;
      for (guint i = 0; i < g_list_model_get_n_items (blanks); i++)
        {
          g_autoptr (FwCaseItem) blank = g_list_model_get_item (blanks, i);

          g_test_message ("%s asks for %s (%s)", document, fw_case_item_get_id (blank), fw_case_item_get_text (blank, "label"));
          fw_case_set (its, fw_case_item_get_id (blank), value_for (blank), &error);
          g_assert_no_error (error);
        }
      fw_case_save (its, &error);
      g_assert_no_error (error);
    }
}

/* Answers "no" to every open row of the status check and takes it. */
void
test_case_check_status (FwCase *its)
{
  GListModel *rows = fw_case_get_status_rows (its);
  g_autoptr (GError) error = NULL;

  fw_case_judge (its, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (rows, i);

      if (fw_case_item_get_choice (row, "answer") == FW_STATUS_UNKNOWN)
        fw_case_answer_status (its, fw_case_item_get_id (row), FW_STATUS_NO, "本人", "2026-03-09", &error);
      g_assert_no_error (error);
    }
  fw_case_take_status_check (its, &error);
  g_assert_no_error (error);
}

static void
talk_loaded_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(FwTalk **) data = fw_talk_load_finish (result, &error);
  g_assert_no_error (error);
}

FwTalk *
test_talk_load (FwCase *its)
{
  FwTalk *talk = NULL;

  fw_talk_load_async (its, NULL, talk_loaded_cb, &talk);
  while (talk == NULL)
    g_main_context_iteration (NULL, TRUE);
  return talk;
}

void
test_talk_wait_saved (FwTalk *talk)
{
  while (!fw_talk_is_saved (talk))
    g_main_context_iteration (NULL, TRUE);
}
