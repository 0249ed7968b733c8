#include "config.h"

#include "ui/employees/fw-person-editor.h"

#include <glib/gi18n.h>

#include "exchange/fw-import-value.h"
#include "ui/employees/fw-record-words.h"

/* Some fields of one record, to be changed where they stand. What is written is given away when the row is left or Enter is
 * pressed: signal "changed" with the record as it is to be. Nothing is stored here. */
struct _FwPersonEditor
{
  GtkWidget parent_instance;

  FwRecord *record;
  GPtrArray *rows; /* of the fields, in their order */
  gboolean filling;

  GtkWidget *box;
  GtkWidget *list;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (FwPersonEditor, fw_person_editor, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const FwField *
field_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "field");
}

/* What the store keeps of what was written: days in any of the forms that lists have them in. */
static char *
read_value (const FwField *field, const char *text, GError **error)
{
  g_autofree char *clean = fw_import_value_clean (text);
  g_autofree char *narrow = NULL;
  g_autofree char *day = NULL;
  g_auto (FwImportFault) fault = { NULL, NULL, NULL };

  if (field->type == FW_FIELD_TEXT)
    return fw_field_check_value (field, clean, error);
  narrow = fw_import_value_narrow (clean);
  if (field->type != FW_FIELD_DATE)
    return fw_field_check_value (field, narrow, error);
  day = fw_import_read_date (narrow, &(FwImportForms) { .order = FW_IMPORT_YEAR_FIRST }, &fault);
  return fw_field_check_value (field, day != NULL ? day : narrow, error);
}

static const char *
what_is_expected (const FwField *field)
{
  switch (field->type)
    {
    case FW_FIELD_DATE:
      return _("Not saved: write the day as 2026-03-01.");
    case FW_FIELD_COUNT:
      return _("Not saved: write a whole number.");
    case FW_FIELD_NUMBER:
    case FW_FIELD_MONEY:
      return _("Not saved: write a number such as 3.5.");
    default:
      return _("Not saved: this cannot be kept as it is written.");
    }
}

static void
give_away (FwPersonEditor *self, const FwField *field, const char *value)
{
  g_autoptr (FwRecord) changed = NULL;

  fw_person_editor_show_problem (self, NULL);
  if (g_strcmp0 (value, fw_record_get (self->record, field->name)) == 0)
    return;
  changed = fw_record_copy (self->record);
  fw_record_set (changed, field->name, value);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changed);
}

static void
take_text (FwPersonEditor *self, GtkWidget *row)
{
  const FwField *field = field_of (row);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  const char *problem = NULL;
  g_autofree char *value = NULL;

  if (self->filling || self->record == NULL)
    return;
  if (*text != '\0')
    value = read_value (field, text, NULL);
  if (*text != '\0' && value == NULL)
    problem = what_is_expected (field);
  else if (value == NULL && (field->flags & FW_FIELD_REQUIRED) != 0)
    problem = _("Not saved: this cannot be left empty.");
  if (problem != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  if (problem != NULL)
    fw_person_editor_show_problem (self, problem);
  else
    give_away (self, field, value);
}

static void
applied_cb (FwPersonEditor *self, GtkWidget *row)
{
  take_text (self, row);
}

static void
left_cb (GtkEventController *focus, FwPersonEditor *self)
{
  take_text (self, gtk_event_controller_get_widget (focus));
}

static void
chosen_cb (FwPersonEditor *self, GParamSpec *pspec, AdwComboRow *row)
{
  const FwField *field = field_of (GTK_WIDGET (row));
  const guint chosen = adw_combo_row_get_selected (row);
  g_auto (GStrv) choices = g_strsplit (field->choices != NULL ? field->choices : "true|false", "|", -1);

  if (self->filling || self->record == NULL || chosen > g_strv_length (choices))
    return;
  give_away (self, field, chosen > 0 ? choices[chosen - 1] : NULL);
}

static GtkWidget *
new_choice (FwPersonEditor *self, const FwField *field)
{
  g_auto (GStrv) choices = g_strsplit (field->choices != NULL ? field->choices : "true|false", "|", -1);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  gtk_string_list_append (words, _("Not known"));
  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_autofree char *truth = field->type == FW_FIELD_TRUTH ? fw_record_words_value (field, choices[i]) : NULL;

      gtk_string_list_append (words, truth != NULL ? truth : fw_record_words_choice (choices[i]));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
new_entry (FwPersonEditor *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "show-apply-button", TRUE, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (row, "apply", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (row, focus);
  return row;
}

static void
append_row (FwPersonEditor *self, const FwField *field)
{
  gboolean choice = field->choices != NULL || field->type == FW_FIELD_TRUTH;
  GtkWidget *row = choice ? new_choice (self, field) : new_entry (self);

  g_object_set_data (G_OBJECT (row), "field", (gpointer) field);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fw_record_words_field (field->name));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  g_ptr_array_add (self->rows, row);
}

/* Undo within the entry ends where the store has the text: from there on Ctrl+Z takes back what was stored. */
static void
forget_typing (GtkWidget *row)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), TRUE);
}

static void
fill_row (FwPersonEditor *self, GtkWidget *row)
{
  const FwField *field = field_of (row);
  const char *value = fw_record_get (self->record, field->name);

  if (ADW_IS_COMBO_ROW (row))
    {
      g_auto (GStrv) choices = g_strsplit (field->choices != NULL ? field->choices : "true|false", "|", -1);
      guint chosen = 0;

      for (guint i = 0; value != NULL && choices[i] != NULL; i++)
        if (g_str_equal (choices[i], value))
          chosen = i + 1;
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen);
      return;
    }
  /* What could not be kept stands there until it is mended. */
  if (gtk_widget_has_css_class (row, "error"))
    return;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), value != NULL ? value : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  forget_typing (row);
}

static void
clear_rows (FwPersonEditor *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
fw_person_editor_dispose (GObject *object)
{
  FwPersonEditor *self = FW_PERSON_EDITOR (object);

  self->filling = TRUE;
  g_clear_object (&self->record);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (fw_person_editor_parent_class)->dispose (object);
}

static void
fw_person_editor_class_init (FwPersonEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_person_editor_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FW_TYPE_PERSON_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, FW_TYPE_RECORD);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_person_editor_init (FwPersonEditor *self)
{
  self->rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  self->problem_label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem_label), "error");
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->problem_label));
}

/**
 * fw_person_editor_show:
 * @record: (nullable): whose fields; %NULL forgets what was shown
 * @fields: (nullable): their names, %NULL-terminated; a static list
 *
 * Shows the fields of a record. The same record read again is shown in the same rows, so that the focus stays.
 */
void
fw_person_editor_show (FwPersonEditor *self, FwRecord *record, const char *const *fields)
{
  gboolean same = record != NULL && self->record != NULL &&
                  g_strcmp0 (fw_record_get_id (record), fw_record_get_id (self->record)) == 0;

  g_return_if_fail (FW_IS_PERSON_EDITOR (self));

  self->filling = TRUE;
  if (!same)
    {
      clear_rows (self);
      fw_person_editor_show_problem (self, NULL);
      for (guint i = 0; record != NULL && fields[i] != NULL; i++)
        append_row (self, fw_record_kind_find_field (fw_record_get_kind (record), fields[i]));
    }
  g_set_object (&self->record, record);
  for (guint i = 0; i < self->rows->len; i++)
    fill_row (self, g_ptr_array_index (self->rows, i));
  self->filling = FALSE;
}

/**
 * fw_person_editor_show_problem:
 * @problem: (nullable): why something was not saved and what to do; %NULL for none
 */
void
fw_person_editor_show_problem (FwPersonEditor *self, const char *problem)
{
  g_return_if_fail (FW_IS_PERSON_EDITOR (self));

  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}
