#include "config.h"

#include "ui/departure/fw-rehearsal-room.h"

#include <glib/gi18n.h>

#include "departure/fw-rehearsal.h"
#include "ui/departure/fw-rehearsal-dialog.h"
#include "ui/departure/fw-rehearsal-summary.h"
#include "ui/departure/fw-talk-pane.h"
#include "ui/fw-problem.h"

struct _FwRehearsalRoom
{
  GtkWidget parent_instance;

  GtkStack *stack;
  FwTalkPane *pane;
  FwRehearsalSummary *summary;
  GtkLabel *who_label; /* in the pane's banner */
  GtkLabel *said_label;

  FwTalk *prepared;    /* owned, nullable: the talk that is rehearsed */
  FwTalk *talk;        /* owned, nullable: its rehearsal */
  FwRehearsal *rehearsal; /* owned, nullable */
  char *temperament;
  gboolean manager;
};

G_DEFINE_FINAL_TYPE (FwRehearsalRoom, fw_rehearsal_room, GTK_TYPE_WIDGET)

static guint changed_signal;

static GtkLabel *
add_line (GtkBox *box,
          const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (label), style);
  gtk_box_append (box, GTK_WIDGET (label));
  return label;
}

/* Whom one sits opposite, and their last words: nobody has to look for them among the notes. */
static GtkWidget *
make_banner (FwRehearsalRoom *self)
{
  GtkWidget *banner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->who_label = add_line (GTK_BOX (banner), "caption");
  self->said_label = add_line (GTK_BOX (banner), "title-4");
  gtk_widget_add_css_class (banner, "fw-rehearsal-banner");
  return banner;
}

static void
show_said (FwRehearsalRoom *self)
{
  const char *last = fw_rehearsal_get_last (self->rehearsal);

  gtk_label_set_label (self->said_label, last != NULL ? last : _("Sits down and waits for you to begin."));
}

static void
show_who (FwRehearsalRoom *self)
{
  g_autofree char *title = fw_talk_dup_text (self->talk, &fw_rehearsal_get_manner (self->rehearsal)->title);
  /* Translators: %s is a temperament: "Talks freely". */
  g_autofree char *line = g_strdup_printf (_("Rehearsal, nothing is kept · opposite you, made up: %s"), title);

  gtk_label_set_label (self->who_label, line);
}

static void
changed_cb (FwRehearsalRoom *self)
{
  if (fw_talk_get_stage (self->talk) != FW_TALK_READ_BACK ||
      g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "summary") == 0)
    return;
  fw_rehearsal_summary_show (self->summary, self->talk, self->rehearsal);
  gtk_stack_set_visible_child_name (self->stack, "summary");
  fw_talk_pane_set_talk (self->pane, NULL);
  g_signal_emit (self, changed_signal, 0);
  gtk_widget_child_focus (GTK_WIDGET (self->summary), GTK_DIR_TAB_FORWARD);
}

static void
leave (FwRehearsalRoom *self)
{
  fw_talk_pane_set_talk (self->pane, NULL);
  if (self->talk != NULL)
    g_signal_handlers_disconnect_by_data (self->talk, self);
  if (self->rehearsal != NULL)
    g_signal_handlers_disconnect_by_data (self->rehearsal, self);
  g_clear_object (&self->talk);
  g_clear_object (&self->rehearsal);
}

static gboolean
enter (FwRehearsalRoom *self,
       FwTalk *talk,
       GError **error)
{
  leave (self);
  self->talk = talk;
  fw_talk_begin (talk);
  if (self->manager)
    fw_talk_set_speaker (talk, FW_TALK_MANAGER);
  self->rehearsal = fw_rehearsal_new (talk, self->temperament, g_random_int (), error);
  if (self->rehearsal == NULL || !fw_talk_listen (talk, FW_TRANSCRIPT_SOURCE (self->rehearsal), error))
    return FALSE;
  g_signal_connect_object (self->rehearsal, "heard", G_CALLBACK (show_said), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (talk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_who (self);
  show_said (self);
  fw_talk_pane_set_talk (self->pane, talk);
  gtk_stack_set_visible_child_name (self->stack, "pane");
  return TRUE;
}

static void
rehearsed_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (FwRehearsalRoom) self = data;
  g_autoptr (GError) error = NULL;
  FwTalk *talk = self->prepared != NULL ? fw_talk_rehearse_finish (self->prepared, result, &error) : NULL;

  if (self->prepared == NULL)
    return; /* closed meanwhile */
  if (talk == NULL || !enter (self, talk, &error))
    {
      leave (self);
      fw_problem_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("The rehearsal cannot begin"), NULL, error);
    }
  g_signal_emit (self, changed_signal, 0);
  if (self->talk != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->pane));
}

static void
begin (FwRehearsalRoom *self)
{
  fw_talk_rehearse_async (self->prepared, self->temperament, NULL, rehearsed_cb, g_object_ref (self));
}

static void
response_cb (GtkWidget *dialog,
             const char *response,
             FwRehearsalRoom *self)
{
  if (g_strcmp0 (response, "start") != 0)
    return;
  g_free (self->temperament);
  self->temperament = g_strdup (fw_rehearsal_dialog_get_temperament (dialog));
  self->manager = fw_rehearsal_dialog_get_manager (dialog);
  begin (self);
}

/**
 * fw_rehearsal_room_ask:
 * @prepared: a talk that is prepared
 *
 * Asks with whom it is rehearsed, and begins.
 */
void
fw_rehearsal_room_ask (FwRehearsalRoom *self,
                       FwTalk *prepared)
{
  GtkWidget *dialog = fw_rehearsal_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), prepared);

  g_set_object (&self->prepared, prepared);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  /* Who is known is chosen already: Enter begins. */
  gtk_window_set_focus (GTK_WINDOW (dialog), gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}

/**
 * fw_rehearsal_room_is_open:
 *
 * Returns: whether somebody rehearses, or looks at what went well
 */
gboolean
fw_rehearsal_room_is_open (FwRehearsalRoom *self)
{
  return self->talk != NULL;
}

/**
 * fw_rehearsal_room_is_held:
 *
 * Returns: whether somebody rehearses just now
 */
gboolean
fw_rehearsal_room_is_held (FwRehearsalRoom *self)
{
  return self->talk != NULL && fw_talk_get_stage (self->talk) == FW_TALK_HELD;
}

void
fw_rehearsal_room_set_narrow (FwRehearsalRoom *self,
                              gboolean narrow)
{
  fw_talk_pane_set_narrow (self->pane, narrow);
  fw_rehearsal_summary_set_narrow (self->summary, narrow);
}

static void
again_cb (GtkWidget *widget,
          const char *action_name,
          GVariant *parameter)
{
  begin (FW_REHEARSAL_ROOM (widget));
}

static void
leave_cb (GtkWidget *widget,
          const char *action_name,
          GVariant *parameter)
{
  leave (FW_REHEARSAL_ROOM (widget));
  g_signal_emit (widget, changed_signal, 0);
}

static void
fw_rehearsal_room_dispose (GObject *object)
{
  FwRehearsalRoom *self = FW_REHEARSAL_ROOM (object);

  if (self->stack != NULL)
    {
      leave (self);
      gtk_widget_unparent (GTK_WIDGET (self->stack));
      self->stack = NULL;
    }
  g_clear_object (&self->prepared);
  g_clear_pointer (&self->temperament, g_free);
  G_OBJECT_CLASS (fw_rehearsal_room_parent_class)->dispose (object);
}

static void
fw_rehearsal_room_class_init (FwRehearsalRoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_rehearsal_room_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "rehearsal.again", NULL, again_cb);
  gtk_widget_class_install_action (widget_class, "rehearsal.leave", NULL, leave_cb);
  changed_signal = g_signal_new ("changed", FW_TYPE_REHEARSAL_ROOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fw_rehearsal_room_init (FwRehearsalRoom *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->pane = g_object_new (FW_TYPE_TALK_PANE, NULL);
  self->summary = g_object_new (FW_TYPE_REHEARSAL_SUMMARY, NULL);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->pane), "pane");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->summary), "summary");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  fw_talk_pane_set_banner (self->pane, make_banner (self));
}
