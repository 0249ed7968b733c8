#pragma once

#include "departure/fw-case-items-private.h"
#include "departure/fw-case-records-private.h"
#include "departure/fw-case.h"
#include "departure/fw-workplace-private.h"
#include "documents/fw-labels.h"
#include "rules/fw-risk.h"

G_BEGIN_DECLS

typedef enum
{
  FW_CASE_LIST_GROUNDS,
  FW_CASE_LIST_STATUS_ROWS,
  FW_CASE_LIST_MATERIALS,
  FW_CASE_LIST_FINDINGS,
  FW_CASE_LIST_DOCUMENTS,
  FW_CASE_LIST_PRICES,
  FW_CASE_LIST_FIGURES,
  FW_CASE_LIST_READINGS,
  FW_CASE_LIST_SETTLEMENT,
  FW_CASE_LIST_WEAK_POINTS,
  FW_CASE_LIST_RISK,
  FW_CASE_LIST_OFFERS,
  FW_CASE_LIST_DEADLINES,
  FW_CASE_LIST_STEPS,
  FW_CASE_LIST_TASKS,
  FW_CASE_LIST_DELIVERIES,
  FW_CASE_LIST_EVENTS,
  FW_CASE_LIST_CHANGES,
  FW_CASE_LIST_REASONS,
  FW_CASE_N_LISTS,
} FwCaseList;

/*
 * A case as it was found at one moment: its records, the facts made of them, what the pack says of them, and the rows
 * that show it. Never changed once it is made.
 */
typedef struct
{
  gatomicrefcount references;
  FwCaseRecords *records;
  GHashTable *answers; /* taken in and drafted, by path */
  FwFacts *facts;
  FwFacts *paper_facts;     /* the same with the assessment in it, as papers read them */
  FwAssessment *assessment; /* NULL while no ground is chosen */
  FwRisk *risk;             /* as the assessment */
  char *floor;              /* why nothing below the least is offered, in the scene's language; NULL: nothing is known of it */
  char *ground_title;
  char *pack;
  char *pack_version;
  char *pack_hash;
  char *pack_title;
  char *reviewed_by; /* the lawyer who reviewed the pack, NULL where none has */
  char *reviewed_on;
  char *currency;
  FwLabels *labels;     /* what people call the facts that papers need; NULL where the pack says nothing of it */
  char *number_pattern; /* how the pack numbers papers: {year} and {case} */
  GPtrArray *settings;  /* FwSetting: where the law is read in two ways; the pack's, which the workplace keeps; never changed */
  gboolean pack_changed;
  char *basis;         /* figures, readings and law it was judged by, and what came of it */
  char *present_basis; /* those of today: another only where the case is fixed */
  FwDate law_day;
  GPtrArray *lists[FW_CASE_N_LISTS];
  FwVerdict verdicts[FW_CASE_STEP_COUNT];
  char *shown[FW_CASE_STEP_COUNT]; /* what the step says, to find out whether it still says it */
} FwCaseJudged;

FwCaseJudged *_fw_case_judge_now     (FwScene       *scene,
                                      const char    *case_id,
                                      GHashTable    *pending,
                                      GCancellable  *cancellable,
                                      GError       **error);
FwCaseJudged *_fw_case_judged_ref    (FwCaseJudged  *self);
void          _fw_case_judged_unref  (FwCaseJudged  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwCaseJudged, _fw_case_judged_unref)

/* What one session has said and seen of a case and not made a record of. */
typedef struct
{
  char *id;
  GHashTable *pending;
  GHashTable *seen;
} FwCaseKept;

FwCaseKept   *_fw_case_kept_load     (FwStore       *store,
                                      const char    *case_id,
                                      GError       **error);
void          _fw_case_kept_free     (FwCaseKept    *self);
char         *_fw_case_open_together (FwScene     *scene,
                                      GPtrArray   *people,
                                      guint       *left_out,
                                      GError     **error);
FwCase       *_fw_case_new           (FwWorkplace   *workplace,
                                      FwCaseKept    *kept);
void          _fw_case_found_cb      (GObject       *source,
                                      GAsyncResult  *result,
                                      gpointer       user_data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwCaseKept, _fw_case_kept_free)

/* Seen by the files of the case alone. */
struct _FwCase
{
  GObject parent_instance;

  /* Made with */
  FwWorkplace *workplace;
  char *id;

  /* What stands, and what was only drafted since */
  FwCaseJudged *judged;
  GHashTable *pending; /* path → value; NULL: unknown again */
  GHashTable *seen;    /* step number → what it said when it was left */
  GPtrArray *events;   /* ids of what this session wrote, the newest last: for undo */
  GListStore *lists[FW_CASE_N_LISTS];

  /* The background */
  guint judge_source;
  guint serial;  /* of the newest judging begun */
  guint act;     /* the newest whose end is shown */
  guint running;
  GCancellable *judging;
  char *judge_error;
  gboolean unsaved; /* the drafted answers are others than those that were saved */
  gboolean saving;
  GPtrArray *settling; /* GTask: who waits until nothing is unsaved; nullable */
  char *saved_at;
  char *save_error;
};

/* An act under way: what it was told, the scene it plays in, and the case as it is afterwards. */
typedef struct _FwCaseAct FwCaseAct;
typedef gboolean (*FwCaseActFunc) (FwCaseAct     *act,
                                   FwCaseJudged  *now,
                                   GCancellable  *cancellable,
                                   GError       **error);
struct _FwCaseAct
{
  FwScene *scene;
  char *case_id;
  GHashTable *pending; /* a copy of the drafted answers, taken in before the act */
  FwCaseActFunc func;
  char *text[6];
  gboolean flag;
  GFile *file;
  FwDate day;
  GHashTable *amounts; /* nullable: of lines of the settlement, by their ids; NULL: unknown */
  guint number;      /* in the order of playing */
  GPtrArray *events; /* ids of the events that the act wrote */
  FwCaseJudged *after;
};

FwCaseAct    *_fw_case_act_new       (FwCase        *self,
                                      FwCaseActFunc  func,
                                      const char    *text0,
                                      const char    *text1,
                                      const char    *text2);
FwCaseAct    *_fw_case_act_new_for   (FwScene       *scene,
                                      const char    *case_id,
                                      GHashTable    *pending,
                                      FwCaseActFunc  func,
                                      const char    *text0,
                                      const char    *text1,
                                      const char    *text2);
gboolean      _fw_case_act_play      (FwCaseAct     *act,
                                      GCancellable  *cancellable,
                                      GError       **error);
void          _fw_case_act_free      (FwCaseAct     *act);
FwCommand    *_fw_case_act_command   (FwCaseAct     *act,
                                      const char    *what,
                                      const char    *why);
gboolean      _fw_case_act_run       (FwCaseAct     *act,
                                      FwCommand     *command,
                                      GCancellable  *cancellable,
                                      GError       **error);
gboolean      _fw_case_act           (FwCase        *self,
                                      FwCaseAct     *act,
                                      GCancellable  *cancellable,
                                      GError       **error);
void          _fw_case_act_async     (FwCase        *self,
                                      FwCaseAct     *act,
                                      GCancellable  *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer       user_data,
                                      gpointer       tag);

/* The object's side of it */
FwScene      *_fw_case_dup_scene     (FwCase        *self);
GHashTable   *_fw_case_dup_pending   (FwCase        *self);
FwCaseJudged *_fw_case_get_judged    (FwCase        *self);
void          _fw_case_apply         (FwCase        *self,
                                      FwCaseJudged  *judged);
void          _fw_case_apply_act     (FwCase        *self,
                                      FwCaseJudged  *after,
                                      GHashTable    *taken_in,
                                      guint          number);
void          _fw_case_note_event    (FwCase        *self,
                                      const char    *event);

void          _fw_case_follow        (FwCase        *self);
void          _fw_case_go_on         (FwCase        *self);
void          _fw_case_notify_all    (FwCase        *self);
const char   *_fw_case_answer        (FwCase        *self,
                                      const char    *path);
void          _fw_case_draft         (FwCase        *self,
                                      const char    *path,
                                      const char    *value);

FwCaseState   _fw_case_state_parse   (const char    *text);
const char   *_fw_case_state_text    (FwCaseState    state);

gboolean       _fw_case_may_say          (const char        *path);
gboolean       _fw_case_reaches_floor    (FwCaseJudged      *judged,
                                          const char        *path,
                                          const char        *value,
                                          GError           **error);

G_END_DECLS
