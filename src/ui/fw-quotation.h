#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *fw_quotation_dup (const char *said);

G_END_DECLS
