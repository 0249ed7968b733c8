#include "config.h"

#include "ui/departure/fw-settlement-view.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-settlement-dialog.h"
#include "ui/departure/fw-step-page.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tag.h"

struct _FwSettlementView
{
  GtkBox parent_instance;

  FwCase *departure; /* owned, nullable until it is shown */

  GtkLabel *heading_label;
  GtkLabel *state_label;
  GtkWidget *none_button;
  GtkWidget *add_button;
  GtkListBox *line_list;
};

G_DEFINE_FINAL_TYPE (FwSettlementView, fw_settlement_view, GTK_TYPE_BOX)

static gboolean
is_sum (FwCaseItem *line)
{
  return g_strcmp0 (fw_case_item_get_text (line, "group"), "sum") == 0;
}

static gboolean
is_open (FwCaseItem *line)
{
  return fw_case_item_get_text (line, "amount") == NULL && !fw_case_item_get_truth (line, "out");
}

static gboolean
is_taken (FwCaseItem *line)
{
  const char *group = fw_case_item_get_text (line, "group");

  return g_strcmp0 (group, "deduction") == 0 || g_strcmp0 (group, "tax") == 0;
}

static const char *
name_line (FwCaseItem *line)
{
  static const struct
  {
    const char *id;
    const char *name;
  } sums[] = { { "gross", N_("Payable in all") }, { "deductions", N_("Deducted in all") }, { "net", N_("Paid out") } };
  const char *title = fw_case_item_get_text (line, "title");

  for (guint i = 0; is_sum (line) && i < G_N_ELEMENTS (sums); i++)
    if (g_strcmp0 (sums[i].id, fw_case_item_get_id (line)) == 0)
      return _(sums[i].name);
  return title != NULL ? title : "";
}

/* How the amount came about, in one line: what is missing, why it was changed, or the working. */
static char *
dup_detail (FwCaseItem *line)
{
  GListModel *blanks = fw_case_item_get_list (line, "blanks");
  const char *reason = fw_case_item_get_text (line, "reason");
  const char *formula = fw_case_item_get_text (line, "formula");
  const char *article = fw_case_item_get_text (line, "article");
  g_autofree char *reckoned = NULL;

  if (is_sum (line))
    return NULL;
  if (fw_case_item_get_truth (line, "changed") && fw_case_item_get_text (line, "reckoned") != NULL)
    {
      reckoned = fw_case_name_money (fw_case_item_get_text (line, "reckoned"));
      return g_strdup_printf (_("Reckoned: %s. Changed because: %s"), reckoned, reason != NULL ? reason : "?");
    }
  if (fw_case_item_get_truth (line, "own") && reason != NULL)
    return g_strdup (reason);
  if (is_open (line) && blanks != NULL && g_list_model_get_n_items (blanks) > 0)
    {
      g_autoptr (FwCaseItem) blank = g_list_model_get_item (blanks, 0);

      return g_strdup_printf (_("Still to say: %s"), fw_case_item_get_text (blank, "label"));
    }
  if (is_open (line) && !fw_case_item_get_truth (line, "asked"))
    return g_strdup (_("Cannot be reckoned yet: a fact or a confirmed local figure is missing"));
  if (is_open (line))
    return g_strdup (fw_case_item_get_truth (line, "optional") ? _("Say the amount, or that there is none")
                                                               : _("Payroll knows it: say the amount"));
  if (formula != NULL && *formula != '\0' && article != NULL)
    return g_strdup_printf ("%s · %s", formula, article);
  return g_strdup (formula != NULL && *formula != '\0' ? formula : article);
}

static GtkWidget *
make_label (const char *text,
            const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (label, classes[i]);
  return label;
}

static GtkWidget *
make_tag (FwCaseItem *line)
{
  if (fw_case_item_get_truth (line, "out"))
    return fw_tag_new (FW_TAG_STYLE_PLAIN, _("Taken off"));
  if (is_sum (line))
    return NULL;
  if (is_open (line))
    return fw_tag_new (FW_TAG_STYLE_MISSING, _("Missing"));
  if (fw_case_item_get_truth (line, "own"))
    return fw_tag_new (FW_TAG_STYLE_NOTE, _("Added"));
  return fw_case_item_get_truth (line, "changed") ? fw_tag_new (FW_TAG_STYLE_NOTE, _("Changed")) : NULL;
}

static char *
dup_amount (FwCaseItem *line)
{
  const char *amount = fw_case_item_get_text (line, "amount");
  g_autofree char *text = NULL;

  if (amount == NULL || (fw_case_item_get_truth (line, "out")))
    return g_strdup ("—");
  text = fw_case_name_money (amount);
  return is_taken (line) && g_strcmp0 (amount, "0.00") != 0 ? g_strconcat ("−", text, NULL) : g_steal_pointer (&text);
}

static GtkWidget *
make_texts (FwCaseItem *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *detail = dup_detail (line);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_label (name_line (line), is_sum (line) ? (const char *[]){ "heading", NULL }
                                                                             : (const char *[]){ NULL }));
  if (detail != NULL)
    gtk_box_append (GTK_BOX (box), make_label (detail, (const char *[]){ "caption", "dim-label", NULL }));
  return box;
}

/* A line is a row that opens its dialog; what is read out says name, amount and how it came about. */
static GtkWidget *
make_row (FwCaseItem *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *tag = make_tag (line);
  GtkWidget *amount_label;
  g_autofree char *amount = dup_amount (line);
  g_autofree char *detail = dup_detail (line);
  g_autofree char *spoken = g_strjoin (". ", name_line (line), amount, detail, NULL);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), make_texts (line));
  if (tag != NULL)
    {
      gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), tag);
    }
  amount_label = make_label (amount, is_sum (line) ? (const char *[]){ "numeric", "heading", NULL }
                                                   : (const char *[]){ "numeric", NULL });
  gtk_label_set_xalign (GTK_LABEL (amount_label), 1);
  gtk_label_set_width_chars (GTK_LABEL (amount_label), 12);
  gtk_box_append (GTK_BOX (box), amount_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !is_sum (line));
  g_object_set_data_full (G_OBJECT (row), "line", g_object_ref (line), g_object_unref);
  fw_spoken_name_set (row, spoken);
  fw_step_page_name_focus (row, fw_case_item_get_id (line));
  return row;
}

static void
fill_list (FwSettlementView *self,
           GListModel *lines)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->line_list))) != NULL)
    gtk_list_box_remove (self->line_list, row);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (FwCaseItem) line = g_list_model_get_item (lines, i);

      gtk_list_box_append (self->line_list, make_row (line));
    }
}

static void
show_state (FwSettlementView *self,
            GListModel *lines)
{
  guint open = 0, changed = 0, optional = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (FwCaseItem) line = g_list_model_get_item (lines, i);

      if (is_sum (line))
        continue;
      open += is_open (line) ? 1 : 0;
      optional += is_open (line) && fw_case_item_get_truth (line, "optional") ? 1 : 0;
      changed += fw_case_item_get_truth (line, "changed") ? 1 : 0;
    }
  if (open > 0)
    text = g_strdup_printf (ngettext ("%u line has no amount yet; without it there is no sum.",
                                      "%u lines have no amount yet; without them there is no sum.", open), open);
  else if (changed > 0)
    text = g_strdup_printf (ngettext ("%u line differs from what was reckoned; its reason stands on the sheet.",
                                      "%u lines differ from what was reckoned; their reasons stand on the sheet.", changed), changed);
  else
    text = g_strdup (_("Every line as reckoned. Choose a line to see its working or to change it, with a reason."));
  gtk_label_set_label (self->state_label, text);
  gtk_widget_set_visible (self->none_button, optional > 0 && !fw_case_has_ended (self->departure));
  gtk_widget_set_visible (self->add_button, !fw_case_has_ended (self->departure));
}

/**
 * fw_settlement_view_show:
 * @departure: the case as it is judged now
 *
 * Shows its settlement; nothing at all where there is none yet.
 */
void
fw_settlement_view_show (FwSettlementView *self,
                         FwCase *departure)
{
  GListModel *lines = fw_case_get_settlement (departure);

  g_set_object (&self->departure, departure);
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (lines) > 0);
  show_state (self, lines);
  fill_list (self, lines);
}

static void
row_activated_cb (FwSettlementView *self,
                  GtkListBoxRow *row)
{
  FwCaseItem *line = g_object_get_data (G_OBJECT (row), "line");

  if (line != NULL && !is_sum (line))
    fw_settlement_dialog_present (GTK_WIDGET (self), self->departure, line);
}

static void
add_clicked_cb (FwSettlementView *self)
{
  fw_settlement_dialog_present (GTK_WIDGET (self), self->departure, NULL);
}

static void
said_none_cb (GObject *object,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (FwSettlementView) self = data;
  g_autoptr (GError) error = NULL;

  if (fw_case_act_finish (FW_CASE (object), result, &error))
    {
      fw_case_tell (GTK_WIDGET (self), _("Noted: none of the rest"), TRUE);
      gtk_widget_child_focus (GTK_WIDGET (self->line_list), GTK_DIR_TAB_FORWARD);
    }
  else
    fw_problem_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("The settlement was not changed"), NULL, error);
}

static void
none_clicked_cb (FwSettlementView *self)
{
  fw_case_settle_none_async (self->departure, NULL, said_none_cb, g_object_ref (self));
}

static void
fw_settlement_view_dispose (GObject *object)
{
  g_clear_object (&FW_SETTLEMENT_VIEW (object)->departure);
  G_OBJECT_CLASS (fw_settlement_view_parent_class)->dispose (object);
}

static void
fw_settlement_view_class_init (FwSettlementViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_settlement_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-settlement-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FwSettlementView, heading_label);
  gtk_widget_class_bind_template_child (widget_class, FwSettlementView, state_label);
  gtk_widget_class_bind_template_child (widget_class, FwSettlementView, none_button);
  gtk_widget_class_bind_template_child (widget_class, FwSettlementView, add_button);
  gtk_widget_class_bind_template_child (widget_class, FwSettlementView, line_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_clicked_cb);
}

static void
fw_settlement_view_init (FwSettlementView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
