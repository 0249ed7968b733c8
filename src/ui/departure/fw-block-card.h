#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

/**
 * FwBlockCard:
 *
 * One thing that the law does not allow: what it is, its article, until when, and the ways out.
 */
#define FW_TYPE_BLOCK_CARD (fw_block_card_get_type ())
G_DECLARE_FINAL_TYPE (FwBlockCard, fw_block_card, FW, BLOCK_CARD, GtkWidget)

GtkWidget *fw_block_card_new (FwCase        *departure,
                              FwFindingItem *finding,
                              gboolean       suggest,
                              gboolean       narrow);

G_END_DECLS
