/* How many cases are judged in a second, on one core: read from their XML, validated, judged, written as JSON, as
 * `fairwellctl assess --json` does with each, without starting a program for each.
 *
 *   bench-assess SECONDS FACTS.xml…
 */
#include "facts/fw-facts.h"
#include "rules/fw-assessment.h"
#include "rules/fw-packs.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct
{
  const char *name;
  GBytes *bytes;
} Case;

static GArray *
read_cases (char **paths)
{
  GArray *cases = g_array_new (FALSE, FALSE, sizeof (Case));

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      char *text = NULL;
      gsize length = 0;

      if (!g_file_get_contents (paths[i], &text, &length, &error))
        g_error ("%s", error->message);
      g_array_append_val (cases, ((Case){ paths[i], g_bytes_new_take (text, length) }));
    }
  return cases;
}

static gsize
judge (const Case *one, FwPacks *packs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwFacts) facts = NULL;
  g_autoptr (FwAssessment) assessment = NULL;
  g_autoptr (JsonNode) json = NULL;
  g_autofree char *text = NULL;
  FwPack *pack;

  facts = fw_facts_load_bytes (one->bytes, one->name, fw_packs_get_facts_schema (packs), &error);
  pack = facts != NULL ? fw_packs_get_for_facts (packs, facts, &error) : NULL;
  assessment = pack != NULL ? fw_pack_assess (pack, facts, NULL, &error) : NULL;
  if (assessment == NULL)
    g_error ("%s: %s", one->name, error->message);
  json = fw_assessment_to_json (assessment);
  text = json_to_string (json, FALSE);
  return strlen (text);
}

/* Processor time of this thread: what other programs take meanwhile does not count. */
static double
processor_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwPacks) packs = fw_packs_new (&error);
  g_autoptr (GArray) cases = NULL;
  guint64 judged = 0;
  gsize written = 0;
  double limit, start;

  if (packs == NULL)
    g_error ("%s", error->message);
  if (argc < 3)
    g_error ("use: bench-assess SECONDS FACTS.xml…");
  cases = read_cases (argv + 2);
  for (guint i = 0; i < cases->len; i++)
    judge (&g_array_index (cases, Case, i), packs); /* the packs are read here */

  limit = g_ascii_strtod (argv[1], NULL);
  start = processor_seconds ();
  while (processor_seconds () - start < limit)
    {
      written += judge (&g_array_index (cases, Case, judged % cases->len), packs);
      judged++;
    }
  g_print ("%.0f cases a second (%u different ones, %.1f KB of JSON each)\n",
           (double) judged / (processor_seconds () - start), cases->len, (double) written / (double) judged / 1024);
  return EXIT_SUCCESS;
}
