/* Charts of talks: few are said to be few, no share of fewer than ten, no label over another. */
#include "charts/fw-talks-chart.h"

#include "fw-test-chart.h"

#define MOST 40

typedef struct
{
  FwTalkHeld held[MOST];
  FwTalks *talks;
  FwTalksRow rows[FW_TALKS_MOST_ROWS];
  FwTalksFigures figures;
} Fixture;

static const FwTalkEvent turned[] = { { FW_TALK_CAME_TO, "money" }, { FW_TALK_SEEN, "angry" }, { FW_TALK_TAKEN_IN, "unfair" } };
static const FwTalkEvent calm[] = { { FW_TALK_CAME_TO, "money" }, { FW_TALK_SEEN, "calm" } };

/* So many talks of one script, in so many of which the mood turned at the money. */
static void
make (Fixture *fixture,
      FwTalksAsked asked,
      guint n,
      guint n_turned)
{
  for (guint i = 0; i < n; i++)
    fixture->held[i] = i < n_turned ? (FwTalkHeld){ "offer", 1500 + 60 * i, turned, G_N_ELEMENTS (turned), NULL, 0 }
                                    : (FwTalkHeld){ "offer", 1500 + 60 * i, calm, G_N_ELEMENTS (calm), NULL, 0 };
  fixture->talks = fw_talks_new (fixture->held, n);
  fixture->rows[0] = (FwTalksRow){ (char *) "每一笔钱，都有算法", (char *) "谈方案", 40, 60 };
  fixture->figures = (FwTalksFigures){ fixture->talks, asked, fixture->rows, .from = fw_date_new (2026, 1, 1),
                                       .until = fw_date_new (2026, 6, 30) };
}

static void
test_small_numbers (void)
{
  static const struct
  {
    guint n, n_turned;
    const char *says;
    gboolean share;
  } sizes[] = { { 3, 1, "次数太少", FALSE }, { 9, 8, "谈到 9 次，转坏 8 次。", FALSE }, { 20, 12, "占 60%", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Fixture fixture = { 0 };
      g_autoptr (FwChart) chart = NULL;
      g_autoptr (FwChartTable) table = NULL;
      g_autofree char *mark = NULL;
      g_autofree char *text = NULL;

      make (&fixture, FW_TALKS_SCENES, sizes[i].n, sizes[i].n_turned);
      chart = fw_talks_chart_layout (&fixture.figures, 640, 1, fw_test_chart_context (), FW_CHART_CHINESE);
      table = fw_talks_chart_tabulate (&fixture.figures, FW_CHART_CHINESE);
      mark = fw_talks_chart_describe_mark (&fixture.figures, (FwChartMark){ 0, 0 }, FW_CHART_CHINESE);
      text = fw_talks_chart_describe (&fixture.figures, FW_CHART_CHINESE);
      g_assert_nonnull (g_strstr_len (mark, -1, sizes[i].says));
      g_assert_true ((g_strstr_len (mark, -1, "%") != NULL) == sizes[i].share);
      g_assert_true ((*fw_chart_table_get_row (table, 0)[4] != '\0') == sizes[i].share);
      g_assert_true (g_str_has_prefix (text, sizes[i].share ? "转坏最多的一场：每一笔钱" : "谈到哪里容易转坏？"));
      g_assert_cmpuint (fw_talks_chart_get_talks (&fixture.figures, (FwChartMark){ 0, 0 })->len, ==, sizes[i].n_turned);
      fw_talks_free (fixture.talks);
    }
}

static void
test_nothing (void)
{
  static const char *const says[] = { "这段时间没有归档的谈话", "这段时间没有归档的谈话", "这段时间没有归档的谈话" };

  for (guint asked = 0; asked < 3; asked++)
    {
      Fixture fixture = { 0 };
      g_autoptr (FwChart) chart = NULL;
      g_autofree char *text = NULL;

      make (&fixture, asked, 0, 0);
      chart = fw_talks_chart_layout (&fixture.figures, 360, 1, fw_test_chart_context (), FW_CHART_CHINESE);
      text = fw_talks_chart_describe (&fixture.figures, FW_CHART_CHINESE);
      g_assert_true (fw_test_chart_says (chart, says[asked]));
      g_assert_nonnull (g_strstr_len (text, -1, says[asked]));
      fw_talks_free (fixture.talks);
    }
}

static void
test_labels (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 60; i++)
    {
      Fixture fixture = { 0 };
      guint n = (guint) g_rand_int_range (random, 1, MOST);
      double width = g_rand_double_range (random, 280, 1600), scale = g_rand_double_range (random, 1, 2);
      g_autofree char *name = fw_test_chart_random_name (random);
      g_autofree char *detail = fw_test_chart_random_name (random);
      g_autoptr (FwChart) chart = NULL;
      FwChartBox box;

      make (&fixture, i % 3, n, (n + 1) / 2);
      fixture.rows[0].name = name;
      fixture.rows[0].detail = i % 2 ? detail : NULL;
      chart = fw_talks_chart_layout (&fixture.figures, width, scale, fw_test_chart_context (), i % 2);
      fw_test_chart_labels_apart (chart);
      g_assert_true (fw_chart_get_mark_box (chart, (FwChartMark){ 0, 0 }, &box));
      g_assert_cmpfloat (box.y + box.height, <=, fw_chart_get_height (chart));
      fw_talks_free (fixture.talks);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/talks/small-numbers", test_small_numbers);
  g_test_add_func ("/charts/talks/nothing", test_nothing);
  g_test_add_func ("/charts/talks/labels", test_labels);
  return g_test_run ();
}
