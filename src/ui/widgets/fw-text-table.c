#include "config.h"

#include "ui/widgets/fw-text-table.h"

#include "ui/widgets/fw-spoken-name.h"

/* What parts the cells of a row in the list behind the table; no cell can have it. */
#define BETWEEN_CELLS "\x1f"

/* A row is to be read, not acted upon: it is said as a whole, and the keyboard does not stop at it. */
static void
name_row (GtkWidget *row, const char *const *cells)
{
  g_autofree char *name = g_strjoinv (", ", (char **) cells);

  fw_spoken_name_set (row, name);
  gtk_widget_set_focusable (row, FALSE);
}

static void
mapped_cb (GtkWidget *label)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (label));

  name_row (row, g_object_get_data (G_OBJECT (label), "cells"));
}

static void
set_up_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gboolean first = g_object_get_data (G_OBJECT (factory), "first") != NULL;

  /* A long name gives way to the figures. */
  gtk_label_set_xalign (GTK_LABEL (label), first ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), first ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), first ? 8 : -1);
  gtk_widget_add_css_class (label, "numeric");
  g_signal_connect (label, "map", G_CALLBACK (mapped_cb), NULL);
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  char **cells = g_strsplit (gtk_string_object_get_string (gtk_list_item_get_item (item)), BETWEEN_CELLS, -1);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), cells[column]);
  gtk_widget_set_tooltip_text (label, column == 0 ? cells[column] : NULL);
  g_object_set_data_full (G_OBJECT (label), "cells", cells, (GDestroyNotify) g_strfreev);
  if (gtk_widget_get_mapped (label))
    mapped_cb (label);
}

static void
add_column (GtkColumnView *view, const char *heading, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = gtk_column_view_column_new (heading, factory);

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (factory), "first", column == 0 ? view : NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cell_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), NULL);
  gtk_column_view_column_set_expand (added, column == 0);
  gtk_column_view_append_column (view, added);
}

/**
 * fw_text_table_clear:
 *
 * Takes rows and columns away.
 */
void
fw_text_table_clear (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  gtk_column_view_set_model (view, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
}

/* Headings stand over their figures. */
static void
align_headings (GtkWidget *header)
{
  GtkWidget *title = gtk_widget_get_first_child (header);

  while (title != NULL && (title = gtk_widget_get_next_sibling (title)) != NULL)
    if (gtk_widget_get_first_child (title) != NULL)
      gtk_widget_set_halign (gtk_widget_get_first_child (title), GTK_ALIGN_END);
}

/**
 * fw_text_table_fill:
 * @headings: ended by %NULL
 * @rows: (element-type GStrv): a cell for each heading
 *
 * Shows a table of texts: the first column to the left, figures to the right. What was shown before is gone.
 */
void
fw_text_table_fill (GtkColumnView *view, const char *const *headings, GPtrArray *rows)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  fw_text_table_clear (view);
  for (guint i = 0; headings[i] != NULL; i++)
    add_column (view, headings[i], i);
  for (guint i = 0; i < rows->len; i++)
    gtk_string_list_take (list, g_strjoinv (BETWEEN_CELLS, rows->pdata[i]));
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (list))));
  name_row (gtk_widget_get_first_child (GTK_WIDGET (view)), headings);
  align_headings (gtk_widget_get_first_child (GTK_WIDGET (view)));
}
