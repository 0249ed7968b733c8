#include "config.h"

#include "ui/today/fw-today-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "departure/fw-today.h"
#include "ui/departure/fw-case-words.h"
#include "ui/employees/fw-record-words.h"
#include "ui/today/fw-today-words.h"
#include "ui/widgets/fw-full-text.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-person-row.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tab-through.h"
#include "ui/window/fw-window.h"

/* Where departures are open they are to be seen without scrolling. */
#define FIRST_ROWS            8
#define FIRST_ROWS_WITH_CASES 5
#define SIDE_WIDTH 360

/* What there is to do now: the book of what is due, the open departures, and who wants a look. Signals "person-chosen"
 * with an id, "due-count" with how much is overdue or due today. */
struct _FwTodayPage
{
  FwAdaptiveWidget parent_instance;

  FwWorkplace *workplace;
  GCancellable *cancellable;
  FwToday *today;    /* NULL while it is read for the first time */
  gboolean all_rows;

  FwPage *page;
  GtkStack *states;
  GtkWidget *start_button;
  GtkWidget *import_button;
  GtkLabel *greeting_label;
  GtkLabel *day_label;
  GtkWidget *columns;
  GtkWidget *main_column;
  AdwClamp *side_clamp;
  GtkListBox *due_list;
  GtkWidget *nothing_due;
  GtkWidget *more_button;
  GtkWidget *cases_box;
  GtkListBox *case_list;
  GtkWidget *warning_box;
  GtkListBox *warning_list;
  GtkBox *figures_box;
};

G_DEFINE_FINAL_TYPE (FwTodayPage, fw_today_page, FW_TYPE_ADAPTIVE_WIDGET)

enum
{
  SIGNAL_PERSON_CHOSEN,
  SIGNAL_DUE_COUNT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
open_case (FwTodayPage *self, const char *case_id, int step)
{
  fw_window_load_case_step (FW_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), case_id, step);
}

/* Each thing leads to where it is done: its case, its person, or a backup. */
static void
open_item (FwTodayPage *self, const FwTodayItem *item)
{
  if (item->case_id != NULL)
    open_case (self, item->case_id, item->sort == FW_TODAY_FIGURE || item->sort == FW_TODAY_CHANGED ? FW_CASE_STEP_MONEY
                                    : item->sort == FW_TODAY_RETURNED ? FW_CASE_STEP_MATERIALS
                                    : item->sort == FW_TODAY_TALK || item->sort == FW_TODAY_MINUTES ? (int) FW_WINDOW_TALK
                                                                      : FW_WINDOW_OVERVIEW);
  else if (item->employee != NULL)
    g_signal_emit (self, signals[SIGNAL_PERSON_CHOSEN], 0, item->employee);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back-up", NULL);
}

static void
item_activated_cb (FwTodayPage *self, GtkWidget *row)
{
  const FwTodayItem *item = g_object_get_data (G_OBJECT (row), "item");

  if (item != NULL)
    open_item (self, item);
}

/* To what stands in the way, as the row's tag says. */
static void
case_activated_cb (FwTodayPage *self, GtkWidget *row)
{
  const FwTodayCase *one = g_object_get_data (G_OBJECT (row), "case");
  gboolean prepared = one->state == FW_CASE_STATE_DRAFT || one->state == FW_CASE_STATE_RETURNED;
  int step = FW_WINDOW_WHERE_IT_BEGINS;

  if (prepared && one->count > 0 && one->verdict == FW_VERDICT_BLOCKED)
    step = FW_CASE_STEP_CHECKS;
  else if (prepared && one->count > 0 && one->verdict == FW_VERDICT_MISSING)
    step = FW_CASE_STEP_MATERIALS;
  open_case (self, one->case_id, step);
}

static GtkWidget *
new_texts (const char *title, const char *detail)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "valign",
                                 GTK_ALIGN_CENTER, NULL);
  GtkWidget *title_label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                         PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *detail_label = g_object_new (GTK_TYPE_LABEL, "label", detail, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                          PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (title_label, "heading");
  gtk_widget_set_css_classes (detail_label, (const char *[]) { "caption", "dim-label", NULL });
  fw_full_text_offer (GTK_LABEL (title_label));
  fw_full_text_offer (GTK_LABEL (detail_label));
  gtk_widget_set_visible (detail_label, *detail != '\0');
  gtk_box_append (GTK_BOX (box), title_label);
  gtk_box_append (GTK_BOX (box), detail_label);
  return box;
}

static void
verb_clicked_cb (GtkWidget *button, FwTodayPage *self)
{
  item_activated_cb (self, gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));
}

static GtkWidget *
new_verb (FwTodayPage *self, const FwTodayItem *item, const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (fw_today_words_verb (item));
  g_autofree char *name = item->name != NULL
                              ? g_strdup_printf ("%s: %s, %s", fw_today_words_verb (item), title, item->name)
                              : g_strdup_printf ("%s: %s", fw_today_words_verb (item), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  fw_spoken_name_set (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (verb_clicked_cb), self, 0);
  return button;
}

static GtkWidget *
new_due_row (FwTodayPage *self, const FwTodayItem *item)
{
  g_autofree char *title = fw_today_words_title (item, self->today->day);
  g_autofree char *detail = fw_today_words_detail (item);
  g_autofree char *due = fw_today_words_due (item->due, self->today->day);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", title, detail, due != NULL ? due : "");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, NULL);

  gtk_widget_add_css_class (box, "fw-row");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (fw_today_words_icon (item->sort)));
  gtk_box_append (GTK_BOX (box), new_texts (title, detail));
  if (due != NULL)
    gtk_box_append (GTK_BOX (box), fw_tag_new (fw_today_words_style (item->due, self->today->day), due));
  gtk_box_append (GTK_BOX (box), new_verb (self, item, title));
  g_object_set_data (G_OBJECT (row), "item", (gpointer) item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static char *
verdict_text (const FwTodayCase *one)
{
  return one->count > 0 ? g_strdup_printf ("%s %u", fw_verdict_word (one->verdict), one->count)
                        : g_strdup (fw_verdict_word (one->verdict));
}

static GtkWidget *
new_case_row (const FwTodayCase *one)
{
  g_autofree char *last_day = one->last_day != NULL ? g_strdup_printf (_("last day %s"), one->last_day) : NULL;
  const char *way = one->ground != NULL ? one->ground : fw_record_words_choice (one->kind);
  g_autofree char *detail = g_strjoin (" · ", one->post != NULL ? one->post : one->number, way, last_day, NULL);
  g_autofree char *verdict = verdict_text (one);
  GtkWidget *row = fw_person_row_new (one->name, detail);

  fw_person_row_add_suffix (FW_PERSON_ROW (row), fw_case_state_tag_new (one->state));
  fw_person_row_add_suffix (FW_PERSON_ROW (row), fw_tag_new (fw_verdict_tag_style (one->verdict), verdict));
  g_object_set_data (G_OBJECT (row), "case", (gpointer) one);
  return row;
}

static GtkWidget *
new_warning_row (const FwTodayItem *item)
{
  g_autofree char *detail = fw_today_words_detail (item);
  g_autofree char *percent = g_strdup_printf ("%d%%", (int) item->count);
  GtkWidget *row = fw_person_row_new (item->name, detail);

  fw_person_row_add_suffix (FW_PERSON_ROW (row), fw_tag_new (FW_TAG_STYLE_NOTE, percent));
  g_object_set_data (G_OBJECT (row), "item", (gpointer) item);
  return row;
}

static void
append_figure (FwTodayPage *self, const FwTodayItem *item)
{
  g_autofree char *title = fw_today_words_title (item, self->today->day);
  g_autofree char *detail = fw_today_words_detail (item);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, NULL);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (box, "fw-row");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (GTK_BOX (box), new_texts (title, detail));
  gtk_box_append (GTK_BOX (box), new_verb (self, item, title));
  g_object_set_data (G_OBJECT (row), "item", (gpointer) item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (item_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->figures_box, list);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
show_due (FwTodayPage *self)
{
  const guint total = self->today->due->len;
  const guint first = self->today->cases->len > 0 ? FIRST_ROWS_WITH_CASES : FIRST_ROWS;
  const guint shown = self->all_rows ? total : MIN (total, first);
  g_autofree char *more = g_strdup_printf (_("Show all %u"), total);

  clear_list (self->due_list);
  for (guint i = 0; i < shown; i++)
    gtk_list_box_append (self->due_list, new_due_row (self, g_ptr_array_index (self->today->due, i)));
  gtk_button_set_label (GTK_BUTTON (self->more_button), more);
  gtk_widget_set_visible (self->more_button, shown < total);
  gtk_widget_set_visible (GTK_WIDGET (self->due_list), total > 0);
  gtk_widget_set_visible (self->nothing_due, total == 0);
}

static void
show_cases (FwTodayPage *self)
{
  clear_list (self->case_list);
  for (guint i = 0; i < self->today->cases->len; i++)
    gtk_list_box_append (self->case_list, new_case_row (g_ptr_array_index (self->today->cases, i)));
  gtk_widget_set_visible (self->cases_box, self->today->cases->len > 0);
}

static void
show_warnings (FwTodayPage *self)
{
  guint people = 0;

  clear_list (self->warning_list);
  fw_box_clear (self->figures_box);
  for (guint i = 0; i < self->today->warnings->len; i++)
    {
      const FwTodayItem *item = g_ptr_array_index (self->today->warnings, i);

      if (item->sort == FW_TODAY_FIGURE || item->sort == FW_TODAY_CHANGED)
        {
          append_figure (self, item);
          continue;
        }
      gtk_list_box_append (self->warning_list, new_warning_row (item));
      people++;
    }
  gtk_widget_set_visible (self->warning_box, people > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->side_clamp), self->today->warnings->len > 0);
}

/* With nobody on record there is one thing to do. */
static gboolean
fw_today_page_grab_focus (GtkWidget *widget)
{
  FwTodayPage *self = FW_TODAY_PAGE (widget);

  return self->today != NULL && self->today->nobody && gtk_widget_grab_focus (self->import_button);
}

static void
show_today (FwTodayPage *self)
{
  const gboolean waited = g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "waiting") == 0;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *greeting = fw_today_words_greeting (fw_workplace_get_who (self->workplace), g_date_time_get_hour (now));
  g_autofree char *day = fw_today_words_day (self->today);

  gtk_label_set_label (self->greeting_label, greeting);
  gtk_label_set_label (self->day_label, day);
  show_due (self);
  show_cases (self);
  show_warnings (self);
  /* With nobody to leave there is one thing to do first. */
  gtk_widget_set_visible (self->start_button, !self->today->nobody);
  gtk_stack_set_visible_child_name (self->states, self->today->nobody ? "nobody" : "today");
  if (waited)
    fw_tab_through_settle (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_DUE_COUNT], 0, self->today->n_overdue + self->today->n_today);
}

static void
more_cb (FwTodayPage *self)
{
  self->all_rows = TRUE;
  show_due (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwTodayPage) self = data;
  g_autoptr (GError) error = NULL;
  FwToday *today = fw_today_read_finish (FW_WORKPLACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->page == NULL ||
      FW_WORKPLACE (source) != self->workplace)
    {
      g_clear_pointer (&today, fw_today_free);
      return;
    }
  if (today == NULL)
    {
      if (self->today == NULL)
        gtk_stack_set_visible_child_name (self->states, "unread");
      return;
    }
  /* The rows borrow what they show. */
  clear_list (self->due_list);
  clear_list (self->case_list);
  clear_list (self->warning_list);
  fw_box_clear (self->figures_box);
  g_clear_pointer (&self->today, fw_today_free);
  self->today = today;
  show_today (self);
}

/* A grid, since boxes of newer GTK releases take the height that their columns would need at their least widths. */
static void
fw_today_page_narrow_changed (FwAdaptiveWidget *widget, gboolean narrow)
{
  FwTodayPage *self = FW_TODAY_PAGE (widget);
  GtkLayoutManager *grid = gtk_widget_get_layout_manager (self->columns);

  g_object_set (gtk_layout_manager_get_layout_child (grid, self->main_column), "column", 0, "row", narrow ? 1 : 0, NULL);
  g_object_set (gtk_layout_manager_get_layout_child (grid, GTK_WIDGET (self->side_clamp)), "column", narrow ? 0 : 1, "row", 0,
                NULL);
  fw_adaptive_widget_clamp (self, self->side_clamp, SIDE_WIDTH);
}

static void
fw_today_page_dispose (GObject *object)
{
  FwTodayPage *self = FW_TODAY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workplace);
  if (self->page != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->page));
  self->page = NULL;
  g_clear_pointer (&self->today, fw_today_free);
  G_OBJECT_CLASS (fw_today_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, page);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, states);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, greeting_label);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, columns);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, main_column);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, side_clamp);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, due_list);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, nothing_due);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, cases_box);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, case_list);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, warning_box);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, warning_list);
  gtk_widget_class_bind_template_child (widget_class, FwTodayPage, figures_box);
  gtk_widget_class_bind_template_callback (widget_class, item_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, case_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
fw_today_page_class_init (FwTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_today_page_dispose;
  widget_class->focus = fw_tab_through;
  widget_class->grab_focus = fw_today_page_grab_focus;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_today_page_narrow_changed;
  signals[SIGNAL_PERSON_CHOSEN] = g_signal_new ("person-chosen", FW_TYPE_TODAY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DUE_COUNT] = g_signal_new ("due-count", FW_TYPE_TODAY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (FW_TYPE_PAGE);
  g_type_ensure (FW_TYPE_WINDOW); /* whose width it follows */
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/today/fw-today-page.ui");
  bind_children (widget_class);
}

static void
fw_today_page_init (FwTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fw_today_page_set_workplace:
 * @workplace: (nullable): whose day to show; %NULL forgets what was shown
 */
void
fw_today_page_set_workplace (FwTodayPage *self, FwWorkplace *workplace)
{
  g_return_if_fail (FW_IS_TODAY_PAGE (self));

  g_set_object (&self->workplace, workplace);
  self->all_rows = FALSE;
  clear_list (self->due_list);
  clear_list (self->case_list);
  clear_list (self->warning_list);
  fw_box_clear (self->figures_box);
  g_clear_pointer (&self->today, fw_today_free);
  gtk_stack_set_visible_child_name (self->states, "waiting");
  fw_today_page_refresh (self);
}

/**
 * fw_today_page_refresh:
 *
 * Reads the day again, after the store has changed. What was shown stays until then.
 */
void
fw_today_page_refresh (FwTodayPage *self)
{
  g_return_if_fail (FW_IS_TODAY_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workplace == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  fw_today_read_async (self->workplace, self->cancellable, read_cb, g_object_ref (self));
}
