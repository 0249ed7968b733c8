#include "config.h"

#include "ui/departure/fw-delivery-dialog.h"

#include <glib/gi18n.h>

#include "core/fw-date.h"
#include "ui/departure/fw-case-words.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tall-scroll.h"

/* In the order of the drop-down: the rungs of the ladder. */
static const char *const ways[] = { "hand", "post", "mail", "notary", "announcement" };

typedef struct
{
  FwCase *departure; /* owned */
  char *document;    /* owned */
  GFile *proof;      /* owned, nullable */
  AdwMessageDialog *dialog;
  GtkDropDown *by_drop;
  GtkEditable *on_entry;
  GtkCheckButton *failed_check;
  GtkEditable *why_entry;
  GtkButton *proof_button;
  GtkWindow *parent;
} Delivering;

static void
delivering_free (gpointer data)
{
  Delivering *self = data;

  g_object_unref (self->departure);
  g_clear_object (&self->proof);
  g_free (self->document);
  g_free (self);
}

static FwDate
day_of (Delivering *self)
{
  return fw_date_from_string (gtk_editable_get_text (self->on_entry));
}

static void
changed_cb (Delivering *self)
{
  gboolean failed = gtk_check_button_get_active (self->failed_check);
  g_autofree char *why = g_strstrip (g_strdup (gtk_editable_get_text (self->why_entry)));

  gtk_widget_set_visible (GTK_WIDGET (self->proof_button), !failed);
  adw_message_dialog_set_response_enabled (self->dialog, "record",
                                           fw_date_is_known (day_of (self)) && (!failed || *why != '\0'));
}

static void
proof_chosen_cb (GtkNativeDialog *dialog,
                 int response,
                 AdwMessageDialog *message)
{
  Delivering *self = g_object_get_data (G_OBJECT (message), "delivering");

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autofree char *name = NULL;

      g_clear_object (&self->proof);
      self->proof = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      name = g_file_get_basename (self->proof);
      gtk_button_set_use_underline (self->proof_button, FALSE);
      gtk_button_set_label (self->proof_button, name);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose_proof_cb (Delivering *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Proof of delivery"), GTK_WINDOW (self->dialog),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("_Attach"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (proof_chosen_cb), self->dialog, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
delivered_cb (GObject *object,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *problem = NULL;

  if (fw_case_act_finish (FW_CASE (object), result, &error))
    return;
  missing = fw_case_dup_missing (FW_CASE (object), "delivery");
  if (missing != NULL)
    problem = g_strdup_printf (_("Still missing, to be supplied under Materials first:\n%s"), missing);
  else if (g_error_matches (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED))
    problem = g_strdup (_("Had it arrived on that day, something would be missing that is there for the day that was meant, "
                          "such as days of notice. Move the last day, or supply it under Materials first."));
  fw_problem_present (parent, _("The delivery was not recorded"), problem, error);
}

static void
response_cb (Delivering *self,
             const char *response)
{
  guint way = gtk_drop_down_get_selected (self->by_drop);

  if (g_strcmp0 (response, "record") != 0 || way >= G_N_ELEMENTS (ways))
    return;
  if (gtk_check_button_get_active (self->failed_check))
    fw_case_note_failed_delivery_async (self->departure, self->document, ways[way], day_of (self),
                                        gtk_editable_get_text (self->why_entry), NULL, delivered_cb,
                                        g_object_ref (self->parent));
  else
    fw_case_deliver_async (self->departure, self->document, ways[way], day_of (self), self->proof, NULL, delivered_cb,
                           g_object_ref (self->parent));
}

/* Two papers may wait for their delivery at once. */
static void
name_paper (Delivering *self)
{
  GListModel *papers = fw_case_get_documents (self->departure);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (FwCaseItem) paper = g_list_model_get_item (papers, i);

      if (g_strcmp0 (fw_case_item_get_id (paper), self->document) == 0)
        adw_message_dialog_format_heading (self->dialog, _("Record the delivery of “%s”"),
                                           fw_case_item_get_text (paper, "title"));
    }
}

/**
 * fw_delivery_dialog_present:
 * @document: the id of the issued paper
 *
 * Asks how and when a paper arrived, and for the proof, and puts it on record.
 */
void
fw_delivery_dialog_present (GtkWindow *parent,
                            FwCase *departure,
                            const char *document)
{
  g_autoptr (GtkBuilder) builder =
      fw_tall_scroll_new_builder ("/org/fairwell/Fairwell/departure/fw-delivery-dialog.ui");
  Delivering *self = g_new0 (Delivering, 1);
  g_autofree char *today = fw_date_to_string (fw_workplace_get_today (fw_case_get_workplace (departure)));

  self->departure = g_object_ref (departure);
  self->document = g_strdup (document);
  self->parent = parent;
  self->dialog = ADW_MESSAGE_DIALOG (gtk_builder_get_object (builder, "dialog"));
  self->by_drop = GTK_DROP_DOWN (gtk_builder_get_object (builder, "by_drop"));
  self->on_entry = GTK_EDITABLE (gtk_builder_get_object (builder, "on_entry"));
  self->failed_check = GTK_CHECK_BUTTON (gtk_builder_get_object (builder, "failed_check"));
  self->why_entry = GTK_EDITABLE (gtk_builder_get_object (builder, "why_entry"));
  self->proof_button = GTK_BUTTON (gtk_builder_get_object (builder, "proof_button"));
  fw_spoken_name_follow_choice (GTK_WIDGET (self->by_drop), _("How it was delivered"));
  name_paper (self);
  gtk_editable_set_text (self->on_entry, today != NULL ? today : "");
  gtk_window_set_transient_for (GTK_WINDOW (self->dialog), parent);
  g_object_set_data_full (G_OBJECT (self->dialog), "delivering", self, delivering_free);
  g_signal_connect_swapped (self->on_entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->failed_check, "toggled", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->why_entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->proof_button, "clicked", G_CALLBACK (choose_proof_cb), self);
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (response_cb), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
