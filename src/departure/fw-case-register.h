#pragma once

#include "departure/fw-case-items.h"
#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwCaseShow:
 * @FW_CASE_SHOW_OPEN: neither closed nor withdrawn
 * @FW_CASE_SHOW_SUBMITTED: those that wait for approval
 * @FW_CASE_SHOW_PAUSED: open ones that wait for a day
 * @FW_CASE_SHOW_ENDED: closed and withdrawn
 * @FW_CASE_SHOW_ALL: every one
 */
typedef enum
{
  FW_CASE_SHOW_OPEN,
  FW_CASE_SHOW_SUBMITTED,
  FW_CASE_SHOW_PAUSED,
  FW_CASE_SHOW_ENDED,
  FW_CASE_SHOW_ALL,
} FwCaseShow;

/**
 * FwCaseRegister:
 *
 * The cases of a workplace as a list model of #FwCaseRow, the newest first, read page by page and followed when the store
 * changes. Properties: "loading" (truth), "has-more" (truth: there is a further page), "open-count" (how many are open in all,
 * whatever is shown); all notify. Needs a main loop.
 */
#define FW_TYPE_CASE_REGISTER (fw_case_register_get_type ())
G_DECLARE_FINAL_TYPE (FwCaseRegister, fw_case_register, FW, CASE_REGISTER, GObject)

FwCaseRegister *fw_case_register_new       (FwWorkplace *workplace);
void        fw_case_register_ask       (FwCaseRegister  *self,
                                    const char  *search,
                                    FwCaseShow   show);
void        fw_case_register_load_more (FwCaseRegister  *self);
void        fw_case_register_reload    (FwCaseRegister  *self);

G_END_DECLS
