#include "departure/fw-case-act-private.h"

#include "core/fw-task.h"
#include "documents/fw-document.h"

/* Risk and negotiation on one sheet for the company's own decision. It is no paper of the case: nobody is handed it. */

typedef struct
{
  FwScene *scene;
  FwCaseJudged *judged;
  GFile *file;
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  _fw_scene_unref (sheet->scene);
  _fw_case_judged_unref (sheet->judged);
  g_clear_object (&sheet->file);
  g_free (sheet);
}

static gboolean
put (FwFacts *facts,
     const char *element,
     guint number,
     const char *attribute,
     const char *value,
     GError **error)
{
  g_autofree char *path = g_strdup_printf ("risk/%s[%u]/@%s", element, number, attribute);

  return value == NULL || *value == '\0' || fw_facts_set (facts, path, value, error);
}

static gboolean
put_texts (FwFacts *facts,
           const char *element,
           guint number,
           FwCaseItem *row,
           const char *const *names,
           GError **error)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (!put (facts, element, number, names[i], fw_case_item_get_text (row, names[i]), error))
      return FALSE;
  return TRUE;
}

/* What a weak point may cost, each way of it. */
static gboolean
put_costs (FwFacts *facts,
           guint number,
           FwCaseItem *row,
           GError **error)
{
  const char *const *costs = fw_case_item_get_texts (row, "cost-titles");
  const char *const *amounts = fw_case_item_get_texts (row, "cost-amounts");
  g_autofree char *element = g_strdup_printf ("weak[%u]/cost", number);

  for (guint i = 0; costs != NULL && costs[i] != NULL; i++)
    if (!put (facts, element, i + 1, "title", costs[i], error) || !put (facts, element, i + 1, "amount", amounts[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
put_weak_points (FwFacts *facts,
                 GPtrArray *rows,
                 GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!put_texts (facts, "weak", i + 1, rows->pdata[i], (const char *const[]){ "title", "why", "mend", "article", NULL }, error) ||
        !put_costs (facts, i + 1, rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
put_sums (FwFacts *facts,
          GPtrArray *rows,
          GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!put (facts, "sum", i + 1, "id", fw_case_item_get_id (rows->pdata[i]), error) ||
        !put_texts (facts, "sum", i + 1, rows->pdata[i], (const char *const[]){ "title", "amount", "assumes", NULL }, error))
      return FALSE;
  return TRUE;
}

static gboolean
put_offers (FwFacts *facts,
            GPtrArray *rows,
            GError **error)
{
  guint number = 0;

  for (guint i = 0; i < rows->len; i++)
    if (fw_case_item_get_truth (rows->pdata[i], "offered") &&
        !put_texts (facts, "offer", ++number, rows->pdata[i], (const char *const[]){ "title", "cost", "clause", NULL }, error))
      return FALSE;
  return TRUE;
}

/* The sheet of a case as it was judged. */
static FwDocument *
lay_out (Sheet *sheet,
         GError **error)
{
  FwCaseJudged *judged = sheet->judged;
  g_autoptr (FwFacts) facts = fw_facts_new ();

  if (judged->risk == NULL)
    {
      _fw_case_refuse (error, "without a ground there is nothing to weigh");
      return NULL;
    }
  if (!fw_facts_set (facts, "risk/@number", fw_record_get (judged->records->row, "number"), error) ||
      !fw_facts_set (facts, "risk/@person", fw_record_get (judged->records->person, "name"), error) ||
      !fw_facts_set (facts, "risk/@ground", judged->ground_title, error) ||
      !fw_facts_set (facts, "risk/@currency", judged->currency, error) ||
      !put_weak_points (facts, judged->lists[FW_CASE_LIST_WEAK_POINTS], error) ||
      !put_sums (facts, judged->lists[FW_CASE_LIST_RISK], error) ||
      !put_offers (facts, judged->lists[FW_CASE_LIST_OFFERS], error))
    return NULL;
  return fw_document_new_sheet (facts, "risk-sheet", sheet->scene->chinese ? "zh" : "en", sheet->scene->today, error);
}

static gpointer
make_sheet (gpointer data,
            GError **error)
{
  Sheet *sheet = data;
  g_autoptr (FwDocument) document = lay_out (sheet, error);

  if (document == NULL || (sheet->file != NULL && !fw_document_write_pdf (document, sheet->file, NULL, error)))
    return NULL;
  return g_steal_pointer (&document);
}

/**
 * fw_case_lay_out_risk_async:
 * @file: (nullable): where the PDF goes, too
 *
 * Lays the sheet of risk and negotiation out as it would print now, and writes it, on a worker thread. Who prints or saves it says
 * so with fw_case_note_copy().
 */
void
fw_case_lay_out_risk_async (FwCase *self,
                            GFile *file,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Sheet *sheet;

  g_return_if_fail (FW_IS_CASE (self));

  sheet = g_new0 (Sheet, 1);
  sheet->scene = _fw_case_dup_scene (self);
  sheet->judged = _fw_case_judged_ref (_fw_case_get_judged (self));
  g_set_object (&sheet->file, file);
  fw_task_ask_async (self, make_sheet, sheet, sheet_free, (GDestroyNotify) fw_document_unref, cancellable, callback, user_data);
}

/**
 * fw_case_lay_out_risk_finish:
 *
 * Returns: (transfer full) (nullable): the sheet; %NULL with %FW_WORKPLACE_ERROR_REFUSED where there is no ground yet, else
 *   where it was not written
 */
FwDocument *
fw_case_lay_out_risk_finish (FwCase *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return fw_task_ask_finish (result, error);
}
