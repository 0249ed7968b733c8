/* What a case may cost before anything is sent: risk. */
#include "cli/fw-cli-commands.h"

#include <stdio.h>

#include "rules/fw-packs.h"
#include "rules/fw-risk.h"

static void
print_amount (FwCli *cli,
              const FwRisk *risk,
              const char *what,
              const FwNumber *number)
{
  g_autofree char *text = fw_number_to_fixed (number, risk->digits);

  printf ("%s  %s\n", what, text != NULL ? text : fw_cli_pick (cli, "还算不出来", "not known yet"));
}

/* What else may be offered: what each costs, or what is still to be said, and the clause of what the case offers. */
static void
print_offers (FwCli *cli,
              const FwRisk *risk)
{
  for (guint i = 0; i < risk->offers->len; i++)
    {
      const FwOffer *offer = risk->offers->pdata[i];

      printf ("%s ", offer->place > 0 ? "+" : "-");
      print_amount (cli, risk, fw_cli_pick (cli, offer->title.zh, offer->title.en), offer->cost);
      if (offer->each != NULL)
        {
          printf ("      ");
          print_amount (cli, risk, fw_cli_pick (cli, offer->unit.zh, offer->unit.en), offer->each);
        }
      if (offer->clause.zh != NULL)
        printf ("      %s\n", fw_cli_pick (cli, offer->clause.zh, offer->clause.en));
      for (guint k = 0; k < offer->asks->len; k++)
        {
          const FwOfferAsk *ask = offer->asks->pdata[k];

          if (ask->value == NULL)
            printf ("      ? case/agreement/offer/@%s  %s\n", ask->name, fw_cli_pick (cli, ask->title.zh, ask->title.en));
        }
    }
  print_amount (cli, risk, fw_cli_pick (cli, "另给的条件共", "Besides the money"), risk->extras);
}

static void
print_risk (FwCli *cli,
            const FwRisk *risk)
{
  for (guint i = 0; i < risk->weak_points->len; i++)
    {
      const FwWeakPoint *point = risk->weak_points->pdata[i];
      g_autofree char *costs = g_strjoinv (" ", point->costs);

      printf ("%s  %s  -> %s\n      %s\n      %s\n", fw_cli_pick (cli, point->title.zh, point->title.en),
              fw_cli_pick (cli, point->article.zh, point->article.en), costs, fw_cli_pick (cli, point->why.zh, point->why.en),
              fw_cli_pick (cli, point->mend.zh, point->mend.en));
    }
  for (guint i = 0; i < risk->costs->len; i++)
    {
      const FwRiskCost *cost = risk->costs->pdata[i];

      print_amount (cli, risk, fw_cli_pick (cli, cost->title.zh, cost->title.en), cost->amount);
      printf ("      %s\n", fw_cli_pick (cli, cost->assumes.zh, cost->assumes.en));
    }
  print_amount (cli, risk, fw_cli_pick (cli, "理由站得住，依法要付", "Where the ground stands"), risk->lawful);
  print_amount (cli, risk, fw_cli_pick (cli, "协商，法定最低", "Negotiated: the legal least"), risk->low);
  print_amount (cli, risk, fw_cli_pick (cli, "协商，最多到", "Negotiated: no more than"), risk->high);
  printf ("      %s\n", fw_cli_pick (cli, risk->high_reason.zh, risk->high_reason.en));
  if (risk->offers != NULL)
    print_offers (cli, risk);
}

static FwExit
run_risk (FwCli *cli)
{
  g_autofree char *path = fw_cli_take_word (cli);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwPacks) packs = NULL;
  g_autoptr (FwFacts) facts = NULL;
  g_autoptr (FwRisk) risk = NULL;
  FwPack *pack;

  if (path == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  packs = fw_packs_new (&error);
  facts = packs != NULL ? fw_facts_load_file (path, fw_packs_get_facts_schema (packs), &error) : NULL;
  pack = facts != NULL ? fw_packs_get_for_file (packs, facts, &error) : NULL;
  if (pack != NULL && fw_facts_get (facts, "departure/@ground") == NULL)
    return fw_cli_misused (cli, "the facts name no ground, and without one there is nothing to weigh");
  risk = pack != NULL ? fw_pack_weigh (pack, facts, NULL, &error) : NULL;
  if (risk == NULL)
    return fw_cli_fail (cli, error);
  if (cli->json)
    {
      g_autoptr (JsonNode) node = fw_risk_to_json (risk);

      fw_cli_print_json (node);
    }
  else
    print_risk (cli, risk);
  return FW_EXIT_DONE;
}

const FwCliCommand fw_cli_risk_commands[] = {
  { "risk",
    "risk FACTS.xml [--json]\n"
    "    the weak points of a case, what each may cost, between what a negotiated exit lies, and what else may be offered",
    run_risk },
  { NULL },
};
