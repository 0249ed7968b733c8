#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

/**
 * FwFoundCard:
 *
 * What the person's records hold of a material: each record with its day, the question that somebody has to answer before it
 * counts, and the button that takes it in. Signal "take".
 */
#define FW_TYPE_FOUND_CARD (fw_found_card_get_type ())
G_DECLARE_FINAL_TYPE (FwFoundCard, fw_found_card, FW, FOUND_CARD, GtkWidget)

void fw_found_card_show (FwFoundCard *self,
                         FwCaseItem  *material);
void fw_found_card_suggest (FwFoundCard *self,
                         gboolean     suggest);

G_END_DECLS
