#pragma once

#include <adwaita.h>

#include "store/fw-record-kinds.h"

G_BEGIN_DECLS

/* @object is what fw_field_row_tell () was given. */
typedef void (*FwFieldRowFunc) (gpointer   object,
                                GtkWidget *row);

GtkWidget     *fw_field_row_new           (const FwField *field,
                                           char         **choices);
GtkWidget     *fw_field_row_new_named     (const FwField *field,
                                           const char    *word,
                                           char         **choices);
GtkWidget     *fw_field_row_new_long      (const FwField *field);
const FwField *fw_field_row_get_field     (GtkWidget     *row);
const char    *fw_field_row_get_word      (const FwField *field);
void           fw_field_row_set           (GtkWidget     *row,
                                           const char    *value);
char          *fw_field_row_dup           (GtkWidget     *row);
void           fw_field_row_focus         (GtkWidget     *row);
void           fw_field_row_tell          (GtkWidget     *row,
                                           FwFieldRowFunc func,
                                           gpointer       object);
void           fw_field_row_forget_typing (GtkWidget     *row);

G_END_DECLS
