#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FwSignaturePad:
 *
 * White paper to sign on with a pen, a finger or the mouse. Delete wipes it. Whoever cannot draw signs on the print instead: the page
 * that shows the pad says so. Signal: "signed", after each stroke and when it was wiped.
 */
#define FW_TYPE_SIGNATURE_PAD (fw_signature_pad_get_type ())
G_DECLARE_FINAL_TYPE (FwSignaturePad, fw_signature_pad, FW, SIGNATURE_PAD, GtkWidget)

GtkWidget *fw_signature_pad_new     (const char     *who);
char      *fw_signature_pad_dup_ink (FwSignaturePad *self);
void       fw_signature_pad_wipe    (FwSignaturePad *self);

G_END_DECLS
