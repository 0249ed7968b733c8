#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that a command writes: its place is taken before the store is changed, and it is there whole or not at all. */
typedef struct _FwCliOutput FwCliOutput;

FwCliOutput *fw_cli_output_new    (const char   *path,
                                   GError      **error);
gboolean     fw_cli_output_write  (FwCliOutput  *self,
                                   GBytes       *bytes,
                                   GError      **error);
gboolean     fw_cli_output_finish (FwCliOutput  *self,
                                   GError      **error);
void         fw_cli_output_free   (FwCliOutput  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwCliOutput, fw_cli_output_free)

G_END_DECLS
