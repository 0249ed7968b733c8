#include "config.h"

#include "ui/departure/fw-block-card.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-override-dialog.h"

struct _FwBlockCard
{
  GtkWidget parent_instance;

  FwCase *departure;      /* owned */
  FwFindingItem *finding; /* owned */

  GtkWidget *card;
  GtkLabel *title_label;
  GtkButton *article_button;
  GtkLabel *until_label;
  GtkWidget *ways_label;
  GtkFlowBox *action_box;
};

G_DEFINE_FINAL_TYPE (FwBlockCard, fw_block_card, GTK_TYPE_WIDGET)

/* The ways out that a pack may name, and where each leads. A way that needs no other room is not listed twice. */
static const struct
{
  const char *id;
  const char *label;
  FwCaseStep step;
} ways[] = {
  { "change-to-mutual", N_("Change to a _negotiated exit"), FW_CASE_STEP_WAY },
  { "change-ground", N_("Choose another _ground"), FW_CASE_STEP_WAY },
  { "supply-fact", N_("Supply what is _unknown"), FW_CASE_STEP_WHO },
  { "print-union-letter", N_("Print the _union letter…"), FW_CASE_STEP_PAPERS },
  { "confirm-local", N_("_Confirm the figure"), FW_CASE_STEP_MONEY },
};

/* The kind decides the ground that a negotiated exit begins with; who proposed is asked on the page that follows. */
static void
change_to_mutual (FwBlockCard *self)
{
  GListModel *grounds = fw_case_get_grounds (self->departure);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (grounds); i++)
    {
      g_autoptr (FwCaseItem) ground = g_list_model_get_item (grounds, i);

      if (g_strcmp0 (fw_case_item_get_text (ground, "kind"), "mutual") != 0)
        continue;
      if (!fw_case_choose (self->departure, "mutual", fw_case_item_get_id (ground), &error))
        g_warning ("case: %s", error->message);
      return;
    }
}

static void
way_clicked_cb (GtkButton *button,
                FwBlockCard *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "way"));
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_STACK));
  FwCaseStep step = ways[index].step;

  /* Changing the way judges again, which takes this card away: go first. */
  gtk_widget_activate_action (root, "case.step", "i", (int) step);
  if (g_strcmp0 (ways[index].id, "change-to-mutual") == 0)
    change_to_mutual (self);
}

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
                        fw_case_item_get_text (item, "article-text"));
}

static void
add_button (FwBlockCard *self,
            GtkWidget *button)
{
  gtk_flow_box_insert (self->action_box, button, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
add_ways (FwBlockCard *self,
          gboolean suggest)
{
  const char *const *actions = fw_case_item_get_texts (FW_CASE_ITEM (self->finding), "actions");

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *button;

      if (actions == NULL || !g_strv_contains (actions, ways[i].id))
        continue;
      button = gtk_button_new_with_mnemonic (_(ways[i].label));
      g_object_set_data (G_OBJECT (button), "way", GUINT_TO_POINTER (i));
      g_signal_connect (button, "clicked", G_CALLBACK (way_clicked_cb), self);
      if (suggest)
        gtk_widget_add_css_class (button, "suggested-action");
      suggest = FALSE;
      add_button (self, button);
    }
  if (fw_case_item_get_truth (FW_CASE_ITEM (self->finding), "can-override"))
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_("_Override by a lawyer…"));

      gtk_widget_add_css_class (button, "flat");
      g_signal_connect (button, "clicked", G_CALLBACK (override_clicked_cb), self);
      add_button (self, button);
    }
  gtk_widget_set_visible (self->ways_label, gtk_flow_box_get_child_at_index (self->action_box, 0) != NULL);
}

static void
show_finding (FwBlockCard *self)
{
  FwCaseItem *item = FW_CASE_ITEM (self->finding);
  const char *title = fw_case_item_get_text (item, "title");
  g_autofree char *day = fw_case_name_day (fw_case_item_get_text (item, "until"));
  g_autofree char *until = day != NULL ? g_strdup_printf (_("until %s"), day) : NULL;

  gtk_label_set_label (self->title_label, title);
  gtk_button_set_label (self->article_button, fw_case_item_get_text (item, "article"));
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
  gtk_widget_class_bind_template_child (widget_class, FwBlockCard, article_button);
  gtk_widget_class_bind_template_child (widget_class, FwBlockCard, until_label);
  gtk_widget_class_bind_template_child (widget_class, FwBlockCard, ways_label);
  gtk_widget_class_bind_template_child (widget_class, FwBlockCard, action_box);
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
 *
 * Returns: (transfer floating): the card of @finding
 */
GtkWidget *
fw_block_card_new (FwCase *departure,
                   FwFindingItem *finding,
                   gboolean suggest)
{
  FwBlockCard *self = g_object_new (FW_TYPE_BLOCK_CARD, NULL);

  self->departure = g_object_ref (departure);
  self->finding = g_object_ref (finding);
  show_finding (self);
  add_ways (self, suggest);
  return GTK_WIDGET (self);
}
