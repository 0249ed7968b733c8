#include "store/fw-search-private.h"

#include <string.h>

#include "store/fw-store-private.h"

/* More is not a search any more, and would only cost. */
#define MAX_TERMS 8
#define MAX_CHARACTERS 64

/*
 * One word of what was typed. Every one must be met, by the person's own names and numbers or by where
 * they work.
 */
typedef struct
{
  char *match;   /* for FTS5. Quotes cannot get in: only letters and digits do */
  char *
    place; /* (nullable): part of the name of a department or position; not for what is too short to mean one */
  gboolean han;
} Term;

static void
term_free (gpointer data)
{
  Term *term = data;

  g_free (term->match);
  g_free (term->place);
  g_free (term);
}

static void
end_term (GPtrArray *terms,
          GString *word,
          gboolean han)
{
  g_autoptr (GString) phrase = g_string_new (NULL);
  Term *term;

  if (word->len > 0 && terms->len < MAX_TERMS)
    {
      for (const char *c = word->str; *c != '\0'; c = g_utf8_next_char (c))
        {
          g_string_append_unichar (phrase, g_utf8_get_char (c));
          if (han)
            g_string_append_c (phrase, ' ');
        }
      term = g_new0 (Term, 1);
      term->han = han;
      /* A run of Chinese characters is a phrase; anything else is the beginning of a word. */
      term->match =
        g_strdup_printf ("%s : \"%s\"%s", han ? "characters" : "{characters pinyin initials numbers}",
                         phrase->str, han ? "" : " *");
      term->place = g_utf8_strlen (word->str, -1) > 1 ? g_utf8_strdown (word->str, -1) : NULL;
      g_ptr_array_add (terms, term);
    }
  g_string_truncate (word, 0);
}

/* The words of what was typed; none where nothing in it could be found. */
static GPtrArray *
read_terms (const char *text)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func (term_free);
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean han = FALSE;
  guint n_characters = 0;

  for (const char *c = text; *c != '\0' && n_characters < MAX_CHARACTERS;
       c = g_utf8_next_char (c), n_characters++)
    {
      gunichar character = g_utf8_get_char (c);
      gboolean wanted = g_unichar_isalnum (character);

      if (!wanted || _fw_search_is_han (character) != han)
        end_term (terms, word, han);
      if (!wanted)
        continue;
      han = _fw_search_is_han (character);
      g_string_append_unichar (word, character);
    }
  end_term (terms, word, han);
  return terms;
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

/* Adds the rows that @statement answers. */
static gboolean
add_rows (FwConnection *connection,
          sqlite3_stmt *statement,
          GArray *ranks,
          Bits *bits,
          GError **error)
{
  int step;

  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 seq = sqlite3_column_int64 (statement, 0);
      guint32 rank;

      if (seq >= ranks->len)
        continue;
      rank = g_array_index (ranks, guint32, seq);
      bits->words[rank / 64] |= G_GUINT64_CONSTANT (1) << (rank % 64);
    }
  if (step != SQLITE_DONE)
    _fw_connection_set_error (connection, error);
  return step == SQLITE_DONE;
}

/* Keeps what both have. */
static void
keep (Bits *bits,
      const Bits *others)
{
  for (gsize i = 0; i < bits->n_words; i++)
    bits->words[i] &= others->words[i];
}

static gboolean
add_by_name (FwConnection *connection,
             const Term *term,
             GArray *ranks,
             Bits *bits,
             GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (
    connection, "SELECT rowid FROM employee_search WHERE employee_search MATCH ?", error);

  if (statement == NULL)
    return FALSE;
  _fw_bind_text (statement, 1, term->match);
  return add_rows (connection, statement, ranks, bits, error);
}

/* Chinese anywhere in the name of a department or position, other letters at the beginning of a word. */
static gboolean
add_by_place (FwConnection *connection,
              const Term *term,
              GArray *ranks,
              Bits *bits,
              GError **error)
{
  g_autoptr (FwStatement) statement = NULL;
  g_autofree char *part = NULL;

  if (term->place == NULL)
    return TRUE;
  statement = _fw_connection_prepare (
    connection,
    "SELECT seq FROM employee WHERE department_id IN "
    "(SELECT id FROM department WHERE instr (' ' || lower (name), ?1) > 0) UNION ALL "
    "SELECT seq FROM employee WHERE position_id IN "
    "(SELECT id FROM \"position\" WHERE instr (' ' || lower (name), ?1) > 0)",
    error);
  if (statement == NULL)
    return FALSE;
  part = g_strconcat (term->han ? "" : " ", term->place, NULL);
  _fw_bind_text (statement, 1, part);
  return add_rows (connection, statement, ranks, bits, error);
}

static gboolean
add_by_filter (FwConnection *connection,
               const FwEmployeeFilter *filter,
               GArray *ranks,
               Bits *bits,
               GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (
    connection,
    "WITH RECURSIVE below (id) AS ("
    " SELECT ?1 UNION SELECT d.id FROM department AS d JOIN below ON d.parent_id = below.id) "
    "SELECT seq FROM employee WHERE (?1 IS NULL OR department_id IN (SELECT id FROM below)) "
    "AND (?2 IS NULL OR status = ?2)",
    error);

  if (statement == NULL)
    return FALSE;
  _fw_bind_text (statement, 1, filter->department_id);
  _fw_bind_text (statement, 2, filter->status);
  return add_rows (connection, statement, ranks, bits, error);
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

/* People who meet every term and the filter, in order. */
static GArray *
search_rows (FwConnection *connection,
             GPtrArray *terms,
             const FwEmployeeFilter *filter,
             GArray *order,
             GArray *ranks,
             GError **error)
{
  g_auto (Bits) bits = bits_new (order->len);

  for (guint rank = 0; rank < order->len; rank++)
    bits.words[rank / 64] |= G_GUINT64_CONSTANT (1) << (rank % 64);
  for (guint i = 0; i < terms->len; i++)
    {
      g_auto (Bits) met = bits_new (order->len);

      if (!add_by_name (connection, g_ptr_array_index (terms, i), ranks, &met, error) ||
          !add_by_place (connection, g_ptr_array_index (terms, i), ranks, &met, error))
        return NULL;
      keep (&bits, &met);
    }
  if (filter != NULL)
    {
      g_auto (Bits) met = bits_new (order->len);

      if (!add_by_filter (connection, filter, ranks, &met, error))
        return NULL;
      keep (&bits, &met);
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
  g_autoptr (GPtrArray) terms = read_terms (all ? "" : text);
  g_autoptr (GArray) order = NULL;
  g_autoptr (GArray) ranks = NULL;

  if (!get_order (self, connection, &order, &ranks, error))
    return NULL;
  if (all && !filtered)
    return g_array_copy (order);
  if (!all && terms->len == 0)
    return g_array_new (FALSE, FALSE, sizeof (guint32));
  return search_rows (connection, terms, filtered ? filter : NULL, order, ranks, error);
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
 *   initials, the beginning of a staff or phone number, a department or position, several of them;
 *   %NULL or blank is everybody
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
