#include "charts/fw-turnover-chart.h"

#include "fw-test-chart.h"

static void
add_spell (GArray *spells,
           FwDate entered,
           FwDate last,
           FwLeavingKind kind)
{
  FwLeavingTerms terms = { .kind = fw_leaving_kind_get_name (kind) };
  FwSpell spell = { .person = spells->len, .hired = entered, .entered = entered, .last = last, .counted = TRUE,
                    .kind = kind, .group = fw_leaving_group_of (&terms) };

  g_array_append_val (spells, spell);
}

/* @n_stay stay; some resign every month from 2021 on, and on 30 December 2023 many are laid off. */
static FwTurnover *
company (guint n_stay,
         guint a_month,
         guint laid_off,
         FwDate from,
         FwDate until)
{
  g_autoptr (GArray) spells = g_array_new (FALSE, FALSE, sizeof (FwSpell));
  FwDate hired = fw_date_new (2015, 3, 1), first = fw_date_new (2021, 1, 15);

  for (guint i = 0; i < n_stay; i++)
    add_spell (spells, hired, FW_DATE_UNKNOWN, FW_LEAVING_KIND_UNKNOWN);
  for (int month = 0; month < 60; month++)
    for (guint i = 0; i < a_month; i++)
      add_spell (spells, hired, fw_date_add_months (first, month),
                 (month + (int) i) % 4 == 0 ? FW_LEAVING_KIND_RETIREMENT : FW_LEAVING_KIND_RESIGNATION);
  for (guint i = 0; i < laid_off; i++)
    add_spell (spells, hired, fw_date_new (2023, 12, 30), FW_LEAVING_KIND_REDUNDANCY);
  return fw_turnover_new ((FwSpell *) (gpointer) spells->data, spells->len, from, until, fw_date_new (2021, 1, 15));
}

static FwChart *
lay_out (FwTurnover *turnover,
         double width,
         double scale,
         FwChartLanguage language)
{
  FwTurnoverFigures figures = { .turnover = turnover };

  return fw_turnover_chart_layout (&figures, width, scale, fw_test_chart_context (), language);
}

static void
test_labels (void)
{
  static const double widths[] = { 280, 360, 640, 1000, 1600 };
  g_autoptr (FwTurnover) turnover = company (900, 4, 120, fw_date_new (2021, 1, 1), fw_date_new (2025, 12, 31));

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (double scale = 1; scale <= 2; scale += 0.5)
      for (int language = 0; language < 2; language++)
        {
          g_autoptr (FwChart) chart = lay_out (turnover, widths[w], scale, language);

          fw_test_chart_labels_apart (chart);
        }
}

/* A layoff stands out, its bar is cut and carries its number. */
static void
test_layoff (void)
{
  g_autoptr (FwTurnover) turnover = company (900, 4, 120, fw_date_new (2023, 1, 1), fw_date_new (2025, 12, 31));
  g_autoptr (FwChart) chart = lay_out (turnover, 640, 1, FW_CHART_CHINESE);
  g_autoptr (FwChart) english = lay_out (turnover, 640, 1, FW_CHART_ENGLISH);

  g_assert_true (g_str_has_prefix (fw_chart_get_text (chart, 0), "2023 年 12 月裁员 120 人"));
  g_assert_true (g_str_has_prefix (fw_chart_get_text (english, 0), "120 layoffs in December 2023"));
  g_assert_true (fw_test_chart_says (chart, "124 人"));
  g_assert_true (fw_test_chart_says (chart, "折断的柱以数字为准"));
  g_assert_true (fw_test_chart_says (chart, "全部"));
  g_assert_true (fw_test_chart_says (chart, "被动 "));
}

/* The same number every month is no finding: the title is a question. */
static void
test_no_finding (void)
{
  g_autoptr (FwTurnover) turnover = company (900, 4, 0, fw_date_new (2023, 1, 1), fw_date_new (2025, 12, 31));
  g_autoptr (FwChart) chart = lay_out (turnover, 640, 1, FW_CHART_CHINESE);

  g_assert_true (g_str_has_suffix (fw_chart_get_text (chart, 0), "？"));
  g_assert_false (fw_test_chart_says (chart, "被动"));
  g_assert_false (fw_test_chart_says (chart, "折断"));
}

static void
test_states (void)
{
  g_autoptr (FwTurnover) nobody = company (214, 0, 0, fw_date_new (2023, 1, 1), fw_date_new (2025, 12, 31));
  g_autoptr (FwTurnover) few = company (5, 0, 2, fw_date_new (2023, 1, 1), fw_date_new (2025, 12, 31));
  g_autoptr (FwTurnover) young = company (300, 3, 0, fw_date_new (2021, 1, 1), fw_date_new (2021, 6, 18));
  g_autoptr (FwChart) nobody_chart = lay_out (nobody, 640, 1, FW_CHART_CHINESE);
  g_autoptr (FwChart) few_chart = lay_out (few, 640, 1, FW_CHART_CHINESE);
  g_autoptr (FwChart) young_chart = lay_out (young, 640, 1, FW_CHART_CHINESE);

  g_assert_true (fw_test_chart_says (nobody_chart, "没有人离职"));
  g_assert_true (fw_test_chart_says (nobody_chart, "平均 214 人"));
  g_assert_true (fw_test_chart_says (nobody_chart, "0–1.7%"));
  g_assert_true (fw_test_chart_says (few_chart, "不足 10 人，不显示"));
  g_assert_true (fw_test_chart_says (young_chart, "还不满 12 个月"));
  g_assert_true (fw_test_chart_says (young_chart, "截至 2021-06-18"));
}

static guint
count_in (const char *text,
          const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

/* Too few people at both ends of the time, enough of them between: what is known between the two is not hidden. */
static void
test_hidden_apart (void)
{
  g_autoptr (GArray) spells = g_array_new (FALSE, FALSE, sizeof (FwSpell));
  g_autoptr (FwTurnover) turnover = NULL;
  g_autoptr (FwChart) chart = NULL;
  g_autofree char *svg = NULL;

  for (guint i = 0; i < 8; i++)
    add_spell (spells, fw_date_new (2015, 3, 1), FW_DATE_UNKNOWN, FW_LEAVING_KIND_UNKNOWN);
  for (guint i = 0; i < 40; i++)
    add_spell (spells, fw_date_new (2021, 6, 1), fw_date_new (2022, 3, 31), FW_LEAVING_KIND_EXPIRY);
  turnover = fw_turnover_new ((FwSpell *) (gpointer) spells->data, spells->len, fw_date_new (2021, 1, 1), fw_date_new (2023, 12, 31),
                              fw_date_new (2016, 1, 1));
  chart = lay_out (turnover, 640, 1, FW_CHART_CHINESE);
  svg = fw_chart_to_svg (chart, FW_CHART_PALETTE_LIGHT, "x");
  g_assert_cmpuint (count_in (svg, "\"url(#hidden)\""), ==, 2);
  g_assert_true (fw_test_chart_says (chart, "不足 10 人，不显示"));
}

static void
test_marks (void)
{
  g_autoptr (FwTurnover) turnover = company (900, 4, 120, fw_date_new (2023, 1, 1), fw_date_new (2025, 12, 31));
  g_autoptr (FwChart) chart = lay_out (turnover, 640, 1, FW_CHART_CHINESE);
  FwTurnoverFigures figures = { .turnover = turnover };
  FwChartMark december = { 11, FW_TURNOVER_SERIES_ALL }, laid_off = { 11, FW_TURNOVER_SERIES_INVOLUNTARY }, found;
  g_autofree char *text = fw_turnover_chart_describe_mark (&figures, december, FW_CHART_CHINESE);
  FwChartBox box;

  g_assert_true (g_str_has_prefix (text, "2023 年 12 月：离职 124 人，辞职 "));
  g_assert_nonnull (strstr (text, "裁员 120，退休 1；滚动离职率"));
  g_assert_true (fw_chart_get_mark_box (chart, laid_off, &box));
  found = fw_chart_pick (chart, box.x + box.width / 2, box.y + box.height / 2);
  g_assert_cmpint (found.place, ==, 11);
  g_assert_cmpint (found.series, ==, FW_TURNOVER_SERIES_INVOLUNTARY);
  found = fw_chart_pick (chart, box.x, 130);
  g_assert_cmpint (found.place, ==, 11);
  g_assert_cmpint (found.series, ==, FW_TURNOVER_SERIES_ALL);

  found = fw_chart_step (chart, FW_CHART_NO_MARK, FW_CHART_STEP_ON, 12);
  g_assert_cmpint (found.place, ==, 35);
  g_assert_cmpint (fw_chart_step (chart, found, FW_CHART_STEP_ON, 12).place, ==, 35);
  g_assert_cmpint (fw_chart_step (chart, found, FW_CHART_STEP_BACK, 12).place, ==, 34);
  g_assert_cmpint (fw_chart_step (chart, found, FW_CHART_STEP_FAR_BACK, 12).place, ==, 23);
  g_assert_cmpint (fw_chart_step (chart, found, FW_CHART_STEP_FIRST, 12).place, ==, 0);
  g_assert_cmpint (fw_chart_step (chart, december, FW_CHART_STEP_DOWN, 12).series, ==, FW_TURNOVER_SERIES_VOLUNTARY);
  g_assert_cmpint (fw_chart_step (chart, laid_off, FW_CHART_STEP_BACK, 12).series, ==, FW_TURNOVER_SERIES_ALL);
}

/* The table, the spoken text and the chart say the same. */
static void
test_table (void)
{
  g_autoptr (FwTurnover) turnover = company (900, 4, 120, fw_date_new (2023, 1, 1), fw_date_new (2025, 12, 31));
  FwTurnoverFigures figures = { .turnover = turnover };
  g_autoptr (FwChartTable) table = fw_turnover_chart_tabulate (&figures, FW_CHART_CHINESE);
  g_autofree char *csv = fw_chart_table_to_csv (table);
  g_autofree char *spoken = fw_turnover_chart_describe (&figures, FW_CHART_CHINESE);

  g_assert_cmpuint (fw_chart_table_get_n_rows (table), ==, 36);
  g_assert_cmpstr (fw_chart_table_get_row (table, 11)[0], ==, "2023-12");
  g_assert_cmpstr (fw_chart_table_get_row (table, 11)[3], ==, "124");
  g_assert_cmpint (fw_chart_table_get_mark (table, 11).place, ==, 11);
  g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbf月份,月初人数,"));
  g_assert_nonnull (strstr (csv, "\r\n2023-12,"));
  g_assert_nonnull (strstr (spoken, "最高 "));
  g_assert_nonnull (strstr (spoken, "2025 年 12 月：离职 4 人"));
}

static void
test_files (void)
{
  g_autoptr (FwTurnover) turnover = company (900, 4, 120, fw_date_new (2023, 1, 1), fw_date_new (2025, 12, 31));
  g_autoptr (FwChart) chart = lay_out (turnover, 640, 1, FW_CHART_CHINESE);
  g_autoptr (GError) error = NULL;
  FwChartFormat format;

  for (int i = FW_CHART_PNG; i <= FW_CHART_PDF; i++)
    {
      g_autoptr (GBytes) bytes = fw_chart_to_bytes (chart, i, FW_CHART_PALETTE_LIGHT, "a < b", fw_date_new (2026, 1, 2), &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
    }
  g_assert_true (fw_chart_format_from_name ("x.SVG", &format, &error));
  g_assert_cmpint (format, ==, FW_CHART_SVG);
  g_assert_false (fw_chart_format_from_name ("x.doc", &format, &error));
  g_assert_error (error, FW_CHART_ERROR, FW_CHART_ERROR_FORMAT);
}

/* The text of an SVG is text, and what is not a name is escaped. */
static void
test_svg (void)
{
  g_autoptr (FwTurnover) turnover = company (900, 4, 120, fw_date_new (2023, 1, 1), fw_date_new (2025, 12, 31));
  g_autoptr (FwChart) chart = lay_out (turnover, 640, 1, FW_CHART_CHINESE);
  g_autofree char *svg = fw_chart_to_svg (chart, FW_CHART_PALETTE_DARK, "a < b");

  g_assert_nonnull (strstr (svg, "<title>a &lt; b</title>"));
  g_assert_nonnull (strstr (svg, "年 12 月裁员 120 人"));
  g_assert_nonnull (strstr (svg, "#242424"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/turnover-chart/labels", test_labels);
  g_test_add_func ("/turnover-chart/layoff", test_layoff);
  g_test_add_func ("/turnover-chart/no-finding", test_no_finding);
  g_test_add_func ("/turnover-chart/states", test_states);
  g_test_add_func ("/turnover-chart/hidden-apart", test_hidden_apart);
  g_test_add_func ("/turnover-chart/marks", test_marks);
  g_test_add_func ("/turnover-chart/table", test_table);
  g_test_add_func ("/turnover-chart/files", test_files);
  g_test_add_func ("/turnover-chart/svg", test_svg);
  return g_test_run ();
}
