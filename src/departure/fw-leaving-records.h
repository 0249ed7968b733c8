#pragma once

#include <gio/gio.h>

#include "core/fw-date.h"

G_BEGIN_DECLS

typedef struct _FwStore FwStore;

/**
 * FwLeavingRecords:
 *
 * Who came, moved and left and why, of the whole company: what the store has of it, read once and never changed, so
 * that every filter is a matter of memory. Any thread may read it.
 */
typedef struct _FwLeavingRecords FwLeavingRecords;

/**
 * FwInsightPlace:
 * @id: of the branch or department
 * @depth: how far below the root a department lies
 */
typedef struct
{
  char *id;
  char *name;
  char *parent_id;
  guint depth;
} FwInsightPlace;

FwLeavingRecords     *fw_leaving_records_read              (FwStore                *store,
                                                            GCancellable           *cancellable,
                                                            GError                **error);
FwLeavingRecords     *fw_leaving_records_ref               (FwLeavingRecords       *self);
void                  fw_leaving_records_unref             (FwLeavingRecords       *self);
guint                 fw_leaving_records_get_n_branches    (const FwLeavingRecords *self);
const FwInsightPlace *fw_leaving_records_get_branch        (const FwLeavingRecords *self,
                                                            guint                   index);
guint                 fw_leaving_records_get_n_departments (const FwLeavingRecords *self);
const FwInsightPlace *fw_leaving_records_get_department    (const FwLeavingRecords *self,
                                                            guint                   index);
FwDate                fw_leaving_records_get_first_leaving (const FwLeavingRecords *self);
guint                 fw_leaving_records_get_n_undated     (const FwLeavingRecords *self);
GPtrArray            *fw_leaving_records_get_survey        (const FwLeavingRecords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwLeavingRecords, fw_leaving_records_unref)

G_END_DECLS
