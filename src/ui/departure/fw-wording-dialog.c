#include "config.h"

#include "ui/departure/fw-wording-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  char *id;
  char *source;
  char *original;
  gboolean overridden;
  gboolean read_again;
} Block;

typedef struct
{
  FwCase *departure;  /* owned */
  char *document_id;  /* owned */
  GPtrArray *blocks;  /* owned: Block */
  GtkWindow *dialog;
  GtkDropDown *block_drop;
  GtkTextBuffer *wording;
  GtkLabel *original_label;
  GtkLabel *problem_label;
  GtkWidget *restore_button;
  GtkWidget *accept_button;
} Wording;

static void
block_free (gpointer data)
{
  Block *block = data;

  g_free (block->id);
  g_free (block->source);
  g_free (block->original);
  g_free (block);
}

static void
wording_free (gpointer data)
{
  Wording *self = data;

  g_object_unref (self->departure);
  g_free (self->document_id);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static Block *
selected_block (Wording *self)
{
  guint index = gtk_drop_down_get_selected (self->block_drop);

  return index < self->blocks->len ? g_ptr_array_index (self->blocks, index) : NULL;
}

static void
show_block (Wording *self)
{
  Block *block = selected_block (self);
  g_autofree char *original = NULL;

  if (block == NULL)
    return;
  original = g_strdup_printf (_("Original: %s"), block->original != NULL ? block->original : "");
  gtk_text_buffer_set_text (self->wording, block->source != NULL ? block->source : "", -1);
  gtk_label_set_label (self->original_label, original);
  gtk_widget_set_visible (GTK_WIDGET (self->original_label), block->overridden);
  gtk_widget_set_visible (self->restore_button, block->overridden);
  gtk_widget_set_visible (self->accept_button, block->read_again);
}

static void
finish (Wording *self,
        gboolean done,
        const GError *error)
{
  if (done)
    {
      gtk_window_destroy (self->dialog);
      return;
    }
  gtk_label_set_label (self->problem_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
}

static void
keep_cb (Wording *self)
{
  Block *block = selected_block (self);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (block == NULL)
    return;
  gtk_text_buffer_get_bounds (self->wording, &start, &end);
  text = gtk_text_buffer_get_text (self->wording, &start, &end, FALSE);
  done = g_strcmp0 (text, block->source) == 0 ||
         fw_case_edit_block (self->departure, self->document_id, block->id, text, &error);
  finish (self, done, error);
}

static void
restore_cb (Wording *self)
{
  Block *block = selected_block (self);
  g_autoptr (GError) error = NULL;
  gboolean done = fw_case_edit_block (self->departure, self->document_id, block->id, NULL, &error);

  finish (self, done, error);
}

static void
accept_cb (Wording *self)
{
  Block *block = selected_block (self);
  g_autoptr (GError) error = NULL;
  gboolean done = fw_case_accept_block (self->departure, self->document_id, block->id, &error);

  finish (self, done, error);
}

/* Only blocks with words of their own can be changed: a table or a line for a signature stays as the template has it. */
static void
collect_blocks (Wording *self,
                FwDocument *document,
                GtkStringList *titles,
                const char *block_id,
                guint *selected)
{
  GPtrArray *blocks = fw_document_get_blocks (document);

  for (guint i = 0; i < blocks->len; i++)
    {
      FwDocumentBlock *from = g_ptr_array_index (blocks, i);
      g_autofree char *title = NULL;
      Block *block;

      if (from->id == NULL || from->source == NULL || *from->source == '\0')
        continue;
      block = g_new0 (Block, 1);
      block->id = g_strdup (from->id);
      block->source = g_strdup (from->source);
      block->original = g_strdup (from->original_text);
      block->overridden = from->overridden;
      block->read_again = from->read_again;
      if (g_strcmp0 (block->id, block_id) == 0)
        *selected = self->blocks->len;
      g_ptr_array_add (self->blocks, block);
      title = g_utf8_strlen (from->text, -1) > 28 ? g_utf8_substring (from->text, 0, 28) : g_strdup (from->text);
      gtk_string_list_append (titles, title);
    }
}

static gboolean
close_cb (GtkWidget *widget,
          GVariant *arguments,
          gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
add_escape (GtkWindow *dialog)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (close_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
}

/**
 * fw_wording_dialog_present:
 * @document: the paper as laid out now
 * @block_id: (nullable): the block to begin with
 *
 * Lets a paper's wording be changed for this case, block by block, while amounts and dates stay live.
 */
void
fw_wording_dialog_present (GtkWindow *parent,
                           FwCase *departure,
                           const char *document_id,
                           FwDocument *document,
                           const char *block_id)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/fairwell/Fairwell/departure/fw-wording-dialog.ui");
  Wording *self = g_new0 (Wording, 1);
  GtkStringList *titles = gtk_string_list_new (NULL);
  guint selected = 0;

  self->departure = g_object_ref (departure);
  self->document_id = g_strdup (document_id);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  self->block_drop = GTK_DROP_DOWN (gtk_builder_get_object (builder, "block_drop"));
  self->wording = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_builder_get_object (builder, "wording_view")));
  self->original_label = GTK_LABEL (gtk_builder_get_object (builder, "original_label"));
  self->problem_label = GTK_LABEL (gtk_builder_get_object (builder, "problem_label"));
  self->restore_button = GTK_WIDGET (gtk_builder_get_object (builder, "restore_button"));
  self->accept_button = GTK_WIDGET (gtk_builder_get_object (builder, "accept_button"));
  collect_blocks (self, document, titles, block_id, &selected);
  gtk_drop_down_set_model (self->block_drop, G_LIST_MODEL (titles));
  g_object_unref (titles);
  gtk_drop_down_set_selected (self->block_drop, selected);
  g_object_set_data_full (G_OBJECT (self->dialog), "wording", self, wording_free);
  g_signal_connect_swapped (self->block_drop, "notify::selected", G_CALLBACK (show_block), self);
  g_signal_connect_swapped (gtk_builder_get_object (builder, "keep_button"), "clicked", G_CALLBACK (keep_cb), self);
  g_signal_connect_swapped (self->restore_button, "clicked", G_CALLBACK (restore_cb), self);
  g_signal_connect_swapped (self->accept_button, "clicked", G_CALLBACK (accept_cb), self);
  g_signal_connect_swapped (gtk_builder_get_object (builder, "cancel_button"), "clicked",
                            G_CALLBACK (gtk_window_close), self->dialog);
  add_escape (self->dialog);
  show_block (self);
  gtk_window_set_transient_for (self->dialog, parent);
  gtk_window_present (self->dialog);
}
