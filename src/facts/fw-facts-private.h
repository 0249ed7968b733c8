#pragma once

#include "facts/fw-facts.h"
#include "facts/fw-xml-private.h"

#include <libxml/xpath.h>

G_BEGIN_DECLS

/* What the fw: functions may know while an expression runs. */
typedef struct
{
  FwFacts *facts;
  FwDate judged_on;
  FwDate as_of;
} FwFunctionScope;

xmlDoc            *_fw_facts_document      (FwFacts         *self);
xmlXPathContext   *_fw_facts_xpath_context (FwFacts         *self);
FwFunctionScope   *_fw_facts_scope         (FwFacts         *self);
xmlXPathFunction   _fw_function_find       (const char      *name);
const char *const *_fw_function_names      (void);

G_END_DECLS
