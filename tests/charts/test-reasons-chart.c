#include "charts/fw-reasons-chart.h"

#include "fw-test-chart.h"

typedef struct
{
  FwReasons *reasons;
  GStrv names;
  FwReasonsFigures figures;
} Fixture;

/* Reason i is named by (n - i) × @times people; the names are @random where there is one. */
static Fixture
make (guint n,
      guint times,
      guint unrecorded,
      GRand *random)
{
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (FwReasonGiven));
  g_autoptr (FwReasons) all = NULL;
  Fixture fixture = { 0 };
  guint32 person = 0;

  for (guint reason = 0; reason < n; reason++)
    for (guint i = 0; i < (n - reason) * times; i++)
      {
        g_autofree char *id = g_strdup_printf ("reason-%02u", reason);
        FwReasonGiven one = { person++, g_intern_string (id), 1 };

        g_array_append_val (given, one);
      }
  for (guint i = 0; i < unrecorded; i++)
    {
      FwReasonGiven one = { person++, NULL, 0 };

      g_array_append_val (given, one);
    }
  all = fw_reasons_new ((FwReasonGiven *) (gpointer) given->data, given->len);
  fixture.reasons = fw_reasons_fold (all);
  fixture.names = g_new0 (char *, fw_reasons_get_n_rows (fixture.reasons) + 1);
  for (guint i = 0; i < fw_reasons_get_n_rows (fixture.reasons); i++)
    {
      fixture.names[i] = fw_reasons_chart_name_row (fw_reasons_get_row (fixture.reasons, i), FW_CHART_CHINESE);
      if (fixture.names[i] == NULL)
        fixture.names[i] = random != NULL ? fw_test_chart_random_name (random)
                                          : g_strdup (fw_reasons_get_row (fixture.reasons, i)->reason);
    }
  fixture.figures = (FwReasonsFigures){ fixture.reasons, (const char *const *) fixture.names, .from = fw_date_new (2025, 1, 1),
                                        .until = fw_date_new (2025, 12, 31) };
  return fixture;
}

static void
clear (Fixture *fixture)
{
  fw_reasons_free (fixture->reasons);
  g_strfreev (fixture->names);
}

static void
test_labels (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint n = 1; n < 16; n++)
    {
      Fixture fixture = make (n, 2, n % 3, random);
      double width = g_rand_double_range (random, 280, 1600), scale = g_rand_double_range (random, 1, 2);
      g_autoptr (FwChart) chart = fw_reasons_chart_layout (&fixture.figures, width, scale, fw_test_chart_context (), n % 2);

      fw_test_chart_labels_apart (chart);
      clear (&fixture);
    }
}

static void
test_titles (void)
{
  Fixture found = make (4, 5, 0, NULL), spread = make (14, 4, 0, NULL), unknown = make (2, 4, 30, NULL), few = make (2, 4, 0, NULL);
  g_autofree char *found_text = fw_reasons_chart_describe (&found.figures, FW_CHART_CHINESE);
  g_autofree char *spread_text = fw_reasons_chart_describe (&spread.figures, FW_CHART_CHINESE);
  g_autofree char *unknown_text = fw_reasons_chart_describe (&unknown.figures, FW_CHART_CHINESE);
  g_autofree char *few_text = fw_reasons_chart_describe (&few.figures, FW_CHART_CHINESE);

  g_assert_true (g_str_has_prefix (found_text, "前三个原因占全部离职的 90%，首先是reason-00"));
  g_assert_true (g_str_has_prefix (spread_text, "为什么走？"));
  g_assert_true (g_str_has_prefix (unknown_text, "离职的 42 人里，30 人没有记录原因"));
  g_assert_true (g_str_has_prefix (few_text, "为什么走？"));
  clear (&found);
  clear (&spread);
  clear (&unknown);
  clear (&few);
}

/* Twelve people are counted, four are not shown: not in the picture, the table or the words. */
static void
test_small_numbers (void)
{
  Fixture counted = make (2, 4, 0, NULL), hidden = make (1, 4, 0, NULL);
  g_autoptr (FwChart) counted_chart = fw_reasons_chart_layout (&counted.figures, 640, 1, fw_test_chart_context (), FW_CHART_CHINESE);
  g_autoptr (FwChart) hidden_chart = fw_reasons_chart_layout (&hidden.figures, 640, 1, fw_test_chart_context (), FW_CHART_CHINESE);
  g_autoptr (FwChartTable) counted_table = fw_reasons_chart_tabulate (&counted.figures, FW_CHART_CHINESE);
  g_autoptr (FwChartTable) hidden_table = fw_reasons_chart_tabulate (&hidden.figures, FW_CHART_CHINESE);
  g_autofree char *spoken = fw_reasons_chart_describe (&hidden.figures, FW_CHART_CHINESE);

  g_assert_false (fw_test_chart_says (counted_chart, "累计"));
  g_assert_cmpstr (fw_chart_table_get_row (counted_table, 0)[1], ==, "");
  g_assert_cmpstr (fw_chart_table_get_row (counted_table, 0)[3], ==, "8");
  g_assert_true (fw_test_chart_says (hidden_chart, "不足 5 人，不显示"));
  g_assert_cmpuint (fw_chart_table_get_n_rows (hidden_table), ==, 0);
  g_assert_null (strstr (spoken, "reason-00"));
  clear (&counted);
  clear (&hidden);
}

static void
test_marks (void)
{
  Fixture fixture = make (4, 5, 3, NULL);
  g_autoptr (FwChart) chart = fw_reasons_chart_layout (&fixture.figures, 640, 1, fw_test_chart_context (), FW_CHART_CHINESE);
  g_autofree char *text = fw_reasons_chart_describe_mark (&fixture.figures, (FwChartMark){ 4, 0 }, FW_CHART_CHINESE);
  FwChartBox box;

  g_assert_true (fw_chart_get_mark_box (chart, (FwChartMark){ 4, 0 }, &box));
  g_assert_cmpint (fw_chart_pick (chart, box.x + 2, box.y + 3).place, ==, 4);
  g_assert_true (g_str_has_prefix (text, "未记录：占 5.7%"));
  clear (&fixture);
}

/* What the picture cuts with an ellipsis the SVG cuts, too: a name written out would run over its bar. */
static void
test_long_names_in_svg (void)
{
  Fixture fixture = make (4, 5, 0, NULL);
  g_autoptr (FwChart) chart = NULL;
  g_autofree char *svg = NULL;

  g_free (fixture.names[3]);
  fixture.names[3] = g_strdup ("因为家里老人需要照顾而且孩子马上就要上小学所以不得不回到老家工作和生活");
  g_free (fixture.names[1]);
  fixture.names[1] = g_strdup ("短 & 全");
  chart = fw_reasons_chart_layout (&fixture.figures, 640, 1, fw_test_chart_context (), FW_CHART_ENGLISH);
  svg = fw_chart_to_svg (chart, FW_CHART_PALETTE_LIGHT, "x");
  g_assert_nonnull (strstr (svg, ">因为家里老人"));
  g_assert_null (strstr (svg, "工作和生活<"));
  g_assert_nonnull (strstr (svg, "…</text>"));
  g_assert_nonnull (strstr (svg, ">短 &amp; 全</text>"));
  clear (&fixture);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reasons-chart/labels", test_labels);
  g_test_add_func ("/reasons-chart/titles", test_titles);
  g_test_add_func ("/reasons-chart/small-numbers", test_small_numbers);
  g_test_add_func ("/reasons-chart/marks", test_marks);
  g_test_add_func ("/reasons-chart/long-names-in-svg", test_long_names_in_svg);
  return g_test_run ();
}
