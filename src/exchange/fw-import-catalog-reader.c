#include <string.h>

#include "core/fw-identity.h"
#include "exchange/fw-exchange-error.h"
#include "exchange/fw-import-catalog-private.h"

/* What is being read. Pointers into the catalog are borrowed. */
typedef struct
{
  FwImportCatalog    *catalog;
  FwImportKind       *kind;
  FwImportRecordSpec *record;
  FwImportReference  *reference;
  GPtrArray          *choices;
} Reading;

static const char *const type_names[] = {
  "text", "date",   "month",    "period", "money",     "number", "count",
  "span", "choice", "identity", "phone",  "reference", NULL,
};

static const char *
attribute (const char **names,
           const char **values,
           const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

static gboolean
is_yes (const char **names,
        const char **values,
        const char *name)
{
  return g_strcmp0 (attribute (names, values, name), "yes") == 0;
}

static void G_GNUC_PRINTF (2, 3)
fault (GError **error,
       const char *format,
       ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error,
                     g_error_new_valist (FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_CATALOG, format, arguments));
  va_end (arguments);
}

static char **
split (const char *text,
       const char *separator)
{
  return text != NULL ? g_strsplit (text, separator, -1) : NULL;
}

/* The names of a field are words for it too. */
static char **
fold_words (const char *words,
            const char *zh,
            const char *en)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = split (words, "|");
  const char *names[] = { zh, en };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folded = fw_import_fold (names[i] != NULL ? names[i] : "", FALSE);

      g_strv_builder_add (builder, folded);
    }
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      g_autofree char *folded = fw_import_fold (list[i], FALSE);

      g_strv_builder_add (builder, folded);
    }
  return g_strv_builder_end (builder);
}

/* "person/name employment/employee-name" */
static void
read_goals (FwImportField *field,
            const char *text,
            const FwImportKind *kind,
            GError **error)
{
  g_auto (GStrv) goals = split (text, " ");

  for (guint i = 0; goals != NULL && goals[i] != NULL && *error == NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (goals[i], "/", 2);
      FwImportGoal goal = { NULL, NULL };

      if (g_strv_length (parts) != 2 || fw_import_kind_find_record (kind, parts[0]) == NULL)
        fault (error, "the goal \"%s\" names no record of its kind", goals[i]);
      else
        {
          goal = (FwImportGoal){ g_strdup (parts[0]), g_strdup (parts[1]) };
          g_array_append_val (field->goals, goal);
        }
    }
}

static FwImportRequired
read_required (const char *text)
{
  if (g_strcmp0 (text, "always") == 0)
    return FW_IMPORT_REQUIRED_ALWAYS;
  if (g_strcmp0 (text, "cell") == 0)
    return FW_IMPORT_REQUIRED_CELL;
  return g_strcmp0 (text, "new") == 0 ? FW_IMPORT_REQUIRED_NEW : FW_IMPORT_OPTIONAL;
}

static void
check_field (Reading *reading,
             const FwImportField *field,
             GError **error)
{
  if (field->type == FW_IMPORT_CHOICE &&
      fw_import_catalog_get_choices (reading->catalog, field->choices) == NULL)
    fault (error, "there are no choices \"%s\"", field->choices);
  else if (field->type == FW_IMPORT_REFERENCE &&
           fw_import_catalog_find_reference (reading->catalog, field->reference) == NULL)
    fault (error, "there is no reference \"%s\"", field->reference);
  else if (field->type == FW_IMPORT_IDENTITY && !fw_identity_known (field->algorithm))
    fault (error, "there is no algorithm \"%s\"", field->algorithm);
}

static void
read_field (Reading *reading,
            const char **names,
            const char **values,
            GError **error)
{
  FwImportField *field = _fw_import_field_new ();
  const char *type = attribute (names, values, "type");

  g_ptr_array_add (reading->kind->fields, field);
  field->id = g_strdup (attribute (names, values, "id"));
  field->zh = g_strdup (attribute (names, values, "zh"));
  field->en = g_strdup (attribute (names, values, "en"));
  field->words = fold_words (attribute (names, values, "words"), field->zh, field->en);
  field->required = read_required (attribute (names, values, "required"));
  field->choices = g_strdup (attribute (names, values, "choices"));
  field->units = split (attribute (names, values, "units"), "|");
  field->algorithm = g_strdup (attribute (names, values, "algorithm"));
  field->born = g_strdup (attribute (names, values, "born"));
  field->sex = g_strdup (attribute (names, values, "sex"));
  field->reference = g_strdup (attribute (names, values, "reference"));
  field->open = is_yes (names, values, "open");
  field->lenient = is_yes (names, values, "lenient");
  field->sensitive = is_yes (names, values, "sensitive");
  if (field->id == NULL || field->zh == NULL || field->en == NULL)
    fault (error, "a field lacks id, zh or en: \"%s\"", field->id);
  else if (!g_strv_contains (type_names, type != NULL ? type : "text"))
    fault (error, "there is no type \"%s\"", type);
  else
    {
      for (guint i = 0; type != NULL && type_names[i] != NULL; i++)
        if (strcmp (type_names[i], type) == 0)
          field->type = (FwImportType) i;
      read_goals (field, attribute (names, values, "to"), reading->kind, error);
      if (*error == NULL)
        check_field (reading, field, error);
    }
}

static void
read_record (Reading *reading,
             const char **names,
             const char **values,
             GError **error)
{
  FwImportRecordSpec *spec = _fw_import_record_spec_new ();

  g_ptr_array_add (reading->kind->records, spec);
  reading->record = spec;
  spec->id = g_strdup (attribute (names, values, "id"));
  spec->kind = g_strdup (attribute (names, values, "kind"));
  spec->key = split (attribute (names, values, "key"), " ");
  spec->newest = g_strdup (attribute (names, values, "newest"));
  spec->ended = g_strdup (attribute (names, values, "ended"));
  if (is_yes (names, values, "must-exist"))
    spec->must = FW_IMPORT_MUST_EXIST;
  else if (is_yes (names, values, "if-exists"))
    spec->must = FW_IMPORT_IF_EXISTS;
  spec->main = is_yes (names, values, "main");
  if (spec->id == NULL || spec->kind == NULL || spec->key == NULL)
    fault (error, "a record lacks id, kind or key: \"%s\"", spec->id);
}

static void
read_fill (Reading *reading,
           FwImportFillHow how,
           const char **names,
           const char **values,
           GError **error)
{
  GArray *fills = reading->record != NULL ? reading->record->fills : reading->reference->fills;
  FwImportFill fill = {
    .how = how,
    .field = g_strdup (attribute (names, values, "field")),
    .source = g_strdup (attribute (names, values, "from")),
    .mark = g_strdup (attribute (names, values, "mark")),
    .until = g_strdup (attribute (names, values, "until")),
    .only_new = g_strcmp0 (attribute (names, values, "when"), "new") == 0,
    .required = is_yes (names, values, "required"),
  };

  g_array_append_val (fills, fill);
  if (fill.field == NULL || fill.source == NULL)
    fault (error, "the filling of \"%s\" lacks field or from", fill.field);
  else if (how == FW_IMPORT_FILL_LINK && fw_import_kind_find_record (reading->kind, fill.source) == NULL)
    fault (error, "there is no record \"%s\" to link", fill.source);
}

static void
read_reference (Reading *reading,
                const char **names,
                const char **values,
                GError **error)
{
  FwImportReference *reference = _fw_import_reference_new ();

  reference->id = g_strdup (attribute (names, values, "id"));
  reference->kind = g_strdup (attribute (names, values, "kind"));
  reference->by = split (attribute (names, values, "by"), " ");
  reference->parent = g_strdup (attribute (names, values, "parent"));
  reference->separators = g_strdup (attribute (names, values, "separators"));
  reference->may_create = is_yes (names, values, "create");
  reading->reference = reference;
  if (reference->id == NULL || reference->kind == NULL || reference->by == NULL)
    fault (error, "a reference lacks id, kind or by: \"%s\"", reference->id);
  /* Without a name it could not be found again, nor freed with the others. */
  g_hash_table_replace (reading->catalog->references,
                        reference->id != NULL ? reference->id : (reference->id = g_strdup ("")), reference);
}

static void
read_choice (Reading *reading,
             const char **names,
             const char **values,
             GError **error)
{
  const char *value = attribute (names, values, "value");
  g_auto (GStrv) words = split (attribute (names, values, "words"), "|");
  FwImportChoice *choice;
  g_autoptr (GStrvBuilder) folded = g_strv_builder_new ();

  if (value == NULL || words == NULL)
    {
      fault (error, "a choice lacks value or words: \"%s\"", value);
      return;
    }
  g_strv_builder_add (folded, value);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_utf8_casefold (words[i], -1);

      g_strv_builder_add (folded, word);
    }
  choice = g_new0 (FwImportChoice, 1);
  choice->value = g_strdup (value);
  choice->words = g_strv_builder_end (folded);
  g_ptr_array_add (reading->choices, choice);
}

static void
read_choices (Reading *reading,
              const char *id,
              GError **error)
{
  reading->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_import_choice_free);
  g_hash_table_replace (reading->catalog->choices, g_strdup (id != NULL ? id : ""), reading->choices);
  if (id == NULL)
    fault (error, "choices lack an id");
}

static void
read_reason (Reading *reading,
             const char **names,
             const char **values,
             GError **error)
{
  const char *id = attribute (names, values, "id");
  FwImportReason *reason;

  if (id == NULL || attribute (names, values, "zh") == NULL || attribute (names, values, "en") == NULL)
    {
      fault (error, "a reason lacks id, zh or en: \"%s\"", id);
      return;
    }
  reason = g_new0 (FwImportReason, 1);
  reason->zh = g_strdup (attribute (names, values, "zh"));
  reason->en = g_strdup (attribute (names, values, "en"));
  g_hash_table_replace (reading->catalog->reasons, g_strdup (id), reason);
}

static void
read_empty (Reading *reading,
            const char *words)
{
  g_auto (GStrv) list = split (words, "|");

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    g_hash_table_add (reading->catalog->empty_words, g_utf8_casefold (list[i], -1));
}

static void
read_kind (Reading *reading,
           const char **names,
           const char **values,
           GError **error)
{
  FwImportKind *kind = _fw_import_kind_new ();

  kind->id = g_strdup (attribute (names, values, "id"));
  kind->zh = g_strdup (attribute (names, values, "zh"));
  kind->en = g_strdup (attribute (names, values, "en"));
  g_ptr_array_add (reading->catalog->kinds, kind);
  reading->kind = kind;
  if (kind->id == NULL || kind->zh == NULL || kind->en == NULL)
    fault (error, "a kind lacks id, zh or en: \"%s\"", kind->id);
}

static void
read_check (Reading *reading,
            const char **names,
            const char **values,
            GError **error)
{
  FwImportCheck check = {
    g_strdup (attribute (names, values, "field")),
    g_strdup (attribute (names, values, "not-before")),
  };

  g_array_append_val (reading->kind->checks, check);
  if (check.field == NULL || fw_import_kind_find_field (reading->kind, check.field) == NULL)
    fault (error, "a check is on no field of its kind: \"%s\"", check.field);
}

/* Which ways to fill a field there are, by the name of their element. */
static gboolean
find_fill (const char *name,
           FwImportFillHow *how)
{
  const char *const fills[] = { "link", "constant", "compose", "default", "sole", "estimate" };

  for (guint i = 0; i < G_N_ELEMENTS (fills); i++)
    if (strcmp (fills[i], name) == 0)
      {
        *how = (FwImportFillHow) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
stands_inside (GMarkupParseContext *context,
               const char *name)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);

  return stack->next != NULL && strcmp (stack->next->data, name) == 0;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *element,
                  const char **names,
                  const char **values,
                  gpointer data,
                  GError **error)
{
  Reading *reading = data;
  FwImportFillHow how;
  GError *own = NULL;

  if (strcmp (element, "kind") == 0 && stands_inside (context, "import"))
    read_kind (reading, names, values, &own);
  else if (strcmp (element, "record") == 0 && stands_inside (context, "kind"))
    read_record (reading, names, values, &own);
  else if (strcmp (element, "field") == 0 && stands_inside (context, "kind"))
    read_field (reading, names, values, &own);
  else if (strcmp (element, "check") == 0 && stands_inside (context, "kind"))
    read_check (reading, names, values, &own);
  else if (strcmp (element, "reference") == 0 && stands_inside (context, "import"))
    read_reference (reading, names, values, &own);
  else if (strcmp (element, "choices") == 0 && stands_inside (context, "import"))
    read_choices (reading, attribute (names, values, "id"), &own);
  else if (strcmp (element, "choice") == 0 && stands_inside (context, "choices"))
    read_choice (reading, names, values, &own);
  else if (strcmp (element, "reason") == 0 && stands_inside (context, "import"))
    read_reason (reading, names, values, &own);
  else if (strcmp (element, "empty") == 0 && stands_inside (context, "import"))
    read_empty (reading, attribute (names, values, "words"));
  else if (find_fill (element, &how) && (reading->record != NULL || reading->reference != NULL))
    read_fill (reading, how, names, values, &own);
  else if (strcmp (element, "import") != 0)
    fault (&own, "the element \"%s\" has no place here", element);
  if (own != NULL)
    g_propagate_error (error, own);
}

static void
end_element_cb (GMarkupParseContext *context,
                const char *element,
                gpointer data,
                GError **error)
{
  Reading *reading = data;

  if (strcmp (element, "record") == 0)
    reading->record = NULL;
  else if (strcmp (element, "reference") == 0)
    reading->reference = NULL;
}

/**
 * fw_import_catalog_read:
 * @path: such as fw_paths_find_data ("import/kinds.xml") answers
 *
 * Returns: (transfer full) (nullable): the catalog; %NULL with file, line and reason in the message
 */
FwImportCatalog *
fw_import_catalog_read (const char *path,
                        GError **error)
{
  const GMarkupParser parser = { .start_element = start_element_cb, .end_element = end_element_cb };
  g_autoptr (FwImportCatalog) self = g_object_new (FW_TYPE_IMPORT_CATALOG, NULL);
  Reading reading = { .catalog = self };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) own = NULL;
  gsize length;
  int line = 1;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (g_markup_parse_context_parse (context, text, (gssize) length, &own) &&
      g_markup_parse_context_end_parse (context, &own))
    return g_steal_pointer (&self);
  g_markup_parse_context_get_position (context, &line, NULL);
  g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_CATALOG, "%s:%d: %s", path, line, own->message);
  return NULL;
}
