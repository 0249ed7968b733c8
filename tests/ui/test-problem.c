#include <adwaita.h>
#include <locale.h>

#include "../departure/fw-test-case.h"
#include "charts/fw-chart-file.h"
#include "departure/fw-import-job.h"
#include "documents/fw-document-types.h"
#include "exchange/fw-exchange-error.h"
#include "exchange/fw-table.h"
#include "facts/fw-xml.h"
#include "rules/fw-packs.h"
#include "store/fw-store-error.h"
#include "ui/fw-language.h"
#include "ui/fw-problem.h"

#include "fw-test-widgets.h"

/* In a Chinese window no sentence of a failure is English, whatever the library below said. */

/* Names of forms of files and of the program stay as they are. */
static gboolean
is_name (const char *word)
{
  static const char *const names[] = { "Fairwell", "PDF", "CSV", "UTF", "SVG", "PNG", NULL };

  return g_strv_contains (names, word);
}

static void
assert_chinese (const GError *error)
{
  g_autofree char *text = fw_problem_describe (error);
  g_auto (GStrv) words = g_regex_split_simple ("[^A-Za-z]+", text, 0, 0);
  gboolean chinese = g_regex_match_simple ("[一-龥]{4,}", text, 0, 0);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !is_name (words[i]))
      chinese = FALSE;
  if (!chinese)
    g_error ("%s %d is told as: %s", g_quark_to_string (error->domain), error->code, text);
}

/* Every code of every domain, and one beyond the last. */
static void
test_every_code (void)
{
  const GQuark domains[] = { FW_STORE_ERROR, FW_WORKPLACE_ERROR, FW_DOCUMENT_ERROR, FW_EXCHANGE_ERROR, FW_RULES_ERROR,
                             FW_FACTS_ERROR, FW_CHART_ERROR,     GTK_PRINT_ERROR,   G_FILE_ERROR,      G_CONVERT_ERROR };

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    for (int code = 0; code < 9; code++)
      {
        g_autoptr (GError) error = g_error_new (domains[i], code, "/folder/file.xml:12: said by the library");

        assert_chinese (error);
      }
}

static void
test_files (void)
{
  const int codes[] = { G_IO_ERROR_NO_SPACE,  G_IO_ERROR_NOT_FOUND, G_IO_ERROR_PERMISSION_DENIED, G_IO_ERROR_READ_ONLY,
                        G_IO_ERROR_CANCELLED, G_IO_ERROR_FAILED,    G_IO_ERROR_IS_DIRECTORY,      G_IO_ERROR_BUSY };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = g_error_new (G_IO_ERROR, codes[i], "Error opening file: said by GLib");

      assert_chinese (error);
    }
}

/* A failure as the library makes it. */
static void
assert_told (gpointer nothing,
             GError *owned_error)
{
  g_assert_null (nothing);
  g_assert_nonnull (owned_error);
  assert_chinese (owned_error);
  g_error_free (owned_error);
}

static void
test_store (TestCompany *company,
            gconstpointer today)
{
  GError *error = NULL;
  FwStore *store = fw_store_open (company->path, "not the passphrase", FW_STORE_READ, &error);

  assert_told (store, g_steal_pointer (&error));
  store = fw_store_open (company->path, TEST_CASE_PASSPHRASE, FW_STORE_WRITE, &error);
  assert_told (store, g_steal_pointer (&error));
}

static void
test_case_files (TestCompany *company,
                 gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  g_autoptr (GFile) absent = g_file_new_for_path ("/nowhere/contract.pdf");
  g_autoptr (GFile) folder = g_file_new_for_path (company->folder);
  GError *error = NULL;

  g_assert_false (fw_case_attach (its, "contract", absent, NULL, &error));
  assert_told (NULL, g_steal_pointer (&error));
  g_assert_false (fw_case_save_pdf (its, "dismissal-notice", absent, NULL, &error));
  assert_told (NULL, g_steal_pointer (&error));
  g_assert_false (fw_case_save_pdf (its, "dismissal-notice", folder, NULL, &error));
  assert_told (NULL, g_steal_pointer (&error));
  g_assert_false (fw_case_issue (its, "dismissal-notice", NULL, &error));
  assert_told (NULL, g_steal_pointer (&error));
  g_assert_false (fw_case_close (its, &error));
  assert_told (NULL, g_steal_pointer (&error));
}

/* Twice the same file is said as what it is. */
static void
test_there (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  g_autoptr (GFile) file = test_company_file (company, "contract.txt", "劳动合同");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (fw_case_attach (its, "contract", file, NULL, &error));
  g_assert_false (fw_case_attach (its, "contract", file, NULL, &error));
  text = fw_problem_describe (error);
  g_assert_cmpstr (text, ==, "这份文件已经有了。");
}

static void
test_list (TestCompany *company,
           gconstpointer today)
{
  static const char *const lists[] = { "", "\xff\xfe\x00\xd8\x00\x00" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (lists[i], i == 0 ? 0 : 6);
      GError *error = NULL;
      FwTable *table = fw_table_new_from_bytes (bytes, NULL, NULL, &error);

      assert_told (table, error);
    }
}

static void
test_pack (TestCompany *company,
           gconstpointer today)
{
  g_autofree char *folder = g_build_filename (company->folder, "packs", NULL);
  g_autofree char *own = g_build_filename (folder, "xx", NULL);
  g_autofree char *path = g_build_filename (own, "pack.xml", NULL);
  const char *folders[] = { folder, NULL };
  GError *error = NULL;
  FwPack *pack = NULL;
  FwPacks *packs;

  g_mkdir_with_parents (own, 0700);
  g_assert_true (g_file_set_contents (path, "<pack", -1, NULL));
  packs = fw_packs_new_for_folders (folders, &error);
  if (packs != NULL)
    pack = fw_packs_get (packs, "xx", &error);
  assert_told (pack, error);
  g_clear_pointer (&packs, fw_packs_free);
}

/* What the library said stands behind the sentence, folded away. */
static void
test_detail (void)
{
  g_autoptr (GError) error = g_error_new (FW_RULES_ERROR, FW_RULES_ERROR_PACK, "/packs/cn/pack.xml:12: said by the library");
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *expander = NULL;

  fw_problem_present (window, "没有做成", NULL, error);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) shown = g_list_model_get_item (windows, i);

      if (!ADW_IS_MESSAGE_DIALOG (shown))
        continue;
      g_assert_null (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (shown)), "library"));
      expander = test_find_widget (shown, GTK_TYPE_EXPANDER);
    }
  g_assert_nonnull (expander);
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_expander_get_child (GTK_EXPANDER (expander)))), ==, error->message);
  gtk_window_destroy (window);
}

#define ADD(path, test) g_test_add (path, TestCompany, "2026-03-09", test_company_set_up, test, test_company_tear_down)

int
main (int argc,
      char **argv)
{
  fw_language_apply ("zh_CN");
  gtk_disable_setlocale ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/problem/every-code", test_every_code);
  g_test_add_func ("/ui/problem/files", test_files);
  g_test_add_func ("/ui/problem/detail", test_detail);
  ADD ("/ui/problem/store", test_store);
  ADD ("/ui/problem/case-files", test_case_files);
  ADD ("/ui/problem/there", test_there);
  ADD ("/ui/problem/list", test_list);
  ADD ("/ui/problem/pack", test_pack);
  return g_test_run ();
}
