#include "config.h"

#include "ui/departure/fw-talk-minutes.h"

#include <glib/gi18n.h>

#include "departure/fw-held-talk.h"
#include "store/fw-store.h"
#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-minutes-line.h"
#include "ui/departure/fw-minutes-signing.h"
#include "ui/departure/fw-minutes-window.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-wrap-box.h"

struct _FwTalkMinutes
{
  GtkWidget parent_instance;

  GtkLabel *when_label;
  GtkEditable *purpose_entry;
  GtkEditable *place_entry;
  GtkBox *people_box;
  GtkDropDown *manager_choice;
  GtkEditable *manager_entry;
  GtkCheckButton *aloud_check;
  GtkBox *line_box;
  GtkWidget *none_label;
  FwMinutesSigning *signing;
  GtkLabel *problem_label;
  GtkWidget *finish_button;
  GtkSizeGroup *kinds; /* owned; of the lines */

  FwTalk *talk;           /* owned, nullable */
  FwWorkplace *workplace; /* owned; of the talk that was shown last, which is another's by the time its minutes are printed */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FwTalkMinutes, fw_talk_minutes, GTK_TYPE_WIDGET)

static GtkWindow *
window_of (FwTalkMinutes *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
say_problem (FwTalkMinutes *self,
             const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  if (problem != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->finish_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->finish_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* What was said */

static void show_lines (FwTalkMinutes *self);

static FwMinutesLine *
find_line (FwTalkMinutes *self,
           FwTalkEntry *entry)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->line_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (FW_IS_MINUTES_LINE (child) && fw_minutes_line_get_entry (FW_MINUTES_LINE (child)) == entry)
      return FW_MINUTES_LINE (child);
  return NULL;
}

/* "What was said here" is known from the script alone: whoever led the talk says whether it was said. */
static void
said_cb (GtkButton *button,
         FwTalkMinutes *self)
{
  FwTalkEntry *scene = g_object_get_data (G_OBJECT (button), "entry");
  guint added = fw_talk_add_said (self->talk, scene);
  g_autofree char *told = NULL;

  show_lines (self);
  if (added == 0)
    {
      fw_case_tell (GTK_WIDGET (self), _("Nothing of it can be taken: figures in it are not known"), FALSE);
      return;
    }
  told = g_strdup_printf (ngettext ("%u sentence taken over: correct it to what was really said",
                                    "%u sentences taken over: correct them to what was really said", added), added);
  fw_case_tell (GTK_WIDGET (self), told, FALSE);
}

static GtkWidget *
make_scene (FwTalkMinutes *self,
            FwTalkEntry *entry,
            const char *aim)
{
  g_autofree char *time = fw_talk_dup_clock (self->talk, fw_talk_entry_get_seconds (entry));
  g_autofree char *text = g_strdup_printf ("%s  %s", time != NULL ? time : "", aim);
  g_autofree char *spoken = g_strdup_printf (_("Take over what the script says here: %s"), aim);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_label (_("Take over what was read out"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_css_classes (label, (const char *[]){ "caption", "dim-label", NULL });
  gtk_widget_set_css_classes (button, (const char *[]){ "flat", "fw-link", NULL });
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  fw_spoken_name_set (button, spoken);
  g_object_set_data_full (G_OBJECT (button), "entry", g_object_ref (entry), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (said_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_margin_top (box, 6);
  return box;
}

static GtkWidget *
make_break (FwTalkMinutes *self,
            FwTalkEntry *entry)
{
  guint seconds = (guint) g_ascii_strtoull (fw_talk_entry_get_detail (entry), NULL, 10);
  guint minutes = (seconds + 59) / 60;
  g_autofree char *time = fw_talk_dup_clock (self->talk, fw_talk_entry_get_seconds (entry));
  g_autofree char *length = g_strdup_printf (ngettext ("Break of %u minute, until %s", "Break of %u minutes, until %s", minutes), minutes,
                                             time != NULL ? time : "");
  GtkWidget *label = gtk_label_new (length);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_css_classes (label, (const char *[]){ "caption", "dim-label", NULL });
  return label;
}

/* Scenes stand on the screen to find one's way; they are in no minutes, and neither are observations of mood. */
static gboolean
add_entry (FwTalkMinutes *self,
           FwTalkEntry *entry)
{
  FwTalkSort sort = fw_talk_entry_get_sort (entry);
  g_autofree char *aim = fw_talk_dup_scene_aim (self->talk, entry);

  if (aim != NULL)
    gtk_box_append (self->line_box, make_scene (self, entry, aim));
  else if (sort == FW_TALK_BREAK)
    gtk_box_append (self->line_box, make_break (self, entry));
  else if (sort == FW_TALK_NOTE || fw_talk_entry_is_point (entry) ||
           (sort == FW_TALK_ALERT && !fw_talk_is_said_elsewhere (self->talk, entry)))
    {
      gtk_box_append (self->line_box, fw_minutes_line_new (self->talk, entry, self->kinds));
      return TRUE;
    }
  return FALSE;
}

static void
show_lines (FwTalkMinutes *self)
{
  GListModel *entries = fw_talk_get_entries (self->talk);
  guint lines = 0;

  fw_box_clear (self->line_box);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (entries, i);

      lines += add_entry (self, entry);
    }
  gtk_widget_set_visible (self->none_label, lines == 0);
}

static void
add_cb (FwTalkMinutes *self)
{
  FwTalkEntry *entry = fw_talk_add_line (self->talk, FW_TALK_EMPLOYEE, "");
  FwMinutesLine *line;

  show_lines (self);
  line = find_line (self, entry);
  if (line != NULL)
    fw_minutes_line_enter (line);
}

static void
aloud_cb (FwTalkMinutes *self)
{
  if (self->filling || self->talk == NULL)
    return;
  fw_talk_set_read_aloud (self->talk, gtk_check_button_get_active (self->aloud_check));
  gtk_widget_grab_focus (GTK_WIDGET (self->aloud_check));
}

/* Who, when and where */

static void
head_cb (FwTalkMinutes *self)
{
  if (self->filling || self->talk == NULL)
    return;
  fw_talk_set_purpose (self->talk, gtk_editable_get_text (self->purpose_entry));
  fw_talk_set_place (self->talk, gtk_editable_get_text (self->place_entry));
}

static void
manager_cb (FwTalkMinutes *self)
{
  FwTalkManager manager = (FwTalkManager) gtk_drop_down_get_selected (self->manager_choice);

  gtk_widget_set_visible (GTK_WIDGET (self->manager_entry), manager == FW_TALK_MANAGER_DECLINES);
  if (!self->filling && self->talk != NULL)
    fw_talk_set_manager (self->talk, manager, gtk_editable_get_text (self->manager_entry));
}

static void
show_people (FwTalkMinutes *self)
{
  FwCase *its = fw_talk_get_case (self->talk);
  const char *leader = fw_talk_get_leader (self->talk);

  fw_box_clear (self->people_box);
  gtk_box_append (self->people_box, fw_answer_field_new (its, "case/talk/@hr", _("Led by"), "text",
                                                         leader != NULL ? leader : fw_workplace_get_who (fw_case_get_workplace (its))));
  gtk_box_append (self->people_box, fw_answer_field_new (its, "case/talk/@manager", _("The department's manager"), "text",
                                                         fw_talk_get_manager_name (self->talk)));
  for (GtkWidget *field = gtk_widget_get_first_child (GTK_WIDGET (self->people_box)); field != NULL;
       field = gtk_widget_get_next_sibling (field))
    gtk_widget_set_hexpand (field, TRUE);
}

static void
show_head (FwTalkMinutes *self)
{
  g_autofree char *purpose = fw_talk_dup_purpose (self->talk);
  g_autofree char *day = fw_case_name_day (fw_talk_get_day (self->talk));
  g_autofree char *name = NULL;
  g_autofree char *when = NULL;

  g_object_get (fw_talk_get_case (self->talk), "employee-name", &name, NULL);
  /* TRANSLATORS: the employee, the day, from when, until when. */
  when = g_strdup_printf (_("%1$s · %2$s, %3$s to %4$s"), name, day, fw_talk_get_began (self->talk),
                          fw_talk_get_ended (self->talk) != NULL ? fw_talk_get_ended (self->talk) : "?");
  gtk_label_set_label (self->when_label, when);
  gtk_editable_set_text (self->purpose_entry, purpose);
  gtk_editable_set_text (self->place_entry, fw_talk_get_place (self->talk));
  gtk_editable_set_text (self->manager_entry, fw_talk_get_manager_note (self->talk));
  gtk_drop_down_set_selected (self->manager_choice, fw_talk_get_manager (self->talk));
  gtk_widget_set_visible (GTK_WIDGET (self->manager_entry), fw_talk_get_manager (self->talk) == FW_TALK_MANAGER_DECLINES);
  gtk_check_button_set_active (self->aloud_check, fw_talk_is_read_aloud (self->talk));
}

/* What becomes of it */

static void
back_cb (FwTalkMinutes *self)
{
  fw_talk_go_on (self->talk);
}

static void
look_cb (FwTalkMinutes *self)
{
  gtk_window_present (fw_minutes_window_new_draft (self->talk, window_of (self)));
}

/* What was kept is shown to be printed at once. */
static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (FwTalkMinutes) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) talks = fw_held_talks_list_finish (FW_STORE (source), result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (talks != NULL && talks->len > 0 && GTK_IS_WINDOW (root))
    gtk_window_present (fw_minutes_window_new (self->workplace, talks->pdata[0], GTK_WINDOW (root)));
}

static void
finished_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (FwTalkMinutes) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  FwCase *its = fw_talk_get_case (FW_TALK (source));

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!fw_talk_finish_finish (FW_TALK (source), result, &error))
    {
      problem = fw_problem_describe (error);
      say_problem (self, problem);
      return;
    }
  fw_case_tell (GTK_WIDGET (self), _("The talk is on record"), FALSE);
  fw_held_talks_list_async (fw_workplace_get_store (fw_case_get_workplace (its)), "case-id", fw_case_get_id (its), NULL, listed_cb,
                            g_object_ref (self));
}

static void
finish_cb (FwTalkMinutes *self)
{
  const char *obstacle = fw_minutes_signing_get_obstacle (self->signing);

  say_problem (self, obstacle);
  if (obstacle != NULL)
    {
      fw_case_tell (GTK_WIDGET (self), obstacle, FALSE);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  fw_talk_finish_async (self->talk, NULL, finished_cb, g_object_ref (self));
}

/**
 * fw_talk_minutes_set_talk:
 * @talk: (nullable): the talk that is read back; %NULL: none
 */
void
fw_talk_minutes_set_talk (FwTalkMinutes *self,
                          FwTalk *talk)
{
  if (!g_set_object (&self->talk, talk))
    return;
  fw_minutes_signing_set_talk (self->signing, talk);
  fw_box_clear (self->line_box);
  say_problem (self, NULL);
  if (talk == NULL)
    return;
  g_set_object (&self->workplace, fw_case_get_workplace (fw_talk_get_case (talk)));
  self->filling = TRUE;
  show_head (self);
  show_people (self);
  self->filling = FALSE;
  show_lines (self);
}

static void
fw_talk_minutes_dispose (GObject *object)
{
  FwTalkMinutes *self = FW_TALK_MINUTES (object);
  GtkWidget *child;

  g_clear_object (&self->talk);
  g_clear_object (&self->workplace);
  g_clear_object (&self->kinds);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (fw_talk_minutes_parent_class)->dispose (object);
}

static void
fw_talk_minutes_class_init (FwTalkMinutesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_talk_minutes_dispose;
  g_type_ensure (FW_TYPE_MINUTES_SIGNING);
  g_type_ensure (FW_TYPE_WRAP_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-talk-minutes.ui");
  gtk_widget_class_bind_template_child (widget_class, FwTalkMinutes, when_label);
  gtk_widget_class_bind_template_child (widget_class, FwTalkMinutes, purpose_entry);
  gtk_widget_class_bind_template_child (widget_class, FwTalkMinutes, place_entry);
  gtk_widget_class_bind_template_child (widget_class, FwTalkMinutes, people_box);
  gtk_widget_class_bind_template_child (widget_class, FwTalkMinutes, manager_choice);
  gtk_widget_class_bind_template_child (widget_class, FwTalkMinutes, manager_entry);
  gtk_widget_class_bind_template_child (widget_class, FwTalkMinutes, aloud_check);
  gtk_widget_class_bind_template_child (widget_class, FwTalkMinutes, line_box);
  gtk_widget_class_bind_template_child (widget_class, FwTalkMinutes, none_label);
  gtk_widget_class_bind_template_child (widget_class, FwTalkMinutes, signing);
  gtk_widget_class_bind_template_child (widget_class, FwTalkMinutes, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FwTalkMinutes, finish_button);
  gtk_widget_class_bind_template_callback (widget_class, head_cb);
  gtk_widget_class_bind_template_callback (widget_class, manager_cb);
  gtk_widget_class_bind_template_callback (widget_class, aloud_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
}

static void
fw_talk_minutes_init (FwTalkMinutes *self)
{
  self->kinds = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_spoken_name_follow_choice (GTK_WIDGET (self->manager_choice), _("Whether the manager was there"));
}
