#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

/**
 * FwRecordPicked:
 * @kind: the kind of the record that was picked
 * @id: its id
 *
 * The user picked a record of this person as a material.
 */
typedef void (*FwRecordPicked) (const char *kind,
                                const char *id,
                                gpointer    data);

void fw_record_dialog_present (GtkWindow      *parent,
                               FwCase         *departure,
                               FwRecordPicked  picked,
                               gpointer        data,
                               GDestroyNotify  destroy);

G_END_DECLS
