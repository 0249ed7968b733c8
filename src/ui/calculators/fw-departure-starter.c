#include "config.h"

#include "ui/calculators/fw-departure-starter.h"

#include <glib/gi18n.h>

#include "departure/fw-case.h"
#include "store/fw-search.h"
#include "ui/departure/fw-case-words.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-person-row.h"

/* So many people are offered; more letters find the others. */
#define MOST_PEOPLE 8

struct _FwDepartureStarter
{
  AdwWindow parent_instance;

  FwWorkplace *workplace;
  GHashTable *facts; /* path → value */
  char *kind;
  GCancellable *cancellable;
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (FwDepartureStarter, fw_departure_starter, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_STARTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_problem (FwDepartureStarter *self, const char *text)
{
  gtk_label_set_label (GTK_LABEL (self->problem), text != NULL ? text : "");
  gtk_widget_set_visible (self->problem, text != NULL);
}

/* What cannot be said in this case is left for its pages to ask. */
static void
say_facts (FwDepartureStarter *self, FwCase *departure)
{
  GHashTableIter iterator;
  gpointer path, value;

  g_hash_table_iter_init (&iterator, self->facts);
  while (g_hash_table_iter_next (&iterator, &path, &value))
    if (!g_str_equal (path, "departure/@ground"))
      fw_case_set (departure, path, value, NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwDepartureStarter) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCase) departure = fw_case_new_finish (result, &error);
  g_autofree char *why = NULL;

  gtk_widget_set_sensitive (self->list, TRUE);
  if (departure == NULL)
    {
      why = fw_problem_describe (error);
      show_problem (self, why);
      return;
    }
  say_facts (self, departure);
  g_signal_emit (self, signals[SIGNAL_STARTED], 0, departure);
  gtk_window_close (GTK_WINDOW (self));
}

static void
row_activated_cb (FwDepartureStarter *self, GtkListBoxRow *row)
{
  const char *ground = g_hash_table_lookup (self->facts, "departure/@ground");

  gtk_widget_set_sensitive (self->list, FALSE);
  show_problem (self, NULL);
  fw_case_open_async (self->workplace, g_object_get_data (G_OBJECT (row), "employee"), self->kind, ground, NULL, opened_cb,
                      g_object_ref (self));
}

static void
show_people (FwDepartureStarter *self, GPtrArray *rows)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < rows->len; i++)
    {
      FwRecord *person = g_ptr_array_index (rows, i);
      const char *number = fw_record_get (person, "number"), *department = fw_record_get (person, "department");
      g_autofree char *detail = g_strdup_printf ("%s · %s", number != NULL ? number : "", department != NULL ? department : "");
      GtkWidget *row = fw_person_row_new (fw_record_get (person, "name"), detail);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "employee", g_strdup (fw_record_get_id (person)), g_free);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwDepartureStarter) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEmployeeAnswer) answer = fw_store_find_people_finish (FW_STORE (source), result, &error);
  g_autofree char *why = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->list == NULL)
    return;
  why = answer == NULL ? fw_problem_describe (error) : NULL;
  show_problem (self, answer != NULL && answer->rows->len == 0 ? _("Nobody found") : why);
  if (answer != NULL)
    show_people (self, answer->rows);
}

static void
find (FwDepartureStarter *self)
{
  FwEmployeeFilter filter = { .status = "active|leaving" };

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  fw_store_find_people_async (fw_workplace_get_store (self->workplace), gtk_editable_get_text (GTK_EDITABLE (self->search)),
                              &filter, MOST_PEOPLE, FALSE, self->cancellable, found_cb, g_object_ref (self));
}

static void
fw_departure_starter_dispose (GObject *object)
{
  FwDepartureStarter *self = FW_DEPARTURE_STARTER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workplace);
  g_clear_pointer (&self->facts, g_hash_table_unref);
  g_clear_pointer (&self->kind, g_free);
  self->list = NULL;
  G_OBJECT_CLASS (fw_departure_starter_parent_class)->dispose (object);
}

static void
fw_departure_starter_class_init (FwDepartureStarterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_departure_starter_dispose;
  signals[SIGNAL_STARTED] = g_signal_new ("started", FW_TYPE_DEPARTURE_STARTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, FW_TYPE_CASE);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fw_departure_starter_init (FwDepartureStarter *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  self->list = gtk_list_box_new ();
  self->problem = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (box, "fw-margin");
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  g_object_set (self->search, "placeholder-text", _("Name, pinyin, number, phone…"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Whose departure"), -1);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", self->list, NULL);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Whose departure?"));
  gtk_window_set_default_size (GTK_WINDOW (self), 460, 520);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  adw_window_set_content (ADW_WINDOW (self), content);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (find), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * fw_departure_starter_new:
 * @kind: the kind of departure to begin with
 * @facts: path → value of what is known already
 *
 * Returns: (transfer none): the window that asks, not shown yet
 */
FwDepartureStarter *
fw_departure_starter_new (FwWorkplace *workplace, GtkWindow *parent, const char *kind, GHashTable *facts)
{
  FwDepartureStarter *self = g_object_new (FW_TYPE_DEPARTURE_STARTER, "transient-for", parent, NULL);

  self->workplace = g_object_ref (workplace);
  self->kind = g_strdup (kind);
  self->facts = g_hash_table_ref (facts);
  find (self);
  return self;
}
