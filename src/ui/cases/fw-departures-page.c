#include "config.h"

#include "ui/cases/fw-departures-page.h"

#include <glib/gi18n.h>

#include "departure/fw-case.h"
#include "ui/departure/fw-case-words.h"
#include "ui/employees/fw-record-words.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-person-row.h"
#include "ui/window/fw-window.h"

/* Every departure, the open ones first. Signal "open-count" tells how many are open. */
struct _FwDeparturesPage
{
  GtkWidget parent_instance;

  FwWorkplace *workplace;
  GCancellable *cancellable;

  GtkWidget *content;
  GtkStack *states;
  GtkLabel *count_label;
  GtkListBox *open_list;
  GtkListBox *closed_list;
  GtkWidget *closed_box;
};

G_DEFINE_FINAL_TYPE (FwDeparturesPage, fw_departures_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN_COUNT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
known (FwCaseItem *row, const char *property)
{
  const char *value = fw_case_item_get_text (row, property);

  return value != NULL ? value : "";
}

static char *
describe (FwCaseItem *row)
{
  const char *ground = fw_case_item_get_text (row, "ground-title");
  GString *text = g_string_new (known (row, "number"));

  g_string_append_printf (text, " · %s", fw_record_words_choice (known (row, "kind")));
  if (ground != NULL)
    g_string_append_printf (text, " · %s", ground);
  if (*known (row, "department") != '\0')
    g_string_append_printf (text, " · %s", known (row, "department"));
  if (*known (row, "last-day") != '\0')
    {
      g_autofree char *day = g_strdup_printf (_("last day %s"), known (row, "last-day"));

      g_string_append_printf (text, " · %s", day);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_row (FwCaseItem *item)
{
  g_autofree char *detail = describe (item);
  GtkWidget *row = fw_person_row_new (known (item, "employee-name"), detail);

  fw_person_row_add_suffix (FW_PERSON_ROW (row),
                            fw_case_state_tag_new ((FwCaseState) fw_case_item_get_choice (item, "state")));
  g_object_set_data_full (G_OBJECT (row), "case", g_strdup (fw_case_item_get_id (item)), g_free);
  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
show_cases (FwDeparturesPage *self, GListModel *cases)
{
  const guint total = g_list_model_get_n_items (cases);
  guint n_open = 0;
  g_autofree char *count = NULL;

  clear_list (self->open_list);
  clear_list (self->closed_list);
  for (guint i = 0; i < total; i++)
    {
      g_autoptr (FwCaseItem) item = g_list_model_get_item (cases, i);
      const int state = fw_case_item_get_choice (item, "state");
      gboolean is_open = state != FW_CASE_STATE_CLOSED && state != FW_CASE_STATE_WITHDRAWN;

      n_open += is_open;
      gtk_list_box_append (is_open ? self->open_list : self->closed_list, new_row (item));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->open_list), n_open > 0);
  gtk_widget_set_visible (self->closed_box, n_open < total);
  count = g_strdup_printf (ngettext ("%u departure under way", "%u departures under way", n_open), n_open);
  gtk_label_set_label (self->count_label, count);
  gtk_stack_set_visible_child_name (self->states, total > 0 ? "cases" : "empty");
  g_signal_emit (self, signals[SIGNAL_OPEN_COUNT], 0, n_open);
}

static void
cases_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwDeparturesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) cases = fw_workplace_list_cases_finish (FW_WORKPLACE (source), result, &error);

  if (self->content != NULL && cases != NULL)
    show_cases (self, cases);
}

static void
activated_cb (FwDeparturesPage *self, GtkListBoxRow *row)
{
  if (self->workplace != NULL)
    fw_window_load_case (FW_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), g_object_get_data (G_OBJECT (row), "case"));
}

static void
fw_departures_page_dispose (GObject *object)
{
  FwDeparturesPage *self = FW_DEPARTURES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workplace);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_departures_page_parent_class)->dispose (object);
}

static void
fw_departures_page_class_init (FwDeparturesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_departures_page_dispose;
  signals[SIGNAL_OPEN_COUNT] = g_signal_new ("open-count", FW_TYPE_DEPARTURES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (FW_TYPE_PAGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/cases/fw-departures-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, content);
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, states);
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, open_list);
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, closed_list);
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, closed_box);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
fw_departures_page_init (FwDeparturesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fw_departures_page_set_workplace:
 * @workplace: (nullable): whose departures to list
 */
void
fw_departures_page_set_workplace (FwDeparturesPage *self, FwWorkplace *workplace)
{
  g_return_if_fail (FW_IS_DEPARTURES_PAGE (self));

  g_set_object (&self->workplace, workplace);
  fw_departures_page_refresh (self);
}

/**
 * fw_departures_page_refresh:
 *
 * Reads the list again.
 */
void
fw_departures_page_refresh (FwDeparturesPage *self)
{
  g_return_if_fail (FW_IS_DEPARTURES_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workplace == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  fw_workplace_list_cases_async (self->workplace, NULL, FALSE, self->cancellable, cases_read_cb, g_object_ref (self));
}
