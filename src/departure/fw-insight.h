#pragma once

#include "departure/fw-leaving-records.h"
#include "insight/fw-headline.h"
#include "insight/fw-reasons.h"
#include "insight/fw-talks.h"
#include "insight/fw-tenure.h"
#include "insight/fw-turnover.h"

G_BEGIN_DECLS

/* What stands for a reason: what was found in talks, one by one or by groups, what the resignation said, or the kind of
 * departure. */
typedef enum
{
  FW_INSIGHT_BY_REASON,
  FW_INSIGHT_BY_REASON_GROUP,
  FW_INSIGHT_BY_STATED_REASON,
  FW_INSIGHT_BY_KIND,
} FwInsightReasons;

#define FW_INSIGHT_EVERY_GROUP ((1u << FW_N_LEAVING_GROUPS) - 1)
#define FW_INSIGHT_EVERY_KIND ((1u << FW_N_LEAVING_KINDS) - 1)

/**
 * FwInsightFilter:
 * @from: the first month, by any day of it; unknown: since leavings were kept
 * @until: the last day; unknown: today
 * @branch_id: (nullable): only its people
 * @department_id: (nullable): only its people and those of its parts, on each day
 * @groups: which groups of leavers, a bit for each #FwLeavingGroup
 * @kinds: which kinds, a bit for each #FwLeavingKind
 *
 * What is looked at. The headcount is never narrowed by the kind of leaving.
 */
typedef struct
{
  FwDate from;
  FwDate until;
  const char *branch_id;
  const char *department_id;
  guint groups;
  guint kinds;
  FwInsightReasons reasons;
} FwInsightFilter;

#define FW_INSIGHT_FILTER_INIT                                                                                         \
  {                                                                                                                    \
    .groups = FW_INSIGHT_EVERY_GROUP, .kinds = FW_INSIGHT_EVERY_KIND                                                   \
  }

/**
 * FwInsight:
 *
 * The figures of one filter, and who stands behind each of them. Never changed once made.
 */
#define FW_TYPE_INSIGHT (fw_insight_get_type ())
G_DECLARE_FINAL_TYPE (FwInsight, fw_insight, FW, INSIGHT, GObject)

FwInsight        *fw_insight_new                 (FwLeavingRecords       *records,
                                                  const FwInsightFilter  *filter,
                                                  FwDate                  today);
void              fw_insight_read_async          (FwStore                *store,
                                                  FwLeavingRecords       *records,
                                                  const FwInsightFilter  *filter,
                                                  FwDate                  today,
                                                  GCancellable           *cancellable,
                                                  GAsyncReadyCallback     callback,
                                                  gpointer                user_data);
FwInsight        *fw_insight_read_finish         (GAsyncResult           *result,
                                                  GError                **error);
FwLeavingRecords *fw_insight_get_records         (FwInsight              *self);
const FwInsightFilter *fw_insight_get_filter     (FwInsight              *self);
FwDate            fw_insight_get_from            (FwInsight              *self);
FwDate            fw_insight_get_until           (FwInsight              *self);
const FwTurnover *fw_insight_get_turnover        (FwInsight              *self);
const FwReasons  *fw_insight_get_reasons         (FwInsight              *self);
const FwTenure   *fw_insight_get_tenure          (FwInsight              *self);
const FwTalks    *fw_insight_get_talks           (FwInsight              *self);
GArray           *fw_insight_list_talked         (FwInsight              *self,
                                                  const GArray           *talks,
                                                  gboolean                people);
const FwHeadline *fw_insight_get_headline        (FwInsight              *self);
double            fw_insight_person_day_average  (FwInsight              *self,
                                                  FwDate                  from,
                                                  FwDate                  until);
guint             fw_insight_count_on_one_day    (FwInsight              *self,
                                                  FwDate                 *day);
GArray           *fw_insight_list_left           (FwInsight              *self,
                                                  FwDate                  from,
                                                  FwDate                  until,
                                                  int                     group);
GArray           *fw_insight_list_with_reason    (FwInsight              *self,
                                                  guint                   row);
GArray           *fw_insight_list_with_tenure    (FwInsight              *self,
                                                  guint                   first_month,
                                                  guint                   end_month);

G_END_DECLS
