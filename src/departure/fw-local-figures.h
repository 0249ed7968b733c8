#pragma once

#include "departure/fw-workplace.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

/**
 * FwFigureEntry:
 * @jurisdiction: id of the pack, such as "CN"
 * @place: the city as the store names it
 * @kind: average-monthly-wage, minimum-monthly-wage or average-annual-wage-for-tax
 * @year: (nullable): the year it is of, four digits
 * @amount: a plain decimal above zero
 * @from: (nullable): the first day on which it holds, ISO
 * @until: (nullable): the last
 * @source: where it was found, never empty
 * @confidence: (nullable): high, medium or low
 *
 * A local figure as a person writes it down. Texts are borrowed.
 */
typedef struct
{
  const char *jurisdiction;
  const char *place;
  const char *kind;
  const char *year;
  const char *amount;
  const char *from;
  const char *until;
  const char *source;
  const char *confidence;
} FwFigureEntry;

GStrv    fw_local_figures_dup_cities    (FwStore              *store,
                                         char                **jurisdiction);
gboolean fw_local_figures_is_over       (FwRecord             *figure,
                                         FwDate                day);
FwEvent *fw_local_figures_enter         (FwWorkplace          *workplace,
                                         const FwFigureEntry  *entry,
                                         const char           *corrects,
                                         GError              **error);
void     fw_local_figures_enter_async   (FwWorkplace          *workplace,
                                         const FwFigureEntry  *entry,
                                         const char           *corrects,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
FwEvent *fw_local_figures_confirm       (FwWorkplace          *workplace,
                                         const char *const    *figures,
                                         GError              **error);
void     fw_local_figures_confirm_async (FwWorkplace          *workplace,
                                         const char *const    *figures,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
FwEvent *fw_local_figures_finish        (FwWorkplace          *workplace,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
