#include "departure/fw-case-act-private.h"

#include "core/fw-task.h"
#include "departure/fw-case-papers-private.h"
#include "departure/fw-copy-out-private.h"
#include "documents/fw-document.h"

/* Papers for the eye, the printer and a file: laid out on worker threads, however long that takes. */

typedef struct
{
  FwScene *scene;
  FwCaseJudged *judged;
  char *document;
  gboolean draft;
  gboolean exact; /* the paper is, byte for byte, what was issued */
} Layout;

static void
layout_free (Layout *layout)
{
  _fw_scene_unref (layout->scene);
  _fw_case_judged_unref (layout->judged);
  g_free (layout->document);
  g_free (layout);
}

/* Whether the paper still comes out as it was kept: another font or a newer template may have changed it. */
static gboolean
is_as_kept (FwDocument *paper,
            FwRecord *issued)
{
  g_autoptr (GBytes) pdf = fw_document_to_pdf (paper, NULL);
  g_autofree char *sha256 = pdf != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf) : NULL;

  return g_strcmp0 (sha256, fw_record_get (issued, "sha256")) == 0;
}

static void
lay_out_cb (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  Layout *layout = task_data;
  FwRecord *issued = _fw_case_records_issued (layout->judged->records, layout->document);
  g_autoptr (GError) error = NULL;
  FwDocument *paper = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (issued != NULL)
    paper = _fw_paper_lay_out_issued (layout->scene, layout->judged, issued, &error);
  else
    paper = _fw_paper_lay_out (layout->scene, layout->judged, layout->document, !layout->draft, NULL, &error);
  if (paper != NULL && issued != NULL)
    layout->exact = is_as_kept (paper, issued);
  if (paper != NULL)
    g_task_return_pointer (task, paper, _fw_paper_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * fw_case_lay_out_async:
 * @draft: with the draft's mark and its gaps; else as the final would be, which fails where something is blank
 *
 * Lays the paper out as it would print now, on a worker thread. One that was issued is laid out as it was then, from the
 * facts that were kept with it, whatever @draft says.
 */
void
fw_case_lay_out_async (FwCase *self,
                       const char *document,
                       gboolean draft,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Layout *layout = g_new0 (Layout, 1);

  layout->scene = _fw_case_dup_scene (self);
  layout->judged = _fw_case_judged_ref (_fw_case_get_judged (self));
  layout->document = g_strdup (document);
  layout->draft = draft;
  g_task_set_source_tag (task, fw_case_lay_out_async);
  g_task_set_task_data (task, layout, (GDestroyNotify) layout_free);
  fw_task_run_in_thread (task, lay_out_cb);
}

/**
 * fw_case_lay_out_finish:
 * @exact: (out) (optional): of an issued paper, whether it is byte for byte the one that was kept; else %FALSE
 *
 * Returns: (transfer full) (nullable): the paper, free with fw_document_unref()
 */
FwDocument *
fw_case_lay_out_finish (FwCase *self,
                        GAsyncResult *result,
                        gboolean *exact,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (exact != NULL)
    *exact = ((Layout *) g_task_get_task_data (G_TASK (result)))->exact;
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Saving */

/* The paper as it is to leave the program: the kept one, else as it would be now, with the draft's mark until nothing
 * stands against it. */
static GBytes *
make_pdf (FwCaseAct *act,
          FwCaseJudged *now,
          GCancellable *cancellable,
          GError **error)
{
  const char *document = act->text[0];
  FwCaseItem *row = _fw_case_find_row (now, FW_CASE_LIST_DOCUMENTS, document);
  FwRecord *issued = _fw_case_records_issued (now->records, document);
  g_autofree char *title = NULL;
  guint pages = 0;

  if (issued != NULL)
    return fw_store_get_file (act->scene->store, fw_record_get (issued, "sha256"), cancellable, error);
  if (row != NULL)
    return _fw_paper_to_pdf (act->scene, now, document, fw_case_item_get_choice (row, "state") == FW_PAPER_READY, NULL,
                             &pages, &title, error);
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "the ground of this case has no paper ‘%s’", document);
  return NULL;
}

/* Writes the paper that the act names to the act's file. */
gboolean
_fw_case_save_paper (FwCaseAct *act,
                     FwCaseJudged *now,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "document.export", NULL);
  g_autoptr (GBytes) pdf = make_pdf (act, now, cancellable, error);
  gboolean issued = _fw_case_records_issued (now->records, act->text[0]) != NULL;
  g_autoptr (GFile) beside = NULL;

  if (pdf == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  beside = _fw_copy_write_beside (act->file, pdf, cancellable, error);
  if (beside == NULL)
    return FALSE;
  fw_command_set_detail (command, "document", act->text[0]);
  fw_command_set_detail (command, "draft", issued ? "false" : "true");
  /* From here on it is in its place with its event, or neither is there, also when the user gives up now. */
  if (_fw_case_act_run (act, command, NULL, error))
    return _fw_copy_put_in_place (beside, act->file, error);
  _fw_copy_take_back (beside);
  return FALSE;
}

static FwCaseAct *
save_act (FwCase *self,
          const char *document,
          GFile *file)
{
  FwCaseAct *act = _fw_case_act_new (self, _fw_case_save_paper, document, NULL, NULL);

  act->file = g_object_ref (file);
  return act;
}

/**
 * fw_case_save_pdf:
 * @document: a paper of this case
 * @file: where to; what is there is replaced
 *
 * Writes the paper as PDF: the issued one as it was kept, else as it would be now. That it left the program is an event.
 */
gboolean
fw_case_save_pdf (FwCase *self,
                  const char *document,
                  GFile *file,
                  GCancellable *cancellable,
                  GError **error)
{
  return _fw_case_act (self, save_act (self, document, file), cancellable, error);
}

/**
 * fw_case_save_pdf_async:
 *
 * As fw_case_save_pdf(), on a worker thread; ends with fw_case_act_finish(). Given up before the file is written, it leaves
 * neither file nor event.
 */
void
fw_case_save_pdf_async (FwCase *self,
                        const char *document,
                        GFile *file,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  _fw_case_act_async (self, save_act (self, document, file), cancellable, callback, user_data, fw_case_save_pdf_async);
}

/**
 * fw_case_dup_judged_facts:
 *
 * Returns: (transfer full) (nullable): a copy of the facts as papers and talks read them, with what the law says of the case in them where a
 *   ground is chosen; to be used by the caller's thread
 */
FwFacts *
fw_case_dup_judged_facts (FwCase *self,
                          GError **error)
{
  if (self->judged != NULL && self->judged->paper_facts != NULL)
    return fw_facts_copy (self->judged->paper_facts);
  return fw_case_dup_facts (self, error);
}
