#include "facts/fw-xml.h"
#include "core/fw-paths.h"

#include <string.h>

#define THREADS 8
/* A race is lost now and then: this many fresh processes try it. */
#define PROCESSES 20

static gint waiting = THREADS;

static gpointer
load_cb (gpointer data)
{
  g_autoptr (FwSchema) schema = NULL;

  g_atomic_int_add (&waiting, -1);
  while (g_atomic_int_get (&waiting) > 0)
    ;
  schema = fw_schema_load (data, NULL);
  return GINT_TO_POINTER (schema != NULL);
}

/* The first schemas of a process are read by several threads at once: the cost of everybody does that. */
static void
test_first_in_threads (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char *path = fw_paths_find_data ("pack.rng");
      GThread *threads[THREADS];

      for (int i = 0; i < THREADS; i++)
        threads[i] = g_thread_new (NULL, load_cb, path);
      for (int i = 0; i < THREADS; i++)
        g_assert_true (GPOINTER_TO_INT (g_thread_join (threads[i])));
      return;
    }
  for (int i = 0; i < PROCESSES; i++)
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr_unmatched ("*Relax-NG*");
    }
}

static void
assert_reason (FwSchema *schema,
               const char *text,
               const char *reason)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (FwXml) xml = fw_xml_load_bytes (bytes, "pack.xml", &error);

  g_assert_no_error (error);
  g_assert_false (fw_schema_validate (schema, xml, &error));
  g_assert_cmpstr (error->message, ==, reason);
}

/* Whoever writes a pack is told the line and what is wrong there, not that something is. */
static void
test_reasons (void)
{
  g_autofree char *path = fw_paths_find_data ("pack.rng");
  g_autoptr (FwSchema) schema = fw_schema_load (path, NULL);

#define PACK "<pack xmlns='urn:fairwell:pack:1' id='YY' version='1' currency='XXX'>\n<title zh='' en=''/><review by='' on=''/>\n"
  assert_reason (schema, PACK "<document id='d' zh='' en='' moment='never'/>\n</pack>", "pack.xml:3: Invalid attribute moment for element document");
  assert_reason (schema, PACK "<check id='c' severity='blokc' family='money' article='a'>\n  <message zh='' en=''/>\n</check>\n</pack>",
                 "pack.xml:3: Invalid attribute severity for element check");
  assert_reason (schema, PACK "<nonsense/></pack>", "pack.xml:3: Did not expect element nonsense there");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/first-in-threads", test_first_in_threads);
  g_test_add_func ("/schema/reasons", test_reasons);
  return g_test_run ();
}
