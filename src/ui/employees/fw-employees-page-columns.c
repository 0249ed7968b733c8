#include "config.h"

#include "ui/employees/fw-employees-page-private.h"

#include <glib/gi18n.h>

#include "ui/employees/fw-employee-columns.h"

/* Which columns the list shows and how wide they are: kept with the window's settings. */

#define KEY_COLUMNS "employee-columns"
#define KEY_WIDTHS "employee-column-widths"

static GStrv
dup_chosen (FwEmployeesPage *self)
{
  g_auto (GStrv) kept = self->settings != NULL ? g_settings_get_strv (self->settings, KEY_COLUMNS) : NULL;

  return kept != NULL && kept[0] != NULL ? g_steal_pointer (&kept) : fw_employee_columns_dup_usual (FALSE);
}

/* In a narrow window only what tells people apart, of what was chosen. */
static GStrv
keep_narrow (char **chosen)
{
  g_auto (GStrv) usual = fw_employee_columns_dup_usual (TRUE);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; chosen[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) usual, chosen[i]))
      g_strv_builder_add (kept, chosen[i]);
  return g_strv_builder_end (kept);
}

static void
show_widths (FwEmployeesPage *self)
{
  g_autoptr (GVariant) widths = self->settings != NULL ? g_settings_get_value (self->settings, KEY_WIDTHS) : NULL;
  guint n_columns = 0;
  const FwGridColumn *columns = fw_employee_columns_get (&n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      int width = 0;

      if (widths != NULL)
        g_variant_lookup (widths, columns[i].id, "i", &width);
      fw_grid_set_column_width (self->grid, columns[i].id, width);
    }
}

/* Shows the chosen columns, as wide as somebody made them. */
void
_fw_employees_page_show_columns (FwEmployeesPage *self)
{
  g_auto (GStrv) chosen = dup_chosen (self);
  g_auto (GStrv) narrow = keep_narrow (chosen);
  gboolean tell_apart = fw_adaptive_widget_get_narrow (self) && narrow[0] != NULL;

  self->showing_columns = TRUE;
  show_widths (self);
  fw_grid_set_shown (self->grid, (const char *const *) (tell_apart ? narrow : chosen));
  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->column_boxes)); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    {
      const char *id = g_object_get_data (G_OBJECT (box), "id");

      if (id != NULL)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (box), g_strv_contains ((const char *const *) chosen, id));
    }
  self->showing_columns = FALSE;
}

static void
widths_changed_cb (FwEmployeesPage *self)
{
  GVariantBuilder widths;
  guint n_columns = 0;
  const FwGridColumn *columns = fw_employee_columns_get (&n_columns);

  if (self->settings == NULL)
    return;
  g_variant_builder_init (&widths, G_VARIANT_TYPE ("a{si}"));
  for (guint i = 0; i < n_columns; i++)
    if (fw_grid_get_column_width (self->grid, columns[i].id) > 0)
      g_variant_builder_add (&widths, "{si}", columns[i].id, fw_grid_get_column_width (self->grid, columns[i].id));
  g_settings_set_value (self->settings, KEY_WIDTHS, g_variant_builder_end (&widths));
}

static GStrv
dup_ticked (FwEmployeesPage *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->column_boxes)); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    if (GTK_IS_CHECK_BUTTON (box) && gtk_check_button_get_active (GTK_CHECK_BUTTON (box)))
      g_strv_builder_add (ids, g_object_get_data (G_OBJECT (box), "id"));
  return g_strv_builder_end (ids);
}

static void
keep_columns (FwEmployeesPage *self, const char *const *ids)
{
  if (self->settings != NULL)
    g_settings_set_strv (self->settings, KEY_COLUMNS, ids);
  _fw_employees_page_show_columns (self);
}

static void
ticked_cb (FwEmployeesPage *self)
{
  g_auto (GStrv) ticked = dup_ticked (self);

  if (!self->showing_columns)
    keep_columns (self, (const char *const *) ticked);
}

static void
reset_columns_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwEmployeesPage *self = FW_EMPLOYEES_PAGE (widget);

  if (self->settings != NULL)
    {
      g_settings_reset (self->settings, KEY_COLUMNS);
      g_settings_reset (self->settings, KEY_WIDTHS);
    }
  _fw_employees_page_show_columns (self);
}

/* One box for each column; the name always stands, or nobody could be told apart. */
void
_fw_employees_page_build_columns (FwEmployeesPage *self)
{
  guint n_columns = 0;
  const FwGridColumn *columns = fw_employee_columns_get (&n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      GtkWidget *box = gtk_check_button_new_with_label (gettext (columns[i].title));

      g_object_set_data (G_OBJECT (box), "id", (gpointer) columns[i].id);
      gtk_widget_set_sensitive (box, i > 0);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (box), i == 0);
      gtk_box_append (self->column_boxes, box);
    }
  _fw_employees_page_show_columns (self);
  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->column_boxes)); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    g_signal_connect_swapped (box, "toggled", G_CALLBACK (ticked_cb), self);
  g_signal_connect_object (self->grid, "columns-changed", G_CALLBACK (widths_changed_cb), self, G_CONNECT_SWAPPED);
}

/* The ids of the chosen columns joined by '|', for a view; (transfer full). */
char *
_fw_employees_page_dup_columns (FwEmployeesPage *self)
{
  g_auto (GStrv) chosen = dup_chosen (self);

  return g_strjoinv ("|", chosen);
}

/* Chooses the columns of a view. */
void
_fw_employees_page_take_columns (FwEmployeesPage *self, const char *joined)
{
  g_auto (GStrv) ids = g_strsplit (joined, "|", -1);

  keep_columns (self, (const char *const *) ids);
}

void
_fw_employees_page_class_add_columns (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "employees.reset-columns", NULL, reset_columns_cb);
}
