#include <string.h>

#include "fw-test-import.h"

/* What a company does on its first morning: its staff list as the spreadsheet left it, what is wrong put right, and a way back. */

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
  g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_BAD), ==, 0);
  return event;
}

static void
assert_counts (FwImportPlan *plan,
               guint new,
               guint update,
               guint unchanged,
               guint bad)
{
  g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_NEW), ==, new);
  g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_UPDATE), ==, update);
  g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_UNCHANGED), ==, unchanged);
  g_assert_cmpuint (fw_import_plan_count (plan, FW_IMPORT_ROW_BAD), ==, bad);
}

static char *
dup_of_employee (TestImport *fixture,
                 const char *number,
                 const char *kind,
                 const char *field)
{
  g_autoptr (FwRecord) employee = fw_store_find (fixture->store, "employee", "number", number, NULL);
  g_autoptr (FwRecord) record = NULL;

  g_assert_nonnull (employee);
  if (g_strcmp0 (kind, "employee") == 0)
    return g_strdup (fw_record_get (employee, field));
  record = fw_store_find (fixture->store, kind, "employee-id", fw_record_get_id (employee), NULL);
  return record != NULL ? g_strdup (fw_record_get (record, field)) : NULL;
}

#define ASSERT_EMPLOYEE(number, kind, field, value) \
  G_STMT_START { \
    g_autofree char *_found = dup_of_employee (fixture, number, kind, field); \
    g_assert_cmpstr (_found, ==, value); \
  } G_STMT_END

#define COMPANY "公司名称,法域,城市\n衡川,中国,上海\n"

/*
 * A list as WPS or Excel saves it in China: GB18030, CRLF, semicolons, a title above the headings, an apostrophe and a formula that
 * keep numbers text, day numbers, 千分位, a rare character, and ten rows that nobody can take as they are.
 */
static const char staff_list[] =
  "2026年10月在册人员一览表;;;;;;;;\r\n"
  "员工编号;员工姓名;性别;身份证号码;出生日期;入司时间;合同终止日;所属部门;班组长\r\n"
  "'E01;欧阳䶮;男;310115199003072135;;2020.1.6;46387;研发中心/平台组;胡师傅\r\n"
  "=\"E02\";古丽娜尔·买买提;女;;1992/4/30;2020年7月6日;2026-12-31;质量部;\r\n"
  "E11;甲一;女;310115199003072135;;2020-01-06;;质量部;\r\n"
  "E12;乙二;男;310115199202300011;;2020-01-06;;质量部;\r\n"
  "E13;丙三;男;31011519900307213;;2020-01-06;;质量部;\r\n"
  "E14;丁四;男;;;2026年13月1日;;质量部;\r\n"
  "E15;戊五;男;;;1/31/2026;;质量部;\r\n"
  "E16;;男;;;2020-01-06;;质量部;\r\n"
  "E02;己六;男;;;2020-01-06;;质量部;\r\n"
  "E18;庚七;中性;;;2020-01-06;;质量部;\r\n"
  "E19;辛八;男;;;;2029-01-01;质量部;\r\n"
  "E20;壬九;男;;2027-01-01;2020-01-06;;质量部;\r\n"
  "E21;癸十;男;;;2020-01-06;2019-01-01;质量部;\r\n";

static const struct
{
  guint       line;
  const char *field;
  const char *reason;
} expected_problems[] = {
  { 5, "sex", "identity-says-male" },
  { 6, "identity", "identity-birth-and-check" },
  { 7, "identity", "identity-length" },
  { 8, "hired", "no-such-month" },
  { 9, "hired", "date-order" },
  { 10, "name", "required" },
  { 11, "number", "twice" },
  { 12, "sex", "choice" },
  { 13, "hired", "required" },
  { 14, "hired", "before" },
  { 14, "born", "future" },
  { 15, "contract-end", "before" },
};

static void
assert_problems (FwImportPlan *plan)
{
  guint at = 0;

  for (guint i = 0; i < fw_import_plan_get_n_problems (plan); i++)
    {
      const FwImportProblem *problem = fw_import_plan_get_problem (plan, i);
      g_autofree char *zh = fw_import_plan_say_problem (plan, i, "zh");
      g_autofree char *en = fw_import_plan_say_problem (plan, i, "en");

      g_test_message ("line %u %s: %s %s", problem->line, problem->field->id, problem->fault.reason, zh);
      g_assert_cmpstr (zh, !=, en);
      g_assert_cmpuint (problem->line, ==, expected_problems[at].line);
      g_assert_cmpstr (problem->field->id, ==, expected_problems[at].field);
      g_assert_cmpstr (problem->fault.reason, ==, expected_problems[at].reason);
      at++;
    }
  g_assert_cmpuint (at, ==, G_N_ELEMENTS (expected_problems));
}

/* Each is put right as somebody with the paper before them would. */
static char *
mend (const char *bad_rows)
{
  static const char *const mendings[][2] = {
    { "E11,甲一,女,", "E11,甲一,男," },
    { "310115199202300011", "" },
    { "31011519900307213,", "310115199003072135," },
    { "2026年13月1日", "2025年12月1日" },
    { "1/31/2026", "2026/1/31" },
    { "E16,,", "E16,己巳," },
    { "E02,己六", "E17,己六" },
    { "中性", "男" },
    { "E19,辛八,男,,,,", "E19,辛八,男,,,2021-05-06," },
    { "2027-01-01", "1997-01-01" },
    { "2019-01-01", "2029-01-01" },
  };
  GString *text = g_string_new (bad_rows);

  for (guint i = 0; i < G_N_ELEMENTS (mendings); i++)
    g_assert_cmpuint (g_string_replace (text, mendings[i][0], mendings[i][1], 0), >, 0);
  return g_string_free (text, FALSE);
}

static void
test_ten_kinds (TestImport *fixture,
                gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *list = g_convert (staff_list, -1, "GB18030", "UTF-8", NULL, &length, &error);
  g_autoptr (FwEvent) company = bring (fixture, "company", COMPANY);
  g_autoptr (FwImportJob) job = fw_import_job_new (fixture->store, "tester");
  g_autoptr (FwImportPlan) plan = test_import_try (fixture, job, "employees", list, length, FW_IMPORT_YEAR_FIRST);
  g_autoptr (GBytes) bad = fw_import_plan_get_bad_rows (plan, "zh");
  g_autofree char *text = g_strndup (g_bytes_get_data (bad, NULL), g_bytes_get_size (bad));
  g_autofree char *mended = NULL;
  g_autoptr (FwEvent) first = NULL;
  g_autoptr (FwEvent) second = NULL;
  g_autoptr (FwImportPlan) rest = NULL;
  g_autoptr (FwImportPlan) again = NULL;

  /* A trial changes nothing. */
  assert_counts (plan, 2, 0, 0, 11);
  assert_problems (plan);
  g_assert_cmpint (fw_store_count (fixture->store, "employee", NULL, NULL, NULL), ==, 0);

  first = fw_import_job_run (job, plan, "花名册.csv", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fw_store_count (fixture->store, "employee", NULL, NULL, NULL), ==, 2);
  ASSERT_EMPLOYEE ("E01", "employee", "name", "欧阳䶮");
  ASSERT_EMPLOYEE ("E01", "employee", "born", "1990-03-07");
  ASSERT_EMPLOYEE ("E01", "employment", "contract-end", "2026-12-31");
  ASSERT_EMPLOYEE ("E02", "employment", "hired", "2020-07-06");

  mended = mend (text);
  rest = test_import_try (fixture, job, "employees", mended, -1, FW_IMPORT_YEAR_FIRST);
  assert_counts (rest, 11, 0, 0, 0);
  second = fw_import_job_run (job, rest, "花名册 - 要改的.csv", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fw_store_count (fixture->store, "employee", NULL, NULL, NULL), ==, 13);

  again = test_import_try (fixture, job, "employees", mended, -1, FW_IMPORT_YEAR_FIRST);
  assert_counts (again, 0, 0, 11, 0);
  g_assert_cmpuint (fw_import_plan_get_records (again)->len, ==, 0);

  /* Each step goes back as it came. */
  g_object_unref (fw_store_undo (fixture->store, fw_event_get_id (second), "tester", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fw_store_count (fixture->store, "employee", NULL, NULL, NULL), ==, 2);
  g_object_unref (fw_store_undo (fixture->store, fw_event_get_id (first), "tester", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fw_store_count (fixture->store, "employee", NULL, NULL, NULL), ==, 0);
  g_assert_cmpint (fw_store_count (fixture->store, "department", NULL, NULL, NULL), ==, 0);
}

/* The same list in every encoding and with every separator that spreadsheets write. */
static void
test_encodings (TestImport *fixture,
                gconstpointer unused)
{
  static const char *const encodings[] = { "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE" };
  const char *text = "工号,姓名,入职日期,班组长\n"
                     "E1,欧阳静怡,2020/1/6,胡师傅\n"
                     "E2,Zoë Müller,2020-01-06,胡师傅\n";

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (guint marked = i >= 2 ? 1 : 0; marked < (i == 1 ? 1 : 2); marked++)
      for (const char *separator = ",;\t"; *separator != '\0'; separator++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *with_mark = g_strconcat (marked ? "\xEF\xBB\xBF" : "", text, NULL);
          g_autofree char *separated = g_strdelimit (g_strdup (with_mark), ",", *separator);
          gsize length;
          g_autofree char *list = g_convert (separated, -1, encodings[i], "UTF-8", NULL, &length, &error);
          g_autoptr (FwImportJob) job = fw_import_job_new (fixture->store, "tester");
          g_autoptr (FwImportPlan) plan = NULL;

          g_assert_no_error (error);
          g_test_message ("%s%s, separator %d", encodings[i], marked ? " with a mark" : "", *separator);
          plan = test_import_try (fixture, job, "employees", list, length, FW_IMPORT_YEAR_FIRST);
          assert_counts (plan, 2, 0, 0, 0);
        }
}

/* A list that says how long people have been there, and later one that knows the day. */
static void
test_estimate (TestImport *fixture,
               gconstpointer unused)
{
  const char *list = "员工编号,司龄,离职日期\nE1,3.5,\nE2,3年2个月,2024-06-30\nE3,8个月,\nE4,三年,\n";
  g_autoptr (FwImportJob) job = fw_import_job_new (fixture->store, "tester");
  g_autoptr (FwImportPlan) plan = test_import_try (fixture, job, "employees", list, -1, FW_IMPORT_YEAR_FIRST);
  g_autoptr (FwImportPlan) again = NULL;
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (FwEvent) later = NULL;

  assert_counts (plan, 3, 0, 0, 1);
  g_assert_cmpstr (fw_import_plan_get_problem (plan, 0)->fault.reason, ==, "span-form");
  event = fw_import_job_run (job, plan, NULL, NULL, NULL);
  g_assert_nonnull (event);
  ASSERT_EMPLOYEE ("E1", "employee", "name", "E1");
  ASSERT_EMPLOYEE ("E1", "employment", "hired", "2023-04-15");
  ASSERT_EMPLOYEE ("E1", "employment", "hired-estimated", "true");
  ASSERT_EMPLOYEE ("E2", "employment", "hired", "2021-04-30");
  ASSERT_EMPLOYEE ("E3", "employment", "hired", "2026-02-15");

  /* A year later the same people have served longer; the day stays, and so does one person. */
  later = bring (fixture, "employees", "员工编号,司龄\nE1,4.5\nE2,9\n");
  ASSERT_EMPLOYEE ("E1", "employment", "hired", "2023-04-15");
  g_assert_cmpint (fw_store_count (fixture->store, "employment", NULL, NULL, NULL), ==, 3);

  g_object_unref (bring (fixture, "employees", "员工编号,入职日期,司龄\nE1,2023-03-20,3.5\n"));
  ASSERT_EMPLOYEE ("E1", "employment", "hired", "2023-03-20");
  ASSERT_EMPLOYEE ("E1", "employment", "hired-estimated", "false");
  g_assert_cmpint (fw_store_count (fixture->store, "employment", NULL, NULL, NULL), ==, 3);

  list = "员工编号,入职日期\nE1,2023-03-20\n";
  again = test_import_try (fixture, job, "employees", list, -1, FW_IMPORT_YEAR_FIRST);
  assert_counts (again, 0, 0, 1, 0);
}

/* A list of every other kind, as it is brought after the people: what there is of it, and the same again. */
static void
test_other_kinds (TestImport *fixture,
                  gconstpointer unused)
{
  static const char *const lists[][2] = {
    { "levels", "职级,次序\nP3,3\nP5,5\n" },
    { "positions", "岗位名称,所属部门,职级,岗位职责\n测试工程师,质量部,P5,编写并执行测试\n" },
    { "hiring-criteria", "岗位,录用条件,具体内容\n测试工程师,试用期内独立完成两个模块的测试,以缺陷单为准\n" },
    { "appointments", "工号,调动日期,调入部门,新岗位,是否晋升,异动原因\nE1,2024.4.1,质量部,测试工程师,是,年度晋升\n" },
    { "wage-components", "工号,工资月份,工资项目,金额,是否计入应发\nE1,2026年9月,岗位工资,\"¥12,500.00\",是\n" },
    { "market", "岗位,年度,城市,25分位,中位数,75分位,数据来源\n测试工程师,2026,上海,13000,15500,18800,调研报告\n" },
    { "duties", "工号,负责事项,要点\nE1,回归测试,每周四\n" },
    { "equipment", "工号,资产名称,资产编号,领用日期\nE1,笔记本电脑,NB-0012,2024/4/1\n" },
    { "accounts", "工号,系统名称,登录名,开通日期\nE1,缺陷管理,zhangmin,2024/4/1\n" },
    { "local-figures", "国家,城市,年度,项目,金额,执行日期,文号\n中国,上海,2026,最低工资,\"2,740\",2026-07-01,沪人社规〔2026〕1号\n" },
    { "targets", "工号,考核期,指标名称,目标值,单位\nE1,2026年9月,缺陷关闭率,95,%\n" },
    { "surveys", "工号,调查日期,题目,得分\nE1,2026-06-30,整体满意度,3.5\n" },
    { "skills", "工号,技能名称,熟练程度\nE1,自动化测试,熟练\n" },
  };
  g_autoptr (FwEvent) company = bring (fixture, "company", COMPANY);
  g_autoptr (FwEvent) staff = bring (fixture, "employees", "工号,姓名,入职日期\nE1,张敏,2020-01-06\n");

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (FwImportJob) job = fw_import_job_new (fixture->store, "tester");
      g_autoptr (FwImportPlan) again = NULL;

      g_test_message ("%s", lists[i][0]);
      g_object_unref (bring (fixture, lists[i][0], lists[i][1]));
      again = test_import_try (fixture, job, lists[i][0], lists[i][1], -1, FW_IMPORT_YEAR_FIRST);
      g_assert_cmpuint (fw_import_plan_count (again, FW_IMPORT_ROW_BAD), ==, 0);
      g_assert_cmpuint (fw_import_plan_get_records (again)->len, ==, 0);
    }
  ASSERT_EMPLOYEE ("E1", "wage-component", "amount", "12500.00");
  ASSERT_EMPLOYEE ("E1", "equipment", "serial", "NB-0012");
  ASSERT_EMPLOYEE ("E1", "appointment", "promotion", "true");
}

/* 1/31/2026 is a day where somebody has said what comes first, and 1/1/1900 is a spreadsheet's way to say nothing. */
static void
test_date_order (TestImport *fixture,
                 gconstpointer unused)
{
  const char *list = "EmployeeID,Full name,Date of hire,Termination date\n"
                     "1318,Ann,1/31/2020,1/1/1900\n1319,Bo,12/30/2019 0:00,6/30/2024\n";
  g_autoptr (FwImportJob) job = fw_import_job_new (fixture->store, "tester");
  g_autoptr (FwImportPlan) plan = test_import_try (fixture, job, "employees", list, -1, FW_IMPORT_MONTH_FIRST);
  g_autoptr (FwEvent) event = fw_import_job_run (job, plan, NULL, NULL, NULL);

  assert_counts (plan, 2, 0, 0, 0);
  ASSERT_EMPLOYEE ("1318", "employment", "hired", "2020-01-31");
  ASSERT_EMPLOYEE ("1318", "employment", "ended", NULL);
  ASSERT_EMPLOYEE ("1319", "employment", "hired", "2019-12-30");
  ASSERT_EMPLOYEE ("1319", "employment", "ended", "2024-06-30");
}

#define ADD(name, function) g_test_add (name, TestImport, NULL, test_import_set_up, function, test_import_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/import-mend/ten-kinds", test_ten_kinds);
  ADD ("/import-mend/encodings", test_encodings);
  ADD ("/import-mend/estimate", test_estimate);
  ADD ("/import-mend/other-kinds", test_other_kinds);
  ADD ("/import-mend/date-order", test_date_order);
  return g_test_run ();
}
