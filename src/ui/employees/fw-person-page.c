#include "config.h"

#include "ui/employees/fw-person-page-private.h"

#include <glib/gi18n.h>

#include "departure/fw-case.h"
#include "ui/employees/fw-record-words.h"
#include "ui/widgets/fw-full-text.h"
#include "ui/widgets/fw-tab-through.h"
#include "ui/window/fw-window.h"

#define LEFT_WIDTH 300
#define ANY_WIDTH 10000
/* Nobody leaves more often. */
#define MOST_CASES 50

G_DEFINE_FINAL_TYPE (FwPersonPage, fw_person_page, FW_TYPE_ADAPTIVE_WIDGET)


static FwWindow *
window_of (FwPersonPage *self)
{
  return FW_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static FwCaseItem *
find_open_case (FwPersonPage *self)
{
  for (guint i = 0; self->cases != NULL && i < g_list_model_get_n_items (self->cases); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (self->cases, i);
      int state = fw_case_item_get_choice (row, "state");

      if (state != FW_CASE_STATE_CLOSED && state != FW_CASE_STATE_WITHDRAWN)
        return row; /* the list keeps it */
    }
  return NULL;
}

static void
show_start (FwPersonPage *self)
{
  gboolean has_open = find_open_case (self) != NULL;

  gtk_label_set_label (self->start_label, has_open ? _("_Open the departure") : _("_Start a departure"));
  gtk_widget_set_sensitive (self->start_button, !self->starting && self->cases != NULL);
}

static void
case_ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwPersonPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCase) departure = fw_case_new_finish (result, &error);

  self->starting = FALSE;
  show_start (self);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (departure != NULL)
    fw_window_open_case (window_of (self), departure);
  else
    fw_window_show_error (window_of (self), _("The departure could not be opened"), error);
}

static void
open_case (FwPersonPage *self, const char *case_id)
{
  self->starting = TRUE;
  show_start (self);
  fw_case_load_async (self->workplace, case_id, NULL, case_ready_cb, g_object_ref (self));
}

static void
case_row_clicked_cb (GtkButton *button, FwPersonPage *self)
{
  open_case (self, g_object_get_data (G_OBJECT (button), "case"));
}

static void
append_case (FwPersonPage *self, FwCaseItem *row)
{
  const char *kind = fw_case_item_get_text (row, "kind");
  const char *ground = fw_case_item_get_text (row, "ground-title");
  g_autofree char *text = _fw_person_page_join ((const char *[]) { fw_case_item_get_text (row, "number"),
                                                         ground != NULL ? ground : fw_record_words_choice (kind),
                                                         NULL });
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_widget_add_css_class (button, "flat");
  fw_full_text_offer (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))));
  g_object_set_data_full (G_OBJECT (button), "case", g_strdup (fw_case_item_get_id (row)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (case_row_clicked_cb), self, 0);
  gtk_box_append (self->case_rows, button);
}

/* Whoever has gone back meanwhile types there; the page is still mapped while it slides away. */
static gboolean
is_leaving (FwPersonPage *self)
{
  GtkWidget *pages = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_STACK);

  return pages != NULL && !gtk_widget_is_ancestor (GTK_WIDGET (self), gtk_stack_get_visible_child (GTK_STACK (pages))) &&
         gtk_stack_get_visible_child (GTK_STACK (pages)) != GTK_WIDGET (self);
}

static void
cases_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwPersonPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) cases = fw_workplace_list_cases_finish (FW_WORKPLACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->page == NULL)
    return;
  g_set_object (&self->cases, cases);
  _fw_person_page_empty (self->case_rows);
  for (guint i = 0; cases != NULL && i < g_list_model_get_n_items (cases); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (cases, i);

      append_case (self, row);
    }
  gtk_widget_set_visible (self->case_card, cases != NULL && g_list_model_get_n_items (cases) > 0);
  if (gtk_widget_get_visible (self->case_card))
    fw_held_talks_show (self->held_talks, self->workplace, "employee-id", self->employee_id);
  show_start (self);
  if (self->takes_focus && gtk_widget_get_mapped (GTK_WIDGET (self)) && !is_leaving (self))
    gtk_widget_grab_focus (self->start_button);
  self->takes_focus = FALSE;
}

static void
person_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwPersonPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwPersonReading) reading = fw_person_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->page == NULL || self->workplace == NULL)
    return;
  if (reading == NULL)
    {
      gtk_stack_set_visible_child_name (self->states, "gone");
      return;
    }
  g_clear_pointer (&self->reading, fw_person_reading_free);
  self->reading = g_steal_pointer (&reading);
  _fw_person_page_show (self, self->reading);
  gtk_stack_set_visible_child_name (self->states, "person");
}

static void
start_cb (FwPersonPage *self)
{
  fw_person_page_start_departure (self);
}

/* A grid, since boxes of newer GTK releases take the height that their columns would need at their least widths. */
static void
place_records (FwPersonPage *self, gboolean narrow)
{
  GtkLayoutManager *grid = gtk_widget_get_layout_manager (self->columns);
  GtkLayoutChild *place = gtk_layout_manager_get_layout_child (grid, self->right_column);

  g_object_set (place, "column", narrow ? 0 : 1, "row", narrow ? 1 : 0, NULL);
}

static void
fw_person_page_narrow_changed (FwAdaptiveWidget *widget, gboolean narrow)
{
  FwPersonPage *self = FW_PERSON_PAGE (widget);
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  place_records (self, narrow);
  /* Both, so that the clamp never eases between them: with a great maximum it cannot do so to the pixel. */
  adw_clamp_set_maximum_size (self->left_clamp, narrow ? ANY_WIDTH : LEFT_WIDTH);
  adw_clamp_set_tightening_threshold (self->left_clamp, narrow ? ANY_WIDTH : LEFT_WIDTH);
  gtk_widget_set_hexpand (GTK_WIDGET (self->left_clamp), narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->charts_box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), orientation);
  /* Beside the name the figures end at the edge; below it they begin there. */
  gtk_label_set_xalign (self->tenure_label, narrow ? 0 : 1);
  gtk_label_set_xalign (self->hired_label, narrow ? 0 : 1);
  gtk_label_set_xalign (self->pay_label, narrow ? 0 : 1);
  gtk_label_set_xalign (self->pay_hint_label, narrow ? 0 : 1);
}

static gboolean
fw_person_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FW_PERSON_PAGE (widget)->start_button);
}

static void
fw_person_page_dispose (GObject *object)
{
  FwPersonPage *self = FW_PERSON_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workplace);
  g_clear_object (&self->cases);
  g_clear_pointer (&self->reading, fw_person_reading_free);
  g_clear_pointer (&self->employee_id, g_free);
  if (self->page != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->page));
  self->page = NULL;
  G_OBJECT_CLASS (fw_person_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, page);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, states);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, tags);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, post_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, detail_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, tenure_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, hired_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, pay_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, pay_hint_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, left_bar);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, left_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, head);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, columns);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, left_clamp);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, contract_facts);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, contact_facts);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, protection_card);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, protection_rows);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, protection_tag);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, case_rows);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, case_card);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, held_talks);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, records);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, start_label);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
fw_person_page_class_init (FwPersonPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fw_person_page_dispose;
  widget_class->focus = fw_tab_through;
  widget_class->grab_focus = fw_person_page_grab_focus;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_person_page_narrow_changed;
  g_type_ensure (FW_TYPE_PAGE);
  g_type_ensure (FW_TYPE_WINDOW); /* whose width it follows */
  g_type_ensure (FW_TYPE_TAG);
  g_type_ensure (FW_TYPE_FACT_LIST);
  g_type_ensure (FW_TYPE_PERSON_RECORDS);
  g_type_ensure (FW_TYPE_PERSON_EDITOR);
  g_type_ensure (FW_TYPE_PERSON_POST);
  g_type_ensure (FW_TYPE_PERSON_OWN);
  g_type_ensure (FW_TYPE_PERSON_CHART);
  g_type_ensure (FW_TYPE_HELD_TALKS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/employees/fw-person-page.ui");
  bind_children (widget_class);
  _fw_person_page_class_bind_editing (widget_class);
  _fw_person_page_class_bind_acts (widget_class);
  _fw_person_page_class_bind_charts (widget_class);
}

static void
fw_person_page_init (FwPersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  _fw_person_page_init_acts (self);
}

/**
 * fw_person_page_open:
 *
 * Shows one person. What was shown before is gone at once, so that nobody is taken for another.
 */
void
fw_person_page_open (FwPersonPage *self, FwWorkplace *workplace, const char *employee_id)
{
  char *id = g_strdup (employee_id);

  g_return_if_fail (FW_IS_PERSON_PAGE (self));

  fw_person_page_close (self);
  self->workplace = g_object_ref (workplace);
  self->employee_id = id;
  self->takes_focus = TRUE;
  fw_person_page_refresh (self);
}

/**
 * fw_person_page_close:
 *
 * Forgets the person that was shown.
 */
void
fw_person_page_close (FwPersonPage *self)
{
  g_return_if_fail (FW_IS_PERSON_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workplace);
  g_clear_object (&self->cases);
  g_clear_pointer (&self->employee_id, g_free);
  _fw_person_page_end_editing (self);
  fw_page_set_title (self->page, NULL);
  gtk_stack_set_visible_child_name (self->states, "waiting");
  show_start (self);
}

/**
 * fw_person_page_refresh:
 *
 * Reads the person again, after the store has changed.
 */
void
fw_person_page_refresh (FwPersonPage *self)
{
  g_return_if_fail (FW_IS_PERSON_PAGE (self));

  if (self->workplace == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  fw_person_read_async (self->workplace, self->employee_id, self->cancellable, person_read_cb, g_object_ref (self));
  fw_workplace_list_cases_async (self->workplace, self->employee_id, FALSE, MOST_CASES, self->cancellable, cases_read_cb,
                                 g_object_ref (self));
}

/**
 * fw_person_page_start_departure:
 *
 * Opens the departure that is under way, or a new one. How and why it ends is chosen there; it begins as the gentler way.
 */
void
fw_person_page_start_departure (FwPersonPage *self)
{
  FwCaseItem *open;

  g_return_if_fail (FW_IS_PERSON_PAGE (self));

  if (self->workplace == NULL || self->starting || self->cases == NULL)
    return;
  open = find_open_case (self);
  if (open != NULL)
    {
      open_case (self, fw_case_item_get_id (open));
      return;
    }
  self->starting = TRUE;
  show_start (self);
  fw_case_open_async (self->workplace, self->employee_id, "mutual", NULL, NULL, case_ready_cb, g_object_ref (self));
}
