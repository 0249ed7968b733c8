#include "config.h"

#include "ui/employees/fw-field-row.h"

#include <glib/gi18n.h>

#include "core/fw-date.h"
#include "ui/employees/fw-record-words.h"
#include "ui/widgets/fw-spoken-name.h"

/* The control that fits a field, as the row of a list: an entry, with a calendar where a day is meant; a choice; a text of
 * several lines. References have rows of their own. */

#define LONG_TEXT_HEIGHT 66

const FwField *
fw_field_row_get_field (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "field");
}

/**
 * fw_field_row_get_word:
 *
 * Returns: (nullable): what a field is called in front of the user, a reference by what it refers to
 */
const char *
fw_field_row_get_word (const FwField *field)
{
  g_autofree char *name = g_str_has_suffix (field->name, "-id") ? g_strndup (field->name, strlen (field->name) - 3)
                                                                : g_strdup (field->name);

  return fw_record_words_field (name);
}

static char **
choices_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "choices");
}

static GtkWidget *
new_choice (const FwField *field, char **choices)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  gtk_string_list_append (words, _("Not known"));
  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_autofree char *truth = field->type == FW_FIELD_TRUTH ? fw_record_words_value (field, choices[i]) : NULL;

      gtk_string_list_append (words, truth != NULL ? truth : fw_record_words_choice (choices[i]));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  g_object_set_data_full (G_OBJECT (row), "choices", g_strdupv (choices), (GDestroyNotify) g_strfreev);
  return row;
}

/* The calendar opens at the day that is written. */
static void
calendar_shown_cb (GtkWidget *calendar, GtkEditable *row)
{
  FwDate day = fw_date_from_string (gtk_editable_get_text (row));
  g_autoptr (GDateTime) shown = fw_date_is_known (day) ? g_date_time_new_utc (day.year, day.month, day.day, 0, 0, 0) : NULL;

  if (shown == NULL)
    return;
  g_object_set_data (G_OBJECT (calendar), "filling", calendar);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), shown);
  g_object_set_data (G_OBJECT (calendar), "filling", NULL);
}

static void
day_chosen_cb (GtkCalendar *calendar, GtkEditable *row)
{
  g_autoptr (GDateTime) chosen = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (chosen, "%Y-%m-%d");

  if (g_object_get_data (G_OBJECT (calendar), "filling") == NULL)
    gtk_editable_set_text (row, text);
}

static void
add_calendar (GtkWidget *row, const char *word)
{
  GtkWidget *calendar = gtk_calendar_new ();
  GtkWidget *popover = gtk_popover_new ();
  g_autofree char *name = g_strdup_printf (_("Calendar: %s"), word);
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "x-office-calendar-symbolic", "popover", popover,
                                    "valign", GTK_ALIGN_CENTER, "tooltip-text", _("Choose from the calendar"), NULL);

  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_widget_add_css_class (button, "flat");
  fw_spoken_name_set (button, name);
  g_signal_connect_object (calendar, "map", G_CALLBACK (calendar_shown_cb), row, 0);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_chosen_cb), row, 0);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

static void
dress (GtkWidget *row, const FwField *field, const char *word)
{
  g_object_set_data (G_OBJECT (row), "field", (gpointer) field);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), word);
}

/* An entry keeps Ctrl+Z for itself even where nothing was typed: there it means what was stored last. */
static gboolean
undo_key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, GtkWidget *row)
{
  const char *stored = g_object_get_data (G_OBJECT (row), "stored");
  const GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);

  if (key != GDK_KEY_z || held != GDK_CONTROL_MASK ||
      g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), stored != NULL ? stored : "") != 0)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_activate_action (row, "win.undo", NULL) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
hand_on_undo (GtkWidget *row)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (undo_key_cb), row, 0);
  gtk_widget_add_controller (row, keys);
}

/**
 * fw_field_row_new:
 * @field: of any type but a reference; it has a word
 * @choices: (nullable): the values it can have, see fw_field_dup_choices()
 *
 * Returns: (transfer floating): the control for a value of this type; an #AdwEntryRow or an #AdwComboRow
 */
GtkWidget *
fw_field_row_new (const FwField *field, char **choices)
{
  return fw_field_row_new_named (field, fw_field_row_get_word (field), choices);
}

/**
 * fw_field_row_new_named:
 * @field: as for fw_field_row_new(); it lives as long as the row
 * @word: what the company calls it
 *
 * Returns: (transfer floating): as fw_field_row_new(), for a field that only a company has a word for
 */
GtkWidget *
fw_field_row_new_named (const FwField *field, const char *word, char **choices)
{
  GtkWidget *row = choices != NULL ? new_choice (field, choices) : adw_entry_row_new ();

  dress (row, field, word);
  if (choices != NULL)
    fw_spoken_name_follow_choice (row, NULL);
  else
    hand_on_undo (row);
  if (field->type == FW_FIELD_DATE)
    add_calendar (row, word);
  return row;
}

/**
 * fw_field_row_new_long:
 *
 * Returns: (transfer floating): the control for a text of several lines
 */
GtkWidget *
fw_field_row_new_long (const FwField *field)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, NULL);
  GtkWidget *text = g_object_new (GTK_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE,
                                  "height-request", LONG_TEXT_HEIGHT, NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "child", box, "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *label;

  dress (row, field, fw_field_row_get_word (field));
  label = g_object_new (GTK_TYPE_LABEL, "label", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "xalign", 0.0,
                        NULL);
  gtk_widget_set_css_classes (label, (const char *[]) { "caption", "dim-label", NULL });
  gtk_widget_add_css_class (box, "fw-row");
  gtk_widget_add_css_class (text, "fw-plain-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), text);
  g_object_set_data (G_OBJECT (row), "text", text);
  return row;
}

static GtkTextBuffer *
buffer_of (GtkWidget *row)
{
  GtkTextView *text = g_object_get_data (G_OBJECT (row), "text");

  return text != NULL ? gtk_text_view_get_buffer (text) : NULL;
}

/**
 * fw_field_row_set:
 * @value: (nullable): as the store keeps it
 *
 * Shows a value. The keyboard's place in a text that is the same already stays.
 */
void
fw_field_row_set (GtkWidget *row, const char *value)
{
  if (ADW_IS_COMBO_ROW (row))
    {
      char **choices = choices_of (row);
      guint chosen = 0;

      for (guint i = 0; value != NULL && choices[i] != NULL; i++)
        if (g_str_equal (choices[i], value))
          chosen = i + 1;
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen);
    }
  else if (buffer_of (row) != NULL)
    gtk_text_buffer_set_text (buffer_of (row), value != NULL ? value : "", -1);
  else
    {
      g_object_set_data_full (G_OBJECT (row), "stored", g_strdup (value), g_free);
      if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), value != NULL ? value : "") != 0)
        gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
    }
}

/**
 * fw_field_row_dup:
 *
 * Returns: (transfer full) (nullable): what is written or chosen: text as it was typed, a choice as the store keeps it;
 *   %NULL for nothing
 */
char *
fw_field_row_dup (GtkWidget *row)
{
  g_autofree char *text = NULL;

  if (ADW_IS_COMBO_ROW (row))
    {
      char **choices = choices_of (row);
      const guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

      return chosen > 0 && chosen <= g_strv_length (choices) ? g_strdup (choices[chosen - 1]) : NULL;
    }
  if (buffer_of (row) != NULL)
    g_object_get (buffer_of (row), "text", &text, NULL);
  else
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/**
 * fw_field_row_focus:
 *
 * Puts the keyboard where the value is written.
 */
void
fw_field_row_focus (GtkWidget *row)
{
  GtkWidget *text = g_object_get_data (G_OBJECT (row), "text");

  gtk_widget_grab_focus (text != NULL ? text : row);
}

static void
tell (gpointer object, GtkWidget *row)
{
  FwFieldRowFunc func = (FwFieldRowFunc) g_object_get_data (G_OBJECT (row), "tell");

  func (object, row);
}

static void
chosen_cb (gpointer object, GParamSpec *pspec, GtkWidget *row)
{
  tell (object, row);
}

static void
left_cb (GtkEventController *focus, gpointer object)
{
  tell (object, gtk_event_controller_get_widget (focus));
}

/**
 * fw_field_row_tell:
 * @row: a choice or a line; not a long text
 * @object: a #GObject that may go before @row
 *
 * Calls @func whenever something was chosen, Enter was pressed or the line was left, whether or not its text is another.
 */
void
fw_field_row_tell (GtkWidget *row, FwFieldRowFunc func, gpointer object)
{
  g_object_set_data (G_OBJECT (row), "tell", (gpointer) func);
  if (ADW_IS_COMBO_ROW (row))
    {
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), object, G_CONNECT_SWAPPED);
    }
  else
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
      g_signal_connect_object (row, "apply", G_CALLBACK (tell), object, G_CONNECT_SWAPPED);
      g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), object, 0);
      gtk_widget_add_controller (row, focus);
    }
}

/**
 * fw_field_row_forget_typing:
 *
 * Undo within the line ends where the store has its text: from there on Ctrl+Z takes back what was stored.
 */
void
fw_field_row_forget_typing (GtkWidget *row)
{
  if (!ADW_IS_ENTRY_ROW (row))
    return;
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), TRUE);
}
