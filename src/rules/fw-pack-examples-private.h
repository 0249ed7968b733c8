#pragma once

#include "rules/fw-pack-private.h"

G_BEGIN_DECLS

/* The examples of one pack, and what running them has touched. */
typedef struct
{
  FwPack *pack;
  FwSchema *facts_schema;
  GPtrArray *files;         /* FwXml */
  GPtrArray *nodes;         /* FwXmlNode of each example, in the order of the files */
  GPtrArray *facts;         /* FwFacts of each, NULL until they are asked for */
  GHashTable *bases;        /* id → FwXmlNode, of bases */
  GHashTable *names;        /* id → FwXmlNode, of examples */
  GHashTable *file_names;   /* FwXmlNode → file name */
  GHashTable *failed;       /* ids of checks that an example expects and makes fail */
  GHashTable *reckoned;     /* ids of calculations that an example runs */
  GHashTable *stood_on;     /* ids of grounds that an example stands on */
} FwExamples;

FwExamples *_fw_examples_load (FwPack     *pack,
                               FwSchema   *pack_schema,
                               FwSchema   *facts_schema,
                               GPtrArray  *problems);
void        _fw_examples_free (FwExamples *self);
gboolean    _fw_examples_run  (FwExamples *self,
                               guint       index,
                               GPtrArray  *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwExamples, _fw_examples_free)

G_END_DECLS
