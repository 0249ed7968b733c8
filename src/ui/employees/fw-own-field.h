#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

/**
 * FwOwnField:
 * @shape: its type; its name is the company's
 * @label: what the company calls it, in the language of the window where it has such a name
 * @field: the record of kind custom-field
 * @value: (nullable): the record of kind custom-value; %NULL where nothing is known
 *
 * What only this company keeps, of one record. Immutable.
 */
typedef struct
{
  FwField   shape;
  char     *label;
  FwRecord *field;
  FwRecord *value;
} FwOwnField;

void      fw_own_field_free     (gpointer           self);
gboolean  fw_own_fields_read    (FwStore           *store,
                                 const char        *kind,
                                 const char        *record_id,
                                 gboolean           chinese,
                                 GPtrArray         *into,
                                 GCancellable      *cancellable,
                                 GError           **error);
char     *fw_own_field_describe (const FwOwnField  *self);
char    **fw_own_field_dup_choices (const FwOwnField *self);
char     *fw_own_field_read     (const FwOwnField  *self,
                                 const char        *text,
                                 FwDate             today,
                                 char             **problem);
gboolean  fw_own_field_change   (const FwOwnField  *self,
                                 const char        *record_id,
                                 const char        *value,
                                 FwCommand         *command);

G_END_DECLS
