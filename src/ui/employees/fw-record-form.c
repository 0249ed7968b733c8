#include "config.h"

#include "ui/employees/fw-record-form.h"

#include <glib/gi18n.h>

#include "ui/employees/fw-evidence-row.h"
#include "ui/employees/fw-field-reader.h"
#include "ui/employees/fw-field-row.h"
#include "ui/employees/fw-record-words.h"
#include "ui/employees/fw-reference-row.h"

/* The fields of one record to be written, made from the description of its kind: for each the control that fits its type,
 * and below it what is wrong with what was written. Signal "entered" when Enter is pressed in a row of one line. */
struct _FwRecordForm
{
  GtkWidget parent_instance;

  FwEntryBasis *basis;
  FwRecord *record;
  FwDate today;
  GPtrArray *rows;     /* GtkWidget, in the order of the fields */
  GPtrArray *problems; /* GtkLabel, beside the rows */
  GtkWidget *evidence_row; /* FwEvidenceRow; NULL where the kind has no file, or is asked for in part */

  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (FwRecordForm, fw_record_form, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Fields in which people write sentences. */
static const char *const long_texts[] = { "text", "statement", "objection", NULL };

static const FwField *
twin_of (const FwRecordKind *kind, const FwField *field)
{
  g_autofree char *name = g_str_has_suffix (field->name, "-id") ? g_strndup (field->name, strlen (field->name) - 3)
                                                                : g_strconcat (field->name, "-id", NULL);

  return fw_record_kind_find_field (kind, name);
}

/* Where a name stands beside a reference, one of them is asked for: the name where a record cannot be without it, or where
 * it is all that is known. */
static gboolean
is_hidden_twin (FwRecord *record, const FwField *field)
{
  const FwField *twin = twin_of (fw_record_get_kind (record), field);
  gboolean is_name = field->type != FW_FIELD_REFERENCE;
  const FwField *name = is_name ? field : twin;
  const FwField *reference = is_name ? twin : field;
  gboolean name_wins;

  if (twin == NULL || (twin->type == FW_FIELD_REFERENCE) == (field->type == FW_FIELD_REFERENCE))
    return FALSE;
  name_wins = (name->flags & FW_FIELD_REQUIRED) != 0 ||
              (fw_record_get (record, name->name) != NULL && fw_record_get (record, reference->name) == NULL);
  return name_wins != is_name;
}

/* The file has a row of its own at the end; whose record it is stands above it. */
static gboolean
is_asked (FwRecord *record, const FwField *field)
{
  if (g_str_equal (field->name, "employee-id") || fw_field_row_get_word (field) == NULL ||
      field->type == FW_FIELD_HASH || field->type == FW_FIELD_JSON)
    return FALSE;
  if (field->type == FW_FIELD_REFERENCE && g_str_equal (field->refers_to, "evidence"))
    return FALSE;
  return !is_hidden_twin (record, field);
}

static void
entered_cb (FwRecordForm *self)
{
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

static GtkWidget *
new_row (FwRecordForm *self, FwStore *store, const FwField *field)
{
  const char *value = fw_record_get (self->record, field->name);
  g_auto (GStrv) choices = NULL;
  GtkWidget *row;

  if (field->type == FW_FIELD_REFERENCE)
    {
      row = fw_reference_row_new (store, field, fw_entry_basis_get_choices (self->basis, field->refers_to));
      fw_reference_row_set (FW_REFERENCE_ROW (row), value, fw_entry_basis_find_name (self->basis, field, value));
      return row;
    }
  choices = fw_field_dup_choices (self->basis->catalog, fw_record_get_kind (self->record), field);
  row = field->type == FW_FIELD_TEXT && g_strv_contains (long_texts, field->name) ? fw_field_row_new_long (field)
                                                                                  : fw_field_row_new (field, choices);
  fw_field_row_set (row, value);
  if (ADW_IS_ENTRY_ROW (row))
    g_signal_connect_object (row, "entry-activated", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* What a record cannot be without is said before it is missing. */
static void
mark_needed (GtkWidget *row, const FwField *field)
{
  g_autofree char *title = g_strdup_printf (_("%s (needed)"), fw_field_row_get_word (field));

  if ((field->flags & FW_FIELD_REQUIRED) != 0)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

/* A company with one employer is not asked which. */
static void
take_only_employer (FwRecordForm *self)
{
  const FwField *field = fw_record_kind_find_field (fw_record_get_kind (self->record), "employer-id");
  GPtrArray *employers = field != NULL ? fw_entry_basis_get_choices (self->basis, field->refers_to) : NULL;

  if (employers != NULL && employers->len == 1 && fw_record_get_seq (self->record) == 0 &&
      fw_record_get (self->record, field->name) == NULL)
    fw_record_set (self->record, field->name, ((const FwReferenceChoice *) g_ptr_array_index (employers, 0))->id);
}

static void
append_row (FwRecordForm *self, FwStore *store, const FwField *field)
{
  GtkWidget *row = new_row (self, store, field);
  GtkWidget *problem = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "margin-start", 12, "margin-end", 12,
                                     "margin-top", 3, "margin-bottom", 9, NULL);
  /* The keyboard stops here too: a list lets nothing be passed over, and the reason is read where it stands. */
  GtkWidget *problem_row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", problem, "activatable", FALSE, "visible", FALSE,
                                         NULL);

  mark_needed (row, field);
  gtk_widget_set_css_classes (problem, (const char *[]) { "caption", "fw-text", "block", NULL });
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  gtk_list_box_append (GTK_LIST_BOX (self->list), problem_row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->problems, problem);
}

static void
append_evidence (FwRecordForm *self, FwStore *store)
{
  const char *id = fw_record_get (self->record, "evidence-id");

  self->evidence_row = fw_evidence_row_new (store, id != NULL ? g_hash_table_lookup (self->basis->files, id) : NULL);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->evidence_row);
}

static void
show_problem (FwRecordForm *self, guint index, const char *problem)
{
  GtkWidget *row = g_ptr_array_index (self->rows, index);
  GtkLabel *label = g_ptr_array_index (self->problems, index);

  gtk_label_set_label (label, problem != NULL ? problem : "");
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (label)), problem != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (label))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, problem != NULL ? problem : "", -1);
  if (problem != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
read_row (FwRecordForm *self, guint index)
{
  GtkWidget *row = g_ptr_array_index (self->rows, index);
  const FwField *field = fw_field_row_get_field (row);
  g_autofree char *text = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *value = NULL;

  if (FW_IS_REFERENCE_ROW (row))
    {
      value = g_strdup (fw_reference_row_get_id (FW_REFERENCE_ROW (row)));
      if (value == NULL && (field->flags & FW_FIELD_REQUIRED) != 0)
        problem = g_strdup (_("This cannot be left empty."));
    }
  else
    {
      text = fw_field_row_dup (row);
      value = fw_field_read (self->basis->catalog, fw_record_get_kind (self->record), field, text, self->today, &problem);
    }
  show_problem (self, index, problem);
  if (problem != NULL)
    return FALSE;
  if (g_strcmp0 (value, fw_record_get (self->record, field->name)) != 0)
    fw_record_set (self->record, field->name, value);
  return TRUE;
}

static void
fw_record_form_dispose (GObject *object)
{
  FwRecordForm *self = FW_RECORD_FORM (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->basis, fw_entry_basis_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (fw_record_form_parent_class)->dispose (object);
}

static void
fw_record_form_class_init (FwRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_record_form_dispose;
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", FW_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_record_form_init (FwRecordForm *self)
{
  self->rows = g_ptr_array_new ();
  self->problems = g_ptr_array_new ();
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

/**
 * fw_record_form_new:
 * @record: as it is; it stays so, the form writes into a copy
 * @fields: (nullable): names of the fields to ask for, %NULL-terminated; %NULL for all that people write
 *
 * Returns: (transfer floating): a form of the record
 */
GtkWidget *
fw_record_form_new (FwStore *store, FwEntryBasis *basis, FwRecord *record, const char *const *fields, FwDate today)
{
  FwRecordForm *self = g_object_new (FW_TYPE_RECORD_FORM, NULL);
  const FwRecordKind *kind = fw_record_get_kind (record);

  self->basis = fw_entry_basis_ref (basis);
  self->record = fw_record_copy (record);
  self->today = today;
  take_only_employer (self);
  for (guint i = 0; fields != NULL && fields[i] != NULL; i++)
    append_row (self, store, fw_record_kind_find_field (kind, fields[i]));
  for (guint i = 0; fields == NULL && i < kind->n_fields; i++)
    if (is_asked (record, &kind->fields[i]))
      append_row (self, store, &kind->fields[i]);
  if (fields == NULL && fw_record_kind_find_field (kind, "evidence-id") != NULL)
    append_evidence (self, store);
  return GTK_WIDGET (self);
}

/**
 * fw_record_form_read:
 * @unplaced: (out) (nullable): what is wrong with a field that is not asked for here
 *
 * Takes what is written into the record. What cannot be taken is said below its field, and the first of them gets the
 * keyboard.
 *
 * Returns: whether all of it could be taken
 */
gboolean
fw_record_form_read (FwRecordForm *self, char **unplaced)
{
  GtkWidget *first_bad = NULL;
  const FwField *field = NULL;
  g_autofree char *problem = NULL;

  g_return_val_if_fail (FW_IS_RECORD_FORM (self), FALSE);

  *unplaced = NULL;
  for (guint i = 0; i < self->rows->len; i++)
    if (!read_row (self, i) && first_bad == NULL)
      first_bad = g_ptr_array_index (self->rows, i);
  if (first_bad != NULL)
    {
      fw_field_row_focus (first_bad);
      return FALSE;
    }
  problem = fw_field_check_record (self->basis->catalog, self->record, self->today, &field);
  if (problem != NULL && !fw_record_form_show_problem (self, field->name, problem))
    *unplaced = g_strdup_printf ("%s: %s", fw_field_row_get_word (field), problem);
  return problem == NULL;
}

/**
 * fw_record_form_show_problem:
 * Says below a field what is wrong with it, and puts the keyboard there.
 *
 * Returns: whether the field is asked for here
 */
gboolean
fw_record_form_show_problem (FwRecordForm *self, const char *field, const char *problem)
{
  g_return_val_if_fail (FW_IS_RECORD_FORM (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (fw_field_row_get_field (g_ptr_array_index (self->rows, i))->name, field))
      {
        show_problem (self, i, problem);
        fw_field_row_focus (g_ptr_array_index (self->rows, i));
        return TRUE;
      }
  return FALSE;
}

/**
 * fw_record_form_put_fresh:
 *
 * Adds the records to @command that are made by the way: a department that did not exist.
 */
void
fw_record_form_put_fresh (FwRecordForm *self, FwCommand *command)
{
  g_return_if_fail (FW_IS_RECORD_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      FwRecord *fresh = FW_IS_REFERENCE_ROW (row) ? fw_reference_row_get_fresh (FW_REFERENCE_ROW (row)) : NULL;

      if (fresh == NULL)
        continue;
      fw_entry_basis_give_employer (self->basis, fresh, self->record);
      fw_command_put (command, fresh);
    }
}

/**
 * fw_record_form_get_record:
 *
 * Returns: (transfer none): the record as it was read last
 */
FwRecord *
fw_record_form_get_record (FwRecordForm *self)
{
  g_return_val_if_fail (FW_IS_RECORD_FORM (self), NULL);

  return self->record;
}

/**
 * fw_record_form_get_evidence_row:
 *
 * Returns: (transfer none) (nullable): the #FwEvidenceRow with the file that proves the record; %NULL where there is none
 */
GtkWidget *
fw_record_form_get_evidence_row (FwRecordForm *self)
{
  g_return_val_if_fail (FW_IS_RECORD_FORM (self), NULL);

  return self->evidence_row;
}
