#pragma once

#include "departure/fw-workplace.h"
#include "documents/fw-document.h"

G_BEGIN_DECLS

/* A value that can be chosen. */
typedef struct
{
  char *id;
  char *title;
  char *kind;  /* of a ground: the kind of departure it belongs to; nullable */
} FwCalculatorOption;

/* What a calculation has to be told. */
typedef struct
{
  char *name;
  char *type;         /* date money months number count days rate truth text ground money-list */
  char *label;
  char *hint;         /* nullable */
  char *unit;         /* nullable */
  char *fallback;     /* what holds where nothing is said; nullable */
  char *path;         /* the fact of a departure that it is; nullable */
  gboolean optional;
  gboolean seldom;    /* of few cases: may be folded away */
  gboolean offered;   /* a local figure may be offered for it */
  GPtrArray *options; /* FwCalculatorOption; NULL: it is typed */
} FwCalculatorInput;

/* One calculation of the law, as a person uses it without a case. */
typedef struct
{
  char *id;
  char *title;
  char *hint;         /* nullable */
  GPtrArray *inputs;  /* FwCalculatorInput */
} FwCalculator;

/**
 * FwCalculators:
 *
 * All calculations of the law where the company is, in its order.
 */
typedef struct
{
  char *pack;         /* which law */
  char *place;        /* where the company is; nullable */
  GPtrArray *list;    /* FwCalculator */
} FwCalculators;

/* A row of a result: an amount, a line of working, a remark, another reading. */
typedef struct
{
  char *name;         /* of an input or output; nullable */
  char *text;
  char *type;         /* of an output, as that of an input; nullable */
  char *value;        /* as people read it; %NULL: unknown or none */
  char *article;      /* nullable */
  char *quotation;    /* what the article says; nullable */
} FwReckoningRow;

/**
 * FwReckoning:
 *
 * What came out, in the language of the workplace. Rows of @wrong and @offers are named by the input.
 */
typedef struct
{
  char *title;
  FwReckoningRow *answer; /* borrowed: the output that people came for; nullable */
  GPtrArray *outputs;     /* FwReckoningRow: those that are known, and the answer */
  GPtrArray *working;
  GPtrArray *notes;
  GPtrArray *readings;
  GPtrArray *asked;       /* what is missing yet */
  GPtrArray *wrong;       /* values that cannot be taken; nothing was reckoned from them */
  GPtrArray *offers;      /* local figures that were used where nothing was said */
  gboolean confirmed;     /* a person has checked what was offered */
} FwReckoning;

void           fw_calculators_read_async    (FwWorkplace          *workplace,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
FwCalculators *fw_calculators_read_finish   (GAsyncResult         *result,
                                             GError              **error);
void           fw_calculators_free          (FwCalculators        *self);

void           fw_calculator_reckon_async   (FwWorkplace          *workplace,
                                             const char           *pack,
                                             const char           *calculation,
                                             const char           *place,
                                             GHashTable           *inputs,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
FwReckoning   *fw_calculator_reckon_finish  (GAsyncResult         *result,
                                             GError              **error);
FwReckoning   *fw_calculator_reckon         (FwWorkplace          *workplace,
                                             const char           *pack,
                                             const char           *calculation,
                                             const char           *place,
                                             GHashTable           *inputs,
                                             GError              **error);
void           fw_reckoning_free            (FwReckoning          *self);
void           fw_reckoning_to_paper_async  (const FwReckoning    *self,
                                             GPtrArray            *said,
                                             GPtrArray            *found,
                                             FwDate                made,
                                             const char           *language,
                                             GFile                *file,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
FwDocument    *fw_reckoning_to_paper_finish (GAsyncResult         *result,
                                             GError              **error);
FwReckoningRow *fw_reckoning_row_new        (const char           *name,
                                             const char           *text,
                                             const char           *value);
void           fw_reckoning_row_free        (FwReckoningRow       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwCalculators, fw_calculators_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwReckoning, fw_reckoning_free)

G_END_DECLS
