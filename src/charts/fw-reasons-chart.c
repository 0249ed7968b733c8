#include "charts/fw-reasons-chart.h"

#include <stdlib.h>

#include "charts/fw-chart-frame.h"

#define SHARE_ROOM 48.0
#define PEOPLE_ROOM 44.0
#define ROW_HEIGHT 28.0
#define BAR_HEIGHT 17.0
#define NARROW_ROW_HEIGHT 36.0
#define NARROW_BAR_HEIGHT 10.0
#define NAMES_PART 0.32
#define POINT 3 /* the rows that are the point */
#define CUT_TIMES 3 /* a bar that many times the rest's ninetieth percentile is cut */
#define CUT_AXIS 1.3 /* of the longest of the rest, where the axis ends then */

typedef struct
{
  const FwReasonsFigures *figures;
  FwChart *chart;
  FwChartLanguage language;
  guint n_rows;
  gboolean narrow;
  gboolean few; /* people are counted, shares are not claimed */
  double line;
  double left, bars, bars_end, right; /* names begin, bars begin, bars end, the picture's edge */
  double row_height, bar_height;
  double top;
} Plot;

static gboolean
are_too_few (const FwReasonsFigures *figures)
{
  return fw_reasons_get_n_leavers (figures->reasons) < FW_REASONS_LEAST_LEAVERS;
}

static gboolean
are_few (const FwReasonsFigures *figures)
{
  return fw_reasons_get_n_leavers (figures->reasons) < FW_REASONS_FEW_LEAVERS;
}

/* How many of the first rows are the point: three reasons, none where they are only counted. */
static guint
count_point (const FwReasonsFigures *figures)
{
  guint n = 0;

  while (n < POINT && n < fw_reasons_get_n_rows (figures->reasons) &&
         fw_reasons_row_is_reason (fw_reasons_get_row (figures->reasons, n)))
    n++;
  return are_few (figures) ? 0 : n;
}

/**
 * fw_reasons_chart_name_row:
 *
 * Returns: (transfer full) (nullable): what a row that is no single reason is called; %NULL for one that is
 */
char *
fw_reasons_chart_name_row (const FwReasonRow *row,
                           FwChartLanguage language)
{
  if (fw_reasons_row_is_reason (row))
    return NULL;
  if (g_str_equal (row->reason, FW_REASONS_UNRECORDED))
    return g_strdup (fw_chart_say (language, "未记录", "Not on record"));
  return row->n_folded == 1 ? g_strdup (fw_chart_say (language, "其他", "Other"))
                            : g_strdup_printf (fw_chart_say (language, "其余 %u 项", "%u other reasons"), row->n_folded);
}

static int
compare_weights (const void *a,
                 const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* How much the longest bar stands for. One that is far longer than the rest (mostly what was put together) would leave
 * them no length to compare: it is cut. */
static double
find_highest (const FwReasons *reasons)
{
  guint n = fw_reasons_get_n_rows (reasons);
  g_autofree double *weights = g_new0 (double, n + 1);

  for (guint i = 0; i < n; i++)
    weights[i] = fw_reasons_get_row (reasons, i)->weight;
  qsort (weights, n, sizeof *weights, compare_weights);
  if (n < 3 || weights[n - 1] <= CUT_TIMES * weights[MIN ((guint) ((n - 1) * 0.9), n - 2)])
    return weights[MAX (n, 1) - 1];
  return CUT_AXIS * weights[n - 2];
}

static gboolean
has_cut_bar (const FwReasons *reasons)
{
  double highest = find_highest (reasons);

  for (guint i = 0; i < fw_reasons_get_n_rows (reasons); i++)
    if (fw_reasons_get_row (reasons, i)->weight > highest)
      return TRUE;
  return FALSE;
}

static char *
write_title (const FwReasonsFigures *figures,
             FwChartLanguage language)
{
  guint leavers = fw_reasons_get_n_leavers (figures->reasons), unrecorded = fw_reasons_get_n_unrecorded (figures->reasons);
  guint point = count_point (figures);

  if (figures->basis == FW_REASONS_BY_KIND)
    return g_strdup (fw_chart_say (language, "以什么方式离开？", "How did they leave?"));
  if (leavers >= FW_REASONS_FEW_LEAVERS && unrecorded * 2 >= leavers)
    return g_strdup_printf (fw_chart_say (language, "离职的 %u 人里，%u 人没有记录原因", "Of %u who left, %u have no reason on record"),
                            leavers, unrecorded);
  if (point == POINT && fw_reasons_get_row (figures->reasons, POINT - 1)->running >= 0.5)
    {
      g_autofree char *share = fw_chart_say_rate (fw_reasons_get_row (figures->reasons, POINT - 1)->running);

      return g_strdup_printf (fw_chart_say (language, "前三个原因占全部离职的 %s，首先是%s", "Three reasons stand for %s of departures; first: %s"),
                              share, figures->names[0]);
    }
  return g_strdup (fw_chart_say (language, "为什么走？", "Why do people leave?"));
}

static void
write_texts (const FwReasonsFigures *figures,
             FwChartLanguage language,
             FwChartTexts *texts)
{
  static const char *const what[][2] = {
    { "离职原因（面谈得出），按权重合计，每人合计为 1", "Reasons found in talks, by weight; each person adds up to 1" },
    { "离职原因的大类（面谈得出），按权重合计，每人合计为 1", "Reasons found in talks, by group and weight; each person adds up to 1" },
    { "离职申请上写的原因，每人计 1", "Reasons stated in the resignation; each person counts once" },
    { "离职方式，每人计 1", "Kinds of departure; each person counts once" },
  };
  g_autofree char *period = fw_chart_say_period (language, figures->from, figures->until);
  g_autofree char *people = fw_chart_say_persons (language, fw_reasons_get_n_leavers (figures->reasons));
  const char *comma = fw_chart_say (language, "，", ", ");
  GString *caption = g_string_new (NULL);

  texts->title = write_title (figures, language);
  texts->subtitle = g_strdup_printf (fw_chart_say (language, "%s%s%s，%s，%s", "%s%s%s, %s, %s"),
                                     what[figures->basis][language], figures->scope != NULL ? comma : "",
                                     figures->scope != NULL ? figures->scope : "", period, people);
  if (figures->basis == FW_REASONS_BY_TALK || figures->basis == FW_REASONS_BY_GROUP)
    g_string_append (caption, fw_chart_say (language, "一人可有多个原因，权重由面谈记录给出，合计为 1；没有记权重的平分。",
                                            "A person may have several reasons; their weights come from the talk and add up to 1, "
                                            "equal where none are kept. "));
  if (are_few (figures))
    g_string_append_printf (caption, fw_chart_say (language, "离职不足 %u 人，只数人数，不算占比。",
                                                   "Fewer than %u left: people are counted, shares are not reckoned. "),
                            FW_REASONS_FEW_LEAVERS);
  else
    g_string_append (caption, fw_chart_say (language, "右列：占比、累计、提到的人数。", "At right: share, running total, people who named it. "));
  g_string_append_printf (caption, fw_chart_say (language, "不到 %u 人提到的原因合并显示。", "Reasons that fewer than %u people named are put together. "),
                          FW_REASONS_LEAST_NAMED);
  if (has_cut_bar (figures->reasons))
    g_string_append (caption, fw_chart_say (language, "折断的柱以数字为准。", "Read the cut bar by its number. "));
  fw_chart_say_made (language, figures->made, caption);
  texts->caption = g_string_free (caption, FALSE);
}

static void
add_headings (const Plot *plot,
              double y)
{
  const char *people = fw_chart_say (plot->language, "人数", "People");

  fw_chart_add_text (plot->chart, people, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, plot->right, y, 1);
  if (plot->few)
    return;
  fw_chart_add_text (plot->chart, fw_chart_say (plot->language, "累计", "Total"), FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK,
                     plot->right - fw_chart_scale (plot->chart, PEOPLE_ROOM), y, 1);
  fw_chart_add_text (plot->chart, fw_chart_say (plot->language, "占比", "Share"), FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK,
                     plot->right - fw_chart_scale (plot->chart, PEOPLE_ROOM + SHARE_ROOM), y, 1);
}

static void
add_figures (const Plot *plot,
             guint i,
             double middle)
{
  const FwReasonRow *row = fw_reasons_get_row (plot->figures->reasons, i);
  guint point = count_point (plot->figures);
  g_autofree char *share = fw_chart_say_rate (row->share);
  g_autofree char *running = fw_chart_say_rate (row->running);
  g_autofree char *people = fw_chart_say_count (plot->language, row->people);
  double y = middle - fw_chart_measure (plot->chart, people, FW_CHART_TEXT_NAME).height / 2;

  fw_chart_add_text (plot->chart, people, FW_CHART_TEXT_NAME, plot->few ? FW_CHART_ROLE_INK : FW_CHART_ROLE_SECOND_INK,
                     plot->right, y, 1);
  if (plot->few)
    return;
  fw_chart_add_text (plot->chart, running, point > 0 && i + 1 == point ? FW_CHART_TEXT_VALUE : FW_CHART_TEXT_NAME,
                     point > 0 && i + 1 == point ? FW_CHART_ROLE_INK : FW_CHART_ROLE_SECOND_INK,
                     plot->right - fw_chart_scale (plot->chart, PEOPLE_ROOM), y, 1);
  fw_chart_add_text (plot->chart, share, i < point ? FW_CHART_TEXT_VALUE : FW_CHART_TEXT_NAME, FW_CHART_ROLE_INK,
                     plot->right - fw_chart_scale (plot->chart, PEOPLE_ROOM + SHARE_ROOM), y, 1);
}

/* Two slanted edges and a gap, at a fifth of the length from the end. */
static void
cut_bar (const Plot *plot,
         const FwChartBox *bar)
{
  double x = bar->x + bar->width * 0.8, bottom = bar->y + bar->height;
  const FwChartPoint gap[] = { { x + 4, bar->y - 1 }, { x + 8, bar->y - 1 }, { x + 4, bottom + 1 }, { x, bottom + 1 } };

  fw_chart_add_polygon (plot->chart, gap, G_N_ELEMENTS (gap), FW_CHART_ROLE_GROUND, 1);
}

static void
add_row (const Plot *plot,
         guint i)
{
  const FwReasonRow *row = fw_reasons_get_row (plot->figures->reasons, i);
  double y = plot->top + i * plot->row_height, highest = find_highest (plot->figures->reasons);
  double bar_y = plot->narrow ? y + plot->row_height - plot->bar_height - 4 : y + (plot->row_height - plot->bar_height) / 2;
  FwChartBox bar = { plot->bars, bar_y, (plot->bars_end - plot->bars) * MIN (1, row->weight / highest), plot->bar_height };

  fw_chart_add_area (plot->chart, bar, i < count_point (plot->figures) ? FW_CHART_ROLE_EMPHASIS : FW_CHART_ROLE_MUTE);
  if (row->weight > highest)
    cut_bar (plot, &bar);
  fw_chart_add_mark (plot->chart, (FwChartMark){ (int) i, 0 },
                     (FwChartBox){ plot->left - 4, y + 1, plot->right - plot->left + 8, plot->row_height - 2 });
  if (plot->narrow)
    fw_chart_add_name (plot->chart, plot->figures->names[i], plot->left, y, plot->bars_end - plot->left, 0);
  else
    fw_chart_add_name (plot->chart, plot->figures->names[i], plot->bars - 8, y + (plot->row_height - plot->line) / 2,
                       plot->bars - 8 - plot->left, 1);
  add_figures (plot, i, bar_y + plot->bar_height / 2);
}

static void
add_rule (const Plot *plot)
{
  guint point = count_point (plot->figures);
  double y = plot->top + point * plot->row_height;
  const FwChartPoint ends[] = { { plot->left, y }, { plot->right, y } };

  if (point > 0 && point < plot->n_rows)
    fw_chart_add_path (plot->chart, ends, 2, 1, FW_CHART_ROLE_AXIS, FW_CHART_DASH_SHORT);
}

static void
place_columns (Plot *plot)
{
  double width = fw_chart_get_width (plot->chart), most = width * NAMES_PART, widest = 0;
  double columns = fw_chart_scale (plot->chart, plot->few ? PEOPLE_ROOM : PEOPLE_ROOM + 2 * SHARE_ROOM);

  plot->left = FW_CHART_PADDING;
  plot->right = width - FW_CHART_PADDING;
  plot->bars_end = plot->right - columns - 8;
  plot->row_height = fw_chart_scale (plot->chart, plot->narrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT);
  plot->bar_height = fw_chart_scale (plot->chart, plot->narrow ? NARROW_BAR_HEIGHT : BAR_HEIGHT);
  for (guint i = 0; i < plot->n_rows; i++)
    widest = MAX (widest, fw_chart_measure (plot->chart, plot->figures->names[i], FW_CHART_TEXT_NAME).width);
  plot->bars = plot->narrow ? plot->left : plot->left + MIN (widest, most) + 8;
}

/* Nobody, or too few for any of them to be read out of it. */
static double
add_nothing (const Plot *plot)
{
  guint leavers = fw_reasons_get_n_leavers (plot->figures->reasons);
  const char *nobody[] = { fw_chart_say (plot->language, "没有人离职", "Nobody left"), NULL };
  const char *few[] = { fw_chart_say (plot->language, "不足 5 人，不显示", "fewer than 5 people, not shown"), NULL };
  FwChartBox box = { FW_CHART_PADDING, plot->top, fw_chart_get_width (plot->chart) - 2 * FW_CHART_PADDING,
                     fw_chart_scale (plot->chart, 96) };

  if (leavers > 0)
    fw_chart_add_hidden (plot->chart, box);
  fw_chart_add_sentence (plot->chart, box, leavers > 0 ? few : nobody);
  return plot->top + box.height;
}

/**
 * fw_reasons_chart_layout:
 *
 * Lays out one bar a reason, the largest first, with its share, the running total and the people in columns at the right:
 * the running total says what a second scale would.
 *
 * Returns: (transfer full): the chart
 */
FwChart *
fw_reasons_chart_layout (const FwReasonsFigures *figures,
                         double width,
                         double text_scale,
                         PangoContext *context,
                         FwChartLanguage language)
{
  FwChart *chart = fw_chart_new_in_language (width, text_scale, context, language);
  g_auto (FwChartTexts) texts = { 0 };
  Plot plot = { .figures = figures, .chart = chart, .language = language, .n_rows = fw_reasons_get_n_rows (figures->reasons) };

  write_texts (figures, language, &texts);
  plot.narrow = width <= FW_CHART_NARROW * text_scale;
  plot.few = are_few (figures);
  plot.line = fw_chart_measure (chart, "人M", FW_CHART_TEXT_NAME).height;
  plot.top = fw_chart_begin_frame (chart, &texts);
  if (are_too_few (figures))
    {
      fw_chart_end_frame (chart, &texts, add_nothing (&plot));
      return chart;
    }
  place_columns (&plot);
  add_headings (&plot, plot.top);
  plot.top += plot.line + 4;
  for (guint i = 0; i < plot.n_rows; i++)
    add_row (&plot, i);
  add_rule (&plot);
  fw_chart_end_frame (chart, &texts, plot.top + plot.n_rows * plot.row_height);
  return chart;
}

/**
 * fw_reasons_chart_describe_mark:
 *
 * Returns: (transfer full): a row in words
 */
char *
fw_reasons_chart_describe_mark (const FwReasonsFigures *figures,
                                FwChartMark mark,
                                FwChartLanguage language)
{
  const FwReasonRow *row;
  g_autofree char *share = NULL;
  g_autofree char *running = NULL;
  g_autofree char *interval = NULL;

  g_return_val_if_fail (mark.place >= 0 && (guint) mark.place < fw_reasons_get_n_rows (figures->reasons), NULL);
  row = fw_reasons_get_row (figures->reasons, (guint) mark.place);
  if (are_few (figures))
    return g_strdup_printf (fw_chart_say (language, "%s：%u 人提到。", "%s: named by %u."), figures->names[mark.place], row->people);
  share = fw_chart_say_rate (row->share);
  running = fw_chart_say_rate (row->running);
  interval = fw_chart_say_interval (fw_interval_of_share (row->people, fw_reasons_get_n_leavers (figures->reasons)));
  return g_strdup_printf (fw_chart_say (language, "%s：占 %s，累计 %s；%u 人提到，占离职者的 95%% 区间 %s。",
                                        "%s: %s, running total %s; named by %u, 95%% interval of those who left %s."),
                          figures->names[mark.place], share, running, row->people, interval);
}

/**
 * fw_reasons_chart_describe:
 *
 * Returns: (transfer full): the chart in words for a screen reader
 */
char *
fw_reasons_chart_describe (const FwReasonsFigures *figures,
                           FwChartLanguage language)
{
  g_auto (FwChartTexts) texts = { 0 };
  GString *text;

  write_texts (figures, language, &texts);
  text = g_string_new (texts.title);
  g_string_append_printf (text, fw_chart_say (language, "。%s。", ". %s. "), texts.subtitle);
  if (fw_reasons_get_n_leavers (figures->reasons) == 0)
    g_string_append (text, fw_chart_say (language, "没有人离职。", "Nobody left."));
  else if (are_too_few (figures))
    g_string_append (text, fw_chart_say (language, "不足 5 人，不显示。", "Fewer than 5 people, not shown."));
  else
    {
      for (guint i = 0; i < MIN (POINT, fw_reasons_get_n_rows (figures->reasons)); i++)
        {
          g_autofree char *row = fw_reasons_chart_describe_mark (figures, (FwChartMark){ (int) i, 0 }, language);

          g_string_append_printf (text, "%s%s", row, language == FW_CHART_CHINESE ? "" : " ");
        }
      g_string_append (text, fw_chart_say (language, "按左右键逐项查看，T 键打开表格。", "Left and right move by reason, T opens the table."));
    }
  return g_string_free (text, FALSE);
}

/**
 * fw_reasons_chart_tabulate:
 *
 * Returns: (transfer full): the rows; none where too few people stand behind them
 */
FwChartTable *
fw_reasons_chart_tabulate (const FwReasonsFigures *figures,
                           FwChartLanguage language)
{
  static const char *const headings[][5] = { { "原因", "占比", "累计", "人数", NULL }, { "Reason", "Share", "Running total", "People", NULL } };
  FwChartTable *table = fw_chart_table_new (headings[language]);

  for (guint i = 0; !are_too_few (figures) && i < fw_reasons_get_n_rows (figures->reasons); i++)
    {
      const FwReasonRow *row = fw_reasons_get_row (figures->reasons, i);
      char **cells = g_new0 (char *, 5);

      cells[0] = g_strdup (figures->names[i]);
      cells[1] = are_few (figures) ? g_strdup ("") : fw_chart_say_rate (row->share);
      cells[2] = are_few (figures) ? g_strdup ("") : fw_chart_say_rate (row->running);
      cells[3] = g_strdup_printf ("%u", row->people);
      fw_chart_table_add_row (table, (FwChartMark){ (int) i, 0 }, cells);
    }
  return table;
}
