#pragma once

#include "departure/fw-case-private.h"
#include "documents/fw-typeface.h"

G_BEGIN_DECLS

/* What a paper would be if it were laid out now. Never changed once it is made. */
typedef struct
{
  gatomicrefcount references;
  char *title;
  gboolean read_again;
  GPtrArray *blanks;   /* FwBlankField, without its value */
  GStrv stops;         /* why it cannot be a final, each by its words (or the check that bars it) and a sentence in both languages:
                        * words, zh, en, words … */
} FwPaperLook;

FwPaperLook *_fw_paper_look_ref     (FwPaperLook   *self);
void         _fw_paper_look_unref   (FwPaperLook   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwPaperLook, _fw_paper_look_unref)

char        *_fw_paper_key          (FwScene       *scene,
                                     FwCaseJudged  *judged,
                                     const char    *document);
FwPaperLook *_fw_paper_look         (FwScene       *scene,
                                     FwCaseJudged  *judged,
                                     const char    *document,
                                     FwTypeface    *typeface,
                                     GError       **error);
FwDocument  *_fw_paper_lay_out      (FwScene       *scene,
                                     FwCaseJudged  *judged,
                                     const char    *document,
                                     gboolean       is_final,
                                     const char    *audit_head,
                                     GError       **error);
FwDocument  *_fw_paper_lay_out_issued (FwScene     *scene,
                                     FwCaseJudged  *judged,
                                     FwRecord      *issued,
                                     GError       **error);
GBytes      *_fw_paper_to_pdf       (FwScene       *scene,
                                     FwCaseJudged  *judged,
                                     const char    *document,
                                     gboolean       is_final,
                                     const char    *audit_head,
                                     guint         *pages,
                                     char         **title,
                                     GError       **error);
char        *_fw_paper_block_hash   (FwScene       *scene,
                                     FwCaseJudged  *judged,
                                     GHashTable    *answers,
                                     const char    *document,
                                     const char    *block,
                                     GError       **error);
char        *_fw_paper_number       (FwCaseJudged  *judged,
                                     const char    *document);

void         _fw_paper_free         (gpointer       document);


/* Why a paper is a draft only, one sentence a line. */
char        *_fw_case_reasons_to_text (FwCaseItem  *document);

G_END_DECLS
