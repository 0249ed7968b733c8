#pragma once

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

typedef struct _FwRecord FwRecord;

/**
 * FwPeopleCell:
 * @person: (transfer none): an employee-overview
 * @column: the number of the column
 *
 * Says what stands in a cell; called on a worker thread.
 *
 * Returns: (transfer full) (nullable): its text
 */
typedef char *(*FwPeopleCell) (FwRecord *person,
                               guint     column,
                               gpointer  user_data);

void     fw_people_export_async  (FwWorkplace         *workplace,
                                  GFile               *file,
                                  GArray              *seqs,
                                  const char *const   *headings,
                                  const char *const   *columns,
                                  FwPeopleCell         cell,
                                  gpointer             cell_data,
                                  GDestroyNotify       cell_data_free,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
gint64   fw_people_export_finish (GAsyncResult        *result,
                                  GError             **error);

G_END_DECLS
