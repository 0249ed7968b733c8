#include "store/fw-record-kinds-private.h"

#include <string.h>

/**
 * fw_record_kinds_get_nth:
 * @n: from 0
 *
 * Returns: (transfer none) (nullable): the kinds one after another, %NULL behind the last
 */
const FwRecordKind *
fw_record_kinds_get_nth (guint n)
{
  if (n < _fw_n_company_kinds)
    return &_fw_company_kinds[n];
  n -= _fw_n_company_kinds;
  if (n < _fw_n_person_kinds)
    return &_fw_person_kinds[n];
  n -= _fw_n_person_kinds;
  return n < _fw_n_case_kinds ? &_fw_case_kinds[n] : NULL;
}

/**
 * fw_record_kind_find:
 *
 * Returns: (transfer none) (nullable): the kind of that name, %NULL where there is none
 */
const FwRecordKind *
fw_record_kind_find (const char *name)
{
  const FwRecordKind *kind;

  for (guint n = 0; name != NULL && (kind = fw_record_kinds_get_nth (n)) != NULL; n++)
    if (strcmp (kind->name, name) == 0)
      return kind;
  return NULL;
}

/**
 * fw_record_kind_find_field:
 *
 * Returns: (transfer none) (nullable): the field of that name, %NULL where the kind has none
 */
const FwField *
fw_record_kind_find_field (const FwRecordKind *kind,
                           const char *name)
{
  for (guint i = 0; name != NULL && i < kind->n_fields; i++)
    if (kind->fields[i].name[0] == name[0] && strcmp (kind->fields[i].name, name) == 0)
      return &kind->fields[i];
  return NULL;
}

/**
 * fw_record_kind_dup_table:
 *
 * Returns: (transfer full): the table of a kind: its name with underscores. It may be a keyword of SQL:
 *   quote it
 */
char *
fw_record_kind_dup_table (const FwRecordKind *kind)
{
  return g_strdelimit (g_strdup (kind->name), "-", '_');
}

/**
 * fw_field_dup_column:
 *
 * Returns: (transfer full): the column of a field: its name with underscores. It may be a keyword of
 *   SQL: quote it
 */
char *
fw_field_dup_column (const FwField *field)
{
  return g_strdelimit (g_strdup (field->name), "-", '_');
}
