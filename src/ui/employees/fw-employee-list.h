#pragma once

#include <gio/gio.h>

#include "store/fw-search.h"

G_BEGIN_DECLS

#define FW_TYPE_EMPLOYEE_LIST (fw_employee_list_get_type ())
G_DECLARE_FINAL_TYPE (FwEmployeeList, fw_employee_list, FW, EMPLOYEE_LIST, GObject)

FwEmployeeList *fw_employee_list_new       (void);
void            fw_employee_list_set_store (FwEmployeeList *self,
                                            FwStore        *store);
void            fw_employee_list_search    (FwEmployeeList *self,
                                            const char     *text,
                                            const char     *department_id,
                                            const char     *status);
void            fw_employee_list_reload    (FwEmployeeList *self);
guint           fw_employee_list_get_total (FwEmployeeList *self);

G_END_DECLS
