#include "config.h"

#include "ui/departure/fw-risk-page.h"

#include <glib/gi18n.h>

#include "core/fw-number.h"
#include "documents/fw-document.h"
#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-offer-card.h"
#include "ui/departure/fw-paper-print.h"
#include "ui/departure/fw-review-note.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-verdict-row.h"

struct _FwRiskPage
{
  FwStepPage parent_instance;

  GtkBox *head_box;
  GtkLabel *weak_title;
  GtkListBox *weak_list;
  GtkBox *sides_box;
  GtkBox *dispute_box;
  GtkBox *exit_box;
  GtkBox *sum_box;
  GtkLabel *offers_hint;
  GtkBox *offers_box;

  GtkWidget *sum_field;          /* borrowed from the sum box */
  GtkFileChooserNative *chooser; /* owned, nullable: open */
};

G_DEFINE_FINAL_TYPE (FwRiskPage, fw_risk_page, FW_TYPE_STEP_PAGE)

#define SHEET "risk-sheet"

static FwCase *
case_of (FwRiskPage *self)
{
  return fw_step_page_get_case (FW_STEP_PAGE (self));
}

static FwCaseItem *
dup_sum (FwRiskPage *self,
         const char *id)
{
  GListModel *sums = fw_case_get_risk (case_of (self));

  for (guint i = 0; i < g_list_model_get_n_items (sums); i++)
    {
      g_autoptr (FwCaseItem) sum = g_list_model_get_item (sums, i);

      if (g_strcmp0 (fw_case_item_get_id (sum), id) == 0)
        return g_steal_pointer (&sum);
    }
  return NULL;
}

/* An amount as people read it; what is not known says so. */
static char *
name_sum (FwCaseItem *sum)
{
  const char *amount = sum != NULL ? fw_case_item_get_text (sum, "amount") : NULL;

  return amount != NULL ? fw_case_name_money (amount) : g_strdup (_("not known yet"));
}

/* The same with its currency, where no other follows. */
static char *
name_sum_in_full (FwCaseItem *sum)
{
  const char *amount = sum != NULL ? fw_case_item_get_text (sum, "amount") : NULL;

  return amount != NULL ? fw_case_name_sum (amount) : g_strdup (_("not known yet"));
}

/* The weak points */

static void
mend_clicked_cb (GtkButton *button,
                 FwCaseItem *point)
{
  const char *material = fw_case_item_get_text (point, "material");

  if (material != NULL)
    gtk_widget_activate_action (GTK_WIDGET (button), "case.material", "s", material);
  else
    gtk_widget_activate_action (GTK_WIDGET (button), "case.step", "i", fw_case_item_get_choice (point, "step"));
}

static void
article_activated_cb (FwVerdictRow *row,
                      FwCaseItem *point)
{
  const char *const *findings = fw_case_item_get_texts (point, "findings");

  fw_case_show_article (GTK_WIDGET (row), fw_case_item_get_text (point, "article"), fw_case_item_get_text (point, "article-text"),
                        findings != NULL ? findings[0] : NULL);
}

static const char *
name_mending (FwCaseItem *point)
{
  switch ((FwCaseStep) fw_case_item_get_choice (point, "step"))
    {
    case FW_CASE_STEP_MATERIALS:
      return _("Supply it");
    case FW_CASE_STEP_MONEY:
      return _("Change the day");
    default:
      return _("See the check");
    }
}

static GtkWidget *
make_mend_button (FwCaseItem *point)
{
  GtkWidget *button = gtk_button_new_with_label (name_mending (point));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name_mending (point), fw_case_item_get_text (point, "title"));
  g_autofree char *name = g_strconcat ("mend-", fw_case_item_get_id (point), NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  fw_spoken_name_set (button, spoken);
  fw_step_page_name_focus (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (mend_clicked_cb), point, 0);
  return button;
}

/* Why it is one, how it is mended, what is behind it, and what it may cost: each a line of its own. */
static char *
dup_detail (FwCaseItem *point)
{
  const char *const *found = fw_case_item_get_texts (point, "finding-titles");
  const char *const *costs = fw_case_item_get_texts (point, "cost-titles");
  const char *const *amounts = fw_case_item_get_texts (point, "cost-amounts");
  GString *text = g_string_new (fw_case_item_get_text (point, "why"));

  for (guint i = 0; found != NULL && found[i] != NULL; i++)
    {
      g_autofree char *first = fw_sentence_dup_first (found[i], NULL);

      g_string_append_printf (text, "\n· %s", first);
    }
  g_string_append_printf (text, _("\nTo mend it: %s"), fw_case_item_get_text (point, "mend"));
  for (guint i = 0; costs != NULL && costs[i] != NULL; i++)
    {
      g_autofree char *amount = *amounts[i] != '\0' ? fw_case_name_money (amounts[i]) : g_strdup (_("not known yet"));

      g_string_append_printf (text, i == 0 ? _("\nIt may cost: %1$s %2$s") : _("; or %1$s %2$s"), costs[i], amount);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_weak_row (FwCaseItem *point)
{
  g_autofree char *detail = dup_detail (point);
  GtkWidget *row = fw_verdict_row_new (FW_TAG_STYLE_NOTE, fw_case_item_get_text (point, "title"), detail);
  const char *const *findings = fw_case_item_get_texts (point, "findings");

  g_object_set (row, "article", fw_case_item_get_text (point, "article"), "word", "", NULL);
  fw_case_note_article (row, fw_case_item_get_text (point, "article"), fw_case_item_get_text (point, "article-text"),
                        findings != NULL ? findings[0] : NULL);
  g_signal_connect_object (row, "article-activated", G_CALLBACK (article_activated_cb), point, 0);
  fw_verdict_row_add_suffix (FW_VERDICT_ROW (row), make_mend_button (point));
  fw_step_page_name_focus (row, fw_case_item_get_id (point));
  return row;
}

static void
show_weak_points (FwRiskPage *self)
{
  GListModel *points = fw_case_get_weak_points (case_of (self));
  guint count = g_list_model_get_n_items (points);
  g_autofree char *title = count > 0 ? g_strdup_printf (ngettext ("%u weak point", "%u weak points", count), count)
                                     : g_strdup (_("No weak point was found"));
  GtkWidget *row;

  gtk_label_set_label (self->weak_title, title);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->weak_list))) != NULL)
    gtk_list_box_remove (self->weak_list, row);
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (FwCaseItem) point = g_list_model_get_item (points, i);

      gtk_list_box_append (self->weak_list, make_weak_row (point));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->weak_list), count > 0);
}

/* Side by side */

static void
append_sum (GtkBox *box,
            const char *title,
            FwCaseItem *sum,
            gboolean avoid)
{
  g_autofree char *amount = name_sum_in_full (sum);
  const char *assumes = sum != NULL ? fw_case_item_get_text (sum, "assumes") : NULL;

  fw_box_append_label (box, title, (const char *[]){ "dim-label", NULL });
  fw_box_append_label (box, amount, avoid ? (const char *[]){ "fw-figure", "fw-text", "block", NULL } : (const char *[]){ "fw-figure", NULL });
  if (assumes != NULL)
    fw_box_append_label (box, assumes, (const char *[]){ "caption", "dim-label", NULL });
}

static void
show_dispute (FwRiskPage *self)
{
  GListModel *sums = fw_case_get_risk (case_of (self));
  g_autoptr (FwCaseItem) lawful = dup_sum (self, "lawful");

  fw_box_clear (self->dispute_box);
  fw_box_append_label (self->dispute_box, lawful != NULL ? fw_case_item_get_text (lawful, "title") : _("If the talks fail and you go alone"),
                       (const char *[]){ "title-3", NULL });
  if (lawful != NULL)
    append_sum (self->dispute_box, _("Where the ground stands"), lawful, FALSE);
  for (guint i = 0; i < g_list_model_get_n_items (sums); i++)
    {
      g_autoptr (FwCaseItem) sum = g_list_model_get_item (sums, i);

      if (g_strcmp0 (fw_case_item_get_text (sum, "group"), "cost") == 0)
        append_sum (self->dispute_box, fw_case_item_get_text (sum, "title"), sum, TRUE);
    }
  if (g_list_model_get_n_items (fw_case_get_weak_points (case_of (self))) == 0)
    fw_box_append_label (self->dispute_box, lawful != NULL ? _("No weak point leads to more than this.")
                                                           : _("An agreement that is signed freely is rarely fought over."),
                         (const char *[]){ "caption", "dim-label", NULL });
}

/* Who goes of their own will and is owed nothing for it has nothing to bargain about. */
static gboolean
is_bargained (FwRiskPage *self)
{
  g_autoptr (FwCaseItem) lawful = dup_sum (self, "lawful");
  const char *amount = lawful != NULL ? fw_case_item_get_text (lawful, "amount") : NULL;
  g_autoptr (FwNumber) due = amount != NULL ? fw_number_parse (amount) : NULL;

  return g_strcmp0 (fw_case_get_kind (case_of (self)), "resignation") != 0 || due == NULL || fw_number_sign (due) > 0;
}

static void
show_exit (FwRiskPage *self)
{
  g_autoptr (FwCaseItem) low = dup_sum (self, "low");
  g_autoptr (FwCaseItem) high = dup_sum (self, "high");
  g_autoptr (FwCaseItem) extras = dup_sum (self, "extras");
  g_autoptr (FwCaseItem) all = dup_sum (self, "all");
  g_autofree char *from = name_sum (low);
  g_autofree char *to = name_sum_in_full (high);
  /* Translators: from the least to the most. */
  g_autofree char *range = g_strdup_printf (_("%1$s to %2$s"), from, to);
  g_autofree char *besides = name_sum_in_full (extras);
  g_autofree char *together = name_sum_in_full (all);
  g_autofree char *line = all != NULL ? g_strdup_printf (_("Offers besides: %1$s; with the sum offered: %2$s"), besides, together)
                                      : g_strdup_printf (_("Offers besides: %s"), besides);

  fw_box_clear (self->exit_box);
  fw_box_append_label (self->exit_box, low != NULL ? fw_case_item_get_text (low, "title") : _("Negotiated exit"),
                       (const char *[]){ "title-3", NULL });
  fw_box_append_label (self->exit_box, _("Talk between"), (const char *[]){ "dim-label", NULL });
  fw_box_append_label (self->exit_box, range, (const char *[]){ "fw-figure", NULL });
  if (low != NULL)
    fw_box_append_label (self->exit_box, fw_case_item_get_text (low, "assumes"), (const char *[]){ "caption", "dim-label", NULL });
  if (high != NULL)
    fw_box_append_label (self->exit_box, fw_case_item_get_text (high, "assumes"), (const char *[]){ "caption", "dim-label", NULL });
  fw_box_append_label (self->exit_box, line, (const char *[]){ "numeric", NULL });
}

/* The sum offered is asked for where there is an agreement; elsewhere there is the way to one. */
static void
show_sum (FwRiskPage *self)
{
  gboolean mutual = g_strcmp0 (fw_case_get_kind (case_of (self)), "mutual") == 0;

  gtk_widget_set_visible (self->sum_field, mutual);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (self->sum_field), !mutual);
  fw_answer_field_refresh (FW_ANSWER_FIELD (self->sum_field));
  gtk_label_set_label (self->offers_hint, mutual ? _("What is ticked stands in the agreement, and on the settlement where it is paid out.")
                                                 : _("Only a negotiated exit has offers; here is what each would cost."));
}

static void
show_offers (FwRiskPage *self)
{
  GListModel *offers = fw_case_get_offers (case_of (self));

  fw_box_clear (self->offers_box);
  for (guint i = 0; i < g_list_model_get_n_items (offers); i++)
    {
      g_autoptr (FwCaseItem) offer = g_list_model_get_item (offers, i);

      gtk_box_append (self->offers_box, fw_offer_card_new (case_of (self), offer));
    }
}

static void
fw_risk_page_judged (FwStepPage *page)
{
  FwRiskPage *self = FW_RISK_PAGE (page);

  show_weak_points (self);
  show_dispute (self);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->exit_box)), is_bargained (self));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->offers_box)), is_bargained (self));
  show_exit (self);
  show_sum (self);
  show_offers (self);
}

static char *
fw_risk_page_dup_state_line (FwStepPage *page)
{
  FwRiskPage *self = FW_RISK_PAGE (page);
  guint count = g_list_model_get_n_items (fw_case_get_weak_points (case_of (self)));
  g_autoptr (FwCaseItem) low = dup_sum (self, "low");
  g_autoptr (FwCaseItem) high = dup_sum (self, "high");
  g_autofree char *from = name_sum (low);
  g_autofree char *to = name_sum_in_full (high);

  if (low == NULL || !is_bargained (self))
    return NULL;
  if (count == 0)
    return g_strdup_printf (_("No weak point; an agreement lies between %1$s and %2$s"), from, to);
  return g_strdup_printf (ngettext ("%1$u weak point; an agreement lies between %2$s and %3$s",
                                    "%1$u weak points; an agreement lies between %2$s and %3$s", count), count, from, to);
}

/* On paper */

typedef struct
{
  FwRiskPage *page;     /* owned */
  GFile *file;          /* owned, nullable: to be saved there; else printed */
  FwDocument *document; /* owned once it is laid out: outlives the printing */
} Sheet;

static void
sheet_free (Sheet *self)
{
  g_object_unref (self->page);
  g_clear_object (&self->file);
  g_clear_pointer (&self->document, fw_document_unref);
  g_free (self);
}

static void
sheet_done_with (gpointer data,
                 GClosure *closure)
{
  sheet_free (data);
}

static GtkWindow *
window_of (FwRiskPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
printed_cb (GtkPrintOperation *operation,
            GtkPrintOperationResult printed,
            Sheet *sheet)
{
  g_autoptr (GError) error = NULL;

  if (printed == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      fw_case_note_copy (case_of (sheet->page), SHEET, "print");
      fw_case_tell (GTK_WIDGET (sheet->page), _("Printed; noted in the case"), FALSE);
    }
  if (printed != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  fw_problem_present (window_of (sheet->page), _("The paper was not printed"), NULL, error);
}

static void
print_sheet (Sheet *sheet)
{
  FwRiskPage *self = sheet->page;
  g_autoptr (GtkPrintOperation) operation = fw_paper_print_new (sheet->document, fw_case_get_number (case_of (self)));

  g_signal_connect_data (operation, "done", G_CALLBACK (printed_cb), sheet, sheet_done_with, 0);
  fw_paper_print_run (operation, window_of (self));
}

static void
laid_out_cb (GObject *object,
             GAsyncResult *result,
             gpointer data)
{
  Sheet *sheet = data;
  g_autoptr (GError) error = NULL;

  sheet->document = fw_case_lay_out_risk_finish (FW_CASE (object), result, &error);
  if (sheet->document == NULL)
    fw_problem_present (window_of (sheet->page),
                        sheet->file != NULL ? _("The paper was not saved") : _("The sheet was not laid out"), NULL, error);
  else if (sheet->file == NULL)
    {
      print_sheet (sheet);
      return;
    }
  else
    {
      fw_case_note_copy (case_of (sheet->page), SHEET, "export");
      fw_case_tell (GTK_WIDGET (sheet->page), _("Saved; noted in the case"), FALSE);
    }
  sheet_free (sheet);
}

static void
lay_out (FwRiskPage *self,
         GFile *file)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->page = g_object_ref (self);
  sheet->file = file != NULL ? g_object_ref (file) : NULL;
  fw_case_lay_out_risk_async (case_of (self), file, NULL, laid_out_cb, sheet);
}

static void
print_cb (FwRiskPage *self)
{
  lay_out (self, NULL);
}

static void
place_chosen_cb (FwRiskPage *self,
                 int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file != NULL)
    lay_out (self, file);
}

static void
save_cb (FwRiskPage *self)
{
  g_autofree char *name = NULL;

  if (self->chooser != NULL)
    return;
  /* Translators: the name of a file; a case number. */
  name = g_strdup_printf (_("Risk and negotiation %s.pdf"), fw_case_get_number (case_of (self)));
  self->chooser = gtk_file_chooser_native_new (_("Save as PDF"), window_of (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
fw_risk_page_narrow_changed (FwAdaptiveWidget *widget,
                             gboolean narrow)
{
  FwRiskPage *self = FW_RISK_PAGE (widget);
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head_box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides_box), orientation);
  gtk_box_set_homogeneous (self->sides_box, !narrow);
}

static void
fw_risk_page_constructed (GObject *object)
{
  FwRiskPage *self = FW_RISK_PAGE (object);

  G_OBJECT_CLASS (fw_risk_page_parent_class)->constructed (object);
  self->sum_field = fw_answer_field_new (case_of (self), "case/agreement/@amount", _("Total agreed or offered"), "money", NULL);
  gtk_box_prepend (self->sum_box, self->sum_field);
}

static void
fw_risk_page_dispose (GObject *object)
{
  g_clear_object (&FW_RISK_PAGE (object)->chooser);
  G_OBJECT_CLASS (fw_risk_page_parent_class)->dispose (object);
}

static void
fw_risk_page_class_init (FwRiskPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = fw_risk_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = fw_risk_page_dispose;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_risk_page_narrow_changed;
  FW_STEP_PAGE_CLASS (klass)->judged = fw_risk_page_judged;
  FW_STEP_PAGE_CLASS (klass)->dup_state_line = fw_risk_page_dup_state_line;
  FW_STEP_PAGE_CLASS (klass)->job = "risk";
  g_type_ensure (FW_TYPE_REVIEW_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-risk-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwRiskPage, head_box);
  gtk_widget_class_bind_template_child (widget_class, FwRiskPage, weak_title);
  gtk_widget_class_bind_template_child (widget_class, FwRiskPage, weak_list);
  gtk_widget_class_bind_template_child (widget_class, FwRiskPage, sides_box);
  gtk_widget_class_bind_template_child (widget_class, FwRiskPage, dispute_box);
  gtk_widget_class_bind_template_child (widget_class, FwRiskPage, exit_box);
  gtk_widget_class_bind_template_child (widget_class, FwRiskPage, sum_box);
  gtk_widget_class_bind_template_child (widget_class, FwRiskPage, offers_hint);
  gtk_widget_class_bind_template_child (widget_class, FwRiskPage, offers_box);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
fw_risk_page_init (FwRiskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
