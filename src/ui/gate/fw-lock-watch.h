#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FW_TYPE_LOCK_WATCH (fw_lock_watch_get_type ())
G_DECLARE_FINAL_TYPE (FwLockWatch, fw_lock_watch, FW, LOCK_WATCH, GObject)

/* Locks at once, from any window. */
#define FW_LOCK_WATCH_KEY "<Control><Shift>l"

FwLockWatch *fw_lock_watch_new         (GtkWindow   *window);
void         fw_lock_watch_set_seconds (FwLockWatch *self,
                                        guint        seconds);

G_END_DECLS
