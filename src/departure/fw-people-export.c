#include "departure/fw-people-export.h"

#include <string.h>

#include "core/fw-task.h"
#include "exchange/fw-csv.h"
#include "store/fw-search.h"

/* People read at a time. */
#define ROWS_A_PAGE 256

typedef struct
{
  GFile *file;
  GArray *seqs;
  GStrv headings;
  GStrv columns;
  FwPeopleCell cell;
  gpointer cell_data;
  GDestroyNotify cell_data_free;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->file);
  g_array_unref (export->seqs);
  g_strfreev (export->headings);
  g_strfreev (export->columns);
  if (export->cell_data_free != NULL)
    export->cell_data_free (export->cell_data);
  g_free (export);
}

static void
append_headings (Export *export,
                 GString *csv)
{
  /* Spreadsheets take a file without the mark for one in the encoding of the system. */
  g_string_append (csv, "\xef\xbb\xbf");
  for (guint i = 0; export->headings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      fw_csv_append_harmless_cell (csv, export->headings[i], ',');
    }
  g_string_append (csv, "\r\n");
}

static void
append_person (Export *export,
               FwRecord *person,
               GString *csv)
{
  for (guint i = 0; export->headings[i] != NULL; i++)
    {
      g_autofree char *text = export->cell (person, i, export->cell_data);

      if (i > 0)
        g_string_append_c (csv, ',');
      fw_csv_append_harmless_cell (csv, text, ',');
    }
  g_string_append (csv, "\r\n");
}

/* Writes everybody; -1 with an error. */
static gint64
write_people (Export *export,
              FwStore *store,
              GOutputStream *stream,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GString) csv = g_string_new (NULL);
  gint64 n_people = 0;

  append_headings (export, csv);
  for (guint start = 0; start == 0 || start < export->seqs->len; start += ROWS_A_PAGE)
    {
      const guint n = MIN (ROWS_A_PAGE, export->seqs->len - start);
      g_autoptr (GPtrArray) people = fw_store_read_people (
        store, (const guint32 *) (gpointer) export->seqs->data + start, n, cancellable, error);

      if (people == NULL)
        return -1;
      for (guint i = 0; i < people->len; i++)
        append_person (export, g_ptr_array_index (people, i), csv);
      n_people += people->len;
      if (!g_output_stream_write_all (stream, csv->str, csv->len, NULL, cancellable, error))
        return -1;
      g_string_truncate (csv, 0);
    }
  return n_people;
}

/* How many people and which columns; never who. */
static gboolean
record_event (Export *export,
              FwWorkplace *workplace,
              gint64 n_people,
              GError **error)
{
  g_autoptr (FwCommand) command = fw_command_new ("employee.export", fw_workplace_get_who (workplace), NULL);
  g_autofree char *columns = g_strjoinv (" ", export->columns);
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, n_people);
  g_autoptr (FwEvent) event = NULL;

  fw_command_set_detail (command, "people", count);
  fw_command_set_detail (command, "columns", columns);
  fw_command_set_final (command);
  event = fw_store_run (fw_workplace_get_store (workplace), command, NULL, error);
  return event != NULL;
}

static void
export_work_cb (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  FwWorkplace *workplace = source;
  Export *export = task_data;
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) giving_up = g_cancellable_new ();
  GError *error = NULL;
  gint64 n_people;

  stream = g_file_replace (export->file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                           cancellable, &error);
  n_people = stream != NULL ? write_people (export, fw_workplace_get_store (workplace), G_OUTPUT_STREAM (stream),
                                            cancellable, &error)
                            : -1;
  /* Nothing leaves the store without its event: the file takes its name once that is written. */
  if (n_people >= 0 && record_event (export, workplace, n_people, &error) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error))
    {
      g_task_return_int (task, n_people);
      return;
    }
  if (stream != NULL)
    {
      g_cancellable_cancel (giving_up);
      g_output_stream_close (G_OUTPUT_STREAM (stream), giving_up, NULL); /* what stood there stays */
    }
  g_task_return_error (task, error);
}

/**
 * fw_people_export_async:
 * @file: is replaced when all has been written, and left as it is where not
 * @seqs: (element-type guint32): whom, in this order: row numbers of a search
 * @headings: (array zero-terminated=1): the first row
 * @columns: (array zero-terminated=1): what the event calls the columns
 * @cell: says what stands under each heading
 *
 * Writes people as CSV that Excel and WPS open as it is (UTF-8 with its mark, RFC 4180), and an event that says how many and
 * which columns. A cell that a spreadsheet would take for a formula gets an apostrophe.
 */
void
fw_people_export_async (FwWorkplace *workplace,
                        GFile *file,
                        GArray *seqs,
                        const char *const *headings,
                        const char *const *columns,
                        FwPeopleCell cell,
                        gpointer cell_data,
                        GDestroyNotify cell_data_free,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, cancellable, callback, user_data);
  Export *export = g_new0 (Export, 1);

  export->file = g_object_ref (file);
  export->seqs = g_array_ref (seqs);
  export->headings = g_strdupv ((char **) headings);
  export->columns = g_strdupv ((char **) columns);
  export->cell = cell;
  export->cell_data = cell_data;
  export->cell_data_free = cell_data_free;
  g_task_set_source_tag (task, fw_people_export_async);
  g_task_set_task_data (task, export, export_free);
  g_task_set_check_cancellable (task, FALSE); /* what was written was written */
  fw_task_run_in_thread (task, export_work_cb);
}

/**
 * fw_people_export_finish:
 *
 * Returns: how many people stand in the file; -1 with an error
 */
gint64
fw_people_export_finish (GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}
