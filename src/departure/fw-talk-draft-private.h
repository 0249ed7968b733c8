#pragma once

#include "core/fw-date.h"
#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/* The draft of a talk, for those who only ask where it stands; its key is the case. */
#define FW_TALK_DRAFT_OWNER "talk"

gboolean _fw_talk_draft_is_held      (const char *draft,
                                      FwDate     *day);
gboolean _fw_talk_draft_is_read_back (const char *draft,
                                      FwDate     *day);

GHashTable *_fw_workplace_get_unsaved_talks (FwWorkplace *self);

G_END_DECLS
