#include "departure/fw-insight-chart-private.h"

#include "core/fw-task.h"
#include "departure/fw-workplace.h"
#include "store/fw-store.h"

/**
 * fw_insight_chart_note_copy:
 * @how: "export" or "print"
 *
 * Puts on record that figures left the store: which question, of which period, branch and department.
 *
 * Returns: whether it is on record
 */
gboolean
fw_insight_chart_note_copy (FwInsightChart *self,
                            FwStore *store,
                            const char *who,
                            const char *how,
                            GError **error)
{
  FwInsight *insight = _fw_insight_chart_get_insight (self);
  g_autofree char *what = g_strconcat ("insight.", how, NULL);
  g_autofree char *from = fw_date_to_string (fw_insight_get_from (insight));
  g_autofree char *until = fw_date_to_string (fw_insight_get_until (insight));
  const FwInsightFilter *filter = fw_insight_get_filter (insight);
  g_autoptr (FwCommand) command = fw_command_new (what, who, NULL);
  g_autoptr (FwEvent) event = NULL;

  fw_command_set_detail (command, "question", fw_insight_question_get_name (fw_insight_chart_get_question (self)));
  fw_command_set_detail (command, "from", from);
  fw_command_set_detail (command, "to", until);
  if (filter->branch_id != NULL)
    fw_command_set_detail (command, "branch", filter->branch_id);
  if (filter->department_id != NULL)
    fw_command_set_detail (command, "department", filter->department_id);
  event = fw_store_run (store, command, NULL, error);
  return event != NULL;
}

static gboolean
replace (GFile *file,
         const char *text,
         gsize length,
         GError **error)
{
  return g_file_replace_contents (file, text, length, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                  NULL, NULL, error);
}

/* The table, and beside it what its columns mean. */
static gboolean
save_table (FwInsightChart *self,
            GFile *file,
            GError **error)
{
  g_autoptr (FwChartTable) table = fw_insight_chart_tabulate (self);
  g_autofree char *csv = fw_chart_table_to_csv (table);
  g_autofree char *words = fw_insight_chart_define (self);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".csv"));
  g_autofree char *beside = g_strconcat (stem, "-definition.txt", NULL);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) definition = g_file_get_child (folder, beside);

  return replace (file, csv, strlen (csv), error) && replace (definition, words, strlen (words), error);
}

static gboolean
save_picture (FwInsightChart *self,
              GFile *file,
              FwChartFormat format,
              FwChartPalette palette,
              double width,
              GError **error)
{
  g_autoptr (FwChart) chart = fw_insight_chart_layout_for_file (self, format == FW_CHART_PDF ? FW_CHART_PAPER_WIDTH : width);
  g_autoptr (GBytes) bytes =
    fw_chart_to_bytes (chart, format, palette, fw_chart_get_text (chart, 0), _fw_insight_chart_get_made (self), error);

  return bytes != NULL && replace (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

/**
 * fw_insight_chart_save:
 * @file: its ending says what it becomes: .pdf for paper, .svg, .png, or .csv, the table with its definition beside it
 * @palette: of an SVG or PNG
 * @width: of an SVG or PNG, in logical pixels
 *
 * Writes the chart to a file, and that it was written into the audit; a file of which that cannot be noted is taken back.
 *
 * Returns: whether both are done
 */
gboolean
fw_insight_chart_save (FwInsightChart *self,
                       FwStore *store,
                       const char *who,
                       GFile *file,
                       FwChartPalette palette,
                       double width,
                       GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  FwChartFormat format;

  if (g_str_has_suffix (lower, ".csv"))
    {
      if (!save_table (self, file, error))
        return FALSE;
    }
  else if (!fw_chart_format_from_name (name, &format, error) || !save_picture (self, file, format, palette, width, error))
    return FALSE;
  if (fw_insight_chart_note_copy (self, store, who, "export", error))
    return TRUE;
  g_file_delete (file, NULL, NULL);
  return FALSE;
}

/* What a worker thread needs. */
typedef struct
{
  FwStore *store;
  char *who;
  GFile *file;
  FwChartPalette palette;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->store);
  g_object_unref (saving->file);
  g_free (saving->who);
  g_free (saving);
}

static void
save_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (fw_insight_chart_save (source, saving->store, saving->who, saving->file, saving->palette, FW_CHART_PAPER_WIDTH, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* As fw_insight_chart_save(), on a worker thread. */
void
fw_insight_chart_save_async (FwInsightChart *self,
                             FwStore *store,
                             const char *who,
                             GFile *file,
                             FwChartPalette palette,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->store = g_object_ref (store);
  saving->who = g_strdup (who);
  saving->file = g_object_ref (file);
  saving->palette = palette;
  g_task_set_source_tag (task, fw_insight_chart_save_async);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  fw_task_run_in_thread (task, save_in_thread);
}

gboolean
fw_insight_chart_save_finish (GAsyncResult *result,
                              GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
