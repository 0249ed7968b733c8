#pragma once

#include "rules/fw-assessment.h"

G_BEGIN_DECLS

/* What may go wrong, in money; the amount is NULL where it cannot be reckoned yet. */
typedef struct
{
  char *id;
  FwMessage title;
  FwMessage assumes;     /* on which assumption */
  FwMessage article;
  FwNumber *amount;
  guint months;          /* of a cost that grows month by month: so many are assumed; 0: none are */
  FwNumber *each_month;  /* NULL: it does not grow */
} FwRiskCost;

/* One weak point of a case, with what is behind it. */
typedef struct
{
  char *id;
  FwMessage title;
  FwMessage why;
  FwMessage mend;
  FwMessage article;
  GPtrArray *findings;   /* char*: ids of the findings it comes of */
  GStrv costs;           /* ids of FwRiskCost */
} FwWeakPoint;

/**
 * FwRisk:
 *
 * What a case may cost before anything is sent: its weak points, what each leads to, and beside it a negotiated exit with the range in
 * which to talk. It owns all it answers.
 */
typedef struct
{
  GPtrArray *weak_points; /* FwWeakPoint, in the pack's order */
  GPtrArray *costs;       /* FwRiskCost: every one that a weak point leads to, once */
  FwNumber *lawful;       /* what the chosen way costs where it stands; NULL: not known */
  FwMessage exit_title;   /* the negotiated exit */
  FwNumber *low;          /* the least that the law gives there; NULL: not known */
  FwNumber *high;         /* above it a dispute is cheaper; NULL: not known */
  FwMessage high_reason;
  char *sum_path;         /* the fact that holds the sum offered; NULL: the pack knows no exit */
  gboolean agreed;        /* the case is itself a negotiated exit: the least is its own */
  FwMessage floor;        /* why nothing below the least is offered */
  FwNumber *offered;      /* what is offered now; NULL: nothing */
  GPtrArray *offers;      /* FwOffer: what else may be offered, in the pack's order */
  FwNumber *extras;       /* what those cost that are offered; NULL: of one of them it is not known */
  guint digits;           /* of the currency */
} FwRisk;

FwRisk   *fw_pack_weigh    (FwPack       *pack,
                            FwFacts      *facts,
                            GHashTable   *settings,
                            GError      **error);
JsonNode *fw_risk_to_json  (const FwRisk *self);
void      fw_risk_free     (FwRisk       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwRisk, fw_risk_free)

G_END_DECLS
