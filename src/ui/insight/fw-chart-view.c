#include "config.h"

#include "ui/insight/fw-chart-view.h"

#include <math.h>

#define LEAST_WIDTH 280
#define NATURAL_WIDTH 640

struct _FwChartView
{
  GtkWidget parent_instance;

  FwInsightChart *source; /* NULL: nothing is shown */
  FwChart *chart;         /* of the width it was last laid out at */
  double laid_out_width;
  FwChartMark focus;
  GtkWidget *bubble;      /* what the focused mark says, for the eye */
  GtkLabel *bubble_label;
};

G_DEFINE_FINAL_TYPE (FwChartView, fw_chart_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_MARK_ACTIVATED,
  SIGNAL_TABLE_ASKED,
  SIGNAL_MENU_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Of a time chart, by which Page Up and Page Down go. */
#define MONTHS_OF_YEAR 12

/**
 * fw_chart_view_choose_palette:
 *
 * Answers the palette that the desktop's style asks for.
 */
FwChartPalette
fw_chart_view_choose_palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (style))
    return adw_style_manager_get_dark (style) ? FW_CHART_PALETTE_HIGH_CONTRAST_DARK : FW_CHART_PALETTE_HIGH_CONTRAST;
  return adw_style_manager_get_dark (style) ? FW_CHART_PALETTE_DARK : FW_CHART_PALETTE_LIGHT;
}

static double
text_scale (GtkWidget *widget)
{
  int dpi = 96 * 1024;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * 1024) : 1;
}

static FwChart *
ensure_layout (FwChartView *self, double width)
{
  if (self->source == NULL || (self->chart != NULL && self->laid_out_width == width))
    return self->chart;
  g_clear_pointer (&self->chart, fw_chart_free);
  self->chart = fw_insight_chart_layout (self->source, width, text_scale (GTK_WIDGET (self)),
                                         gtk_widget_get_pango_context (GTK_WIDGET (self)));
  self->laid_out_width = width;
  return self->chart;
}

static void
forget_layout (FwChartView *self)
{
  g_clear_pointer (&self->chart, fw_chart_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* A screen reader reads the name of what has the focus again when it changes. */
static void
speak (FwChartView *self)
{
  g_autofree char *text = NULL;

  if (self->source != NULL && self->focus.place != FW_CHART_NO_PLACE)
    text = fw_insight_chart_describe_mark (self->source, self->focus);
  else if (self->source != NULL)
    text = fw_insight_chart_describe (self->source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
}

static void
show_bubble (FwChartView *self)
{
  FwChartBox box;
  GdkRectangle place;
  g_autofree char *text = NULL;

  if (self->chart == NULL || self->focus.place == FW_CHART_NO_PLACE || !gtk_widget_has_focus (GTK_WIDGET (self)) ||
      !fw_chart_get_mark_box (self->chart, self->focus, &box))
    {
      gtk_popover_popdown (GTK_POPOVER (self->bubble));
      return;
    }
  text = fw_insight_chart_describe_mark (self->source, self->focus);
  gtk_label_set_label (self->bubble_label, text);
  place = (GdkRectangle){ (int) floor (box.x), (int) floor (box.y), (int) ceil (box.width), (int) ceil (box.height) };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->bubble), &place);
  gtk_popover_popup (GTK_POPOVER (self->bubble));
}

static void
set_focus_mark (FwChartView *self, FwChartMark mark)
{
  self->focus = mark;
  speak (self);
  show_bubble (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate_mark (FwChartView *self, FwChartMark mark)
{
  if (mark.place != FW_CHART_NO_PLACE)
    g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, mark.place, mark.series);
}

static gboolean
step_of_key (guint key, FwChartStep *step)
{
  static const struct
  {
    guint key;
    FwChartStep step;
  } steps[] = {
    { GDK_KEY_Left, FW_CHART_STEP_BACK },      { GDK_KEY_KP_Left, FW_CHART_STEP_BACK }, { GDK_KEY_Right, FW_CHART_STEP_ON },
    { GDK_KEY_KP_Right, FW_CHART_STEP_ON },    { GDK_KEY_Up, FW_CHART_STEP_UP },        { GDK_KEY_Down, FW_CHART_STEP_DOWN },
    { GDK_KEY_Home, FW_CHART_STEP_FIRST },     { GDK_KEY_End, FW_CHART_STEP_LAST },
    { GDK_KEY_Page_Up, FW_CHART_STEP_FAR_BACK }, { GDK_KEY_Page_Down, FW_CHART_STEP_FAR_ON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].key == key)
      {
        *step = steps[i].step;
        return TRUE;
      }
  return FALSE;
}

static gboolean
key_pressed_cb (FwChartView *self, guint key, guint code, GdkModifierType modifiers)
{
  FwChartStep step;

  if (self->chart == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (step_of_key (key, &step))
    {
      set_focus_mark (self, fw_chart_step (self->chart, self->focus, step, MONTHS_OF_YEAR));
      return GDK_EVENT_STOP;
    }
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      activate_mark (self, self->focus);
      return GDK_EVENT_STOP;
    case GDK_KEY_t:
    case GDK_KEY_T:
      g_signal_emit (self, signals[SIGNAL_TABLE_ASKED], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Menu:
      g_signal_emit (self, signals[SIGNAL_MENU_ASKED], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_F10:
      if ((modifiers & GDK_SHIFT_MASK) == 0)
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, signals[SIGNAL_MENU_ASKED], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->focus.place == FW_CHART_NO_PLACE)
        return GDK_EVENT_PROPAGATE;
      set_focus_mark (self, FW_CHART_NO_MARK);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
released_cb (FwChartView *self, int presses, double x, double y)
{
  FwChartMark mark = self->chart != NULL ? fw_chart_pick (self->chart, x, y) : FW_CHART_NO_MARK;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (mark.place == FW_CHART_NO_PLACE)
    return;
  set_focus_mark (self, mark);
  activate_mark (self, mark);
}

static void
motion_cb (FwChartView *self, double x, double y)
{
  gboolean on_mark = self->chart != NULL && fw_chart_pick (self->chart, x, y).place != FW_CHART_NO_PLACE;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), on_mark ? "pointer" : NULL);
}

static void
focus_cb (FwChartView *self)
{
  show_bubble (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
fw_chart_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  FwChartView *self = FW_CHART_VIEW (widget);
  FwChartMark mark;
  g_autofree char *text = NULL;
  FwChartBox box;

  if (keyboard || self->chart == NULL)
    return FALSE;
  mark = fw_chart_pick (self->chart, x, y);
  if (mark.place == FW_CHART_NO_PLACE || !fw_chart_get_mark_box (self->chart, mark, &box))
    return FALSE;
  text = fw_insight_chart_describe_mark (self->source, mark);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) box.x, (int) box.y, (int) ceil (box.width), (int) ceil (box.height) });
  return TRUE;
}

static GtkSizeRequestMode
fw_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fw_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  FwChartView *self = FW_CHART_VIEW (widget);
  FwChart *chart;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  chart = ensure_layout (self, for_size > 0 ? MAX (for_size, LEAST_WIDTH) : NATURAL_WIDTH);
  *minimum = *natural = chart != NULL ? (int) ceil (fw_chart_get_height (chart)) : 0;
}

static void
fw_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FwChartView *self = FW_CHART_VIEW (widget);

  ensure_layout (self, width);
  gtk_popover_present (GTK_POPOVER (self->bubble));
}

static void
fw_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FwChartView *self = FW_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  FwChart *chart = ensure_layout (self, width);
  FwChartPalette palette = fw_chart_view_choose_palette ();
  cairo_t *cr;

  if (chart == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  fw_chart_paint (chart, cr, palette);
  if (gtk_widget_has_focus (widget))
    fw_chart_paint_focus (chart, cr, palette, self->focus);
  cairo_destroy (cr);
}

static void
fw_chart_view_dispose (GObject *object)
{
  FwChartView *self = FW_CHART_VIEW (object);

  g_clear_pointer (&self->bubble, gtk_widget_unparent);
  g_clear_pointer (&self->chart, fw_chart_free);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (fw_chart_view_parent_class)->dispose (object);
}

static void
fw_chart_view_class_init (FwChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_chart_view_dispose;
  widget_class->get_request_mode = fw_chart_view_get_request_mode;
  widget_class->measure = fw_chart_view_measure;
  widget_class->size_allocate = fw_chart_view_size_allocate;
  widget_class->snapshot = fw_chart_view_snapshot;
  widget_class->query_tooltip = fw_chart_view_query_tooltip;
  signals[SIGNAL_MARK_ACTIVATED] = g_signal_new ("mark-activated", FW_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[SIGNAL_TABLE_ASKED] = g_signal_new ("table-asked", FW_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                              G_TYPE_NONE, 0);
  signals[SIGNAL_MENU_ASKED] = g_signal_new ("menu-asked", FW_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "fw-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (FwChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static void
fw_chart_view_init (FwChartView *self)
{
  self->focus = FW_CHART_NO_MARK;
  self->bubble = gtk_popover_new ();
  self->bubble_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->bubble_label, TRUE);
  gtk_label_set_max_width_chars (self->bubble_label, 40);
  gtk_popover_set_child (GTK_POPOVER (self->bubble), GTK_WIDGET (self->bubble_label));
  gtk_popover_set_autohide (GTK_POPOVER (self->bubble), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->bubble), GTK_POS_TOP);
  gtk_widget_set_can_focus (self->bubble, FALSE);
  gtk_widget_set_parent (self->bubble, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_controllers (self);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_cb), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (forget_layout), self, G_CONNECT_SWAPPED);
}

/**
 * fw_chart_view_set_chart:
 * @chart: (nullable): what to show; the mark that was focused is kept where the new chart has it
 */
void
fw_chart_view_set_chart (FwChartView *self, FwInsightChart *chart)
{
  g_return_if_fail (FW_IS_CHART_VIEW (self));

  if (!g_set_object (&self->source, chart))
    return;
  self->focus = FW_CHART_NO_MARK;
  forget_layout (self);
  speak (self);
  show_bubble (self);
}

/* The mark that the keys have come to, or %FW_CHART_NO_MARK. */
FwChartMark
fw_chart_view_get_mark (FwChartView *self)
{
  g_return_val_if_fail (FW_IS_CHART_VIEW (self), FW_CHART_NO_MARK);
  return self->focus;
}
