#include "config.h"

#include "ui/departure/fw-settlement-dialog.h"

#include <glib/gi18n.h>

#include "core/fw-number.h"
#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tall-scroll.h"
#include "ui/widgets/fw-working-table.h"

/* The kinds of line that a person may add. */
static const struct
{
  const char *group;
  const char *name;
} groups[] = {
  { "earning", N_("Wages and what belongs to them") },
  { "severance", N_("Severance and other sums for leaving") },
  { "reimbursement", N_("Expenses to reimburse") },
  { "deduction", N_("Deduction that the law allows") },
  { "tax", N_("Tax") },
};

/* One line being changed, or a new one. */
typedef struct
{
  FwCase *departure; /* owned */
  GtkWidget *from;   /* owned: where it is told that it was done */
  FwCaseItem *line;  /* owned, nullable: a new line */
  AdwMessageDialog *dialog;
  GtkEditable *name_entry;
  GtkDropDown *group_drop_down;
  GtkEditable *basis_entry;
  GtkEditable *amount_entry;
  GtkCheckButton *out_check;
  GtkWidget *reason_label;
  GtkEditable *reason_entry;
  GtkLabel *hint_label;
} Editing;

static void
editing_free (gpointer data)
{
  Editing *self = data;

  g_object_unref (self->departure);
  g_object_unref (self->from);
  g_clear_object (&self->line);
  g_free (self);
}

static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* The amount as typed, also with its thousands parted; NULL where it is none. */
static FwNumber *
read_amount (Editing *self)
{
  g_autofree char *text = dup_text (self->amount_entry);
  g_auto (GStrv) parts = g_strsplit_set (text, ", ", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  g_autoptr (FwNumber) number = *plain != '\0' ? fw_number_parse (plain) : NULL;
  g_autoptr (FwNumber) shown = number != NULL ? fw_number_half_up (number, 2) : NULL;

  if (number == NULL || fw_number_sign (number) < 0 || fw_number_compare (number, shown) != 0)
    return NULL;
  return g_steal_pointer (&number);
}

static FwNumber *
reckoned_of (Editing *self)
{
  const char *text = self->line != NULL ? fw_case_item_get_text (self->line, "reckoned") : NULL;

  return text != NULL ? fw_number_parse (text) : NULL;
}

static gboolean
is_own (Editing *self)
{
  return self->line == NULL || fw_case_item_get_truth (self->line, "own");
}

/* Whether what stands there now differs from what the program reckons, and so needs a reason. */
static gboolean
needs_reason (Editing *self)
{
  g_autoptr (FwNumber) amount = read_amount (self);
  g_autoptr (FwNumber) reckoned = reckoned_of (self);

  if (is_own (self) || gtk_check_button_get_active (self->out_check))
    return TRUE;
  return reckoned != NULL && amount != NULL && fw_number_compare (amount, reckoned) != 0;
}

/* What is still wrong, in words; NULL: nothing. */
static const char *
find_fault (Editing *self)
{
  g_autofree char *text = dup_text (self->amount_entry);
  g_autofree char *reason = dup_text (self->reason_entry);
  g_autofree char *name = dup_text (self->name_entry);
  g_autoptr (FwNumber) amount = read_amount (self);
  gboolean out = gtk_check_button_get_active (self->out_check);

  if (is_own (self) && *name == '\0')
    return _("Say what it is.");
  if (amount == NULL && !out && (*text != '\0' || is_own (self)))
    return _("An amount with two digits, such as 1,250.00");
  if (amount == NULL && !out && fw_case_item_get_truth (self->line, "asked"))
    return _("Say the amount; 0 where there is none.");
  if (needs_reason (self) && g_utf8_strlen (reason, -1) < 2)
    return _("Say why: it stands on the sheet.");
  return NULL;
}

static void
changed_cb (Editing *self)
{
  const char *fault = find_fault (self);
  gboolean out = gtk_check_button_get_active (self->out_check);

  gtk_widget_set_sensitive (GTK_WIDGET (self->amount_entry), !out);
  gtk_widget_set_visible (self->reason_label, needs_reason (self));
  gtk_widget_set_visible (GTK_WIDGET (self->reason_entry), needs_reason (self));
  gtk_label_set_label (self->hint_label, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), fault != NULL);
  adw_message_dialog_set_response_enabled (self->dialog, "go", fault == NULL);
}

static void
settled_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (fw_case_act_finish (FW_CASE (object), result, &error))
    fw_case_tell (from, _("The settlement is reckoned anew"), TRUE);
  else
    fw_problem_present (GTK_WINDOW (gtk_widget_get_root (from)), _("The settlement was not changed"), NULL, error);
}

static void
send (Editing *self,
      gboolean back)
{
  g_autofree char *name = dup_text (self->name_entry);
  g_autofree char *basis = dup_text (self->basis_entry);
  g_autofree char *reason = dup_text (self->reason_entry);
  g_autoptr (FwNumber) number = back ? NULL : read_amount (self);
  g_autofree char *amount = fw_number_to_fixed (number, 2);
  FwSettlementChange change = { 0 };

  change.line = self->line != NULL ? fw_case_item_get_id (self->line) : NULL;
  change.out = !back && gtk_check_button_get_active (self->out_check);
  change.amount = amount;
  change.reason = !back && needs_reason (self) ? reason : NULL;
  if (is_own (self))
    {
      change.group = groups[gtk_drop_down_get_selected (self->group_drop_down)].group;
      change.label = name;
      change.basis = *basis != '\0' ? basis : NULL;
    }
  fw_case_settle_async (self->departure, &change, NULL, settled_cb, g_object_ref (self->from));
}

static void
response_cb (Editing *self,
             const char *response)
{
  if (g_strcmp0 (response, "go") == 0)
    send (self, FALSE);
  else if (g_strcmp0 (response, "back") == 0)
    send (self, TRUE);
}

/* The table knows a step's citation only; what the article says stands with the step. */
static void
article_activated_cb (FwWorkingTable *table,
                      const char *article,
                      FwCaseItem *line)
{
  GListModel *working = fw_case_item_get_list (line, "working");

  for (guint i = 0; i < g_list_model_get_n_items (working); i++)
    {
      g_autoptr (FwCaseItem) step = g_list_model_get_item (working, i);

      if (g_strcmp0 (fw_case_item_get_text (step, "article"), article) != 0)
        continue;
      fw_case_show_article (GTK_WIDGET (table), article, fw_case_item_get_text (step, "article-text"), NULL);
      return;
    }
}

/* How the program came to its amount, and what it has to be told before it can. */
static void
show_line (Editing *self,
           GtkBuilder *builder)
{
  FwWorkingTable *table = FW_WORKING_TABLE (gtk_builder_get_object (builder, "working_table"));
  GtkBox *blank_box = GTK_BOX (gtk_builder_get_object (builder, "blank_box"));
  GListModel *working = self->line != NULL ? fw_case_item_get_list (self->line, "working") : NULL;
  GListModel *blanks = self->line != NULL ? fw_case_item_get_list (self->line, "blanks") : NULL;

  fw_working_table_set_stacked (table, TRUE);
  for (guint i = 0; working != NULL && i < g_list_model_get_n_items (working); i++)
    {
      g_autoptr (FwCaseItem) step = g_list_model_get_item (working, i);
      g_autofree char *value = fw_case_name_value (fw_case_item_get_text (step, "value"));

      fw_working_table_append (table, fw_case_item_get_text (step, "title"), value, fw_case_item_get_text (step, "article"));
    }
  if (working != NULL)
    g_signal_connect_object (table, "article-activated", G_CALLBACK (article_activated_cb), self->line, 0);
  for (guint i = 0; blanks != NULL && i < g_list_model_get_n_items (blanks); i++)
    {
      g_autoptr (FwCaseItem) blank = g_list_model_get_item (blanks, i);

      gtk_box_append (blank_box, fw_answer_field_new_blank (self->departure, blank));
    }
  gtk_widget_set_visible (GTK_WIDGET (table), working != NULL && g_list_model_get_n_items (working) > 0);
  gtk_widget_set_visible (GTK_WIDGET (blank_box), blanks != NULL && g_list_model_get_n_items (blanks) > 0);
}

/* What the line lacked was said: the program has an amount now. */
static void
reckoned_cb (FwCaseItem *line,
             GParamSpec *pspec,
             GtkWidget *dialog)
{
  Editing *self = g_object_get_data (G_OBJECT (dialog), "editing");
  const char *amount = fw_case_item_get_text (line, "amount");

  if (self != NULL && amount != NULL)
    gtk_editable_set_text (self->amount_entry, amount);
}

static void
show_values (Editing *self)
{
  const char *amount = fw_case_item_get_text (self->line, "amount");
  const char *reason = fw_case_item_get_text (self->line, "reason");
  const char *basis = fw_case_item_get_text (self->line, "basis");
  const char *title = fw_case_item_get_text (self->line, "title");

  gtk_editable_set_text (self->amount_entry, amount != NULL ? amount : "");
  gtk_editable_set_text (self->reason_entry, reason != NULL ? reason : "");
  gtk_editable_set_text (self->basis_entry, basis != NULL ? basis : "");
  gtk_editable_set_text (self->name_entry, title != NULL ? title : "");
  gtk_check_button_set_active (self->out_check, fw_case_item_get_truth (self->line, "out"));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_strcmp0 (groups[i].group, fw_case_item_get_text (self->line, "group")) == 0)
      gtk_drop_down_set_selected (self->group_drop_down, i);
}

static void
fill_groups (Editing *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_string_list_append (names, _(groups[i].name));
  gtk_drop_down_set_model (self->group_drop_down, G_LIST_MODEL (names));
  fw_spoken_name_follow_choice (GTK_WIDGET (self->group_drop_down), _("Kind of line"));
}

static void
add_responses (Editing *self)
{
  gboolean changed = self->line != NULL && !is_own (self) && fw_case_item_get_truth (self->line, "changed");

  adw_message_dialog_add_response (self->dialog, "cancel", _("_Not yet"));
  if (changed)
    adw_message_dialog_add_response (self->dialog, "back", _("_As reckoned"));
  adw_message_dialog_add_response (self->dialog, "go", self->line != NULL ? _("_Keep") : _("_Add"));
  adw_message_dialog_set_response_appearance (self->dialog, "go", ADW_RESPONSE_SUGGESTED);
}

static void
connect (Editing *self)
{
  GObject *entries[] = { G_OBJECT (self->name_entry), G_OBJECT (self->amount_entry), G_OBJECT (self->reason_entry) };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_signal_connect_swapped (entries[i], "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->out_check, "toggled", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (response_cb), self);
}

/**
 * fw_settlement_dialog_present:
 * @from: what asks, and tells that it was done
 * @line: (nullable): the line; %NULL: a new one
 *
 * Shows how a line of the settlement came about and lets it be changed, taken off or added, with a reason where it differs
 * from what the program reckons.
 */
void
fw_settlement_dialog_present (GtkWidget *from,
                              FwCase *departure,
                              FwCaseItem *line)
{
  g_autoptr (GtkBuilder) builder = NULL;
  Editing *self = g_new0 (Editing, 1);

  g_type_ensure (FW_TYPE_WORKING_TABLE);
  builder = fw_tall_scroll_new_builder ("/org/fairwell/Fairwell/departure/fw-settlement-dialog.ui");
  self->departure = g_object_ref (departure);
  self->from = g_object_ref (from);
  self->line = line != NULL ? g_object_ref (line) : NULL;
  self->dialog = ADW_MESSAGE_DIALOG (gtk_builder_get_object (builder, "dialog"));
  self->name_entry = GTK_EDITABLE (gtk_builder_get_object (builder, "name_entry"));
  self->group_drop_down = GTK_DROP_DOWN (gtk_builder_get_object (builder, "group_drop_down"));
  self->basis_entry = GTK_EDITABLE (gtk_builder_get_object (builder, "basis_entry"));
  self->amount_entry = GTK_EDITABLE (gtk_builder_get_object (builder, "amount_entry"));
  self->out_check = GTK_CHECK_BUTTON (gtk_builder_get_object (builder, "out_check"));
  self->reason_label = GTK_WIDGET (gtk_builder_get_object (builder, "reason_label"));
  self->reason_entry = GTK_EDITABLE (gtk_builder_get_object (builder, "reason_entry"));
  self->hint_label = GTK_LABEL (gtk_builder_get_object (builder, "hint_label"));
  adw_message_dialog_set_heading (self->dialog, line != NULL ? fw_case_item_get_text (line, "title") : _("A line of your own"));
  fill_groups (self);
  show_line (self, builder);
  if (line != NULL)
    show_values (self);
  gtk_widget_set_visible (GTK_WIDGET (gtk_builder_get_object (builder, "own_box")), is_own (self));
  gtk_widget_set_visible (GTK_WIDGET (self->out_check), line != NULL);
  add_responses (self);
  connect (self);
  changed_cb (self);
  g_object_set_data_full (G_OBJECT (self->dialog), "editing", self, editing_free);
  if (line != NULL)
    g_signal_connect_object (line, "notify::amount", G_CALLBACK (reckoned_cb), self->dialog, 0);
  gtk_window_set_transient_for (GTK_WINDOW (self->dialog), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_present (GTK_WINDOW (self->dialog));
  /* What is still to be said comes first, then the amount; the working above is for reading. */
  if (!gtk_widget_child_focus (GTK_WIDGET (gtk_builder_get_object (builder, "blank_box")), GTK_DIR_TAB_FORWARD) && !is_own (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->amount_entry));
}
