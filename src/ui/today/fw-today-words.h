#pragma once

#include "departure/fw-today.h"
#include "ui/widgets/fw-tag.h"

G_BEGIN_DECLS

char       *fw_today_words_title    (const FwTodayItem *item,
                                     FwDate             today);
char       *fw_today_words_detail   (const FwTodayItem *item);
char       *fw_today_words_due      (FwDate             due,
                                     FwDate             today);
FwTagStyle  fw_today_words_style    (FwDate             due,
                                     FwDate             today);
const char *fw_today_words_icon     (FwTodaySort        sort);
const char *fw_today_words_verb     (const FwTodayItem *item);
char       *fw_today_words_greeting (const char        *who,
                                     int                hour);
char       *fw_today_words_day      (const FwToday     *today);

G_END_DECLS
