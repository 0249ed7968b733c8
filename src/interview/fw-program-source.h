#pragma once

#include "interview/fw-transcript-source.h"

G_BEGIN_DECLS

/**
 * FwProgramEnd:
 * @FW_PROGRAM_RUNS: it has not, or it was stopped
 * @FW_PROGRAM_ENDED: by itself
 * @FW_PROGRAM_FAILED: with another code than 0
 * @FW_PROGRAM_DIED: of a signal
 * @FW_PROGRAM_CLOSED: it closed its output and stayed
 * @FW_PROGRAM_FLOODED: it told more than anybody can say
 * @FW_PROGRAM_GARBLED: it wrote line after line that cannot be read
 *
 * How a program came to its end. Except for the first two it is a failure.
 */
typedef enum
{
  FW_PROGRAM_RUNS,
  FW_PROGRAM_ENDED,
  FW_PROGRAM_FAILED,
  FW_PROGRAM_DIED,
  FW_PROGRAM_CLOSED,
  FW_PROGRAM_FLOODED,
  FW_PROGRAM_GARBLED,
} FwProgramEnd;

/**
 * FwProgramSource:
 *
 * Another program that hears the talk, such as a speech engine, and tells it as JSON lines (docs/transcript.md). It ends with the talk, whatever
 * it has started with it, and it does not outlive us. One that tells too much or nothing that can be read is ended.
 */
#define FW_TYPE_PROGRAM_SOURCE (fw_program_source_get_type ())
G_DECLARE_FINAL_TYPE (FwProgramSource, fw_program_source, FW, PROGRAM_SOURCE, GObject)

FwProgramSource *fw_program_source_new     (const char *const *arguments);
FwProgramEnd     fw_program_source_get_end (FwProgramSource   *self,
                                            int               *code);

G_END_DECLS
