#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *fw_uuid_new      (void);
gboolean fw_uuid_is_valid (const char *text);

G_END_DECLS
