#pragma once

#include "departure/fw-case.h"

G_BEGIN_DECLS

/* What of some files was taken in. */
typedef struct
{
  guint taken;
  char *refused; /* owned, nullable: what was not and why, in the window's words, a line each */
} FwFileIntake;

void          fw_file_intake_async  (FwCase               *departure,
                                     const char           *material,
                                     GPtrArray            *files,
                                     FwDate                day,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
FwFileIntake *fw_file_intake_finish (FwCase               *departure,
                                     GAsyncResult         *result);
void          fw_file_intake_free   (FwFileIntake         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwFileIntake, fw_file_intake_free)

G_END_DECLS
