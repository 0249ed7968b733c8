/* What was noted in a talk: the notes in the order in which they came. */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-talk-pane-private.h"

/**
 * _fw_talk_name_seconds:
 *
 * Returns: (transfer full): minutes and seconds, "18:42"
 */
char *
_fw_talk_name_seconds (guint seconds)
{
  return g_strdup_printf ("%02u:%02u", seconds / 60, seconds % 60);
}

/**
 * _fw_talk_name_speaker:
 *
 * Returns: who says it
 */
const char *
_fw_talk_name_speaker (FwTalkSpeaker speaker)
{
  return speaker == FW_TALK_EMPLOYEE ? _("Employee") : speaker == FW_TALK_HR ? _("HR") : C_("talk", "Manager");
}

static char *
dup_text (FwTalkEntry *entry)
{
  g_autofree char *length = NULL;

  if (fw_talk_entry_get_sort (entry) != FW_TALK_BREAK)
    return g_strdup (fw_talk_entry_get_text (entry));
  length = _fw_talk_name_seconds ((guint) g_ascii_strtoull (fw_talk_entry_get_detail (entry), NULL, 10));
  return g_strdup_printf (_("A break of %s"), length);
}

static const char *
icon_of (FwTalkSort sort)
{
  switch (sort)
    {
    case FW_TALK_AGREED:
    case FW_TALK_PROMISE:
      return "object-select-symbolic";
    case FW_TALK_OPEN:
      return "fw-ring-symbolic";
    case FW_TALK_ALERT:
      return "dialog-warning-symbolic";
    default:
      return NULL;
    }
}

static const char *
name_of_sort (FwTalkSort sort)
{
  return sort == FW_TALK_OPEN ? C_("talk", "Open") : sort == FW_TALK_ALERT ? _("Alert, put in minutes") : C_("talk", "Agreed");
}

/* Where the words of an alert stand in the text that was kept; the text as markup. */
static char *
dup_marked (FwTalkPane *self,
            FwTalkEntry *entry,
            const char *text)
{
  GPtrArray *raised = fw_talk_get_raised (self->talk);

  for (guint i = raised->len; i > 0; i--)
    {
      const FwTalkAlert *alert = raised->pdata[i - 1];
      const char *found = alert->seconds <= fw_talk_entry_get_seconds (entry) && *alert->words != '\0' ? strstr (text, alert->words) : NULL;
      g_autofree char *before = NULL;
      g_autofree char *words = NULL;
      g_autofree char *behind = NULL;
      g_autofree char *head = NULL;

      if (found == NULL)
        continue;
      head = g_strndup (text, (gsize) (found - text));
      before = g_markup_escape_text (head, -1);
      words = g_markup_escape_text (alert->words, -1);
      behind = g_markup_escape_text (found + strlen (alert->words), -1);
      return g_strdup_printf ("%s<span weight=\"bold\" underline=\"single\">%s</span>%s", before, words, behind);
    }
  return g_markup_escape_text (text, -1);
}

static GtkWidget *
make_text (const char *markup,
           gboolean quiet)
{
  GtkWidget *text = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (text), markup);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (text, TRUE);
  if (quiet)
    gtk_widget_add_css_class (text, "dim-label");
  return text;
}

static GtkWidget *
make_cell (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_entry (FwTalkPane *self,
            FwTalkEntry *entry)
{
  const FwTalkSort sort = fw_talk_entry_get_sort (entry);
  g_autofree char *time = _fw_talk_name_seconds (fw_talk_entry_get_seconds (entry));
  g_autofree char *text = dup_text (entry);
  g_autofree char *markup = dup_marked (self, entry, text);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *when = make_cell (time, "numeric");
  GtkWidget *speaker = make_cell (sort == FW_TALK_BREAK ? "" : _fw_talk_name_speaker (fw_talk_entry_get_speaker (entry)), "heading");

  gtk_size_group_add_widget (self->speaker_width, speaker);
  gtk_widget_add_css_class (row, "fw-note");
  gtk_widget_add_css_class (when, "dim-label");
  gtk_box_append (GTK_BOX (row), when);
  gtk_box_append (GTK_BOX (row), speaker);
  gtk_box_append (GTK_BOX (row), make_text (markup, sort == FW_TALK_BREAK));
  if (icon_of (sort) != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon_of (sort));

      gtk_widget_add_css_class (image, "fw-mark");
      gtk_widget_add_css_class (image, sort == FW_TALK_AGREED || sort == FW_TALK_PROMISE ? "clear" : "warn");
      gtk_widget_set_tooltip_text (image, name_of_sort (sort));
      gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, name_of_sort (sort), -1);
      gtk_box_append (GTK_BOX (row), image);
    }
  return row;
}

static gboolean
is_shown (FwTalkEntry *entry)
{
  return *fw_talk_entry_get_text (entry) != '\0' || fw_talk_entry_get_sort (entry) == FW_TALK_BREAK;
}

/* Notes come one by one and stay: only what is new is made. */
void
_fw_talk_pane_show_entries (FwTalkPane *self)
{
  GListModel *entries = fw_talk_get_entries (self->talk);
  guint n = g_list_model_get_n_items (entries);

  if (n == self->n_entries)
    return;
  if (n < self->n_entries)
    {
      fw_box_clear (self->entry_box);
      self->n_entries = 0;
    }
  for (guint i = self->n_entries; i < n; i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (entries, i);

      if (is_shown (entry))
        gtk_box_append (self->entry_box, make_entry (self, entry));
    }
  self->n_entries = n;
  fw_talk_points_show (self->points, entries);
}

static gboolean
follow_last_cb (gpointer data)
{
  FwTalkPane *self = data;
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->entry_scroll);

  self->follow_source = 0;
  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  return G_SOURCE_REMOVE;
}

/* The last note is always in view; while the list gets its place, it cannot be scrolled. */
void
_fw_talk_pane_follow_last (FwTalkPane *self)
{
  if (self->follow_source == 0)
    self->follow_source = g_idle_add (follow_last_cb, self);
}
