#include "config.h"

#include "ui/departure/fw-answer-field.h"
#include "ui/widgets/fw-spoken-name.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "core/fw-date.h"
#include "ui/departure/fw-case-words.h"

#define LINES_HEIGHT 72

struct _FwAnswerField
{
  GtkWidget parent_instance;

  FwCase *departure; /* owned */
  char *path;        /* owned */
  char *kind;        /* owned */
  GtkWidget *label;
  GtkWidget *control; /* an entry, a text view in its frame, or a row of toggles */
  GtkTextBuffer *buffer; /* of a text view */
  GtkWidget *problem;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FwAnswerField, fw_answer_field, GTK_TYPE_WIDGET)

/* Facts whose value is one of a few words of the facts document. */
static const struct
{
  const char *path;
  const char *values[4];
  const char *labels[4];
} choices[] = {
  { "departure/@proposer", { "employer", "employee" }, { N_("The company"), N_("The employee") } },
  { "departure/@employer-offer",
    { "same-or-better", "worse", "none" },
    { N_("As good or better"), N_("Worse"), N_("No renewal") } },
  { "departure/@employee-renews", { "true", "false" }, { N_("Yes"), N_("No") } },
  { "departure/@employee-requests-open-ended", { "true", "false" }, { N_("Yes"), N_("No") } },
  { "case/agreement/@noncompete", { "enforce", "waive", "none" }, { N_("Enforced"), N_("Waived"), N_("None") } },
};

static int
find_choice (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].path, path))
      return (int) i;
  return -1;
}

static gboolean
is_kind (FwAnswerField *self,
         const char *kind)
{
  return g_strcmp0 (self->kind, kind) == 0;
}

/**
 * fw_answer_field_read_day:
 * @text: a day as people type it: 2026-03-31, 2026/3/31, 2026.3.31, 2026年3月31日
 *
 * Returns: (transfer full) (nullable): the day as YYYY-MM-DD, %NULL where it is none
 */
char *
fw_answer_field_read_day (const char *text)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  int year, month, day, end = 0;

  for (guint i = 0; i < 2; i++)
    {
      static const char *const words[] = { "年", "月" };
      char *found = strstr (plain, words[i]);

      if (found == NULL)
        continue;
      *found = '-';
      memmove (found + 1, found + strlen (words[i]), strlen (found + strlen (words[i])) + 1);
    }
  if (g_str_has_suffix (plain, "日"))
    plain[strlen (plain) - strlen ("日")] = '\0';
  g_strdelimit (plain, "/.", '-');
  if (sscanf (plain, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || plain[end] != '\0' || year < 1900 ||
      !fw_date_is_known (fw_date_new (year, month, day)))
    return NULL;
  return fw_date_to_string (fw_date_new (year, month, day));
}

static char *
dup_typed (FwAnswerField *self)
{
  GtkTextIter start, end;

  if (self->buffer == NULL)
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control))));
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

/* A sum as facts have it: the commas between its thousands are for people. */
static char *
dup_plain_sum (const char *typed)
{
  g_auto (GStrv) parts = g_strsplit_set (typed, ", ", -1);

  return g_strjoinv ("", parts);
}

/* What was typed, as facts have it; %NULL where it does not fit. */
static char *
dup_value (FwAnswerField *self)
{
  g_autofree char *typed = dup_typed (self);

  if (*typed == '\0' || (!is_kind (self, "date") && !is_kind (self, "money")))
    return g_steal_pointer (&typed);
  return is_kind (self, "date") ? fw_answer_field_read_day (typed) : dup_plain_sum (typed);
}

static void
show_problem (FwAnswerField *self,
              const char *problem)
{
  gtk_label_set_label (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (self->control, "error");
  else
    gtk_widget_remove_css_class (self->control, "error");
}

static const char *
describe_problem (FwAnswerField *self)
{
  if (is_kind (self, "date"))
    return _("Write the day as 2026-03-31");
  if (is_kind (self, "month"))
    return _("Write the month as 2026-03");
  if (is_kind (self, "money"))
    return _("Write the sum as 72746.20");
  if (is_kind (self, "number"))
    return _("Write a number");
  return _("This does not fit here");
}

static gboolean
say (FwAnswerField *self,
     const char *value,
     GError **error)
{
  return value != NULL && fw_case_set (self->departure, self->path, value, error);
}

/* A sum below what the law gives: how much that is, and why nothing below it is offered. */
static char *
dup_refusal (FwAnswerField *self)
{
  GListModel *sums = fw_case_get_risk (self->departure);

  for (guint i = 0; i < g_list_model_get_n_items (sums); i++)
    {
      g_autoptr (FwCaseItem) sum = g_list_model_get_item (sums, i);
      g_autofree char *least = NULL;

      if (!g_str_equal (fw_case_item_get_id (sum), "low"))
        continue;
      least = fw_case_name_money (fw_case_item_get_text (sum, "amount"));
      /* Translators: an amount, and the law pack's sentence on it. */
      return g_strdup_printf (_("The law gives %1$s at least. %2$s"), least, fw_case_item_get_text (sum, "assumes"));
    }
  return g_strdup (describe_problem (self));
}

/* Whether another digit may still follow and make it another day: 2026-10-1 on the way to 2026-10-12. */
static gboolean
may_go_on (FwAnswerField *self)
{
  g_autofree char *typed = dup_typed (self);
  gsize length = strlen (typed);

  return is_kind (self, "date") && length > 1 && strchr ("123", typed[length - 1]) != NULL &&
         !g_ascii_isdigit (typed[length - 2]);
}

/* While one types, half a day or sum is no mistake yet. */
static void
changed_cb (FwAnswerField *self)
{
  g_autofree char *value = NULL;

  if (self->filling)
    return;
  value = may_go_on (self) ? NULL : dup_value (self);
  say (self, value, NULL);
  show_problem (self, NULL);
}

static void
left_cb (FwAnswerField *self)
{
  g_autofree char *value = dup_value (self);
  g_autofree char *refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (say (self, value, &error))
    {
      show_problem (self, NULL);
      return;
    }
  if (g_error_matches (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED) && is_kind (self, "money"))
    refusal = dup_refusal (self);
  show_problem (self, refusal != NULL ? refusal : describe_problem (self));
}

static void
toggled_cb (GtkToggleButton *button,
            FwAnswerField *self)
{
  const char *value = g_object_get_data (G_OBJECT (button), "value");

  if (!self->filling && gtk_toggle_button_get_active (button))
    fw_case_set (self->departure, self->path, value, NULL);
}

static GtkWidget *
make_toggles (FwAnswerField *self,
              int choice,
              const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkToggleButton *group = NULL;

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; choices[choice].values[i] != NULL; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_(choices[choice].labels[i]));
      g_autofree char *spoken = g_strdup_printf ("%s: %s", label, _(choices[choice].labels[i]));

      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
      group = GTK_TOGGLE_BUTTON (button);
      fw_spoken_name_set (button, spoken);
      g_object_set_data (G_OBJECT (button), "value", (gpointer) choices[choice].values[i]);
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
make_lines (FwAnswerField *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LINES_HEIGHT);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb), self);
  return scroller;
}

static GtkWidget *
make_entry (FwAnswerField *self,
            const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();

  if (hint == NULL && is_kind (self, "date"))
    hint = _("YYYY-MM-DD");
  if (hint == NULL && is_kind (self, "month"))
    hint = _("YYYY-MM");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  if (is_kind (self, "date") || is_kind (self, "month") || is_kind (self, "number"))
    gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  return entry;
}

static gboolean
fw_answer_field_grab_focus (GtkWidget *widget)
{
  FwAnswerField *self = FW_ANSWER_FIELD (widget);
  GtkWidget *first = gtk_widget_get_first_child (self->control);

  if (self->buffer != NULL)
    return gtk_widget_grab_focus (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->control)));
  if (find_choice (self->path) < 0)
    return gtk_widget_grab_focus (self->control);
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return gtk_widget_grab_focus (child);
  return gtk_widget_grab_focus (first);
}

static void
fw_answer_field_dispose (GObject *object)
{
  FwAnswerField *self = FW_ANSWER_FIELD (object);

  self->filling = TRUE;
  self->buffer = NULL;
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->control, gtk_widget_unparent);
  g_clear_pointer (&self->problem, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_answer_field_parent_class)->dispose (object);
}

static void
fw_answer_field_finalize (GObject *object)
{
  FwAnswerField *self = FW_ANSWER_FIELD (object);

  g_clear_object (&self->departure);
  g_free (self->path);
  g_free (self->kind);
  G_OBJECT_CLASS (fw_answer_field_parent_class)->finalize (object);
}

static void
fw_answer_field_class_init (FwAnswerFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_answer_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_answer_field_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = fw_answer_field_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fw_answer_field_init (FwAnswerField *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
}

static GtkWidget *
make_caption (const char *text,
              const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
build (FwAnswerField *self,
       const char *label,
       const char *hint)
{
  int choice = find_choice (self->path);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *named;

  self->label = make_caption (label, "dim-label");
  if (choice >= 0)
    self->control = make_toggles (self, choice, label);
  else
    self->control = is_kind (self, "lines") ? make_lines (self) : make_entry (self, hint);
  self->problem = make_caption ("", "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->control, GTK_WIDGET (self));
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
  named = self->buffer != NULL ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->control)) : self->control;
  if (choice < 0)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (named), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
      gtk_widget_add_controller (self->control, focus);
    }
  else
    g_object_unref (focus);
}

static void
show_choice (FwAnswerField *self,
             const char *value)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->control); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child),
                                  g_strcmp0 (value, g_object_get_data (G_OBJECT (child), "value")) == 0);
}

/**
 * fw_answer_field_refresh:
 *
 * Shows what the case says now, unless somebody is typing here.
 */
void
fw_answer_field_refresh (FwAnswerField *self)
{
  const char *value;

  g_return_if_fail (FW_IS_ANSWER_FIELD (self));

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL && find_choice (self->path) < 0)
    return;
  value = fw_case_get (self->departure, self->path);
  self->filling = TRUE;
  if (find_choice (self->path) >= 0)
    show_choice (self, value);
  else if (self->buffer != NULL)
    gtk_text_buffer_set_text (self->buffer, value != NULL ? value : "", -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->control), value != NULL ? value : "");
  self->filling = FALSE;
}

/**
 * fw_answer_field_is_typed:
 *
 * Returns: whether one types into it, so that it must not be made anew under the user's hands
 */
gboolean
fw_answer_field_is_typed (FwAnswerField *self)
{
  g_return_val_if_fail (FW_IS_ANSWER_FIELD (self), FALSE);
  return find_choice (self->path) < 0;
}

/**
 * fw_answer_field_new:
 * @path: of the fact
 * @label: what people call it
 * @kind: text, lines, date, month, money or number
 * @hint: (nullable): an example
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
fw_answer_field_new (FwCase *departure,
                     const char *path,
                     const char *label,
                     const char *kind,
                     const char *hint)
{
  FwAnswerField *self = g_object_new (FW_TYPE_ANSWER_FIELD, NULL);

  self->departure = g_object_ref (departure);
  self->path = g_strdup (path);
  self->kind = g_strdup (kind);
  build (self, label, hint);
  fw_answer_field_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * fw_answer_field_new_blank:
 * @blank: a FwBlankField
 *
 * Returns: (transfer floating): the field that fills it
 */
GtkWidget *
fw_answer_field_new_blank (FwCase *departure,
                           FwCaseItem *blank)
{
  return fw_answer_field_new (departure, fw_case_item_get_id (blank), fw_case_item_get_text (blank, "label"),
                              fw_case_item_get_text (blank, "kind"), fw_case_item_get_text (blank, "hint"));
}
