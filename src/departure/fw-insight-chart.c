#include "departure/fw-insight-chart-private.h"

#include "charts/fw-reasons-chart.h"
#include "charts/fw-survey-chart.h"
#include "charts/fw-tenure-chart.h"
#include "charts/fw-turnover-chart.h"
#include "departure/fw-leaving-records-private.h"
#include "departure/fw-survey.h"

struct _FwInsightChart
{
  GObject parent_instance;

  FwInsight *insight;
  FwInsightQuestion question;
  FwChartLanguage language;
  FwDate made;
  char *scope; /* NULL: the whole company and every leaving */
  GStrv names; /* of the reasons shown */
  FwTalksRow *talks_rows; /* NULL: not of talks */
  GArray *survey_rows;    /* FwSurveyRow */
};

G_DEFINE_FINAL_TYPE (FwInsightChart, fw_insight_chart, G_TYPE_OBJECT)

static const char *const question_names[] = { "turnover", "reasons", "tenure", "talk-scenes", "talk-alerts", "talk-lengths",
                                              "survey" };

static void
fw_insight_chart_finalize (GObject *object)
{
  FwInsightChart *self = FW_INSIGHT_CHART (object);

  g_clear_object (&self->insight);
  g_free (self->scope);
  g_strfreev (self->names);
  g_clear_pointer (&self->talks_rows, _fw_insight_talk_rows_free);
  g_array_unref (self->survey_rows);
  G_OBJECT_CLASS (fw_insight_chart_parent_class)->finalize (object);
}

static void
fw_insight_chart_class_init (FwInsightChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fw_insight_chart_finalize;
}

static void
fw_insight_chart_init (FwInsightChart *self)
{
  self->survey_rows = g_array_new (FALSE, FALSE, sizeof (FwSurveyRow));
}

static const char *
name_of_place (GArray *places,
               const char *id)
{
  for (guint i = 0; id != NULL && i < places->len; i++)
    if (g_str_equal (g_array_index (places, FwInsightPlace, i).id, id))
      return g_array_index (places, FwInsightPlace, i).name;
  return NULL;
}

/* Which leavings are looked at, where it is not every one. */
static void
say_leavings (const FwInsightFilter *filter,
              FwChartLanguage language,
              GPtrArray *parts)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *only;
  g_autofree char *all = NULL;

  for (int group = 0; group < FW_N_LEAVING_GROUPS; group++)
    if (filter->groups != FW_INSIGHT_EVERY_GROUP && (filter->groups & (1u << group)) != 0)
      g_ptr_array_add (names, (gpointer) fw_chart_say_group (language, group));
  for (int kind = 0; kind < FW_N_LEAVING_KINDS; kind++)
    if (filter->kinds != FW_INSIGHT_EVERY_KIND && (filter->kinds & (1u << kind)) != 0)
      g_ptr_array_add (names, (gpointer) fw_chart_say_kind (language, kind));
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  only = fw_chart_say (language, "只看", "only ");
  all = g_strjoinv (fw_chart_say (language, "、", ", "), (char **) names->pdata);
  g_ptr_array_add (parts, g_strconcat (only, all, NULL));
}

static char *
say_scope (FwInsight *insight,
           FwChartLanguage language)
{
  const FwInsightFilter *filter = fw_insight_get_filter (insight);
  const FwLeavingRecords *records = fw_insight_get_records (insight);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *branch = name_of_place (records->branches, filter->branch_id);
  const char *department = name_of_place (records->departments, filter->department_id);

  if (branch != NULL)
    g_ptr_array_add (parts, g_strdup (branch));
  if (department != NULL)
    g_ptr_array_add (parts, g_strdup_printf (fw_chart_say (language, "%s（含下级）", "%s with its parts"), department));
  say_leavings (filter, language, parts);
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (fw_chart_say (language, "，", ", "), (char **) parts->pdata);
}

/* A reason by its name; one that only this company uses is its own name. */
static char *
name_reason (FwInsight *insight,
             const FwReasonRow *row,
             FwChartLanguage language)
{
  GKeyFile *names = fw_insight_get_records (insight)->reason_names;
  char *name = fw_reasons_chart_name_row (row, language);

  if (name == NULL && fw_insight_get_filter (insight)->reasons == FW_INSIGHT_BY_KIND)
    name = g_strdup (fw_chart_say_kind (language, fw_leaving_kind_from_name (row->reason)));
  if (name == NULL && fw_insight_get_filter (insight)->reasons <= FW_INSIGHT_BY_REASON_GROUP)
    name = g_key_file_get_string (names, row->reason, fw_chart_say (language, "zh", "en"), NULL);
  return name != NULL ? name : g_strdup (row->reason);
}

static GStrv
name_reasons (FwInsight *insight,
              FwChartLanguage language)
{
  const FwReasons *reasons = fw_insight_get_reasons (insight);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < fw_reasons_get_n_rows (reasons); i++)
    {
      g_autofree char *name = name_reason (insight, fw_reasons_get_row (reasons, i), language);

      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

/* Whether the question is about talks, and not about who left. */
gboolean
fw_insight_question_is_of_talks (FwInsightQuestion question)
{
  return question >= FW_INSIGHT_TALK_SCENES && question <= FW_INSIGHT_TALK_LENGTHS;
}

static FwTalksAsked
asked_of_talks (FwInsightQuestion question)
{
  return (FwTalksAsked) (question - FW_INSIGHT_TALK_SCENES);
}

/* Borrowed from the records. */
static void
add_survey_rows (FwInsightChart *self)
{
  GPtrArray *counts = fw_insight_get_records (self->insight)->survey;

  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      const FwSurveyCount *count = counts->pdata[i];
      FwSurveyRow row = { self->language == FW_CHART_CHINESE ? count->zh : count->en, fw_survey_mean_reckon (count->counts) };

      g_array_append_val (self->survey_rows, row);
    }
}

/* Returns: (transfer full) */
FwInsightChart *
fw_insight_chart_new (FwInsight *insight,
                      FwInsightQuestion question,
                      FwChartLanguage language)
{
  FwInsightChart *self = g_object_new (FW_TYPE_INSIGHT_CHART, NULL);

  self->insight = g_object_ref (insight);
  self->question = question;
  self->language = language;
  self->scope = say_scope (insight, language);
  self->names = name_reasons (insight, language);
  if (fw_insight_question_is_of_talks (question))
    self->talks_rows = _fw_insight_talk_rows (insight, asked_of_talks (question), language);
  if (question == FW_INSIGHT_SURVEY)
    add_survey_rows (self);
  return self;
}

/**
 * fw_insight_chart_new_made:
 * @made: the day
 *
 * Returns: (transfer full): the same chart, whose caption says when it was made: for paper and files
 */
FwInsightChart *
fw_insight_chart_new_made (FwInsightChart *self,
                           FwDate made)
{
  FwInsightChart *dated = fw_insight_chart_new (self->insight, self->question, self->language);

  dated->made = made;
  return dated;
}

FwInsight *
_fw_insight_chart_get_insight (FwInsightChart *self)
{
  return self->insight;
}

FwDate
_fw_insight_chart_get_made (FwInsightChart *self)
{
  return self->made;
}

FwInsightQuestion
fw_insight_chart_get_question (FwInsightChart *self)
{
  return self->question;
}

static FwTurnoverFigures
turnover_figures (FwInsightChart *self)
{
  FwTurnoverFigures figures = { fw_insight_get_turnover (self->insight), self->scope,
                                .n_undated = fw_leaving_records_get_n_undated (fw_insight_get_records (self->insight)),
                                .made = self->made };

  figures.n_one_day = fw_insight_count_on_one_day (self->insight, &figures.one_day);
  return figures;
}

static FwReasonsFigures
reasons_figures (FwInsightChart *self)
{
  return (FwReasonsFigures){ fw_insight_get_reasons (self->insight), (const char *const *) self->names,
                             (FwReasonsBasis) fw_insight_get_filter (self->insight)->reasons, self->scope,
                             fw_insight_get_from (self->insight), fw_insight_get_until (self->insight), self->made };
}

static FwTalksFigures
talks_figures (FwInsightChart *self)
{
  return (FwTalksFigures){ fw_insight_get_talks (self->insight), asked_of_talks (self->question), self->talks_rows, self->scope,
                           fw_insight_get_from (self->insight), fw_insight_get_until (self->insight), self->made };
}

static FwSurveyFigures
survey_figures (FwInsightChart *self)
{
  return (FwSurveyFigures){ (const FwSurveyRow *) (gpointer) self->survey_rows->data, self->survey_rows->len, self->made };
}

static FwTenureFigures
tenure_figures (FwInsightChart *self)
{
  return (FwTenureFigures){ fw_insight_get_tenure (self->insight), self->scope, fw_insight_get_from (self->insight),
                            fw_insight_get_until (self->insight),
                            fw_insight_get_records (self->insight)->probation_months, self->made };
}

/**
 * fw_insight_chart_layout:
 * @width: logical pixels
 * @text_scale: the desktop's text factor, 1 normally
 * @context: for measuring and drawing text
 *
 * Returns: (transfer full): the chart at that width, with the height it needs
 */
FwChart *
fw_insight_chart_layout (FwInsightChart *self,
                         double width,
                         double text_scale,
                         PangoContext *context)
{
  FwTurnoverFigures turnover;
  FwReasonsFigures reasons;
  FwTenureFigures tenure;
  FwTalksFigures talks;
  FwSurveyFigures survey;

  switch (self->question)
    {
    case FW_INSIGHT_REASONS:
      reasons = reasons_figures (self);
      return fw_reasons_chart_layout (&reasons, width, text_scale, context, self->language);
    case FW_INSIGHT_TENURE:
      tenure = tenure_figures (self);
      return fw_tenure_chart_layout (&tenure, width, text_scale, context, self->language);
    case FW_INSIGHT_TALK_SCENES:
    case FW_INSIGHT_TALK_ALERTS:
    case FW_INSIGHT_TALK_LENGTHS:
      talks = talks_figures (self);
      return fw_talks_chart_layout (&talks, width, text_scale, context, self->language);
    case FW_INSIGHT_SURVEY:
      survey = survey_figures (self);
      return fw_survey_chart_layout (&survey, width, text_scale, context, self->language);
    case FW_INSIGHT_TURNOVER:
    case FW_N_INSIGHT_CHARTS:
    default:
      turnover = turnover_figures (self);
      return fw_turnover_chart_layout (&turnover, width, text_scale, context, self->language);
    }
}

/* Returns: (transfer full): the chart for a file or for paper, of the same size whatever the desktop's */
FwChart *
fw_insight_chart_layout_for_file (FwInsightChart *self,
                                  double width)
{
  g_autoptr (GObject) context = G_OBJECT (fw_chart_new_pango_context ());

  return fw_insight_chart_layout (self, width, 1, (PangoContext *) context);
}

/* Returns: (transfer full): the chart in words */
char *
fw_insight_chart_describe (FwInsightChart *self)
{
  FwTurnoverFigures turnover;
  FwReasonsFigures reasons;
  FwTenureFigures tenure;
  FwTalksFigures talks;
  FwSurveyFigures survey;

  switch (self->question)
    {
    case FW_INSIGHT_REASONS:
      reasons = reasons_figures (self);
      return fw_reasons_chart_describe (&reasons, self->language);
    case FW_INSIGHT_TENURE:
      tenure = tenure_figures (self);
      return fw_tenure_chart_describe (&tenure, self->language);
    case FW_INSIGHT_TALK_SCENES:
    case FW_INSIGHT_TALK_ALERTS:
    case FW_INSIGHT_TALK_LENGTHS:
      talks = talks_figures (self);
      return fw_talks_chart_describe (&talks, self->language);
    case FW_INSIGHT_SURVEY:
      survey = survey_figures (self);
      return fw_survey_chart_describe (&survey, self->language);
    case FW_INSIGHT_TURNOVER:
    case FW_N_INSIGHT_CHARTS:
    default:
      turnover = turnover_figures (self);
      return fw_turnover_chart_describe (&turnover, self->language);
    }
}

/* Returns: (transfer full): a mark of the chart in words */
char *
fw_insight_chart_describe_mark (FwInsightChart *self,
                                FwChartMark mark)
{
  FwTurnoverFigures turnover;
  FwReasonsFigures reasons;
  FwTenureFigures tenure;
  FwTalksFigures talks;
  FwSurveyFigures survey;

  switch (self->question)
    {
    case FW_INSIGHT_REASONS:
      reasons = reasons_figures (self);
      return fw_reasons_chart_describe_mark (&reasons, mark, self->language);
    case FW_INSIGHT_TENURE:
      tenure = tenure_figures (self);
      return fw_tenure_chart_describe_mark (&tenure, mark, self->language);
    case FW_INSIGHT_TALK_SCENES:
    case FW_INSIGHT_TALK_ALERTS:
    case FW_INSIGHT_TALK_LENGTHS:
      talks = talks_figures (self);
      return fw_talks_chart_describe_mark (&talks, mark, self->language);
    case FW_INSIGHT_SURVEY:
      survey = survey_figures (self);
      return fw_survey_chart_describe_mark (&survey, mark, self->language);
    case FW_INSIGHT_TURNOVER:
    case FW_N_INSIGHT_CHARTS:
    default:
      turnover = turnover_figures (self);
      return fw_turnover_chart_describe_mark (&turnover, mark, self->language);
    }
}

/* Returns: (transfer full): title, what is drawn and the definition, as they stand around the chart on paper */
char *
fw_insight_chart_define (FwInsightChart *self)
{
  g_autoptr (FwChart) chart = fw_insight_chart_layout_for_file (self, FW_CHART_PAPER_WIDTH);
  guint last = fw_chart_get_n_texts (chart) - 1;

  return g_strdup_printf ("%s\n\n%s\n\n%s\n", fw_chart_get_text (chart, 0), fw_chart_get_text (chart, 1),
                          fw_chart_get_text (chart, last));
}

/* Returns: (transfer full): the figures as a table */
FwChartTable *
fw_insight_chart_tabulate (FwInsightChart *self)
{
  FwTurnoverFigures turnover;
  FwReasonsFigures reasons;
  FwTenureFigures tenure;
  FwTalksFigures talks;
  FwSurveyFigures survey;

  switch (self->question)
    {
    case FW_INSIGHT_REASONS:
      reasons = reasons_figures (self);
      return fw_reasons_chart_tabulate (&reasons, self->language);
    case FW_INSIGHT_TENURE:
      tenure = tenure_figures (self);
      return fw_tenure_chart_tabulate (&tenure, self->language);
    case FW_INSIGHT_TALK_SCENES:
    case FW_INSIGHT_TALK_ALERTS:
    case FW_INSIGHT_TALK_LENGTHS:
      talks = talks_figures (self);
      return fw_talks_chart_tabulate (&talks, self->language);
    case FW_INSIGHT_SURVEY:
      survey = survey_figures (self);
      return fw_survey_chart_tabulate (&survey, self->language);
    case FW_INSIGHT_TURNOVER:
    case FW_N_INSIGHT_CHARTS:
    default:
      turnover = turnover_figures (self);
      return fw_turnover_chart_tabulate (&turnover, self->language);
    }
}

/**
 * fw_insight_chart_is_empty:
 *
 * Returns: whether nothing is on record of what it would show: no talk, no sheet
 */
gboolean
fw_insight_chart_is_empty (FwInsightChart *self)
{
  if (fw_insight_question_is_of_talks (self->question))
    return fw_insight_get_talks (self->insight)->n_talks == 0;
  for (guint i = 0; i < self->survey_rows->len; i++)
    {
      const FwSurveyMean *mean = &g_array_index (self->survey_rows, FwSurveyRow, i).mean;

      if (mean->n > 0 || mean->hidden)
        return FALSE;
    }
  return self->question == FW_INSIGHT_SURVEY;
}

static GArray *
list_of_month (FwInsightChart *self,
               FwChartMark mark)
{
  static const int groups[] = { FW_TURNOVER_ALL, FW_LEAVING_VOLUNTARY, FW_LEAVING_OTHER, FW_LEAVING_INVOLUNTARY };
  const FwTurnover *turnover = fw_insight_get_turnover (self->insight);
  FwDate from = fw_turnover_get_month (turnover, (guint) mark.place)->month;
  FwDate until = fw_date_month_end (from);
  GArray *people;

  /* Who leaves later this month has not left yet. */
  if (fw_date_compare (until, fw_insight_get_until (self->insight)) > 0)
    until = fw_insight_get_until (self->insight);
  people = fw_insight_list_left (self->insight, from, until, groups[mark.series]);
  if (mark.series == FW_TURNOVER_SERIES_OTHER)
    {
      g_autoptr (GArray) unknown = fw_insight_list_left (self->insight, from, until, FW_LEAVING_UNKNOWN);

      g_array_append_vals (people, unknown->data, unknown->len);
    }
  return people;
}

static GArray *
list_of_talks (FwInsightChart *self,
               FwChartMark mark,
               gboolean people)
{
  FwTalksFigures talks = talks_figures (self);

  return fw_insight_list_talked (self->insight, fw_talks_chart_get_talks (&talks, mark), people);
}

/**
 * fw_insight_chart_list_talks:
 *
 * Returns: (transfer full) (element-type guint32): the rows in the store of the talks behind @mark; none of a question about who left
 */
GArray *
fw_insight_chart_list_talks (FwInsightChart *self,
                             FwChartMark mark)
{
  if (mark.place < 0 || !fw_insight_question_is_of_talks (self->question))
    return g_array_new (FALSE, FALSE, sizeof (guint32));
  return list_of_talks (self, mark, FALSE);
}

/**
 * fw_insight_chart_list_people:
 *
 * Returns: (transfer full) (element-type guint32): the rows in the store of the people behind @mark
 */
GArray *
fw_insight_chart_list_people (FwInsightChart *self,
                              FwChartMark mark)
{
  const FwTenure *tenure = fw_insight_get_tenure (self->insight);
  guint place = (guint) mark.place;

  g_return_val_if_fail (mark.place >= 0, g_array_new (FALSE, FALSE, sizeof (guint32)));
  if (self->question == FW_INSIGHT_SURVEY)
    return g_array_new (FALSE, FALSE, sizeof (guint32)); /* nobody stands behind it */
  if (fw_insight_question_is_of_talks (self->question))
    return list_of_talks (self, mark, TRUE);
  if (self->question == FW_INSIGHT_REASONS)
    return fw_insight_list_with_reason (self->insight, place);
  if (self->question == FW_INSIGHT_TURNOVER)
    return list_of_month (self, mark);
  if (mark.series == FW_TENURE_SERIES_HUMP)
    return fw_insight_list_with_tenure (self->insight, tenure->hump.first_month,
                                        tenure->hump.first_month + tenure->hump.n_months);
  return fw_insight_list_with_tenure (self->insight, place, place < FW_TENURE_PLACE_LONGER ? place + 1 : 0);
}

const char *
fw_insight_question_get_name (FwInsightQuestion question)
{
  g_return_val_if_fail (question < FW_N_INSIGHT_CHARTS, NULL);
  return question_names[question];
}

/* Returns: whether there is a question of that name */
gboolean
fw_insight_question_from_name (const char *name,
                               FwInsightQuestion *question)
{
  for (int i = 0; i < FW_N_INSIGHT_CHARTS; i++)
    if (g_strcmp0 (name, question_names[i]) == 0)
      {
        *question = i;
        return TRUE;
      }
  return FALSE;
}
