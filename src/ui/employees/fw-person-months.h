#pragma once

#include "charts/fw-pay-chart.h"
#include "insight/fw-targets.h"
#include "store/fw-record.h"

G_BEGIN_DECLS

GArray *fw_person_months_pay      (GPtrArray   *records,
                                   FwDate       first,
                                   guint        n_months);
GArray *fw_person_months_targets  (GPtrArray   *records,
                                   FwDate       first,
                                   guint        n_months,
                                   char       **measure);

G_END_DECLS
