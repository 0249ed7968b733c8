#include <glib/gstdio.h>
#include <string.h>

#include "core/fw-paths.h"
#include "exchange/fw-exchange-error.h"
#include "exchange/fw-import-mapping.h"

static FwImportCatalog *
read_catalog (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fw_paths_find_data ("import/kinds.xml");
  FwImportCatalog *catalog = fw_import_catalog_read (path, &error);

  g_assert_no_error (error);
  return catalog;
}

static FwTable *
table_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  FwTable *table = fw_table_new_from_bytes (bytes, NULL, NULL, NULL);

  g_assert_nonnull (table);
  return table;
}

/* The fields of the columns in order, a dash for one that is left out. */
static char *
fields_of (FwImportMapping *mapping,
           FwTable *table)
{
  g_autoptr (GString) fields = g_string_new (NULL);

  for (guint i = 0; i < fw_table_get_n_columns (table); i++)
    {
      const FwImportField *field = fw_import_mapping_get_field (mapping, i);

      g_string_append_printf (fields, "%s%s", i > 0 ? " " : "", field != NULL ? field->id : "-");
    }
  return g_string_free (g_steal_pointer (&fields), FALSE);
}

static void
assert_guesses (const char *kind,
                const char *text,
                const char *expected)
{
  g_autoptr (FwImportCatalog) catalog = read_catalog ();
  g_autoptr (FwTable) table = table_of (text);
  g_autoptr (FwImportMapping) mapping = fw_import_mapping_new_guess (fw_import_catalog_find_kind (catalog, kind), table);
  g_autofree char *fields = fields_of (mapping, table);

  g_assert_cmpstr (fields, ==, expected);
}

/* The headings of the picture that the window is drawn after. */
static void
test_guess (void)
{
  assert_guesses ("employees",
                  "员工姓名,人员编号,身份证号码,入司时间,所属组织,岗位名称,合同终止日,基本薪资,手机,班组长\nx\n",
                  "name number identity hired department position contract-end - phone -");
  assert_guesses ("employees", "Employee No.,Full name,Date of Hire,E-mail,Job Title\nx\n",
                  "number name hired email position");
  assert_guesses ("employees", "工号*,姓 名,入职日期（必填）,部门负责人,员工出生日期\nx\n",
                  "number name hired - born");
  assert_guesses ("wages", "工号,姓名,工资月份,应发工资(元),其中：加班费\nx\n", "number - month gross overtime");
  assert_guesses ("departures", "工号,离职日期,离职类型,【原因】\nx\n", "number last-day kind -");
}

static void
test_title_above (void)
{
  g_autoptr (FwImportCatalog) catalog = read_catalog ();
  g_autoptr (FwTable) table = table_of ("衡川公司花名册,,\n制表：人力资源部,,\n工号,姓名,入职日期\nE1,张敏,2020-01-01\n");
  g_autoptr (FwImportMapping) mapping =
    fw_import_mapping_new_guess (fw_import_catalog_find_kind (catalog, "employees"), table);

  g_assert_cmpuint (fw_table_get_heading_line (table), ==, 3);
  g_assert_cmpuint (fw_import_mapping_get_n_mapped (mapping), ==, 3);
  g_assert_cmpint (fw_import_mapping_get_confidence (mapping, 0), ==, FW_IMPORT_SURE);
}

static void
test_tell (void)
{
  g_autoptr (FwImportCatalog) catalog = read_catalog ();
  g_autoptr (FwTable) table = table_of ("A,B,姓名\nE1,张敏,x\n");
  g_autoptr (FwImportMapping) mapping =
    fw_import_mapping_new_guess (fw_import_catalog_find_kind (catalog, "employees"), table);
  g_autoptr (GError) error = NULL;
  g_autofree char *fields = NULL;

  g_assert_false (fw_import_mapping_check (mapping, &error));
  g_assert_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_MAPPING);
  g_clear_error (&error);
  g_assert_true (fw_import_mapping_tell (mapping, "number", "A", NULL));
  g_assert_true (fw_import_mapping_tell (mapping, "name", "2", NULL));
  g_assert_true (fw_import_mapping_check (mapping, NULL));
  fields = fields_of (mapping, table);
  g_assert_cmpstr (fields, ==, "number name -");
  g_assert_true (fw_import_mapping_tell (mapping, "name", "", NULL));
  g_assert_cmpuint (fw_import_mapping_get_n_mapped (mapping), ==, 1);
  g_assert_false (fw_import_mapping_tell (mapping, "no-such-field", "A", &error));
  g_assert_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_MAPPING);
  g_clear_error (&error);
  g_assert_false (fw_import_mapping_tell (mapping, "name", "没有这一列", &error));
  g_assert_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_MAPPING);
}

/* What was told of one file holds for the next, wherever its columns stand. */
static void
test_keep (void)
{
  g_autoptr (FwImportCatalog) catalog = read_catalog ();
  const FwImportKind *kind = fw_import_catalog_find_kind (catalog, "employees");
  g_autoptr (FwTable) first = table_of ("码,名,进\nE1,张敏,2020-01-01\n");
  g_autoptr (FwTable) second = table_of ("进,别的,码\n2020-01-01,x,E1\n");
  g_autoptr (FwImportMapping) told = fw_import_mapping_new_guess (kind, first);
  g_autoptr (FwImportMapping) kept = fw_import_mapping_new_guess (kind, second);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *fields = NULL;

  fw_import_mapping_tell (told, "number", "码", NULL);
  fw_import_mapping_tell (told, "name", "名", NULL);
  fw_import_mapping_tell (told, "hired", "进", NULL);
  text = fw_import_mapping_to_text (told);
  g_assert_true (fw_import_mapping_apply_text (kept, text, &error));
  g_assert_no_error (error);
  fields = fields_of (kept, second);
  g_assert_cmpstr (fields, ==, "hired - number");
  g_assert_false (fw_import_mapping_apply_text (kept, "[employees]\nbogus=码\n", &error));
  g_assert_nonnull (error);
}

static void
test_words (void)
{
  g_autoptr (FwImportCatalog) catalog = read_catalog ();
  const FwImportKind *kind = fw_import_catalog_find_kind (catalog, "departures");
  const FwImportField *field = fw_import_kind_find_field (kind, "kind");
  g_autoptr (FwTable) table = table_of ("工号,离职日期,离职类型\nE1,2020-01-01,Quit; left\n");
  g_autoptr (FwImportMapping) told = fw_import_mapping_new_guess (kind, table);
  g_autoptr (FwImportMapping) kept = fw_import_mapping_new_guess (kind, table);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) words = NULL;
  const FwImportWord *word;

  g_assert_true (fw_import_mapping_tell_word (told, "kind", "Quit; left", "resignation", NULL));
  g_assert_null (fw_import_mapping_get_word (kept, field, "Quit; left"));
  text = fw_import_mapping_to_text (told);
  g_assert_true (fw_import_mapping_apply_text (kept, text, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fw_import_mapping_get_word (kept, field, " Quit; left "), ==, "resignation");
  words = fw_import_mapping_dup_words (kept);
  g_assert_cmpuint (words->len, ==, 1);
  word = g_ptr_array_index (words, 0);
  g_assert_cmpstr (word->field, ==, "kind");
  g_assert_cmpstr (word->text, ==, "Quit; left");
  g_assert_cmpstr (word->meaning, ==, "resignation");
  g_assert_false (fw_import_mapping_tell_word (told, "no-such-field", "x", "y", &error));
  g_assert_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_MAPPING);
}

static void
test_custom (void)
{
  g_autoptr (FwImportCatalog) catalog = read_catalog ();
  const FwImportKind *kind = fw_import_catalog_find_kind (catalog, "employees");
  g_autoptr (FwTable) table = table_of ("工号,姓名,班组长,,【原因】,血型\nE1,张敏,胡师傅,x,y,B\n");
  g_autoptr (FwImportMapping) told = fw_import_mapping_new_guess (kind, table);
  g_autoptr (FwImportMapping) kept = fw_import_mapping_new_guess (kind, table);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fw_import_mapping_make_rest_custom (told);
  text = fw_import_mapping_to_text (told);
  g_assert_true (fw_import_mapping_apply_text (kept, text, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpint (fw_import_mapping_is_custom (told, i), ==, i == 2 || i == 5);
      g_assert_cmpint (fw_import_mapping_is_custom (kept, i), ==, i == 2 || i == 5);
    }
  g_assert_false (fw_import_mapping_make_custom (told, "没有这一列", &error));
  g_assert_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_MAPPING);
}

/* A field of the company's own is called by its heading. */
static void
test_custom_without_heading (void)
{
  g_autoptr (FwImportCatalog) catalog = read_catalog ();
  g_autoptr (FwTable) table = table_of ("工号,姓名, \nE1,张敏,甲\n");
  g_autoptr (FwImportMapping) mapping = fw_import_mapping_new_guess (fw_import_catalog_find_kind (catalog, "employees"), table);
  g_autoptr (GError) error = NULL;

  g_assert_false (fw_import_mapping_make_custom (mapping, "3", &error));
  g_assert_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_MAPPING);
  g_assert_false (fw_import_mapping_is_custom (mapping, 2));
}

static void
assert_refused (const char *xml,
                const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "fairwell-kinds-XXXXXX", NULL);
  gint file = g_mkstemp (path);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, xml, -1, NULL));
  g_assert_null (fw_import_catalog_read (path, &error));
  g_assert_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_CATALOG);
  g_assert_nonnull (strstr (error->message, reason));
  g_assert_true (g_str_has_prefix (error->message, path));
  g_unlink (path);
}

static void
test_bad_catalog (void)
{
  assert_refused ("<import><kind id='a' zh='a'/></import>", ":1:");
  assert_refused ("<import>\n<kind id='a' zh='a' en='a'>\n<field id='f' zh='f' en='f' type='colour'/></kind></import>", ":3:");
  assert_refused ("<import><kind id='a' zh='a' en='a'><field id='f' zh='f' en='f' to='x/y'/></kind></import>", "goal");
  assert_refused ("<import><kind id='a' zh='a' en='a'><field id='f' zh='f' en='f' type='choice' choices='no'/></kind></import>",
                  "choices");
  assert_refused ("<import><unknown/></import>", "unknown");
  assert_refused ("<import>", "");
}

static void
test_fold (void)
{
  g_autofree char *whole = fw_import_fold (" 应发工资（元） *", FALSE);
  g_autofree char *bare = fw_import_fold (" 应发工资（元） *", TRUE);
  g_autofree char *wide = fw_import_fold ("ＩＤ_Number", FALSE);

  g_assert_cmpstr (whole, ==, "应发工资元");
  g_assert_cmpstr (bare, ==, "应发工资");
  g_assert_cmpstr (wide, ==, "idnumber");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-mapping/guess", test_guess);
  g_test_add_func ("/import-mapping/title-above", test_title_above);
  g_test_add_func ("/import-mapping/tell", test_tell);
  g_test_add_func ("/import-mapping/keep", test_keep);
  g_test_add_func ("/import-mapping/words", test_words);
  g_test_add_func ("/import-mapping/custom", test_custom);
  g_test_add_func ("/import-mapping/custom-without-heading", test_custom_without_heading);
  g_test_add_func ("/import-mapping/bad-catalog", test_bad_catalog);
  g_test_add_func ("/import-mapping/fold", test_fold);
  return g_test_run ();
}
