#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *fw_paths_find_data     (const char *relative);
GPtrArray  *fw_paths_data_folders  (void);
const char *fw_paths_locale_folder (void);
const char *fw_paths_schema_folder (void);

G_END_DECLS
