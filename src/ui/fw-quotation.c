#include "config.h"

#include "ui/fw-quotation.h"

#include <glib/gi18n.h>

/**
 * fw_quotation_dup:
 * @said: what somebody says or said
 *
 * Returns: (transfer full): the sentence in quotation marks; what is quoted within it stands in single ones, and nothing stays nothing
 */
char *
fw_quotation_dup (const char *said)
{
  GString *inner;
  g_autofree char *text = NULL;

  if (*said == '\0')
    return g_strdup ("");
  inner = g_string_new (said);
  g_string_replace (inner, "“", "‘", 0);
  g_string_replace (inner, "”", "’", 0);
  text = g_string_free (inner, FALSE);
  /* Translators: a sentence that is said. */
  return g_strdup_printf (_("“%s”"), text);
}
