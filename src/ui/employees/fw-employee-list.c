#include "config.h"

#include "ui/employees/fw-employee-list.h"

#include "ui/employees/fw-employee-slot.h"

#define PAGE_ROWS 64
#define KEPT_PAGES 32

/* The people a search found, as a list model that never holds them all: of each it knows the number in the store's
 * order, and it reads rows by pages as they come into view. A new search shows the old rows until the first page of
 * the new ones is there, and the newest search wins. Signals: "settled" when a search has been answered, "failed"
 * (message) when it could not be. */
struct _FwEmployeeList
{
  GObject parent_instance;

  FwStore *store;
  GCancellable *cancellable; /* of the newest search and of what it still reads */
  guint searches;            /* how many were asked: the number of the newest */

  char *text;
  char *department_id;
  char *status;

  GArray *seqs;              /* guint32; the answer that is shown */
  guint answer;              /* the number of its search */
  guint total;               /* people in the store */
  GHashTable *slots;         /* position → FwEmployeeSlot, borrowed: they go when no row shows them */
  GHashTable *pages;         /* page number → GPtrArray of FwRecord, NULL while it is on its way */
  GQueue page_order;         /* page numbers, the newest first */
};

static void fw_employee_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FwEmployeeList, fw_employee_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, fw_employee_list_model_init))

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
  GArray *seqs;
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
  g_clear_pointer (&reading->seqs, g_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
forget_slot_cb (gpointer data, GObject *slot)
{
  FwEmployeeList *self = data;

  g_hash_table_remove (self->slots, GUINT_TO_POINTER (fw_employee_slot_get_position ((FwEmployeeSlot *) slot)));
}

static void
forget_rows (FwEmployeeList *self)
{
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    g_object_weak_unref (slot, forget_slot_cb, self);
  g_hash_table_remove_all (self->slots);
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->page_order);
}

static void
tell_failure (FwEmployeeList *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static FwQuery *
new_page_query (GArray *seqs, guint page)
{
  FwQuery *query = fw_query_new ();
  const guint start = page * PAGE_ROWS;

  fw_query_seqs (query, &g_array_index (seqs, guint32, start), MIN (PAGE_ROWS, seqs->len - start));
  return query;
}

static FwRecord *
find_by_seq (GPtrArray *records, guint32 seq)
{
  for (guint i = 0; i < records->len; i++)
    if (fw_record_get_seq (g_ptr_array_index (records, i)) == seq)
      return g_ptr_array_index (records, i);
  return NULL;
}

static void
keep_page (FwEmployeeList *self, guint page, GPtrArray *records)
{
  const guint end = MIN ((page + 1) * PAGE_ROWS, self->seqs->len);

  g_hash_table_replace (self->pages, GUINT_TO_POINTER (page), g_ptr_array_ref (records));
  g_queue_push_head (&self->page_order, GUINT_TO_POINTER (page));
  while (g_queue_get_length (&self->page_order) > KEPT_PAGES)
    g_hash_table_remove (self->pages, g_queue_pop_tail (&self->page_order));
  for (guint position = page * PAGE_ROWS; position < end; position++)
    {
      FwEmployeeSlot *slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));

      if (slot != NULL)
        fw_employee_slot_set_record (slot,
                                     find_by_seq (records, g_array_index (self->seqs, guint32, position)));
    }
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = fw_store_list_finish (FW_STORE (source), result, &error);

  if (records == NULL)
    tell_failure (reading->list, error);
  if (reading->search != reading->list->answer)
    return;
  if (records != NULL)
    keep_page (reading->list, reading->page, records);
  else
    g_hash_table_remove (reading->list->pages, GUINT_TO_POINTER (reading->page)); /* asked for again by its next row */
}

static void
read_page (FwEmployeeList *self, guint page)
{
  g_autoptr (FwQuery) query = new_page_query (self->seqs, page);
  Reading *reading = reading_new (self, self->answer);

  reading->page = page;
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (page), NULL);
  fw_store_list_async (self->store, "employee-overview", query, self->cancellable, page_read_cb, reading);
}

/* The rows change in two steps: for one signal GTK 4.8 would ask for every new row while it looks for the old ones. */
static void
show_answer (FwEmployeeList *self, Reading *reading, GPtrArray *first_page)
{
  const guint before = self->seqs->len;

  forget_rows (self);
  g_array_set_size (self->seqs, 0);
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  g_array_unref (self->seqs);
  self->seqs = g_array_ref (reading->seqs);
  self->answer = reading->search;
  if (first_page != NULL)
    keep_page (self, 0, first_page);
  if (self->seqs->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->seqs->len);
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) reading = data;
  FwEmployeeList *self = reading->list;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEmployeeAnswer) answer = fw_store_find_people_finish (FW_STORE (source), result, &error);

  if (answer == NULL)
    {
      tell_failure (self, error);
      return;
    }
  if (reading->search != self->searches)
    return;
  reading->seqs = g_array_ref (answer->seqs);
  if (self->text == NULL && self->department_id == NULL && self->status == NULL)
    self->total = reading->seqs->len;
  show_answer (self, reading, reading->seqs->len > 0 ? answer->rows : NULL);
}

static GType
get_item_type (GListModel *model)
{
  return FW_TYPE_EMPLOYEE_SLOT;
}

static guint
get_n_items (GListModel *model)
{
  return FW_EMPLOYEE_LIST (model)->seqs->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  FwEmployeeList *self = FW_EMPLOYEE_LIST (model);
  const guint page = position / PAGE_ROWS;
  FwEmployeeSlot *slot;
  GPtrArray *records;
  gpointer key;

  if (position >= self->seqs->len)
    return NULL;
  slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));
  if (slot != NULL)
    return g_object_ref (slot);
  slot = fw_employee_slot_new (position);
  g_hash_table_insert (self->slots, GUINT_TO_POINTER (position), slot);
  g_object_weak_ref (G_OBJECT (slot), forget_slot_cb, self);
  if (!g_hash_table_lookup_extended (self->pages, GUINT_TO_POINTER (page), &key, (gpointer *) &records))
    read_page (self, page);
  else if (records != NULL)
    fw_employee_slot_set_record (slot, find_by_seq (records, g_array_index (self->seqs, guint32, position)));
  return slot;
}

static void
fw_employee_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
page_unref (gpointer page)
{
  if (page != NULL)
    g_ptr_array_unref (page);
}

static void
fw_employee_list_finalize (GObject *object)
{
  FwEmployeeList *self = FW_EMPLOYEE_LIST (object);

  forget_rows (self);
  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_free (self->text);
  g_free (self->department_id);
  g_free (self->status);
  g_array_unref (self->seqs);
  g_hash_table_unref (self->slots);
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
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
fw_employee_list_init (FwEmployeeList *self)
{
  self->seqs = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->slots = g_hash_table_new (NULL, NULL);
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_unref);
  g_queue_init (&self->page_order);
}

FwEmployeeList *
fw_employee_list_new (void)
{
  return g_object_new (FW_TYPE_EMPLOYEE_LIST, NULL);
}

static void
ask (FwEmployeeList *self)
{
  const FwEmployeeFilter filter = { .department_id = self->department_id, .status = self->status };

  if (self->store == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->searches++;
  fw_store_find_people_async (self->store, self->text, &filter, PAGE_ROWS, TRUE, self->cancellable, found_cb,
                              reading_new (self, self->searches));
}

/**
 * fw_employee_list_set_store:
 * @store: (nullable): where to look; %NULL forgets everything that was read
 */
void
fw_employee_list_set_store (FwEmployeeList *self, FwStore *store)
{
  const guint before = self->seqs->len;

  g_return_if_fail (FW_IS_EMPLOYEE_LIST (self));

  if (!g_set_object (&self->store, store))
    return;
  g_cancellable_cancel (self->cancellable);
  self->searches++;
  self->total = 0;
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
 * fw_employee_list_search:
 * @text: (nullable): name, pinyin, initials, number, telephone, department; %NULL or empty finds everybody
 * @department_id: (nullable): only this department and those below it
 * @status: (nullable): only people of this status
 *
 * Looks on another thread. The rows change when the answer is there.
 */
void
fw_employee_list_search (FwEmployeeList *self, const char *text, const char *department_id, const char *status)
{
  g_return_if_fail (FW_IS_EMPLOYEE_LIST (self));

  g_free (self->text);
  g_free (self->department_id);
  g_free (self->status);
  self->text = dup_if_any (text);
  self->department_id = dup_if_any (department_id);
  self->status = dup_if_any (status);
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
 * Returns: how many people the store had when everybody was last asked for
 */
guint
fw_employee_list_get_total (FwEmployeeList *self)
{
  g_return_val_if_fail (FW_IS_EMPLOYEE_LIST (self), 0);
  return self->total;
}
