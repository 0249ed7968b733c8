/* What a talk is prepared with, beside its figures: things to bring, what stands open, what the person may say. */
#include "departure/fw-talk-private.h"

#include <string.h>

/* More than that nobody keeps in mind. */
#define MOST_OBJECTIONS 6

static void
thing_free (FwTalkThing *thing)
{
  g_free (thing->key);
  g_free (thing->text);
  g_free (thing);
}

static void
add_thing (FwTalk *self,
           GPtrArray *things,
           const char *text,
           gsize length)
{
  g_autofree char *key = g_strstrip (g_strndup (text, length));
  FwSaid said = { key, key };
  FwTalkThing *thing;

  if (*key == '\0')
    return;
  thing = g_new0 (FwTalkThing, 1);
  thing->text = fw_talk_dup_text (self, &said);
  thing->key = g_steal_pointer (&key);
  g_ptr_array_add (things, thing);
}

/**
 * fw_talk_list_things:
 *
 * Returns: (transfer full) (element-type FwTalkThing): what is brought to the table, each thing by itself. A script names them in one
 *   sentence; what stands in brackets belongs to what stands before it.
 */
GPtrArray *
fw_talk_list_things (FwTalk *self)
{
  GPtrArray *things = g_ptr_array_new_with_free_func ((GDestroyNotify) thing_free);
  const char *text, *from;
  guint depth = 0;

  if (self->script == NULL)
    return things;
  text = from = _fw_talk_is_chinese (self) ? self->script->bring.zh : self->script->bring.en;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);

      if (sign == 0xff08 || sign == '(' || sign == '{')
        depth++;
      else if ((sign == 0xff09 || sign == ')' || sign == '}') && depth > 0)
        depth--;
      /* 、；。 and the English comma, semicolon and stop before a space */
      else if (depth == 0 && (sign == 0x3001 || sign == 0xff1b || sign == 0x3002 ||
                              (strchr (",;.", (int) (sign < 0x80 ? sign : '?')) != NULL && at[1] == ' ')))
        {
          add_thing (self, things, from, (gsize) (at - from));
          from = g_utf8_next_char (at);
        }
    }
  add_thing (self, things, from, strlen (from));
  return things;
}

/* What the person may say */

static void
add_linked (FwTalk *self,
            const FwScene *scene,
            GPtrArray *list)
{
  GPtrArray *all = fw_scripts_list_objections (self->scripts);

  for (guint i = 0; i < scene->branches->len; i++)
    {
      const FwBranch *branch = scene->branches->pdata[i];

      for (guint t = 0; branch->targets[t] != NULL; t++)
        for (guint o = 0; g_str_has_prefix (branch->targets[t], "objection:") && o < all->len; o++)
          if (g_str_equal (((FwObjection *) all->pdata[o])->id, branch->targets[t] + strlen ("objection:")) &&
              !g_ptr_array_find (list, all->pdata[o], NULL))
            g_ptr_array_add (list, all->pdata[o]);
    }
}

/* A script for any kind of departure is about something else: what is to be expected in it stands in its branches. */
static gboolean
is_expected (FwTalk *self,
             const FwObjection *objection)
{
  for (guint i = 0; objection->expected[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) self->script->kinds, objection->expected[i]))
      return TRUE;
  return FALSE;
}

/**
 * fw_talk_list_objections:
 *
 * Returns: (transfer container) (element-type FwObjection): what the person may say in this talk: what its scenes reckon with, then what
 *   is said in most talks of its kind
 */
GPtrArray *
fw_talk_list_objections (FwTalk *self)
{
  GPtrArray *list = g_ptr_array_new (), *all = fw_scripts_list_objections (self->scripts);

  for (guint i = 0; i < self->main->len; i++)
    add_linked (self, self->main->pdata[i], list);
  for (guint o = 0; self->script != NULL && o < all->len && list->len < MOST_OBJECTIONS; o++)
    if (is_expected (self, all->pdata[o]) && !g_ptr_array_find (list, all->pdata[o], NULL))
      g_ptr_array_add (list, all->pdata[o]);
  return list;
}

/**
 * fw_talk_dup_answer:
 *
 * Returns: (transfer full): what to answer this person, in the workplace's language; "" where nothing is prepared
 */
char *
fw_talk_dup_answer (FwTalk *self,
                    const FwObjection *objection)
{
  g_autoptr (GPtrArray) lines =
    self->facts != NULL ? fw_scripts_read (self->scripts, objection->prompts, self->facts, self->temperament, NULL) : NULL;
  GString *answer = g_string_new (NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const FwLine *line = lines->pdata[i];

      g_string_append_printf (answer, "%s%s", answer->len > 0 && !_fw_talk_is_chinese (self) ? " " : "",
                              _fw_talk_is_chinese (self) ? line->text.zh : line->text.en);
    }
  return g_string_free (answer, FALSE);
}

/* What stands open */

static void
open_free (FwTalkOpen *open)
{
  g_free (open->text);
  g_free (open->due);
  g_free (open);
}

static void
add_open (GPtrArray *list,
          FwTalkOpenSort sort,
          const char *text,
          const char *due)
{
  FwTalkOpen *open = g_new0 (FwTalkOpen, 1);

  open->sort = sort;
  open->text = g_strdup (text);
  open->due = g_strdup (due);
  g_ptr_array_add (list, open);
}

/* A check that only waits for a material is named by the material. */
static void
add_checks (FwTalk *self,
            GPtrArray *list)
{
  GListModel *findings = fw_case_get_findings (self->its);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (FwCaseItem) finding = g_list_model_get_item (findings, i);
      FwVerdict verdict = (FwVerdict) fw_case_item_get_choice (finding, "verdict");

      if (verdict == FW_VERDICT_BLOCKED && fw_case_item_get_text (finding, "material") == NULL)
        add_open (list, FW_TALK_OPEN_CHECK, fw_case_item_get_text (finding, "title"), fw_case_item_get_text (finding, "until"));
    }
}

static void
add_materials (FwTalk *self,
               GPtrArray *list)
{
  GListModel *materials = fw_case_get_materials (self->its);

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (FwCaseItem) material = g_list_model_get_item (materials, i);

      if (fw_case_item_get_truth (material, "required") &&
          g_strcmp0 (fw_case_item_get_text (material, "moment"), "paper") == 0 &&
          fw_case_item_get_choice (material, "state") != FW_MATERIAL_PRESENT)
        add_open (list, FW_TALK_OPEN_MATERIAL, fw_case_item_get_text (material, "title"), NULL);
    }
}

static void
add_promises (FwTalk *self,
              GPtrArray *list)
{
  GListModel *tasks = fw_case_get_tasks (self->its);

  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (FwCaseItem) task = g_list_model_get_item (tasks, i);

      if (g_strcmp0 (fw_case_item_get_text (task, "kind"), "promise") == 0 && !fw_case_item_get_truth (task, "done"))
        add_open (list, FW_TALK_OPEN_PROMISE, fw_case_item_get_text (task, "title"), fw_case_item_get_text (task, "due"));
    }
}

/**
 * fw_talk_list_open:
 *
 * Returns: (transfer full) (element-type FwTalkOpen): what is not settled yet and may be asked about at the table: what was promised, what an
 *   earlier talk left open, what bars the case, what it still lacks before a paper goes out
 */
GPtrArray *
fw_talk_list_open (FwTalk *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) open_free);

  add_promises (self, list);
  for (guint i = 0; i < self->left_open->len; i++)
    add_open (list, FW_TALK_OPEN_POINT, self->left_open->pdata[i], NULL);
  add_checks (self, list);
  add_materials (self, list);
  return list;
}

/* How the person is taken */

/**
 * fw_talk_get_temperament:
 *
 * Returns: (transfer none) (nullable): open, reserved, sensitive or assertive, as chosen for this talk, else as the record has it
 */
const char *
fw_talk_get_temperament (FwTalk *self)
{
  const char *chosen = fw_case_get (self->its, "case/talk/@temperament");

  return chosen != NULL ? chosen : fw_case_get (self->its, "employee/@temperament");
}

/**
 * fw_talk_set_temperament:
 * @temperament: (nullable): for this talk; %NULL: as the record has it
 *
 * Chooses pace and wording of what is said; never a fact, a figure or a right. An answer of the case, and so saved at once.
 */
gboolean
fw_talk_set_temperament (FwTalk *self,
                         const char *temperament,
                         GError **error)
{
  return fw_case_set (self->its, "case/talk/@temperament", temperament, error);
}

/* The manager declines */

static void
declined_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (!fw_case_act_finish (FW_CASE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  fw_talk_set_manager (g_task_get_source_object (task), FW_TALK_MANAGER_NOT_ASKED, NULL);
  g_task_return_boolean (task, TRUE);
}

/**
 * fw_talk_decline_async:
 *
 * The manager who was asked does not come, and another day or another person is looked for: puts on record who declined and why, with one
 * event, and asks anew.
 */
void
fw_talk_decline_async (FwTalk *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  const char *named = fw_case_get (self->its, "case/talk/@manager");

  if (named == NULL)
    named = fw_case_get (self->its, "employee/employment/@supervisor");
  g_task_set_source_tag (task, fw_talk_decline_async);
  fw_case_note_decline_async (self->its, named, *self->manager_note != '\0' ? self->manager_note : NULL, cancellable, declined_cb, task);
}

/**
 * fw_talk_decline_finish:
 *
 * Ends what fw_talk_decline_async() began.
 */
gboolean
fw_talk_decline_finish (FwTalk *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
