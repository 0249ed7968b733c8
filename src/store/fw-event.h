#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FwEvent:
 *
 * One line of the audit: what was done, by whom, when, why, to what. Immutable; safe to share between
 * threads.
 */
#define FW_TYPE_EVENT (fw_event_get_type ())
G_DECLARE_FINAL_TYPE (FwEvent, fw_event, FW, EVENT, GObject)

gint64              fw_event_get_seq      (FwEvent    *self);
const char         *fw_event_get_id       (FwEvent    *self);
const char         *fw_event_get_time     (FwEvent    *self);
const char         *fw_event_get_who      (FwEvent    *self);
const char         *fw_event_get_what     (FwEvent    *self);
const char         *fw_event_get_why      (FwEvent    *self);
const char         *fw_event_get_detail   (FwEvent    *self,
                                           const char *name);
GList              *fw_event_get_details  (FwEvent    *self);
const char * const *fw_event_get_subjects (FwEvent    *self);
const char         *fw_event_get_hash     (FwEvent    *self);
guint               fw_event_get_n_changes (FwEvent   *self);

G_END_DECLS
