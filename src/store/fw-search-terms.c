#include "store/fw-search-private.h"

/* More is not a search any more, and would only cost. */
#define MAX_TERMS 8
#define MAX_CHARACTERS 64

static void
term_free (gpointer data)
{
  FwSearchTerm *term = data;

  g_free (term->match);
  g_free (term->place);
  g_free (term);
}

static void
end_term (GPtrArray *terms,
          GString *word,
          gboolean han)
{
  g_autoptr (GString) phrase = g_string_new (NULL);
  FwSearchTerm *term;

  if (word->len > 0 && terms->len < MAX_TERMS)
    {
      for (const char *c = word->str; *c != '\0'; c = g_utf8_next_char (c))
        {
          g_string_append_unichar (phrase, g_utf8_get_char (c));
          if (han)
            g_string_append_c (phrase, ' ');
        }
      term = g_new0 (FwSearchTerm, 1);
      term->han = han;
      /* A run of Chinese characters is a phrase; anything else is the beginning of a word. */
      /* No column is named: then FTS5 need not look where in a person's words it was met, which is most of its work. */
      term->match = g_strdup_printf ("\"%s\"%s", phrase->str, han ? "" : " *");
      term->place = g_utf8_strlen (word->str, -1) > 1 ? g_utf8_strdown (word->str, -1) : NULL;
      g_ptr_array_add (terms, term);
    }
  g_string_truncate (word, 0);
}

/* A dash between the digits of a telephone, which is indexed without: 138-0013-8000. */
static gboolean
is_inside_number (const char *text,
                  const char *c)
{
  return *c == '-' && c > text && g_ascii_isdigit (c[-1]) && g_ascii_isdigit (c[1]);
}

/* The words of what was typed; none where nothing in it could be found. (element-type FwSearchTerm) */
GPtrArray *
_fw_search_read_terms (const char *text)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func (term_free);
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean han = FALSE;
  guint n_characters = 0;

  for (const char *c = text; *c != '\0' && n_characters < MAX_CHARACTERS;
       c = g_utf8_next_char (c), n_characters++)
    {
      gunichar character = g_utf8_get_char (c);
      gboolean wanted = g_unichar_isalnum (character);

      if (is_inside_number (text, c))
        continue;
      if (!wanted || _fw_search_is_han (character) != han)
        end_term (terms, word, han);
      if (!wanted)
        continue;
      han = _fw_search_is_han (character);
      g_string_append_unichar (word, character);
    }
  end_term (terms, word, han);
  return terms;
}
