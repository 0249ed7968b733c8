#include "config.h"

#include "ui/departure/fw-leaving-reasons.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-step-page.h"
#include "ui/fw-quotation.h"
#include "ui/widgets/fw-verdict-row.h"

struct _FwLeavingReasons
{
  GtkWidget parent_instance;

  FwCase *departure; /* NULL: none yet */
  GtkWidget *content;
  GtkWidget *change_button;
  GtkWidget *empty_label;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (FwLeavingReasons, fw_leaving_reasons, GTK_TYPE_WIDGET)

static void
change_cb (FwLeavingReasons *self)
{
  fw_leaving_reasons_dialog_present (GTK_WIDGET (self), self->departure);
}

static GtkWidget *
make_row (FwCaseItem *reason,
          guint rank)
{
  const char *words = fw_case_item_get_text (reason, "words");
  g_autofree char *quoted = words != NULL ? fw_quotation_dup (words) : NULL;
  const char *place = rank == 0 ? _("Main reason") : _("Also");
  g_autofree char *detail = quoted != NULL ? g_strdup_printf ("%s · %s", place, quoted) : g_strdup (place);
  GtkWidget *row = fw_verdict_row_new (FW_TAG_STYLE_PLAIN, fw_case_item_get_text (reason, "name"), detail);

  g_object_set (row, "word", "", NULL);
  fw_step_page_name_focus (row, fw_case_item_get_id (reason));
  return row;
}

static void
show_reasons (FwLeavingReasons *self)
{
  GListModel *reasons = self->departure != NULL ? fw_case_get_reasons (self->departure) : NULL;
  guint n = reasons != NULL ? g_list_model_get_n_items (reasons) : 0;
  gboolean withdrawn = self->departure != NULL && fw_case_get_state (self->departure) == FW_CASE_STATE_WITHDRAWN;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FwCaseItem) reason = g_list_model_get_item (reasons, i);

      gtk_list_box_append (self->list, make_row (reason, i));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->empty_label, n == 0 && !withdrawn);
  gtk_widget_set_visible (self->change_button, !withdrawn);
  gtk_button_set_label (GTK_BUTTON (self->change_button), n > 0 ? _("C_hange the reasons…") : _("C_hoose reasons…"));
}

static void
judged_cb (FwLeavingReasons *self)
{
  gboolean judging;

  g_object_get (self->departure, "judging", &judging, NULL);
  if (!judging)
    show_reasons (self);
}

/**
 * fw_leaving_reasons_set_case:
 * @departure: (nullable): whose reasons to show, from now on as they change
 */
void
fw_leaving_reasons_set_case (FwLeavingReasons *self,
                             FwCase *departure)
{
  g_return_if_fail (FW_IS_LEAVING_REASONS (self));

  if (self->departure == departure)
    {
      show_reasons (self);
      return;
    }
  if (self->departure != NULL)
    g_signal_handlers_disconnect_by_func (self->departure, judged_cb, self);
  g_set_object (&self->departure, departure);
  if (departure != NULL)
    g_signal_connect_object (departure, "notify::judging", G_CALLBACK (judged_cb), self, G_CONNECT_SWAPPED);
  show_reasons (self);
}

static void
fw_leaving_reasons_dispose (GObject *object)
{
  FwLeavingReasons *self = FW_LEAVING_REASONS (object);

  g_clear_object (&self->departure);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_leaving_reasons_parent_class)->dispose (object);
}

static void
fw_leaving_reasons_class_init (FwLeavingReasonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_leaving_reasons_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-leaving-reasons.ui");
  gtk_widget_class_bind_template_child (widget_class, FwLeavingReasons, content);
  gtk_widget_class_bind_template_child (widget_class, FwLeavingReasons, change_button);
  gtk_widget_class_bind_template_child (widget_class, FwLeavingReasons, empty_label);
  gtk_widget_class_bind_template_child (widget_class, FwLeavingReasons, list);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
}

static void
fw_leaving_reasons_init (FwLeavingReasons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
