#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FwRestorePage:
 *
 * Makes a store of a backup: which file, the passphrase that opens it, how far it has come. Signal "restored"
 * (passphrase) when the store is there; signal "back".
 */
#define FW_TYPE_RESTORE_PAGE (fw_restore_page_get_type ())
G_DECLARE_FINAL_TYPE (FwRestorePage, fw_restore_page, FW, RESTORE_PAGE, GtkWidget)

void fw_restore_page_ask    (FwRestorePage *self,
                             const char    *folder,
                             const char    *who);
void fw_restore_page_forget (FwRestorePage *self);

G_END_DECLS
