#include "store/fw-search-private.h"

#include <string.h>

#include "store/fw-store-private.h"

/* More is not a search any more, and would only cost. */
#define MAX_TERMS 8
#define MAX_CHARACTERS 64

/* Writing the index */

static gboolean
is_han (gunichar character)
{
  return g_unichar_get_script (character) == G_UNICODE_SCRIPT_HAN;
}

/*
 * One word for each Chinese character: a phrase of them then finds any part of a name, also of one
 * character.
 */
static char *
spread_characters (const char *text)
{
  GString *spread = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (is_han (character))
        g_string_append_c (spread, ' ');
      g_string_append_unichar (spread, character);
      if (is_han (character))
        g_string_append_c (spread, ' ');
    }
  return g_string_free (spread, FALSE);
}

static void
append_digits (GString *words,
               const char *text)
{
  for (const char *c = text; c != NULL && *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (words, *c);
  g_string_append_c (words, ' ');
}

/* The staff number as it is and by its digits alone, and the phone without its dashes. */
static char *
collect_numbers (FwRecord *employee)
{
  const char *number = fw_record_get (employee, "number");
  GString *words = g_string_new (NULL);

  for (const char *c = number; *c != '\0'; c++)
    if ((guchar) *c >= 0x80 || g_ascii_isalnum (*c))
      g_string_append_c (words, *c);
  g_string_append_c (words, ' ');
  append_digits (words, number);
  append_digits (words, fw_record_get (employee, "phone"));
  return g_string_free (words, FALSE);
}

static char *
make_sort_key (FwRecord *employee)
{
  const char *readings = fw_record_get (employee, "pinyin");
  g_auto (GStrv) each = g_strsplit (readings != NULL ? readings : "", ";", 2);
  g_autofree char *first = each[0] != NULL ? g_ascii_strdown (g_strstrip (each[0]), -1) : g_strdup ("");

  return g_strdup_printf ("%s\x1f%s\x1f%s", first, fw_record_get (employee, "name"),
                          fw_record_get (employee, "number"));
}

/* Takes a removed employee out of the index; within the transaction of the removal. */
gboolean
_fw_store_unindex_employee (FwStore *self,
                            gint64 seq,
                            GError **error)
{
  static const char *const deletions[] = {
    "DELETE FROM employee_search WHERE rowid = ?",
    "DELETE FROM employee_sort WHERE seq = ?",
  };

  for (guint i = 0; i < G_N_ELEMENTS (deletions); i++)
    {
      g_autoptr (FwStatement) statement = _fw_connection_prepare (self->writer, deletions[i], error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, seq);
      if (!_fw_connection_run (self->writer, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* Puts a stored employee into the index, in place of what it had; within the transaction of the change. */
gboolean
_fw_store_index_employee (FwStore *self,
                          FwRecord *employee,
                          GError **error)
{
  gint64 seq = fw_record_get_seq (employee);
  g_autofree char *characters = spread_characters (fw_record_get (employee, "name"));
  g_autofree char *words = _fw_pinyin_get_words (fw_record_get (employee, "pinyin"));
  g_autofree char *initials = _fw_pinyin_get_initials (fw_record_get (employee, "pinyin"));
  g_autofree char *numbers = collect_numbers (employee);
  g_autofree char *sort_key = make_sort_key (employee);
  g_autoptr (FwStatement) search = NULL;
  g_autoptr (FwStatement) sort = NULL;

  if (!_fw_store_unindex_employee (self, seq, error))
    return FALSE;
  search = _fw_connection_prepare (
    self->writer,
    "INSERT INTO employee_search (rowid, characters, pinyin, initials, numbers) VALUES (?, ?, ?, ?, ?)",
    error);
  sort = search != NULL
           ? _fw_connection_prepare (self->writer, "INSERT INTO employee_sort VALUES (?, ?)", error)
           : NULL;
  if (sort == NULL)
    return FALSE;
  sqlite3_bind_int64 (search, 1, seq);
  _fw_bind_text (search, 2, characters);
  _fw_bind_text (search, 3, words);
  _fw_bind_text (search, 4, initials);
  _fw_bind_text (search, 5, numbers);
  sqlite3_bind_int64 (sort, 1, seq);
  _fw_bind_text (sort, 2, sort_key);
  return _fw_connection_run (self->writer, search, error) && _fw_connection_run (self->writer, sort, error);
}

/* Asking */

static void
append_term (GString *match,
             GString *term,
             gboolean han,
             guint *n_terms)
{
  if (term->len > 0 && *n_terms < MAX_TERMS)
    {
      /* A run of Chinese characters is a phrase; anything else is the beginning of a word. */
      g_string_append_printf (match, "%s%s : \"%s\"%s", *n_terms > 0 ? " AND " : "",
                              han ? "characters" : "{characters pinyin initials numbers}", term->str,
                              han ? "" : " *");
      (*n_terms)++;
    }
  g_string_truncate (term, 0);
}

/*
 * What FTS5 is asked; NULL where @text has nothing that could be found. Quotes cannot get in: only
 * letters and digits do.
 */
static char *
make_match (const char *text)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (GString) term = g_string_new (NULL);
  gboolean han = FALSE;
  guint n_terms = 0, n_characters = 0;

  for (const char *c = text; *c != '\0' && n_characters < MAX_CHARACTERS;
       c = g_utf8_next_char (c), n_characters++)
    {
      gunichar character = g_utf8_get_char (c);
      gboolean wanted = g_unichar_isalnum (character);

      if (!wanted || is_han (character) != han)
        append_term (match, term, han, &n_terms);
      if (!wanted)
        continue;
      han = is_han (character);
      if (han && term->len > 0)
        g_string_append_c (term, ' ');
      g_string_append_unichar (term, character);
    }
  append_term (match, term, han, &n_terms);
  return n_terms > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

static GArray *
read_order (FwConnection *connection,
            GError **error)
{
  g_autoptr (FwStatement) statement =
    _fw_connection_prepare (connection, "SELECT seq FROM employee_sort ORDER BY sort_key, seq", error);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));
  int step;

  if (statement == NULL)
    return NULL;
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    {
      guint32 seq = (guint32) sqlite3_column_int64 (statement, 0);

      g_array_append_val (order, seq);
    }
  if (step == SQLITE_DONE)
    return g_steal_pointer (&order);
  _fw_connection_set_error (connection, error);
  return NULL;
}

static GArray *
rank_by_seq (GArray *order)
{
  GArray *ranks = g_array_new (FALSE, TRUE, sizeof (guint32));

  for (guint32 rank = 0; rank < order->len; rank++)
    {
      guint32 seq = g_array_index (order, guint32, rank);

      if (seq >= ranks->len)
        g_array_set_size (ranks, seq + 1);
      g_array_index (ranks, guint32, seq) = rank;
    }
  return ranks;
}

/* The order of employees as this reader sees them; read once for everybody until an employee changes. */
static gboolean
get_order (FwStore *self,
           FwConnection *connection,
           GArray **order,
           GArray **ranks,
           GError **error)
{
  FwEmployeeOrder *known = &self->employees;
  gint64 version;

  if (!_fw_connection_get_int (connection, "SELECT value FROM counter WHERE name = 'employees'", &version,
                               error))
    return FALSE;
  g_mutex_lock (&known->mutex);
  if (known->order == NULL || known->version != version)
    {
      GArray *fresh = read_order (connection, error);

      if (fresh == NULL)
        {
          g_mutex_unlock (&known->mutex);
          return FALSE;
        }
      g_clear_pointer (&known->order, g_array_unref);
      g_clear_pointer (&known->ranks, g_array_unref);
      known->order = fresh;
      known->ranks = rank_by_seq (fresh);
      known->version = version;
    }
  *order = g_array_ref (known->order);
  *ranks = g_array_ref (known->ranks);
  g_mutex_unlock (&known->mutex);
  return TRUE;
}

/* A bit for each rank: reading them back gives the order without a sort. */
typedef struct
{
  guint64 *words;
  gsize n_words;
} Bits;

static Bits
bits_new (guint n_bits)
{
  Bits bits = { g_new0 (guint64, n_bits / 64 + 1), n_bits / 64 + 1 };

  return bits;
}

static void
bits_clear (Bits *bits)
{
  g_clear_pointer (&bits->words, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bits, bits_clear)

/* Keeps in @bits only the rows that @statement answers. */
static gboolean
keep_rows (FwConnection *connection,
           sqlite3_stmt *statement,
           GArray *ranks,
           Bits *bits,
           gboolean first,
           GError **error)
{
  g_auto (Bits) found = bits_new (ranks->len);
  int step;

  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 seq = sqlite3_column_int64 (statement, 0);
      guint32 rank;

      if (seq >= ranks->len)
        continue;
      rank = g_array_index (ranks, guint32, seq);
      found.words[rank / 64] |= G_GUINT64_CONSTANT (1) << (rank % 64);
    }
  if (step != SQLITE_DONE)
    {
      _fw_connection_set_error (connection, error);
      return FALSE;
    }
  for (gsize i = 0; i < found.n_words; i++)
    bits->words[i] = first ? found.words[i] : bits->words[i] & found.words[i];
  return TRUE;
}

static sqlite3_stmt *
prepare_filter (FwConnection *connection,
                const FwEmployeeFilter *filter,
                GError **error)
{
  sqlite3_stmt *statement = _fw_connection_prepare (
    connection,
    "WITH RECURSIVE below (id) AS ("
    " SELECT ?1 UNION SELECT d.id FROM department AS d JOIN below ON d.parent_id = below.id) "
    "SELECT seq FROM employee WHERE (?1 IS NULL OR department_id IN (SELECT id FROM below)) "
    "AND (?2 IS NULL OR status = ?2)",
    error);

  if (statement == NULL)
    return NULL;
  _fw_bind_text (statement, 1, filter->department_id);
  _fw_bind_text (statement, 2, filter->status);
  return statement;
}

static GArray *
read_bits (const Bits *bits,
           GArray *order)
{
  GArray *seqs = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (gsize i = 0; i < bits->n_words; i++)
    for (guint64 word = bits->words[i]; word != 0; word &= word - 1)
      g_array_append_val (seqs, g_array_index (order, guint32, i * 64 + (gsize) __builtin_ctzll (word)));
  return seqs;
}

static GArray *
search_rows (FwConnection *connection,
             const char *match,
             const FwEmployeeFilter *filter,
             GArray *order,
             GArray *ranks,
             GError **error)
{
  g_auto (Bits) bits = bits_new (ranks->len);

  if (match != NULL)
    {
      g_autoptr (FwStatement) statement = _fw_connection_prepare (
        connection, "SELECT rowid FROM employee_search WHERE employee_search MATCH ?", error);

      if (statement == NULL)
        return NULL;
      _fw_bind_text (statement, 1, match);
      if (!keep_rows (connection, statement, ranks, &bits, TRUE, error))
        return NULL;
    }
  if (filter != NULL)
    {
      g_autoptr (FwStatement) statement = prepare_filter (connection, filter, error);

      if (statement == NULL || !keep_rows (connection, statement, ranks, &bits, match == NULL, error))
        return NULL;
    }
  return read_bits (&bits, order);
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
check_newest (FwStore *self,
              gint begun,
              GError **error)
{
  if (g_atomic_int_get (&self->search_generation) == begun)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "a newer search has taken its place");
  return FALSE;
}

static GArray *
search_view (FwStore *self,
             FwConnection *connection,
             const char *text,
             const FwEmployeeFilter *filter,
             GError **error)
{
  gboolean all = is_blank (text),
           filtered = filter != NULL && (filter->department_id != NULL || filter->status != NULL);
  g_autofree char *match = all ? NULL : make_match (text);
  g_autoptr (GArray) order = NULL;
  g_autoptr (GArray) ranks = NULL;

  if (!get_order (self, connection, &order, &ranks, error))
    return NULL;
  if (all && !filtered)
    return g_array_copy (order);
  if (!all && match == NULL)
    return g_array_new (FALSE, FALSE, sizeof (guint32));
  return search_rows (connection, match, filtered ? filter : NULL, order, ranks, error);
}

/* As fw_store_search(), given up once the store's generation of searches is no longer @begun. */
GArray *
_fw_store_search_begun (FwStore *self,
                        const char *text,
                        const FwEmployeeFilter *filter,
                        gint begun,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (FwReader) reader = NULL;
  g_autoptr (GArray) seqs = NULL;

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID,
                           "the text to search for is not UTF-8");
      return NULL;
    }
  if (!check_newest (self, begun, error) ||
      (reader = _fw_store_borrow_reader (self, cancellable, error)) == NULL)
    return NULL;
  _fw_connection_watch (reader->connection, cancellable, &self->search_generation, begun);
  /* One view of the store from the order to the last row. */
  if (!_fw_connection_execute (reader->connection, "BEGIN", error))
    return NULL;
  seqs = search_view (self, reader->connection, text, filter, error);
  return seqs != NULL && check_newest (self, begun, error) ? g_steal_pointer (&seqs) : NULL;
}

/**
 * fw_store_search:
 * @text: (nullable): what a person types: part of a Chinese name, pinyin with or without spaces,
 *   initials, the beginning of a staff or phone number, several of them; %NULL or blank is everybody
 * @filter: (nullable): only some people
 * @cancellable: (nullable): gives up soon after it is cancelled
 *
 * Returns: (transfer full) (element-type guint32) (nullable): row numbers in pinyin order; %NULL with
 *   an error, %G_IO_ERROR_CANCELLED where a newer search has taken its place
 */
GArray *
fw_store_search (FwStore *self,
                 const char *text,
                 const FwEmployeeFilter *filter,
                 GCancellable *cancellable,
                 GError **error)
{
  return _fw_store_search_begun (self, text, filter, g_atomic_int_get (&self->search_generation), cancellable,
                                 error);
}

/**
 * fw_store_search_interrupt:
 *
 * Ends every search that runs or waits: what was typed since has made them worthless.
 */
void
fw_store_search_interrupt (FwStore *self)
{
  g_atomic_int_inc (&self->search_generation);
}
