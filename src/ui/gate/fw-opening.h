#pragma once

#include <gio/gio.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

typedef struct _FwOpening FwOpening;

/**
 * FwOpening:
 * @folder: where the store is or shall be
 * @passphrase: what opens it
 * @company: (nullable): for a new store: the employer's name as it stands on contracts
 * @place: (nullable): for a new store: the employer's city
 * @jurisdiction: (nullable): for a new store: the pack that holds
 * @time_zone: (nullable): for a new store: where "today" is; %NULL is "UTC"
 * @who: who is working
 * @language: "zh" or "en"
 * @today: the day to work on; unknown is the store's own today
 */
struct _FwOpening
{
  const char *folder;
  const char *passphrase;
  const char *company;
  const char *place;
  const char *jurisdiction;
  const char *time_zone;
  const char *who;
  const char *language;
  FwDate      today;
};

void         fw_opening_create_async (const FwOpening     *opening,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
void         fw_opening_open_async   (const FwOpening     *opening,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
FwWorkplace *fw_opening_finish       (GAsyncResult        *result,
                                      GError             **error);

G_END_DECLS
