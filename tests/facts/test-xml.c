#include "facts/fw-xml.h"

#include <glib/gstdio.h>
#include <string.h>

static FwXml *
load (const char *text,
      gssize size,
      GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size < 0 ? strlen (text) : (gsize) size);

  return fw_xml_load_bytes (bytes, "some.xml", error);
}

static void
assert_refused (const char *text,
                gssize size,
                const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (text, size, &error));
  g_assert_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_MALFORMED);
  g_assert_true (g_str_has_prefix (error->message, "some.xml"));
  if (strstr (error->message, reason) == NULL)
    g_error ("‘%s’ does not name ‘%s’", error->message, reason);
}

static void
test_refused (void)
{
  assert_refused ("<!DOCTYPE a [<!ENTITY x 'y'>]><a b='&x;'/>", -1, "DOCTYPE");
  assert_refused ("<?xml version='1.0'?>\n\n<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", -1, ":3: a DOCTYPE");
  assert_refused ("<!DOCTYPE a [<!ENTITY b 'bbbbbbbb'><!ENTITY c '&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;'>]><a>&d;</a>", -1,
                  "DOCTYPE");
  assert_refused ("", -1, "some.xml");
  assert_refused ("<a>\n<b>\n</a>", -1, "some.xml:3");
  assert_refused ("<a>&nothing;</a>", -1, "nothing");
  assert_refused ("<a b='\xc9\xcf\xba\xa3'/>", -1, "UTF-8");
  assert_refused ("<a>\n\xff\xfe</a>", -1, "some.xml:2: not valid UTF-8");
  assert_refused ("\0\1\2\3", 4, "UTF-8");
  assert_refused ("<a/><b/>", -1, "some.xml:1");
  assert_refused ("<a b='1' b='2'/>", -1, "some.xml:1");
}

/* A file that a program wrote has more lines than an unsigned short can count. */
static void
test_many_lines (void)
{
  g_autoptr (GString) text = g_string_new ("<a>");
  g_autoptr (FwXml) xml = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 70000; i++)
    g_string_append (text, "<b/>\n");
  g_string_append (text, "<c/>\n</a>");
  xml = load (text->str, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fw_xml_node_line (fw_xml_node_child (fw_xml_get_root (xml), "c")), ==, 70001);
}

static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 100000; i++)
    g_string_append (text, "<a>");
  assert_refused (text->str, (gssize) text->len, "dep");
  g_string_truncate (text, 0);
  for (int i = 0; i < 220; i++)
    g_string_append (text, "<a>");
  for (int i = 0; i < 220; i++)
    g_string_append (text, "</a>");
  assert_refused (text->str, (gssize) text->len, "deep");
}

static void
test_size (void)
{
  g_autofree char *text = g_malloc (17 * 1024 * 1024);

  memset (text, ' ', 17 * 1024 * 1024);
  assert_refused (text, 17 * 1024 * 1024, "larger");
}

static void
test_encodings (void)
{
  static const char gb[] = "<?xml version='1.0' encoding='GB18030'?><a b='\xc9\xcf\xba\xa3'/>";
  g_autoptr (GError) error = NULL;
  g_autoptr (FwXml) xml = load (gb, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (fw_xml_node_get (fw_xml_get_root (xml), "b"), ==, "上海");
}

static void
test_walk (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwXml) xml = load ("<a xmlns='urn:x'>one<b c='&lt;&#x4e0a;'/>two<!-- no --><b/><d>x<e>y</e></d></a>", -1, &error);
  FwXmlNode *root, *node;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  root = fw_xml_get_root (xml);
  g_assert_cmpstr (fw_xml_node_namespace (root), ==, "urn:x");
  node = fw_xml_node_child (root, "b");
  g_assert_cmpstr (fw_xml_node_get (node, "c"), ==, "<上");
  g_assert_null (fw_xml_node_get (node, "d"));
  node = fw_xml_node_next (node, "b");
  g_assert_nonnull (node);
  g_assert_null (fw_xml_node_next (node, "b"));
  node = fw_xml_node_next (node, NULL);
  g_assert_cmpstr (fw_xml_node_name (node), ==, "d");
  text = fw_xml_node_dup_text (node);
  g_assert_cmpstr (text, ==, "xy");
  g_assert_true (fw_xml_node_parent (node) == root);
  g_assert_null (fw_xml_node_parent (root));
  node = fw_xml_node_first_piece (root);
  g_assert_true (fw_xml_node_is_text (node));
  node = fw_xml_node_next_piece (node);
  g_assert_false (fw_xml_node_is_text (node));
}

static void
test_schema (void)
{
  static const char grammar[] = "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'>"
                                "<attribute name='n'><data type='integer' datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'/>"
                                "</attribute></element>";
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwSchema) schema = NULL;
  g_autoptr (FwXml) good = load ("<a n='1'/>", -1, NULL);
  g_autoptr (FwXml) bad = load ("<a\nn='x'/>", -1, NULL);
  int file = g_file_open_tmp ("XXXXXX.rng", &path, NULL);

  g_close (file, NULL);
  g_file_set_contents (path, grammar, -1, NULL);
  schema = fw_schema_load (path, &error);
  g_assert_no_error (error);
  g_assert_true (fw_schema_validate (schema, good, NULL));
  g_assert_true (fw_schema_validate (schema, good, NULL));
  g_assert_false (fw_schema_validate (schema, bad, &error));
  g_assert_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "some.xml:"));
  g_clear_error (&error);
  g_file_set_contents (path, "<a/>", -1, NULL);
  g_assert_null (fw_schema_load (path, &error));
  g_assert_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_INVALID);
  remove (path);
  g_clear_error (&error);
  g_assert_null (fw_schema_load (path, &error));
  g_assert_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_FILE);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/refused", test_refused);
  g_test_add_func ("/xml/many-lines", test_many_lines);
  g_test_add_func ("/xml/depth", test_depth);
  g_test_add_func ("/xml/size", test_size);
  g_test_add_func ("/xml/encodings", test_encodings);
  g_test_add_func ("/xml/walk", test_walk);
  g_test_add_func ("/xml/schema", test_schema);
  return g_test_run ();
}
