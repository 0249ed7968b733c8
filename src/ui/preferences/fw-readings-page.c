#include "config.h"

#include "ui/preferences/fw-readings-page.h"

#include <glib/gi18n.h>

#include "departure/fw-law-readings.h"
#include "ui/fw-problem.h"
#include "ui/preferences/fw-place-words.h"
#include "ui/preferences/fw-preferences-undo.h"
#include "ui/widgets/fw-spoken-name.h"

/* A number that a setting can be: days and times a person counts. */
#define MOST_NUMBER 365

struct _FwReadingsPage
{
  AdwPreferencesPage parent_instance;

  FwWorkplace *workplace;
  FwLawReadings *readings; /* NULL until they are read */
  GHashTable *places;      /* what each city is called */
  AdwPreferencesGroup *head;
  GtkWidget *city_row;     /* NULL until there are cities */
  AdwPreferencesGroup *city_group;
  AdwPreferencesGroup *company_group;
  GPtrArray *city_rows;    /* borrowed */
  GPtrArray *company_rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (FwReadingsPage, fw_readings_page, ADW_TYPE_PREFERENCES_PAGE)

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwReadingsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_law_readings_choose_finish (FW_WORKPLACE (source), result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (event != NULL && self->workplace != NULL)
    fw_preferences_undo_offer (GTK_WIDGET (self), self->workplace, event,
                               _("Chosen. Open departures are judged by it at once; issued papers stay."));
  else if (event == NULL && GTK_IS_WINDOW (root))
    fw_problem_present (GTK_WINDOW (root), _("It could not be chosen"), NULL, error);
}

static const char *
place_of (FwReadingsPage *self, const FwLawReading *reading)
{
  guint chosen = self->city_row != NULL ? adw_combo_row_get_selected (ADW_COMBO_ROW (self->city_row)) : 0;

  return reading->by_city ? self->readings->cities[chosen] : "";
}

static void
choose (FwReadingsPage *self, const FwLawReading *reading, const char *value)
{
  const char *place = place_of (self, reading);

  if (g_strcmp0 (g_hash_table_lookup (reading->values, place), value) == 0)
    return;
  g_hash_table_replace (reading->values, g_strdup (place), g_strdup (value));
  fw_law_readings_choose_async (self->workplace, reading->id, place, value, chosen_cb, g_object_ref (self));
}

/* What counts stands there in full: the choice beside it may be cut. */
static void
show_detail (AdwActionRow *row, const FwLawReading *reading, const char *place)
{
  const char *value = g_hash_table_lookup (reading->values, place);
  g_autoptr (GString) detail = g_string_new (NULL);

  for (guint i = 0; i < reading->options->len; i++)
    if (g_strcmp0 (((FwLawOption *) reading->options->pdata[i])->id, value) == 0)
      g_string_append_printf (detail, _("What counts: %s"), ((FwLawOption *) reading->options->pdata[i])->text);
  g_string_append_printf (detail, "%s%s", detail->len > 0 ? "\n" : "", reading->warning);
  if (reading->article != NULL)
    g_string_append_printf (detail, "\n%s", reading->article);
  adw_action_row_set_subtitle (row, detail->str);
}

static void
option_cb (FwReadingsPage *self, GParamSpec *pspec, AdwComboRow *row)
{
  const FwLawReading *reading = g_object_get_data (G_OBJECT (row), "reading");
  guint chosen = adw_combo_row_get_selected (row);

  if (chosen < reading->options->len)
    choose (self, reading, ((FwLawOption *) reading->options->pdata[chosen])->id);
  show_detail (ADW_ACTION_ROW (row), reading, place_of (self, reading));
}

static void
number_cb (FwReadingsPage *self, GtkSpinButton *spin)
{
  g_autofree char *value = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (spin));

  choose (self, g_object_get_data (G_OBJECT (spin), "reading"), value);
}

/* The pack's own choice is said with the option. */
static GtkWidget *
make_choice (FwReadingsPage *self, FwLawReading *reading, const char *place)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const char *value = g_hash_table_lookup (reading->values, place), *usual = g_hash_table_lookup (reading->defaults, place);
  guint chosen = 0;

  for (guint i = 0; i < reading->options->len; i++)
    {
      const FwLawOption *option = reading->options->pdata[i];
      /* TRANSLATORS: a reading of the law that counts where nobody chose another. */
      g_autofree char *text = g_strcmp0 (option->id, usual) == 0 ? g_strdup_printf (_("Default: %s"), option->text)
                                                                 : g_strdup (option->text);

      gtk_string_list_append (words, text);
      chosen = g_strcmp0 (option->id, value) == 0 ? i : chosen;
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), reading->title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen);
  fw_spoken_name_follow_choice (row, NULL);
  g_object_set_data (G_OBJECT (row), "reading", reading);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (option_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_number (FwReadingsPage *self, FwLawReading *reading, const char *place)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MOST_NUMBER, 1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), reading->title);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), g_ascii_strtod (g_hash_table_lookup (reading->values, place), NULL));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, reading->title, -1);
  g_object_set_data (G_OBJECT (spin), "reading", reading);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (number_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  return row;
}

static void
add_reading (FwReadingsPage *self, AdwPreferencesGroup *group, GPtrArray *rows, FwLawReading *reading, const char *place)
{
  GtkWidget *row = reading->is_number ? make_number (self, reading, place) : make_choice (self, reading, place);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 8);
  show_detail (ADW_ACTION_ROW (row), reading, place);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

static void
clear (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
show_city (FwReadingsPage *self)
{
  guint chosen = self->city_row != NULL ? adw_combo_row_get_selected (ADW_COMBO_ROW (self->city_row)) : 0;
  const char *place = self->readings->cities[chosen];
  g_autofree char *title = place != NULL ? g_markup_escape_text (fw_place_words_say (self->places, place), -1) : NULL;

  clear (self->city_group, self->city_rows);
  if (place == NULL)
    return;
  adw_preferences_group_set_title (self->city_group, title);
  for (guint i = 0; i < self->readings->readings->len; i++)
    {
      FwLawReading *reading = self->readings->readings->pdata[i];

      if (reading->by_city)
        add_reading (self, self->city_group, self->city_rows, reading, place);
    }
}

static void
show_company (FwReadingsPage *self)
{
  clear (self->company_group, self->company_rows);
  for (guint i = 0; i < self->readings->readings->len; i++)
    {
      FwLawReading *reading = self->readings->readings->pdata[i];

      if (!reading->by_city)
        add_reading (self, self->company_group, self->company_rows, reading, "");
    }
}

/* Which city the readings are chosen for; a company of one city is not asked. */
static void
add_cities (FwReadingsPage *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  if (self->city_row != NULL || g_strv_length (self->readings->cities) < 2)
    return;
  for (guint i = 0; self->readings->cities[i] != NULL; i++)
    gtk_string_list_append (words, fw_place_words_say (self->places, self->readings->cities[i]));
  self->city_row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->city_row), _("City"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->city_row), G_LIST_MODEL (words));
  fw_spoken_name_follow_choice (self->city_row, NULL);
  g_signal_connect_object (self->city_row, "notify::selected", G_CALLBACK (show_city), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->head, self->city_row);
}

/* Whether another window, or an undo, has made a choice otherwise than this page shows it. */
static gboolean
says_the_same (FwLawReadings *a, FwLawReadings *b)
{
  if (a == NULL || a->readings->len != b->readings->len || !g_strv_equal ((const char *const *) a->cities,
                                                                          (const char *const *) b->cities))
    return FALSE;
  for (guint i = 0; i < a->readings->len; i++)
    {
      FwLawReading *left = a->readings->pdata[i], *right = b->readings->pdata[i];
      GHashTableIter iter;
      gpointer place, value;

      g_hash_table_iter_init (&iter, right->values);
      while (g_hash_table_iter_next (&iter, &place, &value))
        if (g_strcmp0 (g_hash_table_lookup (left->values, place), value) != 0)
          return FALSE;
    }
  return TRUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwReadingsPage) self = data;
  g_autoptr (FwLawReadings) readings = fw_law_readings_read_finish (FW_WORKPLACE (source), result, NULL);

  if (readings == NULL || self->workplace == NULL || says_the_same (self->readings, readings))
    return;
  clear (self->city_group, self->city_rows);
  clear (self->company_group, self->company_rows);
  g_clear_pointer (&self->readings, fw_law_readings_free);
  self->readings = g_steal_pointer (&readings);
  if (self->places == NULL)
    self->places = fw_place_words_read ();
  add_cities (self);
  show_city (self);
  show_company (self);
}

static void
refresh (FwReadingsPage *self)
{
  if (self->workplace != NULL)
    fw_law_readings_read_async (self->workplace, read_cb, g_object_ref (self));
}

static void
fw_readings_page_dispose (GObject *object)
{
  g_clear_object (&FW_READINGS_PAGE (object)->workplace);
  G_OBJECT_CLASS (fw_readings_page_parent_class)->dispose (object);
}

static void
fw_readings_page_finalize (GObject *object)
{
  FwReadingsPage *self = FW_READINGS_PAGE (object);

  g_clear_pointer (&self->readings, fw_law_readings_free);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_ptr_array_unref (self->city_rows);
  g_ptr_array_unref (self->company_rows);
  G_OBJECT_CLASS (fw_readings_page_parent_class)->finalize (object);
}

static void
fw_readings_page_class_init (FwReadingsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_readings_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_readings_page_finalize;
}

static AdwPreferencesGroup *
add_group (FwReadingsPage *self, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
  return group;
}

static void
fw_readings_page_init (FwReadingsPage *self)
{
  self->city_rows = g_ptr_array_new ();
  self->company_rows = g_ptr_array_new ();
  self->head = add_group (self, _("Where the law is read in two ways"));
  adw_preferences_group_set_description (
    self->head, _("Each has the reading that counts, and a departure shows what the other would cost. Ask the tribunal of the city "
                  "before you choose another; a departure may say otherwise itself."));
  self->city_group = add_group (self, "");
  self->company_group = add_group (self, _("For the whole company"));
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "readings");
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("Readings"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "view-dual-symbolic");
}

/**
 * fw_readings_page_set_workplace:
 *
 * Shows how the company reads the law, and follows it.
 */
void
fw_readings_page_set_workplace (FwReadingsPage *self, FwWorkplace *workplace)
{
  g_return_if_fail (FW_IS_READINGS_PAGE (self));

  g_set_object (&self->workplace, workplace);
  g_signal_connect_object (fw_workplace_get_store (workplace), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
