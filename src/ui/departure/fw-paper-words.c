#include "config.h"

#include "ui/departure/fw-paper-words.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-step-page.h"
#include "ui/widgets/fw-verdict-row.h"

/* What the page of papers says of one of them, and the rows in which it says so. */

/**
 * fw_paper_get_state:
 *
 * Returns: how far the paper is
 */
FwPaperState
fw_paper_get_state (FwCaseItem *paper)
{
  return (FwPaperState) fw_case_item_get_choice (paper, "state");
}

/* How far a paper is, and how long it is. */
static char *
dup_paper_detail (FwCaseItem *paper)
{
  GListModel *missing = fw_case_item_get_list (paper, "missing");
  guint blanks = missing != NULL ? g_list_model_get_n_items (missing) : 0;

  if (fw_paper_get_state (paper) == FW_PAPER_ISSUED)
    {
      g_autofree char *day = fw_case_name_day (fw_case_item_get_text (paper, "issued-on"));

      return g_strdup_printf (_("issued on %s · %s"), day != NULL ? day : "?", fw_case_item_get_text (paper, "number"));
    }
  if (fw_paper_get_state (paper) == FW_PAPER_READY)
    return g_strdup (_("can be issued"));
  if (fw_case_item_get_truth (paper, "read-again"))
    return g_strdup (_("draft · your wording to be read again"));
  if (blanks > 0)
    return g_strdup_printf (ngettext ("draft · %u blank to fill", "draft · %u blanks to fill", blanks), blanks);
  return g_strdup (_("draft"));
}

/**
 * fw_paper_row_new:
 *
 * Returns: a row of the list of papers. Its data "paper" is the id
 */
GtkWidget *
fw_paper_row_new (FwCaseItem *paper)
{
  static const FwTagStyle styles[] = {
    [FW_PAPER_DRAFT] = FW_TAG_STYLE_MISSING,
    [FW_PAPER_READY] = FW_TAG_STYLE_CLEAR,
    [FW_PAPER_ISSUED] = FW_TAG_STYLE_CLEAR,
  };
  g_autofree char *detail = dup_paper_detail (paper);
  GtkWidget *row = fw_verdict_row_new (styles[fw_paper_get_state (paper)], fw_case_item_get_text (paper, "title"), detail);

  g_object_set (row, "word", "", NULL);
  g_object_set_data_full (G_OBJECT (row), "paper", g_strdup (fw_case_item_get_id (paper)), g_free);
  fw_step_page_name_focus (row, fw_case_item_get_id (paper));
  return row;
}

static const char *
name_way (FwCaseStep step)
{
  static const char *const ways[] = {
    [FW_CASE_STEP_WHO] = N_("See who"),       [FW_CASE_STEP_WAY] = N_("See the ground"),
    [FW_CASE_STEP_MATERIALS] = N_("See the materials"), [FW_CASE_STEP_CHECKS] = N_("See the checks"),
    [FW_CASE_STEP_MONEY] = N_("See the money"),     [FW_CASE_STEP_RISK] = N_("See the risk"),
  };

  return _(ways[step]);
}

/**
 * fw_paper_worked_out_new:
 * @blank: a blank that is worked out and not typed
 *
 * Returns: what says of what it comes, and leads there
 */
GtkWidget *
fw_paper_worked_out_new (FwCaseItem *blank)
{
  FwCaseStep step = (FwCaseStep) fw_case_item_get_choice (blank, "step");
  const char *hint = fw_case_item_get_text (blank, "hint");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (fw_case_item_get_text (blank, "label"));
  GtkWidget *source = gtk_label_new (hint != NULL ? hint : _("Worked out, not typed."));
  GtkWidget *button = gtk_button_new_with_label (name_way (step));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (source), 0);
  gtk_label_set_wrap (GTK_LABEL (source), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.step");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) step);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), source);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/**
 * fw_paper_dup_reasons:
 *
 * Returns: (transfer full) (nullable): why @paper is a draft only, in the user's words; %NULL: it is not
 */
char *
fw_paper_dup_reasons (FwCaseItem *paper)
{
  const char *const *texts = fw_case_item_get_texts (paper, "reasons");
  const char *const *kinds = fw_case_item_get_texts (paper, "reason-kinds");
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autofree char *text = g_strcmp0 (kinds[i], "check") == 0      ? fw_sentence_dup_first (texts[i], NULL)
                              : g_strcmp0 (kinds[i], "read-again") == 0 ? g_strdup (_("a changed wording to be read again"))
                                                                        : g_strdup (texts[i]);

      g_string_append_printf (list, "%s%s", list->len > 0 ? _("; ") : "", text);
    }
  return list->len > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

/**
 * fw_paper_lack_new:
 * @kind: "material", "check" or "read-again"
 * @id: of the material or check
 * @text: what is missing or barred
 *
 * Returns: a button that leads to where it is put right; that of "read-again" leads nowhere by itself
 */
GtkWidget *
fw_paper_lack_new (const char *kind,
                   const char *id,
                   const char *text)
{
  gboolean material = g_str_equal (kind, "material"), read_again = g_str_equal (kind, "read-again");
  g_autofree char *name = read_again ? g_strdup (_("The facts behind your own wording have changed: read it again"))
                          : material ? g_strdup (text)
                                     : fw_sentence_dup_first (text, NULL);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  FwTagStyle style = material || read_again ? FW_TAG_STYLE_MISSING : FW_TAG_STYLE_BLOCKED;
  GtkWidget *image = gtk_image_new_from_icon_name (fw_tag_style_get_icon (style));
  GtkWidget *label = gtk_label_new (name);

  gtk_widget_set_css_classes (image, (const char *[]){ "fw-mark", fw_tag_style_get_class (style), NULL });
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "fw-way");
  if (!read_again)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), material ? "case.material" : "case.step");
  if (material)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  else if (!read_again)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) FW_CASE_STEP_CHECKS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  fw_step_page_name_focus (button, id);
  return button;
}

/**
 * fw_paper_name_supply:
 * @kind: of the first reason why the paper is a draft only
 *
 * Returns: (transfer none): what puts it right, with its key
 */
const char *
fw_paper_name_supply (const char *kind)
{
  if (g_str_equal (kind, "material"))
    return _("S_upply it");
  if (g_str_equal (kind, "check"))
    return _("See the _checks");
  return g_str_equal (kind, "blank") ? _("_Fill it in") : _("_Read again");
}
