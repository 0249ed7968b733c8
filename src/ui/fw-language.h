#pragma once

#include <glib.h>

G_BEGIN_DECLS

void        fw_language_apply (const char *language);
const char *fw_language_get   (void);

G_END_DECLS
