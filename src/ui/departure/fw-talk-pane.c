#include "config.h"

#include "ui/departure/fw-talk-pane.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-talk-pane-private.h"
#include "ui/fw-settings.h"
#include "ui/widgets/fw-key-cap.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tag.h"

G_DEFINE_FINAL_TYPE (FwTalkPane, fw_talk_pane, GTK_TYPE_WIDGET)

/* What fails to be saved is said; a write that takes a moment is not. */
static void
show_saved (FwTalkPane *self)
{
  const gboolean saved = fw_talk_is_saved (self->talk), late = !saved && self->unsaved_seconds >= 3;

  if (saved)
    self->unsaved_seconds = 0;
  gtk_label_set_label (self->saved_label, fw_talk_is_rehearsal (self->talk) ? _("Nothing is kept") : late ? _("Not saved yet: is the disk full?") : _("Every word is saved"));
  gtk_image_set_from_icon_name (self->saved_image, late ? "dialog-warning-symbolic" : "object-select-symbolic");
  if (late)
    gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->task_label)), TRUE);
}

static gboolean
tick_cb (gpointer data)
{
  FwTalkPane *self = data;

  _fw_talk_pane_show_clock (self);
  self->unsaved_seconds += fw_talk_is_saved (self->talk) ? 0 : 1;
  show_saved (self);
  return G_SOURCE_CONTINUE;
}

/**
 * _fw_talk_pane_make_key_button:
 *
 * Returns: (transfer floating): a button with its key written on it; the key is part of its name. It never takes the focus from the note.
 */
GtkWidget *
_fw_talk_pane_make_key_button (const char *text,
                               const char *key)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text), *cap = g_object_new (FW_TYPE_KEY_CAP, NULL);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", text, key);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  fw_key_cap_set_label (FW_KEY_CAP (cap), key);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), cap);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_add_css_class (button, "fw-key-button");
  fw_spoken_name_set (button, spoken);
  return button;
}

static void
show_chosen (FwWrapBox *box,
             guint chosen)
{
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      if (i == chosen)
        gtk_widget_add_css_class (child, "fw-chosen");
      else
        gtk_widget_remove_css_class (child, "fw-chosen");
      gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_PRESSED, i == chosen, -1);
    }
}

static void
show_typed (FwTalkPane *self)
{
  GtkEditable *note = GTK_EDITABLE (self->note_entry);

  if (g_strcmp0 (gtk_editable_get_text (note), fw_talk_get_typed (self->talk)) == 0)
    return;
  self->filling = TRUE;
  gtk_editable_set_text (note, fw_talk_get_typed (self->talk));
  gtk_editable_set_position (note, -1);
  self->filling = FALSE;
}

static void
show (FwTalkPane *self)
{
  _fw_talk_pane_show_scene (self);
  show_typed (self);
  show_chosen (self->speaker_box, fw_talk_get_speaker (self->talk));
  show_chosen (self->mood_box, fw_talk_get_mood (self->talk, NULL));
}

/* Where there are notes already, one goes on: after a crash, or from the minutes. */
static void
show_resumed (FwTalkPane *self)
{
  GListModel *entries = fw_talk_get_entries (self->talk);
  g_autofree char *line = NULL;

  for (guint i = g_list_model_get_n_items (entries); i > 0 && line == NULL; i--)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (entries, i - 1);
      g_autofree char *time = _fw_talk_name_seconds (fw_talk_entry_get_seconds (entry));

      if (*fw_talk_entry_get_text (entry) != '\0')
        line = g_strdup_printf (_("Go on noting. The last note is of %s."), time);
    }
  gtk_label_set_label (self->resumed_label, line != NULL ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (self->resumed_label), line != NULL);
}

static void
typed_cb (FwTalkPane *self)
{
  if (!self->filling)
    gtk_widget_set_visible (GTK_WIDGET (self->resumed_label), FALSE);
  if (self->talk != NULL && !self->filling)
    fw_talk_type (self->talk, gtk_editable_get_text (GTK_EDITABLE (self->note_entry)));
}

static void
kept_cb (FwTalkPane *self)
{
  fw_talk_keep (self->talk, FW_TALK_NOTE);
}

static guint
number_of (GtkButton *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "number"));
}

static void
speaker_cb (GtkButton *button,
            FwTalkPane *self)
{
  fw_talk_set_speaker (self->talk, (FwTalkSpeaker) number_of (button));
}

static void
mood_cb (GtkButton *button,
         FwTalkPane *self)
{
  fw_talk_observe (self->talk, (FwTalkMood) number_of (button));
}

static void
keep_cb (GtkButton *button,
         FwTalkPane *self)
{
  fw_talk_keep (self->talk, (FwTalkSort) number_of (button));
  _fw_talk_pane_focus_note (self);
}

static void
add_button (FwTalkPane *self,
            FwWrapBox *box,
            const char *name,
            const char *key,
            guint number,
            GCallback callback)
{
  GtkWidget *button = _fw_talk_pane_make_key_button (name, key);

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "number", GUINT_TO_POINTER (number));
  g_signal_connect (button, "clicked", callback, self);
  fw_wrap_box_append (box, button);
}

static void
add_buttons (FwTalkPane *self)
{
  add_button (self, self->speaker_box, _("Employee"), "F2", FW_TALK_EMPLOYEE, G_CALLBACK (speaker_cb));
  add_button (self, self->speaker_box, _("HR"), "F3", FW_TALK_HR, G_CALLBACK (speaker_cb));
  add_button (self, self->speaker_box, C_("talk", "Manager"), "F4", FW_TALK_MANAGER, G_CALLBACK (speaker_cb));
  add_button (self, self->keep_box, C_("talk", "Agreed"), "Ctrl+Enter", FW_TALK_AGREED, G_CALLBACK (keep_cb));
  add_button (self, self->keep_box, C_("talk", "Open"), "Ctrl+Shift+Enter", FW_TALK_OPEN, G_CALLBACK (keep_cb));
  add_button (self, self->mood_box, _("Calm"), "F5", FW_TALK_CALM, G_CALLBACK (mood_cb));
  add_button (self, self->mood_box, _("Upset"), "F6", FW_TALK_UPSET, G_CALLBACK (mood_cb));
  add_button (self, self->mood_box, _("Angry"), "F7", FW_TALK_ANGRY, G_CALLBACK (mood_cb));
  add_button (self, self->mood_box, C_("talk", "Silent"), "F8", FW_TALK_SILENT, G_CALLBACK (mood_cb));
  add_button (self, self->mood_box, _("In tears"), "F9", FW_TALK_TEARS, G_CALLBACK (mood_cb));
}

/**
 * fw_talk_pane_set_talk:
 * @talk: (nullable): the talk that is held; %NULL: none
 */
void
fw_talk_pane_set_talk (FwTalkPane *self,
                       FwTalk *talk)
{
  if (talk == self->talk)
    return;
  if (self->talk != NULL)
    {
      g_signal_handlers_disconnect_by_data (fw_talk_get_entries (self->talk), self);
      g_signal_handlers_disconnect_by_data (self->talk, self);
    }
  g_clear_handle_id (&self->clock, g_source_remove);
  fw_mood_band_set_talk (self->mood_band, talk);
  fw_talk_hearing_set_talk (self->hearing, talk);
  if (talk != NULL)
    gtk_label_set_label (self->mood_basis_label,
                         fw_talk_reads_words (talk) ? _("only by the words and what you see") : _("only by what you see"));
  fw_box_clear (self->entry_box);
  self->n_entries = 0;
  self->n_moods_seen = G_MAXUINT;
  g_set_object (&self->talk, talk);
  if (talk == NULL)
    return;
  self->clock = g_timeout_add_seconds (1, tick_cb, self);
  g_signal_connect_object (talk, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (talk, "alerts-changed", G_CALLBACK (_fw_talk_pane_show_alert), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (talk, "hearing", G_CALLBACK (_fw_talk_pane_show_listening), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (talk, "notify::saved", G_CALLBACK (show_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fw_talk_get_entries (talk), "items-changed", G_CALLBACK (_fw_talk_pane_show_entries), self, G_CONNECT_SWAPPED);
  show (self);
  show_resumed (self);
  show_saved (self);
  _fw_talk_pane_show_entries (self);
  _fw_talk_pane_show_alert (self);
  _fw_talk_pane_show_listening (self);
}

/* Wide: two columns and the band below. Narrow: one column; what is at hand and the band come on demand. */
void
_fw_talk_pane_lay_out (FwTalkPane *self)
{
  const gboolean all = !self->narrow || self->more;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->more_button, self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->mood_basis_label), all);
  gtk_widget_set_visible (GTK_WIDGET (self->clock_label), !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->expected_label), !self->narrow);
  if (self->talk == NULL)
    return;
  _fw_talk_pane_show_header (self);
  _fw_talk_pane_place_alert (self);
}

/**
 * fw_talk_pane_set_banner:
 *
 * What stands under the header of a talk that is a rehearsal.
 */
void
fw_talk_pane_set_banner (FwTalkPane *self,
                         GtkWidget *banner)
{
  adw_bin_set_child (self->banner_place, banner);
  gtk_widget_add_css_class (GTK_WIDGET (self), "fw-rehearsal");
}

void
fw_talk_pane_set_narrow (FwTalkPane *self,
                         gboolean narrow)
{
  self->narrow = narrow;
  _fw_talk_pane_lay_out (self);
}

void
_fw_talk_pane_focus_note (FwTalkPane *self)
{
  gtk_entry_grab_focus_without_selecting (self->note_entry);
}

/* The note always has the focus: whatever is typed goes there. */
static gboolean
fw_talk_pane_focus (GtkWidget *widget,
                    GtkDirectionType direction)
{
  return gtk_entry_grab_focus_without_selecting (FW_TALK_PANE (widget)->note_entry);
}

static gboolean
fw_talk_pane_grab_focus (GtkWidget *widget)
{
  return gtk_entry_grab_focus_without_selecting (FW_TALK_PANE (widget)->note_entry);
}

static void
fw_talk_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fw_talk_pane_parent_class)->map (widget);
  _fw_talk_pane_hold_keys (FW_TALK_PANE (widget));
}

static void
fw_talk_pane_unmap (GtkWidget *widget)
{
  FwTalkPane *self = FW_TALK_PANE (widget);

  _fw_talk_pane_let_keys_go (self);
  if (self->talk != NULL)
    fw_talk_stop_program (self->talk); /* nobody listens where nobody sees that it listens */
  GTK_WIDGET_CLASS (fw_talk_pane_parent_class)->unmap (widget);
}

static void
fw_talk_pane_dispose (GObject *object)
{
  FwTalkPane *self = FW_TALK_PANE (object);
  GtkWidget *child;

  if (self->mood_band != NULL)
    fw_talk_pane_set_talk (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_handle_id (&self->follow_source, g_source_remove);
  g_clear_object (&self->alert_card);
  g_clear_object (&self->settings);
  g_clear_object (&self->speaker_width);
  self->mood_band = NULL;
  G_OBJECT_CLASS (fw_talk_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, FwTalkPane, name)
  BIND (title);
  BIND (clock_label);
  BIND (expected_label);
  BIND (listen_button);
  BIND (listen_content);
  BIND (break_content);
  BIND (banner_place);
  BIND (scene_bar);
  BIND (columns);
  BIND (scene_label);
  BIND (manager_tag);
  BIND (unknown_tag);
  BIND (aim_label);
  BIND (prompt_scroll);
  BIND (prompt_label);
  BIND (hint_label);
  BIND (turn_label);
  BIND (branch_box);
  BIND (next_button);
  BIND (task_label);
  BIND (hearing);
  BIND (saved_image);
  BIND (saved_label);
  BIND (entry_box);
  BIND (entry_scroll);
  BIND (speaker_box);
  BIND (keep_box);
  BIND (resumed_label);
  BIND (note_entry);
  BIND (danger_place);
  BIND (middle_place);
  BIND (side_place);
  BIND (side);
  BIND (side_scroll);
  BIND (alert_scroll);
  BIND (fact_card);
  BIND (fact_box);
  BIND (unknown_label);
  BIND (paper_label);
  BIND (stop_label);
  BIND (points);
  BIND (mood_box);
  BIND (mood_band);
  BIND (mood_basis_label);
  BIND (more_button);
  BIND (alert_title);
  BIND (alert_time);
  BIND (alert_heard);
  BIND (alert_meaning);
  BIND (alert_do);
  BIND (alert_say_title);
  BIND (alert_say);
  BIND (alert_avoid_title);
  BIND (alert_avoid);
  BIND (alert_more);
  BIND (alert_buttons);
#undef BIND
}

static void
fw_talk_pane_class_init (FwTalkPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_talk_pane_dispose;
  widget_class->focus = fw_talk_pane_focus;
  widget_class->grab_focus = fw_talk_pane_grab_focus;
  widget_class->map = fw_talk_pane_map;
  widget_class->unmap = fw_talk_pane_unmap;
  g_type_ensure (FW_TYPE_KEY_CAP);
  g_type_ensure (FW_TYPE_MOOD_BAND);
  g_type_ensure (FW_TYPE_TAG);
  g_type_ensure (FW_TYPE_TALK_HEARING);
  g_type_ensure (FW_TYPE_TALK_POINTS);
  g_type_ensure (FW_TYPE_TALL_SCROLL);
  g_type_ensure (FW_TYPE_WRAP_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-talk-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kept_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "next_cb", G_CALLBACK (_fw_talk_pane_go_on));
  gtk_widget_class_bind_template_callback_full (widget_class, "listen_cb", G_CALLBACK (_fw_talk_pane_listen));
  gtk_widget_class_bind_template_callback_full (widget_class, "break_cb", G_CALLBACK (_fw_talk_pane_break));
  gtk_widget_class_bind_template_callback_full (widget_class, "end_cb", G_CALLBACK (_fw_talk_pane_end));
  gtk_widget_class_bind_template_callback_full (widget_class, "more_cb", G_CALLBACK (_fw_talk_pane_toggle_more));
}

static void
fw_talk_pane_init (FwTalkPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->alert_card = g_object_ref (adw_bin_get_child (self->side_place));
  self->settings = fw_settings_new ();
  self->speaker_width = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  add_buttons (self);
  fw_spoken_name_set (self->next_button, _("Next sentence, PgDn"));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->entry_scroll), "changed",
                           G_CALLBACK (_fw_talk_pane_follow_last), self, G_CONNECT_SWAPPED);
  _fw_talk_pane_add_keys (self);
  _fw_talk_pane_lay_out (self);
}
