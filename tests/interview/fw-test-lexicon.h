#pragma once

#include "interview/fw-phrase-watch.h"

G_BEGIN_DECLS

/* A folder of this program alone; fw_test_run() runs the tests and removes it. */
const char *fw_test_folder       (void);
int        fw_test_run           (void);

/* A data folder with one lexicon in it, below the test's own folder. */
char      *fw_test_lexicon_write (const char  *name,
                                  const char  *file,
                                  const char  *text);
FwLexicon *fw_test_lexicon_read  (const char  *folder,
                                  const char  *under,
                                  GError     **error);

/* A watch over the lexicon that is shipped. */
FwPhraseWatch *fw_test_watch_new (void);

/* The same without the weights of words: phrases alone. */
FwPhraseWatch *fw_test_phrases_new (void);

/* The alerts of a line: "class severity phrase offset+length", "possible" or "negated" behind; each in brackets, joined. */
char      *fw_test_watch_line    (FwPhraseWatch *watch,
                                  const char    *line,
                                  FwSpeaker      speaker);

/* A class of these phrases, complete. */
#define FW_TEST_CLASS(id, attributes, zh, en)                                                                                        \
  "<class id=\"" id "\" " attributes "><title zh=\"甲\" en=\"A\"/><prompt zh=\"乙\" en=\"B\"/><phrases lang=\"zh\">" zh "</phrases>" \
  "<phrases lang=\"en\">" en "</phrases></class>"
#define FW_TEST_LEXICON(classes) "<lexicon xmlns=\"urn:fairwell:lexicon:1\">" classes "</lexicon>"

G_END_DECLS
