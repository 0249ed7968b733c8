#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

#define FW_TYPE_PASSPHRASES_PAGE (fw_passphrases_page_get_type ())
G_DECLARE_FINAL_TYPE (FwPassphrasesPage, fw_passphrases_page, FW, PASSPHRASES_PAGE, AdwPreferencesPage)

void fw_passphrases_page_set_workplace (FwPassphrasesPage *self,
                                        FwWorkplace       *workplace);

G_END_DECLS
