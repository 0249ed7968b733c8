#include "config.h"

#include "ui/employees/fw-referring-words.h"

#include <glib/gi18n.h>

#include "ui/employees/fw-record-words.h"

#define LONGEST_LINE 60

/* Which records keep another from going, so that each can be found and changed. */

static char *
describe (FwRecord *record)
{
  const char *kind = fw_record_words_kind (fw_record_get_kind (record)->name);
  g_autofree char *line = fw_record_words_line (record);
  g_autofree char *start = g_utf8_strlen (line, -1) > LONGEST_LINE ? g_utf8_substring (line, 0, LONGEST_LINE) : NULL;

  return g_strdup_printf ("%s · %s%s", kind != NULL ? kind : _("Record"), start != NULL ? start : line,
                          start != NULL ? "…" : "");
}

/**
 * fw_referring_words:
 * @records: (nullable) (element-type FwRecord): those that refer to what was to go
 *
 * Returns: (transfer full) (nullable): which they are and what to do; %NULL where there are none
 */
char *
fw_referring_words (GPtrArray *records)
{
  g_autoptr (GString) lines = NULL;

  if (records == NULL || records->len == 0)
    return NULL;
  lines = g_string_new (NULL);
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *line = describe (g_ptr_array_index (records, i));

      g_string_append_printf (lines, "\n%s", line);
    }
  return g_strdup_printf (_("Other records refer to what would go. Remove these first, or let them refer to something else. "
                            "Nothing was changed.%s"),
                          lines->str);
}
