#include "config.h"

#include "ui/data/fw-import-trial.h"

#include <glib/gi18n.h>

#include "ui/fw-language.h"
#include "ui/widgets/fw-full-text.h"

#define SHOWN_PROBLEMS 100

/* What an import would do, found by a trial: how many are new, updated, bad, and for each bad row its line, column, value
 * and reason. Signal "save-bad-rows" asks for a file of them. */
struct _FwImportTrial
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *state_label;
  GtkLabel *new_label;
  GtkLabel *update_label;
  GtkLabel *same_label;
  GtkLabel *bad_label;
  GtkWidget *counts;
  GtkWidget *problem_card;
  GtkLabel *problem_label;
  GtkWidget *bad_box;
  GtkLabel *bad_title_label;
  GtkWidget *save_button;
  GtkListBox *bad_list;
};

G_DEFINE_FINAL_TYPE (FwImportTrial, fw_import_trial, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SAVE_BAD_ROWS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
save_cb (FwImportTrial *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVE_BAD_ROWS], 0);
}

static GtkWidget *
new_label (const char *text, const char *css_class, gboolean expand)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", expand, NULL);

  gtk_widget_set_css_classes (label, (const char *[]) { css_class, "numeric", NULL });
  return label;
}

static GtkWidget *
new_row (FwImportPlan *plan, guint index)
{
  const FwImportProblem *problem = fw_import_plan_get_problem (plan, index);
  gboolean chinese = g_str_equal (fw_language_get (), "zh");
  g_autofree char *reason = fw_import_plan_say_problem (plan, index, fw_language_get ());
  g_autofree char *line = g_strdup_printf (_("Line %u"), problem->line);
  const char *field = problem->field == NULL ? "" : chinese ? problem->field->zh : problem->field->en;
  const char *value = problem->value != NULL && *problem->value != '\0' ? problem->value : _("(empty)");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, NULL);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *line_label = new_label (line, "dim-label", FALSE);
  GtkWidget *field_label = g_object_new (GTK_TYPE_LABEL, "label", field, "xalign", 0.0, NULL);
  GtkWidget *value_label = g_object_new (GTK_TYPE_LABEL, "label", value, "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                                         PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", FALSE, NULL);
  g_autofree char *spoken = g_strdup_printf ("%s %s %s %s", line, field, value, reason);

  gtk_widget_add_css_class (box, "fw-row");
  gtk_widget_add_css_class (field_label, "heading");
  gtk_widget_set_css_classes (value_label, (const char *[]) { "fw-text", "block", "numeric", NULL });
  fw_full_text_offer (GTK_LABEL (value_label));
  gtk_label_set_width_chars (GTK_LABEL (line_label), 8);
  gtk_box_append (GTK_BOX (first), field_label);
  gtk_box_append (GTK_BOX (first), value_label);
  gtk_widget_set_visible (first, problem->field != NULL);
  gtk_box_append (GTK_BOX (texts), first);
  gtk_box_append (GTK_BOX (texts), new_label (reason, "body", TRUE));
  gtk_box_append (GTK_BOX (box), line_label);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
set_count (GtkLabel *label, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  gtk_label_set_label (label, text);
}

static void
show_bad_rows (FwImportTrial *self, FwImportPlan *plan)
{
  const guint bad = fw_import_plan_count (plan, FW_IMPORT_ROW_BAD);
  const guint problems = fw_import_plan_get_n_problems (plan);
  g_autofree char *title = g_strdup_printf (ngettext ("%u row to mend", "%u rows to mend", bad), bad);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->bad_list))) != NULL)
    gtk_list_box_remove (self->bad_list, row);
  gtk_label_set_label (self->bad_title_label, title);
  gtk_widget_set_visible (self->bad_box, bad > 0);
  for (guint i = 0; i < MIN (problems, SHOWN_PROBLEMS); i++)
    gtk_list_box_append (self->bad_list, new_row (plan, i));
  if (problems > SHOWN_PROBLEMS)
    {
      g_autofree char *more = g_strdup_printf (_("%u more: save them to see all."), problems - SHOWN_PROBLEMS);
      GtkWidget *label = new_label (more, "dim-label", TRUE);

      gtk_widget_add_css_class (label, "fw-row");
      gtk_list_box_append (self->bad_list, label);
    }
}

static void
fw_import_trial_dispose (GObject *object)
{
  g_clear_pointer (&FW_IMPORT_TRIAL (object)->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_import_trial_parent_class)->dispose (object);
}

static void
fw_import_trial_class_init (FwImportTrialClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_import_trial_dispose;
  signals[SIGNAL_SAVE_BAD_ROWS] = g_signal_new ("save-bad-rows", FW_TYPE_IMPORT_TRIAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/data/fw-import-trial.ui");
  gtk_widget_class_bind_template_child (widget_class, FwImportTrial, content);
  gtk_widget_class_bind_template_child (widget_class, FwImportTrial, state_label);
  gtk_widget_class_bind_template_child (widget_class, FwImportTrial, new_label);
  gtk_widget_class_bind_template_child (widget_class, FwImportTrial, update_label);
  gtk_widget_class_bind_template_child (widget_class, FwImportTrial, same_label);
  gtk_widget_class_bind_template_child (widget_class, FwImportTrial, bad_label);
  gtk_widget_class_bind_template_child (widget_class, FwImportTrial, counts);
  gtk_widget_class_bind_template_child (widget_class, FwImportTrial, problem_card);
  gtk_widget_class_bind_template_child (widget_class, FwImportTrial, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FwImportTrial, bad_box);
  gtk_widget_class_bind_template_child (widget_class, FwImportTrial, bad_title_label);
  gtk_widget_class_bind_template_child (widget_class, FwImportTrial, save_button);
  gtk_widget_class_bind_template_child (widget_class, FwImportTrial, bad_list);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
fw_import_trial_init (FwImportTrial *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fw_import_trial_show:
 * @plan: what the trial found
 */
void
fw_import_trial_show (FwImportTrial *self, FwImportPlan *plan)
{
  g_return_if_fail (FW_IS_IMPORT_TRIAL (self));

  set_count (self->new_label, fw_import_plan_count (plan, FW_IMPORT_ROW_NEW));
  set_count (self->update_label, fw_import_plan_count (plan, FW_IMPORT_ROW_UPDATE));
  set_count (self->same_label, fw_import_plan_count (plan, FW_IMPORT_ROW_UNCHANGED));
  set_count (self->bad_label, fw_import_plan_count (plan, FW_IMPORT_ROW_BAD));
  fw_import_trial_set_done (self, FALSE);
  gtk_widget_set_visible (self->counts, TRUE);
  gtk_widget_set_visible (self->problem_card, FALSE);
  show_bad_rows (self, plan);
  /* Where nothing can be imported, mending is the way on. */
  if (fw_import_plan_count (plan, FW_IMPORT_ROW_NEW) + fw_import_plan_count (plan, FW_IMPORT_ROW_UPDATE) == 0)
    gtk_widget_add_css_class (self->save_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->save_button, "suggested-action");
}

/**
 * fw_import_trial_show_problem:
 * @problem: why there could be no trial, and what to do
 */
void
fw_import_trial_show_problem (FwImportTrial *self, const char *problem)
{
  g_return_if_fail (FW_IS_IMPORT_TRIAL (self));

  gtk_label_set_label (self->problem_label, problem);
  gtk_widget_set_visible (self->problem_card, TRUE);
  gtk_widget_set_visible (self->counts, FALSE);
  gtk_widget_set_visible (self->bad_box, FALSE);
}

/**
 * fw_import_trial_set_done:
 * @done: whether what is shown has been carried out and is no trial any more
 */
void
fw_import_trial_set_done (FwImportTrial *self, gboolean done)
{
  g_return_if_fail (FW_IS_IMPORT_TRIAL (self));
  gtk_label_set_label (self->state_label, done ? _("Imported") : _("Nothing has changed yet"));
}
