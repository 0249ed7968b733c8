#include "config.h"

#include "ui/departure/fw-money-page.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-figure-row.h"
#include "ui/departure/fw-last-day-view.h"
#include "ui/departure/fw-review-note.h"
#include "ui/widgets/fw-tag.h"
#include "ui/widgets/fw-working-table.h"

/* How far the chart looks ahead: past the next half year of service, whatever the day of hire. */
#define MONTHS_AHEAD 8

struct _FwMoneyPage
{
  FwStepPage parent_instance;

  GtkBox *answer_box;
  GtkBox *price_box;
  GtkBox *lower_box;
  FwWorkingTable *working_table;
  GtkBox *reading_box;
  GtkWidget *side_box;
  FwLastDayView *last_day_view;
  GtkLabel *day_label;
  GtkLabel *what_if_label;
  GtkWidget *take_day_button;
  GtkBox *figure_box;

  GPtrArray *fields;         /* owned: FwAnswerField, borrowed from the answer box */
  GPtrArray *points;         /* owned, nullable: FwWhatIf, a day each */
  FwCaseItem *shown;         /* owned, nullable: the price whose working is shown */
  GCancellable *cancellable; /* owned: of the what-if under way */
};

G_DEFINE_FINAL_TYPE (FwMoneyPage, fw_money_page, FW_TYPE_STEP_PAGE)

static FwCase *
case_of (FwMoneyPage *self)
{
  return fw_step_page_get_case (FW_STEP_PAGE (self));
}

/* What each price is, in words; its id is the engine's. */
static const struct
{
  const char *id;
  const char *title;
  const char *meaning;
} prices[] = {
  { "n", "N", N_("Severance by law") },
  { "n-plus-1", "N + 1", N_("Without the 30 days' notice: one more month") },
  { "2n", "2N", N_("If it is found unlawful") },
  { "offer", NULL, N_("What you offer") },
};

/* What the money hangs on, asked for where it shows: the sum of an agreement only where there is one. */
static const struct
{
  const char *path;
  const char *label;
  const char *kind;
  const char *way; /* NULL: every way */
} questions[] = {
  { "departure/@last-day", N_("Last day"), "date", NULL },
  { "departure/@notified", N_("Notice reaches the person on"), "date", "dismissal" },
  { "case/agreement/@amount", N_("Total agreed or offered"), "money", "mutual" },
};

static void
add_questions (FwMoneyPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      GtkWidget *field = fw_answer_field_new (case_of (self), questions[i].path, _(questions[i].label),
                                              questions[i].kind, NULL);

      gtk_box_append (self->answer_box, field);
      g_ptr_array_add (self->fields, field);
    }
}

static void
show_questions (FwMoneyPage *self)
{
  const char *way = fw_case_get_kind (case_of (self));

  for (guint i = 0; i < self->fields->len; i++)
    {
      GtkWidget *field = g_ptr_array_index (self->fields, i);

      gtk_widget_set_visible (field, questions[i].way == NULL || g_strcmp0 (questions[i].way, way) == 0);
      fw_answer_field_refresh (FW_ANSWER_FIELD (field));
    }
}

static guint
price_index (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (prices); i++)
    if (g_strcmp0 (prices[i].id, id) == 0)
      return i;
  return 0;
}

static void
append_label (GtkBox *box,
              const char *text,
              const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (label, classes[i]);
  gtk_box_append (box, label);
}

static GtkWidget *
make_price_title (FwCaseItem *price,
                  const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "title-3");
  gtk_box_append (GTK_BOX (box), label);
  if (fw_case_item_get_truth (price, "chosen"))
    gtk_box_append (GTK_BOX (box), fw_tag_new (FW_TAG_STYLE_ACCENT, _("Chosen")));
  if (fw_case_item_get_truth (price, "avoid"))
    gtk_box_append (GTK_BOX (box), fw_tag_new (FW_TAG_STYLE_BLOCKED, _("To avoid")));
  return box;
}

static GtkWidget *
make_price_card (FwCaseItem *price)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint index = price_index (fw_case_item_get_id (price));
  const char *title = prices[index].title != NULL ? prices[index].title : _("Your offer");
  const char *months = fw_case_item_get_text (price, "months");
  g_autofree char *amount = fw_case_name_money (fw_case_item_get_text (price, "amount"));
  g_autofree char *months_text = months != NULL ? g_strdup_printf (_("%s months of wages"), months) : NULL;
  g_autofree char *spoken = g_strdup_printf ("%s: %s", title, amount);
  gboolean is_none = index == 0 && g_strcmp0 (fw_case_item_get_text (price, "amount"), "0.00") == 0;

  gtk_widget_add_css_class (card, "fw-card");
  if (fw_case_item_get_truth (price, "chosen"))
    gtk_widget_add_css_class (card, "selected");
  gtk_box_append (GTK_BOX (card), make_price_title (price, title));
  append_label (GTK_BOX (card), is_none ? _("The law asks for none") : _(prices[index].meaning),
                (const char *[]){ "dim-label", NULL });
  append_label (GTK_BOX (card), amount,
                fw_case_item_get_truth (price, "avoid") ? (const char *[]){ "fw-figure", "fw-text", "block", NULL }
                                                        : (const char *[]){ "fw-figure", NULL });
  if (months_text != NULL && !is_none)
    append_label (GTK_BOX (card), months_text, (const char *[]){ "caption", "dim-label", NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return card;
}

static void
show_working (FwMoneyPage *self,
              FwCaseItem *price)
{
  GListModel *working = fw_case_item_get_list (price, "working");
  g_autofree char *total = NULL;

  fw_working_table_clear (self->working_table);
  for (guint i = 0; working != NULL && i < g_list_model_get_n_items (working); i++)
    {
      g_autoptr (FwCaseItem) line = g_list_model_get_item (working, i);
      g_autofree char *value = NULL;

      value = fw_case_name_value (fw_case_item_get_text (line, "value"));
      fw_working_table_append (self->working_table, fw_case_item_get_text (line, "title"), value,
                               fw_case_item_get_text (line, "article"));
    }
  total = fw_case_name_money (fw_case_item_get_text (price, "amount"));
  fw_working_table_append_total (self->working_table, _("To pay in all"), total);
}

static void
show_prices (FwMoneyPage *self)
{
  GListModel *list = fw_case_get_prices (case_of (self));
  g_autoptr (FwCaseItem) shown = NULL;

  fw_box_clear (self->price_box);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (FwCaseItem) price = g_list_model_get_item (list, i);

      gtk_box_append (self->price_box, make_price_card (price));
      if (shown == NULL || fw_case_item_get_truth (price, "chosen"))
        g_set_object (&shown, price);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->working_table), shown != NULL);
  g_set_object (&self->shown, shown);
  if (shown != NULL)
    show_working (self, shown);
}

/* The table knows a line's citation only; what the article says stands with the line. */
static void
article_activated_cb (FwMoneyPage *self,
                      const char *article)
{
  GListModel *working = self->shown != NULL ? fw_case_item_get_list (self->shown, "working") : NULL;

  for (guint i = 0; working != NULL && i < g_list_model_get_n_items (working); i++)
    {
      g_autoptr (FwCaseItem) line = g_list_model_get_item (working, i);

      if (g_strcmp0 (fw_case_item_get_text (line, "article"), article) != 0)
        continue;
      fw_case_show_article (GTK_WIDGET (self->working_table), article, fw_case_item_get_text (line, "article-text"));
      return;
    }
}

static void
show_figures (FwMoneyPage *self)
{
  GListModel *list = fw_case_get_figures (case_of (self));

  fw_box_clear (self->figure_box);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (FwFigureItem) figure = g_list_model_get_item (list, i);

      if (fw_case_item_get_truth (FW_CASE_ITEM (figure), "used"))
        gtk_box_append (self->figure_box, fw_figure_row_new (case_of (self), figure));
    }
}

static void
show_readings (FwMoneyPage *self)
{
  GListModel *list = fw_case_get_readings (case_of (self));

  fw_box_clear (self->reading_box);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (FwCaseItem) reading = g_list_model_get_item (list, i);
      GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      g_autofree char *amount = fw_case_name_money (fw_case_item_get_text (reading, "amount"));
      g_autofree char *other = g_strdup_printf ("%s: %s", fw_case_item_get_text (reading, "option"), amount);

      gtk_widget_add_css_class (card, "fw-card");
      gtk_widget_add_css_class (card, "tint");
      append_label (GTK_BOX (card), _("The law is read in two ways"), (const char *[]){ "heading", NULL });
      append_label (GTK_BOX (card), fw_case_item_get_text (reading, "title"), (const char *[]){ NULL });
      append_label (GTK_BOX (card), other, (const char *[]){ "numeric", NULL });
      append_label (GTK_BOX (card), fw_case_item_get_text (reading, "warning"), (const char *[]){ "caption", NULL });
      gtk_box_append (self->reading_box, card);
    }
}

static FwWhatIf *
find_point (FwMoneyPage *self,
            FwDate day)
{
  for (guint i = 0; self->points != NULL && i < self->points->len; i++)
    {
      FwWhatIf *point = g_ptr_array_index (self->points, i);

      if (fw_date_compare (point->last_day, day) == 0)
        return point;
    }
  return NULL;
}

static void
show_day (FwMoneyPage *self)
{
  FwDate day = fw_last_day_view_get_day (self->last_day_view);
  FwWhatIf *point = find_point (self, day);
  g_autofree char *iso = fw_date_to_string (day);
  g_autofree char *name = fw_case_name_day (iso);
  g_autofree char *total = NULL;
  g_autofree char *text = NULL;

  gtk_label_set_label (self->day_label, name != NULL ? name : _("No last day chosen yet"));
  gtk_widget_set_sensitive (self->take_day_button,
                            point != NULL && g_strcmp0 (iso, fw_case_get (case_of (self), "departure/@last-day")) != 0);
  if (point == NULL)
    {
      gtk_label_set_label (self->what_if_label, "");
      return;
    }
  total = fw_case_name_money (point->total);
  text = fw_date_is_known (point->earliest_last_day) && fw_date_compare (day, point->earliest_last_day) < 0
             ? g_strdup_printf (_("To pay %s, the extra month included: the notice is too short for this day."), total)
             : g_strdup_printf (_("To pay %s."), total);
  gtk_label_set_label (self->what_if_label, text);
}

/* Days that cost the same make one step. */
static void
show_points (FwMoneyPage *self)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (FwLastDayStep));
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  const char *months = NULL;
  FwWhatIf *first = g_ptr_array_index (self->points, 0);
  FwWhatIf *last = g_ptr_array_index (self->points, self->points->len - 1);

  for (guint i = 0; i < self->points->len; i++)
    {
      FwWhatIf *point = g_ptr_array_index (self->points, i);
      FwLastDayStep step = { point->last_day, point->severance_drawn, NULL };
      g_autofree char *label = point->months != NULL ? g_strdup_printf (_("%s months"), point->months) : g_strdup ("");

      if (i > 0 && g_strcmp0 (months, point->months) == 0)
        continue;
      months = point->months;
      g_strv_builder_add (labels, label);
      g_array_append_val (steps, step);
    }
  texts = g_strv_builder_end (labels);
  for (guint i = 0; i < steps->len; i++)
    g_array_index (steps, FwLastDayStep, i).label = texts[i];
  fw_last_day_view_set_steps (self->last_day_view, first->last_day, last->last_day, steps, g_steal_pointer (&texts));
  fw_last_day_view_set_earliest (self->last_day_view, first->earliest_last_day);
}

static void
what_if_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (FwMoneyPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) points = fw_case_what_if_finish (FW_CASE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->last_day_view)), points != NULL && points->len > 0);
  if (points == NULL || points->len == 0)
    return;
  g_clear_pointer (&self->points, g_ptr_array_unref);
  self->points = g_steal_pointer (&points);
  show_points (self);
  show_day (self);
}

static void
ask_what_if (FwMoneyPage *self)
{
  FwDate chosen = fw_date_from_string (fw_case_get (case_of (self), "departure/@last-day"));
  FwDate today = fw_workplace_get_today (fw_case_get_workplace (case_of (self)));
  FwDate from = fw_date_is_known (chosen) && fw_date_compare (chosen, today) < 0 ? chosen : today;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  fw_last_day_view_set_day (self->last_day_view, fw_date_is_known (chosen) ? chosen : today);
  fw_case_what_if_async (case_of (self), from, fw_date_add_months (from, MONTHS_AHEAD), self->cancellable, what_if_cb,
                         g_object_ref (self));
}

static void
day_chosen_cb (FwMoneyPage *self)
{
  show_day (self);
}

static void
move_day (FwMoneyPage *self,
          int days)
{
  FwDate day = fw_date_add_days (fw_last_day_view_get_day (self->last_day_view), days);

  if (find_point (self, day) != NULL)
    fw_last_day_view_set_day (self->last_day_view, day);
  show_day (self);
}

static void
day_earlier_cb (FwMoneyPage *self)
{
  move_day (self, -1);
}

static void
day_later_cb (FwMoneyPage *self)
{
  move_day (self, 1);
}

static void
take_day_cb (FwMoneyPage *self)
{
  g_autofree char *day = fw_date_to_string (fw_last_day_view_get_day (self->last_day_view));
  g_autoptr (GError) error = NULL;

  if (!fw_case_set (case_of (self), "departure/@last-day", day, &error))
    gtk_label_set_label (self->what_if_label, error->message);
}

static void
fw_money_page_judged (FwStepPage *page)
{
  FwMoneyPage *self = FW_MONEY_PAGE (page);

  show_questions (self);
  show_prices (self);
  show_figures (self);
  show_readings (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ask_what_if (self);
}

static void
fw_money_page_shown (FwStepPage *page)
{
  ask_what_if (FW_MONEY_PAGE (page));
}

static void
fw_money_page_narrow_changed (FwAdaptiveWidget *widget,
                              gboolean narrow)
{
  FwMoneyPage *self = FW_MONEY_PAGE (widget);
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->answer_box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->price_box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lower_box), orientation);
  gtk_box_set_homogeneous (self->price_box, !narrow);
  gtk_widget_set_size_request (self->side_box, narrow ? -1 : 340, -1);
}

static void
fw_money_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (fw_money_page_parent_class)->constructed (object);
  add_questions (FW_MONEY_PAGE (object));
}

static void
fw_money_page_dispose (GObject *object)
{
  FwMoneyPage *self = FW_MONEY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  G_OBJECT_CLASS (fw_money_page_parent_class)->dispose (object);
}

static void
fw_money_page_class_init (FwMoneyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = fw_money_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = fw_money_page_dispose;
  FW_STEP_PAGE_CLASS (klass)->keeps_fields = TRUE;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_money_page_narrow_changed;
  FW_STEP_PAGE_CLASS (klass)->judged = fw_money_page_judged;
  FW_STEP_PAGE_CLASS (klass)->shown = fw_money_page_shown;
  g_type_ensure (FW_TYPE_LAST_DAY_VIEW);
  g_type_ensure (FW_TYPE_WORKING_TABLE);
  g_type_ensure (FW_TYPE_REVIEW_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-money-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, answer_box);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, price_box);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, lower_box);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, working_table);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, reading_box);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, last_day_view);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, what_if_label);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, take_day_button);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, figure_box);
  gtk_widget_class_bind_template_callback (widget_class, article_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_later_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_day_cb);
}

static void
fw_money_page_init (FwMoneyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields = g_ptr_array_new ();
}
