#include "config.h"

#include "ui/departure/fw-ground-detail.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-block-card.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-step-page.h"

/**
 * fw_ground_detail_make_line:
 *
 * Returns: (transfer floating): a mark with a text beside it
 */
GtkWidget *
fw_ground_detail_make_line (const char *icon_name,
                            const char *style_class,
                            const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_css_classes (image, (const char *[]){ "fw-mark", "fw-beside", style_class, NULL });
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_heading (GtkBox *card,
             const char *heading)
{
  GtkWidget *label = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (card, label);
}

static void
add_texts (GtkBox *card,
           const char *heading,
           const char *icon_name,
           const char *style_class,
           const char *const *texts)
{
  if (texts == NULL || texts[0] == NULL)
    return;
  add_heading (card, heading);
  for (guint i = 0; texts[i] != NULL; i++)
    gtk_box_append (card, fw_ground_detail_make_line (icon_name, style_class, texts[i]));
}

/* Texts in their order, counted, not ticked: nothing here says that they are proved or done. */
static void
add_counted (GtkBox *card,
             const char *heading,
             const char *const *texts)
{
  if (texts == NULL || texts[0] == NULL)
    return;
  add_heading (card, heading);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
      GtkWidget *number_label = gtk_label_new (number);
      GtkWidget *label = gtk_label_new (texts[i]);

      gtk_widget_add_css_class (number_label, "fw-step-number");
      gtk_widget_set_valign (number_label, GTK_ALIGN_START);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (box), number_label);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (card, box);
    }
}

static void
add_proofs (GtkBox *card,
            const char *const *proves)
{
  guint count = proves != NULL ? g_strv_length ((GStrv) proves) : 0;
  g_autofree char *heading = g_strdup_printf (ngettext ("It has to prove %u thing", "It has to prove %u things", count),
                                              count);

  add_counted (card, heading, proves);
}

/* How much of the proof is on file: the materials of the chosen ground. */
static void
add_material_count (GtkBox *card,
                    FwCase *departure)
{
  GListModel *materials = fw_case_get_materials (departure);
  guint required = 0, present = 0;
  g_autofree char *text = NULL;
  GtkWidget *label;

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (FwCaseItem) material = g_list_model_get_item (materials, i);

      if (!fw_case_item_get_truth (material, "required"))
        continue;
      required++;
      present += fw_case_item_get_choice (material, "state") == FW_MATERIAL_PRESENT;
    }
  if (required == 0)
    return;
  /* Translators: materials on file, materials required. */
  text = g_strdup_printf (_("Proof on file: %u of %u required materials"), present, required);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (card, label);
}

/* What bars the chosen ground itself; what is merely missing is the next pages' matter. */
static void
add_bars (GtkBox *box,
          FwCase *departure)
{
  GListModel *findings = fw_case_get_findings (departure);
  gboolean suggest = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (FwFindingItem) finding = g_list_model_get_item (findings, i);
      FwCaseItem *item = FW_CASE_ITEM (finding);

      if (fw_case_item_get_choice (item, "verdict") != FW_VERDICT_BLOCKED || fw_case_item_get_truth (item, "overridden"))
        continue;
      /* Beside the grounds there is little width at any time. */
      gtk_box_append (box, fw_block_card_new (departure, finding, suggest, TRUE));
      suggest = FALSE;
    }
}

static GtkWidget *
make_hint (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* Whether it is known, or one of the checks waits for it. */
static gboolean
is_asked (FwCase *departure,
          const char *path)
{
  GListModel *findings = fw_case_get_findings (departure);

  if (fw_case_get (departure, path) != NULL)
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (FwCaseItem) finding = g_list_model_get_item (findings, i);
      const char *const *unknown = fw_case_item_get_texts (finding, "unknown");

      if (unknown != NULL && g_strv_contains (unknown, path))
        return TRUE;
    }
  return FALSE;
}

static void
add_question (GtkBox *box,
              FwCase *departure,
              const char *path,
              const char *label)
{
  GtkWidget *field = fw_answer_field_new (departure, path, label, "text", NULL);

  gtk_widget_add_css_class (field, "fw-card");
  fw_step_page_name_focus (field, path);
  gtk_box_append (box, field);
}

/* Who spoke first, and what was offered and answered at the end of a term, are facts of their own: the ground must fit them, not
 * the other way about. Here they stay to be seen and changed; a check asks only while they are unknown. */
static void
add_questions (GtkBox *box,
               FwCase *departure,
               FwCaseItem *ground)
{
  static const struct
  {
    const char *path;
    const char *label;
  } asked[] = {
    { "departure/@employer-offer", N_("On what terms does the company offer to renew?") },
    { "departure/@employee-renews", N_("Would the employee renew?") },
    { "departure/@employee-requests-open-ended", N_("Does the employee, asked in writing, want an open-ended contract?") },
  };
  const char *kind = fw_case_item_get_text (ground, "kind");

  if (g_strcmp0 (kind, "mutual") == 0)
    add_question (box, departure, "departure/@proposer", _("Who spoke of it first, by the record?"));
  for (guint i = 0; g_strcmp0 (kind, "expiry") == 0 && i < G_N_ELEMENTS (asked); i++)
    if (is_asked (departure, asked[i].path))
      add_question (box, departure, asked[i].path, _(asked[i].label));
}

/**
 * fw_ground_detail_fill:
 * @ground: (nullable): the chosen ground
 *
 * Shows in @box what stands against the chosen ground, what it has to prove, what is often done wrong.
 */
void
fw_ground_detail_fill (GtkBox *box,
                       FwCase *departure,
                       FwCaseItem *ground)
{
  GtkWidget *title, *card;

  fw_box_clear (box);
  if (ground == NULL)
    {
      gtk_box_append (box, make_hint (_("Choose a ground to see what it has to prove.")));
      return;
    }
  title = gtk_label_new (fw_case_item_get_text (ground, "title"));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (box, title);
  add_questions (box, departure, ground);
  add_bars (box, departure);
  card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (card, "fw-card");
  add_proofs (GTK_BOX (card), fw_case_item_get_texts (ground, "proves"));
  add_material_count (GTK_BOX (card), departure);
  add_counted (GTK_BOX (card), _("Step by step"), fw_case_item_get_texts (ground, "steps"));
  add_texts (GTK_BOX (card), _("Common mistakes"), "dialog-warning-symbolic", "warn",
             fw_case_item_get_texts (ground, "mistakes"));
  add_texts (GTK_BOX (card), _("What a tribunal looks at"), "dialog-information-symbolic", "accent",
             fw_case_item_get_texts (ground, "tribunal"));
  gtk_box_append (box, card);
}
