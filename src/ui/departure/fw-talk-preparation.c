#include "config.h"

#include "ui/departure/fw-talk-preparation.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-held-talks.h"
#include "ui/departure/fw-talk-parts.h"
#include "ui/departure/fw-talk-print.h"
#include "ui/departure/fw-talk-words.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"

struct _FwTalkPreparation
{
  GtkWidget parent_instance;

  GtkBox *head_box;
  GtkLabel *title_label;
  GtkLabel *line_label;
  GtkLabel *review_label;
  GtkLabel *missing_label;
  GtkWidget *columns;
  GtkDropDown *script_choice;
  GtkEditable *place_entry;
  GtkEditable *time_entry;
  GtkLabel *place_label;
  GtkBox *hr_box;
  GtkBox *manager_box;
  GtkBox *person_box;
  GtkWidget *manager_card;
  GtkDropDown *manager_choice;
  GtkEditable *manager_entry;
  GtkWidget *decline_box;
  GtkLabel *present_label;
  GtkBox *declined_box;
  GtkWidget *bring_part;
  GtkLabel *bring_label;
  GtkBox *bring_box;
  GtkBox *fact_box;
  GtkWidget *objection_part;
  GtkLabel *objection_label;
  GtkBox *objection_box;
  GtkWidget *aim_part;
  GtkLabel *aim_label;
  GtkWidget *never_part;
  GtkBox *never_box;
  GtkWidget *offer_part;
  GtkBox *offer_box;
  GtkWidget *open_part;
  GtkBox *field_box;
  GtkBox *open_box;
  GtkLabel *manner_heading;
  GtkDropDown *manner_choice;
  GtkLabel *manner_label;
  FwHeldTalks *held_talks;

  FwTalk *talk;       /* owned, nullable */
  GPtrArray *scripts; /* borrowed FwScript, of the choice */
  GHashTable *fields; /* path → field: what somebody types in stays */
  char *shown;        /* what the parts say, to leave alone what says the same */
  gboolean filling;
};

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

/* Figures that are filled in for the talk */

static gboolean
is_chinese (FwTalkPreparation *self)
{
  g_autofree char *language = NULL;

  g_object_get (fw_case_get_workplace (fw_talk_get_case (self->talk)), "language", &language, NULL);
  return g_strcmp0 (language, "zh") == 0;
}

/* Who sits at the table has a field whatever the script says. */
static void
add_person_field (FwTalkPreparation *self,
                  GtkBox *box,
                  const char *path,
                  const char *otherwise,
                  const char *name)
{
  FwCase *its = fw_talk_get_case (self->talk);
  GtkWidget *field;

  if (g_hash_table_contains (self->fields, path))
    {
      fw_answer_field_refresh (g_hash_table_lookup (self->fields, path));
      return;
    }
  field = fw_answer_field_new (its, path, name, "text", fw_case_get (its, otherwise));
  g_hash_table_insert (self->fields, g_strdup (path), field);
  gtk_box_append (box, field);
}

static void
show_person_fields (FwTalkPreparation *self)
{
  g_autofree char *person = NULL;
  g_autofree char *called = NULL;

  g_object_get (fw_talk_get_case (self->talk), "employee-name", &person, NULL);
  /* Translators: the person's name; the field below takes the form of address. */
  called = g_strdup_printf (_("%s, spoken to as"), person);
  add_person_field (self, self->hr_box, "case/talk/@hr", "company/@hr-contact", _("HR, leads the talk"));
  add_person_field (self, self->manager_box, "case/talk/@manager", "employee/employment/@supervisor", _("Manager"));
  add_person_field (self, self->person_box, "case/talk/@call", "employee/@name", called);
}

static void
add_field (FwTalkPreparation *self,
           const FwScriptFigure *figure)
{
  const char *name = is_chinese (self) ? figure->name.zh : figure->name.en, *ask = is_chinese (self) ? figure->ask.zh : figure->ask.en;
  const char *value = is_chinese (self) ? figure->written.zh : figure->written.en;
  const char *answer = fw_case_get (fw_talk_get_case (self->talk), figure->path);
  g_autofree char *label =
    value == NULL && *ask != '\0' ? g_strdup_printf (_("%s: not known yet, %s"), name, ask) : g_strdup (name);
  GtkWidget *field =
    fw_answer_field_new (fw_talk_get_case (self->talk), figure->path, label, figure->kind, answer == NULL ? value : NULL);

  g_hash_table_insert (self->fields, g_strdup (figure->path), field);
  gtk_box_append (self->field_box, field);
}

static void
forget_fields (FwTalkPreparation *self)
{
  g_hash_table_remove_all (self->fields);
  fw_box_clear (self->hr_box);
  fw_box_clear (self->manager_box);
  fw_box_clear (self->person_box);
  fw_box_clear (self->field_box);
}

/* What scripts say of this talk alone has a field; a figure that a script says no longer loses its own. */
static guint
show_fields (FwTalkPreparation *self)
{
  g_autoptr (GPtrArray) figures = fw_talk_list_figures (self->talk, FALSE);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  static const char *const people[] = { "case/talk/@hr", "case/talk/@manager", "case/talk/@call" };
  GHashTableIter fields;
  gpointer path, field;
  guint empty = 0;

  show_person_fields (self);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_hash_table_add (wanted, (gpointer) people[i]);
  for (guint i = 0; i < figures->len; i++)
    {
      const FwScriptFigure *figure = figures->pdata[i];

      if (!g_str_has_prefix (figure->path, "case/talk/"))
        continue;
      g_hash_table_add (wanted, figure->path);
      empty += figure->prepared && figure->value.zh == NULL;
      field = g_hash_table_lookup (self->fields, figure->path);
      if (field == NULL)
        add_field (self, figure);
      else
        fw_answer_field_refresh (field);
    }
  g_hash_table_iter_init (&fields, self->fields);
  while (g_hash_table_iter_next (&fields, &path, &field))
    if (!g_hash_table_contains (wanted, path))
      {
        gtk_box_remove (GTK_BOX (gtk_widget_get_parent (field)), field);
        g_hash_table_iter_remove (&fields);
      }
  return empty;
}

/* The first field that is empty although the script says its figure; of those whose hint stands for it none. */
static GtkWidget *
find_empty_field (FwTalkPreparation *self)
{
  g_autoptr (GPtrArray) figures = fw_talk_list_figures (self->talk, FALSE);

  for (guint i = 0; i < figures->len; i++)
    {
      const FwScriptFigure *figure = figures->pdata[i];

      if (figure->prepared && figure->value.zh == NULL && g_hash_table_contains (self->fields, figure->path))
        return g_hash_table_lookup (self->fields, figure->path);
    }
  return NULL;
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

/* Head, people, manner */

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

static void
show_people (FwTalkPreparation *self,
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
  empty = show_fields (self);
  show_head (self, script, empty);
  show_people (self, script);
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
manager_cb (FwTalkPreparation *self)
{
  FwTalkManager manager = (FwTalkManager) gtk_drop_down_get_selected (self->manager_choice);

  if (self->filling || self->talk == NULL)
    return;
  fw_talk_set_manager (self->talk, manager, manager == FW_TALK_MANAGER_DECLINES ? gtk_editable_get_text (self->manager_entry) : NULL);
  if (manager == FW_TALK_MANAGER_DECLINES)
    gtk_widget_grab_focus (GTK_WIDGET (self->manager_entry));
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

/* It begins once all that its sentences need is there; else whoever wants to begin is led to what is not. */
static void
start_cb (FwTalkPreparation *self)
{
  GtkWidget *empty = find_empty_field (self);

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
  forget_fields (self);
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
  gtk_widget_class_bind_template_callback (widget_class, manager_cb);
  gtk_widget_class_bind_template_callback (widget_class, manner_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
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
