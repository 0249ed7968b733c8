#include "config.h"

#include "ui/data/fw-data-page.h"

#include <glib/gi18n.h>

#include "store/fw-audit.h"
#include "ui/data/fw-backup-row.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-tag.h"
#include "ui/window/fw-window.h"

/* What is done with the records as a whole: bring in, back up, check. */
struct _FwDataPage
{
  GtkWidget parent_instance;

  FwWorkplace *workplace;

  GtkWidget *content;
  FwBackupRow *backup_row;
  AdwActionRow *verify_row;
  GtkWidget *verify_button;
  GtkWidget *verify_spinner;
  FwTag *verify_tag;
  AdwActionRow *head_row;
  AdwActionRow *folder_row;
};

G_DEFINE_FINAL_TYPE (FwDataPage, fw_data_page, GTK_TYPE_WIDGET)

static void
set_busy (GtkWidget *button, GtkWidget *spinner, gboolean busy)
{
  gtk_widget_set_sensitive (button, !busy);
  gtk_widget_set_visible (spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (spinner), busy);
}

static char *
describe (const FwVerification *verification)
{
  g_autofree char *events = g_strdup_printf ("%" G_GINT64_FORMAT, verification->n_events);
  g_autofree char *records = g_strdup_printf ("%" G_GINT64_FORMAT, verification->n_records);
  g_autofree char *files = g_strdup_printf ("%" G_GINT64_FORMAT, verification->n_files);
  g_autofree char *bad = g_strdup_printf ("%" G_GINT64_FORMAT, verification->bad_event);

  if (verification->sound)
    return g_strdup_printf (_("%s events, %s records and %s files agree with one another"), events, records, files);
  return g_strdup_printf (_("Event %s does not hold: %s"), bad,
                          verification->reason != NULL ? verification->reason : "");
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwDataPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwVerification) verification = fw_store_verify_finish (FW_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (self->content == NULL)
    return;
  set_busy (self->verify_button, self->verify_spinner, FALSE);
  if (verification == NULL)
    {
      fw_window_show_error (FW_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("The records could not be checked"),
                            error);
      return;
    }
  text = describe (verification);
  fw_tag_set_tag_style (self->verify_tag, verification->sound ? FW_TAG_STYLE_CLEAR : FW_TAG_STYLE_BLOCKED);
  fw_tag_set_label (self->verify_tag, verification->sound ? _("Sound") : _("Do not change anything"));
  gtk_widget_set_visible (GTK_WIDGET (self->verify_tag), TRUE);
  adw_action_row_set_subtitle (self->verify_row, text);
  adw_action_row_set_subtitle (self->head_row, verification->head != NULL ? verification->head : "");
  gtk_widget_set_visible (GTK_WIDGET (self->head_row), verification->head != NULL);
}

static void
verify_cb (FwDataPage *self)
{
  if (self->workplace == NULL)
    return;
  set_busy (self->verify_button, self->verify_spinner, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->verify_tag), FALSE);
  fw_store_verify_async (fw_workplace_get_store (self->workplace), NULL, NULL, verified_cb, g_object_ref (self));
}

static void
fw_data_page_dispose (GObject *object)
{
  FwDataPage *self = FW_DATA_PAGE (object);

  g_clear_object (&self->workplace);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_data_page_parent_class)->dispose (object);
}

static void
fw_data_page_class_init (FwDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_data_page_dispose;
  g_type_ensure (FW_TYPE_BACKUP_ROW);
  g_type_ensure (FW_TYPE_PAGE);
  g_type_ensure (FW_TYPE_TAG);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/data/fw-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwDataPage, content);
  gtk_widget_class_bind_template_child (widget_class, FwDataPage, backup_row);
  gtk_widget_class_bind_template_child (widget_class, FwDataPage, verify_row);
  gtk_widget_class_bind_template_child (widget_class, FwDataPage, verify_button);
  gtk_widget_class_bind_template_child (widget_class, FwDataPage, verify_spinner);
  gtk_widget_class_bind_template_child (widget_class, FwDataPage, verify_tag);
  gtk_widget_class_bind_template_child (widget_class, FwDataPage, head_row);
  gtk_widget_class_bind_template_child (widget_class, FwDataPage, folder_row);
  gtk_widget_class_bind_template_callback (widget_class, verify_cb);
}

static void
fw_data_page_init (FwDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fw_data_page_set_workplace:
 * @workplace: (nullable): whose records these are
 */
void
fw_data_page_set_workplace (FwDataPage *self, FwWorkplace *workplace)
{
  g_return_if_fail (FW_IS_DATA_PAGE (self));

  g_set_object (&self->workplace, workplace);
  fw_backup_row_set_workplace (self->backup_row, workplace);
  gtk_widget_set_visible (GTK_WIDGET (self->verify_tag), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->head_row), FALSE);
  adw_action_row_set_subtitle (self->verify_row, _("Recomputes every event, record and file"));
  adw_action_row_set_subtitle (self->folder_row,
                               workplace != NULL ? fw_store_get_path (fw_workplace_get_store (workplace)) : "");
}

/**
 * fw_data_page_back_up:
 *
 * Asks where to back up, as the row's button does.
 */
void
fw_data_page_back_up (FwDataPage *self)
{
  g_return_if_fail (FW_IS_DATA_PAGE (self));

  fw_backup_row_start (self->backup_row);
}
