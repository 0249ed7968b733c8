#pragma once

#include "store/fw-record.h"

G_BEGIN_DECLS

/**
 * FwCommand:
 *
 * What somebody decided: who, what and why, and the records it changes. It becomes rows and exactly one
 * audit event in one transaction, or nothing at all. A command without records is an event alone (an
 * export, a print).
 */
#define FW_TYPE_COMMAND (fw_command_get_type ())
G_DECLARE_FINAL_TYPE (FwCommand, fw_command, FW, COMMAND, GObject)

/* How many of a command's records are written; called on the thread that runs it. */
typedef void (*FwCommandProgress) (guint    done,
                                   guint    total,
                                   gpointer user_data);

/* Makes the record of a number, from 0 on; (transfer full). */
typedef FwRecord *(*FwCommandMake) (guint    index,
                                    gpointer user_data);

FwCommand *fw_command_new         (const char *what,
                                   const char *who,
                                   const char *why);
void       fw_command_put         (FwCommand  *self,
                                   FwRecord   *record);
void       fw_command_put_many    (FwCommand  *self,
                                   guint       n_records,
                                   FwCommandMake make,
                                   gpointer    user_data);
FwRecord  *fw_command_add         (FwCommand  *self,
                                   const char *kind);
void       fw_command_remove      (FwCommand  *self,
                                   const char *kind,
                                   const char *id);
void       fw_command_take_draft  (FwCommand  *self,
                                   const char *owner,
                                   const char *key);
void       fw_command_add_subject (FwCommand  *self,
                                   const char *id);
void       fw_command_set_detail  (FwCommand  *self,
                                   const char *name,
                                   const char *value);
void       fw_command_set_final    (FwCommand  *self);
void       fw_command_set_progress (FwCommand  *self,
                                    FwCommandProgress tell,
                                    gpointer    user_data);
guint      fw_command_get_n_changes (FwCommand *self);

G_END_DECLS
