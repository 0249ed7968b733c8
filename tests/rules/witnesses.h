#pragma once

#include "rules/fw-pack-examples-private.h"

G_BEGIN_DECLS

/* Which of the examples of a pack can notice that a rule is broken: those that come past it. The rest need not be run. */
typedef struct _FwWitnesses FwWitnesses;

FwWitnesses *fw_witnesses_new   (FwExamples  *examples);
void         fw_witnesses_free  (FwWitnesses *self);
void         fw_witnesses_call  (FwWitnesses *self,
                                 FwXmlNode   *rule);
gboolean     fw_witnesses_notice (FwWitnesses *self,
                                 FwXmlNode   *node);

G_END_DECLS
