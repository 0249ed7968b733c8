#pragma once

#include "exchange/fw-import-catalog.h"

G_BEGIN_DECLS

typedef struct
{
  char *zh;
  char *en;
} FwImportReason;

struct _FwImportCatalog
{
  GObject parent_instance;

  GPtrArray  *kinds;
  GHashTable *references;
  GHashTable *choices;
  GHashTable *reasons;
  GHashTable *empty_words;
};

FwImportField      *_fw_import_field_new       (void);
FwImportRecordSpec *_fw_import_record_spec_new (void);
FwImportReference  *_fw_import_reference_new   (void);
FwImportKind       *_fw_import_kind_new        (void);
void                _fw_import_choice_free     (FwImportChoice *choice);
void                _fw_import_reason_free     (FwImportReason *reason);

G_END_DECLS
