#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FwWaiting:
 *
 * One line for what goes on in the background: what it is, that it goes on, and a way to give it up. It comes into view
 * only when the work takes long enough to be noticed.
 */
#define FW_TYPE_WAITING (fw_waiting_get_type ())
G_DECLARE_FINAL_TYPE (FwWaiting, fw_waiting, FW, WAITING, GtkWidget)

void fw_waiting_begin (FwWaiting    *self,
                       const char   *text,
                       GCancellable *cancellable);
void fw_waiting_set_progress (FwWaiting *self,
                       double        fraction);
void fw_waiting_end   (FwWaiting    *self);

G_END_DECLS
