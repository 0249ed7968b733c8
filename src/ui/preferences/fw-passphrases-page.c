#include "config.h"

#include "ui/preferences/fw-passphrases-page.h"

#include <glib/gi18n.h>

#include "store/fw-store.h"
#include "ui/gate/fw-passphrase.h"
#include "ui/preferences/fw-key-dialog.h"
#include "ui/widgets/fw-spoken-name.h"

/* What opens the records: passphrases and the recovery sheet. */
struct _FwPassphrasesPage
{
  AdwPreferencesPage parent_instance;

  FwWorkplace *workplace;
  GPtrArray *rows; /* of the passphrases, borrowed */

  AdwPreferencesGroup *passphrases_group;
  GtkWidget *new_button;
  AdwActionRow *sheet_row;
  GtkButton *sheet_button;
  GtkWidget *void_button;
};

G_DEFINE_FINAL_TYPE (FwPassphrasesPage, fw_passphrases_page, ADW_TYPE_PREFERENCES_PAGE)

static void
present (FwPassphrasesPage *self, FwKeyAct act, const char *label)
{
  fw_key_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workplace, act, label);
}

static const char *
label_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "label");
}

static void
change_cb (FwPassphrasesPage *self, GtkWidget *button)
{
  present (self, FW_KEY_ACT_CHANGE, label_of (button));
}

static void
remove_cb (FwPassphrasesPage *self, GtkWidget *button)
{
  present (self, FW_KEY_ACT_REMOVE, label_of (button));
}

static void
add_cb (FwPassphrasesPage *self)
{
  present (self, FW_KEY_ACT_ADD, NULL);
}

static void
sheet_cb (FwPassphrasesPage *self)
{
  present (self, FW_KEY_ACT_SHEET, NULL);
}

static void
void_cb (FwPassphrasesPage *self)
{
  present (self, FW_KEY_ACT_REMOVE, FW_KEYS_RECOVERY_LABEL);
}

static void
add_button (FwPassphrasesPage *self, AdwActionRow *row, const char *label, GtkWidget *button, const char *name,
            GCallback callback)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  fw_spoken_name_set (button, name);
  g_object_set_data_full (G_OBJECT (button), "label", g_strdup (label), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

/* The last one has no button to remove it: nothing could open the records. */
static void
add_row (FwPassphrasesPage *self, const char *label, gboolean removable)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  const char *name = fw_passphrase_name (label);
  g_autofree char *change = g_strdup_printf (_("Change “%s”"), name);
  g_autofree char *less = g_strdup_printf (_("Remove “%s”"), name);
  GtkWidget *button;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  add_button (self, row, label, gtk_button_new_with_mnemonic (_("C_hange…")), change, G_CALLBACK (change_cb));
  if (removable)
    {
      button = gtk_button_new_from_icon_name ("user-trash-symbolic");
      gtk_widget_set_tooltip_text (button, less);
      gtk_widget_add_css_class (button, "flat");
      add_button (self, row, label, button, less, G_CALLBACK (remove_cb));
    }
  adw_preferences_group_add (self->passphrases_group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
refresh (FwPassphrasesPage *self)
{
  FwStore *store = self->workplace != NULL ? fw_workplace_get_store (self->workplace) : NULL;
  g_auto (GStrv) labels = store != NULL ? fw_store_dup_passphrase_labels (store) : NULL;
  gboolean has_sheet = store != NULL && fw_store_has_recovery_sheet (store);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->passphrases_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    add_row (self, labels[i], g_strv_length (labels) > 1);
  adw_action_row_set_subtitle (self->sheet_row, has_sheet ? _("There is one. It opens the records like a passphrase.")
                                                          : _("None yet: a forgotten passphrase would lose everything."));
  gtk_button_set_label (self->sheet_button, has_sheet ? _("Make it _anew…") : _("_Make one…"));
  gtk_widget_set_visible (self->void_button, has_sheet);
}

static void
fw_passphrases_page_dispose (GObject *object)
{
  g_clear_object (&FW_PASSPHRASES_PAGE (object)->workplace);
  G_OBJECT_CLASS (fw_passphrases_page_parent_class)->dispose (object);
}

static void
fw_passphrases_page_finalize (GObject *object)
{
  g_ptr_array_unref (FW_PASSPHRASES_PAGE (object)->rows);
  G_OBJECT_CLASS (fw_passphrases_page_parent_class)->finalize (object);
}

static void
fw_passphrases_page_class_init (FwPassphrasesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_passphrases_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_passphrases_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fairwell/Fairwell/preferences/fw-passphrases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwPassphrasesPage, passphrases_group);
  gtk_widget_class_bind_template_child (widget_class, FwPassphrasesPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, FwPassphrasesPage, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, FwPassphrasesPage, sheet_button);
  gtk_widget_class_bind_template_child (widget_class, FwPassphrasesPage, void_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, void_cb);
}

static void
fw_passphrases_page_init (FwPassphrasesPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_spoken_name_set (self->new_button, _("Add a passphrase"));
}

/**
 * fw_passphrases_page_set_workplace:
 *
 * Shows what opens these records, and follows it.
 */
void
fw_passphrases_page_set_workplace (FwPassphrasesPage *self, FwWorkplace *workplace)
{
  g_return_if_fail (FW_IS_PASSPHRASES_PAGE (self));

  g_set_object (&self->workplace, workplace);
  g_signal_connect_object (fw_workplace_get_store (workplace), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
