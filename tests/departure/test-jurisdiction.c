#include "departure/fw-jurisdiction.h"

/* Where "today" is, is said by the pack; a country that has none says nothing. */
static void
test_time_zone (void)
{
  g_autofree char *of_pack = fw_jurisdiction_dup_time_zone ("cn");
  g_autofree char *of_all = fw_jurisdiction_dup_time_zone (NULL);
  g_autofree char *nowhere = fw_jurisdiction_dup_time_zone ("XX");

  g_assert_cmpstr (of_pack, ==, "Asia/Shanghai");
  g_assert_cmpstr (of_all, ==, "Asia/Shanghai");
  g_assert_null (nowhere);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jurisdiction/time-zone", test_time_zone);
  return g_test_run ();
}
