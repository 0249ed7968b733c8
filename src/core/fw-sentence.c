#include "core/fw-sentence.h"

#include <string.h>

/**
 * fw_sentence_dup_first:
 * @text: (nullable): what a pack says, a few sentences
 * @rest: (out) (optional): what follows it, "" for nothing; part of @text
 *
 * Returns: (transfer full): the first sentence without its full stop, fit for a title
 */
char *
fw_sentence_dup_first (const char *text,
                       const char **rest)
{
  static const char *const stops[] = { "。", ". " };
  const char *end = NULL;
  gsize length = 0;

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (stops); i++)
    {
      const char *found = strstr (text, stops[i]);

      if (found == NULL || (end != NULL && found > end))
        continue;
      end = found;
      length = strlen (stops[i]);
    }
  if (rest != NULL)
    *rest = end != NULL ? end + length : "";
  if (end != NULL)
    return g_strndup (text, (gsize) (end - text));
  return g_strdup (text != NULL ? text : "");
}
