#pragma once

#include "departure/fw-today.h"
#include "departure/fw-workplace-private.h"

G_BEGIN_DECLS

FwTodayItem *_fw_today_add          (GPtrArray     *items,
                                     FwTodaySort    sort,
                                     FwDate         due);
void         _fw_today_name         (FwTodayItem   *item,
                                     FwRecord      *overview);
char        *_fw_today_post         (FwRecord      *overview);
gboolean     _fw_today_read_cases   (FwScene       *scene,
                                     FwToday       *today,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean     _fw_today_read_surveys (FwScene       *scene,
                                     FwToday       *today,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean     _fw_today_read_people  (FwScene       *scene,
                                     FwToday       *today,
                                     GCancellable  *cancellable,
                                     GError       **error);

G_END_DECLS
