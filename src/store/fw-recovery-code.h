#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A recovery code is six groups of five characters, the last of each a check on the four before it. */
#define FW_RECOVERY_CODE_GROUPS 6
#define FW_RECOVERY_CODE_GROUP_SIZE 5

char *fw_recovery_code_new  (void);
char *fw_recovery_code_read (const char *typed,
                             guint      *wrong_group);

G_END_DECLS
