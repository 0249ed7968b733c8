/* Papers from facts alone: no store is needed, nothing is issued. */
#include "cli/fw-cli-commands.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "documents/fw-document-batch.h"
#include "documents/fw-template-diff.h"
#include "rules/fw-packs.h"

/* Judges the facts and puts the judgment into them, where the templates read it. */
static FwAssessment *
judge (FwFacts *facts,
       FwPacks *packs,
       FwDate today,
       GError **error)
{
  FwPack *pack = fw_packs_get_for_file (packs, facts, error);
  g_autoptr (FwAssessment) assessment = pack != NULL ? fw_pack_assess (pack, facts, NULL, error) : NULL;

  if (assessment != NULL)
    fw_assessment_to_facts (assessment, facts, today);
  return g_steal_pointer (&assessment);
}

/* The paper is dated by its facts; facts without a day are those of today. */
static gboolean
date_facts (FwFacts *facts,
            FwDate today,
            GError **error)
{
  g_autofree char *day = fw_date_to_string (today);

  return fw_facts_get (facts, "@as-of") != NULL || fw_facts_set (facts, "@as-of", day, error);
}

static FwFacts *
load_judged (const char *path,
             FwPacks *packs,
             FwDate today,
             char **pack_id,
             GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_load_file (path, fw_packs_get_facts_schema (packs), error);
  g_autoptr (FwAssessment) assessment = NULL;

  if (facts == NULL || !date_facts (facts, today, error))
    return NULL;
  assessment = judge (facts, packs, today, error);
  if (assessment == NULL)
    return NULL;
  *pack_id = g_strdup (fw_assessment_get_pack_id (assessment));
  return g_steal_pointer (&facts);
}

static FwDocument *
lay_out (const char *id,
         const char *facts_path,
         gboolean draft,
         FwDate today,
         GError **error)
{
  g_autoptr (FwPacks) packs = fw_packs_new (error);
  g_autoptr (FwFacts) facts = NULL;
  g_autofree char *pack_id = NULL;
  g_auto (GStrv) folders = NULL;
  FwDocumentOptions options = { .id = id, .is_final = !draft };

  facts = packs != NULL ? load_judged (facts_path, packs, today, &pack_id, error) : NULL;
  if (facts == NULL)
    return NULL;
  folders = fw_document_find_folders (pack_id);
  options.folders = (const char *const *) folders;
  return fw_document_new (facts, &options, error);
}

/* All papers, made and checked before the first is written. */
static FwDocumentBatch *
make_batch (const char *id,
            GPtrArray *paths,
            gboolean draft,
            FwDate today,
            GError **error)
{
  g_autoptr (FwPacks) packs = fw_packs_new (error);
  g_autoptr (FwDocumentBatch) batch = NULL;
  g_autofree char *first_pack = NULL;
  FwDocumentOptions options = { .id = id, .is_final = !draft };

  for (guint i = 0; packs != NULL && i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *pack_id = NULL;
      g_autoptr (FwFacts) facts = load_judged (path, packs, today, &pack_id, error);

      if (facts == NULL)
        return NULL;
      if (batch == NULL)
        {
          g_auto (GStrv) folders = fw_document_find_folders (pack_id);

          batch = fw_document_batch_new ((const char *const *) folders, error);
          first_pack = g_steal_pointer (&pack_id);
        }
      else if (g_strcmp0 (pack_id, first_pack) != 0)
        {
          g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_NOT_FOUND, "%s: facts of another pack than those before",
                       path);
          return NULL;
        }
      if (batch == NULL || !fw_document_batch_add (batch, facts, &options, error))
        {
          g_prefix_error (error, "%s: ", path);
          return NULL;
        }
    }
  return g_steal_pointer (&batch);
}

static void
add_missing (JsonBuilder *json,
             GPtrArray *gaps)
{
  json_builder_set_member_name (json, "missing");
  json_builder_begin_array (json);
  for (guint i = 0; i < gaps->len; i++)
    json_builder_add_string_value (json, ((const FwDocumentGap *) g_ptr_array_index (gaps, i))->path);
  json_builder_end_array (json);
}

static void
print_made (FwDocument *document,
            const char *id,
            const char *output,
            gboolean draft)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  fw_cli_add_text (json, "document", id);
  fw_cli_add_text (json, "file", output);
  json_builder_set_member_name (json, "draft");
  json_builder_add_boolean_value (json, draft);
  add_missing (json, fw_document_get_gaps (document));
  json_builder_end_object (json);
  fw_cli_print_built (json);
}

/* What is still to be said or asked, on standard error so that the file stays alone. */
static void
report (FwDocument *document,
        const FwCli *cli)
{
  GPtrArray *gaps = fw_document_get_gaps (document);
  GPtrArray *findings = fw_document_get_findings (document);

  for (guint i = 0; i < gaps->len; i++)
    {
      const FwDocumentGap *gap = g_ptr_array_index (gaps, i);

      fprintf (stderr, "%s: %s\n", gap->path, fw_cli_pick (cli, gap->zh, gap->en));
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const FwDocumentFinding *finding = g_ptr_array_index (findings, i);

      fprintf (stderr, "%s: %s\n", finding->id, fw_cli_pick (cli, finding->zh, finding->en));
    }
}

/* FOLDER/facts.pdf for each facts.xml; NULL where two would have one name. */
static GPtrArray *
name_files (GPtrArray *paths,
            const char *folder)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *name = g_path_get_basename (g_ptr_array_index (paths, i));
      g_autofree char *stem = g_str_has_suffix (name, ".xml") ? g_strndup (name, strlen (name) - 4) : g_strdup (name);
      g_autofree char *file = g_strconcat (stem, ".pdf", NULL);

      g_ptr_array_add (files, g_build_filename (folder, file, NULL));
      if (!g_hash_table_add (seen, g_ptr_array_index (files, i)))
        return NULL;
    }
  return g_steal_pointer (&files);
}

static gboolean
save_each (FwDocumentBatch *batch,
           GPtrArray *files,
           GError **error)
{
  g_autofree char *folder = g_path_get_dirname (g_ptr_array_index (files, 0));

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return fw_document_batch_save_each (batch, (const char *const *) files->pdata, error);
  g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_OUTPUT, "%s: %s", folder, g_strerror (errno));
  return FALSE;
}

static void
print_files (FwDocumentBatch *batch,
             GPtrArray *paths,
             GPtrArray *files,
             const char *id,
             const char *output,
             gboolean draft)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  fw_cli_add_text (json, "document", id);
  json_builder_set_member_name (json, "draft");
  json_builder_add_boolean_value (json, draft);
  json_builder_set_member_name (json, "papers");
  json_builder_begin_array (json);
  for (guint i = 0; i < paths->len; i++)
    {
      GPtrArray *gaps = fw_document_get_gaps (fw_document_batch_get (batch, i));

      json_builder_begin_object (json);
      fw_cli_add_text (json, "facts", g_ptr_array_index (paths, i));
      fw_cli_add_text (json, "file", files != NULL ? g_ptr_array_index (files, i) : output);
      add_missing (json, gaps);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  fw_cli_print_built (json);
}

/* Many papers at once: one file of all, or a folder of one for each. */
static FwExit
render_many (FwCli *cli,
             const char *id,
             GPtrArray *paths,
             const char *output,
             gboolean draft,
             gboolean each)
{
  g_autoptr (GPtrArray) files = each ? name_files (paths, output) : NULL;
  g_autoptr (FwDocumentBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  FwDate today;

  if (each && files == NULL)
    return fw_cli_misused (cli, "two facts files have the same name");
  today = fw_cli_today (cli, NULL, &error);
  if (fw_date_is_known (today))
    batch = make_batch (id, paths, draft, today, &error);
  if (batch == NULL ||
      !(each ? save_each (batch, files, &error) : fw_document_batch_save_all (batch, output, &error)))
    return fw_cli_fail (cli, error);
  for (guint i = 0; i < paths->len; i++)
    report (fw_document_batch_get (batch, i), cli);
  if (cli->json)
    print_files (batch, paths, files, id, output, draft);
  return FW_EXIT_DONE;
}

static FwExit
run_render (FwCli *cli)
{
  g_autofree char *output = fw_cli_take_option (cli, "-o");
  gboolean draft = fw_cli_take_flag (cli, "--draft");
  gboolean each = fw_cli_take_flag (cli, "--each");
  g_autofree char *id = fw_cli_take_word (cli);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (FwDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  char *path;
  FwDate today;

  while ((path = fw_cli_take_word (cli)) != NULL)
    g_ptr_array_add (paths, path);
  if (paths->len == 0 || output == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  if (each || paths->len > 1)
    return render_many (cli, id, paths, output, draft, each);
  today = fw_cli_today (cli, NULL, &error);
  if (fw_date_is_known (today))
    document = lay_out (id, g_ptr_array_index (paths, 0), draft, today, &error);
  if (document == NULL || !fw_document_save_pdf (document, output, &error))
    return fw_cli_fail (cli, error);
  report (document, cli);
  if (cli->json)
    print_made (document, id, output, draft);
  return FW_EXIT_DONE;
}

static void
print_diff (GPtrArray *lines,
            const char *id)
{
  static const char *const kinds[] = { "same", "removed", "added" };
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  fw_cli_add_text (json, "document", id);
  json_builder_set_member_name (json, "lines");
  json_builder_begin_array (json);
  for (guint i = 0; i < lines->len; i++)
    {
      const FwDiffLine *line = g_ptr_array_index (lines, i);

      json_builder_begin_object (json);
      fw_cli_add_text (json, "kind", kinds[line->kind]);
      fw_cli_add_text (json, "line", line->line);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  fw_cli_print_built (json);
}

/* What a company has reworded, beside what is shipped: the lines that differ. */
static FwExit
run_template (FwCli *cli)
{
  g_autofree char *pack = fw_cli_take_word (cli);
  g_autofree char *id = fw_cli_take_word (cli);
  g_auto (GStrv) folders = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (id == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  folders = fw_document_find_folders (pack);
  lines = fw_template_diff_files ((const char *const *) folders, id, &error);
  if (lines == NULL)
    return fw_cli_fail (cli, error);
  if (cli->json)
    print_diff (lines, id);
  for (guint i = 0; !cli->json && i < lines->len; i++)
    {
      const FwDiffLine *line = g_ptr_array_index (lines, i);

      if (line->kind != FW_DIFF_SAME)
        printf ("%c %s\n", line->kind == FW_DIFF_ADDED ? '+' : '-', line->line);
    }
  return FW_EXIT_DONE;
}

const FwCliCommand fw_cli_documents_commands[] = {
  { "render",
    "render DOCUMENT FACTS.xml -o FILE.pdf [--draft]\n"
    "render DOCUMENT FACTS.xml… -o FILE.pdf|FOLDER [--each] [--draft]\n"
    "    a paper from facts alone, judged first; --draft prints it with what is missing marked. Of many facts one file\n"
    "    of all their papers, or with --each a file for each in FOLDER",
    run_render },
  { "template",
    "template PACK DOCUMENT\n"
    "    how a company's own wording of a paper differs from the one that is shipped",
    run_template },
  { NULL },
};
