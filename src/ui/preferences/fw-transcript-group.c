#include "config.h"

#include "ui/preferences/fw-transcript-group.h"

#include <glib/gi18n.h>

#include "departure/fw-hearing-law.h"

struct _FwTranscriptGroup
{
  AdwPreferencesGroup parent_instance;

  GSettings *settings; /* NULL until it is shown */
  AdwActionRow *wanted_row;
  GtkSwitch *wanted_switch;
  AdwActionRow *program_row;
  GtkWidget *forget_button;
  AdwEntryRow *arguments_row;
  GtkFileChooserNative *chooser; /* NULL: none is open */
};

G_DEFINE_FINAL_TYPE (FwTranscriptGroup, fw_transcript_group, ADW_TYPE_PREFERENCES_GROUP)

static void
toast (FwTranscriptGroup *self, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (ADW_IS_PREFERENCES_WINDOW (root))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root), adw_toast_new (text));
}

/* What is chosen can be wanted; what is not there any more is said. */
static void
show_program (FwTranscriptGroup *self)
{
  g_autofree char *program = g_settings_get_string (self->settings, "transcript-program");
  gboolean chosen = *program != '\0', there = chosen && g_file_test (program, G_FILE_TEST_IS_EXECUTABLE);
  g_autofree char *gone = chosen && !there ? g_strdup_printf (_("%s is not there, or cannot be run"), program) : NULL;

  adw_action_row_set_subtitle (self->program_row, gone != NULL ? gone : chosen ? program : _("None chosen yet"));
  gtk_widget_set_visible (self->forget_button, chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (self->wanted_row), chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (self->arguments_row), chosen);
}

static void
choose (FwTranscriptGroup *self, const char *program)
{
  g_settings_set_string (self->settings, "transcript-program", program);
  if (*program == '\0')
    g_settings_set_boolean (self->settings, "transcript", FALSE);
  show_program (self);
}

static void
chosen_cb (FwTranscriptGroup *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_EXECUTABLE) && !g_file_test (path, G_FILE_TEST_IS_DIR))
    choose (self, path);
  else if (file != NULL)
    toast (self, _("This file is no program that can be run"));
}

static void
choose_cb (FwTranscriptGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Program that writes along"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _("_Choose"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
forget_cb (FwTranscriptGroup *self)
{
  choose (self, "");
}

/* Words in quotes that do not end are nothing that can be given. */
static void
arguments_cb (FwTranscriptGroup *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->arguments_row));
  g_autoptr (GError) error = NULL;

  if (g_shell_parse_argv (words, NULL, NULL, &error) || g_error_matches (error, G_SHELL_ERROR, G_SHELL_ERROR_EMPTY_STRING))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->arguments_row), "error");
      g_settings_set_string (self->settings, "transcript-arguments", words);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->arguments_row), "error");
  toast (self, _("A quotation mark has no end"));
}

static void
set_description (FwTranscriptGroup *self, const char *advice)
{
  const char *warning =
    _("A program of your own can hear a talk and write it along as notes. Only with consent: each talk asks who was told and agreed, that stands in "
      "the minutes, and nothing listens by itself. Fairwell keeps no sound and sends nothing anywhere; what the program does with what it "
      "hears, ask whoever made it. Choose none that sends it away.");
  g_autofree char *both = advice != NULL ? g_strconcat (warning, "\n\n", advice, NULL) : NULL;
  g_autofree char *escaped = g_markup_escape_text (both != NULL ? both : warning, -1);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), escaped);
}

/* Where the law of the company does not let it, nothing is offered. */
static void
law_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwTranscriptGroup) self = data;
  g_autofree char *advice = NULL;
  gboolean lawful = fw_hearing_law_read_finish (FW_WORKPLACE (source), result, &advice);

  if (self->settings == NULL)
    return;
  set_description (self, advice);
  gtk_widget_set_visible (GTK_WIDGET (self), lawful);
}

static GtkWidget *
make_icon_button (const char *icon_name, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
add_program (FwTranscriptGroup *self)
{
  GtkWidget *choose_button = gtk_button_new_with_mnemonic (_("C_hoose…"));

  self->program_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->program_row), _("Program"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->program_row), FALSE);
  adw_action_row_set_subtitle_lines (self->program_row, 2);
  gtk_widget_set_valign (choose_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (choose_button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  self->forget_button = make_icon_button ("edit-clear-symbolic", _("No program"));
  g_signal_connect_object (self->forget_button, "clicked", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->program_row, self->forget_button);
  adw_action_row_add_suffix (self->program_row, choose_button);
  adw_action_row_set_activatable_widget (self->program_row, choose_button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->program_row));
}

static void
add_wanted (FwTranscriptGroup *self)
{
  self->wanted_row = ADW_ACTION_ROW (adw_action_row_new ());
  self->wanted_switch = GTK_SWITCH (gtk_switch_new ());
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->wanted_row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->wanted_row), _("_Offer it in talks"));
  adw_action_row_set_subtitle (self->wanted_row, _("A button and Ctrl+T in the talk; it asks before it listens"));
  gtk_widget_set_valign (GTK_WIDGET (self->wanted_switch), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->wanted_switch), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Offer it in talks"), -1);
  adw_action_row_add_suffix (self->wanted_row, GTK_WIDGET (self->wanted_switch));
  adw_action_row_set_activatable_widget (self->wanted_row, GTK_WIDGET (self->wanted_switch));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->wanted_row));
}

static void
add_arguments (FwTranscriptGroup *self)
{
  self->arguments_row = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->arguments_row), _("What it is given, as in a terminal"));
  adw_entry_row_set_show_apply_button (self->arguments_row, TRUE);
  g_signal_connect_object (self->arguments_row, "apply", G_CALLBACK (arguments_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->arguments_row));
}

static void
fw_transcript_group_dispose (GObject *object)
{
  FwTranscriptGroup *self = FW_TRANSCRIPT_GROUP (object);

  g_clear_object (&self->settings);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (fw_transcript_group_parent_class)->dispose (object);
}

static void
fw_transcript_group_class_init (FwTranscriptGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_transcript_group_dispose;
}

static void
fw_transcript_group_init (FwTranscriptGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("A program that writes talks along"));
  add_program (self);
  add_arguments (self);
  add_wanted (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * fw_transcript_group_show:
 * @workplace: (nullable): whose law is asked what has to be said before; %NULL where no records are open
 *
 * Shows what is set and keeps what is changed, as soon as the law is known.
 */
void
fw_transcript_group_show (FwTranscriptGroup *self, GSettings *settings, FwWorkplace *workplace)
{
  g_autofree char *words = g_settings_get_string (settings, "transcript-arguments");

  g_set_object (&self->settings, settings);
  gtk_editable_set_text (GTK_EDITABLE (self->arguments_row), words);
  g_settings_bind (settings, "transcript", self->wanted_switch, "active", G_SETTINGS_BIND_DEFAULT);
  show_program (self);
  set_description (self, NULL);
  if (workplace != NULL)
    fw_hearing_law_read_async (workplace, NULL, NULL, law_read_cb, g_object_ref (self));
  else
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
