#include "config.h"

#include "ui/departure/fw-talk-preparation-private.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-held-talks.h"
#include "ui/departure/fw-talk-parts.h"
#include "ui/departure/fw-talk-print.h"
#include "ui/departure/fw-talk-words.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"

G_DEFINE_FINAL_TYPE (FwTalkPreparation, fw_talk_preparation, GTK_TYPE_WIDGET)

/* The temperaments of the choice; the first: not known. */
static const char *const temperaments[] = { NULL, "open", "reserved", "sensitive", "assertive" };

/* What is brought */

static void
count_brought (FwTalkPreparation *self)
{
  guint all = 0, brought = 0;
  g_autofree char *text = NULL;

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->bring_box)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      all++;
      brought += gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
    }
  /* Translators: how many of how many things are packed. */
  text = g_strdup_printf (_("%u of %u packed"), brought, all);
  gtk_label_set_label (self->bring_label, text);
}

static void
brought_cb (FwTalkPreparation *self,
            GtkCheckButton *check)
{
  fw_talk_set_brought (self->talk, g_object_get_data (G_OBJECT (check), "key"), gtk_check_button_get_active (check));
  count_brought (self);
}

static void
show_bring (FwTalkPreparation *self)
{
  g_autoptr (GPtrArray) things = fw_talk_list_things (self->talk);

  fw_box_clear (self->bring_box);
  for (guint i = 0; i < things->len; i++)
    {
      const FwTalkThing *thing = things->pdata[i];
      GtkWidget *check = gtk_check_button_new_with_label (thing->text);
      GtkLabel *label = GTK_LABEL (gtk_widget_get_last_child (check));

      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      g_object_set_data_full (G_OBJECT (check), "key", g_strdup (thing->key), g_free);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), fw_talk_is_brought (self->talk, thing->key));
      g_signal_connect_object (check, "toggled", G_CALLBACK (brought_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->bring_box, check);
    }
  gtk_widget_set_visible (self->bring_part, things->len > 0);
  count_brought (self);
}

static void
show_parts (FwTalkPreparation *self)
{
  g_autoptr (FwTalkSheet) sheet = fw_talk_words_make_sheet (self->talk);
  g_autofree char *said = fw_talk_parts_dup_said (sheet);
  GPtrArray *aim = fw_talk_sheet_get (sheet, "aim"), *never = fw_talk_sheet_get (sheet, "never");
  GPtrArray *offer = fw_talk_sheet_get (sheet, "offer"), *open = fw_talk_sheet_get (sheet, "open");
  GPtrArray *objections = fw_talk_sheet_get (sheet, "objections");

  if (g_strcmp0 (said, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&said);
  show_bring (self);
  fw_talk_parts_show_facts (self->fact_box, fw_talk_sheet_get (sheet, "facts"));
  fw_talk_parts_show_answers (self->objection_box, objections);
  gtk_widget_set_visible (self->objection_part, objections->len > 0);
  gtk_label_set_label (self->objection_label, fw_talk_words_objections (self->talk));
  gtk_label_set_label (self->aim_label, aim->len > 0 ? ((FwTalkSheetRow *) aim->pdata[0])->text : "");
  gtk_widget_set_visible (self->aim_part, aim->len > 0);
  fw_talk_parts_show_points (self->never_box, never, "window-close-symbolic", "block");
  gtk_widget_set_visible (self->never_part, never->len > 0);
  fw_talk_parts_show_points (self->offer_box, offer, "object-select-symbolic", "clear");
  gtk_widget_set_visible (self->offer_part, offer->len > 0);
  fw_talk_parts_show_points (self->open_box, open, "dialog-warning-symbolic", "warn");
}

/* Head, manner */

static void
show_line (FwTalkPreparation *self)
{
  g_autofree char *line = fw_talk_words_dup_line (self->talk);

  gtk_label_set_label (self->line_label, line);
}

static void
show_head (FwTalkPreparation *self,
           const FwScript *script,
           guint empty)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *missing =
    g_strdup_printf (ngettext ("%u thing to fill in before it begins", "%u things to fill in before it begins", empty), empty);

  g_object_get (fw_talk_get_case (self->talk), "employee-name", &name, NULL);
  title = g_strdup_printf (_("The talk with %s"), name);
  gtk_label_set_label (self->title_label, title);
  show_line (self);
  gtk_label_set_label (self->missing_label, missing);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_label), empty > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->review_label), !script->reviewed);
}

static void
show_manner (FwTalkPreparation *self)
{
  const char *sex = fw_case_get (fw_talk_get_case (self->talk), "employee/@sex");
  guint chosen = 0;

  for (guint i = 1; i < G_N_ELEMENTS (temperaments); i++)
    if (g_strcmp0 (fw_talk_get_temperament (self->talk), temperaments[i]) == 0)
      chosen = i;
  gtk_drop_down_set_selected (self->manner_choice, chosen);
  gtk_label_set_label (self->manner_label, fw_talk_words_manner (self->talk));
  gtk_label_set_label (self->manner_heading, g_strcmp0 (sex, "male") == 0     ? _("His manner")
                                             : g_strcmp0 (sex, "female") == 0 ? _("Her manner")
                                                                              : _("Their manner"));
}

static void
show (FwTalkPreparation *self)
{
  const FwScript *script = fw_talk_get_script (self->talk);
  gboolean fields, points;
  guint empty;

  if (script == NULL)
    return;
  self->filling = TRUE;
  empty = _fw_talk_preparation_show_fields (self);
  show_head (self, script, empty);
  _fw_talk_preparation_show_people (self, script);
  show_parts (self);
  show_manner (self);
  fields = gtk_widget_get_first_child (GTK_WIDGET (self->field_box)) != NULL;
  points = gtk_widget_get_first_child (GTK_WIDGET (self->open_box)) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->field_box), fields);
  gtk_widget_set_visible (GTK_WIDGET (self->open_box), points);
  gtk_widget_set_visible (self->open_part, fields || points);
  self->filling = FALSE;
}

/* What is chosen and typed */

static void
script_cb (FwTalkPreparation *self)
{
  guint chosen = gtk_drop_down_get_selected (self->script_choice);

  if (!self->filling && self->talk != NULL && chosen < self->scripts->len)
    fw_talk_set_script (self->talk, ((FwScript *) self->scripts->pdata[chosen])->id, NULL);
}

static void
manner_cb (FwTalkPreparation *self)
{
  guint chosen = gtk_drop_down_get_selected (self->manner_choice);

  if (!self->filling && self->talk != NULL && chosen < G_N_ELEMENTS (temperaments) &&
      g_strcmp0 (temperaments[chosen], fw_talk_get_temperament (self->talk)) != 0)
    fw_talk_set_temperament (self->talk, temperaments[chosen], NULL);
}

static void
typed_cb (FwTalkPreparation *self,
          GtkEditable *entry)
{
  if (self->filling || self->talk == NULL)
    return;
  if (entry == self->place_entry)
    fw_talk_set_place (self->talk, gtk_editable_get_text (entry));
  else if (entry == self->time_entry)
    fw_talk_set_time (self->talk, gtk_editable_get_text (entry));
  else
    fw_talk_set_manager (self->talk, fw_talk_get_manager (self->talk), gtk_editable_get_text (entry));
  show_line (self);
}

/* It begins once all that its sentences need is there; else whoever wants to begin is led to what is not. */
static void
start_cb (FwTalkPreparation *self)
{
  GtkWidget *empty = _fw_talk_preparation_find_empty_field (self);

  if (empty == NULL)
    {
      fw_talk_begin (self->talk);
      return;
    }
  gtk_widget_grab_focus (empty);
  fw_case_tell (GTK_WIDGET (self), _("Fill this in first: a sentence of the talk says it"), FALSE);
}

static void
print_cb (GtkWidget *widget,
          const char *action_name,
          GVariant *parameter)
{
  FwTalkPreparation *self = FW_TALK_PREPARATION (widget);

  if (self->talk != NULL)
    fw_talk_print (widget, self->talk);
}

static void
save_cb (GtkWidget *widget,
         const char *action_name,
         GVariant *parameter)
{
  FwTalkPreparation *self = FW_TALK_PREPARATION (widget);

  if (self->talk != NULL)
    fw_talk_save_pdf (widget, self->talk);
}

/* A grid, since boxes of newer GTK releases take the height that their columns would need at their least widths. */
static void
place_columns (FwTalkPreparation *self, gboolean narrow)
{
  GtkLayoutManager *grid = gtk_widget_get_layout_manager (self->columns);
  int place = 0;

  for (GtkWidget *column = gtk_widget_get_first_child (self->columns); column != NULL; column = gtk_widget_get_next_sibling (column))
    {
      g_object_set (gtk_layout_manager_get_layout_child (grid, column), "column", narrow ? 0 : place, "row", narrow ? place : 0, NULL);
      place++;
    }
}

static void
fill_choices (FwTalkPreparation *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->filling = TRUE;
  g_clear_pointer (&self->scripts, g_ptr_array_unref);
  self->scripts = fw_talk_list_scripts (self->talk);
  for (guint i = 0; i < self->scripts->len; i++)
    {
      FwScript *script = self->scripts->pdata[i];
      g_autofree char *title = fw_talk_dup_text (self->talk, &script->title);

      gtk_string_list_append (names, title);
    }
  gtk_drop_down_set_model (self->script_choice, G_LIST_MODEL (names));
  for (guint i = 0; i < self->scripts->len; i++)
    if (self->scripts->pdata[i] == fw_talk_get_script (self->talk))
      gtk_drop_down_set_selected (self->script_choice, i);
  gtk_editable_set_text (self->place_entry, fw_talk_get_place (self->talk));
  gtk_editable_set_text (self->time_entry, fw_talk_get_time (self->talk));
  gtk_editable_set_text (self->manager_entry, fw_talk_get_manager_note (self->talk));
  self->filling = FALSE;
}

/**
 * fw_talk_preparation_set_talk:
 * @talk: (nullable): the talk that is prepared here; %NULL: none
 */
void
fw_talk_preparation_set_talk (FwTalkPreparation *self,
                              FwTalk *talk)
{
  if (talk == self->talk)
    return;
  if (self->talk != NULL)
    g_signal_handlers_disconnect_by_data (self->talk, self);
  g_set_object (&self->talk, talk);
  g_clear_pointer (&self->shown, g_free);
  if (talk == NULL)
    return;
  _fw_talk_preparation_forget_fields (self);
  fill_choices (self);
  g_signal_connect_object (talk, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  fw_held_talks_show_case (self->held_talks, fw_talk_get_case (talk));
}

void
fw_talk_preparation_set_narrow (FwTalkPreparation *self,
                                gboolean narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  place_columns (self, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head_box), orientation);
}

static void
fw_talk_preparation_dispose (GObject *object)
{
  FwTalkPreparation *self = FW_TALK_PREPARATION (object);
  GtkWidget *child;

  if (self->talk != NULL)
    g_signal_handlers_disconnect_by_data (self->talk, self);
  g_clear_object (&self->talk);
  g_clear_pointer (&self->scripts, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (fw_talk_preparation_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, FwTalkPreparation, name)
  BIND (head_box);
  BIND (title_label);
  BIND (line_label);
  BIND (review_label);
  BIND (missing_label);
  BIND (columns);
  BIND (script_choice);
  BIND (place_entry);
  BIND (time_entry);
  BIND (place_label);
  BIND (hr_box);
  BIND (manager_box);
  BIND (person_box);
  BIND (manager_card);
  BIND (manager_choice);
  BIND (manager_entry);
  BIND (decline_box);
  BIND (present_label);
  BIND (declined_box);
  BIND (bring_part);
  BIND (bring_label);
  BIND (bring_box);
  BIND (fact_box);
  BIND (objection_part);
  BIND (objection_label);
  BIND (objection_box);
  BIND (aim_part);
  BIND (aim_label);
  BIND (never_part);
  BIND (never_box);
  BIND (offer_part);
  BIND (offer_box);
  BIND (open_part);
  BIND (field_box);
  BIND (open_box);
  BIND (manner_heading);
  BIND (manner_choice);
  BIND (manner_label);
  BIND (held_talks);
#undef BIND
}

static void
fw_talk_preparation_class_init (FwTalkPreparationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_talk_preparation_dispose;
  g_type_ensure (FW_TYPE_HELD_TALKS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-talk-preparation.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, script_cb);
  gtk_widget_class_bind_template_callback (widget_class, manner_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  _fw_talk_preparation_bind_people (widget_class);
  gtk_widget_class_install_action (widget_class, "talk.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "talk.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "talk.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "talk.save", NULL);
}

static void
fw_talk_preparation_init (FwTalkPreparation *self)
{
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  place_columns (self, FALSE);
  fw_spoken_name_follow_choice (GTK_WIDGET (self->script_choice), _("What is talked about"));
  fw_spoken_name_follow_choice (GTK_WIDGET (self->manager_choice), _("Whether the manager comes"));
  fw_spoken_name_follow_choice (GTK_WIDGET (self->manner_choice), _("Temperament"));
}
