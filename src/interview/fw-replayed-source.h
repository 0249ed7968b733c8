#pragma once

#include "interview/fw-transcript-source.h"

G_BEGIN_DECLS

/**
 * FwReplayedSource:
 *
 * A talk that was written down before, a JSON object a line (docs/transcript.md), told again at the pace of its seconds.
 */
#define FW_TYPE_REPLAYED_SOURCE (fw_replayed_source_get_type ())
G_DECLARE_FINAL_TYPE (FwReplayedSource, fw_replayed_source, FW, REPLAYED_SOURCE, GObject)

FwReplayedSource *fw_replayed_source_new (const char *path,
                                          double      pace);

G_END_DECLS
