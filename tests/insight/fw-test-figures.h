#pragma once

#include <json-glib/json-glib.h>

#include "core/fw-date.h"

JsonObject *fw_test_figures_load (void);
FwDate      fw_test_day          (const char *text);
