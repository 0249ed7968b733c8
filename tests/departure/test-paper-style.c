#include "departure/fw-paper-style.h"

#include "documents/fw-template-diff.h"
#include "fw-test-case.h"

#define SCOPE "setting/settlement-scope"

static FwPaperSetting *
find_setting (FwPaperStyle *style,
              const char *path)
{
  for (guint i = 0; i < style->settings->len; i++)
    if (g_str_equal (((FwPaperSetting *) style->settings->pdata[i])->path, path))
      return style->settings->pdata[i];
  g_assert_not_reached ();
}

static FwPaperStyle *
read_style (TestCompany *company)
{
  g_autoptr (GError) error = NULL;
  FwPaperStyle *style = fw_paper_style_read (company->workplace, &error);

  g_assert_no_error (error);
  return style;
}

/* What a choice says it prints is what the template has. */
static void
test_prints (TestCompany *company,
             gconstpointer today)
{
  static const char *const templates[] = { "mutual-agreement", "certificate-of-leaving", "public-notice" };
  g_autoptr (FwPaperStyle) style = read_style (company);
  g_autoptr (GString) all = g_string_new (NULL);
  guint printed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *name = g_strconcat (templates[i], ".xsl", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("FAIRWELL_DATA_DIR"), "packs", "cn", "documents", name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_string_append (all, text);
    }
  for (guint i = 0; i < style->settings->len; i++)
    {
      FwPaperSetting *setting = style->settings->pdata[i];

      g_assert_nonnull (setting->warning);
      g_assert_cmpuint (setting->options->len, >=, 2);
      for (guint k = 0; k < setting->options->len; k++)
        {
          const FwPaperOption *option = setting->options->pdata[k];

          printed += option->prints != NULL;
          if (option->prints != NULL && strstr (all->str, option->prints) == NULL)
            g_error ("%s %s: no template prints “%s”", setting->path, option->id, option->prints);
        }
    }
  g_assert_cmpuint (printed, >=, 5);
}

/* It holds for every case that says nothing else; a case's own word wins; an event tells who changed it. */
static void
test_house (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-04-20");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwPaperStyle) before = read_style (company);
  g_autoptr (FwPaperStyle) after = NULL;

  g_assert_cmpstr (find_setting (before, SCOPE)->value, ==, "listed");
  g_assert_null (before->signatory);
  g_assert_true (fw_paper_style_set (company->workplace, SCOPE, "known", &error));
  g_assert_true (fw_paper_style_set (company->workplace, FW_PAPER_STYLE_SIGNATORY, "梁文", &error));
  after = read_style (company);
  g_assert_cmpstr (find_setting (after, SCOPE)->value, ==, "known");
  g_assert_cmpstr (after->signatory, ==, "梁文");
  fw_case_judge (its, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_case_get (its, SCOPE), ==, "known");
  g_assert_cmpstr (fw_case_get (its, FW_PAPER_STYLE_SIGNATORY), ==, "梁文");
  test_case_set (its, SCOPE, "listed");
  g_assert_cmpstr (fw_case_get (its, SCOPE), ==, "listed");
  g_assert_true (fw_paper_style_set (company->workplace, FW_PAPER_STYLE_SIGNATORY, NULL, &error));
  fw_case_judge (its, &error);
  g_assert_null (fw_case_get (its, FW_PAPER_STYLE_SIGNATORY));
}

static void
test_logo (TestCompany *company,
           gconstpointer today)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0 };
  g_autoptr (GFile) text = test_company_file (company, "logo.txt", "no picture");
  g_autoptr (GFile) picture = test_company_file (company, "logo.png", "");
  g_autoptr (GPtrArray) employers = NULL;
  g_autoptr (FwRecord) employer = NULL;
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GError) error = NULL;
  const char *id;

  employers = fw_store_list (company->store, "employer", query, NULL, &error);
  id = fw_record_get_id (employers->pdata[0]);
  g_assert_false (fw_paper_style_set_logo (company->workplace, id, text, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_true (g_file_replace_contents (picture, (const char *) png, sizeof (png), NULL, FALSE, 0, NULL, NULL, NULL));
  fw_paper_style_set_logo (company->workplace, id, picture, &error);
  g_assert_no_error (error);
  employer = fw_store_get (company->store, "employer", id, &error);
  g_assert_nonnull (fw_record_get (employer, "logo-sha256"));
  g_assert_nonnull (fw_record_get (employer, "name"));
  g_clear_object (&employer);
  fw_paper_style_set_logo (company->workplace, id, NULL, &error);
  g_assert_no_error (error);
  employer = fw_store_get (company->store, "employer", id, &error);
  g_assert_null (fw_record_get (employer, "logo-sha256"));
}

#define ADD(path, test) g_test_add (path, TestCompany, "2026-03-09", test_company_set_up, test, test_company_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/departure/paper-style/prints", test_prints);
  ADD ("/departure/paper-style/house", test_house);
  ADD ("/departure/paper-style/logo", test_logo);
  return g_test_run ();
}
