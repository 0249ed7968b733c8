/* Whatever bytes come in, and how long it takes. */
#include "fw-test-lexicon.h"

#include <string.h>

/* An alert lies within the line. */
static void
assert_within (GArray *alerts,
               const char *text,
               gsize length)
{
  for (guint i = 0; i < alerts->len; i++)
    {
      const FwAlert *alert = &g_array_index (alerts, FwAlert, i);

      g_assert_cmpuint (alert->length, >, 0);
      g_assert_cmpuint (alert->offset + alert->length, <=, length);
    }
}

static void
read_bytes (FwPhraseWatch *watch,
            const char *text,
            gsize length)
{
  for (FwSpeaker speaker = FW_SPEAKER_ANY; speaker <= FW_SPEAKER_INTERVIEWER; speaker++)
    {
      g_autoptr (GArray) alerts = fw_phrase_watch_read (watch, text, (gssize) length, speaker);

      assert_within (alerts, text, length);
    }
}

static void
test_bad_bytes (void)
{
  g_autoptr (FwPhraseWatch) watch = fw_test_watch_new ();
  g_autoptr (GArray) alerts = NULL;
  const FwAlert *alert;

  read_bytes (watch, "", 0);
  read_bytes (watch, "\0\0\0", 3);
  read_bytes (watch, "\xff\xfe\xc0\x80", 4);
  read_bytes (watch, "\xe4\xbb", 2);
  alerts = fw_phrase_watch_read (watch, "\xff\xff我要去仲裁\xe4", -1, FW_SPEAKER_ANY);
  g_assert_cmpuint (alerts->len, ==, 1);
  alert = &g_array_index (alerts, FwAlert, 0);
  g_assert_cmpuint (alert->offset, ==, 4); /* each bad byte is a character of the line */
  g_assert_cmpuint (alert->length, ==, 3);
}

/* Phrases with bytes changed, taken out, doubled. */
static void
test_mutated (void)
{
  g_autoptr (FwPhraseWatch) watch = fw_test_watch_new ();
  GPtrArray *phrases = fw_lexicon_get_phrases (fw_phrase_watch_get_lexicon (watch));

  for (guint round = 0; round < 20000; round++)
    {
      const FwPhrase *one = phrases->pdata[g_test_rand_int_range (0, (gint32) phrases->len)];
      const FwPhrase *other = phrases->pdata[g_test_rand_int_range (0, (gint32) phrases->len)];
      g_autoptr (GString) line = g_string_new (NULL);

      g_string_append_printf (line, "%s%s%s", one->text, round % 3 == 0 ? "，" : "", other->text);
      for (guint i = 0; i < round % 5; i++)
        line->str[g_test_rand_int_range (0, (gint32) line->len)] = (char) g_test_rand_int_range (0, 256);
      read_bytes (watch, line->str, line->len);
    }
}

static void
test_very_long_line (void)
{
  g_autoptr (FwPhraseWatch) watch = fw_test_watch_new ();
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GArray) alerts = NULL;

  while (line->len < 4 * 1024 * 1024)
    g_string_append (line, "我们今天先说到这里再说别的不公平仲裁 and so on, ");
  alerts = fw_phrase_watch_read (watch, line->str, (gssize) line->len, FW_SPEAKER_ANY);
  g_assert_cmpuint (alerts->len, >=, 2);
  for (guint i = 0; i < alerts->len; i++) /* one a class, as long as the sentence is */
    for (guint j = 0; j < i; j++)
      g_assert_true (g_array_index (alerts, FwAlert, i).phrase->of != g_array_index (alerts, FwAlert, j).phrase->of);
}

static int
compare_times_cb (gconstpointer a,
                  gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* A line of 500 characters is read anew with each key: an alert has to be there within the frame, sixteen milliseconds with all that the
 * window does. The middle of many, so that another program's turn does not count. */
static void
test_in_time (void)
{
  g_autoptr (FwPhraseWatch) watch = fw_test_watch_new ();
  GPtrArray *phrases = fw_lexicon_get_phrases (fw_phrase_watch_get_lexicon (watch));
  g_autoptr (GString) line = g_string_new (NULL);
  gint64 times[101];

  for (guint i = 0; g_utf8_strlen (line->str, -1) < 500; i += 37)
    g_string_append_printf (line, "%s，今天", ((FwPhrase *) phrases->pdata[i % phrases->len])->text);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GArray) alerts = fw_phrase_watch_read (watch, line->str, (gssize) line->len, FW_SPEAKER_ANY);

      g_assert_cmpuint (alerts->len, >, 0);
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, G_N_ELEMENTS (times), sizeof times[0], compare_times_cb);
  g_test_minimized_result ((double) times[50], "%d µs for 500 characters", (int) times[50]);
  g_assert_cmpint (times[50], <, 4000);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase-watch/bad-bytes", test_bad_bytes);
  g_test_add_func ("/phrase-watch/mutated", test_mutated);
  g_test_add_func ("/phrase-watch/very-long-line", test_very_long_line);
  g_test_add_func ("/phrase-watch/in-time", test_in_time);
  return fw_test_run ();
}
