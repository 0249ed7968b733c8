#pragma once

#include <gtk/gtk.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwLiabilityPage:
 *
 * What it would cost if today were everybody's last day: sums, by what they are told apart, and what is lacking.
 *
 * Signal "left": back to where it was opened.
 */
#define FW_TYPE_LIABILITY_PAGE (fw_liability_page_get_type ())
G_DECLARE_FINAL_TYPE (FwLiabilityPage, fw_liability_page, FW, LIABILITY_PAGE, GtkWidget)

void fw_liability_page_show       (FwLiabilityPage *self,
                                   FwWorkplace     *workplace);
void fw_liability_page_clear      (FwLiabilityPage *self);
void fw_liability_page_set_narrow (FwLiabilityPage *self,
                                   gboolean         narrow);

G_END_DECLS
