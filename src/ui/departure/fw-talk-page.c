#include "config.h"

#include "ui/departure/fw-talk-page.h"

#include <glib/gi18n.h>

#include "departure/fw-talk.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-rehearsal-room.h"
#include "ui/departure/fw-talk-minutes.h"
#include "ui/departure/fw-talk-pane.h"
#include "ui/departure/fw-talk-preparation.h"
#include "ui/fw-problem.h"

struct _FwTalkPage
{
  FwStepPage parent_instance;

  GtkStack *stages;
  FwTalkPreparation *preparation;
  FwTalkPane *pane;
  FwTalkMinutes *minutes;
  FwRehearsalRoom *rehearsal;
  GtkLabel *problem_label;
  GtkWidget *set_aside_box;
  GtkWidget *set_aside_drop_button;

  FwTalk *talk; /* owned; NULL until it is loaded */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (FwTalkPage, fw_talk_page, FW_TYPE_STEP_PAGE)

/* One stage at a time has the talk: what is not seen follows nothing. */
static void
give_talk (FwTalkPage *self,
           FwTalkStage stage)
{
  fw_talk_preparation_set_talk (self->preparation, stage == FW_TALK_PREPARED ? self->talk : NULL);
  fw_talk_pane_set_talk (self->pane, stage == FW_TALK_HELD ? self->talk : NULL);
  fw_talk_minutes_set_talk (self->minutes, stage == FW_TALK_READ_BACK ? self->talk : NULL);
}

/* Whoever sits at a talk has the window to it, and its keys in the overview of keys. */
static void
set_alone (FwTalkPage *self,
           gboolean alone)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkShortcutsWindow *keys =
    GTK_IS_APPLICATION_WINDOW (root) ? gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (root)) : NULL;

  gtk_widget_activate_action (GTK_WIDGET (self), "case.alone", "b", alone);
  if (keys != NULL)
    g_object_set (keys, "section-name", alone ? "talk" : "shortcuts", NULL);
}

/* With its first control, unless the stack has taken the focus there along with what it shows. */
static void
enter_stage (FwTalkPage *self)
{
  GtkWidget *stage = gtk_stack_get_visible_child (self->stages);
  GtkWidget *focus = gtk_widget_get_mapped (GTK_WIDGET (self)) ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) : NULL;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && (focus == NULL || !gtk_widget_is_ancestor (focus, stage)))
    gtk_widget_child_focus (stage, GTK_DIR_TAB_FORWARD);
}

/* Whoever sits at a talk has other things to see to. */
static void
show_set_aside (FwTalkPage *self)
{
  gboolean busy = fw_talk_get_stage (self->talk) == FW_TALK_HELD || fw_rehearsal_room_is_open (self->rehearsal);

  gtk_widget_set_visible (self->set_aside_box, fw_talk_has_set_aside (self->talk) && !busy);
}

static void
show_stage (FwTalkPage *self)
{
  static const char *const names[] = { "preparation", "pane", "minutes" };
  FwTalkStage stage = fw_talk_get_stage (self->talk);

  show_set_aside (self);
  if (fw_rehearsal_room_is_open (self->rehearsal))
    {
      gtk_stack_set_visible_child_name (self->stages, "rehearsal");
      set_alone (self, fw_rehearsal_room_is_held (self->rehearsal));
      return;
    }
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stages), names[stage]) == 0)
    return;
  give_talk (self, stage);
  if (stage == FW_TALK_HELD)
    fw_talk_begin (self->talk);
  gtk_stack_set_visible_child_name (self->stages, names[stage]);
  set_alone (self, stage == FW_TALK_HELD);
  if (stage == FW_TALK_HELD)
    gtk_widget_grab_focus (GTK_WIDGET (self->pane));
  else
    enter_stage (self);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (FwTalkPage) self = data;
  g_autoptr (GError) error = NULL;

  self->talk = fw_talk_load_finish (result, &error);
  self->loading = FALSE;
  if (self->talk == NULL)
    {
      g_autofree char *problem = fw_problem_describe (error);

      gtk_label_set_label (self->problem_label, problem);
      return;
    }
  g_signal_connect_object (self->talk, "changed", G_CALLBACK (show_stage), self, G_CONNECT_SWAPPED);
  show_stage (self);
}

/* Scripts and phrases are read when somebody comes here, not with every case. */
static void
fw_talk_page_shown (FwStepPage *page)
{
  FwTalkPage *self = FW_TALK_PAGE (page);

  if (self->talk != NULL)
    set_alone (self, fw_talk_get_stage (self->talk) == FW_TALK_HELD || fw_rehearsal_room_is_held (self->rehearsal));
  if (self->talk != NULL || self->loading)
    return;
  self->loading = TRUE;
  fw_talk_load_async (fw_step_page_get_case (page), NULL, loaded_cb, g_object_ref (self));
}

static const char *
fw_talk_page_get_job (FwStepPage *page)
{
  static const char *const jobs[][2] = { { "pane", "talk" }, { "rehearsal", "rehearsal" }, { "minutes", "minutes" } };
  const char *stage = gtk_stack_get_visible_child_name (FW_TALK_PAGE (page)->stages);

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    if (g_strcmp0 (stage, jobs[i][0]) == 0)
      return jobs[i][1];
  return "prepare";
}

static void
fw_talk_page_narrow_changed (FwAdaptiveWidget *widget,
                             gboolean narrow)
{
  FwTalkPage *self = FW_TALK_PAGE (widget);

  fw_talk_preparation_set_narrow (self->preparation, narrow);
  fw_talk_pane_set_narrow (self->pane, narrow);
  fw_rehearsal_room_set_narrow (self->rehearsal, narrow);
}

/* A draft that could not be read */

static void
present_problem (FwTalkPage *self,
                 const char *what,
                 const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    fw_problem_present (GTK_WINDOW (root), what, NULL, error);
}

static void
set_aside_saved_cb (GObject *source,
                    GAsyncResult *result,
                    gpointer data)
{
  g_autoptr (FwTalkPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = fw_talk_save_set_aside_finish (FW_TALK (source), result, &error);

  if (self->talk == NULL)
    return;
  if (!saved)
    {
      present_problem (self, _("The file was not saved"), error);
      return;
    }
  fw_case_tell (GTK_WIDGET (self), _("Saved; noted in the case"), FALSE);
  gtk_widget_set_visible (self->set_aside_drop_button, TRUE);
}

static void
place_chosen_cb (GtkNativeDialog *dialog,
                 int response,
                 FwTalkPage *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL && self->talk != NULL)
    fw_talk_save_set_aside_async (self->talk, file, _("Draft of a talk that could not be read"), set_aside_saved_cb, g_object_ref (self));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* The name proposes the case, never the person. */
static void
save_set_aside_cb (FwTalkPage *self)
{
  g_autofree char *name = g_strdup_printf ("%s-talk-draft.txt", fw_case_get_number (fw_talk_get_case (self->talk)));
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Save as a file"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);

  g_strdelimit (name, "/\\", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (place_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
set_aside_dropped_cb (GObject *source,
                      GAsyncResult *result,
                      gpointer data)
{
  g_autoptr (FwTalkPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean dropped = fw_talk_drop_set_aside_finish (FW_TALK (source), result, &error);

  if (self->talk == NULL)
    return;
  if (!dropped)
    present_problem (self, _("It was not removed"), error);
  show_set_aside (self);
}

/* It is in a file by now. */
static void
drop_set_aside_cb (FwTalkPage *self)
{
  fw_talk_drop_set_aside_async (self->talk, set_aside_dropped_cb, g_object_ref (self));
}

static void
rehearse_cb (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  FwTalkPage *self = FW_TALK_PAGE (widget);

  if (self->talk != NULL && fw_talk_get_stage (self->talk) == FW_TALK_PREPARED)
    fw_rehearsal_room_ask (self->rehearsal, self->talk);
}

static void
fw_talk_page_dispose (GObject *object)
{
  FwTalkPage *self = FW_TALK_PAGE (object);

  g_clear_object (&self->talk);
  G_OBJECT_CLASS (fw_talk_page_parent_class)->dispose (object);
}

static void
fw_talk_page_class_init (FwTalkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_talk_page_dispose;
  FW_STEP_PAGE_CLASS (klass)->shown = fw_talk_page_shown;
  FW_STEP_PAGE_CLASS (klass)->get_job = fw_talk_page_get_job;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_talk_page_narrow_changed;
  g_type_ensure (FW_TYPE_REHEARSAL_ROOM);
  g_type_ensure (FW_TYPE_TALK_MINUTES);
  g_type_ensure (FW_TYPE_TALK_PANE);
  g_type_ensure (FW_TYPE_TALK_PREPARATION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-talk-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwTalkPage, stages);
  gtk_widget_class_bind_template_child (widget_class, FwTalkPage, preparation);
  gtk_widget_class_bind_template_child (widget_class, FwTalkPage, pane);
  gtk_widget_class_bind_template_child (widget_class, FwTalkPage, minutes);
  gtk_widget_class_bind_template_child (widget_class, FwTalkPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FwTalkPage, rehearsal);
  gtk_widget_class_bind_template_child (widget_class, FwTalkPage, set_aside_box);
  gtk_widget_class_bind_template_child (widget_class, FwTalkPage, set_aside_drop_button);
  gtk_widget_class_bind_template_callback (widget_class, save_set_aside_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_set_aside_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_stage);
  gtk_widget_class_install_action (widget_class, "talk.rehearse", NULL, rehearse_cb);
}

static void
fw_talk_page_init (FwTalkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
