#include "departure/fw-calculator.h"
#include "fw-test-case.h"

#include <string.h>

static void
finished_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static FwCalculators *
read_calculators (FwWorkplace *workplace)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FwCalculators *calculators;

  fw_calculators_read_async (workplace, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  calculators = fw_calculators_read_finish (result, &error);
  g_assert_no_error (error);
  return calculators;
}

static const FwCalculator *
find_calculator (FwCalculators *calculators,
                 const char *id)
{
  for (guint i = 0; i < calculators->list->len; i++)
    if (strcmp (((FwCalculator *) g_ptr_array_index (calculators->list, i))->id, id) == 0)
      return g_ptr_array_index (calculators->list, i);
  g_assert_not_reached ();
}

static const FwCalculatorInput *
find_input (const FwCalculator *calculator,
            const char *name)
{
  for (guint i = 0; i < calculator->inputs->len; i++)
    if (strcmp (((FwCalculatorInput *) g_ptr_array_index (calculator->inputs, i))->name, name) == 0)
      return g_ptr_array_index (calculator->inputs, i);
  return NULL;
}

static FwReckoning *
reckon (FwWorkplace *workplace,
        const char *calculation,
        const char *const *pairs)
{
  g_autoptr (GHashTable) inputs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  FwReckoning *reckoning;

  for (guint i = 0; pairs[i] != NULL; i += 2)
    g_hash_table_insert (inputs, (gpointer) pairs[i], (gpointer) pairs[i + 1]);
  reckoning = fw_calculator_reckon (workplace, "CN", calculation, "Shanghai", inputs, &error);
  g_assert_no_error (error);
  return reckoning;
}

/* What a person is asked is the pack's own description; what only a case knows is not asked. */
static void
test_described (TestCompany *test,
                gconstpointer data)
{
  g_autoptr (FwCalculators) calculators = read_calculators (test->workplace);
  const FwCalculator *severance = find_calculator (calculators, "severance");
  const FwCalculatorInput *ground = find_input (severance, "ground");
  const FwCalculatorInput *category = find_input (find_calculator (calculators, "retirement-age"), "category");

  g_assert_cmpstr (calculators->pack, ==, "CN");
  g_assert_cmpstr (((FwCalculator *) g_ptr_array_index (calculators->list, 0))->id, ==, "severance");
  g_assert_cmpuint (calculators->list->len, >=, 19);
  g_assert_null (find_input (severance, "month-before"));
  g_assert_cmpstr (find_input (severance, "last-day")->path, ==, "departure/@last-day");
  g_assert_true (find_input (severance, "min-wage")->offered);
  g_assert_true (find_input (severance, "prior-service-months")->seldom);
  g_assert_nonnull (((FwCalculatorOption *) g_ptr_array_index (ground->options, 0))->kind);
  g_assert_cmpuint (category->options->len, ==, 3);
}

/* The answer, its working and the other reading; the local figures are offered, and said to be checked by nobody. */
static void
test_reckoned (TestCompany *test,
               gconstpointer data)
{
  const char *pairs[] = { "hire-date", "2006-05-08", "last-day", "2026-04-30", "ground", "cn.36-er", "avg-wage-12m", "41800", NULL };
  g_autoptr (FwReckoning) found = reckon (test->workplace, "severance", pairs);
  const FwReckoningRow *line = g_ptr_array_index (found->working, 0);

  g_assert_cmpstr (found->answer->value, ==, "531,224.00");
  g_assert_cmpuint (found->offers->len, ==, 2);
  g_assert_false (found->confirmed);
  g_assert_cmpuint (found->working->len, >, 5);
  g_assert_nonnull (line->article);
  g_assert_nonnull (line->quotation);
  g_assert_cmpuint (found->readings->len, >, 0);
  g_assert_cmpuint (found->wrong->len, ==, 0);
}

/* A value that is none is named, what is missing is asked for, and nothing becomes 0 by that. */
static void
test_wrong_and_missing (TestCompany *test,
                        gconstpointer data)
{
  const char *pairs[] = { "hire-date", "2026-02-30", "last-day", "2026-04-30", "ground", "cn.36-er", "avg-wage-12m", "-5", NULL };
  g_autoptr (FwReckoning) found = reckon (test->workplace, "severance", pairs);

  g_assert_cmpuint (found->wrong->len, ==, 2);
  g_assert_null (found->answer->value);
  g_assert_cmpuint (found->asked->len, >, 0);
}

static void
made_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static FwDocument *
make_paper (FwReckoning *found,
            GPtrArray *said,
            const char *language,
            GFile *file,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  fw_reckoning_to_paper_async (found, said, found->outputs, fw_date_new (2026, 4, 1), language, file, made_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return fw_reckoning_to_paper_finish (result, error);
}

/* Laid out and written in both languages; where nothing can be written it says so. */
static void
test_on_paper (TestCompany *test,
               gconstpointer data)
{
  const char *pairs[] = { "hire-date", "2006-05-08", "last-day", "2026-04-30", "ground", "cn.36-er", "avg-wage-12m", "41800", NULL };
  g_autoptr (FwReckoning) found = reckon (test->workplace, "severance", pairs);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_reckoning_row_free);
  g_autofree char *path = g_build_filename (test->folder, "reckoning.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_get_child (file, "below-a-file.pdf");
  g_autoptr (FwDocument) unwritten = NULL;
  g_autoptr (GError) refused = NULL;

  g_ptr_array_add (said, fw_reckoning_row_new ("hire-date", "入职日期", "2006年5月8日"));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FwDocument) paper = make_paper (found, said, i == 0 ? "zh" : "en", file, &error);
      g_autofree char *written = NULL;
      gsize size = 0;

      g_assert_no_error (error);
      g_assert_cmpuint (fw_document_get_n_pages (paper), >=, 1);
      g_assert_true (g_file_get_contents (path, &written, &size, NULL));
      g_assert_true (g_str_has_prefix (written, "%PDF-"));
      g_assert_cmpuint (size, >, 1000);
    }
  unwritten = make_paper (found, said, "zh", nowhere, &refused);
  g_assert_null (unwritten);
  g_assert_nonnull (refused);
}

int
main (int argc,
      char *argv[])
{
  static const TestCompanyCase cases[] = {
    { "described", test_described },
    { "reckoned", test_reckoned },
    { "wrong-and-missing", test_wrong_and_missing },
    { "on-paper", test_on_paper },
  };

  return test_company_run (argc, argv, "/calculator", "2026-04-01", cases, G_N_ELEMENTS (cases));
}
