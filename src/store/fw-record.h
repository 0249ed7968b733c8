#pragma once

#include <glib-object.h>

#include "core/fw-date.h"
#include "core/fw-number.h"
#include "store/fw-record-kinds.h"

G_BEGIN_DECLS

/**
 * FwRecord:
 *
 * One record: its kind and its values by field name, as text in the C locale. What is not known is
 * absent: it reads as %NULL and is never an empty text, zero or "no". Not safe to share between threads
 * while it is changed.
 */
#define FW_TYPE_RECORD (fw_record_get_type ())
G_DECLARE_FINAL_TYPE (FwRecord, fw_record, FW, RECORD, GObject)

FwRecord           *fw_record_new         (const char  *kind);
FwRecord           *fw_record_new_with_id (const char  *kind,
                                           const char  *id);
FwRecord           *fw_record_copy        (FwRecord    *self);
const FwRecordKind *fw_record_get_kind    (FwRecord    *self);
const char         *fw_record_get_id      (FwRecord    *self);
gint64              fw_record_get_seq     (FwRecord    *self);
gint64              fw_record_get_event   (FwRecord    *self);
const char         *fw_record_get         (FwRecord    *self,
                                           const char  *field);
FwDate              fw_record_get_date    (FwRecord    *self,
                                           const char  *field);
FwNumber           *fw_record_get_number  (FwRecord    *self,
                                           const char  *field);
gint64              fw_record_get_count   (FwRecord    *self,
                                           const char  *field,
                                           gint64       if_unknown);
gboolean            fw_record_is_true     (FwRecord    *self,
                                           const char  *field);
gboolean            fw_record_is_false    (FwRecord    *self,
                                           const char  *field);
void                fw_record_set         (FwRecord    *self,
                                           const char  *field,
                                           const char  *value);
void                fw_record_set_date    (FwRecord    *self,
                                           const char  *field,
                                           FwDate       value);
void                fw_record_set_count   (FwRecord    *self,
                                           const char  *field,
                                           gint64       value);
void                fw_record_set_truth   (FwRecord    *self,
                                           const char  *field,
                                           gboolean     value);
gboolean            fw_record_is_mentioned (FwRecord   *self,
                                            const char *field);
gboolean            fw_record_equal       (FwRecord    *self,
                                           FwRecord    *other);
char               *fw_field_check_value  (const FwField *field,
                                           const char    *value,
                                           GError       **error);

G_END_DECLS
