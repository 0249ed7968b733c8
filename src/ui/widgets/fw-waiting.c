#include "config.h"

#include "ui/widgets/fw-waiting.h"

#include <glib/gi18n.h>

#define NOTICED_MS 300
#define PULSE_MS 120

struct _FwWaiting
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *bar;
  GtkWidget *cancel_button;
  GCancellable *cancellable; /* owned, nullable */
  guint show_source;
  guint pulse_source;
};

G_DEFINE_FINAL_TYPE (FwWaiting, fw_waiting, GTK_TYPE_WIDGET)

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (FW_WAITING (data)->bar));
  return G_SOURCE_CONTINUE;
}

/* Where the user wants nothing to move, the words alone say that it goes on. */
static gboolean
show_cb (gpointer data)
{
  FwWaiting *self = data;
  gboolean animations = TRUE;

  self->show_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations, NULL);
  gtk_widget_set_visible (self->bar, animations);
  if (animations && self->pulse_source == 0)
    self->pulse_source = g_timeout_add (PULSE_MS, pulse_cb, self);
  return G_SOURCE_REMOVE;
}

static void
cancel_clicked_cb (FwWaiting *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
}

static void
fw_waiting_dispose (GObject *object)
{
  FwWaiting *self = FW_WAITING (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_waiting_parent_class)->dispose (object);
}

static void
fw_waiting_class_init (FwWaitingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_waiting_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
fw_waiting_init (FwWaiting *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->label = gtk_label_new (NULL);
  self->bar = gtk_progress_bar_new ();
  self->cancel_button = gtk_button_new_with_mnemonic (_("_Cancel"));
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->cancel_button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->cancel_button, "clicked", G_CALLBACK (cancel_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_box_append (GTK_BOX (self->box), self->cancel_button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * fw_waiting_begin:
 * @text: what goes on, "Laying the paper out…"
 * @cancellable: (nullable): gives it up; %NULL where that is not offered
 *
 * Says what goes on, unless it is over in a moment. What was said before gives way.
 */
void
fw_waiting_begin (FwWaiting *self,
                  const char *text,
                  GCancellable *cancellable)
{
  g_return_if_fail (FW_IS_WAITING (self));

  g_set_object (&self->cancellable, cancellable);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->cancel_button, cancellable != NULL);
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  if (self->show_source == 0 && !gtk_widget_get_visible (GTK_WIDGET (self)))
    self->show_source = g_timeout_add (NOTICED_MS, show_cb, self);
}

void
fw_waiting_end (FwWaiting *self)
{
  g_return_if_fail (FW_IS_WAITING (self));

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * fw_waiting_set_progress:
 * @fraction: how much of it is done, 0 to 1
 *
 * Says how far it has come, where that is known.
 */
void
fw_waiting_set_progress (FwWaiting *self,
                         double fraction)
{
  g_return_if_fail (FW_IS_WAITING (self));

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  gtk_widget_set_visible (self->bar, TRUE);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), fraction);
}
