#include "config.h"

#include "ui/fw-application.h"

#include <glib/gi18n.h>

#include "ui/fw-language.h"
#include "ui/fw-settings.h"
#include "ui/gate/fw-lock-watch.h"
#include "ui/preferences/fw-place-words.h"
#include "ui/window/fw-window.h"

struct _FwApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* NULL where the schema is not installed */
  char *store;
  char *language;
  gboolean sample;
  FwDate today;
};

G_DEFINE_FINAL_TYPE (FwApplication, fw_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "store", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("The folder of the records"), N_("FOLDER") },
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the sample company"), NULL },
  { "today", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Take this for today’s date"), N_("YYYY-MM-DD") },
  { "language", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Language of the window: zh_CN or en"), N_("LANGUAGE") },
  { NULL },
};

static void
apply_language (FwApplication *self)
{
  g_autofree char *chosen = self->settings != NULL ? g_settings_get_string (self->settings, "language") : NULL;

  fw_language_apply (self->language != NULL ? self->language : chosen);
}

/* Options are read before GTK starts, since the language has to be known by then. */
static int
fw_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  FwApplication *self = FW_APPLICATION (application);
  g_autofree char *store = NULL;
  const char *today = NULL;

  if (g_variant_dict_lookup (given, "store", "^ay", &store))
    self->store = g_canonicalize_filename (store, NULL);
  g_variant_dict_lookup (given, "language", "s", &self->language);
  g_variant_dict_lookup (given, "sample", "b", &self->sample);
  if (g_variant_dict_lookup (given, "today", "&s", &today))
    {
      self->today = fw_date_from_string (today);
      if (!fw_date_is_known (self->today))
        {
          g_printerr ("fairwell: --today %s: not a date, write YYYY-MM-DD\n", today);
          return 2;
        }
    }
  apply_language (self);
  return G_APPLICATION_CLASS (fw_application_parent_class)->handle_local_options (application, given);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (data));

  /* Through the window, so that it can keep what is being written. */
  while (windows != NULL)
    {
      GtkWindow *window = windows->data;

      windows = windows->next;
      gtk_window_close (window);
    }
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (data));

  adw_show_about_window (parent,
                         "application-name", _("Fairwell"),
                         "application-icon", FW_APP_ID,
                         "version", FW_VERSION,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Carries a departure from the first sign to the last obligation: lawfully, with "
                                       "evidence, and with words that help. It runs on this computer and never goes "
                                       "online."),
                         NULL);
}

static FwWindow *
find_window (FwApplication *self)
{
  for (GList *each = gtk_application_get_windows (GTK_APPLICATION (self)); each != NULL; each = each->next)
    if (FW_IS_WINDOW (each->data))
      return each->data;
  return NULL;
}

/* The language is part of every text that is shown: the window is made anew, at the place where it was. */
static void
change_language_cb (gpointer data)
{
  FwApplication *self = data;
  FwWindow *before = find_window (self);
  FwWindow *after;

  fw_language_apply (self->language);
  if (before == NULL)
    return;
  after = fw_window_new (self);
  fw_window_take_over (after, before);
  gtk_window_present (GTK_WINDOW (after));
  gtk_window_destroy (GTK_WINDOW (before));
}

/* Later, because the row or menu in which it was chosen goes with the window. */
static void
language_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FwApplication *self = data;

  g_free (self->language);
  self->language = g_variant_dup_string (parameter, NULL);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "language", self->language);
  g_idle_add_once (change_language_cb, self);
}

static const GActionEntry actions[] = {
  { "quit", quit_cb },
  { "about", about_cb },
  { "language", language_cb, "s" },
};

static void
set_accelerators (FwApplication *self)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accelerators[] = {
    { "app.quit", { "<Control>q" } },
    { "win.show-help-overlay", { "<Control>question", "<Control>slash" } },
    { "win.help", { "F1" } },
    { "win.menu", { "F10" } },
    { "win.lock", { FW_LOCK_WATCH_KEY } },
    { "win.search", { "<Control>f" } },
    { "win.find-person", { "<Control>k" } },
    { "win.start-departure", { "<Control>n" } },
    { "win.import", { "<Control>o" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.back", { "<Alt>Left" } },
    { "win.place(1)", { "<Control>1" } },
    { "win.place(2)", { "<Control>2" } },
    { "win.place(3)", { "<Control>3" } },
    { "win.place(4)", { "<Control>4" } },
    { "win.place(5)", { "<Control>5" } },
    { "win.place(6)", { "<Control>6" } },
    { "win.place(7)", { "<Control>7" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           (const char *const *) accelerators[i].keys);
}

static void
fw_application_startup (GApplication *application)
{
  FwApplication *self = FW_APPLICATION (application);

  G_APPLICATION_CLASS (fw_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (FW_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_accelerators (self);
  fw_place_words_prepare ();
}

static void
fw_application_activate (GApplication *application)
{
  FwApplication *self = FW_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      window = GTK_WINDOW (fw_window_new (self));
      fw_window_start (FW_WINDOW (window));
    }
  gtk_window_present (window);
}

static void
fw_application_finalize (GObject *object)
{
  FwApplication *self = FW_APPLICATION (object);

  g_clear_object (&self->settings);
  g_free (self->store);
  g_free (self->language);
  G_OBJECT_CLASS (fw_application_parent_class)->finalize (object);
}

static void
fw_application_class_init (FwApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fw_application_finalize;
  application_class->handle_local_options = fw_application_handle_local_options;
  application_class->startup = fw_application_startup;
  application_class->activate = fw_application_activate;
}

static void
fw_application_init (FwApplication *self)
{
  self->settings = fw_settings_new ();
  self->today = FW_DATE_UNKNOWN;
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

FwApplication *
fw_application_new (void)
{
  return g_object_new (FW_TYPE_APPLICATION,
                       "application-id", FW_APP_ID,
                       "resource-base-path", "/org/fairwell/Fairwell",
                       NULL);
}

/**
 * fw_application_get_settings:
 *
 * Returns: (transfer none) (nullable): what the user has set
 */
GSettings *
fw_application_get_settings (FwApplication *self)
{
  g_return_val_if_fail (FW_IS_APPLICATION (self), NULL);
  return self->settings;
}

/**
 * fw_application_get_store:
 *
 * Returns: (nullable): the folder that was named on the command line
 */
const char *
fw_application_get_store (FwApplication *self)
{
  g_return_val_if_fail (FW_IS_APPLICATION (self), NULL);
  return self->store;
}

/**
 * fw_application_get_sample:
 *
 * Returns: whether the sample company was asked for
 */
gboolean
fw_application_get_sample (FwApplication *self)
{
  g_return_val_if_fail (FW_IS_APPLICATION (self), FALSE);
  return self->sample;
}

/**
 * fw_application_get_today:
 *
 * Returns: the day that was named on the command line, unknown if none was
 */
FwDate
fw_application_get_today (FwApplication *self)
{
  g_return_val_if_fail (FW_IS_APPLICATION (self), FW_DATE_UNKNOWN);
  return self->today;
}
