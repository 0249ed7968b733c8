#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FwChangesCard:
 *
 * Says what a change of law, local figures or readings did to a case (property "case"): why, the amounts and checks before and
 * after. Until the first paper it waits to be acknowledged; afterwards it tells, and offers to move the case with a reason.
 */
#define FW_TYPE_CHANGES_CARD (fw_changes_card_get_type ())
G_DECLARE_FINAL_TYPE (FwChangesCard, fw_changes_card, FW, CHANGES_CARD, GtkBox)

G_END_DECLS
