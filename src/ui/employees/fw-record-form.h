#pragma once

#include <adwaita.h>

#include "store/fw-store.h"
#include "ui/employees/fw-entry-basis.h"

G_BEGIN_DECLS

#define FW_TYPE_RECORD_FORM (fw_record_form_get_type ())
G_DECLARE_FINAL_TYPE (FwRecordForm, fw_record_form, FW, RECORD_FORM, GtkWidget)

GtkWidget *fw_record_form_new          (FwStore            *store,
                                        FwEntryBasis       *basis,
                                        FwRecord           *record,
                                        const char *const  *fields,
                                        FwDate              today);
gboolean   fw_record_form_read         (FwRecordForm       *self,
                                        char              **unplaced);
void       fw_record_form_put_fresh    (FwRecordForm       *self,
                                        FwCommand          *command);
FwRecord  *fw_record_form_get_record   (FwRecordForm       *self);
GtkWidget *fw_record_form_get_evidence_row (FwRecordForm   *self);
gboolean   fw_record_form_show_problem (FwRecordForm       *self,
                                        const char         *field,
                                        const char         *problem);

G_END_DECLS
