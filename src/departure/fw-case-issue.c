#include "departure/fw-case-act-private.h"

#include "departure/fw-case-papers-private.h"
#include "departure/fw-case-rows-private.h"
#include "departure/fw-engine-private.h"
#include "store/fw-audit.h"

/* Papers leave the house: issued, kept for good, delivered. */

static FwCaseItem *
find_paper (FwCaseJudged *now,
            const char *document,
            GError **error)
{
  FwCaseItem *paper = _fw_case_find_row (now, FW_CASE_LIST_DOCUMENTS, document);

  if (paper == NULL)
    g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "the ground of this case has no paper ‘%s’", document);
  return paper;
}

static gboolean
may_issue (FwCaseJudged *now,
           FwCaseItem *paper,
           GError **error)
{
  g_autofree char *reasons = NULL;

  if (_fw_case_state_of (now) == FW_CASE_STATE_SUBMITTED)
    return _fw_case_refuse (error, "the case waits for approval");
  if (fw_case_item_get_choice (paper, "state") == FW_PAPER_ISSUED)
    return _fw_case_refuse (error, "%s was issued on %s as %s and changes no more", fw_case_item_get_id (paper),
                            fw_case_item_get_text (paper, "issued-on"), fw_case_item_get_text (paper, "number"));
  if (now->records->basis == NULL && now->lists[FW_CASE_LIST_CHANGES]->len > 0)
    return _fw_case_refuse (error, "law or figures have changed what comes of this case: look at it and acknowledge it first");
  if (fw_case_item_get_choice (paper, "state") == FW_PAPER_READY)
    return TRUE;
  reasons = _fw_case_reasons_to_text (paper);
  return _fw_case_refuse (error, "%s", reasons);
}

/* The facts a paper was made from are kept as they were, beside it. */
static char *
take_in_facts (FwCaseAct *act,
               FwCaseJudged *now,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GBytes) facts = fw_facts_to_bytes (now->paper_facts);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (facts);

  return fw_store_take_in_file (act->scene->store, stream, NULL, NULL, NULL, cancellable, error);
}

static gboolean
put_paper (FwCaseAct *act,
           FwCaseJudged *now,
           FwCaseItem *paper,
           FwRecord *issued,
           GCancellable *cancellable,
           GError **error)
{
  const char *document = fw_case_item_get_id (paper);
  g_autofree char *head = fw_store_dup_head (act->scene->store, error);
  g_autofree char *number = _fw_paper_number (now, document);
  g_autofree char *title = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *facts_sha256 = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GInputStream) stream = NULL;
  guint pages = 0;

  if (head == NULL || (pdf = _fw_paper_to_pdf (act->scene, now, document, TRUE, head, &pages, &title, error)) == NULL)
    return FALSE;
  stream = g_memory_input_stream_new_from_bytes (pdf);
  sha256 = fw_store_take_in_file (act->scene->store, stream, NULL, NULL, NULL, cancellable, error);
  facts_sha256 = sha256 != NULL ? take_in_facts (act, now, cancellable, error) : NULL;
  if (facts_sha256 == NULL)
    return FALSE;
  fw_record_set (issued, "case-id", act->case_id);
  fw_record_set (issued, "document", document);
  fw_record_set (issued, "number", number);
  fw_record_set (issued, "title", title);
  fw_record_set (issued, "sha256", sha256);
  fw_record_set (issued, "facts-sha256", facts_sha256);
  fw_record_set (issued, "issued-by", act->scene->who);
  fw_record_set (issued, "pack", now->pack);
  fw_record_set (issued, "pack-version", now->pack_version);
  fw_record_set (issued, "pack-sha256", now->pack_hash);
  fw_record_set (issued, "head", head);
  fw_record_set_count (issued, "pages", pages);
  fw_record_set_date (issued, "issued", act->scene->today);
  return TRUE;
}

/* A paper of the moment "paper" is what the case is about: with it the case is issued and the person is leaving. */
static gboolean
is_leading (FwCaseItem *paper)
{
  return g_strcmp0 (fw_case_item_get_text (paper, "moment"), "paper") == 0;
}

/* Issues the paper that the act names. */
gboolean
_fw_case_issue_paper (FwCaseAct *act,
                      FwCaseJudged *now,
                      GCancellable *cancellable,
                      GError **error)
{
  FwCaseItem *paper = find_paper (now, act->text[0], error);
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "document.issue", NULL);
  g_autoptr (FwRecord) issued = fw_record_new ("document-issued");

  if (paper == NULL || !_fw_case_goes_on (now, error) || !may_issue (now, paper, error) ||
      !put_paper (act, now, paper, issued, cancellable, error))
    return FALSE;
  _fw_case_share (now, FW_CASE_LIST_DOCUMENTS, act->text[0], command, issued);
  fw_command_set_final (command);
  fw_command_put (command, issued);
  fw_command_set_detail (command, "document", act->text[0]);
  fw_command_set_detail (command, "number", fw_record_get (issued, "number"));
  _fw_case_put_pack (act, now, command);
  if (now->records->basis == NULL)
    _fw_case_put_basis (act, now, command, now->basis, act->text[0], NULL);
  if (is_leading (paper) && _fw_case_state_of (now) < FW_CASE_STATE_ISSUED)
    {
      _fw_case_put_row (now, command, FW_CASE_STATE_ISSUED);
      if (!_fw_case_put_status (act, now, command, "leaving", error))
        return FALSE;
    }
  return _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_issue:
 * @document: a paper of this case
 *
 * Issues a final paper: laid out without the draft's mark, numbered, with the head of the audit chain on it, kept as PDF by
 * its hash together with the facts it was made from. It never changes afterwards and cannot be undone. Refused, with the
 * list of reasons, while a check bars the case, a material of the paper's moment is missing or a field is blank.
 */
gboolean
fw_case_issue (FwCase *self,
               const char *document,
               GCancellable *cancellable,
               GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, _fw_case_issue_paper, document, NULL, NULL), cancellable, error);
}

void
fw_case_issue_async (FwCase *self,
                     const char *document,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, _fw_case_issue_paper, document, NULL, NULL), cancellable, callback, user_data,
                      fw_case_issue_async);
}

/**
 * fw_case_dup_draft_pdf:
 *
 * Returns: (transfer full) (nullable): the paper as it would be now, gaps marked, with the draft's mark on every page
 */
GBytes *
fw_case_dup_draft_pdf (FwCase *self,
                       const char *document,
                       GError **error)
{
  g_autoptr (FwScene) scene = _fw_case_dup_scene (self);
  g_autofree char *title = NULL;
  guint pages = 0;

  if (find_paper (_fw_case_get_judged (self), document, error) == NULL)
    return NULL;
  return _fw_paper_to_pdf (scene, _fw_case_get_judged (self), document, FALSE, NULL, &pages, &title, error);
}

/**
 * fw_case_dup_issued_pdf:
 *
 * Returns: (transfer full) (nullable): an issued paper, byte for byte as it was issued
 */
GBytes *
fw_case_dup_issued_pdf (FwCase *self,
                        const char *document,
                        GError **error)
{
  FwRecord *issued = _fw_case_records_issued (_fw_case_get_judged (self)->records, document);

  if (issued != NULL)
    return fw_store_get_file (fw_workplace_get_store (fw_case_get_workplace (self)), fw_record_get (issued, "sha256"), NULL,
                              error);
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "%s has not been issued", document);
  return NULL;
}

/* Whether an issued paper can have been delivered that way (the second text of the act) on that day. */
gboolean
_fw_case_check_delivery (FwCaseAct *act,
                         FwRecord *issued,
                         GError **error)
{
  static const char *const ways[] = { "hand", "post", "mail", "announcement", "notary", NULL };
  g_autofree char *on = fw_date_to_string (act->day);

  if (!g_strv_contains (ways, act->text[1]))
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT,
                   "‘%s’ is no way of delivery: hand, post, mail, announcement or notary", act->text[1]);
      return FALSE;
    }
  if (!fw_date_is_known (act->day) || fw_date_compare (act->day, act->scene->today) > 0 ||
      fw_date_compare (act->day, fw_record_get_date (issued, "issued")) < 0)
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT,
                   "‘%s’ is no day of delivery: the paper was issued on %s, and no day to come proves anything",
                   on != NULL ? on : "", fw_record_get (issued, "issued"));
      return FALSE;
    }
  return TRUE;
}

/* The case as it would stand had the paper arrived on the day of the act: days of notice run from there, not from the day
 * that was meant. */
static FwAssessment *
assess_as_delivered (FwCaseAct *act,
                     FwCaseJudged *now,
                     FwCaseItem *paper,
                     GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_copy (now->facts);
  g_autofree char *day = fw_date_to_string (act->day);
  const char *delivered = fw_case_item_get_text (paper, "delivered");
  g_auto (GStrv) paths = g_strsplit (delivered != NULL ? delivered : "", " ", -1);
  FwAssessment *assessment = NULL;
  FwPacks *packs;
  FwPack *pack;

  for (guint i = 0; paths[i] != NULL; i++)
    if (*paths[i] != '\0' && !fw_facts_set (facts, paths[i], day, error))
      return NULL;
  packs = _fw_engine_lock (act->scene->engine, error);
  if (packs == NULL)
    return NULL;
  pack = fw_packs_get_for_facts (packs, facts, error);
  if (pack != NULL)
    assessment = fw_pack_assess (pack, facts, NULL, error);
  _fw_engine_unlock (act->scene->engine);
  return assessment;
}

/* Materials that must be there before a leading paper is handed over. */
static gboolean
may_deliver (FwCaseAct *act,
             FwCaseJudged *now,
             FwCaseItem *paper,
             GError **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autoptr (FwAssessment) then = NULL;
  GPtrArray *needs;

  if (!is_leading (paper))
    return TRUE;
  then = assess_as_delivered (act, now, paper, error);
  if (then == NULL)
    return FALSE;
  needs = fw_assessment_get_materials (then);
  for (guint i = 0; i < needs->len; i++)
    {
      const FwMaterialNeed *need = needs->pdata[i];

      if (!need->present && g_strcmp0 (need->moment, "closing") != 0 && !_fw_case_is_set_aside (now, need->id))
        g_string_append_printf (missing, "%smissing material %s: %s", missing->len > 0 ? "\n" : "", need->id,
                                _fw_scene_pick (act->scene, need->name.zh, need->name.en));
    }
  return missing->len == 0 || _fw_case_refuse (error, "%s", missing->str);
}

static FwRecord *
put_proof (FwCaseAct *act,
           FwCaseJudged *now,
           FwCommand *command,
           const char *kind,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *name = g_file_get_basename (act->file);
  g_autofree char *display = g_filename_display_name (name);
  guint64 size = 0;
  g_autofree char *sha256 = _fw_case_take_in_file (act, act->file, &size, cancellable, error);
  FwRecord *evidence;

  if (sha256 == NULL)
    return NULL;
  evidence = _fw_case_put_evidence (act, now, command, kind, sha256, size);
  fw_record_set (evidence, "file-name", display);
  fw_record_set (evidence, "title", display);
  fw_record_set_date (evidence, "date", act->day);
  return evidence;
}

/* The facts that take the day, as the pack says; those of the case row are its fields, others answers. */
static void
put_delivery_facts (FwCaseAct *act,
                    FwCaseJudged *now,
                    FwCaseItem *paper,
                    FwCommand *command)
{
  const char *delivered = fw_case_item_get_text (paper, "delivered");
  gboolean forward = is_leading (paper) && delivered != NULL;
  FwRecord *row = _fw_case_put_row (now, command, forward ? FW_CASE_STATE_DELIVERED : _fw_case_state_of (now));
  g_auto (GStrv) paths = g_strsplit (delivered != NULL ? delivered : "", " ", -1);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      const char *field = _fw_case_field_of_path (paths[i]);

      if (field != NULL && !_fw_case_is_shared_path (now->records, paths[i]))
        fw_record_set_date (row, field, act->day);
      else if (*paths[i] != '\0')
        _fw_case_put_answer (now->records, command, paths[i], act->day, act->scene->who, act->scene->today);
    }
}

static gboolean
deliver (FwCaseAct *act,
         FwCaseJudged *now,
         GCancellable *cancellable,
         GError **error)
{
  FwCaseItem *paper = find_paper (now, act->text[0], error);
  FwRecord *issued = paper != NULL ? _fw_case_records_issued (now->records, act->text[0]) : NULL;
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "document.deliver", NULL);
  g_autoptr (FwRecord) delivery = fw_record_new ("delivery");
  const char *proof_of;

  if (paper == NULL || !_fw_case_is_open (now, error))
    return FALSE;
  if (issued == NULL)
    return _fw_case_refuse (error, "%s has not been issued", act->text[0]);
  if (!_fw_case_check_delivery (act, issued, error) || !may_deliver (act, now, paper, error))
    return FALSE;
  proof_of = fw_case_item_get_text (paper, "proof");
  fw_record_set (delivery, "case-id", act->case_id);
  fw_record_set (delivery, "document-issued-id", fw_record_get_id (issued));
  fw_record_set (delivery, "by", act->text[1]);
  fw_record_set (delivery, "delivered-by", act->scene->who);
  fw_record_set_date (delivery, "on", act->day);
  if (act->file != NULL)
    {
      FwRecord *proof =
        put_proof (act, now, command, proof_of != NULL ? proof_of : "delivery-proof", cancellable, error);

      if (proof == NULL)
        return FALSE;
      fw_record_set (delivery, "evidence-id", fw_record_get_id (proof));
    }
  _fw_case_share (now, FW_CASE_LIST_DOCUMENTS, act->text[0], command, delivery);
  fw_command_put (command, delivery);
  put_delivery_facts (act, now, paper, command);
  fw_command_set_detail (command, "document", act->text[0]);
  return _fw_case_act_run (act, command, cancellable, error);
}

static FwCaseAct *
deliver_act (FwCase *self,
             const char *document,
             const char *by,
             FwDate on,
             GFile *proof)
{
  FwCaseAct *act = _fw_case_act_new (self, deliver, document, by, NULL);

  act->day = on;
  g_set_object (&act->file, proof);
  return act;
}

/**
 * fw_case_deliver:
 * @document: an issued paper
 * @by: hand, post, mail, announcement or notary
 * @on: the day it arrived
 * @proof: (nullable): the signed receipt, the waybill, a picture
 *
 * Notes that a paper was delivered. A notice sets the day from which its time runs; its proof is evidence of the case.
 * Without a proof the delivery is only noted, and closing will ask for it.
 */
gboolean
fw_case_deliver (FwCase *self,
                 const char *document,
                 const char *by,
                 FwDate on,
                 GFile *proof,
                 GCancellable *cancellable,
                 GError **error)
{
  return _fw_case_act (self, deliver_act (self, document, by, on, proof), cancellable, error);
}

void
fw_case_deliver_async (FwCase *self,
                       const char *document,
                       const char *by,
                       FwDate on,
                       GFile *proof,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  _fw_case_act_async (self, deliver_act (self, document, by, on, proof), cancellable, callback, user_data,
                      fw_case_deliver_async);
}
