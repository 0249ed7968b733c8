#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FwGuide:
 *
 * The guide in the program: one page per job, from docs/guide/, shown without a network or another program.
 */
#define FW_TYPE_GUIDE (fw_guide_get_type ())
G_DECLARE_FINAL_TYPE (FwGuide, fw_guide, FW, GUIDE, AdwWindow)

FwGuide *fw_guide_new (GtkWindow  *parent,
                       const char *job);

G_END_DECLS
