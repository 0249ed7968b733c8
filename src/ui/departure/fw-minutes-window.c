#include "config.h"

#include "ui/departure/fw-minutes-window.h"

#include <glib/gi18n.h>

#include "documents/fw-document.h"
#include "store/fw-store.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-paper-print.h"
#include "ui/departure/fw-paper-view.h"
#include "ui/fw-problem.h"
#include "ui/window/fw-guide.h"

struct _FwMinutesWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *print_button;
  GtkWidget *save_button;
  GtkWidget *attach_button;
  GtkLabel *state_label;
  GtkLabel *problem_label;
  FwPaperView *view;

  FwWorkplace *workplace;    /* owned; NULL of a draft */
  FwHeldTalk *held;          /* owned; NULL of a draft */
  GCancellable *cancellable; /* of what is laid out */
};

G_DEFINE_FINAL_TYPE (FwMinutesWindow, fw_minutes_window, ADW_TYPE_WINDOW)

static void
tell (FwMinutesWindow *self,
      const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static void
show_paper (FwMinutesWindow *self,
            FwDocument *paper,
            const GError *error)
{
  g_autofree char *problem = paper == NULL ? fw_problem_describe (error) : NULL;

  fw_paper_view_set_document (self->view, paper);
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  gtk_widget_set_sensitive (self->print_button, paper != NULL);
  if (paper != NULL)
    gtk_widget_grab_focus (self->held != NULL ? self->print_button : GTK_WIDGET (self->view));
}

static void
show_state (FwMinutesWindow *self)
{
  g_autofree char *refused = NULL;
  const char *state;

  if (self->held == NULL)
    state = _("A draft: it changes with what you correct. Put it on record when everybody has heard it.");
  else if (self->held->signing == FW_TALK_ON_SCREEN)
    state = _("On record, signed on the screen: for the company's own records, no reliable electronic signature in the sense of the law.");
  else if (self->held->signed_copy != NULL)
    state = _("On record; the signed print is on file.");
  else if (self->held->signing == FW_TALK_REFUSED)
    state = refused = g_strdup_printf (_("On record, not signed by the employee; witness: %s. Print it for the witness to sign, and put the scan on file."),
                                       self->held->witness);
  else
    state = _("On record. Print it, sign it by hand, then scan the signed print and put it on file here.");
  gtk_label_set_label (self->state_label, state);
  gtk_widget_set_visible (self->save_button, self->held != NULL);
  gtk_widget_set_visible (self->attach_button, self->held != NULL && self->held->signing != FW_TALK_ON_SCREEN);
}

static void
draft_laid_out_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer data)
{
  g_autoptr (FwMinutesWindow) self = data;
  g_autoptr (GError) error = NULL;
  FwDocument *paper = fw_talk_lay_out_finish (FW_TALK (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    g_clear_pointer (&paper, fw_document_unref);
  else
    show_paper (self, paper, error);
}

static void
laid_out_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (FwMinutesWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean exact = FALSE;
  FwDocument *paper = fw_held_talk_lay_out_finish (FW_STORE (source), result, &exact, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_pointer (&paper, fw_document_unref);
      return;
    }
  show_paper (self, paper, error);
  if (paper != NULL && !exact)
    tell (self, _("Fonts or the program have changed since: “Save as PDF” gives the paper as it was kept"));
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (FwMinutesWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!fw_held_talk_do_finish (FW_WORKPLACE (source), result, &error))
    {
      if (!g_cancellable_is_cancelled (self->cancellable))
        fw_problem_present (GTK_WINDOW (self), _("It could not be done"), NULL, error);
      return;
    }
  if (!g_cancellable_is_cancelled (self->cancellable))
    tell (self, _("Done; noted in the case"));
}

static void
attached_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (FwMinutesWindow) self = g_object_ref (data);

  done_cb (source, result, data);
  if (g_task_had_error (G_TASK (result)) || g_cancellable_is_cancelled (self->cancellable))
    return;
  g_free (self->held->signed_copy);
  self->held->signed_copy = g_strdup ("");
  show_state (self);
}

/* The dialog, and after it the queue, take as long as they like; the view keeps the paper meanwhile. */
static void
printed_cb (GtkPrintOperation *operation,
            GtkPrintOperationResult printed,
            FwMinutesWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (printed == GTK_PRINT_OPERATION_RESULT_APPLY && self->held != NULL)
    fw_held_talk_do_async (self->workplace, self->held, "print", NULL, NULL, done_cb, g_object_ref (self));
  if (printed != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  fw_problem_present (GTK_WINDOW (self), _("The paper was not printed"), NULL, error);
}

static void
print_cb (FwMinutesWindow *self)
{
  FwDocument *paper = fw_paper_view_get_document (self->view);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (paper == NULL)
    return;
  operation = fw_paper_print_new (paper, self->held != NULL ? self->held->case_number : "Fairwell");
  g_signal_connect_data (operation, "done", G_CALLBACK (printed_cb), g_object_ref (self), (GClosureNotify) (GCallback) g_object_unref, 0);
  fw_paper_print_run (operation, GTK_WINDOW (self));
}

static void
file_chosen_cb (GtkNativeDialog *dialog,
                int response,
                FwMinutesWindow *self)
{
  gboolean save = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    fw_held_talk_do_async (self->workplace, self->held, save ? "save" : "attach", file, NULL, save ? done_cb : attached_cb,
                           g_object_ref (self));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose_file (FwMinutesWindow *self,
             const char *title,
             GtkFileChooserAction action,
             const char *accept,
             const char *name)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);

  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* The name proposes the case and the talk, never the person. */
static void
save_cb (FwMinutesWindow *self)
{
  g_autofree char *name = g_strdup_printf ("%s-talk-%u.pdf", self->held->case_number, self->held->number);

  choose_file (self, _("Save as PDF"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), name);
}

static void
attach_cb (FwMinutesWindow *self)
{
  choose_file (self, _("The signed print, scanned"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Put on file"), NULL);
}

static void
help_cb (GtkWidget *widget,
         const char *action_name,
         GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (fw_guide_new (GTK_WINDOW (widget), "minutes")));
}

static void
fw_minutes_window_dispose (GObject *object)
{
  FwMinutesWindow *self = FW_MINUTES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workplace);
  g_clear_pointer (&self->held, fw_held_talk_free);
  G_OBJECT_CLASS (fw_minutes_window_parent_class)->dispose (object);
}

static void
fw_minutes_window_finalize (GObject *object)
{
  g_object_unref (FW_MINUTES_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (fw_minutes_window_parent_class)->finalize (object);
}

static void
fw_minutes_window_class_init (FwMinutesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_minutes_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_minutes_window_finalize;
  g_type_ensure (FW_TYPE_PAPER_VIEW);
  gtk_widget_class_install_action (widget_class, "minutes.help", NULL, help_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "minutes.help", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-minutes-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FwMinutesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesWindow, attach_button);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesWindow, state_label);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, attach_cb);
}

static void
fw_minutes_window_init (FwMinutesWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fw_minutes_window_new_draft:
 *
 * Returns: (transfer none): the minutes as they would print now; not presented yet
 */
GtkWindow *
fw_minutes_window_new_draft (FwTalk *talk,
                             GtkWindow *parent)
{
  FwMinutesWindow *self = g_object_new (FW_TYPE_MINUTES_WINDOW, "transient-for", parent, NULL);

  show_state (self);
  fw_talk_lay_out_async (talk, NULL, draft_laid_out_cb, g_object_ref (self));
  return GTK_WINDOW (self);
}

/**
 * fw_minutes_window_new:
 *
 * Returns: (transfer none): the minutes as they were kept; not presented yet
 */
GtkWindow *
fw_minutes_window_new (FwWorkplace *workplace,
                       const FwHeldTalk *talk,
                       GtkWindow *parent)
{
  FwMinutesWindow *self = g_object_new (FW_TYPE_MINUTES_WINDOW, "transient-for", parent, NULL);

  self->workplace = g_object_ref (workplace);
  self->held = fw_held_talk_copy (talk);
  show_state (self);
  fw_held_talk_lay_out_async (fw_workplace_get_store (workplace), talk->id, NULL, laid_out_cb, g_object_ref (self));
  return GTK_WINDOW (self);
}
