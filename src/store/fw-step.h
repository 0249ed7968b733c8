#pragma once

#include "store/fw-command.h"
#include "store/fw-pinyin.h"
#include "store/fw-search-index.h"

G_BEGIN_DECLS

/*
 * One step of a command on its way into the database. A record that was made with its id is in no store: what is written of it is
 * worked out before its turn, on a thread that does nothing else.
 */
typedef struct
{
  FwRecord      *given;          /* to be put; NULL where a record is removed */
  gboolean       shared;         /* somebody else has it too, and is told what is stored in the end */
  gboolean       fresh;          /* in no store yet */
  const char    *removed_kind;
  const char    *removed_id;

  FwRecord      *merged;         /* as it will be stored; as it was where it is removed */
  char          *after;          /* that as the event keeps it; NULL where the store has the same already or no longer */
  FwPersonWords *words;          /* of an employee */
  gboolean       hashed;         /* the event's hash knows it already */
  GError        *error;          /* why it cannot be stored: said at its turn */
} FwStep;

FwStep  *_fw_step_new   (FwCommand *command,
                         guint      index,
                         FwPinyin  *pinyin);
void     _fw_step_merge (FwStep    *self,
                         FwRecord  *stored,
                         FwPinyin  *pinyin);
void     _fw_step_free  (FwStep    *self);

G_END_DECLS
