#include "config.h"

#include "ui/employees/fw-employee-list.h"

#include "ui/employees/fw-employee-question.h"

#define PAGE_ROWS 32
#define KEPT_PAGES 48

/* The people a search found, as a list of their overviews that never holds them all: of each it knows the number in the
 * store, and it reads rows by pages as they come into view; until then an empty one stands there. A new search shows the
 * old rows until the first page of the new ones is there, and the newest search wins. Who is selected is known by who they
 * are: a further search finds them selected still. Signals: "settled" when a search has been answered, "failed" (GError)
 * when it could not be. */
struct _FwEmployeeList
{
  GObject parent_instance;

  FwStore *store;
  GCancellable *cancellable; /* of the newest search and of what it still reads */
  guint searches;            /* how many were asked: the number of the newest */
  guint patience_ms;         /* how long who asks may wait for the answer */

  char *text;
  FwEmployeeFilter filter;   /* its texts are owned */

  GArray *seqs;              /* guint32; the answer that is shown, or its beginning */
  guint n_found;
  guint answer;              /* the number of its search */
  guint total;               /* people in the store */
  FwRecord *waiting;         /* stands for rows that are not there yet */
  GHashTable *pages;         /* page number → GPtrArray of FwRecord, NULL while it is on its way */
  GQueue page_order;         /* page numbers, the newest first */

  GArray *selected;          /* guint64, a bit for each number in the store */
  guint n_selected;
};

static void fw_employee_list_model_init (GListModelInterface *iface);
static void fw_employee_list_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FwEmployeeList, fw_employee_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, fw_employee_list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, fw_employee_list_selection_init))

enum
{
  SIGNAL_SETTLED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is being read, and for whom. */
typedef struct
{
  FwEmployeeList *list;
  guint search;
  guint page;
} Reading;

static Reading *
reading_new (FwEmployeeList *list, guint search)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->list = g_object_ref (list);
  reading->search = search;
  return reading;
}

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->list);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static guint32
seq_at (FwEmployeeList *self, guint position)
{
  return g_array_index (self->seqs, guint32, position);
}

static void
forget_rows (FwEmployeeList *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->page_order);
}

static void
tell_failure (FwEmployeeList *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

/* Pages */

static void
keep_page (FwEmployeeList *self, guint page, GPtrArray *records)
{
  g_hash_table_replace (self->pages, GUINT_TO_POINTER (page), g_ptr_array_ref (records));
  g_queue_push_head (&self->page_order, GUINT_TO_POINTER (page));
  while (g_queue_get_length (&self->page_order) > KEPT_PAGES)
    g_hash_table_remove (self->pages, g_queue_pop_tail (&self->page_order));
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) reading = data;
  FwEmployeeList *self = reading->list;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = fw_store_read_people_finish (FW_STORE (source), result, &error);
  const guint start = reading->page * PAGE_ROWS;
  guint n;

  if (records == NULL)
    tell_failure (self, error);
  if (reading->search != self->answer)
    return;
  if (records == NULL)
    {
      g_hash_table_remove (self->pages, GUINT_TO_POINTER (reading->page)); /* asked for again by its next row */
      return;
    }
  keep_page (self, reading->page, records);
  n = MIN (PAGE_ROWS, self->seqs->len - start);
  g_list_model_items_changed (G_LIST_MODEL (self), start, n, n);
}

static void
read_page (FwEmployeeList *self, guint page)
{
  const guint start = page * PAGE_ROWS;
  Reading *reading = reading_new (self, self->answer);

  reading->page = page;
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (page), NULL);
  fw_store_read_people_async (self->store, &g_array_index (self->seqs, guint32, start),
                              MIN (PAGE_ROWS, self->seqs->len - start), self->cancellable, page_read_cb, reading);
}

/* A page has its rows in order, but for those who are gone meanwhile. */
static FwRecord *
find_in_page (GPtrArray *records, guint32 seq, guint expected)
{
  if (expected < records->len && fw_record_get_seq (g_ptr_array_index (records, expected)) == seq)
    return g_ptr_array_index (records, expected);
  for (guint i = 0; i < records->len; i++)
    if (fw_record_get_seq (g_ptr_array_index (records, i)) == seq)
      return g_ptr_array_index (records, i);
  return NULL;
}

/* The row at @position where it is there; its page is asked for where it is not. */
static FwRecord *
find_record (FwEmployeeList *self, guint position)
{
  const guint page = position / PAGE_ROWS;
  gpointer records = NULL;

  if (position >= self->seqs->len)
    return NULL;
  if (!g_hash_table_lookup_extended (self->pages, GUINT_TO_POINTER (page), NULL, &records))
    read_page (self, page);
  return records != NULL ? find_in_page (records, seq_at (self, position), position % PAGE_ROWS) : NULL;
}

/* Answers */

static void ask_rest (FwEmployeeList *self);

/* The rest of an answer whose beginning is shown already. */
static void
take_rest (FwEmployeeList *self, FwEmployeeAnswer *answer)
{
  const guint before = self->n_found;

  g_array_unref (self->seqs);
  self->seqs = g_array_ref (answer->seqs);
  self->n_found = answer->n_found;
  self->answer = self->searches;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_found);
  fw_store_prepare_searches (self->store, self->cancellable);
}

static void
show_answer (FwEmployeeList *self, FwEmployeeAnswer *answer)
{
  const guint before = self->n_found;

  forget_rows (self);
  g_array_unref (self->seqs);
  self->seqs = g_array_ref (answer->seqs);
  self->n_found = answer->n_found;
  self->total = answer->n_people;
  self->answer = self->searches;
  if (answer->rows->len > 0)
    keep_page (self, 0, answer->rows);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_found);
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

static void
take_first (FwEmployeeList *self, FwEmployeeAnswer *answer)
{
  show_answer (self, answer);
  if (self->n_found > self->seqs->len)
    ask_rest (self);
  else
    fw_store_prepare_searches (self->store, self->cancellable);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEmployeeAnswer) answer = fw_employee_question_finish (result, &error);

  if (error != NULL)
    tell_failure (reading->list, error);
  else if (answer != NULL && reading->search == reading->list->searches)
    take_first (reading->list, answer);
}

static void
rest_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEmployeeAnswer) answer = fw_store_find_people_finish (FW_STORE (source), result, &error);

  if (answer == NULL)
    tell_failure (reading->list, error);
  else if (reading->search == reading->list->searches)
    take_rest (reading->list, answer);
}

static void
ask_rest (FwEmployeeList *self)
{
  fw_store_find_people_async (self->store, self->text, &self->filter, 0, TRUE, self->cancellable, rest_found_cb,
                              reading_new (self, self->searches));
}

/* Asks on another thread. Most answers take a few milliseconds: a moment's patience brings them into the frame that shows the
 * letter itself, instead of the next. */
static void
ask (FwEmployeeList *self)
{
  g_autoptr (FwEmployeeQuestion) question = NULL;
  g_autoptr (FwEmployeeAnswer) answer = NULL;

  if (self->store == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->searches++;
  question = fw_employee_question_ask (self->store, self->text, &self->filter, PAGE_ROWS, self->cancellable, found_cb,
                                       reading_new (self, self->searches));
  answer = self->patience_ms > 0 ? fw_employee_question_take (question, self->patience_ms) : NULL;
  if (answer != NULL)
    take_first (self, answer);
}

/* List model */

static GType
get_item_type (GListModel *model)
{
  return FW_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return FW_EMPLOYEE_LIST (model)->n_found;
}

static gpointer
get_item (GListModel *model, guint position)
{
  FwEmployeeList *self = FW_EMPLOYEE_LIST (model);
  FwRecord *record = find_record (self, position);

  if (position >= self->n_found)
    return NULL;
  return g_object_ref (record != NULL ? record : self->waiting);
}

static void
fw_employee_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Selection */

static gboolean
has_selected (FwEmployeeList *self, guint32 seq)
{
  return seq / 64 < self->selected->len && (g_array_index (self->selected, guint64, seq / 64) >> (seq % 64)) & 1;
}

static void
select_seq (FwEmployeeList *self, guint32 seq, gboolean select)
{
  if (has_selected (self, seq) == select)
    return;
  if (seq / 64 >= self->selected->len)
    g_array_set_size (self->selected, seq / 64 + 1);
  g_array_index (self->selected, guint64, seq / 64) ^= G_GUINT64_CONSTANT (1) << (seq % 64);
  self->n_selected += select ? 1 : -1;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  FwEmployeeList *self = FW_EMPLOYEE_LIST (model);

  return position < self->seqs->len && has_selected (self, seq_at (self, position));
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  FwEmployeeList *self = FW_EMPLOYEE_LIST (model);
  GtkBitset *found = gtk_bitset_new_empty ();
  const guint end = MIN (position + n_items, self->seqs->len);

  for (guint i = position; self->n_selected > 0 && i < end; i++)
    if (has_selected (self, seq_at (self, i)))
      gtk_bitset_add (found, i);
  return found;
}

static void
tell_selection (FwEmployeeList *self)
{
  if (self->n_found > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, self->n_found);
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n_items, gboolean unselect_rest)
{
  FwEmployeeList *self = FW_EMPLOYEE_LIST (model);
  const guint end = MIN (position + n_items, self->seqs->len);

  if (unselect_rest)
    {
      g_array_set_size (self->selected, 0);
      self->n_selected = 0;
    }
  for (guint i = position; i < end; i++)
    select_seq (self, seq_at (self, i), TRUE);
  tell_selection (self);
  return TRUE;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  return select_range (model, position, 1, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  FwEmployeeList *self = FW_EMPLOYEE_LIST (model);

  if (position < self->seqs->len)
    select_seq (self, seq_at (self, position), FALSE);
  tell_selection (self);
  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{
  return select_range (model, 0, FW_EMPLOYEE_LIST (model)->seqs->len, FALSE);
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  return select_range (model, 0, 0, TRUE);
}

static void
fw_employee_list_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
}

static void
page_unref (gpointer page)
{
  if (page != NULL)
    g_ptr_array_unref (page);
}

static void
clear_question (FwEmployeeList *self)
{
  g_clear_pointer (&self->text, g_free);
  g_free ((char *) self->filter.department_id);
  g_free ((char *) self->filter.status);
  g_free ((char *) self->filter.order);
  self->filter = (FwEmployeeFilter){ NULL };
}

static void
fw_employee_list_finalize (GObject *object)
{
  FwEmployeeList *self = FW_EMPLOYEE_LIST (object);

  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->waiting);
  clear_question (self);
  g_array_unref (self->seqs);
  g_array_unref (self->selected);
  g_queue_clear (&self->page_order);
  g_hash_table_unref (self->pages);
  G_OBJECT_CLASS (fw_employee_list_parent_class)->finalize (object);
}

static void
fw_employee_list_class_init (FwEmployeeListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fw_employee_list_finalize;
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", FW_TYPE_EMPLOYEE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", FW_TYPE_EMPLOYEE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
fw_employee_list_init (FwEmployeeList *self)
{
  self->seqs = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->selected = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->waiting = fw_record_new ("employee-overview");
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_unref);
  g_queue_init (&self->page_order);
}

FwEmployeeList *
fw_employee_list_new (void)
{
  return g_object_new (FW_TYPE_EMPLOYEE_LIST, NULL);
}

/**
 * fw_employee_list_set_store:
 * @store: (nullable): where to look; %NULL forgets everything that was read
 */
void
fw_employee_list_set_store (FwEmployeeList *self, FwStore *store)
{
  const guint before = self->n_found;

  g_return_if_fail (FW_IS_EMPLOYEE_LIST (self));

  if (!g_set_object (&self->store, store))
    return;
  g_cancellable_cancel (self->cancellable);
  self->searches++;
  self->answer = self->searches;
  self->total = 0;
  self->n_found = 0;
  self->n_selected = 0;
  g_array_set_size (self->selected, 0);
  clear_question (self);
  forget_rows (self);
  g_array_unref (self->seqs);
  self->seqs = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
}

static char *
dup_if_any (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * fw_employee_list_set_patience:
 * @patience_ms: for how long a search may hold its caller, to have the answer at once; 0 never does
 */
void
fw_employee_list_set_patience (FwEmployeeList *self, guint patience_ms)
{
  g_return_if_fail (FW_IS_EMPLOYEE_LIST (self));
  self->patience_ms = patience_ms;
}

/**
 * fw_employee_list_search:
 * @text: (nullable): name, pinyin, initials, number, telephone, department; %NULL or empty finds everybody
 * @filter: only these people, in this order
 *
 * Looks on another thread. The rows change when the answer is there, or at once where that comes within the patience.
 */
void
fw_employee_list_search (FwEmployeeList *self, const char *text, const FwEmployeeFilter *filter)
{
  FwEmployeeFilter wanted = *filter;
  char *wanted_text = dup_if_any (text);

  g_return_if_fail (FW_IS_EMPLOYEE_LIST (self));

  wanted.department_id = dup_if_any (filter->department_id);
  wanted.status = dup_if_any (filter->status);
  wanted.order = dup_if_any (filter->order);
  clear_question (self);
  self->text = wanted_text;
  self->filter = wanted;
  ask (self);
}

/**
 * fw_employee_list_reload:
 *
 * Looks again for what was last looked for, after the store has changed.
 */
void
fw_employee_list_reload (FwEmployeeList *self)
{
  g_return_if_fail (FW_IS_EMPLOYEE_LIST (self));
  ask (self);
}

/**
 * fw_employee_list_get_total:
 *
 * Returns: how many people the store had when it was last asked
 */
guint
fw_employee_list_get_total (FwEmployeeList *self)
{
  g_return_val_if_fail (FW_IS_EMPLOYEE_LIST (self), 0);
  return self->total;
}

/**
 * fw_employee_list_get_record:
 *
 * Returns: (transfer none) (nullable): the overview of the person at @position; %NULL while it is on its way
 */
FwRecord *
fw_employee_list_get_record (FwEmployeeList *self, guint position)
{
  g_return_val_if_fail (FW_IS_EMPLOYEE_LIST (self), NULL);
  return find_record (self, position);
}

/**
 * fw_employee_list_get_n_selected:
 *
 * Returns: how many people are selected, in the list or not
 */
guint
fw_employee_list_get_n_selected (FwEmployeeList *self)
{
  g_return_val_if_fail (FW_IS_EMPLOYEE_LIST (self), 0);
  return self->n_selected;
}

/**
 * fw_employee_list_count_selected:
 *
 * Returns: how many people in the list are selected
 */
guint
fw_employee_list_count_selected (FwEmployeeList *self)
{
  guint n = 0;

  g_return_val_if_fail (FW_IS_EMPLOYEE_LIST (self), 0);
  for (guint i = 0; self->n_selected > 0 && i < self->seqs->len; i++)
    n += has_selected (self, seq_at (self, i));
  return n;
}

/**
 * fw_employee_list_dup_selected:
 * @limit: at most so many; 0 is all
 *
 * Returns: (transfer full) (element-type guint32): the numbers of who is selected: first those in the list, in its order,
 *   then the others
 */
GArray *
fw_employee_list_dup_selected (FwEmployeeList *self, guint limit)
{
  GArray *seqs = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) rest = NULL;
  const guint most = limit > 0 ? MIN (limit, self->n_selected) : self->n_selected;

  g_return_val_if_fail (FW_IS_EMPLOYEE_LIST (self), seqs);
  rest = g_array_copy (self->selected);
  for (guint i = 0; seqs->len < most && i < self->seqs->len; i++)
    {
      const guint32 seq = seq_at (self, i);

      if (!has_selected (self, seq))
        continue;
      g_array_append_val (seqs, seq);
      g_array_index (rest, guint64, seq / 64) &= ~(G_GUINT64_CONSTANT (1) << (seq % 64));
    }
  for (guint32 seq = 0; seqs->len < most && seq < rest->len * 64; seq++)
    if ((g_array_index (rest, guint64, seq / 64) >> (seq % 64)) & 1)
      g_array_append_val (seqs, seq);
  return seqs;
}

/**
 * fw_employee_list_dup_found:
 *
 * Returns: (transfer full) (element-type guint32): the numbers of all who were found, in order; not to be changed
 */
GArray *
fw_employee_list_dup_found (FwEmployeeList *self)
{
  g_return_val_if_fail (FW_IS_EMPLOYEE_LIST (self), NULL);
  return g_array_ref (self->seqs);
}

/**
 * fw_employee_list_clear_selected:
 *
 * Selects nobody.
 */
void
fw_employee_list_clear_selected (FwEmployeeList *self)
{
  g_return_if_fail (FW_IS_EMPLOYEE_LIST (self));
  unselect_all (GTK_SELECTION_MODEL (self));
}
