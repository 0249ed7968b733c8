/* The law as a person reads it: law. */
#include "cli/fw-cli-commands.h"

#include <stdio.h>
#include <string.h>

#include "departure/fw-law-library.h"
#include "rules/fw-packs.h"

static void
add_lines (JsonBuilder *json,
           GPtrArray *lines)
{
  json_builder_begin_array (json);
  for (guint i = 0; i < lines->len; i++)
    {
      const FwLawLine *line = lines->pdata[i];

      json_builder_begin_object (json);
      if (line->name != NULL)
        fw_cli_add_text (json, "name", line->name);
      fw_cli_add_text (json, "text", line->text);
      if (line->target != NULL)
        fw_cli_add_text (json, "target", line->target);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_entry (JsonBuilder *json,
           const FwLawEntry *entry,
           gboolean whole)
{
  g_autofree char *from = fw_date_to_string (entry->from);
  g_autofree char *until = fw_date_to_string (entry->until);

  json_builder_begin_object (json);
  fw_cli_add_text (json, "key", entry->key);
  fw_cli_add_text (json, "title", entry->title);
  fw_cli_add_text (json, "article", entry->citation);
  fw_cli_add_text (json, "from", from);
  fw_cli_add_text (json, "until", until);
  json_builder_set_member_name (json, "in_force");
  json_builder_add_boolean_value (json, entry->in_force);
  fw_cli_add_text (json, "confidence", entry->confidence);
  if (whole)
    {
      fw_cli_add_text (json, "text", entry->quotation);
      fw_cli_add_text (json, "plain", entry->plain);
      fw_cli_add_text (json, "source", entry->source);
      for (guint i = 0; i < entry->sections->len; i++)
        {
          const FwLawSection *section = entry->sections->pdata[i];

          json_builder_set_member_name (json, section->id);
          add_lines (json, section->lines);
        }
    }
  json_builder_end_object (json);
}

static void
print_entry (const FwLawEntry *entry)
{
  printf ("%s  %s  %s\n", entry->key, entry->title, entry->citation != NULL ? entry->citation : "");
  if (entry->quotation != NULL)
    printf ("\n%s\n", entry->quotation);
  if (entry->plain != NULL)
    printf ("\n%s\n", entry->plain);
  for (guint i = 0; i < entry->sections->len; i++)
    {
      const FwLawSection *section = entry->sections->pdata[i];

      printf ("\n%s\n", section->id);
      for (guint j = 0; j < section->lines->len; j++)
        printf ("  %s\n", ((FwLawLine *) section->lines->pdata[j])->text);
    }
}

static void
print_found (FwCli *cli,
             const FwLawLibrary *library,
             const char *words)
{
  const FwLawEntry *entry = fw_law_library_find (library, words);
  g_autoptr (GPtrArray) found = entry != NULL ? g_ptr_array_new () : fw_law_library_search (library, words);
  g_autoptr (JsonBuilder) json = cli->json ? json_builder_new () : NULL;

  if (entry != NULL)
    g_ptr_array_add (found, (gpointer) entry);
  if (json != NULL)
    {
      json_builder_begin_array (json);
      for (guint i = 0; i < found->len; i++)
        add_entry (json, found->pdata[i], entry != NULL);
      json_builder_end_array (json);
      fw_cli_print_built (json);
    }
  else if (entry != NULL)
    print_entry (entry);
  else
    for (guint i = 0; i < found->len; i++)
      printf ("%s  %s\n", ((FwLawEntry *) found->pdata[i])->key, ((FwLawEntry *) found->pdata[i])->title);
}

/* Where the pack has not been reviewed, that is said first, and not into the JSON. */
static FwExit
run_law (FwCli *cli)
{
  g_autofree char *on = fw_cli_take_option (cli, "--on");
  g_autofree char *id = fw_cli_take_word (cli);
  g_autofree char *words = fw_cli_take_word (cli);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwPacks) packs = NULL;
  g_autoptr (FwLawLibrary) library = NULL;
  FwDate day = on != NULL ? fw_date_from_string (on) : fw_cli_today (cli, NULL, &error);
  FwPack *pack;

  if (id == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, "a pack, and the words to look for");
  if (error == NULL && !fw_date_is_known (day))
    return fw_cli_misused (cli, "--on is a day, YYYY-MM-DD");
  packs = error == NULL ? fw_packs_new (&error) : NULL;
  pack = packs != NULL ? fw_packs_get (packs, id, &error) : NULL;
  if (pack == NULL)
    return fw_cli_fail_typed (cli, error);
  library = fw_law_library_new (pack, NULL, day, strcmp (cli->language, "zh") == 0);
  if (*library->reviewed_by == '\0')
    fprintf (stderr, "%s\n", fw_cli_pick (cli, "未经律师审核", "Not reviewed by a lawyer"));
  print_found (cli, library, words != NULL ? words : "");
  return FW_EXIT_DONE;
}

const FwCliCommand fw_cli_law_commands[] = {
  { "law",
    "law PACK [WORDS | KEY] [--on DAY] [--json]\n"
    "    the law as a person reads it: what is in force or has the words; with a key such as ground:ID, that entry whole",
    run_law },
  { NULL },
};
