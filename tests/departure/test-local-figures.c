#include "departure/fw-import-job.h"
#include "departure/fw-local-figures.h"
#include "facts/fw-facts.h"
#include "fw-test-case.h"

#include "core/fw-paths.h"

#include <string.h>

/* Figures of a city: written down, superseded and never overwritten, corrected, brought by a list, undone. */

static const FwFigureEntry first = {
  .jurisdiction = "CN", .place = "Shanghai", .kind = "average-monthly-wage", .year = "2024", .amount = "12434",
  .from = "2025-07-01", .source = "上海市人社局公告", .confidence = "high",
};

static char *
figure_on (TestCompany *company,
           const char *day,
           const char *attribute)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwFacts) facts =
    fw_workplace_dup_employee_facts (company->workplace, company->employee, fw_date_from_string (day), &error);
  g_autofree char *path = g_strconcat ("local/@", attribute, NULL);

  g_assert_no_error (error);
  return g_strdup (fw_facts_get (facts, path));
}

#define ASSERT_ON(day, attribute, value)                                                                                         \
  G_STMT_START                                                                                                                   \
  {                                                                                                                              \
    g_autofree char *found = figure_on (company, day, attribute);                                                                \
    g_assert_cmpstr (found, ==, value);                                                                                          \
  }                                                                                                                              \
  G_STMT_END

static FwEvent *
enter (TestCompany *company,
       const FwFigureEntry *entry,
       const char *corrects)
{
  g_autoptr (GError) error = NULL;
  FwEvent *event = fw_local_figures_enter (company->workplace, entry, corrects, &error);

  g_assert_no_error (error);
  return event;
}

static void
undo (TestCompany *company,
      FwEvent *event)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) undone = fw_store_undo (company->store, fw_event_get_id (event), "tester", NULL, &error);

  g_assert_no_error (error);
}

static guint
count (TestCompany *company)
{
  return (guint) fw_store_count (company->store, "local-figure", NULL, NULL, NULL);
}

/* The next year's figure holds from its first day; the one before stays for the days before, as it was. */
static void
test_supersede (TestCompany *company,
                gconstpointer today)
{
  FwFigureEntry next = first;
  g_autoptr (FwEvent) one = enter (company, &first, NULL);
  g_autoptr (FwEvent) two = NULL;

  ASSERT_ON ("2025-06-30", "average-monthly-wage", NULL);
  ASSERT_ON ("2026-08-01", "average-monthly-wage", "12434.00");
  ASSERT_ON ("2026-08-01", "confirmed", "true");
  next.year = "2025";
  next.amount = "12900.50";
  next.from = "2026-07-01";
  two = enter (company, &next, NULL);
  g_assert_cmpuint (count (company), ==, 2);
  ASSERT_ON ("2026-06-30", "average-monthly-wage", "12434.00");
  ASSERT_ON ("2026-07-01", "average-monthly-wage", "12900.50");
  undo (company, two);
  g_assert_cmpuint (count (company), ==, 1);
  ASSERT_ON ("2026-07-01", "average-monthly-wage", "12434.00");
}

/* What was wrong counts on no day, stays on record, and comes back by undo; so does one that begins on the same day. */
static void
test_correct (TestCompany *company,
              gconstpointer today)
{
  FwFigureEntry right = first;
  g_autoptr (FwEvent) one = enter (company, &first, NULL);
  g_autoptr (FwRecord) wrong = fw_store_find (company->store, "local-figure", "amount", "12434.00", NULL);
  g_autoptr (FwRecord) after = NULL;
  g_autoptr (FwEvent) two = NULL;

  right.amount = "12307";
  right.from = "2025-08-01";
  two = enter (company, &right, fw_record_get_id (wrong));
  ASSERT_ON ("2025-07-15", "average-monthly-wage", NULL);
  ASSERT_ON ("2025-08-01", "average-monthly-wage", "12307.00");
  after = fw_store_get (company->store, "local-figure", fw_record_get_id (wrong), NULL);
  g_assert_cmpstr (fw_record_get (after, "amount"), ==, "12434.00");
  g_assert_cmpstr (fw_record_get (after, "superseded"), ==, "2025-07-01");
  undo (company, two);
  ASSERT_ON ("2025-08-01", "average-monthly-wage", "12434.00");
  right.from = first.from;
  g_clear_object (&two);
  two = enter (company, &right, NULL);
  ASSERT_ON ("2025-07-01", "average-monthly-wage", "12307.00");
}

/* Confirming changes nothing but who stands for it, and is undone. */
static void
test_confirm (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCommand) command = fw_command_new ("test.put", "tester", NULL);
  FwRecord *figure = fw_command_add (command, "local-figure");
  g_autofree char *id = g_strdup (fw_record_get_id (figure));
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) put = NULL;
  g_autoptr (FwEvent) confirmed = NULL;

  fw_record_set (figure, "jurisdiction", "CN");
  fw_record_set (figure, "place", "Shanghai");
  fw_record_set (figure, "name", "minimum-monthly-wage");
  fw_record_set (figure, "year", "0");
  fw_record_set (figure, "amount", "2740");
  fw_record_set_truth (figure, "confirmed", FALSE);
  put = fw_store_run (company->store, command, NULL, &error);
  g_assert_no_error (error);
  confirmed = fw_local_figures_confirm (company->workplace, (const char *const[]) { id, NULL }, &error);
  g_assert_no_error (error);
  ASSERT_ON ("2026-03-10", "confirmed", "true");
  ASSERT_ON ("2026-03-10", "confirmed-by", "tester");
  undo (company, confirmed);
  ASSERT_ON ("2026-03-10", "confirmed", "false");
}

static void
test_bad_input (TestCompany *company,
                gconstpointer today)
{
  const struct
  {
    gsize offset;
    const char *value;
  } bad[] = {
    { G_STRUCT_OFFSET (FwFigureEntry, amount), "much" },        { G_STRUCT_OFFSET (FwFigureEntry, amount), "0" },
    { G_STRUCT_OFFSET (FwFigureEntry, amount), NULL },          { G_STRUCT_OFFSET (FwFigureEntry, place), "" },
    { G_STRUCT_OFFSET (FwFigureEntry, kind), "rent" },          { G_STRUCT_OFFSET (FwFigureEntry, year), "25" },
    { G_STRUCT_OFFSET (FwFigureEntry, from), "2025-02-30" },    { G_STRUCT_OFFSET (FwFigureEntry, until), "2025-06-30" },
    { G_STRUCT_OFFSET (FwFigureEntry, source), "" },            { G_STRUCT_OFFSET (FwFigureEntry, confidence), "sure" },
    { G_STRUCT_OFFSET (FwFigureEntry, jurisdiction), NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      FwFigureEntry entry = first;
      g_autoptr (GError) error = NULL;

      G_STRUCT_MEMBER (const char *, &entry, bad[i].offset) = bad[i].value;
      g_assert_null (fw_local_figures_enter (company->workplace, &entry, NULL, &error));
      g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
    }
  g_assert_cmpuint (count (company), ==, 0);
}

static FwImportPlan *
try_list (FwImportJob *job,
          const char *list)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fw_paths_find_data ("import/kinds.xml");
  g_autoptr (FwImportCatalog) catalog = fw_import_catalog_read (path, &error);
  g_autoptr (GBytes) bytes = g_bytes_new (list, strlen (list));
  g_autoptr (FwTable) table = fw_table_new_from_bytes (bytes, NULL, NULL, &error);
  const FwImportKind *kind = fw_import_catalog_find_kind (catalog, "local-figures");
  g_autoptr (FwImportMapping) mapping = fw_import_mapping_new_guess (kind, table);
  FwImportOptions options = { .today = fw_date_new (2026, 10, 15) };
  FwImportPlan *plan = fw_import_job_try (job, catalog, kind, table, mapping, &options, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

#define HEADINGS "法域,城市,年份,数字名称,金额,执行日期,执行截止,出处,可靠程度\n"

/* An update file says before what is new, changed and refused; what it changes is superseded and to be confirmed anew. */
static void
test_update_file (TestCompany *company,
                  gconstpointer today)
{
  const char *list = HEADINGS "中国,上海,2024,社平工资,12434,2025-07-01,,人社局公告,高\n"
                              "中国,上海,2025,社平工资,12900,2026-07-01,,人社局公告,高\n"
                              "中国,上海,2025,社平工资,很多,2026-07-01,2026-06-30,人社局公告,高\n";
  g_autoptr (FwEvent) one = enter (company, &first, NULL);
  g_autoptr (FwImportJob) job = fw_import_job_new (company->store, "tester");
  g_autoptr (FwImportPlan) plan = try_list (job, list);
  g_autoptr (FwImportPlan) again = NULL;
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_UPDATE), ==, 1); /* another source */
  g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_NEW), ==, 1);
  g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_BAD), ==, 1);
  g_assert_cmpuint (fw_import_plan_get_n_problems (plan), ==, 2);
  event = fw_import_job_run (job, plan, "figures.csv", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (company), ==, 3);
  ASSERT_ON ("2026-06-30", "source", "人社局公告");
  ASSERT_ON ("2026-06-30", "confirmed", "false");
  ASSERT_ON ("2026-07-01", "average-monthly-wage", "12900.00");
  again = try_list (job, list);
  g_assert_cmpuint (fw_import_plan_count (again, FW_IMPORT_ROW_UNCHANGED), ==, 2);
  g_assert_cmpuint (fw_import_plan_get_records (again)->len, ==, 0);
  undo (company, event);
  ASSERT_ON ("2026-07-01", "average-monthly-wage", "12434.00");
  ASSERT_ON ("2026-06-30", "source", "上海市人社局公告");
  ASSERT_ON ("2026-06-30", "confirmed", "true");
}

int
main (int argc,
      char *argv[])
{
  static const TestCompanyCase cases[] = {
    { "supersede", test_supersede },
    { "correct", test_correct },
    { "confirm", test_confirm },
    { "bad-input", test_bad_input },
    { "update-file", test_update_file },
  };

  return test_company_run (argc, argv, "/local-figures", "2026-03-10", cases, G_N_ELEMENTS (cases));
}
