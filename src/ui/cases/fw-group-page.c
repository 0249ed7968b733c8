#include "config.h"

#include "ui/cases/fw-group-page-private.h"

#include <glib/gi18n.h>

#include "core/fw-number.h"
#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-overview-steps.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-person-row.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tab-through.h"
#include "ui/widgets/fw-verdict-row.h"
#include "ui/window/fw-window.h"

G_DEFINE_FINAL_TYPE (FwGroupPage, fw_group_page, FW_TYPE_ADAPTIVE_WIDGET)

/* What may be said of all on this page; the rest is said in the papers and materials of the first case. */
static const struct
{
  const char *path;
  const char *title;
  gboolean day;
} said[] = {
  { "departure/@last-day", N_("Last day"), TRUE },
  { "case/@handover-date", N_("Day of the handover"), TRUE },
  { "case/@handover-place", N_("Place of the handover"), FALSE },
  { "case/@pay-date", N_("Day of payment"), TRUE },
};

static FwWindow *
window_of (FwGroupPage *self)
{
  return FW_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* Members */

static FwTagStyle
style_of (FwVerdict verdict)
{
  static const FwTagStyle styles[] = { FW_TAG_STYLE_PLAIN, FW_TAG_STYLE_CLEAR, FW_TAG_STYLE_NOTE, FW_TAG_STYLE_MISSING,
                                       FW_TAG_STYLE_BLOCKED, FW_TAG_STYLE_NOTE };

  return styles[verdict];
}

static char *
describe_member (FwCaseItem *member)
{
  const char *const parts[] = { fw_case_item_get_text (member, "number"), fw_case_item_get_text (member, "department"),
                                fw_case_item_get_text (member, "position") };
  const char *reason = fw_case_item_get_text (member, "reason"), *amount = fw_case_item_get_text (member, "amount");
  const char *keep = fw_case_item_get_text (member, "keep-why");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  if (amount != NULL)
    {
      g_autofree char *money = fw_case_name_money (amount);

      g_string_append_printf (text, " · %s", money);
    }
  if (reason != NULL)
    g_string_append_printf (text, "\n%s", reason);
  if (keep != NULL)
    g_string_append_printf (text, "\n%s", keep);
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_member_cb (gpointer object, gpointer data)
{
  FwCaseItem *member = object;
  FwVerdict verdict = (FwVerdict) fw_case_item_get_choice (member, "verdict");
  FwCaseState state = (FwCaseState) fw_case_item_get_choice (member, "state");
  gint64 missing = -1;
  g_autofree char *detail = describe_member (member);
  GtkWidget *row = fw_person_row_new (fw_case_item_get_text (member, "employee-name"), detail);

  g_object_get (member, "missing", &missing, NULL);
  if (fw_case_item_get_truth (member, "keep-first"))
    fw_person_row_add_suffix (FW_PERSON_ROW (row), fw_tag_new (FW_TAG_STYLE_ACCENT, _("Kept first")));
  if (missing > 0 && verdict < FW_VERDICT_BLOCKED)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%d material missing", "%d materials missing", (gulong) missing), (int) missing);

      fw_person_row_add_suffix (FW_PERSON_ROW (row), fw_tag_new (FW_TAG_STYLE_MISSING, text));
    }
  else if (state < FW_CASE_STATE_ISSUED)
    fw_person_row_add_suffix (FW_PERSON_ROW (row), fw_tag_new (style_of (verdict), fw_tag_style_get_word (style_of (verdict))));
  fw_person_row_add_suffix (FW_PERSON_ROW (row), fw_case_state_tag_new (state));
  g_object_set_data_full (G_OBJECT (row), "case", g_strdup (fw_case_item_get_id (member)), g_free);
  return row;
}

static void
member_activated_cb (FwGroupPage *self, GtkListBoxRow *row)
{
  fw_window_load_case (window_of (self), g_object_get_data (G_OBJECT (row), "case"));
}

/* The sum of what is paid to all; %NULL while one of them is not known. */
static char *
dup_sum (GListModel *members)
{
  g_autoptr (FwNumber) sum = fw_number_new (0);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (FwCaseItem) member = g_list_model_get_item (members, i);
      const char *text = fw_case_item_get_text (member, "amount");
      g_autoptr (FwNumber) amount = text != NULL ? fw_number_parse (text) : NULL;
      FwNumber *more = amount != NULL ? fw_number_add (sum, amount) : NULL;

      if (more == NULL)
        return NULL;
      fw_number_unref (sum);
      sum = more;
    }
  return fw_number_to_fixed (sum, 2);
}

static guint
count_verdict (GListModel *members, FwVerdict verdict)
{
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (FwCaseItem) member = g_list_model_get_item (members, i);

      count += fw_case_item_get_choice (member, "verdict") == (int) verdict;
    }
  return count;
}

static guint
count_truth (GListModel *members, const char *name, gboolean wanted)
{
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (FwCaseItem) member = g_list_model_get_item (members, i);

      count += fw_case_item_get_truth (member, name) == wanted;
    }
  return count;
}

static void
show_summary (FwGroupPage *self)
{
  GListModel *members = fw_case_group_get_members (self->group);
  guint total = 0;
  gboolean working = fw_case_group_get_progress (self->group, NULL, &total);
  gboolean whole = !working && g_list_model_get_n_items (members) == total;
  g_autofree char *sum = whole ? dup_sum (members) : NULL;
  g_autofree char *money = sum != NULL ? fw_case_name_money (sum) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint blocked = count_verdict (members, FW_VERDICT_BLOCKED), missing = count_verdict (members, FW_VERDICT_MISSING);
  guint keep = count_truth (members, "keep-first", TRUE), unasked = count_truth (members, "checked", FALSE);

  g_string_append_printf (text, ngettext ("%u person", "%u people", total), total);
  if (blocked > 0)
    g_string_append_printf (text, ngettext (" · %u barred", " · %u barred", blocked), blocked);
  if (keep > 0)
    g_string_append_printf (text, ngettext (" · %u to be kept first", " · %u to be kept first", keep), keep);
  if (unasked > 0)
    g_string_append_printf (text, ngettext (" · %u not asked yet", " · %u not asked yet", unasked), unasked);
  if (missing > 0)
    g_string_append_printf (text, ngettext (" · %u incomplete", " · %u incomplete", missing), missing);
  if (money != NULL)
    {
      g_autofree char *pay = g_strdup_printf (_(" · to pay %s in all"), money);

      g_string_append (text, pay);
    }
  gtk_label_set_label (self->summary_label, text->str);
}

static void
show_progress (FwGroupPage *self)
{
  guint done = 0, total = 0;
  gboolean working = fw_case_group_get_progress (self->group, &done, &total);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->progress_box, working);
  gtk_widget_set_visible (self->cancel_button, self->acting != NULL);
  show_summary (self);
  if (!working || total == 0)
    return;
  /* Translators: what goes on, of how many how many. */
  text = g_strdup_printf (_("%s: %u of %u"), self->what != NULL ? self->what : _("Judging each case"), done, total);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) done / total);
  gtk_progress_bar_set_text (self->progress_bar, text);
}

static void
cancel_cb (FwGroupPage *self)
{
  g_cancellable_cancel (self->acting);
}

/* What is said for all */

static void
said_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwGroupPage) self = data;
  g_autoptr (GError) error = NULL;
  int left = fw_case_group_set_finish (FW_CASE_GROUP (source), result, &error);

  if (self->group != FW_CASE_GROUP (source))
    return;
  if (left < 0)
    fw_problem_present (GTK_WINDOW (window_of (self)), _("It could not be said for all"), NULL, error);
  else if (left > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%d case has a paper issued and stays as it is",
                                                         "%d cases have a paper issued and stay as they are", (gulong) left), left);

      fw_window_toast (window_of (self), text);
    }
  else
    fw_window_toast (window_of (self), _("Said for all"));
  /* A case takes what names it for an act of its own, which this was not. */
  if (left >= 0 && self->lead != NULL)
    fw_case_judge_async (self->lead, NULL, NULL, NULL);
}

static void
say (FwGroupPage *self, const char *path, const char *value)
{
  fw_case_group_set_async (self->group, path, value, said_cb, g_object_ref (self));
}

static void
entry_applied_cb (AdwEntryRow *row, FwGroupPage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  gboolean is_day = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "day"));
  g_autofree char *value = is_day ? fw_answer_field_read_day (typed) : g_strstrip (g_strdup (typed));

  if (self->group == NULL)
    return;
  if (value == NULL && *typed != '\0')
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      fw_window_toast (window_of (self), _("This is no day. Write it as 2026-04-10."));
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  say (self, g_object_get_data (G_OBJECT (row), "path"), value);
}

static void
add_entries (FwGroupPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(said[i].title));
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), "path", (gpointer) said[i].path);
      g_object_set_data (G_OBJECT (row), "day", GINT_TO_POINTER (said[i].day));
      g_signal_connect_object (row, "apply", G_CALLBACK (entry_applied_cb), self, 0);
      gtk_list_box_append (self->said_list, row);
      self->entries[i] = row;
    }
}

static void
ground_chosen_cb (FwGroupPage *self)
{
  guint place = adw_combo_row_get_selected (self->ground_row);

  if (self->showing || self->group == NULL || self->grounds == NULL || place == 0 || place > self->grounds->len)
    return;
  say (self, "departure/@ground", self->grounds->pdata[place - 1]);
}

/* The first case stands for what is the same for all */

/* What tells the grounds of one kind apart: the kind before a colon is the same for all, and the list has little room. */
static const char *
skip_kind (const char *title)
{
  static const char *const colons[] = { "：", ": " };

  for (guint i = 0; i < G_N_ELEMENTS (colons); i++)
    {
      const char *colon = strstr (title, colons[i]);

      if (colon != NULL && colon[strlen (colons[i])] != '\0')
        return colon + strlen (colons[i]);
    }
  return title;
}

static void
show_grounds (FwGroupPage *self)
{
  GListModel *grounds = fw_case_get_grounds (self->lead);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint chosen = 0;

  g_clear_pointer (&self->grounds, g_ptr_array_unref);
  self->grounds = g_ptr_array_new_with_free_func (g_free);
  gtk_string_list_append (titles, _("Not chosen yet"));
  for (guint i = 0; i < g_list_model_get_n_items (grounds); i++)
    {
      g_autoptr (FwCaseItem) ground = g_list_model_get_item (grounds, i);

      if (g_strcmp0 (fw_case_item_get_text (ground, "kind"), fw_case_group_get_kind (self->group)) != 0)
        continue;
      g_ptr_array_add (self->grounds, g_strdup (fw_case_item_get_id (ground)));
      gtk_string_list_append (titles, skip_kind (fw_case_item_get_text (ground, "title")));
      if (g_strcmp0 (fw_case_get_ground (self->lead), fw_case_item_get_id (ground)) == 0)
        chosen = self->grounds->len;
    }
  self->showing = TRUE;
  adw_combo_row_set_model (self->ground_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->ground_row, chosen);
  self->showing = FALSE;
}

static void
append_shared (FwGroupPage *self, FwTagStyle style, const char *title, const char *detail, FwCaseStep step)
{
  GtkWidget *row = fw_verdict_row_new (style, title, detail);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "place", GINT_TO_POINTER (step));
  gtk_list_box_append (self->shared_list, row);
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_shared (FwGroupPage *self)
{
  GListModel *materials = fw_case_get_materials (self->lead), *papers = fw_case_get_documents (self->lead);

  clear_list (self->shared_list);
  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (FwCaseItem) material = g_list_model_get_item (materials, i);
      gboolean there = fw_case_item_get_choice (material, "state") == FW_MATERIAL_PRESENT;

      if (fw_case_item_get_truth (material, "shared") && fw_case_item_get_truth (material, "required"))
        append_shared (self, there ? FW_TAG_STYLE_CLEAR : FW_TAG_STYLE_MISSING, fw_case_item_get_text (material, "title"),
                       there ? fw_case_item_get_text (material, "source") : fw_case_item_get_text (material, "how"),
                       FW_CASE_STEP_MATERIALS);
    }
  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (FwCaseItem) paper = g_list_model_get_item (papers, i);
      gboolean issued = fw_case_item_get_choice (paper, "state") == FW_PAPER_ISSUED;

      if (fw_case_item_get_truth (paper, "shared"))
        append_shared (self, issued ? FW_TAG_STYLE_CLEAR : FW_TAG_STYLE_PLAIN, fw_case_item_get_text (paper, "title"),
                       issued ? fw_case_item_get_text (paper, "number") : _("Paper, not issued yet"), FW_CASE_STEP_PAPERS);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->shared_list), gtk_list_box_get_row_at_index (self->shared_list, 0) != NULL);
}

/* What is said now; what somebody has typed since and not applied stays. */
static void
show_said (FwGroupPage *self, guint place)
{
  GtkWidget *entry = self->entries[place];
  const char *value = fw_case_get (self->lead, said[place].path), *shown = g_object_get_data (G_OBJECT (entry), "shown");
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (value == NULL)
    value = "";
  if (g_strcmp0 (typed, value) != 0 && g_strcmp0 (typed, shown != NULL ? shown : "") != 0)
    return;
  g_object_set_data_full (G_OBJECT (entry), "shown", g_strdup (value), g_free);
  if (g_strcmp0 (typed, value) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), value);
}

/* The ground comes first, but can be reached only once there is one to choose: until then the focus waits in the first field. */
static void
arrive (FwGroupPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entries[0])), *shown = g_object_get_data (G_OBJECT (self->entries[0]), "shown");
  gboolean waits = focus != NULL && gtk_widget_is_ancestor (focus, self->entries[0]) && g_strcmp0 (typed, shown != NULL ? shown : "") == 0;

  if (self->arriving && waits)
    gtk_widget_grab_focus (GTK_WIDGET (self->ground_row));
  self->arriving = FALSE;
}

static void
show_lead (FwGroupPage *self)
{
  if (self->lead == NULL || self->group == NULL)
    return;
  show_grounds (self);
  show_shared (self);
  gtk_widget_set_visible (GTK_WIDGET (self->step_list), fw_overview_steps_fill (self->step_list, self->lead) > 0);
  /* Before the field has its text: what changes while the focus is in it would wait to be applied. */
  arrive (self);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    show_said (self, i);
}

static void
lead_judging_cb (FwGroupPage *self)
{
  gboolean judging = FALSE;

  g_object_get (self->lead, "judging", &judging, NULL);
  if (!judging)
    show_lead (self);
}

static void
lead_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwGroupPage) self = data;
  g_autoptr (FwCase) lead = fw_case_new_finish (result, NULL);

  if (lead == NULL || self->group == NULL || g_strcmp0 (fw_case_group_get_lead (self->group), fw_case_get_id (lead)) != 0)
    return;
  g_set_object (&self->lead, lead);
  g_signal_connect_object (lead, "notify::judging", G_CALLBACK (lead_judging_cb), self, G_CONNECT_SWAPPED);
  show_lead (self);
}

static void
open_lead (FwGroupPage *self, GtkListBoxRow *row)
{
  int place = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "place"));

  if (self->group != NULL && fw_case_group_get_lead (self->group) != NULL)
    fw_window_load_case_step (window_of (self), fw_case_group_get_lead (self->group), place);
}

static void
shared_activated_cb (FwGroupPage *self, GtkListBoxRow *row)
{
  open_lead (self, row);
}

static void
step_activated_cb (FwGroupPage *self, GtkListBoxRow *row)
{
  open_lead (self, row);
}

/* Opening */

static void
take_group (FwGroupPage *self, FwCaseGroup *group)
{
  const char *hint = _("Each person has a departure of their own. What is the same for all is said, filed and issued once and holds for "
                                      "each of them; whom the law protects stands barred below.");

  g_set_object (&self->group, group);
  fw_page_set_subtitle (FW_PAGE (self->page), fw_case_group_get_number (group));
  gtk_label_set_label (self->hint_label, hint);
  gtk_list_box_bind_model (self->member_list, fw_case_group_get_members (group), make_member_cb, self, NULL);
  for (guint i = 0; i < 3; i++)
    g_signal_connect_object (group, (const char *[]){ "notify::working", "notify::done", "notify::total" }[i],
                             G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  show_progress (self);
  if (fw_case_group_get_left_out (group) > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u person was left out: left already, an open departure, or another employer",
                                                         "%u people were left out: left already, an open departure, or another employer",
                                                         fw_case_group_get_left_out (group)),
                                               fw_case_group_get_left_out (group));

      fw_window_toast (window_of (self), text);
    }
  if (fw_case_group_get_lead (group) != NULL)
    fw_case_load_async (self->workplace, fw_case_group_get_lead (group), NULL, lead_loaded_cb, g_object_ref (self));
}

static void
group_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwGroupPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCaseGroup) group = fw_case_group_new_finish (result, &error);

  if (self->workplace != FW_WORKPLACE (source))
    return;
  if (group != NULL)
    take_group (self, group);
  else
    fw_problem_present (GTK_WINDOW (window_of (self)), _("They cannot be decided upon together"),
                        g_error_matches (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED)
                          ? _("It takes at least two people of one employer who are still employed and have no open departure.")
                          : NULL,
                        error);
}

/**
 * fw_group_page_close:
 *
 * Forgets what was shown.
 */
void
fw_group_page_close (FwGroupPage *self)
{
  g_return_if_fail (FW_IS_GROUP_PAGE (self));

  g_cancellable_cancel (self->acting);
  gtk_list_box_bind_model (self->member_list, NULL, NULL, NULL, NULL);
  clear_list (self->shared_list);
  clear_list (self->step_list);
  gtk_widget_set_visible (GTK_WIDGET (self->shared_list), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->step_list), FALSE);
  gtk_label_set_label (self->summary_label, "");
  g_list_store_remove_all (self->asked);
  self->arriving = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_object_set_data (G_OBJECT (self->entries[i]), "shown", NULL);
      gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), "");
    }
  if (self->group != NULL)
    g_signal_handlers_disconnect_by_data (self->group, self);
  if (self->lead != NULL)
    g_signal_handlers_disconnect_by_data (self->lead, self);
  g_clear_object (&self->lead);
  g_clear_object (&self->group);
  g_clear_object (&self->workplace);
}

/**
 * fw_group_page_open:
 *
 * Reads a group and shows it.
 */
void
fw_group_page_open (FwGroupPage *self, FwWorkplace *workplace, const char *group_id)
{
  fw_group_page_close (self);
  self->workplace = g_object_ref (workplace);
  fw_case_group_load_async (workplace, group_id, NULL, group_read_cb, g_object_ref (self));
}

/**
 * fw_group_page_begin:
 * @people: (array length=n_people): numbers of employees, as their list has them
 *
 * Opens a departure for each of them as one decision, and shows it.
 */
void
fw_group_page_begin (FwGroupPage *self, FwWorkplace *workplace, const guint32 *people, gsize n_people)
{
  fw_group_page_close (self);
  self->workplace = g_object_ref (workplace);
  fw_case_group_open_async (workplace, people, n_people, NULL, group_read_cb, g_object_ref (self));
}

FwWindow *
_fw_group_page_get_window (FwGroupPage *self)
{
  return window_of (self);
}

void
_fw_group_page_show_progress (FwGroupPage *self)
{
  if (self->group != NULL)
    show_progress (self);
}

static void
fw_group_page_narrow_changed (FwAdaptiveWidget *widget, gboolean narrow)
{
  FwGroupPage *self = FW_GROUP_PAGE (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->columns, !narrow);
}

static void
fw_group_page_dispose (GObject *object)
{
  FwGroupPage *self = FW_GROUP_PAGE (object);

  if (self->member_list != NULL)
    fw_group_page_close (self);
  self->member_list = NULL;
  g_clear_object (&self->acting);
  g_clear_pointer (&self->supplies, g_ptr_array_unref);
  g_clear_object (&self->asked);
  g_clear_pointer (&self->grounds, g_ptr_array_unref);
  g_clear_pointer (&self->page, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_group_page_parent_class)->dispose (object);
}

static gboolean
fw_group_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FW_GROUP_PAGE (widget)->ground_row));
}

static void
fw_group_page_class_init (FwGroupPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_group_page_dispose;
  widget_class->focus = fw_tab_through;
  widget_class->grab_focus = fw_group_page_grab_focus;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_group_page_narrow_changed;
  g_type_ensure (FW_TYPE_PAGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/cases/fw-group-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwGroupPage, page);
  gtk_widget_class_bind_template_child (widget_class, FwGroupPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, FwGroupPage, hint_label);
  gtk_widget_class_bind_template_child (widget_class, FwGroupPage, progress_box);
  gtk_widget_class_bind_template_child (widget_class, FwGroupPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FwGroupPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, FwGroupPage, columns);
  gtk_widget_class_bind_template_child (widget_class, FwGroupPage, said_list);
  gtk_widget_class_bind_template_child (widget_class, FwGroupPage, ground_row);
  gtk_widget_class_bind_template_child (widget_class, FwGroupPage, shared_list);
  gtk_widget_class_bind_template_child (widget_class, FwGroupPage, step_list);
  gtk_widget_class_bind_template_child (widget_class, FwGroupPage, act_box);
  gtk_widget_class_bind_template_child (widget_class, FwGroupPage, member_list);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, ground_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, member_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, shared_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);
  _fw_group_page_class_add_acts (widget_class);
}

static void
fw_group_page_init (FwGroupPage *self)
{
  self->asked = g_list_store_new (FW_TYPE_GROUP_AMOUNT);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_entries (self);
}
