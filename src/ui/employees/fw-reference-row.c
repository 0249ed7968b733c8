#include "config.h"

#include "ui/employees/fw-reference-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/fw-search.h"
#include "ui/employees/fw-entry-basis.h"
#include "ui/employees/fw-field-row.h"
#include "ui/widgets/fw-spoken-name.h"

#define MOST_SHOWN 30

/* What a field refers to, found by typing: a department, a position, a project, a person. A name that nothing has yet can
 * be made by the way where the name is all that it needs. Signal "changed" when something else is chosen. */
struct _FwReferenceRow
{
  AdwActionRow parent_instance;

  FwStore *store;
  const FwField *field;
  GPtrArray *choices;        /* FwReferenceChoice; NULL where people are meant, who are searched for */
  GCancellable *cancellable; /* of the newest search */
  char *id;
  FwRecord *fresh;           /* one that is made by the way; NULL mostly */

  GtkMenuButton *button;
  GtkSearchEntry *entry;
  GtkListBox *list;
  GtkLabel *none_label;
};

G_DEFINE_FINAL_TYPE (FwReferenceRow, fw_reference_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choose (FwReferenceRow *self, const char *id, const char *name, FwRecord *fresh)
{
  g_autoptr (FwRecord) made = fresh != NULL ? g_object_ref (fresh) : NULL;
  g_autofree char *kept_id = g_strdup (id);
  g_autofree char *kept_name = g_strdup (name);
  gboolean differs = g_strcmp0 (id, self->id) != 0;

  gtk_menu_button_popdown (self->button);
  fw_reference_row_set (self, kept_id, kept_name);
  g_set_object (&self->fresh, made);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (differs)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
row_activated_cb (FwReferenceRow *self, GtkListBoxRow *row)
{
  choose (self, g_object_get_data (G_OBJECT (row), "id"), g_object_get_data (G_OBJECT (row), "name"),
          g_object_get_data (G_OBJECT (row), "fresh"));
}

static GtkWidget *
append_choice (FwReferenceRow *self, const char *id, const char *name, const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_MIDDLE,
                                   "margin-top", 6, "margin-bottom", 6, "margin-start", 6, "margin-end", 6, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, NULL);

  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (id == NULL)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_append (self->list, row);
  return row;
}

static char *
typed_text (FwReferenceRow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

/* Whether a name is all that a record of the kind needs. */
static gboolean
needs_only_name (const FwRecordKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & FW_FIELD_REQUIRED) != 0 && !g_str_equal (kind->fields[i].name, "name"))
      return FALSE;
  return fw_record_kind_find_field (kind, "name") != NULL;
}

static void
offer_new (FwReferenceRow *self, const char *name)
{
  g_autoptr (FwRecord) fresh = NULL;
  g_autofree char *text = g_strdup_printf (_("New: “%s”"), name);
  GtkWidget *row;

  if (!needs_only_name (fw_record_kind_find (self->field->refers_to)))
    return;
  fresh = fw_record_new (self->field->refers_to);
  fw_record_set (fresh, "name", name);
  row = append_choice (self, fw_record_get_id (fresh), name, text);
  g_object_set_data_full (G_OBJECT (row), "fresh", g_object_ref (fresh), g_object_unref);
}

static void
clear_list (FwReferenceRow *self, const char *text)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (*text == '\0' && self->id != NULL)
    append_choice (self, NULL, NULL, _("Not known"));
}

static void
show_none (FwReferenceRow *self, const char *text)
{
  gboolean empty = gtk_widget_get_first_child (GTK_WIDGET (self->list)) == NULL;

  gtk_label_set_label (self->none_label, *text == '\0' ? _("Type a name.") : _("Nothing of this name."));
  gtk_widget_set_visible (GTK_WIDGET (self->none_label), empty);
}

static void
show_choices (FwReferenceRow *self, const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  gboolean exact = FALSE;
  guint shown = 0;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const FwReferenceChoice *choice = g_ptr_array_index (self->choices, i);
      g_autofree char *folded = g_utf8_casefold (choice->name, -1);

      exact = exact || g_str_equal (choice->name, text);
      if (strstr (folded, wanted) != NULL && shown++ < MOST_SHOWN)
        append_choice (self, choice->id, choice->name, choice->name);
    }
  if (*text != '\0' && !exact)
    offer_new (self, text);
  show_none (self, text);
}

static void
people_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwReferenceRow) self = data;
  g_autoptr (FwEmployeeAnswer) answer = fw_store_find_people_finish (FW_STORE (source), result, NULL);
  g_autofree char *text = NULL;

  if (answer == NULL || self->store == NULL)
    return;
  text = typed_text (self);
  clear_list (self, text);
  for (guint i = 0; i < MIN (answer->rows->len, MOST_SHOWN); i++)
    {
      FwRecord *person = g_ptr_array_index (answer->rows, i);
      const char *department = fw_record_get (person, "department");
      g_autofree char *line = g_strjoin (" · ", fw_record_get (person, "name"), fw_record_get (person, "number"),
                                         department, NULL);

      append_choice (self, fw_record_get_id (person), fw_record_get (person, "name"), line);
    }
  show_none (self, text);
}

static void
look (FwReferenceRow *self)
{
  const FwEmployeeFilter filter = { .status = "active|leaving" };
  g_autofree char *text = typed_text (self);

  if (self->choices != NULL)
    {
      clear_list (self, text);
      show_choices (self, text);
      return;
    }
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  fw_store_find_people_async (self->store, text, &filter, MOST_SHOWN, FALSE, self->cancellable, people_found_cb,
                              g_object_ref (self));
}

/* Enter takes the first of those found. */
static void
entered_cb (FwReferenceRow *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  if (first != NULL)
    row_activated_cb (self, GTK_LIST_BOX_ROW (first));
}

static gboolean
key_cb (FwReferenceRow *self, guint key)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  if (key != GDK_KEY_Down || first == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (first);
  return GDK_EVENT_STOP;
}

static void
shown_cb (FwReferenceRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  look (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
fw_reference_row_dispose (GObject *object)
{
  FwReferenceRow *self = FW_REFERENCE_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->fresh);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (fw_reference_row_parent_class)->dispose (object);
}

static void
fw_reference_row_class_init (FwReferenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_reference_row_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FW_TYPE_REFERENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static GtkWidget *
new_popover (FwReferenceRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                      "propagate-natural-height", TRUE, "max-content-height", 260, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->list = GTK_LIST_BOX (g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL));
  self->none_label = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "visible", FALSE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->none_label), "dim-label");
  gtk_widget_set_size_request (box, 300, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->none_label));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
  return popover;
}

static void
fw_reference_row_init (FwReferenceRow *self)
{
  self->button = GTK_MENU_BUTTON (g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "system-search-symbolic", "valign",
                                                GTK_ALIGN_CENTER, NULL));
  /* The row opens it: one stop for the keyboard is enough. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->button)), FALSE);
  gtk_menu_button_set_popover (self->button, new_popover (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
}

/**
 * fw_reference_row_new:
 * @choices: (nullable) (element-type FwReferenceChoice): what may be chosen; %NULL where people are meant
 *
 * Returns: (transfer floating): a row that chooses what a field refers to
 */
GtkWidget *
fw_reference_row_new (FwStore *store, const FwField *field, GPtrArray *choices)
{
  FwReferenceRow *self = g_object_new (FW_TYPE_REFERENCE_ROW, NULL);
  const char *word = fw_field_row_get_word (field);
  g_autofree char *name = g_strdup_printf (_("Choose: %s"), word);

  self->store = g_object_ref (store);
  self->field = field;
  fw_reference_row_set_choices (self, choices);
  g_object_set_data (G_OBJECT (self), "field", (gpointer) field);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), word);
  fw_spoken_name_set (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  fw_reference_row_set (self, NULL, NULL);
  return GTK_WIDGET (self);
}

/**
 * fw_reference_row_set_choices:
 * @choices: (nullable) (element-type FwReferenceChoice): what may be chosen from now on
 */
void
fw_reference_row_set_choices (FwReferenceRow *self, GPtrArray *choices)
{
  g_return_if_fail (FW_IS_REFERENCE_ROW (self));

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = choices != NULL ? g_ptr_array_ref (choices) : NULL;
}

/**
 * fw_reference_row_set:
 * @id: (nullable): what the field refers to; %NULL for nothing that is known
 * @name: (nullable): as people know it
 *
 * Shows what is chosen.
 */
void
fw_reference_row_set (FwReferenceRow *self, const char *id, const char *name)
{
  const char *shown = name != NULL ? name : _("Not known");
  g_autofree char *markup = g_markup_escape_text (shown, -1);
  g_autofree char *spoken = NULL;

  g_return_if_fail (FW_IS_REFERENCE_ROW (self));

  g_free (self->id);
  self->id = g_strdup (id);
  g_clear_object (&self->fresh);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 2);
  spoken = g_strdup_printf (_("%s: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), shown);
  fw_spoken_name_set (GTK_WIDGET (self), spoken);
}

/**
 * fw_reference_row_get_id:
 *
 * Returns: (nullable): what is chosen
 */
const char *
fw_reference_row_get_id (FwReferenceRow *self)
{
  g_return_val_if_fail (FW_IS_REFERENCE_ROW (self), NULL);

  return self->id;
}

/**
 * fw_reference_row_get_fresh:
 *
 * Returns: (transfer none) (nullable): the record that is to be made for it; %NULL where it exists already
 */
FwRecord *
fw_reference_row_get_fresh (FwReferenceRow *self)
{
  g_return_val_if_fail (FW_IS_REFERENCE_ROW (self), NULL);

  return self->fresh;
}
