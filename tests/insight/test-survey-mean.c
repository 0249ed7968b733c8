/* The mean of a question: none of a few, and not even how many they are; none that tells what everybody answered. */
#include "insight/fw-survey-mean.h"

static void
test_sizes (void)
{
  static const struct
  {
    guint counts[FW_SURVEY_MOST_SCORE];
    guint n;
    gboolean hidden, few;
    double mean;
  } cases[] = {
    { { 0 }, 0, FALSE, TRUE, 0 },
    { { 1 }, 0, TRUE, TRUE, 0 },
    { { 0, 0, 0, 0, 4 }, 0, TRUE, TRUE, 0 },
    { { 1, 1, 1, 1, 1 }, 5, FALSE, TRUE, 3 },
    { { 3, 0, 0, 0, 16 }, 19, FALSE, TRUE, 83.0 / 19 },
    { { 0, 0, 0, 20, 0 }, 20, FALSE, FALSE, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FwSurveyMean mean = fw_survey_mean_reckon (cases[i].counts);

      g_assert_cmpuint (mean.n, ==, cases[i].n);
      g_assert_cmpint (mean.hidden, ==, cases[i].hidden);
      g_assert_cmpint (mean.few, ==, cases[i].few);
      g_assert_cmpfloat_with_epsilon (mean.mean, cases[i].mean, 1e-12);
    }
}

/* What everybody answered is told by no mean, whoever many they are, nor what all but one did. */
static void
test_ends (void)
{
  static const struct
  {
    guint counts[FW_SURVEY_MOST_SCORE];
    double mean;
    FwSurveyMeanBound bound;
  } cases[] = {
    { { 5 }, 1.5, FW_SURVEY_MEAN_AT_MOST },
    { { 400, 100 }, 1.5, FW_SURVEY_MEAN_AT_MOST },
    { { 3, 3 }, 1.5, FW_SURVEY_MEAN_AT_MOST },
    { { 2, 3 }, 1.6, FW_SURVEY_MEAN_IS },
    { { 0, 0, 0, 3, 2 }, 4.4, FW_SURVEY_MEAN_IS },
    { { 0, 0, 0, 3, 3 }, 4.5, FW_SURVEY_MEAN_AT_LEAST },
    { { 0, 0, 0, 1, 4 }, 4.5, FW_SURVEY_MEAN_AT_LEAST },
    { { 0, 0, 0, 0, 500 }, 4.5, FW_SURVEY_MEAN_AT_LEAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FwSurveyMean mean = fw_survey_mean_reckon (cases[i].counts);

      g_assert_cmpfloat_with_epsilon (mean.mean, cases[i].mean, 1e-12);
      g_assert_cmpint (mean.bound, ==, cases[i].bound);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/survey-mean/sizes", test_sizes);
  g_test_add_func ("/insight/survey-mean/ends", test_ends);
  return g_test_run ();
}
