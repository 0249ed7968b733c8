#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean  _fw_folder_make        (const char  *path,
                                  GError     **error);
gboolean  _fw_folder_is_empty    (const char  *path);
gboolean  _fw_folder_sync        (const char  *path,
                                  GError     **error);
int       _fw_folder_make_file   (const char  *path,
                                  GError     **error);
gboolean  _fw_folder_write_file  (const char  *path,
                                  const char  *text,
                                  GError     **error);
void      _fw_folder_remove      (const char  *path);
gboolean  _fw_write_all          (int          fd,
                                  const void  *bytes,
                                  gsize        size,
                                  GError     **error);

G_END_DECLS
