#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FwNewPassphrase:
 *
 * Asks for a passphrase twice and says how strong it is. Signal "changed"; signal "activated" when Enter is pressed in
 * the last row.
 */
#define FW_TYPE_NEW_PASSPHRASE (fw_new_passphrase_get_type ())
G_DECLARE_FINAL_TYPE (FwNewPassphrase, fw_new_passphrase, FW, NEW_PASSPHRASE, GtkWidget)

const char *fw_new_passphrase_get_text      (FwNewPassphrase *self);
const char *fw_new_passphrase_find_problem  (FwNewPassphrase *self);
gboolean    fw_new_passphrase_differs       (FwNewPassphrase *self);
void        fw_new_passphrase_forget        (FwNewPassphrase *self);

G_END_DECLS
