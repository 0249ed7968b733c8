#pragma once

#include "charts/fw-chart-frame.h"
#include "charts/fw-talks-chart.h"

G_BEGIN_DECLS

const FwTalkScene      *_fw_talks_scene      (const FwTalksFigures *figures,
                                              guint                 row);
const FwTalkAlertClass *_fw_talks_alert      (const FwTalksFigures *figures,
                                              guint                 row);
const FwTalkLength     *_fw_talks_length     (const FwTalksFigures *figures,
                                              guint                 row);
void                    _fw_talks_write      (const FwTalksFigures *figures,
                                              FwChartLanguage       language,
                                              FwChartTexts         *texts);
char                   *_fw_talks_say_times  (FwChartLanguage       language,
                                              guint                 n);
char                   *_fw_talks_say_row    (const FwTalksFigures *figures,
                                              FwChartLanguage       language,
                                              guint                 row);
const char             *_fw_talks_say_nothing (const FwTalksFigures *figures,
                                              FwChartLanguage       language);

G_END_DECLS
