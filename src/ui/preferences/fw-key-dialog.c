#include "config.h"

#include "ui/preferences/fw-key-dialog.h"

#include <glib/gi18n.h>

#include "ui/fw-problem.h"
#include "ui/gate/fw-new-passphrase.h"
#include "ui/gate/fw-passphrase.h"
#include "ui/gate/fw-sheet-view.h"
#include "ui/widgets/fw-spoken-name.h"

/* Asks for what one change of the keys needs, and for a passphrase as the proof. It stays open until the change is
 * done, so that a wrong passphrase can be typed again. */
#define FW_TYPE_KEY_DIALOG (fw_key_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FwKeyDialog, fw_key_dialog, FW, KEY_DIALOG, AdwWindow)

struct _FwKeyDialog
{
  AdwWindow parent_instance;

  FwWorkplace *workplace;
  FwKeyAct act;
  char *label; /* NULL where a new one is asked for */

  GtkStack *stack;
  GtkLabel *heading_label;
  GtkLabel *body_label;
  GtkWidget *name_list;
  AdwEntryRow *name_row;
  AdwPasswordEntryRow *proof_row;
  FwNewPassphrase *passphrase;
  GtkLabel *problem_label;
  GtkWidget *form;
  GtkButton *done_button;
  GtkWidget *busy_spinner;
  FwSheetView *sheet_view;
};

G_DEFINE_FINAL_TYPE (FwKeyDialog, fw_key_dialog, ADW_TYPE_WINDOW)

static const char *
entry_text (gpointer row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
asks_for_new (FwKeyDialog *self)
{
  return self->act == FW_KEY_ACT_CHANGE || self->act == FW_KEY_ACT_ADD;
}

static void
show_problem (FwKeyDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
set_busy (FwKeyDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->form, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->done_button), !busy);
  gtk_widget_set_visible (self->busy_spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->busy_spinner), busy);
}

static void
changed_cb (FwKeyDialog *self)
{
  show_problem (self, asks_for_new (self) && fw_new_passphrase_differs (self->passphrase)
                        ? _("The two passphrases differ.")
                        : NULL);
}

static const char *
find_problem (FwKeyDialog *self)
{
  if (self->act == FW_KEY_ACT_ADD && *entry_text (self->name_row) == '\0')
    return _("Give the passphrase a name: who uses it, or where it is kept.");
  if (*entry_text (self->proof_row) == '\0')
    return _("Type a passphrase that opens the records now.");
  return asks_for_new (self) ? fw_new_passphrase_find_problem (self->passphrase) : NULL;
}

static void
say_not_done (FwKeyDialog *self, const GError *error)
{
  g_autofree char *problem = NULL;

  if (g_error_matches (error, FW_STORE_ERROR, FW_STORE_ERROR_PASSPHRASE))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->proof_row), "");
      gtk_widget_grab_focus (GTK_WIDGET (self->proof_row));
      problem = g_strdup (_("The passphrase of now is not right. Nothing was changed."));
    }
  else if (g_error_matches (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID) && self->act == FW_KEY_ACT_ADD)
    problem = g_strdup (_("There is a passphrase of this name already, or the name cannot be used. Choose another."));
  else
    problem = fw_problem_describe (error);
  show_problem (self, problem);
}

static void
changed_keys_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwKeyDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  gboolean done = fw_key_change_finish (result, &code, &error);

  /* It may have been closed, by a lock for example. */
  if (self->workplace == NULL)
    return;
  set_busy (self, FALSE);
  if (!done)
    say_not_done (self, error);
  else if (code == NULL)
    gtk_window_close (GTK_WINDOW (self));
  else
    {
      fw_sheet_view_show (self->sheet_view, self->workplace, code);
      gtk_stack_set_visible_child_name (self->stack, "sheet");
    }
}

static void
done_cb (FwKeyDialog *self)
{
  const char *problem = find_problem (self);
  FwKeyChange change = {
    .act = self->act,
    .label = self->label != NULL ? self->label : entry_text (self->name_row),
    .proof = entry_text (self->proof_row),
    .passphrase = asks_for_new (self) ? fw_new_passphrase_get_text (self->passphrase) : NULL,
    .who = fw_workplace_get_who (self->workplace),
  };

  show_problem (self, problem);
  if (problem != NULL)
    return;
  set_busy (self, TRUE);
  fw_key_change_async (fw_workplace_get_store (self->workplace), &change, changed_keys_cb, g_object_ref (self));
}

static void
close_cb (FwKeyDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* A code that nobody has on paper must not count as a sheet; what is not shown any more cannot be printed later. */
static void
decline_cb (FwKeyDialog *self)
{
  FwKeyChange change = {
    .act = FW_KEY_ACT_REMOVE,
    .label = FW_KEYS_RECOVERY_LABEL,
    .proof = fw_sheet_view_get_code (self->sheet_view),
    .who = fw_workplace_get_who (self->workplace),
  };

  fw_key_change_async (fw_workplace_get_store (self->workplace), &change, NULL, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
fw_key_dialog_dispose (GObject *object)
{
  FwKeyDialog *self = FW_KEY_DIALOG (object);

  g_clear_object (&self->workplace);
  g_clear_pointer (&self->label, g_free);
  G_OBJECT_CLASS (fw_key_dialog_parent_class)->dispose (object);
}

static void
fw_key_dialog_class_init (FwKeyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_key_dialog_dispose;
  g_type_ensure (FW_TYPE_NEW_PASSPHRASE);
  g_type_ensure (FW_TYPE_SHEET_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/preferences/fw-key-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FwKeyDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FwKeyDialog, heading_label);
  gtk_widget_class_bind_template_child (widget_class, FwKeyDialog, body_label);
  gtk_widget_class_bind_template_child (widget_class, FwKeyDialog, name_list);
  gtk_widget_class_bind_template_child (widget_class, FwKeyDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, FwKeyDialog, proof_row);
  gtk_widget_class_bind_template_child (widget_class, FwKeyDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, FwKeyDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FwKeyDialog, form);
  gtk_widget_class_bind_template_child (widget_class, FwKeyDialog, done_button);
  gtk_widget_class_bind_template_child (widget_class, FwKeyDialog, busy_spinner);
  gtk_widget_class_bind_template_child (widget_class, FwKeyDialog, sheet_view);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, decline_cb);
}

static void
fw_key_dialog_init (FwKeyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_spoken_name_of_icon (GTK_WIDGET (self), "view-reveal-symbolic", _("Show what is typed"));
}

/* What is asked, in the words of the change. */
static void
word (FwKeyDialog *self)
{
  const char *heading, *body, *button;

  switch (self->act)
    {
    case FW_KEY_ACT_CHANGE:
      heading = _("Change the passphrase");
      body = _("Nothing else changes. Backups made before still open with the old one.");
      button = _("C_hange");
      break;
    case FW_KEY_ACT_ADD:
      heading = _("Add a passphrase");
      body = _("A further passphrase that opens all records, for somebody who stands in for you.");
      button = _("_Add");
      break;
    case FW_KEY_ACT_REMOVE:
      heading = g_str_equal (self->label, FW_KEYS_RECOVERY_LABEL) ? _("Make the recovery sheet void")
                                                                  : _("Remove the passphrase");
      body = _("It opens the records no longer. Backups made before still open with it.");
      button = _("_Remove");
      gtk_widget_add_css_class (GTK_WIDGET (self->done_button), "destructive-action");
      break;
    case FW_KEY_ACT_SHEET:
    default:
      heading = _("Make a recovery sheet");
      body = _("A sheet of paper for the safe that opens the records after a forgotten passphrase. A sheet from before "
               "opens them no longer.");
      button = _("_Make it");
      break;
    }
  gtk_window_set_title (GTK_WINDOW (self), heading);
  gtk_label_set_label (self->heading_label, heading);
  gtk_label_set_label (self->body_label, body);
  gtk_button_set_label (self->done_button, button);
  if (self->act != FW_KEY_ACT_REMOVE)
    gtk_widget_add_css_class (GTK_WIDGET (self->done_button), "suggested-action");
}

/**
 * fw_key_dialog_present:
 * @label: (nullable): which passphrase; %NULL for a new one and for the sheet
 *
 * Asks and does it; the store says that it has changed.
 */
void
fw_key_dialog_present (GtkWindow *parent, FwWorkplace *workplace, FwKeyAct act, const char *label)
{
  FwKeyDialog *self = g_object_new (FW_TYPE_KEY_DIALOG, "transient-for", parent, NULL);

  self->workplace = g_object_ref (workplace);
  self->act = act;
  self->label = g_strdup (act == FW_KEY_ACT_SHEET ? FW_KEYS_RECOVERY_LABEL : label);
  word (self);
  gtk_widget_set_visible (self->name_list, act == FW_KEY_ACT_ADD);
  gtk_widget_set_visible (GTK_WIDGET (self->passphrase), asks_for_new (self));
  if (act == FW_KEY_ACT_ADD)
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->proof_row));
  gtk_window_present (GTK_WINDOW (self));
}
