#include "insight/fw-headline.h"

/* Ten people who stay throughout, and whoever a test adds. */
#define N_STAYING 10

static GArray *
new_company (void)
{
  GArray *spells = g_array_new (FALSE, FALSE, sizeof (FwSpell));

  for (guint i = 0; i < N_STAYING; i++)
    {
      FwSpell spell = { .person = i, .hired = fw_date_new (2010, 1, 1), .entered = fw_date_new (2010, 1, 1), .counted = TRUE };

      g_array_append_val (spells, spell);
    }
  return spells;
}

static void
add (GArray *spells, FwDate hired, FwDate last, FwLeavingGroup group)
{
  FwSpell spell = { spells->len, hired, hired, last, .counted = TRUE, .group = group };

  g_array_append_val (spells, spell);
}

static FwHeadline
reckon (GArray *spells, FwDate records_begin)
{
  const FwSpell *data = (const FwSpell *) (gpointer) spells->data;
  g_autoptr (FwTurnover) turnover =
    fw_turnover_new (data, spells->len, fw_date_new (2024, 1, 1), fw_date_new (2025, 12, 31), records_begin);

  return fw_headline_reckon (turnover, data, spells->len);
}

/* 2024: one of eleven leaves in the middle of the year; 2025: one more by the employer's wish. */
static void
test_rates (void)
{
  g_autoptr (GArray) spells = new_company ();
  FwHeadline headline;

  add (spells, fw_date_new (2015, 1, 1), fw_date_new (2024, 6, 15), FW_LEAVING_VOLUNTARY);
  add (spells, fw_date_new (2015, 1, 1), fw_date_new (2025, 6, 15), FW_LEAVING_INVOLUNTARY);
  headline = reckon (spells, fw_date_new (2020, 1, 1));
  g_assert_true (headline.has_rates);
  g_assert_true (headline.has_change);
  g_assert_cmpuint (headline.rate.leavers, ==, 1);
  /* Five months of 11, June between 11 and 10, six of 10. */
  g_assert_cmpfloat_with_epsilon (headline.rate.rate, 1 / ((5 * 11 + 10.5 + 6 * 10) / 12), 1e-9);
  g_assert_cmpfloat_with_epsilon (headline.voluntary.rate, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (headline.change, 1 / 10.458333333333334 - 1 / 11.458333333333334, 1e-9);
}

/* What was not kept is unknown, not none. */
static void
test_unknown (void)
{
  g_autoptr (GArray) spells = new_company ();
  FwHeadline headline;

  add (spells, fw_date_new (2015, 1, 1), fw_date_new (2025, 6, 15), FW_LEAVING_VOLUNTARY);
  headline = reckon (spells, fw_date_new (2025, 6, 1));
  g_assert_false (headline.has_rates);
  g_assert_false (headline.has_change);
  headline = reckon (spells, fw_date_new (2024, 3, 1));
  g_assert_true (headline.has_rates);
  g_assert_false (headline.has_change);
}

static void
test_newcomers (void)
{
  g_autoptr (GArray) spells = new_company ();
  FwHeadline headline;

  add (spells, fw_date_new (2024, 3, 1), fw_date_new (2024, 8, 31), FW_LEAVING_VOLUNTARY); /* a day short of six months */
  add (spells, fw_date_new (2024, 3, 1), fw_date_new (2024, 9, 1), FW_LEAVING_VOLUNTARY);
  add (spells, fw_date_new (2024, 5, 1), FW_DATE_UNKNOWN, FW_LEAVING_UNKNOWN);
  add (spells, fw_date_new (2025, 9, 1), fw_date_new (2025, 10, 1), FW_LEAVING_VOLUNTARY); /* six months not over */
  add (spells, fw_date_new (2024, 4, 1), fw_date_new (2024, 5, 1), FW_LEAVING_UNKNOWN);
  g_array_index (spells, FwSpell, spells->len - 1).moved_out = TRUE;
  headline = reckon (spells, fw_date_new (2020, 1, 1));
  g_assert_cmpuint (headline.newcomers, ==, 3);
  g_assert_cmpuint (headline.early, ==, 1);
  g_assert_cmpfloat (headline.early_interval.low, <, 1.0 / 3);
  g_assert_cmpfloat (headline.early_interval.high, >, 1.0 / 3);
}

static void
test_median (void)
{
  g_autoptr (GArray) spells = new_company ();
  FwHeadline headline = reckon (spells, fw_date_new (2020, 1, 1));

  g_assert_cmpuint (headline.n_leavers, ==, 0);
  add (spells, fw_date_new (2024, 1, 10), fw_date_new (2024, 3, 10), FW_LEAVING_VOLUNTARY);
  add (spells, fw_date_new (2020, 1, 10), fw_date_new (2025, 1, 10), FW_LEAVING_VOLUNTARY);
  add (spells, fw_date_new (2024, 1, 10), fw_date_new (2024, 6, 9), FW_LEAVING_VOLUNTARY);
  headline = reckon (spells, fw_date_new (2020, 1, 1));
  g_assert_cmpuint (headline.n_leavers, ==, 3);
  g_assert_cmpfloat (headline.median_months, ==, 4);
  add (spells, fw_date_new (2024, 1, 10), fw_date_new (2024, 8, 10), FW_LEAVING_VOLUNTARY);
  headline = reckon (spells, fw_date_new (2020, 1, 1));
  g_assert_cmpfloat (headline.median_months, ==, 5.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/headline/rates", test_rates);
  g_test_add_func ("/headline/unknown", test_unknown);
  g_test_add_func ("/headline/newcomers", test_newcomers);
  g_test_add_func ("/headline/median", test_median);
  return g_test_run ();
}
