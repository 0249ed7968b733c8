#include "core/fw-numerals.h"

typedef struct
{
  const char *given;
  const char *expected;
} Pair;

static void
test_amount_words (void)
{
  const Pair pairs[] = {
    { "70000.00", "柒万元整" },
    { "107000.53", "壹拾万柒仟元零伍角叁分" },
    { "16409.02", "壹万陆仟肆佰零玖元零贰分" },
    { "1680.32", "壹仟陆佰捌拾元零叁角贰分" },
    { "10.00", "壹拾元整" },
    { "0.05", "伍分" },
    { "0.50", "伍角整" },
    { "0", "零元整" },
    { "0.004", "零元整" },
    { "-0.004", "零元整" },
    { "100000000.50", "壹亿元零伍角整" },
    { "100000001", "壹亿零壹元整" },
    { "100010000", "壹亿零壹万元整" },
    { "20000.00", "贰万元整" },
    { "20005.00", "贰万零伍元整" },
    { "20500.10", "贰万零伍佰元零壹角整" },
    { "37302.33", "叁万柒仟叁佰零贰元叁角叁分" },
    { "1001.01", "壹仟零壹元零壹分" },
    { "10001000", "壹仟万壹仟元整" },
    { "1000000000000", "壹万亿元整" },
    { "1234567890123.45", "壹万亿贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分" },
    { "-88.80", "负捌拾捌元捌角整" },
    { "9.995", "壹拾元整" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (FwNumber) amount = fw_number_parse (pairs[i].given);
      g_autofree char *words = fw_numerals_amount_words (amount);

      g_assert_cmpstr (words, ==, pairs[i].expected);
    }
}

static void
test_spoken (void)
{
  const Pair pairs[] = {
    { "0", "零" },          { "2", "两" },           { "12", "十二" },         { "20", "二十" },          { "22", "二十二" },
    { "100", "一百" },      { "102", "一百零二" },   { "202", "两百零二" },    { "2222", "两千两百二十二" }, { "68000.00", "六万八千" },
    { "20000", "两万" },    { "120000", "十二万" },  { "20005", "两万零五" },  { "10500", "一万零五百" },  { "12434.67", "一万两千四百三十四点六七" },
    { "3.5", "三点五" },    { "0.5", "零点五" },     { "2.50", "二点五" },     { "-3", "负三" },           { "007", "七" },
    { "200000000", "两亿" },
  };
  const char *const none[] = { "", "-", "1.2.3", "1,000", "12345678901234567", "1e5", ".5" };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *words = fw_numerals_spoken (pairs[i].given);

      g_assert_cmpstr (words, ==, pairs[i].expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_null (fw_numerals_spoken (none[i]));
}

static void
test_amount_limits (void)
{
  g_autoptr (FwNumber) longest = fw_number_parse ("9999999999999999.99");
  g_autoptr (FwNumber) beyond = fw_number_parse ("10000000000000000");
  g_autofree char *words = fw_numerals_amount_words (longest);

  g_assert_true (g_str_has_prefix (words, "玖仟玖佰玖拾玖万亿玖仟玖佰玖拾玖亿"));
  g_assert_null (fw_numerals_amount_words (beyond));
  g_assert_null (fw_numerals_amount_words (NULL));
}

static void
test_grouped (void)
{
  const Pair pairs[] = {
    { "70000", "70,000.00" }, { "999.995", "1,000.00" }, { "100", "100.00" },        { "-100", "-100.00" },
    { "-1000", "-1,000.00" }, { "0", "0.00" },           { "1234567.8", "1,234,567.80" },
  };
  g_autoptr (FwNumber) whole = fw_number_new (1234567);
  g_autofree char *without = fw_numerals_grouped (whole, 0);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (FwNumber) amount = fw_number_parse (pairs[i].given);
      g_autofree char *grouped = fw_numerals_grouped (amount, 2);

      g_assert_cmpstr (grouped, ==, pairs[i].expected);
    }
  g_assert_cmpstr (without, ==, "1,234,567");
  g_assert_null (fw_numerals_grouped (NULL, 2));
}

static void
test_han (void)
{
  const struct
  {
    guint given;
    const char *expected;
  } pairs[] = { { 0, "零" },      { 1, "一" },        { 10, "十" },         { 11, "十一" },
                { 20, "二十" },   { 39, "三十九" },   { 99, "九十九" },     { 100, "一百" },
                { 101, "一百零一" }, { 110, "一百一十" }, { 2001, "二千零一" }, { 9999, "九千九百九十九" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *numeral = fw_numerals_han (pairs[i].given);

      g_assert_cmpstr (numeral, ==, pairs[i].expected);
    }
  g_assert_null (fw_numerals_han (10000));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numerals/spoken", test_spoken);
  g_test_add_func ("/numerals/amount-words", test_amount_words);
  g_test_add_func ("/numerals/amount-limits", test_amount_limits);
  g_test_add_func ("/numerals/grouped", test_grouped);
  g_test_add_func ("/numerals/han", test_han);
  return g_test_run ();
}
