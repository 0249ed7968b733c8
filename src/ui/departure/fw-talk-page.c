#include "config.h"

#include "ui/departure/fw-talk-page.h"

#include <glib/gi18n.h>

#include "departure/fw-talk.h"
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

static void
show_stage (FwTalkPage *self)
{
  static const char *const names[] = { "preparation", "pane", "minutes" };
  FwTalkStage stage = fw_talk_get_stage (self->talk);

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
  gtk_widget_class_bind_template_callback (widget_class, show_stage);
  gtk_widget_class_install_action (widget_class, "talk.rehearse", NULL, rehearse_cb);
}

static void
fw_talk_page_init (FwTalkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
