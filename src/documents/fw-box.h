#pragma once

#include "documents/fw-block.h"
#include "documents/fw-line.h"

G_BEGIN_DECLS

/* A4, in points, and the margins of a Chinese business letter; the left one is for binding. */
#define FW_PAPER_WIDTH 595.276
#define FW_PAPER_HEIGHT 841.890
#define FW_MARGIN_TOP 85.039
#define FW_MARGIN_BOTTOM 70.866
#define FW_MARGIN_LEFT 79.370
#define FW_MARGIN_RIGHT 73.701
#define FW_TEXT_WIDTH (FW_PAPER_WIDTH - FW_MARGIN_LEFT - FW_MARGIN_RIGHT)
#define FW_TEXT_HEIGHT (FW_PAPER_HEIGHT - FW_MARGIN_TOP - FW_MARGIN_BOTTOM)
#define FW_MILLIMETRE 2.834646

typedef enum
{
  FW_MARK_LINE,      /* text, its baseline at y */
  FW_MARK_RULE,      /* from (x, y) over width and height */
  FW_MARK_FRAME,     /* an empty rectangle */
  FW_MARK_SEAL_AREA, /* on drafts: where the seal goes, width across, centred at (x, y) */
  FW_MARK_LOGO,
  FW_MARK_INK,       /* a signature that was drawn, in its frame */
} FwMarkKind;

/**
 * FwMark:
 *
 * One thing that is painted, measured from the upper left corner of its box.
 */
typedef struct
{
  FwMarkKind kind;
  double x;
  double y;
  double width;
  double height;
  double thickness;
  gboolean dashed;
  GPtrArray *lines; /* keeps @line alive: the paragraph it was set with */
  FwLine *line;
  const char *ink;  /* borrowed from the blocks */
} FwMark;

/**
 * FwBox:
 *
 * A piece that no page splits: a line, a row of a table, a signature block, the slip.
 */
typedef struct _FwBox FwBox;
struct _FwBox
{
  const char *block_id; /* borrowed from the blocks; NULL for space and furniture */
  double height;
  GArray *marks;    /* FwMark */
  gboolean glued;   /* stays on the page of the box before it */
  gboolean text;    /* a line or a row that is read, no furniture */
  gboolean space;   /* white that is left out at the top of a page */
  gboolean at_foot; /* stands at the foot of the last page */
  FwBox *repeat;    /* what is set above it where it begins a page: the head row of its table */
};

FwBox  *fw_box_new        (const char *block_id,
                           double      height);
void    fw_box_free       (FwBox      *self);
FwBox  *fw_box_split      (FwBox      *self,
                           double      height);
FwMark *fw_box_add_mark   (FwBox      *self,
                           FwMarkKind  kind,
                           double      x,
                           double      y);
void    fw_box_add_line   (FwBox      *self,
                           GPtrArray  *lines,
                           guint       index,
                           double      x,
                           double      baseline);
void    fw_box_add_rule   (FwBox      *self,
                           double      x,
                           double      y,
                           double      width,
                           double      height,
                           double      thickness);

G_END_DECLS
