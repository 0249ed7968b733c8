#include "charts/fw-last-day-chart.h"

#include <pango/pangocairo.h>

static char *
name_month (FwDate month)
{
  return g_strdup_printf ("%d月", month.month);
}

static PangoContext *
new_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 11");

  pango_context_set_font_description (context, font);
  return context;
}

static const FwLastDayStep steps[] = {
  { { 2026, 3, 1 }, 5, "5 个月" },
  { { 2026, 8, 16 }, 5.5, "5.5 个月" },
};

static FwLastDayFigures
sample (void)
{
  return (FwLastDayFigures){ .from = fw_date_new (2026, 3, 1), .until = fw_date_new (2026, 10, 31),
                             .chosen = fw_date_new (2026, 4, 10), .earliest = fw_date_new (2026, 4, 10),
                             .title = "换个日子会怎样", .chosen_label = "4月10日", .steps = steps,
                             .n_steps = G_N_ELEMENTS (steps), .name_month = name_month };
}

static void
test_pick (void)
{
  g_autoptr (GObject) owner = G_OBJECT (new_context ());
  PangoContext *context = PANGO_CONTEXT (owner);
  FwLastDayFigures figures = sample ();
  g_autoptr (FwChart) chart = fw_last_day_chart_layout (&figures, 360, 150, 1, context);

  g_assert_cmpint (fw_chart_pick (chart, 20, 80).place, ==, 0);
  g_assert_cmpint (fw_chart_pick (chart, 340, 80).place, ==, 1);
  g_assert_cmpint (fw_chart_pick (chart, 20, 400).place, ==, FW_CHART_NO_PLACE);
}

static void
test_day_at (void)
{
  FwLastDayFigures figures = sample ();

  g_assert_cmpint (fw_date_compare (fw_last_day_chart_day_at (&figures, 360, 0), figures.from), ==, 0);
  g_assert_cmpint (fw_date_compare (fw_last_day_chart_day_at (&figures, 360, 9999), figures.until), ==, 0);
}

/* The last months of the calendar have no next one: the axis ends with them. */
static void
test_end_of_calendar (void)
{
  g_autoptr (GObject) owner = G_OBJECT (new_context ());
  FwLastDayFigures figures = sample ();
  g_autoptr (FwChart) chart = NULL;

  figures.from = fw_date_new (9999, 3, 1);
  figures.until = fw_date_new (9999, 12, 31);
  figures.chosen = figures.earliest = FW_DATE_UNKNOWN;
  chart = fw_last_day_chart_layout (&figures, 600, 150, 1, PANGO_CONTEXT (owner));
  g_assert_cmpuint (fw_chart_get_n_texts (chart), <=, 12);
}

static void
test_describe (void)
{
  FwLastDayFigures figures = sample ();
  g_autofree char *text = fw_last_day_chart_describe (&figures);

  g_assert_cmpstr (text, ==, "换个日子会怎样 4月10日; 2026-03-01: 5 个月; 2026-08-16: 5.5 个月;");
}

static void
assert_labels_apart (FwChart *chart,
                     double width,
                     double height)
{
  for (guint i = 0; i < fw_chart_get_n_texts (chart); i++)
    {
      FwChartBox a = fw_chart_get_text_box (chart, i);

      g_assert_true (a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height);
      for (guint j = 0; j < i; j++)
        {
          FwChartBox b = fw_chart_get_text_box (chart, j);

          g_assert_false (a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height);
        }
    }
}

static void
test_labels_apart (void)
{
  g_autoptr (GObject) owner = G_OBJECT (new_context ());
  PangoContext *context = PANGO_CONTEXT (owner);

  for (int round = 0; round < 60; round++)
    {
      FwLastDayStep random_steps[6];
      FwLastDayFigures figures = sample ();
      double width = g_test_rand_int_range (120, 1600), height = g_test_rand_int_range (60, 400);
      g_autoptr (FwChart) chart = NULL;

      figures.n_steps = (guint) g_test_rand_int_range (1, 7);
      figures.steps = random_steps;
      figures.until = fw_date_add_days (figures.from, g_test_rand_int_range (1, 2000));
      figures.chosen = fw_date_add_days (figures.from, g_test_rand_int_range (-50, 2100));
      for (guint i = 0; i < figures.n_steps; i++)
        random_steps[i] = (FwLastDayStep){ fw_date_add_days (figures.from, (int) i * 200),
                                           g_test_rand_int_range (-1, 40), "很长的标签 months" };
      chart = fw_last_day_chart_layout (&figures, width, height, g_test_rand_double_range (1, 2), context);
      assert_labels_apart (chart, width, height);
    }
}

static void
test_paint (void)
{
  g_autoptr (GObject) owner = G_OBJECT (new_context ());
  PangoContext *context = PANGO_CONTEXT (owner);
  FwLastDayFigures figures = sample ();
  g_autoptr (FwChart) chart = fw_last_day_chart_layout (&figures, 360, 150, 1, context);
  g_autoptr (FwChart) empty = fw_last_day_chart_layout (NULL, 360, 150, 1, context);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 360, 150);
  cairo_t *cr = cairo_create (surface);
  const char *folder = g_getenv ("FAIRWELL_TEST_PICTURES");

  fw_chart_palette_set (FW_CHART_PALETTE_LIGHT, FW_CHART_ROLE_GROUND, 1, cr);
  cairo_paint (cr);
  fw_chart_paint (empty, cr, FW_CHART_PALETTE_LIGHT);
  fw_chart_paint (chart, cr, FW_CHART_PALETTE_LIGHT);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  if (folder != NULL)
    {
      g_autofree char *file = g_build_filename (folder, "last-day.png", NULL);

      g_assert_cmpint (cairo_surface_write_to_png (surface, file), ==, CAIRO_STATUS_SUCCESS);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/last-day-chart/pick", test_pick);
  g_test_add_func ("/last-day-chart/day-at", test_day_at);
  g_test_add_func ("/last-day-chart/end-of-calendar", test_end_of_calendar);
  g_test_add_func ("/last-day-chart/describe", test_describe);
  g_test_add_func ("/last-day-chart/labels-apart", test_labels_apart);
  g_test_add_func ("/last-day-chart/paint", test_paint);
  return g_test_run ();
}
