#include "config.h"

#include "ui/employees/fw-person-records.h"

#include <glib/gi18n.h>

#include "ui/employees/fw-record-words.h"
#include "ui/widgets/fw-full-text.h"
#include "ui/widgets/fw-tag.h"

#define FIRST_ROWS 40

/* All records of a person as one list, the newest first, with a chip for each kind that there is. It knows the kinds
 * only by their description. Signals "record-opened" and "record-removed" (FwRecord) for what people write by hand; more is
 * added by the action person.add-record. */
struct _FwPersonRecords
{
  GtkWidget parent_instance;

  char *employee_id;     /* whose they are */
  GPtrArray *records;    /* FwRecord, the newest first */
  GHashTable *names;     /* id → name */
  char *kind;            /* the chip that is chosen, NULL for all */
  gboolean all_rows;

  GtkWidget *box;
  GtkWidget *chips;
  GtkWidget *list;
  GtkWidget *none_label;
};

G_DEFINE_FINAL_TYPE (FwPersonRecords, fw_person_records, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_RECORD_OPENED,
  SIGNAL_RECORD_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What people write by hand. What is looked for together stands together, what is seldom written stands last. */
static const char *const by_hand[][8] = {
  { "review", "target", "achievement", "feedback" },
  { "wage", "raise" },
  { "attendance", "violation", "acknowledgement" },
  { "training", "skill", "assignment", "duty", "survey" },
  { "protection", "appointment" },
  { "wage-component", "market", "measure", "criterion", "equipment", "account" },
};

static const struct
{
  const char *kind;
  const char *icon_name;
} icons[] = {
  { "review", "task-due-symbolic" },          { "training", "x-office-presentation-symbolic" },
  { "violation", "dialog-warning-symbolic" }, { "feedback", "chat-message-new-symbolic" },
  { "wage", "accessories-calculator-symbolic" }, { "evidence", "mail-attachment-symbolic" },
  { "assignment", "x-office-document-symbolic" }, { "attendance", "x-office-calendar-symbolic" },
  { "achievement", "starred-symbolic" },
};

static const char *
icon_of (FwRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_str_equal (icons[i].kind, fw_record_get_kind (record)->name))
      return icons[i].icon_name;
  return "text-x-generic-symbolic";
}

/* What stands in the first line: the first of these fields that the record has. */
static const char *const title_fields[] = { "title", "what", "measure", "topic", "component", "label", "system", "name",
                                            "text", "kind", "project-id", "rule-id", "position-id", "department-id",
                                            "gross", "percent" };

static char *
field_text (FwPersonRecords *self, FwRecord *record, const FwField *field)
{
  const char *value = fw_record_get (record, field->name);

  if (value != NULL && field->type == FW_FIELD_REFERENCE)
    return g_strdup (g_hash_table_lookup (self->names, value));
  return fw_record_words_value (field, value);
}

static const FwField *
find_title (FwPersonRecords *self, FwRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (title_fields); i++)
    {
      const FwField *field = fw_record_kind_find_field (fw_record_get_kind (record), title_fields[i]);
      g_autofree char *text = field != NULL ? field_text (self, record, field) : NULL;

      if (text != NULL)
        return field;
    }
  return NULL;
}

static char *
field_word (const FwField *field)
{
  g_autofree char *name = g_str_has_suffix (field->name, "-id")
                            ? g_strndup (field->name, strlen (field->name) - 3)
                            : g_strdup (field->name);

  return g_strdup (fw_record_words_field (name));
}

/* Everything else that is known of the record, each with its word. */
static char *
describe_rest (FwPersonRecords *self, FwRecord *record, const FwField *title)
{
  const FwRecordKind *kind = fw_record_get_kind (record);
  const char *day = fw_person_record_day (record);
  GString *rest = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const FwField *field = &kind->fields[i];
      g_autofree char *text = field_text (self, record, field);
      g_autofree char *word = field_word (field);

      if (field == title || text == NULL || word == NULL || g_str_equal (field->name, "signed")
          || g_str_equal (field->name, "employee-id") || fw_record_get (record, field->name) == day)
        continue;
      g_string_append_printf (rest, "%s%s %s", rest->len > 0 ? " · " : "", word, text);
    }
  return g_string_free (rest, FALSE);
}

static GtkWidget *
new_text (const char *text, const char *css_class, PangoEllipsizeMode ellipsize)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize", ellipsize, "lines", 2,
                                   "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  fw_full_text_offer (GTK_LABEL (label));
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_signature (GtkWidget *box, FwRecord *record)
{
  if (fw_record_kind_find_field (fw_record_get_kind (record), "signed") == NULL)
    return;
  if (fw_record_is_true (record, "signed"))
    gtk_box_append (GTK_BOX (box), fw_tag_new (FW_TAG_STYLE_CLEAR, _("Signed")));
  else if (fw_record_is_false (record, "signed"))
    gtk_box_append (GTK_BOX (box), fw_tag_new (FW_TAG_STYLE_NOTE, _("Not signed")));
}

static gboolean
is_by_hand (FwRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (by_hand); i++)
    for (guint k = 0; by_hand[i][k] != NULL; k++)
      if (g_str_equal (by_hand[i][k], fw_record_get_kind (record)->name))
        return TRUE;
  return FALSE;
}

static GtkWidget *
new_row (FwPersonRecords *self, FwRecord *record)
{
  const FwField *title_field = find_title (self, record);
  const char *kind_word = fw_record_words_kind (fw_record_get_kind (record)->name);
  const char *day = fw_person_record_day (record);
  g_autofree char *title_text = title_field != NULL ? field_text (self, record, title_field) : NULL;
  g_autofree char *title = title_text != NULL ? g_strdup_printf (_("%s: %s"), kind_word, title_text)
                                              : g_strdup (kind_word);
  g_autofree char *rest = describe_rest (self, record, title_field);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "valign",
                                   GTK_ALIGN_CENTER, NULL);
  GtkWidget *day_label = g_object_new (GTK_TYPE_LABEL, "label", day != NULL ? day : "", "xalign", 0.0, "width-chars",
                                       10, NULL);
  GtkWidget *detail = new_text (rest, "caption", PANGO_ELLIPSIZE_END);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", is_by_hand (record), NULL);

  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  gtk_widget_set_css_classes (day_label, (const char *[]) { "dim-label", "numeric", "caption", NULL });
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_visible (detail, *rest != '\0');
  gtk_widget_add_css_class (box, "fw-row");
  gtk_box_append (GTK_BOX (texts), new_text (title, "heading", PANGO_ELLIPSIZE_END));
  gtk_box_append (GTK_BOX (texts), detail);
  gtk_box_append (GTK_BOX (box), day_label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_of (record)));
  gtk_box_append (GTK_BOX (box), texts);
  append_signature (box, record);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static gboolean
is_chosen (FwPersonRecords *self, FwRecord *record)
{
  return self->kind == NULL || g_str_equal (self->kind, fw_record_get_kind (record)->name);
}

static void show_rows (FwPersonRecords *self);

static void
all_rows_cb (FwPersonRecords *self)
{
  self->all_rows = TRUE;
  show_rows (self);
}

static void
append_more_row (FwPersonRecords *self, guint total)
{
  g_autofree char *text = g_strdup_printf (_("Show all %u"), total);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (all_rows_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list),
                       g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", button, "activatable", FALSE, "focusable", FALSE,
                                     NULL));
}

static void
show_rows (FwPersonRecords *self)
{
  GtkWidget *row;
  guint shown = 0;
  guint total = 0;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; self->records != NULL && i < self->records->len; i++)
    {
      FwRecord *record = g_ptr_array_index (self->records, i);

      if (!is_chosen (self, record))
        continue;
      total++;
      if (self->all_rows || shown < FIRST_ROWS)
        {
          gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (self, record));
          shown++;
        }
    }
  if (shown < total)
    append_more_row (self, total);
  gtk_widget_set_visible (self->list, total > 0);
  gtk_widget_set_visible (self->none_label, total == 0);
}

static FwRecord *
record_of (GtkWidget *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "record") : NULL;
}

static void
row_activated_cb (FwPersonRecords *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_RECORD_OPENED], 0, record_of (GTK_WIDGET (row)));
}

static gboolean
list_key_cb (FwPersonRecords *self, guint key)
{
  FwRecord *record = record_of (gtk_widget_get_focus_child (self->list));

  if ((key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete) || record == NULL || !is_by_hand (record))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[SIGNAL_RECORD_REMOVED], 0, record);
  return GDK_EVENT_STOP;
}

/* The keyboard stays with the record it was on, or with the one that has taken its place. */
static void
focus_again (FwPersonRecords *self, const char *id, guint position)
{
  GtkWidget *near_it = NULL;
  guint at = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row), at++)
    {
      FwRecord *record = record_of (row);

      if (at <= position)
        near_it = row;
      if (record != NULL && g_strcmp0 (fw_record_get_id (record), id) == 0)
        {
          near_it = row;
          break;
        }
    }
  if (near_it != NULL)
    gtk_widget_grab_focus (near_it);
}

static void
chip_toggled_cb (GtkToggleButton *chip, FwPersonRecords *self)
{
  if (!gtk_toggle_button_get_active (chip))
    return;
  g_free (self->kind);
  self->kind = g_strdup (g_object_get_data (G_OBJECT (chip), "kind"));
  self->all_rows = FALSE;
  show_rows (self);
}

static GtkWidget *
append_chip (FwPersonRecords *self, const char *kind, const char *word, guint count, GtkWidget *group)
{
  g_autofree char *text = g_strdup_printf ("%s %u", word, count);
  GtkWidget *chip = gtk_toggle_button_new_with_label (text);

  gtk_widget_set_css_classes (chip, (const char *[]) { "flat", "fw-chip", NULL });
  g_object_set_data_full (G_OBJECT (chip), "kind", g_strdup (kind), g_free);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), GTK_TOGGLE_BUTTON (group));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), g_strcmp0 (kind, self->kind) == 0);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self, 0);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->chips), chip, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
  return chip;
}

static void
show_chips (FwPersonRecords *self)
{
  const FwRecordKind *kind;
  GtkWidget *child;
  GtkWidget *group;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->chips), child);
  group = append_chip (self, NULL, _("All records"), self->records->len, NULL);
  for (guint n = 0; (kind = fw_record_kinds_get_nth (n)) != NULL; n++)
    {
      guint count = 0;

      for (guint i = 0; i < self->records->len; i++)
        count += fw_record_get_kind (g_ptr_array_index (self->records, i)) == kind;
      if (count > 0)
        append_chip (self, kind->name, fw_record_words_kind (kind->name), count, group);
    }
}

static void
fw_person_records_dispose (GObject *object)
{
  FwPersonRecords *self = FW_PERSON_RECORDS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->employee_id, g_free);
  G_OBJECT_CLASS (fw_person_records_parent_class)->dispose (object);
}

static void
fw_person_records_class_init (FwPersonRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_person_records_dispose;
  signals[SIGNAL_RECORD_OPENED] = g_signal_new ("record-opened", FW_TYPE_PERSON_RECORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                NULL, G_TYPE_NONE, 1, FW_TYPE_RECORD);
  signals[SIGNAL_RECORD_REMOVED] = g_signal_new ("record-removed", FW_TYPE_PERSON_RECORDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, FW_TYPE_RECORD);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_person_records_init (FwPersonRecords *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->chips = g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE, "max-children-per-line", 12,
                              "homogeneous", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kinds of record"), -1);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Records"), -1);
  self->none_label = g_object_new (GTK_TYPE_LABEL, "label", _("Nothing on record yet. Add it here, or import reviews, "
                                                             "pay, training and more under Data."),
                                   "xalign", 0.0, "wrap", TRUE, "margin-top", 12, NULL);
  gtk_widget_add_css_class (self->none_label, "dim-label");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, keys);
  gtk_box_append (GTK_BOX (self->box), self->chips);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->none_label);
}

/* The kind that was looked at stays chosen as long as there is something of it. */
static gboolean
has_kind (GPtrArray *records, const char *kind)
{
  for (guint i = 0; kind != NULL && i < records->len; i++)
    if (g_str_equal (fw_record_get_kind (g_ptr_array_index (records, i))->name, kind))
      return TRUE;
  return FALSE;
}

/**
 * fw_person_records_dup_menu:
 *
 * Returns: (transfer full): what can be added by hand, as actions person.add-record
 */
GMenuModel *
fw_person_records_dup_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (by_hand); i++)
    {
      const gboolean seldom = i + 1 == G_N_ELEMENTS (by_hand);
      g_autoptr (GMenu) section = g_menu_new ();
      g_autoptr (GMenu) outer = g_menu_new ();

      for (guint k = 0; by_hand[i][k] != NULL; k++)
        {
          g_autofree char *action = g_strdup_printf ("person.add-record::%s", by_hand[i][k]);

          g_menu_append (section, fw_record_words_kind (by_hand[i][k]), action);
        }
      if (seldom)
        g_menu_append_submenu (outer, _("_More"), G_MENU_MODEL (section));
      g_menu_append_section (menu, NULL, G_MENU_MODEL (seldom ? outer : section));
    }
  return G_MENU_MODEL (menu);
}

/**
 * fw_person_records_show:
 * @reading: whose records to show
 *
 * Shows the records of a person. The same person's, read again, are shown as they were looked at.
 */
void
fw_person_records_show (FwPersonRecords *self, const FwPersonReading *reading)
{
  GtkWidget *focus;
  gboolean same;
  g_autofree char *focus_id = NULL;
  guint position = 0;

  g_return_if_fail (FW_IS_PERSON_RECORDS (self));

  same = g_strcmp0 (self->employee_id, fw_record_get_id (reading->person)) == 0;
  focus = same ? gtk_widget_get_focus_child (self->list) : NULL;
  if (record_of (focus) != NULL)
    {
      focus_id = g_strdup (fw_record_get_id (record_of (focus)));
      position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus));
    }
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  self->records = g_ptr_array_ref (reading->records);
  self->names = g_hash_table_ref (reading->names);
  g_free (self->employee_id);
  self->employee_id = g_strdup (fw_record_get_id (reading->person));
  if (!same || !has_kind (self->records, self->kind))
    {
      g_clear_pointer (&self->kind, g_free);
      self->all_rows = FALSE;
    }
  show_chips (self);
  gtk_widget_set_visible (self->chips, self->records->len > 0);
  show_rows (self);
  if (focus_id != NULL)
    focus_again (self, focus_id, position);
}
