#include "config.h"

#include "ui/departure/fw-overview-duties.h"

#include <glib/gi18n.h>

#include "core/fw-date.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-step-page.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-verdict-row.h"

/* What is still to be done for a case: by its days, by its tasks, and until a paper has reached the person. */

typedef struct
{
  char *day; /* ISO: sorts as days follow one another */
  char *title;
  char *article;
  char *article_text;
} FwDuty;

static void
duty_free (gpointer data)
{
  FwDuty *duty = data;

  g_free (duty->day);
  g_free (duty->title);
  g_free (duty->article);
  g_free (duty->article_text);
  g_free (duty);
}

static void
add_duty (GPtrArray *duties,
          const char *day,
          const char *title,
          FwCaseItem *deadline)
{
  FwDuty *duty;

  if (day == NULL || *day == '\0')
    return;
  duty = g_new0 (FwDuty, 1);
  duty->day = g_strdup (day);
  duty->title = g_strdup (title);
  duty->article = deadline != NULL ? g_strdup (fw_case_item_get_text (deadline, "article")) : NULL;
  duty->article_text = deadline != NULL ? g_strdup (fw_case_item_get_text (deadline, "article-text")) : NULL;
  g_ptr_array_add (duties, duty);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  return g_strcmp0 ((*(FwDuty **) a)->day, (*(FwDuty **) b)->day);
}

/* The law's days, those of the tasks, the last day, and the day to look at a paused case again. */
static GPtrArray *
collect_duties (FwCase *departure)
{
  GListModel *deadlines = fw_case_get_deadlines (departure), *tasks = fw_case_get_tasks (departure);
  GPtrArray *duties = g_ptr_array_new_with_free_func (duty_free);
  g_autofree char *look_again = NULL;

  g_object_get (departure, "look-again", &look_again, NULL);
  if (!fw_case_has_ended (departure))
    add_duty (duties, look_again, _("Look at the paused departure again"), NULL);
  add_duty (duties, fw_case_get (departure, "departure/@last-day"), _("Last day"), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (deadlines); i++)
    {
      g_autoptr (FwCaseItem) deadline = g_list_model_get_item (deadlines, i);

      add_duty (duties, fw_case_item_get_text (deadline, "date"), fw_case_item_get_text (deadline, "title"), deadline);
    }
  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (FwCaseItem) task = g_list_model_get_item (tasks, i);

      if (!fw_case_item_get_truth (task, "done") && !fw_case_has_ended (departure))
        add_duty (duties, fw_case_item_get_text (task, "due"), fw_case_item_get_text (task, "title"), NULL);
    }
  g_ptr_array_sort (duties, compare_cb);
  return duties;
}

static int
days_until (FwCase *departure,
            const char *iso_day)
{
  return fw_date_days_between (fw_workplace_get_today (fw_case_get_workplace (departure)), fw_date_from_string (iso_day));
}

/**
 * fw_overview_duties_dup_distance:
 *
 * Returns: (transfer full): how far a day is from today: "today", "in 3 days", "3 days ago"
 */
char *
fw_overview_duties_dup_distance (FwCase *departure,
                                 const char *iso_day)
{
  int days = days_until (departure, iso_day);

  if (days == 0)
    return g_strdup (_("today"));
  if (days == 1)
    return g_strdup (_("tomorrow"));
  if (days > 0)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days), days);
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -days), -days);
}

static GtkWidget *
make_label (const char *text,
            gboolean expand,
            const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, expand);
  gtk_widget_set_css_classes (label, (const char **) classes);
  return label;
}

static GtkWidget *
make_duty_row (FwCase *departure,
               const FwDuty *duty,
               GtkSizeGroup *days)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *day = fw_case_name_day (duty->day);
  /* What has ended is nobody's to do any more: of its days that have passed one reads only that. */
  gboolean over = fw_case_has_ended (departure) && days_until (departure, duty->day) < 0;
  g_autofree char *distance = over ? g_strdup (_("over")) : fw_overview_duties_dup_distance (departure, duty->day);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", duty->title, day, distance);
  GtkWidget *day_label = make_label (day, FALSE, (const char *[]){ over ? "dim-label" : "heading", "numeric", NULL });
  GtkWidget *distance_label = make_label (distance, FALSE, (const char *[]){ "caption", "dim-label", "numeric", NULL });

  gtk_label_set_wrap (GTK_LABEL (day_label), FALSE);
  gtk_label_set_wrap (GTK_LABEL (distance_label), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (day_label), 13);
  gtk_size_group_add_widget (days, day_label);
  gtk_widget_add_css_class (box, "fw-dense-row");
  gtk_box_append (GTK_BOX (box), day_label);
  gtk_box_append (GTK_BOX (box), make_label (duty->title, TRUE, (const char *[]){ NULL }));
  gtk_box_append (GTK_BOX (box), distance_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_tooltip_text (row, duty->article);
  if (duty->article != NULL)
    fw_case_note_article (row, duty->article, duty->article_text, NULL);
  fw_step_page_name_focus (row, duty->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/**
 * fw_overview_duties_fill_deadlines:
 *
 * @at_most: how many lines; 0 is all
 *
 * Shows in @list what has to be done by when. What has no day yet depends on one that is not chosen. Nothing is due of
 * a case that was withdrawn; of a closed one, days run on.
 *
 * Returns: how many there are in all
 */
guint
fw_overview_duties_fill_deadlines (GtkListBox *list,
                                   FwCase *departure,
                                   guint at_most)
{
  g_autoptr (GPtrArray) duties = collect_duties (departure);
  g_autoptr (GtkSizeGroup) days = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  if (fw_case_get_state (departure) == FW_CASE_STATE_WITHDRAWN)
    g_ptr_array_set_size (duties, 0);
  clear (list);
  for (guint i = 0; i < duties->len && (at_most == 0 || i < at_most); i++)
    gtk_list_box_append (list, make_duty_row (departure, duties->pdata[i], days));
  return duties->len;
}

/* Tasks */

static void
finished_cb (GObject *object,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (GtkWidget) list = data;
  g_autoptr (GError) error = NULL;

  if (fw_case_act_finish (FW_CASE (object), result, &error))
    {
      fw_case_tell (list, _("Done"), TRUE);
      return;
    }
  fw_problem_present (GTK_WINDOW (gtk_widget_get_root (list)), _("The task stays open"), NULL, error);
}

static void
finish_clicked_cb (GtkWidget *button,
                   FwCase *departure)
{
  fw_case_finish_task_async (departure, g_object_get_data (G_OBJECT (button), "task"), NULL, finished_cb,
                             g_object_ref (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX)));
}

static GtkWidget *
make_task_row (FwCase *departure,
               FwCaseItem *task)
{
  gboolean done = fw_case_item_get_truth (task, "done");
  const char *who = fw_case_item_get_text (task, "assignee");
  g_autofree char *day = fw_case_name_day (fw_case_item_get_text (task, done ? "done-on" : "due"));
  gboolean ended = fw_case_has_ended (departure);
  g_autofree char *when = !done && ended ? g_strdup (_("left open when the departure ended"))
                                         : g_strdup_printf (done ? _("done on %s") : _("by %s"), day);
  g_autofree char *detail = who != NULL ? g_strdup_printf ("%s · %s", who, when) : g_strdup (when);
  gboolean late = !done && days_until (departure, fw_case_item_get_text (task, "due")) < 0;
  GtkWidget *row = fw_verdict_row_new (done    ? FW_TAG_STYLE_CLEAR
                                       : ended ? FW_TAG_STYLE_PLAIN
                                       : late  ? FW_TAG_STYLE_NOTE
                                               : FW_TAG_STYLE_MISSING,
                                       fw_case_item_get_text (task, "title"), detail);
  GtkWidget *button;

  g_object_set (row, "word", "", NULL);
  if (done || ended)
    return row;
  button = gtk_button_new_with_mnemonic (_("_Done"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "task", g_strdup (fw_case_item_get_id (task)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (finish_clicked_cb), departure, 0);
  fw_step_page_name_focus (button, fw_case_item_get_id (task));
  fw_verdict_row_add_suffix (FW_VERDICT_ROW (row), button);
  return row;
}

/**
 * fw_overview_duties_fill_tasks:
 *
 * Shows in @list what somebody has taken on.
 *
 * Returns: how many there are
 */
guint
fw_overview_duties_fill_tasks (GtkListBox *list,
                               FwCase *departure)
{
  GListModel *tasks = fw_case_get_tasks (departure);

  clear (list);
  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (FwCaseItem) task = g_list_model_get_item (tasks, i);

      gtk_list_box_append (list, make_task_row (departure, task));
    }
  return g_list_model_get_n_items (tasks);
}

/* The ladder of deliveries */

static const struct
{
  const char *by;
  const char *title;
  const char *hint;
} rungs[] = {
  { "hand", N_("By hand, against a signature"), N_("If it is refused: two witnesses, a photo, then by post") },
  { "post", N_("By post, the paper named on the slip"), N_("To the confirmed address; it arrives when it is signed for") },
  { "mail", N_("By mail or message, as agreed"), N_("Only to an address that the employee has confirmed") },
  { "notary", N_("Through a notary"), N_("Proves what was sent and that it arrived") },
  { "announcement", N_("By public announcement"), N_("Only when the ways before have failed and that is on record") },
};

/**
 * fw_overview_duties_find_notice:
 *
 * Returns: (transfer none) (nullable): the paper that the case is about: that which ends the contract when it arrives
 */
FwCaseItem *
fw_overview_duties_find_notice (FwCase *departure)
{
  GListModel *papers = fw_case_get_documents (departure);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (FwCaseItem) paper = g_list_model_get_item (papers, i);

      if (g_strcmp0 (fw_case_item_get_text (paper, "moment"), "paper") == 0)
        return paper;
    }
  return NULL;
}

/**
 * fw_overview_duties_find_waiting:
 *
 * Returns: (transfer none) (nullable): the notice, where it is issued and has not reached the person yet
 */
FwCaseItem *
fw_overview_duties_find_waiting (FwCase *departure)
{
  FwCaseItem *notice = fw_overview_duties_find_notice (departure);

  return notice != NULL && fw_case_item_get_choice (notice, "state") == FW_PAPER_ISSUED &&
                 fw_case_item_get_text (notice, "delivered-on") == NULL ? notice : NULL;
}

/* The newest delivery of @document that way, or try of one. */
static FwCaseItem *
dup_delivery (FwCase *departure,
              const char *document,
              const char *by)
{
  GListModel *deliveries = fw_case_get_deliveries (departure);

  for (guint i = g_list_model_get_n_items (deliveries); i > 0; i--)
    {
      g_autoptr (FwCaseItem) delivery = g_list_model_get_item (deliveries, i - 1);

      if (g_strcmp0 (fw_case_item_get_text (delivery, "document"), document) == 0 &&
          g_strcmp0 (fw_case_item_get_text (delivery, "by"), by) == 0)
        return g_steal_pointer (&delivery);
    }
  return NULL;
}

static char *
dup_rung_detail (FwCaseItem *delivery,
                 guint rung)
{
  g_autofree char *day = delivery != NULL ? fw_case_name_day (fw_case_item_get_text (delivery, "on")) : NULL;

  if (delivery == NULL)
    return g_strdup (_(rungs[rung].hint));
  if (fw_case_item_get_truth (delivery, "failed"))
    return g_strdup_printf (_("%s, did not arrive: %s"), day, fw_case_item_get_text (delivery, "why"));
  return fw_case_item_get_text (delivery, "evidence") != NULL ? g_strdup_printf (_("arrived on %s, proof on file"), day)
                                                              : g_strdup_printf (_("arrived on %s, no proof on file"), day);
}

static GtkWidget *
make_rung (FwCaseItem *delivery,
           guint rung,
           gboolean next)
{
  gboolean failed = delivery != NULL && fw_case_item_get_truth (delivery, "failed");
  g_autofree char *detail = dup_rung_detail (delivery, rung);
  g_autofree char *title = g_strdup_printf ("%u  %s", rung + 1, _(rungs[rung].title));
  GtkWidget *row = fw_verdict_row_new (failed             ? FW_TAG_STYLE_NOTE
                                       : delivery != NULL ? FW_TAG_STYLE_CLEAR
                                                          : FW_TAG_STYLE_PLAIN,
                                       title, detail);

  g_object_set (row, "word", "", NULL);
  fw_step_page_name_focus (row, rungs[rung].by);
  if (next)
    fw_verdict_row_add_suffix (FW_VERDICT_ROW (row), fw_tag_new (FW_TAG_STYLE_ACCENT, _("Next step")));
  return row;
}

/**
 * fw_overview_duties_fill_ladder:
 * @notice: (nullable): the paper that has to reach the person
 *
 * Shows in @list the ways of delivery in the order in which they are tried, what came of those that were, and which is next.
 */
void
fw_overview_duties_fill_ladder (GtkListBox *list,
                                FwCase *departure,
                                FwCaseItem *notice)
{
  const char *document = notice != NULL ? fw_case_item_get_id (notice) : NULL;
  gboolean waits = notice != NULL && fw_overview_duties_find_waiting (departure) == notice;

  clear (list);
  for (guint i = 0; notice != NULL && i < G_N_ELEMENTS (rungs); i++)
    {
      g_autoptr (FwCaseItem) delivery = dup_delivery (departure, document, rungs[i].by);

      gtk_list_box_append (list, make_rung (delivery, i, waits && delivery == NULL));
      waits = waits && delivery != NULL;
    }
}
