#pragma once

#include "departure/fw-leaving-records.h"
#include "insight/fw-spell.h"

G_BEGIN_DECLS

/* From when a person was in a department. */
typedef struct
{
  FwDate from;
  guint department; /* index, NO_PLACE where it is none on record */
} FwMove;

typedef struct
{
  const char *reason; /* of the records' texts */
  const char *group;  /* the group it belongs to, itself where it belongs to none */
  double weight;      /* 0: not on record */
} FwReasonOnRecord;

/* One employment without a break. */
typedef struct
{
  guint32 person; /* its row in the store */
  FwDate hired;
  FwDate left; /* unknown: still there */
  guint branch;
  guint department; /* the present or last one */
  guint first_move, n_moves;
  guint first_reason, n_reasons;
  const char *stated_reason; /* (nullable) */
  FwLeavingKind kind;
  FwLeavingGroup group;
} FwStay;

#define FW_NO_PLACE G_MAXUINT

struct _FwLeavingRecords
{
  GArray *branches;    /* FwInsightPlace */
  GArray *departments; /* FwInsightPlace, in the order of the tree */
  GArray *stays;       /* FwStay */
  GArray *moves;       /* FwMove, a person's together in order of time */
  GArray *reasons;     /* FwReasonOnRecord, a departure's together */
  GArray *talks;       /* FwTalkOnRecord (fw-talk-records-private.h) */
  GArray *talk_events; /* FwTalkEvent, a talk's together in order */
  GPtrArray *talk_reasons; /* groups of reasons, a talk's together */
  GHashTable *talk_names;  /* what scripts, scenes and classes are called: key → FwTalkName; empty without talks */
  GPtrArray *survey;   /* FwSurveyCount, of all sheets that came back; NULL: the company's own sheet cannot be read */
  GStringChunk *texts;
  GKeyFile *reason_names; /* what reasons are called, a group each */
  FwDate first_leaving;
  guint n_undated; /* people whose coming or going cannot be placed in time */
  guint probation_months; /* the longest that the law allows; 0 where it is not known */
};

G_END_DECLS
