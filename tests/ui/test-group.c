#include <adwaita.h>

#include "../departure/fw-test-case.h"
#include "ui/cases/fw-group-amounts-dialog.h"
#include "ui/cases/fw-group-page-private.h"
#include "ui/cases/fw-group-supply-dialog.h"

#include "fw-test-widgets.h"

/* The page of several departures that are one decision, and what is filled in on it for many of them. */

static void
keep_result_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
settle (FwCaseGroup *group)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (fw_case_group_get_progress (group, NULL, NULL) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
say_for_all (FwCaseGroup *group,
             const char *path,
             const char *value)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fw_case_group_set_async (group, path, value, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fw_case_group_set_finish (group, result, &error), ==, 0);
  g_assert_no_error (error);
}

/* Both people of the company, with a ground and a last day, judged. */
static FwCaseGroup *
open_group (TestCompany *company)
{
  g_autoptr (FwRecord) first = fw_store_get (company->store, "employee", company->employee, NULL);
  g_autoptr (FwRecord) second = fw_store_get (company->store, "employee", company->second, NULL);
  const guint32 people[] = { (guint32) fw_record_get_seq (first), (guint32) fw_record_get_seq (second) };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FwCaseGroup *group;

  fw_case_group_open_async (company->workplace, people, G_N_ELEMENTS (people), NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  group = fw_case_group_new_finish (result, &error);
  g_assert_no_error (error);
  settle (group);
  say_for_all (group, "departure/@ground", "cn.41-2");
  say_for_all (group, "departure/@last-day", "2026-05-08");
  fw_case_group_refresh (group);
  settle (group);
  return group;
}

static const char *
case_of (FwCaseGroup *group,
         guint place)
{
  g_autoptr (FwCaseItem) member = g_list_model_get_item (fw_case_group_get_members (group), place);

  return fw_case_item_get_id (member); /* kept by the list */
}

static void
choose_material (FwGroupSupplyDialog *dialog,
                 const char *material)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN));
  guint count = g_list_model_get_n_items (gtk_drop_down_get_model (drop_down));

  for (guint i = 0; i < count; i++)
    {
      gtk_drop_down_set_selected (drop_down, i);
      if (g_strcmp0 (fw_group_supply_dialog_get_material (dialog), material) == 0)
        return;
    }
  g_assert_not_reached ();
}

/* Every check button that is to be seen, in order. */
static void
collect_checks (GtkWidget *widget,
                GPtrArray *checks)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child) && gtk_widget_get_visible (child))
      g_ptr_array_add (checks, child);
    else
      collect_checks (child, checks);
}

static void
count_cb (guint *count)
{
  ++*count;
}

/* Nothing is ticked before somebody ticks it; a file takes the place of what was found, and one of nobody waits for somebody to say whose it is. */
static void
test_supply (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwCaseGroup) group = open_group (company);
  FwGroupSupplyDialog *dialog = FW_GROUP_SUPPLY_DIALOG (fw_group_supply_dialog_new (group, company->store));
  g_autoptr (FwCaseItem) second = g_list_model_get_item (fw_case_group_get_members (group), 1);
  g_autofree char *name = g_strdup_printf ("%s.pdf", fw_case_item_get_text (second, "employee-name"));
  g_autoptr (GFile) own = test_company_file (company, name, "scan");
  g_autoptr (GFile) stray = test_company_file (company, "scan001.pdf", "scan");
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();
  g_autoptr (GPtrArray) given = NULL;
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_auto (GStrv) none = NULL;
  g_auto (GStrv) confirmed = NULL;
  g_auto (GStrv) supplied_materials = NULL;
  g_auto (GStrv) again = NULL;
  g_auto (GStrv) of = NULL;
  guint supplied = 0;

  choose_material (dialog, "contract");
  none = fw_group_supply_dialog_dup_confirmed (dialog, "contract");
  g_assert_null (none[0]);
  g_assert_true (test_says (adw_window_get_content (ADW_WINDOW (dialog)), "2 people will still lack it."));
  collect_checks (GTK_WIDGET (dialog), checks);
  g_assert_cmpuint (checks->len, ==, 3);
  gtk_check_button_set_active (checks->pdata[0], TRUE);
  g_assert_true (gtk_check_button_get_active (checks->pdata[1]));
  g_assert_true (test_says (adw_window_get_content (ADW_WINDOW (dialog)), "Nobody will lack it then."));
  gtk_check_button_set_active (checks->pdata[2], FALSE);
  g_assert_false (gtk_check_button_get_active (checks->pdata[0]));
  g_assert_true (gtk_check_button_get_active (checks->pdata[1]));
  g_ptr_array_add (files, stray);
  g_ptr_array_add (files, own);
  fw_group_supply_dialog_add_files (dialog, files);
  g_assert_true (test_says (adw_window_get_content (ADW_WINDOW (dialog)), "scan001.pdf"));
  g_assert_true (test_says (adw_window_get_content (ADW_WINDOW (dialog)), "Nobody will lack it then."));
  confirmed = fw_group_supply_dialog_dup_confirmed (dialog, "contract");
  g_assert_cmpuint (g_strv_length (confirmed), ==, 1);
  g_assert_cmpstr (confirmed[0], ==, case_of (group, 0));
  given = fw_group_supply_dialog_dup_files (dialog, "contract", &of);
  g_assert_cmpuint (given->len, ==, 1);
  g_assert_cmpstr (of[0], ==, case_of (group, 1));
  g_assert_true (g_file_equal (given->pdata[0], own));
  collect_checks (GTK_WIDGET (dialog), left);
  g_assert_cmpuint (left->len, ==, 2);
  /* Another material is looked at meanwhile: what was ticked and given of the first stays, and goes along. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN)), 1);
  g_assert_cmpstr (fw_group_supply_dialog_get_material (dialog), !=, "contract");
  g_assert_true (test_says (adw_window_get_content (ADW_WINDOW (dialog)), "2 people will still lack it. With it go 2 pieces of other materials."));
  supplied_materials = fw_group_supply_dialog_dup_materials (dialog);
  g_assert_cmpuint (g_strv_length (supplied_materials), ==, 1);
  g_assert_cmpstr (supplied_materials[0], ==, "contract");
  choose_material (dialog, "contract");
  again = fw_group_supply_dialog_dup_confirmed (dialog, "contract");
  g_assert_cmpstr (again[0], ==, case_of (group, 0));
  g_ptr_array_set_size (checks, 0);
  collect_checks (GTK_WIDGET (dialog), checks);
  g_assert_true (gtk_check_button_get_active (checks->pdata[1]));
  g_assert_true (test_says (adw_window_get_content (ADW_WINDOW (dialog)), "scan001.pdf"));
  g_signal_connect_swapped (dialog, "supply", G_CALLBACK (count_cb), &supplied);
  g_signal_emit_by_name (dialog, "supply");
  g_assert_cmpuint (supplied, ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkEditable *
cell_at (GtkWidget *dialog,
         guint row,
         guint column)
{
  return GTK_EDITABLE (fw_group_amounts_dialog_get_cell (FW_GROUP_AMOUNTS_DIALOG (dialog), row, column));
}

static guint
column_of (GListStore *columns,
           const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (columns)); i++)
    {
      g_autoptr (FwCaseItem) column = g_list_model_get_item (G_LIST_MODEL (columns), i);

      if (g_str_equal (fw_case_item_get_id (column), id))
        return i;
    }
  g_assert_not_reached ();
}

/* A column is pasted by place, or by the numbers of employees; what is no amount is marked, and what is empty stays unknown. */
static void
test_amounts (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCaseGroup) group = open_group (company);
  g_autoptr (GListStore) columns = g_list_store_new (FW_TYPE_GROUP_AMOUNT);
  GtkWidget *dialog = fw_group_amounts_dialog_new (group, columns);
  FwGroupAmountsDialog *table = FW_GROUP_AMOUNTS_DIALOG (dialog);
  const guint tax = column_of (columns, "line/wage-tax"), insurance = column_of (columns, "line/social-insurance");
  const guint leave = column_of (columns, "case/settlement/@leave-taken");
  g_autoptr (FwCaseItem) first = g_list_model_get_item (fw_case_group_get_members (group), 0);
  g_autoptr (FwCaseItem) second = g_list_model_get_item (fw_case_group_get_members (group), 1);
  g_autofree char *by_number = g_strdup_printf ("%s\t300\nE999\t1\n%s\t1,200.50\n", fw_case_item_get_text (second, "employee-number"),
                                                fw_case_item_get_text (first, "employee-number"));
  g_auto (GStrv) cases = NULL;
  g_auto (GStrv) asked = NULL;
  g_auto (GStrv) values = NULL;

  g_assert_null (fw_group_amounts_dialog_get_cell (table, 2, 0));
  g_assert_true (fw_group_amounts_dialog_paste (table, 0, tax, "Tax\n20.5\n\n"));
  g_assert_cmpstr (gtk_editable_get_text (cell_at (dialog, 0, tax)), ==, "20.5");
  g_assert_cmpstr (gtk_editable_get_text (cell_at (dialog, 1, tax)), ==, "");
  g_assert_true (fw_group_amounts_dialog_paste (table, 0, insurance, by_number));
  g_assert_cmpstr (gtk_editable_get_text (cell_at (dialog, 0, insurance)), ==, "1,200.50");
  g_assert_cmpstr (gtk_editable_get_text (cell_at (dialog, 1, insurance)), ==, "300");
  g_assert_false (fw_group_amounts_dialog_paste (table, 1, tax, "1\n2\n"));
  g_assert_cmpstr (gtk_editable_get_text (cell_at (dialog, 1, tax)), ==, "");
  gtk_editable_set_text (cell_at (dialog, 1, leave), "x");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell_at (dialog, 1, leave)), "error"));
  gtk_editable_set_text (cell_at (dialog, 1, leave), "-");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (cell_at (dialog, 1, leave)), "error"));
  gtk_editable_set_text (cell_at (dialog, 0, leave), "２");
  fw_group_amounts_dialog_dup_changes (table, &cases, &asked, &values);
  g_assert_cmpuint (g_strv_length (cases), ==, 4);
  g_assert_true (g_strv_contains ((const char *const *) values, "20.50"));
  g_assert_true (g_strv_contains ((const char *const *) values, "1200.50"));
  g_assert_true (g_strv_contains ((const char *const *) values, "2"));
  g_assert_false (g_strv_contains ((const char *const *) values, ""));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The page shows who they are and what was said, and begins where the ground is chosen. */
static void
test_page (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (FwCaseGroup) group = open_group (company);
  GtkWidget *window = gtk_window_new ();
  FwGroupPage *page;
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  g_type_ensure (FW_TYPE_WINDOW);
  page = g_object_new (FW_TYPE_GROUP_PAGE, NULL);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (window));
  fw_group_page_open (page, company->workplace, fw_case_group_get_id (group));
  gtk_widget_grab_focus (page->entries[0]);
  while ((page->lead == NULL || page->arriving || page->group == NULL || fw_case_group_get_progress (page->group, NULL, NULL)) &&
         g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (page->lead);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_WIDGET (page->ground_row)) ||
                 gtk_root_get_focus (GTK_ROOT (window)) == GTK_WIDGET (page->ground_row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (page->entries[0])), ==, "2026-05-08");
  g_assert_nonnull (gtk_list_box_get_row_at_index (page->member_list, 1));
  g_assert_null (gtk_list_box_get_row_at_index (page->member_list, 2));
  g_assert_true (test_says (GTK_WIDGET (page), "Each person"));
  fw_group_page_close (page);
  g_assert_null (gtk_list_box_get_row_at_index (page->member_list, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, test) g_test_add (name, TestCompany, "2026-03-10", test_company_set_up, test, test_company_tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/ui/group/supply", test_supply);
  ADD ("/ui/group/amounts", test_amounts);
  ADD ("/ui/group/page", test_page);
  return g_test_run ();
}
