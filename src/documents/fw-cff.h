#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *fw_cff_read_charstrings    (GBytes    *cff);
GBytes    *fw_cff_replace_charstrings (GBytes    *cff,
                                       GPtrArray *charstrings);

G_END_DECLS
