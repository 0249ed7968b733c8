/* Grounds and checks as a person reads them. */
#include "rules/fw-law-private.h"

#include <string.h>

static void
say_texts (FwLawReader *reader,
           FwLawEntry *entry,
           const char *section,
           GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    _fw_law_say (entry, section, NULL, _fw_law_pick (reader, *(FwText *) texts->pdata[i]), NULL);
}

static void
say_materials (FwLawReader *reader,
               FwLawEntry *entry,
               const FwGroundRule *ground)
{
  for (guint i = 0; i < ground->materials->len; i++)
    {
      const FwGroundMaterial *need = ground->materials->pdata[i];
      const FwMaterial *material = fw_pack_find_material (reader->pack, need->ref);

      if (material != NULL)
        _fw_law_say_key (entry, need->moment != NULL ? "materials" : "recommended", _fw_law_pick (reader, material->name),
                         FW_LAW_MATERIAL, material->id);
    }
}

static const char *
citation_of (FwLawReader *reader,
             const FwGroundAmount *amount)
{
  return reader->chinese ? amount->citation.zh : amount->citation.en;
}

static void
say_amount (FwLawReader *reader,
            FwLawEntry *entry,
            const char *name,
            const FwGroundAmount *amount)
{
  g_autofree char *key = NULL;
  const char *text = amount != NULL ? citation_of (reader, amount) : NULL;

  if (amount == NULL || amount->calculation == NULL || _fw_pack_calculation (reader->pack, amount->calculation) == NULL)
    return;
  if (!_fw_pack_calculation (reader->pack, amount->calculation)->inner)
    key = g_strconcat ("calculation:", amount->calculation, NULL);
  _fw_law_say (entry, "pays", name, text != NULL ? text : "—", key);
}

/* What is paid; where the law gives nothing, the pack's own words for that. */
static void
say_money (FwLawReader *reader,
           FwLawEntry *entry,
           const FwGroundRule *ground)
{
  const FwGroundAmount *severance = ground->severance;

  if (severance != NULL && !severance->due && severance->message != NULL)
    {
      g_autofree char *words = _fw_law_dup_phrase (reader, severance->message);

      _fw_law_say (entry, "pays", "severance", words, NULL);
    }
  else
    say_amount (reader, entry, "severance", severance);
  say_amount (reader, entry, ground->lieu ? "notice-or-lieu" : "notice", ground->notice);
  say_amount (reader, entry, "damages", ground->damages);
  for (guint i = 0; i < ground->other->len; i++)
    {
      const FwGroundAmount *other = ground->other->pdata[i];

      say_amount (reader, entry, _fw_law_pick (reader, other->title), other);
    }
}

/* Whom it may not be used against. */
static void
say_barred (FwLawReader *reader,
            FwLawEntry *entry,
            const char *ground)
{
  for (guint i = 0; i < reader->pack->protections->len; i++)
    {
      const FwProtectionRow *row = reader->pack->protections->pdata[i];
      g_auto (GStrv) patterns = g_strsplit_set (row->blocks != NULL ? row->blocks : "", " \t\r\n", -1);

      if (_fw_grounds_include (patterns, ground))
        _fw_law_say_key (entry, "barred", _fw_law_pick (reader, row->name), FW_LAW_PROTECTION, row->kind);
    }
}

/* A check is called by the first sentence of what it says. */
static char *
dup_check_title (FwLawReader *reader,
                 const FwCheck *check)
{
  FwPhrase *phrase = check->message;
  g_autofree char *text = NULL;

  for (guint i = 0; phrase == NULL && i < check->clauses->len; i++)
    phrase = ((FwClause *) check->clauses->pdata[i])->message;
  text = _fw_law_dup_phrase (reader, phrase);
  return fw_sentence_dup_first (text, NULL);
}

static void
say_checks (FwLawReader *reader,
            FwLawEntry *entry,
            const char *ground)
{
  for (guint i = 0; i < reader->pack->checks->len; i++)
    {
      const FwCheck *check = reader->pack->checks->pdata[i];
      g_autofree char *title = NULL;

      if (!_fw_grounds_include (check->grounds, ground))
        continue;
      title = dup_check_title (reader, check);
      _fw_law_say_key (entry, "checks", title, FW_LAW_CHECK, check->id);
    }
}

static void
say_procedure (FwLawReader *reader,
               FwLawEntry *entry,
               const FwProcedureRule *procedure)
{
  for (guint i = 0; i < procedure->steps->len; i++)
    {
      const FwStepRule *step = procedure->steps->pdata[i];

      _fw_law_say (entry, "procedure", reader->chinese ? step->citation.zh : step->citation.en,
                   _fw_law_pick (reader, step->name), NULL);
    }
}

static void
say_deadlines (FwLawReader *reader,
               FwLawEntry *entry,
               const FwGroundRule *ground)
{
  for (guint i = 0; ground->deadlines != NULL && ground->deadlines[i] != NULL; i++)
    for (guint j = 0; j < reader->pack->deadlines->len; j++)
      {
        const FwDeadlineRule *deadline = reader->pack->deadlines->pdata[j];

        if (strcmp (deadline->id, ground->deadlines[i]) == 0)
          _fw_law_say_key (entry, "deadlines", _fw_law_pick (reader, deadline->name), FW_LAW_DEADLINE, deadline->id);
      }
  for (guint i = 0; ground->procedures != NULL && ground->procedures[i] != NULL; i++)
    for (guint j = 0; j < reader->pack->procedures->len; j++)
      {
        const FwProcedureRule *procedure = reader->pack->procedures->pdata[j];

        if (strcmp (procedure->id, ground->procedures[i]) == 0)
          say_procedure (reader, entry, procedure);
      }
}

static void
read_ground (FwLawReader *reader,
             const FwGroundRule *ground)
{
  const FwGround *open = &ground->open;
  FwLawEntry *entry = _fw_law_add (reader, FW_LAW_GROUND, open->id, open->title, (FwInForce){ open->from, open->until });

  entry->plain = g_strdup (_fw_law_pick (reader, open->plain));
  _fw_law_say (entry, "applies", NULL, _fw_law_pick (reader, open->applies), NULL);
  say_texts (reader, entry, "proves", open->proves);
  say_texts (reader, entry, "steps", open->steps);
  say_materials (reader, entry, ground);
  say_texts (reader, entry, "mistakes", open->mistakes);
  say_texts (reader, entry, "tribunal", open->tribunal);
  say_money (reader, entry, ground);
  say_barred (reader, entry, open->id);
  say_deadlines (reader, entry, ground);
  say_checks (reader, entry, open->id);
  _fw_law_cite (reader, entry, &open->citation);
}

void
_fw_law_read_grounds (FwLawReader *reader)
{
  for (guint i = 0; i < reader->pack->grounds->len; i++)
    read_ground (reader, reader->pack->grounds->pdata[i]);
}

static void
say_phrase (FwLawReader *reader,
            FwLawEntry *entry,
            const char *section,
            FwPhrase *phrase)
{
  g_autofree char *text = _fw_law_dup_phrase (reader, phrase);

  _fw_law_say (entry, section, NULL, text, NULL);
}

static void
say_ways_out (FwLawReader *reader,
              FwLawEntry *entry,
              const FwCheck *check)
{
  for (guint i = 0; check->actions != NULL && check->actions[i] != NULL; i++)
    for (guint j = 0; j < reader->pack->actions->len; j++)
      {
        const FwOption *action = reader->pack->actions->pdata[j];

        if (strcmp (action->id, check->actions[i]) == 0)
          _fw_law_say (entry, "ways-out", NULL, _fw_law_pick (reader, action->text), NULL);
      }
}

static void
read_check (FwLawReader *reader,
            const FwCheck *check)
{
  g_autofree char *title = dup_check_title (reader, check);
  FwLawEntry *entry = _fw_law_add (reader, FW_LAW_CHECK, check->id, (FwText){ title, title }, check->in_force);

  entry->severity = g_strdup (fw_severity_to_string (check->severity));
  say_phrase (reader, entry, "fails", check->message);
  for (guint i = 0; i < check->clauses->len; i++)
    say_phrase (reader, entry, "fails", ((FwClause *) check->clauses->pdata[i])->message);
  say_phrase (reader, entry, "unknown", check->unknown);
  say_phrase (reader, entry, "holds", check->clear);
  say_ways_out (reader, entry, check);
  for (guint i = 0; check->grounds != NULL && i < reader->pack->grounds->len; i++)
    {
      const FwGround *ground = reader->pack->grounds->pdata[i];

      if (_fw_grounds_include (check->grounds, ground->id))
        _fw_law_say_key (entry, "grounds", _fw_law_pick (reader, ground->title), FW_LAW_GROUND, ground->id);
    }
  if (check->may_override)
    _fw_law_say (entry, "override", NULL, "lawyer", NULL);
  _fw_law_cite (reader, entry, &check->citation);
}

void
_fw_law_read_checks (FwLawReader *reader)
{
  for (guint i = 0; i < reader->pack->checks->len; i++)
    read_check (reader, reader->pack->checks->pdata[i]);
}
