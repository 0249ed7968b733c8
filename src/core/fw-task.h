#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One piece of work on a worker thread. Answers what was found or made; %NULL with an error. */
typedef gpointer (*FwTaskWork) (gpointer   data,
                                GError   **error);

void     fw_task_run_in_thread (GTask               *task,
                                GTaskThreadFunc      work);
void     fw_task_ask_async     (gpointer             source,
                                FwTaskWork           work,
                                gpointer             data,
                                GDestroyNotify       free_data,
                                GDestroyNotify       free_answer,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
gpointer fw_task_ask_finish    (GAsyncResult        *result,
                                GError             **error);

G_END_DECLS
