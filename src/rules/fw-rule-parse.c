/* Grounds, checks and procedures: what a pack says about a case. */
#include "rules/fw-pack-private.h"

#include <string.h>

void
_fw_argument_free (FwArgument *self)
{
  g_clear_pointer (&self->select, fw_xpath_free);
  g_free (self);
}

static void
query_free (FwInquiry *self)
{
  fw_value_clear (&self->operand.literal);
  g_ptr_array_unref (self->arguments);
  g_free (self);
}

static void
until_free (FwUntil *self)
{
  if (self == NULL)
    return;
  until_free (self->next);
  g_clear_pointer (&self->select, fw_xpath_free);
  g_clear_pointer (&self->query, query_free);
  g_free (self);
}

static void
clause_free (FwClause *self)
{
  g_clear_pointer (&self->xpath, fw_xpath_free);
  g_clear_pointer (&self->query, query_free);
  g_clear_pointer (&self->clauses, g_ptr_array_unref);
  _fw_phrase_free (self->message);
  until_free (self->until);
  g_free (self);
}

void
_fw_check_free (FwCheck *self)
{
  g_strfreev (self->grounds);
  g_strfreev (self->actions);
  _fw_citation_clear (&self->citation);
  g_ptr_array_unref (self->clauses);
  _fw_phrase_free (self->message);
  _fw_phrase_free (self->clear);
  _fw_phrase_free (self->unknown);
  until_free (self->until);
  g_clear_pointer (&self->attributes, g_hash_table_unref);
  g_free (self);
}

static void
ground_material_free (FwGroundMaterial *self)
{
  _fw_citation_clear (&self->citation);
  g_clear_pointer (&self->condition, fw_xpath_free);
  g_clear_pointer (&self->exception, fw_xpath_free);
  g_free (self);
}

static void
ground_amount_free (FwGroundAmount *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->condition, fw_xpath_free);
  _fw_citation_clear (&self->citation);
  g_ptr_array_unref (self->arguments);
  _fw_phrase_free (self->message);
  g_free (self);
}

void
_fw_ground_rule_free (FwGroundRule *self)
{
  _fw_citation_clear (&self->open.citation);
  g_ptr_array_unref (self->open.proves);
  g_ptr_array_unref (self->open.steps);
  g_ptr_array_unref (self->open.marks);
  g_ptr_array_unref (self->open.mistakes);
  g_ptr_array_unref (self->open.tribunal);
  g_strfreev (self->aliases);
  g_clear_pointer (&self->applies, fw_xpath_free);
  _fw_phrase_free (self->applies_message);
  g_ptr_array_unref (self->materials);
  ground_amount_free (self->notice);
  ground_amount_free (self->severance);
  ground_amount_free (self->damages);
  ground_amount_free (self->tax);
  g_ptr_array_unref (self->other);
  g_ptr_array_unref (self->papers);
  g_strfreev (self->deadlines);
  g_strfreev (self->procedures);
  g_free (self);
}

static void
step_mark_free (FwStepMark *self)
{
  g_clear_pointer (&self->done, fw_xpath_free);
  g_clear_pointer (&self->by, fw_xpath_free);
  g_free (self);
}

static void
step_rule_free (FwStepRule *self)
{
  _fw_citation_clear (&self->citation);
  g_clear_pointer (&self->done, fw_xpath_free);
  g_clear_pointer (&self->condition, fw_xpath_free);
  _fw_phrase_free (self->message);
  g_free (self);
}

void
_fw_procedure_rule_free (FwProcedureRule *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static GStrv
refs_of (FwXmlNode *node,
         const char *element,
         const char *attribute)
{
  g_autoptr (GStrvBuilder) refs = g_strv_builder_new ();

  for (FwXmlNode *child = fw_xml_node_child (node, element); child != NULL; child = fw_xml_node_next (child, element))
    g_strv_builder_add (refs, fw_xml_node_get (child, attribute));
  return g_strv_builder_end (refs);
}

static GPtrArray *
texts_of (FwXmlNode *node,
          const char *element)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (FwXmlNode *child = fw_xml_node_child (node, element); child != NULL; child = fw_xml_node_next (child, element))
    {
      FwText *text = g_new (FwText, 1);

      *text = _fw_pack_text (child);
      g_ptr_array_add (texts, text);
    }
  return texts;
}

/**
 * _fw_pack_read_arguments:
 *
 * Returns: (transfer full) (nullable) (element-type FwArgument): the argument children of @node; %NULL with the reason
 */
GPtrArray *
_fw_pack_read_arguments (FwPack *self,
                         FwXmlNode *node,
                         GError **error)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_argument_free);

  for (FwXmlNode *child = fw_xml_node_child (node, "argument"); child != NULL; child = fw_xml_node_next (child, "argument"))
    {
      FwArgument *argument = g_new0 (FwArgument, 1);

      g_ptr_array_add (arguments, argument);
      argument->name = fw_xml_node_get (child, "name");
      argument->value = fw_xml_node_get (child, "value");
      argument->of = fw_xml_node_get (child, "of");
      if (!_fw_pack_read_xpath (self, child, "select", &argument->select, error))
        return NULL;
    }
  return g_steal_pointer (&arguments);
}

static FwInquiry *
parse_query (FwPack *self,
             FwXmlNode *node,
             GError **error)
{
  FwInquiry *query = g_new0 (FwInquiry, 1);
  const char *operand = NULL;

  query->calculation = fw_xml_node_get (node, "calculation");
  query->output = fw_xml_node_get (node, "output");
  query->comparison = _fw_comparison_read (node, &operand);
  query->arguments = _fw_pack_read_arguments (self, node, error);
  if (query->arguments == NULL)
    {
      g_free (query);
      return NULL;
    }
  query->operand = _fw_calculation_operand (self, NULL, node, operand, error);
  if (operand != NULL && query->operand.kind == FW_OPERAND_NONE)
    g_clear_pointer (&query, query_free);
  return query;
}

/* The days until which a check or a grade holds: none, one or several. */
static gboolean
parse_until (FwPack *self,
             FwXmlNode *around,
             FwUntil **until,
             GError **error)
{
  for (FwXmlNode *node = fw_xml_node_child (around, "until"); node != NULL; node = fw_xml_node_next (node, "until"))
    {
      *until = g_new0 (FwUntil, 1);
      (*until)->expected = fw_xml_node_get (node, "expected") != NULL;
      if (!_fw_pack_read_xpath (self, node, "select", &(*until)->select, error) ||
          ((*until)->select == NULL && ((*until)->query = parse_query (self, node, error)) == NULL))
        return FALSE;
      until = &(*until)->next;
    }
  return TRUE;
}

static gboolean parse_clauses (FwPack *self, FwXmlNode *around, GPtrArray *clauses, GError **error);

static gboolean
fill_grade (FwPack *self,
            FwXmlNode *node,
            FwClause *clause,
            GError **error)
{
  clause->severity = _fw_severity_named (fw_xml_node_get (node, "severity"));
  clause->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) clause_free);
  return parse_clauses (self, node, clause->clauses, error) &&
         _fw_pack_read_phrase (self, fw_xml_node_child (node, "message"), &clause->message, error) &&
         parse_until (self, node, &clause->until, error);
}

static gboolean
fill_clause (FwPack *self,
             FwXmlNode *node,
             FwClause *clause,
             GError **error)
{
  switch (clause->kind)
    {
    case FW_CLAUSE_NEEDS:
      return _fw_pack_read_xpath (self, node, "path", &clause->xpath, error);
    case FW_CLAUSE_IF:
    case FW_CLAUSE_MUST:
      return _fw_pack_read_xpath (self, node, "test", &clause->xpath, error);
    case FW_CLAUSE_HOLD:
      return (clause->query = parse_query (self, node, error)) != NULL;
    case FW_CLAUSE_GRADE:
    default:
      return fill_grade (self, node, clause, error);
    }
}

static gboolean
parse_clauses (FwPack *self,
               FwXmlNode *around,
               GPtrArray *clauses,
               GError **error)
{
  static const char *names[] = { "needs", "if", "must", "hold", "grade" };

  for (FwXmlNode *node = fw_xml_node_child (around, NULL); node != NULL; node = fw_xml_node_next (node, NULL))
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      if (fw_xml_node_is (node, names[i]))
        {
          FwClause *clause = g_new0 (FwClause, 1);

          clause->kind = (FwClauseKind) i;
          g_ptr_array_add (clauses, clause);
          if (!fill_clause (self, node, clause, error))
            return FALSE;
        }
  return TRUE;
}

static GHashTable *
attributes_of (FwXmlNode *node)
{
  GHashTable *attributes = NULL;

  for (FwXmlNode *child = fw_xml_node_child (node, "attribute"); child != NULL; child = fw_xml_node_next (child, "attribute"))
    {
      if (attributes == NULL)
        attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (attributes, g_strdup (fw_xml_node_get (child, "name")), g_strdup (fw_xml_node_get (child, "value")));
    }
  return attributes;
}

static gboolean
fill_check (FwPack *self,
            FwXmlNode *node,
            FwCheck *check,
            GError **error)
{
  const char *grounds = fw_xml_node_get (node, "grounds");

  check->id = fw_xml_node_get (node, "id");
  check->grounds = grounds != NULL ? g_strsplit_set (grounds, " \t\r\n", -1) : NULL;
  check->severity = _fw_severity_named (fw_xml_node_get (node, "severity"));
  check->family = fw_xml_node_get (node, "family");
  check->in_force = _fw_pack_read_in_force (node);
  check->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) clause_free);
  check->actions = refs_of (node, "action", "id");
  check->may_override = fw_xml_node_child (node, "override") != NULL;
  check->attributes = attributes_of (node);
  check->line = fw_xml_node_line (node);
  check->file = _fw_pack_file_of (self, node);
  if (fw_xml_node_child (node, "message") == NULL)
    return _fw_pack_fail (self, node, error, "the check ‘%s’ has no message", check->id);
  return _fw_pack_read_citation (self, node, &check->citation, error) &&
         parse_clauses (self, node, check->clauses, error) &&
         _fw_pack_read_phrase (self, fw_xml_node_child (node, "message"), &check->message, error) &&
         _fw_pack_read_phrase (self, fw_xml_node_child (node, "clear"), &check->clear, error) &&
         _fw_pack_read_phrase (self, fw_xml_node_child (node, "unknown"), &check->unknown, error) &&
         parse_until (self, node, &check->until, error);
}

/* A check with its clauses in the order written; NULL with file, line and reason. */
FwCheck *
_fw_pack_parse_check (FwPack *self,
                      FwXmlNode *node,
                      GError **error)
{
  FwCheck *check = g_new0 (FwCheck, 1);

  if (fill_check (self, node, check, error))
    return check;
  _fw_check_free (check);
  return NULL;
}

static gboolean
parse_material_ref (FwPack *self,
                    FwXmlNode *node,
                    GPtrArray *materials,
                    GError **error)
{
  FwGroundMaterial *material = g_new0 (FwGroundMaterial, 1);

  g_ptr_array_add (materials, material);
  material->ref = fw_xml_node_get (node, "ref");
  material->moment = fw_xml_node_get (node, "moment");
  return _fw_pack_read_citation (self, node, &material->citation, error) &&
         _fw_pack_read_xpath (self, node, "if", &material->condition, error) &&
         _fw_pack_read_xpath (self, node, "unless", &material->exception, error);
}

static FwGroundAmount *
parse_amount (FwPack *self,
              FwXmlNode *node,
              GError **error)
{
  FwGroundAmount *amount = g_new0 (FwGroundAmount, 1);

  amount->id = fw_xml_node_get (node, "id");
  amount->title = _fw_pack_text (node);
  amount->due = g_strcmp0 (fw_xml_node_get (node, "due"), "false") != 0;
  amount->calculation = fw_xml_node_get (node, "calculation");
  amount->arguments = _fw_pack_read_arguments (self, node, error);
  if (amount->arguments == NULL)
    {
      g_free (amount);
      return NULL;
    }
  if (!_fw_pack_read_xpath (self, node, "if", &amount->condition, error) ||
      !_fw_pack_read_citation (self, node, &amount->citation, error) ||
      !_fw_pack_read_phrase (self, fw_xml_node_child (node, "message"), &amount->message, error))
    g_clear_pointer (&amount, ground_amount_free);
  return amount;
}

static gboolean
parse_applies (FwPack *self,
               FwXmlNode *node,
               FwGroundRule *ground,
               GError **error)
{
  ground->open.applies = _fw_pack_child_text (node, "message");
  return _fw_pack_read_xpath (self, node, "test", &ground->applies, error) &&
         _fw_pack_read_phrase (self, fw_xml_node_child (node, "message"), &ground->applies_message, error);
}

static gboolean
parse_step_mark (FwPack *self,
                 FwXmlNode *node,
                 GPtrArray *marks,
                 GError **error)
{
  FwStepMark *mark = g_new0 (FwStepMark, 1);

  g_ptr_array_add (marks, mark);
  mark->at = fw_xml_node_get (node, "at");
  return _fw_pack_read_xpath (self, node, "done", &mark->done, error) &&
         _fw_pack_read_xpath (self, node, "by", &mark->by, error);
}

static gboolean
parse_ground_child (FwPack *self,
                    FwXmlNode *node,
                    FwGroundRule *ground,
                    GError **error)
{
  FwGroundAmount *amount;

  if (fw_xml_node_is (node, "applies"))
    return parse_applies (self, node, ground, error);
  if (fw_xml_node_is (node, "material") || fw_xml_node_is (node, "recommended"))
    return parse_material_ref (self, node, ground->materials, error);
  if (fw_xml_node_is (node, "document"))
    return parse_material_ref (self, node, ground->papers, error);
  if (fw_xml_node_is (node, "notice"))
    {
      ground->notice_by = fw_xml_node_get (node, "by");
      ground->lieu = g_strcmp0 (fw_xml_node_get (node, "lieu"), "false") != 0;
      return (ground->notice = parse_amount (self, node, error)) != NULL;
    }
  if (fw_xml_node_is (node, "step"))
    return parse_step_mark (self, node, ground->open.marks, error);
  if (fw_xml_node_is (node, "severance"))
    return (ground->severance = parse_amount (self, node, error)) != NULL;
  if (fw_xml_node_is (node, "damages"))
    return (ground->damages = parse_amount (self, node, error)) != NULL;
  if (fw_xml_node_is (node, "tax"))
    return (ground->tax = parse_amount (self, node, error)) != NULL;
  if (!fw_xml_node_is (node, "other"))
    return TRUE;
  amount = parse_amount (self, node, error);
  if (amount != NULL)
    g_ptr_array_add (ground->other, amount);
  return amount != NULL;
}

/* A ground with all it needs, costs and is followed by; NULL with file, line and reason. */
FwGroundRule *
_fw_pack_parse_ground (FwPack *self,
                       FwXmlNode *node,
                       GError **error)
{
  FwGroundRule *ground = g_new0 (FwGroundRule, 1);
  FwInForce days = _fw_pack_read_in_force (node);
  const char *aliases = fw_xml_node_get (node, "alias");
  gboolean good;

  ground->open.id = fw_xml_node_get (node, "id");
  ground->open.kind = fw_xml_node_get (node, "kind");
  ground->open.by = fw_xml_node_get (node, "by");
  ground->open.title = _fw_pack_child_text (node, "title");
  ground->open.plain = _fw_pack_child_text (node, "plain");
  ground->open.proves = texts_of (node, "proves");
  ground->open.steps = texts_of (node, "step");
  ground->open.marks = g_ptr_array_new_with_free_func ((GDestroyNotify) step_mark_free);
  ground->open.mistakes = texts_of (node, "mistake");
  ground->open.tribunal = texts_of (node, "tribunal");
  ground->open.from = days.from;
  ground->open.until = days.until;
  ground->aliases = aliases != NULL ? g_strsplit (aliases, " ", -1) : NULL;
  ground->materials = g_ptr_array_new_with_free_func ((GDestroyNotify) ground_material_free);
  ground->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) ground_material_free);
  ground->other = g_ptr_array_new_with_free_func ((GDestroyNotify) ground_amount_free);
  ground->deadlines = refs_of (node, "deadline", "ref");
  ground->procedures = refs_of (node, "procedure", "ref");
  good = _fw_pack_read_citation (self, node, &ground->open.citation, error);
  for (FwXmlNode *child = fw_xml_node_child (node, NULL); good && child != NULL; child = fw_xml_node_next (child, NULL))
    good = parse_ground_child (self, child, ground, error);
  if (good)
    return ground;
  _fw_ground_rule_free (ground);
  return NULL;
}

static gboolean
parse_procedure_step (FwPack *self,
                      FwXmlNode *node,
                      GPtrArray *steps,
                      GError **error)
{
  FwStepRule *step = g_new0 (FwStepRule, 1);
  const char *gap = fw_xml_node_get (node, "gap");

  g_ptr_array_add (steps, step);
  step->id = fw_xml_node_get (node, "id");
  step->name = _fw_pack_text (node);
  step->in_force = _fw_pack_read_in_force (node);
  step->gate = fw_xml_node_get (node, "gate");
  step->severity = fw_xml_node_get (node, "severity") != NULL ? _fw_severity_named (fw_xml_node_get (node, "severity"))
                                                              : FW_SEVERITY_BLOCK;
  step->after = fw_xml_node_get (node, "after");
  step->gap = gap != NULL ? atoi (gap) : 0;
  step->unit = fw_xml_node_get (node, "unit");
  return _fw_pack_read_citation (self, node, &step->citation, error) &&
         _fw_pack_read_xpath (self, node, "done", &step->done, error) &&
         _fw_pack_read_xpath (self, node, "if", &step->condition, error) &&
         _fw_pack_read_phrase (self, fw_xml_node_child (node, "message"), &step->message, error);
}

/* A procedure with its steps in order; NULL with file, line and reason. */
FwProcedureRule *
_fw_pack_parse_procedure (FwPack *self,
                          FwXmlNode *node,
                          GError **error)
{
  FwProcedureRule *procedure = g_new0 (FwProcedureRule, 1);

  procedure->id = fw_xml_node_get (node, "id");
  procedure->name = _fw_pack_text (node);
  procedure->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_rule_free);
  for (FwXmlNode *child = fw_xml_node_child (node, "step"); child != NULL; child = fw_xml_node_next (child, "step"))
    if (!parse_procedure_step (self, child, procedure->steps, error))
      {
        _fw_procedure_rule_free (procedure);
        return NULL;
      }
  return procedure;
}
