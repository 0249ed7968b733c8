#include "departure/fw-post-change.h"

/* What an appointment says of the post, and the person's record says of the present one, under the same names. */
static const char *const post_fields[] = { "department-id", "position-id", "level-id", "manager-id" };

static FwDate
day_of (FwRecord *record, const char *field)
{
  return fw_record_get_date (record, field);
}

/* Whether an appointment holds on a day, as far as its own record says. */
static gboolean
holds_on (FwRecord *appointment, FwDate day)
{
  FwDate until = day_of (appointment, "until");

  return fw_date_compare (day_of (appointment, "from"), day) <= 0 &&
         (!fw_date_is_known (until) || fw_date_compare (until, day) >= 0);
}

static FwRecord *
find_holding (const FwPostHistory *history, FwDate day)
{
  FwRecord *latest = NULL;

  for (guint i = 0; i < history->appointments->len; i++)
    {
      FwRecord *appointment = g_ptr_array_index (history->appointments, i);

      if (holds_on (appointment, day) &&
          (latest == NULL || fw_date_compare (day_of (latest, "from"), day_of (appointment, "from")) < 0))
        latest = appointment;
    }
  return latest;
}

static FwRecord *
find_beginning (const FwPostHistory *history, FwDate from)
{
  for (guint i = 0; i < history->appointments->len; i++)
    if (fw_date_compare (day_of (g_ptr_array_index (history->appointments, i), "from"), from) == 0)
      return g_ptr_array_index (history->appointments, i);
  return NULL;
}

/* The first day after @from on which another appointment begins; unknown where there is none. */
static FwDate
find_next_beginning (const FwPostHistory *history, FwRecord *but, FwDate from)
{
  FwDate next = FW_DATE_UNKNOWN;

  for (guint i = 0; i < history->appointments->len; i++)
    {
      FwRecord *appointment = g_ptr_array_index (history->appointments, i);
      FwDate begins = day_of (appointment, "from");

      if (g_str_equal (fw_record_get_id (appointment), fw_record_get_id (but)) || fw_date_compare (begins, from) <= 0)
        continue;
      if (!fw_date_is_known (next) || fw_date_compare (begins, next) < 0)
        next = begins;
    }
  return next;
}

static FwRecord *
new_appointment (FwRecord *person, FwDate from)
{
  FwRecord *appointment = fw_record_new ("appointment");

  fw_record_set (appointment, "employee-id", fw_record_get_id (person));
  fw_record_set_date (appointment, "from", from);
  for (guint i = 0; i < G_N_ELEMENTS (post_fields); i++)
    fw_record_set (appointment, post_fields[i], fw_record_get (person, post_fields[i]));
  return appointment;
}

/* One post at a time: those that would hold beyond the beginning of a new one end on the day before. */
static void
close_earlier (const FwPostHistory *history, FwCommand *command, FwRecord *but, FwDate from)
{
  for (guint i = 0; i < history->appointments->len; i++)
    {
      FwRecord *appointment = g_ptr_array_index (history->appointments, i);
      g_autoptr (FwRecord) closed = NULL;

      if (g_str_equal (fw_record_get_id (appointment), fw_record_get_id (but)) || !holds_on (appointment, from) ||
          fw_date_compare (day_of (appointment, "from"), from) == 0)
        continue;
      closed = fw_record_copy (appointment);
      fw_record_set_date (closed, "until", fw_date_add_days (from, -1));
      fw_command_put (command, closed);
    }
}

/* What the appointment does not say stays as it is, but for the field that is not known from then on. */
static void
move_person (const FwPostHistory *history, FwCommand *command, FwRecord *appointment, const char *cleared)
{
  g_autoptr (FwRecord) person = fw_record_copy (history->person);
  gboolean moves = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (post_fields); i++)
    {
      const char *value = fw_record_get (appointment, post_fields[i]);

      if ((value == NULL && g_strcmp0 (cleared, post_fields[i]) != 0) || g_strcmp0 (value, fw_record_get (person, post_fields[i])) == 0)
        continue;
      fw_record_set (person, post_fields[i], value);
      moves = TRUE;
    }
  if (moves)
    fw_command_put (command, person);
}

static void
note_promotion (const FwPostHistory *history, FwCommand *command, FwRecord *appointment)
{
  FwDate from = day_of (appointment, "from");
  g_autoptr (FwRecord) employment = NULL;

  if (history->employment == NULL || !fw_record_is_true (appointment, "promotion"))
    return;
  if (fw_date_is_known (day_of (history->employment, "last-promotion")) &&
      fw_date_compare (day_of (history->employment, "last-promotion"), from) >= 0)
    return;
  employment = fw_record_copy (history->employment);
  fw_record_set_date (employment, "last-promotion", from);
  fw_command_put (command, employment);
}

static void
follow (const FwPostHistory *history, FwCommand *command, FwRecord *appointment, const char *cleared)
{
  FwDate from = day_of (appointment, "from");
  FwDate next = find_next_beginning (history, appointment, from);

  close_earlier (history, command, appointment, from);
  if (fw_date_is_known (next) && !fw_date_is_known (day_of (appointment, "until")))
    fw_record_set_date (appointment, "until", fw_date_add_days (next, -1));
  if (!fw_date_is_known (next) && !fw_date_is_known (day_of (appointment, "until")))
    move_person (history, command, appointment, cleared);
  note_promotion (history, command, appointment);
}

/**
 * fw_post_follow:
 * @appointment: a new one, or one as it is to be; the caller puts it. It gets its end where another follows it
 *
 * Adds to @command what follows from an appointment: the one before ends, the person moves where it is the latest and has
 * no end, a promotion is noted with the contract.
 */
void
fw_post_follow (const FwPostHistory *history, FwCommand *command, FwRecord *appointment)
{
  follow (history, command, appointment, NULL);
}

/**
 * fw_post_is_covered:
 *
 * Returns: whether the records say which post was held on @day
 */
gboolean
fw_post_is_covered (const FwPostHistory *history, FwDate day)
{
  return find_holding (history, day) != NULL;
}

/**
 * fw_post_change:
 * @field: "department-id", "position-id", "level-id" or "manager-id"
 * @id: (nullable): what it is from then on; %NULL for not known
 * @from: the first day of the change, not after today
 * @so_far_since: since when the post so far has been held, for the history; unknown where nobody has said so, and not
 *   asked for where the records know
 *
 * Adds to @command what it takes to change somebody's post from a day on: an appointment of that day, the end of the one
 * before, the person's present post. What is changed on the same day is one appointment.
 */
void
fw_post_change (const FwPostHistory *history, FwCommand *command, const char *field, const char *id, FwDate from,
                FwDate so_far_since)
{
  FwRecord *same_day = find_beginning (history, from);
  g_autoptr (FwRecord) appointment = same_day != NULL ? fw_record_copy (same_day) : new_appointment (history->person, from);

  if (fw_date_is_known (so_far_since) && fw_date_compare (so_far_since, from) < 0 &&
      !fw_post_is_covered (history, fw_date_add_days (from, -1)))
    {
      g_autoptr (FwRecord) so_far = new_appointment (history->person, so_far_since);

      fw_record_set_date (so_far, "until", fw_date_add_days (from, -1));
      fw_command_put (command, so_far);
    }
  fw_record_set (appointment, field, id);
  follow (history, command, appointment, id == NULL ? field : NULL);
  fw_command_put (command, appointment);
}

/**
 * fw_post_correct:
 *
 * Adds to @command what it takes to put right what the records say of the present post: nothing has changed in fact, so no
 * appointment is made; the one that holds is put right too.
 */
void
fw_post_correct (const FwPostHistory *history, FwCommand *command, const char *field, const char *id, FwDate today)
{
  FwRecord *holding = find_holding (history, today);
  g_autoptr (FwRecord) person = fw_record_copy (history->person);

  fw_record_set (person, field, id);
  fw_command_put (command, person);
  if (holding != NULL)
    {
      g_autoptr (FwRecord) right = fw_record_copy (holding);

      fw_record_set (right, field, id);
      fw_command_put (command, right);
    }
}
