#pragma once

#include "store/fw-record.h"

G_BEGIN_DECLS

#define FW_TYPE_EMPLOYEE_SLOT (fw_employee_slot_get_type ())
G_DECLARE_FINAL_TYPE (FwEmployeeSlot, fw_employee_slot, FW, EMPLOYEE_SLOT, GObject)

FwEmployeeSlot *fw_employee_slot_new          (guint           position);
guint           fw_employee_slot_get_position (FwEmployeeSlot *self);
FwRecord       *fw_employee_slot_get_record   (FwEmployeeSlot *self);
void            fw_employee_slot_set_record   (FwEmployeeSlot *self,
                                               FwRecord       *record);

G_END_DECLS
