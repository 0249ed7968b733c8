#include "insight/fw-spell.h"

static const char *const kind_names[FW_N_LEAVING_KINDS] = {
  [FW_LEAVING_KIND_RESIGNATION] = "resignation", [FW_LEAVING_KIND_MUTUAL] = "mutual",
  [FW_LEAVING_KIND_DISMISSAL] = "dismissal",     [FW_LEAVING_KIND_REDUNDANCY] = "redundancy",
  [FW_LEAVING_KIND_EXPIRY] = "expiry",           [FW_LEAVING_KIND_RETIREMENT] = "retirement",
  [FW_LEAVING_KIND_OTHER] = "other",             [FW_LEAVING_KIND_UNKNOWN] = "unknown",
};

static const char *const group_names[FW_N_LEAVING_GROUPS] = {
  [FW_LEAVING_VOLUNTARY] = "voluntary",
  [FW_LEAVING_OTHER] = "other",
  [FW_LEAVING_INVOLUNTARY] = "involuntary",
  [FW_LEAVING_UNKNOWN] = "unknown",
};

/**
 * fw_leaving_kind_from_name:
 * @name: (nullable): a kind of departure as the records name it
 */
FwLeavingKind
fw_leaving_kind_from_name (const char *name)
{
  for (int kind = 0; kind < FW_N_LEAVING_KINDS; kind++)
    if (g_strcmp0 (name, kind_names[kind]) == 0)
      return kind;
  return FW_LEAVING_KIND_UNKNOWN;
}

const char *
fw_leaving_kind_get_name (FwLeavingKind kind)
{
  g_return_val_if_fail (kind < FW_N_LEAVING_KINDS, NULL);
  return kind_names[kind];
}

const char *
fw_leaving_group_get_name (FwLeavingGroup group)
{
  g_return_val_if_fail (group < FW_N_LEAVING_GROUPS, NULL);
  return group_names[group];
}

/**
 * fw_leaving_group_from_name:
 * @group: (out): the group of that name
 *
 * Returns: whether there is one
 */
gboolean
fw_leaving_group_from_name (const char *name,
                            FwLeavingGroup *group)
{
  for (int i = 0; i < FW_N_LEAVING_GROUPS; i++)
    if (g_strcmp0 (name, group_names[i]) == 0)
      {
        *group = i;
        return TRUE;
      }
  return FALSE;
}

static FwLeavingGroup
group_of_mutual (const FwLeavingTerms *terms)
{
  if (g_strcmp0 (terms->proposer, "employee") == 0)
    return FW_LEAVING_VOLUNTARY;
  return g_strcmp0 (terms->proposer, "employer") == 0 ? FW_LEAVING_INVOLUNTARY : FW_LEAVING_UNKNOWN;
}

/* Who would have renewed? An offer on worse terms is not one that the employee's refusal could be laid to. */
static FwLeavingGroup
group_of_expiry (const FwLeavingTerms *terms)
{
  if (g_strcmp0 (terms->employer_offer, "none") == 0 || g_strcmp0 (terms->employer_offer, "worse") == 0)
    return FW_LEAVING_INVOLUNTARY;
  if (g_strcmp0 (terms->employer_offer, "same-or-better") == 0 && g_strcmp0 (terms->employee_renews, "false") == 0)
    return FW_LEAVING_VOLUNTARY;
  return FW_LEAVING_UNKNOWN;
}

/**
 * fw_leaving_group_of:
 *
 * Answers whose wish a departure was. Voluntary: a resignation, an agreement that the employee proposed, an expiry
 * where the employee refused the same or better terms. Involuntary: a dismissal, a redundancy, an agreement that the
 * employer proposed, an expiry that the employer did not renew. Unknown where the record does not say.
 */
FwLeavingGroup
fw_leaving_group_of (const FwLeavingTerms *terms)
{
  switch (fw_leaving_kind_from_name (terms->kind))
    {
    case FW_LEAVING_KIND_RESIGNATION:
      return FW_LEAVING_VOLUNTARY;
    case FW_LEAVING_KIND_DISMISSAL:
    case FW_LEAVING_KIND_REDUNDANCY:
      return FW_LEAVING_INVOLUNTARY;
    case FW_LEAVING_KIND_MUTUAL:
      return group_of_mutual (terms);
    case FW_LEAVING_KIND_EXPIRY:
      return group_of_expiry (terms);
    case FW_LEAVING_KIND_RETIREMENT:
    case FW_LEAVING_KIND_OTHER:
      return FW_LEAVING_OTHER;
    case FW_LEAVING_KIND_UNKNOWN:
    case FW_N_LEAVING_KINDS:
    default:
      return FW_LEAVING_UNKNOWN;
    }
}

/**
 * fw_spell_left_between:
 *
 * Answers whether it ended with a leaving that is asked for, on a day from @from to @until, both counted.
 */
gboolean
fw_spell_left_between (const FwSpell *self,
                       FwDate from,
                       FwDate until)
{
  return self->counted && !self->moved_out && fw_date_is_known (self->last) && fw_date_compare (self->last, from) >= 0 &&
         fw_date_compare (self->last, until) <= 0;
}

/**
 * fw_spell_completed_months:
 *
 * Answers the months between hire and last day, a month being complete once the day of the month is reached. Unlike a legal
 * period it does not end early in a month that lacks the day: whoever came on the 31st completes no month on a 30th. The
 * last day must be known and not before the hire.
 */
guint
fw_spell_completed_months (const FwSpell *self)
{
  int months = (self->last.year - self->hired.year) * 12 + self->last.month - self->hired.month;

  return (guint) (self->last.day < self->hired.day ? months - 1 : months);
}
