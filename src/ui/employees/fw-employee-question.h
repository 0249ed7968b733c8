#pragma once

#include "store/fw-search.h"

G_BEGIN_DECLS

/* A question for people, asked on a worker thread. */
typedef struct _FwEmployeeQuestion FwEmployeeQuestion;

FwEmployeeQuestion *fw_employee_question_ask    (FwStore                *store,
                                                 const char             *text,
                                                 const FwEmployeeFilter *filter,
                                                 guint                   n_rows,
                                                 GCancellable           *cancellable,
                                                 GAsyncReadyCallback     callback,
                                                 gpointer                user_data);
void                fw_employee_question_unref  (FwEmployeeQuestion     *self);
FwEmployeeAnswer   *fw_employee_question_take   (FwEmployeeQuestion     *self,
                                                 guint                   patience_ms);
FwEmployeeAnswer   *fw_employee_question_finish (GAsyncResult           *result,
                                                 GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwEmployeeQuestion, fw_employee_question_unref)

G_END_DECLS
