/* Makes an encrypted store of so many people for the measures of the list of employees. Departments lie in a tree. Its
 * passphrase is "bench". With MONTHS each has an employer whose place has its figures, and so many months of pay up to February 2026;
 * one in a hundred has none.
 *
 *   make-people STORE PEOPLE [MONTHS]
 */
#include "drawn-person.h"
#include "store/fw-store.h"

#include <stdlib.h>

#define PEOPLE_A_COMMAND 4000

typedef struct
{
  FwStore   *store;
  GPtrArray *teams;
  GPtrArray *positions;
  char      *employer; /* NULL: nobody names one */
  guint      months;
} Company;

static void
run (Company *company,
     FwCommand *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_store_run (company->store, command, NULL, &error);

  if (event == NULL)
    g_error ("%s", error->message);
}

static const char *
add_department (FwCommand *command,
                const char *name,
                const char *parent)
{
  FwRecord *record = fw_command_add (command, "department");

  fw_record_set (record, "name", name);
  fw_record_set (record, "parent-id", parent);
  return fw_record_get_id (record);
}

static void
make_places (Company *company)
{
  g_autoptr (FwCommand) command = fw_command_new ("import", "bench", NULL);

  for (guint b = 0; b < FW_DRAWN_BRANCHES; b++)
    {
      const char *branch = add_department (command, fw_drawn_branch (b), NULL);

      for (guint t = 0; t < FW_DRAWN_TEAMS_A_BRANCH; t++)
        {
          g_autofree char *name = fw_drawn_team (b, t);

          g_ptr_array_add (company->teams, g_strdup (add_department (command, name, branch)));
        }
    }
  for (guint p = 0; p < FW_DRAWN_POSITIONS; p++)
    {
      FwRecord *record = fw_command_add (command, "position");

      fw_record_set (record, "name", fw_drawn_position (p));
      g_ptr_array_add (company->positions, g_strdup (fw_record_get_id (record)));
    }
  run (company, command);
}

static void
add_figure (FwCommand *command,
            const char *name,
            const char *amount)
{
  FwRecord *figure = fw_command_add (command, "local-figure");

  fw_record_set (figure, "jurisdiction", "CN");
  fw_record_set (figure, "place", "Shanghai");
  fw_record_set (figure, "name", name);
  fw_record_set (figure, "year", "2024");
  fw_record_set (figure, "amount", amount);
  fw_record_set (figure, "source", "bench");
  fw_record_set (figure, "confirmed", "true");
}

static void
make_employer (Company *company)
{
  g_autoptr (FwCommand) command = fw_command_new ("import", "bench", NULL);
  FwRecord *record = fw_command_add (command, "employer");

  fw_record_set (record, "name", "衡川智能装备（上海）有限公司");
  fw_record_set (record, "jurisdiction", "CN");
  fw_record_set (record, "place", "Shanghai");
  fw_record_set (record, "currency", "CNY");
  company->employer = g_strdup (fw_record_get_id (record));
  add_figure (command, "average-monthly-wage", "12434.00");
  add_figure (command, "minimum-monthly-wage", "2740.00");
  run (company, command);
}

/* A pay that goes by the position, with a little more in some months. */
static void
add_pay (Company *company,
         FwCommand *command,
         const char *person,
         const FwDrawnPerson *drawn)
{
  for (guint i = 0; drawn->fate != 50 && i < company->months; i++)
    {
      FwDate month = fw_date_add_months (fw_date_new (2026, 2, 1), -(int) i);
      g_autofree char *name = g_strdup_printf ("%04d-%02d", month.year, month.month);
      g_autofree char *gross = g_strdup_printf ("%u.00", 5200 + drawn->position * 2600 + drawn->team * 35 + i % 3 * 120);
      FwRecord *wage = fw_command_add (command, "wage");

      fw_record_set (wage, "employee-id", person);
      fw_record_set (wage, "month", name);
      fw_record_set (wage, "gross", gross);
    }
}

static void
add_person (Company *company,
            FwCommand *command,
            const FwDrawnPerson *drawn)
{
  FwRecord *person = fw_command_add (command, "employee");
  FwRecord *term = fw_command_add (command, "employment");

  fw_record_set (person, "number", drawn->number);
  fw_record_set (person, "name", drawn->name);
  fw_record_set (person, "phone", drawn->phone);
  fw_record_set (person, "status", drawn->fate < 8 ? "left" : drawn->fate < 10 ? "leaving" : "active");
  fw_record_set (person, "left", drawn->fate < 8 ? "2026-02-28" : NULL);
  fw_record_set (person, "department-id",
                 g_ptr_array_index (company->teams, drawn->branch * FW_DRAWN_TEAMS_A_BRANCH + drawn->team));
  fw_record_set (person, "position-id", g_ptr_array_index (company->positions, drawn->position));
  fw_record_set (term, "employee-id", fw_record_get_id (person));
  fw_record_set (term, "hired", drawn->hired);
  fw_record_set (term, "contract", drawn->contract_end != NULL ? "fixed-term" : "open-ended");
  fw_record_set (term, "contract-end", drawn->contract_end);
  fw_record_set (term, "employer-id", company->employer);
  add_pay (company, command, fw_record_get_id (person), drawn);
}

int
main (int argc,
      char **argv)
{
  const FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL };
  g_autoptr (GError) error = NULL;
  g_auto (FwDrawnPerson) drawn = { .state = FW_DRAWN_PERSON_SEED };
  Company company = { .months = argc == 4 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : 0 };
  guint people;

  if (argc != 3 && argc != 4)
    g_error ("use: make-people STORE PEOPLE [MONTHS]");
  people = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  company.store = fw_store_create (argv[1], "bench", &options, &error);
  if (company.store == NULL)
    g_error ("%s", error->message);
  company.teams = g_ptr_array_new_with_free_func (g_free);
  company.positions = g_ptr_array_new_with_free_func (g_free);
  make_places (&company);
  if (company.months > 0)
    make_employer (&company);
  for (guint done = 0; done < people;)
    {
      g_autoptr (FwCommand) command = fw_command_new ("import", "bench", NULL);

      for (guint i = 0; i < PEOPLE_A_COMMAND && done < people; i++)
        {
          fw_drawn_person_next (&drawn, done++);
          add_person (&company, command, &drawn);
        }
      run (&company, command);
    }
  g_ptr_array_unref (company.teams);
  g_ptr_array_unref (company.positions);
  g_free (company.employer);
  g_object_unref (company.store);
  return EXIT_SUCCESS;
}
