#pragma once

#include "exchange/fw-import-record.h"

G_BEGIN_DECLS

/*
 * @row: the row of the file that means this record as its own, -1 for none
 * @marked: reached from a good row, and so part of what the import does
 */
struct _FwImportRecord
{
  const char *kind;
  char       *id;
  GHashTable *existing;
  GArray     *changes;
  gint        row;
  gboolean    marked;
};

void     fw_import_record_change_number (FwImportRecord *self,
                                        const char     *field,
                                        const char     *text);
void     fw_import_record_take_changes (FwImportRecord *self,
                                        FwImportRecord *from);
gboolean fw_import_record_is_only_new (FwImportRecord *self,
                                        const char     *field);
gboolean fw_import_record_fill         (FwImportRecord *self,
                                        const char     *field,
                                        const char     *text,
                                        FwImportRecord *record,
                                        gboolean        only_new);

G_END_DECLS
