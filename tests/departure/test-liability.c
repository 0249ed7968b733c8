#include "departure/fw-liability.h"
#include "fw-test-case.h"

#include <string.h>

#include "store/fw-audit.h"

/* What everybody's departure would cost on 2026-03-10. E1, hired 2020-01-01: six years, two months and ten days, 6.5 months; E2, hired
 * 2022-06-01: three years and nine months, 4 months; both 20,000 a month: N 130,000 and 80,000, one month more without notice, and
 * twice N where it is unlawful (Arts. 40, 47 and 87). No average wage of the city is confirmed, so nothing can be capped. */

static const FwDate on = { 2026, 3, 10 };

static FwLiability *
reckon (TestCompany *company,
        guint n_threads,
        FwDate day)
{
  g_autoptr (GError) error = NULL;
  FwLiability *liability = fw_liability_reckon (company->store, day, n_threads, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return liability;
}

static void
assert_amount (const FwNumber *amount,
               const char *expected)
{
  g_autofree char *text = fw_number_to_fixed (amount, 2);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_row (const FwLiabilityRow *row,
            guint people,
            guint known,
            const char *severance,
            const char *with_notice,
            const char *damages)
{
  g_assert_cmpuint (row->people, ==, people);
  g_assert_cmpuint (row->known, ==, known);
  assert_amount (row->severance, severance);
  assert_amount (row->with_notice, with_notice);
  assert_amount (row->damages, damages);
}

static FwRecord *
add (FwCommand *command,
     const char *kind,
     const char *const *values)
{
  FwRecord *record = fw_command_add (command, kind);

  for (guint i = 0; values[i] != NULL; i += 2)
    fw_record_set (record, values[i], values[i + 1]);
  return record;
}

static void
run (TestCompany *company,
     FwCommand *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_store_run (company->store, command, NULL, &error);

  g_assert_no_error (error);
}

/* A person with that contract since 2021-01-01 and no pay on record; NULL: without any. */
static void
add_person (TestCompany *company,
            const char *number,
            const char *contract,
            const char *hired,
            const char *department)
{
  g_autoptr (FwCommand) command = fw_command_new ("test.put", "tester", NULL);
  FwRecord *person = add (command, "employee", (const char *const[]){ "number", number, "name", "某人", "status", "active", "department-id", department, NULL });

  if (hired != NULL)
    add (command, "employment",
         (const char *const[]){ "employee-id", fw_record_get_id (person), "hired", hired, "contract", contract, NULL });
  run (company, command);
}

static void
test_sums (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (FwLiability) liability = reckon (company, 1, on);
  GPtrArray *employers = fw_liability_get_rows (liability, FW_LIABILITY_BY_EMPLOYER);

  assert_row (fw_liability_get_total (liability), 2, 2, "210000.00", "250000.00", "420000.00");
  g_assert_cmpuint (fw_liability_get_total (liability)->uncapped, ==, 2);
  g_assert_cmpuint (fw_liability_get_gaps (liability)->len, ==, 0);
  g_assert_cmpuint (employers->len, ==, 1);
  g_assert_cmpstr (((FwLiabilityRow *) employers->pdata[0])->name, ==, "衡川智能装备（上海）有限公司");
  assert_row (employers->pdata[0], 2, 2, "210000.00", "250000.00", "420000.00");
  g_assert_cmpuint (fw_liability_get_rows (liability, FW_LIABILITY_BY_BRANCH)->len, ==, 1); /* of those in none */
  g_assert_false (fw_liability_is_reviewed (liability));
  g_assert_nonnull (strstr (fw_liability_get_assumes (liability, TRUE), "最后工作日"));
}

/* What is unknown is counted and named, and in no sum; work to which the law gives nothing is known to cost nothing. */
static void
test_unknown (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwLiability) liability = NULL;
  GPtrArray *gaps;

  add_person (company, "E3", "open-ended", "2021-01-01", NULL);
  add_person (company, "E4", "part-time", "2021-01-01", NULL);
  add_person (company, "E5", NULL, NULL, NULL);
  liability = reckon (company, 2, on);
  assert_row (fw_liability_get_total (liability), 5, 3, "210000.00", "250000.00", "420000.00");
  gaps = fw_liability_get_gaps (liability);
  g_assert_cmpuint (gaps->len, ==, 3);
  g_assert_cmpstr (((FwLiabilityGap *) gaps->pdata[0])->id, ==, "wages");
  g_assert_cmpuint (((FwLiabilityGap *) gaps->pdata[0])->people, ==, 2);
  g_assert_cmpstr (((FwLiabilityGap *) gaps->pdata[1])->id, ==, "last-month");
  g_assert_cmpstr (((FwLiabilityGap *) gaps->pdata[2])->id, ==, "hired");
  g_assert_cmpuint (((FwLiabilityGap *) gaps->pdata[2])->people, ==, 1);
}

/* A department's sums have its parts in them; a person hired later is not there yet, one who has left is no longer. */
static void
test_places (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwCommand) command = fw_command_new ("test.put", "tester", NULL);
  FwRecord *whole = add (command, "department", (const char *const[]){ "name", "甲", NULL });
  FwRecord *part = add (command, "department", (const char *const[]){ "name", "乙", "parent-id", fw_record_get_id (whole), NULL });
  g_autofree char *part_id = g_strdup (fw_record_get_id (part));
  g_autoptr (FwLiability) liability = NULL;
  GPtrArray *rows;

  add (command, "employee", (const char *const[]){ "number", "E9", "name", "走了", "status", "left", "left", "2026-03-09", NULL });
  run (company, command);
  add_person (company, "E3", "part-time", "2026-03-10", part_id);
  add_person (company, "E4", "part-time", "2026-03-11", part_id);
  liability = reckon (company, 1, on);
  rows = fw_liability_get_rows (liability, FW_LIABILITY_BY_DEPARTMENT);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (((FwLiabilityRow *) rows->pdata[0])->name, ==, "甲");
  g_assert_cmpuint (((FwLiabilityRow *) rows->pdata[0])->people, ==, 1);
  g_assert_cmpuint (((FwLiabilityRow *) rows->pdata[1])->depth, ==, 1);
  g_assert_cmpuint (((FwLiabilityRow *) rows->pdata[1])->people, ==, 1);
  g_assert_null (((FwLiabilityRow *) rows->pdata[2])->name);
  assert_row (fw_liability_get_total (liability), 3, 3, "210000.00", "250000.00", "420000.00");
}

/* The company's own reading for the city counts, as in every case: the extra month is the average of twelve, or last month's. */
static void
test_reading (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCommand) command = fw_command_new ("test.put", "tester", NULL);
  g_autoptr (FwLiability) liability = NULL;
  g_autoptr (FwLiability) averaged = NULL;

  add (command, "wage", (const char *const[]){ "employee-id", company->employee, "month", "2026-03", "gross", "1.00", NULL });
  add (command, "setting", (const char *const[]){ "name", "answer:setting/pre2008-partial@Beijing", "value", "continuous", NULL });
  run (company, command);
  liability = reckon (company, 1, on);
  assert_row (fw_liability_get_total (liability), 2, 2, "210000.00", "250000.00", "420000.00");
  g_clear_pointer (&command, g_object_unref);
  command = fw_command_new ("test.put", "tester", NULL);
  add (command, "setting", (const char *const[]){ "name", "answer:setting/day-count@Shanghai", "value", "first-day-excluded", NULL });
  add (command, "local-figure", (const char *const[]){ "jurisdiction", "CN", "place", "Shanghai", "name", "average-monthly-wage", "year", "2024", "amount",
                                                       "5000.00", "source", "test", "confirmed", "true", NULL });
  run (company, command);
  /* Capped at three times 5,000; both days after the first still make 6.5 and 4 months. */
  averaged = reckon (company, 1, on);
  assert_row (fw_liability_get_total (averaged), 2, 2, "157500.00", "197500.00", "315000.00");
  g_assert_cmpuint (fw_liability_get_total (averaged)->uncapped, ==, 0);
}

/* One by one it is what the case of that person says. */
static void
test_as_case (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-3", "2026-03-10");
  g_autoptr (GError) error = NULL;
  FwCaseItem *price;

  test_case_set (its, "departure/@notice-days-given", "0");
  fw_case_judge (its, &error);
  g_assert_no_error (error);
  price = test_case_row (fw_case_get_prices (its), "n");
  g_assert_cmpstr (fw_case_item_get_text (price, "amount"), ==, "130000.00");
}

static void
count_cb (const FwLiabilityPerson *person,
          gpointer data)
{
  g_ptr_array_add (data, g_strdup (fw_record_get (person->employee, "number")));
}

/* Whatever the number of threads, people come in the order in which the store has them; a reckoning that is given up says so. */
static void
test_many (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (FwCommand) command = fw_command_new ("test.put", "tester", NULL);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FwLiability) liability = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1200; i++)
    {
      g_autofree char *number = g_strdup_printf ("P%04u", i);
      FwRecord *person = add (command, "employee", (const char *const[]){ "number", number, "name", "某人", "status", "active", NULL });

      add (command, "employment",
           (const char *const[]){ "employee-id", fw_record_get_id (person), "hired", "2024-01-01", "contract", "part-time", NULL });
    }
  run (company, command);
  liability = fw_liability_reckon (company->store, on, 3, count_cb, NULL, numbers, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (numbers->len, ==, 1202);
  for (guint i = 0; i < 1200; i++)
    {
      g_autofree char *number = g_strdup_printf ("P%04u", i);

      g_assert_cmpstr (numbers->pdata[i + 2], ==, number);
    }
  assert_row (fw_liability_get_total (liability), 1202, 1202, "210000.00", "250000.00", "420000.00");
  g_cancellable_cancel (cancellable);
  g_assert_null (fw_liability_reckon (company->store, on, 2, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Everybody's amounts leave the store with an event that says how many they are; what a spreadsheet would run is harmless. */
static void
test_written (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FwLiability) liability = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *text = NULL;

  add_person (company, "=E3", "open-ended", "2021-01-01", NULL);
  liability = fw_liability_write (company->store, on, "tester", TRUE, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_nonnull (strstr (text, "E1,张敏,衡川智能装备（上海）有限公司,,,130000.00,150000.00,260000.00,是,\r\n"));
  g_assert_nonnull (strstr (text, "'=E3,某人,衡川智能装备（上海）有限公司,,,,,,,前十二个月的工资、上一个月的工资\r\n"));
  events = fw_store_list_events (company->store, NULL, 0, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_event_get_what (events->pdata[events->len - 1]), ==, "insight.export");
  g_assert_cmpstr (fw_event_get_detail (events->pdata[events->len - 1], "people"), ==, "3");
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Given up while it is written, the file that stood there stays. */
static void
test_given_up (TestCompany *company,
               gconstpointer today)
{
  g_autoptr (GFile) file = test_company_file (company, "liability.csv", "before");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_cancellable_cancel (cancellable);
  fw_liability_reckon_async (company->workplace, on, file, NULL, NULL, NULL, cancellable, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (fw_liability_reckon_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
}

int
main (int argc,
      char *argv[])
{
  static const TestCompanyCase cases[] = {
    { "sums", test_sums },       { "unknown", test_unknown }, { "places", test_places },   { "reading", test_reading },
    { "as-case", test_as_case }, { "many", test_many },       { "written", test_written }, { "given-up", test_given_up },
  };

  return test_company_run (argc, argv, "/liability", "2026-03-10", cases, G_N_ELEMENTS (cases));
}
