#pragma once

#include "departure/fw-case-act-private.h"
#include "departure/fw-case-group.h"

G_BEGIN_DECLS

/* The beginning of what names the amount of a line of the settlement; anything else that is asked is a facts path. */
#define FW_GROUP_LINE "line/"

typedef struct _FwGroupWork FwGroupWork;

/* What one case still lacks of what is supplied and said for all in one view. Never changed once it is made. */
typedef struct
{
  GListModel *materials; /* FwMaterialItem: its own required ones that are missing */
  GListModel *amounts;   /* FwGroupAmount */
  GHashTable *answers;   /* by path */
} FwGroupGaps;

FwGroupGaps *_fw_group_gaps_new     (FwCaseJudged  *judged);
void         _fw_group_gaps_free    (gpointer       data);

/* What is done to one case of a group. */
typedef gboolean (*FwGroupStep) (FwGroupWork   *work,
                                 const char    *case_id,
                                 GCancellable  *cancellable,
                                 GError       **error);

/* Told on the worker thread after each case: its row is handed over. Takes the gaps. */
typedef void     (*FwGroupTold) (FwGroupWork   *work,
                                 FwCaseItem    *member,
                                 FwGroupGaps   *gaps);

/* Something done to all cases of a group, one after another, on a worker thread. */
struct _FwGroupWork
{
  FwScene *scene;
  GPtrArray *cases;      /* ids */
  FwGroupStep step;      /* NULL: they are judged only */
  GFile *folder;         /* nullable: where papers are written to */
  GStrv only;            /* nullable: ids of those to whom it is done */
  GStrv reasons;         /* nullable: what is said of each of them */
  GStrv paths;           /* nullable: of what it is said */
  GPtrArray *files;      /* nullable, GFile: what is taken in for each of them */
  char *material;        /* nullable: and as what */
  GStrv documents;       /* nullable: papers to issue */
  char *asked_of;        /* nullable: who was asked for the status checks */
  char *asked_on;        /* nullable: and when */
  FwGroupTold told;
  gpointer teller;       /* of told */
  guint done;
  guint n_papers;
  guint n_refused;       /* cases to which it could not be done, or files that could not be taken in */
  GPtrArray *left;       /* nullable, GFile: those files */
  GPtrArray *papers;     /* FwDocument, for printing; NULL: none is wanted */
  FwCaseJudged *after;   /* the case of the last step as it stands then */
};

void        _fw_group_work_free     (FwGroupWork   *self);
gboolean    _fw_group_work_run      (FwGroupWork   *self,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean    _fw_group_step_found    (FwGroupWork   *self,
                                     const char    *case_id,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean    _fw_group_step_status   (FwGroupWork   *self,
                                     const char    *case_id,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean    _fw_group_step_reason   (FwGroupWork   *self,
                                     const char    *case_id,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean    _fw_group_step_attach   (FwGroupWork   *self,
                                     const char    *case_id,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean    _fw_group_step_settle   (FwGroupWork   *self,
                                     const char    *case_id,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean    _fw_group_step_settle_none (FwGroupWork *self,
                                     const char    *case_id,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean    _fw_group_step_issue    (FwGroupWork   *self,
                                     const char    *case_id,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean    _fw_group_step_save     (FwGroupWork   *self,
                                     const char    *case_id,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean    _fw_group_step_lay_out  (FwGroupWork   *self,
                                     const char    *case_id,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean    _fw_group_set           (FwScene       *scene,
                                     GPtrArray     *cases,
                                     const char    *path,
                                     const char    *value,
                                     guint         *n_refused,
                                     GError       **error);
FwCaseGroup *_fw_group_new          (FwWorkplace   *workplace,
                                     FwRecord      *row,
                                     GPtrArray     *cases,
                                     guint          left_out);
FwGroupWork *_fw_group_work_new     (FwCaseGroup   *self,
                                     FwGroupStep    step);
void        _fw_group_say_async     (FwCaseGroup   *self,
                                     FwGroupStep    step,
                                     const char *const *cases,
                                     const char *const *paths,
                                     const char *const *values,
                                     GCancellable  *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer       user_data);
void        _fw_group_work_async    (FwCaseGroup   *self,
                                     FwGroupWork   *work,
                                     GCancellable  *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer       user_data);
FwGroupWork *_fw_group_work_of      (GAsyncResult  *result);
FwGroupGaps *_fw_group_get_gaps     (FwCaseGroup   *self,
                                     const char    *case_id);
FwWorkplace *_fw_group_get_workplace (FwCaseGroup  *self);
GQueue     *_fw_group_get_sayings   (FwCaseGroup   *self);
GPtrArray  *_fw_group_copy_cases    (FwCaseGroup   *self);
GPtrArray  *_fw_group_list_cases    (FwStore       *store,
                                     const char    *group_id,
                                     GError       **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwGroupWork, _fw_group_work_free)

G_END_DECLS
