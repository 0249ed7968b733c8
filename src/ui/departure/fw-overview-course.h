#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

void  fw_overview_course_fill_approval (GtkListBox *list,
                                        FwCase     *departure);
guint fw_overview_course_fill_events   (GtkListBox *list,
                                        FwCase     *departure,
                                        guint       at_most);

G_END_DECLS
