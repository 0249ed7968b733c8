/* Whom one rehearses with: people of four temperaments, and what they say in a scene. */
#include "interview/fw-manners.h"

#include <string.h>

#include "interview/fw-script-private.h"

#define OBJECTION "objection:"

typedef struct
{
  FwReaction reaction;
  FwSaid said;
} Reaction;

/* How much more or less a branch that leads there suits a temperament; 1 where nothing is said. */
typedef struct
{
  char *to; /* how the target begins */
  guint weight;
} Inclination;

/* A cue as it is written for one person. */
typedef struct
{
  char *scene;
  guint chance;
  FwCue cue;
} WrittenCue;

typedef struct
{
  char *script;
  char *temperament;
  GPtrArray *cues; /* WrittenCue */
} FwWrittenCues;

static void
reaction_free (gpointer data)
{
  _fw_said_clear (&((Reaction *) data)->said);
  g_free (data);
}

static void
inclination_free (gpointer data)
{
  g_free (((Inclination *) data)->to);
  g_free (data);
}

static void
cue_clear (FwCue *self)
{
  _fw_said_clear (&self->says);
  _fw_said_clear (&self->good);
  _fw_said_clear (&self->poor);
}

static void
cue_free (gpointer data)
{
  cue_clear (data);
  g_free (data);
}

static void
written_cue_free (gpointer data)
{
  WrittenCue *self = data;

  g_free (self->scene);
  cue_clear (&self->cue);
  g_free (self);
}

void
_fw_written_cues_free (gpointer data)
{
  FwWrittenCues *self = data;

  g_free (self->script);
  g_free (self->temperament);
  g_ptr_array_unref (self->cues);
  g_free (self);
}

void
_fw_manner_free (gpointer data)
{
  FwManner *self = data;

  g_free (self->id);
  _fw_said_clear (&self->title);
  _fw_said_clear (&self->about);
  g_ptr_array_unref (self->reactions);
  g_ptr_array_unref (self->inclinations);
  g_free (self);
}

static guint
read_number (FwXmlNode *node,
             const char *name,
             guint otherwise)
{
  const char *text = fw_xml_node_get (node, name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static void
read_reactions (FwManner *manner,
                FwXmlNode *around)
{
  static const char *const names[FW_N_REACTIONS] = { "listening", "hurt", "outburst", "eased", "leaving", "calm", "guarded", "upset" };

  for (FwXmlNode *node = fw_xml_node_child (around, "reaction"); node != NULL; node = fw_xml_node_next (node, "reaction"))
    {
      Reaction *reaction = g_new0 (Reaction, 1);

      while (!g_str_equal (names[reaction->reaction], fw_xml_node_get (node, "to")))
        reaction->reaction++;
      _fw_said_set (&reaction->said, node, "zh", "en");
      g_ptr_array_add (manner->reactions, reaction);
    }
  for (FwXmlNode *node = fw_xml_node_child (around, "inclination"); node != NULL; node = fw_xml_node_next (node, "inclination"))
    {
      Inclination *inclination = g_new0 (Inclination, 1);

      inclination->to = g_strdup (fw_xml_node_get (node, "to"));
      inclination->weight = read_number (node, "weight", 1);
      g_ptr_array_add (manner->inclinations, inclination);
    }
}

static FwManner *
find_manner (FwScripts *self,
             const char *id,
             guint *position)
{
  for (guint i = 0; i < self->manners->len; i++)
    if (g_str_equal (((FwManner *) self->manners->pdata[i])->id, id))
      {
        *position = i;
        return self->manners->pdata[i];
      }
  return NULL;
}

static void
read_manner (FwScripts *self,
             FwXmlNode *node)
{
  FwManner *manner = g_new0 (FwManner, 1);
  guint position;

  manner->id = g_strdup (fw_xml_node_get (node, "id"));
  manner->mood = read_number (node, "mood", 0);
  manner->wait = read_number (node, "wait", 1);
  manner->chance = read_number (node, "chance", 100);
  _fw_said_set (&manner->title, fw_xml_node_child (node, "title"), "zh", "en");
  _fw_said_set (&manner->about, fw_xml_node_child (node, "about"), "zh", "en");
  manner->reactions = g_ptr_array_new_with_free_func (reaction_free);
  manner->inclinations = g_ptr_array_new_with_free_func (inclination_free);
  read_reactions (manner, node);
  if (find_manner (self, manner->id, &position) != NULL)
    g_ptr_array_remove_index (self->manners, position);
  g_ptr_array_add (self->manners, manner);
}

static FwWrittenCues *
find_written (FwScripts *self,
              const char *script,
              const char *temperament)
{
  for (guint i = 0; i < self->people_cues->len; i++)
    {
      FwWrittenCues *written = self->people_cues->pdata[i];

      if (g_str_equal (written->script, script) && g_str_equal (written->temperament, temperament))
        return written;
    }
  return NULL;
}

static void
read_person (FwScripts *self,
             FwXmlNode *around)
{
  FwWrittenCues *written = g_new0 (FwWrittenCues, 1), *before;

  written->script = g_strdup (fw_xml_node_get (around, "script"));
  written->temperament = g_strdup (fw_xml_node_get (around, "temperament"));
  written->cues = g_ptr_array_new_with_free_func (written_cue_free);
  for (FwXmlNode *node = fw_xml_node_child (around, "cue"); node != NULL; node = fw_xml_node_next (node, "cue"))
    {
      WrittenCue *cue = g_new0 (WrittenCue, 1);

      cue->scene = g_strdup (fw_xml_node_get (node, "scene"));
      cue->chance = read_number (node, "chance", 100);
      cue->cue.stop = fw_xml_node_get (node, "stop") != NULL;
      _fw_said_set (&cue->cue.says, node, "zh", "en");
      _fw_said_set (&cue->cue.good, fw_xml_node_child (node, "good"), "zh", "en");
      _fw_said_set (&cue->cue.poor, fw_xml_node_child (node, "poor"), "zh", "en");
      g_ptr_array_add (written->cues, cue);
    }
  before = find_written (self, written->script, written->temperament);
  if (before != NULL)
    g_ptr_array_remove (self->people_cues, before);
  g_ptr_array_add (self->people_cues, written);
}

/**
 * _fw_scripts_read_rehearsals:
 *
 * Adds manners and people; one that is known takes its place. Returns: whether it could; otherwise file, line and reason
 */
gboolean
_fw_scripts_read_rehearsals (FwScripts *self,
                             const char *path,
                             FwSchema *schema,
                             GError **error)
{
  g_autoptr (FwXml) xml = _fw_scripts_load (path, "rehearsals", schema, error);

  if (xml == NULL)
    return FALSE;
  for (FwXmlNode *node = fw_xml_node_child (fw_xml_get_root (xml), NULL); node != NULL; node = fw_xml_node_next (node, NULL))
    if (fw_xml_node_is (node, "manner"))
      read_manner (self, node);
    else if (fw_xml_node_is (node, "person"))
      read_person (self, node);
  return TRUE;
}

/**
 * fw_scripts_list_manners:
 *
 * Returns: (transfer none) (element-type FwManner): whom one can rehearse with
 */
GPtrArray *
fw_scripts_list_manners (FwScripts *self)
{
  return self->manners;
}

/**
 * fw_scripts_get_manner:
 *
 * Returns: (transfer none) (nullable): the manner of a temperament; %NULL with %FW_INTERVIEW_ERROR_UNKNOWN where there is none
 */
FwManner *
fw_scripts_get_manner (FwScripts *self,
                       const char *id,
                       GError **error)
{
  guint position;
  FwManner *manner = find_manner (self, id, &position);

  if (manner == NULL)
    g_set_error (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_UNKNOWN, "there is nobody of the temperament ‘%s’ to rehearse with", id);
  return manner;
}

/**
 * fw_manner_react:
 *
 * Returns: (transfer none) (nullable): one of the ways in which people of this manner react; %NULL where none is written
 */
const FwSaid *
fw_manner_react (const FwManner *self,
                 FwReaction reaction,
                 GRand *chance)
{
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();

  for (guint i = 0; i < self->reactions->len; i++)
    if (((Reaction *) self->reactions->pdata[i])->reaction == reaction)
      g_ptr_array_add (fitting, self->reactions->pdata[i]);
  if (fitting->len == 0)
    return NULL;
  return &((Reaction *) fitting->pdata[g_rand_int_range (chance, 0, (gint32) fitting->len)])->said;
}

static void
copy_said (FwSaid *to,
           const FwSaid *from)
{
  to->zh = g_strdup (from != NULL ? from->zh : "");
  to->en = g_strdup (from != NULL ? from->en : "");
}

static guint
weigh (const FwManner *manner,
       const FwBranch *branch)
{
  guint weight = 1;

  for (guint t = 0; branch->targets[t] != NULL; t++)
    for (guint i = 0; i < manner->inclinations->len; i++)
      {
        const Inclination *inclination = manner->inclinations->pdata[i];

        if (g_str_has_prefix (branch->targets[t], inclination->to))
          weight = inclination->weight;
      }
  return weight;
}

/* One of the branches that wait for something to happen, as this temperament is inclined. */
static const FwBranch *
draw_branch (const FwScene *scene,
             const FwManner *manner,
             GRand *chance)
{
  guint total = 0, drawn;

  for (guint i = 0; i < scene->branches->len; i++)
    if (*((FwBranch *) scene->branches->pdata[i])->condition.zh != '\0')
      total += weigh (manner, scene->branches->pdata[i]);
  if (total == 0)
    return NULL;
  drawn = (guint) g_rand_int_range (chance, 0, (gint32) total);
  for (guint i = 0; i < scene->branches->len; i++)
    {
      const FwBranch *branch = scene->branches->pdata[i];
      guint weight = *branch->condition.zh != '\0' ? weigh (manner, branch) : 0;

      if (drawn < weight)
        return branch;
      drawn -= weight;
    }
  return NULL;
}

/* What stands in quotes is said; what does not is done, and seen. */
static char *
say_condition (const char *condition,
               gboolean chinese)
{
  const char *open = strstr (condition, "“"), *close = open != NULL ? strstr (open, "”") : NULL;

  if (close != NULL)
    return g_strndup (open, (gsize) (close - open) + strlen ("”"));
  return g_strconcat (chinese ? "（" : "(", condition, chinese ? "）" : ")", NULL);
}

static const FwObjection *
find_objection (FwScripts *self,
                const char *target)
{
  for (guint i = 0; g_str_has_prefix (target, OBJECTION) && i < self->objections->len; i++)
    if (g_str_equal (((FwObjection *) self->objections->pdata[i])->id, target + strlen (OBJECTION)))
      return self->objections->pdata[i];
  return NULL;
}

static const FwScene *
find_target (FwScripts *self,
             const FwScript *script,
             const char *target)
{
  if (target[0] == '@')
    return fw_scripts_get_shared (self, target + 1);
  if (g_str_has_prefix (target, "script:"))
    {
      const FwScript *other = fw_scripts_get (self, target + strlen ("script:"), NULL);

      return other != NULL ? other->scenes->pdata[0] : NULL;
    }
  for (guint i = 0; i < script->scenes->len; i++)
    if (g_str_equal (((FwScene *) script->scenes->pdata[i])->id, target))
      return script->scenes->pdata[i];
  return NULL;
}

static FwCue *
cue_of_branch (FwScripts *self,
               const FwScript *script,
               const FwBranch *branch)
{
  const char *target = branch->targets[0] != NULL ? branch->targets[0] : "";
  const FwObjection *objection = find_objection (self, target);
  const FwScene *scene = find_target (self, script, target);
  GPtrArray *prompts = objection != NULL ? objection->prompts : scene != NULL ? scene->prompts : NULL;
  FwCue *cue = g_new0 (FwCue, 1);

  cue->branch = branch;
  cue->stop = scene != NULL && *scene->stop.zh != '\0';
  if (objection != NULL)
    copy_said (&cue->says, &objection->said);
  else
    {
      cue->says.zh = say_condition (branch->condition.zh, TRUE);
      cue->says.en = say_condition (branch->condition.en, FALSE);
    }
  if (*branch->action.zh != '\0')
    copy_said (&cue->good, &branch->action);
  else
    copy_said (&cue->good, prompts != NULL && prompts->len > 0 ? &((FwPrompt *) prompts->pdata[0])->text : NULL);
  copy_said (&cue->poor, objection != NULL ? &objection->avoid : NULL);
  return cue;
}

static void
add_written (GPtrArray *cues,
             const FwWrittenCues *written,
             const FwScene *scene,
             GRand *chance)
{
  for (guint i = 0; i < written->cues->len; i++)
    {
      const WrittenCue *from = written->cues->pdata[i];
      FwCue *cue;

      if (!g_str_equal (from->scene, scene->id) || (guint) g_rand_int_range (chance, 0, 100) >= from->chance)
        continue;
      cue = g_new0 (FwCue, 1);
      cue->stop = from->cue.stop;
      copy_said (&cue->says, &from->cue.says);
      copy_said (&cue->good, &from->cue.good);
      copy_said (&cue->poor, &from->cue.poor);
      g_ptr_array_add (cues, cue);
    }
}

/**
 * fw_scripts_plan_cues:
 * @lines: how many sentences the interviewer says in the scene
 * @seed: the same seed makes the same person
 *
 * Returns: (transfer full) (element-type FwCue): what a person of this manner says or does in a scene, in order; empty where they listen
 */
GPtrArray *
fw_scripts_plan_cues (FwScripts *self,
                      const FwScript *script,
                      const FwScene *scene,
                      const FwManner *manner,
                      guint lines,
                      guint32 seed)
{
  GPtrArray *cues = g_ptr_array_new_with_free_func (cue_free);
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed ^ g_str_hash (scene->id));
  const FwWrittenCues *written = find_written (self, script->id, manner->id);

  if (written != NULL)
    add_written (cues, written, scene, chance);
  if (cues->len == 0 && (guint) g_rand_int_range (chance, 0, 100) < manner->chance)
    {
      const FwBranch *branch = draw_branch (scene, manner, chance);

      if (branch != NULL)
        g_ptr_array_add (cues, cue_of_branch (self, script, branch));
    }
  for (guint i = 0; i < cues->len; i++)
    ((FwCue *) cues->pdata[i])->line = written == NULL && lines > 0 ? (guint) g_rand_int_range (chance, 0, (gint32) lines)
                                                                      : i * lines / cues->len;
  return cues;
}
