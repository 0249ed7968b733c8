#include "interview/fw-cool-down.h"

static void
test_cool_down (void)
{
  FwPhraseClass rights = { .id = (char *) "rights", .severity = FW_ALERT_HIGH, .cooldown_seconds = 120 };
  FwPhrase phrase = { .of = &rights };
  FwAlert low = { &phrase, FW_ALERT_CAUTION }, high = { &phrase, FW_ALERT_HIGH }, critical = { &phrase, FW_ALERT_CRITICAL };
  g_autoptr (FwCoolDown) cool_down = fw_cool_down_new ();

  g_assert_cmpuint (fw_cool_down_get_count (cool_down, &rights), ==, 0);
  g_assert_true (fw_cool_down_admit (cool_down, &low, 10));
  g_assert_false (fw_cool_down_admit (cool_down, &low, 20));
  g_assert_true (fw_cool_down_admit (cool_down, &high, 30)); /* graver than what was shown */
  g_assert_false (fw_cool_down_admit (cool_down, &high, 149));
  g_assert_true (fw_cool_down_admit (cool_down, &high, 150));
  g_assert_true (fw_cool_down_admit (cool_down, &critical, 151));
  g_assert_true (fw_cool_down_admit (cool_down, &critical, 152)); /* always */
  g_assert_cmpuint (fw_cool_down_get_count (cool_down, &rights), ==, 7);
}

static void
test_classes_apart (void)
{
  FwPhraseClass one = { .id = (char *) "one", .cooldown_seconds = 60 }, other = { .id = (char *) "other", .cooldown_seconds = 60 };
  FwPhrase first = { .of = &one }, second = { .of = &other };
  FwAlert a = { &first, FW_ALERT_HIGH }, b = { &second, FW_ALERT_HIGH };
  g_autoptr (FwCoolDown) cool_down = fw_cool_down_new ();

  g_assert_true (fw_cool_down_admit (cool_down, &a, 0));
  g_assert_true (fw_cool_down_admit (cool_down, &b, 1));
  g_assert_false (fw_cool_down_admit (cool_down, &a, 2));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cool-down/one-class", test_cool_down);
  g_test_add_func ("/cool-down/classes-apart", test_classes_apart);
  return g_test_run ();
}
