#include "departure/fw-calculator.h"

#include "core/fw-task.h"

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

static FwFacts *
make_facts (const FwReckoning *self,
            GPtrArray *said,
            GPtrArray *found,
            GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_new ();

  if (!fw_facts_set (facts, "reckoning/@title", self->title, error) ||
      !put_rows (facts, "input", said, error) || !put_rows (facts, "output", found, error) ||
      !put_rows (facts, "line", self->working, error) || !put_rows (facts, "note", self->notes, error) ||
      !put_rows (facts, "reading", self->readings, error))
    return NULL;
  return g_steal_pointer (&facts);
}

typedef struct
{
  FwFacts *facts; /* NULL: for the reason in @problem */
  GError *problem;
  FwDate made;
  char *language;
  GFile *file;
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_clear_pointer (&sheet->facts, fw_facts_unref);
  g_clear_error (&sheet->problem);
  g_free (sheet->language);
  g_clear_object (&sheet->file);
  g_free (sheet);
}

static gpointer
make_sheet (gpointer data,
            GError **error)
{
  Sheet *sheet = data;
  g_autoptr (FwDocument) paper = NULL;

  if (sheet->facts == NULL)
    g_propagate_error (error, g_steal_pointer (&sheet->problem));
  else
    paper = fw_document_new_sheet (sheet->facts, "calculation", sheet->language, sheet->made, error);
  if (paper == NULL || (sheet->file != NULL && !fw_document_write_pdf (paper, sheet->file, NULL, error)))
    return NULL;
  return g_steal_pointer (&paper);
}

/**
 * fw_reckoning_to_paper_async:
 * @said: (element-type FwReckoningRow): the inputs, as people read them
 * @found: (element-type FwReckoningRow): the outputs, as people read them
 * @made: the day
 * @language: "zh" or "en"
 * @file: (nullable): where the PDF goes, too
 *
 * Lays the reckoning out as it is printed, and writes it, on a worker thread. What is given is not needed any more from here on.
 */
void
fw_reckoning_to_paper_async (const FwReckoning *self,
                             GPtrArray *said,
                             GPtrArray *found,
                             FwDate made,
                             const char *language,
                             GFile *file,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->facts = make_facts (self, said, found, &sheet->problem);
  sheet->made = made;
  sheet->language = g_strdup (language);
  g_set_object (&sheet->file, file);
  fw_task_ask_async (NULL, make_sheet, sheet, sheet_free, (GDestroyNotify) fw_document_unref, NULL, callback, user_data);
}

/**
 * fw_reckoning_to_paper_finish:
 *
 * Returns: (transfer full) (nullable): the reckoning as it is printed; %NULL where it was not laid out, or not written
 */
FwDocument *
fw_reckoning_to_paper_finish (GAsyncResult *result,
                              GError **error)
{
  return fw_task_ask_finish (result, error);
}
