#include "charts/fw-chart-private.h"

#include <math.h>

#define NEAR 12.0

static void
add (FwChart *self,
     FwChartMark mark,
     FwChartBox box,
     gboolean column)
{
  PlacedMark placed = { mark, box, column };

  g_array_append_val (self->marks, placed);
}

/* Adds what is picked where the pointer is in @box or near it. */
void
fw_chart_add_mark (FwChart *self,
                   FwChartMark mark,
                   FwChartBox box)
{
  add (self, mark, box, FALSE);
}

/* Adds what is picked anywhere in the column of @box, as along time. Marks inside it come first. */
void
fw_chart_add_column (FwChart *self,
                     FwChartMark mark,
                     FwChartBox box)
{
  add (self, mark, box, TRUE);
}

static const PlacedMark *
find (const FwChart *self,
      FwChartMark mark)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const PlacedMark *placed = &g_array_index (self->marks, PlacedMark, i);

      if (placed->mark.place == mark.place && placed->mark.series == mark.series)
        return placed;
    }
  return NULL;
}

/**
 * fw_chart_get_mark_box:
 * @box: (out): where it is
 *
 * Returns: whether the chart shows it
 */
gboolean
fw_chart_get_mark_box (const FwChart *self,
                       FwChartMark mark,
                       FwChartBox *box)
{
  const PlacedMark *placed = find (self, mark);

  if (placed == NULL)
    return FALSE;
  *box = placed->box;
  return TRUE;
}

static double
distance (const FwChartBox *box,
          double x,
          double y)
{
  double dx = MAX (0, MAX (box->x - x, x - box->x - box->width));
  double dy = MAX (0, MAX (box->y - y, y - box->y - box->height));

  return hypot (dx, dy);
}

/**
 * fw_chart_pick:
 *
 * Answers the mark at a place: the smallest that holds it, else the column it lies in, else the nearest within reach;
 * %FW_CHART_NO_MARK where there is none.
 */
FwChartMark
fw_chart_pick (const FwChart *self,
               double x,
               double y)
{
  const PlacedMark *inside = NULL, *column = NULL, *nearest = NULL;
  double reach = NEAR;

  if (y < 0 || y > self->height)
    return FW_CHART_NO_MARK;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const PlacedMark *placed = &g_array_index (self->marks, PlacedMark, i);
      double away = distance (&placed->box, x, y);

      if (placed->column)
        {
          if (x >= placed->box.x && x < placed->box.x + placed->box.width)
            column = placed;
        }
      else if (away <= 0)
        {
          if (inside == NULL || placed->box.width * placed->box.height < inside->box.width * inside->box.height)
            inside = placed;
        }
      else if (away < reach)
        {
          reach = away;
          nearest = placed;
        }
    }
  if (inside == NULL)
    inside = column != NULL ? column : nearest;
  return inside != NULL ? inside->mark : FW_CHART_NO_MARK;
}

static int
far_place (const FwChart *self,
           gboolean last)
{
  int found = FW_CHART_NO_PLACE;

  for (guint i = 0; i < self->marks->len; i++)
    {
      int place = g_array_index (self->marks, PlacedMark, i).mark.place;

      if (found == FW_CHART_NO_PLACE || (last ? place > found : place < found))
        found = place;
    }
  return found;
}

/* The mark of the place nearest to @place in a direction, of the same series or else of the whole. */
static FwChartMark
mark_at (const FwChart *self,
         int place,
         int series,
         int direction)
{
  int first = far_place (self, FALSE), last = far_place (self, TRUE);

  for (place = CLAMP (place, first, last); place >= first && place <= last; place += direction)
    {
      if (find (self, (FwChartMark){ place, series }) != NULL)
        return (FwChartMark){ place, series };
      if (find (self, (FwChartMark){ place, 0 }) != NULL)
        return (FwChartMark){ place, 0 };
    }
  return FW_CHART_NO_MARK;
}

static FwChartMark
other_series (const FwChart *self,
              FwChartMark mark,
              int direction)
{
  for (int series = mark.series + direction; series >= 0 && series < 16; series += direction)
    if (find (self, (FwChartMark){ mark.place, series }) != NULL)
      return (FwChartMark){ mark.place, series };
  return mark;
}

/**
 * fw_chart_step:
 * @mark: from where; %FW_CHART_NO_MARK for the last one
 * @far: how many places a far step goes
 *
 * Answers the mark that a key leads to, @mark itself at an end.
 */
FwChartMark
fw_chart_step (const FwChart *self,
               FwChartMark mark,
               FwChartStep step,
               int far)
{
  FwChartMark found;

  if (self->marks->len == 0)
    return FW_CHART_NO_MARK;
  if (mark.place == FW_CHART_NO_PLACE)
    return mark_at (self, far_place (self, TRUE), 0, -1);
  switch (step)
    {
    case FW_CHART_STEP_UP:
    case FW_CHART_STEP_DOWN:
      return other_series (self, mark, step == FW_CHART_STEP_UP ? -1 : 1);
    case FW_CHART_STEP_FIRST:
      return mark_at (self, far_place (self, FALSE), mark.series, 1);
    case FW_CHART_STEP_LAST:
      return mark_at (self, far_place (self, TRUE), mark.series, -1);
    case FW_CHART_STEP_FAR_BACK:
    case FW_CHART_STEP_FAR_ON:
      found = mark_at (self, mark.place + (step == FW_CHART_STEP_FAR_ON ? far : -far), mark.series,
                       step == FW_CHART_STEP_FAR_ON ? -1 : 1);
      break;
    case FW_CHART_STEP_BACK:
      found = mark.place > far_place (self, FALSE) ? mark_at (self, mark.place - 1, mark.series, -1) : mark;
      break;
    case FW_CHART_STEP_ON:
    default:
      found = mark.place < far_place (self, TRUE) ? mark_at (self, mark.place + 1, mark.series, 1) : mark;
      break;
    }
  return found.place != FW_CHART_NO_PLACE ? found : mark;
}

/* A ring in the ink around the mark, over one in the ground that keeps it apart from what lies beneath. */
void
fw_chart_paint_focus (const FwChart *self,
                      cairo_t *cr,
                      FwChartPalette palette,
                      FwChartMark mark)
{
  const PlacedMark *placed = find (self, mark);

  if (placed == NULL)
    return;
  for (int pass = 0; pass < 2; pass++)
    {
      cairo_rectangle (cr, placed->box.x - 1, placed->box.y - 1, placed->box.width + 2, placed->box.height + 2);
      fw_chart_palette_set (palette, pass == 0 ? FW_CHART_ROLE_GROUND : FW_CHART_ROLE_INK, 1, cr);
      cairo_set_line_width (cr, pass == 0 ? 4 : 2);
      cairo_stroke (cr);
    }
}
