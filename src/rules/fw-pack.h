#pragma once

#include "core/fw-date.h"
#include "facts/fw-xpath.h"
#include "facts/fw-facts.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FwRulesError:
 * @FW_RULES_ERROR_PACK: a pack is malformed: its author must correct it; the message has file, line and reason
 * @FW_RULES_ERROR_INPUT: a value that was given is no such value
 * @FW_RULES_ERROR_UNKNOWN: no pack, calculation, input, ground or setting of that name
 * @FW_RULES_ERROR_FAILED: an expression of the pack could not be evaluated
 */
typedef enum
{
  FW_RULES_ERROR_PACK,
  FW_RULES_ERROR_INPUT,
  FW_RULES_ERROR_UNKNOWN,
  FW_RULES_ERROR_FAILED,
} FwRulesError;

#define FW_RULES_ERROR (fw_rules_error_quark ())

GQuark fw_rules_error_quark (void);

/* One text in the two languages of the program; either may be %NULL where a pack may leave it out. */
typedef struct
{
  const char *zh;
  const char *en;
} FwText;

/**
 * FwPack:
 *
 * The law of one jurisdiction, compiled. Belongs to one thread; everything its getters answer lives as long as it does.
 */
typedef struct _FwPack FwPack;

/* The citation that an article attribute names, several joined. Empty where there is none. */
typedef struct
{
  const char *ids;
  char *zh;
  char *en;
} FwCitation;

typedef struct
{
  const char *id;
  FwText text;
  const char *prints;        /* the words that a paper then carries; nullable */
} FwOption;

/* A point that the law, or a place, reads in more than one way. */
typedef struct
{
  const char *id;
  const char *scope;         /* city, company or case */
  const char *type;          /* option, number or truth */
  const char *default_value;
  FwText title;
  FwText warning;
  GPtrArray *options;        /* FwOption */
  GPtrArray *places;         /* FwOption: text.zh is the words of the place, id the option */
  const char *paper;         /* the paper whose wording alone it decides; NULL: it decides more */
  FwCitation citation;
} FwSetting;

/* What stands for a material without a file */
typedef struct
{
  const char *by;            /* the paper that does once it is issued; NULL: the fact alone */
  FwXPath *condition;        /* the fact that has to hold; NULL: none */
  FwText text;               /* said in place of a file's name */
} FwMaterialMet;

typedef struct
{
  const char *id;
  FwText name;
  FwText why;
  FwText without;
  FwText how;
  GPtrArray *met;            /* FwMaterialMet, in order */
  const char *record_kind;   /* kind of record that may hold it; NULL: none does */
  FwXPath *records;          /* the elements of the facts that come of such records; NULL: none */
  FwText ask;                /* what a person has to judge before the records prove it; empty: nothing */
  gboolean shared;           /* where several departures are one decision, one holds for all */
} FwMaterial;

/* A row of the status check. */
typedef struct
{
  const char *kind;
  FwText name;
  FwText ask;
  FwText until;
  FwText note;
  const char *blocks;
  const char *applies;       /* XPath, nullable */
  GPtrArray *options;        /* FwOption */
  FwCitation citation;
} FwProtectionRow;

typedef struct
{
  const char *id;
  FwText name;
  const char *template_name; /* nullable */
  const char *moment;        /* nullable: paper, delivery or closing */
  const char *reader;        /* nullable: for whom */
  const char *delivered;     /* nullable: the facts that take the day of its delivery, separated by spaces */
  const char *proof;         /* nullable: the material that the proof of its delivery is */
  gboolean shared;           /* where several departures are one decision, one holds for all */
  gboolean beside;           /* goes with another paper and is never the next one to be made */
  const char *barred;        /* nullable: the checks (an id, or its beginning and an asterisk) of which one has to bar before it is the next one */
  GPtrArray *waits;          /* what has to be before it is issued: a type of rules/ alone */
} FwPaper;

/* Departures of one kind that are one decision. */
typedef struct
{
  const char *kind;          /* as departure/@kind */
  FwText name;
  const char *answers;       /* beginnings of the paths whose answers hold for all, separated by spaces */
  const char *count;         /* the fact that takes the number of people */
  const char *people;        /* the element that takes each of them */
} FwCollective;

/* How a step of a ground is followed: the text at the same place says what is done. */
typedef struct
{
  FwXPath *done;             /* truth, or the day on which it was done; NULL: cannot be seen */
  FwXPath *by;               /* the day by which it has to be done; NULL: none */
  const char *at;            /* the step of the case where it is done; nullable */
} FwStepMark;

/* A figure of a city as found, to be confirmed by a person into the facts. */
typedef struct
{
  const char *places;        /* words that name the place */
  FwText name;
  const char *kind;
  const char *value;
  const char *year;
  FwDate from;
  FwDate until;
  const char *source;
  const char *confidence;
} FwLocalFigure;

typedef struct
{
  const char *id;
  const char *kind;          /* as departure/@kind */
  const char *by;            /* employer, employee, both or law */
  FwText title;
  FwText plain;
  FwText applies;            /* when it applies at all; nullable texts */
  GPtrArray *proves;         /* FwText, in order */
  GPtrArray *steps;          /* FwText, what is done, in order */
  GPtrArray *marks;          /* FwStepMark, one for each of them */
  GPtrArray *mistakes;       /* FwText */
  GPtrArray *tribunal;       /* FwText */
  FwCitation citation;
  FwDate from;
  FwDate until;
} FwGround;

typedef struct
{
  const char *id;
  FwText name;
  FwText issuer;             /* issued-by and number, in zh; both nullable */
  FwDate from;
  FwDate until;
  const char *source;
} FwLaw;

FwPack              *fw_pack_load                (const char       *folder,
                                                  FwSchema         *schema,
                                                  GError          **error);
void                 fw_pack_unref               (FwPack           *self);
const char          *fw_pack_get_id              (FwPack           *self);
const char          *fw_pack_get_version         (FwPack           *self);
FwText               fw_pack_get_title           (FwPack           *self);
const char          *fw_pack_get_currency        (FwPack           *self);
guint                fw_pack_get_digits          (FwPack           *self);
const char          *fw_pack_get_folder          (FwPack           *self);
const char          *fw_pack_get_hash            (FwPack           *self);
gboolean             fw_pack_is_changed          (FwPack           *self);
FwText               fw_pack_get_review          (FwPack           *self);
GPtrArray           *fw_pack_get_laws            (FwPack           *self);
GPtrArray           *fw_pack_get_grounds         (FwPack           *self);
GPtrArray           *fw_pack_get_settings        (FwPack           *self);
gboolean             fw_pack_check_readings      (FwPack           *self,
                                                  FwFacts          *facts,
                                                  GError          **error);
gboolean             fw_setting_takes            (const FwSetting  *setting,
                                                  const char       *value);
GPtrArray           *fw_pack_get_papers          (FwPack           *self);
GPtrArray           *fw_pack_get_protections     (FwPack           *self);
GPtrArray           *fw_pack_get_actions         (FwPack           *self);
GPtrArray           *fw_pack_get_collectives     (FwPack           *self);
GPtrArray           *fw_pack_get_local_figures   (FwPack           *self);
const FwGround      *fw_pack_find_ground         (FwPack           *self,
                                                  const char       *id);
const FwMaterial    *fw_pack_find_material       (FwPack           *self,
                                                  const char       *id);
const FwPaper       *fw_pack_find_paper          (FwPack           *self,
                                                  const char       *id);
const FwLocalFigure *fw_pack_find_local_figure   (FwPack           *self,
                                                  const char       *place,
                                                  const char       *kind,
                                                  FwDate            on);
char                *fw_pack_quote               (FwPack           *self,
                                                  const char       *citation,
                                                  gboolean          chinese);
const char          *fw_pack_get_feature         (FwPack           *self,
                                                  const char       *id,
                                                  FwDate            on);
FwText               fw_pack_get_feature_text    (FwPack           *self,
                                                  const char       *id,
                                                  FwDate            on);

GStrv                fw_pack_list_calculations   (FwPack           *self);
FwText               fw_pack_describe_calculation (FwPack          *self,
                                                  const char       *id);
FwText               fw_pack_hint_at_calculation (FwPack           *self,
                                                  const char       *id);
JsonNode            *fw_pack_describe_inputs     (FwPack           *self,
                                                  const char       *calculation,
                                                  GError          **error);
JsonNode            *fw_pack_describe_outputs    (FwPack           *self,
                                                  const char       *calculation,
                                                  GError          **error);
gboolean             fw_pack_accepts             (FwPack           *self,
                                                  const char       *calculation,
                                                  const char       *input,
                                                  const char       *text,
                                                  GError          **error);
JsonNode            *fw_pack_reckon              (FwPack           *self,
                                                  const char       *calculation,
                                                  GHashTable       *inputs,
                                                  GHashTable       *settings,
                                                  FwDate            today,
                                                  GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwPack, fw_pack_unref)

G_END_DECLS
