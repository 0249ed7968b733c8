#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

/* The survey some weeks after the last day: its sheet goes out, and what comes back is written down. */
#define FW_TYPE_SURVEY_DIALOG (fw_survey_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FwSurveyDialog, fw_survey_dialog, FW, SURVEY_DIALOG, AdwWindow)

void  fw_survey_dialog_present    (GtkWidget *from,
                                   FwCase    *departure);
char *fw_survey_dialog_dup_status (FwCase    *departure);

G_END_DECLS
