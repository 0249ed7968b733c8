#include "charts/fw-chart-palette.h"

static double
contrast (FwChartPalette palette,
          FwChartRole role)
{
  return fw_chart_palette_contrast (fw_chart_palette_get (palette, role),
                                    fw_chart_palette_get (palette, FW_CHART_ROLE_GROUND));
}

static void
test_text_contrast (void)
{
  for (int palette = 0; palette < FW_CHART_N_PALETTES; palette++)
    {
      double least = palette == FW_CHART_PALETTE_HIGH_CONTRAST || palette == FW_CHART_PALETTE_HIGH_CONTRAST_DARK ? 7 : 4.5;

      g_assert_cmpfloat (contrast (palette, FW_CHART_ROLE_INK), >=, least);
      g_assert_cmpfloat (contrast (palette, FW_CHART_ROLE_SECOND_INK), >=, least);
    }
}

static void
test_mark_contrast (void)
{
  for (int palette = 0; palette < FW_CHART_N_PALETTES; palette++)
    {
      g_assert_cmpfloat (contrast (palette, FW_CHART_ROLE_AXIS), >=, 3);
      g_assert_cmpfloat (contrast (palette, FW_CHART_ROLE_EMPHASIS), >=, 3);
      g_assert_cmpfloat (contrast (palette, FW_CHART_ROLE_SECOND), >=, 3);
      g_assert_cmpfloat (contrast (palette, FW_CHART_ROLE_OTHER), >=, 3);
      g_assert_cmpfloat (contrast (palette, FW_CHART_ROLE_MUTE), >=, 3);
      g_assert_cmpfloat (contrast (palette, FW_CHART_ROLE_WARN), >=, 3);
    }
}

static void
test_measure (void)
{
  g_assert_cmpfloat_with_epsilon (fw_chart_palette_contrast (0x000000, 0xffffff), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (fw_chart_palette_contrast (0x808080, 0x808080), 1, 0.001);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-palette/text", test_text_contrast);
  g_test_add_func ("/chart-palette/marks", test_mark_contrast);
  g_test_add_func ("/chart-palette/measure", test_measure);
  return g_test_run ();
}
