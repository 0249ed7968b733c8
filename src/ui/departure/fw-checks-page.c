#include "config.h"

#include "ui/departure/fw-checks-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-block-card.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-material-words.h"
#include "ui/departure/fw-way-out.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tag.h"
#include "ui/widgets/fw-verdict-row.h"

struct _FwChecksPage
{
  FwStepPage parent_instance;

  GtkLabel *answer_label;
  GtkBox *head_box;
  GtkBox *count_box;
  GtkBox *group_box;
};

G_DEFINE_FINAL_TYPE (FwChecksPage, fw_checks_page, FW_TYPE_STEP_PAGE)

/* The groups in the order in which they are shown: gravest first. */
static const struct
{
  FwVerdict verdict;
  const char *hint;
} groups[] = {
  { FW_VERDICT_BLOCKED, N_("the law does not allow it; it cannot be clicked away") },
  { FW_VERDICT_MISSING, N_("until it is supplied, papers print as drafts only") },
  { FW_VERDICT_NOTE, N_("does not stop you, but have a reason on record") },
  { FW_VERDICT_CLEAR, NULL },
};

/* Blocked findings that a lawyer has passed stand among the notes: they are on record, and no longer stop. */
static FwVerdict
group_of (FwFindingItem *finding)
{
  FwVerdict verdict = (FwVerdict) fw_case_item_get_choice (FW_CASE_ITEM (finding), "verdict");

  if (verdict == FW_VERDICT_BLOCKED && fw_case_item_get_truth (FW_CASE_ITEM (finding), "overridden"))
    return FW_VERDICT_NOTE;
  return verdict;
}

static GPtrArray *
collect_group (FwChecksPage *self,
               FwVerdict verdict)
{
  GListModel *findings = fw_case_get_findings (fw_step_page_get_case (FW_STEP_PAGE (self)));
  GPtrArray *group = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (FwFindingItem) finding = g_list_model_get_item (findings, i);

      if (group_of (finding) == verdict)
        g_ptr_array_add (group, g_steal_pointer (&finding));
    }
  return group;
}

static GtkWidget *
make_heading (FwVerdict verdict,
              guint count,
              const char *hint)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (fw_verdict_word (verdict));
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *tag = fw_tag_new (fw_verdict_tag_style (verdict), number);

  gtk_widget_add_css_class (title, "heading");
  fw_tag_set_icon_name (FW_TAG (tag), NULL);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), tag);
  if (hint != NULL)
    {
      GtkWidget *label = gtk_label_new (_(hint));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static void
article_activated_cb (FwVerdictRow *row,
                      FwFindingItem *finding)
{
  fw_case_show_article (GTK_WIDGET (row), fw_case_item_get_text (FW_CASE_ITEM (finding), "article"),
                        fw_case_item_get_text (FW_CASE_ITEM (finding), "article-text"), fw_case_item_get_id (FW_CASE_ITEM (finding)));
}

/* What a lawyer or a missing fact adds under the title. */
static char *
dup_detail (FwFindingItem *finding)
{
  FwCaseItem *item = FW_CASE_ITEM (finding);
  const char *const *labels = fw_case_item_get_texts (item, "unknown-labels");
  const char *lawyer = fw_case_item_get_text (item, "override-by");
  g_autofree char *list = NULL;

  if (fw_case_item_get_truth (item, "overridden"))
    return g_strdup_printf (_("Passed by %s: %s"), lawyer, fw_case_item_get_text (item, "override-reason"));
  if (labels != NULL && labels[0] != NULL)
    {
      list = g_strjoinv (_(", "), (char **) labels);
      return g_strdup_printf (_("Not known yet: %s"), list);
    }
  return fw_case_name_until (item);
}

static GtkWidget *
make_row (FwFindingItem *finding,
          FwVerdict verdict)
{
  const char *rest;
  g_autofree char *title = fw_sentence_dup_first (fw_case_item_get_text (FW_CASE_ITEM (finding), "title"), &rest);
  g_autofree char *more = dup_detail (finding);
  g_autofree char *detail = g_strdup_printf ("%s%s%s", rest, *rest != '\0' && more != NULL ? "\n" : "",
                                             more != NULL ? more : "");
  GtkWidget *row = fw_verdict_row_new (fw_verdict_tag_style (verdict), title, detail);

  fw_step_page_name_focus (row, fw_case_item_get_id (FW_CASE_ITEM (finding)));
  fw_case_note_article (row, fw_case_item_get_text (FW_CASE_ITEM (finding), "article"),
                        fw_case_item_get_text (FW_CASE_ITEM (finding), "article-text"), fw_case_item_get_id (FW_CASE_ITEM (finding)));
  g_object_set (row, "article", fw_case_item_get_text (FW_CASE_ITEM (finding), "article"), "word", "", NULL);
  g_signal_connect_object (row, "article-activated", G_CALLBACK (article_activated_cb), finding, 0);
  return row;
}

static GtkWidget *
make_step_button (const char *label,
                  FwCaseStep step,
                  const char *spoken)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.step");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) step);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  fw_spoken_name_set (button, spoken);
  return button;
}

/* The material that a check misses, by its name; the check's message says more than a list can bear. */
static const char *
name_missing (FwChecksPage *self,
              FwFindingItem *finding)
{
  GListModel *materials = fw_case_get_materials (fw_step_page_get_case (FW_STEP_PAGE (self)));
  const char *material_id = fw_case_item_get_text (FW_CASE_ITEM (finding), "material");

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (FwCaseItem) material = g_list_model_get_item (materials, i);

      if (g_strcmp0 (material_id, fw_case_item_get_id (material)) == 0)
        return fw_case_item_get_text (material, "title");
    }
  return fw_case_item_get_text (FW_CASE_ITEM (finding), "title");
}

/* All missing materials in one row: they are supplied in one place. */
static GtkWidget *
make_missing_row (FwChecksPage *self,
                  GPtrArray *group,
                  gboolean suggest)
{
  g_autofree char *title =
      g_strdup_printf (ngettext ("%u required material", "%u required materials", group->len), group->len);
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *row, *button;

  for (guint i = 0; i < group->len; i++)
    {
      if (i > 0)
        g_string_append (names, _(", "));
      g_string_append (names, name_missing (self, g_ptr_array_index (group, i)));
    }
  row = fw_verdict_row_new (FW_TAG_STYLE_MISSING, title, names->str);
  g_object_set (row, "word", "", NULL);
  button = make_step_button (_("_Supply it"), FW_CASE_STEP_MATERIALS, _("Supply the missing materials"));
  if (suggest)
    gtk_widget_add_css_class (button, "suggested-action");
  fw_step_page_name_focus (button, "supply");
  fw_verdict_row_add_suffix (FW_VERDICT_ROW (row), button);
  return row;
}

static GtkWidget *
make_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

static GtkWidget *
make_missing_list (FwChecksPage *self,
                   GPtrArray *group,
                   gboolean suggest)
{
  GtkWidget *list = make_list ();

  gtk_list_box_append (GTK_LIST_BOX (list), make_missing_row (self, group, suggest));
  return list;
}

/* What is unknown is asked for right under the check that needs it. */
static GtkWidget *
make_blank_row (FwChecksPage *self,
                FwFindingItem *finding)
{
  GListModel *blanks = fw_case_item_get_list (FW_CASE_ITEM (finding), "blanks");
  GtkWidget *box, *row;

  if (blanks == NULL || g_list_model_get_n_items (blanks) == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  row = gtk_list_box_row_new ();
  gtk_widget_add_css_class (box, "fw-row");
  gtk_widget_set_margin_start (box, 28);
  for (guint i = 0; i < g_list_model_get_n_items (blanks); i++)
    {
      g_autoptr (FwCaseItem) blank = g_list_model_get_item (blanks, i);
      GtkWidget *field = fw_answer_field_new_blank (fw_step_page_get_case (FW_STEP_PAGE (self)), blank);

      fw_step_page_name_focus (field, fw_case_item_get_id (blank));
      gtk_widget_set_halign (field, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), field);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static gboolean
says_the_same (FwFindingItem *one,
               FwFindingItem *other)
{
  return g_strcmp0 (fw_case_item_get_text (FW_CASE_ITEM (one), "title"),
                    fw_case_item_get_text (FW_CASE_ITEM (other), "title")) == 0;
}

static gboolean
was_said_before (GPtrArray *group,
                 guint index)
{
  for (guint i = 0; i < index; i++)
    if (says_the_same (g_ptr_array_index (group, i), g_ptr_array_index (group, index)))
      return TRUE;
  return FALSE;
}

static gboolean
is_said_again (GPtrArray *group,
               guint index)
{
  for (guint i = index + 1; i < group->len; i++)
    if (says_the_same (g_ptr_array_index (group, i), g_ptr_array_index (group, index)))
      return TRUE;
  return FALSE;
}

/* Several checks that wait for one and the same thing make one row. */
static GtkWidget *
make_shared_row (GPtrArray *group,
                 guint index,
                 FwVerdict verdict)
{
  FwFindingItem *finding = g_ptr_array_index (group, index);
  GtkWidget *row = make_row (finding, verdict);
  const char *const *unknown = fw_case_item_get_texts (FW_CASE_ITEM (finding), "unknown");
  guint count = 0;

  for (guint i = index; i < group->len; i++)
    count += says_the_same (finding, g_ptr_array_index (group, i));
  if (count > 1)
    {
      g_autofree char *number = g_strdup_printf (ngettext ("%u check", "%u checks", count), count);

      g_object_set (row, "article", NULL, NULL);
      fw_verdict_row_add_suffix (FW_VERDICT_ROW (row), fw_tag_new (FW_TAG_STYLE_PLAIN, number));
    }
  if (unknown != NULL && unknown[0] != NULL && strstr (unknown[0], "status-check") != NULL)
    {
      GtkWidget *button = make_step_button (_("Go to the _status check"), FW_CASE_STEP_WHO, _("Go to the status check"));

      fw_step_page_name_focus (button, "status-check");
      fw_verdict_row_add_suffix (FW_VERDICT_ROW (row), button);
    }
  return row;
}

/* What does not stop may still have ways out. One stands in the row; several take no room until they are asked for, and a
 * row that several checks share has none of its own. */
static void
add_ways_out (FwChecksPage *self,
              GtkWidget *row,
              FwFindingItem *finding,
              gboolean shared)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  guint count = fw_way_out_add_buttons (GTK_BOX (box), fw_step_page_get_case (FW_STEP_PAGE (self)), finding, FALSE);
  GtkWidget *button, *popover;

  if (count == 1)
    {
      button = g_object_ref (gtk_widget_get_first_child (box));
      gtk_box_remove (GTK_BOX (box), button);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      fw_verdict_row_add_suffix (FW_VERDICT_ROW (row), button);
      g_object_unref (button);
    }
  else if (count > 1 && !shared)
    {
      button = gtk_menu_button_new ();
      popover = gtk_popover_new ();
      gtk_popover_set_child (GTK_POPOVER (popover), box);
      gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
      gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("What can be done"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      fw_step_page_name_focus (button, fw_case_item_get_id (FW_CASE_ITEM (finding)));
      fw_verdict_row_add_suffix (FW_VERDICT_ROW (row), button);
    }
  g_object_unref (box);
}

static GtkWidget *
make_finding_list (FwChecksPage *self,
                   GPtrArray *group,
                   FwVerdict verdict)
{
  GtkWidget *list = make_list ();

  for (guint i = 0; i < group->len; i++)
    {
      GtkWidget *row, *blank_row;

      if (was_said_before (group, i))
        continue;
      row = make_shared_row (group, i, verdict);
      blank_row = make_blank_row (self, g_ptr_array_index (group, i));
      if (verdict == FW_VERDICT_NOTE)
        add_ways_out (self, row, g_ptr_array_index (group, i), is_said_again (group, i));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      if (blank_row != NULL)
        gtk_list_box_append (GTK_LIST_BOX (list), blank_row);
    }
  return list;
}

static GtkWidget *
make_clear_item (FwFindingItem *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name (fw_tag_style_get_icon (FW_TAG_STYLE_CLEAR));
  GtkWidget *label = gtk_label_new (fw_case_item_get_text (FW_CASE_ITEM (finding), "title"));

  gtk_widget_set_css_classes (image, (const char *[]){ "fw-mark", "fw-beside", "clear", NULL });
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, fw_case_item_get_text (FW_CASE_ITEM (finding), "article"));
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_clear_grid (GPtrArray *group,
                 gboolean narrow)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), narrow ? 1 : 3);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 18);
  gtk_widget_add_css_class (flow, "fw-card");
  gtk_widget_set_can_focus (flow, FALSE); /* its children would hold Tab even where they take no focus */
  for (guint i = 0; i < group->len; i++)
    {
      gtk_flow_box_insert (GTK_FLOW_BOX (flow), make_clear_item (g_ptr_array_index (group, i)), -1);
      gtk_widget_set_focusable (GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (flow), (int) i)), FALSE);
    }
  return flow;
}

static void
add_blocks (FwChecksPage *self,
            GPtrArray *group)
{
  for (guint i = 0; i < group->len; i++)
    gtk_box_append (self->group_box, fw_block_card_new (fw_step_page_get_case (FW_STEP_PAGE (self)),
                                                        g_ptr_array_index (group, i), i == 0,
                                                        fw_adaptive_widget_get_narrow (self)));
}

static void
add_group (FwChecksPage *self,
           FwVerdict verdict,
           const char *hint,
           GPtrArray *group)
{
  GListModel *materials = fw_case_get_materials (fw_step_page_get_case (FW_STEP_PAGE (self)));

  if (verdict == FW_VERDICT_MISSING && !fw_material_stops_papers (materials))
    hint = _("to be supplied before the paper is delivered");
  gtk_box_append (self->group_box, make_heading (verdict, group->len, hint));
  if (verdict == FW_VERDICT_BLOCKED)
    add_blocks (self, group);
  else if (verdict == FW_VERDICT_MISSING)
    gtk_box_append (self->group_box,
                    make_missing_list (self, group, !fw_step_page_has_main (FW_STEP_PAGE (self))));
  else if (verdict == FW_VERDICT_CLEAR)
    gtk_box_append (self->group_box, make_clear_grid (group, fw_adaptive_widget_get_narrow (self)));
  else
    gtk_box_append (self->group_box, make_finding_list (self, group, verdict));
}

static char *
dup_answer (guint blocked,
            guint missing,
            guint noted)
{
  if (blocked > 0 && missing > 0)
    /* Translators: numbers of places and of materials. */
    return g_strdup_printf (_("No. Places where the law bars it: %u; materials missing: %u."), blocked, missing);
  if (blocked > 0)
    return g_strdup_printf (ngettext ("No. The law bars it in %u place.", "No. The law bars it in %u places.", blocked),
                            blocked);
  if (missing > 0)
    return g_strdup_printf (ngettext ("Not yet: %u material is missing.", "Not yet: %u materials are missing.", missing),
                            missing);
  if (noted > 0)
    return g_strdup_printf (ngettext ("Yes, with %u point to note.", "Yes, with %u points to note.", noted), noted);
  return g_strdup (_("Yes. Nothing stands against it."));
}

static void
fw_checks_page_judged (FwStepPage *page)
{
  FwChecksPage *self = FW_CHECKS_PAGE (page);
  guint counts[G_N_ELEMENTS (groups)];
  g_autofree char *answer = NULL;

  fw_box_clear (self->group_box);
  fw_box_clear (self->count_box);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (GPtrArray) group = collect_group (self, groups[i].verdict);
      g_autofree char *text = g_strdup_printf ("%s %u", fw_verdict_word (groups[i].verdict), group->len);

      counts[i] = group->len;
      if (group->len == 0)
        continue;
      gtk_box_append (self->count_box, fw_tag_new (fw_verdict_tag_style (groups[i].verdict), text));
      add_group (self, groups[i].verdict, groups[i].hint, group);
    }
  answer = dup_answer (counts[0], counts[1], counts[2]);
  gtk_label_set_label (self->answer_label, answer);
}

static char *
fw_checks_page_dup_state_line (FwStepPage *page)
{
  FwVerdict verdict = fw_case_get_step_verdict (fw_step_page_get_case (page), FW_CASE_STEP_CHECKS);

  if (verdict == FW_VERDICT_BLOCKED)
    return g_strdup (_("Solve what is blocked first, or choose another way"));
  return NULL;
}

static void
fw_checks_page_narrow_changed (FwAdaptiveWidget *widget,
                               gboolean narrow)
{
  /* Beside a question that is long already the counts would crowd it. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (FW_CHECKS_PAGE (widget)->head_box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  fw_checks_page_judged (FW_STEP_PAGE (widget));
}

static void
fw_checks_page_class_init (FwChecksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_checks_page_narrow_changed;
  FW_STEP_PAGE_CLASS (klass)->judged = fw_checks_page_judged;
  FW_STEP_PAGE_CLASS (klass)->dup_state_line = fw_checks_page_dup_state_line;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-checks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwChecksPage, answer_label);
  gtk_widget_class_bind_template_child (widget_class, FwChecksPage, head_box);
  gtk_widget_class_bind_template_child (widget_class, FwChecksPage, count_box);
  gtk_widget_class_bind_template_child (widget_class, FwChecksPage, group_box);
}

static void
fw_checks_page_init (FwChecksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
