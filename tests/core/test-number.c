#include "core/fw-number.h"

static void
assert_fixed (const char *text,
              guint digits,
              const char *expected)
{
  g_autoptr (FwNumber) number = fw_number_parse (text);
  g_autofree char *shown = fw_number_to_fixed (number, digits);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_parse (void)
{
  const char *bad[] = { "", "-", ".", "1.", ".5", "1,000", "1e3", "0x1", " 1", "--1", "1.2.3", "１",
                        "11111111111111111111111111111111111111111" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (fw_number_parse (bad[i]));
  g_assert_null (fw_number_parse (NULL));
}

static void
test_round (void)
{
  assert_fixed ("1.005", 2, "1.01");
  assert_fixed ("-1.005", 2, "-1.01");
  assert_fixed ("0.004", 2, "0.00");
  assert_fixed ("-0.004", 2, "0.00");
  assert_fixed ("12", 2, "12.00");
  assert_fixed ("9.995", 2, "10.00");
  assert_fixed ("0.5", 0, "1");
}

static void
test_exact (void)
{
  g_autoptr (FwNumber) sum = fw_number_new (120000);
  g_autoptr (FwNumber) eleven = fw_number_new (11);
  g_autoptr (FwNumber) average = fw_number_divide (sum, eleven);
  g_autoptr (FwNumber) back = fw_number_multiply (average, eleven);
  g_autoptr (FwNumber) zero = fw_number_new (0);
  g_autofree char *shown = fw_number_to_fixed (average, 2);

  g_assert_cmpint (fw_number_compare (back, sum), ==, 0);
  g_assert_cmpstr (shown, ==, "10909.09");
  g_assert_null (fw_number_divide (sum, zero));
  g_assert_null (fw_number_add (sum, NULL));
}

/* A sum too small to be shown is still more than nothing. */
static void
test_sign (void)
{
  g_autoptr (FwNumber) little = fw_number_parse ("0.0000000000000000000000000001");
  g_autoptr (FwNumber) less = fw_number_parse ("-0.01");
  g_autoptr (FwNumber) nothing = fw_number_parse ("0.00");

  g_assert_cmpint (fw_number_sign (little), ==, 1);
  g_assert_cmpint (fw_number_sign (less), ==, -1);
  g_assert_cmpint (fw_number_sign (nothing), ==, 0);
}

static void
test_short (void)
{
  g_autoptr (FwNumber) months = fw_number_parse ("3.50");
  g_autoptr (FwNumber) rate = fw_number_parse ("0.1");
  g_autoptr (FwNumber) minus = fw_number_parse ("-2.5");
  g_autoptr (FwNumber) down = fw_number_floor (minus);
  g_autoptr (FwNumber) up = fw_number_ceiling (minus);
  g_autofree char *a = fw_number_to_short (months, 0, 4);
  g_autofree char *b = fw_number_to_short (rate, 2, 4);

  g_assert_cmpstr (a, ==, "3.5");
  g_assert_cmpstr (b, ==, "0.10");
  g_assert_cmpint (fw_number_to_int (down), ==, -3);
  g_assert_cmpint (fw_number_to_int (up), ==, -2);
  g_assert_cmpint (fw_number_to_int (minus), ==, -3);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/round", test_round);
  g_test_add_func ("/number/exact", test_exact);
  g_test_add_func ("/number/sign", test_sign);
  g_test_add_func ("/number/short", test_short);
  return g_test_run ();
}
