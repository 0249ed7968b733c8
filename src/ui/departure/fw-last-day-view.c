#include "config.h"

#include "ui/departure/fw-last-day-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/insight/fw-chart-view.h"

#define HEIGHT 150

/* The chart of what another last day would cost. A click chooses a day, "day-chosen" says so; by keyboard the slider under it does. */
struct _FwLastDayView
{
  GtkWidget parent_instance;

  FwDate from;
  FwDate until;
  FwDate day;
  FwDate earliest;
  GArray *steps; /* owned: FwLastDayStep, labels borrowed from labels */
  GStrv labels;  /* owned */
};

G_DEFINE_FINAL_TYPE (FwLastDayView, fw_last_day_view, GTK_TYPE_WIDGET)

enum
{
  DAY_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
name_month (FwDate month)
{
  g_autoptr (GDateTime) moment = g_date_time_new_utc (month.year, month.month, 1, 0, 0, 0);

  /* Translators: a month under a chart, by g_date_time_format(); January carries the year. */
  return g_date_time_format (moment, month.month == 1 ? _("%b %Y") : _("%b"));
}

static char *
name_day (FwDate day)
{
  g_autoptr (GDateTime) moment = g_date_time_new_utc (day.year, day.month, day.day, 0, 0, 0);

  /* Translators: a day of this or the next year, by g_date_time_format(). */
  return g_date_time_format (moment, _("%-d %B"));
}

static FwLastDayFigures
collect_figures (FwLastDayView *self,
                 const char *chosen_label)
{
  return (FwLastDayFigures){ .from = self->from, .until = self->until, .chosen = self->day,
                             .earliest = self->earliest, .title = _("What if another day"),
                             .chosen_label = chosen_label, .steps = (const FwLastDayStep *) (gpointer) self->steps->data,
                             .n_steps = self->steps->len, .name_month = name_month };
}

static void
describe (FwLastDayView *self)
{
  g_autofree char *day = fw_date_is_known (self->day) ? name_day (self->day) : NULL;
  FwLastDayFigures figures = collect_figures (self, day);
  g_autofree char *text = fw_last_day_chart_describe (&figures);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static double
text_scale (GtkWidget *widget)
{
  int dpi = 96 * 1024;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * 1024) : 1;
}

static void
fw_last_day_view_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  FwLastDayView *self = FW_LAST_DAY_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autofree char *day = fw_date_is_known (self->day) ? name_day (self->day) : NULL;
  FwLastDayFigures figures = collect_figures (self, day);
  g_autoptr (FwChart) chart = fw_last_day_chart_layout (&figures, width, height, text_scale (widget),
                                                        gtk_widget_get_pango_context (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  fw_chart_paint (chart, cr, fw_chart_view_choose_palette ());
  cairo_destroy (cr);
}

static void
fw_last_day_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  int size = orientation == GTK_ORIENTATION_VERTICAL ? (int) (HEIGHT * text_scale (widget)) : 200;

  *minimum = *natural = size;
}

static void
choose_day (FwLastDayView *self,
            FwDate day)
{
  if (self->steps->len == 0)
    return;
  if (fw_date_compare (day, self->from) < 0)
    day = self->from;
  if (fw_date_compare (day, self->until) > 0)
    day = self->until;
  if (fw_date_compare (day, self->day) == 0)
    return;
  fw_last_day_view_set_day (self, day);
  g_signal_emit (self, signals[DAY_CHOSEN], 0);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int presses,
            double x,
            double y,
            FwLastDayView *self)
{
  FwLastDayFigures figures = collect_figures (self, NULL);

  if (self->steps->len > 0)
    choose_day (self, fw_last_day_chart_day_at (&figures, gtk_widget_get_width (GTK_WIDGET (self)), x));
}

static void
fw_last_day_view_finalize (GObject *object)
{
  FwLastDayView *self = FW_LAST_DAY_VIEW (object);

  g_array_unref (self->steps);
  g_strfreev (self->labels);
  G_OBJECT_CLASS (fw_last_day_view_parent_class)->finalize (object);
}

static void
fw_last_day_view_class_init (FwLastDayViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fw_last_day_view_finalize;
  widget_class->snapshot = fw_last_day_view_snapshot;
  widget_class->measure = fw_last_day_view_measure;
  signals[DAY_CHOSEN] = g_signal_new ("day-chosen", FW_TYPE_LAST_DAY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
fw_last_day_view_init (FwLastDayView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->steps = g_array_new (FALSE, FALSE, sizeof (FwLastDayStep));
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * fw_last_day_view_set_steps:
 * @steps: (element-type FwLastDayStep): copied
 * @labels: (transfer full): holds the texts that @steps point at
 */
void
fw_last_day_view_set_steps (FwLastDayView *self,
                            FwDate from,
                            FwDate until,
                            GArray *steps,
                            GStrv labels)
{
  g_return_if_fail (FW_IS_LAST_DAY_VIEW (self));

  self->from = from;
  self->until = until;
  g_array_set_size (self->steps, 0);
  g_array_append_vals (self->steps, steps->data, steps->len);
  g_strfreev (self->labels);
  self->labels = labels;
  describe (self);
}

/**
 * fw_last_day_view_set_earliest:
 * @earliest: the earliest lawful last day, drawn as a line; unknown for none
 */
void
fw_last_day_view_set_earliest (FwLastDayView *self,
                               FwDate earliest)
{
  g_return_if_fail (FW_IS_LAST_DAY_VIEW (self));

  self->earliest = earliest;
  describe (self);
}

void
fw_last_day_view_set_day (FwLastDayView *self,
                          FwDate day)
{
  g_return_if_fail (FW_IS_LAST_DAY_VIEW (self));

  self->day = day;
  describe (self);
}

FwDate
fw_last_day_view_get_day (FwLastDayView *self)
{
  g_return_val_if_fail (FW_IS_LAST_DAY_VIEW (self), FW_DATE_UNKNOWN);
  return self->day;
}
