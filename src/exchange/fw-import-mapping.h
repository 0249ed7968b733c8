#pragma once

#include "exchange/fw-import-catalog.h"
#include "exchange/fw-table.h"

G_BEGIN_DECLS

/**
 * FwImportMapping:
 *
 * Which column of a table is which field of a kind, and what a company's own words in its cells mean:
 * guessed from the headings, corrected by a person, kept for the next file of the same make. A field has at
 * most one column. A column that is no field may become a field of the company's own.
 */
#define FW_TYPE_IMPORT_MAPPING (fw_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (FwImportMapping, fw_import_mapping, FW, IMPORT_MAPPING, GObject)

/**
 * FwImportConfidence:
 * @FW_IMPORT_LIKELY: the heading ends with a known word ("员工入职日期"); worth a look
 * @FW_IMPORT_SURE: the heading is a known word
 * @FW_IMPORT_TOLD: somebody said so
 */
typedef enum
{
  FW_IMPORT_UNKNOWN,
  FW_IMPORT_LIKELY,
  FW_IMPORT_SURE,
  FW_IMPORT_TOLD,
} FwImportConfidence;

/* A word of the company's own in the cells of a field, and what it is to be read as. */
typedef struct
{
  char *field;
  char *text;
  char *meaning;
} FwImportWord;

/*
 * The column of reasons in a file of bad rows: it says something of the import, so it is never a field
 * of anybody.
 */
#define FW_IMPORT_REASON_HEADING_ZH "【原因】"
#define FW_IMPORT_REASON_HEADING_EN "[Reason]"

FwImportMapping     *fw_import_mapping_new_guess      (const FwImportKind  *kind,
                                                       FwTable             *table);
const FwImportField *fw_import_mapping_get_field      (FwImportMapping     *self,
                                                       guint                column);
FwImportConfidence   fw_import_mapping_get_confidence (FwImportMapping     *self,
                                                       guint                column);
int                  fw_import_mapping_get_column     (FwImportMapping     *self,
                                                       const FwImportField *field);
guint                fw_import_mapping_get_n_mapped   (FwImportMapping     *self);
gboolean             fw_import_mapping_assign         (FwImportMapping     *self,
                                                       guint                column,
                                                       const char          *field,
                                                       GError             **error);
gboolean             fw_import_mapping_tell           (FwImportMapping     *self,
                                                       const char          *field,
                                                       const char          *column,
                                                       GError             **error);
gboolean             fw_import_mapping_is_custom      (FwImportMapping     *self,
                                                       guint                column);
gboolean             fw_import_mapping_make_custom    (FwImportMapping     *self,
                                                       const char          *column,
                                                       GError             **error);
gboolean             fw_import_mapping_make_custom_nth (FwImportMapping    *self,
                                                       guint                column);
void                 fw_import_mapping_make_rest_custom (FwImportMapping   *self);
gboolean             fw_import_mapping_tell_word      (FwImportMapping     *self,
                                                       const char          *field,
                                                       const char          *text,
                                                       const char          *meaning,
                                                       GError             **error);
const char          *fw_import_mapping_get_word       (FwImportMapping     *self,
                                                       const FwImportField *field,
                                                       const char          *text);
GPtrArray           *fw_import_mapping_dup_words      (FwImportMapping     *self);
FwImportWord        *fw_import_word_new               (const char          *field,
                                                       const char          *text,
                                                       const char          *meaning);
void                 fw_import_word_free              (FwImportWord        *self);
gboolean             fw_import_mapping_check          (FwImportMapping     *self,
                                                       GError             **error);
char                *fw_import_mapping_to_text        (FwImportMapping     *self);
gboolean             fw_import_mapping_apply_text     (FwImportMapping     *self,
                                                       const char          *text,
                                                       GError             **error);

G_END_DECLS
