#include "config.h"

#include "ui/employees/fw-employees-page-private.h"

#include <glib/gi18n.h>

#include "ui/employees/fw-employee-columns.h"
#include "ui/fw-settings.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tab-through.h"
#include "ui/window/fw-window.h"

/* Less than half a frame: what a search holds the window for at most. */
#define PATIENCE_MS 6

/* Find people. Signal "person-chosen" carries the id of the one to open. */
G_DEFINE_FINAL_TYPE (FwEmployeesPage, fw_employees_page, FW_TYPE_ADAPTIVE_WIDGET)

enum
{
  SIGNAL_PERSON_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_filtered (FwEmployeesPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0' || fw_employee_filters_is_set (self->filters);
}

/* Asks anew for what is typed and chosen. */
void
_fw_employees_page_search_now (FwEmployeesPage *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  FwEmployeeFilter filter = { .order = self->order, .descending = self->descending };

  if (self->workplace == NULL)
    return;
  self->fresh = TRUE;
  fw_employee_filters_fill (self->filters, &filter, fw_workplace_get_today (self->workplace));
  fw_employee_list_search (self->list, g_strstrip (text), &filter);
}

static void
search_changed_cb (FwEmployeesPage *self)
{
  _fw_employees_page_search_now (self);
}

static void
show_count (FwEmployeesPage *self, guint found)
{
  const guint total = fw_employee_list_get_total (self->list);
  const FwGridColumn *column = fw_employee_columns_find (self->order != NULL ? self->order : "name");
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  if (is_filtered (self))
    /* TRANSLATORS: how many people of how many are listed. */
    count = g_strdup_printf (_("%'u of %'u people"), found, MAX (total, found));
  else
    count = g_strdup_printf (ngettext ("%'u person", "%'u people", found), found);
  /* TRANSLATORS: how many people, and the column by which they are sorted. */
  text = g_strdup_printf (_("%s · by %s"), count, gettext (column->title));
  gtk_inscription_set_text (self->count_label, text);
}

static void
show_range (FwEmployeesPage *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *text = NULL;
  guint first = 0, last = 0;

  if (n == 0)
    {
      gtk_inscription_set_text (self->range_label, "");
      return;
    }
  fw_grid_get_visible (self->grid, &first, &last);
  text = g_strdup_printf (_("Rows %'u–%'u"), first + 1, last + 1);
  gtk_inscription_set_text (self->range_label, text);
}

static void
show_no_hit (FwEmployeesPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *title = *text != '\0' ? g_strdup_printf (_("Nothing found for “%s”"), text)
                                         : g_strdup (_("Nothing found"));
  g_autofree char *markup = g_markup_escape_text (title, -1);

  adw_status_page_set_title (self->no_hit_page, markup);
  gtk_stack_set_visible_child_name (self->states, "no-hit");
}

static void
settled_cb (FwEmployeesPage *self)
{
  const guint found = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  if (self->fresh)
    fw_grid_go_to_top (self->grid);
  self->fresh = FALSE;
  show_count (self, found);
  gtk_widget_set_visible (self->tools, found > 0 || is_filtered (self));
  if (found == 0 && is_filtered (self))
    {
      show_no_hit (self);
    }
  else
    {
      gtk_stack_set_visible_child_name (self->states, found > 0 ? "table" : "empty");
      if (self->wants_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
        gtk_widget_grab_focus (GTK_WIDGET (self));
      self->wants_focus = FALSE;
    }
  show_range (self);
  _fw_employees_page_show_selection (self);
}

static void
failed_cb (FwEmployeesPage *self, const GError *error)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fw_window_show_error (FW_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("The list could not be read"), error);
}

static void
clear_cb (FwEmployeesPage *self)
{
  fw_employee_filters_clear (self->filters);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  _fw_employees_page_search_now (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
activated_cb (FwEmployeesPage *self, guint position)
{
  FwRecord *record = fw_employee_list_get_record (self->list, position);

  if (record != NULL)
    g_signal_emit (self, signals[SIGNAL_PERSON_CHOSEN], 0, fw_record_get_id (record));
}

static void
open_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  activated_cb (FW_EMPLOYEES_PAGE (widget), g_variant_get_uint32 (parameter));
}

static void
select_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (FW_EMPLOYEES_PAGE (widget)->list);
  const guint position = g_variant_get_uint32 (parameter);

  if (gtk_selection_model_is_selected (model, position))
    gtk_selection_model_unselect_item (model, position);
  else
    gtk_selection_model_select_item (model, position, FALSE);
}

static gboolean
drop_menu_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The keyboard goes back to its row. The menu goes not at once: what was chosen in it is done after it has closed. */
static void
menu_closed_cb (GtkWidget *popover, FwEmployeesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->grid)))
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  g_idle_add_full (G_PRIORITY_LOW, drop_menu_cb, g_object_ref (popover), g_object_unref);
}

/* What can be done with one row. */
static void
menu_asked_cb (FwEmployeesPage *self, guint position, GdkRectangle *row)
{
  const gboolean selected = gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->list), position);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *open = g_strdup_printf ("employees.open(uint32 %u)", position);
  g_autofree char *select = g_strdup_printf ("employees.select(uint32 %u)", position);
  double x = 0, y = 0;
  GtkWidget *popover;

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->grid), GTK_WIDGET (self), row->x, row->y, &x, &y))
    return;
  g_menu_append (menu, _("_Open"), open);
  g_menu_append (menu, selected ? _("_Take out of the selection") : _("_Select"), select);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, row->width, row->height });
  g_signal_connect (popover, "closed", G_CALLBACK (menu_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (popover));
  fw_spoken_name_set_items (popover);
}

static void
enter_table (FwEmployeesPage *self)
{
  const guint cursor = fw_grid_get_cursor (self->grid);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    fw_grid_set_cursor (self->grid, cursor != G_MAXUINT ? cursor : 0, TRUE);
}

/* Enter in the search opens the only person, and goes into the list where there are several. */
static void
search_entered_cb (FwEmployeesPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 1)
    activated_cb (self, 0);
  else
    enter_table (self);
}

static gboolean
search_key_cb (FwEmployeesPage *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Down || g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return GDK_EVENT_PROPAGATE;
  enter_table (self);
  return GDK_EVENT_STOP;
}

/* What is typed in the table is looked for: the entry has it already, and the keyboard follows. */
static void
search_started_cb (FwEmployeesPage *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
}

/* Escape takes back what was typed; then what was selected. */
static void
search_stopped_cb (FwEmployeesPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    fw_employee_list_clear_selected (self->list);
}

static gboolean
page_key_cb (FwEmployeesPage *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape || fw_employee_list_get_n_selected (self->list) == 0)
    return GDK_EVENT_PROPAGATE;
  fw_employee_list_clear_selected (self->list);
  return GDK_EVENT_STOP;
}

static void
sort_asked_cb (FwEmployeesPage *self, const char *id, gboolean descending)
{
  g_free (self->order);
  self->order = g_strdup (id);
  self->descending = descending;
  fw_grid_set_sort (self->grid, id, descending);
  _fw_employees_page_search_now (self);
}

static void
departments_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwEmployeesPage) self = data;
  g_autoptr (GPtrArray) records = fw_store_list_finish (FW_STORE (source), result, NULL);

  if (records != NULL && self->workplace != NULL)
    fw_employee_filters_set_departments (self->filters, records);
}

static void
read_departments (FwEmployeesPage *self)
{
  g_autoptr (FwQuery) query = fw_query_new ();

  fw_query_order (query, "name", FALSE);
  fw_store_list_async (fw_workplace_get_store (self->workplace), "department", query, NULL, departments_read_cb,
                       g_object_ref (self));
}

static gboolean
reload_cb (gpointer data)
{
  FwEmployeesPage *self = data;

  self->reload_source = 0;
  read_departments (self);
  fw_employee_list_reload (self->list);
  return G_SOURCE_REMOVE;
}

/* A long import changes the store many times: look again when it has come to rest. */
static void
store_changed_cb (FwEmployeesPage *self)
{
  g_clear_handle_id (&self->reload_source, g_source_remove);
  self->reload_source = g_timeout_add (150, reload_cb, self);
}

static char *
describe_cb (gpointer item, const FwGridColumn *column, int *accent, gpointer user_data)
{
  FwEmployeesPage *self = user_data;
  const FwDate today = self->workplace != NULL ? fw_workplace_get_today (self->workplace) : FW_DATE_UNKNOWN;

  return fw_employee_columns_describe (item, column, today, accent);
}

/* The way on: the search, or the import where there is nobody to look for. Newer releases of GTK ask it for a menu of a
 * row that closes, too, which gives the keyboard back to the rows. */
static gboolean
fw_employees_page_grab_focus (GtkWidget *widget)
{
  FwEmployeesPage *self = FW_EMPLOYEES_PAGE (widget);
  gboolean empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "empty") == 0;
  gboolean with_menu = gtk_widget_get_next_sibling (self->content) != NULL;

  if (with_menu && gtk_widget_get_mapped (GTK_WIDGET (self->grid)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  return gtk_widget_grab_focus (empty ? self->empty_button : GTK_WIDGET (self->search_entry));
}

static void
fw_employees_page_narrow_changed (FwAdaptiveWidget *widget, gboolean narrow)
{
  FwEmployeesPage *self = FW_EMPLOYEES_PAGE (widget);

  _fw_employees_page_show_columns (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->filter_row),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
fw_employees_page_dispose (GObject *object)
{
  FwEmployeesPage *self = FW_EMPLOYEES_PAGE (object);

  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_cancellable_cancel (self->naming);
  g_cancellable_cancel (self->exporting);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  for (GtkWidget *menu; (menu = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (menu); /* one that was open */
  g_clear_object (&self->naming);
  g_clear_object (&self->exporting);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workplace);
  g_clear_object (&self->list);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->order, g_free);
  _fw_employees_page_forget_views (self);
  G_OBJECT_CLASS (fw_employees_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, content);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, filters);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, tools);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, filter_row);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, views_button);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, column_boxes);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, range_label);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, states);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, grid);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, no_hit_page);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, selected_label);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, names_label);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
fw_employees_page_class_init (FwEmployeesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fw_employees_page_dispose;
  widget_class->focus = fw_tab_through;
  widget_class->grab_focus = fw_employees_page_grab_focus;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_employees_page_narrow_changed;
  signals[SIGNAL_PERSON_CHOSEN] = g_signal_new ("person-chosen", FW_TYPE_EMPLOYEES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (FW_TYPE_PAGE);
  g_type_ensure (FW_TYPE_GRID);
  g_type_ensure (FW_TYPE_EMPLOYEE_FILTERS);
  g_type_ensure (FW_TYPE_WINDOW); /* whose width it follows */
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/employees/fw-employees-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "employees.open", "u", open_cb);
  gtk_widget_class_install_action (widget_class, "employees.select", "u", select_cb);
  _fw_employees_page_class_add_columns (widget_class);
  _fw_employees_page_class_add_views (widget_class);
  _fw_employees_page_class_add_export (widget_class);
  _fw_employees_page_class_add_adding (widget_class);
}

static void
follow_scrolling (FwEmployeesPage *self)
{
  g_signal_connect_object (fw_grid_get_vadjustment (self->grid), "value-changed", G_CALLBACK (show_range), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fw_grid_get_vadjustment (self->grid), "changed", G_CALLBACK (show_range), self,
                           G_CONNECT_SWAPPED);
}

static void
fw_employees_page_init (FwEmployeesPage *self)
{
  guint n_columns = 0;
  const FwGridColumn *columns = fw_employee_columns_get (&n_columns);

  self->list = fw_employee_list_new ();
  fw_employee_list_set_patience (self->list, PATIENCE_MS);
  self->settings = fw_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_spoken_name_follow_menu (self->more_button);
  fw_spoken_name_follow_menu (self->views_button);
  fw_grid_set_columns (self->grid, columns, n_columns, describe_cb, self);
  fw_grid_set_model (self->grid, GTK_SELECTION_MODEL (self->list));
  fw_grid_set_sort (self->grid, "name", FALSE);
  _fw_employees_page_build_columns (self);
  _fw_employees_page_show_columns (self);
  follow_scrolling (self);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->grid));
  g_signal_connect_object (self->list, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "selection-changed", G_CALLBACK (_fw_employees_page_show_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (_fw_employees_page_search_now), self,
                           G_CONNECT_SWAPPED);
}

/**
 * fw_employees_page_set_workplace:
 * @workplace: (nullable): where to look; %NULL forgets
 */
void
fw_employees_page_set_workplace (FwEmployeesPage *self, FwWorkplace *workplace)
{
  FwStore *store = workplace != NULL ? fw_workplace_get_store (workplace) : NULL;

  g_return_if_fail (FW_IS_EMPLOYEES_PAGE (self));

  if (self->workplace != NULL)
    g_signal_handlers_disconnect_by_func (fw_workplace_get_store (self->workplace), store_changed_cb, self);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_clear_object (&self->workplace);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  fw_employee_filters_clear (self->filters);
  _fw_employees_page_forget_views (self);
  fw_employee_list_set_store (self->list, store);
  _fw_employees_page_show_selection (self);
  g_set_object (&self->workplace, workplace);
  if (workplace == NULL)
    return;
  self->wants_focus = TRUE;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  _fw_employees_page_search_now (self);
  read_departments (self);
  _fw_employees_page_read_views (self);
}

/**
 * fw_employees_page_search:
 *
 * Puts the focus into the search, with what stands there marked.
 */
void
fw_employees_page_search (FwEmployeesPage *self)
{
  g_return_if_fail (FW_IS_EMPLOYEES_PAGE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}
