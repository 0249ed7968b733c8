#include "interview/fw-automaton.h"

#include <string.h>

/* Words of letters, whose values are their places in the list. */
static FwAutomaton *
automaton_of (const char *const *words)
{
  FwAutomaton *automaton = fw_automaton_new (8);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint32 symbols[32];
      guint length = (guint) strlen (words[i]);

      for (guint j = 0; j < length; j++)
        symbols[j] = (guchar) words[i][j];
      fw_automaton_add (automaton, symbols, length, i);
    }
  fw_automaton_finish (automaton);
  return automaton;
}

static guint
count (const FwAutomaton *automaton,
       const char *text,
       const char *const *words,
       const char *word)
{
  guint32 state = 0;
  guint found = 0;

  for (; *text != '\0'; text++)
    {
      state = fw_automaton_step (automaton, state, (guchar) *text);
      for (guint32 output = fw_automaton_first_output (automaton, state); output != FW_AUTOMATON_NOTHING;
           output = fw_automaton_next_output (automaton, output))
        found += strcmp (words[fw_automaton_get_value (automaton, output)], word) == 0;
    }
  return found;
}

static void
test_words_in_one_another (void)
{
  const char *words[] = { "he", "she", "his", "hers", "he", "e", NULL };
  g_autoptr (FwAutomaton) automaton = automaton_of (words);

  g_assert_cmpuint (count (automaton, "ushers", words, "she"), ==, 1);
  g_assert_cmpuint (count (automaton, "ushers", words, "he"), ==, 2); /* the same word twice, two values */
  g_assert_cmpuint (count (automaton, "ushers", words, "hers"), ==, 1);
  g_assert_cmpuint (count (automaton, "ushers", words, "e"), ==, 1);
  g_assert_cmpuint (count (automaton, "hishe", words, "his"), ==, 1);
  g_assert_cmpuint (count (automaton, "hi", words, "his"), ==, 0);
}

static guint
count_by_hand (const char *text,
               const char *word)
{
  guint found = 0;

  for (const char *at = text; (at = strstr (at, word)) != NULL; at++)
    found++;
  return found;
}

/* Against the plain way, on words and texts of two letters, where everything overlaps. */
static void
test_against_plain_search (void)
{
  for (guint round = 0; round < 200; round++)
    {
      char made[8][8];
      const char *words[9] = { NULL };
      char text[201] = { 0 };
      g_autoptr (FwAutomaton) automaton = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (made); i++)
        {
          guint length = (guint) g_test_rand_int_range (1, 7);

          for (guint j = 0; j < length; j++)
            made[i][j] = (char) ('a' + g_test_rand_int_range (0, 2));
          made[i][length] = '\0';
          words[i] = made[i];
          for (guint j = 0; j < i; j++)
            if (strcmp (words[j], words[i]) == 0)
              made[i][0] = 'z';
        }
      for (guint i = 0; i < 200; i++)
        text[i] = (char) ('a' + g_test_rand_int_range (0, 2));
      automaton = automaton_of (words);
      for (guint i = 0; words[i] != NULL; i++)
        if (words[i][0] != 'z')
          g_assert_cmpuint (count (automaton, text, words, words[i]), ==, count_by_hand (text, words[i]));
    }
}

static void
test_symbols_of_any_size (void)
{
  g_autoptr (FwAutomaton) automaton = fw_automaton_new (8);
  const guint32 word[] = { 0x20001, 0x4ef2, 0x10ffff };
  guint32 state = 0;

  fw_automaton_add (automaton, word, G_N_ELEMENTS (word), 7);
  fw_automaton_finish (automaton);
  for (guint i = 0; i < G_N_ELEMENTS (word); i++)
    state = fw_automaton_step (automaton, state, word[i]);
  g_assert_cmpuint (fw_automaton_get_value (automaton, fw_automaton_first_output (automaton, state)), ==, 7);
  g_assert_cmpuint (fw_automaton_step (automaton, state, 0), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/automaton/words-in-one-another", test_words_in_one_another);
  g_test_add_func ("/automaton/against-plain-search", test_against_plain_search);
  g_test_add_func ("/automaton/symbols-of-any-size", test_symbols_of_any_size);
  return g_test_run ();
}
