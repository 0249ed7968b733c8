#pragma once

#include "charts/fw-chart-table.h"
#include "charts/fw-chart-words.h"
#include "insight/fw-talks.h"

G_BEGIN_DECLS

/* What is asked of many talks. */
typedef enum
{
  FW_TALKS_SCENES,  /* in which scenes a mood turned */
  FW_TALKS_ALERTS,  /* which alerts come with which reasons */
  FW_TALKS_LENGTHS, /* how long talks last */
} FwTalksAsked;

#define FW_TALKS_MOST_ROWS 12

/* What stands in a row besides its figures. Owned by whoever made it. */
typedef struct
{
  char *name;          /* of the scene, class or script, in the reader's language */
  char *detail;        /* nullable: the scene's script; the reasons that came with an alert */
  guint least_minutes; /* of a script: how long it is planned to last; 0: it does not say */
  guint most_minutes;
} FwTalksRow;

/**
 * FwTalksFigures:
 * @rows: of the first %FW_TALKS_MOST_ROWS rows that @asked is about
 * @scope: (nullable): of whom, where it is not the whole company
 * @made: the day it is made, said on paper and in files; unknown on the screen
 *
 * What a chart of talks is drawn from. Borrowed.
 */
typedef struct
{
  const FwTalks *talks;
  FwTalksAsked asked;
  const FwTalksRow *rows;
  const char *scope;
  FwDate from;
  FwDate until;
  FwDate made;
} FwTalksFigures;

guint         fw_talks_chart_count_rows    (const FwTalks        *talks,
                                            FwTalksAsked          asked);
FwChart      *fw_talks_chart_layout        (const FwTalksFigures *figures,
                                            double                width,
                                            double                text_scale,
                                            PangoContext         *context,
                                            FwChartLanguage       language);
char         *fw_talks_chart_describe      (const FwTalksFigures *figures,
                                            FwChartLanguage       language);
char         *fw_talks_chart_describe_mark (const FwTalksFigures *figures,
                                            FwChartMark           mark,
                                            FwChartLanguage       language);
FwChartTable *fw_talks_chart_tabulate      (const FwTalksFigures *figures,
                                            FwChartLanguage       language);
const GArray *fw_talks_chart_get_talks     (const FwTalksFigures *figures,
                                            FwChartMark           mark);

G_END_DECLS
