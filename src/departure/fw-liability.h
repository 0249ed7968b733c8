#pragma once

#include "core/fw-number.h"
#include "departure/fw-workplace.h"
#include "store/fw-record.h"

G_BEGIN_DECLS

/* By what the sums are told apart. */
typedef enum
{
  FW_LIABILITY_BY_EMPLOYER,
  FW_LIABILITY_BY_BRANCH,
  FW_LIABILITY_BY_DEPARTMENT,
  FW_N_LIABILITY_GROUPINGS,
} FwLiabilityGrouping;

/**
 * FwLiabilityRow:
 * @name: (nullable): %NULL: of whom none is on record
 * @depth: of a department in the tree; a department's sums have its parts in them
 * @people: everybody who was employed on the day
 * @known: of whom every amount is known, and who alone are in the sums
 * @uncapped: of these, those for whose place no average wage is confirmed: nothing was capped
 */
typedef struct
{
  char *id;
  char *name;
  guint depth;
  guint people;
  guint known;
  guint uncapped;
  FwNumber *severance;
  FwNumber *with_notice;
  FwNumber *damages;
} FwLiabilityRow;

/* A figure that is lacking, and for how many. */
typedef struct
{
  char *id;
  char *zh;
  char *en;
  guint people;
} FwLiabilityGap;

/* One person's amounts; NULL where they cannot be reckoned. */
typedef struct
{
  FwRecord *employee;
  const char *employer;
  const char *branch;
  const char *department;
  FwNumber *severance;
  FwNumber *with_notice;
  FwNumber *damages;
  guint digits;           /* of the currency, after the point */
  gboolean uncapped;
  GPtrArray *gaps;        /* FwLiabilityGap; NULL: none */
} FwLiabilityPerson;

/**
 * FwLiability:
 *
 * What it would cost if a day were everybody's last. Never changed once made.
 */
typedef struct _FwLiability FwLiability;

#define FW_TYPE_LIABILITY (fw_liability_get_type ())
GType                 fw_liability_get_type     (void);

/* On any of the threads that reckon, one at a time, in the order in which the people came into the store. */
typedef void (*FwLiabilityPersonFunc)   (const FwLiabilityPerson *person,
                                         gpointer                 user_data);
typedef void (*FwLiabilityProgressFunc) (guint                    done,
                                         guint                    all,
                                         gpointer                 user_data);

FwLiability          *fw_liability_reckon       (FwStore                 *store,
                                                 FwDate                   on,
                                                 guint                    n_threads,
                                                 FwLiabilityPersonFunc    person_func,
                                                 FwLiabilityProgressFunc  progress_func,
                                                 gpointer                 user_data,
                                                 GCancellable            *cancellable,
                                                 GError                 **error);
void                  fw_liability_reckon_async (FwWorkplace             *workplace,
                                                 FwDate                   on,
                                                 GFile                   *file,
                                                 FwLiabilityProgressFunc  progress_func,
                                                 gpointer                 progress_data,
                                                 GDestroyNotify           progress_data_free,
                                                 GCancellable            *cancellable,
                                                 GAsyncReadyCallback      callback,
                                                 gpointer                 user_data);
FwLiability          *fw_liability_reckon_finish (GAsyncResult           *result,
                                                 GError                 **error);
FwLiability          *fw_liability_write        (FwStore                 *store,
                                                 FwDate                   on,
                                                 const char              *who,
                                                 gboolean                 chinese,
                                                 GOutputStream           *stream,
                                                 FwLiabilityProgressFunc  progress_func,
                                                 gpointer                 progress_data,
                                                 GCancellable            *cancellable,
                                                 GError                 **error);

FwLiability          *fw_liability_ref          (FwLiability             *self);
void                  fw_liability_unref        (FwLiability             *self);
FwDate                fw_liability_get_on       (const FwLiability       *self);
guint                 fw_liability_get_digits   (const FwLiability       *self);
const char           *fw_liability_get_assumes  (const FwLiability       *self,
                                                 gboolean                 chinese);
gboolean              fw_liability_is_reviewed  (const FwLiability       *self);
const FwLiabilityRow *fw_liability_get_total    (const FwLiability       *self);
GPtrArray            *fw_liability_get_rows     (const FwLiability       *self,
                                                 FwLiabilityGrouping      grouping);
GPtrArray            *fw_liability_get_gaps     (const FwLiability       *self);
const char           *fw_liability_grouping_get_name (FwLiabilityGrouping grouping);
gboolean              fw_liability_grouping_from_name (const char        *name,
                                                 FwLiabilityGrouping     *grouping);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwLiability, fw_liability_unref)

G_END_DECLS
