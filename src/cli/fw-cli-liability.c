/* What everybody's departure would cost: insight STORE liability. */
#include "cli/fw-cli-liability.h"

#include <glib-unix.h>
#include <stdio.h>
#include <unistd.h>

#include "departure/fw-liability.h"

/* A reckoning that an interrupt gives up. */
typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  FwLiability *liability;
  GError *error;
} Waiting;

/* On a terminal only: whoever reads the output of a script reads no progress. */
static void
progress_cb (guint done,
             guint all,
             gpointer data)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r%u / %u%s", done, all, done == all ? "\n" : "");
}

static gboolean
interrupted_cb (gpointer data)
{
  g_cancellable_cancel (((Waiting *) data)->cancellable);
  return G_SOURCE_CONTINUE;
}

static void
reckoned_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  Waiting *waiting = data;

  waiting->liability = fw_liability_reckon_finish (result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static FwLiability *
reckon (FwCli *cli,
        const FwCliLiability *options,
        FwStore *store,
        FwDate on,
        GError **error)
{
  g_autoptr (FwWorkplace) workplace = fw_workplace_new (store, on, cli->account, cli->language);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = options->output != NULL ? g_file_new_for_commandline_arg (options->output) : NULL;
  Waiting waiting = { loop, cancellable, NULL, NULL };
  guint source = g_unix_signal_add (SIGINT, interrupted_cb, &waiting);

  fw_liability_reckon_async (workplace, on, file, progress_cb, NULL, NULL, cancellable, reckoned_cb, &waiting);
  g_main_loop_run (loop);
  g_source_remove (source);
  if (waiting.error != NULL)
    g_propagate_error (error, waiting.error);
  return waiting.liability;
}

/* Everybody's amounts on standard output, once the event is written. */
static FwLiability *
print_csv (FwCli *cli,
           FwStore *store,
           FwDate on,
           GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  FwLiability *liability = fw_liability_write (store, on, cli->account, g_str_equal (cli->language, "zh"), stream, progress_cb, NULL, NULL, error);
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  if (liability != NULL)
    fwrite (g_memory_output_stream_get_data (memory), 1, g_memory_output_stream_get_data_size (memory), stdout);
  return liability;
}

static void
add_count (JsonBuilder *json,
           const char *name,
           guint value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
add_amount (JsonBuilder *json,
            const char *name,
            const FwNumber *amount,
            guint digits)
{
  g_autofree char *text = fw_number_to_fixed (amount, digits);

  fw_cli_add_text (json, name, text);
}

static void
add_row (JsonBuilder *json,
         const FwLiabilityRow *row,
         guint digits)
{
  add_count (json, "people", row->people);
  add_count (json, "known", row->known);
  add_count (json, "not_capped", row->uncapped);
  add_amount (json, "severance", row->severance, digits);
  add_amount (json, "with_notice", row->with_notice, digits);
  add_amount (json, "damages", row->damages, digits);
}

static void
add_rows (JsonBuilder *json,
          const FwLiability *liability,
          FwLiabilityGrouping by)
{
  GPtrArray *rows = fw_liability_get_rows (liability, by);

  fw_cli_add_text (json, "by", fw_liability_grouping_get_name (by));
  json_builder_set_member_name (json, "rows");
  json_builder_begin_array (json);
  for (guint i = 0; i < rows->len; i++)
    {
      const FwLiabilityRow *row = rows->pdata[i];

      json_builder_begin_object (json);
      fw_cli_add_text (json, fw_liability_grouping_get_name (by), row->name);
      add_count (json, "depth", row->depth);
      add_row (json, row, fw_liability_get_digits (liability));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_gaps (JsonBuilder *json,
          const FwLiability *liability)
{
  GPtrArray *gaps = fw_liability_get_gaps (liability);

  json_builder_set_member_name (json, "unknown");
  json_builder_begin_array (json);
  for (guint i = 0; i < gaps->len; i++)
    {
      const FwLiabilityGap *gap = gaps->pdata[i];

      json_builder_begin_object (json);
      fw_cli_add_text (json, "id", gap->id);
      fw_cli_add_text (json, "zh", gap->zh);
      fw_cli_add_text (json, "en", gap->en);
      add_count (json, "people", gap->people);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_json (const FwLiability *liability,
            FwLiabilityGrouping by)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *on = fw_date_to_string (fw_liability_get_on (liability));

  json_builder_begin_object (json);
  fw_cli_add_text (json, "question", "liability");
  fw_cli_add_text (json, "on", on);
  json_builder_set_member_name (json, "reviewed");
  json_builder_add_boolean_value (json, fw_liability_is_reviewed (liability));
  json_builder_set_member_name (json, "assumes");
  json_builder_begin_object (json);
  fw_cli_add_text (json, "zh", fw_liability_get_assumes (liability, TRUE));
  fw_cli_add_text (json, "en", fw_liability_get_assumes (liability, FALSE));
  json_builder_end_object (json);
  json_builder_set_member_name (json, "total");
  json_builder_begin_object (json);
  add_row (json, fw_liability_get_total (liability), fw_liability_get_digits (liability));
  json_builder_end_object (json);
  add_rows (json, liability, by);
  add_gaps (json, liability);
  json_builder_end_object (json);
  fw_cli_print_built (json);
}

static void
add_table_row (GPtrArray *rows,
               const char *name,
               const FwLiabilityRow *row,
               guint digits)
{
  GPtrArray *cells = g_ptr_array_new ();

  g_ptr_array_add (cells, g_strdup_printf ("%*s%s", (int) row->depth * 2, "", name));
  g_ptr_array_add (cells, g_strdup_printf ("%u", row->people));
  g_ptr_array_add (cells, g_strdup_printf ("%u", row->people - row->known));
  g_ptr_array_add (cells, fw_number_to_fixed (row->severance, digits));
  g_ptr_array_add (cells, fw_number_to_fixed (row->with_notice, digits));
  g_ptr_array_add (cells, fw_number_to_fixed (row->damages, digits));
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (rows, g_ptr_array_free (cells, FALSE));
}

static void
print_table (FwCli *cli,
             const FwLiability *liability,
             FwLiabilityGrouping by)
{
  static const char *const zh[] = { "", "人数", "算不出", "经济补偿 N", "N+1", "赔偿金 2N", NULL };
  static const char *const en[] = { "", "people", "unknown", "severance N", "N+1", "damages 2N", NULL };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GPtrArray *rows = fw_liability_get_rows (liability, by), *gaps = fw_liability_get_gaps (liability);
  gboolean chinese = g_str_equal (cli->language, "zh");
  const char *assumes = fw_liability_get_assumes (liability, chinese);

  for (guint i = 0; i < rows->len; i++)
    {
      const FwLiabilityRow *row = rows->pdata[i];

      add_table_row (cells, row->name != NULL ? row->name : fw_cli_pick (cli, "（没有登记）", "(not on record)"), row, fw_liability_get_digits (liability));
    }
  add_table_row (cells, fw_cli_pick (cli, "合计", "total"), fw_liability_get_total (liability), fw_liability_get_digits (liability));
  fw_cli_print_table (chinese ? zh : en, cells);
  for (guint i = 0; i < gaps->len; i++)
    {
      const FwLiabilityGap *gap = gaps->pdata[i];

      printf ("%s%s: %u\n", i == 0 ? "\n" : "", fw_cli_pick (cli, gap->zh, gap->en), gap->people);
    }
  if (assumes != NULL)
    printf ("\n%s\n", assumes);
  if (!fw_liability_is_reviewed (liability))
    printf ("%s\n", fw_cli_pick (cli, "未经律师审核。", "Reviewed by no lawyer."));
}

static gboolean
answer (FwCli *cli,
        const FwCliLiability *options,
        FwStore *store,
        FwLiabilityGrouping by,
        GError **error)
{
  FwDate on = options->on != NULL ? fw_date_from_string (options->on) : fw_cli_today (cli, store, error);
  g_autoptr (FwLiability) liability = NULL;

  if (!fw_date_is_known (on))
    return FALSE;
  liability = options->csv ? print_csv (cli, store, on, error) : reckon (cli, options, store, on, error);
  if (liability == NULL || options->csv)
    return liability != NULL;
  if (cli->json)
    print_json (liability, by);
  else
    print_table (cli, liability, by);
  return TRUE;
}

/**
 * fw_cli_run_liability:
 *
 * Reckons everybody's amounts and prints the sums; an interrupt gives it up and leaves no half-written file.
 */
FwExit
fw_cli_run_liability (FwCli *cli,
                      const FwCliLiability *options)
{
  FwLiabilityGrouping by = FW_LIABILITY_BY_EMPLOYER;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = NULL;
  gboolean done;

  if ((options->by != NULL && !fw_liability_grouping_from_name (options->by, &by)) || (options->csv && options->output != NULL) ||
      (options->on != NULL && !fw_date_is_known (fw_date_from_string (options->on))) ||
      (options->output != NULL && !g_str_has_suffix (options->output, ".csv")))
    return fw_cli_misused (cli, NULL);
  store = fw_cli_open_store (cli, options->path, options->csv || options->output != NULL ? FW_STORE_WRITE : FW_STORE_READ, &error);
  if (store == NULL)
    return fw_cli_fail (cli, error);
  done = answer (cli, options, store, by, &error);
  fw_store_close (store);
  return done ? FW_EXIT_DONE : fw_cli_fail (cli, error);
}
