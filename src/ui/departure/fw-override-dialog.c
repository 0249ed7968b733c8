#include "config.h"

#include "ui/departure/fw-override-dialog.h"

#include <glib/gi18n.h>

#include "ui/fw-problem.h"
#include "ui/widgets/fw-tall-scroll.h"

/* A reason shorter than this says nothing a tribunal could read. */
#define LEAST_REASON 20

typedef struct
{
  FwCase *departure; /* owned */
  char *finding;     /* owned */
  AdwMessageDialog *dialog;
  GtkEditable *lawyer;
  GtkTextBuffer *reason;
  GtkWindow *parent;
} Override;

static void
override_free (gpointer data)
{
  Override *self = data;

  g_object_unref (self->departure);
  g_free (self->finding);
  g_free (self);
}

static char *
dup_reason (Override *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->reason, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->reason, &start, &end, FALSE));
}

static void
changed_cb (Override *self)
{
  g_autofree char *lawyer = g_strstrip (g_strdup (gtk_editable_get_text (self->lawyer)));
  g_autofree char *reason = dup_reason (self);

  adw_message_dialog_set_response_enabled (self->dialog, "override",
                                           *lawyer != '\0' && g_utf8_strlen (reason, -1) >= LEAST_REASON);
}

static void
overridden_cb (GObject *object,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;

  if (fw_case_act_finish (FW_CASE (object), result, &error))
    return;
  fw_problem_present (parent, _("This point was not passed"), NULL, error);
}

static void
response_cb (Override *self,
             const char *response)
{
  g_autofree char *lawyer = NULL;
  g_autofree char *reason = NULL;

  if (g_strcmp0 (response, "override") != 0)
    return;
  lawyer = g_strstrip (g_strdup (gtk_editable_get_text (self->lawyer)));
  reason = dup_reason (self);
  fw_case_override_async (self->departure, self->finding, lawyer, reason, NULL, overridden_cb,
                          g_object_ref (self->parent));
}

/**
 * fw_override_dialog_present:
 * @finding: the id of the finding that a lawyer passes
 *
 * Asks for the lawyer and the reason, and puts both on record. Nothing is passed without them.
 */
void
fw_override_dialog_present (GtkWindow *parent,
                            FwCase *departure,
                            const char *finding)
{
  g_autoptr (GtkBuilder) builder =
      fw_tall_scroll_new_builder ("/org/fairwell/Fairwell/departure/fw-override-dialog.ui");
  Override *self = g_new0 (Override, 1);

  self->departure = g_object_ref (departure);
  self->finding = g_strdup (finding);
  self->parent = parent;
  self->dialog = ADW_MESSAGE_DIALOG (gtk_builder_get_object (builder, "dialog"));
  self->lawyer = GTK_EDITABLE (gtk_builder_get_object (builder, "lawyer_entry"));
  self->reason = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_builder_get_object (builder, "reason_view")));
  gtk_window_set_transient_for (GTK_WINDOW (self->dialog), parent);
  g_object_set_data_full (G_OBJECT (self->dialog), "override", self, override_free);
  g_signal_connect_swapped (self->lawyer, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (response_cb), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
