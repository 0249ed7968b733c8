#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *fw_paths_find_data     (const char *relative);
GPtrArray *fw_paths_data_folders (void);

G_END_DECLS
