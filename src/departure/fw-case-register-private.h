#pragma once

#include "departure/fw-case-register.h"
#include "departure/fw-workplace-private.h"

G_BEGIN_DECLS

/* Which cases, and which page of them. */
typedef struct
{
  const char *employee_id; /* nullable */
  const char *search;      /* nullable: what a person types */
  FwCaseShow show;
  gint64 before;           /* only cases of a lower number in the store; 0 is from the newest */
  guint limit;             /* 0 is all */
} FwCaseQuestion;

GPtrArray *_fw_scene_read_cases (FwScene              *scene,
                                 const FwCaseQuestion *question,
                                 gint64               *next,
                                 GCancellable         *cancellable,
                                 GError              **error);

G_END_DECLS
