#pragma once

#include "documents/fw-typeface.h"

G_BEGIN_DECLS

typedef enum
{
  FW_SPAN_PLAIN = 0,
  FW_SPAN_GAP = 1 << 0,   /* stands for a fact that is missing */
  FW_SPAN_WHOLE = 1 << 1, /* never broken over two lines: a person's name, a number of a document */
} FwSpanFlags;

typedef struct
{
  guint start; /* bytes */
  guint end;
  FwFace face;
  FwSpanFlags flags;
} FwTextSpan;

/**
 * FwStyledText:
 *
 * One paragraph's characters at one size; spans cover them without a hole and say in which face they print.
 */
typedef struct
{
  GString *string;
  GArray *spans; /* FwTextSpan */
  double size_pt;
} FwStyledText;

FwStyledText *fw_styled_text_new      (double       size_pt);
void    fw_styled_text_free     (FwStyledText      *self);
void    fw_styled_text_append   (FwStyledText      *self,
                          const char  *string,
                          FwFace       face,
                          FwSpanFlags  flags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwStyledText, fw_styled_text_free)

G_END_DECLS
