#pragma once

#include "documents/fw-block.h"

G_BEGIN_DECLS

/**
 * FwPaperStyle:
 * @FW_PAPER_LETTER: a letter of one page where it can be: 四号, else 小四
 * @FW_PAPER_AGREEMENT: a paper of several pages that both sides sign: 小四
 * @FW_PAPER_CERTIFICATE: a short paper that stands by itself
 * @FW_PAPER_FORM: tables to be filled in
 * @FW_PAPER_SHEET: a single sheet to glance at: as small as it takes to be one page, down to what can still be read
 */
typedef enum
{
  FW_PAPER_LETTER,
  FW_PAPER_AGREEMENT,
  FW_PAPER_CERTIFICATE,
  FW_PAPER_FORM,
  FW_PAPER_SHEET
} FwPaperStyle;

/**
 * FwBar:
 *
 * What the law puts in the way of this paper, as the template read it from the judgment.
 */
typedef struct
{
  char *id;
  char *zh;
  char *en;
} FwBar;

/**
 * FwBlocks:
 *
 * A paper before it is laid out: its blocks from top to bottom.
 */
typedef struct
{
  FwPaperStyle style;
  gboolean letterhead;
  gboolean english;  /* what the program adds, such as the number of the page, is in English */
  GPtrArray *blocks; /* FwBlock */
  GPtrArray *bars;   /* FwBar */
} FwBlocks;

FwBlocks *fw_blocks_read   (const char  *xml,
                            gssize       length,
                            GError     **error);
void      fw_blocks_free   (FwBlocks    *self);
FwBlock  *fw_blocks_find   (FwBlocks    *self,
                            const char  *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwBlocks, fw_blocks_free)

G_END_DECLS
