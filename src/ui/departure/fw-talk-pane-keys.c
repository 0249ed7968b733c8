/* A talk is led by keyboard: no key needs the eyes, and none takes a character from what is typed. */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-talk-pane-private.h"

static const char *const sizes[] = { "fw-say", "fw-say-2", "fw-say-3" };

static void
resize (FwTalkPane *self,
        int step)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->prompt_label), sizes[self->size]);
  self->size = (guint) CLAMP ((int) self->size + step, 0, (int) G_N_ELEMENTS (sizes) - 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->prompt_label), sizes[self->size]);
}

static void
ended_cb (FwTalkPane *self,
          const char *response)
{
  if (g_strcmp0 (response, "end") == 0 && self->talk != NULL)
    fw_talk_end (self->talk);
  else
    _fw_talk_pane_focus_note (self);
}

void
_fw_talk_pane_end (FwTalkPane *self)
{
  gboolean rehearsal = fw_talk_is_rehearsal (self->talk);
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), rehearsal ? _("End the rehearsal?") : _("End the talk?"),
                            rehearsal ? _("What went well comes next. Nothing is kept.") : _("The minutes come next. You can still go on."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Go on talking"), "end",
                                    rehearsal ? _("See how it _went") : _("To the _minutes"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "end", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "end");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_fw_talk_pane_break (FwTalkPane *self)
{
  fw_talk_set_paused (self->talk, !fw_talk_is_paused (self->talk));
}

/* Whoever goes on has seen what a turn of the mood asked for. While there is danger, nothing else is said. */
void
_fw_talk_pane_go_on (FwTalkPane *self)
{
  if (_fw_talk_pane_is_danger (self))
    return;
  self->n_moods_seen = G_MAXUINT;
  fw_talk_next (self->talk);
}

void
_fw_talk_pane_toggle_more (FwTalkPane *self)
{
  self->more = !self->more;
  _fw_talk_pane_lay_out (self);
}

static void
turn_notes (FwTalkPane *self,
            int pages)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->entry_scroll);

  gtk_adjustment_set_value (scroll, gtk_adjustment_get_value (scroll) + pages * gtk_adjustment_get_page_increment (scroll));
}

/* The program's own keys that would lead away from the table; they wait until the talk is over. */
static gboolean
leads_away (guint keyval,
            gboolean shift)
{
  static const guint keyvals[] = { GDK_KEY_comma, GDK_KEY_e, GDK_KEY_f, GDK_KEY_k, GDK_KEY_n, GDK_KEY_o, GDK_KEY_p, GDK_KEY_s };

  for (guint i = 0; i < G_N_ELEMENTS (keyvals); i++)
    if (keyval == keyvals[i])
      return TRUE;
  return (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9) || (keyval == GDK_KEY_l && !shift);
}

static gboolean
press_with_control (FwTalkPane *self,
                    guint keyval,
                    gboolean shift)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      fw_talk_keep (self->talk, shift ? FW_TALK_OPEN : FW_TALK_AGREED);
      break;
    case GDK_KEY_m:
      _fw_talk_pane_take_in (self);
      break;
    case GDK_KEY_b:
      _fw_talk_pane_break (self);
      break;
    case GDK_KEY_t:
      _fw_talk_pane_listen (self);
      break;
    case GDK_KEY_d:
      _fw_talk_pane_toggle_more (self);
      break;
    case GDK_KEY_period:
      _fw_talk_pane_end (self);
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      turn_notes (self, keyval == GDK_KEY_Page_Up ? -1 : 1);
      break;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      resize (self, keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract ? -1 : 1);
      break;
    default:
      return leads_away (keyval, shift);
    }
  return TRUE;
}

static gboolean
press_with_alt (FwTalkPane *self,
                guint keyval)
{
  static const guint speakers[] = { GDK_KEY_q, GDK_KEY_w, GDK_KEY_e };
  static const guint moods[] = { GDK_KEY_a, GDK_KEY_s, GDK_KEY_d, GDK_KEY_f, GDK_KEY_g };

  for (guint i = 0; i < G_N_ELEMENTS (speakers); i++)
    if (keyval == speakers[i])
      fw_talk_set_speaker (self->talk, (FwTalkSpeaker) i);
  for (guint i = 0; i < G_N_ELEMENTS (moods); i++)
    if (keyval == moods[i])
      fw_talk_observe (self->talk, (FwTalkMood) i);
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9 && !_fw_talk_pane_is_danger (self))
    fw_talk_take_branch (self->talk, keyval - GDK_KEY_1);
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    _fw_talk_pane_got_it (self);
  if (keyval == GDK_KEY_Left)
    gtk_widget_activate_action (GTK_WIDGET (self), "case.step", "i", -1);
  return TRUE; /* Alt belongs to the talk while it is held */
}

static gboolean
press_alone (FwTalkPane *self,
             guint keyval)
{
  const FwTalkAlert *alert = _fw_talk_pane_get_alert (self);

  if (keyval >= GDK_KEY_F2 && keyval <= GDK_KEY_F4)
    fw_talk_set_speaker (self->talk, (FwTalkSpeaker) (keyval - GDK_KEY_F2));
  else if (keyval >= GDK_KEY_F5 && keyval <= GDK_KEY_F9)
    fw_talk_observe (self->talk, (FwTalkMood) (keyval - GDK_KEY_F5));
  else if (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down)
    _fw_talk_pane_go_on (self);
  else if (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up)
    fw_talk_back (self->talk);
  else if (keyval == GDK_KEY_Escape && alert != NULL && alert->severity != FW_ALERT_CRITICAL)
    _fw_talk_pane_got_it (self);
  else
    return keyval == GDK_KEY_Escape || keyval == GDK_KEY_Tab || keyval == GDK_KEY_F10;
  return TRUE;
}

static gboolean
press (FwTalkPane *self,
       guint keyval,
       GdkModifierType state)
{
  const gboolean control = (state & GDK_CONTROL_MASK) != 0, alt = (state & GDK_ALT_MASK) != 0;

  if (control && alt)
    return FALSE;
  if (control)
    return press_with_control (self, gdk_keyval_to_lower (keyval), (state & GDK_SHIFT_MASK) != 0);
  return alt ? press_with_alt (self, gdk_keyval_to_lower (keyval)) : press_alone (self, keyval);
}

static gboolean
note_has_focus (FwTalkPane *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->note_entry));
}

/*
 * Before anything else in the window. What is composed belongs to the input method. Where the note has the focus, only what the
 * program itself would take is taken here; all else goes first to the entry and its input method.
 */
static gboolean
root_key_cb (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             FwTalkPane *self)
{
  if (self->talk == NULL || self->composing)
    return FALSE;
  if (note_has_focus (self))
    return ((state & GDK_CONTROL_MASK) != 0 || (keyval == GDK_KEY_Left && (state & GDK_ALT_MASK) != 0)) &&
           press (self, keyval, state);
  _fw_talk_pane_focus_note (self);
  return press (self, keyval, state) ||
         gtk_event_controller_key_forward (controller, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->note_entry))));
}

/* Behind the entry: what it and its input method had no use for. Nothing of it reaches the case behind the talk. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        FwTalkPane *self)
{
  return self->talk != NULL && !self->composing && (press (self, keyval, state) || (state & GDK_CONTROL_MASK) != 0);
}

static void
preedit_cb (FwTalkPane *self,
            const char *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

void
_fw_talk_pane_add_keys (FwTalkPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (gtk_editable_get_delegate (GTK_EDITABLE (self->note_entry)), "preedit-changed",
                            G_CALLBACK (preedit_cb), self);
}

static gboolean
bring_focus_back_cb (gpointer data)
{
  FwTalkPane *self = data;

  self->focus_source = 0;
  if (self->talk != NULL && !note_has_focus (self))
    _fw_talk_pane_focus_note (self);
  return G_SOURCE_REMOVE;
}

static void
focus_moved_cb (FwTalkPane *self)
{
  if (self->talk != NULL && self->focus_source == 0 && !note_has_focus (self))
    self->focus_source = g_idle_add (bring_focus_back_cb, self);
}

/* While the pane is seen, the window's keys are its own, and the focus comes back to the note from wherever it went. */
void
_fw_talk_pane_hold_keys (FwTalkPane *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  self->root_keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->root_keys, GTK_PHASE_CAPTURE);
  g_signal_connect (self->root_keys, "key-pressed", G_CALLBACK (root_key_cb), self);
  gtk_widget_add_controller (root, self->root_keys);
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_moved_cb), self, G_CONNECT_SWAPPED);
  focus_moved_cb (self);
}

void
_fw_talk_pane_let_keys_go (FwTalkPane *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_signal_handlers_disconnect_by_func (root, focus_moved_cb, self);
  gtk_widget_remove_controller (root, g_steal_pointer (&self->root_keys));
}
