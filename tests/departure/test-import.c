#include <string.h>

#include "core/fw-paths.h"
#include "departure/fw-sample.h"
#include "store/fw-audit.h"

#include "fw-test-import.h"

static FwEvent *
bring (TestImport *fixture,
       const char *kind,
       const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwImportJob) job = fw_import_job_new (fixture->store, "tester");
  g_autoptr (FwImportPlan) plan = test_import_try (fixture, job, kind, text, -1, FW_IMPORT_YEAR_FIRST);
  FwEvent *event = fw_import_job_run (job, plan, "list.csv", NULL, &error);

  g_assert_no_error (error);
  return event;
}

static gint64
count (TestImport *fixture,
       const char *kind)
{
  return fw_store_count (fixture->store, kind, NULL, NULL, NULL);
}

#define COMPANY "公司名称,法域,城市\n衡川,中国,上海\n"
#define STAFF "工号,姓名,部门,分公司,入职日期\nE1,张敏,研发中心/平台组,上海总部,2020-01-01\nE2,李威,研发中心,上海总部,2021-01-01\n"

static void
test_run (TestImport *fixture,
          gconstpointer unused)
{
  g_autoptr (FwEvent) company = bring (fixture, "company", COMPANY);
  g_autoptr (FwEvent) staff = bring (fixture, "employees", STAFF);
  g_autoptr (FwRecord) employee = fw_store_find (fixture->store, "employee", "number", "E1", NULL);
  g_autoptr (FwRecord) department =
    fw_store_get (fixture->store, "department", fw_record_get (employee, "department-id"), NULL);
  g_autoptr (FwRecord) branch = fw_store_get (fixture->store, "branch", fw_record_get (employee, "branch-id"), NULL);

  g_assert_cmpstr (fw_event_get_what (staff), ==, "import.employees");
  g_assert_cmpstr (fw_event_get_detail (staff, "new"), ==, "2");
  g_assert_cmpstr (fw_record_get (department, "name"), ==, "平台组");
  g_assert_nonnull (fw_record_get (department, "parent-id"));
  g_assert_cmpstr (fw_record_get (branch, "name"), ==, "上海总部");
  g_assert_null (fw_record_get (branch, "place"));
  g_assert_nonnull (fw_record_get (employee, "employer-id"));
  g_assert_cmpint (count (fixture, "employment"), ==, 2);
  g_assert_cmpint (count (fixture, "department"), ==, 2);
}

static void
test_again (TestImport *fixture,
            gconstpointer unused)
{
  g_autoptr (FwEvent) company = bring (fixture, "company", COMPANY);
  g_autoptr (FwEvent) first = bring (fixture, "employees", STAFF);
  g_autoptr (FwImportJob) job = fw_import_job_new (fixture->store, "tester");
  g_autoptr (FwImportPlan) plan = test_import_try (fixture, job, "employees", STAFF, -1, FW_IMPORT_YEAR_FIRST);

  g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_UNCHANGED), ==, 2);
  g_assert_cmpuint (fw_import_plan_get_records (plan)->len, ==, 0);
}

static void
test_undo (TestImport *fixture,
           gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) company = bring (fixture, "company", COMPANY);
  g_autoptr (FwEvent) staff = bring (fixture, "employees", STAFF);
  g_autoptr (FwEvent) phone = bring (fixture, "employees", "工号,手机\nE1,13900000001\n");
  g_autoptr (FwEvent) too_early = fw_store_undo (fixture->store, fw_event_get_id (staff), "tester", NULL, &error);
  g_autoptr (FwEvent) undone = NULL;
  g_autoptr (FwEvent) all_undone = NULL;
  g_autoptr (FwRecord) employee = NULL;

  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  undone = fw_store_undo (fixture->store, fw_event_get_id (phone), "tester", NULL, &error);
  g_assert_no_error (error);
  employee = fw_store_find (fixture->store, "employee", "number", "E1", NULL);
  g_assert_null (fw_record_get (employee, "phone"));
  all_undone = fw_store_undo (fixture->store, fw_event_get_id (staff), "tester", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, "employee"), ==, 0);
}

static void
test_undo_all (TestImport *fixture,
               gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) company = bring (fixture, "company", COMPANY);
  g_autoptr (FwEvent) staff = bring (fixture, "employees", STAFF);
  g_autoptr (FwEvent) undone = fw_store_undo (fixture->store, fw_event_get_id (staff), "tester", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (undone);
  g_assert_cmpint (count (fixture, "employee"), ==, 0);
  g_assert_cmpint (count (fixture, "department"), ==, 0);
  g_assert_cmpint (count (fixture, "employer"), ==, 1);
}

/* Somebody else changed a person between the trial and the step. */
static void
test_conflict (TestImport *fixture,
               gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) company = bring (fixture, "company", COMPANY);
  g_autoptr (FwEvent) staff = bring (fixture, "employees", STAFF);
  g_autoptr (FwImportJob) job = fw_import_job_new (fixture->store, "tester");
  g_autoptr (FwImportPlan) plan = test_import_try (fixture, job, "employees", "工号,手机\nE1,13900000001\n", -1, FW_IMPORT_YEAR_FIRST);
  g_autoptr (FwEvent) other = bring (fixture, "employees", "工号,手机\nE1,13900000002\n");

  g_assert_null (fw_import_job_run (job, plan, NULL, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT);
}

/* A column that is no field becomes one of the company's own, and the same file again changes nothing. */
static void
test_custom (TestImport *fixture,
             gconstpointer unused)
{
  const FwImportKind *kind = fw_import_catalog_find_kind (fixture->catalog, "employees");
  g_autoptr (FwEvent) company = bring (fixture, "company", COMPANY);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      const char *text = i < 2 ? "工号,姓名,入职日期,班组长,血型\nE1,张敏,2020-01-01,胡师傅,\nE2,李威,2020-01-01,,B\n"
                               : "工号,班组长\nE1,孙师傅\nE2,\n";
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (FwTable) table = fw_table_new_from_bytes (bytes, NULL, NULL, &error);
      g_autoptr (FwImportMapping) mapping = fw_import_mapping_new_guess (kind, table);
      g_autoptr (FwImportJob) job = fw_import_job_new (fixture->store, "tester");
      FwImportOptions options = { .today = fw_date_new (2026, 10, 15) };
      g_autoptr (FwImportPlan) plan = NULL;
      g_autoptr (FwEvent) event = NULL;

      fw_import_mapping_make_rest_custom (mapping);
      plan = fw_import_job_try (job, fixture->catalog, kind, table, mapping, &options, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_NEW), ==, i == 0 ? 2 : 0);
      g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_UPDATE), ==, i == 2 ? 1 : 0);
      event = fw_import_job_run (job, plan, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (count (fixture, "custom-field"), ==, 2);
      g_assert_cmpint (count (fixture, "custom-value"), ==, 2);
    }
  {
    g_autoptr (FwRecord) value = fw_store_find (fixture->store, "custom-value", "value", "孙师傅", NULL);
    g_autoptr (FwRecord) person = fw_store_find (fixture->store, "employee", "number", "E1", NULL);

    g_assert_cmpstr (fw_record_get (value, "record-id"), ==, fw_record_get_id (person));
  }
}

/* A list as a spreadsheet of a Chinese company saves it: GB18030, with rows nobody can take. */
static void
test_gb18030 (TestImport *fixture,
              gconstpointer unused)
{
  const char *text = "工号,姓名,身份证号,入职日期\r\n"
                     "E1,欧阳䶮,11010519491231002X,2020.1.1\r\n"
                     "E2,李威,110105194912310021,2020年1月1日\r\n"
                     "E3,王五,,2026年13月1日\r\n";
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *bytes = g_convert (text, -1, "GB18030", "UTF-8", NULL, &length, &error);
  g_autoptr (FwImportJob) job = fw_import_job_new (fixture->store, "tester");
  g_autoptr (FwImportPlan) plan = NULL;
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (FwRecord) employee = NULL;

  g_assert_no_error (error);
  plan = test_import_try (fixture, job, "employees", bytes, -1, FW_IMPORT_YEAR_FIRST);
  g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_NEW), ==, 1);
  g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_BAD), ==, 2);
  event = fw_import_job_run (job, plan, "花名册.csv", NULL, &error);
  g_assert_no_error (error);
  employee = fw_store_find (fixture->store, "employee", "number", "E1", NULL);
  g_assert_cmpstr (fw_record_get (employee, "name"), ==, "欧阳䶮");
  g_assert_cmpstr (fw_record_get (employee, "born"), ==, "1949-12-31");
  g_assert_cmpint (count (fixture, "employee"), ==, 1);
}

static void
test_many (TestImport *fixture,
           gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("工号,姓名,性别,部门,职位,入职日期,合同类型,手机\n");
  gint64 started = g_get_monotonic_time ();
  g_autoptr (FwEvent) company = bring (fixture, "company", COMPANY);
  g_autoptr (FwEvent) event = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "E%05u,张敏%u,%s,中心%u/组%u,工程师%u,20%02u-%02u-01,固定期限,139%08u\n", i, i, i % 2 ? "女" : "男", i % 9,
                            i % 40, i % 30, i % 25, i % 12 + 1, i);
  event = bring (fixture, "employees", text->str);
  g_test_message ("10,000 rows imported in %.2f s", (g_get_monotonic_time () - started) / 1e6);
  g_assert_cmpint (count (fixture, "employee"), ==, 10000);
  g_assert_cmpint (g_get_monotonic_time () - started, <, 60 * G_USEC_PER_SEC);
}

static gint64
count_where (TestImport *fixture,
             const char *kind,
             const char *field,
             const char *value)
{
  g_autoptr (FwQuery) query = fw_query_new_equals (field, value);

  return fw_store_count (fixture->store, kind, query, NULL, NULL);
}

/* Each person of the sample who has a part to play is there, with what makes the part. */
static void
test_sample (TestImport *fixture,
             gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwRecord) pregnant = NULL;
  g_autoptr (FwRecord) foreigner = NULL;

  fw_sample_fill (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, "employee"), ==, 517);
  g_assert_cmpint (count (fixture, "branch"), ==, 3);
  g_assert_cmpint (count_where (fixture, "case", "state", "closed"), ==, 120);
  g_assert_cmpint (count_where (fixture, "employee", "status", "left"), ==, 120);
  g_assert_cmpint (count_where (fixture, "protection", "kind", "pregnancy"), ==, 1);
  g_assert_cmpint (count_where (fixture, "protection", "kind", "medical-period"), ==, 1);
  g_assert_cmpint (count_where (fixture, "employment", "hired", "1998-07-01"), ==, 1);
  g_assert_cmpint (count_where (fixture, "branch", "place", "Suzhou"), ==, 1);
  g_assert_cmpint (count_where (fixture, "union", "exists", "true"), ==, 1);
  g_assert_cmpint (count (fixture, "department"), ==, 22);
  g_assert_cmpint (count (fixture, "rule"), ==, 6);
  g_assert_cmpint (count (fixture, "wage"), >, 12000);
  g_assert_cmpint (count_where (fixture, "evidence", "kind", "contract"), ==, 6);
  g_assert_cmpint (count_where (fixture, "evidence", "kind", "train-or-transfer"), ==, 2);
  pregnant = fw_store_find (fixture->store, "employee", "name", "张敏", &error);
  g_assert_cmpint (count_where (fixture, "wage", "employee-id", fw_record_get_id (pregnant)), ==, 36);
  foreigner = fw_store_find (fixture->store, "employee", "name", "David Okafor", &error);
  g_assert_cmpstr (fw_record_get (foreigner, "identity-kind"), ==, "护照");
  for (guint i = 0; i < 2; i++)
    {
      const char *names[] = { "欧阳静怡", "阿依古丽·买买提" };
      g_autoptr (FwRecord) found = fw_store_find (fixture->store, "employee", "name", names[i], &error);

      g_assert_nonnull (found);
    }
}

/* The sample a second time changes nothing at all. */
static void
test_sample_again (TestImport *fixture,
                   gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fw_sample_fill (fixture->store, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < fw_import_catalog_get_n_kinds (fixture->catalog); i++)
    {
      const FwImportKind *kind = fw_import_catalog_get_kind (fixture->catalog, i);
      g_autofree char *name = g_strdup_printf ("sample/%s.csv", kind->id);
      g_autofree char *path = fw_paths_find_data (name);
      g_autofree char *text = NULL;
      g_autoptr (FwImportJob) job = fw_import_job_new (fixture->store, "tester");
      g_autoptr (FwImportPlan) plan = NULL;

      if (path == NULL)
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      plan = test_import_try (fixture, job, kind->id, text, -1, FW_IMPORT_YEAR_FIRST);
      g_test_message ("%s", kind->id);
      g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_NEW), ==, 0);
      g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_UPDATE), ==, 0);
      g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_BAD), ==, 0);
      g_assert_cmpuint (fw_import_plan_get_records (plan)->len, ==, 0);
    }
}

static gboolean
is_source_of_estimate (const FwImportKind *kind,
                       const char *field)
{
  for (guint r = 0; r < kind->records->len; r++)
    {
      const FwImportRecordSpec *spec = g_ptr_array_index (kind->records, r);

      for (guint f = 0; f < spec->fills->len; f++)
        {
          const FwImportFill *fill = &g_array_index (spec->fills, FwImportFill, f);

          if (fill->how == FW_IMPORT_FILL_ESTIMATE && strcmp (fill->source, field) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_importable (TestImport *fixture,
               const char *kind)
{
  for (guint i = 0; i < fw_import_catalog_get_n_kinds (fixture->catalog); i++)
    {
      const FwImportKind *list = fw_import_catalog_get_kind (fixture->catalog, i);

      for (guint r = 0; r < list->records->len; r++)
        if (strcmp (((FwImportRecordSpec *) g_ptr_array_index (list->records, r))->kind, kind) == 0)
          return TRUE;
    }
  return FALSE;
}

/*
 * Whatever a company may have kept in lists can be brought. What is not here is made by the program itself: what is done and
 * said in a case, its files, and what a column becomes that is no field.
 */
static void
test_catalog_whole (TestImport *fixture,
                    gconstpointer unused)
{
  const char *const own[] = {
    "case-fact",   "case-answer", "case-override", "case-note",    "status-answer", "evidence",          "document-issued",
    "delivery",    "task",        "pack-used",     "case-basis",    "talk",         "talk-entry",    "case-group",    "case-group-answer", "setting",      "custom-field",  "custom-value",      "template-override",
    NULL,
  };

  for (guint i = 0; fw_record_kinds_get_nth (i) != NULL; i++)
    {
      const FwRecordKind *kind = fw_record_kinds_get_nth (i);

      g_test_message ("%s", kind->name);
      g_assert_true (kind->read_only || g_strv_contains (own, kind->name) || is_importable (fixture, kind->name));
    }
}

/* Every kind and field that the catalog names is one that the store has, of a type that takes it. */
static void
test_catalog (TestImport *fixture,
              gconstpointer unused)
{
  for (guint i = 0; i < fw_import_catalog_get_n_kinds (fixture->catalog); i++)
    {
      const FwImportKind *kind = fw_import_catalog_get_kind (fixture->catalog, i);

      for (guint r = 0; r < kind->records->len; r++)
        {
          const FwImportRecordSpec *spec = g_ptr_array_index (kind->records, r);
          const FwRecordKind *store_kind = fw_record_kind_find (spec->kind);

          g_test_message ("%s: %s", kind->id, spec->kind);
          g_assert_nonnull (store_kind);
          for (guint k = 0; spec->key[k] != NULL; k++)
            g_assert_nonnull (fw_record_kind_find_field (store_kind, spec->key[k]));
          for (guint f = 0; f < spec->fills->len; f++)
            g_assert_nonnull (
              fw_record_kind_find_field (store_kind, g_array_index (spec->fills, FwImportFill, f).field));
        }
      for (guint f = 0; f < kind->fields->len; f++)
        {
          const FwImportField *field = g_ptr_array_index (kind->fields, f);

          g_assert_true (field->goals->len > 0 || is_source_of_estimate (kind, field->id));
          for (guint g = 0; g < field->goals->len; g++)
            {
              const FwImportGoal *goal = &g_array_index (field->goals, FwImportGoal, g);
              const FwImportRecordSpec *spec = fw_import_kind_find_record (kind, goal->record);
              const FwField *store_field = fw_record_kind_find_field (fw_record_kind_find (spec->kind), goal->field);

              g_test_message ("%s/%s to %s", kind->id, field->id, goal->field);
              g_assert_nonnull (store_field);
              if (store_field->type == FW_FIELD_REFERENCE)
                g_assert_cmpint (field->type, ==, FW_IMPORT_REFERENCE);
              if (store_field->type == FW_FIELD_DATE)
                g_assert_cmpint (field->type, ==, FW_IMPORT_DATE);
              if (store_field->type == FW_FIELD_MONEY)
                g_assert_cmpint (field->type, ==, FW_IMPORT_MONEY);
              if (store_field->type == FW_FIELD_TRUTH)
                g_assert_cmpstr (field->choices, ==, "truth");
            }
        }
    }
}

/* The words for a choice lead to values that the store takes. */
static void
test_catalog_choices (TestImport *fixture,
                      gconstpointer unused)
{
  for (guint i = 0; i < fw_import_catalog_get_n_kinds (fixture->catalog); i++)
    {
      const FwImportKind *kind = fw_import_catalog_get_kind (fixture->catalog, i);

      for (guint f = 0; f < kind->fields->len; f++)
        {
          const FwImportField *field = g_ptr_array_index (kind->fields, f);
          GPtrArray *choices = fw_import_catalog_get_choices (fixture->catalog, field->choices);
          const FwImportGoal *goal = choices != NULL ? &g_array_index (field->goals, FwImportGoal, 0) : NULL;
          const FwImportRecordSpec *spec = choices != NULL ? fw_import_kind_find_record (kind, goal->record) : NULL;
          const FwField *store_field =
            choices != NULL ? fw_record_kind_find_field (fw_record_kind_find (spec->kind), goal->field) : NULL;

          for (guint c = 0; choices != NULL && c < choices->len; c++)
            {
              const FwImportChoice *choice = g_ptr_array_index (choices, c);
              g_autoptr (GError) error = NULL;
              g_autofree char *value = fw_field_check_value (store_field, choice->value, &error);

              g_test_message ("%s/%s = %s", kind->id, field->id, choice->value);
              g_assert_no_error (error);
            }
        }
    }
}

typedef struct
{
  GMainLoop    *loop;
  FwImportPlan *plan;
  GError       *error;
  guint         n_notified;
} Waiting;

static void
tried_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Waiting *waiting = data;

  waiting->plan = fw_import_job_try_finish (FW_IMPORT_JOB (source), result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static void
notify_cb (GObject *object,
           GParamSpec *pspec,
           gpointer data)
{
  ((Waiting *) data)->n_notified++;
}

static void
test_async (TestImport *fixture,
            gconstpointer unused)
{
  g_autoptr (GBytes) bytes = g_bytes_new (STAFF, strlen (STAFF));
  g_autoptr (FwTable) table = fw_table_new_from_bytes (bytes, NULL, NULL, NULL);
  const FwImportKind *kind = fw_import_catalog_find_kind (fixture->catalog, "employees");
  g_autoptr (FwImportMapping) mapping = fw_import_mapping_new_guess (kind, table);
  g_autoptr (FwImportJob) job = fw_import_job_new (fixture->store, "tester");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FwEvent) company = bring (fixture, "company", COMPANY);
  FwImportOptions options = { .today = fw_date_new (2026, 10, 15) };
  Waiting waiting = { .loop = g_main_loop_new (NULL, FALSE) };

  g_signal_connect (job, "notify::fraction", G_CALLBACK (notify_cb), &waiting);
  fw_import_job_try_async (job, fixture->catalog, kind, table, mapping, &options, cancellable, tried_cb, &waiting);
  g_main_loop_run (waiting.loop);
  g_assert_no_error (waiting.error);
  g_assert_cmpuint (fw_import_plan_count (waiting.plan, FW_IMPORT_ROW_NEW), ==, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (waiting.n_notified, >, 0);
  g_clear_object (&waiting.plan);
  g_cancellable_cancel (cancellable);
  fw_import_job_try_async (job, fixture->catalog, kind, table, mapping, &options, cancellable, tried_cb, &waiting);
  g_main_loop_run (waiting.loop);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&waiting.error);
  g_main_loop_unref (waiting.loop);
}

#define ADD(name, function) g_test_add (name, TestImport, NULL, test_import_set_up, function, test_import_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/import/run", test_run);
  ADD ("/import/again", test_again);
  ADD ("/import/undo", test_undo);
  ADD ("/import/undo-all", test_undo_all);
  ADD ("/import/conflict", test_conflict);
  ADD ("/import/custom", test_custom);
  ADD ("/import/gb18030", test_gb18030);
  ADD ("/import/many", test_many);
  ADD ("/import/sample", test_sample);
  ADD ("/import/sample-again", test_sample_again);
  ADD ("/import/catalog", test_catalog);
  ADD ("/import/catalog-whole", test_catalog_whole);
  ADD ("/import/catalog-choices", test_catalog_choices);
  ADD ("/import/async", test_async);
  return g_test_run ();
}
