#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

#define FW_TYPE_MAIN_VIEW (fw_main_view_get_type ())
G_DECLARE_FINAL_TYPE (FwMainView, fw_main_view, FW, MAIN_VIEW, GtkWidget)

void        fw_main_view_set_workplace   (FwMainView  *self,
                                          FwWorkplace *workplace);
void        fw_main_view_open_place      (FwMainView  *self,
                                          const char  *place);
const char *fw_main_view_get_place       (FwMainView  *self);
const char *fw_main_view_get_page        (FwMainView  *self);
void        fw_main_view_open_person     (FwMainView  *self,
                                          const char  *employee_id);
void        fw_main_view_open_group      (FwMainView  *self,
                                          const char  *group_id);
void        fw_main_view_begin_group     (FwMainView  *self,
                                          const guint32 *people,
                                          gsize        n_people);
void        fw_main_view_import          (FwMainView  *self);
void        fw_main_view_back_up         (FwMainView  *self);
gboolean    fw_main_view_start_departure (FwMainView  *self);
void        fw_main_view_go_back         (FwMainView  *self);
void        fw_main_view_search          (FwMainView  *self);
void        fw_main_view_refresh         (FwMainView  *self);
void        fw_main_view_open_menu       (FwMainView  *self);

G_END_DECLS
