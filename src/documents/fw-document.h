#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "documents/fw-block.h"
#include "documents/fw-document-types.h"
#include "documents/fw-lint.h"
#include "documents/fw-typeface.h"
#include "documents/fw-wording.h"
#include "facts/fw-facts.h"

G_BEGIN_DECLS

/**
 * FwDocumentOptions:
 * @id: which paper, for example "dismissal-notice"
 * @folders: where templates lie, a company's own first; see fw_document_find_folders()
 * @is_final: without gaps, without watermark; otherwise a draft
 * @overrides: (nullable) (element-type FwOverride): the wordings of this case
 * @parameters: (nullable): settings for the template, names and values in turn, ended by %NULL
 * @audit_head: (nullable): head of the audit chain, printed small in the foot
 * @logo: (nullable): a PNG for the letterhead
 * @typeface: (nullable): the faces of papers set before; then the paper belongs to the thread that they belong to
 *
 * What a paper is made from beside the facts.
 */
typedef struct
{
  const char *id;
  const char *const *folders;
  gboolean is_final;
  GPtrArray *overrides;
  const char *const *parameters;
  const char *audit_head;
  GBytes *logo;
  FwTypeface *typeface;
} FwDocumentOptions;

/**
 * FwDocument:
 *
 * A paper laid out: blocks, pages, what is missing. It keeps nothing of the facts but their text and never changes.
 * May be made in one thread and painted in another, by one at a time.
 */
typedef struct _FwDocument FwDocument;

/**
 * FwDocumentBlock:
 * @text: what it says, without the number of an item
 * @source: its wording with facts as live fields, to be edited
 * @original_text: what it would say without an override
 * @original_hash: to be kept with an override
 * @overridden: the case has a wording of its own
 * @read_again: what was replaced has changed since
 */
typedef struct
{
  char *id;
  FwBlockKind kind;
  char *text;
  char *source;
  char *original_text;
  char *original_source;
  char *original_hash;
  gboolean overridden;
  gboolean read_again;
} FwDocumentBlock;

/**
 * FwDocumentGap:
 *
 * A fact that the paper needs and nobody has given yet.
 */
typedef struct
{
  char *path;
  char *block_id;
  char *zh;   /* what people call it */
  char *en;
  char *kind; /* text, date, money, number, month, lines */
  char *hint_zh;
  char *hint_en;
} FwDocumentGap;

/**
 * FwDocumentArea:
 *
 * Where a block stands on a page, in points from the upper left corner of the sheet.
 */
typedef struct
{
  const char *block_id;
  guint page;
  double x;
  double y;
  double width;
  double height;
} FwDocumentArea;

GStrv        fw_document_find_folders   (const char              *pack_id);
FwDocument  *fw_document_new            (FwFacts                 *facts,
                                         const FwDocumentOptions *options,
                                         GError                 **error);
FwDocument  *fw_document_new_sheet      (FwFacts                 *facts,
                                         const char              *id,
                                         const char              *language,
                                         FwDate                   made,
                                         GError                 **error);
FwDocument  *fw_document_new_text       (FwFacts                 *facts,
                                         const FwDocumentOptions *options,
                                         GError                 **error);
FwDocument  *fw_document_ref            (FwDocument              *self);
void         fw_document_unref          (FwDocument              *self);
const char  *fw_document_get_title      (FwDocument              *self);
guint        fw_document_get_n_pages    (FwDocument              *self);
void         fw_document_get_page_size  (FwDocument              *self,
                                         double                  *width_pt,
                                         double                  *height_pt);
void         fw_document_draw_page      (FwDocument              *self,
                                         cairo_t                 *cr,
                                         guint                    page,
                                         FwPaintFlags             flags);
GPtrArray   *fw_document_get_blocks     (FwDocument              *self);
GPtrArray   *fw_document_get_gaps       (FwDocument              *self);
GPtrArray   *fw_document_get_findings   (FwDocument              *self);
GArray      *fw_document_get_areas      (FwDocument              *self);
const char  *fw_document_find_block_at  (FwDocument              *self,
                                         guint                    page,
                                         double                   x_pt,
                                         double                   y_pt);
GBytes      *fw_document_to_pdf         (FwDocument              *self,
                                         GError                 **error);
gboolean     fw_document_write_pdf      (FwDocument              *self,
                                         GFile                   *file,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gboolean     fw_document_save_pdf       (FwDocument              *self,
                                         const char              *path,
                                         GError                 **error);
gboolean     fw_document_save_png       (FwDocument              *self,
                                         guint                    page,
                                         double                   dots_per_inch,
                                         const char              *path,
                                         GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwDocument, fw_document_unref)

G_END_DECLS
