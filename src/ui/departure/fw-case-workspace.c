#include "config.h"

#include "ui/departure/fw-case-workspace.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-step-row.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-checks-page.h"
#include "ui/departure/fw-materials-page.h"
#include "ui/departure/fw-money-page.h"
#include "ui/departure/fw-overview-page.h"
#include "ui/departure/fw-papers-page.h"
#include "ui/departure/fw-risk-page.h"
#include "ui/departure/fw-summary-page.h"
#include "ui/departure/fw-talk-page.h"
#include "ui/departure/fw-way-page.h"
#include "ui/departure/fw-who-page.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-split-view.h"
#include "ui/widgets/fw-tab-stop.h"
#include "ui/widgets/fw-tab-through.h"
#include "ui/widgets/fw-tag.h"

struct _FwCaseWorkspace
{
  FwAdaptiveWidget parent_instance;

  FwCase *departure; /* owned */

  FwSplitView *split;
  GtkListBox *step_list;
  FwPage *page;
  GtkStack *steps;
  GtkWidget *state_image;
  GtkLabel *state_label;
  GtkButton *next_button;
  GtkWidget *footer;

  gboolean alone; /* a talk is held: it has the window to itself */
  int room;     /* index into rooms; what the stack shows may stand in for it */
  guint focus_source;
};

G_DEFINE_FINAL_TYPE (FwCaseWorkspace, fw_case_workspace, FW_TYPE_ADAPTIVE_WIDGET)

enum
{
  PROP_0,
  PROP_CASE,
  N_PROPS
};

enum
{
  LEFT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The rooms of a case in the order of the sidebar: the overview, then the steps by FwCaseStep. */
#define OVERVIEW (-1)
#define TALK (-2)

static const struct
{
  int step;
  const char *name;
  const char *title;
  const char *next;
  const char *verdict;
  GType (*get_type) (void);
} rooms[] = {
  { OVERVIEW, "overview", N_("Overview"), NULL, NULL, fw_overview_page_get_type },
  { FW_CASE_STEP_WHO, "who", N_("Who"), N_("_Next: way and ground"), "who-verdict", fw_who_page_get_type },
  { FW_CASE_STEP_WAY, "way", N_("Way and ground"), N_("_Next: materials"), "way-verdict", fw_way_page_get_type },
  { FW_CASE_STEP_MATERIALS, "materials", N_("Materials"), N_("_Next: checks"), "materials-verdict",
    fw_materials_page_get_type },
  { FW_CASE_STEP_CHECKS, "checks", N_("Checks"), N_("_Next: money"), "checks-verdict", fw_checks_page_get_type },
  { FW_CASE_STEP_MONEY, "money", N_("Money"), N_("_Next: risk and negotiation"), "money-verdict", fw_money_page_get_type },
  { FW_CASE_STEP_RISK, "risk", N_("Risk and negotiation"), N_("_Next: papers"), "risk-verdict", fw_risk_page_get_type },
  { FW_CASE_STEP_PAPERS, "papers", N_("Papers"), N_("_Next: summary"), "papers-verdict", fw_papers_page_get_type },
  { FW_CASE_STEP_SUMMARY, "summary", N_("Summary"), N_("_Next: overview"), "summary-verdict",
    fw_summary_page_get_type },
  { TALK, "talk", N_("Talk"), NULL, NULL, fw_talk_page_get_type },
};

#define TALK_ROOM ((int) G_N_ELEMENTS (rooms) - 1)

static gboolean
is_step (int room)
{
  return rooms[room].step >= FW_CASE_STEP_WHO;
}

#define NO_GROUND "no-ground"

/* What the materials, checks, money and papers are, the ground decides. */
static gboolean
needs_ground (int room)
{
  return rooms[room].step >= FW_CASE_STEP_MATERIALS && rooms[room].step <= FW_CASE_STEP_PAPERS;
}

static FwStepPage *
current_page (FwCaseWorkspace *self)
{
  return FW_STEP_PAGE (gtk_stack_get_child_by_name (self->steps, rooms[self->room].name));
}

static gboolean
stands_in (FwCaseWorkspace *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->steps), NO_GROUND) == 0;
}

/* The line of the footer, with the verdict that it speaks of, and whether going on is the main action. */
static void
show_state (FwCaseWorkspace *self)
{
  g_autofree char *line = stands_in (self) ? NULL : fw_step_page_dup_state_line (current_page (self));
  FwVerdict verdict = is_step (self->room)
                          ? fw_case_get_step_verdict (self->departure, (FwCaseStep) rooms[self->room].step)
                          : FW_VERDICT_UNKNOWN;
  FwTagStyle style = fw_verdict_tag_style (verdict);

  gtk_label_set_label (self->state_label, line != NULL ? line : "");
  gtk_widget_set_visible (self->state_image, line != NULL && verdict != FW_VERDICT_UNKNOWN);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->state_image), fw_tag_style_get_icon (style));
  gtk_widget_set_css_classes (self->state_image, (const char *[]){ "fw-mark", fw_tag_style_get_class (style), NULL });
  if (stands_in (self) || fw_step_page_has_main (current_page (self)))
    gtk_widget_remove_css_class (GTK_WIDGET (self->next_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->next_button), "suggested-action");
}

static void
choose_child (FwCaseWorkspace *self)
{
  gboolean lacking = needs_ground (self->room) && fw_case_get_ground (self->departure) == NULL;

  gtk_stack_set_visible_child_name (self->steps, lacking ? NO_GROUND : rooms[self->room].name);
}

/* So much of a name leaves room for the step beside it. */
#define HEAD_NAME_CHARS 16

static char *
dup_head_name (FwCase *departure)
{
  g_autofree char *name = NULL;
  g_autofree char *head = NULL;

  g_object_get (departure, "employee-name", &name, NULL);
  if (name == NULL || g_utf8_strlen (name, -1) <= HEAD_NAME_CHARS)
    return g_steal_pointer (&name);
  head = g_utf8_substring (name, 0, HEAD_NAME_CHARS - 1);
  return g_strconcat (head, "…", NULL);
}

static void
show_titles (FwCaseWorkspace *self)
{
  g_autofree char *name = dup_head_name (self->departure);
  g_autofree char *subtitle = NULL;

  fw_page_set_title (self->page, _(rooms[self->room].title));
  if (fw_adaptive_widget_get_narrow (self) && is_step (self->room))
    /* Translators: person, number of the step, number of steps. */
    subtitle = g_strdup_printf (_("%s · step %d of %d"), name != NULL ? name : "", self->room, FW_CASE_STEP_COUNT);
  else if (fw_adaptive_widget_get_narrow (self))
    subtitle = g_strdup (name);
  fw_page_set_subtitle (self->page, subtitle);
}

/* Neither sidebar nor header beside a talk: nothing leads away from it by accident. */
static void
set_alone (FwCaseWorkspace *self, gboolean alone)
{
  if (self->alone == alone)
    return;
  self->alone = alone;
  fw_page_set_bare (self->page, alone);
  fw_split_view_set_show_sidebar (self->split, !alone && !fw_adaptive_widget_get_narrow (self));
}

static void
alone_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwCaseWorkspace *self = FW_CASE_WORKSPACE (widget);

  set_alone (self, g_variant_get_boolean (parameter) && rooms[self->room].step == TALK);
}

/* A window that grows would bring the sidebar back. */
static void
sidebar_cb (FwCaseWorkspace *self)
{
  if (self->alone)
    fw_split_view_set_show_sidebar (self->split, FALSE);
}

static void
show_room (FwCaseWorkspace *self, int index)
{
  int before = self->room;

  if (rooms[index].step != TALK)
    set_alone (self, FALSE);
  if (before != index && is_step (before))
    fw_case_leave_step (self->departure, (FwCaseStep) rooms[before].step);
  self->room = index;
  choose_child (self);
  gtk_list_box_select_row (self->step_list, gtk_list_box_get_row_at_index (self->step_list, index));
  show_titles (self);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), rooms[index].next != NULL);
  gtk_widget_set_visible (self->footer, is_step (index));
  if (rooms[index].next != NULL)
    gtk_button_set_label (self->next_button, _(rooms[index].next));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.back", index > 0);
  fw_step_page_shown (current_page (self));
  show_state (self);
}

static gboolean
enter_room (FwCaseWorkspace *self)
{
  return stands_in (self) ? gtk_widget_child_focus (gtk_stack_get_visible_child (self->steps), GTK_DIR_TAB_FORWARD)
                          : fw_step_page_enter (current_page (self));
}

/* Whoever goes to a room by key or button goes on working in it; choosing in the sidebar leaves the focus there. */
static void
go_to_room (FwCaseWorkspace *self, int index)
{
  GtkWidget *page, *focus;

  show_room (self, index);
  page = gtk_stack_get_visible_child (self->steps);
  focus = gtk_widget_get_root (page) != NULL ? gtk_root_get_focus (gtk_widget_get_root (page)) : NULL;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    enter_room (self);
}

static void
step_selected_cb (FwCaseWorkspace *self, GtkListBoxRow *row)
{
  if (row != NULL && gtk_list_box_row_get_index (row) != self->room)
    show_room (self, gtk_list_box_row_get_index (row));
}

static void
step_activated_cb (FwCaseWorkspace *self, GtkListBoxRow *row)
{
  go_to_room (self, gtk_list_box_row_get_index (row));
  if (fw_adaptive_widget_get_narrow (self))
    fw_split_view_set_show_sidebar (self->split, FALSE);
}

static void
step_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  go_to_room (FW_CASE_WORKSPACE (widget), g_variant_get_int32 (parameter) + 1);
}

static void
paper_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwCaseWorkspace *self = FW_CASE_WORKSPACE (widget);
  GtkWidget *papers = gtk_stack_get_child_by_name (self->steps, "papers");

  fw_papers_page_select (FW_PAPERS_PAGE (papers), g_variant_get_string (parameter, NULL));
  go_to_room (self, FW_CASE_STEP_PAPERS + 1);
}

static void
material_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwCaseWorkspace *self = FW_CASE_WORKSPACE (widget);
  GtkWidget *materials = gtk_stack_get_child_by_name (self->steps, "materials");

  go_to_room (self, FW_CASE_STEP_MATERIALS + 1);
  fw_materials_page_select (FW_MATERIALS_PAGE (materials), g_variant_get_string (parameter, NULL));
}

/* The article of the row that has the focus, or of the card around it. */
static void
article_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  for (; focus != NULL && focus != widget; focus = gtk_widget_get_parent (focus))
    if (g_object_get_data (G_OBJECT (focus), "article") != NULL)
      {
        fw_case_show_article (focus, g_object_get_data (G_OBJECT (focus), "article"),
                              g_object_get_data (G_OBJECT (focus), "article-text"),
                              g_object_get_data (G_OBJECT (focus), "article-key"));
        return;
      }
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwCaseWorkspace) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;

  if (fw_case_act_finish (FW_CASE (object), result, &error))
    {
      fw_case_tell (GTK_WIDGET (self), _("Undone"), FALSE);
      return;
    }
  problem = g_error_matches (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND)
              ? g_strdup (_("There is nothing left to undo here."))
              : fw_problem_describe (error);
  fw_case_tell (GTK_WIDGET (self), problem, FALSE);
}

static void
undo_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  fw_case_undo_async (FW_CASE_WORKSPACE (widget)->departure, NULL, undone_cb, g_object_ref (widget));
}

static void
next_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwCaseWorkspace *self = FW_CASE_WORKSPACE (widget);

  go_to_room (self, (self->room + 1) % TALK_ROOM);
}

static void
back_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwCaseWorkspace *self = FW_CASE_WORKSPACE (widget);

  go_to_room (self, MAX (0, self->room - 1));
}

static void
main_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwCaseWorkspace *self = FW_CASE_WORKSPACE (widget);

  if (stands_in (self))
    go_to_room (self, FW_CASE_STEP_WAY + 1);
  else
    fw_step_page_activate_main (current_page (self));
}

static void
leave_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[LEFT], 0);
}

static char *
first_letter_cb (FwCaseWorkspace *self, const char *name)
{
  return name != NULL && *name != '\0' ? g_utf8_substring (name, 0, 1) : NULL;
}

static char *
person_line_cb (FwCaseWorkspace *self, const char *number, const char *department)
{
  if (number == NULL || *number == '\0' || department == NULL || *department == '\0')
    return g_strdup (number != NULL && *number != '\0' ? number : department);
  return g_strdup_printf ("%s · %s", number, department);
}

static char *
saved_text_cb (FwCaseWorkspace *self, const char *saved_at, const char *save_error)
{
  if (save_error != NULL && *save_error != '\0')
    return g_strdup (_("Not saved"));
  return saved_at != NULL && *saved_at != '\0' ? g_strdup_printf (_("Saved %s"), saved_at) : NULL;
}

static void
show_step_verdict (FwCaseWorkspace *self, int index)
{
  if (is_step (index))
    fw_case_step_row_set_verdict (gtk_list_box_get_row_at_index (self->step_list, index),
                                  fw_case_get_step_verdict (self->departure, (FwCaseStep) rooms[index].step));
}

static void
judged_cb (FwCase *departure, GParamSpec *pspec, FwCaseWorkspace *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    show_step_verdict (self, (int) i);
  choose_child (self);
  show_state (self);
}

/* Materials, checks, money and papers are nothing before there is a ground. */
static GtkWidget *
make_no_ground_page (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Choose way and _ground"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-question-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Choose a ground first"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("What it needs, what stands against it, what it costs and which papers it takes, "
                                     "all follow from the ground."));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.step");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) FW_CASE_STEP_WAY);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

/* "Prepare" stands over the first step, "Carry out" over what follows the last. */
static void
step_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  int index = gtk_list_box_row_get_index (row);
  GtkWidget *label;

  if ((index != 1 && index != TALK_ROOM) || gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (index == 1 ? _("Prepare") : _("Carry out"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 9);
  gtk_widget_set_margin_top (label, 9);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_header (row, label);
}

static void
add_rooms (FwCaseWorkspace *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      GtkWidget *page = g_object_new (rooms[i].get_type (), "case", self->departure, NULL);

      g_object_bind_property (self, "narrow", page, "narrow", G_BINDING_SYNC_CREATE);
      fw_step_page_judged (FW_STEP_PAGE (page));
      gtk_stack_add_named (self->steps, page, rooms[i].name);
      gtk_list_box_append (self->step_list, fw_case_step_row_new (is_step ((int) i) ? i : 0, rooms[i].step == TALK ? "system-users-symbolic" : "x-office-document-symbolic",
                                                               _(rooms[i].title)));
    }
  gtk_stack_add_named (self->steps, make_no_ground_page (), NO_GROUND);
  gtk_list_box_set_header_func (self->step_list, step_header_cb, NULL, NULL);
}

/* Whoever prepares a departure begins at its first step; from its submitting on the overview says what comes next. */
static int
first_room (FwCase *departure)
{
  FwCaseState state = fw_case_get_state (departure);

  return state == FW_CASE_STATE_DRAFT || state == FW_CASE_STATE_RETURNED ? FW_CASE_STEP_WHO + 1 : 0;
}

static void
fw_case_workspace_constructed (GObject *object)
{
  FwCaseWorkspace *self = FW_CASE_WORKSPACE (object);

  G_OBJECT_CLASS (fw_case_workspace_parent_class)->constructed (object);
  add_rooms (self);
  /* After the pages themselves: the footer asks them. */
  g_signal_connect_object (self->departure, "notify::judging", G_CALLBACK (judged_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (self->departure, "notify::state", G_CALLBACK (judged_cb), self, G_CONNECT_AFTER);
  show_room (self, first_room (self->departure));
  judged_cb (self->departure, NULL, self);
}

static void
fw_case_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CASE)
    g_value_set_object (value, FW_CASE_WORKSPACE (object)->departure);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_case_workspace_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CASE)
    FW_CASE_WORKSPACE (object)->departure = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_case_workspace_narrow_changed (FwAdaptiveWidget *widget, gboolean narrow)
{
  show_titles (FW_CASE_WORKSPACE (widget));
}

/* Whoever opens a case begins in its page, not in the sidebar. */
static gboolean
fw_case_workspace_grab_focus (GtkWidget *widget)
{
  return enter_room (FW_CASE_WORKSPACE (widget));
}

static gboolean
bring_focus_back_cb (gpointer data)
{
  FwCaseWorkspace *self = data;

  self->focus_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* An act may take away what had the focus. The keys of the workspace work only while the focus is in it. */
static void
focus_moved_cb (FwCaseWorkspace *self, GParamSpec *pspec, GtkRoot *root)
{
  if (gtk_root_get_focus (root) == NULL && self->focus_source == 0)
    self->focus_source = g_idle_add (bring_focus_back_cb, self);
}

static void
fw_case_workspace_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fw_case_workspace_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_moved_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
fw_case_workspace_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);
  g_clear_handle_id (&FW_CASE_WORKSPACE (widget)->focus_source, g_source_remove);
  GTK_WIDGET_CLASS (fw_case_workspace_parent_class)->unroot (widget);
}

static void
fw_case_workspace_dispose (GObject *object)
{
  FwCaseWorkspace *self = FW_CASE_WORKSPACE (object);

  if (self->split != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->split));
  self->split = NULL;
  G_OBJECT_CLASS (fw_case_workspace_parent_class)->dispose (object);
}

static void
fw_case_workspace_finalize (GObject *object)
{
  g_clear_object (&FW_CASE_WORKSPACE (object)->departure);
  G_OBJECT_CLASS (fw_case_workspace_parent_class)->finalize (object);
}

static void
add_shortcuts (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Down, GDK_ALT_MASK, "case.next", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Up, GDK_ALT_MASK, "case.back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_ALT_MASK, "case.leave", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, GDK_CONTROL_MASK, "case.main", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "case.main", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_l, GDK_CONTROL_MASK, "case.article", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "case.undo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_0, GDK_ALT_MASK, "case.step", "i", OVERVIEW);
  for (guint step = 0; step + 1 < G_N_ELEMENTS (rooms); step++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_1 + step, GDK_ALT_MASK, "case.step", "i", (int) step);
}

static void
fw_case_workspace_class_init (FwCaseWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = fw_case_workspace_constructed;
  object_class->get_property = fw_case_workspace_get_property;
  object_class->set_property = fw_case_workspace_set_property;
  object_class->dispose = fw_case_workspace_dispose;
  object_class->finalize = fw_case_workspace_finalize;
  widget_class->focus = fw_tab_through;
  widget_class->grab_focus = fw_case_workspace_grab_focus;
  widget_class->root = fw_case_workspace_root;
  widget_class->unroot = fw_case_workspace_unroot;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_case_workspace_narrow_changed;
  properties[PROP_CASE] = g_param_spec_object ("case", NULL, NULL, FW_TYPE_CASE,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[LEFT] = g_signal_new ("left", FW_TYPE_CASE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FW_TYPE_PAGE);
  g_type_ensure (FW_TYPE_SPLIT_VIEW);
  g_type_ensure (FW_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-case-workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, FwCaseWorkspace, split);
  gtk_widget_class_bind_template_child (widget_class, FwCaseWorkspace, step_list);
  gtk_widget_class_bind_template_child (widget_class, FwCaseWorkspace, page);
  gtk_widget_class_bind_template_child (widget_class, FwCaseWorkspace, steps);
  gtk_widget_class_bind_template_child (widget_class, FwCaseWorkspace, state_image);
  gtk_widget_class_bind_template_child (widget_class, FwCaseWorkspace, state_label);
  gtk_widget_class_bind_template_child (widget_class, FwCaseWorkspace, next_button);
  gtk_widget_class_bind_template_child (widget_class, FwCaseWorkspace, footer);
  gtk_widget_class_bind_template_callback (widget_class, step_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_letter_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_text_cb);
  gtk_widget_class_install_action (widget_class, "case.step", "i", step_cb);
  gtk_widget_class_install_action (widget_class, "case.paper", "s", paper_cb);
  gtk_widget_class_install_action (widget_class, "case.material", "s", material_cb);
  gtk_widget_class_install_action (widget_class, "case.article", NULL, article_cb);
  gtk_widget_class_install_action (widget_class, "case.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "case.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "case.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "case.alone", "b", alone_cb);
  gtk_widget_class_install_action (widget_class, "case.main", NULL, main_cb);
  gtk_widget_class_install_action (widget_class, "case.leave", NULL, leave_cb);
  add_shortcuts (widget_class);
}

static void
fw_case_workspace_init (FwCaseWorkspace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->split, "notify::show-sidebar", G_CALLBACK (sidebar_cb), self, G_CONNECT_SWAPPED);
}

/**
 * fw_case_workspace_new:
 *
 * Returns: (transfer floating): the workspace of @departure, at its first step, or at the overview once it is submitted
 */
GtkWidget *
fw_case_workspace_new (FwCase *departure)
{
  return g_object_new (FW_TYPE_CASE_WORKSPACE, "case", departure, NULL);
}

/**
 * fw_case_workspace_is_held:
 *
 * Returns: whether somebody sits at a talk here right now, who must not be locked out of it
 */
gboolean
fw_case_workspace_is_held (FwCaseWorkspace *self)
{
  g_return_val_if_fail (FW_IS_CASE_WORKSPACE (self), FALSE);
  return self->alone;
}

void
fw_case_workspace_show_step (FwCaseWorkspace *self, FwCaseStep step)
{
  g_return_if_fail (FW_IS_CASE_WORKSPACE (self));

  go_to_room (self, (int) step + 1);
}

/**
 * fw_case_workspace_get_job:
 *
 * Returns: what is done in the room that is shown, as the page of the guide is called that answers for it
 */
const char *
fw_case_workspace_get_job (FwCaseWorkspace *self)
{
  g_return_val_if_fail (FW_IS_CASE_WORKSPACE (self), NULL);
  return fw_step_page_get_job (current_page (self));
}
