#pragma once

#include "ui/departure/fw-step-page.h"

G_BEGIN_DECLS

/**
 * FwTalkPage:
 *
 * The talk with the person: its preparation, the talk itself, its minutes. While it is held it has the window to itself
 * ("case.alone" of the workspace).
 */
#define FW_TYPE_TALK_PAGE (fw_talk_page_get_type ())
G_DECLARE_FINAL_TYPE (FwTalkPage, fw_talk_page, FW, TALK_PAGE, FwStepPage)

G_END_DECLS
