#include "config.h"

#include "ui/employees/fw-person-post.h"

#include <glib/gi18n.h>

#include "departure/fw-post-change.h"
#include "ui/employees/fw-field-reader.h"
#include "ui/employees/fw-field-row.h"
#include "ui/employees/fw-reference-row.h"
#include "ui/widgets/fw-spoken-name.h"

/* Department, position, level and superior, chosen where they stand from what there is. A change has a day and goes into
 * the history of posts; a correction puts right what was recorded wrongly. Signal "changed" with the command that does it. */
struct _FwPersonPost
{
  GtkWidget parent_instance;

  FwWorkplace *workplace;
  FwPostHistory history;   /* its members are owned */
  FwEntryBasis *basis;
  gboolean filling;

  GtkWidget *box;
  GtkWidget *list;
  AdwComboRow *act_row;
  GtkWidget *from_row;
  GtkWidget *so_far_row;
  GPtrArray *rows;         /* FwReferenceRow */
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (FwPersonPost, fw_person_post, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum
{
  ACT_CHANGE,
  ACT_CORRECT
};

static const char *const fields[] = { "department-id", "position-id", "level-id", "manager-id" };

static gboolean
corrects (FwPersonPost *self)
{
  return adw_combo_row_get_selected (self->act_row) == ACT_CORRECT;
}

/* The post so far is asked for only where the records do not say since when it was held. */
static void
show_days (FwPersonPost *self)
{
  FwDate today = fw_workplace_get_today (self->workplace);
  gboolean known = fw_post_is_covered (&self->history, fw_date_add_days (today, -1));

  gtk_widget_set_visible (self->from_row, !corrects (self));
  gtk_widget_set_visible (self->so_far_row, !corrects (self) && !known);
}

static void
act_chosen_cb (FwPersonPost *self)
{
  if (!self->filling && self->workplace != NULL)
    show_days (self);
}

static char *
read_day (FwPersonPost *self, GtkWidget *row, FwDate *day)
{
  g_autofree char *text = fw_field_row_dup (row);
  g_autofree char *value = NULL;
  char *problem = NULL;

  *day = FW_DATE_UNKNOWN;
  if (text == NULL)
    return NULL;
  value = fw_field_read (self->basis->catalog, fw_record_kind_find ("appointment"), fw_field_row_get_field (row), text,
                         fw_workplace_get_today (self->workplace), &problem);
  if (problem == NULL)
    *day = fw_date_from_string (value);
  return problem;
}

/* Both days, or why they cannot be taken. */
static char *
read_days (FwPersonPost *self, FwDate *from, FwDate *so_far_since)
{
  g_autofree char *problem = read_day (self, self->from_row, from);

  if (problem == NULL && !fw_date_is_known (*from))
    return g_strdup (_("Say from which day on it holds."));
  if (problem == NULL && fw_date_compare (*from, fw_workplace_get_today (self->workplace)) > 0)
    return g_strdup (_("This day lies ahead. Record the change on its day, so that the list shows who works where today."));
  if (problem == NULL && gtk_widget_get_visible (self->so_far_row))
    problem = read_day (self, self->so_far_row, so_far_since);
  if (problem == NULL && fw_date_is_known (*so_far_since) && fw_date_compare (*so_far_since, *from) >= 0)
    return g_strdup (_("The post so far must begin before the change."));
  return g_steal_pointer (&problem);
}

static void
fill_rows (FwPersonPost *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      FwReferenceRow *row = g_ptr_array_index (self->rows, i);
      const FwField *field = fw_field_row_get_field (GTK_WIDGET (row));
      const char *id = fw_record_get (self->history.person, field->name);

      fw_reference_row_set_choices (row, fw_entry_basis_get_choices (self->basis, field->refers_to));
      fw_reference_row_set (row, id, fw_entry_basis_find_name (self->basis, field, id));
    }
  self->filling = FALSE;
}

static void
chosen_cb (FwPersonPost *self, FwReferenceRow *row)
{
  const char *field = fw_field_row_get_field (GTK_WIDGET (row))->name;
  const char *id = fw_reference_row_get_id (row);
  FwDate from = FW_DATE_UNKNOWN, so_far_since = FW_DATE_UNKNOWN;
  g_autofree char *problem = NULL;
  g_autoptr (FwCommand) command = NULL;

  if (self->filling || self->workplace == NULL)
    return;
  if (!corrects (self))
    problem = read_days (self, &from, &so_far_since);
  if (problem == NULL && g_strcmp0 (id, fw_record_get_id (self->history.person)) == 0)
    problem = g_strdup (_("Nobody is their own superior."));
  fw_person_post_show_problem (self, problem);
  if (problem != NULL)
    {
      fill_rows (self);
      return;
    }
  command = fw_command_new (corrects (self) ? "post.correct" : "post.change", fw_workplace_get_who (self->workplace), NULL);
  if (fw_reference_row_get_fresh (row) != NULL)
    {
      fw_entry_basis_give_employer (self->basis, fw_reference_row_get_fresh (row), self->history.person);
      fw_command_put (command, fw_reference_row_get_fresh (row));
    }
  if (corrects (self))
    fw_post_correct (&self->history, command, field, id, fw_workplace_get_today (self->workplace));
  else
    fw_post_change (&self->history, command, field, id, from, so_far_since);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, command);
}

static void
forget (FwPersonPost *self)
{
  g_clear_object (&self->workplace);
  g_clear_object (&self->history.person);
  g_clear_object (&self->history.employment);
  g_clear_pointer (&self->history.appointments, g_ptr_array_unref);
  g_clear_pointer (&self->basis, fw_entry_basis_unref);
}

static void
clear_rows (FwPersonPost *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
append_rows (FwPersonPost *self)
{
  const FwRecordKind *kind = fw_record_kind_find ("appointment");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const FwField *field = fw_record_kind_find_field (kind, fields[i]);
      GtkWidget *row = fw_reference_row_new (fw_workplace_get_store (self->workplace), field,
                                             fw_entry_basis_get_choices (self->basis, field->refers_to));

      g_signal_connect_object (row, "changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
fw_person_post_dispose (GObject *object)
{
  FwPersonPost *self = FW_PERSON_POST (object);

  forget (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (fw_person_post_parent_class)->dispose (object);
}

static void
fw_person_post_class_init (FwPersonPostClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_person_post_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FW_TYPE_PERSON_POST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, FW_TYPE_COMMAND);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_person_post_init (FwPersonPost *self)
{
  const FwField *from = fw_record_kind_find_field (fw_record_kind_find ("appointment"), "from");
  const char *const acts[] = { _("A change of post"), _("A correction"), NULL };
  g_autoptr (GtkStringList) words = gtk_string_list_new (acts);

  self->rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  self->act_row = ADW_COMBO_ROW (g_object_new (ADW_TYPE_COMBO_ROW, "title", _("What it is"), "model", words, NULL));
  fw_spoken_name_follow_choice (GTK_WIDGET (self->act_row), NULL);
  self->from_row = fw_field_row_new (from, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->from_row), _("Holds from"));
  self->so_far_row = fw_field_row_new (from, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->so_far_row), _("Post so far held since"));
  self->problem_label = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->problem_label), "error");
  gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (self->act_row));
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->from_row);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->so_far_row);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->problem_label));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->act_row, "notify::selected", G_CALLBACK (act_chosen_cb), self, G_CONNECT_SWAPPED);
}

/**
 * fw_person_post_show:
 * @reading: (nullable): whose post; %NULL forgets what was shown
 *
 * Shows the present post to be changed. The same person's, read again, keeps the day that was written.
 */
void
fw_person_post_show (FwPersonPost *self, FwWorkplace *workplace, const FwPersonReading *reading)
{
  gboolean same;

  g_return_if_fail (FW_IS_PERSON_POST (self));

  same = reading != NULL && self->history.person != NULL &&
         g_str_equal (fw_record_get_id (self->history.person), fw_record_get_id (reading->person));
  forget (self);
  if (!same)
    {
      clear_rows (self);
      fw_person_post_show_problem (self, NULL);
    }
  if (reading == NULL)
    return;
  self->workplace = g_object_ref (workplace);
  self->basis = fw_entry_basis_ref (reading->basis);
  self->history.person = g_object_ref (reading->person);
  self->history.employment = reading->employment != NULL ? g_object_ref (reading->employment) : NULL;
  self->history.appointments = fw_person_reading_find_kind (reading, "appointment");
  if (!same)
    {
      g_autofree char *today = fw_date_to_string (fw_workplace_get_today (workplace));

      append_rows (self);
      adw_combo_row_set_selected (self->act_row, ACT_CHANGE);
      fw_field_row_set (self->from_row, today);
      fw_field_row_set (self->so_far_row, NULL);
    }
  fill_rows (self);
  show_days (self);
}

/**
 * fw_person_post_show_problem:
 * @problem: (nullable): why something was not saved and what to do; %NULL for none
 */
void
fw_person_post_show_problem (FwPersonPost *self, const char *problem)
{
  g_return_if_fail (FW_IS_PERSON_POST (self));

  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}
