#include "exchange/fw-import-catalog-private.h"

#include <string.h>

/* No word that stands for nothing is longer, bytes. */
#define LONGEST_EMPTY_WORD 24

G_DEFINE_FINAL_TYPE (FwImportCatalog, fw_import_catalog, G_TYPE_OBJECT)

static void
clear_goal (gpointer data)
{
  FwImportGoal *goal = data;

  g_free (goal->record);
  g_free (goal->field);
}

static void
clear_fill (gpointer data)
{
  FwImportFill *fill = data;

  g_free (fill->field);
  g_free (fill->source);
  g_free (fill->mark);
  g_free (fill->until);
}

static void
clear_check (gpointer data)
{
  FwImportCheck *check = data;

  g_free (check->field);
  g_free (check->other);
}

static GArray *
array_of (gsize size,
          GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint) size);

  g_array_set_clear_func (array, clear);
  return array;
}

static void
field_free (gpointer data)
{
  FwImportField *field = data;

  g_free (field->id);
  g_free (field->zh);
  g_free (field->en);
  g_strfreev (field->words);
  g_array_unref (field->goals);
  g_free (field->choices);
  g_strfreev (field->units);
  g_free (field->algorithm);
  g_free (field->born);
  g_free (field->sex);
  g_free (field->reference);
  g_free (field);
}

FwImportField *
_fw_import_field_new (void)
{
  FwImportField *field = g_new0 (FwImportField, 1);

  field->goals = array_of (sizeof (FwImportGoal), clear_goal);
  return field;
}

static void
record_spec_free (gpointer data)
{
  FwImportRecordSpec *spec = data;

  g_free (spec->id);
  g_free (spec->kind);
  g_strfreev (spec->key);
  g_free (spec->newest);
  g_free (spec->ended);
  g_array_unref (spec->fills);
  g_free (spec);
}

FwImportRecordSpec *
_fw_import_record_spec_new (void)
{
  FwImportRecordSpec *spec = g_new0 (FwImportRecordSpec, 1);

  spec->fills = array_of (sizeof (FwImportFill), clear_fill);
  return spec;
}

static void
reference_free (gpointer data)
{
  FwImportReference *reference = data;

  g_free (reference->id);
  g_free (reference->kind);
  g_strfreev (reference->by);
  g_free (reference->parent);
  g_free (reference->separators);
  g_array_unref (reference->fills);
  g_free (reference);
}

FwImportReference *
_fw_import_reference_new (void)
{
  FwImportReference *reference = g_new0 (FwImportReference, 1);

  reference->fills = array_of (sizeof (FwImportFill), clear_fill);
  return reference;
}

static void
kind_free (gpointer data)
{
  FwImportKind *kind = data;

  g_free (kind->id);
  g_free (kind->zh);
  g_free (kind->en);
  g_ptr_array_unref (kind->records);
  g_ptr_array_unref (kind->fields);
  g_array_unref (kind->checks);
  g_free (kind);
}

FwImportKind *
_fw_import_kind_new (void)
{
  FwImportKind *kind = g_new0 (FwImportKind, 1);

  kind->records = g_ptr_array_new_with_free_func (record_spec_free);
  kind->fields = g_ptr_array_new_with_free_func (field_free);
  kind->checks = array_of (sizeof (FwImportCheck), clear_check);
  return kind;
}

void
_fw_import_choice_free (FwImportChoice *choice)
{
  g_free (choice->value);
  g_strfreev (choice->words);
  g_free (choice);
}

void
_fw_import_reason_free (FwImportReason *reason)
{
  g_free (reason->zh);
  g_free (reason->en);
  g_free (reason);
}

static void
fw_import_catalog_finalize (GObject *object)
{
  FwImportCatalog *self = FW_IMPORT_CATALOG (object);

  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->references, g_hash_table_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_clear_pointer (&self->reasons, g_hash_table_unref);
  g_clear_pointer (&self->empty_words, g_hash_table_unref);
  G_OBJECT_CLASS (fw_import_catalog_parent_class)->finalize (object);
}

static void
fw_import_catalog_class_init (FwImportCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fw_import_catalog_finalize;
}

static void
fw_import_catalog_init (FwImportCatalog *self)
{
  self->kinds = g_ptr_array_new_with_free_func (kind_free);
  self->references = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, reference_free);
  self->choices =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->reasons =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) _fw_import_reason_free);
  self->empty_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

guint
fw_import_catalog_get_n_kinds (FwImportCatalog *self)
{
  return self->kinds->len;
}

/**
 * fw_import_catalog_get_kind:
 *
 * Returns: (transfer none): the kinds in the order in which a new company brings them
 */
const FwImportKind *
fw_import_catalog_get_kind (FwImportCatalog *self,
                            guint index)
{
  g_return_val_if_fail (index < self->kinds->len, NULL);
  return g_ptr_array_index (self->kinds, index);
}

/**
 * fw_import_catalog_find_kind:
 *
 * Returns: (transfer none) (nullable): the kind called @id ("employees"), %NULL where there is none
 */
const FwImportKind *
fw_import_catalog_find_kind (FwImportCatalog *self,
                             const char *id)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const FwImportKind *kind = g_ptr_array_index (self->kinds, i);

      if (g_strcmp0 (kind->id, id) == 0)
        return kind;
    }
  return NULL;
}

const FwImportReference *
fw_import_catalog_find_reference (FwImportCatalog *self,
                                  const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->references, id) : NULL;
}

/**
 * fw_import_catalog_get_choices:
 *
 * Returns: (transfer none) (nullable) (element-type FwImportChoice): the closed list called @id
 */
GPtrArray *
fw_import_catalog_get_choices (FwImportCatalog *self,
                               const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->choices, id) : NULL;
}

/**
 * fw_import_catalog_is_empty_word:
 * @text: without blanks around it
 *
 * Answers whether this is how people write that nothing is known: an empty text, a dash, 无.
 */
gboolean
fw_import_catalog_is_empty_word (FwImportCatalog *self,
                                 const char *text)
{
  const gsize length = strlen (text);
  g_autofree char *folded = NULL;

  if (length == 0)
    return TRUE;
  if (length > LONGEST_EMPTY_WORD)
    return FALSE;
  if (g_str_is_ascii (text))
    {
      /* Most cells: folding them as ASCII is the same, and asked for every cell. */
      char lower[LONGEST_EMPTY_WORD + 1];

      for (gsize i = 0; i <= length; i++)
        lower[i] = g_ascii_tolower (text[i]);
      return g_hash_table_contains (self->empty_words, lower);
    }
  folded = g_utf8_casefold (text, -1);
  return g_hash_table_contains (self->empty_words, folded);
}

/**
 * fw_import_catalog_say:
 * @reason: the id of a reason
 * @a: (nullable): stands for {a} in its words
 * @b: (nullable): stands for {b}
 * @language: "zh" or "en"
 *
 * Returns: (transfer full): the reason in words; its id where the catalog has no words for it
 */
char *
fw_import_catalog_say (FwImportCatalog *self,
                       const char *reason,
                       const char *a,
                       const char *b,
                       const char *language)
{
  FwImportReason *found = g_hash_table_lookup (self->reasons, reason);
  GString *text;

  if (found == NULL)
    return g_strdup (reason);
  text = g_string_new (g_str_has_prefix (language, "zh") ? found->zh : found->en);
  g_string_replace (text, "{b}", b != NULL ? b : "", 0);
  g_string_replace (text, "{a}", a != NULL ? a : "", 0);
  return g_string_free (text, FALSE);
}

/**
 * fw_import_kind_find_field:
 *
 * Returns: (transfer none) (nullable): the field called @id
 */
const FwImportField *
fw_import_kind_find_field (const FwImportKind *kind,
                           const char *id)
{
  for (guint i = 0; i < kind->fields->len; i++)
    {
      const FwImportField *field = g_ptr_array_index (kind->fields, i);

      if (g_strcmp0 (field->id, id) == 0)
        return field;
    }
  return NULL;
}

/* The record called @id among those that a row of this kind makes, NULL where there is none. Borrowed. */
const FwImportRecordSpec *
fw_import_kind_find_record (const FwImportKind *kind,
                            const char *id)
{
  for (guint i = 0; i < kind->records->len; i++)
    {
      const FwImportRecordSpec *spec = g_ptr_array_index (kind->records, i);

      if (g_strcmp0 (spec->id, id) == 0)
        return spec;
    }
  return NULL;
}

static gboolean
opens_bracket (gunichar character)
{
  return character == '(' || character == '[' || character == 0x3010;
}

static gboolean
closes_bracket (gunichar character)
{
  return character == ')' || character == ']' || character == 0x3011;
}

/**
 * fw_import_fold:
 * @brackets_too: also leave out what stands in brackets, such as a unit
 *
 * Returns: (transfer full): what of a heading matters for telling whether it is the same as another:
 *   letters and digits in one width and case, without blanks and punctuation
 */
char *
fw_import_fold (const char *text,
                gboolean brackets_too)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;
  GString *kept = g_string_new (NULL);
  guint depth = 0;

  for (const char *at = folded; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      depth += opens_bracket (character);
      if (g_unichar_isalnum (character) && (depth == 0 || !brackets_too))
        g_string_append_unichar (kept, character);
      if (closes_bracket (character) && depth > 0)
        depth--;
    }
  return g_string_free (kept, FALSE);
}
