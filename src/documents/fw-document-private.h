#pragma once

#include "documents/fw-document.h"
#include "documents/fw-labels.h"
#include "documents/fw-painter.h"
#include "facts/fw-transform.h"

G_BEGIN_DECLS

struct _FwDocument
{
  gatomicrefcount references;
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

/* What the folders of a pack's papers hold, read once for any number of papers. Belongs to one thread. */
typedef struct
{
  GStrv folders;
  FwLabels *labels;
  FwLint *lint;
  GHashTable *transforms; /* char*, id of a paper → FwTransform */
} FwTemplates;

FwTemplates *_fw_templates_new        (const char *const       *folders,
                                       GError                 **error);
void         _fw_templates_free       (FwTemplates             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwTemplates, _fw_templates_free)

FwBlocks    *_fw_document_transform   (FwTemplates             *templates,
                                       FwFacts                 *facts,
                                       const FwDocumentOptions *options,
                                       GError                 **error);
gboolean     _fw_document_merge       (FwDocument              *self,
                                       FwFacts                 *facts,
                                       const FwDocumentOptions *options,
                                       FwLabels                *labels,
                                       GError                 **error);
FwDocument  *_fw_document_new_merged  (FwTemplates             *templates,
                                       FwFacts                 *facts,
                                       const FwDocumentOptions *options,
                                       GError                 **error);
gboolean     _fw_document_check_glyphs (FwDocument             *self,
                                       FwTypeface              *typeface,
                                       GError                 **error);
void         _fw_document_lay_out     (FwDocument              *self,
                                       FwTypeface              *typeface);
void         _fw_document_drop_pages  (FwDocument              *self);
void         _fw_document_draw_pages  (FwDocument              *self,
                                       cairo_t                 *cr);

/* A PDF on its way into memory. */
typedef struct
{
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
} FwPdf;

void         _fw_pdf_begin            (FwPdf                   *self,
                                       FwDocument              *named_after);
GBytes      *_fw_pdf_end              (FwPdf                   *self,
                                       GError                 **error);
gboolean     _fw_pdf_save             (GBytes                  *pdf,
                                       const char              *path,
                                       GError                 **error);

G_END_DECLS
