#include "config.h"

#include "ui/data/fw-import-columns.h"

#include <glib/gi18n.h>

#include "ui/fw-language.h"
#include "ui/widgets/fw-full-text.h"
#include "ui/widgets/fw-spoken-name.h"

#define EXAMPLES 3
#define EXAMPLE_ROWS 200

/* What each column is: its heading, examples, and a choice of the fields of the kind. Signal "changed" after a choice. */
struct _FwImportColumns
{
  GtkWidget parent_instance;

  FwImportReading *reading; /* the page's */
  GPtrArray *drops;         /* GtkDropDown of each column */
  gboolean filling;

  GtkWidget *box;
  GtkLabel *count_label;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (FwImportColumns, fw_import_columns, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
field_word (const FwImportField *field)
{
  return g_str_equal (fw_language_get (), "zh") ? field->zh : field->en;
}

/* Identity numbers, telephone numbers and accounts are not shown to whoever looks over the shoulder. */
static char *
mask (const char *text)
{
  const glong length = g_utf8_strlen (text, -1);
  g_autofree char *head = g_utf8_substring (text, 0, MIN (length, 3));

  return length > 3 ? g_strconcat (head, "****", NULL) : g_strdup ("****");
}

static gboolean
is_repeated (GPtrArray *texts, const char *text)
{
  for (guint i = 0; i < texts->len; i++)
    if (g_str_equal (g_ptr_array_index (texts, i), text))
      return TRUE;
  return FALSE;
}

static char *
find_examples (FwImportReading *reading, guint column)
{
  const FwImportField *field = g_ptr_array_index (reading->fields, column);
  const guint rows = MIN (fw_table_get_n_rows (reading->table), EXAMPLE_ROWS);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < rows && texts->len < EXAMPLES; row++)
    {
      const char *cell = fw_table_get_cell (reading->table, row, column);

      if (cell == NULL || *cell == '\0')
        continue;
      if (field != NULL && field->sensitive)
        {
          g_ptr_array_add (texts, mask (cell));
          break;
        }
      if (!is_repeated (texts, cell))
        g_ptr_array_add (texts, g_strdup (cell));
    }
  g_ptr_array_add (texts, NULL);
  /* TRANSLATORS: between the examples of a list. */
  return g_strjoinv (_(", "), (char **) texts->pdata);
}

/* What stands in each choice before the fields of the kind. */
enum
{
  CHOICE_NONE,
  CHOICE_OWN,
  N_CHOICES
};

static guint
find_position (FwImportReading *reading, guint column)
{
  GPtrArray *fields = reading->kind->fields;

  for (guint i = 0; i < fields->len; i++)
    if (g_ptr_array_index (fields, i) == g_ptr_array_index (reading->fields, column))
      return i + N_CHOICES;
  return g_array_index (reading->own, gboolean, column) ? CHOICE_OWN : CHOICE_NONE;
}

static void
show_count (FwImportColumns *self)
{
  guint known = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->reading->fields->len; i++)
    known += find_position (self->reading, i) != CHOICE_NONE;
  text = g_strdup_printf (_("%u of %u columns understood"), known, self->reading->fields->len);
  gtk_label_set_label (self->count_label, text);
}

static void
show_mark (GtkDropDown *drop)
{
  GtkWidget *mark = g_object_get_data (G_OBJECT (drop), "mark");
  gboolean understood = gtk_drop_down_get_selected (drop) != CHOICE_NONE;

  gtk_image_set_from_icon_name (GTK_IMAGE (mark), understood ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (mark, (const char *[]) { "fw-mark", understood ? "clear" : "warn", NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  understood ? _("Understood") : _("Not imported"), -1);
}

/* A field has one column: the one that had it before is not imported any more. */
static void
chosen_cb (GtkDropDown *drop, GParamSpec *pspec, FwImportColumns *self)
{
  const guint chosen = gtk_drop_down_get_selected (drop);
  gpointer field = chosen >= N_CHOICES ? g_ptr_array_index (self->reading->kind->fields, chosen - N_CHOICES) : NULL;

  if (self->filling)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < self->drops->len; i++)
    {
      GtkDropDown *other = g_ptr_array_index (self->drops, i);

      if (other == drop)
        {
          self->reading->fields->pdata[i] = field;
          g_array_index (self->reading->own, gboolean, i) = chosen == CHOICE_OWN;
        }
      else if (field != NULL && self->reading->fields->pdata[i] == field)
        {
          self->reading->fields->pdata[i] = NULL;
          gtk_drop_down_set_selected (other, CHOICE_NONE);
        }
      show_mark (other);
    }
  self->filling = FALSE;
  show_count (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
new_drop (FwImportColumns *self, GListModel *words, guint column, const char *heading)
{
  GtkWidget *drop = gtk_drop_down_new (g_object_ref (words), NULL);
  g_autofree char *name = g_strdup_printf (_("What “%s” is"), heading);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), find_position (self->reading, column));
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  fw_spoken_name_follow_choice (drop, name);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (chosen_cb), self, 0);
  g_ptr_array_add (self->drops, drop);
  return drop;
}

static void
append_column (FwImportColumns *self, GListModel *words, guint column)
{
  const char *given = fw_table_get_heading (self->reading->table, column);
  g_autofree char *heading = given != NULL && *given != '\0' ? g_strdup (given)
                                                             : g_strdup_printf (_("Column %u"), column + 1);
  g_autofree char *examples = find_examples (self->reading, column);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "valign",
                                   GTK_ALIGN_CENTER, NULL);
  GtkWidget *heading_label = g_object_new (GTK_TYPE_LABEL, "label", heading, "xalign", 0.0, "ellipsize",
                                           PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *examples_label = g_object_new (GTK_TYPE_LABEL, "label", examples, "xalign", 0.0, "ellipsize",
                                            PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *drop = new_drop (self, words, column, heading);
  GtkWidget *mark = gtk_image_new ();

  gtk_widget_add_css_class (box, "fw-row");
  fw_full_text_offer (GTK_LABEL (heading_label));
  fw_full_text_offer (GTK_LABEL (examples_label));
  gtk_widget_add_css_class (heading_label, "heading");
  gtk_widget_set_css_classes (examples_label, (const char *[]) { "caption", "dim-label", "numeric", NULL });
  gtk_widget_set_visible (examples_label, *examples != '\0');
  g_object_set_data (G_OBJECT (drop), "mark", mark);
  gtk_box_append (GTK_BOX (texts), heading_label);
  gtk_box_append (GTK_BOX (texts), examples_label);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), drop);
  gtk_box_append (GTK_BOX (box), mark);
  show_mark (GTK_DROP_DOWN (drop));
  gtk_list_box_append (GTK_LIST_BOX (self->list), g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable",
                                                                FALSE, "focusable", FALSE, NULL));
}

static void
fw_import_columns_dispose (GObject *object)
{
  FwImportColumns *self = FW_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->drops, g_ptr_array_unref);
  G_OBJECT_CLASS (fw_import_columns_parent_class)->dispose (object);
}

static void
fw_import_columns_class_init (FwImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_import_columns_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FW_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_import_columns_init (FwImportColumns *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _("What each column is"), "xalign", 0.0, "hexpand", TRUE,
                                   "wrap", TRUE, NULL);

  self->drops = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->count_label = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "dim-label");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->count_label));
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What each column is"),
                                  -1);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), self->list);
}

/**
 * fw_import_columns_show:
 * @reading: (nullable): the file; it stays the caller's, must live as long as it is shown, and its fields are changed by
 *   what is chosen here
 */
void
fw_import_columns_show (FwImportColumns *self, FwImportReading *reading)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *row;

  g_return_if_fail (FW_IS_IMPORT_COLUMNS (self));

  g_ptr_array_set_size (self->drops, 0);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  self->reading = reading;
  if (reading == NULL)
    return;
  gtk_string_list_append (words, _("Do not import"));
  gtk_string_list_append (words, _("A field of our own"));
  for (guint i = 0; i < reading->kind->fields->len; i++)
    gtk_string_list_append (words, field_word (g_ptr_array_index (reading->kind->fields, i)));
  for (guint column = 0; column < reading->fields->len; column++)
    append_column (self, G_LIST_MODEL (words), column);
  show_count (self);
}
