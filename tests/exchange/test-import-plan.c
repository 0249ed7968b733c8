#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "core/fw-paths.h"
#include "exchange/fw-exchange-error.h"
#include "exchange/fw-import-plan.h"

/* A store made of nothing but lists: what a plan says is carried out on it. */
typedef struct
{
  FwImportCatalog *catalog;
  GPtrArray       *stored;
  guint            last_id;
  guint            n_questions;
} Fixture;

static gboolean
is_among (const char *value,
          GPtrArray *values)
{
  for (guint i = 0; value != NULL && i < values->len; i++)
    if (strcmp (g_ptr_array_index (values, i), value) == 0)
      return TRUE;
  return FALSE;
}

static GPtrArray *
list_cb (gpointer data,
         const char *kind,
         const char *field,
         GPtrArray *values,
         GCancellable *cancellable,
         GError **error)
{
  Fixture *fixture = data;
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_import_record_unref);

  fixture->n_questions++;
  for (guint i = 0; i < fixture->stored->len; i++)
    {
      FwImportRecord *record = g_ptr_array_index (fixture->stored, i);

      if (strcmp (fw_import_record_get_kind (record), kind) == 0 &&
          (field == NULL || is_among (fw_import_record_get (record, field), values)))
        g_ptr_array_add (found, fw_import_record_ref (record));
    }
  return found;
}

static FwImportRecord *
store_record (Fixture *fixture,
              const char *kind)
{
  g_autofree char *id = g_strdup_printf ("id-%u", ++fixture->last_id);
  FwImportRecord *record = fw_import_record_new (kind, id);

  g_ptr_array_add (fixture->stored, record);
  return record;
}

static void
set_up (Fixture *fixture,
        gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fw_paths_find_data ("import/kinds.xml");
  FwImportRecord *employer;

  fixture->catalog = fw_import_catalog_read (path, &error);
  g_assert_no_error (error);
  fixture->stored = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_import_record_unref);
  employer = store_record (fixture, "employer");
  fw_import_record_set_existing (employer, "name", "衡川");
}

static void
tear_down (Fixture *fixture,
           gconstpointer unused)
{
  g_ptr_array_unref (fixture->stored);
  g_assert_finalize_object (fixture->catalog);
}

/*
 * A stored record is shared with the plan and may carry changes of a plan nobody carried out, so it is
 * made anew.
 */
static void
carry_out (Fixture *fixture,
           FwImportPlan *plan)
{
  GPtrArray *records = fw_import_plan_get_records (plan);
  g_autoptr (GHashTable) made = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      FwImportRecord *record = g_ptr_array_index (records, i);
      FwImportRecord *stored = record;

      if (fw_import_record_get_id (record) == NULL)
        stored = store_record (fixture, fw_import_record_get_kind (record));
      g_hash_table_insert (made, record, stored);
      for (guint c = 0; c < fw_import_record_get_n_changes (record); c++)
        {
          const FwImportChange *change = fw_import_record_get_change (record, c);
          FwImportRecord *other = change->record != NULL ? g_hash_table_lookup (made, change->record) : NULL;
          const char *id = change->record != NULL ? fw_import_record_get_id (other != NULL ? other : change->record) : NULL;

          g_assert_true (change->record == NULL || id != NULL);
          fw_import_record_set_existing (stored, change->field, change->record != NULL ? id : change->text);
        }
    }
}

static GPtrArray *
fresh_copies (Fixture *fixture)
{
  const char *fields[] = { "number", "name", "sex", "born", "identity", "phone", "email", "status", "department-id", "position-id",
                           "manager-id", "employee-id", "employer-id", "hired", "ended", "contract", "contract-end", "month", "gross",
                           "period", "measure", "score", "date", "title", "what", "rule", "rule-id", "last-day", "kind", "state",
                           "parent-id", "case-id", "reason", "left", "opened", "probation-end", "bonus", "text" };
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_import_record_unref);

  for (guint i = 0; i < fixture->stored->len; i++)
    {
      FwImportRecord *record = g_ptr_array_index (fixture->stored, i);
      FwImportRecord *copy = fw_import_record_new (fw_import_record_get_kind (record), fw_import_record_get_id (record));

      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        fw_import_record_set_existing (copy, fields[f], fw_import_record_get (record, fields[f]));
      g_ptr_array_add (copies, copy);
    }
  return copies;
}

static FwImportPlan *
plan_with (Fixture *fixture,
           const char *kind,
           const char *text,
           gboolean names_must_exist,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (FwTable) table = fw_table_new_from_bytes (bytes, NULL, NULL, error);
  const FwImportKind *found = fw_import_catalog_find_kind (fixture->catalog, kind);
  g_autoptr (FwImportMapping) mapping = fw_import_mapping_new_guess (found, table);
  FwImportOptions options = { .today = fw_date_new (2026, 10, 15), .names_must_exist = names_must_exist };
  FwImportTarget target = { list_cb, fixture };
  GPtrArray *copies = fresh_copies (fixture);

  g_ptr_array_unref (fixture->stored);
  fixture->stored = copies;
  return fw_import_plan_new (fixture->catalog, found, table, mapping, &options, &target, NULL, NULL, NULL, error);
}

static FwImportPlan *
plan_of (Fixture *fixture,
         const char *kind,
         const char *text)
{
  g_autoptr (GError) error = NULL;
  FwImportPlan *plan = plan_with (fixture, kind, text, FALSE, &error);

  g_assert_no_error (error);
  return plan;
}

static void
assert_counts (FwImportPlan *plan,
               guint new,
               guint update,
               guint unchanged,
               guint bad)
{
  g_autofree char *counts =
    g_strdup_printf ("%u %u %u %u", fw_import_plan_count (plan, FW_IMPORT_ROW_NEW), fw_import_plan_count (plan, FW_IMPORT_ROW_UPDATE),
                     fw_import_plan_count (plan, FW_IMPORT_ROW_UNCHANGED), fw_import_plan_count (plan, FW_IMPORT_ROW_BAD));
  g_autofree char *expected = g_strdup_printf ("%u %u %u %u", new, update, unchanged, bad);

  g_assert_cmpstr (counts, ==, expected);
}

static void
assert_problem (FwImportPlan *plan,
                guint index,
                guint line,
                const char *field,
                const char *reason)
{
  const FwImportProblem *problem = fw_import_plan_get_problem (plan, index);

  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpstr (problem->field != NULL ? problem->field->id : NULL, ==, field);
  g_assert_cmpstr (problem->fault.reason, ==, reason);
}

static guint
count_stored (Fixture *fixture,
              const char *kind)
{
  guint n = 0;

  for (guint i = 0; i < fixture->stored->len; i++)
    n += strcmp (fw_import_record_get_kind (g_ptr_array_index (fixture->stored, i)), kind) == 0;
  return n;
}

static FwImportRecord *
find_stored (Fixture *fixture,
             const char *kind,
             const char *field,
             const char *value)
{
  for (guint i = 0; i < fixture->stored->len; i++)
    {
      FwImportRecord *record = g_ptr_array_index (fixture->stored, i);

      if (strcmp (fw_import_record_get_kind (record), kind) == 0 && g_strcmp0 (fw_import_record_get (record, field), value) == 0)
        return record;
    }
  return NULL;
}

#define STAFF \
  "工号,姓名,性别,身份证号,部门,职位,入职日期,合同类型,合同到期,手机\r\n" \
  "E1,张敏,女,11010519491231002X,研发中心/平台组,工程师,2020-01-01,固定期限,2026-12-31,13800000001\r\n" \
  "E2,李威,男,,研发中心,工程师,2021年3月1日,无固定期限,,13800000002\r\n"

static void
bring_staff (Fixture *fixture)
{
  g_autoptr (FwImportPlan) plan = plan_of (fixture, "employees", STAFF);

  assert_counts (plan, 2, 0, 0, 0);
  carry_out (fixture, plan);
}

static void
test_new (Fixture *fixture,
          gconstpointer unused)
{
  FwImportRecord *zhang, *group, *center, *employment;

  bring_staff (fixture);
  zhang = find_stored (fixture, "employee", "number", "E1");
  g_assert_cmpstr (fw_import_record_get (zhang, "born"), ==, "1949-12-31");
  g_assert_cmpstr (fw_import_record_get (zhang, "status"), ==, "active");
  g_assert_cmpstr (fw_import_record_get (zhang, "employer-id"), ==, "id-1");
  group = find_stored (fixture, "department", "name", "平台组");
  center = find_stored (fixture, "department", "name", "研发中心");
  g_assert_cmpstr (fw_import_record_get (zhang, "department-id"), ==, fw_import_record_get_id (group));
  g_assert_cmpstr (fw_import_record_get (group, "parent-id"), ==, fw_import_record_get_id (center));
  g_assert_cmpuint (count_stored (fixture, "department"), ==, 2);
  g_assert_cmpuint (count_stored (fixture, "position"), ==, 1);
  employment = find_stored (fixture, "employment", "employee-id", fw_import_record_get_id (zhang));
  g_assert_cmpstr (fw_import_record_get (employment, "hired"), ==, "2020-01-01");
  g_assert_cmpstr (fw_import_record_get (employment, "contract"), ==, "fixed-term");
}

static void
test_again (Fixture *fixture,
            gconstpointer unused)
{
  guint before;

  bring_staff (fixture);
  before = fixture->stored->len;
  {
    g_autoptr (FwImportPlan) plan = plan_of (fixture, "employees", STAFF);

    assert_counts (plan, 0, 0, 2, 0);
    g_assert_cmpuint (fw_import_plan_get_records (plan)->len, ==, 0);
    carry_out (fixture, plan);
  }
  g_assert_cmpuint (fixture->stored->len, ==, before);
}

/* A cell that is empty and a column that is missing say nothing. */
static void
test_update (Fixture *fixture,
             gconstpointer unused)
{
  bring_staff (fixture);
  {
    g_autoptr (FwImportPlan) plan =
      plan_of (fixture, "employees", "工号,姓名,手机,合同到期\nE1,,13900000009,\nE2,李威,,2030-01-01\n");

    assert_counts (plan, 0, 2, 0, 0);
    g_assert_cmpuint (fw_import_plan_get_records (plan)->len, ==, 2);
    carry_out (fixture, plan);
  }
  g_assert_cmpstr (fw_import_record_get (find_stored (fixture, "employee", "number", "E1"), "phone"), ==, "13900000009");
  g_assert_cmpstr (fw_import_record_get (find_stored (fixture, "employee", "number", "E1"), "name"), ==, "张敏");
  g_assert_cmpstr (fw_import_record_get (find_stored (fixture, "employee", "number", "E2"), "phone"), ==, "13800000002");
  g_assert_cmpuint (count_stored (fixture, "employment"), ==, 2);
}

static void
test_bad_rows (Fixture *fixture,
               gconstpointer unused)
{
  g_autoptr (FwImportPlan) plan =
    plan_of (fixture, "employees",
             "工号,姓名,性别,身份证号,入职日期,合同开始,合同到期,部门\n"
             "E1,张敏,男,11010519491231002X,2020-01-01,,,甲部\n"
             "E2,李威,,310115199202300011,2026年13月1日,,,乙部\n"
             "E3,,,,2020-01-01,,,\n"
             "E4,王五,,,2020-01-01,2021-01-01,2020-01-01,\n"
             "E5,赵六,,,2020-01-01,,,丙部\n"
             "E5,赵六,,,2020-01-01,,,丙部\n"
             ",钱七,,,2020-01-01,,,\n"
             "E8,孙八\"x,,,2020-01-01,,,\n"
             "E9,周九,,,,2021-01-01,,\n"
             "E10,吴十,,,2020-01-01,,,,,多的\n");

  assert_counts (plan, 1, 0, 0, 9);
  assert_problem (plan, 0, 2, "sex", "identity-says-female");
  assert_problem (plan, 1, 3, "identity", "identity-birth-and-check");
  assert_problem (plan, 2, 3, "hired", "no-such-month");
  assert_problem (plan, 3, 4, "name", "required");
  assert_problem (plan, 4, 5, "contract-end", "before");
  assert_problem (plan, 5, 7, "number", "twice");
  assert_problem (plan, 6, 8, "number", "required");
  assert_problem (plan, 7, 9, NULL, "lone-quote");
  assert_problem (plan, 8, 10, "hired", "required");
  assert_problem (plan, 9, 11, NULL, "too-many-cells");
  carry_out (fixture, plan);
  g_assert_cmpuint (count_stored (fixture, "employee"), ==, 1);
  g_assert_cmpuint (count_stored (fixture, "department"), ==, 1);
  g_assert_nonnull (find_stored (fixture, "department", "name", "丙部"));
}

/* The file of bad rows, mended, is a file like any other. */
static void
test_mend (Fixture *fixture,
           gconstpointer unused)
{
  g_autoptr (FwImportPlan) plan = plan_of (fixture, "employees", "工号,姓名,入职日期\nE1,\"张,敏\",2020-13-01\nE2,李威,2020-01-01\n");
  g_autoptr (GBytes) bytes = fw_import_plan_get_bad_rows (plan, "zh");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) halves = g_strsplit (text, "2020-13-01", 2);
  g_autofree char *mended = g_strjoinv ("2020-12-01", halves);
  g_autoptr (FwImportPlan) again = NULL;

  g_assert_cmpstr (text, ==,
                   "\xEF\xBB\xBF工号,姓名,入职日期,【原因】\r\n"
                   "E1,\"张,敏\",2020-13-01,入职日期: 月份只有 1—12，没有 13 月\r\n");
  again = plan_of (fixture, "employees", mended);
  assert_counts (again, 1, 0, 0, 0);
}

static void
test_wages (Fixture *fixture,
            gconstpointer unused)
{
  const char *wages = "工号,月份,应发工资,奖金\nE1,2026年9月,\"¥18,500.00\",1000\nE1,2026-08,18500,\nE9,2026-09,1,\nE2,2026-12,1,\nE1,2026/9,1,\n";

  bring_staff (fixture);
  {
    g_autoptr (FwImportPlan) plan = plan_of (fixture, "wages", wages);

    assert_counts (plan, 2, 0, 0, 3);
    assert_problem (plan, 0, 4, "number", "unknown-employee");
    assert_problem (plan, 1, 5, "month", "future");
    assert_problem (plan, 2, 6, "month", "twice");
    carry_out (fixture, plan);
  }
  {
    g_autoptr (FwImportPlan) plan = plan_of (fixture, "wages", "工号,月份,应发工资\nE1,2026-09,18500.0\nE1,2026-08,19000\n");

    assert_counts (plan, 0, 1, 1, 0);
    carry_out (fixture, plan);
  }
  g_assert_cmpuint (count_stored (fixture, "wage"), ==, 2);
  g_assert_cmpstr (fw_import_record_get (find_stored (fixture, "wage", "month", "2026-08"), "gross"), ==, "19000.00");
  g_assert_cmpstr (fw_import_record_get (find_stored (fixture, "wage", "month", "2026-09"), "bonus"), ==, "1000.00");
}

static void
test_departures (Fixture *fixture,
                 gconstpointer unused)
{
  const char *text = "工号,离职日期,离职类型,离职原因,本人原话\nE1,2026-05-31,辞职,薪资,外面给得多\nE2,2026-11-30,辞职,薪资,\n";
  FwImportRecord *person, *found;

  bring_staff (fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (FwImportPlan) plan = plan_of (fixture, "departures", text);

      assert_counts (plan, i == 0, 0, i == 1, 1);
      assert_problem (plan, 0, 3, "last-day", "future");
      carry_out (fixture, plan);
    }
  person = find_stored (fixture, "employee", "number", "E1");
  found = find_stored (fixture, "case", "employee-id", fw_import_record_get_id (person));
  g_assert_cmpstr (fw_import_record_get (person, "status"), ==, "left");
  g_assert_cmpstr (fw_import_record_get (found, "state"), ==, "closed");
  g_assert_cmpstr (fw_import_record_get (found, "opened"), ==, "2026-05-31");
  g_assert_cmpstr (fw_import_record_get (find_stored (fixture, "case-reason", "reason", "pay-market"), "case-id"), ==,
                   fw_import_record_get_id (found));
  g_assert_cmpstr (fw_import_record_get (find_stored (fixture, "employment", "hired", "2020-01-01"), "ended"), ==, "2026-05-31");
  g_assert_cmpstr (fw_import_record_get (find_stored (fixture, "employee", "number", "E2"), "status"), ==, "active");
}

/* Somebody who has left and comes again has a second employment; their first stays as it was. */
static void
test_rehire (Fixture *fixture,
             gconstpointer unused)
{
  bring_staff (fixture);
  {
    g_autoptr (FwImportPlan) left = plan_of (fixture, "employees", "工号,离职日期\nE1,2025-05-31\n");

    carry_out (fixture, left);
  }
  {
    g_autoptr (FwImportPlan) back = plan_of (fixture, "employees", "工号,入职日期\nE1,2026-02-01\n");

    assert_counts (back, 0, 1, 0, 0);
    carry_out (fixture, back);
  }
  g_assert_cmpuint (count_stored (fixture, "employment"), ==, 3);
}

/* Superiors may stand below their people, and a bad row takes along those who report to it. */
static void
test_managers (Fixture *fixture,
               gconstpointer unused)
{
  g_autoptr (FwImportPlan) plan = plan_of (fixture, "employees",
                                           "工号,姓名,入职日期,上级工号\n"
                                           "E1,张敏,2020-01-01,E2\nE2,李威,2020-01-01,\nE3,王五,2020-01-01,E4\n"
                                           "E4,赵六,2020-99-01,\nE5,钱七,2020-01-01,E3\nE6,孙八,2020-01-01,E77\n");

  assert_counts (plan, 2, 0, 0, 4);
  carry_out (fixture, plan);
  g_assert_cmpstr (fw_import_record_get (find_stored (fixture, "employee", "number", "E1"), "manager-id"), ==,
                   fw_import_record_get_id (find_stored (fixture, "employee", "number", "E2")));
}

static void
test_names_must_exist (Fixture *fixture,
                       gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  bring_staff (fixture);
  {
    g_autoptr (FwImportPlan) plan =
      plan_with (fixture, "employees", "工号,部门\nE1,研发二部\nE2,平台组\n", TRUE, &error);

    g_assert_no_error (error);
    assert_counts (plan, 0, 1, 0, 1);
    assert_problem (plan, 0, 2, "department", "new-name");
  }
}

/* A list of everybody may have columns for those who have left: who has not is no departure. */
static void
test_nothing_said (Fixture *fixture,
                   gconstpointer unused)
{
  bring_staff (fixture);
  {
    g_autoptr (FwImportPlan) plan =
      plan_of (fixture, "departures", "工号,姓名,离职日期,离职类型\nE1,张敏,,\nE2,李威,2026-01-31,辞职\nE2,李威,,辞职\n");

    assert_counts (plan, 1, 0, 1, 1);
    assert_problem (plan, 0, 4, "last-day", "required");
  }
}

/* A list without names goes by number; a list with names lacks none. */
static void
test_nameless (Fixture *fixture,
               gconstpointer unused)
{
  g_autoptr (FwImportPlan) plan = plan_of (fixture, "employees", "工号,入职日期\nE1,2020-01-01\n");

  assert_counts (plan, 1, 0, 0, 0);
  carry_out (fixture, plan);
  g_assert_cmpstr (fw_import_record_get (find_stored (fixture, "employee", "number", "E1"), "name"), ==, "E1");
}

static void
test_serials (Fixture *fixture,
              gconstpointer unused)
{
  g_autoptr (FwImportPlan) plan =
    plan_of (fixture, "employees", "工号,姓名,入职日期,试用期到期\nE1,张敏,46082,2026-09-01\nE2,李威,2026-03-01,123\n");

  assert_counts (plan, 1, 0, 0, 1);
  assert_problem (plan, 0, 3, "probation-end", "date-form");
}

static void
test_missing_column (Fixture *fixture,
                     gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plan_with (fixture, "wages", "工号,姓名\nE1,x\n", FALSE, &error));
  g_assert_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_MAPPING);
  g_assert_nonnull (strstr (error->message, "month"));
}

static void
progress_cb (guint done,
             guint total,
             gpointer data)
{
  if (done > 0)
    g_cancellable_cancel (data);
}

/* @rows: how many, few or so many that two threads read them */
static void
test_cancel (Fixture *fixture,
             gconstpointer rows)
{
  g_autoptr (GString) text = g_string_new ("工号,姓名,入职日期\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FwTable) table = NULL;
  g_autoptr (FwImportMapping) mapping = NULL;
  const FwImportKind *kind = fw_import_catalog_find_kind (fixture->catalog, "employees");
  FwImportOptions options = { .today = fw_date_new (2026, 10, 15) };
  FwImportTarget target = { list_cb, fixture };

  for (guint i = 0; i < GPOINTER_TO_UINT (rows); i++)
    g_string_append_printf (text, "E%u,张敏,2020-01-01\n", i);
  bytes = g_bytes_new (text->str, text->len);
  table = fw_table_new_from_bytes (bytes, NULL, NULL, NULL);
  mapping = fw_import_mapping_new_guess (kind, table);
  g_assert_null (fw_import_plan_new (fixture->catalog, kind, table, mapping, &options, &target, progress_cb, cancellable,
                                     cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A cell that many rows have means the same in each of them, a fault is found in every row that has it, and all in the order of the
 * file, whichever thread has read the row. */
static void
test_long (Fixture *fixture,
           gconstpointer unused)
{
  const guint n_rows = 6000;
  g_autoptr (GString) text = g_string_new ("工号,姓名,性别,入职日期,合同终止日\n");
  g_autoptr (FwImportPlan) plan = NULL;
  GPtrArray *records;
  guint n_bad = 0;

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "E%u,张敏,%s,%s,%s\n", i, i % 2 ? "女" : "男", i % 7 == 3 ? "2020/13/1" : "2020年3月1日",
                            i % 11 == 5 ? "2019-01-01" : "—");
  plan = plan_of (fixture, "employees", text->str);
  for (guint i = 0; i < n_rows; i++)
    {
      const gboolean bad = i % 7 == 3;

      g_assert_cmpint (fw_import_plan_get_verdict (plan, i), ==, bad || i % 11 == 5 ? FW_IMPORT_ROW_BAD : FW_IMPORT_ROW_NEW);
      if (bad)
        assert_problem (plan, n_bad++, i + 2, "hired", "no-such-month");
      else if (i % 11 == 5)
        assert_problem (plan, n_bad++, i + 2, "contract-end", "before");
    }
  g_assert_cmpuint (fw_import_plan_get_n_problems (plan), ==, n_bad);
  records = fw_import_plan_get_records (plan);
  g_assert_cmpuint (records->len, ==, 2 * fw_import_plan_count (plan, FW_IMPORT_ROW_NEW));
  for (guint i = 0; i < records->len; i++)
    {
      FwImportRecord *record = g_ptr_array_index (records, i);
      const char *number = fw_import_record_get (record, "number");

      if (number == NULL)
        g_assert_cmpstr (fw_import_record_get (record, "hired"), ==, "2020-03-01");
      else
        g_assert_cmpstr (fw_import_record_get (record, "sex"), ==, atoi (number + 1) % 2 ? "female" : "male");
    }
}

/* The store is asked in few large questions, however many rows there are. */
static void
test_many (Fixture *fixture,
           gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("工号,姓名,性别,部门,职位,入职日期,合同类型,手机\n");
  gint64 started = g_get_monotonic_time ();

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "E%05u,张敏%u,%s,中心%u/组%u,工程师%u,20%02u-%02u-01,固定期限,139%08u\n", i, i, i % 2 ? "女" : "男", i % 9,
                            i % 40, i % 30, i % 25, i % 12 + 1, i);
  {
    g_autoptr (FwImportPlan) plan = plan_of (fixture, "employees", text->str);

    assert_counts (plan, 10000, 0, 0, 0);
    g_assert_cmpuint (fixture->n_questions, <, 12);
  }
  g_test_message ("10,000 rows planned in %.2f s", (g_get_monotonic_time () - started) / 1e6);
  g_assert_cmpint (g_get_monotonic_time () - started, <, 20 * G_USEC_PER_SEC);
}

/* Each reports to the next: as deep as the list is long, and one bad row at its end takes all of them with it. */
static gpointer
plan_chain_thread (gpointer fixture)
{
  const guint n = 20000;

  for (int bad = 0; bad < 2; bad++)
    {
      g_autoptr (GString) text = g_string_new ("工号,姓名,入职日期,上级工号\n");
      g_autoptr (FwImportPlan) plan = NULL;

      for (guint i = 1; i < n; i++)
        g_string_append_printf (text, "C%u,张敏,2020-01-01,C%u\n", i, i + 1);
      g_string_append_printf (text, "C%u,李威,%s,\n", n, bad ? "2020-13-01" : "2020-01-01");
      plan = plan_of (fixture, "employees", text->str);
      assert_counts (plan, bad ? 0 : n, 0, 0, bad ? n : 0);
    }
  return NULL;
}

/* On a stack as small as a library may give its threads. */
static void
test_deep_chain (Fixture *fixture,
                 gconstpointer unused)
{
  pthread_attr_t attributes;
  pthread_t thread;

  pthread_attr_init (&attributes);
  g_assert_cmpint (pthread_attr_setstacksize (&attributes, 512 * 1024), ==, 0);
  g_assert_cmpint (pthread_create (&thread, &attributes, plan_chain_thread, fixture), ==, 0);
  g_assert_cmpint (pthread_join (thread, NULL), ==, 0);
  pthread_attr_destroy (&attributes);
}

/* Whatever is cut out of a file or put into it, a plan comes out of it and no row is both good and bad. */
static void
test_spoilt_files (Fixture *fixture,
                   gconstpointer unused)
{
  const char *junk[] = { "\"", ",", "\n", "\r", "\xff", ";", "E1", "，", "\t" };

  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (GString) text = g_string_new (STAFF);
      g_autoptr (FwImportPlan) plan = NULL;

      for (guint i = 0; i < 4; i++)
        {
          gssize at = g_test_rand_int_range (0, (gint32) text->len);

          if (g_test_rand_bit ())
            g_string_erase (text, at, 1);
          else
            g_string_insert (text, at, junk[g_test_rand_int_range (0, G_N_ELEMENTS (junk))]);
        }
      plan = plan_with (fixture, "employees", text->str, FALSE, NULL);
      for (guint i = 0; plan != NULL && i < fw_import_plan_get_n_problems (plan); i++)
        g_assert_cmpint (fw_import_plan_get_verdict (plan, fw_import_plan_get_problem (plan, i)->row), ==, FW_IMPORT_ROW_BAD);
    }
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/import-plan/new", test_new);
  ADD ("/import-plan/again", test_again);
  ADD ("/import-plan/update", test_update);
  ADD ("/import-plan/bad-rows", test_bad_rows);
  ADD ("/import-plan/mend", test_mend);
  ADD ("/import-plan/wages", test_wages);
  ADD ("/import-plan/departures", test_departures);
  ADD ("/import-plan/rehire", test_rehire);
  ADD ("/import-plan/managers", test_managers);
  ADD ("/import-plan/names-must-exist", test_names_must_exist);
  ADD ("/import-plan/nothing-said", test_nothing_said);
  ADD ("/import-plan/nameless", test_nameless);
  ADD ("/import-plan/serials", test_serials);
  ADD ("/import-plan/missing-column", test_missing_column);
  g_test_add ("/import-plan/cancel", Fixture, GUINT_TO_POINTER (1000), set_up, test_cancel, tear_down);
  g_test_add ("/import-plan/cancel-long", Fixture, GUINT_TO_POINTER (9000), set_up, test_cancel, tear_down);
  ADD ("/import-plan/long", test_long);
  ADD ("/import-plan/many", test_many);
  ADD ("/import-plan/deep-chain", test_deep_chain);
  ADD ("/import-plan/spoilt-files", test_spoilt_files);
  return g_test_run ();
}
