#pragma once

#include "departure/fw-case.h"

G_BEGIN_DECLS

FwCaseItem *fw_way_facts_pick         (GPtrArray  *grounds);
FwCaseItem *fw_way_facts_find_bar     (GPtrArray  *grounds);
gboolean    fw_way_facts_is_barred    (const char *kind,
                                       GPtrArray  *grounds);
char       *fw_way_facts_dup_bar      (FwCase     *departure,
                                       GPtrArray  *grounds);
char       *fw_way_facts_dup_person   (FwCase     *departure);
char       *fw_way_facts_dup_standing (FwCase     *departure,
                                       const char *kind,
                                       GPtrArray  *grounds,
                                       GPtrArray  *dismissals);
char       *fw_way_facts_dup_cost     (GPtrArray  *grounds);
char       *fw_way_facts_dup_days     (GPtrArray  *grounds);
char       *fw_way_facts_dup_risk     (GPtrArray  *grounds,
                                       const char *caution);

G_END_DECLS
