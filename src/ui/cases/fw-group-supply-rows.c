#include "config.h"

#include "ui/cases/fw-group-supply-private.h"

#include <glib/gi18n.h>

#include "store/fw-store.h"
#include "ui/employees/fw-opened-file.h"
#include "ui/employees/fw-record-words.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tag.h"

/* The rows of those who lack a material, and of files that belong to nobody yet. */

/* More records than these are one line: twelve wages say the same as their months. */
#define MOST_SHOWN 3

static GListModel *
found_of (FwGroupSupplyPerson *person)
{
  GListModel *found = fw_case_item_get_list (person->material, "found");

  return found != NULL && g_list_model_get_n_items (found) > 0 ? found : NULL;
}

static void
ticked_cb (FwGroupSupplyDialog *self, GtkCheckButton *check)
{
  FwGroupSupplyPerson *person = g_object_get_data (G_OBJECT (check), "person");

  person->ticked = gtk_check_button_get_active (check);
  if (!self->showing)
    _fw_group_supply_show_take (self);
}

/* Rows */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) && gtk_widget_get_mapped (GTK_WIDGET (source)))
    fw_problem_present (GTK_WINDOW (source), _("The file could not be opened"),
                        _("No program on this computer is set to open files of this kind."), error);
}

static void
open_file_cb (FwGroupSupplyDialog *self, GtkWidget *button)
{
  g_autofree char *uri = g_file_get_uri (g_object_get_data (G_OBJECT (button), "file"));

  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, self->reading, opened_cb, NULL);
}

static void
evidence_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwGroupSupplyDialog) self = data;
  g_autoptr (GPtrArray) found = fw_store_list_finish (FW_STORE (source), result, NULL);

  if (found != NULL && found->len > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    fw_opened_file_show (GTK_WINDOW (self), self->store, g_ptr_array_index (found, 0));
}

static void
open_record_cb (FwGroupSupplyDialog *self, GtkWidget *button)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("id", g_object_get_data (G_OBJECT (button), "evidence"));

  fw_store_list_async (self->store, "evidence", query, self->reading, evidence_read_cb, g_object_ref (self));
}

static GtkWidget *
make_button (FwGroupSupplyDialog *self, const char *label, const char *of, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: what a button does, to what. */
  g_autofree char *spoken = g_strdup_printf (_("%s: %s"), label, of);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  fw_spoken_name_set (button, spoken);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static char *
describe_found (GListModel *found)
{
  guint count = g_list_model_get_n_items (found);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FwCaseItem) first = g_list_model_get_item (found, 0);
  const char *kind = fw_record_words_kind (fw_case_item_get_text (first, "kind"));

  if (count > MOST_SHOWN)
    return g_strdup_printf (ngettext ("%s: %u record", "%s: %u records", count), kind, count);
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (FwCaseItem) item = g_list_model_get_item (found, i);
      g_autofree char *line = fw_record_words_line (fw_case_item_get_object (item, "record"));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe (FwGroupSupplyPerson *person)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *how = fw_case_item_get_text (person->material, "how");

  for (guint i = 0; i < person->files->len; i++)
    {
      g_autofree char *name = _fw_group_supply_name_file (person->files->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", name);
    }
  if (person->files->len > 0)
    return g_string_free (g_steal_pointer (&text), FALSE);
  if (found_of (person) != NULL)
    return describe_found (found_of (person));
  return g_strdup_printf (_("Nothing on record. %s"), how != NULL ? how : "");
}

static GtkWidget *
make_text (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

/* What every row is: words in the middle, and what can be done beside them; the row itself takes no focus. */
static GtkWidget *
make_row (GtkListBox *list, GtkBox **middle)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  *middle = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_widget_set_hexpand (GTK_WIDGET (*middle), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*middle));
  for (guint i = 0; i < 2; i++)
    {
      g_object_set (box, i == 0 ? "margin-start" : "margin-end", 9, NULL);
      g_object_set (box, i == 0 ? "margin-top" : "margin-bottom", 6, NULL);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (list, row);
  return box;
}

/* The files of somebody are of nobody again. */
static void
give_back_cb (FwGroupSupplyDialog *self, GtkWidget *button)
{
  FwGroupSupplyPerson *person = g_object_get_data (G_OBJECT (button), "person");

  g_ptr_array_extend_and_steal (self->strays, person->files);
  person->files = g_ptr_array_new_with_free_func (g_object_unref);
  _fw_group_supply_show_strays (self);
  _fw_group_supply_show_people (self);
}

static void
add_openers (FwGroupSupplyDialog *self, GtkBox *box, FwGroupSupplyPerson *person, const char *name)
{
  GListModel *found = found_of (person);

  for (guint i = 0; i < person->files->len; i++)
    {
      g_autofree char *file = _fw_group_supply_name_file (person->files->pdata[i]);
      GtkWidget *button = make_button (self, _("Open"), file, G_CALLBACK (open_file_cb));

      g_object_set_data_full (G_OBJECT (button), "file", g_object_ref (person->files->pdata[i]), g_object_unref);
      gtk_box_append (box, button);
    }
  if (person->files->len > 0)
    {
      GtkWidget *button = make_button (self, _("Not this person’s"), name, G_CALLBACK (give_back_cb));

      g_object_set_data (G_OBJECT (button), "person", person);
      gtk_box_append (box, button);
      return;
    }
  for (guint i = 0; found != NULL && i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (FwCaseItem) item = g_list_model_get_item (found, i);
      FwRecord *record = fw_case_item_get_object (item, "record");
      const char *evidence = fw_record_kind_find_field (fw_record_get_kind (record), "evidence-id") != NULL ? fw_record_get (record, "evidence-id")
                                                                                                           : NULL;
      GtkWidget *button;

      if (evidence == NULL)
        continue;
      button = make_button (self, _("Open"), name, G_CALLBACK (open_record_cb));
      g_object_set_data_full (G_OBJECT (button), "evidence", g_strdup (evidence), g_free);
      gtk_box_append (box, button);
    }
}

static void
add_person (FwGroupSupplyDialog *self, FwGroupSupplyPerson *person)
{
  g_autofree char *name = g_strdup_printf ("%s · %s", person->name, person->number);
  g_autofree char *detail = describe (person);
  GtkBox *middle;
  GtkWidget *box = make_row (self->people_list, &middle);
  GtkWidget *caption;

  person->check = NULL;
  if (found_of (person) != NULL && person->files->len == 0)
    {
      person->check = gtk_check_button_new_with_label (name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (person->check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (person->check), person->ticked);
      g_object_set_data (G_OBJECT (person->check), "person", person);
      g_signal_connect_object (person->check, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_box_append (middle, person->check != NULL ? person->check : make_text (name, NULL));
  caption = make_text (detail, "caption");
  /* Under the name, beside the tick. */
  gtk_widget_set_margin_start (caption, person->check != NULL ? 28 : 0);
  gtk_box_append (middle, caption);
  add_openers (self, GTK_BOX (box), person, name);
  if (person->files->len == 0 && person->check == NULL)
    {
      GtkWidget *tag = fw_tag_new (FW_TAG_STYLE_MISSING, _("Missing"));

      gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), tag);
    }
}

void
_fw_group_supply_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* Everybody who lacks it, with what can be done about it. */
void
_fw_group_supply_show_people (FwGroupSupplyDialog *self)
{
  _fw_group_supply_clear (self->people_list);
  for (guint i = 0; i < self->people->len; i++)
    add_person (self, self->people->pdata[i]);
  _fw_group_supply_show_take (self);
}

/* Files of nobody */

/* After the choice is over: its list was still open over the row that goes. */
static gboolean
show_given_cb (gpointer data)
{
  FwGroupSupplyDialog *self = data;

  if (self->group == NULL)
    return G_SOURCE_REMOVE;
  _fw_group_supply_show_strays (self);
  _fw_group_supply_show_people (self);
  if (self->strays->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->stray_list), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->take_button));
  return G_SOURCE_REMOVE;
}

static void
stray_given_cb (FwGroupSupplyDialog *self, GParamSpec *pspec, GtkWidget *drop_down)
{
  GFile *file = g_object_get_data (G_OBJECT (drop_down), "file");
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), place = 0;

  if (chosen == 0 || chosen > self->people->len || !g_ptr_array_find (self->strays, file, &place))
    return;
  g_ptr_array_add (((FwGroupSupplyPerson *) self->people->pdata[chosen - 1])->files, g_ptr_array_steal_index (self->strays, place));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_given_cb, g_object_ref (self), g_object_unref);
}

static void
add_stray (FwGroupSupplyDialog *self, GFile *file, GtkStringList *names)
{
  g_autofree char *name = _fw_group_supply_name_file (file);
  GtkBox *middle;
  GtkWidget *box = make_row (self->stray_list, &middle);
  GtkWidget *open = make_button (self, _("Open"), name, G_CALLBACK (open_file_cb));
  GtkWidget *drop_down = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), TRUE);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  fw_spoken_name_follow_choice (drop_down, name);
  g_object_set_data_full (G_OBJECT (drop_down), "file", g_object_ref (file), g_object_unref);
  g_object_set_data_full (G_OBJECT (open), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (stray_given_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (middle, make_text (name, NULL));
  gtk_box_append (GTK_BOX (box), open);
  gtk_box_append (GTK_BOX (box), drop_down);
}

/* The files that belong to nobody, each with those to whom it may belong. */
void
_fw_group_supply_show_strays (FwGroupSupplyDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *head = g_strdup_printf (ngettext ("%u file belongs to nobody yet: say whose it is, or leave it out",
                                                     "%u files belong to nobody yet: say whose they are, or leave them out", self->strays->len),
                                           self->strays->len);

  _fw_group_supply_clear (self->stray_list);
  gtk_string_list_append (names, _("Leave it out"));
  for (guint i = 0; i < self->people->len; i++)
    {
      const FwGroupSupplyPerson *person = self->people->pdata[i];
      g_autofree char *name = g_strdup_printf ("%s · %s", person->name, person->number);

      gtk_string_list_append (names, name);
    }
  for (guint i = 0; i < self->strays->len; i++)
    add_stray (self, self->strays->pdata[i], names);
  gtk_label_set_label (self->stray_label, head);
  gtk_widget_set_visible (self->stray_box, self->strays->len > 0);
}
