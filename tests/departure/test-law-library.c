#include "departure/fw-law-library.h"
#include "fw-test-case.h"

#include <string.h>

static void
finished_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static FwLawLibrary *
read_library (FwWorkplace *workplace,
              FwDate on)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FwLawLibrary *library;

  fw_law_library_read_async (workplace, on, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  library = fw_law_library_read_finish (result, &error);
  g_assert_no_error (error);
  return library;
}

static const FwLawLine *
line (const FwLawEntry *entry,
      const char *section,
      guint n)
{
  GPtrArray *lines = fw_law_entry_section (entry, section);

  g_assert_nonnull (lines);
  g_assert_cmpuint (lines->len, >, n);
  return lines->pdata[n];
}

/* A ground says what it takes, costs and bars, and every line that leads on leads somewhere. */
static void
test_ground (TestCompany *test,
             gconstpointer data)
{
  g_autoptr (FwLawLibrary) library = read_library (test->workplace, FW_DATE_UNKNOWN);
  const FwLawEntry *ground = fw_law_library_find (library, "ground:cn.40-2");

  g_assert_cmpstr (ground->title, ==, "不能胜任工作");
  g_assert_true (ground->in_force);
  g_assert_cmpstr (ground->confidence, ==, "text-read");
  g_assert_nonnull (strstr (ground->quotation, "经过培训或者调整工作岗位"));
  g_assert_cmpstr (line (ground, "proves", 0)->text, ==, "岗位标准本人知道");
  g_assert_cmpstr (line (ground, "pays", 0)->name, ==, "severance");
  g_assert_cmpstr (line (ground, "barred", 0)->target, ==, "protection:hazard-post");
  g_assert_null (fw_law_entry_section (ground, "nothing"));
  for (guint i = 0; i < library->entries->len; i++)
    {
      const FwLawEntry *entry = library->entries->pdata[i];

      g_assert_cmpstr (entry->title, !=, "");
      for (guint j = 0; j < entry->sections->len; j++)
        {
          GPtrArray *lines = ((FwLawSection *) entry->sections->pdata[j])->lines;

          for (guint k = 0; k < lines->len; k++)
            {
              const char *target = ((FwLawLine *) lines->pdata[k])->target;

              if (target != NULL && fw_law_library_find (library, target) == NULL)
                g_error ("%s leads to %s, which is not there", entry->key, target);
            }
        }
    }
}

/* By Chinese or English words, all of them; the title counts most; nothing is found for nonsense. */
static void
test_searched (TestCompany *test,
               gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *first;
  } searches[] = {
    { "不能胜任工作", "ground:cn.40-2" },
    { "INCOMPETENCE", "ground:cn.40-2" },
    { "医疗期满 工会", "ground:cn.40-1" },
    { "cn.42-4", "check:cn.42-4" },
  };
  g_autoptr (FwLawLibrary) library = read_library (test->workplace, FW_DATE_UNKNOWN);
  g_autoptr (GPtrArray) none = fw_law_library_search (library, "孕期 zzz");
  g_autoptr (GPtrArray) all = fw_law_library_search (library, " ");

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GPtrArray) found = fw_law_library_search (library, searches[i].words);

      g_assert_cmpuint (found->len, >, 0);
      g_assert_cmpstr (((FwLawEntry *) found->pdata[0])->key, ==, searches[i].first);
    }
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (all->len, >, 400);
}

/* What is not law on the day is not listed, but found, after what is. */
static void
test_another_day (TestCompany *test,
                  gconstpointer data)
{
  g_autoptr (FwLawLibrary) library = read_library (test->workplace, fw_date_new (2007, 12, 31));
  g_autoptr (FwLawLibrary) next = read_library (test->workplace, fw_date_new (2008, 1, 1));
  const FwLawEntry *ground = fw_law_library_find (library, "ground:cn.40-2");
  g_autoptr (GPtrArray) listed = fw_law_library_search (library, NULL);
  g_autoptr (GPtrArray) found = fw_law_library_search (library, "不能胜任工作");

  g_assert_false (ground->in_force);
  g_assert_true (fw_law_library_find (next, "ground:cn.40-2")->in_force);
  g_assert_false (g_ptr_array_find (listed, ground, NULL));
  g_assert_true (g_ptr_array_find (found, ground, NULL));
  for (guint i = 1; i < found->len; i++)
    g_assert_false (((FwLawEntry *) found->pdata[i])->in_force && !((FwLawEntry *) found->pdata[i - 1])->in_force);
}

/* A case leads here by what it shows: a finding, a missing material, a citation; and the ground knows its open cases. */
static void
test_from_a_case (TestCompany *test,
                  gconstpointer data)
{
  g_autoptr (FwCase) its = test_company_open (test, "dismissal", "cn.40-2", "2026-05-15");
  g_autoptr (FwLawLibrary) library = read_library (test->workplace, FW_DATE_UNKNOWN);
  GListModel *findings = fw_case_get_findings (its);

  g_assert_cmpuint (g_list_model_get_n_items (findings), >, 5);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (FwCaseItem) finding = g_list_model_get_item (findings, i);
      const char *article = fw_case_item_get_text (finding, "article");

      if (fw_law_library_find (library, fw_case_item_get_id (finding)) == NULL &&
          (article == NULL || fw_law_library_find (library, article) == NULL) && article != NULL && *article != '\0')
        g_error ("no entry for %s", fw_case_item_get_id (finding));
    }
  g_assert_cmpstr (fw_law_library_find (library, "missing.union-notice")->key, ==, "material:union-notice");
  g_assert_cmpstr (fw_law_library_find (library, "劳动合同法第四十条第二项、劳动合同法第四十六条第三项")->key, ==, "article:lcl-40-2");
  g_assert_null (fw_law_library_find (library, "ground:nothing"));
  g_assert_cmpuint (fw_law_library_count_cases (library, fw_law_library_find (library, "ground:cn.40-2")), ==, 1);
  g_assert_cmpuint (fw_law_library_count_cases (library, fw_law_library_find (library, "ground:cn.40-1")), ==, 0);
  g_assert_cmpstr (library->reviewed_by, ==, "");
}

int
main (int argc,
      char *argv[])
{
  static const TestCompanyCase cases[] = {
    { "ground", test_ground },
    { "searched", test_searched },
    { "another-day", test_another_day },
    { "from-a-case", test_from_a_case },
  };

  return test_company_run (argc, argv, "/law-library", "2026-04-01", cases, G_N_ELEMENTS (cases));
}
