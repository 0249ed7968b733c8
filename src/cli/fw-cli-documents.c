/* Papers from facts alone: no store is needed, nothing is issued. */
#include "cli/fw-cli-commands.h"

#include <stdio.h>

#include "documents/fw-document.h"
#include "documents/fw-template-diff.h"
#include "rules/fw-packs.h"

/* Judges the facts and puts the judgment into them, where the templates read it. */
static FwAssessment *
judge (FwFacts *facts,
       FwPacks *packs,
       FwDate today,
       GError **error)
{
  FwPack *pack = fw_packs_get_for_facts (packs, facts, error);
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

static FwDocument *
lay_out (const char *id,
         const char *facts_path,
         gboolean draft,
         FwDate today,
         GError **error)
{
  g_autoptr (FwPacks) packs = fw_packs_new (error);
  g_autoptr (FwFacts) facts = NULL;
  g_autoptr (FwAssessment) assessment = NULL;
  g_auto (GStrv) folders = NULL;
  FwDocumentOptions options = { .id = id, .is_final = !draft };

  if (packs == NULL)
    return NULL;
  facts = fw_facts_load_file (facts_path, fw_packs_get_facts_schema (packs), error);
  if (facts == NULL || !date_facts (facts, today, error))
    return NULL;
  assessment = judge (facts, packs, today, error);
  if (assessment == NULL)
    return NULL;
  folders = fw_document_find_folders (fw_assessment_get_pack_id (assessment));
  options.folders = (const char *const *) folders;
  return fw_document_new (facts, &options, error);
}

static void
print_made (FwDocument *document,
            const char *id,
            const char *output,
            gboolean draft)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  GPtrArray *gaps = fw_document_get_gaps (document);

  json_builder_begin_object (json);
  fw_cli_add_text (json, "document", id);
  fw_cli_add_text (json, "file", output);
  json_builder_set_member_name (json, "draft");
  json_builder_add_boolean_value (json, draft);
  json_builder_set_member_name (json, "missing");
  json_builder_begin_array (json);
  for (guint i = 0; i < gaps->len; i++)
    json_builder_add_string_value (json, ((const FwDocumentGap *) g_ptr_array_index (gaps, i))->path);
  json_builder_end_array (json);
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

static FwExit
run_render (FwCli *cli)
{
  g_autofree char *output = fw_cli_take_option (cli, "-o");
  gboolean draft = fw_cli_take_flag (cli, "--draft");
  g_autofree char *id = fw_cli_take_word (cli);
  g_autofree char *facts_path = fw_cli_take_word (cli);
  g_autoptr (FwDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  FwDate today;

  if (facts_path == NULL || output == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  today = fw_cli_today (cli, NULL, &error);
  if (fw_date_is_known (today))
    document = lay_out (id, facts_path, draft, today, &error);
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
    "    a paper from facts alone, judged first; --draft prints it with what is missing marked",
    run_render },
  { "template",
    "template PACK DOCUMENT\n"
    "    how a company's own wording of a paper differs from the one that is shipped",
    run_template },
  { NULL },
};
