#include "charts/fw-@name@-chart.h"

#include <pango/pangocairo.h>

static const Fw@Name@Figures sample = { .title = "@name@" };

static FwChart *
layout (const Fw@Name@Figures *figures)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  g_autoptr (GObject) context = G_OBJECT (pango_font_map_create_context (map));

  return fw_@name_@_chart_layout (figures, 360, 150, 1, PANGO_CONTEXT (context));
}

/* Fails until the chart shows something. */
static void
test_shows_the_figures (void)
{
  g_autoptr (FwChart) chart = layout (&sample);

  g_assert_cmpuint (fw_chart_get_n_texts (chart), >, 0);
}

static void
test_empty (void)
{
  g_autoptr (FwChart) chart = layout (NULL);

  g_assert_cmpuint (fw_chart_get_n_texts (chart), ==, 0);
}

static void
test_describe (void)
{
  g_autofree char *text = fw_@name_@_chart_describe (&sample);

  g_assert_cmpstr (text, ==, "@name@");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/@name@-chart/shows-the-figures", test_shows_the_figures);
  g_test_add_func ("/@name@-chart/empty", test_empty);
  g_test_add_func ("/@name@-chart/describe", test_describe);
  return g_test_run ();
}
