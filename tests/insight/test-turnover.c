#include "insight/fw-turnover.h"

#include "fw-test-figures.h"

static FwSpell
spell (guint32 person,
       const char *entered,
       const char *last,
       FwLeavingKind kind)
{
  FwLeavingTerms terms = { .kind = fw_leaving_kind_get_name (kind) };

  return (FwSpell){ .person = person, .hired = fw_test_day (entered), .entered = fw_test_day (entered),
                    .last = last != NULL ? fw_test_day (last) : FW_DATE_UNKNOWN, .counted = TRUE, .kind = kind,
                    .group = fw_leaving_group_of (&terms) };
}

/* Twelve who stay, two who leave (one on the last day of January), one who comes, one who moves out and back. */
static GArray *
small_company (void)
{
  GArray *spells = g_array_new (FALSE, FALSE, sizeof (FwSpell));
  FwSpell more[] = {
    spell (20, "2020-02-01", "2025-01-31", FW_LEAVING_KIND_RESIGNATION),
    spell (21, "2020-02-01", "2025-02-01", FW_LEAVING_KIND_REDUNDANCY),
    spell (22, "2025-02-28", NULL, FW_LEAVING_KIND_UNKNOWN),
    spell (23, "2020-02-01", "2025-01-10", FW_LEAVING_KIND_UNKNOWN),
    spell (23, "2025-03-10", NULL, FW_LEAVING_KIND_UNKNOWN),
  };

  for (guint i = 0; i < 12; i++)
    {
      FwSpell stays = spell (i, "2019-05-01", NULL, FW_LEAVING_KIND_UNKNOWN);

      g_array_append_val (spells, stays);
    }
  more[3].moved_out = TRUE;
  more[4].moved_in = TRUE;
  g_array_append_vals (spells, more, G_N_ELEMENTS (more));
  return spells;
}

static FwTurnover *
turnover_of (GArray *spells,
             const char *from,
             const char *until,
             const char *records)
{
  return fw_turnover_new ((FwSpell *) (gpointer) spells->data, spells->len, fw_test_day (from), fw_test_day (until),
                          fw_test_day (records));
}

static void
test_months (void)
{
  g_autoptr (GArray) spells = small_company ();
  g_autoptr (FwTurnover) turnover = turnover_of (spells, "2025-01-01", "2025-03-31", "2020-01-01");
  const FwTurnoverMonth *january = fw_turnover_get_month (turnover, 0), *february = fw_turnover_get_month (turnover, 1),
                        *march = fw_turnover_get_month (turnover, 2);
  FwRate rate;

  g_assert_cmpuint (fw_turnover_get_n_months (turnover), ==, 3);
  g_assert_cmpuint (january->opening, ==, 15);
  g_assert_cmpuint (january->moved_out, ==, 1);
  g_assert_cmpuint (january->left[FW_LEAVING_VOLUNTARY], ==, 1);
  g_assert_cmpuint (january->closing, ==, 13);
  g_assert_cmpuint (february->left[FW_LEAVING_INVOLUNTARY], ==, 1);
  g_assert_cmpuint (february->kinds[FW_LEAVING_KIND_REDUNDANCY], ==, 1);
  g_assert_cmpuint (february->joined, ==, 1);
  g_assert_cmpuint (february->closing, ==, 13);
  g_assert_cmpuint (march->moved_in, ==, 1);
  g_assert_cmpuint (march->closing, ==, 14);
  g_assert_false (fw_turnover_get_last_is_partial (turnover));

  /* A month is annualised × 12, a quarter × 4. */
  rate = fw_turnover_rate (turnover, 0, 1, FW_TURNOVER_ALL);
  g_assert_cmpfloat_with_epsilon (rate.average, 14, 1e-9);
  g_assert_cmpfloat_with_epsilon (rate.rate, 12.0 / 14, 1e-9);
  rate = fw_turnover_rate (turnover, 0, 3, FW_TURNOVER_ALL);
  g_assert_cmpfloat_with_epsilon (rate.average, (14 + 13 + 13.5) / 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (rate.rate, 4 * 2 / 13.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (rate.interval.high, 4 * 7.224688 / 13.5, 1e-5);
}

/* Whoever asks for everything from the first day of the calendar on gets the same as from later on. */
static void
test_beginning_of_calendar (void)
{
  g_autoptr (GArray) spells = small_company ();
  g_autoptr (FwTurnover) turnover = turnover_of (spells, "0001-01-01", "2025-03-31", "2020-01-01");
  g_autoptr (FwTurnover) nobody = turnover_of (spells, "0001-01-01", "0001-01-31", "2020-01-01");
  guint n = fw_turnover_get_n_months (turnover);

  g_assert_cmpint (fw_date_compare (fw_turnover_get_month (turnover, n - 1)->month, fw_test_day ("2025-03-01")), ==, 0);
  g_assert_cmpuint (fw_turnover_get_month (turnover, n - 1)->closing, ==, 14);
  g_assert_cmpuint (fw_turnover_get_month (turnover, n - 3)->left[FW_LEAVING_VOLUNTARY], ==, 1);
  g_assert_cmpuint (fw_turnover_get_month (nobody, 0)->closing, ==, 0);
}

static void
test_rolling_needs_a_year_of_records (void)
{
  g_autoptr (GArray) spells = small_company ();
  g_autoptr (FwTurnover) turnover = turnover_of (spells, "2025-01-01", "2025-03-18", "2024-03-05");
  FwRate rate;

  g_assert_false (fw_turnover_rolling (turnover, 0, FW_TURNOVER_ALL, &rate));
  g_assert_true (fw_turnover_rolling (turnover, 1, FW_TURNOVER_ALL, &rate));
  g_assert_cmpuint (rate.leavers, ==, 2);
  g_assert_true (fw_turnover_get_last_is_partial (turnover));
}

static void
test_too_few_and_apart (void)
{
  g_autoptr (GArray) spells = small_company ();
  FwSpell *rows = (FwSpell *) (gpointer) spells->data;
  g_autoptr (FwTurnover) turnover = NULL;

  g_array_remove_range (spells, 0, 8);
  rows[4].counted = FALSE;
  turnover = turnover_of (spells, "2025-01-01", "2025-03-31", "2020-01-01");
  g_assert_true (fw_turnover_rate (turnover, 0, 3, FW_TURNOVER_ALL).hidden);
  g_assert_cmpuint (fw_turnover_get_month (turnover, 0)->left_apart, ==, 1);
  g_assert_cmpuint (fw_turnover_count_all (turnover, FW_TURNOVER_ALL), ==, 1);
  g_assert_cmpuint (fw_turnover_get_month (turnover, 0)->closing, ==, 5);
}

/* The months' identity against heads counted anew, for many people who come and go by a fixed pattern. */
static void
test_closing_is_the_headcount (void)
{
  g_autoptr (GArray) spells = g_array_new (FALSE, FALSE, sizeof (FwSpell));
  g_autoptr (FwTurnover) turnover = NULL;
  FwDate first = fw_test_day ("2021-01-01");
  guint there = 0;

  for (int i = 0; i < 500; i++)
    {
      FwSpell one = { .person = (guint32) i, .entered = fw_date_add_days (first, (i * 37) % 1500), .counted = i % 3 > 0,
                      .kind = FW_LEAVING_KIND_OTHER, .group = FW_LEAVING_OTHER };

      one.hired = one.entered;
      if (i % 4 > 0)
        one.last = fw_date_add_days (one.entered, (i * 53) % 700);
      g_array_append_val (spells, one);
    }
  turnover = turnover_of (spells, "2022-06-01", "2024-05-31", "2021-01-01");
  for (guint i = 0; i < spells->len; i++)
    {
      const FwSpell *one = &g_array_index (spells, FwSpell, i);
      FwDate day = fw_test_day ("2024-05-31");

      there += fw_date_compare (one->entered, day) <= 0 &&
               (!fw_date_is_known (one->last) || fw_date_compare (one->last, day) > 0);
    }
  g_assert_cmpuint (fw_turnover_get_month (turnover, 23)->closing, ==, there);
}

static void
test_person_days (void)
{
  FwSpell spells[] = { spell (1, "2025-01-01", NULL, FW_LEAVING_KIND_UNKNOWN),
                       spell (2, "2025-01-01", "2025-01-06", FW_LEAVING_KIND_OTHER) };

  g_assert_cmpfloat_with_epsilon (
    fw_turnover_person_day_average (spells, 2, fw_test_day ("2025-01-01"), fw_test_day ("2025-01-10")), 1.6, 1e-9);
}

static void
test_nothing (void)
{
  g_autoptr (FwTurnover) none = fw_turnover_new (NULL, 0, fw_test_day ("2025-01-01"), fw_test_day ("2025-12-31"),
                                                 FW_DATE_UNKNOWN);
  FwRate rate;

  g_assert_null (fw_turnover_new (NULL, 0, fw_test_day ("2025-02-01"), fw_test_day ("2025-01-31"), FW_DATE_UNKNOWN));
  g_assert_cmpuint (fw_turnover_count_all (none, FW_TURNOVER_ALL), ==, 0);
  g_assert_false (fw_turnover_rolling (none, 11, FW_TURNOVER_ALL, &rate));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/turnover/months", test_months);
  g_test_add_func ("/turnover/beginning-of-calendar", test_beginning_of_calendar);
  g_test_add_func ("/turnover/rolling", test_rolling_needs_a_year_of_records);
  g_test_add_func ("/turnover/too-few", test_too_few_and_apart);
  g_test_add_func ("/turnover/identity", test_closing_is_the_headcount);
  g_test_add_func ("/turnover/person-days", test_person_days);
  g_test_add_func ("/turnover/nothing", test_nothing);
  return g_test_run ();
}
