#pragma once

#include "departure/fw-liability-private.h"
#include "rules/fw-packs.h"

G_BEGIN_DECLS

/* What all threads share. What stands before the lock does not change while they run. */
typedef struct
{
  FwStore *store;
  FwDate on;
  char *day;
  char *first_month;
  char *last_month;
  GHashTable *places[FW_N_LIABILITY_GROUPINGS]; /* id → FwLiabilityPlace */
  guint nowhere[FW_N_LIABILITY_GROUPINGS];      /* the row of those without */
  FwRecord *only_employer;  /* of everybody who names none, where there is but one; nullable */
  GHashTable *house;        /* how the company reads the law: path → value */
  FwLiabilityPersonFunc person_func;
  FwLiabilityProgressFunc progress_func;
  gpointer user_data;
  GCancellable *cancellable; /* ends all threads: the caller's, or one of them failed */
  guint all;

  GMutex lock;
  FwLiability *result;
  char *after;              /* id of the last person taken */
  gboolean all_taken;
  guint n_taken;
  guint n_merged;
  guint n_seen;
  GHashTable *waiting;      /* number → FwLiabilityPage, reckoned before one that comes earlier */
  GError *error;
} FwLiabilityWork;

typedef struct
{
  FwRecord *record;
  guint row;
} FwLiabilityPlace;

typedef struct
{
  FwLiabilityPerson open;
  FwLiabilityPlaces places;
} FwLiabilityReckoned;

typedef struct
{
  guint number;
  GPtrArray *employees;
  GPtrArray *employments;
  GPtrArray *wages;
  guint employment, wage;   /* where the next person's rows begin */
  GPtrArray *people;        /* FwLiabilityReckoned */
} FwLiabilityPage;

GHashTable *_fw_liability_terms_new     (void);
gboolean    _fw_liability_reckon_person (FwLiabilityWork       *work,
                                         FwPacks    *packs,
                                         GHashTable *known,
                                         FwLiabilityPage       *page,
                                         FwRecord   *employee,
                                         GError    **error);

G_END_DECLS
