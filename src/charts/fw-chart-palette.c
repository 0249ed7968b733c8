#include "charts/fw-chart-palette.h"

#include <math.h>

/* One column a palette, one line a role, 0xRRGGBB. The test holds them to their contrast. */
static const guint32 colours[FW_CHART_N_ROLES][FW_CHART_N_PALETTES] = {
  [FW_CHART_ROLE_GROUND] = { 0xffffff, 0x242424, 0xffffff, 0x000000, 0xffffff },
  [FW_CHART_ROLE_INK] = { 0x1e2328, 0xf2f4f6, 0x000000, 0xffffff, 0x000000 },
  [FW_CHART_ROLE_SECOND_INK] = { 0x57606a, 0xb6bdc5, 0x24292f, 0xffffff, 0x333333 },
  [FW_CHART_ROLE_AXIS] = { 0x868e96, 0x7f8790, 0x24292f, 0xffffff, 0x6e6e6e },
  [FW_CHART_ROLE_GRID] = { 0xe3e7eb, 0x3b3f44, 0xb4bac0, 0x5a5a5a, 0xd9d9d9 },
  [FW_CHART_ROLE_FILL] = { 0xdfe6ed, 0x343b43, 0xd5dde5, 0x343b43, 0xe2e2e2 },
  [FW_CHART_ROLE_EMPHASIS] = { 0x1f5f99, 0x64aeea, 0x003f7d, 0x64aeea, 0x333333 },
  [FW_CHART_ROLE_SECOND] = { 0xd0690a, 0xf39a45, 0x9a4200, 0xf39a45, 0x8a8a8a },
  [FW_CHART_ROLE_OTHER] = { 0x8a939d, 0x8a929b, 0x59626b, 0x8a929b, 0x8a8a8a },
  [FW_CHART_ROLE_MUTE] = { 0x8a939d, 0x7f8790, 0x59626b, 0x8a929b, 0x8a8a8a },
  [FW_CHART_ROLE_WARN] = { 0xb3261e, 0xff8a80, 0x8c0f0a, 0xff8a80, 0x000000 },
};

/**
 * fw_chart_palette_get:
 *
 * Answers the colour of @role as 0xRRGGBB.
 */
guint32
fw_chart_palette_get (FwChartPalette palette,
                      FwChartRole role)
{
  g_return_val_if_fail (palette < FW_CHART_N_PALETTES && role < FW_CHART_N_ROLES, 0);
  return colours[role][palette];
}

void
fw_chart_palette_set (FwChartPalette palette,
                      FwChartRole role,
                      double opacity,
                      cairo_t *cr)
{
  guint32 colour = fw_chart_palette_get (palette, role);

  cairo_set_source_rgba (cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0, (colour & 0xff) / 255.0,
                         opacity);
}

static double
luminance (guint32 colour)
{
  double channel[3];

  for (int i = 0; i < 3; i++)
    {
      double value = ((colour >> (16 - 8 * i)) & 0xff) / 255.0;

      channel[i] = value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
    }
  return 0.2126 * channel[0] + 0.7152 * channel[1] + 0.0722 * channel[2];
}

/**
 * fw_chart_palette_contrast:
 *
 * Answers the contrast of two colours by WCAG 2.1, 1 to 21.
 */
double
fw_chart_palette_contrast (guint32 a,
                           guint32 b)
{
  double first = luminance (a), second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
