#include "config.h"

#include "ui/gate/fw-sheet-view.h"

#include <glib/gi18n.h>

#include "core/fw-task.h"
#include "departure/fw-recovery-sheet.h"
#include "store/fw-recovery-code.h"
#include "ui/departure/fw-paper-print.h"
#include "ui/fw-language.h"
#include "ui/fw-problem.h"

struct _FwSheetView
{
  GtkWidget parent_instance;

  FwWorkplace *workplace;
  char *code;
  FwDocument *document;        /* the sheet, once it is laid out */
  GCancellable *cancellable;   /* of laying it out and saving it */
  GtkFileChooserNative *chooser;

  GtkWidget *content;
  GtkFlowBox *groups;
  GtkWidget *print_button;
  GtkWidget *save_button;
  GtkLabel *state_label;
  GtkCheckButton *kept_check;
  GtkWidget *kept_button;
};

G_DEFINE_FINAL_TYPE (FwSheetView, fw_sheet_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_KEPT,
  SIGNAL_DECLINED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_state (FwSheetView *self, const char *text)
{
  gtk_label_set_label (self->state_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), text != NULL);
}

static void
show_ready (FwSheetView *self)
{
  gtk_widget_set_sensitive (self->print_button, self->document != NULL);
  gtk_widget_set_sensitive (self->save_button, self->document != NULL);
  gtk_widget_set_sensitive (self->kept_button, gtk_check_button_get_active (self->kept_check));
}

/* One group with its number, as a screen reader says it: sign by sign. */
static GtkWidget *
make_group (const char *group, guint number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = g_strdup_printf (_("Group %u"), number);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *code = gtk_label_new (group);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (code, "fw-code");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), code);
  return box;
}

static void
clear_groups (FwSheetView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_flow_box_remove (self->groups, child);
}

static void
show_groups (FwSheetView *self)
{
  g_auto (GStrv) groups = g_strsplit (self->code, "-", FW_RECOVERY_CODE_GROUPS);

  clear_groups (self);
  for (guint i = 0; groups[i] != NULL; i++)
    gtk_flow_box_append (self->groups, make_group (groups[i], i + 1));
}

/* Laying out and saving: on a worker thread. A paper belongs to one thread at a time, so each makes its own. */

typedef struct
{
  FwStore *store;
  char *code;
  char *language;
  FwDate today;
  GFile *file; /* nullable: where the PDF goes */
} Layout;

static void
layout_free (gpointer data)
{
  Layout *layout = data;

  g_object_unref (layout->store);
  g_free (layout->code);
  g_free (layout->language);
  g_clear_object (&layout->file);
  g_free (layout);
}

static gpointer
lay_out (gpointer data, GError **error)
{
  Layout *layout = data;
  g_autoptr (FwDocument) sheet = fw_recovery_sheet_new (layout->store, layout->code, layout->today, layout->language, error);

  if (sheet == NULL || (layout->file != NULL && !fw_document_write_pdf (sheet, layout->file, NULL, error)))
    return NULL;
  return g_steal_pointer (&sheet);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FwSheetView *self = FW_SHEET_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) sheet = fw_task_ask_finish (result, &error);
  g_autofree char *problem = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->content == NULL)
    return;
  self->document = g_steal_pointer (&sheet);
  if (self->document == NULL)
    {
      problem = fw_problem_describe (error);
      show_state (self, problem);
    }
  show_ready (self);
  if (self->document != NULL)
    gtk_widget_grab_focus (self->print_button);
}

static void
lay_out_async (FwSheetView *self, GFile *file, GAsyncReadyCallback callback)
{
  Layout *layout = g_new0 (Layout, 1);

  layout->store = g_object_ref (fw_workplace_get_store (self->workplace));
  layout->code = g_strdup (self->code);
  layout->language = g_strdup (fw_language_get ());
  layout->today = fw_workplace_get_today (self->workplace);
  g_set_object (&layout->file, file);
  fw_task_ask_async (self, lay_out, layout, layout_free, (GDestroyNotify) fw_document_unref, self->cancellable, callback, NULL);
}

/* Printing, saving */

static void
printed_cb (FwSheetView *self, GtkPrintOperationResult printed)
{
  if (self->content == NULL)
    return;
  if (printed == GTK_PRINT_OPERATION_RESULT_APPLY)
    show_state (self, _("Sent to the printer. Fetch the sheet at once, and see that no copy stays in the tray."));
  else if (printed == GTK_PRINT_OPERATION_RESULT_ERROR)
    show_state (self, _("The printer did not answer. Save the sheet as PDF, or copy the six groups by hand."));
}

static void
print_cb (FwSheetView *self)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (self->document == NULL)
    return;
  operation = fw_paper_print_new (self->document, _("Fairwell"));
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  fw_paper_print_run (operation, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FwSheetView *self = FW_SHEET_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) sheet = fw_task_ask_finish (result, &error);
  g_autofree char *problem = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->content == NULL)
    return;
  if (sheet != NULL)
    {
      show_state (self, _("Saved. Print the file on paper and then delete it: whoever has it opens the records."));
      return;
    }
  problem = fw_problem_describe (error);
  show_state (self, problem);
}

static void
place_chosen_cb (FwSheetView *self, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file != NULL && self->document != NULL)
    lay_out_async (self, file, saved_cb);
}

static void
save_cb (FwSheetView *self)
{
  if (self->document == NULL || self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Save as PDF"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _("recovery-sheet.pdf"));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
kept_cb (FwSheetView *self)
{
  g_signal_emit (self, signals[SIGNAL_KEPT], 0);
}

static void
decline_cb (FwSheetView *self)
{
  g_signal_emit (self, signals[SIGNAL_DECLINED], 0);
}

static void
fw_sheet_view_dispose (GObject *object)
{
  FwSheetView *self = FW_SHEET_VIEW (object);

  if (self->content != NULL)
    fw_sheet_view_forget (self);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_sheet_view_parent_class)->dispose (object);
}

static void
fw_sheet_view_class_init (FwSheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_sheet_view_dispose;
  signals[SIGNAL_KEPT] = g_signal_new ("kept", FW_TYPE_SHEET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       0);
  signals[SIGNAL_DECLINED] = g_signal_new ("declined", FW_TYPE_SHEET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/gate/fw-sheet-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FwSheetView, content);
  gtk_widget_class_bind_template_child (widget_class, FwSheetView, groups);
  gtk_widget_class_bind_template_child (widget_class, FwSheetView, print_button);
  gtk_widget_class_bind_template_child (widget_class, FwSheetView, save_button);
  gtk_widget_class_bind_template_child (widget_class, FwSheetView, state_label);
  gtk_widget_class_bind_template_child (widget_class, FwSheetView, kept_check);
  gtk_widget_class_bind_template_child (widget_class, FwSheetView, kept_button);
  gtk_widget_class_bind_template_callback (widget_class, show_ready);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, kept_cb);
  gtk_widget_class_bind_template_callback (widget_class, decline_cb);
}

static void
fw_sheet_view_init (FwSheetView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_ready (self);
}

/**
 * fw_sheet_view_show:
 * @code: what the new sheet carries
 *
 * Shows a sheet that has just been made.
 */
void
fw_sheet_view_show (FwSheetView *self, FwWorkplace *workplace, const char *code)
{
  g_return_if_fail (FW_IS_SHEET_VIEW (self));

  fw_sheet_view_forget (self);
  self->workplace = g_object_ref (workplace);
  self->code = g_strdup (code);
  self->cancellable = g_cancellable_new ();
  show_groups (self);
  lay_out_async (self, NULL, laid_out_cb);
}

/**
 * fw_sheet_view_get_code:
 *
 * Returns: (nullable): the code that is shown
 */
const char *
fw_sheet_view_get_code (FwSheetView *self)
{
  g_return_val_if_fail (FW_IS_SHEET_VIEW (self), NULL);
  return self->code;
}

/**
 * fw_sheet_view_forget:
 *
 * Nothing of the sheet stays behind.
 */
void
fw_sheet_view_forget (FwSheetView *self)
{
  g_return_if_fail (FW_IS_SHEET_VIEW (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->document, fw_document_unref);
  g_clear_pointer (&self->code, g_free);
  g_clear_object (&self->workplace);
  clear_groups (self);
  show_state (self, NULL);
  gtk_check_button_set_active (self->kept_check, FALSE);
  show_ready (self);
}
