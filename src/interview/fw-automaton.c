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
  FwState *states;   /* the first is the start */
  FwLink *links;     /* of each state */
  guint n_states;
  guint room;
  GArray *outputs;   /* FwOutput */
  guint32 *start;    /* targets from the start by symbol */
  GArray *path;      /* guint32: the states of the word added last; the next one often begins like it */
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
  if (self->n_states == self->room)
    {
      self->room *= 2;
      self->states = g_renew (FwState, self->states, self->room);
      self->links = g_renew (FwLink, self->links, self->room);
    }
  self->states[self->n_states] = (FwState){ FW_AUTOMATON_NOTHING, parent, symbol, depth };
  self->links[self->n_states] = (FwLink){ 0, 0 };
  return self->n_states++;
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
  self->room = symbols + 1;
  self->states = g_new (FwState, self->room);
  self->links = g_new (FwLink, self->room);
  self->outputs = g_array_new (FALSE, FALSE, sizeof (FwOutput));
  self->start = g_new0 (guint32, START_TABLE);
  self->path = g_array_new (FALSE, FALSE, sizeof (guint32));
  add_state (self, 0, 0, 0);
  return self;
}

void
fw_automaton_free (FwAutomaton *self)
{
  g_free (self->edges);
  g_free (self->links);
  g_free (self->states);
  g_array_unref (self->outputs);
  g_free (self->start);
  g_array_unref (self->path);
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
  edge->target = self->n_states;
  self->links[state].symbols |= bit_of (symbol);
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
  guint32 *path;
  guint known = 0;
  FwOutput output;

  while (known < MIN (length, self->path->len) && self->states[g_array_index (self->path, guint32, known)].symbol == word[known])
    known++;
  g_array_set_size (self->path, length);
  path = &g_array_index (self->path, guint32, 0);
  if (known > 0)
    state = path[known - 1];
  for (guint i = known; i < length; i++)
    path[i] = state = follow_or_add (self, state, word[i], i + 1);
  output = (FwOutput){ value, self->states[state].output };
  self->states[state].output = self->outputs->len;
  g_array_append_val (self->outputs, output);
}

/* The states, nearest to the start first: a fallback is always nearer than the state that has it. */
static guint32 *
order_by_depth (FwAutomaton *self)
{
  guint n = self->n_states, deepest = 0, at = 0;
  guint32 *order = g_new (guint32, n);
  g_autofree guint *counts = NULL;

  for (guint i = 0; i < n; i++)
    deepest = MAX (deepest, self->states[i].depth);
  counts = g_new0 (guint, deepest + 1);
  for (guint i = 0; i < n; i++)
    counts[self->states[i].depth]++;
  for (guint depth = 0; depth <= deepest; depth++)
    {
      guint count = counts[depth];

      counts[depth] = at;
      at += count;
    }
  for (guint i = 0; i < n; i++)
    order[counts[self->states[i].depth]++] = i;
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
  return self->states[state].output != FW_AUTOMATON_NOTHING ? state | FW_AUTOMATON_ENDS_WORD : state;
}

static void
mark_outputs (FwAutomaton *self)
{
  for (guint i = 0; i < self->capacity; i++)
    if (self->edges[i].key != 0)
      self->edges[i].target = mark (self, self->edges[i].target);
  for (guint i = 1; i < self->n_states; i++)
    {
      const FwState *state = &self->states[i];

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

  for (guint i = 1; i < self->n_states; i++)
    {
      FwState *state = &self->states[order[i]];
      FwLink *link = &self->links[order[i]];

      if (state->depth > 1)
        link->fallback = fw_automaton_step (self, self->links[state->parent].fallback, state->symbol);
      append_outputs (self, state, self->states[link->fallback].output);
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
  const FwLink *links = self->links;

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
  if ((links[0].symbols & bit_of (symbol)) == 0)
    return 0;
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
  return fw_automaton_ends_word (state) ? self->states[NUMBER (state)].output : FW_AUTOMATON_NOTHING;
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
