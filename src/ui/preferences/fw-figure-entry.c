#include "config.h"

#include "ui/preferences/fw-figure-entry.h"

#include <glib/gi18n.h>

#include "ui/employees/fw-field-row.h"
#include "ui/employees/fw-record-words.h"
#include "ui/fw-problem.h"
#include "ui/preferences/fw-place-words.h"
#include "ui/widgets/fw-spoken-name.h"

static const struct
{
  const char *kind;
  const char *title;
} kinds[] = {
  { "average-monthly-wage", N_("Average monthly wage of the city") },
  { "minimum-monthly-wage", N_("Minimum monthly wage") },
  { "average-annual-wage-for-tax", N_("Average annual wage, for tax") },
};

/* What is written, in the order in which a notice on an official page says it. */
static const char *const written[] = { "amount", "year", "from", "until", "source", "confidence" };
static const char *const titles[] = { N_("Amount a month, for tax a year"),
                                      N_("Year that it is of"),
                                      N_("In force from"),
                                      N_("In force until, empty where nobody has said so"),
                                      N_("Source: document number or page"),
                                      N_("How sure the source is") };

typedef struct
{
  FwWorkplace *workplace; /* owned */
  GStrv places;
  char *jurisdiction;
  char *corrects;         /* id; NULL: nothing */
  FwFigureEntered entered;
  GObject *data;          /* owned */
  GtkWindow *dialog;
  GtkLabel *problem_label;
  GtkWidget *save_button;
  AdwComboRow *place_row;
  AdwComboRow *kind_row;
  GtkWidget *rows[G_N_ELEMENTS (written)];
} Entry;

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_object_unref (self->workplace);
  g_strfreev (self->places);
  g_free (self->jurisdiction);
  g_free (self->corrects);
  g_object_unref (self->data);
  g_free (self);
}

/**
 * fw_figure_words_kind:
 *
 * Returns: what a kind of local figure is called
 */
const char *
fw_figure_words_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return _(kinds[i].title);
  return kind;
}

static void
show_problem (Entry *self, const char *text)
{
  gtk_label_set_label (self->problem_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), text != NULL);
}

static GtkWidget *
row_of (Entry *self, const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    if (g_str_equal (written[i], field))
      return self->rows[i];
  return NULL;
}

/* Puts the keyboard where something has to be put right. */
static gboolean
complain (Entry *self, const char *field, const char *text)
{
  show_problem (self, text);
  fw_field_row_focus (row_of (self, field));
  return FALSE;
}

static char *
dup_field (Entry *self, const char *field)
{
  char *text = fw_field_row_dup (row_of (self, field));

  return text != NULL ? g_strstrip (text) : NULL;
}

/* What the library would refuse, in the words of the window and where it stands. */
static gboolean
check (Entry *self)
{
  g_autofree char *amount_text = dup_field (self, "amount");
  g_autofree char *year = dup_field (self, "year");
  g_autofree char *from = dup_field (self, "from");
  g_autofree char *until = dup_field (self, "until");
  g_autofree char *source = dup_field (self, "source");
  g_autoptr (FwNumber) amount = amount_text != NULL ? fw_number_parse (amount_text) : NULL;

  if (amount == NULL || fw_number_sign (amount) <= 0)
    return complain (self, "amount", _("Write the amount in figures, such as 12434 or 12434.50."));
  if (year != NULL && (strlen (year) != 4 || strspn (year, "0123456789") != 4))
    return complain (self, "year", _("The year has four digits, such as 2025."));
  if (from == NULL || !fw_date_is_known (fw_date_from_string (from)))
    return complain (self, "from", _("Say from which day it holds, such as 2026-07-01."));
  if (until != NULL && !fw_date_is_known (fw_date_from_string (until)))
    return complain (self, "until", _("Write the last day as 2027-06-30, or leave it empty."));
  if (until != NULL && strcmp (until, from) < 0)
    return complain (self, "until", _("The last day lies before the first."));
  if (source == NULL)
    return complain (self, "source", _("Write down where you found it: the document’s number or the page."));
  show_problem (self, NULL);
  return TRUE;
}

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWindow *dialog = data;
  Entry *self = g_object_get_data (G_OBJECT (dialog), "entry");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_local_figures_finish (FW_WORKPLACE (source), result, &error);
  g_autofree char *problem = event == NULL ? fw_problem_describe (error) : NULL;

  if (event == NULL)
    {
      gtk_widget_set_sensitive (self->save_button, TRUE);
      show_problem (self, problem);
    }
  else
    {
      self->entered (event, self->data);
      gtk_window_close (dialog);
    }
  g_object_unref (dialog);
}

static void
save_cb (Entry *self)
{
  g_autofree char *amount = dup_field (self, "amount");
  g_autofree char *year = dup_field (self, "year");
  g_autofree char *from = dup_field (self, "from");
  g_autofree char *until = dup_field (self, "until");
  g_autofree char *source = dup_field (self, "source");
  g_autofree char *confidence = dup_field (self, "confidence");
  FwFigureEntry entry = {
    .jurisdiction = self->jurisdiction,
    .place = self->places[adw_combo_row_get_selected (self->place_row)],
    .kind = kinds[adw_combo_row_get_selected (self->kind_row)].kind,
    .year = year, .amount = amount, .from = from, .until = until, .source = source, .confidence = confidence,
  };

  if (!check (self))
    return;
  /* Once: a second press would enter it again. */
  gtk_widget_set_sensitive (self->save_button, FALSE);
  fw_local_figures_enter_async (self->workplace, &entry, self->corrects, entered_cb, g_object_ref (self->dialog));
}

static AdwComboRow *
add_choice (AdwPreferencesGroup *group, const char *title, GtkStringList *words)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  fw_spoken_name_follow_choice (row, NULL);
  adw_preferences_group_add (group, row);
  return ADW_COMBO_ROW (row);
}

static void
add_choices (Entry *self, AdwPreferencesGroup *group, GHashTable *place_words)
{
  g_autoptr (GtkStringList) places = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) figures = gtk_string_list_new (NULL);

  for (guint i = 0; self->places[i] != NULL; i++)
    gtk_string_list_append (places, fw_place_words_say (place_words, self->places[i]));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (figures, _(kinds[i].title));
  self->place_row = add_choice (group, _("City"), places);
  self->kind_row = add_choice (group, _("Which figure"), figures);
}

static void
submit_cb (GtkWidget *row, GtkWindow *dialog)
{
  gtk_widget_activate_default (GTK_WIDGET (dialog));
}

static void
add_fields (Entry *self, AdwPreferencesGroup *group)
{
  const FwRecordKind *kind = fw_record_kind_find ("local-figure");

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      const FwField *field = fw_record_kind_find_field (kind, written[i]);
      g_auto (GStrv) choices = field->choices != NULL ? g_strsplit (field->choices, "|", -1) : NULL;

      self->rows[i] = fw_field_row_new (field, choices);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), _(titles[i]));
      if (ADW_IS_ENTRY_ROW (self->rows[i]))
        g_signal_connect_object (self->rows[i], "entry-activated", G_CALLBACK (submit_cb), self->dialog, 0);
      adw_preferences_group_add (group, self->rows[i]);
    }
}

/* A correction begins with what was wrong; city and figure are settled. */
static void
fill (Entry *self, FwRecord *corrects)
{
  for (guint i = 0; self->places[i] != NULL; i++)
    if (g_strcmp0 (self->places[i], fw_record_get (corrects, "place")) == 0)
      adw_combo_row_set_selected (self->place_row, i);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, fw_record_get (corrects, "name")) == 0)
      adw_combo_row_set_selected (self->kind_row, i);
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    if (!g_str_equal (written[i], "year") || fw_record_get_count (corrects, "year", 0) > 0)
      fw_field_row_set (self->rows[i], fw_record_get (corrects, written[i]));
  gtk_widget_set_sensitive (GTK_WIDGET (self->place_row), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_row), FALSE);
}

/**
 * fw_figure_entry_new:
 * @places: the cities it can be of, as the store names them
 * @place_words: (nullable): what they are called
 * @jurisdiction: the pack's id
 * @corrects: (nullable): a figure that was wrong from the beginning; %NULL: a further one
 * @entered: called once it is kept
 * @data: handed to @entered, kept alive until then
 *
 * Returns: (transfer none): a dialog in which a local figure is written down with its source
 */
GtkWindow *
fw_figure_entry_new (FwWorkplace *workplace, const char *const *places, GHashTable *place_words, const char *jurisdiction,
                     FwRecord *corrects, FwFigureEntered entered, GObject *data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/fairwell/Fairwell/preferences/fw-figure-entry.ui");
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (gtk_builder_get_object (builder, "form_group"));
  Entry *self = g_new0 (Entry, 1);

  self->workplace = g_object_ref (workplace);
  self->places = g_strdupv ((char **) places);
  self->jurisdiction = g_strdup (jurisdiction);
  self->corrects = corrects != NULL ? g_strdup (fw_record_get_id (corrects)) : NULL;
  self->entered = entered;
  self->data = g_object_ref (data);
  self->dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  self->problem_label = GTK_LABEL (gtk_builder_get_object (builder, "problem_label"));
  self->save_button = GTK_WIDGET (gtk_builder_get_object (builder, "save_button"));
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "heading_label")),
                       corrects != NULL ? _("Correct this figure") : _("Enter a figure"));
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "body_label")),
                       corrects != NULL
                         ? _("The wrong one stays on record and counts no more. Departures whose papers are issued keep what they were reckoned with.")
                         : _("Copy it from the official page. The one before holds up to the day before this one; your name and today stand beside it."));
  add_choices (self, group, place_words);
  add_fields (self, group);
  if (corrects != NULL)
    fill (self, corrects);
  g_object_set_data_full (G_OBJECT (self->dialog), "entry", self, entry_free);
  g_signal_connect_swapped (self->save_button, "clicked", G_CALLBACK (save_cb), self);
  return self->dialog;
}

/**
 * fw_figure_entry_choose_kind:
 * @dialog: from fw_figure_entry_new()
 * @kind: such as average-monthly-wage
 *
 * Says which figure it is; the amount comes next.
 */
void
fw_figure_entry_choose_kind (GtkWindow *dialog, const char *kind)
{
  Entry *self = g_object_get_data (G_OBJECT (dialog), "entry");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      adw_combo_row_set_selected (self->kind_row, i);
  fw_field_row_focus (row_of (self, "amount"));
}
