#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FwSleepWatch:
 *
 * Hears from logind that the computer is about to sleep: signal "sleep", while logind waits for us. Where there is no
 * logind nothing is heard, and nothing else is missing.
 */
#define FW_TYPE_SLEEP_WATCH (fw_sleep_watch_get_type ())
G_DECLARE_FINAL_TYPE (FwSleepWatch, fw_sleep_watch, FW, SLEEP_WATCH, GObject)

FwSleepWatch *fw_sleep_watch_new (const char *why);

G_END_DECLS
