#include "config.h"

#include "ui/calculators/fw-calculator-result.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ui/calculators/fw-calculator-form.h"
#include "ui/departure/fw-case-words.h"
#include "ui/widgets/fw-working-table.h"

struct _FwCalculatorResult
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *answer_label;
  GtkWidget *answer_name;
  GtkWidget *others;      /* the further figures, a row each */
  GtkWidget *missing;
  GtkWidget *working_title;
  FwWorkingTable *working;
  GtkWidget *remarks;     /* notes and other readings */
  GHashTable *quotations; /* article → what it says */
};

G_DEFINE_FINAL_TYPE (FwCalculatorResult, fw_calculator_result, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "selectable", TRUE, "focusable", FALSE, "can-focus", FALSE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
dup_with_unit (const FwReckoningRow *row)
{
  const char *unit = fw_calculator_unit (row->type, NULL);

  if (row->value == NULL)
    return g_strdup (_("not known yet"));
  return unit != NULL ? g_strdup_printf ("%s %s", row->value, unit) : g_strdup (row->value);
}

/**
 * fw_calculator_result_list:
 *
 * Returns: (transfer full) (element-type FwReckoningRow): what came out, as people read it
 */
GPtrArray *
fw_calculator_result_list (const FwReckoning *reckoning)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_reckoning_row_free);

  for (guint i = 0; i < reckoning->outputs->len; i++)
    {
      const FwReckoningRow *row = g_ptr_array_index (reckoning->outputs, i);
      g_autofree char *shown = dup_with_unit (row);

      g_ptr_array_add (rows, fw_reckoning_row_new (row->name, row->text, shown));
    }
  return rows;
}

static void
add_other (FwCalculatorResult *self, const FwReckoningRow *row)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = new_label (row->text, "dim-label");
  g_autofree char *shown = dup_with_unit (row);
  GtkWidget *value = new_label (shown, "numeric");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), value);
  gtk_box_append (GTK_BOX (self->others), line);
}

static void
show_figures (FwCalculatorResult *self, const FwReckoning *reckoning)
{
  const FwReckoningRow *answer = reckoning->answer;
  g_autofree char *answer_text = NULL;

  fw_box_clear (GTK_BOX (self->others));
  answer_text = answer != NULL && answer->value != NULL ? dup_with_unit (answer) : g_strdup ("—");
  gtk_label_set_label (GTK_LABEL (self->answer_label), answer_text);
  gtk_label_set_label (GTK_LABEL (self->answer_name), answer != NULL ? answer->text : "");
  for (guint i = 0; i < reckoning->outputs->len; i++)
    {
      const FwReckoningRow *row = g_ptr_array_index (reckoning->outputs, i);

      if (row != answer)
        add_other (self, row);
    }
  gtk_widget_set_visible (self->others, gtk_widget_get_first_child (self->others) != NULL);
}

/* What is still to be said, in one line. */
static void
show_missing (FwCalculatorResult *self, const FwReckoning *reckoning, gboolean told)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < reckoning->asked->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? _(", ") : "", ((FwReckoningRow *) g_ptr_array_index (reckoning->asked, i))->text);
  text = told ? g_strdup_printf (_("Still needed: %s"), list->str) : g_strdup (_("Fill in the left side; the result follows at once."));
  gtk_label_set_label (GTK_LABEL (self->missing), text);
  gtk_widget_set_visible (self->missing, list->len > 0);
}

static void
show_working (FwCalculatorResult *self, const FwReckoning *reckoning)
{
  fw_working_table_clear (self->working);
  g_hash_table_remove_all (self->quotations);
  gtk_widget_set_visible (GTK_WIDGET (self->working), reckoning->working->len > 0);
  gtk_widget_set_visible (self->working_title, reckoning->working->len > 0);
  for (guint i = 0; i < reckoning->working->len; i++)
    {
      const FwReckoningRow *row = g_ptr_array_index (reckoning->working, i);

      /* A line that says its figure need not say it twice. */
      fw_working_table_append (self->working, row->text, strstr (row->text, row->value) == NULL ? row->value : NULL, row->article);
      if (row->article != NULL && row->quotation != NULL)
        g_hash_table_insert (self->quotations, g_strdup (row->article), g_strdup (row->quotation));
    }
}

static void
add_remark (FwCalculatorResult *self, const char *css_class, const char *icon_name, const char *title, const char *text)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *body = new_label (text, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "fw-beside");
  gtk_widget_add_css_class (card, "fw-card");
  gtk_widget_add_css_class (card, css_class);
  if (title != NULL)
    gtk_box_append (GTK_BOX (texts), new_label (title, "heading"));
  gtk_widget_set_hexpand (body, TRUE);
  gtk_box_append (GTK_BOX (texts), body);
  gtk_box_append (GTK_BOX (card), icon);
  gtk_box_append (GTK_BOX (card), texts);
  gtk_box_append (GTK_BOX (self->remarks), card);
}

static void
show_remarks (FwCalculatorResult *self, const FwReckoning *reckoning)
{
  fw_box_clear (GTK_BOX (self->remarks));
  for (guint i = 0; i < reckoning->notes->len; i++)
    add_remark (self, "warn", "dialog-warning-symbolic", NULL, ((FwReckoningRow *) g_ptr_array_index (reckoning->notes, i))->text);
  for (guint i = 0; i < reckoning->readings->len; i++)
    {
      const FwReckoningRow *row = g_ptr_array_index (reckoning->readings, i);
      g_auto (GStrv) parts = g_strsplit (row->text, "\t", 3);
      /* Translators: another reading of the law: what is then chosen, of which figure, the figure. */
      g_autofree char *text = g_strdup_printf (_("%s: %s %s"), parts[1], parts[2], row->value);

      add_remark (self, "tint", "dialog-question-symbolic", parts[0], text);
    }
}

static void
article_activated_cb (FwCalculatorResult *self, const char *article)
{
  fw_case_show_article (GTK_WIDGET (self->working), article, g_hash_table_lookup (self->quotations, article), NULL);
}

static void
fw_calculator_result_dispose (GObject *object)
{
  FwCalculatorResult *self = FW_CALCULATOR_RESULT (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->quotations, g_hash_table_unref);
  G_OBJECT_CLASS (fw_calculator_result_parent_class)->dispose (object);
}

static void
fw_calculator_result_class_init (FwCalculatorResultClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_calculator_result_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_calculator_result_init (FwCalculatorResult *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->quotations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->answer_label = new_label ("—", "fw-figure");
  self->answer_name = new_label ("", "dim-label");
  self->others = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->missing = new_label ("", "caption");
  self->working_title = new_label (_("How it was worked out"), "heading");
  self->working = FW_WORKING_TABLE (fw_working_table_new ());
  self->remarks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (card, "fw-card");
  gtk_widget_set_margin_top (self->others, 6);
  gtk_box_append (GTK_BOX (card), self->answer_label);
  gtk_box_append (GTK_BOX (card), self->answer_name);
  gtk_box_append (GTK_BOX (card), self->others);
  gtk_box_append (GTK_BOX (card), self->missing);
  fw_working_table_set_stacked (self->working, TRUE);
  g_signal_connect_object (self->working, "article-activated", G_CALLBACK (article_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), card);
  gtk_box_append (GTK_BOX (self->box), self->working_title);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->working));
  gtk_box_append (GTK_BOX (self->box), self->remarks);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * fw_calculator_result_show:
 * @told: whether a person has filled in anything yet
 */
void
fw_calculator_result_show (FwCalculatorResult *self, const FwReckoning *reckoning, gboolean told)
{
  g_return_if_fail (FW_IS_CALCULATOR_RESULT (self));

  show_figures (self, reckoning);
  show_missing (self, reckoning, told);
  show_working (self, reckoning);
  show_remarks (self, reckoning);
  fw_calculator_result_set_stale (self, FALSE);
}

/**
 * fw_calculator_result_set_stale:
 * @stale: whether something is filled in that cannot be reckoned with: the last result stays, in grey
 */
void
fw_calculator_result_set_stale (FwCalculatorResult *self, gboolean stale)
{
  g_return_if_fail (FW_IS_CALCULATOR_RESULT (self));
  gtk_widget_set_opacity (self->box, stale ? 0.55 : 1.0);
}
