#include "config.h"

#include "ui/departure/fw-way-page.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-ground-detail.h"
#include "ui/departure/fw-review-note.h"
#include "ui/widgets/fw-tab-stop.h"
#include "ui/departure/fw-way-facts.h"
#include "ui/widgets/fw-tag.h"

struct _FwWayPage
{
  FwStepPage parent_instance;

  GtkLabel *person_label;
  GtkBox *way_box;
  GtkBox *more_box;
  GtkBox *lower_box;
  GtkLabel *grounds_label;
  GtkListBox *ground_list;
  GtkBox *detail_box;

  gboolean filling; /* while the page shows what the case says, its own changes are not choices */
};

G_DEFINE_FINAL_TYPE (FwWayPage, fw_way_page, FW_TYPE_STEP_PAGE)

/* The ways that this program leads through; a pack decides which of them it has grounds for. The first three are what most
 * departures are, and stand in full; the others are named below them. */
#define COMMON_WAYS 3

static const struct
{
  const char *kind;
  const char *title;
  const char *sentence;
  const char *caution;
  const char *grounds;
} ways[] = {
  { "mutual",
    N_("Negotiated exit"),
    N_("Both sides are willing, and it stands once both have signed."),
    N_("Never worded as a dismissal, never as “personal reasons” of the employee"),
    N_("Who proposes it") },
  { "dismissal",
    N_("Dismissal (by the employer alone)"),
    N_("The company decides alone, and has to prove everything."),
    NULL,
    N_("Grounds of a dismissal") },
  { "resignation",
    N_("Resignation"),
    N_("The employee ends the contract, and the company cannot refuse."),
    N_("Only if it is the employee's own wish; nothing is held back"),
    N_("Ground of the resignation") },
  { "redundancy",
    N_("Redundancy"),
    N_("Several leave for one business reason: briefing, opinions, plan, report, in this order."),
    N_("Nobody protected stands on the list, and those to be kept first are kept first"),
    N_("Reason of the redundancy") },
  { "expiry",
    N_("End of the contract"),
    N_("The contract ends by its term or by law; nobody dismisses."),
    N_("Never worded as a dismissal; a protected person's contract runs on"),
    N_("What ends the contract") },
  { "retirement",
    N_("Retirement"),
    N_("The contract ends with the statutory age or with the pension."),
    N_("Early retirement is the employee's own choice alone"),
    N_("What ends the contract") },
  { "other",
    N_("Other end"),
    N_("Death, or declared dead or missing: the contract ends by law."),
    N_("Condolences first; a death at work is reported before anything else"),
    N_("What ends the contract") },
};

static const struct
{
  FwTagStyle style;
  const char *word;
} uses[] = {
  [FW_GROUND_USABLE] = { FW_TAG_STYLE_CLEAR, N_("Usable") },
  [FW_GROUND_LACKS_FACTS] = { FW_TAG_STYLE_PLAIN, N_("Lacks facts") },
  [FW_GROUND_BARRED] = { FW_TAG_STYLE_BLOCKED, N_("Barred") },
  [FW_GROUND_NOT_APPLICABLE] = { FW_TAG_STYLE_PLAIN, N_("Does not apply") },
};

static FwCase *
case_of (FwWayPage *self)
{
  return fw_step_page_get_case (FW_STEP_PAGE (self));
}

/* The way whose grounds are listed: the chosen one, the first until one is chosen. */
static guint
chosen_way (FwWayPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_strcmp0 (ways[i].kind, fw_case_get_kind (case_of (self))) == 0)
      return i;
  return 0;
}

static gboolean
is_chosen (FwWayPage *self,
           guint way)
{
  return fw_case_get_ground (case_of (self)) != NULL && way == chosen_way (self);
}

/* The grounds of one way, in the order of the case: usable, missing facts, barred, not applicable. */
static GPtrArray *
collect_grounds (FwWayPage *self,
                 const char *kind)
{
  GListModel *list = fw_case_get_grounds (case_of (self));
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (FwCaseItem) ground = g_list_model_get_item (list, i);

      if (g_strcmp0 (fw_case_item_get_text (ground, "kind"), kind) == 0)
        g_ptr_array_add (found, g_steal_pointer (&ground));
    }
  return found;
}

static FwCaseItem *
find_chosen (GPtrArray *grounds)
{
  for (guint i = 0; i < grounds->len; i++)
    if (fw_case_item_get_truth (g_ptr_array_index (grounds, i), "chosen"))
      return g_ptr_array_index (grounds, i);
  return NULL;
}

static void
choose (FwWayPage *self,
        const char *kind,
        const char *ground)
{
  g_autoptr (GError) error = NULL;

  if (self->filling || g_strcmp0 (ground, fw_case_get_ground (case_of (self))) == 0)
    return;
  if (!fw_case_choose (case_of (self), kind, ground, &error))
    g_warning ("case: %s", error->message);
}

static void
way_toggled_cb (GtkCheckButton *button,
                FwWayPage *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "way"));
  g_autoptr (GPtrArray) grounds = collect_grounds (self, ways[index].kind);

  if (!gtk_check_button_get_active (button) || self->filling || grounds->len == 0)
    return;
  choose (self, ways[index].kind, fw_case_item_get_id (g_ptr_array_index (grounds, 0)));
}

/* How the chosen ground stands, or the best that any ground of the way does for this person. */
static FwGroundUse
best_use (GPtrArray *grounds)
{
  FwCaseItem *chosen = find_chosen (grounds);
  int best = FW_GROUND_NOT_APPLICABLE;

  if (chosen != NULL)
    return (FwGroundUse) fw_case_item_get_choice (chosen, "use");
  for (guint i = 0; i < grounds->len; i++)
    best = MIN (best, fw_case_item_get_choice (g_ptr_array_index (grounds, i), "use"));
  return (FwGroundUse) best;
}

static GtkWidget *
make_way_title (FwWayPage *self,
                guint index,
                GPtrArray *grounds,
                GtkWidget *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (_(ways[index].title));
  FwGroundUse use = best_use (grounds);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(ways[index].title), -1);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), is_chosen (self, index));
  gtk_widget_add_css_class (button, index < COMMON_WAYS ? "title-3" : "heading");
  gtk_widget_set_hexpand (button, TRUE);
  g_object_set_data (G_OBJECT (button), "way", GUINT_TO_POINTER (index));
  fw_step_page_name_focus (button, ways[index].kind);
  g_signal_connect (button, "toggled", G_CALLBACK (way_toggled_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), fw_tag_new (uses[use].style, _(uses[use].word)));
  return box;
}

static void
add_fact (GtkWidget *card,
          const char *icon_name,
          const char *style_class,
          char *owned_text)
{
  if (owned_text != NULL)
    gtk_box_append (GTK_BOX (card), fw_ground_detail_make_line (icon_name, style_class, owned_text));
  g_free (owned_text);
}

static GtkWidget *
make_way_card (FwWayPage *self,
               guint index,
               GPtrArray *grounds,
               GtkWidget **group)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = make_way_title (self, index, grounds, *group);
  GtkWidget *sentence;
  g_autoptr (GPtrArray) dismissals = collect_grounds (self, "dismissal");
  gboolean barred = fw_way_facts_is_barred (ways[index].kind, grounds);

  *group = gtk_widget_get_first_child (title);
  gtk_widget_add_css_class (card, "fw-card");
  if (is_chosen (self, index))
    gtk_widget_add_css_class (card, "selected");
  gtk_box_append (GTK_BOX (card), title);
  if (index >= COMMON_WAYS && !is_chosen (self, index))
    {
      gtk_widget_set_tooltip_text (card, _(ways[index].sentence));
      return card;
    }
  sentence = gtk_label_new (_(ways[index].sentence));
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_box_append (GTK_BOX (card), sentence);
  add_fact (card, barred ? "action-unavailable-symbolic" : "object-select-symbolic", barred ? "block" : "clear",
            fw_way_facts_dup_standing (case_of (self), ways[index].kind, grounds, dismissals));
  add_fact (card, "dialog-information-symbolic", "accent", fw_way_facts_dup_cost (grounds));
  add_fact (card, "x-office-calendar-symbolic", "accent", fw_way_facts_dup_days (grounds));
  add_fact (card, "dialog-warning-symbolic", "warn", fw_way_facts_dup_risk (grounds, ways[index].caution != NULL ? _(ways[index].caution) : NULL));
  return card;
}

/* Who it is about, in the figures on which every way hangs. */
static void
show_person (FwWayPage *self)
{
  g_autofree char *text = fw_way_facts_dup_person (case_of (self));

  gtk_label_set_label (self->person_label, text);
}

static void
show_ways (FwWayPage *self)
{
  GtkWidget *group = NULL;

  fw_box_clear (self->way_box);
  fw_box_clear (self->more_box);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GPtrArray) grounds = collect_grounds (self, ways[i].kind);

      if (grounds->len > 0)
        gtk_box_append (i < COMMON_WAYS ? self->way_box : self->more_box, make_way_card (self, i, grounds, &group));
    }
}

static char *
dup_first (FwCaseItem *ground,
           const char *reason)
{
  g_autofree char *first = fw_sentence_dup_first (reason != NULL ? reason : fw_case_item_get_text (ground, "plain"), NULL);
  g_autofree char *until = fw_case_name_until (ground);

  /* Translators: why a ground is barred, until when. */
  return until != NULL ? g_strdup_printf (C_("barred ground", "%s (%s)"), first, until) : g_steal_pointer (&first);
}

static void
collect_buttons (GtkBox *box,
                 GPtrArray *buttons)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (box)); card != NULL; card = gtk_widget_get_next_sibling (card))
    g_ptr_array_add (buttons, gtk_widget_get_first_child (gtk_widget_get_first_child (card)));
}

/* The radio button of the way before or after the one that has the focus, round the end. */
static GtkWidget *
find_neighbour (FwWayPage *self,
                gboolean forward)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  collect_buttons (self->way_box, buttons);
  collect_buttons (self->more_box, buttons);
  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_has_focus (buttons->pdata[i]))
      return buttons->pdata[(i + (forward ? 1 : buttons->len - 1)) % buttons->len];
  return NULL;
}

/* The ways are one group of radio buttons though each stands in a card of its own: the arrows go from one to the next. */
static gboolean
way_key_cb (FwWayPage *self,
            guint key,
            guint code,
            GdkModifierType modifiers)
{
  gboolean forward = key == GDK_KEY_Right || key == GDK_KEY_Down;
  GtkWidget *button;

  if ((modifiers & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0 || (!forward && key != GDK_KEY_Left && key != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;
  button = find_neighbour (self, forward);
  if (button == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  return GDK_EVENT_STOP;
}

/* Why a ground stands as it does, and until when. */
static char *
dup_reason (FwCaseItem *ground)
{
  const char *reason = fw_case_item_get_text (ground, "reason");

  if (reason != NULL && fw_case_item_get_choice (ground, "use") == FW_GROUND_LACKS_FACTS)
    return g_strdup_printf (_("Missing: %s"), reason);
  return dup_first (ground, reason);
}

static GtkWidget *
make_ground_texts (FwCaseItem *ground)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *article = fw_case_item_get_text (ground, "article");
  g_autofree char *first = fw_case_dup_first_article (article);
  g_autofree char *title = g_markup_printf_escaped ("<b>%s</b>  <small>%s</small>", fw_case_item_get_text (ground, "title"),
                                                    first);
  g_autofree char *reason = dup_reason (ground);
  GtkWidget *title_label = gtk_label_new (NULL);
  GtkWidget *reason_label = gtk_label_new (reason);

  gtk_label_set_markup (GTK_LABEL (title_label), title);
  gtk_widget_set_tooltip_text (title_label, article);
  gtk_label_set_xalign (GTK_LABEL (title_label), 0);
  gtk_label_set_wrap (GTK_LABEL (title_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (reason_label), 0);
  gtk_label_set_wrap (GTK_LABEL (reason_label), TRUE);
  gtk_label_set_lines (GTK_LABEL (reason_label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (reason_label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (reason_label, reason);
  gtk_widget_add_css_class (reason_label, "caption");
  gtk_widget_add_css_class (reason_label, "dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), title_label);
  gtk_box_append (GTK_BOX (box), reason_label);
  return box;
}

/* The row itself is what is chosen; the mark only shows it. */
static GtkWidget *
make_mark (gboolean chosen)
{
  GtkWidget *mark = gtk_check_button_new ();
  GtkWidget *group = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (mark), GTK_CHECK_BUTTON (group));
  g_object_ref_sink (group);
  g_object_set_data_full (G_OBJECT (mark), "group", group, g_object_unref);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mark), chosen);
  gtk_widget_set_focusable (mark, FALSE);
  gtk_widget_set_can_focus (mark, FALSE); /* a radio button holds Tab even where it takes no focus */
  gtk_widget_set_can_target (mark, FALSE);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  g_object_set (mark, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  return mark;
}

static GtkWidget *
make_ground_row (FwCaseItem *ground)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  int use = fw_case_item_get_choice (ground, "use");
  gboolean chosen = fw_case_item_get_truth (ground, "chosen");
  g_autofree char *spoken = g_strdup_printf ("%s, %s%s%s", fw_case_item_get_text (ground, "title"), _(uses[use].word),
                                             chosen ? ", " : "", chosen ? _("chosen") : "");
  g_autofree char *key = NULL;

  gtk_widget_add_css_class (box, "fw-row");
  if (chosen)
    gtk_widget_add_css_class (row, "fw-selected-row");
  gtk_box_append (GTK_BOX (box), make_mark (chosen));
  gtk_box_append (GTK_BOX (box), make_ground_texts (ground));
  gtk_box_append (GTK_BOX (box), fw_tag_new (uses[use].style, _(uses[use].word)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "ground", g_strdup (fw_case_item_get_id (ground)), g_free);
  fw_step_page_name_focus (row, fw_case_item_get_id (ground));
  key = g_strconcat ("ground:", fw_case_item_get_id (ground), NULL);
  fw_case_note_article (row, fw_case_item_get_text (ground, "article"), fw_case_item_get_text (ground, "article-text"), key);
  return row;
}

static void
show_grounds (FwWayPage *self,
              GPtrArray *grounds)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->ground_list, 0)) != NULL)
    gtk_list_box_remove (self->ground_list, GTK_WIDGET (row));
  for (guint i = 0; i < grounds->len; i++)
    gtk_list_box_append (self->ground_list, make_ground_row (g_ptr_array_index (grounds, i)));
}

static void
ground_activated_cb (FwWayPage *self,
                     GtkListBoxRow *row)
{
  choose (self, fw_case_get_kind (case_of (self)), g_object_get_data (G_OBJECT (row), "ground"));
}

static void
fw_way_page_judged (FwStepPage *page)
{
  FwWayPage *self = FW_WAY_PAGE (page);
  guint way = chosen_way (self);
  g_autoptr (GPtrArray) grounds = collect_grounds (self, ways[way].kind);

  self->filling = TRUE;
  gtk_label_set_label (self->grounds_label, _(ways[way].grounds));
  show_person (self);
  show_ways (self);
  show_grounds (self, grounds);
  fw_ground_detail_fill (self->detail_box, case_of (self), find_chosen (grounds));
  self->filling = FALSE;
}

static char *
fw_way_page_dup_state_line (FwStepPage *page)
{
  if (fw_case_get_ground (fw_step_page_get_case (page)) == NULL)
    return g_strdup (_("No ground chosen yet"));
  if (fw_case_get_step_verdict (fw_step_page_get_case (page), FW_CASE_STEP_WAY) == FW_VERDICT_BLOCKED)
    return g_strdup (_("Chosen like this no final paper can be made; you may look ahead, or choose another"));
  return NULL;
}

static void
fw_way_page_narrow_changed (FwAdaptiveWidget *widget,
                            gboolean narrow)
{
  FwWayPage *self = FW_WAY_PAGE (widget);
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->way_box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->more_box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lower_box), orientation);
  gtk_box_set_homogeneous (self->way_box, orientation == GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->more_box, orientation == GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->lower_box, orientation == GTK_ORIENTATION_HORIZONTAL);
  fw_step_page_judged (FW_STEP_PAGE (widget));
}

static void
fw_way_page_class_init (FwWayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_way_page_narrow_changed;
  FW_STEP_PAGE_CLASS (klass)->judged = fw_way_page_judged;
  FW_STEP_PAGE_CLASS (klass)->dup_state_line = fw_way_page_dup_state_line;
  g_type_ensure (FW_TYPE_REVIEW_NOTE);
  g_type_ensure (FW_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-way-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwWayPage, person_label);
  gtk_widget_class_bind_template_child (widget_class, FwWayPage, way_box);
  gtk_widget_class_bind_template_child (widget_class, FwWayPage, more_box);
  gtk_widget_class_bind_template_child (widget_class, FwWayPage, lower_box);
  gtk_widget_class_bind_template_child (widget_class, FwWayPage, grounds_label);
  gtk_widget_class_bind_template_child (widget_class, FwWayPage, ground_list);
  gtk_widget_class_bind_template_child (widget_class, FwWayPage, detail_box);
  gtk_widget_class_bind_template_callback (widget_class, ground_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_key_cb);
}

static void
fw_way_page_init (FwWayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
