/* Another program that hears the talk and writes along: only where those at the table agreed, and that stands in the minutes. */
#include "departure/fw-talk-private.h"

#include "departure/fw-employee-facts-private.h"

static void
note (FwTalk *self,
      const char *text,
      const char *detail)
{
  _fw_talk_add (self, fw_talk_entry_new (FW_TALK_NOTE, FW_TALK_HR, fw_talk_get_seconds (self), text, detail));
}

static void
note_consent (FwTalk *self,
              const char *program,
              const char *const *agreed)
{
  gboolean chinese = _fw_talk_is_chinese (self);
  g_autofree char *names = g_strjoinv (chinese ? "、" : ", ", (char **) agreed);
  g_autofree char *text =
    chinese ? g_strdup_printf ("已说明：这台电脑上的程序“%s”把谈话转成文字，谁说停，马上就停。在场的人都同意：%s。", program, names)
            : g_strdup_printf ("Told beforehand: the program “%s” on this computer writes along what is said, and stops at once when anybody says "
                               "so. Everybody at the table agreed: %s.",
                               program, names);

  note (self, text, FW_TALK_CONSENT);
}

static void
note_end (FwTalk *self)
{
  note (self, _fw_talk_is_chinese (self) ? "转写到此为止，后面由人手记。" : "The program writes along no more; notes go on by hand.", FW_TALK_TRANSCRIPT_END);
}

/* What a prompt says of a recording has to be true. */
void
_fw_talk_say_recording (FwTalk *self)
{
  if (self->program_state == FW_TALK_PROGRAM_LISTENS)
    _fw_facts_put (self->facts, "case/talk/@recording", "true");
}

static void
set_state (FwTalk *self,
           FwTalkProgram state)
{
  self->program_state = state;
  _fw_talk_read_facts (self);
  _fw_talk_hearing_changed (self);
}

/* By itself: nobody told it to. */
static void
ended_cb (FwTalk *self)
{
  self->program_end = fw_program_source_get_end (self->program, &self->program_code);
  g_clear_object (&self->program);
  note_end (self);
  set_state (self, FW_TALK_PROGRAM_FAILED);
}

static gboolean
may_start (FwTalk *self,
           const char *const *arguments,
           const char *const *agreed,
           GError **error)
{
  const char *obstacle = NULL;

  if (self->rehearsal)
    obstacle = "nobody listens to a rehearsal";
  else if (self->stage != FW_TALK_HELD || fw_talk_is_paused (self))
    obstacle = "no talk is being held";
  else if (self->program != NULL)
    obstacle = "a program writes along already";
  else if (arguments == NULL || *arguments == NULL || agreed == NULL || *agreed == NULL)
    obstacle = "nobody has agreed to it";
  if (obstacle != NULL)
    g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED, obstacle);
  return obstacle == NULL;
}

/**
 * fw_talk_dup_heard:
 *
 * Returns: (transfer full): who sits at the table beside whoever leads the talk, and has to agree before a program hears it
 */
GStrv
fw_talk_dup_heard (FwTalk *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  gboolean chinese = _fw_talk_is_chinese (self);
  const char *employee = _fw_talk_fact (self, "employee/@name"), *manager = fw_talk_get_manager_name (self);

  g_strv_builder_add (names, employee != NULL ? employee : chinese ? "员工本人" : "the employee");
  if (self->manager == FW_TALK_MANAGER_COMES)
    g_strv_builder_add (names, manager != NULL ? manager : chinese ? "部门主管" : "the department’s manager");
  return g_strv_builder_end (names);
}

/**
 * fw_talk_dup_jurisdiction:
 *
 * Returns: (transfer full) (nullable): by whose law the case is judged
 */
char *
fw_talk_dup_jurisdiction (FwTalk *self)
{
  return g_strdup (_fw_talk_fact (self, "@jurisdiction"));
}

/**
 * fw_talk_start_program:
 * @arguments: the program and what it is given; no shell reads them
 * @agreed: who was told and agreed: everybody at the table
 *
 * Lets another program hear the talk and write along (docs/transcript.md), until fw_talk_stop_program(), a break or the end of the talk. Who agreed
 * and when is a note of the talk, which stands in its minutes. Refused where nobody agreed, in a rehearsal and while no talk is held.
 *
 * Returns: whether it could be started
 */
gboolean
fw_talk_start_program (FwTalk *self,
                       const char *const *arguments,
                       const char *const *agreed,
                       GError **error)
{
  g_autoptr (FwProgramSource) program = NULL;
  g_autofree char *name = NULL;

  if (!may_start (self, arguments, agreed, error))
    return FALSE;
  program = fw_program_source_new (arguments);
  if (!fw_talk_listen (self, FW_TRANSCRIPT_SOURCE (program), error))
    {
      self->program_end = FW_PROGRAM_RUNS;
      set_state (self, FW_TALK_PROGRAM_FAILED);
      return FALSE;
    }
  name = g_path_get_basename (arguments[0]);
  note_consent (self, name, agreed);
  self->program = g_steal_pointer (&program);
  g_signal_connect_object (self->program, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  set_state (self, FW_TALK_PROGRAM_LISTENS);
  return TRUE;
}

static gboolean
let_go (FwTalk *self)
{
  g_autoptr (FwProgramSource) program = g_steal_pointer (&self->program);

  if (program == NULL)
    return FALSE;
  g_signal_handlers_disconnect_by_data (program, self);
  _fw_talk_stop_listening (self, program);
  return TRUE;
}

/**
 * fw_talk_stop_program:
 *
 * The program hears no more; what was being said and not final is dropped. That it stopped is a note of the talk. Harmless where none writes
 * along.
 */
void
fw_talk_stop_program (FwTalk *self)
{
  if (!let_go (self))
    return;
  note_end (self);
  set_state (self, FW_TALK_PROGRAM_STOPPED);
}

/* The talk is over, and with it what was said of a program. */
void
_fw_talk_forget_program (FwTalk *self)
{
  gboolean listened = let_go (self);

  self->program_state = FW_TALK_PROGRAM_NONE;
  if (listened)
    _fw_talk_read_facts (self);
}

/**
 * fw_talk_get_program:
 * @end: (out) (nullable): of %FW_TALK_PROGRAM_FAILED: how it came to its end; %FW_PROGRAM_RUNS: it could not be started
 * @code: (out) (nullable): as fw_program_source_get_end() has it
 */
FwTalkProgram
fw_talk_get_program (FwTalk *self,
                     FwProgramEnd *end,
                     int *code)
{
  if (end != NULL)
    *end = self->program_end;
  if (code != NULL)
    *code = self->program_code;
  return self->program_state;
}
