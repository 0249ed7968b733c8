#include "departure/fw-file-match.h"

#include <string.h>

/* Whose file it is, by what stands in its name. */

/* Letters and figures of one width and case, as people and scanners write them. */
static char *
dup_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *one_width = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (one_width, -1);
}

/* Whether a number stands there by itself: E0004 is not in E00041. */
static gboolean
has_number (const char *plain,
            const char *number)
{
  g_autofree char *wanted = dup_plain (number);
  gsize length = strlen (wanted);

  if (length == 0)
    return FALSE;
  for (const char *found = strstr (plain, wanted); found != NULL; found = strstr (found + 1, wanted))
    if ((found == plain || !g_ascii_isalnum (found[-1])) && !g_ascii_isalnum (found[length]))
      return TRUE;
  return FALSE;
}

static gboolean
has_name (const char *plain,
          const char *name)
{
  g_autofree char *wanted = dup_plain (name);

  return *wanted != '\0' && strstr (plain, wanted) != NULL;
}

/**
 * fw_file_match:
 * @file_name: a name of a file, without its folder
 * @people: (array length=n_people): to whom it may belong; a number or name that is not known is %NULL
 *
 * Finds whose file it is: the one person whose number stands in the name, else the one person whose name does. Where both stand there and lead to
 * two people, or two people fit, it is for a person to say.
 *
 * Returns: the place among @people, or -1
 */
int
fw_file_match (const char *file_name,
               const FwFilePerson *people,
               gsize n_people)
{
  g_autofree char *plain = dup_plain (file_name);
  int by_number = -1, by_name = -1;
  guint numbers = 0, names = 0;
  gboolean its_name = FALSE;

  for (gsize i = 0; i < n_people; i++)
    {
      gboolean named = has_name (plain, people[i].name);

      if (has_number (plain, people[i].number))
        {
          by_number = (int) i;
          its_name = named;
          numbers++;
        }
      if (named)
        {
          by_name = (int) i;
          names++;
        }
    }
  if (numbers == 1)
    return names == 0 || its_name ? by_number : -1;
  return numbers == 0 && names == 1 ? by_name : -1;
}
