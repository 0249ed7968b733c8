#pragma once

#include "charts/fw-chart-table.h"
#include "charts/fw-chart-words.h"
#include "insight/fw-reasons.h"

G_BEGIN_DECLS

/* What stands for a reason. */
typedef enum
{
  FW_REASONS_BY_TALK,   /* what was found in the talk */
  FW_REASONS_BY_GROUP,  /* the same, by groups of reasons */
  FW_REASONS_BY_LETTER, /* what the resignation said */
  FW_REASONS_BY_KIND,   /* the kind of departure */
} FwReasonsBasis;

/**
 * FwReasonsFigures:
 * @reasons: as they are shown
 * @names: (array zero-terminated=1): of the rows, in the reader's language
 * @scope: (nullable): of whom, where it is not the whole company
 * @made: the day it is made, said on paper and in files; unknown on the screen
 *
 * What the chart of reasons is drawn from. Borrowed.
 */
typedef struct
{
  const FwReasons *reasons;
  const char *const *names;
  FwReasonsBasis basis;
  const char *scope;
  FwDate from;
  FwDate until;
  FwDate made;
} FwReasonsFigures;

char         *fw_reasons_chart_name_row      (const FwReasonRow      *row,
                                              FwChartLanguage         language);
FwChart      *fw_reasons_chart_layout        (const FwReasonsFigures *figures,
                                              double                  width,
                                              double                  text_scale,
                                              PangoContext           *context,
                                              FwChartLanguage         language);
char         *fw_reasons_chart_describe      (const FwReasonsFigures *figures,
                                              FwChartLanguage         language);
char         *fw_reasons_chart_describe_mark (const FwReasonsFigures *figures,
                                              FwChartMark             mark,
                                              FwChartLanguage         language);
FwChartTable *fw_reasons_chart_tabulate      (const FwReasonsFigures *figures,
                                              FwChartLanguage         language);

G_END_DECLS
