#pragma once

#include <adwaita.h>

#include "store/fw-search.h"

G_BEGIN_DECLS

#define FW_TYPE_EMPLOYEE_FILTERS (fw_employee_filters_get_type ())
G_DECLARE_FINAL_TYPE (FwEmployeeFilters, fw_employee_filters, FW, EMPLOYEE_FILTERS, GtkWidget)

void      fw_employee_filters_set_departments (FwEmployeeFilters *self,
                                               GPtrArray         *departments);
void      fw_employee_filters_fill            (FwEmployeeFilters *self,
                                               FwEmployeeFilter  *filter,
                                               FwDate             today);
gboolean  fw_employee_filters_is_set          (FwEmployeeFilters *self);
void      fw_employee_filters_clear           (FwEmployeeFilters *self);
GVariant *fw_employee_filters_to_variant      (FwEmployeeFilters *self);
void      fw_employee_filters_from_variant    (FwEmployeeFilters *self,
                                               GVariant          *chosen);

G_END_DECLS
