#include "config.h"

#include "ui/insight/fw-insight-figures.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/fw-chart-words.h"

#define COLUMNS        4
#define NARROW_COLUMNS 2
#define LEAST_PEOPLE   5 /* of fewer a share or a median would speak of single people */

/* Four figures of a period before its charts, each with what it is compared to and the way to its definition. */
struct _FwInsightFigures
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkWidget *cards[COLUMNS];
  GtkLabel *values[COLUMNS];
  GtkLabel *details[COLUMNS];
};

G_DEFINE_FINAL_TYPE (FwInsightFigures, fw_insight_figures, GTK_TYPE_WIDGET)

static const struct
{
  const char *title;
  const char *definition;
} figures[COLUMNS] = {
  { N_("Turnover, last 12 months"),
    N_("Everybody who left in the twelve months up to the last day looked at ÷ the mean headcount of these months. Fewer than 10 "
       "people, or twelve months of which not all leavings are on record: no rate.") },
  { N_("Of it, by their own wish"),
    N_("Resignations, agreements that the employee proposed, and contracts that the employee did not renew on the same or better "
       "terms, of the same twelve months ÷ the same headcount.") },
  { N_("Left within half a year"),
    N_("Of those hired in the period whose first six months are over: how many left before these six months were complete.") },
  { N_("Median tenure at leaving"),
    N_("Half of those who left in the period stayed longer than this, half shorter. Complete months between hire and last day.") },
};

static GtkWidget *
new_label (GtkWidget *box, const char *const *classes)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_set_css_classes (label, (const char **) classes);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* In a popover of its own: a tooltip would be out of reach of the keyboard. */
static GtkWidget *
new_definition (guint figure)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _(figures[figure].definition), "wrap", TRUE, "max-width-chars", 44,
                                   "xalign", 0.0, NULL);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "dialog-information-symbolic", "popover", popover,
                                    "has-frame", FALSE, "valign", GTK_ALIGN_CENTER, "tooltip-text", _("How it is reckoned"), NULL);
  /* Translators: of a figure, such as “Definition: turnover”. */
  g_autofree char *name = g_strdup_printf (_("Definition: %s"), _(figures[figure].title));

  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
add_card (FwInsightFigures *self, guint figure)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_GROUP, "hexpand", TRUE, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = new_label (head, (const char *[]) { "caption", "dim-label", NULL });

  gtk_label_set_label (GTK_LABEL (title), _(figures[figure].title));
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), new_definition (figure));
  gtk_widget_add_css_class (card, "fw-card");
  gtk_box_append (GTK_BOX (card), head);
  self->cards[figure] = card;
  self->values[figure] = GTK_LABEL (new_label (card, (const char *[]) { "fw-figure", NULL }));
  self->details[figure] = GTK_LABEL (new_label (card, (const char *[]) { "caption", "dim-label", "numeric", NULL }));
  gtk_grid_attach (GTK_GRID (self->grid), card, (int) figure, 0, 1, 1);
}

static void
fw_insight_figures_dispose (GObject *object)
{
  g_clear_pointer (&FW_INSIGHT_FIGURES (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_insight_figures_parent_class)->dispose (object);
}

static void
fw_insight_figures_class_init (FwInsightFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_insight_figures_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_insight_figures_init (FwInsightFigures *self)
{
  self->grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, "row-spacing", 12, "column-homogeneous", TRUE, NULL);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  for (guint i = 0; i < COLUMNS; i++)
    add_card (self, i);
}

static void
show (FwInsightFigures *self, guint figure, const char *value, const char *detail)
{
  g_autofree char *spoken = g_strdup_printf ("%s: %s, %s", _(figures[figure].title), value, detail);

  gtk_label_set_label (self->values[figure], value);
  gtk_label_set_label (self->details[figure], detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards[figure]), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static char *
say_change (const FwHeadline *headline)
{
  double points = round (headline->change * 1000) / 10;

  if (!headline->has_change)
    return g_strdup (_("The year before is not on record"));
  if (points == 0)
    return g_strdup (_("As in the twelve months before"));
  /* Translators: the change of a rate against a year ago, with its sign. */
  return g_strdup_printf (_("%+.1f percentage points in a year"), points);
}

static void
show_rates (FwInsightFigures *self, const FwHeadline *headline)
{
  g_autofree char *rate = fw_chart_say_rate (headline->rate.rate);
  g_autofree char *voluntary = fw_chart_say_rate (headline->voluntary.rate);
  g_autofree char *change = say_change (headline);
  /* Translators: how many left, and the mean headcount they are compared to. */
  g_autofree char *people = g_strdup_printf (_("%u people; mean headcount %.0f"), headline->voluntary.leavers,
                                             headline->voluntary.average);

  show (self, 0, headline->has_rates ? rate : "–", headline->has_rates ? change : _("Too little on record for a rate"));
  show (self, 1, headline->has_rates ? voluntary : "–", headline->has_rates ? people : _("Too little on record for a rate"));
}

static void
show_newcomers (FwInsightFigures *self, const FwHeadline *headline)
{
  g_autofree char *early = g_strdup_printf (ngettext ("%u person", "%u people", headline->early), headline->early);
  g_autofree char *share = fw_chart_say_rate (headline->newcomers > 0 ? (double) headline->early / headline->newcomers : 0);
  g_autofree char *detail = g_strdup_printf (_("%s of %u newcomers"), share, headline->newcomers);

  if (headline->newcomers < LEAST_PEOPLE)
    show (self, 2, headline->newcomers > 0 ? early : "–", _("Too few newcomers for a share"));
  else
    show (self, 2, early, detail);
}

static void
show_tenure (FwInsightFigures *self, const FwHeadline *headline)
{
  gboolean half = headline->median_months != floor (headline->median_months);
  g_autofree char *median = g_strdup_printf (half ? _("%.1f months") : _("%.0f months"), headline->median_months);
  g_autofree char *left = g_strdup_printf (ngettext ("%u person left in the period", "%u people left in the period",
                                                     headline->n_leavers),
                                           headline->n_leavers);

  show (self, 3, headline->n_leavers < LEAST_PEOPLE ? "–" : median, left);
}

void
fw_insight_figures_show (FwInsightFigures *self, const FwHeadline *headline)
{
  g_return_if_fail (FW_IS_INSIGHT_FIGURES (self));

  show_rates (self, headline);
  show_newcomers (self, headline);
  show_tenure (self, headline);
}

/**
 * fw_insight_figures_set_narrow:
 * @narrow: two cards in a row instead of four
 */
void
fw_insight_figures_set_narrow (FwInsightFigures *self, gboolean narrow)
{
  GtkLayoutManager *layout;
  int columns = narrow ? NARROW_COLUMNS : COLUMNS;

  g_return_if_fail (FW_IS_INSIGHT_FIGURES (self));

  layout = gtk_widget_get_layout_manager (self->grid);
  for (int i = 0; i < COLUMNS; i++)
    g_object_set (gtk_layout_manager_get_layout_child (layout, self->cards[i]), "column", i % columns, "row", i / columns, NULL);
}
