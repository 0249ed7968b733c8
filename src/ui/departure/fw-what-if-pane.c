#include "config.h"

#include "ui/departure/fw-what-if-pane.h"

#include <glib/gi18n.h>

#include "core/fw-number.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-last-day-view.h"
#include "ui/fw-problem.h"

/* How far the chart looks ahead: past the next half year of service, whatever the day of hire. */
#define MONTHS_AHEAD 8

struct _FwWhatIfPane
{
  GtkWidget parent_instance;

  GtkWidget *card;
  FwLastDayView *last_day_view;
  GtkScale *day_scale;
  GtkLabel *day_label;
  GtkLabel *what_if_label;
  GtkLabel *earliest_label;
  GtkLabel *next_step_label;
  GtkWidget *take_day_button;

  FwCase *departure;         /* owned, nullable */
  GPtrArray *points;         /* owned, nullable: FwWhatIf, a day each */
  GCancellable *cancellable; /* owned, nullable: of the question under way */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FwWhatIfPane, fw_what_if_pane, GTK_TYPE_WIDGET)

static FwWhatIf *
find_point (FwWhatIfPane *self,
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

static int
point_index (FwWhatIfPane *self,
             const FwWhatIf *point)
{
  return fw_date_days_between (((FwWhatIf *) g_ptr_array_index (self->points, 0))->last_day, point->last_day);
}

/* What is known of the price of a day, and what is not yet. */
static char *
dup_price_text (FwWhatIfPane *self,
                const FwWhatIf *point)
{
  g_autofree char *total = fw_case_name_money (point->total);
  g_autofree char *severance = fw_case_name_money (point->severance);

  if (point->total == NULL && point->severance != NULL)
    return fw_case_get (self->departure, "departure/@notified") == NULL
             ? g_strdup_printf (_("Severance %s. The total is not known before you say above when the notice arrives."),
                                severance)
             : g_strdup_printf (_("Severance %s. The total is not known yet: see the checks for what is missing."), severance);
  if (point->total == NULL)
    return g_strdup (_("Not known yet: see the checks for what is missing."));
  if (fw_date_is_known (point->earliest_last_day) && fw_date_compare (point->last_day, point->earliest_last_day) < 0)
    return g_strdup_printf (_("To pay %s, the extra month included: the notice is too short for this day."), total);
  return g_strdup_printf (_("To pay %s."), total);
}

/* How much more, or less, the days cost from the next step on. */
static char *
dup_next_step (FwWhatIfPane *self,
               const FwWhatIf *point)
{
  for (guint i = (guint) point_index (self, point) + 1; i < self->points->len; i++)
    {
      const FwWhatIf *next = g_ptr_array_index (self->points, i);
      g_autoptr (FwNumber) before = point->severance != NULL ? fw_number_parse (point->severance) : NULL;
      g_autoptr (FwNumber) after = next->severance != NULL ? fw_number_parse (next->severance) : NULL;
      g_autoptr (FwNumber) more = before != NULL && after != NULL ? fw_number_subtract (after, before) : NULL;
      g_autofree char *iso = NULL;
      g_autofree char *day = NULL;
      g_autofree char *fixed = NULL;
      g_autofree char *amount = NULL;
      g_autofree char *months = NULL;

      if (more == NULL || g_strcmp0 (point->months, next->months) == 0)
        continue;
      iso = fw_date_to_string (next->last_day);
      day = fw_case_name_day (iso);
      fixed = fw_number_to_fixed (more, 2);
      amount = fw_case_name_money (fixed);
      months = fw_case_name_months (next->months);
      return g_strdup_printf (_("From %s on: %s, severance %s more"), day, months, amount);
    }
  return NULL;
}

static void
show_hint (GtkLabel *label,
           char *owned_text)
{
  gtk_label_set_label (label, owned_text != NULL ? owned_text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), owned_text != NULL);
  g_free (owned_text);
}

static char *
dup_earliest (const FwWhatIf *point)
{
  g_autofree char *iso = fw_date_to_string (point->earliest_last_day);
  g_autofree char *day = fw_case_name_day (iso);

  return day != NULL ? g_strdup_printf (_("Earliest day by the notice: %s"), day) : NULL;
}

static void
show_day (FwWhatIfPane *self)
{
  FwDate day = fw_last_day_view_get_day (self->last_day_view);
  FwWhatIf *point = find_point (self, day);
  g_autofree char *iso = fw_date_to_string (day);
  g_autofree char *name = fw_case_name_day (iso);
  g_autofree char *text = point != NULL ? dup_price_text (self, point) : g_strdup ("");
  g_autofree char *spoken = g_strdup_printf ("%s. %s", name != NULL ? name : "", text);

  gtk_label_set_label (self->day_label, name != NULL ? name : _("No last day chosen yet"));
  gtk_widget_set_sensitive (self->take_day_button,
                            point != NULL && g_strcmp0 (iso, fw_case_get (self->departure, "departure/@last-day")) != 0);
  gtk_label_set_label (self->what_if_label, text);
  show_hint (self->earliest_label, point != NULL ? dup_earliest (point) : NULL);
  show_hint (self->next_step_label, point != NULL ? dup_next_step (self, point) : NULL);
  if (point == NULL)
    return;
  self->filling = TRUE;
  gtk_range_set_value (GTK_RANGE (self->day_scale), point_index (self, point));
  self->filling = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken, -1);
}

static void
scale_moved_cb (FwWhatIfPane *self)
{
  int index = (int) (gtk_range_get_value (GTK_RANGE (self->day_scale)) + 0.5);

  if (self->filling || self->points == NULL || index < 0 || index >= (int) self->points->len)
    return;
  fw_last_day_view_set_day (self->last_day_view, ((FwWhatIf *) g_ptr_array_index (self->points, (guint) index))->last_day);
  show_day (self);
}

/* The whole price where it is known on every day, so that the month in lieu shows as a cliff; else the severance. */
static gboolean
totals_known (FwWhatIfPane *self)
{
  for (guint i = 0; i < self->points->len; i++)
    if (((FwWhatIf *) g_ptr_array_index (self->points, i))->total == NULL)
      return FALSE;
  return TRUE;
}

/* Days that cost the same make one step; one that is no more than a tax of a few cents away is no step of its own. */
static void
show_points (FwWhatIfPane *self)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (FwLastDayStep));
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  gboolean whole = totals_known (self);
  double value = -2;
  FwWhatIf *first = g_ptr_array_index (self->points, 0);
  FwWhatIf *last = g_ptr_array_index (self->points, self->points->len - 1);

  for (guint i = 0; i < self->points->len; i++)
    {
      FwWhatIf *point = g_ptr_array_index (self->points, i);
      FwLastDayStep step = { point->last_day, whole ? point->total_drawn : point->severance_drawn, NULL };
      g_autofree char *label = point->months != NULL ? fw_case_name_months (point->months) : g_strdup ("");

      if (i > 0 && step.value > value - 0.5 && step.value < value + 0.5)
        continue;
      value = step.value;
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
show_scale (FwWhatIfPane *self)
{
  self->filling = TRUE;
  gtk_range_set_range (GTK_RANGE (self->day_scale), 0, MAX (1, (int) self->points->len - 1));
  gtk_range_set_increments (GTK_RANGE (self->day_scale), 1, 7);
  self->filling = FALSE;
}

static void
what_if_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (FwWhatIfPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) points = fw_case_what_if_finish (FW_CASE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), points != NULL && points->len > 0);
  if (points == NULL || points->len == 0)
    return;
  g_clear_pointer (&self->points, g_ptr_array_unref);
  self->points = g_steal_pointer (&points);
  show_points (self);
  show_scale (self);
  show_day (self);
}

static void
day_chosen_cb (FwWhatIfPane *self)
{
  show_day (self);
}

static void
move_day (FwWhatIfPane *self,
          int days)
{
  FwDate day = fw_date_add_days (fw_last_day_view_get_day (self->last_day_view), days);

  if (find_point (self, day) != NULL)
    fw_last_day_view_set_day (self->last_day_view, day);
  show_day (self);
}

static void
day_earlier_cb (FwWhatIfPane *self)
{
  move_day (self, -1);
}

static void
day_later_cb (FwWhatIfPane *self)
{
  move_day (self, 1);
}

static void
take_day_cb (FwWhatIfPane *self)
{
  g_autofree char *day = fw_date_to_string (fw_last_day_view_get_day (self->last_day_view));
  g_autoptr (GError) error = NULL;

  if (!fw_case_set (self->departure, "departure/@last-day", day, &error))
    {
      g_autofree char *problem = fw_problem_describe (error);

      gtk_label_set_label (self->what_if_label, problem);
    }
}

static void
fw_what_if_pane_dispose (GObject *object)
{
  FwWhatIfPane *self = FW_WHAT_IF_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->departure);
  G_OBJECT_CLASS (fw_what_if_pane_parent_class)->dispose (object);
}

static void
fw_what_if_pane_class_init (FwWhatIfPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_what_if_pane_dispose;
  g_type_ensure (FW_TYPE_LAST_DAY_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-what-if-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FwWhatIfPane, card);
  gtk_widget_class_bind_template_child (widget_class, FwWhatIfPane, last_day_view);
  gtk_widget_class_bind_template_child (widget_class, FwWhatIfPane, day_scale);
  gtk_widget_class_bind_template_child (widget_class, FwWhatIfPane, day_label);
  gtk_widget_class_bind_template_child (widget_class, FwWhatIfPane, what_if_label);
  gtk_widget_class_bind_template_child (widget_class, FwWhatIfPane, earliest_label);
  gtk_widget_class_bind_template_child (widget_class, FwWhatIfPane, next_step_label);
  gtk_widget_class_bind_template_child (widget_class, FwWhatIfPane, take_day_button);
  gtk_widget_class_bind_template_callback (widget_class, scale_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_later_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_day_cb);
}

static void
fw_what_if_pane_init (FwWhatIfPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fw_what_if_pane_ask:
 *
 * Reckons the departure anew for each day of the next months, in the background; what is shown stays until then.
 */
void
fw_what_if_pane_ask (FwWhatIfPane *self,
                     FwCase *departure)
{
  FwDate chosen = fw_date_from_string (fw_case_get (departure, "departure/@last-day"));
  FwDate today = fw_workplace_get_today (fw_case_get_workplace (departure));
  FwDate from = fw_date_is_known (chosen) && fw_date_compare (chosen, today) < 0 ? chosen : today;

  g_return_if_fail (FW_IS_WHAT_IF_PANE (self));

  g_set_object (&self->departure, departure);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  fw_last_day_view_set_day (self->last_day_view, fw_date_is_known (chosen) ? chosen : today);
  fw_case_what_if_async (self->departure, from, fw_date_add_months (from, MONTHS_AHEAD), self->cancellable, what_if_cb,
                         g_object_ref (self));
}
