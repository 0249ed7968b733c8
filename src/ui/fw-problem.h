#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *fw_problem_describe (const GError *error);

G_END_DECLS
