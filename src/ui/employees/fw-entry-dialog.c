#include "config.h"

#include "ui/employees/fw-entry-dialog.h"

#include <glib/gi18n.h>

#include "ui/employees/fw-evidence-row.h"
#include "ui/employees/fw-record-form.h"
#include "ui/fw-problem.h"

/* Asks for what records need, from the description of their kind, and saves it as one step. It stays open until that is
 * done, so that what was written is never lost to a fault. */
#define FW_TYPE_ENTRY_DIALOG (fw_entry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FwEntryDialog, fw_entry_dialog, FW, ENTRY_DIALOG, AdwWindow)

typedef struct
{
  FwRecord *record;
  char *heading;
  char **fields;
} Part;

struct _FwEntry
{
  char *title;
  char *body;
  char *what;
  char *what_removes;
  GPtrArray *parts; /* Part */
  FwEntryFinish finish;
  FwEntrySaved saved;
  gpointer data;
  GDestroyNotify destroy;
};

struct _FwEntryDialog
{
  AdwWindow parent_instance;

  FwWorkplace *workplace;
  FwEntry *entry;
  GPtrArray *forms; /* FwRecordForm */
  FwCommand *command; /* what is being saved; NULL mostly */
  gboolean removing;

  GtkLabel *heading_label;
  GtkLabel *body_label;
  GtkBox *form_box;
  GtkLabel *problem_label;
  GtkWidget *remove_button;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (FwEntryDialog, fw_entry_dialog, ADW_TYPE_WINDOW)

static void
part_free (gpointer data)
{
  Part *part = data;

  g_object_unref (part->record);
  g_free (part->heading);
  g_strfreev (part->fields);
  g_free (part);
}

/**
 * fw_entry_new:
 * @title: what is done, as the heading of the dialog
 * @what: the event that it becomes
 *
 * Returns: (transfer full): an entry without records
 */
FwEntry *
fw_entry_new (const char *title, const char *what)
{
  FwEntry *self = g_new0 (FwEntry, 1);

  self->title = g_strdup (title);
  self->what = g_strdup (what);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  return self;
}

void
fw_entry_free (FwEntry *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_ptr_array_unref (self->parts);
  g_free (self->title);
  g_free (self->body);
  g_free (self->what);
  g_free (self->what_removes);
  g_free (self);
}

/**
 * fw_entry_add:
 * @heading: (nullable): what stands over its fields
 * @fields: (nullable): names of the fields to ask for, %NULL-terminated; %NULL for all that people write
 *
 * Adds a record that is to be written: a new one, or one that was read.
 */
void
fw_entry_add (FwEntry *self, FwRecord *record, const char *heading, const char *const *fields)
{
  Part *part = g_new0 (Part, 1);

  part->record = g_object_ref (record);
  part->heading = g_strdup (heading);
  part->fields = g_strdupv ((char **) fields);
  g_ptr_array_add (self->parts, part);
}

void
fw_entry_set_body (FwEntry *self, const char *body)
{
  g_free (self->body);
  self->body = g_strdup (body);
}

/**
 * fw_entry_set_removable:
 * @what: the event that removing becomes
 *
 * Lets the only record be removed too.
 */
void
fw_entry_set_removable (FwEntry *self, const char *what)
{
  self->what_removes = g_strdup (what);
}

void
fw_entry_set_acts (FwEntry *self, FwEntryFinish finish, FwEntrySaved saved, gpointer data, GDestroyNotify destroy)
{
  self->finish = finish;
  self->saved = saved;
  self->data = data;
  self->destroy = destroy;
}

static void
show_problem (FwEntryDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
set_busy (FwEntryDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->form_box), !busy);
  gtk_widget_set_sensitive (self->save_button, !busy);
  gtk_widget_set_sensitive (self->remove_button, !busy);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwEntryDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_store_run_finish (FW_STORE (source), result, &error);
  g_autofree char *problem = NULL;

  /* It may have been closed, by a lock for example. */
  if (self->workplace == NULL)
    return;
  set_busy (self, FALSE);
  if (event == NULL)
    {
      problem = fw_problem_describe (error);
      show_problem (self, problem);
      return;
    }
  if (self->entry->saved != NULL)
    self->entry->saved (gtk_window_get_transient_for (GTK_WINDOW (self)), fw_event_get_id (event), self->removing,
                        self->entry->data);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
run (FwEntryDialog *self)
{
  g_autoptr (FwCommand) command = g_steal_pointer (&self->command);

  fw_store_run_async (fw_workplace_get_store (self->workplace), command, NULL, saved_cb, g_object_ref (self));
}

static const FwField *
find_unique (FwRecord *record)
{
  const FwRecordKind *kind = fw_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & FW_FIELD_UNIQUE) != 0)
      return &kind->fields[i];
  return NULL;
}

static void
namesakes_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwEntryDialog) self = data;
  g_autoptr (GPtrArray) found = fw_store_list_finish (FW_STORE (source), result, NULL);
  FwRecordForm *form;
  FwRecord *record;

  if (self->workplace == NULL)
    return;
  form = g_ptr_array_index (self->forms, 0);
  record = fw_record_form_get_record (form);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (!g_str_equal (fw_record_get_id (g_ptr_array_index (found, i)), fw_record_get_id (record)))
      {
        set_busy (self, FALSE);
        fw_record_form_show_problem (form, find_unique (record)->name, _("This is somebody else’s already."));
        return;
      }
  run (self);
}

/* Two people of one number would be taken for one another: that is looked for before anything is written. */
static void
save (FwEntryDialog *self, FwCommand *command)
{
  FwRecord *record = fw_record_form_get_record (g_ptr_array_index (self->forms, 0));
  const FwField *unique = self->removing ? NULL : find_unique (record);

  g_set_object (&self->command, command);
  show_problem (self, NULL);
  set_busy (self, TRUE);
  if (unique == NULL)
    run (self);
  else
    {
      g_autoptr (FwQuery) query = fw_query_new_equals (unique->name, fw_record_get (record, unique->name));

      fw_store_list_async (fw_workplace_get_store (self->workplace), fw_record_get_kind (record)->name, query, NULL,
                           namesakes_read_cb, g_object_ref (self));
    }
}

/* Reads every form, so that all that is wrong is shown at once. */
static gboolean
read_forms (FwEntryDialog *self)
{
  gboolean good = TRUE;

  show_problem (self, NULL);
  for (guint i = self->forms->len; i > 0; i--)
    {
      g_autofree char *unplaced = NULL;

      if (fw_record_form_read (g_ptr_array_index (self->forms, i - 1), &unplaced))
        continue;
      good = FALSE;
      if (unplaced != NULL)
        show_problem (self, unplaced);
    }
  return good;
}

static gboolean
finish (FwEntryDialog *self, GPtrArray *records, FwCommand *command)
{
  const char *field = NULL;
  g_autofree char *problem = NULL;

  if (self->entry->finish != NULL)
    problem = self->entry->finish (records, command, &field, self->entry->data);
  if (problem != NULL
      && (field == NULL || !fw_record_form_show_problem (g_ptr_array_index (self->forms, 0), field, problem)))
    show_problem (self, problem);
  return problem == NULL;
}

/* The form whose file is another one; only one of an entry has a row for it. */
static FwRecordForm *
find_changed_file (FwEntryDialog *self)
{
  for (guint i = 0; i < self->forms->len; i++)
    {
      FwRecordForm *form = g_ptr_array_index (self->forms, i);
      GtkWidget *row = fw_record_form_get_evidence_row (form);

      if (row != NULL && fw_evidence_row_is_changed (FW_EVIDENCE_ROW (row)))
        return form;
    }
  return NULL;
}

static void
taken_in_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwEntryDialog) self = data;
  g_autoptr (FwCommand) command = g_steal_pointer (&self->command);
  g_autoptr (GError) error = NULL;
  FwRecordForm *form;

  if (self->workplace == NULL)
    return;
  form = find_changed_file (self);
  if (fw_evidence_row_take_in_finish (FW_EVIDENCE_ROW (source), result, fw_record_form_get_record (form),
                                      fw_workplace_get_today (self->workplace), command, &error))
    {
      save (self, command);
    }
  else
    {
      g_autofree char *problem = fw_problem_describe (error);

      set_busy (self, FALSE);
      show_problem (self, problem);
    }
}

/* A large file takes a while; what was written stays and waits. */
static void
take_in_file (FwEntryDialog *self, FwCommand *command)
{
  FwRecordForm *form = find_changed_file (self);

  g_set_object (&self->command, command);
  set_busy (self, TRUE);
  fw_evidence_row_take_in_async (FW_EVIDENCE_ROW (fw_record_form_get_evidence_row (form)), taken_in_cb, g_object_ref (self));
}

static void
save_cb (FwEntryDialog *self)
{
  g_autoptr (FwCommand) command = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (!gtk_widget_get_sensitive (self->save_button) || !read_forms (self))
    return;
  command = fw_command_new (self->entry->what, fw_workplace_get_who (self->workplace), NULL);
  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->forms->len; i++)
    {
      FwRecordForm *form = g_ptr_array_index (self->forms, i);

      fw_record_form_put_fresh (form, command);
      g_ptr_array_add (records, g_object_ref (fw_record_form_get_record (form)));
    }
  if (!finish (self, records, command))
    return;
  for (guint i = 0; i < records->len; i++)
    fw_command_put (command, g_ptr_array_index (records, i));
  self->removing = FALSE;
  if (find_changed_file (self) == NULL)
    save (self, command);
  else
    take_in_file (self, command);
}

static void
remove_cb (FwEntryDialog *self)
{
  const Part *part = g_ptr_array_index (self->entry->parts, 0);
  g_autoptr (FwCommand) command = fw_command_new (self->entry->what_removes, fw_workplace_get_who (self->workplace), NULL);

  fw_command_remove (command, fw_record_get_kind (part->record)->name, fw_record_get_id (part->record));
  self->removing = TRUE;
  save (self, command);
}

static void
close_cb (FwEntryDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *unused)
{
  save_cb (FW_ENTRY_DIALOG (widget));
}

static void
fw_entry_dialog_dispose (GObject *object)
{
  FwEntryDialog *self = FW_ENTRY_DIALOG (object);

  g_clear_object (&self->workplace);
  g_clear_object (&self->command);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_pointer (&self->entry, fw_entry_free);
  G_OBJECT_CLASS (fw_entry_dialog_parent_class)->dispose (object);
}

static void
fw_entry_dialog_class_init (FwEntryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_entry_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/employees/fw-entry-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FwEntryDialog, heading_label);
  gtk_widget_class_bind_template_child (widget_class, FwEntryDialog, body_label);
  gtk_widget_class_bind_template_child (widget_class, FwEntryDialog, form_box);
  gtk_widget_class_bind_template_child (widget_class, FwEntryDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FwEntryDialog, remove_button);
  gtk_widget_class_bind_template_child (widget_class, FwEntryDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_install_action (widget_class, "entry.save", NULL, save_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "entry.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "entry.save", NULL);
}

static void
fw_entry_dialog_init (FwEntryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->forms = g_ptr_array_new ();
}

static void
append_form (FwEntryDialog *self, FwEntryBasis *basis, const Part *part)
{
  GtkWidget *form = fw_record_form_new (fw_workplace_get_store (self->workplace), basis, part->record,
                                        (const char *const *) part->fields, fw_workplace_get_today (self->workplace));

  if (part->heading != NULL)
    {
      GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", part->heading, "xalign", 0.0, NULL);

      gtk_widget_add_css_class (heading, "heading");
      gtk_box_append (self->form_box, heading);
    }
  g_signal_connect_object (form, "entered", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->form_box, form);
  g_ptr_array_add (self->forms, form);
}

typedef struct
{
  FwEntry *entry;
  FwWorkplace *workplace;
  GWeakRef parent;
} Asking;

static void
asking_free (Asking *asking)
{
  g_clear_pointer (&asking->entry, fw_entry_free);
  g_object_unref (asking->workplace);
  g_weak_ref_clear (&asking->parent);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
present (GtkWindow *parent, Asking *asking, FwEntryBasis *basis)
{
  FwEntryDialog *self = g_object_new (FW_TYPE_ENTRY_DIALOG, "transient-for", parent, "title", asking->entry->title, NULL);

  self->workplace = g_object_ref (asking->workplace);
  self->entry = g_steal_pointer (&asking->entry);
  gtk_label_set_label (self->heading_label, self->entry->title);
  gtk_label_set_label (self->body_label, self->entry->body != NULL ? self->entry->body : "");
  gtk_widget_set_visible (GTK_WIDGET (self->body_label), self->entry->body != NULL);
  gtk_widget_set_visible (self->remove_button, self->entry->what_removes != NULL);
  for (guint i = 0; i < self->entry->parts->len; i++)
    append_form (self, basis, g_ptr_array_index (self->entry->parts, i));
  gtk_widget_child_focus (g_ptr_array_index (self->forms, 0), GTK_DIR_TAB_FORWARD);
  gtk_window_present (GTK_WINDOW (self));
}

static void
basis_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEntryBasis) basis = fw_entry_basis_read_finish (result, &error);
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&asking->parent);

  if (parent == NULL || !gtk_widget_get_mapped (GTK_WIDGET (parent)))
    return;
  if (basis == NULL)
    {
      fw_problem_present (parent, _("The records could not be read"), NULL, error);
      return;
    }
  present (parent, asking, basis);
}

/**
 * fw_entry_dialog_present:
 * @entry: (transfer full): what to ask for
 *
 * Asks, and saves what was written as one step.
 */
void
fw_entry_dialog_present (GtkWindow *parent, FwWorkplace *workplace, FwEntry *entry)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Asking *asking = g_new0 (Asking, 1);

  asking->entry = entry;
  asking->workplace = g_object_ref (workplace);
  g_weak_ref_init (&asking->parent, parent);
  for (guint i = 0; i < entry->parts->len; i++)
    g_ptr_array_add (records, g_object_ref (((Part *) g_ptr_array_index (entry->parts, i))->record));
  fw_entry_basis_read_async (fw_workplace_get_store (workplace), records, NULL, basis_read_cb, asking);
}
