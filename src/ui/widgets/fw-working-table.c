#include "config.h"

#include "ui/widgets/fw-working-table.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define ARTICLE_LINES 9.5

/* How a figure was worked out: numbered lines, the value at the right, the article beside it. Where the window is
 * narrow the article goes under the line. Signal "article-activated" (text of the article) asks for it. */
struct _FwWorkingTable
{
  GtkWidget parent_instance;

  GtkWidget *list;
  guint length;
  gboolean stacked; /* the article under the line */
};

G_DEFINE_FINAL_TYPE (FwWorkingTable, fw_working_table, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ARTICLE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
fw_working_table_dispose (GObject *object)
{
  FwWorkingTable *self = FW_WORKING_TABLE (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_working_table_parent_class)->dispose (object);
}

static void
fw_working_table_class_init (FwWorkingTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_working_table_dispose;
  signals[SIGNAL_ARTICLE_ACTIVATED] = g_signal_new ("article-activated", FW_TYPE_WORKING_TABLE, G_SIGNAL_RUN_LAST, 0,
                                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_working_table_init (FwWorkingTable *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How it was worked out"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
fw_working_table_new (void)
{
  return g_object_new (FW_TYPE_WORKING_TABLE, NULL);
}

static void
article_clicked_cb (GtkButton *button, FwWorkingTable *self)
{
  g_signal_emit (self, signals[SIGNAL_ARTICLE_ACTIVATED], 0, gtk_button_get_label (button));
}

static void
wrap_article (GtkLabel *label)
{
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);
}

/* So many lines of text high, so wide: grows with the user's text size in every language. */
static int
article_width (FwWorkingTable *self)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  int height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);
  return (int) (ARTICLE_LINES * height / PANGO_SCALE);
}

/* As wide in every row, so that the values stand under one another. A box measures what wraps by its own height: a
 * label alone would be wider in a low row. */
static GtkWidget *
hold_width (FwWorkingTable *self, GtkWidget *article)
{
  GtkWidget *clamp = adw_clamp_new ();
  int width = article_width (self);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), article);
  gtk_widget_set_size_request (clamp, width, -1);
  return clamp;
}

static GtkWidget *
new_article (FwWorkingTable *self, const char *article)
{
  GtkWidget *widget = gtk_button_new_with_label (article != NULL ? article : "");

  wrap_article (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget))));
  gtk_widget_add_css_class (widget, "flat");
  gtk_widget_add_css_class (widget, "fw-link");
  gtk_widget_add_css_class (widget, "caption");
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (widget, article);
  if (article == NULL || *article == '\0')
    {
      /* Takes up its place and nothing more. */
      gtk_widget_set_opacity (widget, 0);
      gtk_widget_set_can_target (widget, FALSE);
      gtk_widget_set_focusable (widget, FALSE);
      return widget;
    }
  g_signal_connect_object (widget, "clicked", G_CALLBACK (article_clicked_cb), self, 0);
  return widget;
}

/* The article under its line, for a table with little width. */
static GtkWidget *
stack_article (GtkWidget *line, GtkWidget *article)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_halign (article, GTK_ALIGN_START);
  gtk_widget_add_css_class (article, "fw-under");
  gtk_widget_set_visible (article, gtk_widget_get_focusable (article));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), article);
  return box;
}

static void
append_row (FwWorkingTable *self, const char *number, const char *line, const char *value, GtkWidget *article,
            const char *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *number_label = g_object_new (GTK_TYPE_LABEL, "label", number, "width-chars", 2, "xalign", 0.5, NULL);
  GtkWidget *line_label = g_object_new (GTK_TYPE_LABEL, "label", line, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE,
                                        "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 1, NULL);
  GtkWidget *value_label = g_object_new (GTK_TYPE_LABEL, "label", value, "xalign", 1.0, "selectable", TRUE,
                                         "focusable", FALSE, "can-focus", FALSE, NULL); /* it would hold Tab */
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", box, NULL);

  gtk_widget_add_css_class (box, "fw-dense-row");
  gtk_widget_add_css_class (number_label, "caption");
  gtk_widget_add_css_class (number_label, "dim-label");
  gtk_widget_add_css_class (line_label, css_class);
  gtk_widget_add_css_class (value_label, css_class);
  gtk_widget_add_css_class (value_label, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  gtk_box_append (GTK_BOX (box), number_label);
  gtk_box_append (GTK_BOX (box), self->stacked ? stack_article (line_label, article) : line_label);
  gtk_box_append (GTK_BOX (box), value_label);
  if (!self->stacked)
    gtk_box_append (GTK_BOX (box), hold_width (self, article));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/**
 * fw_working_table_append:
 * @line: what was reckoned, in words
 * @value: (nullable): its result
 * @article: (nullable): the article that says so
 */
void
fw_working_table_append (FwWorkingTable *self, const char *line, const char *value, const char *article)
{
  g_autofree char *number = NULL;

  g_return_if_fail (FW_IS_WORKING_TABLE (self));

  number = g_strdup_printf ("%u", ++self->length);
  append_row (self, number, line, value != NULL ? value : "", new_article (self, article), "body");
}

/**
 * fw_working_table_append_total:
 * @value: (nullable): the sum
 */
void
fw_working_table_append_total (FwWorkingTable *self, const char *line, const char *value)
{
  g_return_if_fail (FW_IS_WORKING_TABLE (self));
  append_row (self, "", line, value != NULL ? value : "", new_article (self, NULL), "heading");
}

/**
 * fw_working_table_set_stacked:
 * @stacked: whether lines that are appended from now on have the article under them
 */
void
fw_working_table_set_stacked (FwWorkingTable *self, gboolean stacked)
{
  g_return_if_fail (FW_IS_WORKING_TABLE (self));
  self->stacked = stacked;
}

void
fw_working_table_clear (FwWorkingTable *self)
{
  GtkWidget *row;

  g_return_if_fail (FW_IS_WORKING_TABLE (self));

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  self->length = 0;
}
