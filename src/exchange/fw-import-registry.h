#pragma once

#include "exchange/fw-import-record.h"

G_BEGIN_DECLS

/**
 * FwImportRegistry:
 *
 * Every record that an import has met or would make, to be found by the values of some of its fields. What
 * the store has is asked of the target in few large questions.
 */
typedef struct _FwImportRegistry FwImportRegistry;

FwImportRegistry *fw_import_registry_new  (const FwImportTarget  *target);
void              fw_import_registry_free (FwImportRegistry      *self);
gboolean          fw_import_registry_load (FwImportRegistry      *self,
                                           const char            *kind,
                                           const char            *field,
                                           GPtrArray             *values,
                                           GCancellable          *cancellable,
                                           GError               **error);
void              fw_import_registry_add  (FwImportRegistry      *self,
                                           FwImportRecord        *record);
GPtrArray        *fw_import_registry_find (FwImportRegistry      *self,
                                           const char            *kind,
                                           const char * const    *fields,
                                           const char * const    *values);
GPtrArray        *fw_import_registry_get_all (FwImportRegistry   *self,
                                              const char         *kind);
char             *fw_import_registry_name (FwImportRecord        *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwImportRegistry, fw_import_registry_free)

G_END_DECLS
