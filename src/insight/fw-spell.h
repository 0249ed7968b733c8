#pragma once

#include "core/fw-date.h"

G_BEGIN_DECLS

/**
 * FwLeavingGroup:
 * @FW_LEAVING_UNKNOWN: nothing on record says whose wish it was
 * @FW_LEAVING_VOLUNTARY: the employee's own wish
 * @FW_LEAVING_OTHER: retirement, death, transfer within the group
 * @FW_LEAVING_INVOLUNTARY: the employer's decision
 *
 * In the order in which they are stacked.
 */
typedef enum
{
  FW_LEAVING_VOLUNTARY,
  FW_LEAVING_OTHER,
  FW_LEAVING_INVOLUNTARY,
  FW_LEAVING_UNKNOWN,
  FW_N_LEAVING_GROUPS
} FwLeavingGroup;

/* The kinds of departure of a case, and those of which none is on record. */
typedef enum
{
  FW_LEAVING_KIND_RESIGNATION,
  FW_LEAVING_KIND_MUTUAL,
  FW_LEAVING_KIND_DISMISSAL,
  FW_LEAVING_KIND_REDUNDANCY,
  FW_LEAVING_KIND_EXPIRY,
  FW_LEAVING_KIND_RETIREMENT,
  FW_LEAVING_KIND_OTHER,
  FW_LEAVING_KIND_UNKNOWN,
  FW_N_LEAVING_KINDS
} FwLeavingKind;

/**
 * FwSpell:
 * @person: the caller's number of the person
 * @hired: when the employment began; tenure counts from here
 * @entered: the first day among the people looked at, the hire or a move into the department
 * @last: the last day there; unknown while it lasts. A last day of work counts as leaving in its own month
 * @moved_in: @entered is a move from elsewhere, not a hire
 * @moved_out: @last is a move to elsewhere, not a leaving
 * @counted: the leaving is among those asked for
 * @kind: how the person left
 * @group: whose wish it was
 *
 * A time without a break that one person spent among the people looked at.
 */
typedef struct
{
  guint32 person;
  FwDate hired;
  FwDate entered;
  FwDate last;
  gboolean moved_in;
  gboolean moved_out;
  gboolean counted;
  FwLeavingKind kind;
  FwLeavingGroup group;
} FwSpell;

/**
 * FwLeavingTerms:
 *
 * What is on record of how an employment ended, in the words of the facts; each may be %NULL.
 */
typedef struct
{
  const char *kind;
  const char *proposer;
  const char *employer_offer;
  const char *employee_renews;
} FwLeavingTerms;

FwLeavingKind  fw_leaving_kind_from_name  (const char           *name);
const char    *fw_leaving_kind_get_name   (FwLeavingKind         kind);
FwLeavingGroup fw_leaving_group_of        (const FwLeavingTerms *terms);
const char    *fw_leaving_group_get_name  (FwLeavingGroup        group);
gboolean       fw_leaving_group_from_name (const char           *name,
                                           FwLeavingGroup       *group);
gboolean       fw_spell_left_between      (const FwSpell        *self,
                                           FwDate                from,
                                           FwDate                until);
guint          fw_spell_completed_months  (const FwSpell        *self);

G_END_DECLS
