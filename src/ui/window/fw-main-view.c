#include "config.h"

#include "ui/window/fw-main-view.h"

#include "store/fw-store.h"
#include "ui/calculators/fw-calculators-page.h"
#include "ui/cases/fw-departures-page.h"
#include "ui/cases/fw-group-page.h"
#include "ui/data/fw-data-page.h"
#include "ui/data/fw-import-page.h"
#include "ui/employees/fw-employees-page.h"
#include "ui/employees/fw-person-page.h"
#include "ui/insight/fw-insight-page.h"
#include "ui/law/fw-law-page.h"
#include "ui/today/fw-today-page.h"
#include "ui/widgets/fw-split-view.h"
#include "ui/widgets/fw-tab-through.h"
#include "ui/window/fw-sidebar.h"
#include "ui/window/fw-window.h"

/* The places of the window and the sidebar that leads to them. A person and an import lie behind a place: Back leads
 * out of them. */
struct _FwMainView
{
  GtkWidget parent_instance;

  FwWorkplace *workplace;
  guint refresh_source;
  const char *behind_person; /* the place that Back leads to from a person */

  FwSplitView *split;
  FwSidebar *sidebar;
  GtkStack *pages;
  FwTodayPage *today_page;
  FwEmployeesPage *employees_page;
  FwPersonPage *person_page;
  FwDeparturesPage *departures_page;
  FwGroupPage *group_page;
  FwInsightPage *insight_page;
  FwCalculatorsPage *calculators_page;
  FwLawPage *law_page;
  FwDataPage *data_page;
  FwImportPage *import_page;
  GtkWidget *sample_banner;
};

G_DEFINE_FINAL_TYPE (FwMainView, fw_main_view, GTK_TYPE_WIDGET)

static void
place_chosen_cb (FwMainView *self, const char *place)
{
  gboolean narrow = FALSE;

  fw_main_view_open_place (self, place);
  g_object_get (self->split, "narrow", &narrow, NULL);
  if (narrow)
    fw_split_view_set_show_sidebar (self->split, FALSE);
}

static void
person_chosen_cb (FwMainView *self, const char *employee_id)
{
  fw_main_view_open_person (self, employee_id);
}

/* Back leads to the people among whom this one was found. */
static void
leaver_chosen_cb (FwMainView *self, const char *employee_id)
{
  fw_main_view_open_person (self, employee_id);
  self->behind_person = "insight";
  fw_sidebar_set_place (self->sidebar, "insight");
}

static void
open_count_cb (FwMainView *self, guint count)
{
  fw_sidebar_set_badge (self->sidebar, "departures", count);
}

static void
today_person_cb (FwMainView *self, const char *employee_id)
{
  fw_main_view_open_person (self, employee_id);
  self->behind_person = "today";
  fw_sidebar_set_place (self->sidebar, "today");
}

static void
due_count_cb (FwMainView *self, guint count)
{
  fw_sidebar_set_badge (self->sidebar, "today", count);
}

static void
import_done_cb (FwMainView *self)
{
  fw_main_view_go_back (self);
}

static void
employers_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwMainView) self = data;
  g_autoptr (GPtrArray) employers = fw_store_list_finish (FW_STORE (source), result, NULL);

  if (self->sidebar != NULL && employers != NULL && employers->len > 0)
    fw_sidebar_set_company (self->sidebar, fw_record_get (g_ptr_array_index (employers, 0), "name"));
}

static void
read_company (FwMainView *self)
{
  g_autoptr (FwQuery) query = fw_query_new ();

  fw_query_page (query, 0, 1);
  fw_store_list_async (fw_workplace_get_store (self->workplace), "employer", query, NULL, employers_read_cb,
                       g_object_ref (self));
}

static gboolean
refresh_cb (gpointer data)
{
  FwMainView *self = data;

  self->refresh_source = 0;
  fw_main_view_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (FwMainView *self)
{
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  self->refresh_source = g_timeout_add (150, refresh_cb, self);
}

static gboolean
fw_main_view_grab_focus (GtkWidget *widget)
{
  GtkWidget *page = gtk_stack_get_visible_child (FW_MAIN_VIEW (widget)->pages);

  if (FW_IS_EMPLOYEES_PAGE (page) || FW_IS_PERSON_PAGE (page))
    return gtk_widget_grab_focus (page);
  if ((FW_IS_TODAY_PAGE (page) || FW_IS_INSIGHT_PAGE (page)) && gtk_widget_grab_focus (page))
    return TRUE;
  return gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
fw_main_view_dispose (GObject *object)
{
  FwMainView *self = FW_MAIN_VIEW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_object (&self->workplace);
  self->sidebar = NULL;
  if (self->split != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->split));
  self->split = NULL;
  G_OBJECT_CLASS (fw_main_view_parent_class)->dispose (object);
}

static void
fw_main_view_class_init (FwMainViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_main_view_dispose;
  widget_class->focus = fw_tab_through;
  widget_class->grab_focus = fw_main_view_grab_focus;
  g_type_ensure (FW_TYPE_SPLIT_VIEW);
  g_type_ensure (FW_TYPE_WINDOW); /* whose width it follows */
  g_type_ensure (FW_TYPE_SIDEBAR);
  g_type_ensure (FW_TYPE_TODAY_PAGE);
  g_type_ensure (FW_TYPE_EMPLOYEES_PAGE);
  g_type_ensure (FW_TYPE_PERSON_PAGE);
  g_type_ensure (FW_TYPE_DEPARTURES_PAGE);
  g_type_ensure (FW_TYPE_GROUP_PAGE);
  g_type_ensure (FW_TYPE_INSIGHT_PAGE);
  g_type_ensure (FW_TYPE_CALCULATORS_PAGE);
  g_type_ensure (FW_TYPE_LAW_PAGE);
  g_type_ensure (FW_TYPE_DATA_PAGE);
  g_type_ensure (FW_TYPE_IMPORT_PAGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/window/fw-main-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FwMainView, split);
  gtk_widget_class_bind_template_child (widget_class, FwMainView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, FwMainView, pages);
  gtk_widget_class_bind_template_child (widget_class, FwMainView, today_page);
  gtk_widget_class_bind_template_child (widget_class, FwMainView, employees_page);
  gtk_widget_class_bind_template_child (widget_class, FwMainView, person_page);
  gtk_widget_class_bind_template_child (widget_class, FwMainView, departures_page);
  gtk_widget_class_bind_template_child (widget_class, FwMainView, group_page);
  gtk_widget_class_bind_template_child (widget_class, FwMainView, insight_page);
  gtk_widget_class_bind_template_child (widget_class, FwMainView, calculators_page);
  gtk_widget_class_bind_template_child (widget_class, FwMainView, law_page);
  gtk_widget_class_bind_template_child (widget_class, FwMainView, data_page);
  gtk_widget_class_bind_template_child (widget_class, FwMainView, import_page);
  gtk_widget_class_bind_template_child (widget_class, FwMainView, sample_banner);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, leaver_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_count_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_count_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_person_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_done_cb);
}

static void
fw_main_view_init (FwMainView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_sidebar_set_place (self->sidebar, "today");
}

/**
 * fw_main_view_set_workplace:
 * @workplace: (nullable): what is open; %NULL forgets everything that was shown
 */
void
fw_main_view_set_workplace (FwMainView *self, FwWorkplace *workplace)
{
  FwStore *store = workplace != NULL ? fw_workplace_get_store (workplace) : NULL;

  g_return_if_fail (FW_IS_MAIN_VIEW (self));

  if (self->workplace != NULL)
    g_signal_handlers_disconnect_by_func (fw_workplace_get_store (self->workplace), store_changed_cb, self);
  g_set_object (&self->workplace, workplace);
  fw_person_page_close (self->person_page);
  fw_group_page_close (self->group_page);
  fw_today_page_set_workplace (self->today_page, workplace);
  fw_employees_page_set_workplace (self->employees_page, workplace);
  fw_departures_page_set_workplace (self->departures_page, workplace);
  fw_insight_page_set_workplace (self->insight_page, workplace);
  fw_calculators_page_set_workplace (self->calculators_page, workplace);
  fw_law_page_set_workplace (self->law_page, workplace);
  fw_data_page_set_workplace (self->data_page, workplace);
  fw_import_page_set_workplace (self->import_page, workplace);
  fw_sidebar_set_company (self->sidebar, NULL);
  gtk_widget_set_visible (self->sample_banner, store != NULL && fw_store_is_sample (store));
  fw_main_view_open_place (self, "today");
  if (workplace == NULL)
    return;
  fw_sidebar_set_who (self->sidebar, fw_workplace_get_who (workplace));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  read_company (self);
}

/**
 * fw_main_view_open_place:
 * @place: the id of a place of the sidebar
 */
void
fw_main_view_open_place (FwMainView *self, const char *place)
{
  g_return_if_fail (FW_IS_MAIN_VIEW (self));

  fw_sidebar_set_place (self->sidebar, place);
  gtk_stack_set_visible_child_name (self->pages, place);
}

/**
 * fw_main_view_get_place:
 *
 * Returns: the id of the place that is open or that the open page lies behind
 */
const char *
fw_main_view_get_place (FwMainView *self)
{
  const char *place;

  g_return_val_if_fail (FW_IS_MAIN_VIEW (self), NULL);

  place = fw_sidebar_get_place (self->sidebar);
  return place != NULL ? place : "today";
}

/**
 * fw_main_view_get_page:
 *
 * Returns: (nullable): the page that is open: the id of a place, or "person", "import" and so on
 */
const char *
fw_main_view_get_page (FwMainView *self)
{
  g_return_val_if_fail (FW_IS_MAIN_VIEW (self), NULL);

  return gtk_stack_get_visible_child_name (self->pages);
}

/**
 * fw_main_view_open_person:
 * @employee_id: whose page to show
 */
void
fw_main_view_open_person (FwMainView *self, const char *employee_id)
{
  g_return_if_fail (FW_IS_MAIN_VIEW (self));

  self->behind_person = "employees";
  fw_sidebar_set_place (self->sidebar, "employees");
  fw_person_page_open (self->person_page, self->workplace, employee_id);
  gtk_stack_set_visible_child_name (self->pages, "person");
  gtk_widget_grab_focus (GTK_WIDGET (self->person_page));
}

/**
 * fw_main_view_open_group:
 * @group_id: several departures that are one decision
 */
void
fw_main_view_open_group (FwMainView *self, const char *group_id)
{
  g_return_if_fail (FW_IS_MAIN_VIEW (self));

  fw_sidebar_set_place (self->sidebar, "departures");
  fw_group_page_open (self->group_page, self->workplace, group_id);
  gtk_stack_set_visible_child_name (self->pages, "group");
  gtk_widget_grab_focus (GTK_WIDGET (self->group_page));
}

/**
 * fw_main_view_begin_group:
 * @people: (array length=n_people): numbers of employees, as their list has them
 *
 * Opens a departure for each of them as one decision, and shows it.
 */
void
fw_main_view_begin_group (FwMainView *self, const guint32 *people, gsize n_people)
{
  g_return_if_fail (FW_IS_MAIN_VIEW (self));

  fw_sidebar_set_place (self->sidebar, "departures");
  fw_group_page_begin (self->group_page, self->workplace, people, n_people);
  gtk_stack_set_visible_child_name (self->pages, "group");
  gtk_widget_grab_focus (GTK_WIDGET (self->group_page));
}

/**
 * fw_main_view_import:
 *
 * Shows the import, which begins with the choice of a file.
 */
void
fw_main_view_import (FwMainView *self)
{
  g_return_if_fail (FW_IS_MAIN_VIEW (self));

  fw_sidebar_set_place (self->sidebar, "data");
  gtk_stack_set_visible_child_name (self->pages, "import");
  fw_import_page_start (self->import_page);
}

/**
 * fw_main_view_back_up:
 *
 * Shows where the records are backed up, and asks where to.
 */
void
fw_main_view_back_up (FwMainView *self)
{
  g_return_if_fail (FW_IS_MAIN_VIEW (self));

  fw_main_view_open_place (self, "data");
  fw_data_page_back_up (self->data_page);
}

/**
 * fw_main_view_start_departure:
 *
 * Returns: whether a person is shown, whose departure is then opened
 */
gboolean
fw_main_view_start_departure (FwMainView *self)
{
  g_return_val_if_fail (FW_IS_MAIN_VIEW (self), FALSE);

  if (!g_str_equal (gtk_stack_get_visible_child_name (self->pages), "person"))
    return FALSE;
  fw_person_page_start_departure (self->person_page);
  return TRUE;
}

/**
 * fw_main_view_go_back:
 *
 * Out of a person or an import, to the place it lies behind.
 */
void
fw_main_view_go_back (FwMainView *self)
{
  const char *page;

  g_return_if_fail (FW_IS_MAIN_VIEW (self));

  page = gtk_stack_get_visible_child_name (self->pages);
  if (g_str_equal (page, "person"))
    fw_main_view_open_place (self, self->behind_person);
  else if (g_str_equal (page, "group"))
    fw_main_view_open_place (self, "departures");
  else if (g_str_equal (page, "insight"))
    fw_insight_page_go_back (self->insight_page);
  else if (g_str_equal (page, "import"))
    fw_main_view_open_place (self, "data");
}

/**
 * fw_main_view_search:
 *
 * Puts the focus into the search of the place that is shown, of the employees where it has none.
 */
void
fw_main_view_search (FwMainView *self)
{
  g_return_if_fail (FW_IS_MAIN_VIEW (self));

  if (g_str_equal (gtk_stack_get_visible_child_name (self->pages), "departures"))
    {
      fw_departures_page_search (self->departures_page);
      return;
    }
  if (g_str_equal (gtk_stack_get_visible_child_name (self->pages), "law"))
    {
      fw_law_page_search (self->law_page);
      return;
    }
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->pages), "employees"))
    fw_main_view_open_place (self, "employees");
  fw_employees_page_search (self->employees_page);
}

/**
 * fw_main_view_refresh:
 *
 * Reads again what is shown, after the store has changed.
 */
void
fw_main_view_refresh (FwMainView *self)
{
  g_return_if_fail (FW_IS_MAIN_VIEW (self));

  if (self->workplace == NULL)
    return;
  read_company (self);
  fw_today_page_refresh (self->today_page);
  fw_departures_page_refresh (self->departures_page);
  fw_insight_page_refresh (self->insight_page);
  fw_person_page_refresh (self->person_page);
}

/**
 * fw_main_view_open_menu:
 *
 * Opens the main menu, and the sidebar it stands in where that is hidden.
 */
void
fw_main_view_open_menu (FwMainView *self)
{
  g_return_if_fail (FW_IS_MAIN_VIEW (self));

  fw_split_view_set_show_sidebar (self->split, TRUE);
  fw_sidebar_open_menu (self->sidebar);
}
