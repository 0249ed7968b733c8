#pragma once

#include "departure/fw-case-types.h"
#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwTodaySort:
 * @FW_TODAY_TASK: somebody took it on for a case; text: what
 * @FW_TODAY_DEADLINE: the law's or the pack's day of a case that is carried out; text: what
 * @FW_TODAY_LOOK_AGAIN: a case that waits was to be looked at again; text: why it waits
 * @FW_TODAY_APPROVE: a case waits for approval
 * @FW_TODAY_RETURNED: a case was returned
 * @FW_TODAY_DELIVER: a paper was issued and has not reached the person; text: the paper
 * @FW_TODAY_CONTRACT_END: a contract ends, or has ended and somebody still works
 * @FW_TODAY_PROBATION_END: a probation ends
 * @FW_TODAY_PROTECTION_END: a protection ends; text: its kind
 * @FW_TODAY_TALK: a talk was begun and not ended; due: the day of the talk
 * @FW_TODAY_MINUTES: a talk was ended and its minutes are not on record; due: the day of the talk
 * @FW_TODAY_SIGNED_PRINT: minutes were to be signed on paper, and the signed print is not on file; due: the day of the talk
 * @FW_TODAY_SURVEY: somebody left some weeks ago and has not been asked how it was handled
 * @FW_TODAY_BACKUP: there is no backup of the last days; due: the day by which one was asked for
 * @FW_TODAY_BELOW_TARGET: two months under four fifths of a target; text: the measure, count: percent of the last month
 * @FW_TODAY_FIGURE: a local figure that nobody has confirmed; text: what it is, count: open cases that use it
 * @FW_TODAY_CHANGED: law, figures or readings changed what comes of a case, and nobody has seen it yet; text: the severance before and
 *   after, as far as it is another
 *
 * What there is to do. All but the last three are in the book of what is due.
 */
typedef enum
{
  FW_TODAY_TASK,
  FW_TODAY_DEADLINE,
  FW_TODAY_LOOK_AGAIN,
  FW_TODAY_APPROVE,
  FW_TODAY_RETURNED,
  FW_TODAY_DELIVER,
  FW_TODAY_CONTRACT_END,
  FW_TODAY_PROBATION_END,
  FW_TODAY_PROTECTION_END,
  FW_TODAY_TALK,
  FW_TODAY_MINUTES,
  FW_TODAY_SIGNED_PRINT,
  FW_TODAY_SURVEY,
  FW_TODAY_BACKUP,
  FW_TODAY_BELOW_TARGET,
  FW_TODAY_FIGURE,
  FW_TODAY_CHANGED,
} FwTodaySort;

/**
 * FwTodayItem:
 * @due: the day by which; unknown where there is none
 * @employee: (nullable): id of the person it is about
 * @name: (nullable): of that person
 * @post: (nullable): position and department
 * @case_id: (nullable): the case it is about
 * @ground: (nullable): of the case
 * @text: (nullable): see #FwTodaySort
 */
typedef struct
{
  FwTodaySort sort;
  FwDate      due;
  char       *employee;
  char       *name;
  char       *post;
  char       *case_id;
  char       *ground;
  char       *text;
  gint64      count;
} FwTodayItem;

/**
 * FwTodayCase:
 * @kind: of the departure
 * @ground: (nullable): its title in the workplace's language
 * @verdict: of the whole case
 * @count: how many checks bar it, or how many materials are missing, as @verdict says; 0 for others
 *
 * A departure that is open, as it stands today.
 */
typedef struct
{
  char       *case_id;
  char       *number;
  char       *employee;
  char       *name;
  char       *post;
  char       *kind;
  char       *ground;
  char       *last_day;
  FwCaseState state;
  FwVerdict   verdict;
  guint       count;
} FwTodayCase;

/**
 * FwToday:
 * @due: (element-type FwTodayItem): the book of what is due, the earliest first, what has no day last
 * @cases: (element-type FwTodayCase): the open departures, the newest first
 * @warnings: (element-type FwTodayItem): people, and figures of the place, that want a look
 * @nobody: there is nobody on record yet
 * @n_overdue: how many of @due lie before @day
 * @n_today: how many of @due are on @day
 *
 * What one person at work has to do today. Immutable.
 */
typedef struct
{
  FwDate     day;
  GPtrArray *due;
  GPtrArray *cases;
  GPtrArray *warnings;
  gboolean   nobody;
  guint      n_overdue;
  guint      n_today;
} FwToday;

FwToday *fw_today_read        (FwWorkplace         *workplace,
                               GCancellable        *cancellable,
                               GError             **error);
void     fw_today_read_async  (FwWorkplace         *workplace,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
FwToday *fw_today_read_finish (FwWorkplace         *workplace,
                               GAsyncResult        *result,
                               GError             **error);
void     fw_today_free        (FwToday             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwToday, fw_today_free)

G_END_DECLS
