#include "config.h"

#include "ui/departure/fw-status-row-view.h"

#include <glib/gi18n.h>

#include "core/fw-date.h"
#include "ui/departure/fw-case-words.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"

struct _FwStatusRowView
{
  GtkListBoxRow parent_instance;

  FwCase *departure;     /* owned */
  FwStatusRow *row;      /* owned */
  GtkEditable *asked_of; /* borrowed from the form: whom the question was asked */
  GtkEditable *asked_on; /* borrowed from the form: when */

  GtkLabel *question_label;
  GtkLabel *asked_label;
  GtkToggleButton *yes_button;
  GtkToggleButton *no_button;
  GtkToggleButton *unknown_button;
  GtkRevealer *details_revealer;
  GtkFlowBox *details_box;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FwStatusRowView, fw_status_row_view, GTK_TYPE_LIST_BOX_ROW)

/* What a status that holds is asked further; which of them a kind needs is seen from its name. */
static const struct
{
  const char *attribute;
  const char *label;
  const char *only; /* kinds, NULL for all */
  gboolean day;
} details[] = {
  { "from", N_("Since"), NULL, TRUE },
  { "until", N_("Expected birth"), "pregnancy", TRUE },
  { "until", N_("Until"), NULL, TRUE },
  { "infant-born", N_("Child born"), "maternity nursing", TRUE },
  { "grade", N_("Grade (1–10)"), "work-injury occupational-disease", FALSE },
};

static void
show_answer (FwStatusRowView *self)
{
  FwCaseItem *item = FW_CASE_ITEM (self->row);
  int answer = fw_case_item_get_choice (item, "answer");
  g_autofree char *day = fw_case_name_day (fw_case_item_get_text (item, "on"));
  const char *asked_of = fw_case_item_get_text (item, "asked-of");
  g_autofree char *asked = day != NULL ? g_strdup_printf (_("asked %s on %s"), asked_of != NULL ? asked_of : "?", day)
                                       : g_strdup (fw_case_item_get_text (item, "article"));
  g_autofree char *spoken = NULL;

  self->filling = TRUE;
  gtk_toggle_button_set_active (self->yes_button, answer == FW_STATUS_YES);
  gtk_toggle_button_set_active (self->no_button, answer == FW_STATUS_NO);
  gtk_toggle_button_set_active (self->unknown_button, answer == FW_STATUS_UNKNOWN);
  self->filling = FALSE;
  gtk_revealer_set_reveal_child (self->details_revealer, answer == FW_STATUS_YES);
  gtk_widget_set_visible (GTK_WIDGET (self->details_revealer), answer == FW_STATUS_YES);
  gtk_label_set_label (self->asked_label, asked != NULL ? asked : "");
  spoken = g_strdup_printf ("%s: %s", fw_case_item_get_text (item, "question"),
                            gtk_button_get_label (GTK_BUTTON (answer == FW_STATUS_YES  ? self->yes_button
                                                              : answer == FW_STATUS_NO ? self->no_button
                                                                                       : self->unknown_button)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
answer_toggled_cb (FwStatusRowView *self,
                   GtkToggleButton *button)
{
  FwStatusAnswer answer = FW_STATUS_UNKNOWN;
  g_autofree char *of = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  if (button == self->yes_button)
    answer = FW_STATUS_YES;
  else if (button == self->no_button)
    answer = FW_STATUS_NO;
  of = g_strstrip (g_strdup (gtk_editable_get_text (self->asked_of)));
  if (!fw_case_answer_status (self->departure, fw_case_item_get_id (FW_CASE_ITEM (self->row)), answer,
                              *of != '\0' ? of : NULL, gtk_editable_get_text (self->asked_on), &error))
    {
      g_autofree char *problem = fw_problem_describe (error);

      gtk_label_set_label (self->asked_label, problem);
    }
}

static void
detail_changed_cb (GtkEditable *entry,
                   FwStatusRowView *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "detail"));
  const char *text = gtk_editable_get_text (entry);
  gboolean good = *text == '\0' || !details[index].day || fw_date_is_known (fw_date_from_string (text));
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return;
  if (good)
    good = fw_case_set_status (self->departure, fw_case_item_get_id (FW_CASE_ITEM (self->row)), details[index].attribute,
                               *text != '\0' ? text : NULL, &error);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
}

static GtkWidget *
make_detail (FwStatusRowView *self,
             guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_(details[index].label));
  GtkWidget *entry = gtk_entry_new ();
  const char *value = fw_case_item_get_text (FW_CASE_ITEM (self->row), details[index].attribute);

  gtk_editable_set_text (GTK_EDITABLE (entry), value != NULL ? value : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), details[index].day ? 11 : 4);
  if (details[index].day)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("YYYY-MM-DD"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _(details[index].label), -1);
  g_object_set_data (G_OBJECT (entry), "detail", GUINT_TO_POINTER (index));
  g_signal_connect (entry, "changed", G_CALLBACK (detail_changed_cb), self);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return box;
}

static gboolean
names_kind (const char *kinds,
            const char *kind)
{
  g_auto (GStrv) list = kinds != NULL ? g_strsplit (kinds, " ", -1) : NULL;

  return list != NULL && g_strv_contains ((const char *const *) list, kind);
}

/* What names the kind is asked of it, and stands before what is asked of all. */
static gboolean
is_asked (guint index,
          const char *kind)
{
  if (details[index].only != NULL)
    return names_kind (details[index].only, kind);
  for (guint i = 0; i < index; i++)
    if (g_str_equal (details[i].attribute, details[index].attribute) && names_kind (details[i].only, kind))
      return FALSE;
  return TRUE;
}

static void
add_details (FwStatusRowView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      GtkWidget *detail;

      if (!is_asked (i, fw_case_item_get_id (FW_CASE_ITEM (self->row))))
        continue;
      detail = make_detail (self, i);
      gtk_flow_box_insert (self->details_box, detail, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (detail), FALSE);
    }
}

/* An answer alone would not say what it answers. */
static void
name_answers (FwStatusRowView *self)
{
  GtkToggleButton *const buttons[] = { self->yes_button, self->no_button, self->unknown_button };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_autofree char *spoken = g_strdup_printf ("%s: %s", fw_case_item_get_text (FW_CASE_ITEM (self->row), "title"),
                                                 gtk_button_get_label (GTK_BUTTON (buttons[i])));

      fw_spoken_name_set (GTK_WIDGET (buttons[i]), spoken);
    }
}

static void
fw_status_row_view_finalize (GObject *object)
{
  FwStatusRowView *self = FW_STATUS_ROW_VIEW (object);

  g_clear_object (&self->departure);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (fw_status_row_view_parent_class)->finalize (object);
}

static void
fw_status_row_view_class_init (FwStatusRowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fw_status_row_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-status-row-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FwStatusRowView, question_label);
  gtk_widget_class_bind_template_child (widget_class, FwStatusRowView, asked_label);
  gtk_widget_class_bind_template_child (widget_class, FwStatusRowView, yes_button);
  gtk_widget_class_bind_template_child (widget_class, FwStatusRowView, no_button);
  gtk_widget_class_bind_template_child (widget_class, FwStatusRowView, unknown_button);
  gtk_widget_class_bind_template_child (widget_class, FwStatusRowView, details_revealer);
  gtk_widget_class_bind_template_child (widget_class, FwStatusRowView, details_box);
  gtk_widget_class_bind_template_callback (widget_class, answer_toggled_cb);
}

static void
fw_status_row_view_init (FwStatusRowView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fw_status_row_view_new:
 * @asked_of: the form's field for whom the questions are asked of; outlives the row
 * @asked_on: the form's field for the day
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
fw_status_row_view_new (FwCase *departure,
                        FwStatusRow *row,
                        GtkEditable *asked_of,
                        GtkEditable *asked_on)
{
  FwStatusRowView *self = g_object_new (FW_TYPE_STATUS_ROW_VIEW, NULL);

  self->departure = g_object_ref (departure);
  self->row = g_object_ref (row);
  self->asked_of = asked_of;
  self->asked_on = asked_on;
  gtk_label_set_label (self->question_label, fw_case_item_get_text (FW_CASE_ITEM (row), "question"));
  name_answers (self);
  self->filling = TRUE;
  add_details (self);
  self->filling = FALSE;
  g_signal_connect_object (row, "notify", G_CALLBACK (show_answer), self, G_CONNECT_SWAPPED);
  show_answer (self);
  return GTK_WIDGET (self);
}
