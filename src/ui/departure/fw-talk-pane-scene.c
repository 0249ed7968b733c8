/* What to say now, how long it has been, and what is at hand for it. */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-talk-pane-private.h"
#include "ui/departure/fw-talk-words.h"
#include "ui/fw-quotation.h"
#include "ui/widgets/fw-fact-list.h"

/* What a turn of the mood asks for: from the mood before it to the one now. Any: FW_TALK_N_MOODS. */
static const struct
{
  FwTalkMood before;
  FwTalkMood now;
  const char *advice;
} turns[] = {
  { FW_TALK_CALM, FW_TALK_ANGRY, N_("What was just said has touched something: go back to it and ask which words.") },
  { FW_TALK_ANGRY, FW_TALK_SILENT, N_("Often this is giving up, not agreeing: nothing is signed today.") },
  { FW_TALK_TEARS, FW_TALK_CALM, N_("Do not go back to the money at once: first ask whether to go on.") },
  { FW_TALK_N_MOODS, FW_TALK_UPSET, N_("Stop for a minute, pour some water, go slower.") },
  { FW_TALK_N_MOODS, FW_TALK_ANGRY, N_("Let them finish; find one concrete point and write it down.") },
  { FW_TALK_N_MOODS, FW_TALK_SILENT, N_("Say nothing for a minute; then ask one thing only.") },
  { FW_TALK_N_MOODS, FW_TALK_TEARS, N_("Stop first: tissues, water, a few minutes alone.") },
};

static const char *
find_advice (FwTalkMood before,
             FwTalkMood now)
{
  if (before == now)
    return "";
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    if (turns[i].now == now && (turns[i].before == before || turns[i].before == FW_TALK_N_MOODS))
      return _(turns[i].advice);
  return "";
}

static char *
dup_clock (FwTalkPane *self)
{
  const gboolean paused = fw_talk_is_paused (self->talk);
  g_autofree char *time =
    _fw_talk_name_seconds (paused ? fw_talk_get_break_seconds (self->talk) : fw_talk_get_seconds (self->talk));

  return paused ? g_strdup_printf (_("In a break %s"), time) : g_steal_pointer (&time);
}

/* As in the minutes: a manager of whom nobody has said that he comes is not there. */
static char *
dup_present (FwTalkPane *self,
             guint *n_present)
{
  FwCase *its = fw_talk_get_case (self->talk);
  const char *hr = fw_talk_get_leader (self->talk);
  const char *manager = fw_talk_get_manager (self->talk) == FW_TALK_MANAGER_COMES ? fw_talk_get_manager_name (self->talk) : NULL;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_object_get (its, "employee-name", &name, NULL);
  if (hr != NULL && *hr != '\0')
    g_ptr_array_add (names, (char *) hr);
  if (manager != NULL && *manager != '\0')
    g_ptr_array_add (names, (char *) manager);
  g_ptr_array_add (names, name);
  *n_present = names->len;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" · ", (char **) names->pdata);
}

/* Over its time the clock changes its colour; nobody is hurried. */
void
_fw_talk_pane_show_clock (FwTalkPane *self)
{
  g_autofree char *clock = dup_clock (self);
  guint n_present, expected = fw_talk_get_expected_seconds (self->talk);
  g_autofree char *present = dup_present (self, &n_present);
  g_autofree char *brief = g_strdup_printf (ngettext ("%s · %u at the table", "%s · %u at the table", n_present), clock, n_present);

  gtk_label_set_label (self->clock_label, clock);
  adw_window_title_set_subtitle (self->title, self->narrow ? brief : present);
  if (expected > 0 && fw_talk_get_seconds (self->talk) > expected)
    gtk_widget_add_css_class (GTK_WIDGET (self->clock_label), "warn");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->clock_label), "warn");
}

void
_fw_talk_pane_show_header (FwTalkPane *self)
{
  const FwScript *script = fw_talk_get_script (self->talk);
  const gboolean paused = fw_talk_is_paused (self->talk);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *minutes = script != NULL ? fw_talk_words_dup_minutes (script) : NULL;
  g_autofree char *expected = minutes != NULL ? g_strdup_printf (_("/ about %s min"), minutes) : NULL;

  g_object_get (fw_talk_get_case (self->talk), "employee-name", &name, NULL);
  title = g_strdup_printf (_("The talk with %s"), name != NULL ? name : "");
  adw_window_title_set_title (self->title, title);
  gtk_label_set_label (self->expected_label, expected != NULL ? expected : "");
  adw_button_content_set_label (self->break_content, paused ? _("Go on") : self->narrow ? "" : _("Take a break"));
  adw_button_content_set_icon_name (self->break_content, paused ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
  _fw_talk_pane_show_clock (self);
}

static void
show_scene_bar (FwTalkPane *self)
{
  const guint now = fw_talk_get_scene_number (self->talk), n = fw_talk_get_n_scenes (self->talk);
  g_autofree char *spoken = g_strdup_printf (_("Scene %u of %u"), now, n);

  fw_box_clear (self->scene_bar);
  for (guint i = 1; i <= n; i++)
    {
      GtkWidget *part = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (part, "fw-scene");
      if (i <= now)
        gtk_widget_add_css_class (part, i < now ? "done" : "now");
      gtk_widget_set_hexpand (part, TRUE);
      gtk_box_append (self->scene_bar, part);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scene_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
branch_cb (GtkButton *button,
           FwTalkPane *self)
{
  fw_talk_take_branch (self->talk, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "number")));
  _fw_talk_pane_focus_note (self);
}

static void
show_branches (FwTalkPane *self)
{
  g_auto (GStrv) branches = fw_talk_dup_branches (self->talk);

  fw_wrap_box_clear (self->branch_box);
  for (guint i = 0; branches[i] != NULL && i < 9; i++)
    {
      g_autofree char *key = g_strdup_printf ("Alt+%u", i + 1);
      GtkWidget *button = _fw_talk_pane_make_key_button (branches[i], key);

      g_object_set_data (G_OBJECT (button), "number", GUINT_TO_POINTER (i));
      g_signal_connect (button, "clicked", G_CALLBACK (branch_cb), self);
      fw_wrap_box_append (self->branch_box, button);
    }
}

static void
set_optional (GtkLabel *label,
              const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* A turn of the mood is answered in one line, until one goes on. */
static void
show_turn (FwTalkPane *self)
{
  const gboolean danger = _fw_talk_pane_is_danger (self);
  FwTalkMood before, mood = fw_talk_get_mood (self->talk, &before);
  guint n_moods = 0;

  for (guint i = 0; i < g_list_model_get_n_items (fw_talk_get_entries (self->talk)); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (fw_talk_get_entries (self->talk), i);

      n_moods += fw_talk_entry_get_sort (entry) == FW_TALK_MOOD;
    }
  if (self->n_moods_seen == G_MAXUINT)
    self->n_moods_seen = n_moods;
  set_optional (self->turn_label, !danger && mood < FW_TALK_N_MOODS && n_moods > self->n_moods_seen ? find_advice (before, mood) : "");
}

/* Where somebody is in danger, the sentence to say is the safety's, and the script waits. */
void
_fw_talk_pane_show_prompt (FwTalkPane *self)
{
  const FwTalkAlert *alert = _fw_talk_pane_get_alert (self);
  const gboolean danger = _fw_talk_pane_is_danger (self), at_end = fw_talk_is_at_end (self->talk) && !danger;
  const FwScene *scene = fw_talk_get_scene (self->talk);
  gboolean manager, unknown;
  g_autofree char *prompt = fw_talk_dup_prompt (self->talk, &manager, &unknown);
  g_autofree char *said = danger ? fw_quotation_dup (_fw_talk_pane_pick (self, &alert->of->say)) : prompt != NULL ? fw_quotation_dup (prompt) : NULL;
  g_autofree char *hint = danger ? g_strdup ("") : fw_talk_dup_hint (self->talk);
  g_autofree char *aim = scene != NULL && !danger ? fw_talk_dup_text (self->talk, &scene->aim) : g_strdup ("");
  g_autofree char *aim_line = *aim != '\0' ? g_strdup_printf (_("Aim: %s"), aim) : g_strdup ("");
  g_autofree char *number =
    g_strdup_printf (_("Scene %u of %u"), fw_talk_get_scene_number (self->talk), fw_talk_get_n_scenes (self->talk));

  gtk_label_set_label (self->scene_label, danger ? _("Safety first: the script waits") : number);
  set_optional (self->aim_label, self->narrow && _fw_talk_pane_get_alert (self) != NULL ? "" : aim_line);
  gtk_widget_set_visible (self->manager_tag, manager && !danger);
  gtk_widget_set_visible (self->unknown_tag, unknown && !danger);
  gtk_label_set_label (self->prompt_label, at_end         ? _("All is said. Ctrl+. ends the talk.")
                                           : said != NULL ? said
                                                          : _("Nothing to say here: listen."));
  set_optional (self->hint_label, hint);
  show_turn (self);
  gtk_widget_set_opacity (GTK_WIDGET (self->prompt_label), fw_talk_is_paused (self->talk) ? 0.4 : 1);
  gtk_widget_set_visible (GTK_WIDGET (self->branch_box), !danger);
  gtk_widget_set_visible (self->next_button, !danger && !at_end);
}

static void
show_papers (FwTalkPane *self)
{
  g_autoptr (GPtrArray) things = fw_talk_list_things (self->talk);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < things->len; i++)
    {
      const FwTalkThing *thing = things->pdata[i];

      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", fw_talk_is_brought (self->talk, thing->key) ? "☑" : "☐", thing->text);
    }
  set_optional (self->paper_label, text->str);
  g_string_free (text, TRUE);
}

/* What is not known yet is named in one line. */
static void
show_facts (FwTalkPane *self)
{
  g_autoptr (GPtrArray) figures = fw_talk_list_figures (self->talk, TRUE);
  g_autofree char *language = NULL;
  g_autoptr (GString) unknown = g_string_new (NULL);
  GtkWidget *facts = fw_fact_list_new ();

  g_object_get (fw_case_get_workplace (fw_talk_get_case (self->talk)), "language", &language, NULL);
  fw_box_clear (self->fact_box);
  for (guint i = 0; i < figures->len; i++)
    {
      const FwScriptFigure *figure = figures->pdata[i];
      gboolean chinese = g_strcmp0 (language, "zh") == 0;
      const char *name = chinese ? figure->name.zh : figure->name.en, *value = chinese ? figure->value.zh : figure->value.en;

      if (value != NULL)
        fw_fact_list_append (FW_FACT_LIST (facts), name, value);
      else
        g_string_append_printf (unknown, "%s%s", unknown->len > 0 ? _(", ") : _("Not known yet: "), name);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->fact_box), fw_fact_list_length (FW_FACT_LIST (facts)) > 0);
  gtk_box_append (self->fact_box, facts);
  set_optional (self->unknown_label, unknown->str);
}

static void
show_at_hand (FwTalkPane *self)
{
  const FwScene *scene = fw_talk_get_scene (self->talk);
  g_autofree char *stop = scene != NULL ? fw_talk_dup_text (self->talk, &scene->stop) : g_strdup ("");
  g_autofree char *stop_line = *stop != '\0' ? g_strdup_printf (_("Stop when: %s"), stop) : g_strdup ("");
  g_autofree char *task = scene != NULL ? fw_talk_dup_text (self->talk, &scene->note) : g_strdup ("");
  g_autofree char *task_line = *task != '\0' ? g_strdup_printf (_("To note: %s"), task) : g_strdup ("");

  show_facts (self);
  show_papers (self);
  set_optional (self->stop_label, stop_line);
  gtk_label_set_label (self->task_label, task_line);
}

/* All that belongs to the sentence and its scene. */
void
_fw_talk_pane_show_scene (FwTalkPane *self)
{
  _fw_talk_pane_show_header (self);
  show_scene_bar (self);
  _fw_talk_pane_show_prompt (self);
  show_branches (self);
  show_at_hand (self);
  _fw_talk_pane_place_alert (self);
  fw_tall_scroll_to_top (self->prompt_scroll);
}
