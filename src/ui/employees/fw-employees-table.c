#include "config.h"

#include "ui/employees/fw-employees-table.h"

#include <glib/gi18n.h>

#include "ui/employees/fw-employee-slot.h"
#include "ui/employees/fw-record-words.h"
#include "ui/widgets/fw-full-text.h"

#define TODAY "fw-today"
#define VIEW "fw-view"

/* The columns of the list of employees. */
typedef struct
{
  const char *field;
  const char *title;
  gboolean expands;
  gboolean wide_only; /* left out where the window is narrow */
} Column;

static const Column columns[] = {
  { "name", N_("Name"), TRUE, FALSE },
  { "number", N_("Number"), FALSE, FALSE },
  { "department", N_("Department"), TRUE, FALSE },
  { "position", N_("Position"), TRUE, TRUE },
  { "hired", N_("Tenure"), FALSE, TRUE },
  { "contract-end", N_("Contract until"), FALSE, TRUE },
  { "status", N_("Status"), FALSE, FALSE },
};

/* A cell may be filled before it stands in the table, so the table is asked by its columns. */
static FwDate
today_of (GtkListItem *item)
{
  const FwDate *today = g_object_get_data (g_object_get_data (G_OBJECT (item), VIEW), TODAY);

  return today != NULL ? *today : FW_DATE_UNKNOWN;
}

static char *
describe_tenure (FwRecord *record, GtkListItem *item)
{
  FwDate hired = fw_record_get_date (record, "hired");
  FwDate left = fw_record_get_date (record, "left");
  FwDate until = fw_date_is_known (left) ? left : today_of (item);

  if (!fw_date_is_known (hired) || !fw_date_is_known (until) || fw_date_compare (until, hired) < 0)
    return g_strdup ("");
  return fw_record_words_span (fw_date_span (hired, until).months);
}

static char *
describe_cell (const Column *column, FwRecord *record, GtkListItem *item)
{
  const char *value = fw_record_get (record, column->field);

  if (g_str_equal (column->field, "hired"))
    return describe_tenure (record, item);
  if (g_str_equal (column->field, "status"))
    return g_strdup (fw_record_words_choice (value != NULL ? value : "active"));
  if (g_str_equal (column->field, "contract-end") && value == NULL)
    return g_strdup (g_strcmp0 (fw_record_get (record, "contract"), "open-ended") == 0
                       ? fw_record_words_choice ("open-ended")
                       : "");
  return g_strdup (value != NULL ? value : "");
}

static void
show_cell (GtkListItem *item, const Column *column)
{
  FwEmployeeSlot *slot = gtk_list_item_get_item (item);
  FwRecord *record = slot != NULL ? fw_employee_slot_get_record (slot) : NULL;
  GtkWidget *cell = gtk_list_item_get_child (item);
  GtkWidget *label = GTK_IS_LABEL (cell) ? cell : gtk_widget_get_last_child (cell);
  g_autofree char *text = record != NULL ? describe_cell (column, record, item) : g_strdup ("");

  gtk_label_set_label (GTK_LABEL (label), text);
  if (label != cell)
    adw_avatar_set_text (ADW_AVATAR (gtk_widget_get_first_child (cell)), text);
  if (g_str_equal (column->field, "status") && record != NULL
      && g_strcmp0 (fw_record_get (record, "status"), "leaving") == 0)
    gtk_widget_set_css_classes (label, (const char *[]) { "fw-text", "accent", "heading", NULL });
  else if (g_str_equal (column->field, "status"))
    gtk_widget_set_css_classes (label, (const char *[]) { NULL });
}

static void
record_came_cb (FwEmployeeSlot *slot, GParamSpec *pspec, GtkListItem *item)
{
  show_cell (item, g_object_get_data (G_OBJECT (item), "column"));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0,
                                   "ellipsize", column->expands ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_NONE,
                                   "max-width-chars", column->expands ? 18 : -1,
                                   NULL);
  GtkWidget *box;
  GtkWidget *avatar;

  g_object_set_data (G_OBJECT (item), "column", (gpointer) column);
  g_object_set_data (G_OBJECT (item), VIEW, g_object_get_data (G_OBJECT (factory), VIEW));
  fw_full_text_offer (GTK_LABEL (label));
  if (g_str_equal (column->field, "number") || g_str_equal (column->field, "contract-end"))
    gtk_widget_add_css_class (label, "numeric");
  if (g_str_equal (column->field, "number"))
    gtk_widget_add_css_class (label, "dim-label");
  if (!g_str_equal (column->field, "name"))
    {
      gtk_list_item_set_child (item, label);
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  avatar = adw_avatar_new (26, NULL, TRUE);
  gtk_widget_add_css_class (avatar, "fw-avatar");
  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_width_chars (GTK_LABEL (label), 7);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
  show_cell (item, column);
  g_signal_connect (gtk_list_item_get_item (item), "notify::record", G_CALLBACK (record_came_cb), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), record_came_cb, item);
}

/**
 * fw_employees_table_fill:
 *
 * Gives @view the columns of the list of employees.
 */
void
fw_employees_table_fill (GtkColumnView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_object_set_data (G_OBJECT (factory), VIEW, view);
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) &columns[i]);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) &columns[i]);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), (gpointer) &columns[i]);
      column = gtk_column_view_column_new (_(columns[i].title), factory);
      gtk_column_view_column_set_expand (column, columns[i].expands);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (view, column);
    }
}

/**
 * fw_employees_table_set_today:
 * @today: the day on which tenure is counted
 */
void
fw_employees_table_set_today (GtkColumnView *view, FwDate today)
{
  g_object_set_data_full (G_OBJECT (view), TODAY, g_memdup2 (&today, sizeof today), g_free);
}

/**
 * fw_employees_table_set_narrow:
 * @narrow: leaves out what does not tell people apart
 */
void
fw_employees_table_set_narrow (GtkColumnView *view, gboolean narrow)
{
  GListModel *shown = gtk_column_view_get_columns (view);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);

      gtk_column_view_column_set_visible (column, !narrow || !columns[i].wide_only);
    }
}
