#include "interview/fw-automaton.h"

#define NUMBER(state) ((state) & ~FW_AUTOMATON_ENDS_WORD)

/* A state while words are added. */
typedef struct
{
  guint32 parent;
  guint32 symbol;    /* that leads here from the parent */
  guint32 depth;
  guint32 output;    /* the first word that ends here */
  guint32 child;     /* the one that was added first, 0: none; most have no other */
} FwBranch;

/* A state when all words are known. */
typedef struct
{
  guint64 symbols;    /* a bit for each that leads on, several share one: most that do not are known by it */
  guint32 fallback;   /* the state of the longest end of this one that is a beginning of a word, too */
  guint32 edges : 27; /* the first of its own */
  guint32 width : 5;  /* they are two to the power of this; where they are several half of them are free at least */
} FwState;

typedef struct
{
  guint32 symbol;     /* 0: free */
  guint32 target;
} FwEdge;

typedef struct
{
  guint value;
  guint32 next;      /* the next word that ends at the same place */
} FwOutput;

struct _FwAutomaton
{
  /* Until it is finished. */
  FwBranch *branches;  /* the first is the start */
  guint room;
  guint32 *table;      /* the other children by parent and symbol, 0: free; open addressing, a power of two, half full at most */
  guint n_table;
  guint capacity;
  GArray *path;        /* guint32: the branches of the word added last; the next one often begins like it */

  /* From then on; states are numbered from the start on by their depth, so that those which are met most stand together. */
  guint n_states;
  FwState *states;
  FwEdge *edges;       /* of all states but the start; the first is free, for those that have none */
  guint32 n_edges;
  guint32 *first;      /* of each state the first word that ends there */
  guint32 *start;      /* targets from the start by symbol: most of a text is in no word at all */
  guint32 n_start;
  GArray *outputs;     /* FwOutput */
};

static guint32 *
find_slot (const FwAutomaton *self,
           guint32 parent,
           guint32 symbol)
{
  guint64 key = ((guint64) parent << 32) | symbol;
  guint slot = (guint) ((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) & (self->capacity - 1);

  for (; self->table[slot] != 0; slot = (slot + 1) & (self->capacity - 1))
    {
      const FwBranch *branch = &self->branches[self->table[slot]];

      if (branch->parent == parent && branch->symbol == symbol)
        break;
    }
  return &self->table[slot];
}

static void
grow_table (FwAutomaton *self)
{
  g_free (self->table);
  self->capacity *= 2;
  self->table = g_new0 (guint32, self->capacity);
  for (guint32 i = 1; i < self->n_states; i++)
    {
      const FwBranch *branch = &self->branches[i];

      if (self->branches[branch->parent].child != i)
        *find_slot (self, branch->parent, branch->symbol) = i;
    }
}

static guint32
add_branch (FwAutomaton *self,
            guint32 parent,
            guint32 symbol,
            guint32 depth)
{
  if (self->n_states == self->room)
    {
      self->room *= 2;
      self->branches = g_renew (FwBranch, self->branches, self->room);
    }
  self->branches[self->n_states] = (FwBranch){ parent, symbol, depth, FW_AUTOMATON_NOTHING, 0 };
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
  while (self->capacity < symbols / 2)
    self->capacity *= 2;
  self->table = g_new0 (guint32, self->capacity);
  self->room = symbols + 1;
  self->branches = g_new (FwBranch, self->room);
  self->outputs = g_array_new (FALSE, FALSE, sizeof (FwOutput));
  self->path = g_array_new (FALSE, FALSE, sizeof (guint32));
  add_branch (self, 0, 0, 0);
  return self;
}

static void
forget_branches (FwAutomaton *self)
{
  g_clear_pointer (&self->branches, g_free);
  g_clear_pointer (&self->table, g_free);
  g_clear_pointer (&self->path, g_array_unref);
}

void
fw_automaton_free (FwAutomaton *self)
{
  forget_branches (self);
  g_free (self->states);
  g_free (self->edges);
  g_free (self->first);
  g_free (self->start);
  g_array_unref (self->outputs);
  g_free (self);
}

static guint32
follow_or_add (FwAutomaton *self,
               guint32 branch,
               guint32 symbol,
               guint32 depth)
{
  guint32 child = self->branches[branch].child, *slot;

  if (child == 0)
    {
      child = add_branch (self, branch, symbol, depth);
      self->branches[branch].child = child;
      return child;
    }
  if (self->branches[child].symbol == symbol)
    return child;
  slot = find_slot (self, branch, symbol);
  if (*slot != 0)
    return *slot;
  *slot = child = add_branch (self, branch, symbol, depth);
  if (++self->n_table * 2 > self->capacity)
    grow_table (self);
  return child;
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
  guint32 branch = 0, *path;
  guint known = 0;
  FwOutput output;

  while (known < MIN (length, self->path->len) && self->branches[g_array_index (self->path, guint32, known)].symbol == word[known])
    known++;
  g_array_set_size (self->path, length);
  path = &g_array_index (self->path, guint32, 0);
  if (known > 0)
    branch = path[known - 1];
  for (guint i = known; i < length; i++)
    path[i] = branch = follow_or_add (self, branch, word[i], i + 1);
  output = (FwOutput){ value, self->branches[branch].output };
  self->branches[branch].output = self->outputs->len;
  g_array_append_val (self->outputs, output);
}

/* The branches, nearest to the start first. */
static guint32 *
order_by_depth (FwAutomaton *self)
{
  guint n = self->n_states, deepest = 0, at = 0;
  guint32 *order = g_new (guint32, n);
  g_autofree guint *counts = NULL;

  for (guint i = 0; i < n; i++)
    deepest = MAX (deepest, self->branches[i].depth);
  counts = g_new0 (guint, deepest + 1);
  for (guint i = 0; i < n; i++)
    counts[self->branches[i].depth]++;
  for (guint depth = 0; depth <= deepest; depth++)
    {
      guint count = counts[depth];

      counts[depth] = at;
      at += count;
    }
  for (guint i = 0; i < n; i++)
    order[counts[self->branches[i].depth]++] = i;
  return order;
}

/* Each state gets room for its edges, which are counted before, the start a table. */
static void
part_edges (FwAutomaton *self,
            const guint32 *numbers)
{
  for (guint32 i = 1; i < self->n_states; i++)
    {
      const FwBranch *branch = &self->branches[i];

      self->states[numbers[branch->parent]].edges++;
      if (branch->parent == 0)
        self->n_start = MAX (self->n_start, branch->symbol + 1);
    }
  self->n_edges = 1;
  self->states[0].edges = 0;
  for (guint32 i = 1; i < self->n_states; i++)
    {
      FwState *state = &self->states[i];

      if (state->edges == 0)
        continue;
      state->width = state->edges > 1 ? g_bit_storage (2 * state->edges - 1) : 0;
      state->edges = self->n_edges;
      self->n_edges += 1u << state->width;
    }
  self->edges = g_new0 (FwEdge, self->n_edges);
  self->start = g_new0 (guint32, self->n_start);
}

static inline guint64
bit_of (guint32 symbol)
{
  return G_GUINT64_CONSTANT (1) << (symbol & 63);
}

static void
add_edge (FwAutomaton *self,
          FwState *state,
          guint32 symbol,
          guint32 target)
{
  guint32 mask = (1u << state->width) - 1, at = symbol & mask;

  while (self->edges[state->edges + at].symbol != 0)
    at = (at + 1) & mask;
  self->edges[state->edges + at] = (FwEdge){ symbol, target };
  state->symbols |= bit_of (symbol);
}

/* Where a symbol leads from a state that is not the start: 0 where it does not lead on. */
static inline guint32
find_target (const FwAutomaton *self,
             const FwState *state,
             guint32 symbol)
{
  const FwEdge *edges = &self->edges[state->edges];
  guint32 mask = (1u << state->width) - 1, at = symbol & mask;

  if ((state->symbols & bit_of (symbol)) == 0)
    return 0;
  while (edges[at].symbol != symbol)
    {
      if (edges[at].symbol == 0 || mask == 0)
        return 0;
      at = (at + 1) & mask;
    }
  return edges[at].target;
}

/* Branches become states: @order has the branch of each state, @numbers the state of each branch. */
static void
make_states (FwAutomaton *self,
             const guint32 *order,
             const guint32 *numbers)
{
  self->states = g_new0 (FwState, self->n_states);
  self->first = g_new (guint32, self->n_states);
  part_edges (self, numbers);
  self->first[0] = FW_AUTOMATON_NOTHING;
  for (guint32 i = 1; i < self->n_states; i++)
    {
      const FwBranch *branch = &self->branches[order[i]];

      self->first[i] = branch->output;
      if (branch->parent == 0)
        self->start[branch->symbol] = i;
      else
        add_edge (self, &self->states[numbers[branch->parent]], branch->symbol, i);
    }
}

/* The words of the fallback end here as well: they follow behind the state's own. */
static void
append_outputs (FwAutomaton *self,
                guint32 state,
                guint32 more)
{
  guint32 *end = &self->first[state];

  while (*end != FW_AUTOMATON_NOTHING)
    end = &g_array_index (self->outputs, FwOutput, *end).next;
  *end = more;
}

static guint32
mark (const FwAutomaton *self,
      guint32 state)
{
  return self->first[state] != FW_AUTOMATON_NOTHING ? state | FW_AUTOMATON_ENDS_WORD : state;
}

static void
mark_ends_of_words (FwAutomaton *self)
{
  for (guint32 i = 0; i < self->n_edges; i++)
    self->edges[i].target = mark (self, self->edges[i].target);
  for (guint32 i = 1; i < self->n_states; i++)
    {
      const FwBranch *branch = &self->branches[i];

      if (branch->parent == 0)
        self->start[branch->symbol] = mark (self, self->start[branch->symbol]);
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
  g_autofree guint32 *order = order_by_depth (self), *numbers = g_new (guint32, self->n_states);

  for (guint32 i = 0; i < self->n_states; i++)
    numbers[order[i]] = i;
  make_states (self, order, numbers);
  for (guint32 i = 1; i < self->n_states; i++)
    {
      const FwBranch *branch = &self->branches[order[i]];
      guint32 fallback = branch->depth > 1 ? fw_automaton_step (self, self->states[numbers[branch->parent]].fallback, branch->symbol) : 0;

      self->states[i].fallback = fallback;
      append_outputs (self, i, self->first[fallback]);
    }
  mark_ends_of_words (self);
  forget_branches (self);
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
  for (state = NUMBER (state); state != 0; state = self->states[state].fallback)
    {
      guint32 target = find_target (self, &self->states[state], symbol);

      if (target != 0)
        return target;
    }
  return symbol < self->n_start ? self->start[symbol] : 0;
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
  return fw_automaton_ends_word (state) ? self->first[NUMBER (state)] : FW_AUTOMATON_NOTHING;
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
