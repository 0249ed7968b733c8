#pragma once

#include "departure/fw-liability.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

struct _FwLiability
{
  gatomicrefcount references;
  FwDate on;
  guint digits;
  char *assumes_zh;
  char *assumes_en;
  gboolean unreviewed;      /* a pack that was used is reviewed by nobody */
  FwLiabilityRow total;
  GPtrArray *rows[FW_N_LIABILITY_GROUPINGS]; /* FwLiabilityRow, those of nobody left out at the end */
  GPtrArray *gaps;          /* FwLiabilityGap */
};

/* What one person is in. */
typedef struct
{
  guint rows[FW_N_LIABILITY_GROUPINGS]; /* index of the row; the last row is of those without */
} FwLiabilityPlaces;

FwLiability *_fw_liability_new        (FwDate                   on);
guint        _fw_liability_add_row    (FwLiability             *self,
                                       FwLiabilityGrouping      grouping,
                                       const char              *id,
                                       const char              *name,
                                       guint                    depth);
void         _fw_liability_add_person (FwLiability             *self,
                                       const FwLiabilityPerson *person,
                                       const FwLiabilityPlaces *places);
void         _fw_liability_finish     (FwLiability             *self);

G_END_DECLS
