#include "store/fw-query-private.h"

#include "store/fw-record.h"
#include "store/fw-store-error.h"

typedef struct
{
  char *field;
  FwQueryCompare compare;
  char **values;   /* several: one of them; the texts are bound, never pasted */
} Condition;

struct _FwQuery
{
  GObject parent_instance;

  GPtrArray *conditions;
  GArray *seqs;       /* of guint32; NULL: any */
  GPtrArray *orders;  /* of char*, '-' in front where descending */
  GPtrArray *values;  /* of char*, borrowed from the conditions, in the order of their marks */
  guint offset;
  guint limit;
};

G_DEFINE_FINAL_TYPE (FwQuery, fw_query, G_TYPE_OBJECT)

static void
condition_free (gpointer data)
{
  Condition *condition = data;

  g_free (condition->field);
  g_strfreev (condition->values);
  g_free (condition);
}

static void
fw_query_finalize (GObject *object)
{
  FwQuery *self = FW_QUERY (object);

  g_ptr_array_unref (self->conditions);
  g_ptr_array_unref (self->orders);
  g_ptr_array_unref (self->values);
  g_clear_pointer (&self->seqs, g_array_unref);
  G_OBJECT_CLASS (fw_query_parent_class)->finalize (object);
}

static void
fw_query_class_init (FwQueryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fw_query_finalize;
}

static void
fw_query_init (FwQuery *self)
{
  self->conditions = g_ptr_array_new_with_free_func (condition_free);
  self->orders = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new ();
}

/**
 * fw_query_new:
 *
 * Returns: (transfer full): a query for every record, in the order in which they came in
 */
FwQuery *
fw_query_new (void)
{
  return g_object_new (FW_TYPE_QUERY, NULL);
}

/**
 * fw_query_new_equals:
 *
 * Returns: (transfer full): a query for the records where @field is @value
 */
FwQuery *
fw_query_new_equals (const char *field,
                     const char *value)
{
  FwQuery *self = fw_query_new ();

  fw_query_where (self, field, FW_QUERY_EQUALS, value);
  return self;
}

/**
 * fw_query_where:
 * @value: (nullable): what to compare with; needed but for %FW_QUERY_KNOWN and %FW_QUERY_UNKNOWN
 */
void
fw_query_where (FwQuery *self,
                const char *field,
                FwQueryCompare compare,
                const char *value)
{
  Condition *condition;

  g_return_if_fail (value != NULL || compare == FW_QUERY_KNOWN || compare == FW_QUERY_UNKNOWN);
  condition = g_new0 (Condition, 1);
  condition->field = g_strdup (field);
  condition->compare = compare;
  condition->values = g_new0 (char *, 2);
  condition->values[0] = compare < FW_QUERY_KNOWN ? g_strdup (value) : NULL;
  g_ptr_array_add (self->conditions, condition);
}

/**
 * fw_query_one_of:
 * @values: (array zero-terminated=1): an empty list matches nothing
 */
void
fw_query_one_of (FwQuery *self,
                 const char *field,
                 const char *const *values)
{
  Condition *condition = g_new0 (Condition, 1);

  condition->field = g_strdup (field);
  condition->compare = FW_QUERY_EQUALS;
  condition->values = g_strdupv ((char **) values);
  g_ptr_array_add (self->conditions, condition);
}

/**
 * fw_query_seqs:
 *
 * Only the rows of these numbers, a page of what a search answers. They come in this order, unless
 * fw_query_order() asks for another.
 */
void
fw_query_seqs (FwQuery *self,
               const guint32 *seqs,
               gsize n_seqs)
{
  g_clear_pointer (&self->seqs, g_array_unref);
  self->seqs = g_array_sized_new (FALSE, FALSE, sizeof *seqs, (guint) n_seqs);
  g_array_append_vals (self->seqs, seqs, (guint) n_seqs);
}

/**
 * fw_query_order:
 *
 * Orders by a further field; equal ones stay in the order in which they came in. Unknown comes last.
 */
void
fw_query_order (FwQuery *self,
                const char *field,
                gboolean descending)
{
  g_ptr_array_add (self->orders, g_strconcat (descending ? "-" : "+", field, NULL));
}

/**
 * fw_query_page:
 * @limit: at most so many; 0 is all
 */
void
fw_query_page (FwQuery *self,
               guint offset,
               guint limit)
{
  self->offset = offset;
  self->limit = limit;
}

/* The column in a form in which it compares: amounts are kept as text, which would put 9 behind 10. */
static char *
comparable_column (const FwRecordKind *kind,
                   const char *name,
                   gboolean *numeric,
                   GError **error)
{
  const FwField *field = fw_record_kind_find_field (kind, name);
  g_autofree char *column = NULL;

  *numeric = FALSE;
  if (g_strcmp0 (name, "id") == 0)
    return g_strdup ("id");
  if (g_strcmp0 (name, "seq") == 0)
    {
      *numeric = TRUE;
      return g_strdup ("seq");
    }
  if (field == NULL)
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "%s has no field %s", kind->name, name);
      return NULL;
    }
  column = fw_field_dup_column (field);
  *numeric = field->type == FW_FIELD_MONEY || field->type == FW_FIELD_NUMBER || field->type == FW_FIELD_COUNT;
  if (field->type == FW_FIELD_MONEY || field->type == FW_FIELD_NUMBER)
    return g_strdup_printf ("CAST(\"%s\" AS REAL)", column);
  if (field->type == FW_FIELD_TRUTH)
    return g_strdup_printf ("iif(\"%s\", 'true', iif(\"%s\" = 0, 'false', NULL))", column, column);
  return g_strdup_printf ("\"%s\"", column);
}

static gboolean
append_condition (FwQuery *self,
                  const Condition *condition,
                  const FwRecordKind *kind,
                  GString *sql,
                  GError **error)
{
  static const char *const operators[] = {
    [FW_QUERY_EQUALS] = "=",
    [FW_QUERY_DIFFERS] = "IS NOT",
    [FW_QUERY_BELOW] = "<",
    [FW_QUERY_AT_MOST] = "<=",
    [FW_QUERY_ABOVE] = ">",
    [FW_QUERY_AT_LEAST] = ">=",
  };
  gboolean numeric;
  g_autofree char *column = comparable_column (kind, condition->field, &numeric, error);
  const char *mark = numeric ? "CAST(? AS REAL)" : "?";

  if (column == NULL)
    return FALSE;
  if (condition->compare == FW_QUERY_KNOWN || condition->compare == FW_QUERY_UNKNOWN)
    {
      g_string_append_printf (sql, "%s IS %sNULL", column,
                              condition->compare == FW_QUERY_KNOWN ? "NOT " : "");
      return TRUE;
    }
  if (g_strv_length (condition->values) == 1)
    {
      g_string_append_printf (sql, "%s %s %s", column, operators[condition->compare], mark);
      g_ptr_array_add (self->values, condition->values[0]);
      return TRUE;
    }
  g_string_append_printf (sql, "%s IN (", column);
  for (guint i = 0; condition->values[i] != NULL; i++)
    {
      g_string_append_printf (sql, "%s%s", i == 0 ? "" : ", ", mark);
      g_ptr_array_add (self->values, condition->values[i]);
    }
  g_string_append_c (sql, ')');
  return TRUE;
}

static void
append_seqs (GString *sql,
             GArray *seqs)
{
  g_string_append (sql, "seq IN (");
  for (guint i = 0; i < seqs->len; i++)
    g_string_append_printf (sql, "%s%u", i == 0 ? "" : ",", g_array_index (seqs, guint32, i));
  g_string_append_c (sql, ')');
}

static gboolean
append_order (FwQuery *self,
              const FwRecordKind *kind,
              GString *sql,
              GError **error)
{
  g_string_append (sql, " ORDER BY ");
  for (guint i = 0; i < self->orders->len; i++)
    {
      const char *order = g_ptr_array_index (self->orders, i);
      gboolean numeric;
      g_autofree char *column = comparable_column (kind, order + 1, &numeric, error);

      if (column == NULL)
        return FALSE;
      g_string_append_printf (sql, "%s %s NULLS LAST, ", column, order[0] == '-' ? "DESC" : "ASC");
    }
  g_string_append (sql, "seq");
  if (self->limit > 0 || self->offset > 0)
    g_string_append_printf (sql, " LIMIT %" G_GINT64_FORMAT " OFFSET %u",
                            self->limit > 0 ? (gint64) self->limit : (gint64) -1, self->offset);
  return TRUE;
}

/*
 * Appends WHERE, ORDER BY and LIMIT to @sql. Names come from the description of the kind, values are
 * marks for _fw_query_get_values(); where rows are only counted, order and page are left out.
 */
gboolean
_fw_query_to_sql (FwQuery *self,
                  const FwRecordKind *kind,
                  gboolean counting,
                  GString *sql,
                  GError **error)
{
  const char *joint = " WHERE ";

  g_ptr_array_set_size (self->values, 0);
  for (guint i = 0; i < self->conditions->len; i++, joint = " AND ")
    {
      g_string_append (sql, joint);
      if (!append_condition (self, g_ptr_array_index (self->conditions, i), kind, sql, error))
        return FALSE;
    }
  if (self->seqs != NULL)
    {
      g_string_append (sql, joint);
      append_seqs (sql, self->seqs);
    }
  return counting || append_order (self, kind, sql, error);
}

/* The texts for the marks, in their order; (transfer none), good until the query changes. */
GPtrArray *
_fw_query_get_values (FwQuery *self)
{
  return self->values;
}

static int
compare_ranks_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer user_data)
{
  FwRecord *first = *(FwRecord *const *) a, *second = *(FwRecord *const *) b;
  guint rank =
    GPOINTER_TO_UINT (g_hash_table_lookup (user_data, GSIZE_TO_POINTER (fw_record_get_seq (first))));
  guint other =
    GPOINTER_TO_UINT (g_hash_table_lookup (user_data, GSIZE_TO_POINTER (fw_record_get_seq (second))));

  return (rank > other) - (rank < other);
}

/*
 * Puts rows that were asked for by their numbers into the order of the numbers, where no other was
 * asked for.
 */
void
_fw_query_arrange (FwQuery *self,
                   GPtrArray *records)
{
  g_autoptr (GHashTable) ranks = NULL;

  if (self->seqs == NULL || self->orders->len > 0)
    return;
  ranks = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->seqs->len; i++)
    g_hash_table_insert (ranks, GSIZE_TO_POINTER (g_array_index (self->seqs, guint32, i)),
                         GUINT_TO_POINTER (i));
  g_ptr_array_sort_with_data (records, compare_ranks_cb, ranks);
}
