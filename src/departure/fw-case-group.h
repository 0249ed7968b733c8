#pragma once

#include "departure/fw-case-items.h"
#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwCaseGroup:
 *
 * Several departures that are one decision, such as a redundancy: each person has a case of their own; what is the same for all is
 * said, proved and issued once. Properties (readable, notify): working (truth: something goes on in the background), done and total
 * (numbers: of how many cases).
 * It follows the store; its members are judged one after another on a worker thread and appear as they are.
 */
#define FW_TYPE_CASE_GROUP (fw_case_group_get_type ())
G_DECLARE_FINAL_TYPE (FwCaseGroup, fw_case_group, FW, CASE_GROUP, GObject)

void         fw_case_group_open_async       (FwWorkplace          *workplace,
                                             const guint32        *people,
                                             gsize                 n_people,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void         fw_case_group_load_async       (FwWorkplace          *workplace,
                                             const char           *id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
FwCaseGroup *fw_case_group_new_finish       (GAsyncResult         *result,
                                             GError              **error);

const char  *fw_case_group_get_id           (FwCaseGroup          *self);
const char  *fw_case_group_get_number       (FwCaseGroup          *self);
const char  *fw_case_group_get_kind         (FwCaseGroup          *self);
guint        fw_case_group_get_left_out     (FwCaseGroup          *self);
gboolean     fw_case_group_get_progress     (FwCaseGroup          *self,
                                             guint                *done,
                                             guint                *total);
GListModel  *fw_case_group_get_members      (FwCaseGroup          *self);
const char  *fw_case_group_get_lead         (FwCaseGroup          *self);
void         fw_case_group_refresh          (FwCaseGroup          *self);

void         fw_case_group_set_async        (FwCaseGroup          *self,
                                             const char           *path,
                                             const char           *value,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
int          fw_case_group_set_finish       (FwCaseGroup          *self,
                                             GAsyncResult         *result,
                                             GError              **error);
void         fw_case_group_take_found_async (FwCaseGroup          *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GListModel  *fw_case_group_get_materials    (FwCaseGroup          *self,
                                             const char           *case_id);
GListModel  *fw_case_group_get_amounts      (FwCaseGroup          *self,
                                             const char           *case_id);
const char  *fw_case_group_get_answer       (FwCaseGroup          *self,
                                             const char           *case_id,
                                             const char           *path);
void         fw_case_group_confirm_found_async (FwCaseGroup       *self,
                                             const char           *material,
                                             const char *const    *cases,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void         fw_case_group_attach_async     (FwCaseGroup          *self,
                                             const char           *material,
                                             const char *const    *cases,
                                             GPtrArray            *files,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray   *fw_case_group_dup_left         (FwCaseGroup          *self,
                                             GAsyncResult         *result);
void         fw_case_group_settle_async     (FwCaseGroup          *self,
                                             const char *const    *cases,
                                             const char *const    *asked,
                                             const char *const    *values,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void         fw_case_group_answer_status_async (FwCaseGroup       *self,
                                             const char *const    *cases,
                                             const char           *asked_of,
                                             const char           *asked_on,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void         fw_case_group_say_reasons_async (FwCaseGroup         *self,
                                             const char *const    *cases,
                                             const char *const    *reasons,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void         fw_case_group_settle_none_async (FwCaseGroup         *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void         fw_case_group_issue_async      (FwCaseGroup          *self,
                                             const char *const    *documents,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void         fw_case_group_save_async       (FwCaseGroup          *self,
                                             GFile                *folder,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void         fw_case_group_lay_out_async    (FwCaseGroup          *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean     fw_case_group_act_finish       (FwCaseGroup          *self,
                                             GAsyncResult         *result,
                                             guint                *n_papers,
                                             guint                *n_refused,
                                             GError              **error);
GPtrArray   *fw_case_group_lay_out_finish   (FwCaseGroup          *self,
                                             GAsyncResult         *result,
                                             GError              **error);
void         fw_case_group_note_print       (FwCaseGroup          *self);
void         fw_case_group_list_async       (FwWorkplace          *workplace,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray   *fw_case_group_list_finish      (GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
