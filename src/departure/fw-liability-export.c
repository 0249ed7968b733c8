/* Everybody's amounts on their way out of the store: a file that is written while they are reckoned, and its event. */
#include "departure/fw-liability-private.h"

#include "core/fw-task.h"
#include "exchange/fw-csv.h"

/* What is written is handed on once there is so much of it. */
#define PIECE_BYTES 65536

typedef struct
{
  GOutputStream *stream;
  GString *csv;
  gboolean chinese;
  GCancellable *cancellable; /* ends the reckoning where nothing can be written */
  GError *error;
  guint n_people;
  FwLiabilityProgressFunc progress_func;
  gpointer progress_data;
} Sheet;

static void
append_line (Sheet *sheet,
             const char *const *cells,
             guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (sheet->csv, ',');
      fw_csv_append_harmless_cell (sheet->csv, cells[i], ',');
    }
  g_string_append (sheet->csv, "\r\n");
}

static void
append_headings (Sheet *sheet)
{
  static const char *const zh[] = { "工号", "姓名", "用人单位", "分支机构", "部门", "经济补偿 N", "N+1", "赔偿金 2N", "没有封顶", "缺什么" };
  static const char *const en[] = { "Number", "Name", "Employer", "Branch", "Department", "Severance N", "N+1", "Damages 2N", "Not capped", "What is lacking" };

  /* Spreadsheets take a file without the mark for one in the encoding of the system. */
  g_string_append (sheet->csv, "\xef\xbb\xbf");
  append_line (sheet, sheet->chinese ? zh : en, G_N_ELEMENTS (zh));
}

static void
hand_on (Sheet *sheet)
{
  if (sheet->error == NULL &&
      !g_output_stream_write_all (sheet->stream, sheet->csv->str, sheet->csv->len, NULL, sheet->cancellable, &sheet->error))
    g_cancellable_cancel (sheet->cancellable);
  g_string_truncate (sheet->csv, 0);
}

static char *
join_gaps (const Sheet *sheet,
           const FwLiabilityPerson *person)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; person->gaps != NULL && i < person->gaps->len; i++)
    {
      const FwLiabilityGap *gap = person->gaps->pdata[i];

      if (i > 0)
        g_string_append (text, sheet->chinese ? "、" : ", ");
      g_string_append (text, sheet->chinese ? gap->zh : gap->en);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* An amount that is unknown leaves its cell empty: the last one says why. */
static void
append_person_cb (const FwLiabilityPerson *person,
                  gpointer data)
{
  Sheet *sheet = data;
  g_autofree char *severance = fw_number_to_fixed (person->severance, person->digits);
  g_autofree char *with_notice = fw_number_to_fixed (person->with_notice, person->digits);
  g_autofree char *damages = fw_number_to_fixed (person->damages, person->digits);
  g_autofree char *gaps = join_gaps (sheet, person);
  const char *uncapped = person->gaps != NULL || !person->uncapped ? "" : sheet->chinese ? "是" : "yes";
  const char *const cells[] = { fw_record_get (person->employee, "number"), fw_record_get (person->employee, "name"),
                                person->employer, person->branch, person->department, severance, with_notice, damages, uncapped, gaps };

  append_line (sheet, cells, G_N_ELEMENTS (cells));
  sheet->n_people++;
  if (sheet->csv->len >= PIECE_BYTES)
    hand_on (sheet);
}

static void
progress_cb (guint done,
             guint all,
             gpointer data)
{
  Sheet *sheet = data;

  if (sheet->progress_func != NULL)
    sheet->progress_func (done, all, sheet->progress_data);
}

/* How many people and of which day; never who. */
static gboolean
record_event (FwStore *store,
              const Sheet *sheet,
              FwDate on,
              const char *who,
              GError **error)
{
  g_autoptr (FwCommand) command = fw_command_new ("insight.export", who, NULL);
  g_autofree char *day = fw_date_to_string (on);
  g_autofree char *count = g_strdup_printf ("%u", sheet->n_people);
  g_autoptr (FwEvent) event = NULL;

  fw_command_set_detail (command, "question", "liability");
  fw_command_set_detail (command, "from", day);
  fw_command_set_detail (command, "to", day);
  fw_command_set_detail (command, "people", count);
  fw_command_set_final (command);
  event = fw_store_run (store, command, NULL, error);
  return event != NULL;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer own)
{
  g_cancellable_cancel (own);
}

/**
 * fw_liability_write:
 * @who: the account at work, named in the event
 * @progress_func: (nullable): as for fw_liability_reckon()
 *
 * Reckons, and writes each person's amounts as CSV that Excel and WPS open as it is, while they are reckoned. The event says how many
 * they are; where it cannot be written the answer is an error, and the caller does not let the file out.
 *
 * Returns: (transfer full) (nullable): the sums
 */
FwLiability *
fw_liability_write (FwStore *store,
                    FwDate on,
                    const char *who,
                    gboolean chinese,
                    GOutputStream *stream,
                    FwLiabilityProgressFunc progress_func,
                    gpointer progress_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autoptr (GCancellable) own = g_cancellable_new ();
  Sheet sheet = { .stream = stream, .csv = csv, .chinese = chinese, .cancellable = own, .progress_func = progress_func,
                  .progress_data = progress_data };
  g_autoptr (FwLiability) liability = NULL;
  g_autoptr (GError) problem = NULL;
  gulong handler = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), own, NULL) : 0;

  append_headings (&sheet);
  liability = fw_liability_reckon (store, on, 0, append_person_cb, progress_cb, &sheet, own, &problem);
  if (liability != NULL)
    hand_on (&sheet);
  g_cancellable_disconnect (cancellable, handler);
  if (sheet.error != NULL)
    {
      g_propagate_error (error, sheet.error);
      return NULL;
    }
  if (liability == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  return record_event (store, &sheet, on, who, error) ? g_steal_pointer (&liability) : NULL;
}

/* For a worker thread of the window */

typedef struct
{
  FwStore *store;
  FwDate on;
  char *who;
  gboolean chinese;
  GFile *file; /* nullable */
  FwLiabilityProgressFunc progress_func;
  gpointer progress_data;
  GDestroyNotify progress_data_free;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->store);
  g_free (order->who);
  g_clear_object (&order->file);
  if (order->progress_data_free != NULL)
    order->progress_data_free (order->progress_data);
  g_free (order);
}

/* Nothing leaves the store without its event: the file takes its name once that is written. */
static FwLiability *
write_file (Order *order,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GCancellable) giving_up = g_cancellable_new ();
  g_autoptr (GFileOutputStream) stream =
    g_file_replace (order->file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  g_autoptr (FwLiability) liability =
    stream != NULL ? fw_liability_write (order->store, order->on, order->who, order->chinese, G_OUTPUT_STREAM (stream),
                                         order->progress_func, order->progress_data, cancellable, error)
                   : NULL;

  if (liability != NULL && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
    return g_steal_pointer (&liability);
  g_cancellable_cancel (giving_up);
  if (stream != NULL)
    g_output_stream_close (G_OUTPUT_STREAM (stream), giving_up, NULL); /* what stood there stays */
  return NULL;
}

static void
reckon_in_thread_cb (GTask *task,
                     gpointer source,
                     gpointer data,
                     GCancellable *cancellable)
{
  Order *order = data;
  GError *error = NULL;
  FwLiability *liability =
    order->file != NULL ? write_file (order, cancellable, &error)
                        : fw_liability_reckon (order->store, order->on, 0, NULL, order->progress_func, order->progress_data, cancellable, &error);

  if (liability != NULL)
    g_task_return_pointer (task, liability, (GDestroyNotify) fw_liability_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fw_liability_reckon_async:
 * @file: (nullable): where everybody's amounts are written as well; left as it is where not all of them can be
 * @progress_func: (nullable): called on the threads that reckon
 * @progress_data: (transfer full): let go of on a thread of its own choosing
 *
 * As fw_liability_reckon(), on worker threads; ends with fw_liability_reckon_finish().
 */
void
fw_liability_reckon_async (FwWorkplace *workplace,
                           FwDate on,
                           GFile *file,
                           FwLiabilityProgressFunc progress_func,
                           gpointer progress_data,
                           GDestroyNotify progress_data_free,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, cancellable, callback, user_data);
  g_autofree char *language = NULL;
  Order *order = g_new0 (Order, 1);

  g_object_get (workplace, "language", &language, NULL);
  order->store = g_object_ref (fw_workplace_get_store (workplace));
  order->on = on;
  order->who = g_strdup (fw_workplace_get_who (workplace));
  order->chinese = g_strcmp0 (language, "en") != 0;
  order->file = file != NULL ? g_object_ref (file) : NULL;
  order->progress_func = progress_func;
  order->progress_data = progress_data;
  order->progress_data_free = progress_data_free;
  g_task_set_source_tag (task, fw_liability_reckon_async);
  g_task_set_task_data (task, order, order_free);
  g_task_set_check_cancellable (task, FALSE); /* what was written was written */
  fw_task_run_in_thread (task, reckon_in_thread_cb);
}

/**
 * fw_liability_reckon_finish:
 *
 * Returns: (transfer full) (nullable): the sums; %NULL with %G_IO_ERROR_CANCELLED where they were given up
 */
FwLiability *
fw_liability_reckon_finish (GAsyncResult *result,
                            GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
