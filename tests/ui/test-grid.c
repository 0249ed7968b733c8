#include <adwaita.h>

#include "ui/grid/fw-grid-private.h"

#define ROWS 1000000

/* A million rows that exist only while somebody asks for them, and count how often that is. */
#define TEST_TYPE_ROWS (test_rows_get_type ())
G_DECLARE_FINAL_TYPE (TestRows, test_rows, TEST, ROWS, GObject)

struct _TestRows
{
  GObject parent_instance;
  guint n;
  guint asked;
};

static guint
get_n_items (GListModel *model)
{
  return TEST_ROWS (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TestRows *self = TEST_ROWS (model);
  g_autofree char *text = g_strdup_printf ("row %u", position);

  if (position >= self->n)
    return NULL;
  self->asked++;
  return gtk_string_object_new (text);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_TYPE_WITH_CODE (TestRows, test_rows, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
test_rows_class_init (TestRowsClass *klass)
{
}

static void
test_rows_init (TestRows *self)
{
  self->n = ROWS;
}

typedef struct
{
  TestRows *rows;
  GtkSelectionModel *selection;
  GtkWidget *window;
  FwGrid *grid;
  guint activated;
  char *sorted;
  gboolean descending;
} Fixture;

static const FwGridColumn columns[] = {
  { "name", "Name", FW_GRID_LOOK_NAME, 120, 1, TRUE },
  { "text", "Text", FW_GRID_LOOK_PLAIN, 120, 2, TRUE },
  { "tag", "Tag", FW_GRID_LOOK_TAG, 120, 0, FALSE },
};

static char *
describe (gpointer item, const FwGridColumn *column, int *accent, gpointer user_data)
{
  if (column->look == FW_GRID_LOOK_TAG && !g_str_has_suffix (gtk_string_object_get_string (item), "0"))
    return NULL;
  return g_strdup (gtk_string_object_get_string (item));
}

static void
activated_cb (FwGrid *grid, guint position, Fixture *fixture)
{
  fixture->activated = position;
}

static void
sort_asked_cb (FwGrid *grid, const char *id, gboolean descending, Fixture *fixture)
{
  g_free (fixture->sorted);
  fixture->sorted = g_strdup (id);
  fixture->descending = descending;
}

static void
draw (Fixture *fixture)
{
  gtk_widget_queue_draw (fixture->window);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->rows = g_object_new (TEST_TYPE_ROWS, NULL);
  fixture->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (fixture->rows))));
  fixture->grid = FW_GRID (g_object_new (FW_TYPE_GRID, NULL));
  fixture->activated = G_MAXUINT;
  fw_grid_set_columns (fixture->grid, columns, G_N_ELEMENTS (columns), describe, NULL);
  fw_grid_set_model (fixture->grid, fixture->selection);
  g_signal_connect (fixture->grid, "activate", G_CALLBACK (activated_cb), fixture);
  g_signal_connect (fixture->grid, "sort-asked", G_CALLBACK (sort_asked_cb), fixture);
  fixture->window = g_object_new (GTK_TYPE_WINDOW, "default-width", 700, "default-height", 500, "child", fixture->grid, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer grid = fixture->grid;

  g_object_add_weak_pointer (grid, &grid);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_null (grid);
  g_clear_object (&fixture->selection);
  g_clear_object (&fixture->rows);
  g_free (fixture->sorted);
}

/* The body of the grid, for what the keyboard and the pointer would do. */
static GtkWidget *
body_of (Fixture *fixture)
{
  return gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (gtk_widget_get_last_child (GTK_WIDGET (fixture->grid))));
}

static void
press (Fixture *fixture, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->grid));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  draw (fixture);
}

static guint
focused_position (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (focus, FW_TYPE_GRID_ROW));
  return _fw_grid_row_get_position (focus);
}

static guint
n_rows_made (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (body_of (fixture)); row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

/* However many there are, only what is seen is asked for and made; jumping to the end costs a page. */
static void
test_only_visible (Fixture *fixture, gconstpointer data)
{
  guint first = 0, last = 0;

  g_assert_cmpuint (fixture->rows->asked, <, 60);
  g_assert_cmpuint (n_rows_made (fixture), <, 20);
  fixture->rows->asked = 0;
  fw_grid_set_cursor (fixture->grid, ROWS - 1, FALSE);
  draw (fixture);
  g_assert_cmpuint (fixture->rows->asked, <, 60);
  fw_grid_get_visible (fixture->grid, &first, &last);
  g_assert_cmpuint (last, ==, ROWS - 1);
  g_assert_cmpuint (first, >, ROWS - 20);
  g_assert_nonnull (_fw_grid_body_find_row (body_of (fixture), ROWS - 1));
  g_assert_null (_fw_grid_body_find_row (body_of (fixture), 0));
}

static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  const guint page = _fw_grid_body_get_page (body_of (fixture));

  fw_grid_set_cursor (fixture->grid, 0, TRUE);
  g_assert_cmpuint (focused_position (fixture), ==, 0);
  for (guint i = 1; i <= 50; i++)
    {
      press (fixture, GDK_KEY_Down, 0);
      g_assert_cmpuint (focused_position (fixture), ==, i);
    }
  press (fixture, GDK_KEY_Page_Up, 0);
  g_assert_cmpuint (focused_position (fixture), ==, 50 - page);
  press (fixture, GDK_KEY_End, 0);
  g_assert_cmpuint (focused_position (fixture), ==, ROWS - 1);
  press (fixture, GDK_KEY_Page_Down, 0);
  press (fixture, GDK_KEY_Down, 0);
  g_assert_cmpuint (focused_position (fixture), ==, ROWS - 1);
  press (fixture, GDK_KEY_Home, 0);
  g_assert_cmpuint (focused_position (fixture), ==, 0);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (fixture->activated, ==, 0);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GtkBitset) none = NULL;

  fw_grid_set_cursor (fixture->grid, 3, TRUE);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Home, 0);
  press (fixture, GDK_KEY_space, 0);
  selected = gtk_selection_model_get_selection (fixture->selection);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 4);
  g_assert_true (gtk_bitset_contains (selected, 0));
  g_assert_true (gtk_bitset_contains (selected, 3));
  g_assert_true (gtk_bitset_contains (selected, 5));
  press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_true (gtk_selection_model_is_selected (fixture->selection, ROWS - 1));
  press (fixture, GDK_KEY_A, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  none = gtk_selection_model_get_selection (fixture->selection);
  g_assert_cmpuint (gtk_bitset_get_size (none), ==, 0);
}

/* Fewer rows than the cursor stood at, and none at all. */
static void
test_shrinks (Fixture *fixture, gconstpointer data)
{
  fw_grid_set_cursor (fixture->grid, 5000, TRUE);
  fixture->rows->n = 3;
  g_list_model_items_changed (G_LIST_MODEL (fixture->rows), 0, ROWS, 3);
  draw (fixture);
  g_assert_cmpuint (fw_grid_get_cursor (fixture->grid), ==, 2);
  g_assert_nonnull (_fw_grid_body_find_row (body_of (fixture), 0));
  g_assert_null (_fw_grid_body_find_row (body_of (fixture), 3));
  fixture->rows->n = 0;
  g_list_model_items_changed (G_LIST_MODEL (fixture->rows), 0, 3, 0);
  draw (fixture);
  g_assert_cmpuint (fw_grid_get_cursor (fixture->grid), ==, G_MAXUINT);
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Return, 0);
  press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_cmpuint (fixture->activated, ==, G_MAXUINT);
  fixture->rows->n = 1;
  g_list_model_items_changed (G_LIST_MODEL (fixture->rows), 0, 0, 1);
  draw (fixture);
  g_assert_nonnull (_fw_grid_body_find_row (body_of (fixture), 0));
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) all = fw_grid_dup_shown (fixture->grid);
  g_auto (GStrv) two = NULL;
  g_auto (GStrv) again = NULL;

  g_assert_cmpuint (g_strv_length (all), ==, 3);
  fw_grid_set_shown (fixture->grid, (const char *const[]) { "tag", "name", "nothing", NULL });
  draw (fixture);
  two = fw_grid_dup_shown (fixture->grid);
  g_assert_cmpuint (g_strv_length (two), ==, 2);
  g_assert_cmpstr (two[0], ==, "name");
  fw_grid_set_shown (fixture->grid, (const char *const[]) { "nothing", NULL });
  again = fw_grid_dup_shown (fixture->grid);
  g_assert_cmpuint (g_strv_length (again), ==, 3);
  fw_grid_set_column_width (fixture->grid, "text", 3000);
  draw (fixture);
  g_assert_cmpint (fw_grid_get_column_width (fixture->grid, "text"), ==, 2000);
  fw_grid_set_column_width (fixture->grid, "text", 1);
  g_assert_cmpint (fw_grid_get_column_width (fixture->grid, "text"), ==, FW_GRID_LEAST_WIDTH);
  fw_grid_set_column_width (fixture->grid, "nothing", 100);
  g_assert_cmpint (fw_grid_get_column_width (fixture->grid, "nothing"), ==, 0);
}

/* Columns wider than the window are reached by the arrow keys. */
static void
test_sideways (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scrolled = gtk_widget_get_last_child (GTK_WIDGET (fixture->grid));
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));

  fw_grid_set_cursor (fixture->grid, 0, TRUE);
  press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, 0);
  fw_grid_set_column_width (fixture->grid, "text", 1500);
  draw (fixture);
  press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), >, 0);
  press (fixture, GDK_KEY_Left, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, 0);
}

/* A heading asks for its column, and again for the other way round. */
static void
test_sort (Fixture *fixture, gconstpointer data)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid));
  GtkWidget *button = gtk_widget_get_next_sibling (gtk_widget_get_first_child (header));

  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (fixture->sorted, ==, "name");
  g_assert_false (fixture->descending);
  fw_grid_set_sort (fixture->grid, "name", FALSE);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (fixture->descending);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Sorted, the first first");
}

/* What a screen reader is told. */
static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  fw_grid_set_cursor (fixture->grid, 10, TRUE);
  draw (fixture);
  row = _fw_grid_body_find_row (body_of (fixture), 10);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->grid), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (fixture->grid), GTK_ACCESSIBLE_RELATION_ROW_COUNT, ROWS);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_ROW_INDEX, 11);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "row 10, row 10, row 10");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Row 11 of 1000000");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  gtk_selection_model_select_item (fixture->selection, 10, TRUE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

/* The keyboard is not lost with a row that is scrolled out of view, and comes back to it. */
static void
test_focus_stays (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = fw_grid_get_vadjustment (fixture->grid);

  fw_grid_set_cursor (fixture->grid, 2, TRUE);
  gtk_adjustment_set_value (adjustment, 40000);
  draw (fixture);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (fixture->grid));
  press (fixture, GDK_KEY_Down, 0);
  g_assert_cmpuint (focused_position (fixture), ==, 3);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/grid/only-visible", Fixture, NULL, set_up, test_only_visible, tear_down);
  g_test_add ("/ui/grid/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/ui/grid/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/ui/grid/shrinks", Fixture, NULL, set_up, test_shrinks, tear_down);
  g_test_add ("/ui/grid/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/ui/grid/sideways", Fixture, NULL, set_up, test_sideways, tear_down);
  g_test_add ("/ui/grid/sort", Fixture, NULL, set_up, test_sort, tear_down);
  g_test_add ("/ui/grid/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/ui/grid/focus-stays", Fixture, NULL, set_up, test_focus_stays, tear_down);
  return g_test_run ();
}
