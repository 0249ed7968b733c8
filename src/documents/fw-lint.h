#pragma once

#include "facts/fw-facts.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FwDocumentFinding:
 *
 * Something in a paper's text that no such paper may say, or had better not.
 */
typedef struct
{
  char *id;
  gboolean stops; /* a final paper with it is not printed */
  char *block_id; /* NULL where it concerns the whole paper */
  char *words;    /* as they stand in the paper, or the rule that bars it */
  char *zh;    /* why, and what to write instead */
  char *en;
} FwDocumentFinding;

typedef struct _FwLint FwLint;

FwLint *fw_lint_load           (const char *const *folders,
                                GError           **error);
void    fw_lint_free           (FwLint            *self);
void    fw_lint_check          (FwLint            *self,
                                FwFacts           *facts,
                                const char        *document_id,
                                const char        *block_id,
                                const char        *text,
                                GPtrArray         *findings);
void    fw_document_finding_free (FwDocumentFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwLint, fw_lint_free)

G_END_DECLS
