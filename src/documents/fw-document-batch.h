#pragma once

#include "documents/fw-document.h"

G_BEGIN_DECLS

/**
 * FwDocumentBatch:
 *
 * Many papers of one pack at once: templates are read once, and separate files share fonts that have only the characters of
 * these papers, made once. It looks the same as each paper made alone; the bytes of the files differ. Belongs to one thread.
 */
typedef struct _FwDocumentBatch FwDocumentBatch;

FwDocumentBatch *fw_document_batch_new       (const char *const       *folders,
                                              GError                 **error);
void             fw_document_batch_free      (FwDocumentBatch         *self);
gboolean         fw_document_batch_add       (FwDocumentBatch         *self,
                                              FwFacts                 *facts,
                                              const FwDocumentOptions *options,
                                              GError                 **error);
guint            fw_document_batch_get_n     (FwDocumentBatch         *self);
FwDocument      *fw_document_batch_get       (FwDocumentBatch         *self,
                                              guint                    index);
gboolean         fw_document_batch_save_each (FwDocumentBatch         *self,
                                              const char *const       *paths,
                                              GError                 **error);
gboolean         fw_document_batch_save_all  (FwDocumentBatch         *self,
                                              const char              *path,
                                              GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwDocumentBatch, fw_document_batch_free)

G_END_DECLS
