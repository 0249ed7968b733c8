#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FwReasonGiven:
 * @reason: what the user wrote, never empty
 */
typedef void (*FwReasonGiven) (const char *reason,
                               gpointer    data);

void fw_reason_dialog_present (GtkWindow      *parent,
                               const char     *heading,
                               const char     *body,
                               const char     *verb,
                               FwReasonGiven   given,
                               gpointer        data,
                               GDestroyNotify  destroy);

G_END_DECLS
