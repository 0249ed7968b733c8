#include "core/fw-identity.h"

static const FwDate today = { 2026, 10, 15 };

/* The worked example of the standard itself, and the one with the letter. */
static void
test_standard (void)
{
  FwIdentity identity = { FW_DATE_UNKNOWN, NULL };

  g_assert_cmpint (fw_identity_check ("gb11643", "11010519491231002X", today, &identity), ==, FW_IDENTITY_SOUND);
  g_assert_cmpint (fw_date_compare (identity.born, fw_date_new (1949, 12, 31)), ==, 0);
  g_assert_cmpstr (identity.sex, ==, "female");
  g_assert_cmpint (fw_identity_check ("gb11643", "11010519491231002x", today, NULL), ==, FW_IDENTITY_SOUND);
  g_assert_cmpint (fw_identity_check ("gb11643", "440524188001010014", today, &identity), ==, FW_IDENTITY_SOUND);
  g_assert_cmpstr (identity.sex, ==, "male");
}

static void
test_faults (void)
{
  FwIdentity identity = { FW_DATE_UNKNOWN, NULL };

  g_assert_cmpint (fw_identity_check ("gb11643", "110105194912310020", today, NULL), ==, FW_IDENTITY_CHECK_DIGIT);
  g_assert_cmpint (fw_identity_check ("gb11643", "310115199202300011", today, &identity), ==,
                   FW_IDENTITY_BIRTH | FW_IDENTITY_CHECK_DIGIT);
  g_assert_null (identity.sex);
  g_assert_cmpint (fw_identity_check ("gb11643", "11010549123100", today, NULL), ==, FW_IDENTITY_LENGTH);
  g_assert_cmpint (fw_identity_check ("gb11643", "110105491231002", today, NULL), ==, FW_IDENTITY_LENGTH);
  g_assert_cmpint (fw_identity_check ("gb11643", "1101051949123100X2", today, NULL), ==, FW_IDENTITY_CHARACTER);
  g_assert_cmpint (fw_identity_check ("gb11643", "11010519491231002Y", today, NULL), ==, FW_IDENTITY_CHARACTER);
  g_assert_cmpint (fw_identity_check ("gb11643", NULL, today, NULL), ==, FW_IDENTITY_LENGTH);
  g_assert_cmpint (fw_identity_check ("gb11643", "", today, NULL), ==, FW_IDENTITY_LENGTH);
  g_assert_true (fw_identity_check ("gb11643", "01010519491231002X", today, NULL) & FW_IDENTITY_AREA);
}

static void
test_future (void)
{
  g_assert_cmpint (fw_identity_check ("gb11643", "11010519491231002X", fw_date_new (1949, 12, 30), NULL), ==,
                   FW_IDENTITY_BIRTH);
  g_assert_cmpint (fw_identity_check ("gb11643", "11010519491231002X", FW_DATE_UNKNOWN, NULL), ==, FW_IDENTITY_SOUND);
}

static void
test_algorithm (void)
{
  g_assert_true (fw_identity_known ("gb11643"));
  g_assert_false (fw_identity_known ("other"));
  g_assert_false (fw_identity_known (NULL));
  g_assert_cmpint (fw_identity_check ("other", "11010519491231002X", today, NULL), ==, FW_IDENTITY_ALGORITHM);
}

/* Every single wrong digit and every swap of neighbours is noticed: the promise of MOD 11-2. */
static void
test_typing_errors (void)
{
  const char *sound = "11010519491231002X";

  for (guint place = 0; place < 17; place++)
    for (char digit = '0'; digit <= '9'; digit++)
      {
        g_autofree char *wrong = g_strdup (sound);

        if (sound[place] == digit)
          continue;
        wrong[place] = digit;
        g_assert_true (fw_identity_check ("gb11643", wrong, today, NULL) & FW_IDENTITY_CHECK_DIGIT);
      }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity/standard", test_standard);
  g_test_add_func ("/identity/faults", test_faults);
  g_test_add_func ("/identity/future", test_future);
  g_test_add_func ("/identity/algorithm", test_algorithm);
  g_test_add_func ("/identity/typing-errors", test_typing_errors);
  return g_test_run ();
}
