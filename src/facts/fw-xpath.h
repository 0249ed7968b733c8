#pragma once

#include "facts/fw-facts.h"

G_BEGIN_DECLS

/**
 * FwXPath:
 *
 * A compiled XPath 1.0 on facts: context node facts, names without prefix, functions in fw: (docs/facts.md). It selects facts
 * and answers yes or no. Belongs to one thread.
 */
typedef struct _FwXPath FwXPath;

FwXPath     *fw_xpath_new         (const char   *text,
                                   GError      **error);
void         fw_xpath_free        (FwXPath      *self);
const char  *fw_xpath_get_text    (FwXPath      *self);
gboolean     fw_xpath_truth       (FwXPath      *self,
                                   FwFacts      *facts,
                                   gboolean     *truth,
                                   GError      **error);
gboolean     fw_xpath_string      (FwXPath      *self,
                                   FwFacts      *facts,
                                   char        **text,
                                   GError      **error);
gboolean     fw_xpath_nodes       (FwXPath      *self,
                                   FwFacts      *facts,
                                   GPtrArray   **nodes,
                                   GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwXPath, fw_xpath_free)

G_END_DECLS
