/* What many talks say: scenes in which a mood turned, alerts with their reasons, lengths; the few are left as they are. */
#include "insight/fw-talks.h"

#define CAME(name) { FW_TALK_CAME_TO, name }
#define SEEN(name) { FW_TALK_SEEN, name }
#define TAKEN(name) { FW_TALK_TAKEN_IN, name }

static const FwTalkScene *
find_scene (const FwTalks *talks,
            const char *scene)
{
  for (guint i = 0; i < talks->scenes->len; i++)
    if (g_strcmp0 (((FwTalkScene *) talks->scenes->pdata[i])->scene, scene) == 0)
      return talks->scenes->pdata[i];
  return NULL;
}

/* A mood turns where it becomes bad, not where it stays so, nor where it mends. */
static void
test_turns (void)
{
  static const FwTalkEvent first[] = { CAME ("open"), SEEN ("calm"), CAME ("money"), SEEN ("angry"), SEEN ("angry"),
                                       CAME ("@anger"), SEEN ("angry"), CAME ("money"), SEEN ("calm"), SEEN ("upset") };
  static const FwTalkEvent second[] = { CAME ("open"), SEEN ("upset"), CAME ("money"), SEEN ("tears"), CAME ("end"), SEEN ("silent") };
  static const FwTalkEvent third[] = { SEEN ("angry"), CAME ("open"), CAME ("money") };
  static const FwTalkEvent other[] = { CAME ("open"), SEEN ("calm"), CAME ("@anger"), SEEN ("tears") };
  const FwTalkHeld held[] = { { "notice", 600, first, G_N_ELEMENTS (first), NULL, 0 },
                              { "notice", 900, second, G_N_ELEMENTS (second), NULL, 0 },
                              { "notice", 0, third, G_N_ELEMENTS (third), NULL, 0 },
                              { "farewell", 300, other, G_N_ELEMENTS (other), NULL, 0 },
                              { NULL, 60, NULL, 0, NULL, 0 } };
  g_autoptr (FwTalks) talks = fw_talks_new (held, G_N_ELEMENTS (held));
  const FwTalkScene *money = talks->scenes->pdata[0], *open, *anger;

  g_assert_cmpuint (talks->n_talks, ==, 5);
  g_assert_cmpuint (talks->n_observed, ==, 4);
  /* open and money of one script, end, open of the other, and what they share. */
  g_assert_cmpuint (talks->n_scenes, ==, 5);
  g_assert_cmpuint (talks->scenes->len, ==, 3);
  g_assert_cmpstr (money->scene, ==, "money");
  g_assert_cmpuint (money->talks->len, ==, 3);
  g_assert_cmpuint (money->turned->len, ==, 2);
  open = find_scene (talks, "open");
  g_assert_cmpstr (open->script, ==, "notice");
  g_assert_cmpuint (open->turned->len, ==, 1);
  g_assert_cmpuint (g_array_index (open->turned, guint, 0), ==, 1);
  anger = find_scene (talks, "@anger");
  g_assert_null (anger->script);
  g_assert_cmpuint (anger->talks->len, ==, 2);
  g_assert_cmpuint (anger->turned->len, ==, 1);
}

/* Fewer than five talks: their reasons are not told. */
static void
test_alerts (void)
{
  static const FwTalkEvent events[] = { CAME ("open"), TAKEN ("arbitration"), TAKEN ("arbitration") };
  static const FwTalkEvent both[] = { TAKEN ("unfair"), TAKEN ("arbitration") };
  static const char *const pay[] = { "pay", "pay", "lead" };
  FwTalkHeld held[6] = { { NULL } };
  g_autoptr (FwTalks) talks = NULL;
  const FwTalkAlertClass *arbitration, *unfair;

  for (guint i = 0; i < 5; i++)
    held[i] = (FwTalkHeld){ "notice", 600, events, G_N_ELEMENTS (events), pay, i < 3 ? 3 : 0 };
  held[5] = (FwTalkHeld){ "notice", 600, both, G_N_ELEMENTS (both), pay + 2, 1 };
  talks = fw_talks_new (held, G_N_ELEMENTS (held));
  g_assert_cmpuint (talks->alerts->len, ==, 2);
  arbitration = talks->alerts->pdata[0];
  unfair = talks->alerts->pdata[1];
  g_assert_cmpstr (arbitration->alert, ==, "arbitration");
  g_assert_cmpuint (arbitration->talks->len, ==, 6);
  g_assert_cmpuint (arbitration->n_reasoned, ==, 4);
  g_assert_cmpuint (arbitration->reasons->len, ==, 2);
  g_assert_cmpstr (g_array_index (arbitration->reasons, FwTalkReason, 0).reason, ==, "lead");
  g_assert_cmpuint (g_array_index (arbitration->reasons, FwTalkReason, 0).n_talks, ==, 4);
  g_assert_cmpuint (g_array_index (arbitration->reasons, FwTalkReason, 1).n_talks, ==, 3);
  g_assert_cmpuint (unfair->talks->len, ==, 1);
  g_assert_cmpuint (unfair->reasons->len, ==, 0);
}

static void
test_lengths (void)
{
  const FwTalkHeld held[] = { { "notice", 1800 }, { "notice", 600 }, { "notice", 2400 }, { "notice", 0 }, { "notice", 1200 },
                              { "notice", 3000 }, { "offer", 900 }, { "offer", 300 } };
  g_autoptr (FwTalks) talks = fw_talks_new (held, G_N_ELEMENTS (held));
  g_autoptr (FwTalks) nothing = fw_talks_new (NULL, 0);
  const FwTalkLength *notice = talks->lengths->pdata[0], *offer = talks->lengths->pdata[1];

  g_assert_cmpstr (notice->script, ==, "notice");
  g_assert_cmpuint (notice->seconds->len, ==, 5);
  g_assert_cmpuint (g_array_index (notice->seconds, guint, 0), ==, 600);
  g_assert_cmpuint (g_array_index (notice->talks, guint, 0), ==, 1);
  g_assert_cmpuint (notice->median, ==, 1800);
  /* Two are no pattern. */
  g_assert_cmpuint (offer->median, ==, 0);
  g_assert_cmpuint (nothing->n_talks + nothing->n_scenes + nothing->scenes->len + nothing->alerts->len + nothing->lengths->len, ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/talks/turns", test_turns);
  g_test_add_func ("/insight/talks/alerts", test_alerts);
  g_test_add_func ("/insight/talks/lengths", test_lengths);
  return g_test_run ();
}
