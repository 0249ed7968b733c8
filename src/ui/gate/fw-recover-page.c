#include "config.h"

#include "ui/gate/fw-recover-page.h"

#include <glib/gi18n.h>

#include "store/fw-recovery-code.h"
#include "ui/gate/fw-new-passphrase.h"
#include "ui/gate/fw-passphrase.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tab-through.h"

struct _FwRecoverPage
{
  GtkWidget parent_instance;

  GStrv labels; /* of the passphrases that can be replaced */

  GtkWidget *content;
  AdwEntryRow *code_row;
  GtkLabel *code_label;
  AdwComboRow *label_row;
  FwNewPassphrase *passphrase;
  GtkWidget *problem_label;
  GtkWidget *form;
  GtkWidget *recover_button;
  GtkWidget *busy_spinner;
};

G_DEFINE_FINAL_TYPE (FwRecoverPage, fw_recover_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_RECOVER,
  SIGNAL_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_typed (FwRecoverPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->code_row));
}

/* Says while it is typed which group to look at again, and when all six are right. */
static void
code_changed_cb (FwRecoverPage *self)
{
  guint wrong = 0;
  g_autofree char *code = fw_recovery_code_read (get_typed (self), &wrong);
  g_autofree char *text = NULL;

  if (wrong > 0)
    text = g_strdup_printf (_("Look at group %u again: it does not read like that on the sheet."), wrong);
  else if (code != NULL)
    text = g_strdup (_("All six groups are right."));
  else
    text = g_strdup (_("Six groups of five characters. Small letters, spaces and hyphens do not matter."));
  gtk_label_set_label (self->code_label, text);
  if (wrong > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->code_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->code_row), "error");
}

static void
passphrase_changed_cb (FwRecoverPage *self)
{
  fw_recover_page_show_problem (self, fw_new_passphrase_differs (self->passphrase) ? _("The two passphrases differ.")
                                                                                   : NULL);
}

static void
recover_cb (FwRecoverPage *self)
{
  g_autofree char *code = fw_recover_page_dup_code (self);
  const char *problem = fw_new_passphrase_find_problem (self->passphrase);

  if (code == NULL)
    {
      fw_recover_page_show_problem (self, _("Type all six groups of the recovery sheet."));
      gtk_widget_grab_focus (GTK_WIDGET (self->code_row));
      return;
    }
  fw_recover_page_show_problem (self, problem);
  if (problem == NULL)
    g_signal_emit (self, signals[SIGNAL_RECOVER], 0);
}

static void
back_cb (FwRecoverPage *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static gboolean
fw_recover_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FW_RECOVER_PAGE (widget)->code_row));
}

static void
fw_recover_page_dispose (GObject *object)
{
  FwRecoverPage *self = FW_RECOVER_PAGE (object);

  g_clear_pointer (&self->labels, g_strfreev);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_recover_page_parent_class)->dispose (object);
}

static void
fw_recover_page_class_init (FwRecoverPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_recover_page_dispose;
  widget_class->focus = fw_tab_through;
  widget_class->grab_focus = fw_recover_page_grab_focus;
  signals[SIGNAL_RECOVER] = g_signal_new ("recover", FW_TYPE_RECOVER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_BACK] = g_signal_new ("back", FW_TYPE_RECOVER_PAGE, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  g_type_ensure (FW_TYPE_NEW_PASSPHRASE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Escape, 0, "back", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/gate/fw-recover-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwRecoverPage, content);
  gtk_widget_class_bind_template_child (widget_class, FwRecoverPage, code_row);
  gtk_widget_class_bind_template_child (widget_class, FwRecoverPage, code_label);
  gtk_widget_class_bind_template_child (widget_class, FwRecoverPage, label_row);
  gtk_widget_class_bind_template_child (widget_class, FwRecoverPage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, FwRecoverPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FwRecoverPage, form);
  gtk_widget_class_bind_template_child (widget_class, FwRecoverPage, recover_button);
  gtk_widget_class_bind_template_child (widget_class, FwRecoverPage, busy_spinner);
  gtk_widget_class_bind_template_callback (widget_class, code_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, passphrase_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, recover_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
fw_recover_page_init (FwRecoverPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_spoken_name_follow_choice (GTK_WIDGET (self->label_row), NULL);
  code_changed_cb (self);
}

static GtkStringList *
name_labels (const char *const *labels)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; labels[i] != NULL; i++)
    gtk_string_list_append (names, fw_passphrase_name (labels[i]));
  return names;
}

/**
 * fw_recover_page_ask:
 * @labels: the passphrases that can be replaced; one of several is chosen
 *
 * Starts anew, with nothing typed.
 */
void
fw_recover_page_ask (FwRecoverPage *self, const char *const *labels)
{
  g_autoptr (GtkStringList) names = NULL;

  g_return_if_fail (FW_IS_RECOVER_PAGE (self));

  g_strfreev (self->labels);
  self->labels = g_strdupv ((GStrv) labels);
  names = name_labels (labels);
  adw_combo_row_set_model (self->label_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->label_row), g_strv_length (self->labels) > 1);
  fw_recover_page_forget (self);
  fw_recover_page_set_busy (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->code_row));
}

/**
 * fw_recover_page_dup_code:
 *
 * Returns: (transfer full) (nullable): the code as on the sheet; %NULL where what is typed is none
 */
char *
fw_recover_page_dup_code (FwRecoverPage *self)
{
  g_return_val_if_fail (FW_IS_RECOVER_PAGE (self), NULL);
  return fw_recovery_code_read (get_typed (self), NULL);
}

/**
 * fw_recover_page_get_label:
 *
 * Returns: (nullable): which passphrase is to be replaced
 */
const char *
fw_recover_page_get_label (FwRecoverPage *self)
{
  guint chosen;

  g_return_val_if_fail (FW_IS_RECOVER_PAGE (self), NULL);

  chosen = adw_combo_row_get_selected (self->label_row);
  return self->labels != NULL && chosen < g_strv_length (self->labels) ? self->labels[chosen] : NULL;
}

/**
 * fw_recover_page_get_passphrase:
 *
 * Returns: the new passphrase
 */
const char *
fw_recover_page_get_passphrase (FwRecoverPage *self)
{
  g_return_val_if_fail (FW_IS_RECOVER_PAGE (self), NULL);
  return fw_new_passphrase_get_text (self->passphrase);
}

/**
 * fw_recover_page_set_busy:
 * @busy: whether the sheet is being tried
 */
void
fw_recover_page_set_busy (FwRecoverPage *self, gboolean busy)
{
  g_return_if_fail (FW_IS_RECOVER_PAGE (self));

  gtk_widget_set_sensitive (self->form, !busy);
  gtk_widget_set_sensitive (self->recover_button, !busy);
  gtk_widget_set_visible (self->busy_spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->busy_spinner), busy);
}

/**
 * fw_recover_page_show_problem:
 * @problem: (nullable): what happened, and what to do
 */
void
fw_recover_page_show_problem (FwRecoverPage *self, const char *problem)
{
  g_return_if_fail (FW_IS_RECOVER_PAGE (self));

  gtk_label_set_label (GTK_LABEL (self->problem_label), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_label, problem != NULL);
}

/**
 * fw_recover_page_forget:
 *
 * Empties everything that was typed.
 */
void
fw_recover_page_forget (FwRecoverPage *self)
{
  g_return_if_fail (FW_IS_RECOVER_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->code_row), "");
  fw_new_passphrase_forget (self->passphrase);
  fw_recover_page_show_problem (self, NULL);
}
