#pragma once

#include <gtk/gtk.h>

#include "store/fw-search.h"

G_BEGIN_DECLS

#define FW_TYPE_EMPLOYEE_LIST (fw_employee_list_get_type ())
G_DECLARE_FINAL_TYPE (FwEmployeeList, fw_employee_list, FW, EMPLOYEE_LIST, GObject)

FwEmployeeList *fw_employee_list_new            (void);
void            fw_employee_list_set_store      (FwEmployeeList         *self,
                                                 FwStore                *store);
void            fw_employee_list_set_patience   (FwEmployeeList         *self,
                                                 guint                   patience_ms);
void            fw_employee_list_search         (FwEmployeeList         *self,
                                                 const char             *text,
                                                 const FwEmployeeFilter *filter);
void            fw_employee_list_reload         (FwEmployeeList         *self);
guint           fw_employee_list_get_total      (FwEmployeeList         *self);
FwRecord       *fw_employee_list_get_record     (FwEmployeeList         *self,
                                                 guint                   position);
guint           fw_employee_list_get_n_selected (FwEmployeeList         *self);
guint           fw_employee_list_count_selected (FwEmployeeList         *self);
GArray         *fw_employee_list_dup_selected   (FwEmployeeList         *self,
                                                 guint                   limit);
GArray         *fw_employee_list_dup_found      (FwEmployeeList         *self);
void            fw_employee_list_clear_selected (FwEmployeeList         *self);

G_END_DECLS
