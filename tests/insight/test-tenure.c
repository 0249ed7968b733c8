#include "insight/fw-tenure.h"

#include "fw-test-figures.h"

static void
assert_hump (const FwTenure *tenure,
             JsonObject *worked)
{
  g_assert_true (tenure->has_hump);
  g_assert_cmpuint (tenure->hump.first_month, ==, json_object_get_int_member (worked, "first_month"));
  g_assert_cmpuint (tenure->hump.n_months, ==, json_object_get_int_member (worked, "months"));
  g_assert_cmpuint (tenure->hump.people, ==, json_object_get_int_member (worked, "people"));
  g_assert_cmpfloat_with_epsilon (tenure->hump.share, json_object_get_double_member (worked, "share"), 1e-6);
  g_assert_cmpfloat_with_epsilon (tenure->hump.interval.low, json_object_get_double_member (worked, "low95"), 1e-6);
  g_assert_cmpfloat_with_epsilon (tenure->hump.interval.high, json_object_get_double_member (worked, "high95"), 1e-6);
  g_assert_cmpfloat_with_epsilon (tenure->hump.z, json_object_get_double_member (worked, "z"), 0.05);
}

static void
test_hump_of_a_company (void)
{
  g_autoptr (JsonObject) figures = fw_test_figures_load ();
  JsonArray *months = json_object_get_array_member (figures, "tenure_months_0_23");
  FwTenure tenure = { .n_longer = (guint) json_object_get_int_member (figures, "tenure_24_or_more") };

  tenure.n_leavers = tenure.n_longer;
  for (guint i = 0; i < FW_TENURE_MONTHS; i++)
    tenure.n_leavers += tenure.months[i] = (guint) json_array_get_int_element (months, i);
  fw_tenure_find_hump (&tenure);
  assert_hump (&tenure, json_array_get_object_element (json_object_get_array_member (figures, "humps"), 0));
}

static void
test_hump_of_one_month (void)
{
  g_autoptr (JsonObject) figures = fw_test_figures_load ();
  JsonObject *stores = json_object_get_object_member (figures, "stores");
  JsonArray *months = json_object_get_array_member (stores, "resigned_completed_months_0_23");
  FwTenure tenure = { .n_leavers = 385 };

  for (guint i = 0; i < json_array_get_length (months); i++)
    {
      JsonArray *pair = json_array_get_array_element (months, i);

      tenure.months[json_array_get_int_element (pair, 0)] = (guint) json_array_get_int_element (pair, 1);
    }
  fw_tenure_find_hump (&tenure);
  assert_hump (&tenure, json_array_get_object_element (json_object_get_array_member (figures, "humps"), 1));
}

/* An even spread and a handful of people have no hump. */
static void
test_no_hump (void)
{
  FwTenure even = { .n_leavers = 24 * 20 }, few = { .months = { [3] = 14 }, .n_leavers = 14 }, none = { 0 };

  for (guint i = 0; i < FW_TENURE_MONTHS; i++)
    even.months[i] = 20;
  fw_tenure_find_hump (&even);
  fw_tenure_find_hump (&few);
  fw_tenure_find_hump (&none);
  g_assert_false (even.has_hump);
  g_assert_false (few.has_hump);
  g_assert_false (none.has_hump);
}

static void
test_reckon (void)
{
  FwDate from = fw_test_day ("2025-01-01"), until = fw_test_day ("2025-12-31");
  const FwSpell spells[] = {
    { 1, fw_test_day ("2025-01-10"), fw_test_day ("2025-01-10"), fw_test_day ("2025-04-09"), .counted = TRUE },
    { 2, fw_test_day ("2025-01-10"), fw_test_day ("2025-01-10"), fw_test_day ("2025-04-10"), .counted = TRUE },
    { 3, fw_test_day ("1998-01-10"), fw_test_day ("1998-01-10"), fw_test_day ("2025-12-31"), .counted = TRUE },
    { 4, fw_test_day ("2023-12-31"), fw_test_day ("2023-12-31"), fw_test_day ("2025-12-31"), .counted = TRUE },
    { 5, fw_test_day ("2025-01-10"), fw_test_day ("2025-01-10"), FW_DATE_UNKNOWN, .counted = TRUE },
    { 6, fw_test_day ("2025-01-10"), fw_test_day ("2025-01-10"), fw_test_day ("2026-01-01"), .counted = TRUE },
    { 7, fw_test_day ("2025-01-10"), fw_test_day ("2025-01-10"), fw_test_day ("2025-05-01"), .counted = FALSE },
    { 8, fw_test_day ("2025-01-10"), fw_test_day ("2025-01-10"), fw_test_day ("2025-05-01"), .moved_out = TRUE, .counted = TRUE },
  };
  FwTenure tenure;

  fw_tenure_reckon (&tenure, spells, G_N_ELEMENTS (spells), from, until);
  g_assert_cmpuint (tenure.n_leavers, ==, 4);
  g_assert_cmpuint (tenure.months[2], ==, 1);
  g_assert_cmpuint (tenure.months[3], ==, 1);
  g_assert_cmpuint (tenure.n_longer, ==, 2);
  g_assert_cmpuint (tenure.years[0], ==, 2);
  g_assert_cmpuint (tenure.years[2], ==, 1);
  g_assert_cmpuint (tenure.years[25], ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tenure/hump/company", test_hump_of_a_company);
  g_test_add_func ("/tenure/hump/one-month", test_hump_of_one_month);
  g_test_add_func ("/tenure/hump/none", test_no_hump);
  g_test_add_func ("/tenure/reckon", test_reckon);
  return g_test_run ();
}
