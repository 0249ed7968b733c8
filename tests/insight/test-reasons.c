#include "insight/fw-reasons.h"

#include "fw-test-figures.h"

/* The people of the worked table, as leavers 0, 1, 2 … */
static GArray *
read_given (JsonArray *people)
{
  GArray *given = g_array_new (FALSE, FALSE, sizeof (FwReasonGiven));

  for (guint i = 0; i < json_array_get_length (people); i++)
    {
      JsonArray *reasons = json_array_get_array_element (json_array_get_array_element (people, i), 1);
      FwReasonGiven none = { .person = i };

      for (guint r = 0; r < json_array_get_length (reasons); r++)
        {
          JsonArray *pair = json_array_get_array_element (reasons, r);
          FwReasonGiven one = { i, g_intern_string (json_array_get_string_element (pair, 0)),
                                json_array_get_null_element (pair, 1) ? 0 : json_array_get_double_element (pair, 1) };

          g_array_append_val (given, one);
        }
      if (json_array_get_length (reasons) == 0)
        g_array_append_val (given, none);
    }
  return given;
}

static void
test_by_hand (void)
{
  g_autoptr (JsonObject) figures = fw_test_figures_load ();
  JsonObject *worked = json_object_get_object_member (figures, "pareto_by_hand");
  JsonArray *table = json_object_get_array_member (worked, "table");
  g_autoptr (GArray) given = read_given (json_object_get_array_member (worked, "people"));
  g_autoptr (FwReasons) reasons = fw_reasons_new ((FwReasonGiven *) (gpointer) given->data, given->len);

  g_assert_cmpuint (fw_reasons_get_n_leavers (reasons), ==, 5);
  g_assert_cmpuint (fw_reasons_get_n_rows (reasons), ==, json_array_get_length (table));
  for (guint i = 0; i < json_array_get_length (table); i++)
    {
      JsonObject *row = json_array_get_object_element (table, i);
      const FwReasonRow *found = fw_reasons_get_row (reasons, i);
      const char *name = json_object_get_string_member (row, "reason");

      g_assert_cmpstr (found->reason, ==, g_str_equal (name, "not recorded") ? FW_REASONS_UNRECORDED : name);
      g_assert_cmpfloat_with_epsilon (found->weight, json_object_get_double_member (row, "weight"), 1e-6);
      g_assert_cmpfloat_with_epsilon (found->share, json_object_get_double_member (row, "share"), 1e-6);
      g_assert_cmpfloat_with_epsilon (found->running, json_object_get_double_member (row, "running"), 1e-6);
      g_assert_cmpuint (found->people, ==, json_object_get_int_member (row, "people"));
    }
}

static void
give (GArray *given,
      guint32 person,
      const char *reason)
{
  FwReasonGiven one = { person, reason != NULL ? g_intern_string (reason) : NULL, 0 };

  g_array_append_val (given, one);
}

/* Rare reasons are folded, at the end; whoever named two of them is one person. */
static void
test_fold (void)
{
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (FwReasonGiven));
  g_autoptr (FwReasons) all = NULL;
  g_autoptr (FwReasons) shown = NULL;

  for (guint i = 0; i < 3; i++)
    give (given, i, "pay");
  for (guint i = 3; i < 8; i++)
    give (given, i, NULL);
  give (given, 8, "study");
  give (given, 8, "health");
  give (given, 9, "study");
  all = fw_reasons_new ((FwReasonGiven *) (gpointer) given->data, given->len);
  shown = fw_reasons_fold (all);
  g_assert_cmpuint (fw_reasons_get_n_rows (shown), ==, 3);
  g_assert_cmpstr (fw_reasons_get_row (shown, 0)->reason, ==, "pay");
  g_assert_cmpstr (fw_reasons_get_row (shown, 1)->reason, ==, FW_REASONS_UNRECORDED);
  g_assert_cmpstr (fw_reasons_get_row (shown, 2)->reason, ==, FW_REASONS_FOLDED);
  g_assert_cmpuint (fw_reasons_get_row (shown, 2)->people, ==, 2);
  g_assert_cmpuint (fw_reasons_get_row (shown, 2)->n_folded, ==, 2);
  g_assert_cmpfloat_with_epsilon (fw_reasons_get_row (shown, 2)->running, 1, 1e-9);
  g_assert_cmpuint (fw_reasons_get_n_unrecorded (shown), ==, 5);
  g_assert_true (fw_reasons_row_holds (shown, 2, "health"));
  g_assert_false (fw_reasons_row_holds (shown, 2, "pay"));
  g_assert_false (fw_reasons_row_holds (shown, 2, NULL));
  g_assert_true (fw_reasons_row_holds (shown, 1, NULL));
}

/* Who gave the same reason twice, as two of one group, is one person. */
static void
test_twice (void)
{
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (FwReasonGiven));
  g_autoptr (FwReasons) reasons = NULL;

  give (given, 1, "pay");
  give (given, 1, "load");
  give (given, 1, "pay");
  reasons = fw_reasons_new ((FwReasonGiven *) (gpointer) given->data, given->len);
  g_assert_cmpstr (fw_reasons_get_row (reasons, 0)->reason, ==, "pay");
  g_assert_cmpuint (fw_reasons_get_row (reasons, 0)->people, ==, 1);
  g_assert_cmpfloat_with_epsilon (fw_reasons_get_row (reasons, 0)->weight, 2.0 / 3, 1e-9);
}

/* Of thirteen reasons ten are shown, of twelve all. */
static void
test_many (void)
{
  for (guint n = 12; n <= 13; n++)
    {
      g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (FwReasonGiven));
      g_autoptr (FwReasons) all = NULL;
      g_autoptr (FwReasons) shown = NULL;

      for (guint i = 0; i < n * 3; i++)
        {
          g_autofree char *name = g_strdup_printf ("reason-%02u", i % n);

          give (given, i, name);
        }
      all = fw_reasons_new ((FwReasonGiven *) (gpointer) given->data, given->len);
      shown = fw_reasons_fold (all);
      g_assert_cmpuint (fw_reasons_get_n_rows (shown), ==, n == 12 ? 12 : 11);
      if (n == 13)
        g_assert_cmpuint (fw_reasons_get_row (shown, 10)->n_folded, ==, 3);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reasons/by-hand", test_by_hand);
  g_test_add_func ("/reasons/fold", test_fold);
  g_test_add_func ("/reasons/twice", test_twice);
  g_test_add_func ("/reasons/many", test_many);
  return g_test_run ();
}
