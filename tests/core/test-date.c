#include "core/fw-date.h"

static FwDate
d (const char *text)
{
  FwDate date = fw_date_from_string (text);

  g_assert_true (fw_date_is_known (date));
  return date;
}

static void
assert_date (FwDate date,
             const char *expected)
{
  g_autofree char *text = fw_date_to_string (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parse (void)
{
  const char *bad[] = { "", "2026-2-01", "2026-02-30", "2026/02/01", "2026-02-01 ", "0000-01-01", "20x6-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (fw_date_is_known (fw_date_from_string (bad[i])));
  g_assert_false (fw_date_is_known (fw_date_from_string (NULL)));
  assert_date (d ("2024-02-29"), "2024-02-29");
  g_assert_null (fw_date_to_string (FW_DATE_UNKNOWN));
}

static void
test_add (void)
{
  assert_date (fw_date_add_months (d ("2024-01-31"), 1), "2024-02-29");
  assert_date (fw_date_add_months (d ("2024-03-31"), -1), "2024-02-29");
  assert_date (fw_date_add_years (d ("2024-02-29"), 1), "2025-02-28");
  assert_date (fw_date_add_days (d ("2026-02-28"), 30), "2026-03-30");
  assert_date (fw_date_month_end (d ("2023-02-01")), "2023-02-28");
  g_assert_false (fw_date_is_known (fw_date_add_days (d ("9999-12-31"), 1)));
  g_assert_false (fw_date_is_known (fw_date_add_months (FW_DATE_UNKNOWN, 1)));
  g_assert_false (fw_date_is_known (fw_date_add_months (d ("2026-03-31"), G_MAXINT)));
  g_assert_false (fw_date_is_known (fw_date_add_months (d ("2026-03-31"), G_MININT)));
  g_assert_false (fw_date_is_known (fw_date_add_years (d ("2026-03-31"), G_MAXINT)));
  g_assert_cmpint (fw_date_weekday (d ("2026-11-21")), ==, 6);
}

static void
assert_span (const char *from,
             const char *end,
             int months,
             int days)
{
  FwSpan span = fw_date_span (d (from), d (end));

  g_assert_cmpint (span.months, ==, months);
  g_assert_cmpint (span.days, ==, days);
}

static void
test_span (void)
{
  assert_span ("2024-01-01", "2024-07-01", 6, 0);
  assert_span ("2022-07-01", "2023-12-31", 17, 30);
  assert_span ("2020-02-29", "2025-08-31", 66, 2);
  assert_span ("2024-01-31", "2024-02-29", 1, 0);
  assert_span ("2024-01-31", "2024-03-01", 1, 1);
  assert_span ("2024-05-05", "2024-05-05", 0, 0);
  assert_span ("2024-05-05", "2023-05-05", 0, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/add", test_add);
  g_test_add_func ("/date/span", test_span);
  return g_test_run ();
}
