#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

/**
 * FwEntryFinish:
 * @records: (element-type FwRecord): as they were written, in the order of the parts; they may be changed
 * @command: what is made by the way is in it already; the records themselves are put afterwards
 * @field: (out) (nullable): the name of a field of the first record that is wrong
 *
 * The last word before something is saved: looks whether it can stand beside what there is, and adds what belongs to it.
 *
 * Returns: (transfer full) (nullable): what is wrong; nothing is saved then
 */
typedef char *(*FwEntryFinish) (GPtrArray   *records,
                                FwCommand   *command,
                                const char **field,
                                gpointer     data);

/* Called once it is saved, or removed. */
typedef void (*FwEntrySaved) (GtkWindow  *parent,
                              const char *event_id,
                              gboolean    removed,
                              gpointer    data);

/**
 * FwEntry:
 *
 * What is to be written by hand: one or several records, each with a form of its own.
 */
typedef struct _FwEntry FwEntry;

FwEntry *fw_entry_new            (const char         *title,
                                  const char         *what);
void     fw_entry_free           (FwEntry            *self);
void     fw_entry_add            (FwEntry            *self,
                                  FwRecord           *record,
                                  const char         *heading,
                                  const char *const  *fields);
void     fw_entry_set_body       (FwEntry            *self,
                                  const char         *body);
void     fw_entry_set_removable  (FwEntry            *self,
                                  const char         *what);
void     fw_entry_set_acts       (FwEntry            *self,
                                  FwEntryFinish       finish,
                                  FwEntrySaved        saved,
                                  gpointer            data,
                                  GDestroyNotify      destroy);
void     fw_entry_dialog_present (GtkWindow          *parent,
                                  FwWorkplace        *workplace,
                                  FwEntry            *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwEntry, fw_entry_free)

G_END_DECLS
