/* Makes an encrypted store of so many people for the measures of the list of employees. Departments lie in a tree. Its
 * passphrase is "bench".
 *
 *   make-people STORE PEOPLE
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
}

int
main (int argc,
      char **argv)
{
  const FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL };
  g_autoptr (GError) error = NULL;
  g_auto (FwDrawnPerson) drawn = { .state = FW_DRAWN_PERSON_SEED };
  Company company = { NULL };
  guint people;

  if (argc != 3)
    g_error ("use: make-people STORE PEOPLE");
  people = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  company.store = fw_store_create (argv[1], "bench", &options, &error);
  if (company.store == NULL)
    g_error ("%s", error->message);
  company.teams = g_ptr_array_new_with_free_func (g_free);
  company.positions = g_ptr_array_new_with_free_func (g_free);
  make_places (&company);
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
  g_object_unref (company.store);
  return EXIT_SUCCESS;
}
