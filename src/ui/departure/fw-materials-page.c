#include "config.h"

#include "ui/departure/fw-materials-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/fw-date.h"
#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-file-intake.h"
#include "ui/departure/fw-found-card.h"
#include "ui/departure/fw-material-help.h"
#include "ui/departure/fw-material-words.h"
#include "ui/departure/fw-record-dialog.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-tab-stop.h"
#include "ui/widgets/fw-waiting.h"

struct _FwMaterialsPage
{
  FwStepPage parent_instance;

  GtkLabel *answer_label;
  GtkLabel *required_label;
  GtkLabel *count_label;
  GtkWidget *together_card;
  GtkLabel *together_label;
  GtkLevelBar *progress_bar;
  GtkListBox *required_list;
  GtkWidget *better_label;
  GtkListBox *better_list;
  GtkBox *lower_box;
  GtkWidget *side_box;
  GtkLabel *title_label;
  GtkBox *help_box;
  FwFoundCard *found_card;
  GtkWidget *supply_box;
  FwWaiting *waiting;
  GtkEntry *date_entry;
  GtkButton *file_button;
  GtkLabel *problem_label;

  char *selected; /* owned, nullable: the material that the side shows */
  char *acted;    /* owned, nullable: title of the material that the act under way is about */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FwMaterialsPage, fw_materials_page, FW_TYPE_STEP_PAGE)

/* Missing first, then what is there, then what comes by itself later. */
static const FwMaterialState order[] = { FW_MATERIAL_MISSING, FW_MATERIAL_PRESENT, FW_MATERIAL_LATER };

static FwCase *
case_of (FwMaterialsPage *self)
{
  return fw_step_page_get_case (FW_STEP_PAGE (self));
}

static FwCaseItem *
dup_material (FwMaterialsPage *self,
              const char *id)
{
  GListModel *list = fw_case_get_materials (case_of (self));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (FwCaseItem) item = g_list_model_get_item (list, i);

      if (g_strcmp0 (fw_case_item_get_id (item), id) == 0)
        return g_steal_pointer (&item);
    }
  return NULL;
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static guint
fill_state (FwMaterialsPage *self,
            GtkListBox *list,
            FwMaterialState state,
            gboolean required)
{
  GListModel *materials = fw_case_get_materials (case_of (self));
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (FwCaseItem) material = g_list_model_get_item (materials, i);
      GtkWidget *row;

      if (fw_case_item_get_truth (material, "required") != required ||
          fw_case_item_get_choice (material, "state") != (int) state)
        continue;
      row = fw_material_row_new (material);
      gtk_list_box_append (list, row);
      if (self->selected == NULL)
        self->selected = g_strdup (fw_case_item_get_id (material));
      if (g_strcmp0 (self->selected, fw_case_item_get_id (material)) == 0)
        gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (row));
      count++;
    }
  return count;
}

static void
show_counts (FwMaterialsPage *self,
             guint missing,
             guint present,
             guint later)
{
  guint all = missing + present + later;
  g_autofree char *required = g_strdup_printf (ngettext ("%u required", "%u required", all), all);
  /* Translators: of the required materials: at hand, missing, needed later. */
  g_autofree char *counts = g_strdup_printf (_("%u at hand · %u missing · %u later"), present, missing, later);
  g_autofree char *answer =
      missing > 0 ? g_strdup_printf (ngettext ("%u is missing. Attach its file, or pick it from the person's records.",
                                               "%u are missing. Attach their files, or pick them from the person's records.",
                                               missing),
                                     missing)
                  : g_strdup (_("The materials are complete."));

  gtk_label_set_label (self->required_label, required);
  gtk_label_set_label (self->count_label, counts);
  gtk_label_set_label (self->answer_label, answer);
  gtk_level_bar_set_max_value (self->progress_bar, MAX (1, missing + present));
  gtk_level_bar_set_value (self->progress_bar, present);
}

/* The selection may go on before an act has come back: what it was about is kept by name. */
static void
note_acted (FwMaterialsPage *self)
{
  g_autoptr (FwCaseItem) material = dup_material (self, self->selected);

  g_free (self->acted);
  self->acted = g_strdup (material != NULL ? fw_case_item_get_text (material, "title") : NULL);
}

static GtkWidget *
selected_row (FwMaterialsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->required_list);

  return GTK_WIDGET (row != NULL ? row : gtk_list_box_get_selected_row (self->better_list));
}

/* Until the act has come back there is nothing to supply; the focus waits on the material. Whoever takes in a large file may
 * give it up: nothing of it stays. */
static GCancellable *
begin_supplying (FwMaterialsPage *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = selected_row (self);

  note_acted (self);
  if (row != NULL && focus != NULL && (gtk_widget_is_ancestor (focus, self->supply_box) ||
                                       gtk_widget_is_ancestor (focus, GTK_WIDGET (self->found_card))))
    gtk_widget_grab_focus (row);
  gtk_widget_set_sensitive (self->supply_box, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->found_card), FALSE);
  fw_waiting_begin (self->waiting, _("Taking it in, encrypted…"), cancellable);
  return g_steal_pointer (&cancellable);
}

static void
end_supplying (FwMaterialsPage *self,
               const char *problem)
{
  gtk_widget_set_sensitive (self->supply_box, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->found_card), TRUE);
  fw_waiting_end (self->waiting);
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

/* Says what came of an act; what it did can be undone. */
static void
tell_act (FwMaterialsPage *self,
          gboolean done,
          const GError *error,
          const char *text)
{
  g_autofree char *problem = done ? NULL : fw_problem_describe (error);

  end_supplying (self, problem);
  if (done)
    fw_case_tell (GTK_WIDGET (self), text, TRUE);
}

static void
detached_cb (GObject *object,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (FwMaterialsPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fw_case_act_finish (FW_CASE (object), result, &error);
  g_autofree char *text = g_strdup_printf (_("“%s” removed"), self->acted != NULL ? self->acted : "");

  tell_act (self, done, error, text);
}

static void
detach_cb (GtkButton *button,
           FwMaterialsPage *self)
{
  note_acted (self);
  fw_case_detach_async (case_of (self), g_object_get_data (G_OBJECT (button), "evidence"), NULL, detached_cb,
                        g_object_ref (self));
}

/* One main action at a time: what was found, else the way to it, else the file. */
static void
suggest (FwMaterialsPage *self,
         FwCaseItem *material)
{
  gboolean missing = fw_case_item_get_choice (material, "state") == FW_MATERIAL_MISSING;
  gboolean found = fw_material_count_found (material) > 0;

  fw_found_card_suggest (self->found_card, missing && found);
  if (missing && !found && !fw_material_help_is_made_here (material))
    gtk_widget_add_css_class (GTK_WIDGET (self->file_button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->file_button), "suggested-action");
}

static void
show_selected (FwMaterialsPage *self)
{
  g_autoptr (FwCaseItem) material = dup_material (self, self->selected);

  fw_box_clear (self->help_box);
  gtk_widget_set_visible (self->side_box, material != NULL);
  if (material == NULL)
    return;
  gtk_label_set_label (self->title_label, fw_case_item_get_text (material, "title"));
  fw_material_help_fill (self->help_box, case_of (self), material, G_CALLBACK (detach_cb), self);
  fw_found_card_show (self->found_card, material);
  suggest (self, material);
}

static void
row_selected_cb (FwMaterialsPage *self,
                 GtkListBoxRow *row,
                 GtkListBox *list)
{
  if (self->filling || row == NULL)
    return;
  g_free (self->selected);
  self->selected = g_strdup (g_object_get_data (G_OBJECT (row), "material"));
  gtk_list_box_unselect_all (list == self->required_list ? self->better_list : self->required_list);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  show_selected (self);
}

/* What is there already and asks for no judgment is one press away. */
static void
show_together (FwMaterialsPage *self)
{
  GListModel *list = fw_case_get_materials (case_of (self));
  g_autoptr (GString) names = g_string_new (NULL);
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (FwCaseItem) material = g_list_model_get_item (list, i);

      if (fw_material_count_found (material) == 0 || fw_case_item_get_text (material, "ask") != NULL)
        continue;
      g_string_append_printf (names, "%s%s", count++ > 0 ? _("; ") : "", fw_case_item_get_text (material, "title"));
    }
  gtk_widget_set_visible (self->together_card, count > 0);
  g_string_prepend (names, _("Already in the records: "));
  gtk_label_set_label (self->together_label, names->str);
}

/* The arrows go on from one list into the other. */
static gboolean
keynav_failed_cb (FwMaterialsPage *self,
                  GtkDirectionType direction,
                  GtkListBox *list)
{
  GtkWidget *row = NULL;

  if (direction == GTK_DIR_DOWN && list == self->required_list)
    row = gtk_widget_get_first_child (GTK_WIDGET (self->better_list));
  else if (direction == GTK_DIR_UP && list == self->better_list)
    row = gtk_widget_get_last_child (GTK_WIDGET (self->required_list));
  return row != NULL && gtk_widget_grab_focus (row);
}

/* Enter, or a press, leads to what can be done about the material: in a narrow window that stands far below. */
static void
row_activated_cb (FwMaterialsPage *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->found_card)) || fw_adaptive_widget_get_narrow (self))
    gtk_widget_child_focus (self->side_box, GTK_DIR_TAB_FORWARD);
}

static void
fw_materials_page_judged (FwStepPage *page)
{
  FwMaterialsPage *self = FW_MATERIALS_PAGE (page);
  g_autoptr (FwCaseItem) still = dup_material (self, self->selected);
  guint counts[G_N_ELEMENTS (order)], better;

  if (still == NULL)
    g_clear_pointer (&self->selected, g_free);
  self->filling = TRUE;
  clear_list (self->required_list);
  clear_list (self->better_list);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    counts[i] = fill_state (self, self->required_list, order[i], TRUE);
  better = fill_state (self, self->better_list, FW_MATERIAL_PRESENT, FALSE);
  better += fill_state (self, self->better_list, FW_MATERIAL_RECOMMENDED, FALSE);
  self->filling = FALSE;
  gtk_widget_set_visible (self->better_label, better > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->better_list), better > 0);
  show_counts (self, counts[0], counts[1], counts[2]);
  show_together (self);
  show_selected (self);
}

/* What was supplied is done with: the next that is missing is selected, and takes the focus where that was on the materials. */
static void
lead_on (FwMaterialsPage *self)
{
  g_autoptr (FwCaseItem) material = dup_material (self, self->selected);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->required_list, 0);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (FwCaseItem) next = row != NULL ? dup_material (self, g_object_get_data (G_OBJECT (row), "material")) : NULL;
  gboolean in_lists = focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX) != NULL;

  if (material == NULL || next == NULL || fw_case_item_get_choice (material, "state") == FW_MATERIAL_MISSING ||
      fw_case_item_get_choice (next, "state") != FW_MATERIAL_MISSING)
    return;
  gtk_list_box_select_row (self->required_list, row);
  if (in_lists || focus == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
attached_cb (GObject *object,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (FwMaterialsPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fw_case_act_finish (FW_CASE (object), result, &error);
  g_autofree char *text = g_strdup_printf (_("“%s” is there"), self->acted != NULL ? self->acted : "");

  if (done)
    gtk_editable_set_text (GTK_EDITABLE (self->date_entry), "");
  tell_act (self, done, error, text);
  if (done)
    lead_on (self);
}

/* What came of one file or several; only the last of several could be undone here, so that is left to their own buttons. */
static void
taken_in_cb (GObject *object,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (FwMaterialsPage) self = data;
  g_autoptr (FwFileIntake) intake = fw_file_intake_finish (FW_CASE (object), result);
  const char *material = self->acted != NULL ? self->acted : "";
  g_autofree char *not_all = g_strdup_printf (_("Not all of it was taken in; why stands at “%s”"), material);
  g_autofree char *text =
      intake->taken == 1 ? g_strdup_printf (_("“%s” is there"), material)
                         /* Translators: number of files, the material that they prove. */
                         : g_strdup_printf (ngettext ("%u file taken in for “%s”", "%u files taken in for “%s”", intake->taken),
                                            intake->taken, material);

  end_supplying (self, intake->refused);
  if (intake->taken > 0)
    gtk_editable_set_text (GTK_EDITABLE (self->date_entry), "");
  /* Why stands beside the material, which may be out of view where the files were dropped onto its row. */
  fw_case_tell (GTK_WIDGET (self), intake->refused != NULL ? not_all : text, intake->refused == NULL && intake->taken == 1);
  if (intake->taken > 0 && intake->refused == NULL)
    lead_on (self);
}

static void
take_in (FwMaterialsPage *self,
         GPtrArray *files)
{
  g_autoptr (GCancellable) cancellable = NULL;
  g_autofree char *day = fw_answer_field_read_day (gtk_editable_get_text (GTK_EDITABLE (self->date_entry)));

  if (self->selected == NULL || files->len == 0)
    return;
  cancellable = begin_supplying (self);
  fw_file_intake_async (case_of (self), self->selected, files, day != NULL ? fw_date_from_string (day) : FW_DATE_UNKNOWN,
                        cancellable, taken_in_cb, g_object_ref (self));
}

static void
file_chosen_cb (GtkNativeDialog *dialog,
                int response,
                FwMaterialsPage *self)
{
  g_autoptr (GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  if (response == GTK_RESPONSE_ACCEPT)
    take_in (self, files);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose_file_cb (FwMaterialsPage *self)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_("Choose files"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _("_Attach"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
record_picked_cb (const char *kind,
                  const char *id,
                  gpointer data)
{
  FwMaterialsPage *self = data;
  g_autoptr (GCancellable) cancellable = begin_supplying (self);

  fw_case_attach_record_async (case_of (self), self->selected, kind, id, cancellable, attached_cb, g_object_ref (self));
}

static void
take_found_cb (FwMaterialsPage *self)
{
  g_autoptr (GCancellable) cancellable = begin_supplying (self);

  fw_case_attach_found_async (case_of (self), self->selected, cancellable, attached_cb, g_object_ref (self));
}

static void
taken_together_cb (GObject *object,
                   GAsyncResult *result,
                   gpointer data)
{
  g_autoptr (FwMaterialsPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fw_case_act_finish (FW_CASE (object), result, &error);

  tell_act (self, done, error, _("Taken in from the records"));
}

static void
take_together_cb (FwMaterialsPage *self)
{
  g_autoptr (GCancellable) cancellable = begin_supplying (self);

  fw_case_attach_found_async (case_of (self), NULL, cancellable, taken_together_cb, g_object_ref (self));
}

static void
pick_record_cb (FwMaterialsPage *self)
{
  if (self->selected != NULL)
    fw_record_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), case_of (self), record_picked_cb,
                              g_object_ref (self), g_object_unref);
}

static GPtrArray *
dup_dropped (const GValue *value)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    {
      g_ptr_array_add (files, g_value_dup_object (value));
      return files;
    }
  for (GSList *item = g_value_get_boxed (value); item != NULL; item = item->next)
    g_ptr_array_add (files, g_object_ref (item->data));
  return files;
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue *value,
            double x,
            double y,
            FwMaterialsPage *self)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkListBoxRow *row = GTK_IS_LIST_BOX (list) ? gtk_list_box_get_row_at_y (GTK_LIST_BOX (list), (int) y) : NULL;
  g_autoptr (GPtrArray) files = dup_dropped (value);

  if (GTK_IS_LIST_BOX (list))
    gtk_list_box_drag_unhighlight_row (GTK_LIST_BOX (list));
  if (!gtk_widget_get_sensitive (self->supply_box))
    return FALSE;
  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (list), row);
  take_in (self, files);
  return TRUE;
}

/* Over a list the row under the pointer is what the files would prove. */
static GdkDragAction
dragged_cb (GtkDropTarget *target,
            double x,
            double y,
            GtkListBox *list)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (list, (int) y);

  if (row != NULL)
    gtk_list_box_drag_highlight_row (list, row);
  return row != NULL ? GDK_ACTION_COPY : 0;
}

static void
accept_files (FwMaterialsPage *self,
              GtkWidget *widget)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  if (GTK_IS_LIST_BOX (widget))
    {
      g_signal_connect (target, "motion", G_CALLBACK (dragged_cb), widget);
      g_signal_connect_swapped (target, "leave", G_CALLBACK (gtk_list_box_drag_unhighlight_row), widget);
    }
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/* Whoever comes to the page begins with what is missing. */
static void
fw_materials_page_shown (FwStepPage *page)
{
  g_clear_pointer (&FW_MATERIALS_PAGE (page)->selected, g_free);
  fw_step_page_judged (page);
}

static char *
fw_materials_page_dup_state_line (FwStepPage *page)
{
  FwCase *departure = fw_step_page_get_case (page);

  if (fw_case_get_step_verdict (departure, FW_CASE_STEP_MATERIALS) != FW_VERDICT_MISSING)
    return NULL;
  if (fw_material_stops_papers (fw_case_get_materials (departure)))
    return g_strdup (_("Something is missing: you may go on, but final papers cannot be printed"));
  return g_strdup (_("What is missing has to be there before the paper is delivered"));
}

static void
fw_materials_page_narrow_changed (FwAdaptiveWidget *widget,
                                  gboolean narrow)
{
  FwMaterialsPage *self = FW_MATERIALS_PAGE (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lower_box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->side_box, narrow ? -1 : 340, -1);
}

static void
fw_materials_page_finalize (GObject *object)
{
  g_free (FW_MATERIALS_PAGE (object)->selected);
  g_free (FW_MATERIALS_PAGE (object)->acted);
  G_OBJECT_CLASS (fw_materials_page_parent_class)->finalize (object);
}

static void
fw_materials_page_class_init (FwMaterialsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fw_materials_page_finalize;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_materials_page_narrow_changed;
  FW_STEP_PAGE_CLASS (klass)->judged = fw_materials_page_judged;
  FW_STEP_PAGE_CLASS (klass)->shown = fw_materials_page_shown;
  FW_STEP_PAGE_CLASS (klass)->dup_state_line = fw_materials_page_dup_state_line;
  g_type_ensure (FW_TYPE_FOUND_CARD);
  g_type_ensure (FW_TYPE_TAB_STOP);
  g_type_ensure (FW_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-materials-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, answer_label);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, required_label);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, together_card);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, together_label);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, found_card);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, required_list);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, better_label);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, better_list);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, lower_box);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, help_box);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, supply_box);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, date_entry);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, file_button);
  gtk_widget_class_bind_template_child (widget_class, FwMaterialsPage, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick_record_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_found_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_together_cb);
}

static void
fw_materials_page_init (FwMaterialsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  accept_files (self, self->supply_box);
  accept_files (self, GTK_WIDGET (self->required_list));
  accept_files (self, GTK_WIDGET (self->better_list));
}

/**
 * fw_materials_page_select:
 * @material: id of a material of the case's ground
 *
 * Shows that material.
 */
void
fw_materials_page_select (FwMaterialsPage *self,
                          const char *material)
{
  g_return_if_fail (FW_IS_MATERIALS_PAGE (self));

  g_free (self->selected);
  self->selected = g_strdup (material);
  fw_step_page_judged (FW_STEP_PAGE (self));
}
