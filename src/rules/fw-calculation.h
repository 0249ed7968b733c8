#pragma once

#include "facts/fw-xpath.h"
#include "rules/fw-assessment.h"
#include "rules/fw-template.h"
#include "rules/fw-value.h"

G_BEGIN_DECLS

/* A calculation of a pack, compiled, and one run of it. Private to rules/. */

typedef struct _FwCalculation FwCalculation;
typedef struct _FwRun FwRun;
typedef struct _FwStep FwStep;

typedef struct
{
  FwDate from;
  FwDate until;
  FwNumber *value;
} FwDatedNumber;

typedef struct
{
  const char *id;
  FwText name;
  const char *unit;
  GPtrArray *values;   /* FwDatedNumber */
} FwParameter;

typedef enum
{
  FW_EDGE_NONE,
  FW_EDGE_AT_LEAST,
  FW_EDGE_MORE_THAN,
  FW_EDGE_LESS_THAN,
  FW_EDGE_UP_TO,
} FwEdge;

/* A row of a table. Its cells are by name; the one without a name is "value". */
typedef struct
{
  FwEdge lower_edge;
  FwEdge upper_edge;
  FwValue lower;
  FwValue upper;
  FwParameter *lower_parameter;
  FwParameter *upper_parameter;
  GStrv is;                /* %NULL: any */
  char unit;               /* h d w m y, 0: a plain number */
  FwDate from;
  FwDate until;
  GHashTable *cells;       /* name → FwCell */
  FwNumber *rate;
  FwNumber *quick;
  GPtrArray *rows;         /* nested FwTableRow, for a second key; nullable */
  FwText name;
} FwTableRow;

typedef struct
{
  FwValue value;
  FwParameter *parameter;
  const char *ask;
} FwCell;

typedef struct
{
  const char *id;
  GPtrArray *rows;         /* FwTableRow */
} FwTable;

typedef enum
{
  FW_OPERAND_NONE,
  FW_OPERAND_LITERAL,
  FW_OPERAND_INPUT,
  FW_OPERAND_STEP,
  FW_OPERAND_PARAMETER,
  FW_OPERAND_SETTING,
} FwOperandKind;

typedef struct
{
  FwOperandKind kind;
  guint index;             /* of the input or step */
  const char *sub;         /* what is asked of a step with several results; nullable */
  FwValue literal;
  FwParameter *parameter;
  FwSetting *setting;
} FwOperand;

typedef enum
{
  FW_COMPARISON_NONE,
  FW_COMPARISON_IS,
  FW_COMPARISON_IS_NOT,
  FW_COMPARISON_MORE_THAN,
  FW_COMPARISON_AT_LEAST,
  FW_COMPARISON_LESS_THAN,
  FW_COMPARISON_AT_MOST,
} FwComparison;

typedef struct
{
  FwOperand test;          /* a truth; or */
  FwOperand value;         /* a value to compare */
  FwComparison comparison;
  FwOperand against;
  FwOperand then;
} FwWhen;

typedef struct
{
  FwEdge edge;             /* none: pro rata */
  int amount;
  char unit;               /* d w m */
  FwNumber *counts;
  gboolean prorata_months;
  FwNumber *denominator;   /* %NULL: the days of the year itself */
} FwRemainder;

typedef struct
{
  const char *name;
  FwOperand of;
} FwStepArgument;

#define FW_STEP_SLOTS 7

typedef FwValue (*FwStepEvaluate) (FwRun  *run,
                                   FwStep *step);

/* What an element of a calculation is: its attributes that hold operands, and what it answers. */
typedef struct
{
  const char *element;
  FwStepEvaluate evaluate;
  const char *slots[FW_STEP_SLOTS];
  const char *list;        /* the attribute that holds several operands; nullable */
} FwStepKind;

struct _FwStep
{
  const char *id;
  const char *element;
  guint index;
  int line;
  FwStepEvaluate evaluate;
  FwOperand slots[FW_STEP_SLOTS];
  FwOperand *list;
  guint list_length;
  FwValueType type;
  FwCitation citation;
  FwTemplate *line_zh;     /* %NULL: no line of working */
  FwTemplate *line_en;

  /* Of some kinds only. */
  const char *unit;
  const char *move_to;
  const char *key;
  const char *column;
  const char *counted;
  const char *ask;
  FwText ask_text;
  gboolean include_end;
  guint digits;
  FwTable *table;
  FwParameter *parameter;
  FwComparison comparison;
  const char *calculation;
  GPtrArray *remainders;   /* FwRemainder */
  GPtrArray *whens;        /* FwWhen */
  GPtrArray *arguments;    /* FwStepArgument */
};

typedef struct
{
  const char *name;
  FwText label;
  const char *unit;
  FwValueType type;
  gboolean optional;
  gboolean wanted;         /* it may be left out, but is asked for where there is no answer */
  FwValue fallback;
  GStrv values;            /* nullable */
  GPtrArray *options;      /* FwOption: what the values are called; nullable */
  FwText hint;
  const char *use;         /* "case": asked in a case only; "more": of few cases; nullable: always shown */
  const char *local;       /* the kind of local figure that may be offered for it; nullable */
  const char *ask;
  gboolean positive;       /* it cannot be 0 */
  FwNumber *most;          /* nullable: it cannot be more */
  FwXPath *select;
  const char *list_value;
  const char *list_order;
} FwInput;

typedef struct
{
  const char *name;
  const char *as;
  FwOperand of;
  FwValueType type;
  FwText label;
  gboolean main;           /* the answer that people came for */
  GPtrArray *options;      /* FwOption: what its texts are called; nullable */
} FwOutput;

typedef struct
{
  const char *id;
  int severity;
  FwOperand condition;
  FwTemplate *zh;
  FwTemplate *en;
  FwCitation citation;
} FwNote;

typedef struct
{
  FwOperand condition;
  FwOperand from;
  FwOperand to;
  FwOperand months;
  FwOperand base;
  FwOperand amount;
  FwCitation citation;
} FwSegmentRule;

struct _FwCalculation
{
  const char *id;
  FwText name;
  FwCitation citation;
  const char *law_day;     /* the input whose day is the day of the law; nullable */
  const char *place;       /* the input that says whose readings of the law hold by default; nullable */
  FwText hint;
  gboolean inner;
  int line;
  const char *file;
  GPtrArray *inputs;       /* FwInput */
  GPtrArray *steps;        /* FwStep */
  GPtrArray *outputs;      /* FwOutput */
  GPtrArray *notes;        /* FwNote */
  GPtrArray *segments;     /* FwSegmentRule */
  gboolean linking;        /* while calls are followed, to find circles */
  gboolean linked;
};

/* What one judgment or one reckoning shares between all runs inside it. */
typedef struct
{
  FwPack *pack;
  FwFacts *facts;          /* nullable */
  const char *ground;      /* nullable */
  FwDate law_day;
  GHashTable *settings;    /* id → value, over the defaults; nullable */
  GHashTable *settings_read; /* FwSetting, those that were looked at */
  GPtrArray *asked;        /* FwAsked, in the order met */
  GHashTable *selected;    /* FwInput → FwValue: what the facts say, asked once for all settings */
  GError *problem;         /* the first expression that failed */
} FwScope;

typedef struct
{
  char *name;              /* the path in the facts, or the input's name */
  FwMessage text;
  const char *kind;        /* collective-agreement and so on; nullable */
} FwAsked;

FwScope        *_fw_scope_new            (FwPack          *pack,
                                          FwFacts         *facts,
                                          GHashTable      *settings,
                                          FwDate           law_day);
void            _fw_scope_share          (FwScope         *self,
                                          FwScope         *other);
void            _fw_scope_free           (FwScope         *self);
const char     *_fw_scope_setting        (FwScope         *self,
                                          FwSetting       *setting);
void            _fw_scope_ask            (FwScope         *self,
                                          const char      *name,
                                          FwText           text,
                                          const char      *kind);

gboolean        _fw_input_holds          (FwInput         *self,
                                          const FwValue   *value);
FwRun          *_fw_run_new              (FwScope         *scope,
                                          FwCalculation   *calculation,
                                          GHashTable      *arguments);
void            _fw_run_free             (FwRun           *self);
void            _fw_run_take_asked       (FwRun           *self,
                                          GPtrArray       *asked);
GPtrArray      *_fw_run_get_asked        (FwRun           *self);
GPtrArray      *_fw_asked_new            (void);
void            _fw_run_finish           (FwRun           *self);
FwScope        *_fw_run_scope            (FwRun           *self);
FwCalculation  *_fw_run_calculation      (FwRun           *self);
const FwValue  *_fw_run_operand          (FwRun           *self,
                                          const FwOperand *operand,
                                          FwValue         *storage);
FwValue         _fw_run_slot             (FwRun           *self,
                                          FwStep          *step,
                                          guint            slot);
const FwOutput *_fw_run_output           (FwRun           *self,
                                          const char      *name);
FwValue         _fw_run_output_value     (FwRun           *self,
                                          const FwOutput  *output);
void            _fw_run_add_working      (FwRun           *self,
                                          GPtrArray       *lines);
GPtrArray      *_fw_run_segments         (FwRun           *self);
void            _fw_run_add_notes        (FwRun           *self,
                                          GPtrArray       *findings);
char           *_fw_run_display          (const char      *name,
                                          FwLanguage       language,
                                          gpointer         run);
void            _fw_run_keep_sub         (FwRun           *self,
                                          FwStep          *step,
                                          const char      *name,
                                          FwValue          value);
void            _fw_run_keep_child       (FwRun           *self,
                                          FwStep          *step,
                                          FwRun           *child);

gboolean        _fw_compare_values       (const FwValue   *a,
                                          FwComparison     comparison,
                                          const FwValue   *b,
                                          gboolean        *holds);
FwNumber       *_fw_parameter_on         (FwParameter     *self,
                                          FwDate           day);
const FwStepKind *_fw_step_kind          (const char      *element);
FwTableRow     *_fw_table_find           (GPtrArray       *rows,
                                          const FwValue   *key,
                                          FwDate           day);

FwValue         _fw_step_service         (FwRun *run, FwStep *step);
FwValue         _fw_step_count           (FwRun *run, FwStep *step);
FwValue         _fw_step_whole           (FwRun *run, FwStep *step);
FwValue         _fw_step_part            (FwRun *run, FwStep *step);
FwValue         _fw_step_shift           (FwRun *run, FwStep *step);
FwValue         _fw_step_age             (FwRun *run, FwStep *step);
FwValue         _fw_step_look_up         (FwRun *run, FwStep *step);
FwValue         _fw_step_slices          (FwRun *run, FwStep *step);
FwValue         _fw_step_brackets        (FwRun *run, FwStep *step);
FwValue         _fw_step_each_year       (FwRun *run, FwStep *step);
FwValue         _fw_step_parameter_value (FwRun *run, FwStep *step);

FwOperand       _fw_calculation_operand  (FwPack          *pack,
                                          FwCalculation   *calculation,
                                          FwXmlNode       *node,
                                          const char      *text,
                                          GError         **error);
FwComparison    _fw_comparison_read      (FwXmlNode       *node,
                                          const char     **operand);
void            _fw_calculation_free     (FwCalculation   *self);
void            _fw_parameter_free       (FwParameter     *self);
void            _fw_table_free           (FwTable         *self);
FwParameter    *_fw_pack_parse_parameter (FwPack          *pack,
                                          FwXmlNode       *node,
                                          GError         **error);
FwTable        *_fw_pack_parse_table     (FwPack          *pack,
                                          FwXmlNode       *node,
                                          GError         **error);

G_END_DECLS
