#include "departure/fw-local-figures.h"

#include "core/fw-number.h"
#include "core/fw-task.h"
#include "departure/fw-local-figures-private.h"

#include <string.h>

/*
 * A figure once written down stays as it was: a newer one takes its place from its first day on, and a correction from the
 * wrong one's own first day. So it can always be said what a departure was reckoned with, and undo brings it back.
 */

/* Where a wrong figure names no first day, it never held. */
#define NEVER "1900-01-01"

/* A group has few employers and branches; a city beyond these is entered where its first departure is. */
#define MOST_PLACES 60

/* Whether it was wrong from the beginning, and so holds on no day. */
gboolean
_fw_local_figure_is_void (FwRecord *figure)
{
  FwDate superseded = fw_record_get_date (figure, "superseded");
  FwDate from = fw_record_get_date (figure, "from");

  return fw_date_is_known (superseded) && (!fw_date_is_known (from) ? g_strcmp0 (fw_record_get (figure, "superseded"), NEVER) == 0
                                                                    : fw_date_compare (superseded, from) <= 0);
}

/**
 * fw_local_figures_dup_cities:
 * @jurisdiction: (out) (nullable): the pack's id, %NULL where there is no company yet
 *
 * Reads the store: not for the main thread.
 *
 * Returns: (transfer full): the cities of the employers and their branches, as the store names them, each once
 */
GStrv
fw_local_figures_dup_cities (FwStore *store,
                             char **jurisdiction)
{
  static const char *const with_place[] = { "employer", "branch" };
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (with_place); i++)
    {
      g_autoptr (FwQuery) query = fw_query_new ();
      g_autoptr (GPtrArray) records = NULL;

      fw_query_page (query, 0, MOST_PLACES);
      records = fw_store_list (store, with_place[i], query, NULL, NULL);
      for (guint k = 0; records != NULL && k < records->len; k++)
        {
          const char *place = fw_record_get (records->pdata[k], "place");

          if (place != NULL && g_hash_table_add (seen, g_strdup (place)))
            g_strv_builder_add (places, place);
          if (*jurisdiction == NULL)
            *jurisdiction = g_strdup (fw_record_get (records->pdata[k], "jurisdiction"));
        }
    }
  return g_strv_builder_end (places);
}

/* Whether it was in force on a day. */
gboolean
_fw_local_figure_holds (FwRecord *figure,
                        FwDate day)
{
  FwDate from = fw_record_get_date (figure, "from");

  return (!fw_date_is_known (from) || fw_date_compare (from, day) <= 0) && !fw_local_figures_is_over (figure, day);
}

/**
 * fw_local_figures_is_over:
 *
 * Returns: whether the figure holds no longer on @day: its last day is past, or another has taken its place
 */
gboolean
fw_local_figures_is_over (FwRecord *figure,
                          FwDate day)
{
  FwDate until = fw_record_get_date (figure, "until");
  FwDate superseded = fw_record_get_date (figure, "superseded");

  return (fw_date_is_known (until) && fw_date_compare (until, day) < 0) ||
         (fw_date_is_known (superseded) && fw_date_compare (superseded, day) <= 0);
}

/* Of two rows of one figure the one in force later wins; rows without days go by their year. */
static gboolean
is_later (FwRecord *a,
          FwRecord *b)
{
  FwDate from_a = fw_record_get_date (a, "from");
  FwDate from_b = fw_record_get_date (b, "from");

  if (fw_date_is_known (from_a) && fw_date_is_known (from_b))
    return fw_date_compare (from_a, from_b) > 0;
  return fw_record_get_count (a, "year", 0) > fw_record_get_count (b, "year", 0);
}

/* The figure of that name that was in force on @day, NULL where there is none. Borrowed. */
FwRecord *
_fw_local_figures_find (GPtrArray *figures,
                        const char *name,
                        FwDate day)
{
  FwRecord *best = NULL;

  for (guint i = 0; i < figures->len; i++)
    {
      FwRecord *figure = figures->pdata[i];

      if (g_strcmp0 (fw_record_get (figure, "name"), name) == 0 && _fw_local_figure_holds (figure, day) &&
          (best == NULL || is_later (figure, best)))
        best = figure;
    }
  return best;
}

/* Whether both begin on the same day, or neither names one and they are of the same year: then the new one is a correction. */
static gboolean
is_same_span (FwRecord *old,
              FwRecord *figure)
{
  const char *from = fw_record_get (figure, "from");

  if (from != NULL || fw_record_get (old, "from") != NULL)
    return g_strcmp0 (from, fw_record_get (old, "from")) == 0;
  return fw_record_get_count (old, "year", 0) == fw_record_get_count (figure, "year", 0);
}

/* Whether the new one's first day lies in the span of the old one. */
static gboolean
cuts_short (FwRecord *old,
            FwRecord *figure)
{
  FwDate from = fw_record_get_date (figure, "from");

  return fw_date_is_known (from) && _fw_local_figure_holds (old, from);
}

static gboolean
is_of_same (FwRecord *a,
            FwRecord *b)
{
  static const char *const fields[] = { "jurisdiction", "place", "name" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (fw_record_get (a, fields[i]), fw_record_get (b, fields[i])) != 0)
      return FALSE;
  return TRUE;
}

/* From when @figure takes the place of @old: a correction from its very first day; NULL: not at all. */
static const char *
find_end (FwRecord *old,
          FwRecord *figure,
          const char *corrects)
{
  const char *from = fw_record_get (old, "from");

  if (!is_of_same (old, figure) || _fw_local_figure_is_void (old))
    return NULL;
  if (g_strcmp0 (fw_record_get_id (old), corrects) == 0 || is_same_span (old, figure))
    return from != NULL ? from : NEVER;
  return cuts_short (old, figure) ? fw_record_get (figure, "from") : NULL;
}

/* Adds new figures to @command in their order, and notes with those whose place they take that they do, and from when.
 * @corrects: for each the id of one that was wrong from the beginning, or NULL. */
gboolean
_fw_local_figures_put (FwStore *store,
                       FwCommand *command,
                       GPtrArray *figures,
                       GPtrArray *corrects,
                       GError **error)
{
  g_autoptr (GPtrArray) known = fw_store_list (store, "local-figure", NULL, NULL, error);
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer record;

  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < figures->len; i++)
    {
      FwRecord *figure = figures->pdata[i];

      for (guint k = 0; k < known->len; k++)
        {
          const char *end = find_end (known->pdata[k], figure, corrects->pdata[i]);

          if (end == NULL)
            continue;
          fw_record_set (known->pdata[k], "superseded", end);
          fw_record_set (known->pdata[k], "superseded-by-id", fw_record_get_id (figure));
          g_hash_table_add (written, known->pdata[k]);
        }
      g_ptr_array_add (known, g_object_ref (figure));
      g_hash_table_add (written, figure);
    }
  g_hash_table_iter_init (&iter, written);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    fw_command_put (command, record);
  return TRUE;
}

/* The same with one figure. */
gboolean
_fw_local_figures_put_one (FwStore *store,
                           FwCommand *command,
                           FwRecord *figure,
                           const char *corrects,
                           GError **error)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autoptr (GPtrArray) wrong = g_ptr_array_new ();

  g_ptr_array_add (figures, figure);
  g_ptr_array_add (wrong, (char *) corrects);
  return _fw_local_figures_put (store, command, figures, wrong, error);
}

/* A new figure that says all the old one does and is confirmed by nobody. */
FwRecord *
_fw_local_figure_copy (FwRecord *old)
{
  static const char *const own[] = { "confirmed", "confirmed-by", "confirmed-on", "superseded", "superseded-by-id", NULL };
  const FwRecordKind *kind = fw_record_get_kind (old);
  FwRecord *copy = fw_record_new (kind->name);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!g_strv_contains (own, kind->fields[i].name))
      fw_record_set (copy, kind->fields[i].name, fw_record_get (old, kind->fields[i].name));
  return copy;
}

/* The figure that says @amount in place of @old, NULL where it is the same amount or none is given. */
FwRecord *
_fw_local_figure_corrected (FwRecord *old,
                            const char *amount)
{
  g_autoptr (FwNumber) before = fw_record_get_number (old, "amount");
  g_autoptr (FwNumber) now = amount != NULL ? fw_number_parse (amount) : NULL;
  FwRecord *figure;

  if (now == NULL || (before != NULL && fw_number_compare (before, now) == 0))
    return NULL;
  figure = _fw_local_figure_copy (old);
  fw_record_set (figure, "amount", amount);
  return figure;
}

/* Entering */

static gboolean
refuse (GError **error,
        const char *reason)
{
  g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, reason);
  return FALSE;
}

static gboolean
is_day (const char *text)
{
  return text == NULL || fw_date_is_known (fw_date_from_string (text));
}

static gboolean
is_year (const char *text)
{
  return text == NULL || (strlen (text) == 4 && strspn (text, "0123456789") == 4 && (text[0] == '1' || text[0] == '2'));
}

static gboolean
check_entry (const FwFigureEntry *entry,
             GError **error)
{
  static const char *const kinds[] = { "average-monthly-wage", "minimum-monthly-wage", "average-annual-wage-for-tax", NULL };
  static const char *const levels[] = { "high", "medium", "low", NULL };
  g_autoptr (FwNumber) amount = entry->amount != NULL ? fw_number_parse (entry->amount) : NULL;

  if (entry->jurisdiction == NULL || entry->place == NULL || *entry->place == '\0')
    return refuse (error, "name the city that the figure is of");
  if (entry->kind == NULL || !g_strv_contains (kinds, entry->kind))
    return refuse (error, "say which figure it is: average-monthly-wage, minimum-monthly-wage or average-annual-wage-for-tax");
  if (amount == NULL || fw_number_sign (amount) <= 0)
    return refuse (error, "the figure must be an amount above zero, such as 12434.00");
  if (!is_year (entry->year))
    return refuse (error, "the year has four digits, such as 2025");
  if (!is_day (entry->from) || !is_day (entry->until))
    return refuse (error, "a day is written as 2026-07-01");
  if (entry->from != NULL && entry->until != NULL && strcmp (entry->until, entry->from) < 0)
    return refuse (error, "the last day lies before the first");
  if (entry->source == NULL || *entry->source == '\0')
    return refuse (error, "write down where the figure was found");
  if (entry->confidence != NULL && !g_strv_contains (levels, entry->confidence))
    return refuse (error, "how sure the source is: high, medium or low");
  return TRUE;
}

/* Notes with a figure that somebody has looked it up. */
void
_fw_local_figure_confirm (FwRecord *figure,
                          const char *who,
                          FwDate today)
{
  fw_record_set_truth (figure, "confirmed", TRUE);
  fw_record_set (figure, "confirmed-by", who);
  fw_record_set_date (figure, "confirmed-on", today);
}

/* What one act on the figures needs, for a worker thread. */
typedef struct
{
  FwStore *store;
  char *who;
  FwDate today;
  FwRecord *figure; /* to enter */
  char *corrects;
  GStrv confirmed;  /* to confirm */
} Act;

static Act *
act_new (FwWorkplace *workplace)
{
  Act *act = g_new0 (Act, 1);

  act->store = g_object_ref (fw_workplace_get_store (workplace));
  act->who = g_strdup (fw_workplace_get_who (workplace));
  act->today = fw_workplace_get_today (workplace);
  return act;
}

static void
act_free (gpointer data)
{
  Act *act = data;

  g_object_unref (act->store);
  g_free (act->who);
  g_clear_object (&act->figure);
  g_free (act->corrects);
  g_strfreev (act->confirmed);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

/* Whoever writes a figure down with its source has looked it up: it is confirmed by that. */
static Act *
act_new_entering (FwWorkplace *workplace,
                  const FwFigureEntry *entry,
                  const char *corrects,
                  GError **error)
{
  Act *act;

  if (!check_entry (entry, error))
    return NULL;
  act = act_new (workplace);
  act->corrects = g_strdup (corrects);
  act->figure = fw_record_new ("local-figure");
  fw_record_set (act->figure, "jurisdiction", entry->jurisdiction);
  fw_record_set (act->figure, "place", entry->place);
  fw_record_set (act->figure, "name", entry->kind);
  fw_record_set (act->figure, "year", entry->year != NULL ? entry->year : "0");
  fw_record_set (act->figure, "amount", entry->amount);
  fw_record_set (act->figure, "from", entry->from);
  fw_record_set (act->figure, "until", entry->until);
  fw_record_set (act->figure, "source", entry->source);
  fw_record_set (act->figure, "confidence", entry->confidence);
  _fw_local_figure_confirm (act->figure, act->who, act->today);
  return act;
}

static FwEvent *
confirm (Act *act,
         GError **error)
{
  g_autoptr (FwCommand) command = fw_command_new ("figure.confirm", act->who, NULL);

  for (guint i = 0; act->confirmed[i] != NULL; i++)
    {
      g_autoptr (FwRecord) old = fw_store_get (act->store, "local-figure", act->confirmed[i], error);
      g_autoptr (FwRecord) figure = old != NULL ? fw_record_copy (old) : NULL;

      if (figure == NULL)
        return NULL;
      _fw_local_figure_confirm (figure, act->who, act->today);
      fw_command_put (command, figure);
    }
  return fw_store_run (act->store, command, NULL, error);
}

static FwEvent *
play (Act *act,
      GError **error)
{
  g_autoptr (FwCommand) command = NULL;

  if (act->confirmed != NULL)
    return confirm (act, error);
  command = fw_command_new ("figure.enter", act->who, NULL);
  fw_command_set_detail (command, "place", fw_record_get (act->figure, "place"));
  fw_command_set_detail (command, "figure", fw_record_get (act->figure, "name"));
  if (!_fw_local_figures_put_one (act->store, command, act->figure, act->corrects, error))
    return NULL;
  return fw_store_run (act->store, command, NULL, error);
}

static void
play_in_thread_cb (GTask *task,
                   gpointer source,
                   gpointer act,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  FwEvent *event = play (act, &error);

  if (event != NULL)
    g_task_return_pointer (task, event, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fw_local_figures_enter:
 * @corrects: (nullable): id of a figure that was wrong from the beginning and counts on no day any more
 *
 * Writes a figure down, confirmed by the person at work. What held on its first day holds up to the day before; nothing is
 * overwritten.
 *
 * Returns: (transfer full) (nullable): the event that undoes it; %NULL with %FW_WORKPLACE_ERROR_INPUT where a value cannot be taken
 */
FwEvent *
fw_local_figures_enter (FwWorkplace *workplace,
                        const FwFigureEntry *entry,
                        const char *corrects,
                        GError **error)
{
  g_autoptr (Act) act = act_new_entering (workplace, entry, corrects, error);

  return act != NULL ? play (act, error) : NULL;
}

/* Runs the act on a worker thread. Takes it; where it is NULL the error is answered. */
static void
play_async (FwWorkplace *workplace,
            Act *act,
            GError *error,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, NULL, callback, user_data);

  g_task_set_source_tag (task, play_async);
  if (act == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, act, act_free);
  fw_task_run_in_thread (task, play_in_thread_cb);
}

/**
 * fw_local_figures_enter_async:
 *
 * As fw_local_figures_enter(), on a worker thread; ends with fw_local_figures_finish().
 */
void
fw_local_figures_enter_async (FwWorkplace *workplace,
                              const FwFigureEntry *entry,
                              const char *corrects,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GError *error = NULL;
  Act *act = act_new_entering (workplace, entry, corrects, &error);

  play_async (workplace, act, error, callback, user_data);
}

static Act *
act_new_confirming (FwWorkplace *workplace,
                    const char *const *figures)
{
  Act *act = act_new (workplace);

  act->confirmed = g_strdupv ((char **) figures);
  return act;
}

/**
 * fw_local_figures_confirm:
 * @figures: ids, ended by %NULL
 *
 * Says that the person at work has looked the figures up and found them right; one event.
 *
 * Returns: (transfer full) (nullable): the event that undoes it
 */
FwEvent *
fw_local_figures_confirm (FwWorkplace *workplace,
                          const char *const *figures,
                          GError **error)
{
  g_autoptr (Act) act = act_new_confirming (workplace, figures);

  return play (act, error);
}

/**
 * fw_local_figures_confirm_async:
 *
 * As fw_local_figures_confirm(), on a worker thread; ends with fw_local_figures_finish().
 */
void
fw_local_figures_confirm_async (FwWorkplace *workplace,
                                const char *const *figures,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  play_async (workplace, act_new_confirming (workplace, figures), NULL, callback, user_data);
}

/**
 * fw_local_figures_finish:
 *
 * Returns: (transfer full) (nullable): the event that undoes what was done
 */
FwEvent *
fw_local_figures_finish (FwWorkplace *workplace,
                         GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workplace), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
