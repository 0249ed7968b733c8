#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FwBlockKind:
 *
 * What a block of a paper is. The first kinds hold one run of text, the last ones rows of cells.
 */
typedef enum
{
  FW_BLOCK_TITLE,
  FW_BLOCK_NUMBER,
  FW_BLOCK_ADDRESS,
  FW_BLOCK_PARAGRAPH,
  FW_BLOCK_ITEM,
  FW_BLOCK_NOTE,
  FW_BLOCK_TABLE,
  FW_BLOCK_ANNEXES,
  FW_BLOCK_SIGN,
  FW_BLOCK_SLIP
} FwBlockKind;

typedef enum
{
  FW_RUN_TEXT,
  FW_RUN_STRONG,    /* words in 黑体 */
  FW_RUN_FIELD,     /* a fact */
  FW_RUN_BLANK,     /* a line to write on by hand */
  FW_RUN_REFERENCE, /* the number of another item */
} FwRunKind;

/**
 * FwRun:
 * @text: what prints; of a field and a reference only once it is resolved
 * @path: of a field the fact's path, of a reference the id of the item
 * @format: (nullable): how the fact is written
 * @value: (nullable): the fact where the template gave it itself
 * @size: how many characters a blank is long
 * @gap: the fact is not known; @text is the mark that stands for it
 */
typedef struct
{
  FwRunKind kind;
  char *text;
  char *path;
  char *format;
  char *value;
  guint size;
  gboolean gap;
} FwRun;

/**
 * FwBlock:
 *
 * One piece of a paper that has an id: replaceable by a case, found again under the pointer. @rows is used by
 * tables, annexes, signatures and the slip: rows of cells, each cell a block that holds @runs.
 */
typedef struct _FwBlock FwBlock;
struct _FwBlock
{
  FwBlockKind kind;
  char *id;
  char *variant; /* of a signature company, parties or line; of a note centre or right; of a party's line signature or seal */
  char *ink;     /* of a party's line: the signature that was drawn for it, as FwInk has it; NULL: by hand */
  char *columns; /* of a table: the share of each column and its alignment, as "1 3 2r" */
  guint level;   /* of an item: 1 to 4 */
  char *number;  /* of an item: as it prints, once it is counted */
  gboolean head;   /* of a table: its first row repeats on every page */
  gboolean closed; /* of a table: nothing can be added below it */
  GPtrArray *runs; /* FwRun */
  GPtrArray *rows; /* GPtrArray of FwBlock, NULL where the block has runs */
};

FwRun    *fw_run_new         (FwRunKind    kind,
                              const char  *text);
void      fw_run_free        (FwRun       *self);
FwBlock  *fw_block_new       (FwBlockKind  kind,
                              const char  *id);
void      fw_block_free      (FwBlock     *self);
gboolean  fw_block_has_rows  (FwBlockKind  kind);
char     *fw_block_tidy      (const char  *text);
void      fw_block_add_text  (FwBlock     *self,
                              FwRunKind    kind,
                              const char  *text);
char     *fw_block_to_text   (const FwBlock *self);
char     *fw_block_to_source (const FwBlock *self);
void      fw_block_visit     (FwBlock     *self,
                              void       (*visit) (FwBlock *leaf,
                                                   FwRun   *run,
                                                   gpointer data),
                              gpointer     data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwRun, fw_run_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwBlock, fw_block_free)

G_END_DECLS
