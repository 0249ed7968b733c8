#include "config.h"

#include "ui/departure/fw-talk-hearing.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-talk-pane-private.h"

struct _FwTalkHearing
{
  AdwBin parent_instance;

  GtkImage *image;
  GtkLabel *label;
  FwTalk *talk; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (FwTalkHearing, fw_talk_hearing, ADW_TYPE_BIN)

/* Why nobody listens any more, where nobody asked for that. */
static char *
dup_failure (FwProgramEnd end,
             int code)
{
  switch (end)
    {
    case FW_PROGRAM_ENDED:
      return g_strdup (_("The program has ended by itself."));
    case FW_PROGRAM_FAILED:
      return g_strdup_printf (_("The program failed with code %d."), code);
    case FW_PROGRAM_DIED:
      return g_strdup_printf (_("The program crashed with signal %d."), code);
    case FW_PROGRAM_CLOSED:
      return g_strdup (_("The program fell silent and was ended."));
    case FW_PROGRAM_FLOODED:
      return g_strdup (_("The program told more than anybody can say and was ended."));
    case FW_PROGRAM_GARBLED:
      return g_strdup (_("What the program wrote cannot be read; it was ended."));
    case FW_PROGRAM_RUNS:
    default:
      return g_strdup (_("The program could not be started: see Preferences."));
    }
}

static char *
dup_line (FwTalk *talk,
          gboolean *unfinished)
{
  FwTalkSpeaker speaker;
  FwProgramEnd end;
  int code;
  FwTalkProgram state = fw_talk_get_program (talk, &end, &code);
  g_autofree char *hearing = state == FW_TALK_PROGRAM_LISTENS ? fw_talk_dup_hearing (talk, &speaker) : NULL;
  g_autofree char *failure = NULL;

  *unfinished = hearing != NULL;
  if (hearing != NULL)
    /* Translators: who is just speaking, and the words so far. */
    return g_strdup_printf (_("%s: %s …"), _fw_talk_name_speaker (speaker), hearing);
  if (state == FW_TALK_PROGRAM_LISTENS)
    return g_strdup (_("Listening: what is said is written along"));
  if (state == FW_TALK_PROGRAM_STOPPED)
    return g_strdup (_("Nobody listens any more. Go on noting by hand."));
  failure = dup_failure (end, code);
  return g_strdup_printf (_("%s Go on noting by hand."), failure);
}

static void
show (FwTalkHearing *self)
{
  FwTalkProgram state = self->talk != NULL ? fw_talk_get_program (self->talk, NULL, NULL) : FW_TALK_PROGRAM_NONE;
  gboolean unfinished = FALSE;
  g_autofree char *line = state != FW_TALK_PROGRAM_NONE ? dup_line (self->talk, &unfinished) : NULL;
  const char *classes[] = { "fw-hearing", NULL, NULL };

  gtk_widget_set_visible (GTK_WIDGET (self), line != NULL);
  if (line == NULL)
    return;
  classes[1] = unfinished ? "unfinished" : NULL;
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  gtk_image_set_from_icon_name (self->image, state == FW_TALK_PROGRAM_LISTENS ? "audio-input-microphone-symbolic"
                                             : state == FW_TALK_PROGRAM_FAILED ? "dialog-warning-symbolic"
                                                                               : "microphone-sensitivity-muted-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->image), state == FW_TALK_PROGRAM_LISTENS
                                                          ? (const char *[]){ "fw-listening", NULL }
                                                          : (const char *[]){ "fw-mark", state == FW_TALK_PROGRAM_FAILED ? "warn" : NULL, NULL });
  gtk_widget_set_css_classes (GTK_WIDGET (self->label), state == FW_TALK_PROGRAM_FAILED ? (const char *[]){ NULL }
                                                                                        : (const char *[]){ "dim-label", NULL });
  /* The newest words are seen of what is being said; a reason is read in full. */
  gtk_label_set_ellipsize (self->label, state == FW_TALK_PROGRAM_LISTENS ? PANGO_ELLIPSIZE_START : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (self->label, state != FW_TALK_PROGRAM_LISTENS);
  gtk_label_set_label (self->label, line);
}

/**
 * fw_talk_hearing_set_talk:
 * @talk: (nullable): the talk that is held
 */
void
fw_talk_hearing_set_talk (FwTalkHearing *self,
                          FwTalk *talk)
{
  if (self->talk != NULL)
    g_signal_handlers_disconnect_by_data (self->talk, self);
  g_set_object (&self->talk, talk);
  if (talk != NULL)
    g_signal_connect_object (talk, "hearing", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

static void
fw_talk_hearing_dispose (GObject *object)
{
  g_clear_object (&FW_TALK_HEARING (object)->talk);
  G_OBJECT_CLASS (fw_talk_hearing_parent_class)->dispose (object);
}

static void
fw_talk_hearing_class_init (FwTalkHearingClass *class)
{
  G_OBJECT_CLASS (class)->dispose = fw_talk_hearing_dispose;
}

static void
fw_talk_hearing_init (FwTalkHearing *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->image = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->image));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
