#pragma once

#include "charts/fw-chart-file.h"

/* What is laid out in these tests is measured with the fonts that are there. */
PangoContext *fw_test_chart_context       (void);
void          fw_test_chart_labels_apart  (FwChart *chart);
gboolean      fw_test_chart_says          (FwChart *chart, const char *text);
char         *fw_test_chart_random_name   (GRand *random);
