#pragma once

#include "insight/fw-interval.h"
#include "insight/fw-spell.h"

G_BEGIN_DECLS

/**
 * FwChartLanguage:
 *
 * What the words of a chart are in. They are made here, in both languages: the window, the command line and the paper show
 * the same chart, whatever the locale.
 */
typedef enum
{
  FW_CHART_CHINESE,
  FW_CHART_ENGLISH,
} FwChartLanguage;

FwChartLanguage fw_chart_language_from_name (const char     *name);
const char     *fw_chart_say                (FwChartLanguage language,
                                             const char     *zh,
                                             const char     *en) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);
char           *fw_chart_say_count          (FwChartLanguage language,
                                             guint           count);
char           *fw_chart_say_people         (FwChartLanguage language,
                                             guint           count);
char           *fw_chart_say_persons         (FwChartLanguage language,
                                             guint           count);
char           *fw_chart_say_rate           (double          rate);
char           *fw_chart_say_interval       (FwInterval      interval);
char           *fw_chart_say_month          (FwChartLanguage language,
                                             FwDate          month);
char           *fw_chart_say_month_long     (FwChartLanguage language,
                                             FwDate          month);
char           *fw_chart_say_day            (FwChartLanguage language,
                                             FwDate          day);
char           *fw_chart_say_period         (FwChartLanguage language,
                                             FwDate          from,
                                             FwDate          until);
const char     *fw_chart_say_group          (FwChartLanguage language,
                                             FwLeavingGroup  group);
const char     *fw_chart_say_kind           (FwChartLanguage language,
                                             FwLeavingKind   kind);
void            fw_chart_say_made           (FwChartLanguage language,
                                             FwDate          made,
                                             GString        *caption);

G_END_DECLS
