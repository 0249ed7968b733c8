#include <adwaita.h>
#include <glib/gstdio.h>

#include "store/fw-store.h"
#include "ui/employees/fw-employee-list.h"
#include "ui/employees/fw-employee-slot.h"
#include "ui/employees/fw-person-reading.h"
#include "ui/employees/fw-record-words.h"

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
  /* One signal that takes and brings would make a column view ask for every row. */
  g_assert_true (removed == 0 || added == 0);
  fixture->changes++;
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
wait_for_row (FwEmployeeSlot *slot)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (fw_employee_slot_get_record (slot) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (fw_employee_slot_get_record (slot));
  return fw_employee_slot_get_record (slot);
}

/* The first page is there with the answer; rows far down come when they are asked for, and are the right ones. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FwEmployeeSlot) first = NULL;
  g_autoptr (FwEmployeeSlot) last = NULL;
  g_autoptr (FwEmployeeSlot) again = NULL;

  fw_employee_list_search (fixture->list, NULL, NULL, NULL);
  wait_until_settled (fixture, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, PEOPLE);
  g_assert_cmpuint (fw_employee_list_get_total (fixture->list), ==, PEOPLE);
  first = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_assert_nonnull (fw_employee_slot_get_record (first));
  g_assert_cmpstr (fw_record_get (fw_employee_slot_get_record (first), "name"), ==, "李明");
  last = g_list_model_get_item (G_LIST_MODEL (fixture->list), PEOPLE - 1);
  g_assert_cmpstr (fw_record_get (wait_for_row (last), "name"), ==, "Zoë Okafor");
  again = g_list_model_get_item (G_LIST_MODEL (fixture->list), PEOPLE - 1);
  g_assert_true (again == last);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), PEOPLE));
}

/* By name, pinyin and initials, and the newest search wins however many were typed before. */
static void
test_newest_search_wins (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FwEmployeeSlot) slot = NULL;

  fw_employee_list_search (fixture->list, "w", NULL, NULL);
  fw_employee_list_search (fixture->list, "wh", NULL, NULL);
  fw_employee_list_search (fixture->list, "li", NULL, NULL);
  fw_employee_list_search (fixture->list, "why", NULL, "active");
  wait_until_settled (fixture, 1);
  slot = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_assert_cmpstr (fw_record_get (wait_for_row (slot), "name"), ==, "王海洋");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 45);
}

/* The old rows stay until the new ones are there, and then change in two steps. */
static void
test_never_blank (Fixture *fixture, gconstpointer data)
{
  fw_employee_list_search (fixture->list, NULL, NULL, NULL);
  wait_until_settled (fixture, 1);
  fixture->changes = 0;
  fw_employee_list_search (fixture->list, "E0001", NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, PEOPLE);
  wait_until_settled (fixture, 2);
  g_assert_cmpint (fixture->changes, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 1);
  fw_employee_list_search (fixture->list, "nobody", NULL, NULL);
  wait_until_settled (fixture, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  fw_employee_list_set_store (fixture->list, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
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
  g_test_add_func ("/ui/employees/average-pay", test_average_pay);
  g_test_add_func ("/ui/employees/values-in-words", test_values_in_words);
  g_test_add_func ("/ui/employees/every-field-has-a-word", test_every_field_has_a_word);
  return g_test_run ();
}
