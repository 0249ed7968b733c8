#include "config.h"

#include "ui/employees/fw-entry-basis.h"

#include "core/fw-paths.h"
#include "core/fw-task.h"
#include "ui/employees/fw-record-words.h"

#define DEEPEST 16

/* People are too many to be listed: they are searched for. */
#define PEOPLE "employee"

/* A file is shown where it is, and found nowhere else. */
#define FILES "evidence"

/* Of which company something is. */
#define EMPLOYER "employer-id"

static void
choice_free (gpointer data)
{
  FwReferenceChoice *choice = data;

  g_free (choice->id);
  g_free (choice->name);
  g_free (choice);
}

FwEntryBasis *
fw_entry_basis_ref (FwEntryBasis *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
fw_entry_basis_unref (FwEntryBasis *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_object (&self->catalog);
  g_hash_table_unref (self->choices);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->files);
  g_free (self->employer_id);
  g_free (self);
}

static FwRecord *
find_record (GPtrArray *records, const char *id)
{
  for (guint i = 0; id != NULL && i < records->len; i++)
    if (g_str_equal (fw_record_get_id (g_ptr_array_index (records, i)), id))
      return g_ptr_array_index (records, i);
  return NULL;
}

/* A name alone may stand for several: where there is a tree, the way from its root is the name. */
static char *
path_of (GPtrArray *records, FwRecord *record)
{
  g_autofree char *path = fw_record_words_name (record);

  for (guint depth = 0; path != NULL && depth < DEEPEST; depth++)
    {
      gboolean in_tree = fw_record_kind_find_field (fw_record_get_kind (record), "parent-id") != NULL;
      g_autofree char *above = NULL;
      char *longer;

      record = in_tree ? find_record (records, fw_record_get (record, "parent-id")) : NULL;
      above = record != NULL ? fw_record_words_name (record) : NULL;
      if (above == NULL)
        break;
      longer = g_strconcat (above, " / ", path, NULL);
      g_free (path);
      path = longer;
    }
  return g_steal_pointer (&path);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const FwReferenceChoice *left = *(FwReferenceChoice *const *) a;
  const FwReferenceChoice *right = *(FwReferenceChoice *const *) b;

  return g_utf8_collate (left->name, right->name);
}

static gboolean
read_choices (FwEntryBasis *self, FwStore *store, const char *kind, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *choices;

  if (g_hash_table_contains (self->choices, kind))
    return TRUE;
  records = fw_store_list (store, kind, NULL, cancellable, error);
  if (records == NULL)
    return FALSE;
  choices = g_ptr_array_new_with_free_func (choice_free);
  for (guint i = 0; i < records->len; i++)
    {
      FwReferenceChoice *choice;
      char *name = path_of (records, g_ptr_array_index (records, i));

      if (name == NULL)
        continue;
      choice = g_new0 (FwReferenceChoice, 1);
      choice->id = g_strdup (fw_record_get_id (g_ptr_array_index (records, i)));
      choice->name = name;
      g_ptr_array_add (choices, choice);
    }
  g_ptr_array_sort (choices, compare_names);
  g_hash_table_insert (self->choices, g_strdup (kind), choices);
  return TRUE;
}

static void
take_employer (FwEntryBasis *self, FwRecord *record)
{
  const char *id = fw_record_kind_find_field (fw_record_get_kind (record), EMPLOYER) != NULL ? fw_record_get (record, EMPLOYER)
                                                                                          : NULL;

  if (self->employer_id == NULL)
    self->employer_id = g_strdup (id);
}

static void
read_person (FwEntryBasis *self, FwStore *store, const char *field, const char *id)
{
  g_autoptr (FwRecord) person = id != NULL ? fw_store_get (store, PEOPLE, id, NULL) : NULL;

  if (person != NULL)
    g_hash_table_insert (self->people, g_strdup (id), fw_record_words_name (person));
  if (person != NULL && g_str_equal (field, "employee-id"))
    take_employer (self, person);
}

static void
read_file (FwEntryBasis *self, FwStore *store, const char *id)
{
  FwRecord *file = id != NULL ? fw_store_get (store, FILES, id, NULL) : NULL;

  if (file != NULL)
    g_hash_table_insert (self->files, g_strdup (id), file);
}

/* Whose the records are says for whom somebody works; where it does not, a company with one employer needs no saying. */
static void
take_sole_employer (FwEntryBasis *self, FwStore *store, GCancellable *cancellable)
{
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) employers = NULL;

  if (self->employer_id != NULL)
    return;
  fw_query_page (query, 0, 2);
  employers = fw_store_list (store, "employer", query, cancellable, NULL);
  if (employers != NULL && employers->len == 1)
    self->employer_id = g_strdup (fw_record_get_id (g_ptr_array_index (employers, 0)));
}

/**
 * fw_entry_basis_read:
 * @records: (element-type FwRecord): what is to be written; the kinds they refer to are read
 *
 * As fw_entry_basis_read_async(), at once.
 *
 * Returns: (transfer full) (nullable): what a form of these records needs
 */
FwEntryBasis *
fw_entry_basis_read (FwStore *store, GPtrArray *records, GCancellable *cancellable, GError **error)
{
  g_autoptr (FwEntryBasis) self = g_new0 (FwEntryBasis, 1);
  g_autofree char *path = fw_paths_find_data ("import/kinds.xml");

  g_atomic_ref_count_init (&self->references);
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->catalog = fw_import_catalog_read (path != NULL ? path : "import/kinds.xml", error);
  if (self->catalog == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      FwRecord *record = g_ptr_array_index (records, i);
      const FwRecordKind *kind = fw_record_get_kind (record);

      take_employer (self, record);
      for (guint f = 0; f < kind->n_fields; f++)
        if (kind->fields[f].type != FW_FIELD_REFERENCE)
          continue;
        else if (g_str_equal (kind->fields[f].refers_to, PEOPLE))
          read_person (self, store, kind->fields[f].name, fw_record_get (record, kind->fields[f].name));
        else if (g_str_equal (kind->fields[f].refers_to, FILES))
          read_file (self, store, fw_record_get (record, kind->fields[f].name));
        else if (!read_choices (self, store, kind->fields[f].refers_to, cancellable, error))
          return NULL;
    }
  take_sole_employer (self, store, cancellable);
  return g_steal_pointer (&self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  FwEntryBasis *basis = fw_entry_basis_read (source, data, cancellable, &error);

  if (basis != NULL)
    g_task_return_pointer (task, basis, (GDestroyNotify) fw_entry_basis_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fw_entry_basis_read_async:
 * @records: (element-type FwRecord): what is to be written; they are not changed before the answer is there
 *
 * Reads what a form of these records needs, on another thread.
 */
void
fw_entry_basis_read_async (FwStore *store, GPtrArray *records, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_task_data (task, g_ptr_array_ref (records), (GDestroyNotify) g_ptr_array_unref);
  fw_task_run_in_thread (task, read_in_thread);
}

/**
 * fw_entry_basis_read_finish:
 *
 * Returns: (transfer full) (nullable): what was read
 */
FwEntryBasis *
fw_entry_basis_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * fw_entry_basis_get_choices:
 *
 * Returns: (transfer none) (nullable) (element-type FwReferenceChoice): the records of a kind; %NULL for people, who are
 *   searched for
 */
GPtrArray *
fw_entry_basis_get_choices (FwEntryBasis *self, const char *kind)
{
  return g_hash_table_lookup (self->choices, kind);
}

/**
 * fw_entry_basis_find_name:
 * @id: (nullable): what a reference holds
 *
 * Returns: (transfer none) (nullable): what it refers to, as people know it
 */
const char *
fw_entry_basis_find_name (FwEntryBasis *self, const FwField *field, const char *id)
{
  GPtrArray *choices = fw_entry_basis_get_choices (self, field->refers_to);

  for (guint i = 0; id != NULL && choices != NULL && i < choices->len; i++)
    {
      const FwReferenceChoice *choice = g_ptr_array_index (choices, i);

      if (g_str_equal (choice->id, id))
        return choice->name;
    }
  return id != NULL ? g_hash_table_lookup (self->people, id) : NULL;
}

/**
 * fw_entry_basis_give_employer:
 * @fresh: made by the way: a department that did not exist
 * @of: the record that refers to it
 *
 * Says of which company something new is: of that which its record names, else of the person's, else of the only one.
 */
void
fw_entry_basis_give_employer (FwEntryBasis *self, FwRecord *fresh, FwRecord *of)
{
  const char *named = fw_record_kind_find_field (fw_record_get_kind (of), EMPLOYER) != NULL ? fw_record_get (of, EMPLOYER) : NULL;

  if (fw_record_kind_find_field (fw_record_get_kind (fresh), EMPLOYER) != NULL && fw_record_get (fresh, EMPLOYER) == NULL)
    fw_record_set (fresh, EMPLOYER, named != NULL ? named : self->employer_id);
}
