/*
 * kill-writer STORE MARK: writes until it is killed. Prints the number of each event behind its commit,
 * and keeps in the first byte of the file MARK whether a transaction is open.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>

#include "fw-test-store.h"
#include "store/fw-evidence.h"
#include "store/fw-store-private.h"

#define RECORDS_A_COMMAND 60

static void
mark_cb (gboolean open,
         gpointer user_data)
{
  *(volatile char *) user_data = open ? 1 : 0;
}

static void
put_many (FwStore *store,
          FwRecord *employee,
          guint round)
{
  g_autoptr (FwCommand) command = fw_command_new ("wages.import", "tester", "the month's wages");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = NULL;

  for (guint i = 0; i < RECORDS_A_COMMAND; i++)
    {
      FwRecord *wage = fw_command_add (command, "wage");
      g_autofree char *gross = g_strdup_printf ("%u.%02u", round + 1, i);

      fw_record_set (wage, "employee-id", fw_record_get_id (employee));
      fw_record_set (wage, "month", "2026-02");
      fw_record_set (wage, "gross", gross);
    }
  event = fw_store_run (store, command, NULL, &error);
  g_assert_no_error (error);
  printf ("%" G_GINT64_FORMAT "\n", fw_event_get_seq (event));
  fflush (stdout);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = NULL;
  g_autoptr (FwRecord) employee = NULL;
  int fd = open (argv[2], O_RDWR | O_CLOEXEC);
  char *mark = mmap (NULL, 1, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

  g_assert_true (mark != MAP_FAILED);
  store = fw_store_open (argv[1], TEST_PASSPHRASE, FW_STORE_WRITE, &error);
  g_assert_no_error (error);
  employee = fw_store_find (store, "employee", "number", "E1", &error);
  g_assert_no_error (error);
  _fw_store_watch_transactions (store, mark_cb, mark);
  for (guint round = 0;; round++)
    put_many (store, employee, round);
  return 0;
}
