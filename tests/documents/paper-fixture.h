#pragma once

#include "documents/fw-document.h"

/* What the tests of papers share: a scratch folder, the sample facts, and looking into a paper. */
typedef struct
{
  char *folder;
} PaperFixture;

void             paper_fixture_set_up    (PaperFixture *self,
                                          gconstpointer data);
void             paper_fixture_tear_down (PaperFixture *self,
                                          gconstpointer data);
char            *sample_path             (const char   *name);
FwFacts         *load_sample             (const char   *name);
FwDocument      *make_paper              (FwFacts      *facts,
                                          const char   *id,
                                          gboolean      is_final,
                                          GPtrArray    *overrides,
                                          GError      **error);
char            *paper_text              (FwDocument   *document);
FwDocumentBlock *find_block              (FwDocument   *document,
                                          const char   *id);
void             assert_says             (const char   *text,
                                          const char   *words);
char            *run_tool                (const char   *tool,
                                          const char   *first,
                                          const char   *second);
