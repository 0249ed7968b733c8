#include "config.h"

#include "ui/departure/fw-overview-next.h"

#include <glib/gi18n.h>

#include "core/fw-date.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-overview-duties.h"
#include "ui/departure/fw-overview-steps.h"

/* What comes next in a case, and by when. */

/* "Last day 16 October 2026, in 32 days"; %NULL while it is not chosen. */
static char *
dup_last_day (FwCase *departure)
{
  const char *iso = fw_case_get (departure, "departure/@last-day");
  g_autofree char *day = fw_case_name_day (iso);
  g_autofree char *distance = day != NULL ? fw_overview_duties_dup_distance (departure, iso) : NULL;

  /* Translators: the last day, how far it is. */
  return day != NULL ? g_strdup_printf (_("Last day %s, %s"), day, distance) : g_strdup (_("The last day is not chosen yet"));
}

/* The first findings of a verdict that nobody has set aside: how many, and their titles. */
static guint
count_findings (FwCase *departure,
                FwVerdict verdict,
                GString *titles)
{
  GListModel *findings = fw_case_get_findings (departure);
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (FwCaseItem) finding = g_list_model_get_item (findings, i);
      g_autofree char *title = fw_sentence_dup_first (fw_case_item_get_text (finding, "title"), NULL);

      if (fw_case_item_get_choice (finding, "verdict") != (int) verdict || fw_case_item_get_truth (finding, "overridden"))
        continue;
      g_string_append_printf (titles, "%s%s", count > 0 ? _("; ") : "", title);
      count++;
    }
  return count;
}

/* The required materials of any moment that are not there, by name. */
static guint
count_missing (FwCase *departure,
               gboolean now_only,
               GString *names)
{
  GListModel *materials = fw_case_get_materials (departure);
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (FwCaseItem) material = g_list_model_get_item (materials, i);
      int state = fw_case_item_get_choice (material, "state");

      if (!fw_case_item_get_truth (material, "required") || state == FW_MATERIAL_PRESENT ||
          (now_only && state != FW_MATERIAL_MISSING))
        continue;
      g_string_append_printf (names, "%s%s", count > 0 ? _(", ") : "", fw_case_item_get_text (material, "title"));
      count++;
    }
  return count;
}

/* "Missing: the union's receipt, …", %NULL where nothing is. */
static char *
dup_missing (FwCase *departure,
             gboolean now_only)
{
  g_autoptr (GString) names = g_string_new (NULL);

  return count_missing (departure, now_only, names) > 0 ? g_strdup_printf (_("Missing: %s"), names->str) : NULL;
}

static char *
dup_preparing (FwCase *departure,
               char **detail)
{
  g_autoptr (GString) bars = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  guint missing;

  if (fw_case_get_ground (departure) == NULL)
    return g_strdup (_("Next: choose way and ground"));
  if (count_findings (departure, FW_VERDICT_BLOCKED, bars) > 0)
    {
      *detail = g_string_free (g_steal_pointer (&bars), FALSE);
      return g_strdup (_("Next: solve what the law bars"));
    }
  missing = count_missing (departure, TRUE, names);
  *detail = fw_overview_steps_dup_next (departure);
  if (missing > 0 && *detail == NULL)
    *detail = g_strdup (names->str);
  if (missing > 0)
    return g_strdup_printf (ngettext ("Next: supply %u material", "Next: supply %u materials", missing), missing);
  return g_strdup (fw_case_get_verdict (departure) > FW_VERDICT_NOTE ? _("Next: go through what is still open")
                                                                      : _("Next: submit it for approval"));
}

/* The next of the law's days that has not passed. */
static FwCaseItem *
dup_next_deadline (FwCase *departure)
{
  GListModel *deadlines = fw_case_get_deadlines (departure);
  FwDate today = fw_workplace_get_today (fw_case_get_workplace (departure));

  for (guint i = 0; i < g_list_model_get_n_items (deadlines); i++)
    {
      g_autoptr (FwCaseItem) deadline = g_list_model_get_item (deadlines, i);
      FwDate day = fw_date_from_string (fw_case_item_get_text (deadline, "date"));

      if (fw_date_is_known (day) && fw_date_compare (day, today) >= 0)
        return g_steal_pointer (&deadline);
    }
  return NULL;
}

static char *
dup_delivered (FwCase *departure,
               char **detail)
{
  g_autoptr (FwCaseItem) deadline = dup_next_deadline (departure);
  g_autofree char *missing = dup_missing (departure, FALSE);
  g_autofree char *day = deadline != NULL ? fw_case_name_day (fw_case_item_get_text (deadline, "date")) : NULL;

  *detail = g_strdup (missing);
  if (deadline == NULL)
    return g_strdup (missing != NULL ? _("Next: supply what is missing") : _("Next: close the departure"));
  /* Translators: what has to be done, by which day. */
  return g_strdup_printf (_("Next: %s, by %s"), fw_case_item_get_text (deadline, "title"), day);
}

static char *
dup_issued (FwCase *departure,
            char **detail)
{
  FwCaseItem *notice = fw_overview_duties_find_notice (departure);
  g_autofree char *day = notice != NULL ? fw_case_name_day (fw_case_item_get_text (notice, "issued-on")) : NULL;

  *detail = day != NULL ? g_strdup_printf (_("Issued on %s; it takes effect when it arrives"), day) : NULL;
  return notice != NULL ? g_strdup_printf (_("Next: deliver “%s” and record the proof"), fw_case_item_get_text (notice, "title"))
                        : g_strdup (_("Next: deliver the paper and record the proof"));
}

static char *
dup_waiting (FwCase *departure,
             char **detail)
{
  g_autofree char *iso = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *day = NULL;
  g_autofree char *distance = NULL;

  g_object_get (departure, "look-again", &iso, "pause-reason", &reason, NULL);
  day = fw_case_name_day (iso);
  distance = fw_overview_duties_dup_distance (departure, iso);
  *detail = g_strdup_printf (_("It waits for: %s"), reason);
  /* Translators: the day, how far it is. */
  return g_strdup_printf (_("Paused: look again on %s, %s"), day, distance);
}

/**
 * fw_overview_next_dup:
 * @detail: (out) (nullable): what belongs to it: what is missing, what bars, by when
 *
 * Returns: (transfer full) (nullable): what comes next; %NULL where the case has ended
 */
char *
fw_overview_next_dup (FwCase *departure,
                      char **detail)
{
  FwCaseState state = fw_case_get_state (departure);

  *detail = NULL;
  if (state == FW_CASE_STATE_CLOSED || state == FW_CASE_STATE_WITHDRAWN)
    return NULL;
  if (fw_case_is_paused (departure))
    return dup_waiting (departure, detail);
  if (state == FW_CASE_STATE_ISSUED)
    return dup_issued (departure, detail);
  if (state == FW_CASE_STATE_DELIVERED)
    return dup_delivered (departure, detail);
  if (state == FW_CASE_STATE_DRAFT || state == FW_CASE_STATE_RETURNED)
    return dup_preparing (departure, detail);
  *detail = dup_missing (departure, TRUE);
  return g_strdup (state == FW_CASE_STATE_SUBMITTED ? _("Next: approve it, or return it with what is missing")
                                                    : _("Next: issue the papers"));
}

/* What the chosen ground costs in all, %NULL while it cannot be reckoned. */
static char *
dup_total (FwCase *departure)
{
  GListModel *grounds = fw_case_get_grounds (departure);

  for (guint i = 0; i < g_list_model_get_n_items (grounds); i++)
    {
      g_autoptr (FwCaseItem) ground = g_list_model_get_item (grounds, i);

      if (fw_case_item_get_truth (ground, "chosen") && fw_case_item_get_text (ground, "total") != NULL)
        return fw_case_name_money (fw_case_item_get_text (ground, "total"));
    }
  return NULL;
}

/**
 * fw_overview_next_dup_figures:
 *
 * Returns: (transfer full): the last day, what is paid, since when the case is open
 */
char *
fw_overview_next_dup_figures (FwCase *departure)
{
  g_autofree char *opened_on = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *total = dup_total (departure);
  g_autofree char *last_day = dup_last_day (departure);
  g_autofree char *cost = total != NULL ? g_strdup_printf (_("to pay %s"), total) : g_strdup (_("sum not known yet"));

  g_object_get (departure, "opened-on", &opened_on, NULL);
  opened = fw_case_name_day (opened_on);
  /* Translators: last day, sum, day of opening. */
  return g_strdup_printf (_("%s · %s · opened on %s"), last_day, cost, opened);
}
