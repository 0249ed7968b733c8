#include "insight/fw-spell.h"

#include "fw-test-figures.h"

static void
test_groups (void)
{
  const struct
  {
    FwLeavingTerms terms;
    FwLeavingGroup group;
  } cases[] = {
    { { "resignation" }, FW_LEAVING_VOLUNTARY },
    { { "mutual", "employee" }, FW_LEAVING_VOLUNTARY },
    { { "mutual", "employer" }, FW_LEAVING_INVOLUNTARY },
    { { "mutual" }, FW_LEAVING_UNKNOWN },
    { { "dismissal", "employer" }, FW_LEAVING_INVOLUNTARY },
    { { "redundancy" }, FW_LEAVING_INVOLUNTARY },
    { { "expiry", NULL, "same-or-better", "false" }, FW_LEAVING_VOLUNTARY },
    { { "expiry", NULL, "worse", "false" }, FW_LEAVING_INVOLUNTARY },
    { { "expiry", NULL, "none" }, FW_LEAVING_INVOLUNTARY },
    { { "expiry", NULL, "same-or-better" }, FW_LEAVING_UNKNOWN },
    { { "expiry" }, FW_LEAVING_UNKNOWN },
    { { "retirement" }, FW_LEAVING_OTHER },
    { { "other" }, FW_LEAVING_OTHER },
    { { NULL }, FW_LEAVING_UNKNOWN },
    { { "fired" }, FW_LEAVING_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (fw_leaving_group_of (&cases[i].terms), ==, cases[i].group);
}

static void
test_names (void)
{
  FwLeavingGroup group;

  for (int kind = 0; kind < FW_N_LEAVING_KINDS; kind++)
    g_assert_cmpint (fw_leaving_kind_from_name (fw_leaving_kind_get_name (kind)), ==, kind);
  for (int i = 0; i < FW_N_LEAVING_GROUPS; i++)
    {
      g_assert_true (fw_leaving_group_from_name (fw_leaving_group_get_name (i), &group));
      g_assert_cmpint (group, ==, i);
    }
  g_assert_false (fw_leaving_group_from_name ("resignation", &group));
}

static void
test_completed_months (void)
{
  const struct
  {
    const char *hired, *last;
    guint months;
  } cases[] = {
    { "2012-01-15", "2013-07-15", 18 }, { "2012-01-15", "2013-07-14", 17 }, { "2014-08-31", "2014-09-30", 0 },
    { "2014-08-31", "2014-10-31", 2 },  { "2014-03-10", "2014-03-10", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FwSpell spell = { .hired = fw_test_day (cases[i].hired), .last = fw_test_day (cases[i].last) };

      g_assert_cmpuint (fw_spell_completed_months (&spell), ==, cases[i].months);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spell/groups", test_groups);
  g_test_add_func ("/spell/names", test_names);
  g_test_add_func ("/spell/completed-months", test_completed_months);
  return g_test_run ();
}
