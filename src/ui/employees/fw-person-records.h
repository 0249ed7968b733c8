#pragma once

#include <adwaita.h>

#include "ui/employees/fw-person-reading.h"

G_BEGIN_DECLS

#define FW_TYPE_PERSON_RECORDS (fw_person_records_get_type ())
G_DECLARE_FINAL_TYPE (FwPersonRecords, fw_person_records, FW, PERSON_RECORDS, GtkWidget)

void        fw_person_records_show     (FwPersonRecords       *self,
                                        const FwPersonReading *reading);
GMenuModel *fw_person_records_dup_menu (void);

G_END_DECLS
