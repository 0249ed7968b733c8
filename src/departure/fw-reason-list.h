#pragma once

#include "departure/fw-workplace.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

/* So many reasons of one departure, the heaviest first. */
#define FW_REASONS_MOST_OF_ONE 3

/**
 * FwLeavingReason:
 * @id: as records and imports have it; what stands before its first dash is its group
 * @group: the group's id; its own where it is a group
 * @own: the company's own
 * @hidden: offered no more; what is on record keeps its name
 *
 * Why people leave, one reason or a group of them.
 */
typedef struct
{
  char *id;
  char *group;
  char *zh;
  char *en;
  gboolean own;
  gboolean hidden;
} FwLeavingReason;

/**
 * FwReasonList:
 * @groups: (element-type FwLeavingReason): in order
 * @reasons: (element-type FwLeavingReason): group by group, in order
 *
 * The reasons that may be chosen: those of data/reasons.ini and what the company has added or hidden. Never changed once read.
 */
typedef struct
{
  GPtrArray *groups;
  GPtrArray *reasons;
} FwReasonList;

FwReasonList          *fw_reason_list_read       (FwStore             *store,
                                                  GError             **error);
void                   fw_reason_list_free       (FwReasonList        *self);
const FwLeavingReason *fw_reason_list_find       (const FwReasonList  *self,
                                                  const char          *id);
const char            *fw_leaving_reason_get_name (const FwLeavingReason *self,
                                                  const char          *language);
FwEvent               *fw_reason_list_add        (FwWorkplace         *workplace,
                                                  const char          *group,
                                                  const char          *name,
                                                  char               **id,
                                                  GError             **error);
FwEvent               *fw_reason_list_set_hidden (FwWorkplace         *workplace,
                                                  const char          *id,
                                                  gboolean             hidden,
                                                  GError             **error);
GKeyFile              *fw_reason_list_load_names (FwStore             *store,
                                                  GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwReasonList, fw_reason_list_free)

G_END_DECLS
