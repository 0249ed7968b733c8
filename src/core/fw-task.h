#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void fw_task_run_in_thread (GTask *task,
                            GTaskThreadFunc work);

G_END_DECLS
