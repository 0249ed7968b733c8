#include "config.h"

#include "ui/calculators/fw-calculators-page.h"

#include <glib/gi18n.h>

#include "departure/fw-case.h"
#include "ui/calculators/fw-calculator-form.h"
#include "ui/calculators/fw-calculator-result.h"
#include "ui/calculators/fw-departure-starter.h"
#include "ui/departure/fw-paper-print.h"
#include "ui/fw-language.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-tab-stop.h"
#include "ui/widgets/fw-wrap-box.h"
#include "ui/window/fw-window.h"

/* A moment's patience, so that a number is reckoned once and not at each of its digits. */
#define PATIENCE_MS 120
#define NARROW_LIST_HEIGHT 190

/* Any calculation without a case: the list, what to fill in, what comes out. Nothing is stored. */
struct _FwCalculatorsPage
{
  GtkWidget parent_instance;

  FwWorkplace *workplace;
  FwCalculators *calculators;  /* what the law here has; nullable until it has been read */
  const FwCalculator *chosen;  /* of them */
  FwReckoning *reckoning;      /* what is shown; nullable */
  GCancellable *cancellable;
  guint reckon_source;
  GtkFileChooserNative *chooser;
  gboolean narrow;

  GtkWidget *content;
  GtkBox *columns;
  GtkBox *halves;
  GtkListBox *list;
  GtkScrolledWindow *list_scroller;
  GtkLabel *title;
  FwCalculatorForm *form;
  FwCalculatorResult *result;
  GtkWidget *print_button;
  GtkWidget *save_button;
  GtkWidget *start_button;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (FwCalculatorsPage, fw_calculators_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_problem (FwCalculatorsPage *self, const GError *error)
{
  g_autofree char *why = error != NULL ? fw_problem_describe (error) : NULL;

  gtk_label_set_label (GTK_LABEL (self->problem), why != NULL ? why : "");
  gtk_widget_set_visible (self->problem, why != NULL);
}

/* What cannot be taken marks its row, and the last result stays in grey. */
static void
take (FwCalculatorsPage *self, FwReckoning *reckoning)
{
  gboolean answered = reckoning->answer != NULL && reckoning->answer->value != NULL;

  fw_calculator_form_apply (self->form, reckoning);
  if (reckoning->wrong->len > 0 && self->reckoning != NULL)
    {
      fw_calculator_result_set_stale (self->result, TRUE);
      fw_reckoning_free (reckoning);
      return;
    }
  g_clear_pointer (&self->reckoning, fw_reckoning_free);
  self->reckoning = reckoning;
  fw_calculator_result_show (self->result, reckoning, fw_calculator_form_is_told (self->form));
  gtk_widget_set_sensitive (self->print_button, answered);
  gtk_widget_set_sensitive (self->save_button, answered);
}

static void
reckoned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwCalculatorsPage) self = data;
  g_autoptr (GError) error = NULL;
  FwReckoning *reckoning = fw_calculator_reckon_finish (result, &error);

  if (self->content == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  show_problem (self, error);
  if (reckoning != NULL)
    take (self, reckoning);
}

static gboolean
reckon_cb (gpointer data)
{
  FwCalculatorsPage *self = data;
  g_autoptr (GHashTable) inputs = NULL;

  self->reckon_source = 0;
  if (self->workplace == NULL || self->chosen == NULL)
    return G_SOURCE_REMOVE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  inputs = fw_calculator_form_collect (self->form);
  fw_calculator_reckon_async (self->workplace, self->calculators->pack, self->chosen->id, self->calculators->place, inputs, self->cancellable, reckoned_cb,
                              g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
form_changed_cb (FwCalculatorsPage *self)
{
  g_clear_handle_id (&self->reckon_source, g_source_remove);
  self->reckon_source = g_timeout_add (PATIENCE_MS, reckon_cb, self);
}

static gboolean
begins_a_departure (const FwCalculator *calculator)
{
  for (guint i = 0; i < calculator->inputs->len; i++)
    if (((FwCalculatorInput *) g_ptr_array_index (calculator->inputs, i))->path != NULL)
      return TRUE;
  return FALSE;
}

/* The list says so again when the keyboard comes back to the row. */
static void
row_selected_cb (FwCalculatorsPage *self, GtkListBoxRow *row)
{
  FwCalculator *selected;

  if (row == NULL || self->calculators == NULL)
    return;
  selected = g_ptr_array_index (self->calculators->list, gtk_list_box_row_get_index (row));
  if (selected == self->chosen)
    return;
  self->chosen = selected;
  g_clear_pointer (&self->reckoning, fw_reckoning_free);
  gtk_label_set_label (self->title, self->chosen->title);
  fw_calculator_form_show (self->form, self->chosen, self->calculators->place);
  gtk_widget_set_visible (self->start_button, begins_a_departure (self->chosen));
  g_clear_handle_id (&self->reckon_source, g_source_remove);
  reckon_cb (self);
}

static GtkWidget *
new_row (const FwCalculator *calculator)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *box = fw_wrap_box_new ();
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", calculator->title, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  GtkWidget *row;

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (line, "fw-dense-row");
  gtk_box_append (GTK_BOX (line), box);
  fw_wrap_box_append (FW_WRAP_BOX (box), title);
  if (calculator->hint != NULL)
    {
      GtkWidget *hint = g_object_new (GTK_TYPE_LABEL, "label", calculator->hint, "xalign", 0.0, "wrap", TRUE, NULL);

      gtk_widget_add_css_class (hint, "caption");
      gtk_widget_add_css_class (hint, "dim-label");
      fw_wrap_box_append (FW_WRAP_BOX (box), hint);
    }
  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", line, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, calculator->title, -1);
  return row;
}

static void
clear_list (FwCalculatorsPage *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwCalculatorsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCalculators) calculators = fw_calculators_read_finish (result, &error);

  if (self->content == NULL || FW_WORKPLACE (source) != self->workplace)
    return;
  show_problem (self, error);
  if (calculators == NULL)
    return;
  self->calculators = g_steal_pointer (&calculators);
  for (guint i = 0; i < self->calculators->list->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (self->calculators->list, i)));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/* On paper */

static void
make_paper_async (FwCalculatorsPage *self, GFile *file, GAsyncReadyCallback callback)
{
  g_autoptr (GPtrArray) said = fw_calculator_form_list (self->form);
  g_autoptr (GPtrArray) found = fw_calculator_result_list (self->reckoning);

  fw_reckoning_to_paper_async (self->reckoning, said, found, fw_workplace_get_today (self->workplace), fw_language_get (), file, callback,
                               g_object_ref (self));
}

static void
printed_cb (FwCalculatorsPage *self, GtkPrintOperationResult printed, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  if (printed == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (self->content != NULL)
    show_problem (self, error);
}

static void
paper_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwCalculatorsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) paper = fw_reckoning_to_paper_finish (result, &error);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (self->content == NULL || self->workplace == NULL)
    return;
  show_problem (self, error);
  if (paper == NULL)
    return;
  operation = fw_paper_print_new (paper, fw_document_get_title (paper));
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  fw_paper_print_run (operation, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
print_cb (FwCalculatorsPage *self)
{
  if (self->reckoning != NULL)
    make_paper_async (self, NULL, paper_made_cb);
}

static void
paper_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwCalculatorsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) paper = fw_reckoning_to_paper_finish (result, &error);

  if (self->content != NULL && self->workplace != NULL)
    show_problem (self, error);
}

static void
place_chosen_cb (FwCalculatorsPage *self, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file != NULL && self->reckoning != NULL)
    make_paper_async (self, file, paper_saved_cb);
}

static void
save_cb (FwCalculatorsPage *self)
{
  g_autofree char *name = NULL;

  if (self->reckoning == NULL || self->chooser != NULL)
    return;
  name = g_strdup_printf ("%s.pdf", self->reckoning->title);
  self->chooser = gtk_file_chooser_native_new (_("Save as PDF"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Into a case */

static void
started_cb (FwCalculatorsPage *self, FwCase *departure)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (FW_IS_WINDOW (root))
    fw_window_open_case (FW_WINDOW (root), departure);
}

static void
start_cb (FwCalculatorsPage *self)
{
  g_autoptr (GHashTable) facts = fw_calculator_form_get_facts (self->form);
  const char *kind = fw_calculator_form_get_kind (self->form);
  FwDepartureStarter *starter;

  /* Without a ground it begins as the gentler way, as everywhere. */
  starter = fw_departure_starter_new (self->workplace, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                      kind != NULL ? kind : "mutual", facts);
  g_signal_connect_object (starter, "started", G_CALLBACK (started_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (starter));
}

static void
narrow_changed (FwCalculatorsPage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->halves),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->halves, !self->narrow);
  gtk_scrolled_window_set_policy (self->list_scroller, GTK_POLICY_NEVER, self->narrow ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_scrolled_window_set_max_content_height (self->list_scroller, self->narrow ? NARROW_LIST_HEIGHT : -1);
  gtk_scrolled_window_set_min_content_height (self->list_scroller, self->narrow ? NARROW_LIST_HEIGHT : -1);
}

static void
fw_calculators_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FwCalculatorsPage *self = FW_CALCULATORS_PAGE (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->narrow = g_value_get_boolean (value);
  narrow_changed (self);
}

static void
fw_calculators_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, FW_CALCULATORS_PAGE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
forget (FwCalculatorsPage *self)
{
  g_clear_handle_id (&self->reckon_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  self->chosen = NULL;
  g_clear_pointer (&self->reckoning, fw_reckoning_free);
  if (self->content != NULL)
    {
      fw_calculator_form_forget (self->form);
      clear_list (self);
    }
  g_clear_pointer (&self->calculators, fw_calculators_free);
}

static void
fw_calculators_page_dispose (GObject *object)
{
  FwCalculatorsPage *self = FW_CALCULATORS_PAGE (object);

  forget (self);
  g_clear_object (&self->workplace);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_calculators_page_parent_class)->dispose (object);
}

static void
fw_calculators_page_class_init (FwCalculatorsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = fw_calculators_page_set_property;
  object_class->get_property = fw_calculators_page_get_property;
  object_class->dispose = fw_calculators_page_dispose;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (FW_TYPE_PAGE);
  g_type_ensure (FW_TYPE_WINDOW); /* whose width it follows */
  g_type_ensure (FW_TYPE_TAB_STOP);
  g_type_ensure (FW_TYPE_CALCULATOR_FORM);
  g_type_ensure (FW_TYPE_CALCULATOR_RESULT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/calculators/fw-calculators-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwCalculatorsPage, content);
  gtk_widget_class_bind_template_child (widget_class, FwCalculatorsPage, columns);
  gtk_widget_class_bind_template_child (widget_class, FwCalculatorsPage, halves);
  gtk_widget_class_bind_template_child (widget_class, FwCalculatorsPage, list);
  gtk_widget_class_bind_template_child (widget_class, FwCalculatorsPage, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, FwCalculatorsPage, title);
  gtk_widget_class_bind_template_child (widget_class, FwCalculatorsPage, form);
  gtk_widget_class_bind_template_child (widget_class, FwCalculatorsPage, result);
  gtk_widget_class_bind_template_child (widget_class, FwCalculatorsPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, FwCalculatorsPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, FwCalculatorsPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, FwCalculatorsPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
fw_calculators_page_init (FwCalculatorsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fw_calculators_page_set_workplace:
 * @workplace: (nullable): whose law to reckon by; %NULL forgets everything that was typed
 */
void
fw_calculators_page_set_workplace (FwCalculatorsPage *self, FwWorkplace *workplace)
{
  g_return_if_fail (FW_IS_CALCULATORS_PAGE (self));

  forget (self);
  g_set_object (&self->workplace, workplace);
  if (workplace != NULL)
    fw_calculators_read_async (workplace, NULL, read_cb, g_object_ref (self));
}
