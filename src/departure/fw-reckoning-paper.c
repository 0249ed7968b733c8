#include "departure/fw-calculator.h"

/* A reckoning on paper: what went in, what came out, line by line. */

static gboolean
put (FwFacts *facts,
     const char *element,
     guint number,
     const char *attribute,
     const char *value,
     GError **error)
{
  g_autofree char *path = g_strdup_printf ("reckoning/%s[%u]/@%s", element, number, attribute);

  return value == NULL || fw_facts_set (facts, path, value, error);
}

/* Another reading: what is then chosen, and of which figure. */
static char *
dup_parted (const char *option)
{
  g_auto (GStrv) parts = g_strsplit (option, "\t", -1);

  return g_strjoinv (" · ", parts);
}

static gboolean
put_rows (FwFacts *facts,
          const char *element,
          GPtrArray *rows,
          GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const FwReckoningRow *row = g_ptr_array_index (rows, i);
      g_auto (GStrv) parts = g_strsplit (row->text, "\t", 2);
      g_autofree char *option = parts[1] != NULL ? dup_parted (parts[1]) : NULL;

      if (!put (facts, element, i + 1, "text", parts[0], error) || !put (facts, element, i + 1, "option", option, error) ||
          !put (facts, element, i + 1, "value", row->value, error) || !put (facts, element, i + 1, "article", row->article, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fw_reckoning_to_paper:
 * @said: (element-type FwReckoningRow): the inputs, as people read them
 * @found: (element-type FwReckoningRow): the outputs, as people read them
 * @made: the day
 * @language: "zh" or "en"
 *
 * Returns: (transfer full) (nullable): the reckoning as it is printed
 */
FwDocument *
fw_reckoning_to_paper (const FwReckoning *self,
                       GPtrArray *said,
                       GPtrArray *found,
                       FwDate made,
                       const char *language,
                       GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_new ();

  if (!fw_facts_set (facts, "reckoning/@title", self->title, error) ||
      !put_rows (facts, "input", said, error) || !put_rows (facts, "output", found, error) ||
      !put_rows (facts, "line", self->working, error) || !put_rows (facts, "note", self->notes, error) ||
      !put_rows (facts, "reading", self->readings, error))
    return NULL;
  return fw_document_new_sheet (facts, "calculation", language, made, error);
}
