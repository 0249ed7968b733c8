#include "config.h"

#include "ui/departure/fw-changes-card.h"

#include <glib/gi18n.h>

#include "departure/fw-case.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-reason-dialog.h"
#include "ui/fw-problem.h"
#include "ui/preferences/fw-figure-entry.h"

struct _FwChangesCard
{
  GtkBox parent_instance;

  FwCase *departure;  /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (FwChangesCard, fw_changes_card, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_CASE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *id;
  const char *title;
} words[] = {
  { "figure/enterprise-average-wage", N_("Average wage of the company") },
  { "figure/confirmed", N_("The figures are confirmed") },
  { "pack/version", N_("Version of the law as this program has it") },
  { "amount/severance", N_("Severance N") },
  { "amount/notice", N_("Pay in lieu of notice") },
  { "amount/damages", N_("Unlawful: 2N") },
  { "amount/tax", N_("Income tax") },
};

static const struct
{
  const char *value;
  const char *word;
} values[] = {
  { "true", N_("yes") },
  { "false", N_("no") },
};

static const char *
name_change (FwCaseItem *row)
{
  const char *title = fw_case_item_get_text (row, "title");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].id, fw_case_item_get_id (row)) == 0)
      return _(words[i].title);
  if (g_strcmp0 (fw_case_item_get_text (row, "sort"), "figure") == 0)
    return fw_figure_words_kind (fw_case_item_get_text (row, "name"));
  return title != NULL ? title : g_str_has_prefix (fw_case_item_get_id (row), "amount/") ? _("Another amount")
                                                                                         : fw_case_item_get_text (row, "name");
}

static char *
name_value (FwCaseItem *row, const char *value)
{
  const char *sort = fw_case_item_get_text (row, "sort");

  if (value == NULL)
    return g_strdup (g_str_equal (sort, "check") ? _("nothing") : _("not known"));
  if (g_str_equal (sort, "check"))
    return g_strdup (fw_verdict_word (g_str_equal (value, "block") ? FW_VERDICT_BLOCKED : FW_VERDICT_NOTE));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_str_equal (values[i].value, value))
      return g_strdup (_(values[i].word));
  if (g_str_equal (sort, "figure") || g_str_equal (sort, "amount"))
    return fw_case_name_money (value);
  return g_strdup (value);
}

/* "97,500.00 → 130,000.00", heard as from and to. */
static GtkWidget *
make_row (FwCaseItem *row)
{
  g_autofree char *before = name_value (row, fw_case_item_get_text (row, "before"));
  g_autofree char *after = name_value (row, fw_case_item_get_text (row, "after"));
  g_autofree char *text = g_strdup_printf (_("%1$s: %2$s → %3$s"), name_change (row), before, after);
  /* TRANSLATORS: what changed, before, after. */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: from %2$s to %3$s"), name_change (row), before, after);
  GtkWidget *value = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_widget_add_css_class (value, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return value;
}

static void
append_text (FwChangesCard *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwChangesCard) self = data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!fw_case_act_finish (FW_CASE (source), result, &error) && GTK_IS_WINDOW (root))
    fw_problem_present (GTK_WINDOW (root), _("It could not be done"), NULL, error);
}

static void
acknowledge_cb (FwChangesCard *self)
{
  fw_case_acknowledge_async (self->departure, NULL, done_cb, g_object_ref (self));
}

static void
reason_cb (const char *reason, gpointer data)
{
  FwChangesCard *self = data;

  fw_case_move_basis_async (self->departure, reason, NULL, done_cb, g_object_ref (self));
}

static void
move_cb (FwChangesCard *self)
{
  fw_reason_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Move to the figures of today?"),
                            _("Papers that are issued stay as they are. Say why the case no longer keeps what it was decided on; it goes on record."),
                            _("_Move"), reason_cb, g_object_ref (self), g_object_unref);
}

static void
append_button (FwChangesCard *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (button, !fw_case_has_ended (self->departure));
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);
}

static void
show_changes (FwChangesCard *self)
{
  GListModel *rows = fw_case_get_changes (self->departure);
  const char *fixed_on = fw_case_get_fixed_on (self->departure);
  g_autofree char *day = fw_case_name_day (fixed_on);
  g_autofree char *since = NULL;

  fw_box_clear (GTK_BOX (self));
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (rows) > 0);
  if (g_list_model_get_n_items (rows) == 0)
    return;
  append_text (self, fixed_on != NULL ? _("Law or figures have changed since the first paper")
                                      : _("Law or figures have changed: look at what comes of it"), "heading");
  if (fixed_on != NULL)
    {
      since = g_strdup_printf (_("This departure keeps what it was decided on (%1$s, law version %2$s). With what holds today it would be:"),
                               day, fw_case_get_fixed_version (self->departure));
      append_text (self, since, NULL);
    }
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (rows, i);

      gtk_box_append (GTK_BOX (self), make_row (row));
    }
  if (fixed_on != NULL)
    append_button (self, _("_Move to the figures of today…"), G_CALLBACK (move_cb));
  else
    append_button (self, _("I have _seen it"), G_CALLBACK (acknowledge_cb));
}

static void
set_case (FwChangesCard *self, FwCase *departure)
{
  if (!g_set_object (&self->departure, departure) || departure == NULL)
    return;
  g_signal_connect_object (fw_case_get_changes (departure), "items-changed", G_CALLBACK (show_changes), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (departure, "notify::verdict", G_CALLBACK (show_changes), self, G_CONNECT_SWAPPED);
  show_changes (self);
}

static void
fw_changes_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CASE)
    g_value_set_object (value, FW_CHANGES_CARD (object)->departure);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_changes_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CASE)
    set_case (FW_CHANGES_CARD (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_changes_card_dispose (GObject *object)
{
  g_clear_object (&FW_CHANGES_CARD (object)->departure);
  G_OBJECT_CLASS (fw_changes_card_parent_class)->dispose (object);
}

static void
fw_changes_card_class_init (FwChangesCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fw_changes_card_get_property;
  object_class->set_property = fw_changes_card_set_property;
  object_class->dispose = fw_changes_card_dispose;
  properties[PROP_CASE] =
    g_param_spec_object ("case", NULL, NULL, FW_TYPE_CASE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fw_changes_card_init (FwChangesCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "fw-card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "warn");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
