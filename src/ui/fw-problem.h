#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

char *fw_problem_describe (const GError *error);
void  fw_problem_present  (GtkWindow    *parent,
                           const char   *what,
                           const char   *why,
                           const GError *error);

G_END_DECLS
