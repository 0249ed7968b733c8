/* Whether everything a pack refers to is there, and no calculation calls itself. */
#include "rules/fw-pack-private.h"

#include <string.h>

static FwXmlNode *
node_of (FwPack *self,
         const char *kind,
         const char *id)
{
  g_autofree char *key = g_strconcat (kind, ":", id, NULL);

  return g_hash_table_lookup (self->ids, key);
}

static FwOutput *
find_output (FwCalculation *calculation,
             const char *name)
{
  for (guint i = 0; name != NULL && i < calculation->outputs->len; i++)
    if (strcmp (((FwOutput *) g_ptr_array_index (calculation->outputs, i))->name, name) == 0)
      return g_ptr_array_index (calculation->outputs, i);
  return NULL;
}

static gboolean
has_input (FwCalculation *calculation,
           const char *name)
{
  for (guint i = 0; i < calculation->inputs->len; i++)
    if (strcmp (((FwInput *) g_ptr_array_index (calculation->inputs, i))->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* An article names its law, and whatever else carries the word names articles. */
static gboolean
link_articles (FwPack *self,
               FwXmlNode *around,
               GError **error)
{
  for (FwXmlNode *node = fw_xml_node_child (around, NULL); node != NULL; node = fw_xml_node_next (node, NULL))
    {
      const char *law = fw_xml_node_is (node, "article") ? fw_xml_node_get (node, "law") : NULL;
      FwCitation citation = { 0 };
      gboolean good = _fw_pack_read_citation (self, node, &citation, error);

      _fw_citation_clear (&citation);
      if (!good || !link_articles (self, node, error))
        return FALSE;
      if (law != NULL && node_of (self, "law", law) == NULL)
        return _fw_pack_fail (self, node, error, "there is no law ‘%s’", law);
    }
  return TRUE;
}

/* What names the day of the law, or the place, is an input; otherwise the law would be today's without a word. */
static gboolean
link_named_input (FwPack *self,
                  FwCalculation *calculation,
                  const char *name,
                  GError **error)
{
  if (name == NULL || has_input (calculation, name))
    return TRUE;
  return _fw_pack_fail (self, node_of (self, "calculation", calculation->id), error, "‘%s’ has no input ‘%s’", calculation->id, name);
}

static gboolean
link_calculation (FwPack *self,
                  FwCalculation *calculation,
                  GError **error)
{
  FwXmlNode *node = node_of (self, "calculation", calculation->id);

  if (calculation->linked)
    return TRUE;
  if (calculation->linking)
    return _fw_pack_fail (self, node, error, "the calculation ‘%s’ calls itself", calculation->id);
  calculation->linking = TRUE;
  if (!link_named_input (self, calculation, calculation->law_day, error) || !link_named_input (self, calculation, calculation->place, error))
    return FALSE;
  for (guint i = 0; i < calculation->steps->len; i++)
    {
      FwStep *step = g_ptr_array_index (calculation->steps, i);
      FwCalculation *called = step->calculation != NULL ? _fw_pack_calculation (self, step->calculation) : NULL;

      if (step->calculation == NULL)
        continue;
      if (called == NULL)
        return _fw_pack_fail (self, node, error, "‘%s’ calls ‘%s’, which is no calculation", step->id, step->calculation);
      for (guint j = 0; j < step->arguments->len; j++)
        if (!has_input (called, ((FwStepArgument *) g_ptr_array_index (step->arguments, j))->name))
          return _fw_pack_fail (self, node, error, "‘%s’ has no input ‘%s’", step->calculation,
                                ((FwStepArgument *) g_ptr_array_index (step->arguments, j))->name);
      if (!link_calculation (self, called, error))
        return FALSE;
    }
  calculation->linking = FALSE;
  calculation->linked = TRUE;
  return TRUE;
}

static gboolean
check_query (FwPack *self,
             FwXmlNode *node,
             const char *name,
             const char *output,
             GPtrArray *arguments,
             GError **error)
{
  FwCalculation *calculation = _fw_pack_calculation (self, name);

  if (name == NULL)
    return TRUE;
  if (calculation == NULL)
    return _fw_pack_fail (self, node, error, "there is no calculation ‘%s’", name);
  if (output != NULL && find_output (calculation, output) == NULL)
    return _fw_pack_fail (self, node, error, "the calculation ‘%s’ has no output ‘%s’", name, output);
  for (guint i = 0; arguments != NULL && i < arguments->len; i++)
    {
      FwArgument *argument = g_ptr_array_index (arguments, i);

      if (!has_input (calculation, argument->name))
        return _fw_pack_fail (self, node, error, "the calculation ‘%s’ has no input ‘%s’", name, argument->name);
    }
  return TRUE;
}

static gboolean
link_amount (FwPack *self,
             FwXmlNode *node,
             FwGroundAmount *amount,
             GError **error)
{
  return amount == NULL || check_query (self, node, amount->calculation, NULL, amount->arguments, error);
}

static gboolean
link_refs (FwPack *self,
           FwXmlNode *node,
           GStrv refs,
           const char *kind,
           GError **error)
{
  for (guint i = 0; refs[i] != NULL; i++)
    if (node_of (self, kind, refs[i]) == NULL)
      return _fw_pack_fail (self, node, error, "there is no %s ‘%s’", kind, refs[i]);
  return TRUE;
}

static gboolean
link_materials (FwPack *self,
                FwXmlNode *node,
                GPtrArray *materials,
                const char *kind,
                GError **error)
{
  for (guint i = 0; i < materials->len; i++)
    {
      FwGroundMaterial *material = g_ptr_array_index (materials, i);

      if (node_of (self, kind, material->ref) == NULL)
        return _fw_pack_fail (self, node, error, "there is no %s ‘%s’", kind, material->ref);
    }
  return TRUE;
}

static gboolean
link_settings (FwPack *self,
               GError **error)
{
  for (guint i = 0; i < self->settings->len; i++)
    {
      FwSetting *setting = g_ptr_array_index (self->settings, i);

      if (setting->paper != NULL && fw_pack_find_paper (self, setting->paper) == NULL)
        return _fw_pack_fail (self, node_of (self, "setting", setting->id), error, "there is no document ‘%s’", setting->paper);
    }
  return TRUE;
}

/* A paper waits for the materials of the moment "paper" and of its own: it cannot bring one of them. */
static gboolean
waits_for (const FwPaper *paper,
           const char *moment)
{
  return paper->moment != NULL && moment != NULL && (strcmp (moment, "paper") == 0 || strcmp (moment, paper->moment) == 0);
}

static gboolean
link_met (FwPack *self,
          FwXmlNode *node,
          GPtrArray *materials,
          GError **error)
{
  for (guint i = 0; i < materials->len; i++)
    {
      FwGroundMaterial *rule = g_ptr_array_index (materials, i);
      const FwMaterial *material = fw_pack_find_material (self, rule->ref);

      for (guint k = 0; k < material->met->len; k++)
        {
          const FwMaterialMet *met = g_ptr_array_index (material->met, k);
          const FwPaper *paper = met->by != NULL ? fw_pack_find_paper (self, met->by) : NULL;

          if (met->by != NULL && paper == NULL)
            return _fw_pack_fail (self, node_of (self, "material", rule->ref), error, "there is no document ‘%s’", met->by);
          if (paper != NULL && waits_for (paper, rule->moment))
            return _fw_pack_fail (self, node, error, "‘%s’ waits for ‘%s’, which it is said to bring itself", met->by, rule->ref);
        }
    }
  return TRUE;
}

static gboolean
link_ground (FwPack *self,
             FwGroundRule *ground,
             GError **error)
{
  FwXmlNode *node = node_of (self, "ground", ground->open.id);

  for (guint i = 0; i < ground->other->len; i++)
    if (!link_amount (self, node, g_ptr_array_index (ground->other, i), error))
      return FALSE;
  return link_amount (self, node, ground->notice, error) && link_amount (self, node, ground->severance, error) &&
         link_amount (self, node, ground->damages, error) && link_amount (self, node, ground->tax, error) &&
         link_materials (self, node, ground->materials, "material", error) &&
         link_materials (self, node, ground->papers, "document", error) &&
         link_met (self, node, ground->materials, error) &&
         link_refs (self, node, ground->deadlines, "deadline", error) &&
         link_refs (self, node, ground->procedures, "procedure", error);
}

static gboolean
link_untils (FwPack *self,
             FwXmlNode *node,
             const FwUntil *until,
             GError **error)
{
  for (; until != NULL; until = until->next)
    if (until->query != NULL && !check_query (self, node, until->query->calculation, until->query->output, until->query->arguments, error))
      return FALSE;
  return TRUE;
}

static gboolean
link_clauses (FwPack *self,
              FwXmlNode *node,
              GPtrArray *clauses,
              GError **error)
{
  for (guint i = 0; i < clauses->len; i++)
    {
      FwClause *clause = g_ptr_array_index (clauses, i);

      if (clause->query != NULL && !check_query (self, node, clause->query->calculation, clause->query->output,
                                                 clause->query->arguments, error))
        return FALSE;
      if (!link_untils (self, node, clause->until, error))
        return FALSE;
      if (clause->clauses != NULL && !link_clauses (self, node, clause->clauses, error))
        return FALSE;
    }
  return TRUE;
}

/* A pattern of grounds must fit one at least: otherwise the check would never be asked. */
static gboolean
link_check_grounds (FwPack *self,
                    FwXmlNode *node,
                    FwCheck *check,
                    GError **error)
{
  for (guint i = 0; check->grounds != NULL && check->grounds[i] != NULL; i++)
    {
      char *pattern[] = { check->grounds[i], NULL };
      gboolean found = check->grounds[i][0] == '\0';

      for (guint j = 0; !found && j < self->grounds->len; j++)
        found = _fw_grounds_include (pattern, ((FwGroundRule *) g_ptr_array_index (self->grounds, j))->open.id);
      if (!found)
        return _fw_pack_fail (self, node, error, "there is no ground ‘%s’", check->grounds[i]);
    }
  return TRUE;
}

static gboolean
link_check (FwPack *self,
            FwCheck *check,
            GError **error)
{
  FwXmlNode *node = node_of (self, "check", check->id);

  if (!link_untils (self, node, check->until, error))
    return FALSE;
  if (_fw_pack_ground_rule (self, check->id) != NULL)
    return _fw_pack_fail (self, node, error, "‘%s’ is the id of a ground", check->id);
  return link_clauses (self, node, check->clauses, error) && link_check_grounds (self, node, check, error) &&
         link_refs (self, node, check->actions, "action", error);
}

/* A paper cannot wait for what it brings itself. */
static gboolean
link_wait (FwPack *self,
           const FwPaper *paper,
           const char *awaited,
           GError **error)
{
  FwXmlNode *node = node_of (self, "document", paper->id);
  const FwMaterial *material = awaited != NULL ? fw_pack_find_material (self, awaited) : NULL;

  if (awaited != NULL && material == NULL)
    return _fw_pack_fail (self, node, error, "there is no material ‘%s’", awaited);
  for (guint i = 0; material != NULL && i < material->met->len; i++)
    if (g_strcmp0 (((const FwMaterialMet *) g_ptr_array_index (material->met, i))->by, paper->id) == 0)
      return _fw_pack_fail (self, node, error, "‘%s’ waits for ‘%s’, which it is said to bring itself", paper->id, awaited);
  return TRUE;
}

static gboolean
link_paper (FwPack *self,
            FwPaper *paper,
            GError **error)
{
  if (paper->proof != NULL && node_of (self, "material", paper->proof) == NULL)
    return _fw_pack_fail (self, node_of (self, "document", paper->id), error, "there is no material ‘%s’", paper->proof);
  for (guint i = 0; i < paper->waits->len; i++)
    if (!link_wait (self, paper, ((const FwWaitRule *) g_ptr_array_index (paper->waits, i))->material, error))
      return FALSE;
  return TRUE;
}

static gboolean
link_deadline (FwPack *self,
               FwDeadlineRule *deadline,
               GError **error)
{
  return check_query (self, node_of (self, "deadline", deadline->id), deadline->calculation, deadline->output, NULL, error);
}

static gboolean
link_procedure (FwPack *self,
                FwProcedureRule *procedure,
                GError **error)
{
  for (guint i = 0; i < procedure->steps->len; i++)
    {
      FwStepRule *step = g_ptr_array_index (procedure->steps, i);
      gboolean found = step->after == NULL;

      for (guint j = 0; !found && j < i; j++)
        found = strcmp (((FwStepRule *) g_ptr_array_index (procedure->steps, j))->id, step->after) == 0;
      if (!found)
        return _fw_pack_fail (self, node_of (self, "procedure", procedure->id), error,
                              "no step ‘%s’ stands before ‘%s’", step->after, step->id);
    }
  return TRUE;
}

static gboolean
link_settlement (FwPack *self,
                 GError **error)
{
  FwSettlementSheet *sheet = self->settlement;

  for (guint i = 0; sheet != NULL && i < sheet->lines->len; i++)
    {
      FwSettlementRule *line = g_ptr_array_index (sheet->lines, i);

      if (!check_query (self, sheet->node, line->calculation, line->output, line->arguments, error))
        return FALSE;
      for (guint k = 0; k < line->limits->len; k++)
        {
          FwSettlementLimit *limit = g_ptr_array_index (line->limits, k);

          if (!check_query (self, sheet->node, limit->calculation, limit->output, limit->arguments, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
link_offers (FwPack *self,
             GError **error)
{
  for (guint i = 0; i < self->offers->len; i++)
    {
      const FwOfferRule *offer = self->offers->pdata[i];

      if (!check_query (self, offer->node, offer->calculation, "cost", offer->arguments, error) ||
          (offer->each != NULL && !check_query (self, offer->node, offer->calculation, offer->each, offer->arguments, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * _fw_pack_link:
 *
 * Returns: %TRUE where every reference in the pack leads somewhere
 */
gboolean
_fw_pack_link (FwPack *self,
               GError **error)
{
  gboolean good = link_settings (self, error) && link_settlement (self, error) && link_offers (self, error);

  for (guint i = 0; good && i < self->files->len; i++)
    good = link_articles (self, fw_xml_get_root (g_ptr_array_index (self->files, i)), error);
  for (guint i = 0; good && i < self->calculations->len; i++)
    good = link_calculation (self, g_ptr_array_index (self->calculations, i), error);
  for (guint i = 0; good && i < self->grounds->len; i++)
    good = link_ground (self, g_ptr_array_index (self->grounds, i), error);
  for (guint i = 0; good && i < self->checks->len; i++)
    good = link_check (self, g_ptr_array_index (self->checks, i), error);
  for (guint i = 0; good && i < self->papers->len; i++)
    good = link_paper (self, g_ptr_array_index (self->papers, i), error);
  for (guint i = 0; good && i < self->deadlines->len; i++)
    good = link_deadline (self, g_ptr_array_index (self->deadlines, i), error);
  for (guint i = 0; good && i < self->procedures->len; i++)
    good = link_procedure (self, g_ptr_array_index (self->procedures, i), error);
  return good;
}
