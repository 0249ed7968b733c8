#include "core/fw-paths.h"
#include "exchange/fw-import-value.h"

typedef struct
{
  FwImportCatalog *catalog;
  FwImportForms    forms;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fw_paths_find_data ("import/kinds.xml");

  fixture->catalog = fw_import_catalog_read (path, &error);
  g_assert_no_error (error);
  fixture->forms = (FwImportForms){ FALSE, FW_IMPORT_YEAR_FIRST, fw_date_new (2026, 10, 15) };
}

static void
tear_down (Fixture *fixture,
           gconstpointer unused)
{
  g_assert_finalize_object (fixture->catalog);
}

/* @expected: the value, "!reason" for a fault, NULL for an empty cell */
static void
assert_reads (Fixture *fixture,
              const char *kind,
              const char *field,
              const char *text,
              const char *expected)
{
  const FwImportField *found = fw_import_kind_find_field (fw_import_catalog_find_kind (fixture->catalog, kind), field);
  g_auto (FwImportFault) fault = { NULL, NULL, NULL };
  g_autofree char *value = fw_import_value_read (fixture->catalog, found, &fixture->forms, text, &fault);
  g_autofree char *reason = fault.reason != NULL ? g_strconcat ("!", fault.reason, NULL) : NULL;

  g_assert_cmpstr (reason != NULL ? reason : value, ==, expected);
  g_assert_true (value == NULL || reason == NULL);
}

static void
test_dates (Fixture *fixture,
            gconstpointer unused)
{
  const char *good[] = { "2026-03-01", "2026/3/1", "2026.3.1", "2026年3月1日", "20260301", "2026-3-1 0:00", "2026/03/01 00:00:00",
                         "２０２６年３月１日", " 2026-03-01\u3000", "2026年3月1号", "2026-03-01T00:00:00", "=\"2026-03-01\"", "'2026-03-01" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    assert_reads (fixture, "employees", "hired", good[i], "2026-03-01");
  assert_reads (fixture, "employees", "hired", "2026年13月", "!no-such-month");
  assert_reads (fixture, "employees", "hired", "2026-13-01", "!no-such-month");
  assert_reads (fixture, "employees", "hired", "2026-02-30", "!no-such-day");
  assert_reads (fixture, "employees", "hired", "2026年3月", "!date-without-day");
  assert_reads (fixture, "employees", "hired", "1/31/2026", "!date-order");
  assert_reads (fixture, "employees", "hired", "46112", "!date-serial");
  assert_reads (fixture, "employees", "hired", "去年", "!date-form");
  assert_reads (fixture, "employees", "hired", "26-3-1", "!date-form");
  assert_reads (fixture, "employees", "hired", "2026-03-01x", "!date-form");
  assert_reads (fixture, "employees", "hired", "99999999999999999999", "!date-form");
  assert_reads (fixture, "employees", "hired", "", NULL);
  assert_reads (fixture, "employees", "hired", " － ", NULL);
  assert_reads (fixture, "employees", "hired", "无", NULL);
  fixture->forms.serials = TRUE;
  assert_reads (fixture, "employees", "hired", "46082", "2026-03-01");
  assert_reads (fixture, "employees", "hired", "46082.5", "2026-03-01");
  fixture->forms.order = FW_IMPORT_MONTH_FIRST;
  assert_reads (fixture, "employees", "hired", "1/31/2026", "2026-01-31");
  assert_reads (fixture, "employees", "hired", "31/1/2026", "!no-such-month");
  fixture->forms.order = FW_IMPORT_DAY_FIRST;
  assert_reads (fixture, "employees", "hired", "31/1/2026 0:00", "2026-01-31");
}

static void
test_months (Fixture *fixture,
             gconstpointer unused)
{
  const char *good[] = { "2026-03", "2026/3", "2026.3", "2026年3月", "2026年3月份", "202603", "2026-03-31", "2026年03月" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    assert_reads (fixture, "wages", "month", good[i], "2026-03");
  assert_reads (fixture, "wages", "month", "2026-13", "!no-such-month");
  assert_reads (fixture, "wages", "month", "三月", "!month-form");
  assert_reads (fixture, "reviews", "period", "2026-03", "2026-03");
  assert_reads (fixture, "reviews", "period", "2026Q1", "2026-Q1");
  assert_reads (fixture, "reviews", "period", "2026年第一季度", "2026-Q1");
  assert_reads (fixture, "reviews", "period", "2026年上半年", "2026-H1");
  assert_reads (fixture, "reviews", "period", "2026年度", "2026");
  assert_reads (fixture, "reviews", "period", "2026", "2026");
  assert_reads (fixture, "reviews", "period", "上月", "!period-form");
}

static void
test_money (Fixture *fixture,
            gconstpointer unused)
{
  assert_reads (fixture, "wages", "gross", "18500", "18500.00");
  assert_reads (fixture, "wages", "gross", "¥12,500.00", "12500.00");
  assert_reads (fixture, "wages", "gross", "￥１２，５００", "12500.00");
  assert_reads (fixture, "wages", "gross", "1,234,567.8", "1234567.80");
  assert_reads (fixture, "wages", "gross", "8500元", "8500.00");
  assert_reads (fixture, "wages", "gross", "RMB 8,500.50", "8500.50");
  assert_reads (fixture, "wages", "gross", "8500.100", "8500.10");
  assert_reads (fixture, "wages", "gross", "0", "0.00");
  assert_reads (fixture, "wages", "gross", "-5", "!negative");
  assert_reads (fixture, "wages", "gross", "(1,200.00)", "!negative");
  assert_reads (fixture, "wages", "gross", "一万二", "!number-form");
  assert_reads (fixture, "wages", "gross", "12,50", "!number-form");
  assert_reads (fixture, "wages", "gross", "1,25,000", "!number-form");
  assert_reads (fixture, "wages", "gross", "12.345", "!too-many-digits");
  assert_reads (fixture, "wages", "gross", "1.2.3", "!number-form");
  assert_reads (fixture, "wages", "gross", "1.2E+04", "!digits-lost");
  assert_reads (fixture, "wages", "gross", "6222021234567890123", "!number-form");
}

static void
test_numbers (Fixture *fixture,
              gconstpointer unused)
{
  assert_reads (fixture, "reviews", "score", "96.5分", "96.5");
  assert_reads (fixture, "reviews", "score", "-3", "-3");
  assert_reads (fixture, "reviews", "actual", "75%", "75");
  assert_reads (fixture, "employees", "fixed-term-count", "2次", "2");
  assert_reads (fixture, "employees", "fixed-term-count", "2.0", "2");
  assert_reads (fixture, "employees", "fixed-term-count", "1.5", "!count-form");
  assert_reads (fixture, "employees", "total-work-years", "12.5年", "12.5");
}

static void
test_choices (Fixture *fixture,
              gconstpointer unused)
{
  assert_reads (fixture, "employees", "sex", "女", "female");
  assert_reads (fixture, "employees", "sex", "M", "male");
  assert_reads (fixture, "employees", "sex", "未知", NULL);
  assert_reads (fixture, "employees", "sex", "?", "!choice");
  assert_reads (fixture, "employees", "contract", "固定期限", "fixed-term");
  assert_reads (fixture, "employees", "contract", "无固定期限劳动合同", "open-ended");
  assert_reads (fixture, "employees", "contract", "fixed-term", "fixed-term");
  assert_reads (fixture, "employees", "written-contract", "是", "true");
  assert_reads (fixture, "employees", "written-contract", "无", "false");
  assert_reads (fixture, "employees", "written-contract", "N", "false");
  assert_reads (fixture, "employees", "written-contract", "", NULL);
}

static void
test_identity (Fixture *fixture,
               gconstpointer unused)
{
  assert_reads (fixture, "employees", "identity", "11010519491231002x", "11010519491231002X");
  assert_reads (fixture, "employees", "identity", "110105 19491231 002X", "11010519491231002X");
  assert_reads (fixture, "employees", "identity", "'11010519491231002X", "11010519491231002X");
  assert_reads (fixture, "employees", "identity", "310115199202300011", "!identity-birth-and-check");
  assert_reads (fixture, "employees", "identity", "110105194912310021", "!identity-check");
  assert_reads (fixture, "employees", "identity", "110105491231002", "!identity-length");
  assert_reads (fixture, "employees", "identity", "3.10115E+17", "!digits-lost");
  assert_reads (fixture, "employees", "identity", "310115199202030000", "!digits-lost");
  assert_reads (fixture, "employees", "identity", "E12345678", "E12345678");
  assert_reads (fixture, "employees", "phone", "138 0013 8000", "13800138000");
  assert_reads (fixture, "employees", "phone", "138****6654", "138****6654");
  assert_reads (fixture, "employees", "phone", "1.38E+10", "!digits-lost");
  assert_reads (fixture, "employees", "phone", "没有", "!phone-form");
}

/* A name is nobody's to mend. */
static void
test_names (Fixture *fixture,
            gconstpointer unused)
{
  const char *names[] = { "欧阳若溪", "䶮", "阿依古丽·买买提", "O’Neill, Seán", "ＡＢ" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_reads (fixture, "employees", "name", names[i], names[i]);
  assert_reads (fixture, "employees", "name", "a\x01" "b", "!control-character");
}

/* Whatever stands in a cell, it becomes a value, nothing, or a reason that the catalog has words for. */
static void
test_random (Fixture *fixture,
             gconstpointer unused)
{
  const char *pieces[] = { "2026", "年", "月", "-", "/", ".", ",", "1", "31", "E+", "¥", "元", "(", ")", " ", "日", "X", "0", "５" };
  const FwImportKind *kinds[] = { fw_import_catalog_find_kind (fixture->catalog, "employees"),
                                  fw_import_catalog_find_kind (fixture->catalog, "wages"),
                                  fw_import_catalog_find_kind (fixture->catalog, "reviews") };

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) cell = g_string_new (NULL);
      const FwImportKind *kind = kinds[round % G_N_ELEMENTS (kinds)];

      for (gint i = g_test_rand_int_range (0, 7); i > 0; i--)
        g_string_append (cell, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      for (guint i = 0; i < kind->fields->len; i++)
        {
          g_auto (FwImportFault) fault = { NULL, NULL, NULL };
          g_autofree char *value =
            fw_import_value_read (fixture->catalog, g_ptr_array_index (kind->fields, i), &fixture->forms, cell->str, &fault);
          g_autofree char *words =
            fault.reason != NULL ? fw_import_catalog_say (fixture->catalog, fault.reason, fault.a, fault.b, "zh") : NULL;

          g_assert_true (value == NULL || fault.reason == NULL);
          g_assert_true (words == NULL || !g_str_equal (words, fault.reason));
        }
    }
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/import-value/dates", test_dates);
  ADD ("/import-value/months", test_months);
  ADD ("/import-value/money", test_money);
  ADD ("/import-value/numbers", test_numbers);
  ADD ("/import-value/choices", test_choices);
  ADD ("/import-value/identity", test_identity);
  ADD ("/import-value/names", test_names);
  ADD ("/import-value/random", test_random);
  return g_test_run ();
}
