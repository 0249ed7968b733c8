#pragma once

#include "interview/fw-lexicon-private.h"

G_BEGIN_DECLS

/* What stands between a part of a phrase and the part before it. */
typedef enum
{
  FW_GAP_NONE, /* the first part of all, or one behind a “&”: it may stand anywhere in the sentence */
  FW_GAP_NEAR, /* “~” */
  FW_GAP_FAR,  /* “~~” */
} FwGap;

/* A part of a phrase: found in one piece. */
typedef struct
{
  char *text; /* as written, with its alternatives */
  FwGap gap;
} FwPatternPart;

GArray    *_fw_pattern_split   (const char      *text);
GPtrArray *_fw_pattern_expand  (FwLexicon       *lexicon,
                                gboolean         chinese,
                                const char      *part,
                                char           **reason);
char      *_fw_pattern_check   (FwLexicon       *lexicon,
                                const FwPhrase  *phrase,
                                char           **reason);

G_END_DECLS
