#pragma once

#include "rules/fw-pack-private.h"

G_BEGIN_DECLS

/* The amounts of one ground, reckoned under one set of settings. */
typedef struct
{
  FwNotice *notice;
  FwAmount *severance;
  FwAmount *damages;      /* nullable */
  FwAmount *tax;          /* nullable */
  GPtrArray *other;       /* FwAmount */
  FwNumber *total;
  GHashTable *results;    /* name → FwValue, what arguments may name */
} FwMoney;

struct _FwAssessment
{
  gatomicrefcount references;
  char *pack_id;
  char *pack_version;
  char *pack_reviewed_by;   /* the lawyer; NULL: nobody */
  char *pack_hash;
  gboolean pack_changed;
  char *currency;
  guint digits;
  char *ground;           /* nullable */
  FwMessage ground_title;
  FwMessage ground_article;
  FwDate judged_on;
  FwSeverity verdict;
  GPtrArray *findings;
  GPtrArray *materials;
  GPtrArray *recommended; /* FwMaterialNeed */
  FwMoney *money;
  FwSettlement *settlement; /* nullable */
  GPtrArray *offers;      /* FwOffer: what the case offers */
  GPtrArray *alternatives;
  GPtrArray *documents;
  GPtrArray *deadlines;
  GPtrArray *procedure;
};

/* What one judgment carries from rule to rule. */
typedef struct
{
  FwPack *pack;
  FwFacts *facts;
  FwGroundRule *ground;   /* nullable */
  FwDate day;
  GHashTable *settings;
  FwScope *scope;
  GHashTable *runs;       /* FwCalculation → FwRun, those without arguments */
  GPtrArray *other_runs;  /* FwRun, the others */
  gboolean amounts_only;  /* notice, severance and damages, and of them what is paid: no working, notes, tax or other amounts */
} FwJudge;

FwAssessment *_fw_pack_assess_with_offers (FwPack      *pack,
                                       FwFacts         *facts,
                                       GHashTable      *settings,
                                       GError         **error);
FwJudge     *_fw_judge_new            (FwPack          *pack,
                                       FwFacts         *facts,
                                       FwGroundRule    *ground,
                                       GHashTable      *settings);
void         _fw_judge_free           (FwJudge         *self);
FwRun       *_fw_judge_run            (FwJudge         *self,
                                       const char      *calculation,
                                       GPtrArray       *arguments,
                                       GHashTable      *results);
gboolean     _fw_judge_truth          (FwJudge         *self,
                                       FwXPath         *xpath,
                                       gboolean         fallback);
char        *_fw_judge_string         (FwJudge         *self,
                                       FwXPath         *xpath);

GHashTable  *_fw_settings_merge       (FwPack          *pack,
                                       FwFacts         *facts,
                                       const char      *place,
                                       GHashTable      *given,
                                       GError         **error);

void         _fw_judge_checks         (FwJudge         *self,
                                       GPtrArray       *findings);
void         _fw_judge_ground         (FwJudge         *self,
                                       GPtrArray       *findings);
void         _fw_judge_readings       (FwJudge         *self,
                                       GPtrArray       *findings);
void         _fw_judge_kind           (FwJudge         *self,
                                       GPtrArray       *findings);
void         _fw_judge_materials      (FwJudge         *self,
                                       GPtrArray       *materials,
                                       GPtrArray       *recommended,
                                       GPtrArray       *findings);
void         _fw_judge_override       (FwJudge         *self,
                                       GPtrArray       *findings);
void         _fw_judge_deadlines      (FwJudge         *self,
                                       GPtrArray       *deadlines);
void         _fw_judge_papers         (FwJudge         *self,
                                       GPtrArray       *papers);
void         _fw_judge_procedure      (FwJudge         *self,
                                       GPtrArray       *steps,
                                       GPtrArray       *findings);
FwMoney     *_fw_judge_money          (FwJudge         *self,
                                       GPtrArray       *findings);
void         _fw_judge_alternatives   (FwJudge         *self,
                                       FwMoney         *money,
                                       GPtrArray       *alternatives);
void         _fw_money_free           (FwMoney         *self);
FwSettlement *_fw_judge_settlement    (FwJudge         *self,
                                       FwMoney         *money,
                                       GPtrArray       *offers,
                                       GPtrArray       *findings);
void         _fw_settlement_free      (FwSettlement    *self);
GPtrArray   *_fw_judge_offers         (FwJudge         *self,
                                       GHashTable      *results,
                                       gboolean         all);
void         _fw_offer_free           (FwOffer         *self);
JsonObject  *_fw_offer_to_json        (const FwOffer   *offer,
                                       guint            digits);

FwFinding   *_fw_finding_new          (const char      *id,
                                       const char      *family,
                                       FwSeverity       severity,
                                       const FwCitation *citation);
void         _fw_finding_free         (FwFinding       *self);
void         _fw_working_free         (FwWorking       *self);
void         _fw_message_clear        (FwMessage       *self);
void         _fw_paper_wait_free      (gpointer         data);
FwMessage    _fw_message_copy         (FwText           text);
FwMessage    _fw_message_of_citation  (const FwCitation *citation);
FwMessage    _fw_phrase_fill          (FwPhrase        *phrase,
                                       FwFacts         *facts,
                                       FwRun           *run);
GPtrArray   *_fw_findings_new         (void);
char       **_fw_plain_paths          (GPtrArray       *expressions);

G_END_DECLS
