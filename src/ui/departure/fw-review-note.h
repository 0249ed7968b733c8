#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FwReviewNote:
 *
 * Says whether a lawyer has reviewed the law by which a case (property "case") is judged. Stands wherever that law decides.
 */
#define FW_TYPE_REVIEW_NOTE (fw_review_note_get_type ())
G_DECLARE_FINAL_TYPE (FwReviewNote, fw_review_note, FW, REVIEW_NOTE, GtkWidget)

G_END_DECLS
