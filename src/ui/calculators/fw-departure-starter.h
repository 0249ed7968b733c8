#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwDepartureStarter:
 *
 * Asks whose departure it is and opens it with what is known already. Signal "started" (the case).
 */
#define FW_TYPE_DEPARTURE_STARTER (fw_departure_starter_get_type ())
G_DECLARE_FINAL_TYPE (FwDepartureStarter, fw_departure_starter, FW, DEPARTURE_STARTER, AdwWindow)

FwDepartureStarter *fw_departure_starter_new (FwWorkplace *workplace,
                                              GtkWindow   *parent,
                                              const char  *kind,
                                              GHashTable  *facts);

G_END_DECLS
