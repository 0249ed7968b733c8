#pragma once

#include "charts/fw-chart.h"
#include "core/fw-date.h"

G_BEGIN_DECLS

/**
 * FwLastDayStep:
 * @from: first last day of work for which the figure holds
 * @value: how high it is drawn (months of severance, or an amount); negative: unknown
 * @label: what is written over it, "5 个月"
 */
typedef struct
{
  FwDate from;
  double value;
  const char *label;
} FwLastDayStep;

/**
 * FwLastDayFigures:
 *
 * What a departure costs over its last day. Steps are in order of @from, the first at @from; texts are in the
 * reader's language and borrowed. @name_month turns the first of a month into its label, transfer full.
 */
typedef struct
{
  FwDate from;
  FwDate until;
  FwDate chosen;   /* unknown where none is chosen */
  FwDate earliest; /* the earliest lawful last day; unknown where there is none */
  const char *title;
  const char *chosen_label;
  const FwLastDayStep *steps;
  guint n_steps;
  char *(*name_month) (FwDate month_start);
} FwLastDayFigures;

FwChart *fw_last_day_chart_layout   (const FwLastDayFigures *figures,
                                     double                  width,
                                     double                  height,
                                     double                  text_scale,
                                     PangoContext           *context);
char    *fw_last_day_chart_describe (const FwLastDayFigures *figures);
FwDate   fw_last_day_chart_day_at   (const FwLastDayFigures *figures,
                                     double                  width,
                                     double                  x);

G_END_DECLS
