#include "documents/fw-ink.h"

#include <stdlib.h>
#include <string.h>

/* A pointer that trembles adds nothing to a line. */
#define LEAST_STEP 2
/* What no hand draws: a text that says more is none of ours. */
#define MOST_POINTS 20000
#define MOST_UNITS 10000
/* Below this a frame holds a dot, not a name. */
#define LEAST_SPREAD 12

typedef struct
{
  int x;
  int y;
  gboolean begins; /* a stroke */
} Point;

struct _FwInk
{
  int width;
  int height;
  GArray *points; /* Point */
};

/**
 * fw_ink_new:
 * @width: of the frame it is drawn in
 * @height: of the frame
 *
 * Returns: (transfer full): an empty signature, free with fw_ink_free()
 */
FwInk *
fw_ink_new (guint width,
            guint height)
{
  FwInk *self = g_new0 (FwInk, 1);

  self->width = (int) CLAMP (width, 1, MOST_UNITS);
  self->height = (int) CLAMP (height, 1, MOST_UNITS);
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  return self;
}

/**
 * fw_ink_free:
 * @self: (nullable): a signature
 */
void
fw_ink_free (FwInk *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_free (self);
}

static void
add (FwInk *self,
     double x,
     double y,
     gboolean begins)
{
  Point point = { (int) CLAMP (x, 0, self->width), (int) CLAMP (y, 0, self->height), begins };
  const Point *last = self->points->len > 0 ? &g_array_index (self->points, Point, self->points->len - 1) : NULL;

  if (self->points->len >= MOST_POINTS)
    return;
  if (!begins && last != NULL && abs (last->x - point.x) < LEAST_STEP && abs (last->y - point.y) < LEAST_STEP)
    return;
  g_array_append_val (self->points, point);
}

/**
 * fw_ink_begin:
 *
 * The pen comes down.
 */
void
fw_ink_begin (FwInk *self,
              double x,
              double y)
{
  add (self, x, y, TRUE);
}

/**
 * fw_ink_go_on:
 *
 * The pen moves while it is down; what is drawn outside of the frame stays at its edge.
 */
void
fw_ink_go_on (FwInk *self,
              double x,
              double y)
{
  add (self, x, y, self->points->len == 0);
}

/**
 * fw_ink_is_empty:
 *
 * Returns: whether nothing was drawn that anybody could take for a name: nothing, or a dot
 */
gboolean
fw_ink_is_empty (FwInk *self)
{
  int left = self->width, right = 0, top = self->height, bottom = 0;

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      left = MIN (left, point->x);
      right = MAX (right, point->x);
      top = MIN (top, point->y);
      bottom = MAX (bottom, point->y);
    }
  return right - left < LEAST_SPREAD && bottom - top < LEAST_SPREAD;
}

/**
 * fw_ink_to_string:
 *
 * Returns: (transfer full): the signature as text, for facts and fw_ink_from_string()
 */
char *
fw_ink_to_string (FwInk *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d %d", self->width, self->height);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      g_string_append_printf (text, "%c%d,%d", point->begins ? ';' : ' ', point->x, point->y);
    }
  return g_string_free (text, FALSE);
}

/* A whole number of units, behind it @mark. */
static gboolean
read_number (const char **at,
             char mark,
             int *number)
{
  char *end;
  guint64 value;

  if (!g_ascii_isdigit (**at))
    return FALSE;
  value = g_ascii_strtoull (*at, &end, 10);
  if (value > MOST_UNITS || (mark != '\0' && *end != mark))
    return FALSE;
  *number = (int) value;
  *at = end + (mark != '\0' ? 1 : 0);
  return TRUE;
}

/**
 * fw_ink_from_string:
 * @text: (nullable): what fw_ink_to_string() gave
 *
 * Returns: (transfer full) (nullable): the signature; %NULL where the text is none
 */
FwInk *
fw_ink_from_string (const char *text)
{
  g_autoptr (FwInk) self = NULL;
  const char *at = text;
  int width, height;

  if (text == NULL || !read_number (&at, ' ', &width) || !read_number (&at, '\0', &height) || width == 0 || height == 0)
    return NULL;
  self = fw_ink_new ((guint) width, (guint) height);
  while (*at != '\0')
    {
      Point point = { .begins = *at == ';' };

      if ((*at != ';' && *at != ' ') || self->points->len >= MOST_POINTS)
        return NULL;
      at++;
      if (!read_number (&at, ',', &point.x) || !read_number (&at, '\0', &point.y))
        return NULL;
      g_array_append_val (self->points, point);
    }
  return g_steal_pointer (&self);
}

/**
 * fw_ink_to_svg:
 *
 * Returns: (transfer full): the signature as a picture of its own, to be kept as evidence; the same for the same strokes
 */
char *
fw_ink_to_svg (FwInk *self)
{
  GString *svg = g_string_new (NULL);

  g_string_append_printf (svg,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n"
                          "<path fill=\"none\" stroke=\"#000\" stroke-width=\"2.5\" stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\"",
                          self->width, self->height, self->width, self->height);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      g_string_append_printf (svg, "%s%c%d,%d", i > 0 ? " " : "", point->begins ? 'M' : 'L', point->x, point->y);
    }
  g_string_append (svg, "\"/>\n</svg>\n");
  return g_string_free (svg, FALSE);
}

/* Through the middles of what was measured: a pen leaves no corners. */
static void
trace (FwInk *self,
       cairo_t *cr)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);
      const Point *next = i + 1 < self->points->len ? point + 1 : NULL;
      gboolean ends = next == NULL || next->begins;

      if (point->begins)
        cairo_move_to (cr, point->x, point->y);
      if (ends)
        cairo_line_to (cr, point->x, point->y);
      else
        {
          double x, y, middle_x = (point->x + next->x) / 2.0, middle_y = (point->y + next->y) / 2.0;

          cairo_get_current_point (cr, &x, &y);
          cairo_curve_to (cr, x + (point->x - x) * 2 / 3, y + (point->y - y) * 2 / 3, middle_x + (point->x - middle_x) * 2 / 3,
                          middle_y + (point->y - middle_y) * 2 / 3, middle_x, middle_y);
        }
    }
}

/**
 * fw_ink_draw:
 * @x: where its frame begins
 * @y: where its frame begins
 * @width: of the frame it is fitted into, keeping its shape
 * @height: of the frame
 * @pen: how thick the line is, in units of @cr
 *
 * Draws the signature in the colour that is set.
 */
void
fw_ink_draw (FwInk *self,
             cairo_t *cr,
             double x,
             double y,
             double width,
             double height,
             double pen)
{
  double scale = MIN (width / self->width, height / self->height);

  cairo_save (cr);
  cairo_translate (cr, x + (width - scale * self->width) / 2, y + (height - scale * self->height) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_line_width (cr, pen / scale);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (cr);
  trace (self, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}
