#include "store/fw-search-private.h"

#include <string.h>

#include "store/fw-store-private.h"

/* A word that fewer than one in so many people answer to is found as fast as it is looked up. */
#define SPARSE 64
/* A beginning that more than one in so many answer to has its second letters prepared, too: E and 0 of the staff numbers. */
#define CROWDED 4
/* So many words are kept, a bit a person each; the one that was asked for longest ago goes first. */
#define MOST_WORDS 96
#define LETTERS "0123456789abcdefghijklmnopqrstuvwxyz"

typedef struct
{
  FwRankBits bits;
  guint64 used;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  _fw_rank_bits_clear (&kept->bits);
  g_free (kept);
}

void
_fw_search_words_clear (FwSearchWords *self)
{
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->order, _fw_people_order_unref);
  self->n_prepared = 0;
}

/* What is kept belongs to one order, which belongs to one state of all people; the caller holds the lock of words. */
static void
turn_to (FwSearchWords *self,
         FwPeopleOrder *order)
{
  if (self->order == order)
    return;
  _fw_search_words_clear (self);
  self->order = _fw_people_order_ref (order);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
}

/* Adds to @bits those who answer to @key where that is known. */
static gboolean
add_known (FwPeopleCache *cache,
           FwPeopleOrder *order,
           const char *key,
           FwRankBits *bits)
{
  Kept *kept;

  g_mutex_lock (&cache->wording);
  turn_to (&cache->words, order);
  kept = g_hash_table_lookup (cache->words.kept, key);
  if (kept != NULL)
    {
      kept->used = ++cache->words.uses;
      _fw_rank_bits_add (bits, &kept->bits);
    }
  g_mutex_unlock (&cache->wording);
  return kept != NULL;
}

static void
forget_oldest (FwSearchWords *self)
{
  GHashTableIter each;
  gpointer key, value, oldest = NULL;
  guint64 used = G_MAXUINT64;

  g_hash_table_iter_init (&each, self->kept);
  while (g_hash_table_iter_next (&each, &key, &value))
    if (((Kept *) value)->used < used)
      {
        used = ((Kept *) value)->used;
        oldest = key;
      }
  g_hash_table_remove (self->kept, oldest);
}

/* Keeps who answers to @key, in exchange for @bits, which become empty. */
static void
keep (FwPeopleCache *cache,
      FwPeopleOrder *order,
      const char *key,
      FwRankBits *bits)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->bits = *bits;
  bits->words = NULL;
  g_mutex_lock (&cache->wording);
  turn_to (&cache->words, order);
  kept->used = ++cache->words.uses;
  if (g_hash_table_size (cache->words.kept) >= MOST_WORDS)
    forget_oldest (&cache->words);
  g_hash_table_replace (cache->words.kept, g_strdup (key), kept);
  g_mutex_unlock (&cache->wording);
}

static gboolean
is_worth_keeping (FwPeopleCache *cache,
                  FwPeopleOrder *order,
                  guint n_found)
{
  return order->seqs->len >= cache->fewest && n_found > order->seqs->len / SPARSE;
}

/* Adds to @bits the rows that @statement answers, and keeps them under @key where they are many. */
static gboolean
add_rows_and_keep (FwPeopleCache *cache,
                   FwConnection *connection,
                   sqlite3_stmt *statement,
                   const char *key,
                   FwPeopleOrder *order,
                   FwRankBits *bits,
                   GError **error)
{
  g_auto (FwRankBits) met = _fw_rank_bits_new (order->seqs->len);

  if (!_fw_search_add_rows (connection, statement, order, &met, error))
    return FALSE;
  _fw_rank_bits_add (bits, &met);
  if (is_worth_keeping (cache, order, _fw_rank_bits_count (&met)))
    keep (cache, order, key, &met);
  return TRUE;
}

static gboolean
add_by_name (FwPeopleCache *cache,
             FwConnection *connection,
             const char *text,
             FwPeopleOrder *order,
             FwRankBits *bits,
             GError **error)
{
  g_autofree char *match = g_utf8_strdown (text, -1);
  g_autoptr (FwStatement) statement = NULL;

  if (add_known (cache, order, match, bits))
    return TRUE;
  statement =
    _fw_connection_prepare (connection, "SELECT rowid FROM employee_search WHERE employee_search MATCH ?", error);
  if (statement == NULL)
    return FALSE;
  _fw_bind_text (statement, 1, match);
  return add_rows_and_keep (cache, connection, statement, match, order, bits, error);
}

/*
 * The departments and positions that a word means, as a list for SQL, %NULL where there are none: Chinese anywhere in the name,
 * other letters at the beginning of a word. One more letter of a name often means the same ones.
 */
static gboolean
find_places (FwConnection *connection,
             const FwSearchTerm *term,
             char **places,
             GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (
    connection,
    "SELECT json_group_array (id) FROM (SELECT id FROM department WHERE instr (' ' || lower (name), ?1) > 0 "
    "UNION ALL SELECT id FROM \"position\" WHERE instr (' ' || lower (name), ?1) > 0)",
    error);
  g_autofree char *part = g_strconcat (term->han ? "" : " ", term->place, NULL);
  int step;

  *places = NULL;
  if (statement == NULL)
    return FALSE;
  _fw_bind_text (statement, 1, part);
  step = sqlite3_step (statement);
  if (step != SQLITE_ROW)
    {
      _fw_connection_set_error (connection, error);
      return FALSE;
    }
  if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "[]") != 0)
    *places = _fw_column_dup_text (statement, 0);
  return TRUE;
}

static gboolean
add_by_place (FwPeopleCache *cache,
              FwConnection *connection,
              const FwSearchTerm *term,
              FwPeopleOrder *order,
              FwRankBits *bits,
              GError **error)
{
  g_autoptr (FwStatement) statement = NULL;
  g_autofree char *places = NULL;

  if (term->place == NULL)
    return TRUE;
  if (!find_places (connection, term, &places, error))
    return FALSE;
  if (places == NULL || add_known (cache, order, places, bits))
    return TRUE;
  statement = _fw_connection_prepare (
    connection,
    "SELECT seq FROM employee WHERE department_id IN (SELECT value FROM json_each (?1)) UNION ALL "
    "SELECT seq FROM employee WHERE position_id IN (SELECT value FROM json_each (?1))",
    error);
  if (statement == NULL)
    return FALSE;
  _fw_bind_text (statement, 1, places);
  return add_rows_and_keep (cache, connection, statement, places, order, bits, error);
}

/* Sets in @bits who answers to @term, by their own names and numbers or by where they work. */
gboolean
_fw_search_add_term (FwPeopleCache *cache,
                     FwConnection *connection,
                     const FwSearchTerm *term,
                     FwPeopleOrder *order,
                     FwRankBits *bits,
                     GError **error)
{
  return add_by_name (cache, connection, term->match, order, bits, error) &&
         add_by_place (cache, connection, term, order, bits, error);
}

static gboolean
prepare_beginning (FwPeopleCache *cache,
                   FwConnection *connection,
                   const char *beginning,
                   FwPeopleOrder *order,
                   GError **error)
{
  g_autofree char *match = g_strdup_printf ("\"%s\" *", beginning);
  g_auto (FwRankBits) bits = _fw_rank_bits_new (order->seqs->len);

  if (!add_by_name (cache, connection, match, order, &bits, error))
    return FALSE;
  if (beginning[1] != '\0' || _fw_rank_bits_count (&bits) <= order->seqs->len / CROWDED)
    return TRUE;
  for (const char *second = LETTERS; *second != '\0'; second++)
    {
      const char both[] = { beginning[0], *second, '\0' };

      if (!prepare_beginning (cache, connection, both, order, error))
        return FALSE;
    }
  return TRUE;
}

/* How many beginnings are prepared for @order; all of them where they would not be worth it, or another order is in use. */
static gsize
count_prepared (FwPeopleCache *cache,
                FwPeopleOrder *order)
{
  gsize n_prepared = strlen (LETTERS);

  g_mutex_lock (&cache->wording);
  if (order->seqs->len >= cache->fewest && (cache->words.order == NULL || cache->words.order == order))
    {
      turn_to (&cache->words, order);
      n_prepared = cache->words.n_prepared;
    }
  g_mutex_unlock (&cache->wording);
  return n_prepared;
}

/*
 * Looks for whom each letter and digit would find before somebody types it; given up once a search fails for being outdated, and
 * taken up there the next time. Answers how many letters it did.
 */
guint
_fw_search_prepare_words (FwPeopleCache *cache,
                          FwConnection *connection,
                          FwPeopleOrder *order)
{
  guint n_done = 0;

  for (gsize i = count_prepared (cache, order); i < strlen (LETTERS); i++)
    {
      const char letter[] = { LETTERS[i], '\0' };

      if (!prepare_beginning (cache, connection, letter, order, NULL))
        return n_done;
      g_mutex_lock (&cache->wording);
      if (cache->words.order == order)
        cache->words.n_prepared = i + 1;
      g_mutex_unlock (&cache->wording);
      n_done++;
    }
  return n_done;
}
