#pragma once

#include "departure/fw-talk.h"

G_BEGIN_DECLS

/* What the interviewer did when the simulated employee had said something. */
typedef enum
{
  FW_REHEARSAL_OPEN,     /* nothing before the talk ended */
  FW_REHEARSAL_PASSED,   /* went on as if it had not been said */
  FW_REHEARSAL_ANSWERED, /* in words of her own */
  FW_REHEARSAL_PAUSED,   /* took a break */
  FW_REHEARSAL_LED,      /* went where the script leads then */
} FwRehearsalOutcome;

typedef struct
{
  char *said;
  char *good;         /* what helps; "" */
  char *poor;         /* what makes it worse; "" */
  char *answer;       /* %NULL: none */
  guint seconds;
  gboolean stop;      /* nothing is gone on with as if it had not been said */
  FwRehearsalOutcome outcome;
} FwRehearsalTurn;

/* A sentence of the interviewer's own that asks for a correction. */
typedef struct
{
  char *text;
  const FwPhraseClass *of;
  guint seconds;
  char *after;        /* what she said next; %NULL: nothing before she went on */
} FwRehearsalSlip;

/**
 * FwRehearsalReport:
 *
 * What happened in a rehearsal. It names no grade: what to keep, what to say otherwise, what was missed.
 */
typedef struct
{
  GPtrArray *turns;   /* FwRehearsalTurn */
  GPtrArray *slips;   /* FwRehearsalSlip */
  GPtrArray *skipped; /* char*: sentences of the scenes that were not said */
  guint said;         /* sentences of the script that were */
  guint taken_back;   /* typed, alerted to, and not said after all */
  guint breaks;
  guint upsets;       /* moments that ask for a stop */
  guint upsets_paused; /* of these: with a break, or as the script leads */
  guint scenes;
  guint scenes_reached;
  guint mood_first;   /* 0, calm, to 10; of the simulated employee only */
  guint mood_worst;
  guint mood_last;
  char *farewell;     /* how they went out */
} FwRehearsalReport;

/**
 * FwRehearsal:
 *
 * The simulated employee of a talk that is a rehearsal (docs/rehearsal.md): a source of words that the talk listens to. Follows the talk, so that it
 * answers what is said and done there.
 */
#define FW_TYPE_REHEARSAL (fw_rehearsal_get_type ())
G_DECLARE_FINAL_TYPE (FwRehearsal, fw_rehearsal, FW, REHEARSAL, GObject)

FwRehearsal             *fw_rehearsal_new         (FwTalk       *talk,
                                                   const char   *temperament,
                                                   guint32       seed,
                                                   GError      **error);
const FwManner          *fw_rehearsal_get_manner  (FwRehearsal  *self);
void                     fw_rehearsal_advance     (FwRehearsal  *self,
                                                   guint         seconds);
const char              *fw_rehearsal_get_last    (FwRehearsal  *self);
const FwRehearsalReport *fw_rehearsal_get_report  (FwRehearsal  *self);

G_END_DECLS
