#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

/**
 * FwPostHistory:
 * @person: the record of the person, as it is
 * @employment: (nullable): the latest contract
 * @appointments: (element-type FwRecord): the posts held, in any order
 *
 * Where somebody works and has worked: what a change of the post is reckoned from.
 */
typedef struct
{
  FwRecord  *person;
  FwRecord  *employment;
  GPtrArray *appointments;
} FwPostHistory;

void     fw_post_change     (const FwPostHistory *history,
                             FwCommand           *command,
                             const char          *field,
                             const char          *id,
                             FwDate               from,
                             FwDate               so_far_since);
void     fw_post_correct    (const FwPostHistory *history,
                             FwCommand           *command,
                             const char          *field,
                             const char          *id,
                             FwDate               today);
void     fw_post_follow     (const FwPostHistory *history,
                             FwCommand           *command,
                             FwRecord            *appointment);
gboolean fw_post_is_covered (const FwPostHistory *history,
                             FwDate               day);

G_END_DECLS
