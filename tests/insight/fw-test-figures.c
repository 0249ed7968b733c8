#include "fw-test-figures.h"

/* (transfer full): the figures worked by hand. */
JsonObject *
fw_test_figures_load (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("FAIRWELL_SOURCE"), "tests/fixtures/worked-figures.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

FwDate
fw_test_day (const char *text)
{
  FwDate day = fw_date_from_string (text);

  g_assert_true (fw_date_is_known (day));
  return day;
}
