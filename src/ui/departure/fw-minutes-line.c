#include "config.h"

#include "ui/departure/fw-minutes-line.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/widgets/fw-spoken-name.h"

/* What is seen around a line that the page scrolls to, in px. */
#define MARGIN 12

struct _FwMinutesLine
{
  GtkWidget parent_instance;

  GtkLabel *time_label;
  GtkMenuButton *kind_button;
  GtkTextView *text_view;
  GtkTextBuffer *buffer;
  GtkButton *out_button;
  GtkWidget *promise_box;
  GtkEditable *day_entry;
  GtkEditable *keeper_entry;
  GtkLabel *was_label;
  GtkLabel *problem_label;

  FwTalk *talk;       /* owned */
  FwTalkEntry *entry; /* owned */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FwMinutesLine, fw_minutes_line, GTK_TYPE_WIDGET)

/* What an entry can be made: said by one of the three, or a point. */
static const struct
{
  const char *id;
  const char *name;
  FwTalkSort sort;
  FwTalkSpeaker speaker;
} kinds[] = {
  { "employee", NC_("talk", "Employee"), FW_TALK_NOTE, FW_TALK_EMPLOYEE },
  { "hr", NC_("talk", "HR"), FW_TALK_NOTE, FW_TALK_HR },
  { "manager", NC_("talk", "Manager"), FW_TALK_NOTE, FW_TALK_MANAGER },
  { "agreed", NC_("talk", "Agreed"), FW_TALK_AGREED, FW_TALK_N_SPEAKERS },
  { "open", NC_("talk", "Left open"), FW_TALK_OPEN, FW_TALK_N_SPEAKERS },
  { "promise", NC_("talk", "Promised"), FW_TALK_PROMISE, FW_TALK_N_SPEAKERS },
};

static guint
kind_of (FwTalkEntry *entry)
{
  FwTalkSort sort = fw_talk_entry_get_sort (entry);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (fw_talk_entry_is_point (entry) ? kinds[i].sort == sort : kinds[i].speaker == fw_talk_entry_get_speaker (entry))
      return i;
  return 0;
}

static void
show_was (FwMinutesLine *self)
{
  const char *original = fw_talk_entry_get_original (self->entry);
  g_autofree char *was = NULL;

  if (original != NULL && *original != '\0')
    was = g_strdup_printf (*fw_talk_entry_get_text (self->entry) != '\0' ? _("Noted first: %s") : _("Taken out: %s"), original);
  else if (original != NULL)
    was = g_strdup (_("Added when it was read aloud"));
  else if (*fw_talk_entry_get_text (self->entry) == '\0')
    was = g_strdup (_("Empty: it does not stand in the minutes"));
  gtk_label_set_label (self->was_label, was != NULL ? was : "");
  gtk_widget_set_visible (GTK_WIDGET (self->was_label), was != NULL);
}

static void
edited_cb (FwMinutesLine *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (self->filling)
    return;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  g_strdelimit (text, "\n\r\t", ' ');
  fw_talk_correct (self->talk, self->entry, text);
  show_was (self);
}

/* A promise whose day nobody can read reminds of nothing. */
static void
day_cb (FwMinutesLine *self)
{
  const char *typed = gtk_editable_get_text (self->day_entry);
  g_autofree char *iso = fw_answer_field_read_day (typed);
  FwDate day = fw_date_from_string (iso);
  gboolean good = *typed == '\0' || fw_date_is_known (day);

  if (self->filling)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), !good);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->day_entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->day_entry), "error");
  if (good)
    fw_talk_set_promise (self->talk, self->entry, TRUE, day);
}

static void
keeper_cb (FwMinutesLine *self)
{
  if (!self->filling)
    fw_talk_set_keeper (self->talk, self->entry, gtk_editable_get_text (self->keeper_entry));
}

static void
out_cb (FwMinutesLine *self)
{
  gtk_text_buffer_set_text (self->buffer, "", 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
kind_cb (GSimpleAction *action,
         GVariant *chosen,
         gpointer data)
{
  FwMinutesLine *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].id, g_variant_get_string (chosen, NULL)))
      {
        if (kinds[i].sort == FW_TALK_NOTE && !fw_talk_entry_is_point (self->entry))
          fw_talk_set_spoken_by (self->talk, self->entry, kinds[i].speaker);
        else if (kinds[i].sort == FW_TALK_NOTE)
          {
            fw_talk_set_sort (self->talk, self->entry, FW_TALK_NOTE);
            fw_talk_set_spoken_by (self->talk, self->entry, kinds[i].speaker);
          }
        else
          fw_talk_set_sort (self->talk, self->entry, kinds[i].sort);
      }
  fw_minutes_line_show (self);
}

/* The menu is made when somebody opens it: there may be a hundred lines. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *action = g_strdup_printf ("line.kind::%s", kinds[i].id);

      g_menu_append (menu, g_dpgettext2 (NULL, "talk", kinds[i].name), action);
    }
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
  fw_spoken_name_set_items (GTK_WIDGET (gtk_menu_button_get_popover (button)));
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType modifiers,
        FwMinutesLine *self)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (self));

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) ||
      (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  while (next != NULL && !FW_IS_MINUTES_LINE (next))
    next = gtk_widget_get_next_sibling (next);
  if (next != NULL)
    fw_minutes_line_enter (FW_MINUTES_LINE (next));
  else
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

/* A line that was just added has its place only with the next frame. */
static gboolean
bring_into_view_cb (GtkWidget *self,
                    GdkFrameClock *clock,
                    gpointer data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (self, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *page = scroller != NULL ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)) : NULL;
  graphene_rect_t bounds;

  if (page == NULL || gtk_widget_get_first_child (page) == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (self) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_compute_bounds (self, gtk_widget_get_first_child (page), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), bounds.origin.y - MARGIN,
                               bounds.origin.y + bounds.size.height + MARGIN);
  return G_SOURCE_REMOVE;
}

/**
 * fw_minutes_line_enter:
 *
 * The keyboard goes to its words, and the page to where they stand.
 */
void
fw_minutes_line_enter (FwMinutesLine *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  if (gtk_widget_get_height (GTK_WIDGET (self)) == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), bring_into_view_cb, NULL, NULL);
}

FwTalkEntry *
fw_minutes_line_get_entry (FwMinutesLine *self)
{
  return self->entry;
}

static void
name_parts (FwMinutesLine *self,
            const char *time)
{
  const char *kind = g_dpgettext2 (NULL, "talk", kinds[kind_of (self->entry)].name);
  /* TRANSLATORS: who or what, then when: "Employee, 14:07". */
  g_autofree char *what = g_strdup_printf (_("%1$s, %2$s"), kind, time);
  g_autofree char *day = g_strdup_printf (_("Promised by which day: %s"), fw_talk_entry_get_text (self->entry));
  g_autofree char *keeper = g_strdup_printf (_("Who keeps it: %s"), fw_talk_entry_get_text (self->entry));
  g_autofree char *out = g_strdup_printf (_("Take it out: %s"), fw_talk_entry_get_text (self->entry));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, day, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->keeper_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, keeper, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->out_button), GTK_ACCESSIBLE_PROPERTY_LABEL, out, -1);
}

static void
show_words (FwMinutesLine *self)
{
  GtkTextIter start, end;
  g_autofree char *shown = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  shown = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  if (g_strcmp0 (shown, fw_talk_entry_get_text (self->entry)) != 0)
    gtk_text_buffer_set_text (self->buffer, fw_talk_entry_get_text (self->entry), -1);
}

/**
 * fw_minutes_line_show:
 *
 * Shows the entry as it is now.
 */
void
fw_minutes_line_show (FwMinutesLine *self)
{
  guint kind = kind_of (self->entry);
  g_autofree char *time = fw_talk_dup_clock (self->talk, fw_talk_entry_get_seconds (self->entry));
  g_autofree char *due = fw_date_to_string (fw_talk_entry_get_due (self->entry));

  self->filling = TRUE;
  gtk_label_set_label (self->time_label, time != NULL ? time : "");
  gtk_menu_button_set_label (self->kind_button, g_dpgettext2 (NULL, "talk", kinds[kind].name));
  show_words (self);
  gtk_text_view_set_editable (self->text_view, !fw_talk_entry_is_fixed (self->entry));
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_button), !fw_talk_entry_is_fixed (self->entry));
  gtk_widget_set_sensitive (GTK_WIDGET (self->out_button), !fw_talk_entry_is_fixed (self->entry));
  gtk_widget_set_visible (self->promise_box, kinds[kind].sort == FW_TALK_PROMISE);
  if (g_strcmp0 (gtk_editable_get_text (self->day_entry), due) != 0)
    gtk_editable_set_text (self->day_entry, due != NULL ? due : "");
  gtk_editable_set_text (self->keeper_entry, fw_talk_entry_get_keeper (self->entry));
  name_parts (self, time != NULL ? time : "");
  show_was (self);
  self->filling = FALSE;
}

static void
fw_minutes_line_dispose (GObject *object)
{
  FwMinutesLine *self = FW_MINUTES_LINE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->talk);
  g_clear_object (&self->entry);
  G_OBJECT_CLASS (fw_minutes_line_parent_class)->dispose (object);
}

static void
fw_minutes_line_class_init (FwMinutesLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_minutes_line_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-minutes-line.ui");
  gtk_widget_class_bind_template_child (widget_class, FwMinutesLine, time_label);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesLine, kind_button);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesLine, text_view);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesLine, buffer);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesLine, out_button);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesLine, promise_box);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesLine, day_entry);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesLine, keeper_entry);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesLine, was_label);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesLine, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
  gtk_widget_class_bind_template_callback (widget_class, keeper_cb);
  gtk_widget_class_bind_template_callback (widget_class, out_cb);
}

static void
fw_minutes_line_init (FwMinutesLine *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) kind = g_simple_action_new ("kind", G_VARIANT_TYPE_STRING);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (kind, "activate", G_CALLBACK (kind_cb), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (kind));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "line", G_ACTION_GROUP (group));
  gtk_menu_button_set_create_popup_func (self->kind_button, make_menu_cb, NULL, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), keys);
}

/**
 * fw_minutes_line_new:
 * @entry: a note, a point, or an alert that was taken in, which stands here in its words
 * @edge: makes the words of all lines begin at one edge
 *
 * Returns: (transfer floating): its line
 */
GtkWidget *
fw_minutes_line_new (FwTalk *talk,
                     FwTalkEntry *entry,
                     GtkSizeGroup *edge)
{
  FwMinutesLine *self = g_object_new (FW_TYPE_MINUTES_LINE, NULL);

  self->talk = g_object_ref (talk);
  self->entry = g_object_ref (entry);
  gtk_size_group_add_widget (edge, GTK_WIDGET (self->kind_button));
  fw_minutes_line_show (self);
  return GTK_WIDGET (self);
}
