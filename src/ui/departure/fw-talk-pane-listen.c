/* Another program that writes along: chosen in the preferences, started here by hand alone, and only with everybody's consent. */
#include "config.h"

#include <glib/gi18n.h>

#include "departure/fw-hearing-law.h"
#include "ui/departure/fw-consent-dialog.h"
#include "ui/departure/fw-talk-pane-private.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"

/* Returns: (transfer full) (nullable): the program and its words; %NULL where none was chosen, or it is not wanted */
static GStrv
dup_program (FwTalkPane *self)
{
  g_autofree char *program = self->settings != NULL ? g_settings_get_string (self->settings, "transcript-program") : NULL;
  g_autofree char *words = self->settings != NULL ? g_settings_get_string (self->settings, "transcript-arguments") : NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  if (program == NULL || *program == '\0' || !g_settings_get_boolean (self->settings, "transcript"))
    return NULL;
  g_strv_builder_add (all, program);
  if (g_shell_parse_argv (words, NULL, &arguments, NULL))
    g_strv_builder_addv (all, (const char **) arguments);
  return g_strv_builder_end (all);
}

/* Whether anybody listens is always to be seen. */
void
_fw_talk_pane_show_listening (FwTalkPane *self)
{
  gboolean listens = fw_talk_get_program (self->talk, NULL, NULL) == FW_TALK_PROGRAM_LISTENS;
  g_auto (GStrv) program = fw_talk_is_rehearsal (self->talk) ? NULL : dup_program (self);
  const char *name = listens ? C_("talk", "Listening") : C_("talk", "Write along");
  g_autofree char *about = g_strdup_printf ("%s (Ctrl+T)", listens ? _("Stop listening") : _("Let a program write along"));

  gtk_widget_set_visible (self->listen_button, program != NULL || listens);
  adw_button_content_set_icon_name (self->listen_content,
                                    listens ? "audio-input-microphone-symbolic" : "microphone-sensitivity-muted-symbolic");
  adw_button_content_set_label (self->listen_content, name);
  gtk_widget_set_tooltip_text (self->listen_button, about);
  fw_spoken_name_set (self->listen_button, about);
  gtk_widget_set_css_classes (self->listen_button, listens ? (const char *[]){ "fw-chosen", NULL } : (const char *[]){ "flat", NULL });
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->listen_button), GTK_ACCESSIBLE_STATE_PRESSED, listens, -1);
}

static GtkWindow *
window_of (FwTalkPane *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
answered_cb (FwTalkPane *self,
             const char *response,
             GtkWidget *dialog)
{
  g_auto (GStrv) program = self->talk != NULL && g_strcmp0 (response, "start") == 0 ? dup_program (self) : NULL;

  self->asking = FALSE;
  if (self->talk == NULL)
    return;
  /* Where it cannot be started, the talk says so. */
  if (program != NULL)
    fw_talk_start_program (self->talk, (const char *const *) program, fw_consent_dialog_get_names (dialog), NULL);
  _fw_talk_pane_focus_note (self);
}

static void
ask (FwTalkPane *self,
     const char *advice)
{
  g_auto (GStrv) program = dup_program (self);
  g_auto (GStrv) names = fw_talk_dup_heard (self->talk);
  g_autofree char *name = program != NULL ? g_path_get_basename (program[0]) : NULL;
  GtkWidget *dialog;

  if (program == NULL)
    {
      self->asking = FALSE;
      return;
    }
  dialog = fw_consent_dialog_new (window_of (self), name, (const char *const *) names, advice);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
law_read_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (FwTalkPane) self = data;
  g_autofree char *advice = NULL;
  gboolean lawful = fw_hearing_law_read_finish (FW_WORKPLACE (source), result, &advice);

  if (self->talk == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->asking = FALSE;
  else if (lawful)
    ask (self, advice);
  else
    {
      self->asking = FALSE;
      fw_problem_present (window_of (self), _("No program may listen here"),
                          advice != NULL ? advice : _("The law of this departure does not let it. Go on noting by hand."), NULL);
    }
}

/* One key: whoever listens stops at once; nobody begins before everybody was asked. */
void
_fw_talk_pane_listen (FwTalkPane *self)
{
  g_autofree char *jurisdiction = NULL;

  if (fw_talk_get_program (self->talk, NULL, NULL) == FW_TALK_PROGRAM_LISTENS)
    {
      fw_talk_stop_program (self->talk);
      return;
    }
  if (!gtk_widget_get_visible (self->listen_button) || self->asking || fw_talk_is_paused (self->talk))
    return;
  self->asking = TRUE;
  jurisdiction = fw_talk_dup_jurisdiction (self->talk);
  fw_hearing_law_read_async (fw_case_get_workplace (fw_talk_get_case (self->talk)), jurisdiction, NULL, law_read_cb, g_object_ref (self));
}
