#pragma once

#include "charts/fw-chart-words.h"
#include "charts/fw-chart.h"

G_BEGIN_DECLS

/* How it looks to who sits across. Anger and tears are both stirred: the band is about the pace of the talk, not about the person. */
typedef enum
{
  FW_MOOD_CALM,
  FW_MOOD_UPSET,
  FW_MOOD_STIRRED,
  FW_MOOD_N_LEVELS,
} FwMoodLevel;

/**
 * FwMoodPoint:
 * @seconds: of the talk
 * @silent: nothing is said from here on: the stretch is dotted
 *
 * From here on until the next point it looks like this.
 */
typedef struct
{
  guint seconds;
  FwMoodLevel level;
  gboolean silent;
} FwMoodPoint;

/**
 * FwMoodWord:
 *
 * What a sentence of the person suggests, where words are read: a hollow mark beside what was seen, no part of the course.
 */
typedef struct
{
  guint seconds;
  FwMoodLevel level;
} FwMoodWord;

/**
 * FwMoodAlert:
 * @word: what it is called; borrowed
 */
typedef struct
{
  guint seconds;
  const char *word;
} FwMoodAlert;

/**
 * FwMoodFigures:
 * @points: in order of time; none: nothing was observed yet
 * @words: in order of time; none: words say nothing, or are not read
 * @by_words: words are read
 * @alerts: in order of time
 * @now: seconds since the talk began
 * @expected: seconds that the talk is to take; 0: nobody can say
 *
 * The course of a talk. Borrowed.
 */
typedef struct
{
  FwChartLanguage language;
  const FwMoodPoint *points;
  guint n_points;
  const FwMoodWord *words;
  guint n_words;
  gboolean by_words;
  const FwMoodAlert *alerts;
  guint n_alerts;
  guint now;
  guint expected;
} FwMoodFigures;

FwChart *fw_mood_chart_layout   (const FwMoodFigures *figures,
                                 double               width,
                                 double               height,
                                 double               text_scale,
                                 PangoContext        *context);
char    *fw_mood_chart_describe (const FwMoodFigures *figures);

G_END_DECLS
