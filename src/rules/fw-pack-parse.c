/* From the files of a pack to what they state. First everything that others refer to, then what refers. */
#include "rules/fw-pack-private.h"

#include <string.h>

/* The file that @node stands in, for messages. Borrowed. */
const char *
_fw_pack_file_of (FwPack *self,
                  FwXmlNode *node)
{
  FwXmlNode *root = node;

  while (fw_xml_node_parent (root) != NULL)
    root = fw_xml_node_parent (root);
  for (guint i = 0; i < self->files->len; i++)
    if (fw_xml_get_root (g_ptr_array_index (self->files, i)) == root)
      return fw_xml_get_name (g_ptr_array_index (self->files, i));
  return self->folder;
}

/**
 * _fw_pack_fail:
 * @node: (nullable): where; %NULL only where nobody asks for the error
 *
 * Sets @error with file, line and reason. Always answers %FALSE.
 */
gboolean
_fw_pack_fail (FwPack *self,
               FwXmlNode *node,
               GError **error,
               const char *format,
               ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  if (error == NULL || node == NULL)
    return FALSE;
  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_PACK, "%s:%d: %s", _fw_pack_file_of (self, node),
               fw_xml_node_line (node), reason);
  return FALSE;
}

FwText
_fw_pack_text (FwXmlNode *node)
{
  return (FwText){ fw_xml_node_get (node, "zh"), fw_xml_node_get (node, "en") };
}

FwText
_fw_pack_child_text (FwXmlNode *node,
                     const char *name)
{
  FwXmlNode *child = fw_xml_node_child (node, name);

  return child != NULL ? _fw_pack_text (child) : (FwText){ NULL, NULL };
}

void
_fw_citation_clear (FwCitation *self)
{
  g_clear_pointer (&self->zh, g_free);
  g_clear_pointer (&self->en, g_free);
}

/* The articles that @node names, joined for people in both languages; none is no error, one that is not there is. */
gboolean
_fw_pack_read_citation (FwPack *self,
                        FwXmlNode *node,
                        FwCitation *citation,
                        GError **error)
{
  g_autoptr (GString) zh = g_string_new (NULL);
  g_autoptr (GString) en = g_string_new (NULL);
  g_auto (GStrv) ids = NULL;

  citation->ids = fw_xml_node_get (node, "article");
  if (citation->ids == NULL)
    return TRUE;
  ids = g_strsplit_set (citation->ids, " \t\r\n", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      FwArticle *article = g_hash_table_lookup (self->articles, ids[i]);

      if (ids[i][0] == '\0')
        continue;
      if (article == NULL)
        return _fw_pack_fail (self, node, error, "there is no article ‘%s’", ids[i]);
      g_string_append_printf (zh, "%s%s", zh->len > 0 ? "、" : "", article->name.zh);
      g_string_append_printf (en, "%s%s", en->len > 0 ? "; " : "", article->name.en);
    }
  citation->zh = g_string_free (g_steal_pointer (&zh), FALSE);
  citation->en = g_string_free (g_steal_pointer (&en), FALSE);
  return TRUE;
}

FwInForce
_fw_pack_read_in_force (FwXmlNode *node)
{
  return (FwInForce){ fw_date_from_string (fw_xml_node_get (node, "from")),
                      fw_date_from_string (fw_xml_node_get (node, "until")) };
}

static void
note_expression (FwPack *self,
                 FwXmlNode *node,
                 const char *text)
{
  FwExpression *expression = g_new0 (FwExpression, 1);

  expression->file = _fw_pack_file_of (self, node);
  expression->line = fw_xml_node_line (node);
  expression->text = g_strdup (text);
  g_ptr_array_add (self->expressions, expression);
}

/**
 * _fw_pack_read_xpath:
 * @xpath: (out) (nullable): the compiled expression; %NULL where @node has no @attribute
 */
gboolean
_fw_pack_read_xpath (FwPack *self,
                     FwXmlNode *node,
                     const char *attribute,
                     FwXPath **xpath,
                     GError **error)
{
  const char *text = fw_xml_node_get (node, attribute);
  g_autoptr (GError) problem = NULL;

  *xpath = NULL;
  if (text == NULL)
    return TRUE;
  *xpath = fw_xpath_new (text, &problem);
  if (*xpath == NULL)
    return _fw_pack_fail (self, node, error, "%s", problem->message);
  note_expression (self, node, text);
  return TRUE;
}

typedef struct
{
  FwPack *pack;
  FwXmlNode *node;
} FwExpressionPlace;

static void
note_template_xpath (const char *xpath,
                     gpointer user_data)
{
  FwExpressionPlace *place = user_data;

  note_expression (place->pack, place->node, xpath);
}

void
_fw_phrase_free (FwPhrase *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->zh, _fw_template_free);
  g_clear_pointer (&self->en, _fw_template_free);
  g_free (self);
}

/**
 * _fw_pack_read_phrase:
 * @node: (nullable): an element with zh and en; %NULL is no phrase
 */
gboolean
_fw_pack_read_phrase (FwPack *self,
                      FwXmlNode *node,
                      FwPhrase **phrase,
                      GError **error)
{
  g_autoptr (GError) problem = NULL;
  FwPhrase *result;

  *phrase = NULL;
  if (node == NULL)
    return TRUE;
  result = g_new0 (FwPhrase, 1);
  result->zh = _fw_template_new (fw_xml_node_get (node, "zh"), FW_LANGUAGE_ZH, &problem);
  if (problem == NULL)
    result->en = _fw_template_new (fw_xml_node_get (node, "en"), FW_LANGUAGE_EN, &problem);
  if (problem != NULL)
    {
      _fw_phrase_free (result);
      return _fw_pack_fail (self, node, error, "%s", problem->message);
    }
  _fw_template_each_xpath (result->zh, note_template_xpath, &(FwExpressionPlace){ self, node });
  _fw_template_each_xpath (result->en, note_template_xpath, &(FwExpressionPlace){ self, node });
  *phrase = result;
  return TRUE;
}

FwSeverity
_fw_severity_named (const char *name)
{
  return g_strcmp0 (name, "block") == 0 ? FW_SEVERITY_BLOCK : g_strcmp0 (name, "warn") == 0 ? FW_SEVERITY_WARN
                                                                                           : FW_SEVERITY_INFO;
}

static void
read_options (FwXmlNode *node,
              GPtrArray *options)
{
  for (FwXmlNode *child = fw_xml_node_child (node, "option"); child != NULL; child = fw_xml_node_next (child, "option"))
    {
      FwOption *option = g_new0 (FwOption, 1);

      option->id = fw_xml_node_get (child, "id");
      option->text = _fw_pack_text (child);
      option->prints = fw_xml_node_get (child, "prints");
      g_ptr_array_add (options, option);
    }
}

/* The options of an input or output, NULL where there are none. */
GPtrArray *
_fw_pack_read_options (FwXmlNode *node)
{
  GPtrArray *options = NULL;

  if (fw_xml_node_child (node, "option") == NULL)
    return NULL;
  options = g_ptr_array_new_with_free_func (g_free);
  read_options (node, options);
  return options;
}

static gboolean
parse_law (FwPack *self,
           FwXmlNode *node,
           GError **error)
{
  FwLaw *law = g_new0 (FwLaw, 1);
  FwInForce days = _fw_pack_read_in_force (node);

  law->id = fw_xml_node_get (node, "id");
  law->name = _fw_pack_text (node);
  law->issuer = (FwText){ fw_xml_node_get (node, "issued-by"), fw_xml_node_get (node, "number") };
  law->from = days.from;
  law->until = days.until;
  law->source = fw_xml_node_get (node, "source");
  g_ptr_array_add (self->laws, law);
  return TRUE;
}

static gboolean
parse_article (FwPack *self,
               FwXmlNode *node,
               GError **error)
{
  FwArticle *article = g_new0 (FwArticle, 1);

  article->id = fw_xml_node_get (node, "id");
  article->name = _fw_pack_text (node);
  article->text = _fw_pack_child_text (node, "text");
  article->law = fw_xml_node_get (node, "law");
  article->confidence = fw_xml_node_get (node, "confidence");
  article->in_force = _fw_pack_read_in_force (node);
  article->order = g_hash_table_size (self->articles);
  g_hash_table_insert (self->articles, (gpointer) article->id, article);
  return TRUE;
}

static gboolean
has_option (FwSetting *setting,
            const char *id)
{
  for (guint i = 0; i < setting->options->len; i++)
    if (strcmp (((FwOption *) g_ptr_array_index (setting->options, i))->id, id) == 0)
      return TRUE;
  return setting->type != NULL && strcmp (setting->type, "option") != 0;
}

static gboolean
parse_setting (FwPack *self,
               FwXmlNode *node,
               GError **error)
{
  FwSetting *setting = g_new0 (FwSetting, 1);

  g_ptr_array_add (self->settings, setting);
  setting->id = fw_xml_node_get (node, "id");
  setting->scope = fw_xml_node_get (node, "scope");
  setting->type = fw_xml_node_get (node, "type");
  setting->default_value = fw_xml_node_get (node, "default");
  setting->paper = fw_xml_node_get (node, "paper");
  setting->title = _fw_pack_child_text (node, "title");
  setting->warning = _fw_pack_child_text (node, "warning");
  setting->options = g_ptr_array_new_with_free_func (g_free);
  setting->places = g_ptr_array_new_with_free_func (g_free);
  read_options (node, setting->options);
  for (FwXmlNode *child = fw_xml_node_child (node, "for"); child != NULL; child = fw_xml_node_next (child, "for"))
    {
      FwOption *place = g_new0 (FwOption, 1);

      place->id = fw_xml_node_get (child, "option");
      place->text.zh = fw_xml_node_get (child, "place");
      g_ptr_array_add (setting->places, place);
      if (!has_option (setting, place->id))
        return _fw_pack_fail (self, child, error, "the setting has no option ‘%s’", place->id);
    }
  if (!has_option (setting, setting->default_value))
    return _fw_pack_fail (self, node, error, "the setting has no option ‘%s’", setting->default_value);
  return _fw_pack_read_citation (self, node, &setting->citation, error);
}

static void
material_met_free (FwMaterialMet *met)
{
  g_clear_pointer (&met->condition, fw_xpath_free);
  g_free (met);
}

static gboolean
parse_met (FwPack *self,
           FwXmlNode *node,
           GPtrArray *list,
           GError **error)
{
  FwMaterialMet *met = g_new0 (FwMaterialMet, 1);

  g_ptr_array_add (list, met);
  met->by = fw_xml_node_get (node, "by");
  met->text = _fw_pack_text (node);
  if (met->by == NULL && fw_xml_node_get (node, "if") == NULL)
    return _fw_pack_fail (self, node, error, "‘met’ names neither a paper nor a fact");
  return _fw_pack_read_xpath (self, node, "if", &met->condition, error);
}

static gboolean
parse_material (FwPack *self,
                FwXmlNode *node,
                GError **error)
{
  FwMaterial *material = g_new0 (FwMaterial, 1);
  FwXmlNode *record = fw_xml_node_child (node, "record");

  material->id = fw_xml_node_get (node, "id");
  material->shared = fw_xml_node_get (node, "shared") != NULL;
  material->name = _fw_pack_text (node);
  material->why = _fw_pack_child_text (node, "why");
  material->without = _fw_pack_child_text (node, "without");
  material->how = _fw_pack_child_text (node, "how");
  material->met = g_ptr_array_new_with_free_func ((GDestroyNotify) material_met_free);
  g_ptr_array_add (self->materials, material);
  for (FwXmlNode *met = fw_xml_node_child (node, "met"); met != NULL; met = fw_xml_node_next (met, "met"))
    if (!parse_met (self, met, material->met, error))
      return FALSE;
  if (record == NULL)
    return TRUE;
  material->record_kind = fw_xml_node_get (record, "kind");
  material->ask = _fw_pack_child_text (record, "ask");
  return _fw_pack_read_xpath (self, record, "select", &material->records, error);
}

static gboolean
parse_protection (FwPack *self,
                  FwXmlNode *node,
                  GError **error)
{
  FwProtectionRow *row = g_new0 (FwProtectionRow, 1);
  g_autoptr (FwXPath) applies = NULL;

  g_ptr_array_add (self->protections, row);
  row->kind = fw_xml_node_get (node, "kind");
  row->name = _fw_pack_text (node);
  row->ask = (FwText){ fw_xml_node_get (node, "ask-zh"), fw_xml_node_get (node, "ask-en") };
  row->until = _fw_pack_child_text (node, "until");
  row->note = _fw_pack_child_text (node, "note");
  row->blocks = fw_xml_node_get (node, "blocks");
  row->applies = fw_xml_node_get (node, "applies");
  row->options = g_ptr_array_new_with_free_func (g_free);
  read_options (node, row->options);
  return _fw_pack_read_xpath (self, node, "applies", &applies, error) &&
         _fw_pack_read_citation (self, node, &row->citation, error);
}

/* Each is a fact, by the path of one attribute; a misspelt one is found with all other expressions. */
static gboolean
read_delivered (FwPack *self,
                FwXmlNode *node,
                const char *text,
                GError **error)
{
  g_auto (GStrv) paths = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      if (*paths[i] != '\0' && strstr (paths[i], "/@") == NULL)
        return _fw_pack_fail (self, node, error, "‘%s’ is no fact that could take a day", paths[i]);
      if (*paths[i] != '\0')
        note_expression (self, node, paths[i]);
    }
  return TRUE;
}

static void
wait_free (gpointer data)
{
  FwWaitRule *rule = data;

  g_clear_pointer (&rule->test, fw_xpath_free);
  g_clear_pointer (&rule->message, _fw_phrase_free);
  g_free (rule);
}

static gboolean
parse_wait (FwPack *self,
            FwXmlNode *node,
            FwPaper *paper,
            GError **error)
{
  FwWaitRule *rule = g_new0 (FwWaitRule, 1);

  g_ptr_array_add (paper->waits, rule);
  rule->material = fw_xml_node_get (node, "material");
  return rule->material != NULL || (_fw_pack_read_xpath (self, node, "test", &rule->test, error) &&
                                    _fw_pack_read_phrase (self, fw_xml_node_child (node, "message"), &rule->message, error));
}

static gboolean
parse_paper (FwPack *self,
             FwXmlNode *node,
             GError **error)
{
  FwPaper *paper = g_new0 (FwPaper, 1);

  paper->id = fw_xml_node_get (node, "id");
  paper->shared = fw_xml_node_get (node, "shared") != NULL;
  paper->beside = fw_xml_node_get (node, "beside") != NULL;
  paper->barred = fw_xml_node_get (node, "barred");
  paper->name = _fw_pack_text (node);
  paper->template_name = fw_xml_node_get (node, "template");
  paper->moment = fw_xml_node_get (node, "moment");
  paper->reader = fw_xml_node_get (node, "for");
  paper->delivered = fw_xml_node_get (node, "delivered");
  paper->proof = fw_xml_node_get (node, "proof");
  paper->waits = g_ptr_array_new_with_free_func (wait_free);
  g_ptr_array_add (self->papers, paper);
  for (FwXmlNode *wait = fw_xml_node_child (node, "waits"); wait != NULL; wait = fw_xml_node_next (wait, "waits"))
    if (!parse_wait (self, wait, paper, error))
      return FALSE;
  return read_delivered (self, node, paper->delivered, error);
}

static gboolean
parse_action (FwPack *self,
              FwXmlNode *node,
              GError **error)
{
  FwOption *action = g_new0 (FwOption, 1);

  action->id = fw_xml_node_get (node, "id");
  action->text = _fw_pack_text (node);
  g_ptr_array_add (self->actions, action);
  return TRUE;
}

static gboolean
parse_collective (FwPack *self,
                  FwXmlNode *node,
                  GError **error)
{
  FwCollective *collective = g_new0 (FwCollective, 1);

  collective->kind = fw_xml_node_get (node, "kind");
  collective->name = _fw_pack_text (node);
  collective->answers = fw_xml_node_get (node, "answers");
  collective->count = fw_xml_node_get (node, "count");
  collective->people = fw_xml_node_get (node, "people");
  g_ptr_array_add (self->collectives, collective);
  note_expression (self, node, collective->count);
  note_expression (self, node, collective->people);
  return TRUE;
}

static gboolean
parse_local (FwPack *self,
             FwXmlNode *node,
             GError **error)
{
  FwLocalFigure *figure = g_new0 (FwLocalFigure, 1);
  FwInForce days = _fw_pack_read_in_force (node);

  figure->places = fw_xml_node_get (node, "place");
  figure->name = _fw_pack_text (node);
  figure->kind = fw_xml_node_get (node, "kind");
  figure->value = fw_xml_node_get (node, "value");
  figure->year = fw_xml_node_get (node, "year");
  figure->from = days.from;
  figure->until = days.until;
  figure->source = fw_xml_node_get (node, "source");
  figure->confidence = fw_xml_node_get (node, "confidence");
  g_ptr_array_add (self->local_figures, figure);
  return TRUE;
}

static gboolean
parse_feature (FwPack *self,
               FwXmlNode *node,
               GError **error)
{
  FwFeature *feature = g_new0 (FwFeature, 1);

  feature->id = fw_xml_node_get (node, "id");
  feature->value = fw_xml_node_get (node, "value");
  feature->text = _fw_pack_text (node);
  feature->in_force = _fw_pack_read_in_force (node);
  g_ptr_array_add (self->features, feature);
  return TRUE;
}

static gboolean
parse_parameter (FwPack *self,
                 FwXmlNode *node,
                 GError **error)
{
  FwParameter *parameter = _fw_pack_parse_parameter (self, node, error);

  if (parameter != NULL)
    g_hash_table_insert (self->parameters, (gpointer) parameter->id, parameter);
  return parameter != NULL;
}

static gboolean
parse_table (FwPack *self,
             FwXmlNode *node,
             GError **error)
{
  FwTable *table = _fw_pack_parse_table (self, node, error);

  if (table != NULL)
    g_hash_table_insert (self->tables, (gpointer) table->id, table);
  return table != NULL;
}

static gboolean
parse_calculation (FwPack *self,
                   FwXmlNode *node,
                   GError **error)
{
  FwCalculation *calculation = _fw_pack_parse_calculation (self, node, error);

  if (calculation != NULL)
    g_ptr_array_add (self->calculations, calculation);
  return calculation != NULL;
}

static gboolean
parse_ground (FwPack *self,
              FwXmlNode *node,
              GError **error)
{
  FwGroundRule *ground = _fw_pack_parse_ground (self, node, error);

  if (ground != NULL)
    g_ptr_array_add (self->grounds, ground);
  return ground != NULL;
}

static gboolean
parse_check (FwPack *self,
             FwXmlNode *node,
             GError **error)
{
  FwCheck *check = _fw_pack_parse_check (self, node, error);

  if (check != NULL)
    g_ptr_array_add (self->checks, check);
  return check != NULL;
}

static gboolean
parse_procedure (FwPack *self,
                 FwXmlNode *node,
                 GError **error)
{
  FwProcedureRule *procedure = _fw_pack_parse_procedure (self, node, error);

  if (procedure != NULL)
    g_ptr_array_add (self->procedures, procedure);
  return procedure != NULL;
}

static gboolean
parse_deadline (FwPack *self,
                FwXmlNode *node,
                GError **error)
{
  FwDeadlineRule *deadline = g_new0 (FwDeadlineRule, 1);

  g_ptr_array_add (self->deadlines, deadline);
  deadline->id = fw_xml_node_get (node, "id");
  deadline->name = _fw_pack_text (node);
  deadline->in_force = _fw_pack_read_in_force (node);
  deadline->calculation = fw_xml_node_get (node, "calculation");
  deadline->output = fw_xml_node_get (node, "output");
  return _fw_pack_read_citation (self, node, &deadline->citation, error) &&
         _fw_pack_read_xpath (self, node, "if", &deadline->condition, error) &&
         _fw_pack_read_xpath (self, node, "select", &deadline->select, error);
}

static gboolean
parse_nothing (FwPack *self,
               FwXmlNode *node,
               GError **error)
{
  return TRUE;
}

/* In the order of passes: what others refer to comes first. */
static const struct
{
  const char *element;
  int pass;
  gboolean (*parse) (FwPack *self, FwXmlNode *node, GError **error);
} kinds[] = {
  { "title", 0, parse_nothing },     { "review", 0, parse_nothing },         { "include", 0, parse_nothing },
  { "law", 0, parse_law },           { "article", 0, parse_article },        { "setting", 1, parse_setting },
  { "parameter", 1, parse_parameter }, { "material", 1, parse_material },    { "protection", 1, parse_protection },
  { "document", 1, parse_paper },    { "action", 1, parse_action },          { "local", 1, parse_local },
  { "collective", 1, parse_collective },
  { "feature", 1, parse_feature },   { "table", 2, parse_table },            { "calculation", 3, parse_calculation },
  { "deadline", 3, parse_deadline }, { "procedure", 3, parse_procedure },    { "ground", 4, parse_ground },
  { "check", 4, parse_check },         { "cost", 4, _fw_pack_parse_risk_cost }, { "weak-point", 5, _fw_pack_parse_weak_point },
  { "exit", 5, _fw_pack_parse_exit },   { "liability", 5, _fw_pack_parse_liability },
  { "offer", 4, _fw_pack_parse_offer },
  { "settlement", 4, _fw_pack_parse_settlement },
};

/* An id names one thing of its kind. */
static gboolean
check_id (FwPack *self,
          FwXmlNode *node,
          GError **error)
{
  const char *id = fw_xml_node_get (node, "id");
  g_autofree char *key = g_strconcat (fw_xml_node_name (node), ":", id, NULL);

  if (id == NULL || g_hash_table_insert (self->ids, g_steal_pointer (&key), node))
    return TRUE;
  return _fw_pack_fail (self, node, error, "there are two %ss ‘%s’", fw_xml_node_name (node), id);
}

static gboolean
parse_pass (FwPack *self,
            FwXmlNode *root,
            int pass,
            GError **error)
{
  for (FwXmlNode *node = fw_xml_node_child (root, NULL); node != NULL; node = fw_xml_node_next (node, NULL))
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (kinds) && !fw_xml_node_is (node, kinds[i].element))
        i++;
      if (i == G_N_ELEMENTS (kinds))
        return _fw_pack_fail (self, node, error, "‘%s’ has no place in a pack", fw_xml_node_name (node));
      if (kinds[i].pass == pass && (!check_id (self, node, error) || !kinds[i].parse (self, node, error)))
        return FALSE;
    }
  return TRUE;
}

/* Compiles one element of a file, as one more of its kind. */
gboolean
_fw_pack_parse_element (FwPack *self,
                        FwXmlNode *node,
                        GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (fw_xml_node_is (node, kinds[i].element))
      return kinds[i].parse (self, node, error);
  return _fw_pack_fail (self, node, error, "‘%s’ has no place in a pack", fw_xml_node_name (node));
}

/* Compiles all files of the pack, in passes. */
gboolean
_fw_pack_parse (FwPack *self,
                GError **error)
{
  for (int pass = 0; pass <= 5; pass++)
    for (guint i = 0; i < self->files->len; i++)
      if (!parse_pass (self, fw_xml_get_root (g_ptr_array_index (self->files, i)), pass, error))
        return FALSE;
  return TRUE;
}
