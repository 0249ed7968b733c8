#include "config.h"

#include "ui/data/fw-backup-reminder.h"

#include <glib/gi18n.h>

#include "store/fw-store.h"
#include "departure/fw-backup-age.h"

struct _FwBackupReminder
{
  GtkWidget parent_instance;

  FwWorkplace *workplace;
  gboolean sent_away;

  GtkWidget *content;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (FwBackupReminder, fw_backup_reminder, GTK_TYPE_WIDGET)

static void
show_age (FwBackupReminder *self, const FwBackupAge *age)
{
  gboolean due = age->days >= FW_BACKUP_AGE_LIMIT_DAYS;
  g_autofree char *text = NULL;

  if (age->ever)
    text = g_strdup_printf (ngettext ("No backup for %d day. A broken disk would take everything since.",
                                      "No backup for %d days. A broken disk would take everything since.",
                                      (gulong) age->days),
                            age->days);
  else
    text = g_strdup (_("There is no backup yet. A broken disk would take everything."));
  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), due && !self->sent_away);
}

static void
age_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwBackupReminder) self = data;
  FwBackupAge age;

  if (fw_backup_age_read_finish (result, &age, NULL) && self->workplace == FW_WORKPLACE (source))
    show_age (self, &age);
}

static void
refresh (FwBackupReminder *self)
{
  if (self->workplace != NULL)
    fw_backup_age_read_async (self->workplace, NULL, age_read_cb, g_object_ref (self));
}

static void
changed_cb (FwStore *store, FwEvent *event, FwBackupReminder *self)
{
  if (g_strcmp0 (fw_event_get_what (event), "store.back-up") == 0)
    refresh (self);
}

static void
later_cb (FwBackupReminder *self)
{
  self->sent_away = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
fw_backup_reminder_dispose (GObject *object)
{
  FwBackupReminder *self = FW_BACKUP_REMINDER (object);

  fw_backup_reminder_set_workplace (self, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_backup_reminder_parent_class)->dispose (object);
}

static void
fw_backup_reminder_class_init (FwBackupReminderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_backup_reminder_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/data/fw-backup-reminder.ui");
  gtk_widget_class_bind_template_child (widget_class, FwBackupReminder, content);
  gtk_widget_class_bind_template_child (widget_class, FwBackupReminder, label);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
}

static void
fw_backup_reminder_init (FwBackupReminder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fw_backup_reminder_set_workplace:
 * @workplace: (nullable): whose records these are; the sample needs no backup
 */
void
fw_backup_reminder_set_workplace (FwBackupReminder *self, FwWorkplace *workplace)
{
  g_return_if_fail (FW_IS_BACKUP_REMINDER (self));

  if (workplace != NULL && fw_store_is_sample (fw_workplace_get_store (workplace)))
    workplace = NULL;
  if (self->workplace != NULL)
    g_signal_handlers_disconnect_by_func (fw_workplace_get_store (self->workplace), changed_cb, self);
  g_set_object (&self->workplace, workplace);
  if (self->content != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (workplace == NULL)
    return;
  g_signal_connect_object (fw_workplace_get_store (workplace), "changed", G_CALLBACK (changed_cb), self, 0);
  refresh (self);
}
