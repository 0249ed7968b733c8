#pragma once

#include <adwaita.h>

#include "ui/widgets/fw-adaptive-widget.h"

G_BEGIN_DECLS

#define FW_TYPE_FIRST_RUN_PAGE (fw_first_run_page_get_type ())
G_DECLARE_FINAL_TYPE (FwFirstRunPage, fw_first_run_page, FW, FIRST_RUN_PAGE, FwAdaptiveWidget)

const char *fw_first_run_page_get_company    (FwFirstRunPage *self);
const char *fw_first_run_page_get_place      (FwFirstRunPage *self);
const char *fw_first_run_page_get_passphrase (FwFirstRunPage *self);
const char *fw_first_run_page_get_jurisdiction (FwFirstRunPage *self);
const char *fw_first_run_page_get_time_zone  (FwFirstRunPage *self);
void        fw_first_run_page_set_busy       (FwFirstRunPage *self,
                                              const char     *what);
void        fw_first_run_page_show_problem   (FwFirstRunPage *self,
                                              const char     *problem);
void        fw_first_run_page_forget         (FwFirstRunPage *self);

G_END_DECLS
