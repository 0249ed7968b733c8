#include "config.h"

#include "ui/employees/fw-opened-file.h"
#include "ui/window/fw-window-private.h"

#include <glib/gi18n.h>

#include "departure/fw-talk.h"
#include "store/fw-store.h"
#include "ui/fw-language.h"
#include "ui/fw-problem.h"
#include "ui/departure/fw-case-workspace.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-spoken-name.h"

G_DEFINE_FINAL_TYPE (FwWindow, fw_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_WORKPLACE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
narrow_changed_cb (FwWindow *self)
{
  if (fw_adaptive_bin_get_narrow (self->adaptive))
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
size_from_settings (FwWindow *self, GSettings *settings)
{
  if (settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
size_to_settings (FwWindow *self)
{
  GSettings *settings = fw_application_get_settings (self->application);
  int width;
  int height;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
style_changed_cb (FwWindow *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  GSettings *settings = fw_application_get_settings (self->application);
  guint style = settings != NULL ? (guint) g_settings_get_enum (settings, "style") : 0;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      style < G_N_ELEMENTS (schemes) ? schemes[style] : ADW_COLOR_SCHEME_DEFAULT);
}

/* The sample's passphrase is published: locking it would keep nobody out. */
static gboolean
is_lockable (FwWindow *self)
{
  return self->workplace != NULL && !self->locked && !fw_store_is_sample (fw_workplace_get_store (self->workplace));
}

static void
apply_lock_time (FwWindow *self)
{
  GSettings *settings = fw_application_get_settings (self->application);
  guint minutes = settings != NULL ? g_settings_get_uint (settings, "lock-minutes") : 5;
  gboolean lockable = is_lockable (self);

  fw_lock_watch_set_seconds (self->lock_watch, lockable ? minutes * 60 : 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock", lockable);
}

/* Who leads a talk looks at a person, not at the screen. */
static gboolean
is_in_talk (FwWindow *self)
{
  return self->departure != NULL && fw_case_workspace_is_held (FW_CASE_WORKSPACE (adw_bin_get_child (self->case_bin)));
}

static void
idle_cb (FwWindow *self)
{
  GSettings *settings = fw_application_get_settings (self->application);
  guint minutes = settings != NULL ? g_settings_get_uint (settings, "lock-minutes") : 5;
  g_autofree char *reason = g_strdup_printf (ngettext ("Nothing moved for %u minute. The records are encrypted, and what "
                                                       "was being written is kept.",
                                                       "Nothing moved for %u minutes. The records are encrypted, and what "
                                                       "was being written is kept.",
                                                       minutes),
                                             minutes);

  if (!is_in_talk (self))
    _fw_window_lock (self, reason);
}

static void
sleep_cb (FwWindow *self)
{
  if (is_lockable (self))
    _fw_window_lock (self, _("The computer slept. The records are encrypted, and what was being written is kept."));
}

/* The key was pressed in a dialog. */
static void
asked_cb (FwWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.lock", NULL);
}

static void
fw_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FwWindow *self = FW_WINDOW (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, fw_window_get_narrow (self));
      break;
    case PROP_WORKPLACE:
      g_value_set_object (value, self->workplace);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
fw_window_close_request (GtkWindow *window)
{
  size_to_settings (FW_WINDOW (window));
  if (_fw_window_keep_drafts (FW_WINDOW (window)))
    return TRUE;
  return GTK_WINDOW_CLASS (fw_window_parent_class)->close_request (window);
}

static void
fw_window_dispose (GObject *object)
{
  FwWindow *self = FW_WINDOW (object);

  fw_opened_file_clear ();
  g_clear_handle_id (&self->close_limit, g_source_remove);
  if (self->lock_watch != NULL)
    fw_lock_watch_set_seconds (self->lock_watch, 0);
  g_clear_object (&self->lock_watch);
  g_clear_object (&self->sleep_watch);
  g_clear_pointer (&self->hidden_windows, g_ptr_array_unref);
  g_clear_pointer (&self->toasts_shown, g_ptr_array_unref);
  g_clear_object (&self->departure);
  g_clear_object (&self->workplace);
  g_clear_pointer (&self->last_event, g_free);
  g_clear_object (&self->undo_toast);
  g_clear_pointer (&self->folder, g_free);
  G_OBJECT_CLASS (fw_window_parent_class)->dispose (object);
}

static void
fw_window_class_init (FwWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fw_window_get_property;
  object_class->dispose = fw_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = fw_window_close_request;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORKPLACE] = g_param_spec_object ("workplace", NULL, NULL, FW_TYPE_WORKPLACE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (FW_TYPE_ADAPTIVE_BIN);
  g_type_ensure (FW_TYPE_FIRST_RUN_PAGE);
  g_type_ensure (FW_TYPE_LOCK_PAGE);
  g_type_ensure (FW_TYPE_RECOVER_PAGE);
  g_type_ensure (FW_TYPE_RESTORE_PAGE);
  g_type_ensure (FW_TYPE_SHEET_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/window/fw-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FwWindow, adaptive);
  gtk_widget_class_bind_template_child (widget_class, FwWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FwWindow, gate);
  gtk_widget_class_bind_template_child (widget_class, FwWindow, opening_label);
  gtk_widget_class_bind_template_child (widget_class, FwWindow, first_run_page);
  gtk_widget_class_bind_template_child (widget_class, FwWindow, lock_page);
  gtk_widget_class_bind_template_child (widget_class, FwWindow, recover_page);
  gtk_widget_class_bind_template_child (widget_class, FwWindow, restore_page);
  gtk_widget_class_bind_template_child (widget_class, FwWindow, sheet_view);
  gtk_widget_class_bind_template_child (widget_class, FwWindow, main_bin);
  gtk_widget_class_bind_template_child (widget_class, FwWindow, case_bin);
  _fw_window_class_bind_gate (widget_class);
  _fw_window_class_bind_keys (widget_class);
  _fw_window_class_install_actions (widget_class);
}

static void
add_help_overlay (FwWindow *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/fairwell/Fairwell/window/help-overlay.ui");

  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (self),
                                           GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
  fw_spoken_name_of_icon (GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay")), "edit-find-symbolic", _("Search"));
}

/* The places behind the gate, made when they are first needed. */
static FwMainView *
ensure_main_view (FwWindow *self)
{
  if (self->main_view == NULL)
    {
      self->main_view = g_object_new (FW_TYPE_MAIN_VIEW, NULL);
      adw_bin_set_child (self->main_bin, GTK_WIDGET (self->main_view));
    }
  return self->main_view;
}

static gboolean
complete_cb (gpointer data)
{
  FwWindow *self = data;

  if (self->main_bin != NULL)
    ensure_main_view (self);
  if (self->main_bin != NULL && gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (self)) == NULL)
    add_help_overlay (self);
  return G_SOURCE_REMOVE;
}

/*
 * Behind the first frame, while somebody reads what it asks, the rest of the window is made: it takes as long as everything before
 * it.
 */
static gboolean
first_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  g_idle_add_full (G_PRIORITY_LOW, complete_cb, g_object_ref (widget), g_object_unref);
  return G_SOURCE_REMOVE;
}

static void
fw_window_init (FwWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);
  self->hidden_windows = g_ptr_array_new_with_free_func (g_object_unref);
  self->toasts_shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->lock_watch = fw_lock_watch_new (GTK_WINDOW (self));
  self->sleep_watch = fw_sleep_watch_new (_("Locks the records"));
  g_signal_connect_object (self->sleep_watch, "sleep", G_CALLBACK (sleep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lock_watch, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lock_watch, "shown", G_CALLBACK (_fw_window_hide_late), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lock_watch, "idle", G_CALLBACK (idle_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adaptive, "notify::narrow", G_CALLBACK (narrow_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock", FALSE);
}

/**
 * fw_window_new:
 *
 * Returns: (transfer none): a window of @application, at no place yet
 */
FwWindow *
fw_window_new (FwApplication *application)
{
  FwWindow *self = g_object_new (FW_TYPE_WINDOW, "application", application, NULL);
  GSettings *settings = fw_application_get_settings (application);

  self->application = application;
  size_from_settings (self, settings);
  style_changed_cb (self);
  if (settings != NULL)
    {
      g_signal_connect_object (settings, "changed::style", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (settings, "changed::lock-minutes", G_CALLBACK (apply_lock_time), self,
                               G_CONNECT_SWAPPED);
    }
  return self;
}

/* Takes the workplace over an open store, or NULL once it is closed. */
void
_fw_window_set_workplace (FwWindow *self, FwWorkplace *workplace)
{
  g_set_object (&self->workplace, workplace);
  g_clear_pointer (&self->last_event, g_free);
  fw_opened_file_clear ();
  if (workplace != NULL || self->main_view != NULL)
    fw_main_view_set_workplace (ensure_main_view (self), workplace);
  apply_lock_time (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKPLACE]);
}

void
_fw_window_apply_lock_time (FwWindow *self)
{
  apply_lock_time (self);
}

/**
 * fw_window_take_over:
 * @before: the window whose place this one takes, in another language
 */
void
fw_window_take_over (FwWindow *self, FwWindow *before)
{
  g_return_if_fail (FW_IS_WINDOW (self));
  g_return_if_fail (FW_IS_WINDOW (before));

  if (before->workplace == NULL || before->locked)
    {
      fw_window_start (self);
      return;
    }
  fw_workplace_set_language (before->workplace, fw_language_get ());
  _fw_window_set_workplace (self, before->workplace);
  fw_main_view_open_place (self->main_view, fw_main_view_get_place (before->main_view));
  gtk_stack_set_visible_child_name (self->gate, "main");
  if (before->departure != NULL)
    fw_window_open_case (self, before->departure);
}

/**
 * fw_window_get_narrow:
 *
 * Returns: whether there is too little room for a sidebar beside the page
 */
gboolean
fw_window_get_narrow (FwWindow *self)
{
  g_return_val_if_fail (FW_IS_WINDOW (self), FALSE);
  /* Pages ask while the template is still being built. */
  return self->adaptive != NULL && fw_adaptive_bin_get_narrow (self->adaptive);
}

/**
 * fw_window_open_case:
 *
 * Shows the case in place of the main view.
 */
void
fw_window_open_case (FwWindow *self, FwCase *departure)
{
  GtkWidget *workspace;

  g_return_if_fail (FW_IS_WINDOW (self));
  g_return_if_fail (FW_IS_CASE (departure));

  g_set_object (&self->departure, departure);
  workspace = fw_case_workspace_new (departure);
  g_object_bind_property (self->adaptive, "narrow", workspace, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (workspace, "left", G_CALLBACK (fw_window_leave_case), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->case_bin, workspace);
  /* It may have been locked while the case was being read: then it waits behind the lock. */
  if (self->locked)
    return;
  gtk_stack_set_visible_child_name (self->gate, "case");
  gtk_widget_grab_focus (adw_bin_get_child (self->case_bin));
}

static void
case_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCase) departure = fw_case_new_finish (result, &error);

  self->loading_case = FALSE;
  if (departure != NULL && fw_case_get_workplace (departure) == self->workplace)
    {
      fw_window_open_case (self, departure);
      if (self->loading_step != FW_WINDOW_WHERE_IT_BEGINS)
        fw_case_workspace_show_step (FW_CASE_WORKSPACE (adw_bin_get_child (self->case_bin)), (FwCaseStep) self->loading_step);
    }
  else if (departure == NULL)
    fw_window_show_error (self, _("The departure could not be opened"), error);
}

/**
 * fw_window_load_case:
 *
 * Reads a case and shows it as fw_window_open_case() does. Asked twice it is read once.
 */
void
fw_window_load_case (FwWindow *self, const char *case_id)
{
  g_return_if_fail (FW_IS_WINDOW (self));

  fw_window_load_case_step (self, case_id, FW_WINDOW_WHERE_IT_BEGINS);
}

/**
 * fw_window_load_case_step:
 * @step: the #FwCaseStep to show, #FW_WINDOW_OVERVIEW, #FW_WINDOW_TALK, or #FW_WINDOW_WHERE_IT_BEGINS
 *
 * As fw_window_load_case(), where it is known what is to be done.
 */
void
fw_window_load_case_step (FwWindow *self, const char *case_id, int step)
{
  g_return_if_fail (FW_IS_WINDOW (self));

  if (self->workplace == NULL || self->loading_case)
    return;
  self->loading_case = TRUE;
  self->loading_step = step;
  fw_case_load_async (self->workplace, case_id, NULL, case_loaded_cb, g_object_ref (self));
}

/**
 * fw_window_leave_case:
 *
 * Goes back to the place the case was opened from. Everything is saved as it is typed.
 */
void
fw_window_leave_case (FwWindow *self)
{
  g_return_if_fail (FW_IS_WINDOW (self));

  if (self->departure == NULL)
    return;
  adw_bin_set_child (self->case_bin, NULL);
  fw_case_save_drafts (self->departure);
  g_clear_object (&self->departure);
  fw_main_view_refresh (self->main_view);
  if (self->locked)
    return;
  gtk_stack_set_visible_child_name (self->gate, "main");
  gtk_widget_grab_focus (GTK_WIDGET (self->main_view));
  if (fw_talks_fail_to_save (self->workplace))
    fw_window_toast (self, _("The last words of the talk are not saved yet. Make room on the disk: they are tried again."));
}

static void
toast_dismissed_cb (FwWindow *self, AdwToast *toast)
{
  if (self->toasts_shown != NULL)
    g_ptr_array_remove (self->toasts_shown, toast);
}

/* A toast may say a person's name: a lock takes away what is still shown. */
static void
show_toast (FwWindow *self, AdwToast *toast)
{
  if (self->locked)
    {
      g_object_unref (toast);
      return;
    }
  g_ptr_array_add (self->toasts_shown, g_object_ref (toast));
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * fw_window_toast:
 * @text: what was done
 */
void
fw_window_toast (FwWindow *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  g_return_if_fail (FW_IS_WINDOW (self));
  show_toast (self, adw_toast_new (markup));
}

/**
 * fw_window_toast_undo:
 * @text: what was done
 * @event_id: the event that Undo, or Ctrl+Z, takes back
 */
void
fw_window_toast_undo (FwWindow *self, const char *text, const char *event_id)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast;

  g_return_if_fail (FW_IS_WINDOW (self));
  g_return_if_fail (event_id != NULL);

  g_free (self->last_event);
  self->last_event = g_strdup (event_id);
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, 12);
  g_set_object (&self->undo_toast, toast);
  show_toast (self, toast);
}

/**
 * fw_window_show_error:
 * @what: what could not be done, as a heading
 * @error: (nullable): why; a cancelled action shows nothing
 */
void
fw_window_show_error (FwWindow *self, const char *what, const GError *error)
{
  g_return_if_fail (FW_IS_WINDOW (self));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  fw_problem_present (GTK_WINDOW (self), what, NULL, error);
}
