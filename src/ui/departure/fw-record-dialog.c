#include "config.h"

#include "ui/departure/fw-record-dialog.h"

#include <glib/gi18n.h>

#include "store/fw-store.h"
#include "ui/employees/fw-record-words.h"
#include "ui/fw-problem.h"

/* The kinds of record that can prove something; the newest of each come first. */
static const struct
{
  const char *kind;
  const char *order;
} kinds[] = {
  { "review", "period" },         { "training", "date" },  { "feedback", "date" },
  { "violation", "date" },        { "attendance", "date" }, { "acknowledgement", "acknowledged" },
  { "employment", "hired" },      { "wage", "month" },
};

#define MOST_OF_A_KIND 24

typedef struct
{
  FwCase *departure; /* owned */
  GtkWindow *dialog;
  GtkListBox *list;
  GtkLabel *state_label;
  FwRecordPicked picked;
  gpointer data;
  GDestroyNotify destroy;
  GCancellable *cancellable; /* owned */
  guint listed; /* how many of the kinds */
} Picking;

static void
picking_free (gpointer data)
{
  Picking *self = data;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_object_unref (self->departure);
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

static void
row_activated_cb (Picking *self,
                  GtkListBoxRow *row)
{
  self->picked (g_object_get_data (G_OBJECT (row), "kind"), g_object_get_data (G_OBJECT (row), "id"), self->data);
  gtk_window_destroy (self->dialog);
}

static void
add_record (Picking *self,
            FwRecord *record)
{
  g_autofree char *line = fw_record_words_line (record);
  const char *kind = fw_record_get_kind (record)->name;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = g_markup_escape_text (line, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fw_record_words_kind (kind));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "kind", g_strdup (kind), g_free);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (fw_record_get_id (record)), g_free);
  gtk_list_box_append (self->list, row);
}

/* Wages prove something together: the average rests on all of them. */
static void
add_all (Picking *self,
         GPtrArray *records)
{
  const char *kind = fw_record_get_kind (g_ptr_array_index (records, 0))->name;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf (_("%s: all of them"), fw_record_words_kind (kind));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "kind", g_strdup (kind), g_free);
  gtk_list_box_append (self->list, row);
}

/* Whoever works by keyboard goes on from the first record. */
static void
end_list (Picking *self,
          const GError *error)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);
  g_autofree char *problem = error != NULL ? fw_problem_describe (error) : NULL;

  gtk_label_set_label (self->state_label, problem != NULL ? problem
                                          : first != NULL ? _("Choose the record that proves it.")
                                                          : _("There is nothing on record for this person yet."));
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void list_next (Picking *self);

static void
listed_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GtkWindow) dialog = data;
  Picking *self = g_object_get_data (G_OBJECT (dialog), "picking");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = fw_store_list_finish (FW_STORE (object), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      end_list (self, error);
      return;
    }
  if (records->len > 1)
    add_all (self, records);
  for (guint i = 0; i < records->len; i++)
    add_record (self, g_ptr_array_index (records, i));
  list_next (self);
}

/* One kind after another, so that they stand in their order. */
static void
list_next (Picking *self)
{
  FwStore *store = fw_workplace_get_store (fw_case_get_workplace (self->departure));
  g_autoptr (FwQuery) query = NULL;
  guint i;

  while (self->listed < G_N_ELEMENTS (kinds) && fw_record_kind_find (kinds[self->listed].kind) == NULL)
    self->listed++;
  if (self->listed == G_N_ELEMENTS (kinds))
    {
      end_list (self, NULL);
      return;
    }
  i = self->listed++;
  query = fw_query_new_equals ("employee-id", fw_case_get_employee (self->departure));
  fw_query_order (query, kinds[i].order, TRUE);
  fw_query_page (query, 0, MOST_OF_A_KIND);
  fw_store_list_async (store, kinds[i].kind, query, self->cancellable, listed_cb, g_object_ref (self->dialog));
}

static void
close_by_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

/**
 * fw_record_dialog_present:
 * @picked: called with the record that the user picked
 * @data: handed to @picked, and to @destroy when the dialog is gone
 *
 * Lets the user pick one of the person's records as a material.
 */
void
fw_record_dialog_present (GtkWindow *parent,
                          FwCase *departure,
                          FwRecordPicked picked,
                          gpointer data,
                          GDestroyNotify destroy)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/fairwell/Fairwell/departure/fw-record-dialog.ui");
  Picking *self = g_new0 (Picking, 1);

  self->departure = g_object_ref (departure);
  self->picked = picked;
  self->data = data;
  self->destroy = destroy;
  self->cancellable = g_cancellable_new ();
  self->dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  self->list = GTK_LIST_BOX (gtk_builder_get_object (builder, "record_list"));
  self->state_label = GTK_LABEL (gtk_builder_get_object (builder, "state_label"));
  g_object_set_data_full (G_OBJECT (self->dialog), "picking", self, picking_free);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  list_next (self);
  close_by_escape (GTK_WIDGET (self->dialog));
  gtk_window_set_transient_for (self->dialog, parent);
  gtk_window_present (self->dialog);
}
