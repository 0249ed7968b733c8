#include "config.h"

#include "ui/employees/fw-person-own.h"

#include <glib/gi18n.h>

#include "ui/employees/fw-field-row.h"

/* What only this company keeps of somebody, to be changed where it stands. Signal "changed" with the command that does it,
 * when a row is left or Enter is pressed. Nothing is stored here. */
struct _FwPersonOwn
{
  GtkWidget parent_instance;

  FwWorkplace *workplace;
  char *employee_id;
  GPtrArray *fields; /* FwOwnField, as they were read last */
  GPtrArray *rows;   /* GtkWidget, in the order of the fields */
  GPtrArray *shapes; /* FwField copies that the rows live on */
  gboolean filling;

  GtkWidget *box;
  GtkWidget *list;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (FwPersonOwn, fw_person_own, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const FwOwnField *
field_of (FwPersonOwn *self, GtkWidget *row)
{
  guint index = 0;

  if (self->filling || self->fields == NULL || !g_ptr_array_find (self->rows, row, &index))
    return NULL;
  return g_ptr_array_index (self->fields, index);
}

static void
changed_cb (gpointer object, GtkWidget *row)
{
  FwPersonOwn *self = FW_PERSON_OWN (object);
  const FwOwnField *own = field_of (self, row);
  g_autofree char *text = own != NULL ? fw_field_row_dup (row) : NULL;
  g_autofree char *problem = NULL;
  g_autofree char *words = NULL;
  g_autofree char *value = NULL;
  g_autoptr (FwCommand) command = NULL;

  if (own == NULL)
    return;
  value = fw_own_field_read (own, text, fw_workplace_get_today (self->workplace), &problem);
  words = problem != NULL ? g_strdup_printf (_("%s: not saved. %s"), own->label, problem) : NULL;
  if (problem != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  fw_person_own_show_problem (self, words);
  command = fw_command_new ("employee.change", fw_workplace_get_who (self->workplace), NULL);
  if (problem != NULL || !fw_own_field_change (own, self->employee_id, value, command))
    return;
  fw_field_row_forget_typing (row);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, command);
}

static void
append_row (FwPersonOwn *self, const FwOwnField *own)
{
  FwField *shape = g_new0 (FwField, 1);
  g_auto (GStrv) choices = fw_own_field_dup_choices (own);
  GtkWidget *row;

  shape->type = own->shape.type;
  g_ptr_array_add (self->shapes, shape);
  row = fw_field_row_new_named (shape, own->label, choices);
  fw_field_row_tell (row, changed_cb, self);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (FwPersonOwn *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->shapes, 0);
}

static void
fill_row (FwPersonOwn *self, guint index)
{
  const FwOwnField *own = g_ptr_array_index (self->fields, index);
  GtkWidget *row = g_ptr_array_index (self->rows, index);

  if (gtk_widget_has_css_class (row, "error"))
    return;
  fw_field_row_set (row, own->value != NULL ? fw_record_get (own->value, "value") : NULL);
  fw_field_row_forget_typing (row);
}

static void
forget (FwPersonOwn *self)
{
  g_clear_object (&self->workplace);
  g_clear_pointer (&self->employee_id, g_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
}

static void
fw_person_own_dispose (GObject *object)
{
  FwPersonOwn *self = FW_PERSON_OWN (object);

  self->filling = TRUE;
  forget (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shapes, g_ptr_array_unref);
  G_OBJECT_CLASS (fw_person_own_parent_class)->dispose (object);
}

static void
fw_person_own_class_init (FwPersonOwnClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_person_own_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FW_TYPE_PERSON_OWN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, FW_TYPE_COMMAND);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_person_own_init (FwPersonOwn *self)
{
  self->rows = g_ptr_array_new ();
  self->shapes = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kept by this company"), -1);
  self->problem_label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem_label), "error");
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->problem_label));
}

/* The rows stay as long as they are of the same fields, so that the focus stays. */
static gboolean
has_rows_of (FwPersonOwn *self, GPtrArray *fields)
{
  if (self->fields == NULL || self->fields->len != fields->len)
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    if (!fw_record_equal (((FwOwnField *) g_ptr_array_index (self->fields, i))->field,
                          ((FwOwnField *) g_ptr_array_index (fields, i))->field))
      return FALSE;
  return TRUE;
}

/**
 * fw_person_own_show:
 * @reading: (nullable): whose own fields; %NULL forgets what was shown
 *
 * Shows what the company keeps of a person by itself, to be changed.
 */
void
fw_person_own_show (FwPersonOwn *self, FwWorkplace *workplace, const FwPersonReading *reading)
{
  gboolean same;

  g_return_if_fail (FW_IS_PERSON_OWN (self));

  same = reading != NULL && g_strcmp0 (self->employee_id, fw_record_get_id (reading->person)) == 0 &&
         has_rows_of (self, reading->own);
  self->filling = TRUE;
  forget (self);
  if (!same)
    {
      clear_rows (self);
      fw_person_own_show_problem (self, NULL);
    }
  if (reading != NULL)
    {
      self->workplace = g_object_ref (workplace);
      self->employee_id = g_strdup (fw_record_get_id (reading->person));
      self->fields = g_ptr_array_ref (reading->own);
    }
  for (guint i = 0; reading != NULL && i < reading->own->len; i++)
    {
      if (!same)
        append_row (self, g_ptr_array_index (reading->own, i));
      fill_row (self, i);
    }
  gtk_widget_set_visible (self->list, reading != NULL && reading->own->len > 0);
  self->filling = FALSE;
}

/**
 * fw_person_own_show_problem:
 * @problem: (nullable): why something was not saved and what to do; %NULL for none
 */
void
fw_person_own_show_problem (FwPersonOwn *self, const char *problem)
{
  g_return_if_fail (FW_IS_PERSON_OWN (self));

  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}
