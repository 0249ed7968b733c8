#include "config.h"

#include "ui/departure/fw-way-out.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/departure/fw-plan-dialog.h"
#include "ui/departure/fw-step-page.h"

/* What a way out needs when it is taken: the card that showed it may be gone by then. */
typedef struct
{
  FwCase *departure;      /* owned */
  FwFindingItem *finding; /* owned */
  guint way;              /* index into ways; past their end: a way of the pack alone */
  char *action;           /* owned */
  char *ground;           /* owned, nullable: the one that it changes to */
  char *title;            /* owned: what the pack calls it */
} FwWayOut;

/* The ways that the program itself can walk, and where each leads. Whatever else a pack names becomes a task with a day. */
static const struct
{
  const char *id;
  const char *label;
  FwCaseStep step;
  const char *paper;
} ways[] = {
  { "change-to-mutual", N_("Change to a _negotiated exit"), FW_CASE_STEP_WAY, NULL },
  { "change-ground", N_("Choose another _ground"), FW_CASE_STEP_WAY, NULL },
  { "supply-fact", N_("Supply what is _unknown"), FW_CASE_STEP_WHO, NULL },
  { "print-union-letter", N_("Print the _union letter…"), FW_CASE_STEP_PAPERS, "union-letter" },
  { "confirm-local", N_("_Confirm the figure"), FW_CASE_STEP_MONEY, NULL },
  { "pause", N_("_Pause and remind me…"), FW_CASE_STEP_CHECKS, NULL },
};

static void
way_out_free (gpointer data,
              GClosure *closure)
{
  FwWayOut *self = data;

  g_object_unref (self->departure);
  g_object_unref (self->finding);
  g_free (self->action);
  g_free (self->ground);
  g_free (self->title);
  g_free (self);
}

static gboolean
is_way (FwWayOut *self,
        const char *id)
{
  return g_str_equal (self->action, id);
}

/* The first ground of a negotiated exit: who proposed is asked on the page that follows. */
static char *
dup_first_agreed (FwCase *departure)
{
  GListModel *grounds = fw_case_get_grounds (departure);

  for (guint i = 0; i < g_list_model_get_n_items (grounds); i++)
    {
      g_autoptr (FwCaseItem) ground = g_list_model_get_item (grounds, i);

      if (g_strcmp0 (fw_case_item_get_text (ground, "kind"), "mutual") == 0)
        return g_strdup (fw_case_item_get_id (ground));
    }
  return NULL;
}

/* The ground of a negotiated exit follows the record: where only one other is not barred, that is the one it says. A ground of
 * a dismissal is never proposed like this: it is for people to find, not to take because it is left. */
static FwCaseItem *
dup_only_other (FwCase *departure)
{
  GListModel *grounds = fw_case_get_grounds (departure);
  g_autoptr (FwCaseItem) other = NULL;

  if (g_strcmp0 (fw_case_get_kind (departure), "mutual") != 0)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (grounds); i++)
    {
      g_autoptr (FwCaseItem) ground = g_list_model_get_item (grounds, i);

      if (g_strcmp0 (fw_case_item_get_text (ground, "kind"), "mutual") != 0 || fw_case_item_get_truth (ground, "chosen") ||
          fw_case_item_get_choice (ground, "use") >= FW_GROUND_BARRED)
        continue;
      if (other != NULL)
        return NULL;
      other = g_steal_pointer (&ground);
    }
  return g_steal_pointer (&other);
}

/* The focus goes along to what was chosen: left on what was before, the next arrow key would choose from there. */
static void
change_ground (FwCase *departure,
               FwStepPage *page,
               const char *kind,
               const char *ground)
{
  g_autoptr (GError) error = NULL;

  if (!fw_case_choose (departure, kind, ground, &error))
    g_warning ("case: %s", error->message);
  else
    fw_step_page_focus (page, kind != NULL ? kind : ground);
}

static void
clicked_cb (GtkWidget *button,
            FwWayOut *self)
{
  GtkWidget *stack = gtk_widget_get_ancestor (button, GTK_TYPE_STACK);
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  g_autoptr (FwCase) departure = g_object_ref (self->departure);
  g_autofree char *ground = g_strdup (self->ground);
  const char *kind = is_way (self, "change-to-mutual") ? "mutual" : NULL;

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  if (is_way (self, "pause"))
    fw_plan_dialog_pause (stack, departure, fw_case_item_get_text (FW_CASE_ITEM (self->finding), "until"));
  else if (self->way == G_N_ELEMENTS (ways))
    fw_plan_dialog_task (stack, departure, self->action, self->title);
  else if (ways[self->way].paper != NULL)
    gtk_widget_activate_action (stack, "case.paper", "s", ways[self->way].paper);
  else
    {
      /* Changing the way judges again, which takes the card away: go first. */
      gtk_widget_activate_action (stack, "case.step", "i", (int) ways[self->way].step);
      if (ground != NULL)
        change_ground (departure, FW_STEP_PAGE (gtk_stack_get_visible_child (GTK_STACK (stack))), kind, ground);
    }
}

/* A fact that is asked for on the very card, or that only the person's records can say, leads nowhere; nor does what is so
 * already. */
static gboolean
leads_somewhere (FwCase *departure,
                 FwFindingItem *finding,
                 const char *action)
{
  const char *const *unknown = fw_case_item_get_texts (FW_CASE_ITEM (finding), "unknown");
  FwCaseState state = fw_case_get_state (departure);

  if (state == FW_CASE_STATE_CLOSED || state == FW_CASE_STATE_WITHDRAWN)
    return FALSE;
  if (g_str_equal (action, "pause"))
    return !fw_case_is_paused (departure) && state < FW_CASE_STATE_ISSUED;
  if (g_str_equal (action, "change-to-mutual"))
    return g_strcmp0 (fw_case_get_kind (departure), "mutual") != 0;
  if (!g_str_equal (action, "supply-fact"))
    return TRUE;
  for (guint i = 0; unknown != NULL && unknown[i] != NULL; i++)
    if (strstr (unknown[i], "status-check") != NULL || strstr (unknown[i], "employee/protection") != NULL)
      return TRUE;
  return FALSE;
}

static guint
find_way (const char *action)
{
  guint way = 0;

  while (way < G_N_ELEMENTS (ways) && !g_str_equal (ways[way].id, action))
    way++;
  return way;
}

static void
add_button (GtkBox *box,
            FwCase *departure,
            FwFindingItem *finding,
            const char *action,
            const char *title,
            gboolean suggest)
{
  FwWayOut *self = g_new0 (FwWayOut, 1);
  g_autoptr (FwCaseItem) other = g_str_equal (action, "change-ground") ? dup_only_other (departure) : NULL;
  GtkWidget *button;

  self->departure = g_object_ref (departure);
  self->finding = g_object_ref (finding);
  self->action = g_strdup (action);
  self->title = g_strdup (title);
  self->way = find_way (action);
  self->ground = other != NULL                              ? g_strdup (fw_case_item_get_id (other))
                 : g_str_equal (action, "change-to-mutual") ? dup_first_agreed (departure)
                                                            : NULL;
  if (other != NULL)
    {
      g_autofree char *label = g_strdup_printf (_("Change to “%s”"), fw_case_item_get_text (other, "title"));

      button = gtk_button_new_with_label (label);
    }
  else if (self->way < G_N_ELEMENTS (ways))
    button = gtk_button_new_with_mnemonic (_(ways[self->way].label));
  else
    {
      /* Translators: what a law pack says can be done, a dialog follows. */
      g_autofree char *label = g_strdup_printf (_("%s…"), title);

      button = gtk_button_new_with_label (label);
    }
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), self, way_out_free, 0);
  fw_step_page_name_focus (button, action);
  if (suggest)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (box, button);
}

/**
 * fw_way_out_add_buttons:
 * @suggest: whether the first way out is the page's main action
 *
 * Puts a button into @box for each way out that @finding names: first those that the program walks itself, then, in the
 * pack's own words, what somebody has to take on.
 *
 * Returns: how many there are
 */
guint
fw_way_out_add_buttons (GtkBox *box,
                        FwCase *departure,
                        FwFindingItem *finding,
                        gboolean suggest)
{
  const char *const *actions = fw_case_item_get_texts (FW_CASE_ITEM (finding), "actions");
  const char *const *titles = fw_case_item_get_texts (FW_CASE_ITEM (finding), "action-titles");
  guint count = 0;

  for (guint way = 0; way <= G_N_ELEMENTS (ways); way++)
    for (guint i = 0; actions != NULL && actions[i] != NULL; i++)
      if (find_way (actions[i]) == way && leads_somewhere (departure, finding, actions[i]))
        {
          add_button (box, departure, finding, actions[i], titles[i], suggest && count == 0);
          count++;
        }
  return count;
}
