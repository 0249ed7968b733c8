/* What to take care of: an alert is for the interviewer alone. It makes no sound, and covers neither the prompt nor the notes. */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-talk-pane-private.h"
#include "ui/fw-quotation.h"
#include "ui/widgets/fw-adaptive-bin.h"
#include "ui/widgets/fw-spoken-name.h"

/* Heights in px at text scale 1. A window that is lower than the first has no room for all of a talk with an alert. */
#define LOW_WINDOW 600
#define BRIEF_LINES 90  /* of an alert: what was heard, and what can be said */
#define LEAST_LINES 46  /* what can be said */
#define DANGER_LINES 62 /* what was heard, and what not to say */
#define PROMPT_HEAD 27
#define PROMPT_LINE 38
#define NOTE_LINES 58   /* two of the last notes */

/**
 * _fw_talk_pane_get_alert:
 *
 * Returns: (nullable): the one to take care of first
 */
const FwTalkAlert *
_fw_talk_pane_get_alert (FwTalkPane *self)
{
  GPtrArray *alerts = self->talk != NULL ? fw_talk_get_alerts (self->talk) : NULL;

  return alerts != NULL && alerts->len > 0 ? alerts->pdata[0] : NULL;
}

/* Life and limb come before the script. */
gboolean
_fw_talk_pane_is_danger (FwTalkPane *self)
{
  const FwTalkAlert *alert = _fw_talk_pane_get_alert (self);

  return alert != NULL && alert->of->danger;
}

const char *
_fw_talk_pane_pick (FwTalkPane *self,
                    const FwSaid *said)
{
  g_autofree char *language = NULL;

  g_object_get (fw_case_get_workplace (fw_talk_get_case (self->talk)), "language", &language, NULL);
  return g_strcmp0 (language, "zh") == 0 ? said->zh : said->en;
}

void
_fw_talk_pane_take_in (FwTalkPane *self)
{
  fw_talk_take_in (self->talk);
  _fw_talk_pane_focus_note (self);
}

void
_fw_talk_pane_got_it (FwTalkPane *self)
{
  fw_talk_acknowledge (self->talk);
  _fw_talk_pane_focus_note (self);
}

static void
show_line (GtkLabel *label,
           GtkWidget *title,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
  if (title != NULL)
    gtk_widget_set_visible (title, *text != '\0');
}

/* One below the other beside the notes; in one line where the card is as wide as the window. */
static char *
dup_avoid (FwTalkPane *self,
           const FwPhraseClass *of)
{
  const char *between = of->danger || self->narrow ? "  " : "\n";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < of->avoid->len; i++)
    {
      g_autofree char *quoted = fw_quotation_dup (_fw_talk_pane_pick (self, of->avoid->pdata[i]));

      g_string_append_printf (text, "%s%s", i > 0 ? between : "", quoted);
    }
  return g_string_free (text, FALSE);
}

/* How sure it is, in words: what only sounds like it, what was denied, whose words they were. */
static char *
dup_heard (const FwTalkAlert *alert)
{
  g_autofree char *quoted = fw_quotation_dup (alert->words);
  const char *possible = alert->possible ? _(" · possibly: it only sounds like it") : "";
  const char *negated = alert->negated ? _(" · in a denial") : "";

  return g_strconcat (alert->own ? _("What was just said wants correcting: ") : _("Heard: "), quoted, possible, negated, NULL);
}

static void
show_more (FwTalkPane *self)
{
  GPtrArray *alerts = fw_talk_get_alerts (self->talk);
  g_autofree char *more = NULL;

  if (alerts->len > 1)
    more = g_strdup_printf (ngettext ("%u more: %s", "%u more, next: %s", alerts->len - 1), alerts->len - 1,
                            _fw_talk_pane_pick (self, &((FwTalkAlert *) alerts->pdata[1])->of->title));
  show_line (self->alert_more, NULL, more != NULL ? more : "");
}

static void
add_button (FwTalkPane *self,
            const char *text,
            const char *key,
            void (*pressed) (FwTalkPane *))
{
  GtkWidget *button = _fw_talk_pane_make_key_button (text, key);

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (pressed), self);
  fw_wrap_box_append (self->alert_buttons, button);
}

/* What is critical is not put away by a key that anybody presses without thinking. */
static void
show_buttons (FwTalkPane *self,
              gboolean critical)
{
  fw_wrap_box_clear (self->alert_buttons);
  add_button (self, _("Put in minutes"), "Ctrl+M", _fw_talk_pane_take_in);
  add_button (self, _("Got it"), critical ? "Alt+Enter" : "Esc", _fw_talk_pane_got_it);
}

static void
fill_card (FwTalkPane *self,
           const FwTalkAlert *alert)
{
  const char *title = _fw_talk_pane_pick (self, &alert->of->title);
  g_autofree char *time = _fw_talk_name_seconds (alert->seconds);
  g_autofree char *heard = dup_heard (alert);
  /* In danger the sentence to say stands in the place of the script's. */
  g_autofree char *say = fw_quotation_dup (alert->of->danger ? "" : _fw_talk_pane_pick (self, &alert->of->say));
  g_autofree char *avoid = dup_avoid (self, alert->of);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", title, heard);
  const gboolean critical = alert->severity == FW_ALERT_CRITICAL;

  gtk_label_set_label (self->alert_title, title);
  gtk_label_set_label (self->alert_time, time);
  gtk_label_set_label (self->alert_heard, heard);
  show_line (self->alert_meaning, NULL, _fw_talk_pane_pick (self, &alert->of->meaning));
  show_line (self->alert_do, NULL, _fw_talk_pane_pick (self, &alert->of->prompt));
  show_line (self->alert_say, self->alert_say_title, say);
  show_line (self->alert_avoid, self->alert_avoid_title, avoid);
  show_buttons (self, critical);
  show_more (self);
  gtk_widget_set_css_classes (self->alert_card, critical ? (const char *[]){ "fw-card", "block", "fw-stripe-block", NULL }
                                                         : (const char *[]){ "fw-card", "warn", "fw-stripe-warn", NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->alert_card), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* Where there is little room, what can be said comes before what it means, and the rest is scrolled to; beside the notes the whole column
 * scrolls. */
static void
order_lines (FwTalkPane *self,
             gboolean brief,
             gboolean low)
{
  GtkBox *lines = GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->alert_heard)));
  GtkWidget *said[] = { GTK_WIDGET (self->alert_heard), self->alert_say_title, GTK_WIDGET (self->alert_say) };
  GtkWidget *above = brief ? GTK_WIDGET (self->alert_avoid) : GTK_WIDGET (self->alert_heard);

  gtk_box_reorder_child_after (lines, said[low ? 1 : 0], NULL);
  gtk_box_reorder_child_after (lines, said[low ? 2 : 1], said[low ? 1 : 0]);
  gtk_box_reorder_child_after (lines, said[low ? 0 : 2], said[low ? 2 : 1]);
  gtk_box_reorder_child_after (lines, self->alert_avoid_title, said[low ? 0 : 2]);
  gtk_box_reorder_child_after (lines, GTK_WIDGET (self->alert_avoid), self->alert_avoid_title);
  gtk_box_reorder_child_after (lines, GTK_WIDGET (self->alert_meaning), above);
  gtk_box_reorder_child_after (lines, GTK_WIDGET (self->alert_do), GTK_WIDGET (self->alert_meaning));
}

/* Who has the height where there is not enough: the note is always whole, then what to say now. What is left out stands there again once
 * the alert is got. */
static void
share_height (FwTalkPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const double scale = fw_adaptive_bin_get_text_scale (GTK_WIDGET (self));
  const int height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : 0;
  const gboolean low = height > 0 && height < LOW_WINDOW * scale, danger = _fw_talk_pane_is_danger (self);
  const gboolean brief = _fw_talk_pane_get_alert (self) != NULL && (self->narrow || danger);
  const gboolean least = brief && low, saved = self->unsaved_seconds < 3;
  const gboolean headed = danger || !(least || (low && self->narrow && self->more));
  const int alert_lines = low ? (danger ? DANGER_LINES : LEAST_LINES) : BRIEF_LINES;

  g_object_set (self->prompt_scroll, "min-height", brief && (danger || !low) ? height * 3 / 10 : (int) ((headed ? PROMPT_HEAD + PROMPT_LINE : PROMPT_LINE) * scale), NULL);
  g_object_set (self->alert_scroll, "min-height", brief ? (int) (alert_lines * scale) : G_MAXINT, NULL);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->scene_label)), headed);
  gtk_widget_set_visible (gtk_widget_get_parent (self->next_button), !least);
  gtk_widget_set_visible (GTK_WIDGET (self->keep_box), !least);
  gtk_widget_set_visible (GTK_WIDGET (self->speaker_box), !(least && danger));
  gtk_widget_set_visible (GTK_WIDGET (self->entry_scroll), !(least && danger));
  gtk_scrolled_window_set_min_content_height (self->entry_scroll, least ? 0 : NOTE_LINES);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->task_label)), !saved || !(low && self->narrow));
  order_lines (self, brief, low && !danger);
}

/* Beside the notes; between prompt and notes where there is little width; above everything where somebody is in danger. */
void
_fw_talk_pane_place_alert (FwTalkPane *self)
{
  AdwBin *places[] = { self->danger_place, self->middle_place, self->side_place };
  AdwBin *place = _fw_talk_pane_is_danger (self) ? self->danger_place : self->narrow ? self->middle_place : self->side_place;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (places[i] != place && adw_bin_get_child (places[i]) == self->alert_card)
        adw_bin_set_child (places[i], NULL);
      gtk_widget_set_visible (GTK_WIDGET (places[i]), places[i] == place && _fw_talk_pane_get_alert (self) != NULL);
    }
  if (adw_bin_get_child (place) != self->alert_card)
    adw_bin_set_child (place, self->alert_card);
  /* Where there is little room, what was said goes before what is still to be noted. */
  gtk_widget_set_visible (GTK_WIDGET (self->task_label), *gtk_label_get_label (self->task_label) != '\0' &&
                                                           (!self->narrow || _fw_talk_pane_get_alert (self) == NULL));
  gtk_widget_set_visible (self->side, !self->narrow || (self->more && _fw_talk_pane_get_alert (self) == NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->mood_band), place != self->danger_place && (!self->narrow || self->more));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->mood_band)),
                          !self->narrow || _fw_talk_pane_get_alert (self) == NULL);
  share_height (self);
}

void
_fw_talk_pane_show_alert (FwTalkPane *self)
{
  const FwTalkAlert *alert = _fw_talk_pane_get_alert (self);

  gtk_widget_set_visible (self->alert_card, alert != NULL);
  if (alert != NULL)
    fill_card (self, alert);
  _fw_talk_pane_place_alert (self);
  fw_tall_scroll_to_top (self->side_scroll);
  fw_tall_scroll_to_top (self->alert_scroll);
  _fw_talk_pane_show_prompt (self);
}
