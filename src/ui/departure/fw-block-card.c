#include "config.h"

#include "ui/departure/fw-block-card.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-override-dialog.h"
#include "ui/departure/fw-step-page.h"
#include "ui/departure/fw-way-out.h"

struct _FwBlockCard
{
  GtkWidget parent_instance;

  FwCase *departure;      /* owned */
  FwFindingItem *finding; /* owned */

  GtkWidget *card;
  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkButton *article_button;
  GtkLabel *article_label;
  GtkLabel *until_label;
  GtkWidget *ways_label;
  GtkWidget *source_box;
  GtkBox *action_box;
  GtkBox *blank_box;
};

G_DEFINE_FINAL_TYPE (FwBlockCard, fw_block_card, GTK_TYPE_WIDGET)

static void
override_clicked_cb (GtkButton *button,
                     FwBlockCard *self)
{
  fw_override_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->departure,
                              fw_case_item_get_id (FW_CASE_ITEM (self->finding)));
}

static void
article_clicked_cb (FwBlockCard *self)
{
  FwCaseItem *item = FW_CASE_ITEM (self->finding);

  fw_case_show_article (GTK_WIDGET (self->article_button), fw_case_item_get_text (item, "article"),
                        fw_case_item_get_text (item, "article-text"), fw_case_item_get_id (item));
}

static void
add_ways (FwBlockCard *self,
          gboolean suggest)
{
  fw_way_out_add_buttons (self->action_box, self->departure, self->finding, suggest);
  gtk_widget_set_visible (self->ways_label, gtk_widget_get_first_child (GTK_WIDGET (self->action_box)) != NULL);
  if (fw_case_item_get_truth (FW_CASE_ITEM (self->finding), "can-override"))
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_("_Override by a lawyer…"));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_hexpand (button, TRUE);
      gtk_widget_set_halign (button, gtk_orientable_get_orientation (GTK_ORIENTABLE (self->action_box)) ==
                                             GTK_ORIENTATION_VERTICAL ? GTK_ALIGN_FILL : GTK_ALIGN_END);
      g_signal_connect (button, "clicked", G_CALLBACK (override_clicked_cb), self);
      gtk_box_append (self->action_box, button);
    }
}

/* What is unknown is asked for right here, where the case can say it. */
static void
add_blanks (FwBlockCard *self)
{
  GListModel *blanks = fw_case_item_get_list (FW_CASE_ITEM (self->finding), "blanks");
  guint count = blanks != NULL ? g_list_model_get_n_items (blanks) : 0;

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (FwCaseItem) blank = g_list_model_get_item (blanks, i);
      GtkWidget *field = fw_answer_field_new_blank (self->departure, blank);

      fw_step_page_name_focus (field, fw_case_item_get_id (blank));
      gtk_box_append (self->blank_box, field);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->blank_box), count > 0);
}

static void
show_finding (FwBlockCard *self)
{
  FwCaseItem *item = FW_CASE_ITEM (self->finding);
  const char *rest;
  g_autofree char *title = fw_sentence_dup_first (fw_case_item_get_text (item, "title"), &rest);
  g_autofree char *until = fw_case_name_until (item);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->text_label, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), *rest != '\0');
  gtk_label_set_label (self->article_label, fw_case_item_get_text (item, "article"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->article_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  fw_case_item_get_text (item, "article"), -1);
  gtk_label_set_label (self->until_label, until != NULL ? until : "");
  gtk_widget_set_visible (GTK_WIDGET (self->until_label), until != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
fw_block_card_dispose (GObject *object)
{
  FwBlockCard *self = FW_BLOCK_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_block_card_parent_class)->dispose (object);
}

static void
fw_block_card_finalize (GObject *object)
{
  FwBlockCard *self = FW_BLOCK_CARD (object);

  g_clear_object (&self->departure);
  g_clear_object (&self->finding);
  G_OBJECT_CLASS (fw_block_card_parent_class)->finalize (object);
}

static void
fw_block_card_class_init (FwBlockCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_block_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_block_card_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-block-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FwBlockCard, card);
  gtk_widget_class_bind_template_child (widget_class, FwBlockCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, FwBlockCard, text_label);
  gtk_widget_class_bind_template_child (widget_class, FwBlockCard, source_box);
  gtk_widget_class_bind_template_child (widget_class, FwBlockCard, article_button);
  gtk_widget_class_bind_template_child (widget_class, FwBlockCard, article_label);
  gtk_widget_class_bind_template_child (widget_class, FwBlockCard, until_label);
  gtk_widget_class_bind_template_child (widget_class, FwBlockCard, ways_label);
  gtk_widget_class_bind_template_child (widget_class, FwBlockCard, action_box);
  gtk_widget_class_bind_template_child (widget_class, FwBlockCard, blank_box);
  gtk_widget_class_bind_template_callback (widget_class, article_clicked_cb);
}

static void
fw_block_card_init (FwBlockCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fw_block_card_new:
 * @suggest: whether its first way out is the page's main action
 * @narrow: whether its buttons stand under one another
 *
 * Returns: (transfer floating): the card of @finding
 */
GtkWidget *
fw_block_card_new (FwCase *departure,
                   FwFindingItem *finding,
                   gboolean suggest,
                   gboolean narrow)
{
  FwBlockCard *self = g_object_new (FW_TYPE_BLOCK_CARD, NULL);

  self->departure = g_object_ref (departure);
  self->finding = g_object_ref (finding);
  if (narrow)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->source_box), GTK_ORIENTATION_VERTICAL);
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->action_box), GTK_ORIENTATION_VERTICAL);
    }
  show_finding (self);
  add_blanks (self);
  add_ways (self, suggest);
  fw_case_note_article (GTK_WIDGET (self), fw_case_item_get_text (FW_CASE_ITEM (finding), "article"),
                        fw_case_item_get_text (FW_CASE_ITEM (finding), "article-text"),
                        fw_case_item_get_id (FW_CASE_ITEM (finding)));
  return GTK_WIDGET (self);
}
