#pragma once

#include <gtk/gtk.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

/**
 * FwAnswerField:
 *
 * One fact that a person can say: its name, and an entry fit for its kind. What is typed goes into the case at once.
 */
#define FW_TYPE_ANSWER_FIELD (fw_answer_field_get_type ())
G_DECLARE_FINAL_TYPE (FwAnswerField, fw_answer_field, FW, ANSWER_FIELD, GtkWidget)

GtkWidget *fw_answer_field_new       (FwCase        *departure,
                                      const char    *path,
                                      const char    *label,
                                      const char    *kind,
                                      const char    *hint);
GtkWidget *fw_answer_field_new_blank (FwCase        *departure,
                                      FwCaseItem    *blank);
void       fw_answer_field_refresh   (FwAnswerField *self);
gboolean   fw_answer_field_is_typed  (FwAnswerField *self);
char      *fw_answer_field_read_day  (const char    *text);

G_END_DECLS
