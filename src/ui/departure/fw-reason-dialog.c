#include "config.h"

#include "ui/departure/fw-reason-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  AdwMessageDialog *dialog;
  GtkEditable *reason;
  FwReasonGiven given;
  gpointer data;
  GDestroyNotify destroy;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *self = data;

  self->destroy (self->data);
  g_free (self);
}

static void
changed_cb (Asking *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));

  adw_message_dialog_set_response_enabled (self->dialog, "go", *reason != '\0');
}

static void
response_cb (Asking *self,
             const char *response)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));

  if (g_strcmp0 (response, "go") == 0)
    self->given (reason, self->data);
}

/**
 * fw_reason_dialog_present:
 * @verb: on the button, with its mnemonic
 * @given: called with the reason; not at all where the user thinks better of it
 *
 * Asks for the reason of an act that cannot be without one.
 */
void
fw_reason_dialog_present (GtkWindow *parent,
                          const char *heading,
                          const char *body,
                          const char *verb,
                          FwReasonGiven given,
                          gpointer data,
                          GDestroyNotify destroy)
{
  Asking *self = g_new0 (Asking, 1);
  GtkWidget *entry = gtk_entry_new ();

  self->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  self->reason = GTK_EDITABLE (entry);
  self->given = given;
  self->data = data;
  self->destroy = destroy;
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"), -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Reason"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  adw_message_dialog_set_extra_child (self->dialog, entry);
  adw_message_dialog_add_responses (self->dialog, "cancel", _("_Not yet"), "go", verb, NULL);
  adw_message_dialog_set_response_enabled (self->dialog, "go", FALSE);
  adw_message_dialog_set_default_response (self->dialog, "go");
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  g_object_set_data_full (G_OBJECT (self->dialog), "asking", self, asking_free);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (response_cb), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
