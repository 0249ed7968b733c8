#pragma once

#include <adwaita.h>

#include "core/fw-date.h"

G_BEGIN_DECLS

#define FW_TYPE_APPLICATION (fw_application_get_type ())
G_DECLARE_FINAL_TYPE (FwApplication, fw_application, FW, APPLICATION, AdwApplication)

FwApplication *fw_application_new          (void);
GSettings     *fw_application_get_settings (FwApplication *self);
const char    *fw_application_get_store    (FwApplication *self);
gboolean       fw_application_get_sample   (FwApplication *self);
FwDate         fw_application_get_today    (FwApplication *self);

G_END_DECLS
