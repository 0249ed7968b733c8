#include "config.h"

#include "ui/departure/fw-case-words.h"

#include <glib/gi18n.h>

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
 * fw_case_show_article:
 * @parent: what the popover points at
 * @article: (nullable): the article's name
 * @text: (nullable): what it says
 *
 * Shows an article of the law beside the place that cites it.
 */
void
fw_case_show_article (GtkWidget *parent,
                      const char *article,
                      const char *text)
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
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), label);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, parent);
  g_signal_connect (popover, "closed", G_CALLBACK (gtk_widget_unparent), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
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
