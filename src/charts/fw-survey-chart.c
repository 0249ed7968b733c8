#include "charts/fw-survey-chart.h"

#include "charts/fw-chart-frame.h"

#define STRIP_HEIGHT 12.0
#define DOT 5.0
#define ROW_GAP 9.0

typedef struct
{
  const FwSurveyFigures *figures;
  FwChart *chart;
  FwChartLanguage language;
  double line;
  double left, strip_end, right; /* questions and strips begin, strips end, the picture's edge */
} Plot;

static gboolean
has_answers (const FwSurveyFigures *figures)
{
  for (guint i = 0; i < figures->n_rows; i++)
    if (figures->rows[i].mean.n > 0 || figures->rows[i].mean.hidden)
      return TRUE;
  return FALSE;
}

/* With what it is counted in, where that stands between the figure and how far it goes. */
static char *
say_mean (FwChartLanguage language,
          FwSurveyMean mean,
          const char *unit)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  const char *joint = *unit != '\0' ? unit : fw_chart_say (language, " ", "");
  const char *figure = g_ascii_formatd (digits, sizeof digits, "%.1f", mean.mean);

  switch (mean.bound)
    {
    case FW_SURVEY_MEAN_AT_MOST:
      return g_strdup_printf (fw_chart_say (language, "%s%s以下", "%s%s or less"), figure, joint);
    case FW_SURVEY_MEAN_AT_LEAST:
      return g_strdup_printf (fw_chart_say (language, "%s%s以上", "%s%s or more"), figure, joint);
    case FW_SURVEY_MEAN_IS:
    default:
      return g_strdup_printf ("%s%s", figure, unit);
    }
}

static char *
say_answers (FwChartLanguage language,
             FwSurveyMean mean)
{
  if (mean.hidden)
    return g_strdup_printf (fw_chart_say (language, "不到 %d 份，不显示", "fewer than %d: not shown"), FW_SURVEY_LEAST_ANSWERS);
  if (mean.n == 0)
    return g_strdup (fw_chart_say (language, "没有人答", "nobody answered"));
  return g_strdup_printf (mean.few ? fw_chart_say (language, "%u 份，很少", "%u answers, few") : fw_chart_say (language, "%u 份", "%u answers"), mean.n);
}

static char *
say_figure (FwChartLanguage language,
            FwSurveyMean mean)
{
  g_autofree char *answers = say_answers (language, mean);
  g_autofree char *value = say_mean (language, mean, "");

  return mean.n > 0 ? g_strdup_printf ("%s · %s", value, answers) : g_steal_pointer (&answers);
}

/* The one question that is judged worst, where enough answered and it is not one of several. */
static const FwSurveyRow *
find_worst (const FwSurveyFigures *figures)
{
  const FwSurveyRow *worst = NULL, *next = NULL;

  for (guint i = 0; i < figures->n_rows; i++)
    {
      const FwSurveyRow *row = &figures->rows[i];

      if (row->mean.n == 0 || row->mean.few)
        continue;
      if (worst == NULL || row->mean.mean < worst->mean.mean)
        {
          next = worst;
          worst = row;
        }
      else if (next == NULL || row->mean.mean < next->mean.mean)
        next = row;
    }
  return worst != NULL && next != NULL && next->mean.mean - worst->mean.mean >= 0.3 ? worst : NULL;
}

static void
write_texts (const FwSurveyFigures *figures,
             FwChartLanguage language,
             FwChartTexts *texts)
{
  const FwSurveyRow *worst = find_worst (figures);
  char lowest[G_ASCII_DTOSTR_BUF_SIZE], highest[G_ASCII_DTOSTR_BUF_SIZE];
  GString *caption = g_string_new (NULL);

  texts->title = worst != NULL ? g_strdup_printf (fw_chart_say (language, "得分最低的一条：%s", "Judged worst: %s"), worst->question)
                               : g_strdup (fw_chart_say (language, "走了的人怎么看这件事办得怎么样？", "How do those who left judge the way it was handled?"));
  texts->subtitle = g_strdup (fw_chart_say (language, "离职后问卷，收回的全部答卷，每题 1 分到 5 分的平均",
                                            "The survey after leaving, all sheets that came back, mean of 1 to 5 for each question"));
  g_string_append_printf (caption,
                          fw_chart_say (language,
                                        "1 完全不是，5 完全是。筛选管不到这张图：分得越细，越看得出是谁。不到 %d 份的不显示；不到 %d "
                                        "份的是空心的，只能参考。"
                                        "平均 %s 以下、%s 以上的不再细分，用一段线表示：再细就看得出每个人怎么答的。",
                                        "1 is not at all, 5 entirely. No filter narrows it: the finer it was parted, the more would be told of "
                                        "one person. Fewer than %d answers are not shown; a ring stands for fewer than %d, which say little. "
                                        "Means of %s or less and of %s or more are a piece of the line and told no finer: they would tell "
                                        "what each person answered. "),
                          FW_SURVEY_LEAST_ANSWERS, FW_SURVEY_FEW_ANSWERS,
                          g_ascii_formatd (lowest, sizeof lowest, "%.1f", FW_SURVEY_LOWEST_TOLD),
                          g_ascii_formatd (highest, sizeof highest, "%.1f", FW_SURVEY_HIGHEST_TOLD));
  fw_chart_say_made (language, figures->made, caption);
  texts->caption = g_string_free (caption, FALSE);
}

static const char *
say_nothing (FwChartLanguage language)
{
  return fw_chart_say (language, "还没有收回问卷", "No survey has come back yet");
}

/* What stands behind the strips, at its widest. */
static double
measure_figures (const Plot *plot)
{
  double widest = 0;

  for (guint i = 0; i < plot->figures->n_rows; i++)
    {
      g_autofree char *figure = say_figure (plot->language, plot->figures->rows[i].mean);

      widest = MAX (widest, fw_chart_measure (plot->chart, figure, FW_CHART_TEXT_VALUE).width);
    }
  return widest;
}

static double
place_of (const Plot *plot,
          double score)
{
  return plot->left + (plot->strip_end - plot->left) * (score - 1) / (FW_SURVEY_MOST_SCORE - 1);
}

static void
add_strip (const Plot *plot,
           FwSurveyMean mean,
           double y)
{
  double middle = y + fw_chart_scale (plot->chart, STRIP_HEIGHT) / 2, radius = fw_chart_scale (plot->chart, DOT);

  fw_chart_add_line (plot->chart, plot->left, middle, plot->strip_end, middle, 1, FW_CHART_ROLE_GRID);
  for (guint score = 1; score <= FW_SURVEY_MOST_SCORE; score++)
    fw_chart_add_line (plot->chart, place_of (plot, score), middle - 3, place_of (plot, score), middle + 3, 1, FW_CHART_ROLE_GRID);
  if (mean.n == 0)
    return;
  if (mean.bound != FW_SURVEY_MEAN_IS)
    fw_chart_add_line (plot->chart, place_of (plot, mean.bound == FW_SURVEY_MEAN_AT_MOST ? 1 : mean.mean), middle,
                       place_of (plot, mean.bound == FW_SURVEY_MEAN_AT_MOST ? mean.mean : FW_SURVEY_MOST_SCORE), middle,
                       mean.few ? radius / 2 : radius, FW_CHART_ROLE_EMPHASIS);
  else if (mean.few)
    fw_chart_add_ring (plot->chart, place_of (plot, mean.mean), middle, radius, FW_CHART_ROLE_EMPHASIS);
  else
    fw_chart_add_dot (plot->chart, place_of (plot, mean.mean), middle, radius, FW_CHART_ROLE_EMPHASIS);
}

static double
add_row (const Plot *plot,
         guint index,
         double y)
{
  const FwSurveyRow *row = &plot->figures->rows[index];
  g_autofree char *figure = say_figure (plot->language, row->mean);
  double top = y, height = fw_chart_scale (plot->chart, STRIP_HEIGHT);
  double text_height = fw_chart_measure (plot->chart, figure, FW_CHART_TEXT_VALUE).height;

  y = fw_chart_add_paragraph (plot->chart, row->question, FW_CHART_TEXT_NAME, FW_CHART_ROLE_INK, plot->left, y, plot->right - plot->left) + 2;
  height = MAX (height, text_height);
  add_strip (plot, row->mean, y + (height - fw_chart_scale (plot->chart, STRIP_HEIGHT)) / 2);
  fw_chart_add_text (plot->chart, figure, row->mean.n > 0 ? FW_CHART_TEXT_VALUE : FW_CHART_TEXT_AXIS,
                     row->mean.n > 0 ? FW_CHART_ROLE_INK : FW_CHART_ROLE_SECOND_INK, plot->right, y + (height - text_height) / 2, 1);
  y += height + 2;
  fw_chart_add_mark (plot->chart, (FwChartMark){ (int) index, 0 },
                     (FwChartBox){ plot->left - 4, top - 2, plot->right - plot->left + 8, y - top + 4 });
  return y + fw_chart_scale (plot->chart, ROW_GAP);
}

static double
add_scores (const Plot *plot,
            double y)
{
  for (guint score = 1; score <= FW_SURVEY_MOST_SCORE; score++)
    {
      g_autofree char *text = g_strdup_printf ("%u", score);

      fw_chart_add_text (plot->chart, text, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, place_of (plot, score), y,
                         score == 1 ? 0 : 0.5);
    }
  return y + plot->line;
}

/**
 * fw_survey_chart_layout:
 *
 * Lays out a row for each question: its mean on a line from 1 to 5, a ring where few answered, none where fewer than may be told did; a
 * piece of the line where it may be told no finer.
 *
 * Returns: (transfer full): the chart
 */
FwChart *
fw_survey_chart_layout (const FwSurveyFigures *figures,
                        double width,
                        double text_scale,
                        PangoContext *context,
                        FwChartLanguage language)
{
  FwChart *chart = fw_chart_new_in_language (width, text_scale, context, language);
  g_auto (FwChartTexts) texts = { 0 };
  Plot plot = { .figures = figures, .chart = chart, .language = language };
  double y;

  write_texts (figures, language, &texts);
  y = fw_chart_begin_frame (chart, &texts);
  plot.line = fw_chart_measure (chart, "人M", FW_CHART_TEXT_NAME).height;
  plot.left = FW_CHART_PADDING;
  plot.right = width - FW_CHART_PADDING;
  plot.strip_end = plot.right - measure_figures (&plot) - 12;
  if (has_answers (figures))
    {
      for (guint row = 0; row < figures->n_rows; row++)
        y = add_row (&plot, row, y);
      y = add_scores (&plot, y);
    }
  else
    {
      const char *nothing[] = { say_nothing (language), NULL };
      FwChartBox box = { FW_CHART_PADDING, y, width - 2 * FW_CHART_PADDING, fw_chart_scale (chart, 72) };

      fw_chart_add_sentence (chart, box, nothing);
      y += box.height;
    }
  fw_chart_end_frame (chart, &texts, y);
  return chart;
}

/**
 * fw_survey_chart_describe_mark:
 *
 * Returns: (transfer full): a question in words
 */
char *
fw_survey_chart_describe_mark (const FwSurveyFigures *figures,
                               FwChartMark mark,
                               FwChartLanguage language)
{
  const FwSurveyRow *row;
  g_autofree char *answers = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (mark.place >= 0 && (guint) mark.place < figures->n_rows, NULL);
  row = &figures->rows[mark.place];
  answers = say_answers (language, row->mean);
  value = say_mean (language, row->mean, fw_chart_say (language, " 分", ""));
  if (row->mean.n == 0)
    return g_strdup_printf (fw_chart_say (language, "%s%s。", "%s %s."), row->question, answers);
  return g_strdup_printf (fw_chart_say (language, "%s平均 %s，%s。", "%s Mean %s, %s."), row->question, value, answers);
}

/**
 * fw_survey_chart_describe:
 *
 * Returns: (transfer full): the chart in words for a screen reader
 */
char *
fw_survey_chart_describe (const FwSurveyFigures *figures,
                          FwChartLanguage language)
{
  g_auto (FwChartTexts) texts = { 0 };
  GString *text;

  write_texts (figures, language, &texts);
  text = g_string_new (texts.title);
  g_string_append_printf (text, fw_chart_say (language, "。%s。", ". %s. "), texts.subtitle);
  if (!has_answers (figures))
    g_string_append_printf (text, fw_chart_say (language, "%s。", "%s."), say_nothing (language));
  else
    g_string_append (text, fw_chart_say (language, "按左右键逐题查看，T 键打开表格。", "Left and right move by question, T opens the table."));
  return g_string_free (text, FALSE);
}

/**
 * fw_survey_chart_tabulate:
 *
 * Returns: (transfer full): the questions
 */
FwChartTable *
fw_survey_chart_tabulate (const FwSurveyFigures *figures,
                          FwChartLanguage language)
{
  static const char *const headings[][4] = { { "问题", "答卷", "平均（1–5）", NULL }, { "Question", "Answers", "Mean (1–5)", NULL } };
  FwChartTable *table = fw_chart_table_new (headings[language]);

  for (guint i = 0; i < figures->n_rows; i++)
    {
      const FwSurveyRow *row = &figures->rows[i];
      char **cells = g_new0 (char *, fw_chart_table_get_n_columns (table) + 1);

      cells[0] = g_strdup (row->question);
      cells[1] = say_answers (language, row->mean);
      cells[2] = row->mean.n > 0 ? say_mean (language, row->mean, "") : g_strdup ("");
      fw_chart_table_add_row (table, (FwChartMark){ (int) i, 0 }, cells);
    }
  return table;
}
