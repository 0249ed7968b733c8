#include <adwaita.h>
#include <glib/gstdio.h>

#include "store/fw-store.h"
#include "ui/employees/fw-employee-columns.h"
#include "ui/employees/fw-employee-list.h"
#include "ui/employees/fw-person-reading.h"
#include "ui/employees/fw-record-words.h"
#include "ui/widgets/fw-tag.h"

#define PEOPLE 150

typedef struct
{
  char *folder;
  FwStore *store;
  FwEmployeeList *list;
  int settled;
  int changes;
} Fixture;

static void
fill_store (FwStore *store)
{
  g_autoptr (FwCommand) command = fw_command_new ("employee.import", "test", NULL);
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < PEOPLE; i++)
    {
      FwRecord *record = fw_command_add (command, "employee");
      g_autofree char *number = g_strdup_printf ("E%04d", i);

      fw_record_set (record, "number", number);
      fw_record_set (record, "name", i % 3 == 0 ? "王海洋" : i % 3 == 1 ? "李明" : "Zoë Okafor");
      fw_record_set (record, "status", i % 10 == 0 ? "left" : "active");
    }
  event = fw_store_run (store, command, NULL, &error);
  g_assert_no_error (error);
}

static void
settled_cb (FwEmployeeList *list, Fixture *fixture)
{
  fixture->settled++;
}

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->changes += removed != added;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL };
  g_autoptr (GError) error = NULL;
  g_autofree char *parent = g_dir_make_tmp ("fairwell-ui-XXXXXX", &error);

  fixture->folder = g_build_filename (parent, "store", NULL);
  fixture->store = fw_store_create (fixture->folder, "test", &options, &error);
  g_assert_no_error (error);
  fill_store (fixture->store);
  fixture->list = fw_employee_list_new ();
  g_signal_connect (fixture->list, "settled", G_CALLBACK (settled_cb), fixture);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (changed_cb), fixture);
  fw_employee_list_set_store (fixture->list, fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (fixture->folder);
  g_autoptr (GDir) files = NULL;
  const char *name;

  g_object_unref (fixture->list);
  fw_store_close (fixture->store);
  g_object_unref (fixture->store);
  files = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_rmdir (parent);
  g_free (fixture->folder);
}

static void
wait_until_settled (Fixture *fixture, int times)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (fixture->settled < times && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fixture->settled, ==, times);
}

static FwRecord *
wait_for_row (Fixture *fixture, guint position)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (fw_employee_list_get_record (fixture->list, position) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (fw_employee_list_get_record (fixture->list, position));
  return fw_employee_list_get_record (fixture->list, position);
}

static const FwEmployeeFilter everybody;

/* The first page is there with the answer; rows far down come when they are asked for, and are the right ones. Until then
 * an empty one stands there. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FwRecord) waiting = NULL;

  fw_employee_list_search (fixture->list, NULL, &everybody);
  wait_until_settled (fixture, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, PEOPLE);
  g_assert_cmpuint (fw_employee_list_get_total (fixture->list), ==, PEOPLE);
  g_assert_cmpstr (fw_record_get (fw_employee_list_get_record (fixture->list, 0), "name"), ==, "李明");
  waiting = g_list_model_get_item (G_LIST_MODEL (fixture->list), PEOPLE - 1);
  g_assert_null (fw_record_get (waiting, "name"));
  g_assert_cmpstr (fw_record_get (wait_for_row (fixture, PEOPLE - 1), "name"), ==, "Zoë Okafor");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), PEOPLE));
}

/* By name, pinyin and initials, and the newest search wins however many were typed before. */
static void
test_newest_search_wins (Fixture *fixture, gconstpointer data)
{
  const FwEmployeeFilter active = { .status = "active" };

  fw_employee_list_search (fixture->list, "w", &everybody);
  fw_employee_list_search (fixture->list, "wh", &everybody);
  fw_employee_list_search (fixture->list, "li", &everybody);
  fw_employee_list_search (fixture->list, "why", &active);
  wait_until_settled (fixture, 1);
  g_assert_cmpstr (fw_record_get (wait_for_row (fixture, 0), "name"), ==, "王海洋");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 45);
}

/* The old rows stay until the new ones are there. */
static void
test_never_blank (Fixture *fixture, gconstpointer data)
{
  fw_employee_list_search (fixture->list, NULL, &everybody);
  wait_until_settled (fixture, 1);
  fixture->changes = 0;
  fw_employee_list_search (fixture->list, "E0001", &everybody);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, PEOPLE);
  wait_until_settled (fixture, 2);
  g_assert_cmpint (fixture->changes, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 1);
  fw_employee_list_search (fixture->list, "nobody", &everybody);
  wait_until_settled (fixture, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  fw_employee_list_set_store (fixture->list, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
}

/* Who is selected stays so through other searches; those in the list come first, in its order. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->list);
  g_autoptr (GArray) chosen = NULL;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GtkBitset) shown = NULL;

  fw_employee_list_search (fixture->list, "E0003", &everybody);
  wait_until_settled (fixture, 1);
  gtk_selection_model_select_item (model, 0, FALSE);
  fw_employee_list_search (fixture->list, "li", &everybody);
  wait_until_settled (fixture, 2);
  g_assert_cmpuint (fw_employee_list_get_n_selected (fixture->list), ==, 1);
  g_assert_cmpuint (fw_employee_list_count_selected (fixture->list), ==, 0);
  gtk_selection_model_select_range (model, 1, 2, FALSE);
  gtk_selection_model_unselect_item (model, 1);
  g_assert_false (gtk_selection_model_is_selected (model, 1));
  g_assert_true (gtk_selection_model_is_selected (model, 2));
  g_assert_false (gtk_selection_model_is_selected (model, PEOPLE * 2));
  shown = gtk_selection_model_get_selection (model);
  g_assert_cmpuint (gtk_bitset_get_size (shown), ==, 1);
  g_assert_cmpuint (gtk_bitset_get_nth (shown, 0), ==, 2);
  chosen = fw_employee_list_dup_selected (fixture->list, 0);
  g_assert_cmpuint (chosen->len, ==, 2);
  g_assert_cmpuint (g_array_index (chosen, guint32, 1), ==, 4);
  first = fw_employee_list_dup_selected (fixture->list, 1);
  g_assert_cmpuint (first->len, ==, 1);
  gtk_selection_model_select_all (model);
  g_assert_cmpuint (fw_employee_list_get_n_selected (fixture->list), ==, PEOPLE / 3 + 1);
  fw_employee_list_clear_selected (fixture->list);
  g_assert_cmpuint (fw_employee_list_get_n_selected (fixture->list), ==, 0);
}

/* What stands in the cells; nothing is made up for somebody who is on the way from the store. */
static void
test_columns (void)
{
  const FwDate today = { 2026, 3, 9 };
  static const char *const expected[][2] = {
    { "name", "Lan" }, { "tenure", "4 years 6 months" }, { "contract-end", "Open-ended" }, { "status", "Leaving" },
    { "phone", NULL },
  };
  g_autoptr (FwRecord) person = fw_record_new ("employee-overview");
  int accent = 0;

  g_assert_null (fw_employee_columns_describe (person, fw_employee_columns_find ("status"), today, &accent));
  fw_record_set (person, "number", "E1");
  fw_record_set (person, "name", "Lan");
  fw_record_set (person, "hired", "2021-09-01");
  fw_record_set (person, "contract", "open-ended");
  fw_record_set (person, "status", "leaving");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const FwGridColumn *column = fw_employee_columns_find (expected[i][0]);
      g_autofree char *text = fw_employee_columns_describe (person, column, today, &accent);

      g_assert_cmpstr (text, ==, expected[i][1]);
      g_assert_cmpint (accent, ==, g_str_equal (expected[i][0], "status"));
    }
  g_assert_null (fw_employee_columns_find ("nothing"));
}

/* One tag, the gravest: a departure before a protection before a contract's end before a probation's. */
static void
test_attention (void)
{
  const FwDate today = { 2026, 3, 9 };
  const FwGridColumn *column = fw_employee_columns_find ("attention");
  static const struct
  {
    const char *field;
    const char *value;
    const char *text;
    int style;
  } steps[] = {
    { "probation-end", "2026-04-07", "Probation ends 4-07", FW_TAG_STYLE_PLAIN },
    { "contract-end", "2026-04-14", "Ends in 36 days", FW_TAG_STYLE_NOTE },
    { "contract-end", "2026-03-08", "Contract ran out", FW_TAG_STYLE_NOTE },
    { "protection", "pregnancy", "Pregnancy", FW_TAG_STYLE_ACCENT },
    { "protection-until", "2026-03-08", "Contract ran out", FW_TAG_STYLE_NOTE },
    { "case-kind", "resignation", "Resignation", FW_TAG_STYLE_PLAIN },
    { "case-kind", "dismissal", "Dismissal", FW_TAG_STYLE_NOTE },
  };
  g_autoptr (FwRecord) person = fw_record_new ("employee-overview");

  fw_record_set (person, "number", "E1");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *text = NULL;
      int style = 0;

      fw_record_set (person, steps[i].field, steps[i].value);
      text = fw_employee_columns_describe (person, column, today, &style);
      g_assert_cmpstr (text, ==, steps[i].text);
      g_assert_cmpint (style, ==, steps[i].style);
    }
  fw_record_set (person, "case-kind", NULL);
  fw_record_set (person, "left", "2026-01-01");
  g_assert_null (fw_employee_columns_describe (person, column, today, &(int) { 0 }));
}

/* Whatever a heading can ask for, the store can do. */
static void
test_columns_sort (void)
{
  guint n_columns = 0;
  const FwGridColumn *columns = fw_employee_columns_get (&n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].sortable)
      g_assert_true (g_strv_contains (fw_search_orders (), columns[i].id));
}

static void
add_wage (GPtrArray *records, const char *month, const char *gross)
{
  FwRecord *record = fw_record_new ("wage");

  fw_record_set (record, "month", month);
  fw_record_set (record, "gross", gross);
  g_ptr_array_add (records, record);
}

/* An average stands only where every month is known; it is never a guess. */
static void
test_average_pay (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  FwDate today = fw_date_new (2026, 3, 9);
  g_autofree char *none = NULL;
  g_autofree char *gap = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *newcomer = NULL;
  int missing = -1;

  none = fw_person_average_pay (records, fw_date_new (2020, 1, 1), today, &missing);
  g_assert_null (none);
  g_assert_cmpint (missing, ==, 12);
  for (int month = 1; month <= 12; month++)
    {
      FwDate day = fw_date_add_months (fw_date_new (2025, 2, 1), month);
      g_autofree char *name = g_strdup_printf ("%04d-%02d", day.year, day.month);

      if (month != 7)
        add_wage (records, name, month == 1 ? "10000.10" : "10000.00");
    }
  gap = fw_person_average_pay (records, fw_date_new (2020, 1, 1), today, &missing);
  g_assert_null (gap);
  g_assert_cmpint (missing, ==, 1);
  add_wage (records, "2025-09", "10000.00");
  add_wage (records, "2026-03", "99999.00");
  whole = fw_person_average_pay (records, fw_date_new (2020, 1, 1), today, &missing);
  g_assert_cmpstr (whole, ==, "10000.01");
  newcomer = fw_person_average_pay (records, fw_date_new (2026, 1, 20), today, &missing);
  g_assert_cmpstr (newcomer, ==, "10000.00");
  g_assert_cmpint (missing, ==, 0);
}

static void
test_values_in_words (void)
{
  const FwRecordKind *wage = fw_record_kind_find ("wage");
  const FwRecordKind *employee = fw_record_kind_find ("employee");
  g_autofree char *money = fw_record_words_value (fw_record_kind_find_field (wage, "gross"), "1234567.80");
  g_autofree char *small = fw_record_words_money ("-999.00");
  g_autofree char *truth = fw_record_words_value (fw_record_kind_find_field (wage, "normal"), "false");
  g_autofree char *choice = fw_record_words_value (fw_record_kind_find_field (employee, "sex"), "female");
  g_autofree char *machine = fw_record_words_value (fw_record_kind_find_field (fw_record_kind_find ("evidence"), "kind"),
                                                    "wage-12m");
  g_autofree char *hidden = fw_record_words_value (fw_record_kind_find_field (employee, "employer-id"), "0190-x");
  g_autofree char *span = fw_record_words_span (54);
  g_autofree char *years = fw_record_words_span (48);
  g_autofree char *short_span = fw_record_words_span (0);

  g_assert_cmpstr (money, ==, "1,234,567.80");
  g_assert_cmpstr (small, ==, "-999.00");
  g_assert_cmpstr (truth, ==, "No");
  g_assert_cmpstr (choice, ==, "Female");
  g_assert_null (hidden);
  g_assert_null (machine);
  g_assert_cmpstr (span, ==, "4 years 6 months");
  g_assert_cmpstr (years, ==, "4 years");
  g_assert_cmpstr (short_span, ==, "Under a month");
}

/* A kind or field that joins the description must get a word before it is shown to anybody. */
static void
test_every_field_has_a_word (void)
{
  static const char *const kinds[] = { "employee", "employment", "appointment", "criterion", "acknowledgement", "wage",
                                       "wage-component", "raise", "target", "review", "achievement", "attendance",
                                       "training", "skill", "violation", "feedback", "assignment", "duty", "equipment",
                                       "account", "survey", "measure", "protection" };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const FwRecordKind *kind = fw_record_kind_find (kinds[k]);

      g_assert_nonnull (kind);
      g_test_message ("%s", kinds[k]);
      g_assert_nonnull (fw_record_words_kind (kinds[k]));
      for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].type != FW_FIELD_REFERENCE && !g_str_equal (kind->fields[i].name, "pinyin"))
          {
            g_test_message ("%s/%s", kinds[k], kind->fields[i].name);
            g_assert_nonnull (fw_record_words_field (kind->fields[i].name));
          }
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/employees/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/ui/employees/newest-search-wins", Fixture, NULL, set_up, test_newest_search_wins, tear_down);
  g_test_add ("/ui/employees/never-blank", Fixture, NULL, set_up, test_never_blank, tear_down);
  g_test_add ("/ui/employees/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add_func ("/ui/employees/columns", test_columns);
  g_test_add_func ("/ui/employees/attention", test_attention);
  g_test_add_func ("/ui/employees/columns-sort", test_columns_sort);
  g_test_add_func ("/ui/employees/average-pay", test_average_pay);
  g_test_add_func ("/ui/employees/values-in-words", test_values_in_words);
  g_test_add_func ("/ui/employees/every-field-has-a-word", test_every_field_has_a_word);
  return g_test_run ();
}
