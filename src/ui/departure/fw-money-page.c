#include "config.h"

#include "ui/departure/fw-money-page.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-changes-card.h"
#include "ui/departure/fw-compare-dialog.h"
#include "ui/departure/fw-figure-row.h"
#include "ui/departure/fw-what-if-pane.h"
#include "ui/departure/fw-review-note.h"
#include "ui/departure/fw-settlement-view.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tag.h"
#include "ui/widgets/fw-working-table.h"

struct _FwMoneyPage
{
  FwStepPage parent_instance;

  GtkBox *head_box;
  GtkBox *answer_box;
  GtkBox *price_box;
  GtkBox *lower_box;
  GtkLabel *working_title;
  FwWorkingTable *working_table;
  GtkBox *reading_box;
  GtkWidget *side_box;
  FwWhatIfPane *what_if_pane;
  GtkBox *figure_box;
  FwSettlementView *settlement_view;

  GPtrArray *fields;         /* owned: FwAnswerField, borrowed from the answer box */
  FwCaseItem *shown;         /* owned, nullable: the price whose working is shown */
  char *asked;               /* owned, nullable: id of the price whose working the user asked for */
  gboolean filling;
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

static void show_working (FwMoneyPage *self);

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

static const char *
name_price (FwCaseItem *price)
{
  guint index = price_index (fw_case_item_get_id (price));

  return prices[index].title != NULL ? prices[index].title : _("Your offer");
}

static void
working_toggled_cb (GtkToggleButton *button,
                    FwMoneyPage *self)
{
  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  g_free (self->asked);
  self->asked = g_strdup (g_object_get_data (G_OBJECT (button), "price"));
  show_working (self);
}

/* Each price has its working; one of them is shown below. */
static GtkWidget *
make_working_button (FwMoneyPage *self,
                     FwCaseItem *price)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_("Working"));
  g_autofree char *spoken = g_strdup_printf (_("How %s was worked out"), name_price (price));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "fw-chip");
  g_object_set_data_full (G_OBJECT (button), "price", g_strdup (fw_case_item_get_id (price)), g_free);
  fw_spoken_name_set (button, spoken);
  g_signal_connect (button, "toggled", G_CALLBACK (working_toggled_cb), self);
  fw_step_page_name_focus (button, fw_case_item_get_id (price));
  return button;
}

static gboolean
has_working (FwCaseItem *price)
{
  GListModel *working = fw_case_item_get_list (price, "working");

  return working != NULL && g_list_model_get_n_items (working) > 0;
}

static GtkWidget *
make_price_card (FwMoneyPage *self,
                 FwCaseItem *price)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  guint index = price_index (fw_case_item_get_id (price));
  const char *months = fw_case_item_get_text (price, "months");
  g_autofree char *amount = fw_case_name_sum (fw_case_item_get_text (price, "amount"));
  g_autofree char *months_text = months != NULL ? g_strdup_printf (ngettext ("%s month of wages", "%s months of wages", g_str_equal (months, "1") ? 1 : 2),
                                                                   months)
                                                : NULL;
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name_price (price), amount);
  gboolean is_none = index == 0 && g_strcmp0 (fw_case_item_get_text (price, "amount"), "0.00") == 0;

  gtk_widget_add_css_class (card, "fw-card");
  if (fw_case_item_get_truth (price, "chosen"))
    gtk_widget_add_css_class (card, "selected");
  gtk_box_append (GTK_BOX (card), make_price_title (price, name_price (price)));
  fw_box_append_label (GTK_BOX (card), is_none ? _("The law asks for none") : _(prices[index].meaning),
                       (const char *[]){ "dim-label", NULL });
  fw_box_append_label (GTK_BOX (card), amount,
                       fw_case_item_get_truth (price, "avoid") ? (const char *[]){ "fw-figure", "fw-text", "block", NULL }
                                                               : (const char *[]){ "fw-figure", NULL });
  fw_box_append_label (GTK_BOX (foot), months_text != NULL && !is_none ? months_text : "",
                       (const char *[]){ "caption", "dim-label", NULL });
  gtk_widget_set_hexpand (gtk_widget_get_first_child (foot), TRUE);
  if (has_working (price))
    gtk_box_append (GTK_BOX (foot), make_working_button (self, price));
  gtk_box_append (GTK_BOX (card), foot);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return card;
}

/* The price whose working is shown: the one that was asked for, else the chosen one. */
static FwCaseItem *
dup_shown (FwMoneyPage *self)
{
  GListModel *list = fw_case_get_prices (case_of (self));
  g_autoptr (FwCaseItem) shown = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (FwCaseItem) price = g_list_model_get_item (list, i);

      if (!has_working (price))
        continue;
      if (g_strcmp0 (fw_case_item_get_id (price), self->asked) == 0)
        return g_steal_pointer (&price);
      if (shown == NULL || fw_case_item_get_truth (price, "chosen"))
        g_set_object (&shown, price);
    }
  return g_steal_pointer (&shown);
}

static void
mark_shown (FwMoneyPage *self)
{
  const char *id = self->shown != NULL ? fw_case_item_get_id (self->shown) : NULL;

  self->filling = TRUE;
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->price_box)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      GtkWidget *button = gtk_widget_get_last_child (gtk_widget_get_last_child (card));

      if (GTK_IS_TOGGLE_BUTTON (button))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                      g_strcmp0 (g_object_get_data (G_OBJECT (button), "price"), id) == 0);
    }
  self->filling = FALSE;
}

static void
show_working (FwMoneyPage *self)
{
  g_autoptr (FwCaseItem) price = dup_shown (self);
  GListModel *working = price != NULL ? fw_case_item_get_list (price, "working") : NULL;
  g_autofree char *total = NULL;
  g_autofree char *title = NULL;

  g_set_object (&self->shown, price);
  mark_shown (self);
  gtk_widget_set_visible (GTK_WIDGET (self->working_table), price != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->working_title), price != NULL);
  fw_working_table_clear (self->working_table);
  if (price == NULL)
    return;
  title = g_strdup_printf (_("How %s was worked out"), name_price (price));
  gtk_label_set_label (self->working_title, title);
  for (guint i = 0; i < g_list_model_get_n_items (working); i++)
    {
      g_autoptr (FwCaseItem) line = g_list_model_get_item (working, i);
      g_autofree char *value = fw_case_name_value (fw_case_item_get_text (line, "value"));

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

  fw_box_clear (self->price_box);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (FwCaseItem) price = g_list_model_get_item (list, i);

      gtk_box_append (self->price_box, make_price_card (self, price));
    }
  show_working (self);
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
      fw_case_show_article (GTK_WIDGET (self->working_table), article, fw_case_item_get_text (line, "article-text"), NULL);
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
  fw_figure_row_append_missing (self->figure_box, case_of (self));
}

/* Another reading of the law is a setting of the case. */
static void
reading_clicked_cb (GtkButton *button,
                    FwMoneyPage *self)
{
  g_auto (GStrv) parts = g_strsplit (g_object_get_data (G_OBJECT (button), "reading"), "/", 3);
  g_autofree char *path = g_strconcat ("setting/", parts[0], NULL);
  g_autoptr (GError) error = NULL;

  if (!fw_case_set (case_of (self), path, parts[1], &error))
    g_warning ("case: %s", error->message);
}

/* One reading may change several amounts. */
static const char *
name_amount_of (FwCaseItem *reading)
{
  const char *of = fw_case_item_get_text (reading, "of");

  return g_strcmp0 (of, "severance") == 0 ? _("Severance N") : g_strcmp0 (of, "damages") == 0 ? _("Damages 2N") : NULL;
}

static void
append_amounts (GtkBox *card,
                FwCaseItem *reading)
{
  g_autofree char *amount = fw_case_name_money (fw_case_item_get_text (reading, "amount"));
  g_autofree char *amount_taken = fw_case_name_money (fw_case_item_get_text (reading, "taken-amount"));
  const char *here = fw_case_item_get_text (reading, "taken"), *name = name_amount_of (reading);
  g_autofree char *taken = g_strdup_printf (_("Taken here: %1$s, %2$s"), here != NULL ? here : "", amount_taken);
  g_autofree char *other =
    g_strdup_printf (_("The other reading: %s, %s"), fw_case_item_get_text (reading, "option"), amount);

  if (name != NULL)
    fw_box_append_label (card, name, (const char *[]){ "caption-heading", NULL });
  fw_box_append_label (card, taken, (const char *[]){ "numeric", NULL });
  fw_box_append_label (card, other, (const char *[]){ "numeric", NULL });
}

static gboolean
is_same_reading (FwCaseItem *first,
                 FwCaseItem *second)
{
  const char *id = fw_case_item_get_id (first);
  gsize length = (gsize) (strrchr (id, '/') - id) + 1;

  return strncmp (id, fw_case_item_get_id (second), length) == 0;
}

/* The amounts that the reading at @position changes, up to the next reading. */
static GtkWidget *
make_reading_card (FwMoneyPage *self,
                   GListModel *readings,
                   guint *position)
{
  g_autoptr (FwCaseItem) reading = g_list_model_get_item (readings, *position);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *button = gtk_button_new_with_label (_("Use this reading"));
  const char *article = fw_case_item_get_text (reading, "article");
  /* TRANSLATORS: what is read in two ways, and the article. */
  g_autofree char *title = g_strdup_printf (_("%1$s (%2$s)"), fw_case_item_get_text (reading, "title"),
                                            article != NULL ? article : "");

  gtk_widget_add_css_class (card, "fw-card");
  gtk_widget_add_css_class (card, "tint");
  fw_box_append_label (GTK_BOX (card), _("The law is read in two ways"), (const char *[]){ "heading", NULL });
  fw_box_append_label (GTK_BOX (card), title, (const char *[]){ NULL });
  for (; *position < g_list_model_get_n_items (readings); (*position)++)
    {
      g_autoptr (FwCaseItem) next = g_list_model_get_item (readings, *position);

      if (!is_same_reading (reading, next))
        break;
      append_amounts (GTK_BOX (card), next);
    }
  if (fw_case_item_get_text (reading, "warning") != NULL)
    fw_box_append_label (GTK_BOX (card), fw_case_item_get_text (reading, "warning"), (const char *[]){ "caption", "dim-label", NULL });
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 3);
  g_object_set_data_full (G_OBJECT (button), "reading", g_strdup (fw_case_item_get_id (reading)), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (reading_clicked_cb), self);
  fw_step_page_name_focus (button, fw_case_item_get_id (reading));
  gtk_box_append (GTK_BOX (card), button);
  return card;
}

static void
show_readings (FwMoneyPage *self)
{
  GListModel *list = fw_case_get_readings (case_of (self));

  fw_box_clear (self->reading_box);
  for (guint i = 0; i < g_list_model_get_n_items (list);)
    gtk_box_append (self->reading_box, make_reading_card (self, list, &i));
}

static void
compare_cb (FwMoneyPage *self)
{
  fw_compare_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), case_of (self));
}

static void
fw_money_page_judged (FwStepPage *page)
{
  FwMoneyPage *self = FW_MONEY_PAGE (page);

  show_questions (self);
  show_prices (self);
  show_figures (self);
  show_readings (self);
  fw_settlement_view_show (self->settlement_view, case_of (self));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fw_what_if_pane_ask (self->what_if_pane, case_of (self));
}

static void
fw_money_page_shown (FwStepPage *page)
{
  FwMoneyPage *self = FW_MONEY_PAGE (page);

  fw_what_if_pane_ask (self->what_if_pane, case_of (self));
}

static void
fw_money_page_narrow_changed (FwAdaptiveWidget *widget,
                              gboolean narrow)
{
  FwMoneyPage *self = FW_MONEY_PAGE (widget);
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head_box), orientation);
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

  g_clear_object (&self->shown);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  G_OBJECT_CLASS (fw_money_page_parent_class)->dispose (object);
}

static void
fw_money_page_finalize (GObject *object)
{
  g_free (FW_MONEY_PAGE (object)->asked);
  G_OBJECT_CLASS (fw_money_page_parent_class)->finalize (object);
}

static void
fw_money_page_class_init (FwMoneyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = fw_money_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = fw_money_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_money_page_finalize;
  FW_STEP_PAGE_CLASS (klass)->keeps_fields = TRUE;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_money_page_narrow_changed;
  FW_STEP_PAGE_CLASS (klass)->judged = fw_money_page_judged;
  FW_STEP_PAGE_CLASS (klass)->shown = fw_money_page_shown;
  g_type_ensure (FW_TYPE_WHAT_IF_PANE);
  g_type_ensure (FW_TYPE_WORKING_TABLE);
  g_type_ensure (FW_TYPE_REVIEW_NOTE);
  g_type_ensure (FW_TYPE_CHANGES_CARD);
  g_type_ensure (FW_TYPE_SETTLEMENT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-money-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, head_box);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, answer_box);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, price_box);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, lower_box);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, working_title);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, working_table);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, reading_box);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, what_if_pane);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, figure_box);
  gtk_widget_class_bind_template_child (widget_class, FwMoneyPage, settlement_view);
  gtk_widget_class_bind_template_callback (widget_class, article_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
}

static void
fw_money_page_init (FwMoneyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields = g_ptr_array_new ();
}
