#include "config.h"

#include "ui/departure/fw-who-page.h"

#include <glib/gi18n.h>

#include "core/fw-date.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-status-row-view.h"
#include "ui/departure/fw-way-facts.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-fact-list.h"
#include "ui/widgets/fw-verdict-row.h"

struct _FwWhoPage
{
  FwStepPage parent_instance;

  GtkLabel *answer_label;
  GtkBox *lower_box;
  GtkEntry *asked_of_entry;
  GtkEntry *asked_on_entry;
  GtkListBox *status_list;
  GtkWidget *take_button;
  GtkLabel *problem_label;
  FwFactList *fact_list;
  GtkListBox *way_list;
};

G_DEFINE_FINAL_TYPE (FwWhoPage, fw_who_page, FW_TYPE_STEP_PAGE)

/* What one has to know of the person before anything else, in the order in which it is asked for. */
static const struct
{
  const char *path;
  const char *label;
  gboolean day;
} facts[] = {
  { "employee/@name", N_("Name"), FALSE },
  { "employee/@number", N_("Number"), FALSE },
  { "employee/employment/@department", N_("Department"), FALSE },
  { "employee/employment/@position", N_("Position"), FALSE },
  { "employee/employment/@hired", N_("Hired"), TRUE },
  { "employee/employment/@contract-start", N_("Contract from"), TRUE },
  { "employee/employment/@contract-end", N_("Contract until"), TRUE },
  { "employee/employment/@probation-end", N_("Probation until"), TRUE },
  { "employee/@born", N_("Born"), TRUE },
};

static const struct
{
  const char *kind;
  const char *title;
  gboolean if_barred; /* shown only where a protection stands in its way */
} ways[] = {
  { "mutual", N_("Negotiated exit"), FALSE },
  { "dismissal", N_("Dismissal"), FALSE },
  { "redundancy", N_("Redundancy"), TRUE },
  { "expiry", N_("End of the contract"), TRUE },
  { "resignation", N_("Resignation"), FALSE },
};

static FwCase *
case_of (FwWhoPage *self)
{
  return fw_step_page_get_case (FW_STEP_PAGE (self));
}

static void
show_person (FwWhoPage *self)
{
  fw_fact_list_clear (self->fact_list);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const char *value = fw_case_get (case_of (self), facts[i].path);
      g_autofree char *day = facts[i].day ? fw_case_name_day (value) : NULL;

      if (value != NULL)
        fw_fact_list_append (self->fact_list, _(facts[i].label), facts[i].day ? day : value);
    }
}

/* Grounds by name that can be used, or that are barred as the first barred one is: until the same day. What does not fit the
 * person, or is barred by something else, is neither. */
static char *
dup_grounds (GPtrArray *grounds,
             gboolean barred)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char *until = fw_case_item_get_text (fw_way_facts_find_bar (grounds), "until");

  for (guint i = 0; i < grounds->len; i++)
    {
      FwGroundUse use = fw_case_item_get_choice (grounds->pdata[i], "use");

      if (use == FW_GROUND_NOT_APPLICABLE || (use == FW_GROUND_BARRED) != barred ||
          (barred && g_strcmp0 (fw_case_item_get_text (grounds->pdata[i], "until"), until) != 0))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "", fw_case_item_get_text (grounds->pdata[i], "title"));
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/* The grounds of a way; the case lists that first which stands best for this person. */
static GPtrArray *
dup_grounds_of (FwWhoPage *self,
                const char *kind)
{
  GListModel *all = fw_case_get_grounds (case_of (self));
  GPtrArray *grounds = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (FwCaseItem) ground = g_list_model_get_item (all, i);

      if (g_strcmp0 (fw_case_item_get_text (ground, "kind"), kind) == 0)
        g_ptr_array_add (grounds, g_steal_pointer (&ground));
    }
  return grounds;
}

/* What of a way a protection bars now, which and until when, and what of it stays open. */
static void
add_barred_way (FwWhoPage *self,
                guint index,
                GPtrArray *grounds,
                const char *because)
{
  g_autofree char *barred = dup_grounds (grounds, TRUE);
  g_autofree char *open = dup_grounds (grounds, FALSE);
  g_autofree char *closed = g_strdup_printf (_("Barred (%1$s): %2$s"), because, barred);
  g_autofree char *left = open != NULL ? g_strdup_printf (_("Still open: %s"), open) : NULL;
  g_autofree char *detail = left != NULL ? g_strdup_printf ("%s\n%s", closed, left) : g_strdup (closed);
  GtkWidget *row = fw_verdict_row_new (open == NULL ? FW_TAG_STYLE_BLOCKED : FW_TAG_STYLE_NOTE, _(ways[index].title), detail);

  fw_step_page_name_focus (row, ways[index].kind);
  gtk_list_box_append (self->way_list, row);
}

static void
add_way (FwWhoPage *self,
         guint index)
{
  static const FwTagStyle styles[] = {
    [FW_GROUND_USABLE] = FW_TAG_STYLE_CLEAR,
    [FW_GROUND_LACKS_FACTS] = FW_TAG_STYLE_MISSING,
    [FW_GROUND_BARRED] = FW_TAG_STYLE_BLOCKED,
    [FW_GROUND_NOT_APPLICABLE] = FW_TAG_STYLE_PLAIN,
  };
  g_autoptr (GPtrArray) grounds = dup_grounds_of (self, ways[index].kind);
  FwCaseItem *best = grounds->len > 0 ? grounds->pdata[0] : NULL;
  g_autofree char *because = NULL;
  g_autofree char *first = NULL;
  g_autofree char *detail = NULL;
  const char *reason;
  GtkWidget *row;

  because = fw_way_facts_find_bar (grounds) != NULL ? fw_way_facts_dup_bar (case_of (self), grounds) : NULL;
  if (because != NULL)
    add_barred_way (self, index, grounds, because);
  if (best == NULL || ways[index].if_barred || because != NULL)
    return;
  reason = fw_case_item_get_text (best, "reason");
  first = fw_sentence_dup_first (reason, NULL);
  detail = reason != NULL ? g_strdup_printf (_("%s: %s"), fw_case_item_get_text (best, "title"), first)
                          : g_strdup (fw_case_item_get_text (best, "title"));
  row = fw_verdict_row_new (styles[fw_case_item_get_choice (best, "use")], _(ways[index].title), detail);
  fw_step_page_name_focus (row, ways[index].kind);
  gtk_list_box_append (self->way_list, row);
}

static void
show_ways (FwWhoPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->way_list, 0)) != NULL)
    gtk_list_box_remove (self->way_list, GTK_WIDGET (row));
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    add_way (self, i);
}

static guint
count_answers (FwWhoPage *self,
               FwStatusAnswer answer)
{
  GListModel *rows = fw_case_get_status_rows (case_of (self));
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (rows, i);

      count += fw_case_item_get_choice (row, "answer") == (int) answer;
    }
  return count;
}

/* Every line is answered, and the form is not evidence yet: that is what comes next here. */
static gboolean
waits_to_be_taken (FwWhoPage *self)
{
  return count_answers (self, FW_STATUS_UNKNOWN) == 0 &&
         fw_case_get_step_verdict (case_of (self), FW_CASE_STEP_WHO) == FW_VERDICT_MISSING;
}

static void
suggest_taking (FwWhoPage *self)
{
  if (waits_to_be_taken (self))
    gtk_widget_add_css_class (self->take_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->take_button, "suggested-action");
}

static void
show_answer (FwWhoPage *self)
{
  guint open = count_answers (self, FW_STATUS_UNKNOWN), held = count_answers (self, FW_STATUS_YES);
  g_autofree char *text = NULL;

  if (open > 0)
    text = g_strdup_printf (ngettext ("%u line of the status check is still open.",
                                      "%u lines of the status check are still open.", open), open);
  else if (waits_to_be_taken (self))
    text = g_strdup (_("All lines are answered. Take the check in as evidence now; until then it does not count."));
  else if (held > 0)
    text = g_strdup_printf (ngettext ("The check is complete: %u status holds, see what it means at the side.",
                                      "The check is complete: %u statuses hold, see what they mean at the side.", held),
                            held);
  else
    text = g_strdup (_("The check is complete: nothing of it stands in the way."));
  gtk_label_set_label (self->answer_label, text);
}

static void
fw_who_page_judged (FwStepPage *page)
{
  FwWhoPage *self = FW_WHO_PAGE (page);

  show_person (self);
  show_ways (self);
  show_answer (self);
  suggest_taking (self);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer data)
{
  FwWhoPage *self = data;

  return fw_status_row_view_new (case_of (self), FW_STATUS_ROW (item), GTK_EDITABLE (self->asked_of_entry),
                                 GTK_EDITABLE (self->asked_on_entry));
}

static void
say_problem (FwWhoPage *self,
             const GError *error)
{
  g_autofree char *problem = fw_problem_describe (error);

  gtk_label_set_label (self->problem_label, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), error != NULL);
}

/* Most lines are no for most people; each was still asked of somebody on a day. */
static void
rest_no_cb (FwWhoPage *self)
{
  GListModel *rows = fw_case_get_status_rows (case_of (self));
  const char *of = gtk_editable_get_text (GTK_EDITABLE (self->asked_of_entry));
  const char *on = gtk_editable_get_text (GTK_EDITABLE (self->asked_on_entry));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; error == NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (rows, i);

      if (fw_case_item_get_choice (row, "answer") == FW_STATUS_UNKNOWN)
        fw_case_answer_status (case_of (self), fw_case_item_get_id (row), FW_STATUS_NO, *of != '\0' ? of : NULL, on,
                               &error);
    }
  say_problem (self, error);
  /* It comes next, and in most windows it stands below what is in view. */
  if (error == NULL)
    gtk_widget_grab_focus (self->take_button);
}

/* What still keeps the check from being taken: the questions without an answer, a line each. */
static char *
dup_open_questions (FwWhoPage *self)
{
  GListModel *rows = fw_case_get_status_rows (case_of (self));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (rows, i);

      if (fw_case_item_get_choice (row, "answer") == FW_STATUS_UNKNOWN)
        g_string_append_printf (text, "\n%s", fw_case_item_get_text (row, "question"));
    }
  return text->len > 0 ? g_strdup_printf (_("Not taken: still without an answer are%s"), text->str)
                       : g_strdup (_("Not taken: say of every line who was asked."));
}

static void
taken_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (FwWhoPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *open = NULL;

  gtk_widget_set_sensitive (self->take_button, TRUE);
  fw_case_act_finish (FW_CASE (object), result, &error);
  say_problem (self, error);
  if (!g_error_matches (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED))
    return;
  open = dup_open_questions (self);
  gtk_label_set_label (self->problem_label, open);
}

static void
take_cb (FwWhoPage *self)
{
  gtk_widget_set_sensitive (self->take_button, FALSE);
  fw_case_take_status_check_async (case_of (self), NULL, taken_cb, g_object_ref (self));
}

static void
fw_who_page_narrow_changed (FwAdaptiveWidget *widget,
                            gboolean narrow)
{
  FwWhoPage *self = FW_WHO_PAGE (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lower_box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  /* Side by side in equal parts: newer releases of GTK give what wraps the width that its height asks for, else. */
  gtk_box_set_homogeneous (self->lower_box, !narrow);
}

static void
fw_who_page_constructed (GObject *object)
{
  FwWhoPage *self = FW_WHO_PAGE (object);
  g_autofree char *today = NULL;

  G_OBJECT_CLASS (fw_who_page_parent_class)->constructed (object);
  today = fw_date_to_string (fw_workplace_get_today (fw_case_get_workplace (case_of (self))));
  gtk_editable_set_text (GTK_EDITABLE (self->asked_on_entry), today != NULL ? today : "");
  gtk_list_box_bind_model (self->status_list, fw_case_get_status_rows (case_of (self)), create_row_cb, self, NULL);
}

static void
fw_who_page_class_init (FwWhoPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = fw_who_page_constructed;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_who_page_narrow_changed;
  FW_STEP_PAGE_CLASS (klass)->judged = fw_who_page_judged;
  g_type_ensure (FW_TYPE_FACT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-who-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwWhoPage, answer_label);
  gtk_widget_class_bind_template_child (widget_class, FwWhoPage, lower_box);
  gtk_widget_class_bind_template_child (widget_class, FwWhoPage, asked_of_entry);
  gtk_widget_class_bind_template_child (widget_class, FwWhoPage, asked_on_entry);
  gtk_widget_class_bind_template_child (widget_class, FwWhoPage, status_list);
  gtk_widget_class_bind_template_child (widget_class, FwWhoPage, take_button);
  gtk_widget_class_bind_template_child (widget_class, FwWhoPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FwWhoPage, fact_list);
  gtk_widget_class_bind_template_child (widget_class, FwWhoPage, way_list);
  gtk_widget_class_bind_template_callback (widget_class, rest_no_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
fw_who_page_init (FwWhoPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
