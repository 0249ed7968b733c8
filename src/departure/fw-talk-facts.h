#pragma once

#include "departure/fw-talk.h"

G_BEGIN_DECLS

/**
 * FwTalkFactKind:
 * @FW_TALK_FACT_REVIEW: results of one measure, the oldest first
 * @FW_TALK_FACT_APPRAISAL: an assessment that the departure rests on
 * @FW_TALK_FACT_BREACH: what was established
 * @FW_TALK_FACT_RULE: a rule or standard, and whether the person signed for it
 * @FW_TALK_FACT_TALK: a talk on record
 * @FW_TALK_FACT_TRAINING: a training
 * @FW_TALK_FACT_PAY: the last wage and the last raise
 * @FW_TALK_FACT_TENURE: since when
 * @FW_TALK_FACT_PROJECT: a project
 * @FW_TALK_FACT_FIGURE: another figure that the script says
 *
 * What is known of a person that may be needed at the table.
 */
typedef enum
{
  FW_TALK_FACT_REVIEW,
  FW_TALK_FACT_APPRAISAL,
  FW_TALK_FACT_BREACH,
  FW_TALK_FACT_RULE,
  FW_TALK_FACT_TALK,
  FW_TALK_FACT_TRAINING,
  FW_TALK_FACT_PAY,
  FW_TALK_FACT_TENURE,
  FW_TALK_FACT_PROJECT,
  FW_TALK_FACT_FIGURE,
  FW_TALK_N_FACTS,
} FwTalkFactKind;

/**
 * FwTalkFact:
 * @known: FALSE: the records say nothing of it; only kind, needed, name and ask are set
 * @needed: the script says it
 * @name: which: of a measure, rule, training, project, figure; the round of an appraisal
 * @value: what was reached; of pay, the last month's sum; of a project, its state
 * @target: what was to be reached; of a training, its pass mark; of pay, the last raise in percent; of a project, the role
 * @team: what the team reached on average; of pay, its raise in percent
 * @from: ISO day or month, or the name of a period: the first, or the only one
 * @until: of a row of results: the last one
 * @by: who led a talk, who assessed
 * @ask: whom to ask where it is not known; "" where nothing says so
 * @score: the value is a number of points
 * @money: the value is an amount
 * @signed_for: 1 yes, 0 no, -1 not known
 *
 * One fact. Texts are %NULL where they are not known.
 */
typedef struct
{
  FwTalkFactKind kind;
  gboolean known;
  gboolean needed;
  char *name;
  char *value;
  char *target;
  char *team;
  char *from;
  char *until;
  char *by;
  char *ask;
  gboolean score;
  gboolean money;
  int signed_for;
} FwTalkFact;

GPtrArray *fw_talk_list_facts (FwTalk *self);
char      *fw_talk_dup_tenure (FwTalk *self);

G_END_DECLS
