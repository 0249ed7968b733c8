#pragma once

#include "departure/fw-workplace.h"
#include "ui/fw-application.h"

G_BEGIN_DECLS

#define FW_TYPE_PREFERENCES (fw_preferences_get_type ())
G_DECLARE_FINAL_TYPE (FwPreferences, fw_preferences, FW, PREFERENCES, AdwPreferencesWindow)

FwPreferences *fw_preferences_new (FwApplication *application,
                                   GtkWindow     *parent,
                                   FwWorkplace   *workplace);

G_END_DECLS
