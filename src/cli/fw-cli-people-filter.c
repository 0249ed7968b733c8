#include "cli/fw-cli-people-filter.h"

#include <string.h>

#define DEEPEST 16
#define MOST_DAYS 36500
#define MOST_MONTHS 1200

void
fw_people_filter_clear (FwPeopleFilter *self)
{
  g_clear_pointer (&self->department, g_free);
  g_clear_pointer (&self->department_id, g_free);
  g_clear_pointer (&self->status, g_free);
  g_clear_pointer (&self->contract, g_free);
  g_clear_pointer (&self->tenure, g_free);
  g_clear_pointer (&self->order, g_free);
}

/* Statuses as the store asks for them: joined by '|'. */
static gboolean
take_status (FwPeopleFilter *self, FwCli *cli)
{
  static const char *const known[] = { "active", "leaving", "left", NULL };
  g_autofree char *text = fw_cli_take_option (cli, "--status");
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_strv_contains (known, words[i]))
      return FALSE;
  self->status = text != NULL ? g_strjoinv ("|", words) : NULL;
  return text == NULL || *text != '\0';
}

static gboolean
take_contract (FwPeopleFilter *self, FwCli *cli)
{
  gint64 days = 0;

  self->contract = fw_cli_take_option (cli, "--contract");
  if (self->contract == NULL || strcmp (self->contract, "overdue") == 0 || strcmp (self->contract, "open") == 0)
    return TRUE;
  if (!g_ascii_string_to_signed (self->contract, 10, 0, MOST_DAYS, &days, NULL))
    return FALSE;
  self->ends_within = (int) days;
  return TRUE;
}

/* Whole months, "FROM-BELOW": "0-6", "120-". */
static gboolean
take_tenure (FwPeopleFilter *self, FwCli *cli)
{
  char *below;
  gint64 from_months = 0, below_months = 0;

  self->tenure = fw_cli_take_option (cli, "--tenure");
  if (self->tenure == NULL)
    return TRUE;
  below = strchr (self->tenure, '-');
  if (below == NULL)
    return FALSE;
  *below++ = '\0';
  if (!g_ascii_string_to_signed (self->tenure, 10, 0, MOST_MONTHS - 1, &from_months, NULL) ||
      (*below != '\0' && !g_ascii_string_to_signed (below, 10, from_months + 1, MOST_MONTHS, &below_months, NULL)))
    return FALSE;
  self->tenure_from = (int) from_months;
  self->tenure_below = (int) below_months;
  return TRUE;
}

/* "FIELD" or "FIELD:down"; a field as in the JSON. */
static gboolean
take_order (FwPeopleFilter *self, FwCli *cli)
{
  char *way;

  self->order = fw_cli_take_option (cli, "--sort");
  if (self->order == NULL)
    return TRUE;
  way = strchr (self->order, ':');
  if (way != NULL)
    *way++ = '\0';
  self->descending = g_strcmp0 (way, "down") == 0;
  g_strdelimit (self->order, "_", '-');
  return g_strv_contains (fw_search_orders (), self->order) && (way == NULL || self->descending);
}

/**
 * fw_people_filter_take:
 *
 * Takes --department, --status, --contract, --tenure and --sort out of the words of a command.
 *
 * Returns: (transfer none) (nullable): what is wrong with one of them
 */
const char *
fw_people_filter_take (FwPeopleFilter *self, FwCli *cli)
{
  self->department = fw_cli_take_option (cli, "--department");
  if (!take_status (self, cli))
    return "--status is active, leaving or left, several with commas between them";
  if (!take_contract (self, cli))
    return "--contract is overdue, open, or within how many days it ends";
  if (!take_tenure (self, cli))
    return "--tenure is whole months, FROM-BELOW, such as 0-6 or 120-";
  if (!take_order (self, cli))
    return "--sort is a column of the window's list, such as hired, or hired:down";
  return NULL;
}

static FwRecord *
find_record (GPtrArray *records, const char *id)
{
  for (guint i = 0; id != NULL && i < records->len; i++)
    if (strcmp (fw_record_get_id (g_ptr_array_index (records, i)), id) == 0)
      return g_ptr_array_index (records, i);
  return NULL;
}

/* Whether the names of a path, read from its end, are those of a department and of the ones above it. */
static gboolean
ends_on (GPtrArray *departments, FwRecord *department, GStrv names)
{
  guint left = g_strv_length (names);

  for (guint depth = 0; department != NULL && left > 0 && depth < DEEPEST; depth++)
    {
      if (g_strcmp0 (fw_record_get (department, "name"), names[left - 1]) != 0)
        return FALSE;
      left--;
      department = find_record (departments, fw_record_get (department, "parent-id"));
    }
  return left == 0;
}

static FwRecord *
find_department (GPtrArray *departments, const char *path, GError **error)
{
  g_auto (GStrv) names = g_strsplit (path, "/", DEEPEST);
  FwRecord *found = NULL;
  guint n = 0;

  for (guint i = 0; i < departments->len; i++)
    if (ends_on (departments, g_ptr_array_index (departments, i), names))
      {
        found = g_ptr_array_index (departments, i);
        n++;
      }
  if (n == 1)
    return found;
  g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND,
               n == 0 ? "there is no department \"%s\"" : "there are several departments \"%s\"; write UPPER/LOWER", path);
  return NULL;
}

/**
 * fw_people_filter_fill:
 * @filter: gets what was asked for, and keeps what it has besides; its texts live as long as @self does
 *
 * Returns: whether the department that was asked for is there
 */
gboolean
fw_people_filter_fill (FwPeopleFilter *self, FwStore *store, FwDate today, FwEmployeeFilter *filter, GError **error)
{
  filter->status = self->status;
  filter->today = today;
  filter->tenure_from = self->tenure_from;
  filter->tenure_below = self->tenure_below;
  filter->order = self->order;
  filter->descending = self->descending;
  filter->open_ended = g_strcmp0 (self->contract, "open") == 0;
  if (g_strcmp0 (self->contract, "overdue") == 0)
    filter->ends_until = fw_date_add_days (today, -1);
  else if (self->contract != NULL && !filter->open_ended)
    {
      filter->ends_from = today;
      filter->ends_until = fw_date_add_days (today, self->ends_within);
    }
  if (self->department != NULL)
    {
      g_autoptr (GPtrArray) departments = fw_store_list (store, "department", NULL, NULL, error);
      FwRecord *department = departments != NULL ? find_department (departments, self->department, error) : NULL;

      if (department == NULL)
        return FALSE;
      g_free (self->department_id);
      self->department_id = g_strdup (fw_record_get_id (department));
      filter->department_id = self->department_id;
    }
  return TRUE;
}
