#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FwImportCatalog:
 *
 * What can be imported, as data (data/import/kinds.xml, docs/import.md): the kinds of list, for each the
 * records that a row becomes, the fields with the words by which companies call them, the words for
 * choices, and the reasons a row can be refused for, in two languages. Immutable once read; may be shared
 * between threads.
 */
#define FW_TYPE_IMPORT_CATALOG (fw_import_catalog_get_type ())
G_DECLARE_FINAL_TYPE (FwImportCatalog, fw_import_catalog, FW, IMPORT_CATALOG, GObject)

typedef enum
{
  FW_IMPORT_TEXT,
  FW_IMPORT_DATE,
  FW_IMPORT_MONTH,
  FW_IMPORT_PERIOD,
  FW_IMPORT_MONEY,
  FW_IMPORT_NUMBER,
  FW_IMPORT_COUNT,
  FW_IMPORT_SPAN,
  FW_IMPORT_CHOICE,
  FW_IMPORT_IDENTITY,
  FW_IMPORT_PHONE,
  FW_IMPORT_REFERENCE,
} FwImportType;

/**
 * FwImportRequired:
 * @FW_IMPORT_REQUIRED_NEW: a record that the store does not have yet cannot do without
 * @FW_IMPORT_REQUIRED_CELL: as the former, but only where the file has a column for it
 */
typedef enum
{
  FW_IMPORT_OPTIONAL,
  FW_IMPORT_REQUIRED_NEW,
  FW_IMPORT_REQUIRED_CELL,
  FW_IMPORT_REQUIRED_ALWAYS,
} FwImportRequired;

/* One word of a closed list and the words in which people write it. */
typedef struct
{
  char  *value;
  char **words;
} FwImportChoice;

/* Where a value goes: a record of the row and the name of its field. */
typedef struct
{
  char *record;
  char *field;
} FwImportGoal;

/**
 * FwImportField:
 * @words: folded by fw_import_fold(), the names in both languages among them
 * @units: words that may stand behind a number
 * @goals: of a reference the goals named "…-id" take the record, others the name as it is written
 * @open: a choice may also be a text that is not on the list
 * @lenient: a reference that names nobody is kept as the name alone
 * @sensitive: not to be shown in full, nor copied into a message
 * @born, @sex: for an identity number: the fields that it is compared with, or fills
 */
typedef struct
{
  char            *id;
  char            *zh;
  char            *en;
  char           **words;
  FwImportType     type;
  FwImportRequired required;
  GArray          *goals;
  char            *choices;
  char           **units;
  char            *algorithm;
  char            *born;
  char            *sex;
  char            *reference;
  gboolean         open;
  gboolean         lenient;
  gboolean         sensitive;
} FwImportField;

typedef enum
{
  FW_IMPORT_FILL_LINK,     /* the row's other record */
  FW_IMPORT_FILL_CONSTANT, /* always the same value */
  FW_IMPORT_FILL_COMPOSE,  /* a text with {field} in it */
  FW_IMPORT_FILL_DEFAULT,  /* the first of several fields that has a value */
  FW_IMPORT_FILL_SOLE,     /* the only record of a kind, where there is just one */
  FW_IMPORT_FILL_ESTIMATE, /* the day so many years before another, or before today */
} FwImportFillHow;

/**
 * FwImportFill:
 * @mark: (nullable): of an estimate: the field that says so, until somebody brings the day itself
 * @until: (nullable): of an estimate: the row's field with the day to count back from; today without one
 */
typedef struct
{
  FwImportFillHow how;
  char           *field;
  char           *source;
  char           *mark;
  char           *until;
  gboolean        only_new;
  gboolean        required;
} FwImportFill;

/**
 * FwImportMust:
 * @FW_IMPORT_MAY_BE_NEW: made where it does not exist
 * @FW_IMPORT_MUST_EXIST: the row is bad where it does not exist
 * @FW_IMPORT_IF_EXISTS: left alone where it does not exist
 */
typedef enum
{
  FW_IMPORT_MAY_BE_NEW,
  FW_IMPORT_MUST_EXIST,
  FW_IMPORT_IF_EXISTS,
} FwImportMust;

/**
 * FwImportRecordSpec:
 * @key: the fields that say which record is meant
 * @newest: where several have the key, the one with the greatest value of this field is meant
 * @ended: unless it has this field, with a day before the row's @newest: then the row means a further
 *   record
 * @main: the row's own record, by which rows are counted as new or updates
 */
typedef struct
{
  char    *id;
  char    *kind;
  char   **key;
  char    *newest;
  char    *ended;
  FwImportMust must;
  gboolean main;
  GArray  *fills;
} FwImportRecordSpec;

/* Field @id must not lie before @other; where @other is NULL, not after today. */
typedef struct
{
  char *field;
  char *other;
} FwImportCheck;

typedef struct
{
  char      *id;
  char      *zh;
  char      *en;
  GPtrArray *records;
  GPtrArray *fields;
  GArray    *checks;
} FwImportKind;

/**
 * FwImportReference:
 * @by: the fields by which a cell may name a record, tried in turn
 * @parent: for a tree: the field that refers to the same kind
 * @separators: characters between the names of a path from the root, or %NULL
 * @may_create: a name that nobody has becomes a new record
 */
typedef struct
{
  char    *id;
  char    *kind;
  char   **by;
  char    *parent;
  char    *separators;
  gboolean may_create;
  GArray  *fills;
} FwImportReference;

FwImportCatalog         *fw_import_catalog_read           (const char       *path,
                                                           GError          **error);
guint                    fw_import_catalog_get_n_kinds    (FwImportCatalog  *self);
const FwImportKind      *fw_import_catalog_get_kind       (FwImportCatalog  *self,
                                                           guint             index);
const FwImportKind      *fw_import_catalog_find_kind      (FwImportCatalog  *self,
                                                           const char       *id);
const FwImportReference *fw_import_catalog_find_reference (FwImportCatalog  *self,
                                                           const char       *id);
GPtrArray               *fw_import_catalog_get_choices    (FwImportCatalog  *self,
                                                           const char       *id);
gboolean                 fw_import_catalog_is_empty_word  (FwImportCatalog  *self,
                                                           const char       *text);
char                    *fw_import_catalog_say            (FwImportCatalog  *self,
                                                           const char       *reason,
                                                           const char       *a,
                                                           const char       *b,
                                                           const char       *language);
const FwImportField     *fw_import_kind_find_field        (const FwImportKind *kind,
                                                           const char       *id);
const FwImportRecordSpec *fw_import_kind_find_record      (const FwImportKind *kind,
                                                           const char       *id);
char                    *fw_import_fold                   (const char       *text,
                                                           gboolean          brackets_too);

G_END_DECLS
