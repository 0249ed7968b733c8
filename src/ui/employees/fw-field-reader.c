#include "config.h"

#include "ui/employees/fw-field-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/fw-identity.h"
#include "exchange/fw-import-value.h"
#include "ui/fw-language.h"

/* What somebody writes by hand is read as it would be in a list: the same forms of days and sums, the same reasons. */

static gboolean
goes_to (const FwImportField *field, const char *record, const char *name)
{
  for (guint i = 0; i < field->goals->len; i++)
    {
      const FwImportGoal *goal = &g_array_index (field->goals, FwImportGoal, i);

      if (g_str_equal (goal->record, record) && g_str_equal (goal->field, name))
        return TRUE;
    }
  return FALSE;
}

/* The list that brings records of this kind, its own list before one that brings them along. */
static const FwImportKind *
find_list (FwImportCatalog *catalog, const FwRecordKind *kind, const char **record)
{
  const FwImportKind *along = NULL;

  for (guint n = 0; n < fw_import_catalog_get_n_kinds (catalog); n++)
    {
      const FwImportKind *list = fw_import_catalog_get_kind (catalog, n);

      for (guint i = 0; i < list->records->len; i++)
        {
          const FwImportRecordSpec *spec = g_ptr_array_index (list->records, i);

          if (!g_str_equal (spec->kind, kind->name) || (!spec->main && (along != NULL || spec->must != FW_IMPORT_MAY_BE_NEW)))
            continue;
          *record = spec->id;
          if (spec->main)
            return list;
          along = list;
        }
    }
  return along;
}

static const FwImportField *
find_field (const FwImportKind *list, const char *record, const char *name)
{
  for (guint i = 0; i < list->fields->len; i++)
    {
      const FwImportField *field = g_ptr_array_index (list->fields, i);

      if (goes_to (field, record, name) && field->type != FW_IMPORT_SPAN)
        return field;
    }
  return NULL;
}

static char *
say (FwImportCatalog *catalog, const FwImportFault *fault)
{
  return fw_import_catalog_say (catalog, fault->reason, fault->a, fault->b, fw_language_get ());
}

static const char *
what_is_expected (const FwField *field)
{
  switch (field->type)
    {
    case FW_FIELD_DATE:
      return _("Write the day as 2026-03-01.");
    case FW_FIELD_MONTH:
      return _("Write the month as 2026-03.");
    case FW_FIELD_COUNT:
      return _("Write a whole number.");
    case FW_FIELD_NUMBER:
    case FW_FIELD_MONEY:
      return _("Write a number such as 3.5.");
    default:
      return _("This cannot be kept as it is written.");
    }
}

static const FwImportField *
find_known (FwImportCatalog *catalog, const FwRecordKind *kind, const FwField *field)
{
  const char *record = NULL;
  const FwImportKind *list = catalog != NULL ? find_list (catalog, kind, &record) : NULL;

  return list != NULL ? find_field (list, record, field->name) : NULL;
}

/**
 * fw_field_dup_choices:
 * @catalog: (nullable): which words lists know for a field that the store takes any text in
 *
 * Returns: (transfer full) (nullable): the values that a field can have, where they are few and known
 */
char **
fw_field_dup_choices (FwImportCatalog *catalog, const FwRecordKind *kind, const FwField *field)
{
  const FwImportField *known = find_known (catalog, kind, field);
  GPtrArray *choices;
  g_autoptr (GPtrArray) values = NULL;

  if (field->choices != NULL || field->type == FW_FIELD_TRUTH)
    return g_strsplit (field->choices != NULL ? field->choices : "true|false", "|", -1);
  if (known == NULL || known->type != FW_IMPORT_CHOICE || known->open)
    return NULL;
  choices = fw_import_catalog_get_choices (catalog, known->choices);
  values = g_ptr_array_new ();
  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (values, g_strdup (((const FwImportChoice *) g_ptr_array_index (choices, i))->value));
  g_ptr_array_add (values, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&values), FALSE);
}

/* Without a list to go by: what the store keeps, days in any of their forms. */
static char *
read_plain (const FwField *field, const char *text)
{
  g_autofree char *clean = fw_import_value_clean (text);
  g_autofree char *narrow = NULL;
  const FwImportForms forms = { .order = FW_IMPORT_YEAR_FIRST };
  g_auto (FwImportFault) fault = { NULL, NULL, NULL };

  if (field->type == FW_FIELD_TEXT)
    return g_steal_pointer (&clean);
  narrow = fw_import_value_narrow (clean);
  if (field->type == FW_FIELD_DATE)
    return fw_import_read_date (narrow, &forms, &fault);
  if (field->type == FW_FIELD_MONTH)
    return fw_import_read_month (narrow, &forms, &fault);
  return g_steal_pointer (&narrow);
}

/**
 * fw_field_read:
 * @catalog: (nullable): how lists write values
 * @text: (nullable): as it was typed
 * @problem: (out) (nullable): what is wrong with it and how to write it, for a label beside the field
 *
 * Returns: (transfer full) (nullable): what the store keeps; %NULL for nothing, and with @problem set for what cannot be read
 */
char *
fw_field_read (FwImportCatalog *catalog, const FwRecordKind *kind, const FwField *field, const char *text, FwDate today,
               char **problem)
{
  const FwImportField *known = find_known (catalog, kind, field);
  const gboolean is_text = known != NULL && (known->type != FW_IMPORT_CHOICE || known->open);
  const FwImportForms forms = { .order = FW_IMPORT_YEAR_FIRST, .today = today };
  g_auto (FwImportFault) fault = { NULL, NULL, NULL };
  g_autofree char *clean = text != NULL ? fw_import_value_clean (text) : g_strdup ("");
  g_autofree char *read = NULL;
  char *value = NULL;

  *problem = NULL;
  /* What was chosen is a value already. */
  if (*clean != '\0' && is_text && field->choices == NULL && field->type != FW_FIELD_TRUTH)
    read = fw_import_value_read (catalog, known, &forms, clean, &fault);
  else if (*clean != '\0')
    read = read_plain (field, clean);
  if (fault.reason != NULL)
    *problem = say (catalog, &fault);
  else if (read != NULL)
    value = fw_field_check_value (field, read, NULL);
  if (*problem == NULL && value == NULL && *clean != '\0' && (read != NULL || known == NULL))
    *problem = g_strdup (what_is_expected (field));
  else if (*problem == NULL && value == NULL && (field->flags & FW_FIELD_REQUIRED) != 0)
    *problem = g_strdup (_("This cannot be left empty."));
  return value;
}

/* Where a field of a list goes in this record. */
static const FwField *
field_of (const FwImportKind *list, const char *record, const FwRecordKind *kind, const char *id)
{
  const FwImportField *field = fw_import_kind_find_field (list, id);

  for (guint i = 0; field != NULL && i < field->goals->len; i++)
    {
      const FwImportGoal *goal = &g_array_index (field->goals, FwImportGoal, i);

      if (g_str_equal (goal->record, record))
        return fw_record_kind_find_field (kind, goal->field);
    }
  return NULL;
}

static char *
word_of (const FwImportField *field)
{
  return g_strdup (g_str_equal (fw_language_get (), "zh") ? field->zh : field->en);
}

static char *
check_order (FwImportCatalog *catalog, const FwImportKind *list, const FwImportCheck *check, const char *value,
             const char *least, FwDate today)
{
  g_autofree char *day = fw_date_to_string (today);

  if (check->other == NULL)
    return strncmp (value, day, strlen (value)) > 0
             ? fw_import_catalog_say (catalog, "future", NULL, NULL, fw_language_get ())
             : NULL;
  if (least == NULL || strcmp (value, least) >= 0)
    return NULL;
  else
    {
      g_autofree char *word = word_of (fw_import_kind_find_field (list, check->other));

      return fw_import_catalog_say (catalog, "before", word, least, fw_language_get ());
    }
}

/* An identity number tells the birth date and the sex: what is not known yet is taken from it, what differs is wrong. */
static char *
check_identity (FwImportCatalog *catalog, const FwImportField *identity, FwRecord *record, FwDate today)
{
  const char *number = fw_record_get (record, "identity");
  FwIdentity told = { FW_DATE_UNKNOWN, NULL };
  g_autofree char *born = NULL;

  if (identity->algorithm == NULL || number == NULL || g_ascii_isalpha (*number) ||
      fw_identity_check (identity->algorithm, number, today, &told) != FW_IDENTITY_SOUND)
    return NULL;
  born = fw_date_to_string (told.born);
  if (fw_record_get (record, "born") == NULL)
    fw_record_set (record, "born", born);
  if (fw_record_get (record, "sex") == NULL && told.sex != NULL)
    fw_record_set (record, "sex", told.sex);
  if (!g_str_equal (fw_record_get (record, "born"), born))
    return fw_import_catalog_say (catalog, "identity-says-born", born, NULL, fw_language_get ());
  if (g_strcmp0 (fw_record_get (record, "sex"), told.sex) != 0 && told.sex != NULL)
    return fw_import_catalog_say (catalog,
                                  g_str_equal (told.sex, "female") ? "identity-says-female" : "identity-says-male", NULL,
                                  NULL, fw_language_get ());
  return NULL;
}

/**
 * fw_field_check_record:
 * @catalog: (nullable): what lists are checked for
 * @record: as it was written; what its identity number tells and nobody has written is filled in
 * @field: (out) (nullable): the field that is wrong
 *
 * Returns: (transfer full) (nullable): why fields of the record cannot stand together: a day before one that it must not
 *   lie before, or after today; a birth date that the identity number contradicts. %NULL where all is well
 */
char *
fw_field_check_record (FwImportCatalog *catalog, FwRecord *record, FwDate today, const FwField **field)
{
  const FwRecordKind *kind = fw_record_get_kind (record);
  const char *name = NULL;
  const FwImportKind *list = catalog != NULL ? find_list (catalog, kind, &name) : NULL;
  const FwImportField *identity = list != NULL ? find_field (list, name, "identity") : NULL;
  char *problem = NULL;

  *field = NULL;
  for (guint i = 0; list != NULL && i < list->checks->len; i++)
    {
      const FwImportCheck *check = &g_array_index (list->checks, FwImportCheck, i);
      const FwField *later = field_of (list, name, kind, check->field);
      const FwField *earlier = check->other != NULL ? field_of (list, name, kind, check->other) : NULL;
      const char *value = later != NULL ? fw_record_get (record, later->name) : NULL;

      if (value != NULL)
        problem = check_order (catalog, list, check, value,
                               earlier != NULL ? fw_record_get (record, earlier->name) : NULL, today);
      if (problem != NULL)
        {
          *field = later;
          return problem;
        }
    }
  if (identity != NULL)
    problem = check_identity (catalog, identity, record, today);
  if (problem != NULL)
    *field = fw_record_kind_find_field (kind, "identity");
  return problem;
}
