#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FwInterviewError:
 * @FW_INTERVIEW_ERROR_LEXICON: a lexicon of phrases is wrong: its author must correct it
 * @FW_INTERVIEW_ERROR_SCRIPT: a script is wrong: its author must correct it
 * @FW_INTERVIEW_ERROR_UNKNOWN: there is no script of that name: choose another
 * @FW_INTERVIEW_ERROR_TRANSCRIPT: a source of words said something wrong, or ended: the talk goes on without it
 *
 * Every message about a file names it, the line and the reason. What is no XML, or not what a schema allows, is told as
 * #FwFactsError.
 */
typedef enum
{
  FW_INTERVIEW_ERROR_LEXICON,
  FW_INTERVIEW_ERROR_SCRIPT,
  FW_INTERVIEW_ERROR_UNKNOWN,
  FW_INTERVIEW_ERROR_TRANSCRIPT,
} FwInterviewError;

#define FW_INTERVIEW_ERROR (fw_interview_error_quark ())

GQuark fw_interview_error_quark (void);

G_END_DECLS
