#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FwJurisdictions:
 * @ids: of the packs that are installed
 * @titles: what they are called in the language that was asked for
 * @time_zones: where "today" is in each; empty where the pack does not say
 */
typedef struct
{
  GStrv ids;
  GStrv titles;
  GStrv time_zones;
} FwJurisdictions;

void             fw_jurisdictions_free       (FwJurisdictions     *jurisdictions);
void             fw_jurisdictions_list_async (const char          *language,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
FwJurisdictions *fw_jurisdictions_list_finish (GAsyncResult       *result,
                                               GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwJurisdictions, fw_jurisdictions_free)

G_END_DECLS
