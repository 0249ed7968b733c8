#include "config.h"

#include "ui/departure/fw-found-card.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-step-page.h"
#include "ui/employees/fw-record-words.h"

/* More than these are one line: twelve wages say the same as their months. */
#define MOST_SHOWN 3

struct _FwFoundCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkBox *record_box;
  GtkCheckButton *judged_check;
  GtkLabel *ask_label;
  GtkWidget *take_button;
  char *material; /* owned, nullable: id of the one shown */
};

G_DEFINE_FINAL_TYPE (FwFoundCard, fw_found_card, GTK_TYPE_WIDGET)

enum
{
  TAKE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_line (FwFoundCard *self,
          const char *text,
          const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style_class);
  gtk_box_append (self->record_box, label);
}

static void
add_record (FwFoundCard *self,
            FwCaseItem *found)
{
  g_autofree char *day = fw_case_name_day (fw_case_item_get_text (found, "date"));
  const char *kind = fw_record_words_kind (fw_case_item_get_text (found, "kind"));
  g_autofree char *heading = day != NULL ? g_strdup_printf ("%s · %s", kind, day) : g_strdup (kind);
  g_autofree char *line = fw_record_words_line (fw_case_item_get_object (found, "record"));

  add_line (self, heading, "heading");
  add_line (self, line, "caption");
}

static void
add_span (FwFoundCard *self,
          GListModel *list)
{
  guint count = g_list_model_get_n_items (list);
  g_autoptr (FwCaseItem) first = g_list_model_get_item (list, 0);
  g_autoptr (FwCaseItem) last = g_list_model_get_item (list, count - 1);
  g_autofree char *from = fw_case_name_day (fw_case_item_get_text (first, "date"));
  g_autofree char *until = fw_case_name_day (fw_case_item_get_text (last, "date"));
  g_autofree char *heading = g_strdup_printf (ngettext ("%s: %u record", "%s: %u records", count),
                                              fw_record_words_kind (fw_case_item_get_text (first, "kind")), count);
  g_autofree char *span = from != NULL && until != NULL ? g_strdup_printf (_("%s to %s"), from, until) : NULL;

  add_line (self, heading, "heading");
  if (span != NULL)
    add_line (self, span, "caption");
}

static void
judged_cb (FwFoundCard *self)
{
  gtk_widget_set_sensitive (self->take_button, !gtk_widget_get_visible (GTK_WIDGET (self->judged_check)) ||
                                                 gtk_check_button_get_active (self->judged_check));
}

static void
take_cb (FwFoundCard *self)
{
  g_signal_emit (self, signals[TAKE], 0);
}

/**
 * fw_found_card_show:
 * @material: (nullable): a FwMaterialItem
 *
 * Shows what was found of @material; nothing where nothing was. An answer given to the question stays while the same
 * material is shown.
 */
void
fw_found_card_show (FwFoundCard *self,
                    FwCaseItem *material)
{
  GListModel *list = material != NULL ? fw_case_item_get_list (material, "found") : NULL;
  guint count = list != NULL ? g_list_model_get_n_items (list) : 0;
  const char *ask = material != NULL ? fw_case_item_get_text (material, "ask") : NULL;
  const char *id = material != NULL ? fw_case_item_get_id (material) : NULL;

  g_return_if_fail (FW_IS_FOUND_CARD (self));

  if (g_strcmp0 (self->material, id) != 0)
    gtk_check_button_set_active (self->judged_check, FALSE);
  g_free (self->material);
  self->material = g_strdup (id);
  fw_box_clear (self->record_box);
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
  for (guint i = 0; i < count && count <= MOST_SHOWN; i++)
    {
      g_autoptr (FwCaseItem) found = g_list_model_get_item (list, i);

      add_record (self, found);
    }
  if (count > MOST_SHOWN)
    add_span (self, list);
  gtk_label_set_label (self->ask_label, ask != NULL ? ask : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->judged_check), GTK_ACCESSIBLE_PROPERTY_LABEL, ask != NULL ? ask : "",
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->ask_label), ask != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->judged_check), ask != NULL);
  judged_cb (self);
}

static void
fw_found_card_dispose (GObject *object)
{
  g_clear_pointer (&FW_FOUND_CARD (object)->card, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_found_card_parent_class)->dispose (object);
}

static void
fw_found_card_finalize (GObject *object)
{
  g_free (FW_FOUND_CARD (object)->material);
  G_OBJECT_CLASS (fw_found_card_parent_class)->finalize (object);
}

static void
fw_found_card_class_init (FwFoundCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_found_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_found_card_finalize;
  signals[TAKE] = g_signal_new ("take", FW_TYPE_FOUND_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-found-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FwFoundCard, card);
  gtk_widget_class_bind_template_child (widget_class, FwFoundCard, record_box);
  gtk_widget_class_bind_template_child (widget_class, FwFoundCard, judged_check);
  gtk_widget_class_bind_template_child (widget_class, FwFoundCard, ask_label);
  gtk_widget_class_bind_template_child (widget_class, FwFoundCard, take_button);
  gtk_widget_class_bind_template_callback (widget_class, judged_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
fw_found_card_init (FwFoundCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_step_page_name_focus (GTK_WIDGET (self->judged_check), "judged");
}

/**
 * fw_found_card_suggest:
 * @suggest: whether to take it in is the page's main action
 */
void
fw_found_card_suggest (FwFoundCard *self,
                       gboolean suggest)
{
  g_return_if_fail (FW_IS_FOUND_CARD (self));

  if (suggest)
    gtk_widget_add_css_class (self->take_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->take_button, "suggested-action");
}
