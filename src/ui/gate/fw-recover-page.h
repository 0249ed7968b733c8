#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FwRecoverPage:
 *
 * Opens the records after a forgotten passphrase: the code of the recovery sheet, and a new passphrase. Signal
 * "recover" when both are there; signal "back".
 */
#define FW_TYPE_RECOVER_PAGE (fw_recover_page_get_type ())
G_DECLARE_FINAL_TYPE (FwRecoverPage, fw_recover_page, FW, RECOVER_PAGE, GtkWidget)

void        fw_recover_page_ask            (FwRecoverPage      *self,
                                            const char *const  *labels);
char       *fw_recover_page_dup_code       (FwRecoverPage      *self);
const char *fw_recover_page_get_label      (FwRecoverPage      *self);
const char *fw_recover_page_get_passphrase (FwRecoverPage      *self);
void        fw_recover_page_set_busy       (FwRecoverPage      *self,
                                            gboolean            busy);
void        fw_recover_page_show_problem   (FwRecoverPage      *self,
                                            const char         *problem);
void        fw_recover_page_forget         (FwRecoverPage      *self);

G_END_DECLS
