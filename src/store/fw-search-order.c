#include "store/fw-search-private.h"

#include <string.h>
#include <unicode/ucol.h>

#define UNKNOWN G_MAXUINT32

/* How the rows of a statement become keys: a smaller key comes first. */
typedef enum
{
  KEY_COUNTED,   /* rows come ordered by their value: equal values have the same key */
  KEY_NAMED,     /* the value is the id of something with a name; names are ordered as a Chinese dictionary has them */
  KEY_TENURE,    /* days of service until the day somebody left, else until today */
  KEY_RANKED,    /* the value is the key; today is ?1 and a day further on ?2 */
} KeySort;

/*
 * What the list can be ordered by. Every statement but those of rare columns runs over an index alone; ordering happens
 * outside of SQL, where equal ones stay in the order of names without being compared.
 */
typedef struct
{
  const char *order;
  KeySort sort;
  const char *rows;
  const char *names;
} KeySource;

static const KeySource key_sources[] = {
  { "number", KEY_COUNTED, "SELECT seq, \"number\" FROM employee ORDER BY \"number\"", NULL },
  { "status", KEY_COUNTED, "SELECT seq, status FROM employee WHERE status IS NOT NULL ORDER BY status", NULL },
  { "phone", KEY_COUNTED, "SELECT seq, phone FROM employee WHERE phone IS NOT NULL ORDER BY phone", NULL },
  { "email", KEY_COUNTED, "SELECT seq, email FROM employee WHERE email IS NOT NULL ORDER BY email", NULL },
  { "hired", KEY_COUNTED, "SELECT seq, hired FROM employee_term WHERE hired IS NOT NULL ORDER BY hired", NULL },
  { "contract", KEY_COUNTED, "SELECT seq, contract FROM employee_term WHERE contract IS NOT NULL ORDER BY contract",
    NULL },
  { "contract-end", KEY_COUNTED,
    "SELECT seq, contract_end FROM employee_term WHERE contract_end IS NOT NULL ORDER BY contract_end", NULL },
  { "probation-end", KEY_COUNTED,
    "SELECT seq, probation_end FROM employee_term WHERE probation_end IS NOT NULL ORDER BY probation_end", NULL },
  { "tenure", KEY_TENURE, "SELECT seq, hired, \"left\" FROM employee_term WHERE hired IS NOT NULL", NULL },
  /* An open departure, a protection, a contract that has run out or will soon, a probation that ends soon. */
  { "attention", KEY_RANKED,
    "SELECT seq, min (rank) FROM ("
    " SELECT e.seq, 0 AS rank FROM \"case\" AS c JOIN employee AS e ON e.id = c.employee_id"
    " WHERE c.state NOT IN ('closed', 'withdrawn')"
    " UNION ALL SELECT e.seq, 1 FROM protection AS p JOIN employee AS e ON e.id = p.employee_id"
    " WHERE ifnull (p.\"from\", '') <= ?1 AND ifnull (p.until, '9999-12-31') >= ?1 AND e.\"left\" IS NULL"
    " UNION ALL SELECT seq, 2 FROM employee_term WHERE contract_end < ?1 AND \"left\" IS NULL"
    " UNION ALL SELECT seq, 3 + CAST (julianday (contract_end) - julianday (?1) AS INTEGER) FROM employee_term"
    " WHERE contract_end BETWEEN ?1 AND ?2 AND \"left\" IS NULL"
    " UNION ALL SELECT seq, 1000 + CAST (julianday (probation_end) - julianday (?1) AS INTEGER) FROM employee_term"
    " WHERE probation_end BETWEEN ?1 AND ?2 AND \"left\" IS NULL) GROUP BY seq",
    NULL },
  { "department", KEY_NAMED,
    "SELECT seq, department_id FROM employee WHERE department_id IS NOT NULL ORDER BY department_id",
    "SELECT id, name FROM department" },
  { "position", KEY_NAMED,
    "SELECT seq, position_id FROM employee WHERE position_id IS NOT NULL ORDER BY position_id",
    "SELECT id, name FROM \"position\"" },
  { "level", KEY_NAMED, "SELECT seq, level_id FROM employee WHERE level_id IS NOT NULL ORDER BY level_id",
    "SELECT id, name FROM level" },
  { "branch", KEY_NAMED, "SELECT seq, branch_id FROM employee WHERE branch_id IS NOT NULL ORDER BY branch_id",
    "SELECT id, name FROM branch" },
};

static const KeySource *
find_source (const char *order)
{
  for (guint i = 0; i < G_N_ELEMENTS (key_sources); i++)
    if (g_strcmp0 (key_sources[i].order, order) == 0)
      return &key_sources[i];
  return NULL;
}

/* Whether there is such an order; %NULL and "name" are the order of names. */
gboolean
_fw_search_is_order (const char *order)
{
  return order == NULL || strcmp (order, "name") == 0 || find_source (order) != NULL;
}

/**
 * fw_search_orders:
 *
 * Returns: (transfer none) (array zero-terminated=1): what @order of a filter may be
 */
const char *const *
fw_search_orders (void)
{
  static const char *orders[G_N_ELEMENTS (key_sources) + 2] = { "name" };

  for (guint i = 0; i < G_N_ELEMENTS (key_sources); i++)
    orders[i + 1] = key_sources[i].order;
  return orders;
}

FwPeopleOrder *
_fw_people_order_ref (FwPeopleOrder *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_order (gpointer data)
{
  FwPeopleOrder *order = data;

  g_clear_pointer (&order->seqs, g_array_unref);
  g_clear_pointer (&order->ranks, g_array_unref);
}

void
_fw_people_order_unref (FwPeopleOrder *self)
{
  g_atomic_rc_box_release_full (self, clear_order);
}

static FwPeopleOrder *
new_order (GArray *seqs)
{
  FwPeopleOrder *self = g_atomic_rc_box_new0 (FwPeopleOrder);

  self->seqs = seqs;
  self->ranks = g_array_new (FALSE, TRUE, sizeof (guint32));
  for (guint32 rank = 0; rank < seqs->len; rank++)
    {
      guint32 seq = g_array_index (seqs, guint32, rank);

      if (seq >= self->ranks->len)
        g_array_set_size (self->ranks, seq + 1);
      g_array_index (self->ranks, guint32, seq) = rank;
    }
  return self;
}

/* Everybody by pinyin: one scan of an index; (transfer full). */
FwPeopleOrder *
_fw_people_order_new_by_name (FwConnection *connection,
                              GError **error)
{
  g_autoptr (FwStatement) statement =
    _fw_connection_prepare (connection, "SELECT seq FROM employee_sort ORDER BY sort_key, seq", error);
  g_autoptr (GArray) seqs = g_array_new (FALSE, FALSE, sizeof (guint32));
  int step;

  if (statement == NULL)
    return NULL;
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    {
      guint32 seq = (guint32) sqlite3_column_int64 (statement, 0);

      g_array_append_val (seqs, seq);
    }
  if (step == SQLITE_DONE)
    return new_order (g_steal_pointer (&seqs));
  _fw_connection_set_error (connection, error);
  return NULL;
}

typedef struct
{
  char *id;
  char *name;
} Named;

static void
named_free (gpointer data)
{
  Named *named = data;

  g_free (named->id);
  g_free (named->name);
  g_free (named);
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer collator)
{
  const Named *first = *(Named *const *) a, *second = *(Named *const *) b;
  UErrorCode status = U_ZERO_ERROR;

  return collator == NULL
           ? strcmp (first->name, second->name)
           : (int) ucol_strcollUTF8 (collator, first->name, -1, second->name, -1, &status);
}

/* Ranks of the ids that @sql answers, in the order of their names; (transfer full). */
static GHashTable *
rank_names (FwConnection *connection,
            const char *sql,
            GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (connection, sql, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (named_free);
  GHashTable *ranks = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator;
  gboolean read, row;

  if (statement == NULL)
    return NULL;
  while ((read = _fw_connection_step_row (connection, statement, &row, error)) && row)
    {
      Named *named = g_new0 (Named, 1);

      named->id = _fw_column_dup_text (statement, 0);
      named->name = _fw_column_dup_text (statement, 1);
      g_ptr_array_add (all, named);
    }
  if (!read)
    return NULL;
  collator = ucol_open ("zh@collation=pinyin", &status);
  g_ptr_array_sort_with_data (all, compare_names_cb, collator);
  if (collator != NULL)
    ucol_close (collator);
  ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      Named *named = g_ptr_array_index (all, i);

      g_hash_table_insert (ranks, g_steal_pointer (&named->id), GUINT_TO_POINTER (i));
    }
  return ranks;
}

/* Keys on their way from the rows of a statement. */
typedef struct
{
  const KeySource *source;
  GHashTable *names;   /* (nullable): rank by id */
  FwDate today;
  guint32 *keys;       /* by seq */
  gsize n_keys;
  guint32 largest;
  GString *value;      /* of the row before */
  guint32 key;         /* of the row before */
  gboolean any;
} Keys;

static guint32
tenure_key (Keys *keys,
            sqlite3_stmt *statement)
{
  FwDate hired = fw_date_from_string ((const char *) sqlite3_column_text (statement, 1));
  const char *left_text = (const char *) sqlite3_column_text (statement, 2);
  FwDate until = left_text != NULL ? fw_date_from_string (left_text) : keys->today;

  if (!fw_date_is_known (hired) || !fw_date_is_known (until) || fw_date_compare (until, hired) < 0)
    return UNKNOWN;
  return (guint32) fw_date_days_between (hired, until);
}

static guint32
key_of_row (Keys *keys,
            sqlite3_stmt *statement)
{
  const char *value;
  gpointer rank;

  if (keys->source->sort == KEY_TENURE)
    return tenure_key (keys, statement);
  if (keys->source->sort == KEY_RANKED)
    return (guint32) sqlite3_column_int64 (statement, 1);
  value = (const char *) sqlite3_column_text (statement, 1);
  if (keys->any && strcmp (value, keys->value->str) == 0)
    return keys->key;
  g_string_assign (keys->value, value);
  if (keys->names == NULL)
    keys->key = keys->any ? keys->key + 1 : 0;
  else
    keys->key = g_hash_table_lookup_extended (keys->names, value, NULL, &rank) ? GPOINTER_TO_UINT (rank) : UNKNOWN;
  keys->any = TRUE;
  return keys->key;
}

static void
bind_days (sqlite3_stmt *statement,
           FwDate today)
{
  g_autofree char *first = fw_date_is_known (today) ? fw_date_to_string (today) : NULL;
  g_autofree char *last =
    fw_date_is_known (today) ? fw_date_to_string (fw_date_add_days (today, FW_SEARCH_ATTENTION_DAYS)) : NULL;

  _fw_bind_text (statement, 1, first);
  _fw_bind_text (statement, 2, last);
}

static gboolean
read_keys (FwConnection *connection,
           Keys *keys,
           GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (connection, keys->source->rows, error);
  int step;

  if (statement == NULL)
    return FALSE;
  if (keys->source->sort == KEY_RANKED)
    bind_days (statement, keys->today);
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 seq = sqlite3_column_int64 (statement, 0);
      guint32 key = key_of_row (keys, statement);

      if (seq >= 0 && (gsize) seq < keys->n_keys)
        keys->keys[seq] = key;
      if (key != UNKNOWN)
        keys->largest = MAX (keys->largest, key);
    }
  if (step != SQLITE_DONE)
    _fw_connection_set_error (connection, error);
  return step == SQLITE_DONE;
}

/* One stable pass over sixteen bits of the keys: equal ones stay as they were. */
static void
sort_pass (const guint32 *keys,
           const guint32 *from,
           guint32 *to,
           guint n,
           guint shift)
{
  g_autofree guint *starts = g_new0 (guint, 65537);

  for (guint i = 0; i < n; i++)
    starts[((keys[from[i]] >> shift) & 0xffff) + 1]++;
  for (guint i = 1; i <= 65536; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < n; i++)
    to[starts[(keys[from[i]] >> shift) & 0xffff]++] = from[i];
}

/* Everybody of @by_name by their keys, the unknown last; (transfer full). */
static GArray *
sort_by_keys (FwPeopleOrder *by_name,
              const guint32 *keys)
{
  guint n = by_name->seqs->len;
  g_autofree guint32 *half = g_new (guint32, n + 1);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);

  g_array_set_size (sorted, n);
  sort_pass (keys, (const guint32 *) (gpointer) by_name->seqs->data, half, n, 0);
  sort_pass (keys, half, (guint32 *) (gpointer) sorted->data, n, 16);
  return sorted;
}

static void
turn_round (guint32 *keys,
            gsize n_keys,
            guint32 largest)
{
  for (gsize i = 0; i < n_keys; i++)
    if (keys[i] != UNKNOWN)
      keys[i] = largest - keys[i];
}

static GArray *
reverse (GArray *seqs)
{
  GArray *reversed = g_array_sized_new (FALSE, FALSE, sizeof (guint32), seqs->len);

  for (guint i = seqs->len; i > 0; i--)
    g_array_append_val (reversed, g_array_index (seqs, guint32, i - 1));
  return reversed;
}

/*
 * Everybody in the order that @filter asks for; (transfer full). The order of names is given; what is read for another is
 * one scan of a narrow index.
 */
FwPeopleOrder *
_fw_people_order_new (FwConnection *connection,
                      FwPeopleOrder *by_name,
                      const FwEmployeeFilter *filter,
                      GError **error)
{
  Keys keys = { .source = find_source (filter->order), .today = filter->today, .n_keys = by_name->ranks->len };
  g_autoptr (GHashTable) names = NULL;
  g_autofree guint32 *by_seq = NULL;
  g_autoptr (GString) value = g_string_new (NULL);

  if (keys.source == NULL)
    return filter->descending ? new_order (reverse (by_name->seqs)) : _fw_people_order_ref (by_name);
  if (keys.source->names != NULL &&
      (names = rank_names (connection, keys.source->names, error)) == NULL)
    return NULL;
  by_seq = g_new (guint32, keys.n_keys + 1);
  memset (by_seq, 0xff, (keys.n_keys + 1) * sizeof *by_seq);
  keys.names = names;
  keys.keys = by_seq;
  keys.value = value;
  if (!read_keys (connection, &keys, error))
    return NULL;
  if (filter->descending)
    turn_round (by_seq, keys.n_keys, keys.largest);
  return new_order (sort_by_keys (by_name, by_seq));
}
