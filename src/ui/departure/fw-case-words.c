#include "config.h"

#include "ui/departure/fw-case-words.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "core/fw-date.h"

/**
 * fw_verdict_tag_style:
 *
 * Answers how a verdict looks; what is to be seen again looks as something missing does.
 */
FwTagStyle
fw_verdict_tag_style (FwVerdict verdict)
{
  switch (verdict)
    {
    case FW_VERDICT_CLEAR:
      return FW_TAG_STYLE_CLEAR;
    case FW_VERDICT_NOTE:
      return FW_TAG_STYLE_NOTE;
    case FW_VERDICT_MISSING:
    case FW_VERDICT_SEEN_AGAIN:
      return FW_TAG_STYLE_MISSING;
    case FW_VERDICT_BLOCKED:
      return FW_TAG_STYLE_BLOCKED;
    case FW_VERDICT_UNKNOWN:
    default:
      return FW_TAG_STYLE_PLAIN;
    }
}

/**
 * fw_verdict_word:
 *
 * Returns: the verdict's word in the user's language, "" for one that was not judged yet
 */
const char *
fw_verdict_word (FwVerdict verdict)
{
  const char *word = fw_tag_style_get_word (fw_verdict_tag_style (verdict));

  if (verdict == FW_VERDICT_SEEN_AGAIN)
    return _("To be seen again");
  return word != NULL ? word : "";
}

/**
 * fw_case_name_day:
 * @iso_day: (nullable): YYYY-MM-DD
 *
 * Returns: (transfer full) (nullable): the day as people write it, 2026年3月31日 or 31 March 2026
 */
char *
fw_case_name_day (const char *iso_day)
{
  FwDate day = fw_date_from_string (iso_day);
  g_autoptr (GDateTime) moment = NULL;

  if (!fw_date_is_known (day))
    return NULL;
  moment = g_date_time_new_utc (day.year, day.month, day.day, 0, 0, 0);
  /* Translators: a day in full, by g_date_time_format(). */
  return g_date_time_format (moment, _("%-d %B %Y"));
}

/**
 * fw_case_name_until:
 * @item: a finding, or a ground that one bars
 *
 * Returns: (transfer full) (nullable): until when it holds, as expected where that day comes of one to come; %NULL where no day is known
 */
char *
fw_case_name_until (FwCaseItem *item)
{
  g_autofree char *day = fw_case_name_day (fw_case_item_get_text (item, "until"));

  if (day == NULL)
    return NULL;
  return fw_case_item_get_truth (item, "until-expected") ? g_strdup_printf (_("until %s, as expected"), day)
                                                         : g_strdup_printf (_("until %s"), day);
}

/**
 * fw_case_name_months:
 * @months: "1", "3.5"
 *
 * Returns: (transfer full): the length in words, "1 month", "3.5 months"
 */
char *
fw_case_name_months (const char *months)
{
  return g_strdup_printf (ngettext ("%s month", "%s months", g_str_equal (months, "1") ? 1 : 2), months);
}

/**
 * fw_case_name_money:
 * @amount: (nullable): "70000.00"
 *
 * Returns: (transfer full): the amount with its thousands parted, "70,000.00"; what is unknown says so
 */
char *
fw_case_name_money (const char *amount)
{
  const char *point;
  GString *text;
  gsize digits;

  if (amount == NULL || *amount == '\0')
    return g_strdup (_("Unknown"));
  point = strchr (amount, '.');
  digits = point != NULL ? (gsize) (point - amount) : strlen (amount);
  text = g_string_new (amount);
  for (gsize place = digits; place > 3 && g_ascii_isdigit (amount[place - 4]); place -= 3)
    g_string_insert_c (text, (gssize) (place - 3), ',');
  return g_string_free (text, FALSE);
}

/**
 * fw_case_name_sum:
 * @amount: (nullable): "70000.00"
 *
 * Returns: (transfer full): the amount where it stands alone, with its currency; what is unknown says so
 */
char *
fw_case_name_sum (const char *amount)
{
  g_autofree char *number = fw_case_name_money (amount);

  return amount != NULL && *amount != '\0' ? g_strdup_printf (_("%s yuan"), number) : g_steal_pointer (&number);
}

static void
library_clicked_cb (GtkPopover *popover,
                    GtkWidget *button)
{
  gtk_widget_activate_action (gtk_widget_get_parent (GTK_WIDGET (popover)), "win.read-law", "s",
                              g_object_get_data (G_OBJECT (button), "key"));
  gtk_popover_popdown (popover);
}

static GtkWidget *
new_library_button (GtkWidget *popover,
                    const char *key)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Read it in the _law library"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (key), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (library_clicked_cb), popover, G_CONNECT_SWAPPED);
  return button;
}

/* A dialog covers the window in which the library would open: from there the text has to do. */
static gboolean
stands_in_dialog (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) && gtk_window_get_transient_for (GTK_WINDOW (root)) != NULL;
}

/**
 * fw_case_show_article:
 * @parent: what the popover points at
 * @article: (nullable): the article's name
 * @text: (nullable): what it says
 * @key: (nullable): what the law library calls the place; %NULL: the article
 *
 * Shows an article of the law beside the place that cites it, with a way to it in the law library where that can be seen.
 */
void
fw_case_show_article (GtkWidget *parent,
                      const char *article,
                      const char *text,
                      const char *key)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (article);
  GtkWidget *label = gtk_label_new (text != NULL && *text != '\0' ? text : _("The text of this article is not in the pack."));

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE); /* it would show all of it as chosen */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), label);
  if ((key != NULL || article != NULL) && !stands_in_dialog (parent))
    gtk_box_append (GTK_BOX (box), new_library_button (popover, key != NULL ? key : article));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, parent);
  g_signal_connect (popover, "closed", G_CALLBACK (gtk_widget_unparent), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/**
 * fw_case_dup_first_article:
 * @citation: (nullable): articles of the law, joined
 *
 * Returns: (transfer full): the first of them, with an ellipsis where there are more
 */
char *
fw_case_dup_first_article (const char *citation)
{
  static const char *const joints[] = { "、", "; " };

  for (guint i = 0; citation != NULL && i < G_N_ELEMENTS (joints); i++)
    {
      const char *end = strstr (citation, joints[i]);

      if (end != NULL)
        return g_strdup_printf ("%.*s…", (int) (end - citation), citation);
    }
  return g_strdup (citation != NULL ? citation : "");
}

/**
 * fw_case_note_article:
 * @widget: a row or card that cites @article
 * @text: (nullable): what it says
 * @key: (nullable): what the law library calls the row; %NULL: the article
 *
 * Lets Ctrl+L on @widget, or on anything in it, show the article.
 */
void
fw_case_note_article (GtkWidget *widget,
                      const char *article,
                      const char *text,
                      const char *key)
{
  g_object_set_data_full (G_OBJECT (widget), "article", g_strdup (article), g_free);
  g_object_set_data_full (G_OBJECT (widget), "article-text", g_strdup (text), g_free);
  g_object_set_data_full (G_OBJECT (widget), "article-key", g_strdup (key), g_free);
}

static void
undo_clicked_cb (AdwToast *toast,
                 GtkWidget *from)
{
  gtk_widget_activate_action (from, "case.undo", NULL);
}

/**
 * fw_case_tell:
 * @from: a widget of the case's workspace, or the workspace itself
 * @text: what was done
 * @undo: whether it can be undone
 *
 * Says briefly what was done.
 */
void
fw_case_tell (GtkWidget *from,
              const char *text,
              gboolean undo)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (overlay == NULL)
    return;
  /* Undo takes back the last act: the toast of one before it would say otherwise. */
  toast = g_object_get_data (G_OBJECT (overlay), "case-toast");
  if (toast != NULL)
    adw_toast_dismiss (toast);
  toast = adw_toast_new (markup);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (overlay), "case-toast", g_object_ref (toast), g_object_unref);
  if (undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_timeout (toast, 12);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), from, 0);
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/**
 * fw_case_forget_told:
 * @overlay: an AdwToastOverlay over departures
 *
 * Takes away what fw_case_tell() said last, where it is still shown.
 */
void
fw_case_forget_told (GtkWidget *overlay)
{
  AdwToast *toast = g_object_get_data (G_OBJECT (overlay), "case-toast");

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
append_span (GString *text,
             const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", part);
}

/**
 * fw_case_name_value:
 * @value: (nullable): the result of a line of working, as the engine writes it
 *
 * Returns: (transfer full) (nullable): the result as people write it: a sum with its thousands parted, a length of service
 *   in years, months and days, a day in full
 */
char *
fw_case_name_value (const char *value)
{
  int years = 0, months = 0, days = 0, end = 0;
  g_autoptr (GString) text = NULL;
  char *day = fw_case_name_day (value);

  if (day != NULL || value == NULL)
    return day;
  if (sscanf (value, "P%dY%dM%dD%n", &years, &months, &days, &end) != 3 || value[end] != '\0')
    return strchr (value, '.') != NULL ? fw_case_name_money (value) : g_strdup (value);
  text = g_string_new (NULL);
  if (years > 0)
    {
      g_autofree char *part = g_strdup_printf (ngettext ("%d year", "%d years", (gulong) years), years);

      append_span (text, part);
    }
  if (months > 0)
    {
      g_autofree char *part = g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months), months);

      append_span (text, part);
    }
  if (days > 0 || text->len == 0)
    {
      g_autofree char *part = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);

      append_span (text, part);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const struct
{
  const char *word;
  FwTagStyle style;
} states[] = {
  [FW_CASE_STATE_DRAFT] = { NC_("case state", "Being prepared"), FW_TAG_STYLE_PLAIN },
  [FW_CASE_STATE_SUBMITTED] = { NC_("case state", "Waiting for approval"), FW_TAG_STYLE_ACCENT },
  [FW_CASE_STATE_RETURNED] = { NC_("case state", "Returned"), FW_TAG_STYLE_NOTE },
  [FW_CASE_STATE_APPROVED] = { NC_("case state", "Approved"), FW_TAG_STYLE_CLEAR },
  [FW_CASE_STATE_ISSUED] = { NC_("case state", "Issued"), FW_TAG_STYLE_ACCENT },
  [FW_CASE_STATE_DELIVERED] = { NC_("case state", "Delivered"), FW_TAG_STYLE_ACCENT },
  [FW_CASE_STATE_CLOSED] = { NC_("case state", "Closed"), FW_TAG_STYLE_CLEAR },
  [FW_CASE_STATE_WITHDRAWN] = { NC_("case state", "Withdrawn"), FW_TAG_STYLE_PLAIN },
};

/**
 * fw_case_state_tag_new:
 *
 * Returns: (transfer floating): the tag that says where a case stands
 */
GtkWidget *
fw_case_state_tag_new (FwCaseState state)
{
  return fw_tag_new (states[state].style, g_dpgettext2 (NULL, "case state", states[state].word));
}

/* One reason on a line of its own. */
static void
append_reason (GString *reasons,
               const char *reason)
{
  g_string_append_printf (reasons, "%s· %s", reasons->len > 0 ? "\n" : "", reason);
}

/**
 * fw_case_dup_bars:
 *
 * Returns: (transfer full) (nullable): what of the law stands against the case, a line each; %NULL: nothing
 */
char *
fw_case_dup_bars (FwCase *departure)
{
  GListModel *findings = fw_case_get_findings (departure);
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (FwCaseItem) finding = g_list_model_get_item (findings, i);
      g_autofree char *text = fw_sentence_dup_first (fw_case_item_get_text (finding, "title"), NULL);

      if (fw_case_item_get_choice (finding, "verdict") == FW_VERDICT_BLOCKED)
        append_reason (reasons, text);
    }
  return reasons->len > 0 ? g_string_free (g_steal_pointer (&reasons), FALSE) : NULL;
}

/**
 * fw_case_dup_missing:
 * @moment: (nullable): delivery or closing; %NULL: any
 *
 * Returns: (transfer full) (nullable): the required materials that are not there, a line each; %NULL: all are there
 */
char *
fw_case_dup_missing (FwCase *departure,
                     const char *moment)
{
  GListModel *materials = fw_case_get_materials (departure);
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (FwCaseItem) material = g_list_model_get_item (materials, i);

      if (fw_case_item_get_truth (material, "required") &&
          fw_case_item_get_choice (material, "state") != FW_MATERIAL_PRESENT &&
          (moment == NULL || g_strcmp0 (fw_case_item_get_text (material, "moment"), moment) == 0))
        append_reason (reasons, fw_case_item_get_text (material, "title"));
    }
  return reasons->len > 0 ? g_string_free (g_steal_pointer (&reasons), FALSE) : NULL;
}

/**
 * fw_box_clear:
 *
 * Takes every child out of @box.
 */
void
fw_box_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/**
 * fw_box_append_label:
 * @classes: styles, ended by %NULL
 *
 * Adds a text to @box that wraps, at its left.
 */
void
fw_box_append_label (GtkBox *box,
                     const char *text,
                     const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (label, classes[i]);
  gtk_box_append (box, label);
}

/**
 * fw_case_begin_upper:
 * @name: as it stands within a sentence
 *
 * Returns: (transfer full): the same as a heading begins
 */
char *
fw_case_begin_upper (const char *name)
{
  char first[8] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (name)), first);
  return g_strconcat (first, *name != '\0' ? g_utf8_next_char (name) : "", NULL);
}
