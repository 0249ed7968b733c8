#include "fw-test-chart.h"

/* Returns: (transfer none): kept for the program's life */
PangoContext *
fw_test_chart_context (void)
{
  static PangoContext *context;

  if (context == NULL)
    context = fw_chart_new_pango_context ();
  return context;
}

/* No label meets another and none leaves the picture. */
void
fw_test_chart_labels_apart (FwChart *chart)
{
  for (guint i = 0; i < fw_chart_get_n_texts (chart); i++)
    {
      FwChartBox a = fw_chart_get_text_box (chart, i);

      g_assert_cmpfloat (a.x, >=, 0);
      g_assert_cmpfloat (a.y, >=, 0);
      g_assert_cmpfloat (a.x + a.width, <=, fw_chart_get_width (chart));
      g_assert_cmpfloat (a.y + a.height, <=, fw_chart_get_height (chart));
      for (guint j = 0; j < i; j++)
        {
          FwChartBox b = fw_chart_get_text_box (chart, j);

          g_assert_false (a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height);
        }
    }
}

/* Whether one of its texts has @text in it. */
gboolean
fw_test_chart_says (FwChart *chart,
                    const char *text)
{
  for (guint i = 0; i < fw_chart_get_n_texts (chart); i++)
    if (strstr (fw_chart_get_text (chart, i), text) != NULL)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full): 1 to 40 characters, Han, Latin or both */
char *
fw_test_chart_random_name (GRand *random)
{
  GString *name = g_string_new (NULL);
  int n = g_rand_int_range (random, 1, 41), script = g_rand_int_range (random, 0, 3);

  for (int i = 0; i < n; i++)
    if (script == 0 || (script == 2 && i % 2 == 0))
      g_string_append_unichar (name, (gunichar) g_rand_int_range (random, 0x4e00, 0x9fa5));
    else
      g_string_append_c (name, (char) (i % 7 == 6 ? ' ' : g_rand_int_range (random, 'a', 'z')));
  return g_string_free (name, FALSE);
}
