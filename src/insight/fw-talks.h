#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FW_TALKS_FEW 5    /* fewer are single cases: they are counted, named as few, and nothing is made of them */
#define FW_TALKS_SHARES 10 /* fewer: no share is reckoned */

typedef enum
{
  FW_TALK_CAME_TO, /* a scene */
  FW_TALK_SEEN,    /* a mood that somebody observed */
  FW_TALK_TAKEN_IN /* a class of phrases that was taken into the minutes */
} FwTalkEventSort;

/* What happened in a talk; the name belongs to the caller and is compared as text. */
typedef struct
{
  FwTalkEventSort sort;
  const char *name;
} FwTalkEvent;

/**
 * FwTalkHeld:
 * @script: (nullable): what it was led by
 * @seconds: how long it lasted; 0 where it is not on record
 * @events: in the order in which they happened
 * @reasons: why the person left, by group
 */
typedef struct
{
  const char *script;
  guint seconds;
  const FwTalkEvent *events;
  guint n_events;
  const char *const *reasons;
  guint n_reasons;
} FwTalkHeld;

/**
 * FwTalkScene:
 * @script: (nullable): %NULL for a scene that scripts share
 * @talks: (element-type guint): the talks that came to it
 * @turned: (element-type guint): those whose mood turned bad in it
 */
typedef struct
{
  const char *script;
  const char *scene;
  GArray *talks;
  GArray *turned;
} FwTalkScene;

typedef struct
{
  const char *reason;
  guint n_talks;
} FwTalkReason;

/**
 * FwTalkAlertClass:
 * @talks: (element-type guint): the talks in which it was taken in
 * @n_reasoned: those of them with a reason on record
 * @reasons: (element-type FwTalkReason): with which reasons it came, the most frequent first; none of fewer than %FW_TALKS_FEW talks
 */
typedef struct
{
  const char *alert;
  GArray *talks;
  guint n_reasoned;
  GArray *reasons;
} FwTalkAlertClass;

/**
 * FwTalkLength:
 * @script: (nullable): %NULL for talks without one
 * @talks: (element-type guint): the shortest first
 * @seconds: (element-type guint): of each of them
 * @median: seconds; 0 of fewer than %FW_TALKS_FEW
 */
typedef struct
{
  const char *script;
  GArray *talks;
  GArray *seconds;
  guint median;
} FwTalkLength;

/**
 * FwTalks:
 * @n_talks: all
 * @n_observed: those in which somebody noted a mood
 * @n_scenes: how many scenes were come to
 * @scenes: (element-type FwTalkScene): those in which a mood turned, the most often turned first
 * @alerts: (element-type FwTalkAlertClass): the most frequent first
 * @lengths: (element-type FwTalkLength): by script, the most talks first
 *
 * What many talks say. Never changed once reckoned; texts are the caller's.
 */
typedef struct
{
  guint n_talks;
  guint n_observed;
  guint n_scenes;
  GPtrArray *scenes;
  GPtrArray *alerts;
  GPtrArray *lengths;
} FwTalks;

FwTalks *fw_talks_new  (const FwTalkHeld *talks,
                        guint             n_talks);
void     fw_talks_free (FwTalks          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwTalks, fw_talks_free)

G_END_DECLS
