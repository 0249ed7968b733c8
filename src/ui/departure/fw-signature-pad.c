#include "config.h"

#include "ui/departure/fw-signature-pad.h"

#include <glib/gi18n.h>

#include "documents/fw-ink.h"

/* In px; the shape is that of the frame on the paper, 70 × 15 mm. */
#define WIDTH 420
#define HEIGHT 90
#define LINE_AT 68
#define PEN 2.4

/* The sheet is white in every style, and what is written on it dark. */
static const GdkRGBA ground = { 1, 1, 1, 1 };
static const GdkRGBA rule = { 0.72, 0.72, 0.72, 1 };
static const GdkRGBA pen = { 0.09, 0.12, 0.25, 1 };
static const GdkRGBA hint = { 0.38, 0.38, 0.38, 1 };

struct _FwSignaturePad
{
  GtkWidget parent_instance;

  GtkWidget *area;
  FwInk *ink; /* owned */
  double from_x;
  double from_y;
};

G_DEFINE_FINAL_TYPE (FwSignaturePad, fw_signature_pad, GTK_TYPE_WIDGET)

enum
{
  SIGNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
draw_hint (FwSignaturePad *self,
           cairo_t *cr,
           int width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), _("Sign here"));
  int text_width, text_height;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gdk_cairo_set_source_rgba (cr, &hint);
  cairo_move_to (cr, (width - text_width) / 2.0, LINE_AT - text_height - 8);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t *cr,
         int width,
         int height,
         gpointer data)
{
  FwSignaturePad *self = data;

  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_paint (cr);
  gdk_cairo_set_source_rgba (cr, &rule);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, 12, LINE_AT + 0.5);
  cairo_line_to (cr, width - 12, LINE_AT + 0.5);
  cairo_stroke (cr);
  if (fw_ink_is_empty (self->ink))
    draw_hint (self, cr, width);
  gdk_cairo_set_source_rgba (cr, &pen);
  fw_ink_draw (self->ink, cr, (width - WIDTH) / 2.0, (height - HEIGHT) / 2.0, WIDTH, HEIGHT, PEN);
}

/* The sheet stands in the middle of what room there is. */
static void
to_ink (FwSignaturePad *self,
        double *x,
        double *y)
{
  *x -= (gtk_widget_get_width (self->area) - WIDTH) / 2.0;
  *y -= (gtk_widget_get_height (self->area) - HEIGHT) / 2.0;
}

static void
begin (FwSignaturePad *self,
       double x,
       double y)
{
  to_ink (self, &x, &y);
  fw_ink_begin (self->ink, x, y);
  gtk_widget_queue_draw (self->area);
}

static void
go_on (FwSignaturePad *self,
       double x,
       double y)
{
  to_ink (self, &x, &y);
  fw_ink_go_on (self->ink, x, y);
  gtk_widget_queue_draw (self->area);
}

static void
end (FwSignaturePad *self)
{
  g_signal_emit (self, signals[SIGNED], 0);
}

/* A pen comes as a stylus, not as the pointer that it moves as well. */
static gboolean
is_pen (GtkGesture *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, gtk_gesture_get_last_updated_sequence (gesture));

  return event != NULL && gdk_event_get_device_tool (event) != NULL;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double x,
               double y,
               FwSignaturePad *self)
{
  if (is_pen (GTK_GESTURE (gesture)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  /* The page behind must not scroll under the hand. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->from_x = x;
  self->from_y = y;
  begin (self, x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double x,
                double y,
                FwSignaturePad *self)
{
  go_on (self, self->from_x + x, self->from_y + y);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double x,
             double y,
             FwSignaturePad *self)
{
  end (self);
}

static void
pen_down_cb (GtkGestureStylus *gesture,
             double x,
             double y,
             FwSignaturePad *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  begin (self, x, y);
}

static void
pen_motion_cb (GtkGestureStylus *gesture,
               double x,
               double y,
               FwSignaturePad *self)
{
  go_on (self, x, y);
}

static void
pen_up_cb (GtkGestureStylus *gesture,
           double x,
           double y,
           FwSignaturePad *self)
{
  end (self);
}

static gboolean
wipe_key_cb (GtkWidget *widget,
             GVariant *arguments,
             gpointer data)
{
  fw_signature_pad_wipe (FW_SIGNATURE_PAD (widget));
  return TRUE;
}

static void
fw_signature_pad_dispose (GObject *object)
{
  FwSignaturePad *self = FW_SIGNATURE_PAD (object);

  g_clear_pointer (&self->area, gtk_widget_unparent);
  g_clear_pointer (&self->ink, fw_ink_free);
  G_OBJECT_CLASS (fw_signature_pad_parent_class)->dispose (object);
}

static void
fw_signature_pad_class_init (FwSignaturePadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_signature_pad_dispose;
  signals[SIGNED] = g_signal_new ("signed", FW_TYPE_SIGNATURE_PAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, wipe_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, wipe_key_cb, NULL);
}

static void
fw_signature_pad_init (FwSignaturePad *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *stylus = gtk_gesture_stylus_new ();

  self->ink = fw_ink_new (WIDTH, HEIGHT);
  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area), HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  gtk_widget_set_parent (self->area, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "fw-pad");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (self->area, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (stylus, "down", G_CALLBACK (pen_down_cb), self);
  g_signal_connect (stylus, "motion", G_CALLBACK (pen_motion_cb), self);
  g_signal_connect (stylus, "up", G_CALLBACK (pen_up_cb), self);
  gtk_widget_add_controller (self->area, GTK_EVENT_CONTROLLER (stylus));
}

/**
 * fw_signature_pad_new:
 * @who: who signs, as a screen reader says it
 *
 * Returns: (transfer floating): an empty pad
 */
GtkWidget *
fw_signature_pad_new (const char *who)
{
  GtkWidget *self = g_object_new (FW_TYPE_SIGNATURE_PAD, NULL);
  g_autofree char *spoken = g_strdup_printf (_("Signature of %s, drawn by hand; without a pointer, print the minutes and sign there"), who);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return self;
}

/**
 * fw_signature_pad_dup_ink:
 *
 * Returns: (transfer full) (nullable): what was drawn, as #FwInk has it; %NULL where that is no name
 */
char *
fw_signature_pad_dup_ink (FwSignaturePad *self)
{
  return fw_ink_is_empty (self->ink) ? NULL : fw_ink_to_string (self->ink);
}

/**
 * fw_signature_pad_wipe:
 *
 * Begins anew on an empty sheet.
 */
void
fw_signature_pad_wipe (FwSignaturePad *self)
{
  g_clear_pointer (&self->ink, fw_ink_free);
  self->ink = fw_ink_new (WIDTH, HEIGHT);
  gtk_widget_queue_draw (self->area);
  g_signal_emit (self, signals[SIGNED], 0);
}
