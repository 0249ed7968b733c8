#include "store/fw-search-private.h"

#include <string.h>

#include "store/fw-store-private.h"

/* So many of the first people are read by name before the order of everybody is known. */
#define BEGINNING 256

/* Orders and filters, kept from one search to the next */

/*
 * The order of names as this reader sees it; read once for everybody until an employee changes. Never given up half-way:
 * the next search needs it, too.
 */
static FwPeopleOrder *
get_names (FwStore *self,
           FwConnection *connection,
           gboolean only_known,
           GError **error)
{
  FwPeopleCache *known = &self->people;
  FwPeopleOrder *order = NULL;
  gint64 version;

  if (!_fw_connection_get_int (connection, "SELECT value FROM counter WHERE name = 'employees'", &version, error))
    return NULL;
  g_mutex_lock (&known->mutex);
  if (!only_known && (known->by_name == NULL || known->version != version))
    {
      FwPeopleOrder *fresh = _fw_people_order_new_by_name (connection, error);

      if (fresh != NULL)
        {
          g_clear_pointer (&known->by_name, _fw_people_order_unref);
          known->by_name = fresh;
          known->version = version;
        }
    }
  if (known->by_name != NULL && known->version == version)
    order = _fw_people_order_ref (known->by_name);
  g_mutex_unlock (&known->mutex);
  return order;
}

/* Anything that is done may change what people are ordered and filtered by; (transfer full). */
static char *
dup_state (FwConnection *connection,
           GError **error)
{
  gint64 event = 0;

  return _fw_connection_get_int (connection, "SELECT ifnull (max (seq), 0) FROM event", &event, error)
           ? g_strdup_printf ("%" G_GINT64_FORMAT, event)
           : NULL;
}

static char *
name_order (const FwEmployeeFilter *filter,
            const char *state)
{
  g_autofree char *today = fw_date_is_known (filter->today) ? fw_date_to_string (filter->today) : NULL;

  return g_strjoin ("\n", state, filter->order != NULL ? filter->order : "name", filter->descending ? "-" : "+",
                    today != NULL ? today : "", NULL);
}

static char *
name_filter (const FwEmployeeFilter *filter,
             const char *state)
{
  g_autofree char *from = fw_date_is_known (filter->ends_from) ? fw_date_to_string (filter->ends_from) : NULL;
  g_autofree char *until = fw_date_is_known (filter->ends_until) ? fw_date_to_string (filter->ends_until) : NULL;
  g_autofree char *today = fw_date_is_known (filter->today) ? fw_date_to_string (filter->today) : NULL;

  return g_strdup_printf ("%s\n%s\n%s\n%s\n%s\n%d\n%d\n%d\n%s", state,
                          filter->department_id != NULL ? filter->department_id : "",
                          filter->status != NULL ? filter->status : "", from != NULL ? from : "",
                          until != NULL ? until : "", filter->open_ended, filter->tenure_from, filter->tenure_below,
                          today != NULL ? today : "");
}

/* The order that @filter asks for; the last one is kept. The caller holds the lock for sorting. */
static FwPeopleOrder *
get_sorted (FwPeopleCache *known,
            FwConnection *connection,
            FwPeopleOrder *by_name,
            const FwEmployeeFilter *filter,
            const char *state,
            GError **error)
{
  g_autofree char *name = name_order (filter, state);
  FwPeopleOrder *fresh;

  if (known->sorted == NULL || known->sorted_of != by_name || g_strcmp0 (known->sorted_name, name) != 0)
    {
      fresh = _fw_people_order_new (connection, by_name, filter, error);
      if (fresh == NULL)
        return NULL;
      g_clear_pointer (&known->sorted, _fw_people_order_unref);
      known->sorted = fresh;
      known->sorted_of = by_name;
      g_free (known->sorted_name);
      known->sorted_name = g_steal_pointer (&name);
    }
  return _fw_people_order_ref (known->sorted);
}

/* Keeps of @bits whom @filter leaves; who that is, is kept for the next letter. The caller holds the lock for sorting. */
static gboolean
keep_filtered (FwPeopleCache *known,
               FwConnection *connection,
               FwPeopleOrder *order,
               const FwEmployeeFilter *filter,
               const char *state,
               FwRankBits *bits,
               GError **error)
{
  g_autofree char *name = name_filter (filter, state);

  if (known->filtered.words == NULL || known->filtered_of != order || g_strcmp0 (known->filter_name, name) != 0)
    {
      g_auto (FwRankBits) fresh = _fw_rank_bits_new (order->seqs->len);

      if (!_fw_search_add_filter (connection, filter, order, &fresh, error))
        return FALSE;
      _fw_rank_bits_clear (&known->filtered);
      known->filtered = fresh;
      fresh.words = NULL;
      g_clear_pointer (&known->filtered_of, _fw_people_order_unref);
      known->filtered_of = _fw_people_order_ref (order);
      g_free (known->filter_name);
      known->filter_name = g_steal_pointer (&name);
    }
  _fw_rank_bits_keep (bits, &known->filtered);
  return TRUE;
}

void
_fw_people_cache_clear (FwPeopleCache *known)
{
  g_clear_pointer (&known->by_name, _fw_people_order_unref);
  g_clear_pointer (&known->sorted, _fw_people_order_unref);
  g_clear_pointer (&known->filtered_of, _fw_people_order_unref);
  _fw_rank_bits_clear (&known->filtered);
  g_clear_pointer (&known->sorted_name, g_free);
  g_clear_pointer (&known->filter_name, g_free);
  _fw_search_words_clear (&known->words);
}

static GArray *
read_bits (const FwRankBits *bits,
           FwPeopleOrder *order)
{
  GArray *seqs = g_array_sized_new (FALSE, FALSE, sizeof (guint32), _fw_rank_bits_count (bits));

  for (gsize i = 0; i < bits->n_words; i++)
    for (guint64 word = bits->words[i]; word != 0; word &= word - 1)
      g_array_append_val (seqs,
                          g_array_index (order->seqs, guint32, i * 64 + (gsize) __builtin_ctzll (word)));
  return seqs;
}

/* Sets in @bits, empty so far, those who meet every term; everybody where there is none. */
static gboolean
match_terms (FwPeopleCache *cache,
             FwConnection *connection,
             GPtrArray *terms,
             FwPeopleOrder *order,
             FwRankBits *bits,
             GError **error)
{
  for (guint i = 0; i < terms->len; i++)
    {
      g_auto (FwRankBits) met = _fw_rank_bits_new (order->seqs->len);
      FwRankBits *target = i == 0 ? bits : &met;

      if (!_fw_search_add_term (cache, connection, g_ptr_array_index (terms, i), order, target, error))
        return FALSE;
      if (i > 0)
        _fw_rank_bits_keep (bits, &met);
    }
  for (guint rank = 0; terms->len == 0 && rank < order->seqs->len; rank++)
    bits->words[rank / 64] |= G_GUINT64_CONSTANT (1) << (rank % 64);
  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
is_plain_order (const FwEmployeeFilter *filter)
{
  return filter == NULL || (!filter->descending && (filter->order == NULL || strcmp (filter->order, "name") == 0));
}

/* A search on its way. */
typedef struct
{
  FwStore *store;
  FwConnection *connection;
  const char *text;
  const FwEmployeeFilter *filter;
  GCancellable *cancellable;
} Search;

/* What a search needs of an order or filter is not given up with it: it is kept for the next. */
static void
watch (Search *search,
       gboolean watched)
{
  _fw_connection_watch (search->connection, watched ? search->cancellable : NULL);
}

static gboolean
keep_answer (Search *search,
             FwPeopleOrder *by_name,
             FwPeopleOrder **order,
             FwRankBits *filtered,
             GError **error)
{
  FwPeopleCache *known = &search->store->people;
  gboolean sorted = !is_plain_order (search->filter), chosen = _fw_search_is_filter (search->filter), done;
  g_autofree char *state = sorted || chosen ? dup_state (search->connection, error) : NULL;

  *order = NULL;
  if (!sorted && !chosen)
    {
      *order = _fw_people_order_ref (by_name);
      return TRUE;
    }
  if (state == NULL)
    return FALSE;
  g_mutex_lock (&known->sorting);
  watch (search, FALSE);
  *order = sorted ? get_sorted (known, search->connection, by_name, search->filter, state, error)
                  : _fw_people_order_ref (by_name);
  done = *order != NULL;
  if (done && chosen)
    {
      *filtered = _fw_rank_bits_new ((*order)->seqs->len);
      memset (filtered->words, 0xff, filtered->n_words * sizeof *filtered->words);
      done = keep_filtered (known, search->connection, *order, search->filter, state, filtered, error);
    }
  watch (search, TRUE);
  g_mutex_unlock (&known->sorting);
  return done;
}

/* Row numbers of the people of the search, in its order; shared with the order where it is everybody. */
static GArray *
search_view (Search *search,
             guint *n_people,
             GError **error)
{
  gboolean all = is_blank (search->text);
  g_autoptr (GPtrArray) terms = _fw_search_read_terms (all ? "" : search->text);
  g_autoptr (FwPeopleOrder) by_name = NULL;
  g_autoptr (FwPeopleOrder) order = NULL;
  g_auto (FwRankBits) filtered = { NULL, 0 };
  g_auto (FwRankBits) bits = { NULL, 0 };

  watch (search, FALSE);
  by_name = get_names (search->store, search->connection, FALSE, error);
  watch (search, TRUE);
  if (by_name == NULL || !keep_answer (search, by_name, &order, &filtered, error))
    return NULL;
  *n_people = order->seqs->len;
  if (all && filtered.words == NULL)
    return g_array_ref (order->seqs);
  if (all)
    return read_bits (&filtered, order);
  if (terms->len == 0)
    return g_array_new (FALSE, FALSE, sizeof (guint32));
  bits = _fw_rank_bits_new (order->seqs->len);
  if (!match_terms (&search->store->people, search->connection, terms, order, &bits, error))
    return NULL;
  if (filtered.words != NULL)
    _fw_rank_bits_keep (&bits, &filtered);
  return read_bits (&bits, order);
}

static gboolean
check_question (const char *text,
                const FwEmployeeFilter *filter,
                GError **error)
{
  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "the text to search for is not UTF-8");
  else if (filter != NULL && !_fw_search_is_order (filter->order))
    g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "people cannot be ordered by %s", filter->order);
  else
    return TRUE;
  return FALSE;
}

/**
 * fw_store_search:
 * @text: (nullable): what a person types: part of a Chinese name, pinyin with or without spaces,
 *   initials, the beginning of a staff or phone number, a department or position, several of them;
 *   %NULL or blank is everybody
 * @filter: (nullable): only some people, in some order
 * @cancellable: (nullable): gives up soon after it is cancelled
 *
 * Returns: (transfer full) (element-type guint32) (nullable): row numbers in order, shared with others: not to be changed;
 *   %NULL with an error
 */
GArray *
fw_store_search (FwStore *self,
                 const char *text,
                 const FwEmployeeFilter *filter,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (FwEmployeeAnswer) answer = fw_store_find_people (self, text, filter, 0, TRUE, cancellable, error);

  return answer != NULL ? g_array_ref (answer->seqs) : NULL;
}

/* Everybody by name, of whom only the first are known yet: two short looks instead of one at everybody. */
static GArray *
read_beginning (FwConnection *connection,
                guint *n_found,
                GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (
    connection, "SELECT seq FROM employee_sort ORDER BY sort_key, seq LIMIT ?", error);
  g_autoptr (GArray) seqs = g_array_new (FALSE, FALSE, sizeof (guint32));
  gint64 count = 0;
  int step;

  if (statement == NULL || !_fw_connection_get_int (connection, "SELECT value FROM counter WHERE name = 'people'", &count,
                                                    error))
    return NULL;
  sqlite3_bind_int (statement, 1, BEGINNING);
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    {
      guint32 seq = (guint32) sqlite3_column_int64 (statement, 0);

      g_array_append_val (seqs, seq);
    }
  if (step != SQLITE_DONE)
    {
      _fw_connection_set_error (connection, error);
      return NULL;
    }
  *n_found = MAX ((guint) count, seqs->len);
  return g_steal_pointer (&seqs);
}

static char *
select_by_seq (gconstpointer kind)
{
  g_autofree char *table = fw_record_kind_dup_table (kind);
  GString *sql = g_string_new ("SELECT ");

  _fw_record_append_columns (kind, sql);
  g_string_append_printf (sql, " FROM \"%s\" WHERE seq = ?", table);
  return g_string_free (sql, FALSE);
}

/* Their rows one by one, through a statement that is prepared once; who has gone meanwhile is left out. */
static GPtrArray *
read_rows (FwConnection *connection,
           const guint32 *seqs,
           gsize n_seqs,
           GError **error)
{
  const FwRecordKind *kind = fw_record_kind_find ("employee-overview");
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < n_seqs; i++)
    {
      g_autoptr (FwStatement) statement = _fw_connection_prepare_for (connection, kind, select_by_seq, error);
      int step;

      if (statement == NULL)
        return NULL;
      sqlite3_bind_int64 (statement, 1, seqs[i]);
      step = sqlite3_step (statement);
      if (step == SQLITE_ROW)
        {
          FwRecord *row = _fw_record_read_row (kind, statement);

          if (row != NULL)
            g_ptr_array_add (rows, row);
        }
      else if (step != SQLITE_DONE)
        {
          _fw_connection_set_error (connection, error);
          return NULL;
        }
    }
  return g_steal_pointer (&rows);
}

/* Whether the search is the one for everybody by name, while nobody has read that order yet. */
static gboolean
wants_beginning (Search *search)
{
  g_autoptr (FwPeopleOrder) known = NULL;

  if (!is_blank (search->text) || !is_plain_order (search->filter) || _fw_search_is_filter (search->filter))
    return FALSE;
  known = get_names (search->store, search->connection, TRUE, NULL);
  return known == NULL;
}

/**
 * fw_store_find_people:
 * @text: (nullable): as for fw_store_search()
 * @filter: (nullable): only some people, in some order
 * @n_rows: how many of the first rows to bring along
 * @whole: %FALSE allows an answer that has only the beginning of everybody, where more would take long; ask again then
 *
 * Returns: (transfer full) (nullable): who was found; %NULL with an error as of fw_store_search()
 */
FwEmployeeAnswer *
fw_store_find_people (FwStore *self,
                      const char *text,
                      const FwEmployeeFilter *filter,
                      guint n_rows,
                      gboolean whole,
                      GCancellable *cancellable,
                      GError **error)
{
  Search search = { self, NULL, text, filter, cancellable };
  g_autoptr (FwEmployeeAnswer) answer = g_new0 (FwEmployeeAnswer, 1);
  g_autoptr (FwReader) reader = NULL;

  if (!check_question (text, filter, error) || g_cancellable_set_error_if_cancelled (cancellable, error) ||
      (reader = _fw_store_borrow_reader (self, cancellable, error)) == NULL)
    return NULL;
  search.connection = reader->connection;
  watch (&search, TRUE);
  /* One view of the store from the order to the last row. */
  if (!_fw_connection_execute (reader->connection, "BEGIN", error))
    return NULL;
  if (!whole && wants_beginning (&search))
    {
      answer->seqs = read_beginning (reader->connection, &answer->n_found, error);
      answer->n_people = answer->n_found;
    }
  else if ((answer->seqs = search_view (&search, &answer->n_people, error)) != NULL)
    {
      answer->n_found = answer->seqs->len;
    }
  if (answer->seqs == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  answer->rows = read_rows (reader->connection, (const guint32 *) (gpointer) answer->seqs->data,
                            MIN (n_rows, answer->seqs->len), error);
  return answer->rows != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error) ? g_steal_pointer (&answer)
                                                                                            : NULL;
}

void
fw_employee_answer_free (FwEmployeeAnswer *self)
{
  g_clear_pointer (&self->seqs, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/* Does for every letter what a search for it would do, until it is cancelled. */
guint
_fw_store_prepare_words (FwStore *self,
                         GCancellable *cancellable)
{
  g_autoptr (FwPeopleOrder) order = NULL;
  g_autoptr (FwReader) reader = _fw_store_borrow_reader (self, cancellable, NULL);
  guint n_done;

  if (reader == NULL || !_fw_connection_execute (reader->connection, "BEGIN", NULL))
    return 0;
  order = get_names (self, reader->connection, TRUE, NULL);
  _fw_connection_watch (reader->connection, cancellable);
  n_done = order != NULL ? _fw_search_prepare_words (&self->people, reader->connection, order) : 0;
  /* The whole index has passed through it: pages that nobody asks for again soon. */
  if (n_done > 0)
    sqlite3_db_release_memory (_fw_connection_get_database (reader->connection));
  return n_done;
}

/**
 * fw_store_read_people:
 * @seqs: (array length=n_seqs): row numbers that a search found
 *
 * Returns: (transfer full) (element-type FwRecord) (nullable): employee-overview of each, in this order; who is gone
 *   meanwhile is left out
 */
GPtrArray *
fw_store_read_people (FwStore *self,
                      const guint32 *seqs,
                      gsize n_seqs,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (FwReader) reader = _fw_store_borrow_reader (self, cancellable, error);

  if (reader == NULL)
    return NULL;
  _fw_connection_watch (reader->connection, cancellable);
  if (!_fw_connection_execute (reader->connection, "BEGIN", error))
    return NULL;
  return read_rows (reader->connection, seqs, n_seqs, error);
}
