#pragma once

#include "departure/fw-workplace.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *text;
} FwLawOption;

/* One way in which the law is read in two ways, or a rule that the company sets itself. */
typedef struct
{
  char *id;
  char *title;
  char *warning;
  char *article;      /* nullable */
  gboolean by_city;   /* chosen for each city, else for the company */
  gboolean is_number; /* no options: a whole number */
  GPtrArray *options; /* FwLawOption */
  GHashTable *values; /* place, "" for the company → what counts there */
  GHashTable *defaults; /* the same → what the pack has there */
} FwLawReading;

/**
 * FwLawReadings:
 * @cities: of the company, as the store names them
 * @readings: (element-type FwLawReading): in the order of the pack
 */
typedef struct
{
  GStrv cities;
  GPtrArray *readings;
} FwLawReadings;

void           fw_law_readings_free        (FwLawReadings        *self);
FwLawReadings *fw_law_readings_read        (FwWorkplace          *workplace,
                                            GError              **error);
void           fw_law_readings_read_async  (FwWorkplace          *workplace,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
FwLawReadings *fw_law_readings_read_finish (FwWorkplace          *workplace,
                                            GAsyncResult         *result,
                                            GError              **error);
FwEvent       *fw_law_readings_choose      (FwWorkplace          *workplace,
                                            const char           *id,
                                            const char           *place,
                                            const char           *value,
                                            GError              **error);
void           fw_law_readings_choose_async (FwWorkplace         *workplace,
                                            const char           *id,
                                            const char           *place,
                                            const char           *value,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
FwEvent       *fw_law_readings_choose_finish (FwWorkplace        *workplace,
                                            GAsyncResult         *result,
                                            GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwLawReadings, fw_law_readings_free)

G_END_DECLS
