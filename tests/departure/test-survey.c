/* The survey some weeks after leaving: its sheet, what comes back, and that nothing leads to who gave no name. */
#include "departure/fw-survey.h"
#include "fw-test-case.h"
#include "store/fw-audit.h"

#define TODAY "2026-03-10"

static void
prints (TestCompany *company,
        gconstpointer today)
{
  static const char *const languages[] = { "zh", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FwSurvey) survey = fw_survey_read (languages[i], &error);
      g_autoptr (FwDocument) paper = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (survey->questions->len, ==, 10);
      paper = fw_survey_to_paper (survey, company->store, fw_date_from_string (today), languages[i], &error);
      g_assert_no_error (error);
      if (g_getenv ("FAIRWELL_SURVEY_PICTURE") != NULL)
        {
          g_autofree char *path = g_strdup_printf ("%s-%s.png", g_getenv ("FAIRWELL_SURVEY_PICTURE"), languages[i]);

          g_assert_true (fw_document_save_png (paper, 0, 96, path, NULL));
        }
      g_assert_cmpstr (fw_document_get_title (paper), ==, survey->title);
      /* One sheet, which nobody has to fill in before it prints. */
      g_assert_cmpuint (fw_document_get_n_pages (paper), ==, 1);
      g_assert_cmpuint (fw_document_get_gaps (paper)->len, ==, 0);
    }
}

static FwSurveyMean
ask_mean (TestCompany *company,
          guint question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = fw_survey_count (company->store, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (counts->len, ==, 8); /* what is answered in words is no figure */
  return fw_survey_mean_reckon (((FwSurveyCount *) counts->pdata[question])->counts);
}

static void
takes_in (TestCompany *company,
          gconstpointer today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwSurvey) survey = fw_survey_read ("zh", &error);
  g_autoptr (FwSurvey) english = fw_survey_read ("en", &error);
  FwSurveyAnswer answers[10] = { { 4, NULL }, { 0, NULL }, { 5, NULL }, [8] = { 0, "  等结果的那两周  " } };
  FwSurveyAnswer nothing[10] = { 0 }, wrong[10] = { { 6, NULL } };
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (FwEvent) refused = NULL;
  g_autoptr (FwEvent) named = NULL;
  g_autoptr (FwRecord) words = NULL;
  g_autoptr (GPtrArray) of_person = NULL;
  FwSurveyMean mean;

  event = fw_survey_take_in (survey, company->workplace, answers, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fw_store_count (company->store, "survey", NULL, NULL, NULL), ==, 3);
  words = fw_store_find (company->store, "survey", "text", "等结果的那两周", &error);
  g_assert_null (fw_record_get (words, "employee-id"));
  g_assert_null (fw_record_get (words, "department-id"));
  /* Nor does the audit lead to anybody. */
  of_person = fw_store_list_events (company->store, company->employee, 0, 0, NULL, &error);
  for (guint i = 0; i < of_person->len; i++)
    g_assert_cmpstr (fw_event_get_id (of_person->pdata[i]), !=, fw_event_get_id (event));
  refused = fw_survey_take_in (survey, company->workplace, nothing, NULL, &error);
  g_assert_null (refused);
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
  g_clear_error (&error);
  refused = fw_survey_take_in (survey, company->workplace, wrong, NULL, &error);
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
  g_clear_error (&error);
  named = fw_survey_take_in (survey, company->workplace, answers, company->employee, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fw_store_count (company->store, "survey", NULL, NULL, NULL), ==, 6);
  /* Two sheets are no figure; five are. */
  mean = ask_mean (company, 0);
  g_assert_true (mean.hidden);
  g_assert_cmpuint (mean.n, ==, 0);
  g_assert_cmpfloat (mean.mean, ==, 0);
  answers[0].score = 1;
  for (guint i = 0; i < 3; i++)
    {
      /* Whichever language it was asked in. */
      g_autoptr (FwEvent) more = fw_survey_take_in (i == 0 ? english : survey, company->workplace, answers, NULL, &error);

      g_assert_no_error (error);
    }
  mean = ask_mean (company, 0);
  g_assert_false (mean.hidden);
  g_assert_true (mean.few);
  g_assert_cmpuint (mean.n, ==, 5);
  g_assert_cmpfloat_with_epsilon (mean.mean, 2.2, 1e-9);
  mean = ask_mean (company, 1);
  g_assert_false (mean.hidden);
  g_assert_cmpuint (mean.n, ==, 0);
}

int
main (int argc,
      char **argv)
{
  static const TestCompanyCase cases[] = {
    { "prints", prints },
    { "takes-in", takes_in },
  };

  return test_company_run (argc, argv, "/departure/survey", TODAY, cases, G_N_ELEMENTS (cases));
}
