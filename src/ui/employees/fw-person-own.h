#pragma once

#include <adwaita.h>

#include "ui/employees/fw-person-reading.h"

G_BEGIN_DECLS

#define FW_TYPE_PERSON_OWN (fw_person_own_get_type ())
G_DECLARE_FINAL_TYPE (FwPersonOwn, fw_person_own, FW, PERSON_OWN, GtkWidget)

void fw_person_own_show         (FwPersonOwn           *self,
                                 FwWorkplace           *workplace,
                                 const FwPersonReading *reading);
void fw_person_own_show_problem (FwPersonOwn           *self,
                                 const char            *problem);

G_END_DECLS
