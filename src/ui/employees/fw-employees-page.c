#include "config.h"

#include "ui/employees/fw-employees-page.h"

#include <glib/gi18n.h>

#include "store/fw-store.h"
#include "ui/employees/fw-employee-list.h"
#include "ui/employees/fw-employee-slot.h"
#include "ui/employees/fw-employees-table.h"
#include "ui/widgets/fw-page.h"
#include "ui/window/fw-window.h"

/* Find people. Signal "person-chosen" carries the id of the one to open. */
struct _FwEmployeesPage
{
  FwAdaptiveWidget parent_instance;

  FwWorkplace *workplace;
  FwEmployeeList *list;
  GPtrArray *departments; /* ids beside the names in the drop-down; the first is everybody */
  guint reload_source;
  gboolean wants_focus;   /* once the store has answered */

  GtkWidget *content;
  GtkSearchEntry *search_entry;
  GtkDropDown *department_drop;
  GtkDropDown *status_drop;
  GtkLabel *count_label;
  GtkStack *states;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  AdwStatusPage *no_hit_page;
  GtkWidget *filters;
  GtkBox *filter_row;
  GtkWidget *empty_button;
};

G_DEFINE_FINAL_TYPE (FwEmployeesPage, fw_employees_page, FW_TYPE_ADAPTIVE_WIDGET)


enum
{
  SIGNAL_PERSON_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const statuses[] = { NULL, "active", "leaving", "left" };

static const char *
chosen_status (FwEmployeesPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->status_drop);

  return chosen < G_N_ELEMENTS (statuses) ? statuses[chosen] : NULL;
}

static const char *
chosen_department (FwEmployeesPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->department_drop);

  return chosen < self->departments->len ? g_ptr_array_index (self->departments, chosen) : NULL;
}

static gboolean
is_filtered (FwEmployeesPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0' || chosen_status (self) != NULL
         || chosen_department (self) != NULL;
}

static void
search_now (FwEmployeesPage *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (self->workplace != NULL)
    fw_employee_list_search (self->list, g_strstrip (text), chosen_department (self), chosen_status (self));
}

static void
show_count (FwEmployeesPage *self, guint found)
{
  const guint total = fw_employee_list_get_total (self->list);
  g_autofree char *text = NULL;

  if (is_filtered (self))
    /* TRANSLATORS: how many people of how many are listed, and in which order. */
    text = g_strdup_printf (_("%u of %u people · by name"), found, MAX (total, found));
  else
    text = g_strdup_printf (ngettext ("%u person · by name", "%u people · by name", found), found);
  gtk_label_set_label (self->count_label, text);
}

static void
settled_cb (FwEmployeesPage *self)
{
  const guint found = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *title = NULL;
  g_autofree char *markup = NULL;

  show_count (self, found);
  gtk_widget_set_visible (self->filters, found > 0 || is_filtered (self));
  if (found > 0 || !is_filtered (self))
    {
      gtk_stack_set_visible_child_name (self->states, found > 0 ? "table" : "empty");
      if (self->wants_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
        gtk_widget_grab_focus (GTK_WIDGET (self));
      self->wants_focus = FALSE;
      return;
    }
  title = *text != '\0' ? g_strdup_printf (_("Nothing found for “%s”"), text) : g_strdup (_("Nothing found"));
  markup = g_markup_escape_text (title, -1);
  adw_status_page_set_title (self->no_hit_page, markup);
  gtk_stack_set_visible_child_name (self->states, "no-hit");
}

static void
clear_cb (FwEmployeesPage *self)
{
  gtk_drop_down_set_selected (self->department_drop, 0);
  gtk_drop_down_set_selected (self->status_drop, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
open_position (FwEmployeesPage *self, guint position)
{
  g_autoptr (FwEmployeeSlot) slot = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  FwRecord *record = slot != NULL ? fw_employee_slot_get_record (slot) : NULL;

  if (record != NULL)
    g_signal_emit (self, signals[SIGNAL_PERSON_CHOSEN], 0, fw_record_get_id (record));
}

static void
activated_cb (FwEmployeesPage *self, guint position)
{
  open_position (self, position);
}

/* From the search to the people. Newer releases of GTK leave a row by the arrow keys only once it is chosen. */
static void
enter_table (FwEmployeesPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
}

/* Enter in the search opens the only person, and goes into the list where there are several. */
static void
search_entered_cb (FwEmployeesPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 1)
    open_position (self, 0);
  else
    enter_table (self);
}

static gboolean
search_key_cb (FwEmployeesPage *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Down && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    {
      enter_table (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* The order of the list is the store's: by department tree one day, for now by name. */
static void
departments_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwEmployeesPage) self = data;
  g_autoptr (GPtrArray) records = fw_store_list_finish (FW_STORE (source), result, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *before = g_strdup (chosen_department (self));
  guint selected = 0;

  if (records == NULL || self->workplace == NULL)
    return;
  g_ptr_array_set_size (self->departments, 0);
  g_ptr_array_add (self->departments, NULL);
  gtk_string_list_append (names, _("All departments"));
  for (guint i = 0; i < records->len; i++)
    {
      FwRecord *record = g_ptr_array_index (records, i);

      if (g_strcmp0 (before, fw_record_get_id (record)) == 0)
        selected = i + 1;
      g_ptr_array_add (self->departments, g_strdup (fw_record_get_id (record)));
      gtk_string_list_append (names, fw_record_get (record, "name"));
    }
  g_signal_handlers_block_by_func (self->department_drop, search_now, self);
  gtk_drop_down_set_model (self->department_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->department_drop, selected);
  g_signal_handlers_unblock_by_func (self->department_drop, search_now, self);
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

/* The way on: the search, or the import where there is nobody to look for. */
static gboolean
fw_employees_page_grab_focus (GtkWidget *widget)
{
  FwEmployeesPage *self = FW_EMPLOYEES_PAGE (widget);
  gboolean empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "empty") == 0;

  return gtk_widget_grab_focus (empty ? self->empty_button : GTK_WIDGET (self->search_entry));
}

static void
fw_employees_page_narrow_changed (FwAdaptiveWidget *widget, gboolean narrow)
{
  FwEmployeesPage *self = FW_EMPLOYEES_PAGE (widget);

  fw_employees_table_set_narrow (self->table, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->filter_row),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
fw_employees_page_dispose (GObject *object)
{
  FwEmployeesPage *self = FW_EMPLOYEES_PAGE (object);

  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->workplace);
  g_clear_object (&self->list);
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  G_OBJECT_CLASS (fw_employees_page_parent_class)->dispose (object);
}

static void
fw_employees_page_class_init (FwEmployeesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fw_employees_page_dispose;
  widget_class->grab_focus = fw_employees_page_grab_focus;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_employees_page_narrow_changed;
  signals[SIGNAL_PERSON_CHOSEN] = g_signal_new ("person-chosen", FW_TYPE_EMPLOYEES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (FW_TYPE_PAGE);
  g_type_ensure (FW_TYPE_WINDOW); /* whose width it follows */
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/employees/fw-employees-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, content);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, department_drop);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, status_drop);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, states);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, table);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, selection);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, no_hit_page);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, filters);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, filter_row);
  gtk_widget_class_bind_template_child (widget_class, FwEmployeesPage, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
}

static void
fw_employees_page_init (FwEmployeesPage *self)
{
  self->list = fw_employee_list_new ();
  self->departments = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_employees_table_fill (self->table);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_object (self->list, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "changed", G_CALLBACK (search_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->status_drop, "notify::selected", G_CALLBACK (search_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->department_drop, "notify::selected", G_CALLBACK (search_now), self,
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
  g_set_object (&self->workplace, workplace);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->status_drop, 0);
  fw_employee_list_set_store (self->list, store);
  if (workplace == NULL)
    return;
  self->wants_focus = TRUE;
  fw_employees_table_set_today (self->table, fw_workplace_get_today (workplace));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  read_departments (self);
  search_now (self);
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
