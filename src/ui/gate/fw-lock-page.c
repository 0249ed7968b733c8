#include "config.h"

#include "ui/gate/fw-lock-page.h"

#include <glib/gi18n.h>

#include "ui/widgets/fw-tab-through.h"

#define WAIT_SECONDS 60

/* Asks for the passphrase; signal "unlock" carries it, signal "recover" says that it is forgotten. Nothing of the page behind is shown. Guessing is slowed down:
 * after five wrong passphrases a minute goes by. */
struct _FwLockPage
{
  GtkWidget parent_instance;

  int tries_left;
  int wait_left; /* seconds */
  guint wait_source;
  gboolean busy;

  GtkWidget *content;
  GtkLabel *reason_label;
  GtkWidget *passphrase_entry;
  GtkWidget *problem_box;
  GtkLabel *problem_label;
  GtkWidget *unlock_button;
  GtkWidget *recover_button;
  GtkWidget *restore_button;
  GtkWidget *busy_spinner;
};

G_DEFINE_FINAL_TYPE (FwLockPage, fw_lock_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_UNLOCK,
  SIGNAL_RECOVER,
  SIGNAL_RESTORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_ready (FwLockPage *self)
{
  gboolean ready = !self->busy && self->wait_left == 0;

  gtk_widget_set_sensitive (self->passphrase_entry, ready);
  gtk_widget_set_sensitive (self->unlock_button, ready);
  gtk_widget_set_sensitive (self->recover_button, !self->busy);
  gtk_widget_set_visible (self->busy_spinner, self->busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->busy_spinner), self->busy);
}

static void
show_wait (FwLockPage *self)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Five wrong passphrases. You can try again in %d second.",
                                                     "Five wrong passphrases. You can try again in %d seconds.",
                                                     (gulong) self->wait_left),
                                           self->wait_left);

  fw_lock_page_show_problem (self, text);
}

static gboolean
wait_second_cb (gpointer data)
{
  FwLockPage *self = data;

  self->wait_left--;
  if (self->wait_left > 0)
    {
      show_wait (self);
      return G_SOURCE_CONTINUE;
    }
  self->wait_source = 0;
  self->tries_left = FW_LOCK_PAGE_TRIES;
  fw_lock_page_show_problem (self, NULL);
  show_ready (self);
  gtk_widget_grab_focus (self->passphrase_entry);
  return G_SOURCE_REMOVE;
}

static void
unlock_cb (FwLockPage *self)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_entry));

  if (self->busy || self->wait_left > 0)
    return;
  if (*passphrase == '\0')
    {
      fw_lock_page_show_problem (self, _("Type the passphrase of this store."));
      gtk_widget_grab_focus (self->passphrase_entry);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_UNLOCK], 0, passphrase);
}

static void
recover_cb (FwLockPage *self)
{
  g_signal_emit (self, signals[SIGNAL_RECOVER], 0);
}

static void
restore_cb (FwLockPage *self)
{
  g_signal_emit (self, signals[SIGNAL_RESTORE], 0);
}

static gboolean
fw_lock_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FW_LOCK_PAGE (widget)->passphrase_entry);
}

static void
fw_lock_page_dispose (GObject *object)
{
  FwLockPage *self = FW_LOCK_PAGE (object);

  g_clear_handle_id (&self->wait_source, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_lock_page_parent_class)->dispose (object);
}

static void
fw_lock_page_class_init (FwLockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_lock_page_dispose;
  widget_class->focus = fw_tab_through;
  widget_class->grab_focus = fw_lock_page_grab_focus;
  signals[SIGNAL_UNLOCK] = g_signal_new ("unlock", FW_TYPE_LOCK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_RESTORE] = g_signal_new ("restore", FW_TYPE_LOCK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_RECOVER] = g_signal_new ("recover", FW_TYPE_LOCK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/gate/fw-lock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwLockPage, content);
  gtk_widget_class_bind_template_child (widget_class, FwLockPage, reason_label);
  gtk_widget_class_bind_template_child (widget_class, FwLockPage, passphrase_entry);
  gtk_widget_class_bind_template_child (widget_class, FwLockPage, problem_box);
  gtk_widget_class_bind_template_child (widget_class, FwLockPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FwLockPage, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, FwLockPage, recover_button);
  gtk_widget_class_bind_template_child (widget_class, FwLockPage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, FwLockPage, busy_spinner);
  gtk_widget_class_bind_template_callback (widget_class, unlock_cb);
  gtk_widget_class_bind_template_callback (widget_class, recover_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
fw_lock_page_init (FwLockPage *self)
{
  self->tries_left = FW_LOCK_PAGE_TRIES;
  gtk_widget_init_template (GTK_WIDGET (self));
  show_ready (self);
}

/**
 * fw_lock_page_ask:
 * @reason: why it is locked, and that nothing is lost
 * @ways: what can be done beside typing the passphrase
 *
 * Starts anew, with an empty passphrase. Tries that were used up stay used up.
 */
void
fw_lock_page_ask (FwLockPage *self, const char *reason, FwLockWays ways)
{
  g_return_if_fail (FW_IS_LOCK_PAGE (self));

  gtk_label_set_label (self->reason_label, reason);
  gtk_widget_set_visible (self->recover_button, (ways & FW_LOCK_WAY_SHEET) != 0);
  gtk_widget_set_visible (self->restore_button, (ways & FW_LOCK_WAY_BACKUP) != 0);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_entry), "");
  if (self->wait_left == 0)
    fw_lock_page_show_problem (self, NULL);
  fw_lock_page_set_busy (self, FALSE);
  gtk_widget_grab_focus (self->passphrase_entry);
}

/**
 * fw_lock_page_set_busy:
 * @busy: whether a passphrase is being tried
 */
void
fw_lock_page_set_busy (FwLockPage *self, gboolean busy)
{
  g_return_if_fail (FW_IS_LOCK_PAGE (self));

  self->busy = busy;
  show_ready (self);
}

/**
 * fw_lock_page_refuse:
 *
 * The passphrase was wrong: counts it, says how many tries are left, and waits when none is.
 */
void
fw_lock_page_refuse (FwLockPage *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (FW_IS_LOCK_PAGE (self));

  self->tries_left--;
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_entry), "");
  fw_lock_page_set_busy (self, FALSE);
  if (self->tries_left <= 0)
    {
      self->wait_left = WAIT_SECONDS;
      self->wait_source = g_timeout_add_seconds (1, wait_second_cb, self);
      show_wait (self);
      show_ready (self);
      return;
    }
  text = g_strdup_printf (ngettext ("Wrong passphrase. You can try %d more time, then wait 1 minute.",
                                    "Wrong passphrase. You can try %d more times, then wait 1 minute.",
                                    (gulong) self->tries_left),
                          self->tries_left);
  fw_lock_page_show_problem (self, text);
  gtk_widget_grab_focus (self->passphrase_entry);
}

/**
 * fw_lock_page_show_problem:
 * @problem: (nullable): what happened, and what to do
 */
void
fw_lock_page_show_problem (FwLockPage *self, const char *problem)
{
  g_return_if_fail (FW_IS_LOCK_PAGE (self));

  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL);
}
