#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FwFieldType:
 *
 * How a value is written. Every value is text for those who read a record; the type says which texts are
 * good and how they compare. TRUTH is "true" or "false", MONTH is YYYY-MM, MONEY a decimal in the currency
 * unit, HASH the SHA-256 of bytes kept in the store (64 lower-case hexadecimal digits).
 */
typedef enum
{
  FW_FIELD_TEXT,
  FW_FIELD_DATE,
  FW_FIELD_MONTH,
  FW_FIELD_MONEY,
  FW_FIELD_NUMBER,
  FW_FIELD_COUNT,
  FW_FIELD_TRUTH,
  FW_FIELD_JSON,
  FW_FIELD_REFERENCE,
  FW_FIELD_HASH,
} FwFieldType;

/**
 * FwFieldFlags:
 * @FW_FIELD_REQUIRED: a record without it is refused
 * @FW_FIELD_UNIQUE: no two records of the kind share a value
 * @FW_FIELD_KEY: with the other key fields it says which record is meant; an import that brings the same key
 *   again updates that record. The store itself does not enforce it
 */
typedef enum
{
  FW_FIELD_OPTIONAL = 0,
  FW_FIELD_REQUIRED = 1 << 0,
  FW_FIELD_UNIQUE = 1 << 1,
  FW_FIELD_KEY = 1 << 2,
} FwFieldFlags;

typedef struct
{
  const char *name;       /* as in the facts document: "team-average"; the column is team_average */
  FwFieldType type;
  FwFieldFlags flags;
  const char *refers_to;  /* the kind a REFERENCE points at, else NULL */
  const char *choices;    /* "female|male" where the vocabulary is closed, else NULL */
} FwField;

typedef struct
{
  const char *name;       /* "wage-component"; the table is wage_component */
  const FwField *fields;
  guint n_fields;
  gboolean read_only;     /* a view over several kinds: listed, never put */
} FwRecordKind;

const FwRecordKind *fw_record_kinds_get_nth    (guint               n);
const FwRecordKind *fw_record_kind_find        (const char         *name);
const FwField      *fw_record_kind_find_field  (const FwRecordKind *kind,
                                                const char         *name);
char               *fw_record_kind_dup_table   (const FwRecordKind *kind);
char               *fw_field_dup_column        (const FwField      *field);

G_END_DECLS
