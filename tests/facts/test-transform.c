#include "facts/fw-transform.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("fairwell-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "letter.xsl", NULL);
}

static void
write_file (Fixture *fixture,
            const char *name,
            const char *body)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *text = g_strconcat ("<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
                                       "xmlns:fw='urn:fairwell:functions:1' exclude-result-prefixes='fw'>",
                                       body, "</xsl:stylesheet>", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static FwFacts *
some_facts (void)
{
  FwFacts *facts = fw_facts_new ();

  fw_facts_set (facts, "employee/@name", "张敏", NULL);
  fw_facts_set (facts, "departure/@last-day", "2026-03-31", NULL);
  return facts;
}

static char *
run (Fixture *fixture,
     GError **error)
{
  g_autoptr (FwFacts) facts = some_facts ();
  g_autoptr (FwTransform) transform = fw_transform_load (fixture->path, NULL, error);
  g_autoptr (FwXml) result = NULL;
  const char *parameters[] = { "setting", "it's \"quoted\"", NULL };

  if (transform == NULL)
    return NULL;
  result = fw_transform_run (transform, facts, parameters, error);
  return result != NULL ? fw_xml_node_dup_text (fw_xml_get_root (result)) : NULL;
}

static void
test_runs (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  write_file (fixture, "common.xsl", "<xsl:template name='who'><xsl:value-of select='employee/@name'/></xsl:template>");
  write_file (fixture, "letter.xsl",
              "<xsl:include href='common.xsl'/><xsl:param name='setting'/><xsl:template match='/facts'><p><xsl:call-template name='who'/>"
              "<xsl:value-of select='fw:add-days(departure/@last-day, 1)'/> <xsl:value-of select='$setting'/></p>"
              "</xsl:template>");
  text = run (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "张敏2026-04-01it's \"quoted\"");
}

static void
assert_fails (Fixture *fixture,
              const char *body,
              const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  write_file (fixture, "letter.xsl", body);
  text = run (fixture, &error);
  g_assert_null (text);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "letter.xsl"));
  g_assert_nonnull (strstr (error->message, reason));
}

#define IN_PAGE(inner) "<xsl:template match='/facts'><p>" inner "</p></xsl:template>"

static void
test_fails (Fixture *fixture,
            gconstpointer data)
{
  assert_fails (fixture, "<xsl:import href='common.xsl'/>", "import");
  assert_fails (fixture, "<xsl:include href='../common.xsl'/>", "cannot be included");
  assert_fails (fixture, "<xsl:include href='letter.xsl'/>", "letter.xsl");
  assert_fails (fixture, IN_PAGE ("<xsl:value-of select='document(\"/etc/passwd\")'/>"), "document");
  assert_fails (fixture, IN_PAGE ("<a x='{document(\"/etc/passwd\")}'/>"), "document");
  assert_fails (fixture, IN_PAGE ("<xsl:value-of select='fw:nothing()'/>"), "");
  assert_fails (fixture, IN_PAGE ("<xsl:value-of select='$nothing'/>"), "nothing");
  assert_fails (fixture, IN_PAGE ("<xsl:call-template name='nobody'/>"), "nobody");
  assert_fails (fixture, IN_PAGE ("<xsl:value-of select='a['/>"), "");
  assert_fails (fixture, "<xsl:template name='a'><xsl:call-template name='a'/></xsl:template>" IN_PAGE ("<xsl:call-template name='a'/>"),
                "recursion");
  assert_fails (fixture, "<xsl:template match='/facts'/>", "");
  assert_fails (fixture, "<nonsense", "letter.xsl:1");
}

/* A message of the sheet itself is no fault of the sheet; one that stands beside a fault is. */
static void
test_refuses (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) failed = NULL;

  write_file (fixture, "letter.xsl", IN_PAGE ("<xsl:message terminate='yes'>not for these</xsl:message>"));
  g_assert_null (run (fixture, &refused));
  g_assert_error (refused, FW_FACTS_ERROR, FW_FACTS_ERROR_REFUSED);
  g_assert_cmpstr (refused->message, ==, "not for these");
  write_file (fixture, "letter.xsl",
              IN_PAGE ("<xsl:message>so far</xsl:message><xsl:value-of select='$nothing'/><xsl:message terminate='yes'>stop</xsl:message>"));
  g_assert_null (run (fixture, &failed));
  g_assert_error (failed, FW_FACTS_ERROR, FW_FACTS_ERROR_EXPRESSION);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/transform/runs", Fixture, NULL, set_up, test_runs, tear_down);
  g_test_add ("/transform/fails", Fixture, NULL, set_up, test_fails, tear_down);
  g_test_add ("/transform/refuses", Fixture, NULL, set_up, test_refuses, tear_down);
  return g_test_run ();
}
