#pragma once

#include "facts/fw-facts.h"

G_BEGIN_DECLS

gboolean  fw_calendar_is_working_day   (FwFacts *facts,
                                        FwDate   date);
FwDate    fw_calendar_add_working_days (FwFacts *facts,
                                        FwDate   date,
                                        int      days);
int       fw_calendar_working_days     (FwFacts *facts,
                                        FwDate   from,
                                        FwDate   until);

G_END_DECLS
