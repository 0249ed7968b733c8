#include "config.h"

#include "ui/window/fw-window-private.h"

#include <glib/gi18n.h>

#include "ui/fw-problem.h"
#include "ui/gate/fw-key-change.h"

/* What opens the store, seen from the gate: the recovery sheet of a new store, and opening with it after a forgotten
 * passphrase. */

/* The sheet of a new store */

static void
sheet_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  fw_first_run_page_set_busy (self->first_run_page, NULL);
  fw_first_run_page_forget (self->first_run_page);
  if (!fw_key_change_finish (result, &code, &error))
    {
      _fw_window_enter (self);
      fw_window_show_error (self, _("The recovery sheet could not be made"), error);
      return;
    }
  /* As good as locked: nobody is in before the sheet is put away. */
  self->locked = TRUE;
  fw_sheet_view_show (self->sheet_view, self->workplace, code);
  gtk_stack_set_visible_child_name (self->gate, "sheet");
}

/* Makes the recovery sheet of a store that has just been made, and shows it before anything else. */
void
_fw_window_make_sheet (FwWindow *self)
{
  FwKeyChange change = {
    .act = FW_KEY_ACT_SHEET,
    .proof = fw_first_run_page_get_passphrase (self->first_run_page),
    .who = fw_workplace_get_who (self->workplace),
  };

  fw_first_run_page_set_busy (self->first_run_page, _("Making the recovery sheet…"));
  fw_key_change_async (fw_workplace_get_store (self->workplace), &change, sheet_made_cb, g_object_ref (self));
}

static void
sheet_kept_cb (FwWindow *self)
{
  fw_sheet_view_forget (self->sheet_view);
  _fw_window_enter (self);
}

static void
sheet_removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (fw_key_change_finish (result, NULL, &error))
    fw_window_toast (self, _("No recovery sheet yet. Preferences makes one any time."));
  else
    fw_window_show_error (self, _("The recovery sheet could not be taken back"), error);
}

/* A code that nobody has on paper must not count as a sheet. */
static void
sheet_declined_cb (FwWindow *self)
{
  FwKeyChange change = {
    .act = FW_KEY_ACT_REMOVE,
    .label = FW_KEYS_RECOVERY_LABEL,
    .proof = fw_sheet_view_get_code (self->sheet_view),
    .who = fw_workplace_get_who (self->workplace),
  };

  fw_key_change_async (fw_workplace_get_store (self->workplace), &change, sheet_removed_cb, g_object_ref (self));
  sheet_kept_cb (self);
}

/* Opening with it */

static void
ask_for_sheet_cb (FwWindow *self)
{
  g_auto (GStrv) labels = fw_store_peek_labels (self->folder);
  g_autoptr (GStrvBuilder) passphrases = g_strv_builder_new ();
  g_auto (GStrv) replaceable = NULL;

  for (guint i = 0; labels[i] != NULL; i++)
    if (!g_str_equal (labels[i], FW_KEYS_RECOVERY_LABEL))
      g_strv_builder_add (passphrases, labels[i]);
  replaceable = g_strv_builder_end (passphrases);
  gtk_stack_set_visible_child_name (self->gate, "recover");
  fw_recover_page_ask (self->recover_page, (const char *const *) replaceable);
}

static void
recover_back_cb (FwWindow *self)
{
  fw_recover_page_forget (self->recover_page);
  gtk_stack_set_visible_child_name (self->gate, "lock");
  gtk_widget_grab_focus (GTK_WIDGET (self->lock_page));
}

static void
say_not_recovered (FwWindow *self, const GError *error)
{
  g_autofree char *problem = NULL;

  fw_recover_page_set_busy (self->recover_page, FALSE);
  problem = g_error_matches (error, FW_STORE_ERROR, FW_STORE_ERROR_PASSPHRASE)
              ? g_strdup (_("This sheet does not open these records: a newer one was made, or it is another company’s."))
              : fw_problem_describe (error);
  fw_recover_page_show_problem (self->recover_page, problem);
  gtk_widget_grab_focus (GTK_WIDGET (self->recover_page));
}

static void
replaced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!fw_key_change_finish (result, NULL, &error))
    {
      say_not_recovered (self, error);
      return;
    }
  fw_recover_page_forget (self->recover_page);
  _fw_window_enter (self);
  fw_window_toast (self, _("The passphrase is changed. The sheet stays good: put it back into the safe."));
}

static void
replace_passphrase (FwWindow *self)
{
  g_autofree char *code = fw_recover_page_dup_code (self->recover_page);
  FwKeyChange change = {
    .act = FW_KEY_ACT_CHANGE,
    .label = fw_recover_page_get_label (self->recover_page),
    .proof = code,
    .passphrase = fw_recover_page_get_passphrase (self->recover_page),
    .who = fw_workplace_get_who (self->workplace),
  };

  fw_key_change_async (fw_workplace_get_store (self->workplace), &change, replaced_cb, g_object_ref (self));
}

static void
opened_with_sheet_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwWorkplace) workplace = fw_opening_finish (result, &error);

  if (workplace == NULL)
    {
      say_not_recovered (self, error);
      return;
    }
  _fw_window_set_workplace (self, workplace);
  replace_passphrase (self);
}

/* Behind a lock the store is open already, and the sheet only has to prove itself. */
static void
recover_cb (FwWindow *self)
{
  g_autofree char *code = fw_recover_page_dup_code (self->recover_page);
  FwOpening opening = _fw_window_describe_opening (self, code);

  fw_recover_page_set_busy (self->recover_page, TRUE);
  if (self->workplace != NULL)
    replace_passphrase (self);
  else
    fw_opening_open_async (&opening, opened_with_sheet_cb, g_object_ref (self));
}

void
_fw_window_class_bind_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, ask_for_sheet_cb);
  gtk_widget_class_bind_template_callback (klass, recover_cb);
  gtk_widget_class_bind_template_callback (klass, recover_back_cb);
  gtk_widget_class_bind_template_callback (klass, sheet_kept_cb);
  gtk_widget_class_bind_template_callback (klass, sheet_declined_cb);
}
