/* What the rows of charts of talks are called: by the scripts and classes of now; what is no more keeps its id. */
#include "departure/fw-insight-chart-private.h"

#include "charts/fw-talks-chart.h"
#include "departure/fw-talk-records-private.h"

static const char *
pick (const FwTalkName *name,
      const char *id,
      FwChartLanguage language)
{
  const char *text = name != NULL ? language == FW_CHART_CHINESE ? name->zh : name->en : NULL;

  return text != NULL && *text != '\0' ? text : id;
}

static const char *
name_script (const FwLeavingRecords *records,
             const char *script,
             FwChartLanguage language)
{
  if (script == NULL)
    return fw_chart_say (language, "没有用脚本", "Without a script");
  return pick (_fw_talk_records_name (records, script), script, language);
}

static void
fill_scene (FwTalksRow *row,
            const FwLeavingRecords *records,
            const FwTalkScene *scene,
            FwChartLanguage language)
{
  g_autofree char *key = _fw_talk_scene_key (scene->script, scene->scene);

  row->name = g_strdup (pick (_fw_talk_records_name (records, key), scene->scene, language));
  row->detail = g_strdup (scene->script != NULL ? name_script (records, scene->script, language)
                                                : fw_chart_say (language, "各种谈话都会转到的一场", "A scene that any talk may turn to"));
}

/* "上级 4，薪酬福利 3", or why there are none. */
static char *
say_reasons (const FwLeavingRecords *records,
             const FwTalkAlertClass *alert,
             FwChartLanguage language)
{
  GString *text;

  if (alert->talks->len < FW_TALKS_FEW)
    return g_strdup (fw_chart_say (language, "次数太少，不列原因", "too few to list reasons"));
  if (alert->n_reasoned == 0)
    return g_strdup (fw_chart_say (language, "这些人的离职原因还没有记录", "no reasons on record of these people"));
  text = g_string_new (NULL);
  for (guint i = 0; i < alert->reasons->len; i++)
    {
      const FwTalkReason *reason = &g_array_index (alert->reasons, FwTalkReason, i);
      g_autofree char *name =
        g_key_file_get_string (records->reason_names, reason->reason, fw_chart_say (language, "zh", "en"), NULL);

      g_string_append_printf (text, "%s%s %u", i > 0 ? fw_chart_say (language, "，", ", ") : "",
                              name != NULL ? name : reason->reason, reason->n_talks);
    }
  return g_string_free (text, FALSE);
}

static void
fill_alert (FwTalksRow *row,
            const FwLeavingRecords *records,
            const FwTalkAlertClass *alert,
            FwChartLanguage language)
{
  g_autofree char *key = g_strconcat ("class:", alert->alert, NULL);

  row->name = g_strdup (pick (_fw_talk_records_name (records, key), alert->alert, language));
  row->detail = say_reasons (records, alert, language);
}

static void
fill_length (FwTalksRow *row,
             const FwLeavingRecords *records,
             const FwTalkLength *length,
             FwChartLanguage language)
{
  const FwTalkName *script = _fw_talk_records_name (records, length->script);

  row->name = g_strdup (name_script (records, length->script, language));
  row->least_minutes = script != NULL ? script->least_minutes : 0;
  row->most_minutes = script != NULL ? script->most_minutes : 0;
}

/* Returns: (transfer full): what stands in the rows, ended by one without a name */
FwTalksRow *
_fw_insight_talk_rows (FwInsight *insight,
                       FwTalksAsked asked,
                       FwChartLanguage language)
{
  const FwTalks *talks = fw_insight_get_talks (insight);
  const FwLeavingRecords *records = fw_insight_get_records (insight);
  guint n = fw_talks_chart_count_rows (talks, asked);
  FwTalksRow *rows = g_new0 (FwTalksRow, n + 1);

  for (guint i = 0; i < n; i++)
    if (asked == FW_TALKS_SCENES)
      fill_scene (&rows[i], records, talks->scenes->pdata[i], language);
    else if (asked == FW_TALKS_ALERTS)
      fill_alert (&rows[i], records, talks->alerts->pdata[i], language);
    else
      fill_length (&rows[i], records, talks->lengths->pdata[i], language);
  return rows;
}

void
_fw_insight_talk_rows_free (FwTalksRow *rows)
{
  for (FwTalksRow *row = rows; row->name != NULL; row++)
    {
      g_free (row->name);
      g_free (row->detail);
    }
  g_free (rows);
}
