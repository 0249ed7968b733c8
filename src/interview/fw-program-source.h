#pragma once

#include "interview/fw-transcript-source.h"

G_BEGIN_DECLS

/**
 * FwProgramSource:
 *
 * Another program that hears the talk, such as a speech engine, and tells it as JSON lines (docs/transcript.md). It ends with the talk.
 */
#define FW_TYPE_PROGRAM_SOURCE (fw_program_source_get_type ())
G_DECLARE_FINAL_TYPE (FwProgramSource, fw_program_source, FW, PROGRAM_SOURCE, GObject)

FwProgramSource *fw_program_source_new (const char *const *arguments);

G_END_DECLS
