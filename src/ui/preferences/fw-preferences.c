#include "config.h"

#include "ui/preferences/fw-preferences.h"

#include <glib/gi18n.h>

#include "core/fw-task.h"
#include "departure/fw-mood-reading.h"
#include "store/fw-store.h"
#include "ui/fw-problem.h"
#include "ui/preferences/fw-preferences-undo.h"
#include "ui/fw-language.h"
#include "ui/preferences/fw-company-page.h"
#include "ui/preferences/fw-figures-page.h"
#include "ui/preferences/fw-paper-style-page.h"
#include "ui/preferences/fw-passphrases-page.h"
#include "ui/preferences/fw-readings-page.h"
#include "ui/preferences/fw-transcript-group.h"
#include "ui/widgets/fw-spoken-name.h"

struct _FwPreferences
{
  AdwPreferencesWindow parent_instance;

  GSettings *settings; /* NULL where the schema is not installed: then nothing can be kept, and nothing is offered */
  AdwComboRow *language_row;
  AdwComboRow *style_row;
  GtkSpinButton *lock_spin;
  GtkWidget *talk_group;
  GtkSwitch *mood_switch;
  gboolean mood;       /* what the store says of it */
  FwTranscriptGroup *transcript_group;
  FwWorkplace *workplace; /* NULL where no records are open */
  FwCompanyPage *company_page;
  FwPaperStylePage *paper_style_page;
  FwFiguresPage *figures_page;
  FwReadingsPage *readings_page;
  FwPassphrasesPage *passphrases_page;
};

G_DEFINE_FINAL_TYPE (FwPreferences, fw_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const char *const languages[] = { "zh_CN", "en" };

/* The window is made anew in the other language, and this one goes with the old one. */
static void
language_chosen_cb (FwPreferences *self)
{
  guint chosen = adw_combo_row_get_selected (self->language_row);
  const char *now = g_str_equal (fw_language_get (), "zh") ? "zh_CN" : "en";

  if (chosen < G_N_ELEMENTS (languages) && !g_str_equal (languages[chosen], now))
    g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "language",
                                    g_variant_new_string (languages[chosen]));
}

static void
style_chosen_cb (FwPreferences *self)
{
  if (self->settings != NULL)
    g_settings_set_enum (self->settings, "style", (int) adw_combo_row_get_selected (self->style_row));
}

/* Whether words are read for a mood stands in the store, which workers ask and tell. */

typedef struct
{
  FwWorkplace *workplace;
  gboolean on;
  gboolean lawful;
} Mood;

static void
mood_free (gpointer data)
{
  Mood *mood = data;

  g_object_unref (mood->workplace);
  g_free (mood);
}

static Mood *
mood_new (FwPreferences *self, gboolean on)
{
  Mood *mood = g_new0 (Mood, 1);

  mood->workplace = g_object_ref (self->workplace);
  mood->on = on;
  return mood;
}

static gpointer
write_mood (gpointer data, GError **error)
{
  Mood *mood = data;

  return fw_mood_reading_set (mood->workplace, mood->on, error);
}

static void
mood_written_cb (GObject *source, GAsyncResult *result, gpointer on)
{
  FwPreferences *self = FW_PREFERENCES (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_task_ask_finish (result, &error);

  if (self->workplace == NULL)
    return;
  if (event != NULL)
    {
      self->mood = GPOINTER_TO_INT (on);
      fw_preferences_undo_offer (GTK_WIDGET (self->talk_group), self->workplace, event,
                                 self->mood ? _("The next talk suggests a mood from the words.") : _("Talks keep to what you see."));
    }
  else
    fw_problem_present (GTK_WINDOW (self), _("It could not be chosen"), NULL, error);
}

static void
mood_chosen_cb (FwPreferences *self)
{
  gboolean on = gtk_switch_get_active (self->mood_switch);

  if (on != self->mood)
    fw_task_ask_async (self, write_mood, mood_new (self, on), mood_free, g_object_unref, NULL, mood_written_cb, GINT_TO_POINTER (on));
}

static gpointer
read_mood (gpointer data, GError **error)
{
  Mood *mood = data;
  FwStore *store = fw_workplace_get_store (mood->workplace);
  Mood *answer = g_new0 (Mood, 1);

  answer->workplace = g_object_ref (mood->workplace);
  answer->on = fw_mood_reading_is_on (store, NULL);
  answer->lawful = fw_mood_reading_is_lawful (store, NULL, fw_workplace_get_today (mood->workplace));
  return answer;
}

/* Where the law of the company does not let it, nothing is said of it. */
static void
mood_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FwPreferences *self = FW_PREFERENCES (source);
  Mood *mood = fw_task_ask_finish (result, NULL);

  if (mood == NULL)
    return;
  if (self->workplace != NULL)
    {
      self->mood = mood->on;
      gtk_switch_set_active (self->mood_switch, mood->on);
      gtk_widget_set_visible (self->talk_group, mood->lawful);
    }
  mood_free (mood);
}

/* Asked at first, and when it was undone or chosen in another window. */
static void
ask_mood (FwPreferences *self)
{
  fw_task_ask_async (self, read_mood, mood_new (self, FALSE), mood_free, mood_free, NULL, mood_read_cb, NULL);
}

static void
show_mood_reading (FwPreferences *self, FwWorkplace *workplace)
{
  g_set_object (&self->workplace, workplace);
  g_signal_connect_object (self->mood_switch, "notify::active", G_CALLBACK (mood_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fw_workplace_get_store (workplace), "changed", G_CALLBACK (ask_mood), self, G_CONNECT_SWAPPED);
  ask_mood (self);
}

static void
fw_preferences_dispose (GObject *object)
{
  g_clear_object (&FW_PREFERENCES (object)->workplace);
  g_clear_object (&FW_PREFERENCES (object)->settings);
  G_OBJECT_CLASS (fw_preferences_parent_class)->dispose (object);
}

static void
fw_preferences_class_init (FwPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_preferences_dispose;
  g_type_ensure (FW_TYPE_COMPANY_PAGE);
  g_type_ensure (FW_TYPE_FIGURES_PAGE);
  g_type_ensure (FW_TYPE_PAPER_STYLE_PAGE);
  g_type_ensure (FW_TYPE_PASSPHRASES_PAGE);
  g_type_ensure (FW_TYPE_READINGS_PAGE);
  g_type_ensure (FW_TYPE_TRANSCRIPT_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/preferences/fw-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, FwPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, FwPreferences, style_row);
  gtk_widget_class_bind_template_child (widget_class, FwPreferences, lock_spin);
  gtk_widget_class_bind_template_child (widget_class, FwPreferences, talk_group);
  gtk_widget_class_bind_template_child (widget_class, FwPreferences, mood_switch);
  gtk_widget_class_bind_template_child (widget_class, FwPreferences, transcript_group);
  gtk_widget_class_bind_template_child (widget_class, FwPreferences, company_page);
  gtk_widget_class_bind_template_child (widget_class, FwPreferences, paper_style_page);
  gtk_widget_class_bind_template_child (widget_class, FwPreferences, figures_page);
  gtk_widget_class_bind_template_child (widget_class, FwPreferences, readings_page);
  gtk_widget_class_bind_template_child (widget_class, FwPreferences, passphrases_page);
}

static void
fw_preferences_init (FwPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_spoken_name_follow_choice (GTK_WIDGET (self->language_row), NULL);
  fw_spoken_name_follow_choice (GTK_WIDGET (self->style_row), NULL);
}

/* What belongs to records is shown where some are open; everybody has the sample's passphrase already. */
static void
show_records (FwPreferences *self, FwWorkplace *workplace)
{
  AdwPreferencesWindow *window = ADW_PREFERENCES_WINDOW (self);

  if (workplace != NULL)
    {
      fw_company_page_set_workplace (self->company_page, workplace);
      fw_paper_style_page_set_workplace (self->paper_style_page, workplace);
      fw_figures_page_set_workplace (self->figures_page, workplace);
      fw_readings_page_set_workplace (self->readings_page, workplace);
      show_mood_reading (self, workplace);
    }
  else
    {
      adw_preferences_window_remove (window, ADW_PREFERENCES_PAGE (self->company_page));
      adw_preferences_window_remove (window, ADW_PREFERENCES_PAGE (self->paper_style_page));
      adw_preferences_window_remove (window, ADW_PREFERENCES_PAGE (self->figures_page));
      adw_preferences_window_remove (window, ADW_PREFERENCES_PAGE (self->readings_page));
    }
  if (workplace != NULL && !fw_store_is_sample (fw_workplace_get_store (workplace)))
    fw_passphrases_page_set_workplace (self->passphrases_page, workplace);
  else
    adw_preferences_window_remove (window, ADW_PREFERENCES_PAGE (self->passphrases_page));
}

/**
 * fw_preferences_new:
 * @workplace: (nullable): whose records are open; without any, what belongs to them is not shown
 *
 * Returns: (transfer none): a window that shows what is set and keeps what is changed
 */
FwPreferences *
fw_preferences_new (FwApplication *application, GtkWindow *parent, FwWorkplace *workplace)
{
  FwPreferences *self = g_object_new (FW_TYPE_PREFERENCES, "transient-for", parent, NULL);
  GSettings *settings = fw_application_get_settings (application);
  show_records (self, workplace);
  adw_combo_row_set_selected (self->language_row, g_str_equal (fw_language_get (), "zh") ? 0 : 1);
  if (settings != NULL)
    {
      self->settings = g_object_ref (settings);
      adw_combo_row_set_selected (self->style_row, (guint) g_settings_get_enum (settings, "style"));
      fw_transcript_group_show (self->transcript_group, settings, workplace);
      g_settings_bind (settings, "lock-minutes", self->lock_spin, "value", G_SETTINGS_BIND_DEFAULT);
    }
  g_signal_connect_object (self->language_row, "notify::selected", G_CALLBACK (language_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->style_row, "notify::selected", G_CALLBACK (style_chosen_cb), self, G_CONNECT_SWAPPED);
  return self;
}
