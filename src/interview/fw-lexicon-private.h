#pragma once

#include <string.h>

#include "facts/fw-xml.h"
#include "interview/fw-lexicon.h"

G_BEGIN_DECLS

/* What stands between a part of a phrase and the part before it. */
typedef enum
{
  FW_GAP_NONE, /* the first part of all, or one behind a “&”: it may stand anywhere in the sentence */
  FW_GAP_NEAR, /* “~” */
  FW_GAP_FAR,  /* “~~” */
} FwGap;

/* Ways to say something, with a 0 between each and the next. */
typedef struct
{
  const char *text;
  gsize size;
  guint n;
} FwWays;

/* One of them; not ended by 0. */
typedef struct
{
  const char *text; /* NULL behind the last */
  gsize length;
} FwWay;

/* Ways that are being put together. */
typedef struct
{
  GString *text;
  guint n;
} FwWayList;

/* A part of phrases, found in one piece. What is written alike in many phrases is one part. */
typedef struct
{
  guint number;     /* among the parts of the lexicon */
  gboolean chinese;
  const char *text; /* as written, with its alternatives; not ended by 0 */
  gsize length;
  FwWays ways;      /* each may end in “*” */
  gboolean brief;   /* one way is a single character */
} FwPart;

/* A part in a phrase. */
typedef struct
{
  guint part;
  FwGap gap;
} FwPartStep;

/* A negation: what stands directly behind it is lowered. */
typedef struct
{
  const char *text;
  gboolean chinese;
  guint first_step;
  guint n_steps;
} FwNegation;

struct _FwLexicon
{
  gatomicrefcount references;
  GPtrArray *classes;       /* FwPhraseClass, owned, in the order of the files */
  GHashTable *by_id;        /* borrowed */
  GPtrArray *phrases;       /* FwPhrase, owned */
  GPtrArray *negations;     /* FwNegation, owned */
  GPtrArray *weights;       /* FwWordWeights, owned: one a language, none where none lie beside the phrases */
  GHashTable *contractions; /* "won't" → "will not" */
  GHashTable *words;        /* "zh:employer" → FwWayList: lists of words that phrases name */
  GStringChunk *texts;      /* of phrases, and the ways to say them */
  GPtrArray *parts;         /* FwPart, owned */
  GHashTable *known_parts;  /* the same by what is written, borrowed */
  GArray *steps;            /* FwPartStep: those of a phrase or negation stand together */
};

static inline FwWay
_fw_ways_at (FwWays ways,
             const char *text)
{
  gsize left = ways.size - (gsize) (text - ways.text);
  const char *end = ways.n == 1 ? NULL : memchr (text, '\0', left);

  return (FwWay){ text, end != NULL ? (gsize) (end - text) : left };
}

static inline FwWay
_fw_ways_first (FwWays ways)
{
  return _fw_ways_at (ways, ways.text);
}

static inline FwWay
_fw_ways_next (FwWays ways,
               FwWay way)
{
  const char *end = way.text + way.length;

  return end == ways.text + ways.size ? (FwWay){ NULL, 0 } : _fw_ways_at (ways, end + 1);
}

static inline FwWays
_fw_way_list_view (const FwWayList *self)
{
  return (FwWays){ self->text->str, self->text->len, self->n };
}

static inline void
_fw_way_list_append (FwWayList *self,
                     FwWays more)
{
  if (self->n > 0)
    g_string_append_c (self->text, '\0');
  g_string_append_len (self->text, more.text, (gssize) more.size);
  self->n += more.n;
}

static inline void
_fw_way_list_clear (FwWayList *self)
{
  g_string_free (self->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FwWayList, _fw_way_list_clear)

gboolean _fw_lexicon_read_words  (FwLexicon     *self,
                                  const char    *path,
                                  FwXml         *xml,
                                  GError       **error);
gboolean _fw_lexicon_read_file   (FwLexicon     *self,
                                  const char    *path,
                                  FwXml         *xml,
                                  gboolean       weighed,
                                  GError       **error);
gboolean _fw_lexicon_is_complete (FwLexicon     *self,
                                  GError       **error);

G_END_DECLS
