#include "config.h"

#include "ui/employees/fw-person-chart.h"

#include <math.h>

#include "ui/fw-language.h"
#include "ui/insight/fw-chart-view.h"

#define LEAST_WIDTH 240
#define MONTHS_OF_A_YEAR 12

/* A person's pay curve, or targets and results. One tab stop; the arrow keys go from month to month, each named. */
struct _FwPersonChart
{
  GtkWidget parent_instance;

  GArray *pay;     /* FwPayMonth, or NULL */
  GArray *targets; /* FwTargetMonth, or NULL */
  FwDate probation_end;
  char *measure;
  FwChart *chart;  /* laid out for the width below; NULL while it is not */
  double laid_out_width;
  FwChartMark focus;
};

G_DEFINE_FINAL_TYPE (FwPersonChart, fw_person_chart, GTK_TYPE_WIDGET)

static double
text_scale (GtkWidget *widget)
{
  int dpi = 96 * 1024;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * 1024) : 1;
}

static FwPayFigures
pay_figures (FwPersonChart *self)
{
  return (FwPayFigures) { .months = (const FwPayMonth *) (gpointer) self->pay->data, .n_months = self->pay->len,
                          .probation_end = self->probation_end };
}

static FwTargetsFigures
targets_figures (FwPersonChart *self)
{
  return (FwTargetsFigures) { .months = (const FwTargetMonth *) (gpointer) self->targets->data,
                              .n_months = self->targets->len, .measure = self->measure,
                              .probation_end = self->probation_end };
}

static FwChart *
lay_out (FwPersonChart *self, double width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  FwChartLanguage language = fw_chart_language_from_name (fw_language_get ());

  if (self->pay != NULL)
    {
      FwPayFigures figures = pay_figures (self);

      return fw_pay_chart_layout (&figures, width, text_scale (widget), context, language);
    }
  else
    {
      FwTargetsFigures figures = targets_figures (self);

      return fw_targets_chart_layout (&figures, width, text_scale (widget), context, language);
    }
}

static FwChart *
ensure_layout (FwPersonChart *self, double width)
{
  if ((self->pay == NULL && self->targets == NULL) || (self->chart != NULL && self->laid_out_width == width))
    return self->chart;
  g_clear_pointer (&self->chart, fw_chart_free);
  self->chart = lay_out (self, width);
  self->laid_out_width = width;
  return self->chart;
}

static char *
describe (FwPersonChart *self, FwChartMark mark)
{
  FwChartLanguage language = fw_chart_language_from_name (fw_language_get ());

  if (self->pay != NULL)
    {
      FwPayFigures figures = pay_figures (self);

      return mark.place == FW_CHART_NO_PLACE ? fw_pay_chart_describe (&figures, language)
                                             : fw_pay_chart_describe_mark (&figures, mark, language);
    }
  else
    {
      FwTargetsFigures figures = targets_figures (self);

      return mark.place == FW_CHART_NO_PLACE ? fw_targets_chart_describe (&figures, language)
                                             : fw_targets_chart_describe_mark (&figures, mark, language);
    }
}

/* A screen reader reads the name of what has the focus again when it changes. */
static void
speak (FwPersonChart *self)
{
  g_autofree char *text = describe (self, self->focus);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fw_person_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FwPersonChart *self = FW_PERSON_CHART (widget);
  const int width = gtk_widget_get_width (widget);
  FwChart *chart = ensure_layout (self, width);
  cairo_t *cr;

  if (chart == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) gtk_widget_get_height (widget)));
  fw_chart_paint (chart, cr, fw_chart_view_choose_palette ());
  if (gtk_widget_has_focus (widget))
    fw_chart_paint_focus (chart, cr, fw_chart_view_choose_palette (), self->focus);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
fw_person_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fw_person_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  FwChart *chart;

  *minimum = *natural = LEAST_WIDTH;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  chart = ensure_layout (FW_PERSON_CHART (widget), MAX (for_size, LEAST_WIDTH));
  *minimum = *natural = chart != NULL ? (int) ceil (fw_chart_get_height (chart)) : 0;
}

static gboolean
query_tooltip_cb (FwPersonChart *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  FwChartMark mark = keyboard || self->chart == NULL ? self->focus : fw_chart_pick (self->chart, x, y);
  g_autofree char *text = NULL;

  if (mark.place == FW_CHART_NO_PLACE || self->chart == NULL)
    return FALSE;
  text = describe (self, mark);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, FwPersonChart *self)
{
  FwChartStep step;

  if (self->chart == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Left)
    step = FW_CHART_STEP_BACK;
  else if (key == GDK_KEY_Right)
    step = FW_CHART_STEP_ON;
  else if (key == GDK_KEY_Home)
    step = FW_CHART_STEP_FIRST;
  else if (key == GDK_KEY_End)
    step = FW_CHART_STEP_LAST;
  else
    return GDK_EVENT_PROPAGATE;
  self->focus = fw_chart_step (self->chart, self->focus, step, MONTHS_OF_A_YEAR);
  speak (self);
  return GDK_EVENT_STOP;
}

static void
forget (FwPersonChart *self)
{
  g_clear_pointer (&self->pay, g_array_unref);
  g_clear_pointer (&self->targets, g_array_unref);
  g_clear_pointer (&self->measure, g_free);
  g_clear_pointer (&self->chart, fw_chart_free);
  self->focus = FW_CHART_NO_MARK;
}

static void
fw_person_chart_finalize (GObject *object)
{
  forget (FW_PERSON_CHART (object));
  G_OBJECT_CLASS (fw_person_chart_parent_class)->finalize (object);
}

static void
fw_person_chart_class_init (FwPersonChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fw_person_chart_finalize;
  widget_class->snapshot = fw_person_chart_snapshot;
  widget_class->measure = fw_person_chart_measure;
  widget_class->get_request_mode = fw_person_chart_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
fw_person_chart_init (FwPersonChart *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->focus = FW_CHART_NO_MARK;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (adw_style_manager_get_default (), "notify", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

static void
show (FwPersonChart *self)
{
  speak (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * fw_person_chart_show_pay:
 * @months: (element-type FwPayMonth): at least one
 * @probation_end: the last day of the probation, or unknown
 */
void
fw_person_chart_show_pay (FwPersonChart *self, GArray *months, FwDate probation_end)
{
  g_return_if_fail (FW_IS_PERSON_CHART (self));

  forget (self);
  self->pay = g_array_ref (months);
  self->probation_end = probation_end;
  show (self);
}

/**
 * fw_person_chart_show_targets:
 * @months: (element-type FwTargetMonth): at least one
 * @measure: what is measured
 * @probation_end: the last day of the probation, or unknown
 */
void
fw_person_chart_show_targets (FwPersonChart *self, GArray *months, const char *measure, FwDate probation_end)
{
  g_return_if_fail (FW_IS_PERSON_CHART (self));

  forget (self);
  self->targets = g_array_ref (months);
  self->measure = g_strdup (measure);
  self->probation_end = probation_end;
  show (self);
}
