#include "exchange/fw-import-record-private.h"

/* How many fields of a record that the store has would change. */
static guint
count_changes (const char *existing,
               const char *brought,
               gboolean number)
{
  g_autoptr (FwImportRecord) stored = fw_import_record_new ("project", "id-1");
  g_autoptr (FwImportRecord) collected = fw_import_record_new ("project", NULL);

  fw_import_record_set_existing (stored, "field", existing);
  if (number)
    fw_import_record_change_number (collected, "field", brought);
  else
    fw_import_record_change (collected, "field", brought);
  fw_import_record_take_changes (stored, collected);
  return fw_import_record_get_n_changes (stored);
}

/* An amount is the same however many zeros end it. */
static void
test_number (void)
{
  g_assert_cmpuint (count_changes ("12.50", "12.5", TRUE), ==, 0);
  g_assert_cmpuint (count_changes ("0.50", "0.5", TRUE), ==, 0);
  g_assert_cmpuint (count_changes ("12.50", "12.51", TRUE), ==, 1);
  g_assert_cmpuint (count_changes (NULL, "0", TRUE), ==, 1);
  g_assert_cmpuint (count_changes ("unknown", "0", TRUE), ==, 1);
}

/* A text is the same only as it is written: version 3.10 is not 3.1, nor is 0012 the number 012. */
static void
test_text (void)
{
  g_assert_cmpuint (count_changes ("3.10", "3.10", FALSE), ==, 0);
  g_assert_cmpuint (count_changes ("3.10", "3.1", FALSE), ==, 1);
  g_assert_cmpuint (count_changes ("0012", "012", FALSE), ==, 1);
  g_assert_cmpuint (count_changes (NULL, "3.1", FALSE), ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-record/number", test_number);
  g_test_add_func ("/import-record/text", test_text);
  return g_test_run ();
}
