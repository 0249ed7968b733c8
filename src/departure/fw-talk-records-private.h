#pragma once

#include "departure/fw-leaving-records-private.h"
#include "insight/fw-talks.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

/* A talk on record; its texts are the leaving records'. */
typedef struct
{
  guint32 talk;   /* its row in the store */
  guint32 person; /* that of the person */
  guint branch;
  guint department;
  FwDate on;
  FwLeavingKind kind;
  FwLeavingGroup group;
  const char *script; /* (nullable) */
  guint seconds;      /* breaks left out; 0: not on record */
  guint first_event, n_events;
  guint first_reason, n_reasons;
} FwTalkOnRecord;

/* What a script, a scene or a class of phrases is called, and how long a script plans. Owned by the records. */
typedef struct
{
  char *zh;
  char *en;
  guint least_minutes;
  guint most_minutes;
} FwTalkName;

void              _fw_talk_name_free     (gpointer                 data);
gboolean          _fw_talk_records_read  (FwLeavingRecords        *self,
                                          FwStore                 *store,
                                          GHashTable              *branches,
                                          GHashTable              *departments,
                                          GCancellable            *cancellable,
                                          GError                 **error);
char             *_fw_talk_scene_key     (const char              *script,
                                          const char              *scene);
const FwTalkName *_fw_talk_records_name  (const FwLeavingRecords  *self,
                                          const char              *key);

G_END_DECLS
