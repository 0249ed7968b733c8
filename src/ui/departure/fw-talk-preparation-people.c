/* Whether the manager comes, and who declined before. */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-talk-parts.h"
#include "ui/departure/fw-talk-preparation-private.h"
#include "ui/fw-problem.h"

/* Who declined before, as the case's course has it. */
static void
show_declined (FwTalkPreparation *self)
{
  GListModel *events = fw_case_get_events (fw_talk_get_case (self->talk));

  fw_box_clear (self->declined_box);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (FwCaseItem) event = g_list_model_get_item (events, i);
      g_autofree char *day = fw_case_name_day (fw_case_item_get_text (event, "on"));
      const char *who = fw_case_item_get_text (event, "about"), *why = fw_case_item_get_text (event, "why");
      g_autofree char *text = NULL;

      if (g_strcmp0 (fw_case_item_get_text (event, "what"), "talk.declined") != 0)
        continue;
      /* Translators: day, who was asked to sit at the table, why he does not. */
      text = g_strdup_printf (_("%s: %s did not come: %s"), day, who != NULL ? who : _("the manager"), why != NULL && *why != '\0' ? why : _("no reason given"));
      gtk_box_append (self->declined_box, fw_talk_parts_new_line (text, "caption"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->declined_box), gtk_widget_get_first_child (GTK_WIDGET (self->declined_box)) != NULL);
}

void
_fw_talk_preparation_show_people (FwTalkPreparation *self,
             const FwScript *script)
{
  gboolean declines = fw_talk_get_manager (self->talk) == FW_TALK_MANAGER_DECLINES;
  g_autofree char *present = fw_talk_dup_text (self->talk, &script->present);
  g_autofree char *absent = fw_talk_dup_text (self->talk, &script->absent);
  g_autofree char *place = fw_talk_dup_text (self->talk, &script->place);
  g_autofree char *by = g_strdup_printf (_("By the script: %s"), present);
  g_autofree char *both = *absent != '\0' ? g_strdup_printf (_("%s. Not there: %s"), by, absent) : g_strdup (by);

  gtk_drop_down_set_selected (self->manager_choice, fw_talk_get_manager (self->talk));
  gtk_widget_set_visible (self->decline_box, declines);
  if (declines)
    gtk_widget_add_css_class (self->manager_card, "fw-declines");
  else
    gtk_widget_remove_css_class (self->manager_card, "fw-declines");
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->manager_entry))))
    gtk_editable_set_text (self->manager_entry, fw_talk_get_manager_note (self->talk));
  gtk_label_set_label (self->present_label, both);
  gtk_widget_set_visible (GTK_WIDGET (self->present_label), *present != '\0');
  gtk_label_set_label (self->place_label, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place_label), *place != '\0');
  show_declined (self);
}

static void
manager_cb (FwTalkPreparation *self)
{
  FwTalkManager manager = (FwTalkManager) gtk_drop_down_get_selected (self->manager_choice);

  if (self->filling || self->talk == NULL)
    return;
  fw_talk_set_manager (self->talk, manager, manager == FW_TALK_MANAGER_DECLINES ? gtk_editable_get_text (self->manager_entry) : NULL);
  if (manager == FW_TALK_MANAGER_DECLINES)
    gtk_widget_grab_focus (GTK_WIDGET (self->manager_entry));
}

/* Where one goes on once it is on record that the manager does not come. */
typedef struct
{
  FwTalkPreparation *page; /* owned */
  gboolean other;          /* to another person, else to another day */
} Declining;

static void
declined_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  Declining *declining = data;
  FwTalkPreparation *self = declining->page;
  g_autoptr (GError) error = NULL;
  GtkWidget *field;

  if (!fw_talk_decline_finish (FW_TALK (source), result, &error))
    fw_problem_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("It was not put on record"), NULL, error);
  else if (self->talk != NULL)
    {
      fw_case_tell (GTK_WIDGET (self), _("It is on record that the manager does not come"), FALSE);
      field = declining->other ? g_hash_table_lookup (self->fields, "case/talk/@manager") : GTK_WIDGET (self->time_entry);
      if (field != NULL)
        gtk_widget_grab_focus (field);
    }
  g_object_unref (self);
  g_free (declining);
}

static void
decline (FwTalkPreparation *self,
         gboolean other)
{
  Declining *declining = g_new0 (Declining, 1);

  declining->page = g_object_ref (self);
  declining->other = other;
  fw_talk_decline_async (self->talk, NULL, declined_cb, declining);
}

static void
later_cb (FwTalkPreparation *self)
{
  decline (self, FALSE);
}

static void
other_cb (FwTalkPreparation *self)
{
  decline (self, TRUE);
}

void
_fw_talk_preparation_bind_people (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, manager_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
}
