#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FW_PASSPHRASE_LEAST_LEVEL 2

int         fw_passphrase_level    (const char *passphrase);
char       *fw_passphrase_describe (const char *passphrase);
const char *fw_passphrase_name     (const char *label);

G_END_DECLS
