#pragma once

#include "core/fw-number.h"
#include "rules/fw-pack.h"

G_BEGIN_DECLS

typedef enum
{
  FW_SEVERITY_INFO,
  FW_SEVERITY_WARN,
  FW_SEVERITY_BLOCK,
} FwSeverity;

/**
 * FwAssessment:
 *
 * The whole judgment of one case. It owns all it answers and may go to another thread. Numbers are exact and %NULL where they
 * cannot be reckoned.
 */
typedef struct _FwAssessment FwAssessment;

/* A text of one's own in both languages. */
typedef struct
{
  char *zh;
  char *en;
} FwMessage;

typedef struct
{
  char *id;
  char *family;            /* status, ground, procedure, money, record or material */
  FwSeverity severity;     /* info: the check holds */
  FwMessage article;
  FwMessage message;
  FwDate until;            /* the last day on which the bar still holds; may be unknown */
  gboolean until_expected; /* that day comes of one that is only expected, such as a birth */
  GStrv unknown;           /* paths of the facts that are needed and absent; %NULL: none */
  GStrv actions;           /* ids of the ways out; never %NULL */
  GHashTable *attributes;  /* text → text, such as curable; nullable */
  gboolean may_override;   /* a lawyer may set it aside */
  gboolean overridden;     /* a lawyer has: no longer a block */
} FwFinding;

typedef struct
{
  char *id;
  char *moment;            /* paper, delivery or closing */
  gboolean present;
  gboolean counts;         /* its moment has come */
  FwMessage met;           /* what stands for it without a file, or will; empty: nothing */
  char *met_by;            /* the paper that does, or will once it is issued; nullable */
  gboolean awaited;        /* absent, and that paper will bring it */
  FwMessage name;
  FwMessage why;
  FwMessage without;
  FwMessage how;
  FwMessage article;
} FwMaterialNeed;

/* One line of working: what was done, by which article, and what came out, already written. */
typedef struct
{
  FwMessage step;
  FwMessage article;
  char *value;             /* as in JSON; %NULL where unknown */
  FwMessage shown;         /* as people read it; only where a calculation is reckoned without facts */
} FwWorking;

typedef struct
{
  FwDate from;
  FwDate to;
  FwNumber *months;
  FwNumber *base;
  FwNumber *amount;
  FwMessage article;
} FwSegment;

typedef enum
{
  FW_ANSWER_UNKNOWN,
  FW_ANSWER_NO,
  FW_ANSWER_YES,
} FwAnswerKnown;

/* Severance, damages, notice, tax or another amount. What a kind does not have stays %NULL or unknown. */
typedef struct
{
  char *id;                /* only of other amounts */
  FwMessage title;         /* only of other amounts */
  FwAnswerKnown due;
  FwAnswerKnown capped;
  FwAnswerKnown floored;
  FwNumber *months;
  FwNumber *base;
  FwNumber *average;
  FwNumber *amount;
  FwNumber *exempt;
  FwNumber *taxable;
  FwNumber *rate;
  FwMessage article;
  GPtrArray *segments;     /* FwSegment */
  GPtrArray *working;      /* FwWorking */
} FwAmount;

typedef struct
{
  char *by;                /* employer, employee or none */
  FwNumber *days;
  FwNumber *given;
  FwNumber *pay_in_lieu;
  FwDate earliest_last_day;
  FwMessage article;
  GPtrArray *working;      /* FwWorking */
} FwNotice;

/* A line of the final settlement. */
typedef struct
{
  char *id;                /* the pack's, or own-N */
  char *group;             /* earning, severance, reimbursement, deduction or tax */
  FwMessage title;
  FwMessage article;       /* empty in a line of one's own */
  FwMessage formula;       /* how the amount came about, for the paper; may be empty */
  char *basis;             /* nullable: what a person gives as its ground */
  char *reason;            /* nullable: why a person changed it */
  FwNumber *reckoned;      /* what the pack reckons; %NULL: it does not or cannot */
  FwNumber *amount;        /* what stands; %NULL: unknown */
  gboolean asked;          /* only a person can say it */
  gboolean optional;       /* and many a case has none of it */
  gboolean changed;        /* otherwise than the pack reckons, or a line of one's own */
  gboolean out;            /* taken off the sheet */
  gboolean own;
  guint place;             /* from 1 among the case's own lines; 0: nothing was said of it */
  GStrv unknown;           /* facts that its reckoning lacks; %NULL: none */
  GPtrArray *working;      /* FwWorking */
} FwSettlementLine;

typedef struct
{
  GPtrArray *lines;        /* FwSettlementLine */
  FwNumber *gross;         /* %NULL where a line of it is unknown, as the others */
  FwNumber *deductions;
  FwNumber *net;
} FwSettlement;

/* What people are asked of an offer. */
typedef struct
{
  char *name;              /* the attribute of the offer in the facts */
  char *type;              /* number, money, date or text */
  FwMessage title;
  char *value;             /* NULL: not said yet */
} FwOfferAsk;

/* Something beside the money of a negotiated exit that is offered, or could be. */
typedef struct
{
  char *id;
  char *group;             /* nullable: the group of the settlement in which it stands as a line of its own */
  FwMessage title;
  FwMessage why;           /* when it helps */
  FwMessage article;
  FwMessage unit;          /* what one of it is: a day; may be empty */
  FwMessage paid;          /* how it is paid where it is no line of the settlement; may be empty */
  FwMessage clause;        /* in the agreement; empty while it is not offered or something is still to be said */
  FwNumber *each;          /* what one of it costs; %NULL: unknown, or it is not counted so */
  FwNumber *cost;          /* %NULL: unknown */
  guint place;             /* from 1 among the offers of the case; 0: it is not offered */
  GPtrArray *asks;         /* FwOfferAsk */
  GPtrArray *working;      /* FwWorking */
} FwOffer;

typedef struct
{
  char *setting;
  char *value;
  char *of;                /* severance, damages, notice or the id of another amount */
  FwMessage title;         /* of the setting */
  FwMessage option;
  FwMessage warning;
  FwMessage article;       /* by which it is read in two ways */
  FwMessage taken;         /* the option that counts in this judgment */
  FwNumber *amount;
  FwNumber *here;          /* the amount that counts; %NULL where it is unknown or there is none */
} FwAlternative;

typedef struct
{
  char *id;
  FwMessage title;
  FwMessage article;
  FwDate date;             /* may be unknown */
} FwDeadline;

typedef struct
{
  char *id;
  FwMessage title;
  FwMessage article;
  char *gate;              /* nullable */
  FwDate done;
  FwDate earliest;
} FwProcedureStep;

/* What a paper waits for: a material of the ground, or something that is not so yet, in words. */
typedef struct
{
  char *material;    /* nullable */
  FwMessage message; /* empty where it is a material */
} FwPaperWait;

typedef struct
{
  char *id;
  FwMessage title;
  char *delivered; /* nullable: the facts that take the day of its delivery, separated by spaces */
  char *proof;     /* nullable: the material that the proof of its delivery is */
  GPtrArray *waits; /* FwPaperWait: what has to be before it is issued, and may be by now where it is a material */
} FwPaperDue;

/**
 * FwGroundState:
 * @FW_GROUND_STATE_USABLE: nothing stands in its way
 * @FW_GROUND_STATE_MISSING: facts or materials are missing
 * @FW_GROUND_STATE_BARRED: a rule forbids it
 * @FW_GROUND_STATE_NOT_APPLICABLE: it does not fit this person or is not in force
 */
typedef enum
{
  FW_GROUND_STATE_USABLE,
  FW_GROUND_STATE_MISSING,
  FW_GROUND_STATE_BARRED,
  FW_GROUND_STATE_NOT_APPLICABLE,
} FwGroundState;

typedef struct
{
  char *id;
  FwMessage title;
  FwGroundState state;
  GPtrArray *findings;     /* FwFinding, those that are not info */
  GStrv missing;           /* ids of materials */
} FwGroundJudgment;

FwAssessment *fw_pack_assess                  (FwPack        *pack,
                                               FwFacts       *facts,
                                               GHashTable    *settings,
                                               GError       **error);
FwAssessment *fw_pack_assess_costs            (FwPack        *pack,
                                               FwFacts       *facts,
                                               GHashTable    *settings,
                                               GError       **error);
GPtrArray    *fw_pack_judge_grounds           (FwPack        *pack,
                                               FwFacts       *facts,
                                               GHashTable    *settings,
                                               GError       **error);
void          fw_ground_judgment_free         (FwGroundJudgment *self);

void          fw_assessment_unref             (FwAssessment  *self);
const char   *fw_assessment_get_pack_id       (FwAssessment  *self);
const char   *fw_assessment_get_pack_version  (FwAssessment  *self);
gboolean      fw_assessment_get_pack_changed  (FwAssessment  *self);
const char   *fw_assessment_get_ground        (FwAssessment  *self);
FwMessage     fw_assessment_get_ground_title  (FwAssessment  *self);
guint         fw_assessment_get_digits        (FwAssessment  *self);
FwSeverity    fw_assessment_get_verdict       (FwAssessment  *self);
GPtrArray    *fw_assessment_get_findings      (FwAssessment  *self);
GPtrArray    *fw_assessment_get_materials     (FwAssessment  *self);
GPtrArray    *fw_assessment_get_recommended   (FwAssessment  *self);
FwNotice     *fw_assessment_get_notice        (FwAssessment  *self);
FwAmount     *fw_assessment_get_severance     (FwAssessment  *self);
FwAmount     *fw_assessment_get_damages       (FwAssessment  *self);
FwAmount     *fw_assessment_get_tax           (FwAssessment  *self);
GPtrArray    *fw_assessment_get_other         (FwAssessment  *self);
FwNumber     *fw_assessment_get_total         (FwAssessment  *self);
FwSettlement *fw_assessment_get_settlement    (FwAssessment  *self);
GPtrArray    *fw_assessment_get_offers        (FwAssessment  *self);
GPtrArray    *fw_assessment_get_alternatives  (FwAssessment  *self);
GPtrArray    *fw_assessment_get_deadlines     (FwAssessment  *self);
GPtrArray    *fw_assessment_get_documents     (FwAssessment  *self);
GPtrArray    *fw_assessment_get_procedure     (FwAssessment  *self);
const FwFinding *fw_assessment_find           (FwAssessment  *self,
                                               const char    *finding);
JsonNode     *fw_assessment_to_json           (FwAssessment  *self);
void          fw_assessment_to_facts          (FwAssessment  *self,
                                               FwFacts       *facts,
                                               FwDate         made);
const char   *fw_severity_to_string           (FwSeverity     severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwAssessment, fw_assessment_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwGroundJudgment, fw_ground_judgment_free)

G_END_DECLS
