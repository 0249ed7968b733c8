#pragma once

#include "documents/fw-document.h"
#include "documents/fw-labels.h"
#include "documents/fw-painter.h"

G_BEGIN_DECLS

struct _FwDocument
{
  char *id;
  char *title;
  char *author;
  char *dated; /* ISO day of the facts, NULL where they have none */
  gboolean is_final;

  FwBlocks *paper;
  GPtrArray *blocks;   /* FwDocumentBlock */
  GPtrArray *gaps;     /* FwDocumentGap */
  GPtrArray *findings; /* FwDocumentFinding */

  FwTypeface *typeface;
  FwGalley *galley;
  GPtrArray *pages; /* FwPage */
  FwSheet sheet;
};

FwBlocks *_fw_document_transform (FwFacts                 *facts,
                                  const FwDocumentOptions *options,
                                  GError                 **error);
gboolean  _fw_document_merge     (FwDocument              *self,
                                  FwFacts                 *facts,
                                  const FwDocumentOptions *options,
                                  FwLabels                *labels,
                                  GError                 **error);
gboolean  _fw_document_check     (FwDocument              *self,
                                  FwLint                  *lint,
                                  GError                 **error);
gboolean  _fw_document_lay_out   (FwDocument              *self,
                                  FwFacts                 *facts,
                                  const FwDocumentOptions *options,
                                  GError                 **error);

G_END_DECLS
