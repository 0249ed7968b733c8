#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

guint       fw_overview_duties_fill_deadlines (GtkListBox *list,
                                               FwCase     *departure,
                                               guint       at_most);
guint       fw_overview_duties_fill_tasks     (GtkListBox *list,
                                               FwCase     *departure);
FwCaseItem *fw_overview_duties_find_notice    (FwCase     *departure);
FwCaseItem *fw_overview_duties_find_waiting   (FwCase     *departure);
void        fw_overview_duties_fill_ladder    (GtkListBox *list,
                                               FwCase     *departure,
                                               FwCaseItem *notice);
char       *fw_overview_duties_dup_distance   (FwCase     *departure,
                                               const char *iso_day);

G_END_DECLS
