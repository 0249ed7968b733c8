#pragma once

#include "departure/fw-workplace.h"
#include "store/fw-store.h"
#include "ui/employees/fw-entry-basis.h"
#include "ui/employees/fw-own-field.h"

G_BEGIN_DECLS

/**
 * FwPersonReading:
 * @overview: (nullable): the row of the list of employees
 * @person: the person's own record
 * @employment: (nullable): the latest contract
 * @protections: (element-type FwRecord): what protects this person, known to the store
 * @records: (element-type FwRecord): everything else, the newest first
 * @names: what references point at: id → name
 * @own: (element-type FwOwnField): what only this company keeps of its people, in its order, also where it is not known
 * @basis: what is needed to change any of it by hand
 * @average_pay: (nullable): of the last twelve months, exact to the cent; %NULL where a month is missing
 * @months_missing: how many of those months have no pay on record
 *
 * All that the store knows of one person, read at once on a worker thread. Immutable afterwards.
 */
typedef struct
{
  FwRecord     *overview;
  FwRecord     *person;
  FwRecord     *employment;
  GPtrArray    *protections;
  GPtrArray    *records;
  GHashTable   *names;
  GPtrArray    *own;
  FwEntryBasis *basis;
  char         *average_pay;
  int           months_missing;
} FwPersonReading;

void             fw_person_reading_free   (FwPersonReading     *reading);
void             fw_person_read_async     (FwWorkplace         *workplace,
                                           const char          *employee_id,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
FwPersonReading *fw_person_read_finish    (GAsyncResult        *result,
                                           GError             **error);
char            *fw_person_average_pay    (GPtrArray           *wages,
                                           FwDate               hired,
                                           FwDate               today,
                                           int                 *months_missing);
GPtrArray       *fw_person_reading_find_kind (const FwPersonReading *reading,
                                           const char          *kind);
const char      *fw_person_record_day     (FwRecord            *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwPersonReading, fw_person_reading_free)

G_END_DECLS
