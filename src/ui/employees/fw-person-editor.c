#include "config.h"

#include "ui/employees/fw-person-editor.h"

#include <glib/gi18n.h>

#include "ui/employees/fw-field-reader.h"
#include "ui/employees/fw-field-row.h"

/* Some fields of one record, to be changed where they stand. What is written is given away when the row is left or Enter is
 * pressed: signal "changed" with the record as it is to be. Nothing is stored here. */
struct _FwPersonEditor
{
  GtkWidget parent_instance;

  FwRecord *record;
  FwImportCatalog *catalog; /* how values are written */
  FwDate today;
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
  const FwField *field = fw_field_row_get_field (row);
  g_autofree char *text = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *value = NULL;

  if (self->filling || self->record == NULL)
    return;
  text = fw_field_row_dup (row);
  value = fw_field_read (self->catalog, fw_record_get_kind (self->record), field, text, self->today, &problem);
  if (problem != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  if (problem != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("%s: not saved. %s"), fw_field_row_get_word (field), problem);

      fw_person_editor_show_problem (self, words);
    }
  else
    give_away (self, field, value);
}

static void
take_choice (FwPersonEditor *self, GtkWidget *row)
{
  g_autofree char *value = fw_field_row_dup (row);

  if (!self->filling && self->record != NULL)
    give_away (self, fw_field_row_get_field (row), value);
}

static void
changed_cb (gpointer object, GtkWidget *row)
{
  FwPersonEditor *self = FW_PERSON_EDITOR (object);

  if (!ADW_IS_COMBO_ROW (row))
    take_text (self, row);
  else
    take_choice (self, row);
}

static void
append_row (FwPersonEditor *self, const FwField *field)
{
  g_auto (GStrv) choices = fw_field_dup_choices (self->catalog, fw_record_get_kind (self->record), field);
  GtkWidget *row = fw_field_row_new (field, choices);

  fw_field_row_tell (row, changed_cb, self);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  g_ptr_array_add (self->rows, row);
}

static void
fill_row (FwPersonEditor *self, GtkWidget *row)
{
  /* What could not be kept stands there until it is mended. */
  if (gtk_widget_has_css_class (row, "error"))
    return;
  fw_field_row_set (row, fw_record_get (self->record, fw_field_row_get_field (row)->name));
  fw_field_row_forget_typing (row);
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
  g_clear_object (&self->catalog);
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
  g_set_object (&self->record, record);
  if (!same)
    {
      clear_rows (self);
      fw_person_editor_show_problem (self, NULL);
      for (guint i = 0; record != NULL && fields[i] != NULL; i++)
        append_row (self, fw_record_kind_find_field (fw_record_get_kind (record), fields[i]));
    }
  for (guint i = 0; i < self->rows->len; i++)
    fill_row (self, g_ptr_array_index (self->rows, i));
  self->filling = FALSE;
}

/**
 * fw_person_editor_set_catalog:
 * @catalog: (nullable): how lists write values, and why one cannot be taken
 */
void
fw_person_editor_set_catalog (FwPersonEditor *self, FwImportCatalog *catalog, FwDate today)
{
  g_return_if_fail (FW_IS_PERSON_EDITOR (self));

  g_set_object (&self->catalog, catalog);
  self->today = today;
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
