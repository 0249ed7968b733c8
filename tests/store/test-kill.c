/* For memmem(). */
#define _GNU_SOURCE

#include "fw-test-store.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/fw-audit.h"

#define N_KILLS 100
#define MIN_KILLS_IN_TRANSACTION 80

typedef struct
{
  TestPlace *place;
  char *mark_path;
  volatile char *mark;
  gint64 last_printed;
  guint n_inside;
  guint n_printed;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer user_data)
{
  g_autoptr (FwStore) store = NULL;
  g_autoptr (FwRecord) employee = NULL;
  int fd;

  fixture->place = test_place_new ();
  store = test_store_create (fixture->place);
  employee = test_add_employee (store, "E1", "诸葛孔明");
  fixture->mark_path = test_place_file (fixture->place, "mark");
  g_assert_true (g_file_set_contents (fixture->mark_path, "", 1, NULL));
  fd = open (fixture->mark_path, O_RDWR | O_CLOEXEC);
  fixture->mark = mmap (NULL, 1, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  g_assert_true (fixture->mark != MAP_FAILED);
  close (fd);
}

static void
tear_down (Fixture *fixture,
           gconstpointer user_data)
{
  munmap ((void *) fixture->mark, 1);
  g_free (fixture->mark_path);
  test_place_free (fixture->place);
}

/* Numbers the writer printed: each stands for a commit that it was told is on disk. */
static void
read_printed (Fixture *fixture,
              FILE *output)
{
  char line[64];

  while (fgets (line, sizeof line, output) != NULL)
    {
      /* A line cut by the kill was never whole, so nobody was told. */
      if (strchr (line, '\n') == NULL)
        break;
      fixture->last_printed = MAX (fixture->last_printed, g_ascii_strtoll (line, NULL, 10));
      fixture->n_printed++;
    }
}

static void
kill_one_writer (Fixture *fixture)
{
  const char *arguments[] = { g_test_get_filename (G_TEST_BUILT, "store", "kill-writer", NULL),
                              fixture->place->path, fixture->mark_path, NULL };
  g_autoptr (GError) error = NULL;
  int out = -1, status;
  GPid pid;
  FILE *output;
  char line[64];

  *fixture->mark = 0;
  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL,
                            G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &pid, NULL,
                            &out, NULL, &error);
  g_assert_no_error (error);
  output = fdopen (out, "r");
  /* Once it writes, at any moment. */
  g_assert_nonnull (fgets (line, sizeof line, output));
  fixture->last_printed = MAX (fixture->last_printed, g_ascii_strtoll (line, NULL, 10));
  fixture->n_printed++;
  g_usleep ((gulong) g_test_rand_int_range (0, 40 * 1000));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  fixture->n_inside += *fixture->mark == 1;
  read_printed (fixture, output);
  fclose (output);
}

static void
check_nothing_lost (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = test_store_open (fixture->place, FW_STORE_READ);
  g_autoptr (FwVerification) verification = fw_store_verify (store, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verification->reason, ==, NULL);
  g_assert_true (verification->sound);
  /* Numbers have no gaps, so that the last one printed stands for all. */
  g_assert_cmpint (verification->n_events, >=, fixture->last_printed);
  g_assert_cmpint (verification->n_events, >=, fixture->n_printed);
  g_assert_cmpint (fw_store_count (store, "wage", NULL, NULL, NULL), ==, (verification->n_events - 2) * 60);
}

/* A name must not lie open anywhere in the folder, the log of a killed writer included. */
static void
check_no_name (Fixture *fixture)
{
  static const char *const secrets[] = { "诸葛孔明",          "诸葛",
                                         "zhugekongming",     "zhu ge kong ming",
                                         "the month's wages", "wages.import",
                                         TEST_PASSPHRASE };
  g_autoptr (GDir) folder = g_dir_open (fixture->place->path, 0, NULL);
  const char *name;
  guint n_files = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = test_place_store_file (fixture->place, name);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (file, &bytes, &length, NULL));
      for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
        g_assert_null (memmem (bytes, length, secrets[i], strlen (secrets[i])));
      n_files++;
    }
  /* Database, log, its index, keys, lock: the writer was killed, so nothing has been tidied up. */
  g_assert_cmpuint (n_files, ==, 5);
}

static void
test_hundred_kills (Fixture *fixture,
                    gconstpointer user_data)
{
  for (guint i = 0; i < N_KILLS; i++)
    kill_one_writer (fixture);
  check_no_name (fixture);
  g_test_message (
    "%u kills, %u of them in an open transaction; %u events printed, the last is number %" G_GINT64_FORMAT,
    N_KILLS, fixture->n_inside, fixture->n_printed, fixture->last_printed);
  g_assert_cmpuint (fixture->n_inside, >=, MIN_KILLS_IN_TRANSACTION);
  check_nothing_lost (fixture);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/kill/hundred-kills", Fixture, NULL, set_up, test_hundred_kills, tear_down);
  return g_test_run ();
}
