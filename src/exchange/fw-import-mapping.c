#include "exchange/fw-import-mapping.h"

#include <string.h>

#include "exchange/fw-exchange-error.h"
#include "exchange/fw-import-value.h"

/* Titles and notes that companies write above their headings. */
#define HEADING_ROWS_SEARCHED 10

typedef struct
{
  const FwImportField *field;
  FwImportConfidence   confidence;
  gboolean             custom;
} Column;

struct _FwImportMapping
{
  GObject parent_instance;

  const FwImportKind *kind;
  FwTable            *table;
  GArray             *columns;
  GHashTable         *words; /* "kind:Resigned" to "resignation" */
};

G_DEFINE_FINAL_TYPE (FwImportMapping, fw_import_mapping, G_TYPE_OBJECT)

static void
fw_import_mapping_finalize (GObject *object)
{
  FwImportMapping *self = FW_IMPORT_MAPPING (object);

  g_clear_object (&self->table);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->words, g_hash_table_unref);
  G_OBJECT_CLASS (fw_import_mapping_parent_class)->finalize (object);
}

static void
fw_import_mapping_class_init (FwImportMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fw_import_mapping_finalize;
}

static void
fw_import_mapping_init (FwImportMapping *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static Column *
nth_column (FwImportMapping *self,
            guint column)
{
  return &g_array_index (self->columns, Column, column);
}

/*
 * How well a heading is a field: 0 for not at all. The last word of a Chinese heading says what it is
 * ("员工入职日期" is a 入职日期, "部门负责人" is no 部门), so an end counts and a beginning does not. Longer words count for
 * more.
 */
static guint
score_heading (const FwImportField *field,
               const char *whole,
               const char *bare)
{
  guint best = 0;

  for (guint i = 0; field->words[i] != NULL; i++)
    {
      const char *word = field->words[i];
      guint length = (guint) MIN (strlen (word), 90);
      guint score = 0;

      if (length == 0)
        continue;
      if (strcmp (whole, word) == 0)
        score = 300 + length;
      else if (strcmp (bare, word) == 0)
        score = 200 + length;
      else if (length >= 6 && g_str_has_suffix (bare, word))
        score = 100 + length;
      best = MAX (best, score);
    }
  return best;
}

static FwImportConfidence
confidence_of (guint score)
{
  return score >= 200 ? FW_IMPORT_SURE : FW_IMPORT_LIKELY;
}

static gboolean
has_field (FwImportMapping *self,
           const FwImportField *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (nth_column (self, i)->field == field)
      return TRUE;
  return FALSE;
}

static gboolean
is_reason_heading (const char *heading)
{
  return strcmp (heading, FW_IMPORT_REASON_HEADING_ZH) == 0 ||
         strcmp (heading, FW_IMPORT_REASON_HEADING_EN) == 0;
}

/*
 * The best pair of a free column and a free field, taken until none is left. Answers the number of sure
 * ones.
 */
static guint
guess (FwImportMapping *self)
{
  guint n_columns = fw_table_get_n_columns (self->table);
  guint n_sure = 0;
  g_autofree guint *scores = g_new0 (guint, (gsize) n_columns * self->kind->fields->len);

  g_array_set_size (self->columns, 0);
  g_array_set_size (self->columns, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *whole = fw_import_fold (fw_table_get_heading (self->table, i), FALSE);
      g_autofree char *bare = fw_import_fold (fw_table_get_heading (self->table, i), TRUE);

      if (is_reason_heading (fw_table_get_heading (self->table, i)))
        continue;
      for (guint f = 0; f < self->kind->fields->len; f++)
        scores[i * self->kind->fields->len + f] =
          score_heading (g_ptr_array_index (self->kind->fields, f), whole, bare);
    }
  while (TRUE)
    {
      guint best = 0, column = 0, field = 0;

      for (guint i = 0; i < n_columns; i++)
        for (guint f = 0; f < self->kind->fields->len; f++)
          if (scores[i * self->kind->fields->len + f] > best && nth_column (self, i)->field == NULL &&
              !has_field (self, g_ptr_array_index (self->kind->fields, f)))
            {
              best = scores[i * self->kind->fields->len + f];
              column = i;
              field = f;
            }
      if (best == 0)
        return n_sure;
      *nth_column (self, column) = (Column){ g_ptr_array_index (self->kind->fields, field), confidence_of (best), FALSE };
      n_sure += confidence_of (best) == FW_IMPORT_SURE;
    }
}

/**
 * fw_import_mapping_new_guess:
 * @kind: (transfer none): borrowed from a catalog that has to live as long
 * @table: its headings are found among its first rows, where a title stands above them
 *
 * Returns: (transfer full): the mapping that the headings suggest
 */
FwImportMapping *
fw_import_mapping_new_guess (const FwImportKind *kind,
                             FwTable *table)
{
  FwImportMapping *self = g_object_new (FW_TYPE_IMPORT_MAPPING, NULL);
  guint best_row = 0;
  guint best = 0;

  self->kind = kind;
  self->table = g_object_ref (table);
  for (guint row = 0; row < HEADING_ROWS_SEARCHED && fw_table_set_heading_row (table, row); row++)
    {
      guint n_sure = guess (self);

      if (n_sure > best)
        {
          best = n_sure;
          best_row = row;
        }
    }
  fw_table_set_heading_row (table, best_row);
  guess (self);
  return self;
}

/**
 * fw_import_mapping_get_field:
 *
 * Returns: (transfer none) (nullable): the field that a column is, %NULL where it is not imported
 */
const FwImportField *
fw_import_mapping_get_field (FwImportMapping *self,
                             guint column)
{
  return column < self->columns->len ? nth_column (self, column)->field : NULL;
}

FwImportConfidence
fw_import_mapping_get_confidence (FwImportMapping *self,
                                  guint column)
{
  return column < self->columns->len ? nth_column (self, column)->confidence : FW_IMPORT_UNKNOWN;
}

/**
 * fw_import_mapping_get_column:
 *
 * Answers the column of a field, -1 where it has none.
 */
int
fw_import_mapping_get_column (FwImportMapping *self,
                              const FwImportField *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (nth_column (self, i)->field == field)
      return (int) i;
  return -1;
}

guint
fw_import_mapping_get_n_mapped (FwImportMapping *self)
{
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    n += nth_column (self, i)->field != NULL;
  return n;
}

/**
 * fw_import_mapping_assign:
 * @field: (nullable): the id of a field, %NULL to leave the column out
 *
 * Says what a column is. Another column that was this field is left out from now on. Answers %FALSE with
 * %FW_EXCHANGE_ERROR_MAPPING where there is no such field or column.
 */
gboolean
fw_import_mapping_assign (FwImportMapping *self,
                          guint column,
                          const char *field,
                          GError **error)
{
  const FwImportField *found = fw_import_kind_find_field (self->kind, field);

  if (column >= self->columns->len || (field != NULL && found == NULL))
    {
      g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_MAPPING,
                   "%s has no field \"%s\" or no column %u", self->kind->id, field != NULL ? field : "",
                   column + 1);
      return FALSE;
    }
  for (guint i = 0; found != NULL && i < self->columns->len; i++)
    if (nth_column (self, i)->field == found)
      *nth_column (self, i) = (Column){ NULL, FW_IMPORT_TOLD, FALSE };
  *nth_column (self, column) = (Column){ found, FW_IMPORT_TOLD, FALSE };
  return TRUE;
}

/* By its heading as written, else by its number from 1. */
static int
find_column (FwImportMapping *self,
             const char *name)
{
  guint64 number;

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *heading = fw_import_value_clean (fw_table_get_heading (self->table, i));

      if (strcmp (heading, name) == 0)
        return (int) i;
    }
  if (g_ascii_string_to_unsigned (name, 10, 1, self->columns->len, &number, NULL))
    return (int) number - 1;
  return -1;
}

/**
 * fw_import_mapping_tell:
 * @column: a heading, or the number of a column from 1; "" says that the field is not in the file
 *
 * What --map FIELD=COLUMN does. Answers %FALSE with %FW_EXCHANGE_ERROR_MAPPING where either does not exist.
 */
gboolean
fw_import_mapping_tell (FwImportMapping *self,
                        const char *field,
                        const char *column,
                        GError **error)
{
  const FwImportField *found = fw_import_kind_find_field (self->kind, field);
  int index = column[0] != '\0' ? find_column (self, column) : -1;

  if (found == NULL)
    {
      g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_MAPPING, "%s has no field \"%s\"",
                   self->kind->id, field);
      return FALSE;
    }
  if (column[0] != '\0' && index < 0)
    {
      g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_MAPPING, "the file has no column \"%s\"",
                   column);
      return FALSE;
    }
  if (index >= 0)
    return fw_import_mapping_assign (self, (guint) index, field, error);
  index = fw_import_mapping_get_column (self, found);
  if (index >= 0)
    *nth_column (self, (guint) index) = (Column){ NULL, FW_IMPORT_TOLD, FALSE };
  return TRUE;
}

gboolean
fw_import_mapping_is_custom (FwImportMapping *self,
                             guint column)
{
  return column < self->columns->len && nth_column (self, column)->custom;
}

/**
 * fw_import_mapping_make_custom:
 * @column: a heading, or the number of a column from 1
 *
 * Says that a column becomes a field of the company's own, named by its heading. Answers %FALSE with
 * %FW_EXCHANGE_ERROR_MAPPING where there is no such column, or it has no heading.
 */
gboolean
fw_import_mapping_make_custom (FwImportMapping *self,
                               const char *column,
                               GError **error)
{
  int index = find_column (self, column);

  if (index >= 0 && fw_import_mapping_make_custom_nth (self, (guint) index))
    return TRUE;
  g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_MAPPING, "the file has no column \"%s\" with a heading",
               column);
  return FALSE;
}

/**
 * fw_import_mapping_make_custom_nth:
 *
 * As fw_import_mapping_make_custom(), for the column at an index from 0. Answers %FALSE where it has no heading.
 */
gboolean
fw_import_mapping_make_custom_nth (FwImportMapping *self,
                                   guint column)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (column < self->columns->len, FALSE);
  name = fw_import_value_clean (fw_table_get_heading (self->table, column));
  if (name[0] == '\0')
    return FALSE;
  *nth_column (self, column) = (Column){ NULL, FW_IMPORT_TOLD, TRUE };
  return TRUE;
}

/**
 * fw_import_mapping_make_rest_custom:
 *
 * Does so with every column that has a heading and is no field, but for the reasons in a file of bad rows.
 */
void
fw_import_mapping_make_rest_custom (FwImportMapping *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (nth_column (self, i)->field == NULL && !is_reason_heading (fw_table_get_heading (self->table, i)))
      fw_import_mapping_make_custom_nth (self, i);
}

/* A field and a text as one key; a text cannot hold the separator. */
static char *
word_key (const char *field,
          const char *text)
{
  g_autofree char *clean = fw_import_value_clean (text);

  return g_strdup_printf ("%s\x1f%s", field, clean);
}

/**
 * fw_import_mapping_tell_word:
 * @text: as it stands in the cells of the field
 * @meaning: what it is to be read as
 *
 * Says what a company's own word means, where nothing in the catalog knows it. Answers %FALSE with
 * %FW_EXCHANGE_ERROR_MAPPING where there is no such field.
 */
gboolean
fw_import_mapping_tell_word (FwImportMapping *self,
                             const char *field,
                             const char *text,
                             const char *meaning,
                             GError **error)
{
  if (fw_import_kind_find_field (self->kind, field) == NULL)
    {
      g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_MAPPING, "%s has no field \"%s\"",
                   self->kind->id, field);
      return FALSE;
    }
  g_hash_table_replace (self->words, word_key (field, text), g_strdup (meaning));
  return TRUE;
}

/**
 * fw_import_mapping_get_word:
 *
 * Returns: (transfer none) (nullable): what a cell was told to mean, %NULL where nothing was told
 */
const char *
fw_import_mapping_get_word (FwImportMapping *self,
                            const FwImportField *field,
                            const char *text)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->words) == 0)
    return NULL;
  key = word_key (field->id, text);
  return g_hash_table_lookup (self->words, key);
}

/**
 * fw_import_mapping_check:
 *
 * Answers whether every field that no row can do without has a column; %FW_EXCHANGE_ERROR_MAPPING names
 * those that lack one.
 */
gboolean
fw_import_mapping_check (FwImportMapping *self,
                         GError **error)
{
  g_autoptr (GString) lacking = g_string_new (NULL);

  for (guint i = 0; i < self->kind->fields->len; i++)
    {
      const FwImportField *field = g_ptr_array_index (self->kind->fields, i);

      if (field->required == FW_IMPORT_REQUIRED_ALWAYS && fw_import_mapping_get_column (self, field) < 0)
        g_string_append_printf (lacking, "%s%s (%s)", lacking->len > 0 ? ", " : "", field->id, field->zh);
    }
  if (lacking->len == 0)
    return TRUE;
  g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_MAPPING,
               "line %u: no column is recognised as %s; say which with --map FIELD=COLUMN",
               fw_table_get_heading_line (self->table), lacking->str);
  return FALSE;
}

/* What a column becomes that is no field. */
#define CUSTOM_KEY "*"

static void
keep_custom (FwImportMapping *self,
             GKeyFile *file)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->columns->len; i++)
    if (nth_column (self, i)->custom)
      g_ptr_array_add (headings, fw_import_value_clean (fw_table_get_heading (self->table, i)));
  if (headings->len > 0)
    g_key_file_set_string_list (file, self->kind->id, CUSTOM_KEY, (const char *const *) headings->pdata,
                                headings->len);
}

static void
apply_custom (FwImportMapping *self,
              GKeyFile *file)
{
  g_auto (GStrv) headings = g_key_file_get_string_list (file, self->kind->id, CUSTOM_KEY, NULL, NULL);

  for (guint i = 0; headings != NULL && headings[i] != NULL; i++)
    fw_import_mapping_make_custom (self, headings[i], NULL);
}

FwImportWord *
fw_import_word_new (const char *field,
                    const char *text,
                    const char *meaning)
{
  FwImportWord *self = g_new0 (FwImportWord, 1);

  self->field = g_strdup (field);
  self->text = g_strdup (text);
  self->meaning = g_strdup (meaning);
  return self;
}

void
fw_import_word_free (FwImportWord *self)
{
  g_free (self->field);
  g_free (self->text);
  g_free (self->meaning);
  g_free (self);
}

/**
 * fw_import_mapping_dup_words:
 *
 * Returns: (transfer full) (element-type FwImportWord): the words that somebody has told the meaning of, by field and text
 */
GPtrArray *
fw_import_mapping_dup_words (FwImportMapping *self)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_import_word_free);
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (self->words), (GCompareFunc) strcmp);

  for (GList *at = keys; at != NULL; at = at->next)
    {
      g_auto (GStrv) halves = g_strsplit (at->data, "\x1f", 2);

      g_ptr_array_add (words, fw_import_word_new (halves[0], halves[1], g_hash_table_lookup (self->words, at->data)));
    }
  return words;
}

static char *
words_group (FwImportMapping *self)
{
  return g_strdup_printf ("%s words", self->kind->id);
}

/* A text may hold what the key of a key file may not, so each is a list: field, text, meaning. */
static void
keep_words (FwImportMapping *self,
            GKeyFile *file)
{
  g_autofree char *group = words_group (self);
  g_autoptr (GPtrArray) words = fw_import_mapping_dup_words (self);

  for (guint i = 0; i < words->len; i++)
    {
      const FwImportWord *word = g_ptr_array_index (words, i);
      g_autofree char *name = g_strdup_printf ("%u", i + 1);
      const char *list[] = { word->field, word->text, word->meaning };

      g_key_file_set_string_list (file, group, name, list, G_N_ELEMENTS (list));
    }
}

static gboolean
apply_words (FwImportMapping *self,
             GKeyFile *file,
             GError **error)
{
  g_autofree char *group = words_group (self);
  g_auto (GStrv) names = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      gsize length = 0;
      g_auto (GStrv) list = g_key_file_get_string_list (file, group, names[i], &length, NULL);

      if (length == 3 && !fw_import_mapping_tell_word (self, list[0], list[1], list[2], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fw_import_mapping_to_text:
 *
 * Returns: (transfer full): what was found or told, to be kept for the next file: a key file with a group
 *   per kind, by heading, so that it holds when columns have moved
 */
char *
fw_import_mapping_to_text (FwImportMapping *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = nth_column (self, i);
      g_autofree char *heading = fw_import_value_clean (fw_table_get_heading (self->table, i));

      if (column->field != NULL)
        g_key_file_set_string (file, self->kind->id, column->field->id, heading);
    }
  keep_custom (self, file);
  keep_words (self, file);
  return g_key_file_to_data (file, NULL, NULL);
}

/**
 * fw_import_mapping_apply_text:
 * @text: what fw_import_mapping_to_text() made, perhaps of several kinds
 *
 * Takes over what was told before. A heading that this file lacks is passed over; a field that does not
 * exist is an error.
 */
gboolean
fw_import_mapping_apply_text (FwImportMapping *self,
                              const char *text,
                              GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) keys = NULL;

  if (!g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, error))
    return FALSE;
  keys = g_key_file_get_keys (file, self->kind->id, NULL, NULL);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *heading = g_key_file_get_string (file, self->kind->id, keys[i], NULL);

      if (strcmp (keys[i], CUSTOM_KEY) != 0 && heading != NULL &&
          (heading[0] == '\0' || find_column (self, heading) >= 0) &&
          !fw_import_mapping_tell (self, keys[i], heading, error))
        return FALSE;
    }
  apply_custom (self, file);
  return apply_words (self, file, error);
}
