#pragma once

#include "core/fw-date.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

/* How many days before its end a contract or a probation needs attention. */
#define FW_SEARCH_ATTENTION_DAYS 60

/**
 * FwEmployeeFilter:
 * @department_id: (nullable): only people of this department and those below it
 * @status: (nullable): only people of this status; several joined by '|' ("active|leaving")
 * @ends_from: only people who have not left and whose contract ends on this day or later; unknown: any
 * @ends_until: only people who have not left and whose contract ends on this day or earlier; unknown: any
 * @open_ended: only people who have not left and whose contract has no end by its kind
 * @tenure_from: only people of at least so many whole months of service by their latest employment; 0: any
 * @tenure_below: only people of fewer whole months of service; 0: any
 * @today: the day by which service is counted, for those who have not left; needed for tenure
 * @order: (nullable): the field of employee-overview to order by, one of fw_search_orders(); %NULL is the name,
 *   by pinyin. Equal ones stay in the order of names, unknown comes last
 * @descending: the other way round; unknown still comes last
 *
 * Which people, and in which order. All zero is everybody by name.
 */
typedef struct
{
  const char *department_id;
  const char *status;
  FwDate ends_from;
  FwDate ends_until;
  gboolean open_ended;
  int tenure_from;
  int tenure_below;
  FwDate today;
  const char *order;
  gboolean descending;
} FwEmployeeFilter;

/**
 * FwEmployeeAnswer:
 * @seqs: (element-type guint32): row numbers in order; shared, not to be changed
 * @n_found: how many there are; more than @seqs has where only the beginning is known yet
 * @n_people: how many people there are in all
 * @rows: (element-type FwRecord): employee-overview of the first ones
 */
typedef struct
{
  GArray *seqs;
  guint n_found;
  guint n_people;
  GPtrArray *rows;
} FwEmployeeAnswer;

void              fw_employee_answer_free     (FwEmployeeAnswer       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwEmployeeAnswer, fw_employee_answer_free)

void              fw_store_prepare_searches   (FwStore                *self,
                                               GCancellable           *cancellable);
GArray           *fw_store_search             (FwStore                *self,
                                               const char             *text,
                                               const FwEmployeeFilter *filter,
                                               GCancellable           *cancellable,
                                               GError                **error);
FwEmployeeAnswer *fw_store_find_people        (FwStore                *self,
                                               const char             *text,
                                               const FwEmployeeFilter *filter,
                                               guint                   n_rows,
                                               gboolean                whole,
                                               GCancellable           *cancellable,
                                               GError                **error);
void              fw_store_find_people_async  (FwStore                *self,
                                               const char             *text,
                                               const FwEmployeeFilter *filter,
                                               guint                   n_rows,
                                               gboolean                whole,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
FwEmployeeAnswer *fw_store_find_people_finish (FwStore                *self,
                                               GAsyncResult           *result,
                                               GError                **error);
GPtrArray        *fw_store_read_people        (FwStore                *self,
                                               const guint32          *seqs,
                                               gsize                   n_seqs,
                                               GCancellable           *cancellable,
                                               GError                **error);
void              fw_store_read_people_async  (FwStore                *self,
                                               const guint32          *seqs,
                                               gsize                   n_seqs,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
GPtrArray        *fw_store_read_people_finish (FwStore                *self,
                                               GAsyncResult           *result,
                                               GError                **error);
const char *const *fw_search_orders           (void);

G_END_DECLS
