#include <adwaita.h>
#include <glib/gstdio.h>

#include "ui/employees/fw-evidence-row.h"
#include "ui/employees/fw-field-reader.h"
#include "ui/employees/fw-field-row.h"
#include "ui/employees/fw-opened-file.h"
#include "ui/employees/fw-own-field.h"
#include "ui/employees/fw-person-records.h"
#include "ui/employees/fw-record-form.h"

typedef struct
{
  char *folder;
  FwStore *store;
} Fixture;

static const FwDate today = { 2026, 3, 9 };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL };
  g_autoptr (FwCommand) command = fw_command_new ("employer.add", "test", NULL);
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  FwRecord *employer, *upper, *lower;

  fixture->folder = g_dir_make_tmp ("fairwell-form-XXXXXX", &error);
  path = g_build_filename (fixture->folder, "store", NULL);
  fixture->store = fw_store_create (path, "test", &options, &error);
  g_assert_no_error (error);
  employer = fw_command_add (command, "employer");
  fw_record_set (employer, "name", "衡川");
  fw_record_set (employer, "jurisdiction", "CN");
  upper = fw_command_add (command, "department");
  fw_record_set (upper, "name", "研发中心");
  lower = fw_command_add (command, "department");
  fw_record_set (lower, "name", "平台组");
  fw_record_set (lower, "parent-id", fw_record_get_id (upper));
  event = fw_store_run (fixture->store, command, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "store", NULL);

  fw_store_close (fixture->store);
  g_clear_object (&fixture->store);
  fw_store_delete (path, NULL);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static FwEntryBasis *
read_basis (Fixture *fixture, FwRecord *record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  FwEntryBasis *basis;

  g_ptr_array_add (records, record);
  basis = fw_entry_basis_read (fixture->store, records, NULL, &error);
  g_assert_no_error (error);
  return basis;
}

static GtkWidget *
find_row (GtkWidget *widget, const char *field)
{
  const FwField *its = fw_field_row_get_field (widget);

  if (its != NULL && g_str_equal (its->name, field))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, field);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Where a name stands beside a reference to the same, one of them is enough. */
static gboolean
has_twin_row (GtkWidget *form, const char *field)
{
  g_autofree char *twin = g_str_has_suffix (field, "-id") ? g_strndup (field, strlen (field) - 3)
                                                          : g_strconcat (field, "-id", NULL);

  return find_row (form, twin) != NULL;
}

static void
check_kind (Fixture *fixture, const char *name)
{
  g_autoptr (FwRecord) record = fw_record_new (name);
  g_autoptr (FwEntryBasis) basis = read_basis (fixture, record);
  g_autoptr (GtkWidget) form = g_object_ref_sink (fw_record_form_new (fixture->store, basis, record, NULL, today));
  const FwRecordKind *kind = fw_record_get_kind (record);
  g_autofree char *unplaced = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & FW_FIELD_REQUIRED) != 0 && !g_str_equal (kind->fields[i].name, "employee-id") &&
        find_row (form, kind->fields[i].name) == NULL && !has_twin_row (form, kind->fields[i].name))
      g_error ("%s cannot be written without its %s", name, kind->fields[i].name);
  g_assert_false (fw_record_form_read (FW_RECORD_FORM (form), &unplaced));
}

static void
check_menu (Fixture *fixture, GMenuModel *menu, guint *n_kinds)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);

      if (section != NULL)
        check_menu (fixture, section, n_kinds);
      if (submenu != NULL)
        check_menu (fixture, submenu, n_kinds);
      if (target == NULL)
        continue;
      check_kind (fixture, g_variant_get_string (target, NULL));
      (*n_kinds)++;
    }
}

/* Whatever can be added has a form that asks for all it cannot be without. */
static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMenuModel) menu = fw_person_records_dup_menu ();
  guint n_kinds = 0;

  check_menu (fixture, menu, &n_kinds);
  g_assert_cmpuint (n_kinds, ==, 22);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FwRecord) record = fw_record_new ("wage");
  g_autoptr (FwEntryBasis) basis = read_basis (fixture, record);
  g_autoptr (GtkWidget) form = g_object_ref_sink (fw_record_form_new (fixture->store, basis, record, NULL, today));
  g_autofree char *unplaced = NULL;
  FwRecord *written;

  fw_field_row_set (find_row (form, "month"), "2026年2月");
  fw_field_row_set (find_row (form, "gross"), "一万二");
  g_assert_false (fw_record_form_read (FW_RECORD_FORM (form), &unplaced));
  g_assert_true (gtk_widget_has_css_class (find_row (form, "gross"), "error"));
  g_assert_false (gtk_widget_has_css_class (find_row (form, "month"), "error"));
  fw_field_row_set (find_row (form, "gross"), "￥１２,５００");
  fw_field_row_set (find_row (form, "normal"), "false");
  g_assert_true (fw_record_form_read (FW_RECORD_FORM (form), &unplaced));
  written = fw_record_form_get_record (FW_RECORD_FORM (form));
  g_assert_cmpstr (fw_record_get (written, "month"), ==, "2026-02");
  g_assert_cmpstr (fw_record_get (written, "gross"), ==, "12500.00");
  g_assert_cmpstr (fw_record_get (written, "normal"), ==, "false");
  g_assert_null (fw_record_get (record, "month"));
}

/* One kind that the store takes any word for is chosen; days stand in their order; a name asked for by reference is. */
static void
test_protection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FwRecord) record = fw_record_new ("protection");
  g_autoptr (FwEntryBasis) basis = read_basis (fixture, record);
  g_autoptr (GtkWidget) form = g_object_ref_sink (fw_record_form_new (fixture->store, basis, record, NULL, today));
  g_autofree char *unplaced = NULL;

  g_assert_true (ADW_IS_COMBO_ROW (find_row (form, "kind")));
  fw_field_row_set (find_row (form, "kind"), "pregnancy");
  fw_field_row_set (find_row (form, "from"), "2026-03-01");
  fw_field_row_set (find_row (form, "until"), "2026-02-01");
  g_assert_false (fw_record_form_read (FW_RECORD_FORM (form), &unplaced));
  g_assert_true (gtk_widget_has_css_class (find_row (form, "until"), "error"));
  fw_field_row_set (find_row (form, "until"), NULL);
  g_assert_true (fw_record_form_read (FW_RECORD_FORM (form), &unplaced));
}

static void
test_identity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FwRecord) record = fw_record_new ("employee");
  g_autoptr (FwEntryBasis) basis = read_basis (fixture, record);
  g_autoptr (GtkWidget) form = g_object_ref_sink (fw_record_form_new (fixture->store, basis, record, NULL, today));
  FwRecord *written = fw_record_form_get_record (FW_RECORD_FORM (form));
  GPtrArray *departments = fw_entry_basis_get_choices (basis, "department");
  g_autofree char *unplaced = NULL;

  g_assert_cmpstr (((FwReferenceChoice *) g_ptr_array_index (departments, 1))->name, ==, "研发中心 / 平台组");
  g_assert_nonnull (fw_record_get (written, "employer-id")); /* there is only one */
  fw_field_row_set (find_row (form, "number"), "E1");
  fw_field_row_set (find_row (form, "name"), "王海洋");
  fw_field_row_set (find_row (form, "identity"), "110105194912310021");
  g_assert_false (fw_record_form_read (FW_RECORD_FORM (form), &unplaced));
  fw_field_row_set (find_row (form, "identity"), "11010519491231002X");
  fw_field_row_set (find_row (form, "sex"), "male");
  g_assert_false (fw_record_form_read (FW_RECORD_FORM (form), &unplaced));
  fw_field_row_set (find_row (form, "sex"), NULL);
  g_assert_true (fw_record_form_read (FW_RECORD_FORM (form), &unplaced));
  g_assert_cmpstr (fw_record_get (written, "born"), ==, "1949-12-31");
  g_assert_cmpstr (fw_record_get (written, "sex"), ==, "female");
}

/* A department made by the way belongs to the company of whose people it is. */
static void
test_employer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FwRecord) record = fw_record_new ("appointment");
  g_autoptr (FwRecord) fresh = fw_record_new ("department");
  g_autoptr (FwRecord) level = fw_record_new ("level");
  g_autoptr (FwRecord) other = fw_record_new ("employment");
  g_autoptr (FwRecord) elsewhere = fw_record_new ("department");
  g_autoptr (FwEntryBasis) basis = read_basis (fixture, record);

  fw_entry_basis_give_employer (basis, fresh, record);
  g_assert_nonnull (basis->employer_id);
  g_assert_cmpstr (fw_record_get (fresh, "employer-id"), ==, basis->employer_id);
  fw_entry_basis_give_employer (basis, level, record);
  fw_record_set (other, "employer-id", fw_record_get_id (other));
  fw_entry_basis_give_employer (basis, elsewhere, other);
  g_assert_cmpstr (fw_record_get (elsewhere, "employer-id"), ==, fw_record_get_id (other));
}

static void
taken_in_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static gboolean
take_in (GtkWidget *row, FwRecord *record, FwCommand *command, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  fw_evidence_row_take_in_async (FW_EVIDENCE_ROW (row), taken_in_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return fw_evidence_row_take_in_finish (FW_EVIDENCE_ROW (row), result, record, today, command, error);
}

/* A file comes into the store with its record, is opened as a copy that a lock clears away, and can be taken off again. */
static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "签到表.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (FwCommand) command = fw_command_new ("training.add", "test", NULL);
  g_autoptr (FwCommand) off = fw_command_new ("training.change", "test", NULL);
  FwRecord *person = fw_command_add (command, "employee");
  FwRecord *training = fw_command_add (command, "training");
  g_autoptr (GtkWidget) row = g_object_ref_sink (fw_evidence_row_new (fixture->store, NULL));
  g_autoptr (GtkWidget) kept = NULL;
  g_autoptr (FwRecord) evidence = NULL;
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *text = NULL;

  g_file_set_contents (path, "张三 李四", -1, NULL);
  fw_record_set (person, "number", "E1");
  fw_record_set (person, "name", "张三");
  fw_record_set (training, "employee-id", fw_record_get_id (person));
  fw_record_set (training, "title", "客户谈判");
  fw_record_set (training, "date", "2026-03-01");
  g_assert_false (fw_evidence_row_is_changed (FW_EVIDENCE_ROW (row)));
  fw_evidence_row_set_file (FW_EVIDENCE_ROW (row), file);
  g_assert_true (take_in (row, training, command, &error));
  g_assert_no_error (error);
  event = fw_store_run (fixture->store, command, NULL, &error);
  g_assert_no_error (error);

  evidence = fw_store_get (fixture->store, "evidence", fw_record_get (training, "evidence-id"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_record_get (evidence, "file-name"), ==, "签到表.txt");
  g_assert_cmpstr (fw_record_get (evidence, "employee-id"), ==, fw_record_get_id (person));
  opened = fw_opened_file_make (fixture->store, evidence, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (opened, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "张三 李四");
  fw_opened_file_clear ();
  g_assert_false (g_file_test (opened, G_FILE_TEST_EXISTS));

  kept = g_object_ref_sink (fw_evidence_row_new (fixture->store, evidence));
  g_unlink (path);
  fw_evidence_row_set_file (FW_EVIDENCE_ROW (kept), file);
  g_assert_false (take_in (kept, training, off, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static GPtrArray *
read_own (Fixture *fixture, const char *employee_id)
{
  GPtrArray *own = g_ptr_array_new_with_free_func (fw_own_field_free);
  g_autoptr (GError) error = NULL;

  fw_own_fields_read (fixture->store, "employee", employee_id, TRUE, own, NULL, &error);
  g_assert_no_error (error);
  return own;
}

static void
change_own (Fixture *fixture, const char *employee_id, guint index, const char *text, gboolean changes)
{
  g_autoptr (GPtrArray) own = read_own (fixture, employee_id);
  g_autoptr (FwCommand) command = fw_command_new ("employee.change", "test", NULL);
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *value = fw_own_field_read (g_ptr_array_index (own, index), text, today, &problem);

  g_assert_null (problem);
  g_assert_cmpint (fw_own_field_change (g_ptr_array_index (own, index), employee_id, value, command), ==, changes);
  if (changes)
    event = fw_store_run (fixture->store, command, NULL, &error);
  g_assert_no_error (error);
}

static void
check_own (Fixture *fixture, const char *employee_id, guint index, const char *label, const char *expected)
{
  g_autoptr (GPtrArray) own = read_own (fixture, employee_id);
  g_autofree char *text = fw_own_field_describe (g_ptr_array_index (own, index));

  g_assert_cmpuint (own->len, ==, 2);
  g_assert_cmpstr (((FwOwnField *) g_ptr_array_index (own, index))->label, ==, label);
  g_assert_cmpstr (text, ==, expected);
}

static void
add_own_field (FwCommand *command, const char *name, const char *label, const char *type)
{
  FwRecord *field = fw_command_add (command, "custom-field");

  fw_record_set (field, "record-kind", "employee");
  fw_record_set (field, "name", name);
  fw_record_set (field, "label-zh", label);
  fw_record_set (field, "type", type);
}

/* What only a company keeps: asked for even where it is not known, read by its type, gone when it is emptied. */
static void
test_own (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FwCommand) command = fw_command_new ("employee.add", "test", NULL);
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  FwRecord *person = fw_command_add (command, "employee");

  fw_record_set (person, "number", "E1");
  fw_record_set (person, "name", "欧阳明月");
  add_own_field (command, "mentor", "师傅", "text");
  add_own_field (command, "locker-until", NULL, "date");
  event = fw_store_run (fixture->store, command, NULL, &error);
  g_assert_no_error (error);

  check_own (fixture, fw_record_get_id (person), 0, "师傅", NULL);
  change_own (fixture, fw_record_get_id (person), 0, " 孙师傅 ", TRUE);
  check_own (fixture, fw_record_get_id (person), 0, "师傅", "孙师傅");
  change_own (fixture, fw_record_get_id (person), 0, "孙师傅", FALSE);
  change_own (fixture, fw_record_get_id (person), 1, "2026年5月1日", TRUE);
  check_own (fixture, fw_record_get_id (person), 1, "locker-until", "2026-05-01");
  change_own (fixture, fw_record_get_id (person), 0, NULL, TRUE);
  check_own (fixture, fw_record_get_id (person), 0, "师傅", NULL);
  own = read_own (fixture, fw_record_get_id (person));
  g_assert_null (fw_own_field_read (g_ptr_array_index (own, 1), "next spring", today, &problem));
  g_assert_nonnull (problem);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/record-form/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/ui/record-form/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/ui/record-form/protection", Fixture, NULL, set_up, test_protection, tear_down);
  g_test_add ("/ui/record-form/identity", Fixture, NULL, set_up, test_identity, tear_down);
  g_test_add ("/ui/record-form/employer", Fixture, NULL, set_up, test_employer, tear_down);
  g_test_add ("/ui/record-form/evidence", Fixture, NULL, set_up, test_evidence, tear_down);
  g_test_add ("/ui/record-form/own", Fixture, NULL, set_up, test_own, tear_down);
  return g_test_run ();
}
