#include "store/fw-record.h"
#include "store/fw-store-error.h"

static void
test_values (void)
{
  static const struct
  {
    FwFieldType type;
    const char *choices;
    const char *given;
    const char *kept;
  } cases[] = {
    { FW_FIELD_TEXT, NULL, "张敏", "张敏" },
    { FW_FIELD_TEXT, NULL, "\xff\xfe", NULL },
    { FW_FIELD_TEXT, "female|male", "female", "female" },
    { FW_FIELD_TEXT, "female|male", "woman", NULL },
    { FW_FIELD_TEXT, "female|male", "female|male", NULL },
    { FW_FIELD_DATE, NULL, "2024-02-29", "2024-02-29" },
    { FW_FIELD_DATE, NULL, "2023-02-29", NULL },
    { FW_FIELD_DATE, NULL, "2024/02/29", NULL },
    { FW_FIELD_MONTH, NULL, "2026-02", "2026-02" },
    { FW_FIELD_MONTH, NULL, "2026-13", NULL },
    { FW_FIELD_MONTH, NULL, "2026-2", NULL },
    { FW_FIELD_MONTH, NULL, "2026-02-01", NULL },
    { FW_FIELD_MONEY, NULL, "18500", "18500.00" },
    { FW_FIELD_MONEY, NULL, "18500.5", "18500.50" },
    { FW_FIELD_MONEY, NULL, "0.1234567", NULL },
    { FW_FIELD_MONEY, NULL, "18,500", NULL },
    { FW_FIELD_MONEY, NULL, "1e5", NULL },
    { FW_FIELD_MONEY, NULL, "-20.00", "-20.00" },
    { FW_FIELD_NUMBER, NULL, "3.50", "3.5" },
    { FW_FIELD_NUMBER, NULL, "３", NULL },
    { FW_FIELD_COUNT, NULL, "007", "7" },
    { FW_FIELD_COUNT, NULL, "3.5", NULL },
    { FW_FIELD_COUNT, NULL, "99999999999999999999", NULL },
    { FW_FIELD_TRUTH, NULL, "true", "true" },
    { FW_FIELD_TRUTH, NULL, "yes", NULL },
    { FW_FIELD_JSON, NULL, "{\"a\": 1}", "{\"a\": 1}" },
    { FW_FIELD_JSON, NULL, "{", NULL },
    { FW_FIELD_REFERENCE, NULL, "0190c3e2-0000-7000-8000-000000000000",
      "0190c3e2-0000-7000-8000-000000000000" },
    { FW_FIELD_REFERENCE, NULL, "E0042", NULL },
    { FW_FIELD_HASH, NULL, "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", NULL },
    { FW_FIELD_HASH, NULL, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FwField field = { "field", cases[i].type, FW_FIELD_OPTIONAL, NULL, cases[i].choices };
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = fw_field_check_value (&field, cases[i].given, &error);

      g_assert_cmpstr (kept, ==, cases[i].kept);
      if (cases[i].kept != NULL)
        continue;
      g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
      /* The value may be somebody's; the message is not the place for it. */
      g_assert_true (cases[i].choices != NULL || strstr (error->message, cases[i].given) == NULL);
      g_assert_true (g_str_has_prefix (error->message, "field: expected "));
    }
}

static void
test_record (void)
{
  g_autoptr (FwRecord) wage = fw_record_new ("wage");
  g_autoptr (FwNumber) gross = NULL;
  g_autoptr (FwRecord) copy = NULL;

  g_assert_null (fw_record_get (wage, "gross"));
  g_assert_false (fw_record_is_true (wage, "normal"));
  g_assert_false (fw_record_is_false (wage, "normal"));
  g_assert_false (fw_record_is_mentioned (wage, "gross"));
  fw_record_set (wage, "gross", "18500.50");
  gross = fw_record_get_number (wage, "gross");
  g_assert_cmpfloat (fw_number_to_double (gross), ==, 18500.5);
  copy = fw_record_copy (wage);
  g_assert_true (fw_record_equal (wage, copy));
  fw_record_set (copy, "gross", "");
  g_assert_null (fw_record_get (copy, "gross"));
  g_assert_true (fw_record_is_mentioned (copy, "gross"));
  g_assert_false (fw_record_equal (wage, copy));
  g_assert_cmpint (fw_record_get_count (wage, "month", -1), ==, -1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/field/values", test_values);
  g_test_add_func ("/store/field/record", test_record);
  return g_test_run ();
}
