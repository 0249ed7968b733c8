#include "interview/fw-script-private.h"

#include <string.h>

void
_fw_said_clear (FwSaid *self)
{
  g_clear_pointer (&self->zh, g_free);
  g_clear_pointer (&self->en, g_free);
}

/* Two attributes of an element; "" where it has none. */
void
_fw_said_set (FwSaid *self,
              FwXmlNode *node,
              const char *zh,
              const char *en)
{
  const char *chinese = node != NULL ? fw_xml_node_get (node, zh) : NULL;
  const char *english = node != NULL ? fw_xml_node_get (node, en) : NULL;

  _fw_said_clear (self);
  self->zh = g_strdup (chinese != NULL ? chinese : "");
  self->en = g_strdup (english != NULL ? english : "");
}

static void
read_child (FwXmlNode *around,
            const char *name,
            FwSaid *said)
{
  _fw_said_set (said, fw_xml_node_child (around, name), "zh", "en");
}

static void
prompt_free (FwPrompt *self)
{
  _fw_said_clear (&self->text);
  g_free (self->temperament);
  g_free (self->when);
  g_free (self);
}

static void
branch_free (FwBranch *self)
{
  _fw_said_clear (&self->condition);
  _fw_said_clear (&self->action);
  g_strfreev (self->targets);
  g_free (self);
}

static void
never_free (FwNever *self)
{
  _fw_said_clear (&self->text);
  _fw_said_clear (&self->because);
  g_free (self);
}

void
_fw_scene_free (FwScene *self)
{
  g_free (self->id);
  _fw_said_clear (&self->aim);
  _fw_said_clear (&self->listen);
  _fw_said_clear (&self->stop);
  _fw_said_clear (&self->note);
  g_ptr_array_unref (self->prompts);
  g_ptr_array_unref (self->branches);
  g_free (self);
}

void
_fw_objection_free (FwObjection *self)
{
  g_free (self->id);
  g_free (self->name);
  _fw_said_clear (&self->said);
  _fw_said_clear (&self->means);
  _fw_said_clear (&self->avoid);
  _fw_said_clear (&self->help);
  _fw_said_clear (&self->care);
  g_strfreev (self->expected);
  g_ptr_array_unref (self->prompts);
  g_free (self);
}

void
_fw_script_free (FwScript *self)
{
  FwSaid *texts[] = { &self->title, &self->aim, &self->present, &self->absent, &self->place, &self->bring, &self->offer };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    _fw_said_clear (texts[i]);
  g_free (self->id);
  g_free (self->file);
  g_free (self->folder);
  g_strfreev (self->kinds);
  g_strfreev (self->grounds);
  g_free (self->minutes);
  g_free (self->begins_with);
  g_ptr_array_unref (self->never);
  g_ptr_array_unref (self->scenes);
  g_free (self);
}

static GStrv
split_words (const char *text)
{
  g_autofree char *plain = g_strdup (text != NULL ? text : "");

  g_strstrip (plain);
  return *plain != '\0' ? g_regex_split_simple ("\\s+", plain, 0, 0) : g_new0 (char *, 1);
}

static GPtrArray *
read_prompts (FwXmlNode *around)
{
  GPtrArray *prompts = g_ptr_array_new_with_free_func ((GDestroyNotify) prompt_free);

  for (FwXmlNode *node = fw_xml_node_child (around, "prompt"); node != NULL; node = fw_xml_node_next (node, "prompt"))
    {
      FwPrompt *prompt = g_new0 (FwPrompt, 1);
      const char *place = fw_xml_node_get (node, "n");

      prompt->place = place != NULL ? (guint) g_ascii_strtoull (place, NULL, 10) : 1;
      _fw_said_set (&prompt->text, node, "zh", "en");
      prompt->temperament = g_strdup (fw_xml_node_get (node, "for"));
      prompt->when = g_strdup (fw_xml_node_get (node, "when"));
      prompt->unknown = fw_xml_node_get (node, "unknown") != NULL;
      prompt->optional = fw_xml_node_get (node, "optional") != NULL;
      prompt->manager = fw_xml_node_get (node, "speaker") != NULL;
      prompt->line = fw_xml_node_line (node);
      g_ptr_array_add (prompts, prompt);
    }
  return prompts;
}

static GPtrArray *
read_branches (FwXmlNode *around)
{
  GPtrArray *branches = g_ptr_array_new_with_free_func ((GDestroyNotify) branch_free);

  for (FwXmlNode *node = fw_xml_node_child (around, "branch"); node != NULL; node = fw_xml_node_next (node, "branch"))
    {
      FwBranch *branch = g_new0 (FwBranch, 1);

      _fw_said_set (&branch->condition, node, "zh", "en");
      _fw_said_set (&branch->action, node, "do-zh", "do-en");
      branch->targets = split_words (fw_xml_node_get (node, "to"));
      branch->line = fw_xml_node_line (node);
      g_ptr_array_add (branches, branch);
    }
  return branches;
}

static FwScene *
read_scene (FwXmlNode *node)
{
  FwScene *scene = g_new0 (FwScene, 1);

  scene->id = g_strdup (fw_xml_node_get (node, "id"));
  scene->aside = fw_xml_node_get (node, "aside") != NULL;
  scene->line = fw_xml_node_line (node);
  read_child (node, "aim", &scene->aim);
  read_child (node, "listen", &scene->listen);
  read_child (node, "stop", &scene->stop);
  read_child (node, "note", &scene->note);
  scene->prompts = read_prompts (node);
  scene->branches = read_branches (node);
  return scene;
}

static GPtrArray *
read_nevers (FwXmlNode *around)
{
  GPtrArray *nevers = g_ptr_array_new_with_free_func ((GDestroyNotify) never_free);

  for (FwXmlNode *node = fw_xml_node_child (around, "never"); node != NULL; node = fw_xml_node_next (node, "never"))
    {
      FwNever *never = g_new0 (FwNever, 1);

      _fw_said_set (&never->text, node, "zh", "en");
      _fw_said_set (&never->because, node, "because-zh", "because-en");
      g_ptr_array_add (nevers, never);
    }
  return nevers;
}

static void
read_heading (FwScript *script,
              FwXmlNode *root)
{
  const char *minutes = fw_xml_node_get (root, "minutes");

  script->id = g_strdup (fw_xml_node_get (root, "id"));
  script->kinds = split_words (fw_xml_node_get (root, "kind"));
  script->grounds = split_words (fw_xml_node_get (root, "ground"));
  script->minutes = g_strdup (minutes != NULL ? minutes : "");
  script->begins_with = g_strdup (fw_xml_node_get (root, "begins-with"));
  script->reviewed = *fw_xml_node_get (fw_xml_node_child (root, "review"), "by") != '\0';
  read_child (root, "title", &script->title);
  read_child (root, "aim", &script->aim);
  read_child (root, "present", &script->present);
  read_child (root, "absent", &script->absent);
  read_child (root, "place", &script->place);
  read_child (root, "bring", &script->bring);
  read_child (root, "offer", &script->offer);
}

/* A document whose first element is of this name. */
FwXml *
_fw_scripts_load (const char *path,
                  const char *name,
                  FwSchema *schema,
                  GError **error)
{
  g_autoptr (FwXml) xml = fw_xml_load_file (path, error);

  if (xml == NULL || !fw_schema_validate (schema, xml, error))
    return NULL;
  if (!fw_xml_node_is (fw_xml_get_root (xml), name))
    {
      g_set_error (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_SCRIPT, "%s:1: begins with ‘%s’, not ‘%s’", path,
                   fw_xml_node_name (fw_xml_get_root (xml)), name);
      return NULL;
    }
  return g_steal_pointer (&xml);
}

/**
 * _fw_scripts_read_script:
 *
 * Adds the script of a file. Returns: whether it could; otherwise file, line and reason
 */
gboolean
_fw_scripts_read_script (FwScripts *self,
                         const char *path,
                         FwSchema *schema,
                         GError **error)
{
  g_autoptr (FwXml) xml = _fw_scripts_load (path, "script", schema, error);
  FwXmlNode *root = xml != NULL ? fw_xml_get_root (xml) : NULL;
  FwScript *script;

  if (root == NULL)
    return FALSE;
  script = g_new0 (FwScript, 1);
  script->file = g_strdup (path);
  script->folder = g_path_get_dirname (path);
  script->scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_scene_free);
  script->never = read_nevers (root);
  read_heading (script, root);
  for (FwXmlNode *node = fw_xml_node_child (root, "scene"); node != NULL; node = fw_xml_node_next (node, "scene"))
    g_ptr_array_add (script->scenes, read_scene (node));
  g_ptr_array_add (self->scripts, script);
  return TRUE;
}

static void
read_objection (FwScripts *self,
                FwXmlNode *node)
{
  FwObjection *objection = g_new0 (FwObjection, 1);

  objection->id = g_strdup (fw_xml_node_get (node, "id"));
  objection->name = g_strdup (fw_xml_node_get (node, "name"));
  objection->line = fw_xml_node_line (node);
  objection->prompts = read_prompts (node);
  objection->expected = split_words (fw_xml_node_get (node, "expected"));
  _fw_said_set (&objection->said, node, "zh", "en");
  read_child (node, "means", &objection->means);
  read_child (node, "avoid", &objection->avoid);
  read_child (node, "help", &objection->help);
  read_child (node, "care", &objection->care);
  for (guint i = 0; i < self->objections->len; i++)
    if (g_str_equal (((FwObjection *) self->objections->pdata[i])->id, objection->id))
      {
        _fw_objection_free (self->objections->pdata[i]);
        self->objections->pdata[i] = objection;
        return;
      }
  g_ptr_array_add (self->objections, objection);
}

static void
read_shared (FwScripts *self,
             FwXmlNode *node)
{
  FwScene *scene = read_scene (node);

  for (guint i = 0; i < self->shared->len; i++)
    if (g_str_equal (((FwScene *) self->shared->pdata[i])->id, scene->id))
      {
        _fw_scene_free (self->shared->pdata[i]);
        self->shared->pdata[i] = scene;
        return;
      }
  g_ptr_array_add (self->shared, scene);
}

/**
 * _fw_scripts_read_parts:
 *
 * Adds figures, shared scenes and objections; one of an id that is known takes its place. Returns: whether it could
 */
gboolean
_fw_scripts_read_parts (FwScripts *self,
                        const char *path,
                        FwSchema *schema,
                        GError **error)
{
  g_autoptr (FwXml) xml = _fw_scripts_load (path, "parts", schema, error);

  if (xml == NULL)
    return FALSE;
  g_free (self->parts_file);
  self->parts_file = g_strdup (path);
  for (FwXmlNode *node = fw_xml_node_child (fw_xml_get_root (xml), NULL); node != NULL; node = fw_xml_node_next (node, NULL))
    {
      if (fw_xml_node_is (node, "figure"))
        {
          FwFigure *figure = _fw_figure_new (node, path, error);

          if (figure == NULL)
            return FALSE;
          g_hash_table_replace (self->figures, figure->id, figure);
        }
      else if (fw_xml_node_is (node, "scene"))
        read_shared (self, node);
      else if (fw_xml_node_is (node, "objection"))
        read_objection (self, node);
    }
  return TRUE;
}
