#include "config.h"

#include "ui/departure/fw-overview-course.h"

#include <glib/gi18n.h>

#include "core/fw-date.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-step-page.h"
#include "ui/widgets/fw-verdict-row.h"

/* What has happened to a case, as the audit has it: who approved, and everything else. */

static const struct
{
  const char *what;
  const char *title;
  FwTagStyle style;
} words[] = {
  { "case.open", N_("Departure opened"), FW_TAG_STYLE_PLAIN },
  { "case.open-together", N_("Departures opened together"), FW_TAG_STYLE_PLAIN },
  { "case.answer", N_("Answers written down"), FW_TAG_STYLE_PLAIN },
  { "case.attach", N_("Material put on file"), FW_TAG_STYLE_CLEAR },
  { "case.detach", N_("Material taken off the file"), FW_TAG_STYLE_PLAIN },
  { "case.status-check", N_("Status check taken"), FW_TAG_STYLE_CLEAR },
  { "case.override", N_("A lawyer passed a point"), FW_TAG_STYLE_NOTE },
  { "case.submit", N_("Submitted for approval"), FW_TAG_STYLE_CLEAR },
  { "case.return", N_("Returned"), FW_TAG_STYLE_NOTE },
  { "case.approve", N_("Approved"), FW_TAG_STYLE_CLEAR },
  { "case.pause", N_("Paused"), FW_TAG_STYLE_NOTE },
  { "case.resume", N_("Taken up again"), FW_TAG_STYLE_PLAIN },
  { "case.close", N_("Closed"), FW_TAG_STYLE_CLEAR },
  { "case.withdraw", N_("Withdrawn"), FW_TAG_STYLE_NOTE },
  { "talk.finish", N_("Talk put on record"), FW_TAG_STYLE_CLEAR },
  { "talk.sign", N_("Signed minutes put on file"), FW_TAG_STYLE_CLEAR },
  { "document.issue", N_("Paper issued"), FW_TAG_STYLE_CLEAR },
  { "settlement.change", N_("Settlement changed"), FW_TAG_STYLE_NOTE },
  { "document.deliver", N_("Paper delivered"), FW_TAG_STYLE_CLEAR },
  { "document.not-delivered", N_("Delivery failed"), FW_TAG_STYLE_NOTE },
  { "document.print", N_("Paper printed"), FW_TAG_STYLE_PLAIN },
  { "document.export", N_("Paper saved as PDF"), FW_TAG_STYLE_PLAIN },
  { "figure.confirm", N_("Local figure confirmed"), FW_TAG_STYLE_CLEAR },
  { "case.acknowledge", N_("Change of law or figures seen"), FW_TAG_STYLE_CLEAR },
  { "case.move-basis", N_("Moved to the figures of the day"), FW_TAG_STYLE_NOTE },
  { "talk.declined", N_("The manager does not come to the talk"), FW_TAG_STYLE_NOTE },
  { "talk.finish", N_("Talk put on record"), FW_TAG_STYLE_CLEAR },
  { "case.reasons", N_("Reasons for leaving chosen"), FW_TAG_STYLE_PLAIN },
  { "survey.send", N_("Survey seen to"), FW_TAG_STYLE_PLAIN },
  { "task.add", N_("Task noted"), FW_TAG_STYLE_PLAIN },
  { "task.finish", N_("Task done"), FW_TAG_STYLE_CLEAR },
  { "undo", N_("Undone"), FW_TAG_STYLE_PLAIN },
};

/* Index into words, their count for what has none. */
static guint
find_words (const char *what)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (words) && g_strcmp0 (words[i].what, what) != 0)
    i++;
  return i;
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static char *
dup_when (FwCaseItem *event)
{
  g_autofree char *day = fw_case_name_day (fw_case_item_get_text (event, "on"));

  return g_strdup_printf ("%s %s", day != NULL ? day : "", fw_case_item_get_text (event, "at"));
}

/* Several parts on one line, those that are there. */
static char *
join (const char *first,
      const char *second,
      const char *third)
{
  const char *parts[] = { first, second, third };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

static gboolean
is_of_approval (FwCaseItem *event)
{
  static const char *const approval[] = { "case.submit", "case.return", "case.approve", NULL };

  return g_strv_contains (approval, fw_case_item_get_text (event, "what"));
}

static void
append_row (GtkListBox *list,
            FwTagStyle style,
            const char *title,
            const char *detail,
            const char *focus_name)
{
  GtkWidget *row = fw_verdict_row_new (style, title, detail);

  g_object_set (row, "word", "", NULL);
  if (style == FW_TAG_STYLE_PLAIN)
    fw_verdict_row_set_sign (FW_VERDICT_ROW (row), "channel-secure-symbolic");
  fw_step_page_name_focus (row, focus_name);
  gtk_list_box_append (list, row);
}

/* What is waited for now, after all that was said. */
static void
append_open_end (GtkListBox *list,
                 FwCase *departure,
                 FwCaseItem *last)
{
  const char *what = last != NULL ? fw_case_item_get_text (last, "what") : NULL;
  FwCaseState state = fw_case_get_state (departure);
  g_autofree char *since = last != NULL ? fw_case_name_day (fw_case_item_get_text (last, "on")) : NULL;
  g_autofree char *detail = NULL;

  if (state == FW_CASE_STATE_SUBMITTED)
    {
      detail = g_strdup_printf (_("since %s"), since);
      append_row (list, FW_TAG_STYLE_MISSING, _("Waiting for approval"), detail, "approval-open");
    }
  else if (last == NULL && (state == FW_CASE_STATE_DRAFT || state == FW_CASE_STATE_RETURNED))
    append_row (list, FW_TAG_STYLE_PLAIN, _("Nobody was asked yet"), _("Submit it on the last step of the preparation"),
                "approval-open");
  else if (last == NULL)
    append_row (list, FW_TAG_STYLE_PLAIN, _("Went on without approval"), NULL, "approval-open");
  else if (state == FW_CASE_STATE_DRAFT && g_strcmp0 (what, "case.return") != 0)
    append_row (list, FW_TAG_STYLE_NOTE, _("Changed since"), _("What was approved says something else now: submit it again"),
                "approval-open");
}

/**
 * fw_overview_course_fill_approval:
 *
 * Shows in @list who was asked for approval and what was said, in its order, and what is waited for.
 */
void
fw_overview_course_fill_approval (GtkListBox *list,
                                  FwCase *departure)
{
  GListModel *events = fw_case_get_events (departure);
  g_autoptr (FwCaseItem) last = NULL;

  clear (list);
  for (guint i = g_list_model_get_n_items (events); i > 0; i--)
    {
      g_autoptr (FwCaseItem) event = g_list_model_get_item (events, i - 1);
      guint word = find_words (fw_case_item_get_text (event, "what"));
      g_autofree char *when = dup_when (event);
      g_autofree char *detail = join (fw_case_item_get_text (event, "who"), when, fw_case_item_get_text (event, "why"));

      if (!is_of_approval (event))
        continue;
      append_row (list, words[word].style, _(words[word].title), detail, fw_case_item_get_id (event));
      g_set_object (&last, event);
    }
  append_open_end (list, departure, last);
}

/* Timeline */

static gboolean
goes_with (FwCaseItem *event,
           FwCaseItem *other)
{
  static const char *const same[] = { "what", "who", "on" };

  if (g_strcmp0 (fw_case_item_get_text (event, "what"), "case.answer") != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (g_strcmp0 (fw_case_item_get_text (event, same[i]), fw_case_item_get_text (other, same[i])) != 0)
      return FALSE;
  return TRUE;
}

/* What stands in one line: answers that somebody wrote down one after the other on a day make one. */
static guint
count_together (GListModel *events,
                guint first)
{
  g_autoptr (FwCaseItem) event = g_list_model_get_item (events, first);
  guint count = 1;

  for (;; count++)
    {
      g_autoptr (FwCaseItem) other = g_list_model_get_item (events, first + count);

      if (other == NULL || !goes_with (event, other))
        return count;
    }
}

static GtkWidget *
make_label (const char *text,
            const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_css_classes (label, (const char **) classes);
  return label;
}

static GtkWidget *
make_event_row (FwCaseItem *event,
                guint count)
{
  const char *what = fw_case_item_get_text (event, "what");
  guint word = find_words (what);
  FwTagStyle style = word < G_N_ELEMENTS (words) ? words[word].style : FW_TAG_STYLE_PLAIN;
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *image = gtk_image_new_from_icon_name (fw_tag_style_get_icon (style));
  g_autofree char *when = dup_when (event);
  g_autofree char *times = count > 1 ? g_strdup_printf (ngettext ("%u time", "%u times", count), count) : NULL;
  const char *about = fw_case_item_get_text (event, "about");
  g_autofree char *day = fw_case_name_day (about);
  g_autofree char *title = join (word < G_N_ELEMENTS (words) ? _(words[word].title) : what, day != NULL ? day : about,
                                 times);
  g_autofree char *detail = join (fw_case_item_get_text (event, "who"), fw_case_item_get_text (event, "why"), NULL);
  g_autofree char *spoken = NULL;
  GtkWidget *when_label = make_label (when, (const char *[]){ "caption", "dim-label", "numeric", NULL });

  gtk_widget_set_css_classes (image, (const char *[]){ "fw-mark", "fw-beside", fw_tag_style_get_class (style), NULL });
  gtk_label_set_wrap (GTK_LABEL (when_label), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (when_label), 19);
  gtk_widget_set_valign (when_label, GTK_ALIGN_START);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_label (title, (const char *[]){ NULL }));
  if (*detail != '\0')
    gtk_box_append (GTK_BOX (texts), make_label (detail, (const char *[]){ "caption", "dim-label", NULL }));
  gtk_widget_add_css_class (box, "fw-row");
  gtk_box_append (GTK_BOX (box), when_label);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  fw_step_page_name_focus (row, fw_case_item_get_id (event));
  spoken = join (when, title, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

/**
 * fw_overview_course_fill_events:
 * @at_most: how many lines; 0 is all
 *
 * Shows in @list what happened, the newest first.
 *
 * Returns: how many lines there are in all
 */
guint
fw_overview_course_fill_events (GtkListBox *list,
                                FwCase *departure,
                                guint at_most)
{
  GListModel *events = fw_case_get_events (departure);
  guint lines = 0;

  clear (list);
  for (guint i = 0; i < g_list_model_get_n_items (events);)
    {
      g_autoptr (FwCaseItem) event = g_list_model_get_item (events, i);
      guint count = count_together (events, i);

      if (at_most == 0 || lines < at_most)
        gtk_list_box_append (list, make_event_row (event, count));
      lines++;
      i += count;
    }
  return lines;
}
