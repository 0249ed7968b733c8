#include "config.h"

#include "ui/departure/fw-way-facts.h"

#include <glib/gi18n.h>

#include "core/fw-date.h"
#include "core/fw-number.h"
#include "ui/departure/fw-case-words.h"
#include "ui/employees/fw-record-words.h"

/* What a way means for this person, in a line each: whether it can stand, what it costs, how long it takes, what it risks. */

/**
 * fw_way_facts_pick:
 * @grounds: (element-type FwGroundChoice): the grounds of one way, the best first
 *
 * Returns: (transfer none) (nullable): the ground that speaks for the way: the chosen one, else the best
 */
FwCaseItem *
fw_way_facts_pick (GPtrArray *grounds)
{
  for (guint i = 0; i < grounds->len; i++)
    if (fw_case_item_get_truth (grounds->pdata[i], "chosen"))
      return grounds->pdata[i];
  return grounds->len > 0 ? grounds->pdata[0] : NULL;
}

/**
 * fw_way_facts_find_bar:
 *
 * Returns: (transfer none) (nullable): the first of @grounds that the law bars now
 */
FwCaseItem *
fw_way_facts_find_bar (GPtrArray *grounds)
{
  for (guint i = 0; i < grounds->len; i++)
    if (fw_case_item_get_choice (grounds->pdata[i], "use") == FW_GROUND_BARRED)
      return grounds->pdata[i];
  return NULL;
}

/* Needs no ground of the employer's: each of its grounds stands or falls by itself. */
static gboolean
is_agreed_or_wanted (const char *kind)
{
  return g_str_equal (kind, "mutual") || g_str_equal (kind, "resignation");
}

/**
 * fw_way_facts_is_barred:
 * @kind: the way
 * @grounds: its grounds, the best first
 *
 * Returns: whether the law stands against the way: against any ground of a dismissal, or against the very ground of what both
 *   sides agree on or the employee wants
 */
gboolean
fw_way_facts_is_barred (const char *kind,
                        GPtrArray *grounds)
{
  FwCaseItem *picked = fw_way_facts_pick (grounds);

  if (!is_agreed_or_wanted (kind))
    return fw_way_facts_find_bar (grounds) != NULL;
  return picked != NULL && fw_case_item_get_choice (picked, "use") == FW_GROUND_BARRED;
}

/* Until when the service is counted: the last day where it is chosen. */
static FwDate
end_of (FwCase *departure)
{
  FwDate last_day = fw_date_from_string (fw_case_get (departure, "departure/@last-day"));

  return fw_date_is_known (last_day) ? last_day : fw_workplace_get_today (fw_case_get_workplace (departure));
}

/**
 * fw_way_facts_dup_person:
 *
 * Returns: (transfer full): who it is about, hired when, how long with the company
 */
char *
fw_way_facts_dup_person (FwCase *departure)
{
  const char *iso_hired = fw_case_get (departure, "employee/employment/@hired");
  FwDate hired = fw_date_from_string (iso_hired), end = end_of (departure);
  g_autofree char *name = NULL;
  g_autofree char *hired_day = fw_case_name_day (iso_hired);
  g_autofree char *iso_end = fw_date_to_string (end);
  g_autofree char *end_day = fw_case_name_day (iso_end);
  g_autofree char *span = NULL;

  g_object_get (departure, "employee-name", &name, NULL);
  if (!fw_date_is_known (hired) || fw_date_compare (hired, end) > 0)
    return g_strdup_printf (_("%s · day of hire unknown"), name);
  span = fw_record_words_span (fw_date_span (hired, end).months);
  /* Translators: name, day of hire, last day, length of service. */
  return g_strdup_printf (_("%s · hired on %s · by %s: %s of service"), name, hired_day, end_day, span);
}

static guint
count_use (GPtrArray *grounds,
           FwGroundUse use)
{
  guint count = 0;

  for (guint i = 0; i < grounds->len; i++)
    count += fw_case_item_get_choice (grounds->pdata[i], "use") == (int) use;
  return count;
}

/* The protections that the status check found, by name: they are what bars. */
static char *
dup_statuses (FwCase *departure)
{
  GListModel *rows = fw_case_get_status_rows (departure);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (rows, i);

      if (fw_case_item_get_choice (row, "answer") == FW_STATUS_YES)
        g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "", fw_case_item_get_text (row, "title"));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * fw_way_facts_dup_bar:
 * @grounds: grounds of which the law bars some
 *
 * Returns: (transfer full) (nullable): the protections that hold for the person, and until when; %NULL where none is on record
 */
char *
fw_way_facts_dup_bar (FwCase *departure,
                      GPtrArray *grounds)
{
  FwCaseItem *bar = fw_way_facts_find_bar (grounds);
  g_autofree char *until = bar != NULL ? fw_case_name_until (bar) : NULL;
  g_autofree char *statuses = dup_statuses (departure);

  if (*statuses == '\0')
    return NULL;
  /* Translators: protections such as pregnancy, until when. */
  return until != NULL ? g_strdup_printf (C_("protections", "%1$s, %2$s"), statuses, until) : g_steal_pointer (&statuses);
}

static char *
dup_dismissal_standing (FwCase *departure,
                        GPtrArray *grounds)
{
  FwCaseItem *bar = fw_way_facts_find_bar (grounds);
  guint fitting = count_use (grounds, FW_GROUND_USABLE) + count_use (grounds, FW_GROUND_LACKS_FACTS);
  g_autofree char *because = fw_way_facts_dup_bar (departure, grounds);
  g_autofree char *barred = NULL;

  if (bar == NULL)
    /* Translators: grounds that fit this person, all grounds. */
    return g_strdup_printf (_("Grounds that fit this person: %u of %u; none is barred"), fitting, grounds->len);
  /* Translators: grounds that are barred, all grounds. */
  barred = g_strdup_printf (_("%u of %u grounds barred"), count_use (grounds, FW_GROUND_BARRED), grounds->len);
  return because != NULL ? g_strdup_printf (_("%s: %s"), because, barred) : g_steal_pointer (&barred);
}

/**
 * fw_way_facts_dup_standing:
 * @departure: the case
 * @kind: the way
 * @grounds: its grounds
 * @dismissals: the grounds of a dismissal
 *
 * Returns: (transfer full): whether the way can stand for this person
 */
char *
fw_way_facts_dup_standing (FwCase *departure,
                           const char *kind,
                           GPtrArray *grounds,
                           GPtrArray *dismissals)
{
  FwCaseItem *picked = fw_way_facts_pick (grounds);

  if (!is_agreed_or_wanted (kind))
    return dup_dismissal_standing (departure, grounds);
  if (fw_way_facts_is_barred (kind, grounds) && fw_case_item_get_text (picked, "reason") != NULL)
    return fw_sentence_dup_first (fw_case_item_get_text (picked, "reason"), NULL);
  if (g_str_equal (kind, "resignation"))
    return g_strdup (_("Nothing to prove but the employee's own letter"));
  if (fw_way_facts_find_bar (dismissals) != NULL)
    return g_strdup (_("Can be talked about although a dismissal is barred, if it is really voluntary"));
  return g_strdup (_("Needs no ground: what both have signed counts"));
}

static gboolean
is_above_zero (const char *amount)
{
  g_autoptr (FwNumber) number = amount != NULL ? fw_number_parse (amount) : NULL;

  return number != NULL && fw_number_sign (number) > 0;
}

static gboolean
is_unpaid (FwCaseItem *ground)
{
  return fw_case_item_get_truth (ground, "no-severance");
}

static gboolean
is_noticed (FwCaseItem *ground)
{
  return is_above_zero (fw_case_item_get_text (ground, "notice-days"));
}

/* The first ground of which it is so, or not so; those that do not fit the person tell nothing of the way. */
static FwCaseItem *
find_ground (GPtrArray *grounds,
             gboolean (*is_so) (FwCaseItem *),
             gboolean so)
{
  for (guint i = 0; i < grounds->len; i++)
    if (fw_case_item_get_choice (grounds->pdata[i], "use") != FW_GROUND_NOT_APPLICABLE && is_so (grounds->pdata[i]) == so)
      return grounds->pdata[i];
  return NULL;
}

/* Before a last day is chosen the sums are what they would be today. */
static char *
take_supposed (FwCaseItem *ground,
               char *owned_text)
{
  g_autofree char *text = owned_text;

  /* Translators: a sum, or what costs it. */
  return fw_case_item_get_truth (ground, "supposed") ? g_strdup_printf (_("%s (if today were the last day)"), text)
                                                     : g_steal_pointer (&text);
}

static char *
dup_cost_of_ground (FwCaseItem *ground)
{
  const char *severance = fw_case_item_get_text (ground, "severance");
  const char *months = fw_case_item_get_text (ground, "months");
  g_autofree char *amount = fw_case_name_money (severance);
  g_autofree char *length = months != NULL ? fw_case_name_months (months) : NULL;

  if (fw_case_item_get_truth (ground, "no-severance"))
    return g_strdup (_("No severance on this ground"));
  if (severance == NULL || months == NULL)
    return fw_case_item_get_choice (ground, "use") == FW_GROUND_NOT_APPLICABLE
             ? NULL : g_strdup (_("Severance N: not known yet, something is missing for it"));
  if (g_strcmp0 (fw_case_item_get_text (ground, "kind"), "mutual") == 0)
    /* Translators: months of severance, sum. */
    return take_supposed (ground, g_strdup_printf (_("Severance N: %s, from %s upwards"), length, amount));
  /* Translators: months of severance, sum. */
  return take_supposed (ground, g_strdup_printf (_("Severance N: %s, %s"), length, amount));
}

/**
 * fw_way_facts_dup_cost:
 * @grounds: (element-type FwGroundChoice): the grounds of one way, the best first
 *
 * Returns: (transfer full) (nullable): what the law makes the company pay on the chosen ground, or on any of the way
 */
char *
fw_way_facts_dup_cost (GPtrArray *grounds)
{
  FwCaseItem *picked = fw_way_facts_pick (grounds);
  FwCaseItem *paid = find_ground (grounds, is_unpaid, FALSE), *unpaid = find_ground (grounds, is_unpaid, TRUE);
  const char *months = paid != NULL ? fw_case_item_get_text (paid, "months") : NULL;
  g_autofree char *amount = months != NULL ? fw_case_name_money (fw_case_item_get_text (paid, "severance")) : NULL;
  g_autofree char *length = months != NULL ? fw_case_name_months (months) : NULL;

  if (picked == NULL || fw_case_item_get_truth (picked, "chosen") || months == NULL || unpaid == NULL)
    return picked != NULL ? dup_cost_of_ground (picked) : NULL;
  /* Translators: months of severance, sum. */
  return take_supposed (paid, g_strdup_printf (_("Severance by the ground: none, or N of %s, %s"), length, amount));
}

static char *
dup_days_of_ground (FwCaseItem *ground)
{
  const char *days = fw_case_item_get_text (ground, "notice-days"), *kind = fw_case_item_get_text (ground, "kind");
  const char *in_lieu = fw_case_item_get_text (ground, "payment-in-lieu");
  g_autofree char *earliest = fw_case_name_day (fw_case_item_get_text (ground, "earliest-last-day"));
  g_autofree char *amount = fw_case_name_money (in_lieu);

  if (fw_case_item_get_choice (ground, "use") == FW_GROUND_NOT_APPLICABLE)
    return NULL;
  if (!is_above_zero (days))
    return g_strdup (g_strcmp0 (kind, "mutual") == 0 ? _("No notice: the last day is what both agree on")
                                                     : _("No notice period"));
  if (g_strcmp0 (kind, "resignation") == 0)
    return g_strdup_printf (_("The employee gives %s days' notice"), days);
  if (is_above_zero (in_lieu))
    return g_strdup_printf (_("%s days' notice, or %s instead"), days, amount);
  if (earliest != NULL)
    return g_strdup_printf (_("%s days' notice: the last day is %s at the earliest"), days, earliest);
  return g_strdup_printf (_("%s days' notice, or one month's pay instead"), days);
}

/**
 * fw_way_facts_dup_days:
 * @grounds: (element-type FwGroundChoice): the grounds of one way, the best first
 *
 * Returns: (transfer full) (nullable): how long the chosen ground takes, or any of the way
 */
char *
fw_way_facts_dup_days (GPtrArray *grounds)
{
  FwCaseItem *picked = fw_way_facts_pick (grounds), *noticed = find_ground (grounds, is_noticed, TRUE);

  if (picked == NULL || fw_case_item_get_truth (picked, "chosen") || noticed == NULL ||
      find_ground (grounds, is_noticed, FALSE) == NULL)
    return picked != NULL ? dup_days_of_ground (picked) : NULL;
  if (g_strcmp0 (fw_case_item_get_text (noticed, "kind"), "resignation") == 0)
    /* Translators: days of notice. */
    return g_strdup_printf (_("Notice by the ground: none, or the employee gives %s days'"),
                            fw_case_item_get_text (noticed, "notice-days"));
  /* Translators: days of notice. */
  return g_strdup_printf (_("Notice by the ground: none, or %s days (or one month's pay instead)"),
                          fw_case_item_get_text (noticed, "notice-days"));
}

/**
 * fw_way_facts_dup_risk:
 * @grounds: (element-type FwGroundChoice): the grounds of one way, the best first
 * @caution: (nullable): what is always to be minded on this way
 *
 * Returns: (transfer full) (nullable): what goes wrong at what price
 */
char *
fw_way_facts_dup_risk (GPtrArray *grounds,
                       const char *caution)
{
  FwCaseItem *ground = fw_way_facts_pick (grounds);
  const char *damages = ground != NULL ? fw_case_item_get_text (ground, "damages") : NULL;
  g_autofree char *amount = fw_case_name_money (damages);

  if (caution != NULL)
    return g_strdup (caution);
  if (damages == NULL)
    return g_strdup (_("If the ground does not stand: 2N, or the employee comes back to work"));
  return take_supposed (ground, g_strdup_printf (_("If the ground does not stand: 2N, %s, or back to work"), amount));
}
