#include "config.h"

#include "ui/today/fw-today-words.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/employees/fw-record-words.h"

/* What Today says of each thing that is to do. */

static char *
say_ending (FwDate due, FwDate today, const char *to_come, const char *past)
{
  return g_strdup (fw_date_compare (due, today) < 0 ? past : to_come);
}

/**
 * fw_today_words_title:
 *
 * Returns: (transfer full): what is to be done
 */
char *
fw_today_words_title (const FwTodayItem *item, FwDate today)
{
  switch (item->sort)
    {
    case FW_TODAY_TASK:
    case FW_TODAY_DEADLINE:
      return g_strdup (item->text);
    case FW_TODAY_LOOK_AGAIN:
      return g_strdup (_("Look at the departure again"));
    case FW_TODAY_APPROVE:
      return g_strdup (_("A departure waits for approval"));
    case FW_TODAY_RETURNED:
      return g_strdup (_("Returned: supply what is missing"));
    case FW_TODAY_DELIVER:
      /* TRANSLATORS: the title of a paper. */
      return g_strdup_printf (_("“%s” has not been delivered"), item->text);
    case FW_TODAY_CONTRACT_END:
      return say_ending (item->due, today, _("Contract ends: renew it or not?"),
                         _("Contract has ended and was not renewed"));
    case FW_TODAY_PROBATION_END:
      return g_strdup (_("Probation ends: confirm the post or not?"));
    case FW_TODAY_PROTECTION_END:
      /* TRANSLATORS: a protection, such as maternity leave. */
      return g_strdup_printf (_("%s ends"), fw_record_words_choice (item->text));
    case FW_TODAY_TALK:
      return g_strdup (_("End the talk: it was begun and left"));
    case FW_TODAY_MINUTES:
      return g_strdup (_("Read the minutes of the talk back"));
    case FW_TODAY_SIGNED_PRINT:
      return g_strdup (_("Put the signed minutes of the talk on file"));
    case FW_TODAY_SURVEY:
      return g_strdup (_("Ask how the departure was handled"));
    case FW_TODAY_BACKUP:
      return g_strdup (_("Make a backup"));
    case FW_TODAY_BELOW_TARGET:
      return g_strdup (item->name);
    case FW_TODAY_CHANGED:
      /* TRANSLATORS: the person's name. */
      return g_strdup_printf (_("Law or figures have changed the departure of %s"), item->name);
    case FW_TODAY_FIGURE:
    default:
      /* TRANSLATORS: a local figure, such as the minimum wage of a city. */
      return g_strdup_printf (_("Nobody has confirmed: %s"), item->text);
    }
}

static void
append_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* The severance before and after stand in one text. */
static void
append_change (GString *text, const char *amounts)
{
  g_auto (GStrv) parts = g_strsplit (amounts != NULL ? amounts : "", " ", 2);
  g_autofree char *before = g_strv_length (parts) == 2 ? fw_case_name_money (parts[0]) : NULL;
  g_autofree char *after = g_strv_length (parts) == 2 ? fw_case_name_money (parts[1]) : NULL;

  if (before != NULL)
    g_string_append_printf (text, "N %s → %s", before, after);
  append_part (text, _("Look at it before anything is issued."));
}

/**
 * fw_today_words_detail:
 *
 * Returns: (transfer full): whom it is about and why
 */
char *
fw_today_words_detail (const FwTodayItem *item)
{
  GString *text = g_string_new (NULL);

  if (item->sort == FW_TODAY_BACKUP)
    append_part (text, _("Seven days or more without one. A broken disk would take everything since."));
  else if (item->sort == FW_TODAY_FIGURE)
    g_string_append_printf (text, ngettext ("%d open departure uses it. Until then amounts by it are left open.",
                                            "%d open departures use it. Until then amounts by it are left open.",
                                            (gulong) item->count),
                            (int) item->count);
  else if (item->sort == FW_TODAY_CHANGED)
    append_change (text, item->text);
  else if (item->sort == FW_TODAY_BELOW_TARGET)
    /* TRANSLATORS: what is measured. */
    g_string_append_printf (text, _("Two months under four fifths: %s"), item->text);
  else
    {
      append_part (text, item->name);
      append_part (text, item->ground != NULL ? item->ground : item->post);
      append_part (text, item->sort == FW_TODAY_LOOK_AGAIN ? item->text : NULL);
    }
  return g_string_free (text, FALSE);
}

/**
 * fw_today_words_due:
 *
 * Returns: (transfer full) (nullable): by when, as near as it is
 */
char *
fw_today_words_due (FwDate due, FwDate today)
{
  int days = fw_date_is_known (due) ? fw_date_days_between (today, due) : 0;
  g_autoptr (GDateTime) moment = NULL;

  if (!fw_date_is_known (due))
    return NULL;
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day overdue", "%d days overdue", (gulong) -days), -days);
  if (days == 0)
    return g_strdup (_("Today"));
  if (days == 1)
    return g_strdup (_("Tomorrow"));
  moment = g_date_time_new_utc (due.year, due.month, due.day, 0, 0, 0);
  return g_date_time_format (moment, due.year == today.year ? _("%-d %B") : "%Y-%m-%d");
}

/**
 * fw_today_words_style:
 *
 * Answers how urgent a day looks.
 */
FwTagStyle
fw_today_words_style (FwDate due, FwDate today)
{
  int days = fw_date_days_between (today, due);

  return days < 0 ? FW_TAG_STYLE_BLOCKED : days == 0 ? FW_TAG_STYLE_NOTE : FW_TAG_STYLE_PLAIN;
}

const char *
fw_today_words_icon (FwTodaySort sort)
{
  static const char *const icons[] = {
    [FW_TODAY_TASK] = "task-due-symbolic",
    [FW_TODAY_DEADLINE] = "x-office-calendar-symbolic",
    [FW_TODAY_LOOK_AGAIN] = "media-playback-pause-symbolic",
    [FW_TODAY_APPROVE] = "channel-secure-symbolic",
    [FW_TODAY_RETURNED] = "edit-undo-symbolic",
    [FW_TODAY_DELIVER] = "mail-send-symbolic",
    [FW_TODAY_CONTRACT_END] = "x-office-document-symbolic",
    [FW_TODAY_PROBATION_END] = "x-office-calendar-symbolic",
    [FW_TODAY_PROTECTION_END] = "changes-prevent-symbolic",
    [FW_TODAY_TALK] = "media-playback-pause-symbolic",
    [FW_TODAY_MINUTES] = "document-edit-symbolic",
    [FW_TODAY_SIGNED_PRINT] = "mail-attachment-symbolic",
    [FW_TODAY_SURVEY] = "mail-unread-symbolic",
    [FW_TODAY_BACKUP] = "drive-harddisk-symbolic",
    [FW_TODAY_BELOW_TARGET] = "dialog-warning-symbolic",
    [FW_TODAY_FIGURE] = "dialog-question-symbolic",
    [FW_TODAY_CHANGED] = "view-refresh-symbolic",
  };

  return icons[sort];
}

/**
 * fw_today_words_verb:
 *
 * Returns: what the button of the row says
 */
const char *
fw_today_words_verb (const FwTodayItem *item)
{
  switch (item->sort)
    {
    case FW_TODAY_BACKUP:
      return _("Back up");
    case FW_TODAY_FIGURE:
      return _("Confirm");
    case FW_TODAY_CHANGED:
      return _("Look");
    case FW_TODAY_APPROVE:
      return _("Decide");
    case FW_TODAY_RETURNED:
      return _("Supply");
    case FW_TODAY_DELIVER:
      return _("Deliver");
    default:
      return _("Open");
    }
}

/**
 * fw_today_words_greeting:
 * @hour: of the day, 0 to 23
 *
 * Returns: (transfer full): the title of the page
 */
char *
fw_today_words_greeting (const char *who, int hour)
{
  if (hour < 5)
    return g_strdup_printf (_("Still up, %s?"), who);
  if (hour < 12)
    return g_strdup_printf (_("Good morning, %s"), who);
  if (hour < 18)
    return g_strdup_printf (_("Good afternoon, %s"), who);
  return g_strdup_printf (_("Good evening, %s"), who);
}

/* Not from the C library, which has the words of one language only where it is set up for it. */
static const char *
weekday_word (FwDate day)
{
  static const char *const words[] = { N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"),
                                       N_("Saturday"), N_("Sunday") };

  return _(words[(fw_date_weekday (day) + 6) % 7]);
}

/**
 * fw_today_words_day:
 *
 * Returns: (transfer full): the day, and how much of it is taken
 */
char *
fw_today_words_day (const FwToday *today)
{
  g_autoptr (GDateTime) moment = g_date_time_new_utc (today->day.year, today->day.month, today->day.day, 0, 0, 0);
  g_autofree char *day = g_date_time_format (moment, _("%-d %B"));
  /* TRANSLATORS: the weekday and the day. */
  GString *text = g_string_new (NULL);
  g_autofree char *overdue =
    g_strdup_printf (ngettext ("%u thing overdue", "%u things overdue", today->n_overdue), today->n_overdue);
  g_autofree char *due = g_strdup_printf (ngettext ("%u thing to finish today", "%u things to finish today", today->n_today),
                                          today->n_today);

  g_string_append_printf (text, _("%1$s, %2$s"), weekday_word (today->day), day);
  append_part (text, today->n_overdue > 0 ? overdue : NULL);
  append_part (text, today->n_today > 0 ? due : NULL);
  append_part (text, today->n_overdue + today->n_today == 0 ? _("nothing due today") : NULL);
  return g_string_free (text, FALSE);
}
