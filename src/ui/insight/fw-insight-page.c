#include "config.h"

#include "ui/insight/fw-insight-page.h"

#include <glib/gi18n.h>

#include "store/fw-store.h"
#include "ui/fw-language.h"
#include "ui/fw-problem.h"
#include "ui/insight/fw-insight-card.h"
#include "ui/insight/fw-insight-figures.h"
#include "ui/insight/fw-insight-filters.h"
#include "ui/insight/fw-leavers-page.h"
#include "ui/insight/fw-liability-page.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-tab-through.h"

struct _FwInsightPage
{
  GtkWidget parent_instance;

  FwWorkplace *workplace;
  FwInsight *insight;        /* what is shown */
  FwLeavingRecords *records; /* NULL: to be read again */
  GCancellable *cancellable; /* of the question that is being answered */
  FwInsightReasons reasons;  /* by what reasons are told apart */
  gboolean narrow;

  GMenuModel *reasons_menu;
  GtkStack *content;
  GtkStack *states;
  FwInsightFilters *filters;
  FwInsightFigures *figures;
  GtkBox *lower_cards;
  AdwStatusPage *failed_page;
  FwInsightCard *turnover_card;
  FwInsightCard *reasons_card;
  FwInsightCard *tenure_card;
  GtkWidget *talk_empty_label;
  GtkBox *talk_cards;
  FwInsightCard *scenes_card;
  FwInsightCard *alerts_card;
  FwInsightCard *lengths_card;
  GtkWidget *survey_empty_label;
  FwInsightCard *survey_card;
  FwInsightCard *opened_card; /* whose people are shown */
  FwLeaversPage *leavers_page;
  FwLiabilityPage *liability_page;
  GtkWidget *liability_button;
  GtkWidget *import_button;
};

G_DEFINE_FINAL_TYPE (FwInsightPage, fw_insight_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

enum
{
  SIGNAL_PERSON_CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static FwInsightCard *
card_of (FwInsightPage *self, FwInsightQuestion question)
{
  FwInsightCard *const cards[] = { self->turnover_card, self->reasons_card, self->tenure_card,
                                   self->scenes_card,   self->alerts_card,  self->lengths_card, self->survey_card };

  return cards[question];
}

/* Charts of no talks would only say so three times. */
static void
show_talks (FwInsightPage *self, gboolean any)
{
  gtk_widget_set_visible (self->talk_empty_label, !any);
  gtk_widget_set_visible (GTK_WIDGET (self->talk_cards), any);
  gtk_widget_set_visible (GTK_WIDGET (self->lengths_card), any);
}

static void
show_survey (FwInsightPage *self, gboolean any)
{
  gtk_widget_set_visible (self->survey_empty_label, !any);
  gtk_widget_set_visible (GTK_WIDGET (self->survey_card), any);
}

static void
show_insight (FwInsightPage *self)
{
  FwChartLanguage language = fw_chart_language_from_name (fw_language_get ());

  for (int question = 0; question < FW_N_INSIGHT_CHARTS; question++)
    {
      g_autoptr (FwInsightChart) chart = fw_insight_chart_new (self->insight, question, language);

      fw_insight_card_set_chart (card_of (self, question), self->workplace, chart);
    }
  show_survey (self, !fw_insight_chart_is_empty (fw_insight_card_get_chart (self->survey_card)));
  show_talks (self, fw_insight_get_talks (self->insight)->n_talks > 0);
  fw_insight_figures_show (self->figures, fw_insight_get_headline (self->insight));
  gtk_stack_set_visible_child_name (self->states, "figures");
}

static void
show_failed (FwInsightPage *self, const GError *error)
{
  g_autofree char *why = fw_problem_describe (error);

  adw_status_page_set_description (self->failed_page, why);
  gtk_stack_set_visible_child_name (self->states, "failed");
}

/* With no departure on record there is one thing to do. */
static gboolean
fw_insight_page_grab_focus (GtkWidget *widget)
{
  FwInsightPage *self = FW_INSIGHT_PAGE (widget);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "charts") == 0 &&
         g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "empty") == 0 && gtk_widget_grab_focus (self->import_button);
}

static void
show_empty (FwInsightPage *self)
{
  const gboolean waited = g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "waiting") == 0;

  gtk_stack_set_visible_child_name (self->states, "empty");
  if (waited)
    fw_tab_through_settle (GTK_WIDGET (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwInsightPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwInsight) insight = fw_insight_read_finish (result, &error);
  FwLeavingRecords *records;

  if (self->content == NULL || self->workplace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (insight == NULL)
    {
      show_failed (self, error);
      return;
    }
  records = fw_insight_get_records (insight);
  if (records != self->records)
    {
      g_clear_pointer (&self->records, fw_leaving_records_unref);
      self->records = fw_leaving_records_ref (records);
      fw_insight_filters_offer (self->filters, records, fw_workplace_get_today (self->workplace));
    }
  g_set_object (&self->insight, insight);
  if (fw_date_is_known (fw_leaving_records_get_first_leaving (records)))
    show_insight (self);
  else
    show_empty (self);
}

/* Asks for what is chosen; an older question is given up. Nobody waits while the page is not in sight. */
static void
ask (FwInsightPage *self)
{
  FwDate today;
  FwInsightFilter filter;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workplace == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  today = fw_workplace_get_today (self->workplace);
  filter = fw_insight_filters_get (self->filters, today);
  filter.reasons = self->reasons;
  self->cancellable = g_cancellable_new ();
  fw_insight_read_async (fw_workplace_get_store (self->workplace), self->records, &filter, today, self->cancellable, read_cb,
                         g_object_ref (self));
}

static void
filters_changed_cb (FwInsightPage *self)
{
  ask (self);
}

/* A radio item of the menu of reasons. */
static void
reasons_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  static const char *const names[] = {
    [FW_INSIGHT_BY_REASON] = "reason",
    [FW_INSIGHT_BY_REASON_GROUP] = "group",
    [FW_INSIGHT_BY_STATED_REASON] = "letter",
    [FW_INSIGHT_BY_KIND] = "kind",
  };
  FwInsightPage *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (g_variant_get_string (value, NULL), names[i]))
      self->reasons = i;
  g_simple_action_set_state (action, value);
  ask (self);
}

static void
add_actions (FwInsightPage *self)
{
  static const GActionEntry entries[] = { { "reasons", NULL, "s", "'group'", reasons_cb } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "insight", G_ACTION_GROUP (actions));
}

static void
fw_insight_page_map (GtkWidget *widget)
{
  FwInsightPage *self = FW_INSIGHT_PAGE (widget);

  GTK_WIDGET_CLASS (fw_insight_page_parent_class)->map (widget);
  if (self->records == NULL)
    ask (self);
}

static void
mark_activated_cb (FwInsightPage *self, int place, int series, FwInsightCard *card)
{
  FwInsightChart *chart = fw_insight_card_get_chart (card);
  FwChartMark mark = { place, series };
  g_autoptr (GArray) people = fw_insight_chart_list_people (chart, mark);
  g_autofree char *what = fw_insight_chart_describe_mark (chart, mark);

  if (people->len == 0)
    return;
  self->opened_card = card;
  fw_leavers_page_show (self->leavers_page, self->workplace,
                        fw_insight_question_is_of_talks (fw_insight_chart_get_question (chart)) ? _("Who was talked with")
                                                                                                : _("Who left"),
                        what, people);
  gtk_stack_set_visible_child_name (self->content, "leavers");
}

static void
person_chosen_cb (FwInsightPage *self, const char *employee_id)
{
  g_signal_emit (self, signals[SIGNAL_PERSON_CHOSEN], 0, employee_id);
}

static void
liability_cb (FwInsightPage *self)
{
  if (self->workplace == NULL)
    return;
  gtk_stack_set_visible_child_name (self->content, "liability");
  fw_liability_page_show (self->liability_page, self->workplace);
}

static void
fw_insight_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FwInsightPage *self = FW_INSIGHT_PAGE (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->narrow = g_value_get_boolean (value);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lower_cards),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->lower_cards, !self->narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->talk_cards),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->talk_cards, !self->narrow);
  g_object_set (self->filters, "narrow", self->narrow, NULL);
  fw_insight_figures_set_narrow (self->figures, self->narrow);
  fw_liability_page_set_narrow (self->liability_page, self->narrow);
}

static void
fw_insight_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, FW_INSIGHT_PAGE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
forget (FwInsightPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->insight);
  g_clear_pointer (&self->records, fw_leaving_records_unref);
}

static void
fw_insight_page_dispose (GObject *object)
{
  FwInsightPage *self = FW_INSIGHT_PAGE (object);

  forget (self);
  g_clear_object (&self->workplace);
  if (self->content != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->content));
  self->content = NULL;
  G_OBJECT_CLASS (fw_insight_page_parent_class)->dispose (object);
}

static void
fw_insight_page_class_init (FwInsightPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = fw_insight_page_set_property;
  object_class->get_property = fw_insight_page_get_property;
  object_class->dispose = fw_insight_page_dispose;
  widget_class->map = fw_insight_page_map;
  widget_class->focus = fw_tab_through;
  widget_class->grab_focus = fw_insight_page_grab_focus;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_PERSON_CHOSEN] = g_signal_new ("person-chosen", FW_TYPE_INSIGHT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (FW_TYPE_PAGE);
  g_type_ensure (FW_TYPE_INSIGHT_CARD);
  g_type_ensure (FW_TYPE_INSIGHT_FIGURES);
  g_type_ensure (FW_TYPE_INSIGHT_FILTERS);
  g_type_ensure (FW_TYPE_LEAVERS_PAGE);
  g_type_ensure (FW_TYPE_LIABILITY_PAGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/insight/fw-insight-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, reasons_menu);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, content);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, states);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, filters);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, figures);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, lower_cards);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, turnover_card);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, reasons_card);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, tenure_card);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, talk_empty_label);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, talk_cards);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, scenes_card);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, alerts_card);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, lengths_card);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, survey_empty_label);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, survey_card);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, leavers_page);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, liability_page);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, liability_button);
  gtk_widget_class_bind_template_child (widget_class, FwInsightPage, import_button);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, liability_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, fw_insight_page_go_back);
}

static void
fw_insight_page_init (FwInsightPage *self)
{
  self->reasons = FW_INSIGHT_BY_REASON_GROUP;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_actions (self);
  fw_insight_card_add_menu (self->reasons_card, self->reasons_menu);
}

/**
 * fw_insight_page_set_workplace:
 * @workplace: (nullable): whose figures to show; %NULL forgets everything that was shown
 */
void
fw_insight_page_set_workplace (FwInsightPage *self, FwWorkplace *workplace)
{
  g_return_if_fail (FW_IS_INSIGHT_PAGE (self));

  forget (self);
  g_set_object (&self->workplace, workplace);
  for (int question = 0; question < FW_N_INSIGHT_CHARTS; question++)
    fw_insight_card_set_chart (card_of (self, question), NULL, NULL);
  fw_leavers_page_clear (self->leavers_page);
  fw_liability_page_clear (self->liability_page);
  fw_insight_filters_reset (self->filters);
  gtk_stack_set_visible_child_name (self->content, "charts");
  gtk_stack_set_visible_child_name (self->states, "waiting");
  ask (self);
}

/**
 * fw_insight_page_refresh:
 *
 * Reads the records again, now or when the page is next seen.
 */
void
fw_insight_page_refresh (FwInsightPage *self)
{
  g_return_if_fail (FW_IS_INSIGHT_PAGE (self));

  g_clear_pointer (&self->records, fw_leaving_records_unref);
  ask (self);
}

/**
 * fw_insight_page_go_back:
 *
 * Out of the people behind a mark, to the chart they were opened from; out of the cost of everybody leaving, to the charts.
 */
void
fw_insight_page_go_back (FwInsightPage *self)
{
  g_return_if_fail (FW_IS_INSIGHT_PAGE (self));

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "liability") == 0)
    {
      gtk_stack_set_visible_child_name (self->content, "charts");
      fw_liability_page_clear (self->liability_page);
      gtk_widget_grab_focus (self->liability_button);
    }
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "leavers") != 0)
    return;
  gtk_stack_set_visible_child_name (self->content, "charts");
  fw_leavers_page_clear (self->leavers_page);
  fw_insight_card_focus (self->opened_card);
}
