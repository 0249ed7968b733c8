#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

/**
 * FwEmployeeFilter:
 * @department_id: (nullable): only people of this department and those below it
 * @status: (nullable): only people of this status ("active", "leaving", "left")
 */
typedef struct
{
  const char *department_id;
  const char *status;
} FwEmployeeFilter;

GArray *fw_store_search           (FwStore                *self,
                                   const char             *text,
                                   const FwEmployeeFilter *filter,
                                   GCancellable           *cancellable,
                                   GError                **error);
void    fw_store_search_async     (FwStore                *self,
                                   const char             *text,
                                   const FwEmployeeFilter *filter,
                                   GCancellable           *cancellable,
                                   GAsyncReadyCallback     callback,
                                   gpointer                user_data);
GArray *fw_store_search_finish    (FwStore                *self,
                                   GAsyncResult           *result,
                                   GError                **error);
void    fw_store_search_interrupt (FwStore                *self);

G_END_DECLS
