/* What a chart of talks says, in both languages. */
#include "charts/fw-talks-chart-private.h"

char *
_fw_talks_say_times (FwChartLanguage language,
                     guint n)
{
  if (language == FW_CHART_CHINESE)
    return g_strdup_printf ("%u 次", n);
  return n == 1 ? g_strdup ("1 talk") : g_strdup_printf ("%u talks", n);
}

static guint
minutes (guint seconds)
{
  return (seconds + 30) / 60;
}

static char *
write_title (const FwTalksFigures *figures,
             FwChartLanguage language)
{
  if (figures->asked == FW_TALKS_ALERTS)
    return g_strdup (fw_chart_say (language, "什么话和什么原因一起出现？", "Which alerts come with which reasons?"));
  if (figures->asked == FW_TALKS_LENGTHS)
    return g_strdup (fw_chart_say (language, "一次谈话要多久？", "How long does a talk last?"));
  if (figures->talks->scenes->len > 0)
    {
      const FwTalkScene *first = _fw_talks_scene (figures, 0);
      FwInterval interval = fw_interval_of_share (first->turned->len, first->talks->len);

      /* Said only of a scene that turned clearly more often than by the way. */
      if (first->talks->len >= FW_TALKS_SHARES && first->turned->len >= FW_TALKS_FEW && interval.low > 0.1)
        return g_strdup_printf (fw_chart_say (language, "转坏最多的一场：%s", "Most often it turns here: %s"), figures->rows[0].name);
    }
  return g_strdup (fw_chart_say (language, "谈到哪里容易转坏？", "Where does a talk turn bad?"));
}

static void
write_caption (const FwTalksFigures *figures,
               FwChartLanguage language,
               GString *caption)
{
  const FwTalks *talks = figures->talks;

  if (figures->asked == FW_TALKS_SCENES)
    {
      g_string_append_printf (caption,
                              fw_chart_say (language,
                                            "转坏：在这一场里看到难受、生气或流泪，之前看到的不是这样。只数面谈时点下的观察，%u 次谈话里有 %u 次点过。",
                                            "Turned: upset, angry or in tears was noted in the scene, and something else before. Only what was "
                                            "noted in the talk counts: of %u talks in %u somebody did. "),
                              talks->n_talks, talks->n_observed);
      g_string_append_printf (caption,
                              fw_chart_say (language, "不到 %u 次的每次画一个点，只当个例看；不到 %u 次不算占比。",
                                            "Fewer than %u talks are a dot each: single cases; of fewer than %u no share is reckoned. "),
                              FW_TALKS_FEW, FW_TALKS_SHARES);
      if (talks->n_scenes > talks->scenes->len)
        g_string_append_printf (caption, fw_chart_say (language, "另有 %u 场没有转坏过。", "Other scenes, which never turned: %u. "),
                                talks->n_scenes - talks->scenes->len);
    }
  else if (figures->asked == FW_TALKS_ALERTS)
    g_string_append_printf (caption,
                            fw_chart_say (language,
                                          "只有收进记录的提醒；没收的不留。原因是这个人的离职原因，按大类，一人可有几个。不到 %u 次谈话的不列原因。",
                                          "Only alerts that were taken into the minutes: others are not kept. Reasons are those of the person's "
                                          "departure, by group; one may have several. None are listed for fewer than %u talks. "),
                            FW_TALKS_FEW);
  else
    g_string_append_printf (caption,
                            fw_chart_say (language, "一点是一次谈话，停下来的时间不算；浅色是脚本预计的时长，竖线是中位数，不到 %u 次的不画。",
                                          "A dot is a talk, breaks left out; the light band is the length the script plans, the stroke the median, "
                                          "left out for fewer than %u. "),
                            FW_TALKS_FEW);
}

void
_fw_talks_write (const FwTalksFigures *figures,
                 FwChartLanguage language,
                 FwChartTexts *texts)
{
  static const char *const what[][2] = {
    { "各场谈话里情绪转坏的次数", "Talks whose mood turned, by scene" },
    { "收进记录的提醒，和离职原因", "Alerts taken into the minutes, and reasons for leaving" },
    { "每次谈话的时长（分钟），按脚本", "Minutes of each talk, by script" },
  };
  g_autofree char *period = fw_chart_say_period (language, figures->from, figures->until);
  g_autofree char *times = _fw_talks_say_times (language, figures->talks->n_talks);
  const char *comma = fw_chart_say (language, "，", ", ");
  GString *caption = g_string_new (NULL);

  texts->title = write_title (figures, language);
  texts->subtitle = g_strdup_printf (fw_chart_say (language, "%s%s%s，%s，谈话 %s", "%s%s%s, %s, %s"), what[figures->asked][language],
                                     figures->scope != NULL ? comma : "", figures->scope != NULL ? figures->scope : "", period, times);
  write_caption (figures, language, caption);
  fw_chart_say_made (language, figures->made, caption);
  texts->caption = g_string_free (caption, FALSE);
}

const char *
_fw_talks_say_nothing (const FwTalksFigures *figures,
                       FwChartLanguage language)
{
  if (figures->talks->n_talks == 0)
    return fw_chart_say (language, "这段时间没有归档的谈话", "No talk on record in this time");
  if (figures->asked == FW_TALKS_ALERTS)
    return fw_chart_say (language, "没有收进记录的提醒", "No alert was taken into the minutes");
  if (figures->asked == FW_TALKS_LENGTHS)
    return fw_chart_say (language, "谈话没有记时长", "No talk has its length on record");
  return figures->talks->n_observed > 0 ? fw_chart_say (language, "没有一场转坏", "No scene turned bad")
                                        : fw_chart_say (language, "谈话里没有点过情绪", "No mood was noted in any talk");
}

static char *
say_scene (const FwTalksFigures *figures,
           FwChartLanguage language,
           guint row)
{
  const FwTalkScene *scene = _fw_talks_scene (figures, row);
  const char *few = scene->talks->len < FW_TALKS_FEW ? fw_chart_say (language, "次数太少，只当个例看。", "Too few to say more. ") : "";
  g_autofree char *times = _fw_talks_say_times (language, scene->talks->len);
  g_autofree char *share = NULL;
  g_autofree char *interval = NULL;

  if (scene->talks->len < FW_TALKS_SHARES)
    return g_strdup_printf (fw_chart_say (language, "%s：谈到 %s，转坏 %u 次。%s", "%s: came up in %s, turned in %u. %s"),
                            figures->rows[row].name, times, scene->turned->len, few);
  share = fw_chart_say_rate ((double) scene->turned->len / scene->talks->len);
  interval = fw_chart_say_interval (fw_interval_of_share (scene->turned->len, scene->talks->len));
  return g_strdup_printf (fw_chart_say (language, "%s：谈到 %s，转坏 %u 次，占 %s，95%% 区间 %s。",
                                        "%s: came up in %s, turned in %u, %s, 95%% interval %s."),
                          figures->rows[row].name, times, scene->turned->len, share, interval);
}

/* A row in a sentence: what is spoken of a mark. */
char *
_fw_talks_say_row (const FwTalksFigures *figures,
                   FwChartLanguage language,
                   guint row)
{
  const FwTalksRow *words = &figures->rows[row];

  if (figures->asked == FW_TALKS_SCENES)
    return say_scene (figures, language, row);
  if (figures->asked == FW_TALKS_ALERTS)
    {
      g_autofree char *times = _fw_talks_say_times (language, _fw_talks_alert (figures, row)->talks->len);

      return g_strdup_printf (fw_chart_say (language, "%s：%s。%s", "%s: %s. %s"), words->name, times,
                              words->detail != NULL ? words->detail : "");
    }
  else
    {
      const FwTalkLength *length = _fw_talks_length (figures, row);
      guint n = length->seconds->len, shortest = minutes (g_array_index (length->seconds, guint, 0));
      guint longest = minutes (g_array_index (length->seconds, guint, n - 1));
      g_autofree char *times = _fw_talks_say_times (language, n);

      if (length->median == 0)
        return g_strdup_printf (fw_chart_say (language, "%s：%s，%u 到 %u 分钟。次数太少，只当个例看。", "%s: %s, %u to %u minutes. Too few to say more."),
                                words->name, times, shortest, longest);
      return g_strdup_printf (fw_chart_say (language, "%s：%s，%u 到 %u 分钟，中位 %u 分钟。", "%s: %s, %u to %u minutes, median %u."),
                              words->name, times, shortest, longest, minutes (length->median));
    }
}

/**
 * fw_talks_chart_describe_mark:
 *
 * Returns: (transfer full): a row in words
 */
char *
fw_talks_chart_describe_mark (const FwTalksFigures *figures,
                              FwChartMark mark,
                              FwChartLanguage language)
{
  g_return_val_if_fail (mark.place >= 0 && (guint) mark.place < fw_talks_chart_count_rows (figures->talks, figures->asked), NULL);
  return _fw_talks_say_row (figures, language, (guint) mark.place);
}

/**
 * fw_talks_chart_describe:
 *
 * Returns: (transfer full): the chart in words for a screen reader
 */
char *
fw_talks_chart_describe (const FwTalksFigures *figures,
                         FwChartLanguage language)
{
  g_auto (FwChartTexts) texts = { 0 };
  guint n = fw_talks_chart_count_rows (figures->talks, figures->asked);
  GString *text;

  _fw_talks_write (figures, language, &texts);
  text = g_string_new (texts.title);
  g_string_append_printf (text, fw_chart_say (language, "。%s。", ". %s. "), texts.subtitle);
  if (n == 0)
    g_string_append_printf (text, fw_chart_say (language, "%s。", "%s."), _fw_talks_say_nothing (figures, language));
  for (guint i = 0; i < MIN (n, 3); i++)
    {
      g_autofree char *row = _fw_talks_say_row (figures, language, i);

      g_string_append_printf (text, "%s%s", row, language == FW_CHART_CHINESE ? "" : " ");
    }
  if (n > 0)
    g_string_append (text, fw_chart_say (language, "按左右键逐项查看，T 键打开表格。", "Left and right move by row, T opens the table."));
  return g_string_free (text, FALSE);
}

static void
fill_cells (const FwTalksFigures *figures,
            FwChartLanguage language,
            guint row,
            char **cells)
{
  cells[0] = g_strdup (figures->rows[row].name);
  if (figures->asked == FW_TALKS_SCENES)
    {
      const FwTalkScene *scene = _fw_talks_scene (figures, row);

      cells[1] = g_strdup (figures->rows[row].detail != NULL ? figures->rows[row].detail : "");
      cells[2] = g_strdup_printf ("%u", scene->talks->len);
      cells[3] = g_strdup_printf ("%u", scene->turned->len);
      cells[4] = scene->talks->len < FW_TALKS_SHARES ? g_strdup ("") : fw_chart_say_rate ((double) scene->turned->len / scene->talks->len);
    }
  else if (figures->asked == FW_TALKS_ALERTS)
    {
      const FwTalkAlertClass *alert = _fw_talks_alert (figures, row);

      cells[1] = g_strdup_printf ("%u", alert->talks->len);
      cells[2] = alert->talks->len < FW_TALKS_FEW ? g_strdup ("") : g_strdup_printf ("%u", alert->n_reasoned);
      cells[3] = g_strdup (figures->rows[row].detail != NULL ? figures->rows[row].detail : "");
    }
  else
    {
      const FwTalkLength *length = _fw_talks_length (figures, row);

      cells[1] = g_strdup_printf ("%u", length->seconds->len);
      cells[2] = g_strdup_printf ("%u", minutes (g_array_index (length->seconds, guint, 0)));
      cells[3] = length->median == 0 ? g_strdup ("") : g_strdup_printf ("%u", minutes (length->median));
      cells[4] = g_strdup_printf ("%u", minutes (g_array_index (length->seconds, guint, length->seconds->len - 1)));
    }
}

/**
 * fw_talks_chart_tabulate:
 *
 * Returns: (transfer full): the rows
 */
FwChartTable *
fw_talks_chart_tabulate (const FwTalksFigures *figures,
                         FwChartLanguage language)
{
  static const char *const headings[][2][6] = {
    { { "场次", "脚本", "谈到", "转坏", "占比", NULL }, { "Scene", "Script", "Talks", "Turned", "Share", NULL } },
    { { "提醒", "谈话", "有原因的", "原因", NULL }, { "Alert", "Talks", "With reasons", "Reasons", NULL } },
    { { "脚本", "谈话", "最短（分）", "中位（分）", "最长（分）", NULL },
      { "Script", "Talks", "Shortest (min)", "Median (min)", "Longest (min)", NULL } },
  };
  FwChartTable *table = fw_chart_table_new (headings[figures->asked][language]);

  for (guint row = 0; row < fw_talks_chart_count_rows (figures->talks, figures->asked); row++)
    {
      char **cells = g_new0 (char *, fw_chart_table_get_n_columns (table) + 1);

      fill_cells (figures, language, row, cells);
      fw_chart_table_add_row (table, (FwChartMark){ (int) row, 0 }, cells);
    }
  return table;
}
