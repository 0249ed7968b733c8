#include "config.h"

#include "ui/widgets/fw-wrap-box.h"

#define SPACING 6

struct _FwWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (FwWrapBox, fw_wrap_box, GTK_TYPE_WIDGET)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_get_visible (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
width_of (GtkWidget *child,
          int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return CLAMP (natural, minimum, MAX (minimum, width));
}

static int
height_of (GtkWidget *child,
           int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Where a row ends, and how high it is. */
static GtkWidget *
measure_row (GtkWidget *first,
             int width,
             int *height)
{
  GtkWidget *child = first;
  int x = 0;

  *height = 0;
  for (; child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int wide = width_of (child, width);

      if (x > 0 && x + wide > width)
        break;
      *height = MAX (*height, height_of (child, wide));
      x += wide + SPACING;
    }
  return child;
}

static void
place_row (FwWrapBox *self,
           GtkWidget *first,
           GtkWidget *end,
           int y,
           int width,
           int height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = first; child != end; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int wide = width_of (child, width);

      gtk_widget_size_allocate (child, &(GtkAllocation){ mirrored ? width - x - wide : x, y, wide, height }, -1);
      x += wide + SPACING;
    }
}

static void
fw_wrap_box_size_allocate (GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  GtkWidget *first = next_shown (gtk_widget_get_first_child (widget));

  for (int y = 0; first != NULL;)
    {
      int high;
      GtkWidget *end = measure_row (first, width, &high);

      place_row (FW_WRAP_BOX (widget), first, end, y, width, high);
      first = end;
      y += high + SPACING;
    }
}

static GtkSizeRequestMode
fw_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget,
               int *minimum,
               int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int least, liked;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &liked, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += liked + (*natural > 0 ? SPACING : 0);
    }
}

static void
fw_wrap_box_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  GtkWidget *first = next_shown (gtk_widget_get_first_child (widget));
  int least, liked, height = 0;

  measure_width (widget, &least, &liked);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      while (first != NULL)
        {
          int high;

          first = measure_row (first, for_size < 0 ? liked : MAX (for_size, least), &high);
          height += high + (first != NULL ? SPACING : 0);
        }
      least = liked = height;
    }
  *minimum = least;
  *natural = liked;
}

static void
fw_wrap_box_dispose (GObject *object)
{
  fw_wrap_box_clear (FW_WRAP_BOX (object));
  G_OBJECT_CLASS (fw_wrap_box_parent_class)->dispose (object);
}

static void
fw_wrap_box_class_init (FwWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_wrap_box_dispose;
  widget_class->measure = fw_wrap_box_measure;
  widget_class->size_allocate = fw_wrap_box_size_allocate;
  widget_class->get_request_mode = fw_wrap_box_get_request_mode;
}

static void
fw_wrap_box_init (FwWrapBox *self)
{
}

/**
 * fw_wrap_box_new:
 *
 * Returns: (transfer floating): an empty one
 */
GtkWidget *
fw_wrap_box_new (void)
{
  return g_object_new (FW_TYPE_WRAP_BOX, NULL);
}

void
fw_wrap_box_append (FwWrapBox *self,
                    GtkWidget *child)
{
  g_return_if_fail (FW_IS_WRAP_BOX (self));
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
fw_wrap_box_clear (FwWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (FW_IS_WRAP_BOX (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
