#include <string.h>

#include "exchange/fw-exchange-error.h"
#include "exchange/fw-table.h"

static FwTable *
table_of (const char *text,
          GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fw_table_new_from_bytes (bytes, NULL, NULL, error);
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwTable) table = table_of ("\xd0\xd5\xc3\xfb;\xb9\xa4\xba\xc5\r\n\xd5\xc5\xc3\xf4;E1\r\n\r\n;;\r\n\xc0\xee;E2;x\r\n", &error);

  g_assert_no_error (error);
  g_assert_cmpint (fw_table_get_encoding (table), ==, FW_ENCODING_GB18030);
  g_assert_cmpint (fw_table_get_separator (table), ==, ';');
  g_assert_cmpuint (fw_table_get_n_columns (table), ==, 2);
  g_assert_cmpstr (fw_table_get_heading (table, 0), ==, "姓名");
  g_assert_cmpuint (fw_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (fw_table_get_cell (table, 0, 0), ==, "张敏");
  g_assert_cmpuint (fw_table_get_row (table, 1)->line, ==, 5);
  g_assert_cmpstr (fw_table_get_cell (table, 1, 2), ==, "x");
  g_assert_cmpstr (fw_table_get_cell (table, 0, 7), ==, "");
}

static void
test_heading_row (void)
{
  g_autoptr (FwTable) table = table_of ("花名册,\n姓名,工号\n张敏,E1\n", NULL);

  g_assert_true (fw_table_set_heading_row (table, 1));
  g_assert_cmpuint (fw_table_get_heading_line (table), ==, 2);
  g_assert_cmpuint (fw_table_get_n_rows (table), ==, 1);
  g_assert_false (fw_table_set_heading_row (table, 9));
}

static void
test_refused (void)
{
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) nul = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a,b\nc\0,d\n", 9);
  g_autoptr (GBytes) returns = g_bytes_new_static ("a,b\rc,d\r\n\0,d\r", 14);
  g_autoptr (GError) nul_behind_returns = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/list.csv");

  g_assert_null (table_of ("", &empty));
  g_assert_error (empty, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_INPUT);
  g_assert_null (fw_table_new_from_bytes (bytes, NULL, NULL, &nul));
  g_assert_error (nul, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_INPUT);
  g_assert_nonnull (strstr (nul->message, "line 2"));
  g_assert_null (fw_table_new_from_bytes (returns, NULL, NULL, &nul_behind_returns));
  g_assert_nonnull (strstr (nul_behind_returns->message, "line 3"));
  g_assert_null (fw_table_new_from_file (file, NULL, NULL, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_forced (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a,b;c\n1,2;3\n", 12);
  FwTableOptions options = { FW_ENCODING_UTF_8, ';' };
  g_autoptr (FwTable) table = fw_table_new_from_bytes (bytes, &options, NULL, NULL);

  g_assert_cmpstr (fw_table_get_heading (table, 0), ==, "a,b");
}

static void
test_separator_line (void)
{
  g_autoptr (FwTable) table = table_of ("sep=;\na;b\n1;2\n", NULL);

  g_assert_cmpstr (fw_table_get_heading (table, 0), ==, "a");
  g_assert_cmpuint (fw_table_get_row (table, 0)->line, ==, 3);
}

/* Whatever stands behind "sep=", every cell stays valid UTF-8. */
static void
test_wide_separator_line (void)
{
  g_autoptr (FwTable) table = table_of ("sep=；\n姓名；部门,工号\n张敏；甲,E1\n", NULL);

  g_assert_cmpint (fw_table_get_separator (table), ==, ',');
  g_assert_cmpstr (fw_table_get_heading (table, 0), ==, "姓名；部门");
  g_assert_cmpstr (fw_table_get_cell (table, 0, 1), ==, "E1");
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a,b\n", 4);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (fw_table_new_from_bytes (bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/read", test_read);
  g_test_add_func ("/table/heading-row", test_heading_row);
  g_test_add_func ("/table/refused", test_refused);
  g_test_add_func ("/table/forced", test_forced);
  g_test_add_func ("/table/separator-line", test_separator_line);
  g_test_add_func ("/table/wide-separator-line", test_wide_separator_line);
  g_test_add_func ("/table/cancelled", test_cancelled);
  return g_test_run ();
}
