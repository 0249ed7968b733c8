#include "config.h"

#include "ui/insight/fw-insight-card.h"

#include <glib/gi18n.h>

#include "ui/insight/fw-chart-view.h"
#include "ui/insight/fw-insight-files.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-text-table.h"

struct _FwInsightCard
{
  GtkWidget parent_instance;

  FwWorkplace *workplace;
  FwInsightChart *chart;
  FwChartTable *table; /* made when it is first asked for */

  GtkWidget *content;
  GtkLabel *heading;
  GtkMenuButton *menu_button;
  GtkStack *forms;
  FwChartView *view;
  GtkColumnView *table_view;
};

G_DEFINE_FINAL_TYPE (FwInsightCard, fw_insight_card, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_MARK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_table (FwInsightCard *self)
{
  fw_text_table_clear (self->table_view);
  g_clear_pointer (&self->table, fw_chart_table_free);
}

static void
fill_table (FwInsightCard *self)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (self->table != NULL || self->chart == NULL)
    return;
  self->table = fw_insight_chart_tabulate (self->chart);
  for (guint column = 0; column < fw_chart_table_get_n_columns (self->table); column++)
    g_ptr_array_add (headings, (gpointer) fw_chart_table_get_heading (self->table, column));
  g_ptr_array_add (headings, NULL);
  for (guint row = 0; row < fw_chart_table_get_n_rows (self->table); row++)
    g_ptr_array_add (rows, (gpointer) fw_chart_table_get_row (self->table, row));
  fw_text_table_fill (self->table_view, (const char *const *) headings->pdata, rows);
}

/* The row of the figures that the chart had come to. */
static void
scroll_to_mark (FwInsightCard *self)
{
  FwChartMark mark = fw_chart_view_get_mark (self->view);

  for (guint row = 0; row < fw_chart_table_get_n_rows (self->table); row++)
    if (fw_chart_table_get_mark (self->table, row).place == mark.place)
      {
        gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (self->table_view)), row);
        for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->table_view)); child != NULL;
             child = gtk_widget_get_next_sibling (child))
          gtk_widget_activate_action (child, "list.scroll-to-item", "u", row);
        return;
      }
}

/* The rows have no place before the table has its size. */
static gboolean
table_drawn_cb (GtkWidget *table_view, GdkFrameClock *clock, gpointer data)
{
  FwInsightCard *self = data;

  if (gtk_widget_get_height (table_view) == 0)
    return G_SOURCE_CONTINUE;
  if (self->table != NULL)
    scroll_to_mark (self);
  return G_SOURCE_REMOVE;
}

/* T leads to the table and back; the focus goes along. */
static void
show_form (FwInsightCard *self, gboolean table)
{
  if (table)
    fill_table (self);
  gtk_stack_set_visible_child_name (self->forms, table ? "table" : "chart");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.show-table", !table);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.show-chart", table);
  gtk_widget_grab_focus (table ? GTK_WIDGET (self->table_view) : GTK_WIDGET (self->view));
  if (table)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->table_view), table_drawn_cb, self, NULL);
}

static void
show_table_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_form (FW_INSIGHT_CARD (widget), TRUE);
}

static void
show_chart_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_form (FW_INSIGHT_CARD (widget), FALSE);
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FwInsightCard *self = FW_INSIGHT_CARD (widget);

  if (self->chart != NULL)
    fw_insight_export (widget, self->workplace, self->chart, fw_insight_card_get_title (self));
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FwInsightCard *self = FW_INSIGHT_CARD (widget);

  if (self->chart != NULL)
    fw_insight_print (widget, self->workplace, self->chart);
}

static void
table_asked_cb (FwInsightCard *self)
{
  show_form (self, TRUE);
}

static void
menu_asked_cb (FwInsightCard *self)
{
  gtk_menu_button_popup (self->menu_button);
}

static void
mark_activated_cb (FwInsightCard *self, int place, int series)
{
  g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, place, series);
}

static void
row_activated_cb (FwInsightCard *self, guint row)
{
  FwChartMark mark = fw_chart_table_get_mark (self->table, row);

  g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, mark.place, mark.series);
}

static gboolean
table_key_pressed_cb (FwInsightCard *self, guint key, guint code, GdkModifierType modifiers)
{
  if ((key != GDK_KEY_t && key != GDK_KEY_T) || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  show_form (self, FALSE);
  return GDK_EVENT_STOP;
}

static void
fw_insight_card_dispose (GObject *object)
{
  FwInsightCard *self = FW_INSIGHT_CARD (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->table, fw_chart_table_free);
  g_clear_object (&self->chart);
  g_clear_object (&self->workplace);
  G_OBJECT_CLASS (fw_insight_card_parent_class)->dispose (object);
}

static void
fw_insight_card_class_init (FwInsightCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_insight_card_dispose;
  signals[SIGNAL_MARK_ACTIVATED] = g_signal_new ("mark-activated", FW_TYPE_INSIGHT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  g_type_ensure (FW_TYPE_CHART_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/insight/fw-insight-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FwInsightCard, content);
  gtk_widget_class_bind_template_child (widget_class, FwInsightCard, heading);
  gtk_widget_class_bind_template_child (widget_class, FwInsightCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FwInsightCard, forms);
  gtk_widget_class_bind_template_child (widget_class, FwInsightCard, view);
  gtk_widget_class_bind_template_child (widget_class, FwInsightCard, table_view);
  gtk_widget_class_bind_template_callback (widget_class, table_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "card.show-table", NULL, show_table_cb);
  gtk_widget_class_install_action (widget_class, "card.show-chart", NULL, show_chart_cb);
  gtk_widget_class_install_action (widget_class, "card.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "card.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "card.export", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "card.print", NULL);
}

static void
fw_insight_card_init (FwInsightCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_spoken_name_follow_menu (self->menu_button);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.show-chart", FALSE);
}

static const char *
name_of (FwInsightQuestion question)
{
  switch (question)
    {
    case FW_INSIGHT_REASONS:
      return _("Reasons for leaving");
    case FW_INSIGHT_TALK_SCENES:
      return _("Where talks turned");
    case FW_INSIGHT_TALK_ALERTS:
      return _("Alerts and reasons");
    case FW_INSIGHT_TALK_LENGTHS:
      return _("How long talks last");
    case FW_INSIGHT_SURVEY:
      return _("The survey after leaving");
    case FW_INSIGHT_TENURE:
      return _("Tenure at leaving");
    case FW_INSIGHT_TURNOVER:
    case FW_N_INSIGHT_CHARTS:
    default:
      return _("Turnover");
    }
}

/* Three cards have the same menu: each says of what. */
static void
name_parts (FwInsightCard *self, const char *name)
{
  g_autofree char *of_menu = g_strdup_printf (_("%s: %s"), name, gtk_widget_get_tooltip_text (GTK_WIDGET (self->menu_button)));
  g_autofree char *of_table = g_strdup_printf (_("%s: %s"), name, _("The figures of the chart"));

  gtk_label_set_label (self->heading, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, of_menu, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->menu_button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, of_menu, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table_view), GTK_ACCESSIBLE_PROPERTY_LABEL, of_table, -1);
}

/**
 * fw_insight_card_set_chart:
 * @chart: (nullable): what to show; %NULL forgets what was shown
 */
void
fw_insight_card_set_chart (FwInsightCard *self, FwWorkplace *workplace, FwInsightChart *chart)
{
  g_return_if_fail (FW_IS_INSIGHT_CARD (self));

  g_set_object (&self->workplace, workplace);
  if (!g_set_object (&self->chart, chart))
    return;
  clear_table (self);
  fw_chart_view_set_chart (self->view, chart);
  if (chart != NULL)
    name_parts (self, name_of (fw_insight_chart_get_question (chart)));
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->forms), "table") == 0)
    fill_table (self);
}

FwInsightChart *
fw_insight_card_get_chart (FwInsightCard *self)
{
  g_return_val_if_fail (FW_IS_INSIGHT_CARD (self), NULL);
  return self->chart;
}

/* Puts a section of its own before the card's menu. */
void
fw_insight_card_add_menu (FwInsightCard *self, GMenuModel *section)
{
  g_return_if_fail (FW_IS_INSIGHT_CARD (self));
  g_menu_prepend_section (G_MENU (gtk_menu_button_get_menu_model (self->menu_button)), NULL, section);
}

/* Gives the focus to the chart, or to its table. */
void
fw_insight_card_focus (FwInsightCard *self)
{
  g_return_if_fail (FW_IS_INSIGHT_CARD (self));
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->forms), GTK_DIR_TAB_FORWARD);
}

/* What it shows, as its heading says it. */
const char *
fw_insight_card_get_title (FwInsightCard *self)
{
  g_return_val_if_fail (FW_IS_INSIGHT_CARD (self), NULL);
  return gtk_label_get_label (self->heading);
}
