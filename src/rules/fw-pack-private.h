#pragma once

#include "rules/fw-assessment.h"
#include "rules/fw-calculation.h"
#include "rules/fw-template.h"

G_BEGIN_DECLS

/* Everything here borrows its texts from the pack's XML documents, which live as long as the pack. */

/* A message in both languages, with braces to fill. */
typedef struct
{
  FwTemplate *zh;
  FwTemplate *en;
} FwPhrase;

/* The days on which a rule is law; both ends count, an unknown end is open. */
typedef struct
{
  FwDate from;
  FwDate until;
} FwInForce;

/* One condition of a check, in the order written. */
typedef enum
{
  FW_CLAUSE_NEEDS,
  FW_CLAUSE_IF,
  FW_CLAUSE_MUST,
  FW_CLAUSE_HOLD,
  FW_CLAUSE_GRADE,
} FwClauseKind;

typedef struct _FwClause FwClause;

/* What a hold or an until asks of a calculation. */
typedef struct
{
  const char *calculation;
  const char *output;
  FwComparison comparison;
  FwOperand operand;
  GPtrArray *arguments;    /* FwArgument */
} FwInquiry;

/* An argument of a calculation as a ground or a check gives it: one of the three is set. */
typedef struct
{
  const char *name;
  const char *value;
  const char *of;
  FwXPath *select;
} FwArgument;

typedef struct _FwUntil FwUntil;

struct _FwUntil
{
  FwXPath *select;
  FwInquiry *query;
  gboolean expected;       /* the day comes of another that is only expected */
  FwUntil *next;           /* nullable: of several days the latest counts */
};

struct _FwClause
{
  FwClauseKind kind;
  FwXPath *xpath;
  FwInquiry *query;
  /* Of a grade only. */
  FwSeverity severity;
  GPtrArray *clauses;
  FwPhrase *message;
  FwUntil *until;
};

typedef struct
{
  const char *id;
  GStrv grounds;           /* %NULL: every ground */
  FwSeverity severity;
  const char *family;
  FwCitation citation;
  FwInForce in_force;
  GPtrArray *clauses;
  FwPhrase *message;
  FwPhrase *clear;
  FwPhrase *unknown;
  FwUntil *until;
  GStrv actions;
  gboolean may_override;
  GHashTable *attributes;  /* nullable */
  int line;
  const char *file;
} FwCheck;

/* What a paper waits for: a material, or a test and what is said while it is not true. */
typedef struct
{
  const char *material;    /* nullable */
  FwXPath *test;           /* nullable */
  FwPhrase *message;       /* nullable */
} FwWaitRule;

typedef struct
{
  const char *ref;
  const char *moment;      /* %NULL: recommended */
  FwCitation citation;
  FwXPath *condition;
  FwXPath *exception;
} FwGroundMaterial;

/* One amount of a ground. */
typedef struct
{
  const char *id;          /* of another amount */
  FwText title;
  gboolean due;
  const char *calculation; /* nullable */
  FwXPath *condition;
  FwCitation citation;
  GPtrArray *arguments;
  FwPhrase *message;
} FwGroundAmount;

typedef struct
{
  FwGround open;           /* first, so that it is what the getters answer */
  GStrv aliases;
  FwXPath *applies;
  FwPhrase *applies_message;
  GPtrArray *materials;    /* FwGroundMaterial */
  const char *notice_by;
  gboolean lieu;
  FwGroundAmount *notice;
  FwGroundAmount *severance;
  FwGroundAmount *damages;
  FwGroundAmount *tax;
  GPtrArray *other;        /* FwGroundAmount */
  GPtrArray *papers;       /* FwGroundMaterial: ref and condition */
  GStrv deadlines;
  GStrv procedures;
} FwGroundRule;

typedef struct
{
  const char *id;
  FwText name;
  FwCitation citation;
  FwInForce in_force;
  FwXPath *condition;
  const char *calculation;
  const char *output;
  FwXPath *select;
} FwDeadlineRule;

typedef struct
{
  const char *id;
  FwText name;
  FwCitation citation;
  FwInForce in_force;
  const char *gate;
  FwXPath *done;
  FwXPath *condition;
  FwSeverity severity;
  const char *after;
  int gap;
  const char *unit;
  FwPhrase *message;
} FwStepRule;

typedef struct
{
  const char *id;
  FwText name;
  GPtrArray *steps;        /* FwStepRule */
} FwProcedureRule;

/* What a line of the settlement may not pass: what the pack reckons for it, or an output of a calculation. */
typedef struct
{
  gboolean above;
  FwSeverity severity;
  FwXPath *condition;
  const char *calculation; /* nullable */
  const char *output;
  GPtrArray *arguments;
  FwPhrase *message;
} FwSettlementLimit;

/* A line of the settlement; without "of" and calculation a person says its amount. */
typedef struct
{
  const char *id;
  const char *group;
  FwText name;
  FwCitation citation;
  FwXPath *condition;
  gboolean others;         /* stands for the further amounts of the ground */
  gboolean offers;         /* stands for what is offered and belongs to a group */
  gboolean optional;
  const char *of;          /* severance, notice or tax */
  const char *calculation;
  const char *output;      /* nullable: "amount" */
  const char *when;        /* nullable: a result so far that must be more than nothing */
  GPtrArray *arguments;
  FwPhrase *formula;
  GPtrArray *limits;       /* FwSettlementLimit */
} FwSettlementRule;

typedef struct
{
  FwXmlNode *node;
  GPtrArray *lines;        /* FwSettlementRule */
  FwSettlementLimit *net;  /* nullable: where less than nothing is left */
} FwSettlementSheet;

typedef struct
{
  const char *id;
  const char *value;
  FwText text;
  FwInForce in_force;
} FwFeature;

/* A way in which a case may fail. */
typedef struct
{
  const char *id;
  FwText title;
  FwText why;
  FwText mend;
  FwCitation citation;
  GStrv findings;          /* ids of findings, or their beginnings and an asterisk; nullable */
  FwXPath *test;           /* true: it is weak; nullable */
  GStrv costs;             /* ids of FwRiskCostRule */
} FwWeakPointRule;

/* What a case that fails costs. */
typedef struct
{
  const char *id;
  FwText title;
  FwText assumes;
  FwCitation citation;
  const char *of;          /* damages, in-lieu, severance or wage */
  guint months;            /* so many times; 0: once, and it does not grow */
} FwRiskCostRule;

/* What people are asked of an offer: an attribute of its own. */
typedef struct
{
  const char *name;
  const char *type;
  FwText title;
} FwOfferAskRule;

/* Something to offer in a negotiated exit beside the money. */
typedef struct
{
  FwXmlNode *node;
  const char *id;
  FwText title;
  FwText why;
  FwText unit;
  FwCitation citation;
  const char *calculation; /* nullable: it costs nothing */
  const char *each;        /* nullable: the output that says what one of it costs */
  const char *group;       /* nullable: of the settlement */
  GPtrArray *arguments;
  GPtrArray *asks;         /* FwOfferAskRule */
  FwPhrase *paid;          /* nullable */
  FwPhrase *clause;
} FwOfferRule;

/* The negotiated exit that stands beside every dispute. */
typedef struct
{
  const char *ground;
  const char *sum;         /* the fact that holds the sum offered */
  FwText floor;            /* why nothing below the floor is offered */
  FwText agreed;           /* why the range ends where it does, where there is no ground but to agree */
  FwText weak;             /* why the range ends where it does, where something is weak */
  FwText sound;            /* and where nothing is */
} FwExitRule;

/* The ground by which a person is reckoned where its condition holds. */
typedef struct
{
  FwXPath *condition;      /* nullable */
  const char *ground;
} FwLiabilityGround;

/* A figure without which there is no amount. */
typedef struct
{
  const char *id;
  FwText name;
  FwXPath *test;           /* true: it is there; nullable */
} FwLiabilityNeed;

/* What it would cost if everybody had to go. */
typedef struct
{
  FwText assumes;
  FwCitation citation;
  GPtrArray *grounds;      /* FwLiabilityGround, in order */
  GPtrArray *needs;        /* FwLiabilityNeed, in order */
} FwLiabilityRule;

typedef struct
{
  const char *id;
  FwText name;
  FwText text;
  const char *law;
  const char *confidence;  /* nullable */
  FwInForce in_force;
  guint order;             /* among the articles of the pack */
} FwArticle;

struct _FwPack
{
  gatomicrefcount references;
  char *folder;
  char *hash;
  gboolean changed;
  guint digits;
  const char *id;
  const char *version;
  const char *currency;
  FwText title;
  FwText review;

  GPtrArray *files;        /* FwXml: pack.xml and what it includes */
  GHashTable *articles;    /* id → FwArticle */
  GHashTable *ids;         /* "kind:id" → FwXmlNode, to find doubles */
  GPtrArray *laws;         /* FwLaw */
  GPtrArray *settings;     /* FwSetting */
  GPtrArray *materials;    /* FwMaterial */
  GPtrArray *protections;  /* FwProtectionRow */
  GPtrArray *papers;       /* FwPaper */
  GPtrArray *actions;      /* FwOption */
  GPtrArray *collectives;  /* FwCollective */
  GPtrArray *local_figures; /* FwLocalFigure */
  GPtrArray *features;     /* FwFeature */
  GPtrArray *grounds;      /* FwGroundRule */
  GPtrArray *checks;       /* FwCheck */
  GPtrArray *deadlines;    /* FwDeadlineRule */
  GPtrArray *procedures;   /* FwProcedureRule */
  GPtrArray *weak_points;  /* FwWeakPointRule */
  GPtrArray *risk_costs;   /* FwRiskCostRule */
  GPtrArray *offers;       /* FwOfferRule */
  FwExitRule *exit;        /* NULL: the pack knows none */
  FwLiabilityRule *liability; /* nullable */
  FwSettlementSheet *settlement; /* nullable */
  GPtrArray *calculations; /* FwCalculation */
  GHashTable *parameters;  /* id → FwParameter */
  GHashTable *tables;      /* id → FwTable */
  GPtrArray *expressions;  /* FwExpression: every XPath, for the check of its names */
};

/* Where an XPath stands, for the check of its names. */
typedef struct
{
  const char *file;
  int line;
  char *text;
} FwExpression;

/* fw-pack-parse.c and its parts */
gboolean         _fw_pack_parse            (FwPack         *self,
                                            GError        **error);
gboolean         _fw_pack_parse_element    (FwPack         *self,
                                            FwXmlNode      *node,
                                            GError        **error);
gboolean         _fw_pack_fail             (FwPack         *self,
                                            FwXmlNode      *node,
                                            GError        **error,
                                            const char     *format,
                                            ...) G_GNUC_PRINTF (4, 5);
const char      *_fw_pack_file_of          (FwPack         *self,
                                            FwXmlNode      *node);
gboolean         _fw_pack_read_citation    (FwPack         *self,
                                            FwXmlNode      *node,
                                            FwCitation     *citation,
                                            GError        **error);
FwInForce        _fw_pack_read_in_force    (FwXmlNode      *node);
gboolean         _fw_pack_read_xpath       (FwPack         *self,
                                            FwXmlNode      *node,
                                            const char     *attribute,
                                            FwXPath       **xpath,
                                            GError        **error);
gboolean         _fw_pack_read_phrase      (FwPack         *self,
                                            FwXmlNode      *node,
                                            FwPhrase      **phrase,
                                            GError        **error);
GPtrArray       *_fw_pack_read_arguments   (FwPack         *self,
                                            FwXmlNode      *node,
                                            GError        **error);
FwText           _fw_pack_text             (FwXmlNode      *node);
gboolean         _fw_grounds_include       (char          **patterns,
                                            const char     *ground);
GPtrArray       *_fw_pack_read_options     (FwXmlNode      *node);
FwText           _fw_pack_child_text       (FwXmlNode      *node,
                                            const char     *name);
FwGroundRule    *_fw_pack_parse_ground     (FwPack         *self,
                                            FwXmlNode      *node,
                                            GError        **error);
FwCheck         *_fw_pack_parse_check      (FwPack         *self,
                                            FwXmlNode      *node,
                                            GError        **error);
FwProcedureRule *_fw_pack_parse_procedure  (FwPack         *self,
                                            FwXmlNode      *node,
                                            GError        **error);
gboolean         _fw_pack_parse_settlement (FwPack         *self,
                                            FwXmlNode      *node,
                                            GError        **error);
void             _fw_settlement_sheet_free (FwSettlementSheet *self);
FwCalculation   *_fw_pack_parse_calculation (FwPack        *self,
                                            FwXmlNode      *node,
                                            GError        **error);
gboolean         _fw_pack_parse_weak_point (FwPack         *self,
                                            FwXmlNode      *node,
                                            GError        **error);
gboolean         _fw_pack_parse_risk_cost  (FwPack         *self,
                                            FwXmlNode      *node,
                                            GError        **error);
gboolean         _fw_pack_parse_exit       (FwPack         *self,
                                            FwXmlNode      *node,
                                            GError        **error);
gboolean         _fw_pack_parse_liability  (FwPack         *self,
                                            FwXmlNode      *node,
                                            GError        **error);
void             _fw_liability_rule_free   (FwLiabilityRule *self);
gboolean         _fw_pack_parse_offer      (FwPack         *self,
                                            FwXmlNode      *node,
                                            GError        **error);
void             _fw_offer_rule_free       (FwOfferRule    *self);
void             _fw_weak_point_rule_free  (FwWeakPointRule *self);
void             _fw_risk_cost_rule_free   (FwRiskCostRule *self);
gboolean         _fw_pack_link             (FwPack         *self,
                                            GError        **error);
gboolean         _fw_in_force_on           (FwInForce       in_force,
                                            FwDate          day);
FwGroundRule    *_fw_pack_ground_rule      (FwPack         *self,
                                            const char     *id);
FwSetting       *_fw_pack_setting          (FwPack         *self,
                                            const char     *id);
FwCalculation   *_fw_pack_calculation      (FwPack         *self,
                                            const char     *id);
FwSeverity       _fw_severity_named        (const char     *name);
void             _fw_phrase_free           (FwPhrase       *self);
void             _fw_check_free            (FwCheck        *self);
void             _fw_ground_rule_free      (FwGroundRule   *self);
void             _fw_procedure_rule_free   (FwProcedureRule *self);
void             _fw_argument_free         (FwArgument     *self);
void             _fw_citation_clear        (FwCitation     *self);

G_END_DECLS
