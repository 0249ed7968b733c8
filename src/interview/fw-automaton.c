#include "interview/fw-automaton.h"

/* Most of a text is in no word at all and leads from the start to the start: those steps are looked up in a plain table. */
#define START_TABLE 0x10000

#define NUMBER(state) ((state) & ~FW_AUTOMATON_ENDS_WORD)

typedef struct
{
  guint64 key;    /* state and symbol; 0: free */
  guint32 target;
} FwEdge;

/* What a step asks of a state first, together in memory. */
typedef struct
{
  guint32 fallback;  /* the state of the longest end of this one that is a beginning of a word, too */
  guint32 symbols;   /* a bit for each that leads on, several share one: most that do not are known by it */
} FwLink;

typedef struct
{
  guint32 output;    /* the first word that ends here */
  guint32 parent;
  guint32 symbol;
  guint32 depth;
} FwState;

typedef struct
{
  guint value;
  guint32 next;      /* the next word that ends at the same place */
} FwOutput;

struct _FwAutomaton
{
  FwEdge *edges;     /* open addressing, a power of two */
  guint n_edges;
  guint capacity;
  GArray *links;     /* FwLink of each state */
  GArray *states;    /* FwState; the first is the start */
  GArray *outputs;   /* FwOutput */
  guint32 *start;    /* targets from the start by symbol */
};

static guint
slot_of (guint64 key,
         guint capacity)
{
  return (guint) ((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) & (capacity - 1);
}

static guint64
key_of (guint32 state,
        guint32 symbol)
{
  return ((guint64) state << 32) | symbol;
}

static guint32
bit_of (guint32 symbol)
{
  return 1u << (symbol & 31);
}

static FwEdge *
find_slot (FwEdge *edges,
           guint capacity,
           guint64 key)
{
  guint slot = slot_of (key, capacity);

  while (edges[slot].key != 0 && edges[slot].key != key)
    slot = (slot + 1) & (capacity - 1);
  return &edges[slot];
}

static void
grow (FwAutomaton *self)
{
  guint capacity = self->capacity * 2;
  FwEdge *edges = g_new0 (FwEdge, capacity);

  for (guint i = 0; i < self->capacity; i++)
    if (self->edges[i].key != 0)
      *find_slot (edges, capacity, self->edges[i].key) = self->edges[i];
  g_free (self->edges);
  self->edges = edges;
  self->capacity = capacity;
}

static guint32
add_state (FwAutomaton *self,
           guint32 parent,
           guint32 symbol,
           guint32 depth)
{
  FwState state = { FW_AUTOMATON_NOTHING, parent, symbol, depth };
  FwLink link = { 0, 0 };

  g_array_append_val (self->links, link);
  g_array_append_val (self->states, state);
  return self->states->len - 1;
}

/**
 * fw_automaton_new:
 * @symbols: about how many symbols all words have together
 *
 * Returns: (transfer full): an automaton without words
 */
FwAutomaton *
fw_automaton_new (guint symbols)
{
  FwAutomaton *self = g_new0 (FwAutomaton, 1);

  self->capacity = 64;
  while (self->capacity < symbols)
    self->capacity *= 2;
  self->edges = g_new0 (FwEdge, self->capacity);
  self->links = g_array_sized_new (FALSE, FALSE, sizeof (FwLink), symbols + 1);
  self->states = g_array_sized_new (FALSE, FALSE, sizeof (FwState), symbols + 1);
  self->outputs = g_array_new (FALSE, FALSE, sizeof (FwOutput));
  self->start = g_new0 (guint32, START_TABLE);
  add_state (self, 0, 0, 0);
  return self;
}

void
fw_automaton_free (FwAutomaton *self)
{
  g_free (self->edges);
  g_array_unref (self->links);
  g_array_unref (self->states);
  g_array_unref (self->outputs);
  g_free (self->start);
  g_free (self);
}

static guint32
follow_or_add (FwAutomaton *self,
               guint32 state,
               guint32 symbol,
               guint32 depth)
{
  FwEdge *edge = find_slot (self->edges, self->capacity, key_of (state, symbol));

  if (edge->key != 0)
    return edge->target;
  edge->key = key_of (state, symbol);
  edge->target = self->states->len;
  g_array_index (self->links, FwLink, state).symbols |= bit_of (symbol);
  if (state == 0 && symbol < START_TABLE)
    self->start[symbol] = edge->target;
  if (++self->n_edges * 4 > self->capacity * 3)
    grow (self);
  return add_state (self, state, symbol, depth);
}

/**
 * fw_automaton_add:
 * @word: symbols other than 0
 * @length: at least 1
 * @value: what the word stands for, answered where it is found
 */
void
fw_automaton_add (FwAutomaton *self,
                  const guint32 *word,
                  guint length,
                  guint value)
{
  guint32 state = 0;
  FwOutput output;
  FwState *last;

  for (guint i = 0; i < length; i++)
    state = follow_or_add (self, state, word[i], i + 1);
  last = &g_array_index (self->states, FwState, state);
  output.value = value;
  output.next = last->output;
  last->output = self->outputs->len;
  g_array_append_val (self->outputs, output);
}

/* The states, nearest to the start first: a fallback is always nearer than the state that has it. */
static guint32 *
order_by_depth (FwAutomaton *self)
{
  guint n = self->states->len, deepest = 0, at = 0;
  guint32 *order = g_new (guint32, n);
  g_autofree guint *counts = NULL;

  for (guint i = 0; i < n; i++)
    deepest = MAX (deepest, g_array_index (self->states, FwState, i).depth);
  counts = g_new0 (guint, deepest + 1);
  for (guint i = 0; i < n; i++)
    counts[g_array_index (self->states, FwState, i).depth]++;
  for (guint depth = 0; depth <= deepest; depth++)
    {
      guint count = counts[depth];

      counts[depth] = at;
      at += count;
    }
  for (guint i = 0; i < n; i++)
    order[counts[g_array_index (self->states, FwState, i).depth]++] = i;
  return order;
}

/* The words of the fallback end here as well: they follow behind the state's own. */
static void
append_outputs (FwAutomaton *self,
                FwState *state,
                guint32 more)
{
  guint32 *end = &state->output;

  while (*end != FW_AUTOMATON_NOTHING)
    end = &g_array_index (self->outputs, FwOutput, *end).next;
  *end = more;
}

static guint32
mark (FwAutomaton *self,
      guint32 state)
{
  return g_array_index (self->states, FwState, state).output != FW_AUTOMATON_NOTHING ? state | FW_AUTOMATON_ENDS_WORD : state;
}

static void
mark_outputs (FwAutomaton *self)
{
  for (guint i = 0; i < self->capacity; i++)
    if (self->edges[i].key != 0)
      self->edges[i].target = mark (self, self->edges[i].target);
  for (guint i = 1; i < self->states->len; i++)
    {
      FwState *state = &g_array_index (self->states, FwState, i);

      if (state->depth == 1 && state->symbol < START_TABLE)
        self->start[state->symbol] = mark (self, i);
    }
}

/**
 * fw_automaton_finish:
 *
 * To be called once, behind the last word and before the first step.
 */
void
fw_automaton_finish (FwAutomaton *self)
{
  g_autofree guint32 *order = order_by_depth (self);

  for (guint i = 1; i < self->states->len; i++)
    {
      FwState *state = &g_array_index (self->states, FwState, order[i]);
      FwLink *link = &g_array_index (self->links, FwLink, order[i]);

      if (state->depth > 1)
        link->fallback = fw_automaton_step (self, g_array_index (self->links, FwLink, state->parent).fallback, state->symbol);
      append_outputs (self, state, g_array_index (self->states, FwState, link->fallback).output);
    }
  mark_outputs (self);
}

/**
 * fw_automaton_step:
 * @state: 0 at the start of a text
 * @symbol: the next of the text; 0 is in no word
 *
 * Returns: the state behind the symbol
 */
guint32
fw_automaton_step (const FwAutomaton *self,
                   guint32 state,
                   guint32 symbol)
{
  const FwLink *links = (const FwLink *) (gpointer) self->links->data;

  for (state = NUMBER (state); state != 0; state = links[state].fallback)
    {
      const FwEdge *edge;

      if ((links[state].symbols & bit_of (symbol)) == 0)
        continue;
      edge = find_slot (self->edges, self->capacity, key_of (state, symbol));
      if (edge->key != 0)
        return edge->target;
    }
  if (symbol < START_TABLE)
    return self->start[symbol];
  return find_slot (self->edges, self->capacity, symbol)->target;
}

/**
 * fw_automaton_first_output:
 *
 * Returns: a word that ends at this state, to be asked for its value; %FW_AUTOMATON_NOTHING where none does
 */
guint32
fw_automaton_first_output (const FwAutomaton *self,
                           guint32 state)
{
  return fw_automaton_ends_word (state) ? g_array_index (self->states, FwState, NUMBER (state)).output : FW_AUTOMATON_NOTHING;
}

/**
 * fw_automaton_next_output:
 *
 * Returns: the next word that ends at the same place, %FW_AUTOMATON_NOTHING behind the last
 */
guint32
fw_automaton_next_output (const FwAutomaton *self,
                          guint32 output)
{
  return g_array_index (self->outputs, FwOutput, output).next;
}

guint
fw_automaton_get_value (const FwAutomaton *self,
                        guint32 output)
{
  return g_array_index (self->outputs, FwOutput, output).value;
}
