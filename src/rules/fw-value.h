#pragma once

#include "core/fw-date.h"
#include "core/fw-number.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  FW_VALUE_UNKNOWN,
  FW_VALUE_NUMBER,
  FW_VALUE_DATE,
  FW_VALUE_TRUTH,
  FW_VALUE_TEXT,
  FW_VALUE_SERVICE,
  FW_VALUE_LIST,
} FwValueKind;

/* How a value is written: the types of docs/packs.md. */
typedef enum
{
  FW_AS_NOTHING,
  FW_AS_DATE,
  FW_AS_MONEY,
  FW_AS_MONTHS,
  FW_AS_PLAIN_NUMBER,
  FW_AS_COUNT,
  FW_AS_DAYS,
  FW_AS_RATE,
  FW_AS_TRUTH,
  FW_AS_TEXT,
  FW_AS_GROUND,
  FW_AS_MONEY_LIST,
  FW_AS_SERVICE,
} FwValueType;

typedef enum
{
  FW_LANGUAGE_ZH,
  FW_LANGUAGE_EN,
} FwLanguage;

/* A stretch of employment, [from, end), and months from elsewhere that count with it. */
typedef struct
{
  FwDate from;
  FwDate end;
  int months;
  int days;
} FwService;

/* The value of an input or a step. All zero is unknown. */
typedef struct
{
  FwValueKind kind;
  gboolean truth;
  FwDate date;
  FwNumber *number;
  GRefString *text;
  FwService service;
  GPtrArray *list; /* FwNumber */
} FwValue;

FwValue      fw_value_new_number   (FwNumber      *number);
FwValue      fw_value_new_whole    (gint64         number);
FwValue      fw_value_new_date     (FwDate         date);
FwValue      fw_value_new_truth    (gboolean       truth);
FwValue      fw_value_new_text     (const char    *text);
FwValue      fw_value_new_list     (GPtrArray     *list);
FwValue      fw_value_copy         (const FwValue *self);
void         fw_value_clear        (FwValue       *self);
gboolean     fw_value_is_known     (const FwValue *self);
gboolean     fw_value_equal        (const FwValue *a,
                                    const FwValue *b);
gboolean     fw_value_compare      (const FwValue *a,
                                    const FwValue *b,
                                    int           *order);
FwValue      fw_value_from_literal (const char    *text);
gboolean     fw_value_parse        (const char    *text,
                                    FwValueType    type,
                                    FwValue       *value);
char        *fw_value_to_plain     (const FwValue *self,
                                    FwValueType    type,
                                    guint          digits);
char        *fw_value_to_display   (const FwValue *self,
                                    FwValueType    type,
                                    guint          digits,
                                    FwLanguage     language);
JsonNode    *fw_value_to_json      (const FwValue *self,
                                    FwValueType    type,
                                    guint          digits);
FwValueType  fw_value_type_named   (const char    *name);
char        *fw_display_date       (FwDate         date,
                                    FwLanguage     language);
char        *fw_display_decimal    (const char    *plain);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FwValue, fw_value_clear)

G_END_DECLS
