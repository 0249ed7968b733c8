#include "config.h"

#include "ui/departure/fw-compare-dialog.h"

#include <glib/gi18n.h>

#include "core/fw-number.h"
#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tag.h"

/* Two ways out side by side: a ground and a last day each, and what either costs. Nothing of it changes the case. */

#define SIDES 2

enum
{
  LINE_USE,
  LINE_MONTHS,
  LINE_SEVERANCE,
  LINE_IN_LIEU,
  LINE_TOTAL,
  LINE_DAMAGES,
  LINE_EARLIEST,
  N_LINES
};

static const char *const line_titles[N_LINES] = {
  N_("Can it stand?"), N_("Months"), N_("Severance"), N_("Pay in lieu of notice"), N_("To pay in all"),
  N_("If it is found unlawful (2N)"), N_("Earliest last day"),
};

typedef struct
{
  GtkDropDown *ground_drop;
  GtkEditable *day_entry;
  GtkLabel *lines[N_LINES];
  GCancellable *cancellable; /* owned, nullable: of the question under way */
  char *total;               /* owned, nullable: as it was answered */
} Side;

typedef struct
{
  FwCase *departure;  /* owned */
  GtkWindow *dialog;
  GPtrArray *grounds; /* owned: FwGroundChoice, those that fit the person */
  GtkLabel *difference_label;
  Side sides[SIDES];
} Comparing;

static void
comparing_free (gpointer data)
{
  Comparing *self = data;

  for (guint i = 0; i < SIDES; i++)
    {
      g_cancellable_cancel (self->sides[i].cancellable);
      g_clear_object (&self->sides[i].cancellable);
      g_free (self->sides[i].total);
    }
  g_ptr_array_unref (self->grounds);
  g_object_unref (self->departure);
  g_free (self);
}

static FwCaseItem *
ground_of (Comparing *self,
           guint side)
{
  guint index = gtk_drop_down_get_selected (self->sides[side].ground_drop);

  return index < self->grounds->len ? g_ptr_array_index (self->grounds, index) : NULL;
}

static const char *
name_use (FwGroundUse use)
{
  switch (use)
    {
    case FW_GROUND_USABLE:
      return _("Yes");
    case FW_GROUND_LACKS_FACTS:
      return _("Facts or materials are missing");
    case FW_GROUND_BARRED:
      return _("No, the law bars it now");
    case FW_GROUND_NOT_APPLICABLE:
    default:
      return _("It does not fit this person");
    }
}

static void
show_line (Side *side,
           guint line,
           const char *text)
{
  gtk_label_set_label (side->lines[line], text != NULL && *text != '\0' ? text : "—");
}

static void
show_money (Side *side,
            guint line,
            const char *amount)
{
  g_autofree char *text = fw_case_name_money (amount);

  show_line (side, line, text);
}

/* What the second costs more or less than the first; nothing while one of them is unknown. */
static void
show_difference (Comparing *self)
{
  g_autoptr (FwNumber) first = self->sides[0].total != NULL ? fw_number_parse (self->sides[0].total) : NULL;
  g_autoptr (FwNumber) second = self->sides[1].total != NULL ? fw_number_parse (self->sides[1].total) : NULL;
  g_autoptr (FwNumber) more = first != NULL && second != NULL ? fw_number_subtract (second, first) : NULL;
  g_autoptr (FwNumber) less = more != NULL ? fw_number_subtract (first, second) : NULL;
  int sign = more != NULL ? fw_number_sign (more) : 0;
  g_autofree char *fixed = fw_number_to_fixed (sign < 0 ? less : more, 2);
  g_autofree char *amount = fw_case_name_money (fixed);
  g_autofree char *text = NULL;

  if (more == NULL)
    text = g_strdup (_("The difference shows once both totals are known."));
  else if (sign == 0)
    text = g_strdup (_("Both cost the same."));
  else if (sign > 0)
    text = g_strdup_printf (_("The second costs %s more than the first."), amount);
  else
    text = g_strdup_printf (_("The second costs %s less than the first."), amount);
  gtk_label_set_label (self->difference_label, text);
}

static void
show_point (Side *side,
            const FwWhatIf *point)
{
  g_autofree char *earliest = fw_date_to_string (point->earliest_last_day);
  g_autofree char *day = fw_case_name_day (earliest);

  show_line (side, LINE_MONTHS, point->months);
  show_money (side, LINE_SEVERANCE, point->severance);
  show_money (side, LINE_IN_LIEU, point->pay_in_lieu);
  show_money (side, LINE_TOTAL, point->total);
  show_line (side, LINE_DAMAGES, NULL);
  if (point->damages != NULL)
    show_money (side, LINE_DAMAGES, point->damages);
  show_line (side, LINE_EARLIEST, day);
}

static void
show_nothing (Side *side)
{
  for (guint line = LINE_MONTHS; line < N_LINES; line++)
    show_line (side, line, NULL);
}

typedef struct
{
  GtkWindow *dialog; /* owned: keeps the comparison while the answer is under way */
  guint side;
} Asked;

static void
answered_cb (GObject *object,
             GAsyncResult *result,
             gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (GtkWindow) dialog = asked->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) points = fw_case_what_if_finish (FW_CASE (object), result, &error);
  Comparing *self = g_object_get_data (G_OBJECT (dialog), "comparing");
  Side *side = self != NULL ? &self->sides[asked->side] : NULL;

  if (side == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&side->total, g_free);
  if (points != NULL && points->len > 0)
    {
      show_point (side, points->pdata[0]);
      side->total = g_strdup (((FwWhatIf *) points->pdata[0])->total);
    }
  else
    show_nothing (side);
  show_difference (self);
}

static void
ask (Comparing *self,
     guint index)
{
  Side *side = &self->sides[index];
  FwCaseItem *ground = ground_of (self, index);
  g_autofree char *day = fw_answer_field_read_day (gtk_editable_get_text (side->day_entry));
  Asked *asked;

  g_cancellable_cancel (side->cancellable);
  g_clear_object (&side->cancellable);
  if (ground == NULL || day == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (side->day_entry), "error");
      g_clear_pointer (&side->total, g_free);
      show_nothing (side);
      show_difference (self);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (side->day_entry), "error");
  show_line (side, LINE_USE, name_use ((FwGroundUse) fw_case_item_get_choice (ground, "use")));
  asked = g_new0 (Asked, 1);
  asked->dialog = g_object_ref (self->dialog);
  asked->side = index;
  side->cancellable = g_cancellable_new ();
  fw_case_what_if_ground_async (self->departure, fw_case_item_get_id (ground), fw_date_from_string (day), side->cancellable,
                                answered_cb, asked);
}

static void
changed_cb (GtkWidget *widget,
            Comparing *self)
{
  ask (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "side")));
}

static void
ground_changed_cb (GtkDropDown *drop,
                   GParamSpec *pspec,
                   Comparing *self)
{
  changed_cb (GTK_WIDGET (drop), self);
}

static void
collect_grounds (Comparing *self,
                 GtkStringList *titles)
{
  GListModel *grounds = fw_case_get_grounds (self->departure);

  for (guint i = 0; i < g_list_model_get_n_items (grounds); i++)
    {
      g_autoptr (FwCaseItem) ground = g_list_model_get_item (grounds, i);

      if (fw_case_item_get_choice (ground, "use") == FW_GROUND_NOT_APPLICABLE)
        continue;
      gtk_string_list_append (titles, fw_case_item_get_text (ground, "title"));
      g_ptr_array_add (self->grounds, g_object_ref (ground));
    }
}

/* The first side is the case as it stands; the second begins with a negotiated exit, which every other way is weighed
 * against, and which itself is weighed against a dismissal. */
static guint
first_choice (Comparing *self,
              guint side)
{
  const char *other = g_strcmp0 (fw_case_get_kind (self->departure), "mutual") == 0 ? "dismissal" : "mutual";

  for (guint i = 0; i < self->grounds->len; i++)
    {
      FwCaseItem *ground = g_ptr_array_index (self->grounds, i);

      if (side == 0 ? fw_case_item_get_truth (ground, "chosen")
                    : g_strcmp0 (fw_case_item_get_text (ground, "kind"), other) == 0)
        return i;
    }
  return 0;
}

/* Nobody compares days that are not there: before a last day is chosen both begin with today. */
static char *
dup_first_day (FwCase *departure)
{
  const char *last_day = fw_case_get (departure, "departure/@last-day");

  return last_day != NULL ? g_strdup (last_day)
                          : fw_date_to_string (fw_workplace_get_today (fw_case_get_workplace (departure)));
}

static GtkLabel *
make_value (Comparing *self,
            GtkGrid *grid,
            guint side,
            guint line)
{
  GtkWidget *label = gtk_label_new ("—");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  if (line == LINE_TOTAL)
    gtk_widget_add_css_class (label, "heading");
  if (line == LINE_DAMAGES)
    gtk_widget_set_css_classes (label, (const char *[]){ "numeric", "fw-text", "block", NULL });
  gtk_grid_attach (grid, label, (int) side + 1, (int) line + 3, 1, 1);
  return GTK_LABEL (label);
}

static void
add_side (Comparing *self,
          GtkGrid *grid,
          GtkStringList *titles,
          guint index)
{
  static const char *const names[SIDES] = { N_("First"), N_("Second") };
  g_autofree char *first_day = dup_first_day (self->departure);
  Side *side = &self->sides[index];
  GtkWidget *heading = gtk_label_new (_(names[index]));
  g_autofree char *ground_name = g_strdup_printf (_("%s: ground"), _(names[index]));
  g_autofree char *day_name = g_strdup_printf (_("%s: last day"), _(names[index]));

  side->ground_drop = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (titles)), NULL));
  side->day_entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_drop_down_set_selected (side->ground_drop, first_choice (self, index));
  gtk_editable_set_text (side->day_entry, first_day);
  gtk_entry_set_placeholder_text (GTK_ENTRY (side->day_entry), _("YYYY-MM-DD"));
  fw_spoken_name_follow_choice (GTK_WIDGET (side->ground_drop), ground_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (side->day_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, day_name, -1);
  gtk_grid_attach (grid, heading, (int) index + 1, 0, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (side->ground_drop), (int) index + 1, 1, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (side->day_entry), (int) index + 1, 2, 1, 1);
  for (guint line = 0; line < N_LINES; line++)
    side->lines[line] = make_value (self, grid, index, line);
  g_object_set_data (G_OBJECT (side->ground_drop), "side", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (side->day_entry), "side", GUINT_TO_POINTER (index));
  g_signal_connect (side->ground_drop, "notify::selected", G_CALLBACK (ground_changed_cb), self);
  g_signal_connect (side->day_entry, "changed", G_CALLBACK (changed_cb), self);
}

static void
add_titles (GtkGrid *grid)
{
  static const char *const asked[] = { N_("Ground"), N_("Last day") };

  for (guint i = 0; i < G_N_ELEMENTS (asked) + N_LINES; i++)
    {
      GtkWidget *label = gtk_label_new (i < G_N_ELEMENTS (asked) ? _(asked[i])
                                                                 : _(line_titles[i - G_N_ELEMENTS (asked)]));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (grid, label, 0, (int) i + 1, 1, 1);
    }
}

/**
 * fw_compare_dialog_present:
 *
 * Lays two grounds, or two last days, side by side: what each costs, and what it risks.
 */
void
fw_compare_dialog_present (GtkWindow *parent,
                           FwCase *departure)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/fairwell/Fairwell/departure/fw-compare-dialog.ui");
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  Comparing *self = g_new0 (Comparing, 1);
  GtkGrid *grid = GTK_GRID (gtk_builder_get_object (builder, "grid"));

  self->departure = g_object_ref (departure);
  self->dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  self->difference_label = GTK_LABEL (gtk_builder_get_object (builder, "difference_label"));
  self->grounds = g_ptr_array_new_with_free_func (g_object_unref);
  g_object_set_data_full (G_OBJECT (self->dialog), "comparing", self, comparing_free);
  collect_grounds (self, titles);
  add_titles (grid);
  for (guint i = 0; i < SIDES; i++)
    add_side (self, grid, titles, i);
  for (guint i = 0; i < SIDES; i++)
    ask (self, i);
  g_signal_connect_swapped (gtk_builder_get_object (builder, "close_button"), "clicked", G_CALLBACK (gtk_window_close),
                            self->dialog);
  gtk_window_set_transient_for (self->dialog, parent);
  gtk_window_present (self->dialog);
}
