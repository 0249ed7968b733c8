#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FwDate:
 *
 * A legal day: a plain local date of the Gregorian calendar, without time or zone, passed by value.
 * All fields zero means unknown; an unknown date never compares, adds or counts.
 */
typedef struct
{
  gint16 year;
  guint8 month;
  guint8 day;
} FwDate;

/**
 * FwSpan:
 *
 * The distance between two days as whole calendar months and the days left over.
 */
typedef struct
{
  int months;
  int days;
} FwSpan;

#define FW_DATE_UNKNOWN ((FwDate) { 0, 0, 0 })

FwDate    fw_date_new             (int           year,
                                   int           month,
                                   int           day);
FwDate    fw_date_from_string     (const char   *text);
char     *fw_date_to_string       (FwDate        date);
gboolean  fw_date_is_known        (FwDate        date);
int       fw_date_compare         (FwDate        a,
                                   FwDate        b);
FwDate    fw_date_add_days        (FwDate        date,
                                   int           days);
FwDate    fw_date_add_months      (FwDate        date,
                                   int           months);
FwDate    fw_date_add_years       (FwDate        date,
                                   int           years);
int       fw_date_days_between    (FwDate        from,
                                   FwDate        to);
FwSpan    fw_date_span            (FwDate        from,
                                   FwDate        end);
FwDate    fw_date_month_end       (FwDate        date);
int       fw_date_weekday         (FwDate        date);
FwDate    fw_date_today           (GTimeZone    *zone);

G_END_DECLS
