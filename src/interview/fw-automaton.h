#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FwAutomaton:
 *
 * Finds any of many words in one pass over a text (Aho and Corasick, 1975). A word is a row of symbols, each a number other than 0;
 * several words may be alike, each state answers all that end there. Filled, finished, and from then on never changed, so that any
 * number of threads may walk it.
 */
typedef struct _FwAutomaton FwAutomaton;

#define FW_AUTOMATON_NOTHING G_MAXUINT32

/* Set in a state where a word ends: most steps lead to none, and need not ask. */
#define FW_AUTOMATON_ENDS_WORD 0x80000000u

static inline gboolean
fw_automaton_ends_word (guint32 state)
{
  return (state & FW_AUTOMATON_ENDS_WORD) != 0;
}

FwAutomaton *fw_automaton_new          (guint               symbols);
void         fw_automaton_free         (FwAutomaton        *self);
void         fw_automaton_add          (FwAutomaton        *self,
                                        const guint32      *word,
                                        guint               length,
                                        guint               value);
void         fw_automaton_finish       (FwAutomaton        *self);
guint32      fw_automaton_step         (const FwAutomaton  *self,
                                        guint32             state,
                                        guint32             symbol);
guint32      fw_automaton_first_output (const FwAutomaton  *self,
                                        guint32             state);
guint32      fw_automaton_next_output  (const FwAutomaton  *self,
                                        guint32             output);
guint        fw_automaton_get_value    (const FwAutomaton  *self,
                                        guint32             output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwAutomaton, fw_automaton_free)

G_END_DECLS
