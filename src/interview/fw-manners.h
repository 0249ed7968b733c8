#pragma once

#include "interview/fw-script.h"

G_BEGIN_DECLS

/* What the simulated employee of a rehearsal answers with. */
typedef enum
{
  FW_REACTION_LISTENING, /* while somebody speaks to them */
  FW_REACTION_HURT,      /* by words that need correcting */
  FW_REACTION_OUTBURST,  /* where it became too much */
  FW_REACTION_EASED,     /* after a break, or an answer that helped */
  FW_REACTION_LEAVING,   /* where it was far too much */
  FW_REACTION_CALM,      /* how they go at the end: three ways */
  FW_REACTION_GUARDED,
  FW_REACTION_UPSET,
  FW_N_REACTIONS,
} FwReaction;

/**
 * FwManner:
 *
 * How people of one temperament take a talk (docs/rehearsal.md).
 */
typedef struct
{
  char *id;             /* "open", "reserved", "sensitive", "assertive" */
  guint mood;           /* at the start, from 0, calm, to 10 */
  guint wait;           /* seconds before they say anything */
  guint chance;         /* percent: that something of a scene's branches happens */
  FwSaid title;
  FwSaid about;
  GPtrArray *reactions; /* private */
  GPtrArray *inclinations;
} FwManner;

/**
 * FwCue:
 *
 * What the simulated employee says or does in a scene: written for the person, or made of a branch of the script.
 */
typedef struct
{
  FwSaid says;            /* what is done, not said, in brackets */
  FwSaid good;            /* what helps; "" */
  FwSaid poor;            /* what makes it worse; "" */
  gboolean stop;          /* nothing is gone on with as if it had not been said */
  const FwBranch *branch; /* %NULL: written */
  guint line;             /* of the scene, from 0: not before */
} FwCue;

GPtrArray    *fw_scripts_list_manners (FwScripts      *self);
FwManner     *fw_scripts_get_manner   (FwScripts      *self,
                                       const char     *id,
                                       GError        **error);
const FwSaid *fw_manner_react         (const FwManner *self,
                                       FwReaction      reaction,
                                       GRand          *chance);
GPtrArray    *fw_scripts_plan_cues    (FwScripts      *self,
                                       const FwScript *script,
                                       const FwScene  *scene,
                                       const FwManner *manner,
                                       guint           lines,
                                       guint32         seed);

G_END_DECLS
