#include "config.h"

#include "ui/departure/fw-offer-card.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-step-page.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"

/* Something that may be offered besides money: to be offered or not, what is asked of it, what it costs, what the agreement says. */

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

/* What it costs; before all is said, what one of it does, and never a nought for what is not known. */
static char *
dup_cost (FwCaseItem *offer)
{
  const char *cost = fw_case_item_get_text (offer, "cost");
  const char *each = fw_case_item_get_text (offer, "each");
  g_autofree char *money = fw_case_name_money (cost != NULL ? cost : each);

  if (g_strcmp0 (cost, "0.00") == 0)
    return g_strdup (_("Costs nothing"));
  if (cost != NULL)
    return g_steal_pointer (&money);
  if (each != NULL)
    /* Translators: an amount, and what it is for: a working day. */
    return g_strdup_printf (_("%1$s for %2$s"), money, fw_case_item_get_text (offer, "unit"));
  return g_strdup (fw_case_item_get_truth (offer, "offered") ? _("Still to say") : _("As agreed"));
}

static void
toggled_cb (GtkCheckButton *check,
            FwCase *departure)
{
  FwCaseItem *offer = g_object_get_data (G_OBJECT (check), "offer");
  g_autoptr (GError) error = NULL;

  if (!fw_case_offer (departure, fw_case_item_get_id (offer), gtk_check_button_get_active (check), &error))
    fw_problem_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (check))), _("The offer was not changed"), NULL, error);
}

static GtkWidget *
make_head (FwCase *departure,
           FwCaseItem *offer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *title = make_label (fw_case_item_get_text (offer, "title"), (const char *[]){ "heading", NULL });
  g_autofree char *cost = dup_cost (offer);
  GtkWidget *amount = make_label (cost, (const char *[]){ "numeric", NULL });
  g_autofree char *spoken = g_strdup_printf ("%s, %s", fw_case_item_get_text (offer, "title"), cost);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (amount), 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), fw_case_item_get_truth (offer, "offered"));
  gtk_widget_set_sensitive (check, fw_case_item_get_truth (offer, "may-offer") && !fw_case_has_ended (departure));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  fw_spoken_name_set (check, spoken);
  g_object_set_data_full (G_OBJECT (check), "offer", g_object_ref (offer), g_object_unref);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), departure, 0);
  fw_step_page_name_focus (check, fw_case_item_get_id (offer));
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), amount);
  return box;
}

/* What is asked of it, side by side where there is room. */
static GtkWidget *
make_fields (FwCase *departure,
             FwCaseItem *offer)
{
  GListModel *blanks = fw_case_item_get_list (offer, "blanks");
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 12);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 2);
  for (guint i = 0; i < g_list_model_get_n_items (blanks); i++)
    {
      g_autoptr (FwCaseItem) blank = g_list_model_get_item (blanks, i);
      GtkWidget *field = fw_answer_field_new_blank (departure, blank);

      fw_step_page_name_focus (field, fw_case_item_get_id (blank));
      gtk_flow_box_append (GTK_FLOW_BOX (box), field);
      gtk_widget_set_focusable (gtk_widget_get_parent (field), FALSE);
    }
  return box;
}

static void
article_clicked_cb (GtkButton *button,
                    FwCaseItem *offer)
{
  fw_case_show_article (GTK_WIDGET (button), fw_case_item_get_text (offer, "article"),
                        fw_case_item_get_text (offer, "article-text"), NULL);
}

static void
append_offered (GtkBox *card,
                FwCase *departure,
                FwCaseItem *offer)
{
  const char *clause = fw_case_item_get_text (offer, "clause");
  const char *paid = fw_case_item_get_text (offer, "paid");
  GtkWidget *article;

  if (g_list_model_get_n_items (fw_case_item_get_list (offer, "blanks")) > 0)
    gtk_box_append (card, make_fields (departure, offer));
  if (clause != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("In the agreement: %s"), clause);

      gtk_box_append (card, make_label (text, (const char *[]){ NULL }));
    }
  else
    gtk_box_append (card, make_label (_("The agreement has its clause once all of it is said."),
                                      (const char *[]){ "fw-text", "missing", NULL }));
  if (paid != NULL)
    gtk_box_append (card, make_label (paid, (const char *[]){ "caption", "dim-label", NULL }));
  article = gtk_button_new_with_label (fw_case_item_get_text (offer, "article"));
  gtk_widget_set_halign (article, GTK_ALIGN_START);
  gtk_widget_add_css_class (article, "flat");
  gtk_widget_add_css_class (article, "fw-chip");
  g_signal_connect_object (article, "clicked", G_CALLBACK (article_clicked_cb), offer, 0);
  gtk_box_append (card, article);
}

/**
 * fw_offer_card_new:
 * @offer: an item of fw_case_get_offers()
 *
 * Returns: (transfer floating): the offer as a card; it can be changed only in a negotiated exit
 */
GtkWidget *
fw_offer_card_new (FwCase *departure,
                   FwCaseItem *offer)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, "fw-card");
  gtk_box_append (GTK_BOX (card), make_head (departure, offer));
  gtk_box_append (GTK_BOX (card), make_label (fw_case_item_get_text (offer, "why"), (const char *[]){ "caption", "dim-label", NULL }));
  if (fw_case_item_get_truth (offer, "offered"))
    {
      gtk_widget_add_css_class (card, "selected");
      append_offered (GTK_BOX (card), departure, offer);
    }
  return card;
}
