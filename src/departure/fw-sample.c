#include "departure/fw-sample.h"

#include "core/fw-paths.h"
#include "departure/fw-import-job.h"
#include "exchange/fw-exchange-error.h"
#include "store/fw-evidence.h"

/* The account by which the sample's events are signed. */
#define SAMPLE_ACCOUNT "sample"

/* A sample with a bad row is a fault of the program, so the first one is named. */
static gboolean
refuse_bad_rows (FwImportPlan *plan,
                 const char *path,
                 GError **error)
{
  const FwImportProblem *problem;
  g_autofree char *reason = NULL;

  if (fw_import_plan_get_n_problems (plan) == 0)
    return TRUE;
  problem = fw_import_plan_get_problem (plan, 0);
  reason = fw_import_plan_say_problem (plan, 0, "en");
  g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_INPUT, "%s:%u: %s: %s", path, problem->line,
               problem->field != NULL ? problem->field->id : "row", reason);
  return FALSE;
}

static gboolean
import_file (FwStore *store,
             FwImportCatalog *catalog,
             const FwImportKind *kind,
             const char *path,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (FwTable) table = fw_table_new_from_file (file, NULL, cancellable, error);
  g_autoptr (FwImportMapping) mapping = NULL;
  g_autoptr (FwImportJob) job = NULL;
  g_autoptr (FwImportPlan) plan = NULL;
  g_autoptr (FwEvent) event = NULL;
  /* The sample has a day of its own; on a clock that is behind it nothing in it lies in the future. */
  FwImportOptions options = { .today = FW_DATE_UNKNOWN };

  if (table == NULL)
    return FALSE;
  mapping = fw_import_mapping_new_guess (kind, table);
  job = fw_import_job_new (store, SAMPLE_ACCOUNT);
  plan = fw_import_job_try (job, catalog, kind, table, mapping, &options, cancellable, error);
  if (plan == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  if (!refuse_bad_rows (plan, path, error))
    return FALSE;
  event = fw_import_job_run (job, plan, name, cancellable, error);
  return event != NULL;
}

/*
 * The columns of evidence.csv, in their order: whose, which material, its title and day, and the file
 * beside the list.
 */
enum
{
  EVIDENCE_NUMBER,
  EVIDENCE_KIND,
  EVIDENCE_TITLE,
  EVIDENCE_DATE,
  EVIDENCE_FILE,
};

static gboolean
adopt_file (FwStore *store,
            FwCommand *command,
            FwTable *table,
            guint row,
            const char *folder,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (FwRecord) person =
    fw_store_find (store, "employee", "number", fw_table_get_cell (table, row, EVIDENCE_NUMBER), error);
  g_autofree char *path = g_build_filename (folder, fw_table_get_cell (table, row, EVIDENCE_FILE), NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = person != NULL ? g_file_read (file, cancellable, error) : NULL;
  g_autofree char *sha256 = NULL;
  guint64 size;
  FwRecord *evidence;

  if (person == NULL && error != NULL && *error == NULL)
    g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_INPUT, "there is nobody with this number");
  if (stream == NULL)
    return FALSE;
  sha256 = fw_store_take_in_file (store, G_INPUT_STREAM (stream), NULL, NULL, &size, cancellable, error);
  if (sha256 == NULL)
    return FALSE;
  evidence = fw_command_add (command, "evidence");
  fw_record_set (evidence, "employee-id", fw_record_get_id (person));
  fw_record_set (evidence, "kind", fw_table_get_cell (table, row, EVIDENCE_KIND));
  fw_record_set (evidence, "title", fw_table_get_cell (table, row, EVIDENCE_TITLE));
  fw_record_set (evidence, "date", fw_table_get_cell (table, row, EVIDENCE_DATE));
  fw_record_set (evidence, "sha256", sha256);
  fw_record_set (evidence, "media-type", "text/plain");
  fw_record_set (evidence, "file-name", name);
  fw_record_set_count (evidence, "size", (gint64) size);
  return TRUE;
}

/* What lies in the personnel files: a real company scans it, here each paper is a short text. */
static gboolean
adopt_evidence (FwStore *store,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *path = fw_paths_find_data ("sample/evidence.csv");
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (FwTable) table = NULL;
  g_autoptr (FwCommand) command = NULL;
  g_autoptr (FwEvent) event = NULL;

  if (path == NULL)
    return TRUE;
  table = fw_table_new_from_file (file, NULL, cancellable, error);
  if (table == NULL)
    return FALSE;
  command = fw_command_new ("import.evidence", SAMPLE_ACCOUNT, NULL);
  for (guint i = 0; i < fw_table_get_n_rows (table); i++)
    if (!adopt_file (store, command, table, i, folder, cancellable, error))
      {
        g_prefix_error (error, "%s:%u: ", path, fw_table_get_row (table, i)->line);
        return FALSE;
      }
  event = fw_store_run (store, command, cancellable, error);
  return event != NULL;
}

/**
 * fw_sample_fill:
 * @store: opened for writing
 *
 * Brings the sample company into a store: each file of data/sample is imported as a company would import
 * its own, in the order of the catalog, and then the papers of the personnel files are adopted.
 */
gboolean
fw_sample_fill (FwStore *store,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *kinds = fw_paths_find_data ("import/kinds.xml");
  g_autoptr (FwImportCatalog) catalog = NULL;

  if (kinds == NULL)
    {
      g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_CATALOG, "import/kinds.xml is not installed");
      return FALSE;
    }
  catalog = fw_import_catalog_read (kinds, error);
  if (catalog == NULL)
    return FALSE;
  for (guint i = 0; i < fw_import_catalog_get_n_kinds (catalog); i++)
    {
      const FwImportKind *kind = fw_import_catalog_get_kind (catalog, i);
      g_autofree char *name = g_strdup_printf ("sample/%s.csv", kind->id);
      g_autofree char *path = fw_paths_find_data (name);

      if (path != NULL && !import_file (store, catalog, kind, path, cancellable, error))
        return FALSE;
    }
  return adopt_evidence (store, cancellable, error);
}
