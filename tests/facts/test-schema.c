#include "facts/fw-xml.h"
#include "core/fw-paths.h"

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

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/first-in-threads", test_first_in_threads);
  return g_test_run ();
}
