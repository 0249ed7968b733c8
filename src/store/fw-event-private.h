#pragma once

#include "store/fw-connection.h"
#include "store/fw-event.h"

G_BEGIN_DECLS

/* What _fw_event_read() needs of each row, in this order. */
#define FW_EVENT_COLUMNS \
  FW_EVENT_COLUMNS_WITH ("(SELECT count(*) FROM event_change AS c WHERE c.event_seq = e.seq)")
/* @n_changes: where it is known how many they are, and they need not be counted */
#define FW_EVENT_COLUMNS_WITH(n_changes) \
  "e.seq, e.id, e.time, e.who, e.what, e.hash, p.why, p.details, " n_changes ", " \
  "(SELECT group_concat (s.subject, ' ') FROM " \
  "(SELECT subject FROM event_subject WHERE event_seq = e.seq ORDER BY subject) AS s) "
#define FW_EVENT_TABLES "FROM event AS e LEFT JOIN event_payload AS p ON p.event_seq = e.seq "

FwEvent *_fw_event_read (sqlite3_stmt *statement);

G_END_DECLS
