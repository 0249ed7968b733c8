#include "config.h"

#include "ui/departure/fw-papers-page-private.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-paper-view.h"
#include "ui/departure/fw-paper-words.h"
#include "ui/departure/fw-review-note.h"
#include "ui/departure/fw-wording-pane.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-tab-stop.h"
#include "ui/widgets/fw-verdict-row.h"

#define LEFT_WIDTH 290
#define WORDING_WIDTH 380
#define HEIGHT_NARROW 300
#define WORDING_HEIGHT_NARROW 290
#define PAPER_HEIGHT 220
#define PAPER_HEIGHT_NARROW 110

struct _FwPapersPage
{
  FwStepPage parent_instance;

  GtkBox *columns;
  GtkStack *left_stack;
  GtkListBox *paper_list;
  GtkWidget *blank_card;
  GtkLabel *blank_label;
  GtkBox *blank_box;
  GtkWidget *lack_card;
  GtkBox *lack_box;
  FwWordingPane *wording_pane;
  GtkLabel *page_label;
  GtkWidget *edit_button;
  GtkButton *print_button;
  GtkWidget *issue_button;
  GtkWidget *reason_bar;
  GtkLabel *reason_label;
  GtkWidget *supply_button;
  FwWaiting *waiting;
  GtkScrolledWindow *paper_scroller;
  FwPaperView *paper_view;

  char *selected;            /* owned, nullable: id of the paper shown */
  FwCaseItem *paper;         /* owned, nullable: its item */
  char *blanks;              /* owned, nullable: which blanks the card shows, to leave entries alone while one types */
  GCancellable *cancellable; /* owned, nullable: of the layout under way */
  gboolean changed_since;    /* an issued paper does not come out as it was kept */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FwPapersPage, fw_papers_page, FW_TYPE_STEP_PAGE)

static FwCase *
case_of (FwPapersPage *self)
{
  return fw_step_page_get_case (FW_STEP_PAGE (self));
}

FwDocument *
_fw_papers_page_get_document (FwPapersPage *self)
{
  return fw_paper_view_get_document (self->paper_view);
}

FwCaseItem *
_fw_papers_page_get_paper (FwPapersPage *self)
{
  return self->paper;
}

FwWaiting *
_fw_papers_page_get_waiting (FwPapersPage *self)
{
  return self->waiting;
}

/* The paper that was chosen, while the case has it; else the one that is to be made next, or the first where all are made. */
static FwCaseItem *
dup_wanted (FwPapersPage *self)
{
  GListModel *papers = fw_case_get_documents (case_of (self));
  g_autoptr (FwCaseItem) due = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (FwCaseItem) paper = g_list_model_get_item (papers, i);

      if (g_strcmp0 (fw_case_item_get_id (paper), self->selected) == 0)
        return g_steal_pointer (&paper);
      if (fw_case_item_get_truth (paper, "due"))
        g_set_object (&due, paper);
    }
  if (due == NULL && g_list_model_get_n_items (papers) > 0)
    return g_list_model_get_item (papers, 0);
  return g_steal_pointer (&due);
}

static void
show_papers (FwPapersPage *self)
{
  GListModel *papers = fw_case_get_documents (case_of (self));
  g_autoptr (FwCaseItem) wanted = dup_wanted (self);
  GtkListBoxRow *row;

  self->filling = TRUE;
  g_set_object (&self->paper, wanted);
  g_free (self->selected);
  self->selected = g_strdup (wanted != NULL ? fw_case_item_get_id (wanted) : NULL);
  while ((row = gtk_list_box_get_row_at_index (self->paper_list, 0)) != NULL)
    gtk_list_box_remove (self->paper_list, GTK_WIDGET (row));
  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (FwCaseItem) paper = g_list_model_get_item (papers, i);
      GtkWidget *added = fw_paper_row_new (paper);

      gtk_list_box_append (self->paper_list, added);
      if (paper == wanted)
        gtk_list_box_select_row (self->paper_list, GTK_LIST_BOX_ROW (added));
    }
  self->filling = FALSE;
}

static char *
dup_blank_names (GListModel *blanks)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; blanks != NULL && i < g_list_model_get_n_items (blanks); i++)
    {
      g_autoptr (FwCaseItem) blank = g_list_model_get_item (blanks, i);

      g_string_append_printf (names, "%s\n", fw_case_item_get_id (blank));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
entry_has_focus (FwPapersPage *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->blank_box)) != NULL;
}

static GtkWidget *
make_blank (FwPapersPage *self,
            FwCaseItem *blank)
{
  GtkWidget *widget = fw_case_item_get_truth (blank, "settable") ? fw_answer_field_new_blank (case_of (self), blank)
                                                                 : fw_paper_worked_out_new (blank);

  g_object_set_data_full (G_OBJECT (widget), "blank", g_strdup (fw_case_item_get_id (blank)), g_free);
  return widget;
}

/* A blank that was just filled stays until the user leaves it: an entry must not go away under her hands. */
static void
show_blanks (FwPapersPage *self)
{
  GListModel *blanks = self->paper != NULL ? fw_case_item_get_list (self->paper, "missing") : NULL;
  guint count = blanks != NULL ? g_list_model_get_n_items (blanks) : 0;
  g_autofree char *names = g_strconcat (self->selected != NULL ? self->selected : "", "\n", NULL);
  g_autofree char *own = dup_blank_names (blanks);
  g_autofree char *key = g_strconcat (names, own, NULL);
  g_autofree char *text = g_strdup_printf (ngettext ("%u blank to fill", "%u blanks to fill", count), count);

  gtk_label_set_label (self->blank_label, text);
  if (g_strcmp0 (self->blanks, key) == 0)
    return;
  if (entry_has_focus (self) && self->blanks != NULL && g_str_has_prefix (self->blanks, names))
    return;
  g_free (self->blanks);
  self->blanks = g_steal_pointer (&key);
  fw_box_clear (self->blank_box);
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (FwCaseItem) blank = g_list_model_get_item (blanks, i);

      gtk_box_append (self->blank_box, make_blank (self, blank));
    }
  gtk_widget_set_visible (self->blank_card, count > 0);
}

static void begin_editing (FwPapersPage *self,
                           const char *block);

static void
read_again_cb (FwPapersPage *self)
{
  begin_editing (self, NULL);
}

static void
show_lacks (FwPapersPage *self)
{
  const char *const *kinds = self->paper != NULL ? fw_case_item_get_texts (self->paper, "reason-kinds") : NULL;
  const char *const *ids = self->paper != NULL ? fw_case_item_get_texts (self->paper, "reason-ids") : NULL;
  const char *const *texts = self->paper != NULL ? fw_case_item_get_texts (self->paper, "reasons") : NULL;
  guint count = 0;

  fw_box_clear (self->lack_box);
  for (guint i = 0; kinds != NULL && kinds[i] != NULL; i++)
    if (g_str_equal (kinds[i], "material") || g_str_equal (kinds[i], "check") || g_str_equal (kinds[i], "read-again"))
      {
        GtkWidget *button = fw_paper_lack_new (kinds[i], ids[i], texts[i]);

        if (g_str_equal (kinds[i], "read-again"))
          g_signal_connect_swapped (button, "clicked", G_CALLBACK (read_again_cb), self);
        gtk_box_append (self->lack_box, button);
        count++;
      }
  gtk_widget_set_visible (self->lack_card, count > 0);
}

/* Wording */

static gboolean
is_editing (FwPapersPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->left_stack), "wording") == 0;
}

static void
set_left_width (FwPapersPage *self)
{
  gboolean narrow = fw_adaptive_widget_get_narrow (self);
  int width = is_editing (self) ? WORDING_WIDTH : LEFT_WIDTH;
  int height = is_editing (self) ? WORDING_HEIGHT_NARROW : HEIGHT_NARROW;

  gtk_widget_set_size_request (GTK_WIDGET (self->left_stack), narrow ? -1 : width, narrow ? height : -1);
  gtk_scrolled_window_set_min_content_height (self->paper_scroller, narrow ? PAPER_HEIGHT_NARROW : PAPER_HEIGHT);
}

static void
scroll_to_block (FwPapersPage *self,
                 const char *block)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->paper_scroller);
  double top, bottom;

  if (fw_paper_view_find_block (self->paper_view, block, &top, &bottom))
    gtk_adjustment_clamp_page (adjustment, top, bottom);
}

static void
block_selected_cb (FwPapersPage *self,
                   const char *block)
{
  fw_paper_view_set_selected (self->paper_view, is_editing (self) ? block : NULL);
  scroll_to_block (self, block);
}

static void show_reasons (FwPapersPage *self);

/* @block: (nullable): the block to begin with */
static void
begin_editing (FwPapersPage *self,
               const char *block)
{
  FwDocument *document = _fw_papers_page_get_document (self);

  if (document == NULL || self->paper == NULL || fw_paper_get_state (self->paper) == FW_PAPER_ISSUED)
    return;
  fw_wording_pane_show (self->wording_pane, case_of (self), self->selected, document);
  gtk_stack_set_visible_child_name (self->left_stack, "wording");
  set_left_width (self);
  show_reasons (self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->edit_button), TRUE);
  if (block != NULL || !fw_wording_pane_select_first_to_read (self->wording_pane))
    fw_wording_pane_select (self->wording_pane, block);
  gtk_widget_grab_focus (GTK_WIDGET (self->wording_pane));
}

static void
end_editing (FwPapersPage *self)
{
  gtk_stack_set_visible_child_name (self->left_stack, "papers");
  set_left_width (self);
  show_reasons (self);
  fw_paper_view_set_selected (self->paper_view, NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->edit_button), FALSE);
}

static void
edit_toggled_cb (FwPapersPage *self)
{
  gboolean wanted = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->edit_button));

  if (wanted && !is_editing (self))
    begin_editing (self, NULL);
  else if (!wanted && is_editing (self))
    end_editing (self);
}

static void
wording_closed_cb (FwPapersPage *self)
{
  end_editing (self);
  gtk_widget_grab_focus (self->edit_button);
}

/* The entry that fills a gap of the block, if one does. */
static gboolean
lead_to_gap (FwPapersPage *self,
             const char *block)
{
  GPtrArray *gaps = fw_document_get_gaps (_fw_papers_page_get_document (self));

  for (guint i = 0; i < gaps->len; i++)
    {
      const FwDocumentGap *gap = gaps->pdata[i];

      if (g_strcmp0 (gap->block_id, block) != 0)
        continue;
      for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->blank_box)); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        if (g_strcmp0 (g_object_get_data (G_OBJECT (child), "blank"), gap->path) == 0)
          return gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
    }
  return FALSE;
}

/* While wording is edited a press takes the block under it; else two do, and one leads to what is blank there. */
static void
block_pressed_cb (FwPapersPage *self,
                  const char *block,
                  int presses)
{
  if (is_editing (self))
    fw_wording_pane_select (self->wording_pane, block);
  else if (presses == 2)
    begin_editing (self, block);
  else
    lead_to_gap (self, block);
}

/* What the first reason asks for; "" for none. */
static const char *
first_reason (FwPapersPage *self)
{
  const char *const *kinds = self->paper != NULL ? fw_case_item_get_texts (self->paper, "reason-kinds") : NULL;

  return kinds != NULL && kinds[0] != NULL ? kinds[0] : "";
}

static void
supply_cb (FwPapersPage *self)
{
  const char *kind = first_reason (self);

  /* A button says that it was pressed a moment after its key: whoever has reached a blank by then stays there. */
  if (g_str_equal (kind, "blank") && !entry_has_focus (self))
    gtk_widget_child_focus (GTK_WIDGET (self->blank_box), GTK_DIR_TAB_FORWARD);
  else if (g_str_equal (kind, "material"))
    gtk_widget_activate_action (GTK_WIDGET (self), "case.step", "i", (int) FW_CASE_STEP_MATERIALS);
  else if (g_str_equal (kind, "check"))
    gtk_widget_activate_action (GTK_WIDGET (self), "case.step", "i", (int) FW_CASE_STEP_CHECKS);
  else
    begin_editing (self, NULL);
}

static char *
dup_state_text (FwPapersPage *self,
                FwPaperState state)
{
  g_autofree char *day = NULL;
  g_autofree char *reasons = NULL;

  if (self->paper == NULL)
    return NULL;
  if (state == FW_PAPER_ISSUED)
    {
      day = fw_case_name_day (fw_case_item_get_text (self->paper, "issued-on"));
      return g_strdup_printf (self->changed_since
                                  ? _("Issued on %s. It looks a little different here than on the day: fonts or program have "
                                      "changed. Save it as PDF to get the kept paper itself.")
                                  : _("Issued on %s. It never changes; a change needs a correcting paper."),
                              day != NULL ? day : "?");
    }
  reasons = fw_paper_dup_reasons (self->paper);
  return reasons != NULL ? g_strdup_printf (_("A draft only: %s"), reasons) : NULL;
}

static void
show_reasons (FwPapersPage *self)
{
  FwPaperState state = self->paper != NULL ? fw_paper_get_state (self->paper) : FW_PAPER_DRAFT;
  g_autofree char *text = dup_state_text (self, state);

  gtk_label_set_label (self->reason_label, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reason_label), text);
  gtk_widget_set_visible (self->reason_bar, text != NULL && !(is_editing (self) && fw_adaptive_widget_get_narrow (self)));
  gtk_widget_set_visible (self->supply_button, state != FW_PAPER_ISSUED && *first_reason (self) != '\0' && !g_str_equal (first_reason (self), "time"));
  gtk_button_set_label (GTK_BUTTON (self->supply_button), fw_paper_name_supply (first_reason (self)));
  gtk_widget_set_visible (self->issue_button, state == FW_PAPER_READY);
  gtk_widget_set_sensitive (self->edit_button, state != FW_PAPER_ISSUED);
  gtk_button_set_label (self->print_button, state == FW_PAPER_DRAFT ? _("_Print draft") : _("_Print"));
}

/* Pages */

static guint
count_pages (FwPapersPage *self)
{
  FwDocument *document = _fw_papers_page_get_document (self);

  return document != NULL ? fw_document_get_n_pages (document) : 0;
}

static guint
current_page (FwPapersPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->paper_scroller);
  double middle = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 3;

  return fw_paper_view_get_page_at (self->paper_view, middle);
}

static void
show_page_number (FwPapersPage *self)
{
  guint pages = count_pages (self);
  /* Translators: the page in view, how many there are. */
  g_autofree char *text = pages > 0 ? g_strdup_printf (_("Page %u of %u"), current_page (self) + 1, pages) : g_strdup ("");

  gtk_label_set_label (self->page_label, text);
}

static void
page_asked_cb (FwPapersPage *self,
               int further)
{
  int last = (int) count_pages (self) - 1;
  guint page = (guint) CLAMP ((int) current_page (self) + further, 0, MAX (last, 0));
  double top = page > 0 ? fw_paper_view_get_page_top (self->paper_view, page) : 0;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->paper_scroller), top);
}

static void
page_before_cb (FwPapersPage *self)
{
  page_asked_cb (self, -1);
}

static void
page_after_cb (FwPapersPage *self)
{
  page_asked_cb (self, 1);
}

static void
show_document (FwPapersPage *self,
               FwDocument *owned_document)
{
  fw_paper_view_set_document (self->paper_view, owned_document);
  show_page_number (self);
  if (is_editing (self))
    fw_wording_pane_show (self->wording_pane, case_of (self), self->selected, owned_document);
}

static void
laid_out_cb (GObject *object,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (FwPapersPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  gboolean exact = FALSE;
  FwDocument *document = fw_case_lay_out_finish (FW_CASE (object), result, &exact, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  fw_waiting_end (self->waiting);
  if (document != NULL)
    {
      self->changed_since = self->paper != NULL && fw_paper_get_state (self->paper) == FW_PAPER_ISSUED && !exact;
      show_reasons (self);
      show_document (self, document);
      return;
    }
  problem = fw_problem_describe (error);
  gtk_label_set_label (self->reason_label, problem);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reason_label), error->message);
  gtk_widget_set_visible (self->reason_bar, TRUE);
}

/* The last page stays until the new one is there. */
static void
lay_out (FwPapersPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->paper == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  fw_waiting_begin (self->waiting, _("Laying the paper out…"), NULL);
  fw_case_lay_out_async (case_of (self), self->selected, fw_paper_get_state (self->paper) == FW_PAPER_DRAFT, self->cancellable,
                         laid_out_cb, g_object_ref (self));
}

static void
show_paper (FwPapersPage *self)
{
  self->changed_since = FALSE;
  show_blanks (self);
  show_lacks (self);
  show_reasons (self);
  if (is_editing (self) && (self->paper == NULL || fw_paper_get_state (self->paper) == FW_PAPER_ISSUED))
    end_editing (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    lay_out (self);
}

/* What the papers cite is the ground's own. */
static void
law_clicked_cb (FwPapersPage *self)
{
  FwCase *departure = fw_step_page_get_case (FW_STEP_PAGE (self));
  g_autofree char *ground = NULL;
  g_autofree char *key = NULL;

  g_object_get (departure, "ground", &ground, NULL);
  key = g_strconcat ("ground:", ground, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.read-law", "s", key);
}

static void
paper_selected_cb (FwPapersPage *self,
                   GtkListBoxRow *row)
{
  if (self->filling || row == NULL)
    return;
  g_free (self->selected);
  self->selected = g_strdup (g_object_get_data (G_OBJECT (row), "paper"));
  fw_step_page_judged (FW_STEP_PAGE (self));
}

static void
issue_cb (FwPapersPage *self)
{
  _fw_papers_page_issue (self);
}

static void
fw_papers_page_judged (FwStepPage *page)
{
  FwPapersPage *self = FW_PAPERS_PAGE (page);

  show_papers (self);
  show_paper (self);
}

static void
fw_papers_page_shown (FwStepPage *page)
{
  lay_out (FW_PAPERS_PAGE (page));
}

static void
fw_papers_page_narrow_changed (FwAdaptiveWidget *widget,
                               gboolean narrow)
{
  FwPapersPage *self = FW_PAPERS_PAGE (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  set_left_width (self);
}

void
_fw_papers_page_zoom (FwPapersPage *self,
                      int steps)
{
  if (steps == 0)
    fw_paper_view_set_zoom (self->paper_view, 0);
  else
    fw_paper_view_zoom_by (self->paper_view, steps);
}

static void
fw_papers_page_dispose (GObject *object)
{
  FwPapersPage *self = FW_PAPERS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->paper);
  G_OBJECT_CLASS (fw_papers_page_parent_class)->dispose (object);
}

static void
fw_papers_page_finalize (GObject *object)
{
  FwPapersPage *self = FW_PAPERS_PAGE (object);

  g_free (self->selected);
  g_free (self->blanks);
  G_OBJECT_CLASS (fw_papers_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, columns);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, left_stack);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, paper_list);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, blank_card);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, blank_label);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, blank_box);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, lack_card);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, lack_box);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, wording_pane);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, page_label);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, issue_button);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, reason_bar);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, reason_label);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, supply_button);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, paper_scroller);
  gtk_widget_class_bind_template_child (widget_class, FwPapersPage, paper_view);
  gtk_widget_class_bind_template_callback (widget_class, law_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_before_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_after_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, block_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, block_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, wording_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, issue_cb);
  gtk_widget_class_bind_template_callback (widget_class, supply_cb);
}

static void
fw_papers_page_class_init (FwPapersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_papers_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_papers_page_finalize;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_papers_page_narrow_changed;
  FW_STEP_PAGE_CLASS (klass)->judged = fw_papers_page_judged;
  FW_STEP_PAGE_CLASS (klass)->shown = fw_papers_page_shown;
  FW_STEP_PAGE_CLASS (klass)->job = "papers";
  FW_STEP_PAGE_CLASS (klass)->keeps_fields = TRUE;
  g_type_ensure (FW_TYPE_PAPER_VIEW);
  g_type_ensure (FW_TYPE_REVIEW_NOTE);
  g_type_ensure (FW_TYPE_TAB_STOP);
  g_type_ensure (FW_TYPE_WAITING);
  g_type_ensure (FW_TYPE_WORDING_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-papers-page.ui");
  bind_children (widget_class);
  _fw_papers_page_install_actions (widget_class);
}

static void
fw_papers_page_init (FwPapersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->paper_scroller), "value-changed",
                           G_CALLBACK (show_page_number), self, G_CONNECT_SWAPPED);
}

/**
 * fw_papers_page_select:
 * @paper: id of a paper of the case
 *
 * Shows that paper.
 */
void
fw_papers_page_select (FwPapersPage *self,
                       const char *paper)
{
  g_return_if_fail (FW_IS_PAPERS_PAGE (self));

  g_free (self->selected);
  self->selected = g_strdup (paper);
  fw_step_page_judged (FW_STEP_PAGE (self));
}
