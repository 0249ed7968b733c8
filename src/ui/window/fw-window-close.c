#include "config.h"

#include "ui/window/fw-window-private.h"

#include <glib/gi18n.h>

#include "departure/fw-talk.h"
#include "ui/fw-problem.h"

/* Closing the window: what was typed last is saved first, also in a talk that was left before it could be. */

#define LONGEST_WAIT_MS 4000

static void
answered_cb (FwWindow *self, const char *response)
{
  if (g_strcmp0 (response, "close") != 0)
    return;
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask (FwWindow *self, const GError *error)
{
  g_autofree char *why = error != NULL ? fw_problem_describe (error) : g_strdup (_("The disk has not answered yet."));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("What was typed last is not saved"), why);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _("_Stay here"), "close", _("_Close without it"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
limit_cb (gpointer data)
{
  FwWindow *self = data;

  self->close_limit = 0;
  ask (self, NULL);
  return G_SOURCE_REMOVE;
}

/* Nothing is under way any more. */
static void
settled (FwWindow *self, const GError *error)
{
  /* It took too long, and the person has been asked. */
  if (self->close_limit == 0)
    return;
  g_clear_handle_id (&self->close_limit, g_source_remove);
  if (error != NULL)
    {
      ask (self, error);
      return;
    }
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
talks_settled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwWindow) self = data;
  g_autoptr (GError) error = NULL;

  fw_talks_settle_finish (FW_WORKPLACE (source), result, &error);
  settled (self, error);
}

static void
case_settled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!fw_case_settle_drafts_finish (FW_CASE (source), result, &error))
    settled (self, error);
  else
    fw_talks_settle_async (fw_case_get_workplace (FW_CASE (source)), talks_settled_cb, g_object_ref (self));
}

/*
 * Whether the window has to stay until all drafts are saved; then it closes by itself, or says that they are not.
 */
gboolean
_fw_window_keep_drafts (FwWindow *self)
{
  if (self->may_close || self->workplace == NULL || (self->departure == NULL && fw_talks_are_saved (self->workplace)))
    return FALSE;
  if (self->close_limit != 0)
    return TRUE;
  /* A field that is left takes what stands in it. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  self->close_limit = g_timeout_add (LONGEST_WAIT_MS, limit_cb, self);
  if (self->departure != NULL)
    fw_case_settle_drafts_async (self->departure, case_settled_cb, g_object_ref (self));
  else
    fw_talks_settle_async (self->workplace, talks_settled_cb, g_object_ref (self));
  return TRUE;
}
