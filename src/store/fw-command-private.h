#pragma once

#include "store/fw-command.h"

G_BEGIN_DECLS

typedef struct
{
  FwRecord *record;     /* put; else NULL */
  char *removed_kind;
  char *removed_id;
} FwCommandStep;

guint       _fw_command_get_n_steps  (FwCommand *self);
FwRecord   *_fw_command_make_record  (FwCommand *self,
                                      guint      index);
const FwCommandStep *_fw_command_get_step (FwCommand *self,
                                      guint      index);
GPtrArray  *_fw_command_get_subjects (FwCommand *self);   /* of char* */
GPtrArray  *_fw_command_get_drafts   (FwCommand *self);   /* of char*, owner and key in turns */
const char *_fw_command_get_what     (FwCommand *self);
const char *_fw_command_get_who      (FwCommand *self);
const char *_fw_command_get_why      (FwCommand *self);
char       *_fw_command_dup_details  (FwCommand *self);
void        _fw_command_tell         (FwCommand *self,
                                      guint      done);

G_END_DECLS
