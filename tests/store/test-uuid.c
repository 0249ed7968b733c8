#include "store/fw-uuid.h"

static void
test_order (void)
{
  g_autofree char *before = fw_uuid_new ();

  for (guint i = 0; i < 2000; i++)
    {
      char *next = fw_uuid_new ();

      g_assert_cmpstr (next, >, before);
      g_assert_true (fw_uuid_is_valid (next));
      g_assert_cmpint (next[14], ==, '7');
      g_assert_nonnull (strchr ("89ab", next[19]));
      g_free (before);
      before = next;
    }
}

static void
test_time (void)
{
  g_autofree char *id = fw_uuid_new ();
  g_autofree char *head = g_strndup (id, 8);
  g_autofree char *hex = g_strdup_printf ("%s%.4s", head, id + 9);
  gint64 milliseconds = (gint64) g_ascii_strtoull (hex, NULL, 16);

  g_assert_cmpint (ABS (milliseconds - g_get_real_time () / 1000), <, 10000);
}

static void
test_valid (void)
{
  g_assert_false (fw_uuid_is_valid (NULL));
  g_assert_false (fw_uuid_is_valid (""));
  g_assert_false (fw_uuid_is_valid ("0190c3e2-0000-7000-8000-00000000000"));
  g_assert_false (fw_uuid_is_valid ("0190C3E2-0000-7000-8000-000000000000"));
  g_assert_false (fw_uuid_is_valid ("' OR 1 = 1 --"));
  g_assert_true (fw_uuid_is_valid ("0190c3e2-0000-7000-8000-000000000000"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/uuid/order", test_order);
  g_test_add_func ("/store/uuid/time", test_time);
  g_test_add_func ("/store/uuid/valid", test_valid);
  return g_test_run ();
}
