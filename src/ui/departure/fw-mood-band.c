#include "config.h"

#include "ui/departure/fw-mood-band.h"

#include <adwaita.h>

#include "charts/fw-mood-chart.h"
#include "ui/insight/fw-chart-view.h"

#define HEIGHT 76
#define SECONDS_APART 5 /* in which the line of now moves by some pixels */

struct _FwMoodBand
{
  GtkWidget parent_instance;

  FwTalk *talk; /* owned, nullable */
  guint clock;  /* source */
};

G_DEFINE_FINAL_TYPE (FwMoodBand, fw_mood_band, GTK_TYPE_WIDGET)

static FwMoodLevel
level_of (FwTalkMood mood)
{
  return mood == FW_TALK_CALM ? FW_MOOD_CALM : mood == FW_TALK_UPSET ? FW_MOOD_UPSET : FW_MOOD_STIRRED;
}

/* Who falls silent is as upset as before, as far as anybody can see. */
static GArray *
list_points (FwMoodBand *self)
{
  GListModel *entries = fw_talk_get_entries (self->talk);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (FwMoodPoint));
  FwMoodLevel level = FW_MOOD_UPSET;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (entries, i);
      FwTalkMood mood;
      FwMoodPoint point;

      if (fw_talk_entry_get_sort (entry) != FW_TALK_MOOD)
        continue;
      mood = fw_talk_mood_from_string (fw_talk_entry_get_detail (entry));
      if (mood != FW_TALK_SILENT)
        level = level_of (mood);
      point = (FwMoodPoint){ fw_talk_entry_get_seconds (entry), level, mood == FW_TALK_SILENT };
      g_array_append_val (points, point);
    }
  return points;
}

static GArray *
list_words (FwMoodBand *self)
{
  static const FwMoodLevel levels[] = { FW_MOOD_CALM, FW_MOOD_CALM, FW_MOOD_UPSET, FW_MOOD_STIRRED, FW_MOOD_STIRRED };
  g_autoptr (GArray) moods = fw_talk_list_word_moods (self->talk);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (FwMoodWord));

  for (guint i = 0; moods != NULL && i < moods->len; i++)
    {
      const FwTalkWordMood *mood = &g_array_index (moods, FwTalkWordMood, i);
      FwMoodWord word = { mood->seconds, levels[mood->mood] };

      g_array_append_val (words, word);
    }
  return words;
}

static GArray *
list_alerts (FwMoodBand *self,
             gboolean chinese)
{
  GPtrArray *raised = fw_talk_get_raised (self->talk);
  GArray *alerts = g_array_new (FALSE, FALSE, sizeof (FwMoodAlert));

  for (guint i = 0; i < raised->len; i++)
    {
      const FwTalkAlert *alert = raised->pdata[i];
      FwMoodAlert sign = { alert->seconds, chinese ? alert->of->title.zh : alert->of->title.en };

      g_array_append_val (alerts, sign);
    }
  return alerts;
}

static FwMoodFigures
collect_figures (FwMoodBand *self,
                 GArray **points,
                 GArray **words,
                 GArray **alerts)
{
  g_autofree char *language = NULL;
  FwMoodFigures figures = { 0 };

  g_object_get (fw_case_get_workplace (fw_talk_get_case (self->talk)), "language", &language, NULL);
  figures.language = fw_chart_language_from_name (language);
  *points = list_points (self);
  *words = list_words (self);
  *alerts = list_alerts (self, figures.language == FW_CHART_CHINESE);
  figures.points = (const FwMoodPoint *) (gpointer) (*points)->data;
  figures.n_points = (*points)->len;
  figures.words = (const FwMoodWord *) (gpointer) (*words)->data;
  figures.n_words = (*words)->len;
  figures.by_words = fw_talk_reads_words (self->talk);
  figures.alerts = (const FwMoodAlert *) (gpointer) (*alerts)->data;
  figures.n_alerts = (*alerts)->len;
  figures.now = fw_talk_get_seconds (self->talk);
  figures.expected = fw_talk_get_expected_seconds (self->talk);
  return figures;
}

static void
changed_cb (FwMoodBand *self)
{
  g_autoptr (GArray) points = NULL;
  g_autoptr (GArray) words = NULL;
  g_autoptr (GArray) alerts = NULL;
  FwMoodFigures figures = collect_figures (self, &points, &words, &alerts);
  g_autofree char *text = fw_mood_chart_describe (&figures);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
tick_cb (gpointer data)
{
  gtk_widget_queue_draw (data);
  return G_SOURCE_CONTINUE;
}

static double
text_scale (GtkWidget *widget)
{
  int dpi = 96 * 1024;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * 1024) : 1;
}

static void
fw_mood_band_snapshot (GtkWidget *widget,
                       GtkSnapshot *snapshot)
{
  FwMoodBand *self = FW_MOOD_BAND (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GArray) points = NULL;
  g_autoptr (GArray) words = NULL;
  g_autoptr (GArray) alerts = NULL;
  g_autoptr (FwChart) chart = NULL;
  FwMoodFigures figures;
  cairo_t *cr;

  if (self->talk == NULL)
    return;
  figures = collect_figures (self, &points, &words, &alerts);
  chart = fw_mood_chart_layout (&figures, width, height, text_scale (widget), gtk_widget_get_pango_context (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  fw_chart_paint (chart, cr, fw_chart_view_choose_palette ());
  cairo_destroy (cr);
}

static void
fw_mood_band_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? (int) (HEIGHT * text_scale (widget)) : 240;
}

static void
fw_mood_band_dispose (GObject *object)
{
  fw_mood_band_set_talk (FW_MOOD_BAND (object), NULL);
  G_OBJECT_CLASS (fw_mood_band_parent_class)->dispose (object);
}

static void
fw_mood_band_class_init (FwMoodBandClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_mood_band_dispose;
  widget_class->snapshot = fw_mood_band_snapshot;
  widget_class->measure = fw_mood_band_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
fw_mood_band_init (FwMoodBand *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * fw_mood_band_set_talk:
 * @talk: (nullable): the talk that is held; %NULL: none
 */
void
fw_mood_band_set_talk (FwMoodBand *self,
                       FwTalk *talk)
{
  g_return_if_fail (FW_IS_MOOD_BAND (self));

  if (talk == self->talk)
    return;
  if (self->talk != NULL)
    g_signal_handlers_disconnect_by_data (self->talk, self);
  g_clear_handle_id (&self->clock, g_source_remove);
  g_set_object (&self->talk, talk);
  if (talk == NULL)
    return;
  self->clock = g_timeout_add_seconds (SECONDS_APART, tick_cb, self);
  g_signal_connect_object (talk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (talk, "alerts-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
