#include "core/fw-ahead.h"

#define MANY 20000

/* Counts what is made and what is freed, and whether the order held. */
typedef struct
{
  guint made;
  gint freed;   /* atomic */
  gboolean in_order;
  GThread *maker;
} Count;

static Count *count;

static gpointer
make_cb (guint index,
         gpointer user_data)
{
  g_assert_true (user_data == count);
  count->in_order = count->in_order && index == count->made;
  count->made++;
  count->maker = g_thread_self ();
  return index % 7 == 3 ? NULL : g_memdup2 (&index, sizeof index);
}

static void
free_cb (gpointer item)
{
  /* What is freed is used no more: nobody may see the number again. */
  *(guint *) item = G_MAXUINT;
  g_free (item);
  g_atomic_int_inc (&count->freed);
}

static void
take_all (guint n_items,
          guint n_taken,
          gulong pause_us)
{
  Count counted = { .in_order = TRUE };
  FwAhead *ahead;
  const guint *kept[FW_AHEAD_KEPT] = { NULL };
  guint with_content = 0;

  count = &counted;
  ahead = fw_ahead_new (n_items, make_cb, &counted, free_cb);
  for (guint i = 0; i < n_taken; i++)
    {
      const guint *item = fw_ahead_take (ahead);

      if (pause_us > 0 && i % 512 == 0)
        g_usleep (pause_us);
      if (i % 7 == 3)
        g_assert_null (item);
      else
        g_assert_cmpuint (*item, ==, i);
      /* The one that was taken longest ago is still what it was. */
      if (i + 1 >= FW_AHEAD_KEPT && kept[(i + 1) % FW_AHEAD_KEPT] != NULL)
        g_assert_cmpuint (*kept[(i + 1) % FW_AHEAD_KEPT], ==, i + 1 - FW_AHEAD_KEPT);
      kept[i % FW_AHEAD_KEPT] = item;
    }
  if (n_taken == n_items)
    g_assert_null (fw_ahead_take (ahead));
  fw_ahead_free (ahead);
  for (guint i = 0; i < counted.made; i++)
    with_content += i % 7 != 3;
  g_assert_true (counted.in_order);
  g_assert_cmpuint (counted.made, >=, n_taken);
  g_assert_cmpuint (counted.made, <=, n_items);
  g_assert_cmpuint ((guint) g_atomic_int_get (&counted.freed), ==, with_content);
  g_assert_true (n_items < MANY || n_taken == 0 || g_get_num_processors () < 2 || counted.maker != g_thread_self ());
}

static void
test_all (void)
{
  take_all (MANY, MANY, 0);
  take_all (MANY, MANY, 500);
}

static void
test_few (void)
{
  take_all (0, 0, 0);
  take_all (1, 1, 0);
  take_all (200, 200, 0);
}

/* What nobody takes is freed all the same, and nobody waits for it. */
static void
test_given_up (void)
{
  take_all (MANY, 0, 0);
  take_all (MANY, 1, 0);
  take_all (MANY, 5000, 0);
  take_all (200, 20, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ahead/all", test_all);
  g_test_add_func ("/ahead/few", test_few);
  g_test_add_func ("/ahead/given-up", test_given_up);
  return g_test_run ();
}
