#pragma once

#include "departure/fw-workplace.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

/* Whether the words of a talk may be read for a mood: the law first, then what the company chose. */
gboolean fw_mood_reading_is_lawful (FwStore      *store,
                                    const char   *jurisdiction,
                                    FwDate        on);
gboolean fw_mood_reading_is_on     (FwStore      *store,
                                    GError      **error);
FwEvent *fw_mood_reading_set       (FwWorkplace  *workplace,
                                    gboolean      on,
                                    GError      **error);

G_END_DECLS
