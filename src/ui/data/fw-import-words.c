#include "config.h"

#include "ui/data/fw-import-words.h"

#include <glib/gi18n.h>

#include "ui/employees/fw-record-words.h"
#include "ui/fw-language.h"
#include "ui/widgets/fw-full-text.h"
#include "ui/widgets/fw-spoken-name.h"

#define MOST_WORDS 40

/* What a cell that says nothing is written as. */
#define NOTHING "-"

/* The company's own words that a trial could make nothing of, each with a choice of what it means. Signal "changed" after a
 * choice; it is kept with the mapping. */
struct _FwImportWords
{
  GtkWidget parent_instance;

  FwImportReading *reading; /* the page's */
  GHashTable *shown;        /* of "field\ntext" */
  gboolean filling;

  GtkWidget *box;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (FwImportWords, fw_import_words, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What stands in each choice before the values of the field. */
enum
{
  CHOICE_OPEN,
  CHOICE_NOTHING,
  N_CHOICES
};

static const FwImportChoice *
nth_choice (FwImportWords *self, const FwImportField *field, guint n)
{
  GPtrArray *choices = fw_import_catalog_get_choices (self->reading->catalog, field->choices);

  return n < choices->len ? g_ptr_array_index (choices, n) : NULL;
}

static void
chosen_cb (GtkDropDown *drop, GParamSpec *pspec, FwImportWords *self)
{
  const FwImportField *field = g_object_get_data (G_OBJECT (drop), "field");
  const char *text = g_object_get_data (G_OBJECT (drop), "text");
  const guint chosen = gtk_drop_down_get_selected (drop);
  const FwImportChoice *choice = chosen >= N_CHOICES ? nth_choice (self, field, chosen - N_CHOICES) : NULL;

  if (self->filling || self->reading == NULL)
    return;
  fw_import_reading_tell_word (self->reading, field, text,
                               choice != NULL             ? choice->value
                               : chosen == CHOICE_NOTHING ? NOTHING
                                                          : NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static guint
find_position (FwImportWords *self, const FwImportField *field, const char *meaning)
{
  const FwImportChoice *choice;

  for (guint n = 0; meaning != NULL && (choice = nth_choice (self, field, n)) != NULL; n++)
    if (g_str_equal (choice->value, meaning))
      return n + N_CHOICES;
  return meaning != NULL && g_str_equal (meaning, NOTHING) ? CHOICE_NOTHING : CHOICE_OPEN;
}

static GtkWidget *
new_drop (FwImportWords *self, const FwImportField *field, const char *text, const char *meaning)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autofree char *name = g_strdup_printf (_("What “%s” means"), text);
  const FwImportChoice *choice;
  GtkWidget *drop;

  gtk_string_list_append (words, _("Choose…"));
  gtk_string_list_append (words, _("Nothing: leave it empty"));
  for (guint n = 0; (choice = nth_choice (self, field, n)) != NULL; n++)
    gtk_string_list_append (words, fw_record_words_choice (choice->value));
  drop = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), find_position (self, field, meaning));
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  fw_spoken_name_follow_choice (drop, name);
  g_object_set_data (G_OBJECT (drop), "field", (gpointer) field);
  g_object_set_data_full (G_OBJECT (drop), "text", g_strdup (text), g_free);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (chosen_cb), self, 0);
  return drop;
}

static void
append_word (FwImportWords *self, const FwImportField *field, const char *text, const char *meaning)
{
  const char *column = g_str_equal (fw_language_get (), "zh") ? field->zh : field->en;
  char *key = g_strdup_printf ("%s\n%s", field->id, text);
  GtkWidget *box, *texts, *text_label, *column_label;

  if (g_hash_table_size (self->shown) >= MOST_WORDS || !g_hash_table_add (self->shown, key))
    return;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  texts = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER,
                        NULL);
  text_label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  column_label = g_object_new (GTK_TYPE_LABEL, "label", column, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (box, "fw-row");
  gtk_widget_add_css_class (text_label, "heading");
  gtk_widget_set_css_classes (column_label, (const char *[]) { "caption", "dim-label", NULL });
  fw_full_text_offer (GTK_LABEL (text_label));
  gtk_box_append (GTK_BOX (texts), text_label);
  gtk_box_append (GTK_BOX (texts), column_label);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), new_drop (self, field, text, meaning));
  gtk_list_box_append (GTK_LIST_BOX (self->list), g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", FALSE,
                                                                "focusable", FALSE, NULL));
}

static void
clear (FwImportWords *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  g_hash_table_remove_all (self->shown);
}

static void
fw_import_words_dispose (GObject *object)
{
  FwImportWords *self = FW_IMPORT_WORDS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  G_OBJECT_CLASS (fw_import_words_parent_class)->dispose (object);
}

static void
fw_import_words_class_init (FwImportWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_import_words_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FW_TYPE_IMPORT_WORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_import_words_init (FwImportWords *self)
{
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _("What these words mean"), "xalign", 0.0, "wrap", TRUE, NULL);

  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What these words mean"),
                                  -1);
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * fw_import_words_show:
 * @reading: (nullable): the file; it stays the caller's and must live as long as it is shown. %NULL forgets what was shown
 * @plan: (nullable): what the newest trial found; %NULL where another file or kind is meant
 *
 * Shows the words that somebody has told the meaning of, and those of which nobody knows it. Words that are shown stay, so
 * that a choice can be taken back.
 */
void
fw_import_words_show (FwImportWords *self, FwImportReading *reading, FwImportPlan *plan)
{
  g_return_if_fail (FW_IS_IMPORT_WORDS (self));

  self->filling = TRUE;
  if (reading != self->reading || plan == NULL)
    clear (self);
  self->reading = reading;
  for (guint i = 0; reading != NULL && i < reading->words->len; i++)
    {
      const FwImportWord *word = g_ptr_array_index (reading->words, i);
      const FwImportField *field = fw_import_kind_find_field (reading->kind, word->field);

      if (field != NULL && field->type == FW_IMPORT_CHOICE)
        append_word (self, field, word->text, word->meaning);
    }
  for (guint i = 0; reading != NULL && plan != NULL && i < fw_import_plan_get_n_problems (plan); i++)
    {
      const FwImportProblem *problem = fw_import_plan_get_problem (plan, i);

      if (problem->field != NULL && problem->value != NULL && problem->fault.reason != NULL &&
          g_str_equal (problem->fault.reason, "choice"))
        append_word (self, problem->field, problem->value, NULL);
    }
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), g_hash_table_size (self->shown) > 0);
}
