#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FwImportRecord:
 *
 * A record as the import sees it: its kind, its id and values where the store has it already, and what the
 * import would change. Counted by reference, not safe to share between threads while it is changed.
 */
typedef struct _FwImportRecord FwImportRecord;

/**
 * FwImportChange:
 * @text: the new value, or %NULL
 * @record: (nullable): the record that the field is to refer to
 * @only_new: a value for records that do not exist yet; one that exists keeps its own
 * @number: the same number written otherwise is no change
 */
typedef struct
{
  const char     *field;
  char           *text;
  FwImportRecord *record;
  gboolean        only_new;
  gboolean        number;
} FwImportChange;

/**
 * FwImportTarget:
 * @list: answers the records of a kind that exist, all of them where @field is %NULL, else those whose
 *   field has one of @values (element-type utf8); (transfer full) (element-type FwImportRecord); %NULL with
 *   an error
 *
 * Where records go. The import knows no store; what stands above both implements this.
 */
typedef struct
{
  GPtrArray *(*list) (gpointer       data,
                      const char    *kind,
                      const char    *field,
                      GPtrArray     *values,
                      GCancellable  *cancellable,
                      GError       **error);
  gpointer     data;
} FwImportTarget;

FwImportRecord       *fw_import_record_new           (const char     *kind,
                                                      const char     *id);
FwImportRecord       *fw_import_record_ref           (FwImportRecord *self);
void                  fw_import_record_unref         (FwImportRecord *self);
const char           *fw_import_record_get_kind      (FwImportRecord *self);
const char           *fw_import_record_get_id        (FwImportRecord *self);
const char           *fw_import_record_get           (FwImportRecord *self,
                                                      const char     *field);
void                  fw_import_record_set_existing  (FwImportRecord *self,
                                                      const char     *field,
                                                      const char     *value);
void                  fw_import_record_change        (FwImportRecord *self,
                                                      const char     *field,
                                                      const char     *text);
void                  fw_import_record_refer         (FwImportRecord *self,
                                                      const char     *field,
                                                      FwImportRecord *record);
guint                 fw_import_record_get_n_changes (FwImportRecord *self);
const FwImportChange *fw_import_record_get_change    (FwImportRecord *self,
                                                      guint           index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwImportRecord, fw_import_record_unref)

G_END_DECLS
