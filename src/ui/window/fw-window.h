#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"
#include "ui/fw-application.h"

G_BEGIN_DECLS

/* Of a case, beside its steps. */
#define FW_WINDOW_OVERVIEW        (-1)
#define FW_WINDOW_WHERE_IT_BEGINS (-2)
#define FW_WINDOW_TALK            FW_CASE_STEP_COUNT /* behind the last step */

#define FW_TYPE_WINDOW (fw_window_get_type ())
G_DECLARE_FINAL_TYPE (FwWindow, fw_window, FW, WINDOW, AdwApplicationWindow)

FwWindow    *fw_window_new           (FwApplication *application);
void         fw_window_start         (FwWindow      *self);
void         fw_window_take_over     (FwWindow      *self,
                                      FwWindow      *before);
gboolean     fw_window_get_narrow    (FwWindow      *self);
void         fw_window_open_case     (FwWindow      *self,
                                      FwCase        *departure);
void         fw_window_load_case     (FwWindow      *self,
                                      const char    *case_id);
void         fw_window_load_case_step (FwWindow    *self,
                                      const char    *case_id,
                                      int            step);
void         fw_window_leave_case    (FwWindow      *self);
void         fw_window_toast         (FwWindow      *self,
                                      const char    *text);
void         fw_window_toast_undo    (FwWindow      *self,
                                      const char    *text,
                                      const char    *event_id);
void         fw_window_show_error    (FwWindow      *self,
                                      const char    *what,
                                      const GError  *error);

G_END_DECLS
