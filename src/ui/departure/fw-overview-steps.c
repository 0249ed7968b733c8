#include "config.h"

#include "ui/departure/fw-overview-steps.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-overview-duties.h"
#include "ui/departure/fw-step-page.h"
#include "ui/widgets/fw-verdict-row.h"

/* What is to be done for the way that was chosen: in which order, by when, and where. */

/* In the order of FwCaseStep. */
static const char *const places[] = { "who", "way", "materials", "checks", "money", "papers", "summary" };

static int
find_place (FwCaseItem *step)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (fw_case_item_get_text (step, "at"), places[i]) == 0)
      return (int) i;
  return -1;
}

/* "done on 3 March", "by 8 April, in 29 days", %NULL where there is nothing to say. */
static char *
dup_when (FwCase *departure,
          FwCaseItem *step)
{
  gboolean done = fw_case_item_get_truth (step, "done");
  const char *iso = fw_case_item_get_text (step, done ? "done-on" : "by");
  g_autofree char *day = fw_case_name_day (iso);
  g_autofree char *distance = NULL;

  if (day == NULL)
    return NULL;
  if (done)
    return g_strdup_printf (_("done on %s"), day);
  distance = fw_overview_duties_dup_distance (departure, iso);
  /* Translators: the day by which a step has to be done, how far it is. */
  return g_strdup_printf (_("by %s, %s"), day, distance);
}

static GtkWidget *
make_row (FwCase *departure,
          FwCaseItem *step)
{
  gboolean done = fw_case_item_get_truth (step, "done"), late = fw_case_item_get_truth (step, "late");
  gboolean next = fw_case_item_get_truth (step, "next");
  g_autofree char *title = g_strdup_printf ("%s. %s", fw_case_item_get_id (step), fw_case_item_get_text (step, "title"));
  g_autofree char *when = dup_when (departure, step);
  GtkWidget *row = fw_verdict_row_new (done   ? FW_TAG_STYLE_CLEAR
                                       : late ? FW_TAG_STYLE_NOTE
                                       : next ? FW_TAG_STYLE_MISSING
                                              : FW_TAG_STYLE_PLAIN,
                                       title, when);

  g_object_set (row, "word", done ? _("done") : late ? _("day has passed") : next ? _("next") : "", NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), find_place (step) >= 0 && !fw_case_has_ended (departure));
  g_object_set_data (G_OBJECT (row), "place", GINT_TO_POINTER (find_place (step)));
  fw_step_page_name_focus (row, title);
  return row;
}

/**
 * fw_overview_steps_fill:
 *
 * Shows in @list what is to be done for the chosen ground, in its order.
 *
 * Returns: how many steps there are
 */
guint
fw_overview_steps_fill (GtkListBox *list,
                        FwCase *departure)
{
  GListModel *steps = fw_case_get_steps (departure);
  GtkListBoxRow *old;
  guint count = g_list_model_get_n_items (steps);

  while ((old = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (old));
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (FwCaseItem) step = g_list_model_get_item (steps, i);

      gtk_list_box_append (list, make_row (departure, step));
    }
  return count;
}

/**
 * fw_overview_steps_go:
 * @row: one that fw_overview_steps_fill() made
 *
 * Leads to where the step is done.
 */
void
fw_overview_steps_go (GtkListBoxRow *row)
{
  int place = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "place"));

  if (place >= 0)
    gtk_widget_activate_action (GTK_WIDGET (row), "case.step", "i", place);
}

/**
 * fw_overview_steps_dup_next:
 *
 * Returns: (transfer full) (nullable): the step that comes next, with its day; %NULL where none is open
 */
char *
fw_overview_steps_dup_next (FwCase *departure)
{
  GListModel *steps = fw_case_get_steps (departure);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (FwCaseItem) step = g_list_model_get_item (steps, i);
      g_autofree char *when = fw_case_item_get_truth (step, "next") ? dup_when (departure, step) : NULL;

      if (!fw_case_item_get_truth (step, "next"))
        continue;
      /* Translators: number of the step, what it is. */
      if (when == NULL)
        return g_strdup_printf (_("Step %s of this way: %s"), fw_case_item_get_id (step), fw_case_item_get_text (step, "title"));
      /* Translators: number of the step, what it is, by when. */
      return g_strdup_printf (_("Step %s of this way: %s, %s"), fw_case_item_get_id (step), fw_case_item_get_text (step, "title"),
                              when);
    }
  return NULL;
}
