#pragma once

#include "exchange/fw-import-catalog.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

/**
 * FwReferenceChoice:
 * @id: of the record
 * @name: as people know it; of a department with those above it
 *
 * One record that a field may refer to.
 */
typedef struct
{
  char *id;
  char *name;
} FwReferenceChoice;

/**
 * FwEntryBasis:
 * @catalog: (nullable): how lists write values
 *
 * What a form needs beside the record: read at once on a worker thread, immutable afterwards, shared.
 */
typedef struct
{
  gatomicrefcount references;
  FwImportCatalog *catalog;
  GHashTable *choices; /* kind → GPtrArray of FwReferenceChoice, by name */
  GHashTable *people;  /* id → name, of the people that the records refer to */
  GHashTable *files;   /* id → FwRecord of kind evidence, that the records have */
  char *employer_id;   /* of which company they are; NULL where that is not known */
} FwEntryBasis;

FwEntryBasis *fw_entry_basis_ref         (FwEntryBasis         *self);
void          fw_entry_basis_unref       (FwEntryBasis         *self);
void          fw_entry_basis_read_async  (FwStore              *store,
                                          GPtrArray            *records,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
FwEntryBasis *fw_entry_basis_read_finish (GAsyncResult         *result,
                                          GError              **error);
FwEntryBasis *fw_entry_basis_read        (FwStore              *store,
                                          GPtrArray            *records,
                                          GCancellable         *cancellable,
                                          GError              **error);
GPtrArray    *fw_entry_basis_get_choices (FwEntryBasis         *self,
                                          const char           *kind);
const char   *fw_entry_basis_find_name   (FwEntryBasis         *self,
                                          const FwField        *field,
                                          const char           *id);
void          fw_entry_basis_give_employer (FwEntryBasis       *self,
                                          FwRecord             *fresh,
                                          FwRecord             *of);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwEntryBasis, fw_entry_basis_unref)

G_END_DECLS
