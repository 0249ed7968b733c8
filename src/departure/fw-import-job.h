#pragma once

#include "exchange/fw-import-plan.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

/**
 * FwImportJob:
 *
 * One import into a store, from the trial to the step that is carried out: the place where the import,
 * which knows no store, and the store, which knows no files, meet. Property: fraction, how far a running
 * trial, or the step itself, is (0 to 1); it notifies in the main context in which the job was made.
 */
#define FW_TYPE_IMPORT_JOB (fw_import_job_get_type ())
G_DECLARE_FINAL_TYPE (FwImportJob, fw_import_job, FW, IMPORT_JOB, GObject)

FwImportJob     *fw_import_job_new         (FwStore                *store,
                                            const char             *who);
FwImportPlan    *fw_import_job_try         (FwImportJob            *self,
                                            FwImportCatalog        *catalog,
                                            const FwImportKind     *kind,
                                            FwTable                *table,
                                            FwImportMapping        *mapping,
                                            const FwImportOptions  *options,
                                            GCancellable           *cancellable,
                                            GError                **error);
void             fw_import_job_try_async   (FwImportJob            *self,
                                            FwImportCatalog        *catalog,
                                            const FwImportKind     *kind,
                                            FwTable                *table,
                                            FwImportMapping        *mapping,
                                            const FwImportOptions  *options,
                                            GCancellable           *cancellable,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);
FwImportPlan    *fw_import_job_try_finish  (FwImportJob            *self,
                                            GAsyncResult           *result,
                                            GError                **error);
FwEvent         *fw_import_job_run         (FwImportJob            *self,
                                            FwImportPlan           *plan,
                                            const char             *source,
                                            GCancellable           *cancellable,
                                            GError                **error);
void             fw_import_job_run_async   (FwImportJob            *self,
                                            FwImportPlan           *plan,
                                            const char             *source,
                                            GCancellable           *cancellable,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);
FwEvent         *fw_import_job_run_finish  (FwImportJob            *self,
                                            GAsyncResult           *result,
                                            GError                **error);

G_END_DECLS
