#pragma once

#include "store/fw-record.h"

G_BEGIN_DECLS

void      _fw_record_set_nth     (FwRecord           *self,
                                  guint               n,
                                  const char         *value);
void      _fw_record_take_nth    (FwRecord           *self,
                                  guint               n,
                                  char               *value);
const char *_fw_record_get_nth   (FwRecord           *self,
                                  guint               n);
gboolean  _fw_record_is_nth_mentioned (FwRecord      *self,
                                  guint               n);
gboolean  _fw_record_take_fresh  (FwRecord           *self);
void      _fw_record_settle      (FwRecord           *self);
void      _fw_record_place       (FwRecord           *self,
                                  gint64              seq,
                                  gint64              event);
void      _fw_record_adopt       (FwRecord           *self,
                                  FwRecord           *stored);
char     *_fw_record_to_json     (FwRecord           *self);
FwRecord *_fw_record_from_json   (const FwRecordKind *kind,
                                  const char         *id,
                                  const char         *json,
                                  GError            **error);

G_END_DECLS
