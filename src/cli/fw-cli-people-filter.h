#pragma once

#include "cli/fw-cli.h"
#include "store/fw-search.h"

G_BEGIN_DECLS

/**
 * FwPeopleFilter:
 * @department: (nullable): a name, or a path from the root with "/" between the names
 * @order: (nullable): what the list is sorted by
 *
 * Which people are asked for and in which order, as in the window's list.
 */
typedef struct
{
  char *department;
  char *department_id;
  char *status;
  char *contract;
  char *tenure;
  char *order;
  gboolean descending;
  int tenure_from;
  int tenure_below;
  int ends_within;
} FwPeopleFilter;

void        fw_people_filter_clear (FwPeopleFilter   *self);
const char *fw_people_filter_take  (FwPeopleFilter   *self,
                                    FwCli            *cli);
gboolean    fw_people_filter_fill  (FwPeopleFilter   *self,
                                    FwStore          *store,
                                    FwDate            today,
                                    FwEmployeeFilter *filter,
                                    GError          **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FwPeopleFilter, fw_people_filter_clear)

G_END_DECLS
