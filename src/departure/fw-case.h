#pragma once

#include "departure/fw-case-items.h"
#include "departure/fw-workplace.h"

G_BEGIN_DECLS

typedef struct _FwAssessment FwAssessment;
typedef struct _FwDocument   FwDocument;

/* A change of the final settlement: of one of its lines, or a line of one's own. */
typedef struct
{
  const char *line;   /* %NULL: a new line of one's own */
  const char *group;  /* of one's own: earning, severance, reimbursement, deduction or tax */
  const char *label;  /* of one's own: what it is called */
  const char *basis;  /* nullable: by which agreement or rule */
  const char *amount; /* nullable: what the pack reckons */
  const char *reason; /* why */
  gboolean out;       /* does not stand on the sheet */
} FwSettlementChange;

/* Why somebody leaves: a reason of the list (fw-reason-list.h), and the person's own words. */
typedef struct
{
  const char *reason;
  const char *words; /* nullable */
} FwReasonChoice;

/**
 * FwCase:
 *
 * One departure of one employee, free of any display. Properties (all readable, all notify): id, number, employee (id),
 * employee-name, employee-number, department, kind, ground, ground-title, last-day, state (FwCaseState), opened-on,
 * verdict (FwVerdict, of the whole case), who-verdict, way-verdict, materials-verdict, checks-verdict, money-verdict,
 * risk-verdict, papers-verdict, summary-verdict, judging (truth), judge-error (text), saved-at ("HH:MM", local), save-error (text),
 * currency, pack (id), pack-title, pack-version, pack-sha256, pack-kept (hash of the pack by which the last act was judged),
 * pack-changed (truth: differs from the shipped one), pack-reviewed-by and pack-reviewed-on (the lawyer and the day, %NULL
 * where no lawyer has reviewed it), law-day,
 * paused-on, pause-reason, look-again (%NULL where the case is not paused).
 * Lists: grounds, status-rows, materials, findings, documents, prices, figures, readings, settlement, weak-points, risk, offers, deadlines, steps, tasks, deliveries, events, changes, reasons.
 *
 * Setting an answer changes what fw_case_get() says at once; it is saved as a draft and judged again in the background
 * (the newest judging wins). Acts (attach, issue, …) are commands on the store with their audit event; each has a form
 * that waits, for the command line, and one that does not, for the window, all finished by fw_case_act_finish().
 */
#define FW_TYPE_CASE (fw_case_get_type ())
G_DECLARE_FINAL_TYPE (FwCase, fw_case, FW, CASE, GObject)

FwCase       *fw_case_open                 (FwWorkplace          *workplace,
                                            const char           *employee_id,
                                            const char           *kind,
                                            const char           *ground,
                                            GError              **error);
FwCase       *fw_case_load                 (FwWorkplace          *workplace,
                                            const char           *id_or_number,
                                            GError              **error);
void          fw_case_open_async           (FwWorkplace          *workplace,
                                            const char           *employee_id,
                                            const char           *kind,
                                            const char           *ground,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_load_async           (FwWorkplace          *workplace,
                                            const char           *id_or_number,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
FwCase       *fw_case_new_finish           (GAsyncResult         *result,
                                            GError              **error);

/* What is known of it */
FwWorkplace  *fw_case_get_workplace        (FwCase               *self);
const char   *fw_case_get_id               (FwCase               *self);
const char   *fw_case_get_number           (FwCase               *self);
const char   *fw_case_get_employee         (FwCase               *self);
const char   *fw_case_get_kind             (FwCase               *self);
const char   *fw_case_get_ground           (FwCase               *self);
const char   *fw_case_get_group            (FwCase               *self,
                                            const char          **number,
                                            guint                *n_cases);
FwCaseState   fw_case_get_state            (FwCase               *self);
FwVerdict     fw_case_get_verdict          (FwCase               *self);
FwVerdict     fw_case_get_step_verdict     (FwCase               *self,
                                            FwCaseStep            step);
FwAssessment *fw_case_get_assessment       (FwCase               *self);
FwFacts      *fw_case_dup_facts            (FwCase               *self,
                                            GError              **error);
FwFacts      *fw_case_dup_judged_facts     (FwCase               *self,
                                            GError              **error);
GListModel   *fw_case_get_grounds          (FwCase               *self);
GListModel   *fw_case_get_status_rows      (FwCase               *self);
GListModel   *fw_case_get_materials        (FwCase               *self);
GListModel   *fw_case_get_findings         (FwCase               *self);
GListModel   *fw_case_get_documents        (FwCase               *self);
GListModel   *fw_case_get_prices           (FwCase               *self);
GListModel   *fw_case_get_figures          (FwCase               *self);
GListModel   *fw_case_get_readings         (FwCase               *self);
GListModel   *fw_case_get_changes          (FwCase               *self);
const char   *fw_case_get_fixed_on         (FwCase               *self);
const char   *fw_case_get_fixed_version    (FwCase               *self);
GListModel   *fw_case_get_settlement       (FwCase               *self);
GListModel   *fw_case_get_weak_points      (FwCase               *self);
GListModel   *fw_case_get_risk             (FwCase               *self);
GListModel   *fw_case_get_offers           (FwCase               *self);
GListModel   *fw_case_get_deadlines        (FwCase               *self);
GListModel   *fw_case_get_steps            (FwCase               *self);
GListModel   *fw_case_get_tasks            (FwCase               *self);
GListModel   *fw_case_get_deliveries       (FwCase               *self);
GListModel   *fw_case_get_reasons          (FwCase               *self);
GListModel   *fw_case_get_events           (FwCase               *self);
gboolean      fw_case_is_paused            (FwCase               *self);
gboolean      fw_case_has_ended            (FwCase               *self);

/* Answers, by facts path: "departure/@last-day", "case/@handover-place", "company/union/@notified" … */
const char   *fw_case_get                  (FwCase               *self,
                                            const char           *path);
char         *fw_case_dup_label            (FwCase               *self,
                                            const char           *path);
gboolean      fw_case_set                  (FwCase               *self,
                                            const char           *asked_path,
                                            const char           *value,
                                            GError              **error);
gboolean      fw_case_offer                (FwCase               *self,
                                            const char           *offer,
                                            gboolean              offered,
                                            GError              **error);
gboolean      fw_case_choose               (FwCase               *self,
                                            const char           *kind,
                                            const char           *ground,
                                            GError              **error);
gboolean      fw_case_answer_status        (FwCase               *self,
                                            const char           *kind,
                                            FwStatusAnswer        answer,
                                            const char           *asked_of,
                                            const char           *on,
                                            GError              **error);
gboolean      fw_case_set_status           (FwCase               *self,
                                            const char           *kind,
                                            const char           *attribute,
                                            const char           *value,
                                            GError              **error);
gboolean      fw_case_save                 (FwCase               *self,
                                            GError              **error);
void          fw_case_save_drafts          (FwCase               *self);
void          fw_case_settle_drafts_async  (FwCase               *self,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      fw_case_settle_drafts_finish (FwCase               *self,
                                            GAsyncResult         *result,
                                            GError              **error);
void          fw_case_leave_step           (FwCase               *self,
                                            FwCaseStep            step);

/* Judging */
gboolean      fw_case_judge                (FwCase               *self,
                                            GError              **error);
void          fw_case_judge_async          (FwCase               *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      fw_case_judge_finish         (FwCase               *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * FwWhatIf:
 *
 * What the departure would cost on another last day. Months and amounts are shown copies ("3.5", "70000.00"), %NULL where
 * they cannot be reckoned; the doubles (-1 where unknown) are for drawing only.
 */
typedef struct
{
  FwDate  last_day;
  char   *months;
  char   *severance;
  char   *pay_in_lieu;
  char   *total;
  char   *damages;
  double  severance_drawn;
  double  total_drawn;
  FwDate  earliest_last_day;
} FwWhatIf;

void          fw_what_if_free              (FwWhatIf             *point);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwWhatIf, fw_what_if_free)

GPtrArray    *fw_case_what_if              (FwCase               *self,
                                            FwDate                from,
                                            FwDate                to,
                                            GCancellable         *cancellable,
                                            GError              **error);
void          fw_case_what_if_async        (FwCase               *self,
                                            FwDate                from,
                                            FwDate                to,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_what_if_ground_async (FwCase               *self,
                                            const char           *ground,
                                            FwDate                last_day,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray    *fw_case_what_if_finish       (FwCase               *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* Papers */
void          fw_case_lay_out_async        (FwCase               *self,
                                            const char           *document,
                                            gboolean              draft,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
FwDocument   *fw_case_lay_out_finish       (FwCase               *self,
                                            GAsyncResult         *result,
                                            gboolean             *exact,
                                            GError              **error);
gboolean      fw_case_edit_block           (FwCase               *self,
                                            const char           *document,
                                            const char           *block,
                                            const char           *wording,
                                            GError              **error);
gboolean      fw_case_accept_block         (FwCase               *self,
                                            const char           *document,
                                            const char           *block,
                                            GError              **error);
void          fw_case_edit_block_async     (FwCase               *self,
                                            const char           *document,
                                            const char           *block,
                                            const char           *wording,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_accept_block_async   (FwCase               *self,
                                            const char           *document,
                                            const char           *block,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      fw_case_save_pdf             (FwCase               *self,
                                            const char           *document,
                                            GFile                *file,
                                            GCancellable         *cancellable,
                                            GError              **error);
void          fw_case_save_pdf_async       (FwCase               *self,
                                            const char           *document,
                                            GFile                *file,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GBytes       *fw_case_dup_draft_pdf        (FwCase               *self,
                                            const char           *document,
                                            GError              **error);
GBytes       *fw_case_dup_issued_pdf       (FwCase               *self,
                                            const char           *document,
                                            GError              **error);

/* A change of law, figures or readings */
gboolean      fw_case_acknowledge          (FwCase               *self,
                                            GError              **error);
void          fw_case_acknowledge_async    (FwCase               *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      fw_case_move_basis           (FwCase               *self,
                                            const char           *reason,
                                            GError              **error);
void          fw_case_move_basis_async     (FwCase               *self,
                                            const char           *reason,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/* Acts that wait */
gboolean      fw_case_attach               (FwCase               *self,
                                            const char           *material,
                                            GFile                *file,
                                            GCancellable         *cancellable,
                                            GError              **error);
gboolean      fw_case_attach_dated         (FwCase               *self,
                                            const char           *material,
                                            GFile                *file,
                                            FwDate                on,
                                            GCancellable         *cancellable,
                                            GError              **error);
gboolean      fw_case_attach_record        (FwCase               *self,
                                            const char           *material,
                                            const char           *record_kind,
                                            const char           *record_id,
                                            GError              **error);
gboolean      fw_case_attach_found         (FwCase               *self,
                                            const char           *material,
                                            GError              **error);
gboolean      fw_case_detach               (FwCase               *self,
                                            const char           *evidence_id,
                                            GError              **error);
gboolean      fw_case_can_take_status_check (FwCase              *self,
                                            GError              **error);
gboolean      fw_case_take_status_check    (FwCase               *self,
                                            GError              **error);
gboolean      fw_case_override             (FwCase               *self,
                                            const char           *finding,
                                            const char           *lawyer,
                                            const char           *reason,
                                            GError              **error);
gboolean      fw_case_submit               (FwCase               *self,
                                            const char           *reason,
                                            GError              **error);
gboolean      fw_case_return               (FwCase               *self,
                                            const char           *reason,
                                            GError              **error);
gboolean      fw_case_approve              (FwCase               *self,
                                            const char           *reason,
                                            GError              **error);
gboolean      fw_case_issue                (FwCase               *self,
                                            const char           *document,
                                            GCancellable         *cancellable,
                                            GError              **error);
gboolean      fw_case_deliver              (FwCase               *self,
                                            const char           *document,
                                            const char           *by,
                                            FwDate                on,
                                            GFile                *proof,
                                            GCancellable         *cancellable,
                                            GError              **error);
gboolean      fw_case_close                (FwCase               *self,
                                            GError              **error);
gboolean      fw_case_withdraw             (FwCase               *self,
                                            const char           *reason,
                                            GError              **error);
gboolean      fw_case_pause                (FwCase               *self,
                                            const char           *reason,
                                            FwDate                look_again,
                                            GError              **error);
gboolean      fw_case_resume               (FwCase               *self,
                                            GError              **error);
gboolean      fw_case_add_task             (FwCase               *self,
                                            const char           *kind,
                                            const char           *title,
                                            const char           *assignee,
                                            FwDate                due,
                                            GError              **error);
gboolean      fw_case_finish_task          (FwCase               *self,
                                            const char           *task,
                                            GError              **error);
gboolean      fw_case_settle               (FwCase               *self,
                                            const FwSettlementChange *change,
                                            GError              **error);
gboolean      fw_case_settle_none          (FwCase               *self,
                                            GError              **error);
gboolean      fw_case_set_reasons          (FwCase               *self,
                                            const FwReasonChoice *choices,
                                            guint                 n_choices,
                                            GError              **error);
gboolean      fw_case_note_survey          (FwCase               *self,
                                            const char           *title,
                                            gboolean              sent,
                                            GError              **error);
gboolean      fw_case_note_failed_delivery (FwCase               *self,
                                            const char           *document,
                                            const char           *by,
                                            FwDate                on,
                                            const char           *why,
                                            GError              **error);
gboolean      fw_case_undo                 (FwCase               *self,
                                            GError              **error);

/* The same for the window */
void          fw_case_attach_async         (FwCase               *self,
                                            const char           *material,
                                            GFile                *file,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_attach_dated_async   (FwCase               *self,
                                            const char           *material,
                                            GFile                *file,
                                            FwDate                on,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_attach_record_async  (FwCase               *self,
                                            const char           *material,
                                            const char           *record_kind,
                                            const char           *record_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_attach_found_async   (FwCase               *self,
                                            const char           *material,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_detach_async         (FwCase               *self,
                                            const char           *evidence_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_take_status_check_async (FwCase            *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_override_async       (FwCase               *self,
                                            const char           *finding,
                                            const char           *lawyer,
                                            const char           *reason,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_submit_async         (FwCase               *self,
                                            const char           *reason,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_return_async         (FwCase               *self,
                                            const char           *reason,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_approve_async        (FwCase               *self,
                                            const char           *reason,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_issue_async          (FwCase               *self,
                                            const char           *document,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_deliver_async        (FwCase               *self,
                                            const char           *document,
                                            const char           *by,
                                            FwDate                on,
                                            GFile                *proof,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_set_reasons_async    (FwCase               *self,
                                            const FwReasonChoice *choices,
                                            guint                 n_choices,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_note_survey_async    (FwCase               *self,
                                            const char           *title,
                                            gboolean              sent,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_close_async          (FwCase               *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_withdraw_async       (FwCase               *self,
                                            const char           *reason,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_pause_async          (FwCase               *self,
                                            const char           *reason,
                                            FwDate                look_again,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_resume_async         (FwCase               *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_settle_async         (FwCase               *self,
                                            const FwSettlementChange *change,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_settle_none_async    (FwCase               *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_add_task_async       (FwCase               *self,
                                            const char           *kind,
                                            const char           *title,
                                            const char           *assignee,
                                            FwDate                due,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_finish_task_async    (FwCase               *self,
                                            const char           *task,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_note_failed_delivery_async (FwCase         *self,
                                            const char           *document,
                                            const char           *by,
                                            FwDate                on,
                                            const char           *why,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_undo_async           (FwCase               *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      fw_case_confirm_figure       (FwCase               *self,
                                            const char           *figure,
                                            const char           *value,
                                            const char           *source,
                                            GError              **error);
void          fw_case_confirm_figure_async (FwCase               *self,
                                            const char           *figure,
                                            const char           *value,
                                            const char           *source,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void          fw_case_lay_out_risk_async   (FwCase               *self,
                                            GFile                *file,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
FwDocument   *fw_case_lay_out_risk_finish  (FwCase               *self,
                                            GAsyncResult         *result,
                                            GError              **error);
void          fw_case_note_copy            (FwCase               *self,
                                            const char           *document,
                                            const char           *how);
void          fw_case_note_decline_async   (FwCase               *self,
                                            const char           *name,
                                            const char           *why,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      fw_case_note_export          (FwCase               *self,
                                            const char           *document,
                                            gboolean              draft,
                                            GError              **error);
gboolean      fw_case_act_finish           (FwCase               *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
