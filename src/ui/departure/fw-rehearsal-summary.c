#include "config.h"

#include "ui/departure/fw-rehearsal-summary.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/widgets/fw-tag.h"

struct _FwRehearsalSummary
{
  GtkWidget parent_instance;

  GtkWidget *scroll;
  GtkLabel *head_label;
  GtkBox *columns;
  GtkBox *left;
  GtkBox *right;

  FwTalk *talk;           /* of what is being shown; borrowed while it is */
  const FwRehearsalReport *report;
};

G_DEFINE_FINAL_TYPE (FwRehearsalSummary, fw_rehearsal_summary, GTK_TYPE_WIDGET)

static GtkWidget *
add_line (GtkBox *box,
          const char *text,
          const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return label;
}

static GtkBox *
add_card (GtkBox *column,
          const char *title,
          const char *style)
{
  GtkBox *card = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  gtk_widget_add_css_class (GTK_WIDGET (card), "fw-card");
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (card), style);
  add_line (card, title, "heading");
  gtk_box_append (column, GTK_WIDGET (card));
  return card;
}

/* A line of two parts: "what helps: …"; nothing where the second is not known. */
static void
add_pair (GtkBox *box,
          const char *format,
          const char *text)
{
  g_autofree char *line = NULL;

  if (text == NULL || *text == '\0')
    return;
  line = g_strconcat (format, text, NULL);
  add_line (box, line, "dim-label");
}

/* What was said and seen */

static const char *
name_level (guint mood)
{
  return mood <= 3 ? _("calm") : mood <= 6 ? _("uneasy") : _("upset");
}

static void
show_farewell (FwRehearsalSummary *self)
{
  GtkBox *card = add_card (self->left, _("How they went out"), NULL);
  /* Translators: three moods of somebody made up: at the beginning, at the worst, at the end. */
  g_autofree char *moods = g_strdup_printf (_("At first %s, at the worst %s, at the end %s"), name_level (self->report->mood_first),
                                            name_level (self->report->mood_worst), name_level (self->report->mood_last));

  if (self->report->farewell != NULL)
    add_line (card, self->report->farewell, "title-4");
  add_line (card, moods, "dim-label");
}

static gboolean
went_well (const FwRehearsalTurn *turn)
{
  return turn->outcome >= FW_REHEARSAL_ANSWERED;
}

static const char *
name_outcome (const FwRehearsalTurn *turn)
{
  return turn->outcome == FW_REHEARSAL_LED      ? _("You went where the script leads.")
         : turn->outcome == FW_REHEARSAL_PAUSED ? _("You stopped and took a break.")
                                                : NULL;
}

static void
show_good (FwRehearsalSummary *self)
{
  const FwRehearsalReport *report = self->report;
  GtkBox *card = add_card (self->left, _("What went well"), NULL);
  guint n = 0;

  for (guint i = 0; i < report->turns->len; i++)
    {
      const FwRehearsalTurn *turn = report->turns->pdata[i];

      if (!went_well (turn))
        continue;
      n++;
      add_line (card, turn->said, NULL);
      add_pair (card, _("You: "), turn->answer);
      add_pair (card, "", name_outcome (turn));
    }
  if (report->taken_back > 0)
    {
      g_autofree char *line =
        g_strdup_printf (ngettext ("%u sentence you typed and did not say after all", "%u sentences you typed and did not say after all",
                                   report->taken_back),
                         report->taken_back);

      add_line (card, line, NULL);
    }
  if (report->slips->len == 0)
    add_line (card, _("Not one word that needs correcting"), NULL);
  if (report->skipped->len == 0 && report->said > 0)
    add_line (card, _("Every sentence of the scenes was said"), NULL);
  if (n == 0 && report->slips->len > 0 && report->taken_back == 0 && report->skipped->len > 0)
    add_line (card, _("The next time it is easier."), NULL);
}

static void
show_slips (FwRehearsalSummary *self)
{
  GtkBox *card;

  if (self->report->slips->len == 0)
    return;
  card = add_card (self->left, _("What to say otherwise"), "warn");
  for (guint i = 0; i < self->report->slips->len; i++)
    {
      const FwRehearsalSlip *slip = self->report->slips->pdata[i];
      g_autofree char *say = fw_talk_dup_text (self->talk, &slip->of->say);
      g_autofree char *meaning = fw_talk_dup_text (self->talk, &slip->of->meaning);

      add_line (card, slip->text, NULL);
      add_line (card, meaning, "dim-label");
      add_pair (card, _("You can say: "), say);
      add_pair (card, _("You then said: "), slip->after);
    }
}

static void
show_missed (FwRehearsalSummary *self)
{
  GtkBox *card = NULL;

  for (guint i = 0; i < self->report->turns->len; i++)
    {
      const FwRehearsalTurn *turn = self->report->turns->pdata[i];

      if (went_well (turn))
        continue;
      if (card == NULL)
        card = add_card (self->left, _("What you went on over"), NULL);
      add_line (card, turn->said, NULL);
      if (turn->stop)
        {
          GtkWidget *tag = fw_tag_new (FW_TAG_STYLE_MISSING, _("Here one stops"));

          gtk_widget_set_halign (tag, GTK_ALIGN_START);
          gtk_box_append (card, tag);
        }
      add_pair (card, _("What helps: "), *turn->good == '\0' && turn->stop ? _("stop: a break, some water, a minute without words") : turn->good);
      add_pair (card, _("What makes it worse: "), turn->poor);
    }
}

static void
show_breaks (FwRehearsalSummary *self)
{
  const FwRehearsalReport *report = self->report;
  GtkBox *card = add_card (self->right, _("Breaks"), NULL);
  g_autofree char *taken = g_strdup_printf (ngettext ("%u break taken", "%u breaks taken", report->breaks), report->breaks);
  /* Translators: of so many moments that asked for a stop, how many got one. */
  g_autofree char *after = g_strdup_printf (_("Moments that asked for a stop: %u, of which you stopped at %u"), report->upsets,
                                            report->upsets_paused);

  add_line (card, taken, NULL);
  if (report->upsets > 0)
    add_line (card, after, NULL);
}

static void
show_skipped (FwRehearsalSummary *self)
{
  const FwRehearsalReport *report = self->report;
  GtkBox *card = add_card (self->right, _("Sentences of the script"), NULL);
  g_autofree char *said = g_strdup_printf (_("Said: %u · scenes reached: %u of %u"), report->said, report->scenes_reached, report->scenes);

  add_line (card, said, NULL);
  if (report->skipped->len > 0)
    add_line (card, _("Not said, or left too soon:"), "dim-label");
  for (guint i = 0; i < report->skipped->len; i++)
    add_line (card, report->skipped->pdata[i], NULL);
}

static void
show_alerts (FwRehearsalSummary *self)
{
  GPtrArray *raised = fw_talk_get_raised (self->talk);
  GtkBox *card;

  if (raised->len == 0)
    return;
  card = add_card (self->right, _("Alerts that were raised"), NULL);
  for (guint i = 0; i < raised->len; i++)
    {
      const FwTalkAlert *alert = raised->pdata[i];
      g_autofree char *title = fw_talk_dup_text (self->talk, &alert->of->title);
      g_autofree char *line = g_strdup_printf ("%s · %s", alert->words, title);

      add_line (card, line, NULL);
      add_line (card, alert->own ? _("your own words") : _("their words"), "dim-label");
    }
}

/**
 * fw_rehearsal_summary_show:
 * @talk: the rehearsal, which has ended
 * @rehearsal: who was simulated in it
 */
void
fw_rehearsal_summary_show (FwRehearsalSummary *self,
                           FwTalk *talk,
                           FwRehearsal *rehearsal)
{
  g_autofree char *who = fw_talk_dup_text (talk, &fw_rehearsal_get_manner (rehearsal)->title);
  guint minutes = (fw_talk_get_seconds (talk) + 59) / 60;
  /* Translators: a temperament, as "Talks freely"; minutes. */
  g_autofree char *head = g_strdup_printf (ngettext ("Opposite you: %s · %u minute · no grade, and nothing is kept",
                                                     "Opposite you: %s · %u minutes · no grade, and nothing is kept", minutes),
                                           who, minutes);

  self->talk = talk;
  self->report = fw_rehearsal_get_report (rehearsal);
  gtk_label_set_label (self->head_label, head);
  fw_box_clear (self->left);
  fw_box_clear (self->right);
  show_farewell (self);
  show_missed (self);
  show_slips (self);
  show_good (self);
  show_breaks (self);
  show_skipped (self);
  show_alerts (self);
  self->talk = NULL;
  self->report = NULL;
}

void
fw_rehearsal_summary_set_narrow (FwRehearsalSummary *self,
                                 gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->columns, !narrow);
}

static void
fw_rehearsal_summary_dispose (GObject *object)
{
  g_clear_pointer (&FW_REHEARSAL_SUMMARY (object)->scroll, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_rehearsal_summary_parent_class)->dispose (object);
}

static void
fw_rehearsal_summary_class_init (FwRehearsalSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_rehearsal_summary_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-rehearsal-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, FwRehearsalSummary, scroll);
  gtk_widget_class_bind_template_child (widget_class, FwRehearsalSummary, head_label);
  gtk_widget_class_bind_template_child (widget_class, FwRehearsalSummary, columns);
  gtk_widget_class_bind_template_child (widget_class, FwRehearsalSummary, left);
  gtk_widget_class_bind_template_child (widget_class, FwRehearsalSummary, right);
}

static void
fw_rehearsal_summary_init (FwRehearsalSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
