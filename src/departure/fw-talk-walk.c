/* Where a talk stands in its script. */
#include "departure/fw-talk-private.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define SHARED "@"
#define OBJECTION "objection:"
#define OTHER_SCRIPT "script:"

/* The scenes that follow one another, the shared one that it begins with first. */
void
_fw_talk_order_scenes (FwTalk *self)
{
  FwScene *first;

  g_ptr_array_set_size (self->main, 0);
  g_array_set_size (self->history, 0);
  g_queue_clear_full (&self->todo, g_free);
  _fw_talk_place_clear (&self->at);
  self->at = (FwTalkPlace) { 0 };
  self->at_end = FALSE;
  if (self->script == NULL)
    return;
  first = self->script->begins_with != NULL ? fw_scripts_get_shared (self->scripts, self->script->begins_with) : NULL;
  if (first != NULL)
    g_ptr_array_add (self->main, first);
  for (guint i = 0; i < self->script->scenes->len; i++)
    if (!((FwScene *) self->script->scenes->pdata[i])->aside)
      g_ptr_array_add (self->main, self->script->scenes->pdata[i]);
}

static const FwObjection *
find_objection (FwTalk *self,
                const char *id)
{
  GPtrArray *all = fw_scripts_list_objections (self->scripts);

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((FwObjection *) all->pdata[i])->id, id))
      return all->pdata[i];
  return NULL;
}

/* A scene of the script, or "@shared"; NULL: the one in which the talk is of those that follow one another. */
const FwScene *
_fw_talk_find_scene (FwTalk *self,
                     const char *key)
{
  if (key == NULL)
    return self->at.main < self->main->len ? self->main->pdata[self->at.main] : NULL;
  if (g_str_has_prefix (key, SHARED))
    return fw_scripts_get_shared (self->scripts, key + strlen (SHARED));
  for (guint i = 0; self->script != NULL && i < self->script->scenes->len; i++)
    if (g_str_equal (((FwScene *) self->script->scenes->pdata[i])->id, key))
      return self->script->scenes->pdata[i];
  return NULL;
}

static const FwObjection *
current_objection (FwTalk *self)
{
  return self->at.scene != NULL && g_str_has_prefix (self->at.scene, OBJECTION)
           ? find_objection (self, self->at.scene + strlen (OBJECTION))
           : NULL;
}

/**
 * fw_talk_get_scene:
 *
 * Returns: (transfer none) (nullable): the scene in which the talk is; of an answer to an objection, the scene in which it came up
 */
const FwScene *
fw_talk_get_scene (FwTalk *self)
{
  return _fw_talk_find_scene (self, current_objection (self) != NULL ? NULL : self->at.scene);
}

guint
fw_talk_get_n_scenes (FwTalk *self)
{
  return self->main->len;
}

/**
 * fw_talk_get_scene_number:
 *
 * Returns: from 1: of the scenes that follow one another; aside of them, the one to which the talk comes back
 */
guint
fw_talk_get_scene_number (FwTalk *self)
{
  return MIN (self->at.main + 1, self->main->len);
}

/* What is said in the scene; figures may have changed since. */
void
_fw_talk_read_scene (FwTalk *self)
{
  const FwObjection *objection = current_objection (self);
  const FwScene *scene = fw_talk_get_scene (self);
  GPtrArray *prompts = objection != NULL ? objection->prompts : scene != NULL ? scene->prompts : NULL;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  if (prompts != NULL && self->facts != NULL)
    self->lines = fw_scripts_read (self->scripts, prompts, self->facts, self->temperament, NULL);
  if (self->lines != NULL && self->lines->len > 0)
    self->at.line = MIN (self->at.line, self->lines->len - 1);
}

static void
note_scene (FwTalk *self)
{
  const FwScene *scene = fw_talk_get_scene (self);

  if (self->stage == FW_TALK_HELD && scene != NULL)
    _fw_talk_add (self, fw_talk_entry_new (FW_TALK_SCENE, FW_TALK_HR, fw_talk_get_seconds (self), NULL,
                                           self->at.scene != NULL ? self->at.scene : scene->id));
}

static void
remember (FwTalk *self)
{
  FwTalkPlace place = self->at;

  place.scene = g_strdup (self->at.scene);
  g_array_append_val (self->history, place);
}

static void
moved (FwTalk *self,
       gboolean new_scene)
{
  g_clear_pointer (&self->action, g_free);
  _fw_talk_read_scene (self);
  if (new_scene)
    note_scene (self);
  _fw_talk_save (self);
  _fw_talk_changed (self);
}

/* A scene of the script's own order; others come back to the one that is left. */
static gboolean
go_to (FwTalk *self,
       const char *key,
       gboolean done)
{
  if (g_str_equal (key, "end"))
    {
      self->at_end = TRUE;
      moved (self, FALSE);
      return TRUE;
    }
  if (g_str_has_prefix (key, OTHER_SCRIPT))
    {
      FwScript *script = _fw_talk_find_script (self, key + strlen (OTHER_SCRIPT));

      if (script == NULL)
        return FALSE;
      self->script = script;
      _fw_talk_order_scenes (self);
      moved (self, TRUE);
      return TRUE;
    }
  if (!g_str_has_prefix (key, OBJECTION) && _fw_talk_find_scene (self, key) == NULL)
    return FALSE;
  self->at_end = FALSE;
  if (self->at.scene == NULL)
    {
      self->at.left_at = self->at.line;
      self->at.done = done;
    }
  g_free (self->at.scene);
  self->at.scene = g_strdup (key);
  self->at.line = 0;
  for (guint i = 0; i < self->main->len; i++)
    if (self->main->pdata[i] == _fw_talk_find_scene (self, key))
      {
        self->at.main = i;
        g_clear_pointer (&self->at.scene, g_free);
        break;
      }
  moved (self, TRUE);
  return TRUE;
}

static gboolean
take_targets (FwTalk *self,
              char **targets,
              gboolean done)
{
  for (guint i = 1; targets[0] != NULL && targets[i] != NULL; i++)
    g_queue_push_tail (&self->todo, g_strdup (targets[i]));
  return targets[0] != NULL && go_to (self, targets[0], done);
}

static const FwBranch *
unconditional (const FwScene *scene)
{
  for (guint i = 0; scene != NULL && i < scene->branches->len; i++)
    {
      const FwBranch *branch = scene->branches->pdata[i];

      if (*branch->condition.zh == '\0' && *branch->targets != NULL)
        return branch;
    }
  return NULL;
}

/* The scene is done. */
static void
leave_scene (FwTalk *self)
{
  g_autofree char *waiting = g_queue_pop_head (&self->todo);
  const FwBranch *branch = self->at.scene == NULL || current_objection (self) == NULL ? unconditional (fw_talk_get_scene (self)) : NULL;

  if (waiting != NULL && go_to (self, waiting, TRUE))
    return;
  if (branch != NULL && take_targets (self, branch->targets, TRUE))
    return;
  if (self->at.scene != NULL && !self->at.done)
    {
      g_clear_pointer (&self->at.scene, g_free);
      self->at.line = self->at.left_at;
    }
  else if (self->at.main + 1 < self->main->len)
    {
      g_clear_pointer (&self->at.scene, g_free);
      self->at.main++;
      self->at.line = 0;
    }
  else
    self->at_end = TRUE;
  moved (self, !self->at_end);
}

/**
 * fw_talk_next:
 *
 * Goes on to the next sentence, or the next scene.
 *
 * Returns: whether there is one; nothing more once the talk is at its end
 */
gboolean
fw_talk_next (FwTalk *self)
{
  if (self->at_end || self->script == NULL)
    return FALSE;
  remember (self);
  if (self->lines != NULL && self->at.line + 1 < self->lines->len)
    {
      self->at.line++;
      moved (self, FALSE);
    }
  else
    leave_scene (self);
  return TRUE;
}

/**
 * fw_talk_back:
 *
 * Goes back to the sentence before, wherever it was.
 */
gboolean
fw_talk_back (FwTalk *self)
{
  FwTalkPlace *last;

  if (self->history->len == 0)
    return FALSE;
  last = &g_array_index (self->history, FwTalkPlace, self->history->len - 1);
  g_free (self->at.scene);
  self->at = *last;
  last->scene = NULL;
  g_array_set_size (self->history, self->history->len - 1);
  self->at_end = FALSE;
  moved (self, FALSE);
  return TRUE;
}

gboolean
fw_talk_is_at_end (FwTalk *self)
{
  return self->at_end;
}

/**
 * fw_talk_dup_prompt:
 * @manager: (out): whether the department's manager says it
 * @unknown: (out): whether a figure in it is not known
 *
 * Returns: (transfer full) (nullable): what to say now; %NULL where this scene says nothing to this person
 */
char *
fw_talk_dup_prompt (FwTalk *self,
                    gboolean *manager,
                    gboolean *unknown)
{
  const FwLine *line = self->lines != NULL && self->at.line < self->lines->len ? self->lines->pdata[self->at.line] : NULL;

  *manager = line != NULL && line->prompt->manager;
  *unknown = line != NULL && *line->missing != NULL;
  return line != NULL ? fw_talk_dup_text (self, &line->text) : NULL;
}

/**
 * fw_talk_dup_hint:
 *
 * Returns: (transfer full): what to do, or what to listen for; ""
 */
char *
fw_talk_dup_hint (FwTalk *self)
{
  const FwObjection *objection = current_objection (self);
  const FwScene *scene = fw_talk_get_scene (self);

  if (self->action != NULL)
    return g_strdup (self->action);
  if (objection != NULL)
    return fw_talk_dup_text (self, &objection->care);
  return scene != NULL ? fw_talk_dup_text (self, &scene->listen) : g_strdup ("");
}

/* Branches that wait for something to happen. */
static GPtrArray *
list_branches (FwTalk *self)
{
  GPtrArray *list = g_ptr_array_new ();
  const FwScene *scene = current_objection (self) == NULL ? fw_talk_get_scene (self) : NULL;

  for (guint i = 0; scene != NULL && i < scene->branches->len; i++)
    if (*((FwBranch *) scene->branches->pdata[i])->condition.zh != '\0')
      g_ptr_array_add (list, scene->branches->pdata[i]);
  return list;
}

/**
 * fw_talk_dup_branches:
 *
 * Returns: (transfer full): what may happen here
 */
GStrv
fw_talk_dup_branches (FwTalk *self)
{
  g_autoptr (GPtrArray) branches = list_branches (self);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < branches->len; i++)
    {
      g_autofree char *text = fw_talk_dup_text (self, &((FwBranch *) branches->pdata[i])->condition);

      g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}

/**
 * fw_talk_take_branch:
 * @branch: from 0, of fw_talk_dup_branches()
 *
 * It has happened: goes where the script leads then, or shows what to do.
 */
gboolean
fw_talk_take_branch (FwTalk *self,
                     guint number)
{
  g_autoptr (GPtrArray) branches = list_branches (self);
  const FwBranch *branch = number < branches->len ? branches->pdata[number] : NULL;
  g_autofree char *action = NULL;

  if (branch == NULL)
    return FALSE;
  self->taken = branch;
  self->n_taken++;
  action = *branch->action.zh != '\0' ? fw_talk_dup_text (self, &branch->action) : NULL;
  if (*branch->targets != NULL)
    {
      remember (self);
      take_targets (self, branch->targets, FALSE);
    }
  g_free (self->action);
  self->action = g_steal_pointer (&action);
  _fw_talk_changed (self);
  return TRUE;
}

/* Time */

/* Microseconds since this computer was started. Unlike GLib's monotonic time they go on while it sleeps, as the talk's own do. */
static gint64
now_usec (void)
{
  struct timespec now;

  if (clock_gettime (CLOCK_BOOTTIME, &now) != 0)
    return g_get_monotonic_time ();
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/**
 * fw_talk_get_seconds:
 *
 * Returns: since the talk began; breaks are counted
 */
guint
fw_talk_get_seconds (FwTalk *self)
{
  guint since = self->running != 0 ? (guint) ((now_usec () - self->running) / G_USEC_PER_SEC) : 0;

  return self->before + since;
}

/**
 * fw_talk_get_expected_seconds:
 *
 * Returns: how long the talk is to take at most; 0 where the script cannot say
 */
guint
fw_talk_get_expected_seconds (FwTalk *self)
{
  const char *minutes = self->script != NULL ? self->script->minutes : "", *longest = strrchr (minutes, '-');

  return 60 * (guint) g_ascii_strtoull (longest != NULL ? longest + 1 : minutes, NULL, 10);
}

/* Of less nothing is made: the time of day at which it began is known to the minute. */
#define LEAST_GAP_SECONDS 120

/* Time went on while the program was left, or while the talk was taken to be over: the minutes say of each sentence when it was said. */
static void
follow_the_clock (FwTalk *self,
                  GDateTime *now)
{
  g_autofree char *today = fw_date_to_string (fw_workplace_get_today (fw_case_get_workplace (self->its)));
  guint hour, minute, since;

  if (g_strcmp0 (self->day, today) != 0 || self->began == NULL || sscanf (self->began, "%2u:%2u", &hour, &minute) != 2)
    return;
  since = (guint) MAX ((g_date_time_get_hour (now) - (int) hour) * 60 + g_date_time_get_minute (now) - (int) minute, 0) * 60;
  if (since >= self->before + LEAST_GAP_SECONDS)
    self->before = since;
}

/**
 * fw_talk_begin:
 *
 * The talk begins now, at its first scene; or goes on where the program was left.
 */
void
fw_talk_begin (FwTalk *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean first = self->stage == FW_TALK_PREPARED;

  if (self->running != 0)
    return;
  self->running = now_usec ();
  if (!first)
    follow_the_clock (self, now);
  if (first)
    {
      self->stage = FW_TALK_HELD;
      self->day = fw_date_to_string (fw_workplace_get_today (fw_case_get_workplace (self->its)));
      self->began = g_date_time_format (now, "%H:%M");
      self->speaker = self->rehearsal ? FW_TALK_HR : FW_TALK_EMPLOYEE; /* the simulated employee speaks for itself */
      _fw_talk_order_scenes (self);
    }
  moved (self, first);
}

gboolean
fw_talk_is_paused (FwTalk *self)
{
  return self->break_began != 0;
}

guint
fw_talk_get_break_seconds (FwTalk *self)
{
  return self->break_began != 0 ? (guint) ((now_usec () - self->break_began) / G_USEC_PER_SEC) : 0;
}

void
fw_talk_set_paused (FwTalk *self,
                    gboolean paused)
{
  if (paused == fw_talk_is_paused (self))
    return;
  if (!paused && fw_talk_get_break_seconds (self) > 0) /* a key that was held down a moment too long is no break */
    {
      g_autofree char *length = g_strdup_printf ("%u", fw_talk_get_break_seconds (self));

      _fw_talk_add (self, fw_talk_entry_new (FW_TALK_BREAK, FW_TALK_HR, fw_talk_get_seconds (self), NULL, length));
    }
  if (paused)
    fw_talk_stop_program (self); /* what is said in a break is no part of the talk */
  self->break_began = paused ? now_usec () : 0;
  _fw_talk_changed (self);
}
