#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *fw_jurisdiction_dup_time_zone (const char *id);

G_END_DECLS
