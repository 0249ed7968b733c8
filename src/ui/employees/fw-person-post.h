#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"
#include "ui/employees/fw-person-reading.h"

G_BEGIN_DECLS

#define FW_TYPE_PERSON_POST (fw_person_post_get_type ())
G_DECLARE_FINAL_TYPE (FwPersonPost, fw_person_post, FW, PERSON_POST, GtkWidget)

void fw_person_post_show         (FwPersonPost          *self,
                                  FwWorkplace           *workplace,
                                  const FwPersonReading *reading);
void fw_person_post_show_problem (FwPersonPost          *self,
                                  const char            *problem);

G_END_DECLS
