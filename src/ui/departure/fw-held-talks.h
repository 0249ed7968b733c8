#pragma once

#include <gtk/gtk.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

/**
 * FwHeldTalks:
 *
 * The talks on record of a case or a person, the newest first; each opens its minutes. Hidden where there is none.
 */
#define FW_TYPE_HELD_TALKS (fw_held_talks_get_type ())
G_DECLARE_FINAL_TYPE (FwHeldTalks, fw_held_talks, FW, HELD_TALKS, GtkWidget)

void fw_held_talks_show (FwHeldTalks *self,
                         FwWorkplace *workplace,
                         const char  *field,
                         const char  *id);
void fw_held_talks_show_case (FwHeldTalks *self,
                              FwCase      *departure);

G_END_DECLS
