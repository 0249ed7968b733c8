#include "rules/fw-assessment.h"
#include "rules/fw-law.h"
#include "rules/fw-packs.h"

#include "fw-test-folder.h"

#include <glib/gstdio.h>
#include <string.h>

/* A data folder of its own, with one pack "yy". */
typedef struct
{
  char *data;
  char *folder;
} Fixture;

#define HEAD "<pack xmlns='urn:fairwell:pack:1' id='YY' version='1' currency='XXX'><title zh='' en=''/><review by='' on=''/>"
#define TAIL "</pack>"
#define LAW "<law id='l' zh='法' en='Act'/><article id='a' law='l' zh='第一条' en='s. 1'/>"
#define MESSAGE "<message zh='' en=''/>"

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->data = g_dir_make_tmp ("fairwell-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->data, "packs", "yy", NULL);
  g_mkdir_with_parents (fixture->folder, 0700);
}

static void
write_file (Fixture *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *around = g_path_get_dirname (path);

  g_mkdir_with_parents (around, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  test_remove_tree (fixture->data);
  g_free (fixture->data);
  g_free (fixture->folder);
}

static FwPacks *
open_packs (Fixture *fixture)
{
  g_autofree char *small = g_test_build_filename (G_TEST_DIST, "rules", "packs", "small", NULL);
  const char *folders[] = { fixture->data, small, NULL };
  g_autoptr (GError) error = NULL;
  FwPacks *packs = fw_packs_new_for_folders (folders, &error);

  g_assert_no_error (error);
  return packs;
}

static void
assert_refused (Fixture *fixture,
                const char *body,
                const char *reason)
{
  g_autofree char *text = g_strconcat (HEAD, "\n", body, TAIL, NULL);
  g_autoptr (FwPacks) packs = NULL;
  g_autoptr (GError) error = NULL;

  write_file (fixture, "pack.xml", text);
  packs = open_packs (fixture);
  if (fw_packs_get (packs, "YY", &error) != NULL)
    g_error ("not refused: %s", body);
  if (strstr (error->message, reason) == NULL || strstr (error->message, "pack.xml:") == NULL ||
      strstr (error->message, "pack.xml:0:") != NULL)
    g_error ("‘%s’ does not name ‘%s’ and its line", error->message, reason);
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  assert_refused (fixture, "<nonsense/>", "nonsense");
  assert_refused (fixture, "<check id='c' severity='block' family='money'><must test='a['/>" MESSAGE "</check>", "XPath");
  assert_refused (fixture, "<check id='c' severity='block' family='money'><must test='a'/></check>", "message");
  assert_refused (fixture, "<check id='c' severity='block' family='money' article='b'>" MESSAGE "</check>", "no article ‘b’");
  assert_refused (fixture, "<check id='c' severity='block' family='money' grounds='g'>" MESSAGE "</check>", "no ground ‘g’");
  assert_refused (fixture, "<ground id='yy.1' kind='dismissal' by='employer'/>"
                           "<check id='c' severity='block' family='money' grounds='yy.1 yy.2-*'>" MESSAGE "</check>",
                  "no ground ‘yy.2-*’");
  assert_refused (fixture, "<check id='c' severity='block' family='money'><grade severity='warn'><must test='a'/><until calculation='d' output='o'/>"
                           MESSAGE "</grade>" MESSAGE "</check>",
                  "no calculation ‘d’");
  assert_refused (fixture, "<check id='c' severity='block' family='money'><action id='x'/>" MESSAGE "</check>", "no action ‘x’");
  assert_refused (fixture, "<check id='c' severity='block' family='money'><message zh='{a' en=''/></check>", "brace");
  assert_refused (fixture, LAW LAW, "two laws ‘l’");
  assert_refused (fixture, "<article id='a' law='m' zh='' en=''/>", "no law ‘m’");
  assert_refused (fixture, LAW "<parameter id='p' unit='XXX' article='a'>\n<value article='b'>1</value></parameter>", "no article ‘b’");
  assert_refused (fixture, "<calculation id='c' law-day='d'><output name='o' of='1' type='money'/></calculation>", "no input ‘d’");
  assert_refused (fixture, "<calculation id='c' place='p'><output name='o' of='1' type='money'/></calculation>", "no input ‘p’");
  assert_refused (fixture, "<setting id='s' scope='city' default='x'><title zh='' en=''/><option id='y' zh='' en=''/></setting>", "‘x’");
  assert_refused (fixture, "<calculation id='c'><sum id='s' of='x 1'/><output name='o' of='s' type='money'/></calculation>", "‘x’");
  assert_refused (fixture,
                  "<calculation id='c'><sum id='s' of='t 1'/><sum id='t' of='1'/><output name='o' of='s' type='money'/></calculation>", "‘t’");
  assert_refused (fixture,
                  "<calculation id='c'><call id='s' calculation='c'/><output name='o' of='s' type='money'/></calculation>", "calls itself");
  assert_refused (fixture,
                  "<calculation id='c'><call id='s' calculation='d'/><output name='o' of='s' type='money'/></calculation>", "‘d’");
  assert_refused (fixture,
                  "<calculation id='c'><look-up id='s' table='t' key='1'/><output name='o' of='s' type='money'/></calculation>", "no table ‘t’");
  assert_refused (fixture,
                  "<calculation id='c'><input name='i' type='money-list' select='employee/wage' zh='' en=''/>"
                  "<last id='s' of='i'/><output name='o' of='s' type='money'/></calculation>", "which attribute");
  assert_refused (fixture, "<calculation id='c'><output name='o' of='1' type='money'/></calculation>"
                           "<check id='k' severity='block' family='money'><hold calculation='c' output='p'/>" MESSAGE "</check>",
                  "no output ‘p’");
  assert_refused (fixture, "<ground id='g' kind='dismissal' by='employer'><material ref='m' moment='paper'/></ground>", "no material ‘m’");
  assert_refused (fixture, "<document id='d' zh='' en='' proof='m'/>", "no material ‘m’");
  assert_refused (fixture, "<document id='d' zh='' en=''><waits material='m'/></document>", "no material ‘m’");
  assert_refused (fixture, "<document id='d' zh='' en=''><waits test='a'/></document>", "message");
  assert_refused (fixture, "<material id='m' zh='' en=''><met by='d' zh='' en=''/></material>"
                           "<document id='d' zh='' en=''><waits material='m'/></document>",
                  "bring itself");
  assert_refused (fixture, "<material id='m' zh='' en=''><met zh='' en=''/></material>", "neither a paper nor a fact");
  assert_refused (fixture, "<material id='m' zh='' en=''><met by='d' zh='' en=''/></material>"
                           "<ground id='g' kind='dismissal' by='employer'><material ref='m' moment='delivery'/></ground>",
                  "no document ‘d’");
  assert_refused (fixture, "<material id='m' zh='' en=''><met by='d' zh='' en=''/></material>"
                           "<document id='d' zh='' en='' moment='delivery'/>"
                           "<ground id='g' kind='dismissal' by='employer'><material ref='m' moment='paper'/></ground>",
                  "bring itself");
  assert_refused (fixture, "<liability><assumes zh='' en=''/><by ground='g'/><need id='n' zh='' en=''/></liability>", "no ground ‘g’");
  assert_refused (fixture, "<ground id='g' kind='dismissal' by='employer'/>"
                           "<liability><assumes zh='' en=''/><by ground='g'/><need id='n' zh='' en=''/></liability>"
                           "<liability><assumes zh='' en=''/><by ground='g'/><need id='n' zh='' en=''/></liability>",
                  "two liabilities");
  assert_refused (fixture, "<document id='d' zh='' en='' delivered='departure/@notified departure'/>", "‘departure’ is no fact");
  assert_refused (fixture, "<ground id='g' kind='dismissal' by='employer'/>"
                           "<check id='g' severity='block' family='money'>" MESSAGE "</check>",
                  "id of a ground");
}

/* An expression that reads well and cannot be evaluated is no "no": nothing is judged by it, with a ground or without. */
static void
test_cannot_judge (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (FwFacts) facts = fw_facts_new ();
  g_autoptr (FwPacks) packs = NULL;
  g_autoptr (GError) error = NULL;
  FwPack *pack;

  write_file (fixture, "pack.xml",
              HEAD "<ground id='g' kind='dismissal' by='employer'/>"
                   "<check id='c' severity='block' family='money'><must test='fw:add-days(1)'/>" MESSAGE "</check>" TAIL);
  packs = open_packs (fixture);
  pack = fw_packs_get (packs, "YY", &error);
  g_assert_no_error (error);
  g_assert_null (fw_pack_judge_grounds (pack, facts, NULL, &error));
  g_assert_error (error, FW_RULES_ERROR, FW_RULES_ERROR_FAILED);
  g_clear_error (&error);
  fw_facts_set (facts, "departure/@ground", "g", &error);
  g_assert_no_error (error);
  g_assert_null (fw_pack_assess (pack, facts, NULL, &error));
  g_assert_error (error, FW_RULES_ERROR, FW_RULES_ERROR_FAILED);
}

static void
test_include (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (FwPacks) packs = NULL;
  g_autoptr (GError) error = NULL;

  write_file (fixture, "pack.xml", HEAD "<include href='more.xml'/>" TAIL);
  write_file (fixture, "more.xml", "<part xmlns='urn:fairwell:pack:1'>\n<check id='c' severity='block' family='money'/></part>");
  packs = open_packs (fixture);
  g_assert_null (fw_packs_get (packs, "YY", &error));
  g_assert_nonnull (strstr (error->message, "more.xml:2"));
}

/* What a check of the packs finds, beside what it refuses. */
static void
test_check (Fixture *fixture,
            gconstpointer data)
{
  const char *expected[] = { "hird", "o is 1.00, not 2.00", "no example makes the check ‘c’ fail", "no finding ‘d’",
                             "no example reckons ‘k’", "hirde" };
  g_autoptr (FwPacks) packs = NULL;
  g_autoptr (FwPacksReport) report = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  write_file (fixture, "pack.xml",
              HEAD "<check id='c' severity='block' family='money'><must test='employee/employment/@hird'/>"
                   "<message zh='{employee/@hirde}' en=''/></check>"
                   "<ground id='g' kind='dismissal' by='employer'/>"
                   "<calculation id='j'><output name='o' of='1' type='money'/></calculation>"
                   "<calculation id='k'><output name='o' of='1' type='money'/></calculation>" TAIL);
  write_file (fixture, "examples/one.xml",
              "<examples xmlns='urn:fairwell:pack:1'><example id='1' title='' ><reckon calculation='j'/><expect output='o' value='2.00'/></example>"
              "<example id='a' title=''><facts xmlns='urn:fairwell:facts:1'><departure ground='g'/></facts><expect finding='d'/></example>"
              "</examples>");
  packs = open_packs (fixture);
  report = fw_packs_check (packs, NULL);
  for (guint i = 0; i < report->problems->len; i++)
    g_string_append_printf (all, "%s\n", ((FwPackProblem *) g_ptr_array_index (report->problems, i))->problem);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (all->str, expected[i]) == NULL)
      g_error ("‘%s’ is not among: %s", expected[i], all->str);
}

static void
test_changed (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *small = g_test_build_filename (G_TEST_DIST, "rules", "packs", "small", "packs", "xx", NULL);
  const char *files[] = { "pack.xml", "money.xml" };
  g_autoptr (FwPacks) same = NULL;
  g_autoptr (FwPacks) changed = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (small, files[i], NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      write_file (fixture, files[i], text);
    }
  same = open_packs (fixture);
  g_assert_false (fw_pack_is_changed (fw_packs_get (same, "XX", NULL)));
  g_assert_cmpstr (fw_pack_get_folder (fw_packs_get (same, "XX", NULL)), ==, fixture->folder);
  write_file (fixture, "documents/letter.xsl", "<a/>");
  changed = open_packs (fixture);
  g_assert_true (fw_pack_is_changed (fw_packs_get (changed, "XX", NULL)));
}

static void
test_getters (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (FwPacks) packs = open_packs (fixture);
  FwPack *pack = fw_packs_get (packs, "xx", NULL);
  FwDate day = fw_date_new (2026, 3, 1);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (pack);
  g_assert_cmpstr (fw_pack_get_feature (pack, "emotion_recognition", day), ==, "prohibited");
  g_assert_cmpstr (fw_pack_get_feature_text (pack, "emotion_recognition", day).zh, ==, "不许");
  g_assert_cmpstr (fw_pack_get_feature_text (pack, "emotion_recognition", day).en, ==, "Not allowed");
  g_assert_null (fw_pack_get_feature (pack, "emotion_recognition", fw_date_new (2025, 2, 1)));
  g_assert_null (fw_pack_get_feature_text (pack, "emotion_recognition", fw_date_new (2025, 2, 1)).zh);
  g_assert_cmpstr (fw_pack_find_local_figure (pack, "这里", "average-monthly-wage", day)->value, ==, "5000");
  g_assert_null (fw_pack_find_local_figure (pack, "这里", "average-monthly-wage", fw_date_new (2027, 1, 1)));
  g_assert_null (fw_pack_find_local_figure (pack, "Elsewhere", "average-monthly-wage", day));
  g_assert_cmpstr (fw_pack_find_ground (pack, "G1")->id, ==, "xx.1");
  g_assert_null (fw_packs_get (packs, "ZZ", &error));
  g_assert_error (error, FW_RULES_ERROR, FW_RULES_ERROR_UNKNOWN);
}

static JsonNode *
reckon (FwPacks *packs,
        const char *name,
        const char *value,
        GError **error)
{
  g_autoptr (GHashTable) inputs = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (inputs, (gpointer) "hired", (gpointer) "2020-01-01");
  g_hash_table_insert (inputs, (gpointer) name, (gpointer) value);
  return fw_pack_reckon (fw_packs_get (packs, "XX", NULL), "severance", inputs, NULL, fw_date_new (2026, 3, 1), error);
}

static void
test_reckon (Fixture *fixture,
             gconstpointer data)
{
  const char *bad[][2] = { { "last-day", "2026-02-30" }, { "average", "-1" }, { "average", "1,000" }, { "ground", "xx.9" },
                           { "wages", "1,x" } };
  g_autoptr (FwPacks) packs = open_packs (fixture);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_clear_error (&error);
      g_assert_null (reckon (packs, bad[i][0], bad[i][1], &error));
      g_assert_error (error, FW_RULES_ERROR, FW_RULES_ERROR_INPUT);
    }
  g_clear_error (&error);
  g_assert_null (reckon (packs, "nothing", "1", &error));
  g_assert_error (error, FW_RULES_ERROR, FW_RULES_ERROR_UNKNOWN);
  g_clear_error (&error);
  node = reckon (packs, "ground", "G1", &error);
  g_assert_no_error (error);
  g_assert_true (json_object_get_null_member (json_node_get_object (node), "N"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (node), "unknown")), ==, 1);
}

/* The pay day on or after the day: that day itself, the month's last where it is shorter, the next month's once it is past. */
static void
test_payday (Fixture *fixture,
             gconstpointer data)
{
  const char *cases[][3] = { { "2026-03-14", "15", "2026-03-15" },   { "2026-03-15", "15", "2026-04-15" }, { "2026-02-09", "31", "2026-02-28" },
                             { "2028-02-27", "30", "2028-02-29" },   { "2026-02-27", "31", "2026-02-28" }, { "2026-02-28", "31", "2026-03-31" },
                             { "2026-12-31", "1", "2027-01-01" },    { "2026-12-20", "5", "2027-01-05" },  { "2026-03-14", "0", NULL },
                             { "2026-03-14", "32", NULL },           { "2026-03-14", NULL, NULL } };
  g_autoptr (FwPacks) packs = open_packs (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) inputs = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;
      JsonObject *object;

      g_hash_table_insert (inputs, (gpointer) "from", (gpointer) cases[i][0]);
      if (cases[i][1] != NULL)
        g_hash_table_insert (inputs, (gpointer) "day", (gpointer) cases[i][1]);
      node = fw_pack_reckon (fw_packs_get (packs, "XX", NULL), "paid", inputs, NULL, fw_date_new (2026, 3, 1), &error);
      g_assert_no_error (error);
      object = json_node_get_object (node);
      if (cases[i][2] == NULL)
        g_assert_true (json_object_get_null_member (object, "paid"));
      else
        g_assert_cmpstr (json_object_get_string_member (object, "paid"), ==, cases[i][2]);
    }
}

static JsonNode *
reckon_two (FwPacks *packs,
            const char *calculation,
            const char *from,
            const char *to)
{
  g_autoptr (GHashTable) inputs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  FwPack *pack = fw_packs_get (packs, "YY", &error);
  JsonNode *node;

  g_assert_no_error (error);
  g_hash_table_insert (inputs, (gpointer) "from", (gpointer) from);
  g_hash_table_insert (inputs, (gpointer) "to", (gpointer) to);
  node = fw_pack_reckon (pack, calculation, inputs, NULL, FW_DATE_UNKNOWN, &error);
  g_assert_no_error (error);
  return node;
}

/* Thirty days of a month of thirty-one are half a month, and fifteen days more. */
static void
test_half_months (Fixture *fixture,
                  gconstpointer data)
{
  const char *cases[][3] = { { "2026-01-01", "2026-01-14", "1" },   { "2026-01-01", "2026-01-15", "1" }, { "2026-01-01", "2026-01-16", "2" },
                             { "2026-01-01", "2026-01-30", "2" },   { "2026-01-01", "2026-01-31", "2" }, { "2026-01-01", "2026-02-01", "3" } };
  g_autoptr (FwPacks) packs = NULL;

  write_file (fixture, "pack.xml",
              HEAD "<calculation id='c'><input name='from' type='date' zh='' en=''/><input name='to' type='date' zh='' en=''/>"
                   "<service id='s' from='from' to='to' include-end='true'/>"
                   "<count id='n' of='s' unit='half-months'><remainder at-least='1' unit='days' counts='1'/></count>"
                   "<output name='n' of='n' type='count'/></calculation>" TAIL);
  packs = open_packs (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = reckon_two (packs, "c", cases[i][0], cases[i][1]);
      g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, json_object_get_int_member (json_node_get_object (node), "n"));

      g_assert_cmpstr (n, ==, cases[i][2]);
    }
}

/* Where the law of a day does not know the edge of a slice, neither is the sum of the slices known. */
static void
test_slices_without_edge (Fixture *fixture,
                          gconstpointer data)
{
  g_autoptr (FwPacks) packs = NULL;
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;

  write_file (fixture, "pack.xml",
              HEAD "<parameter id='p' unit='XXX' zh='' en=''><value from='2020-01-01'>100</value></parameter>"
                   "<table id='t'><row up-to='p' rate='0.5'/><row more-than='p' rate='1'/></table>"
                   "<calculation id='c' law-day='from'><input name='from' type='date' zh='' en=''/><input name='to' type='money' zh='' en=''/>"
                   "<slices id='s' of='to' table='t'/><output name='sum' of='s' type='money'/></calculation>" TAIL);
  packs = open_packs (fixture);
  after = reckon_two (packs, "c", "2020-01-01", "300");
  before = reckon_two (packs, "c", "2019-12-31", "300");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (after), "sum"), ==, "250.00");
  g_assert_true (json_object_get_null_member (json_node_get_object (before), "sum"));
}

/* A calculation that only others use may lack a name: it is called by its id. */
static void
test_nameless (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (FwPacks) packs = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  FwPack *pack;

  write_file (fixture, "pack.xml", HEAD "<calculation id='c'><output name='o' of='1' type='money'/></calculation>" TAIL);
  packs = open_packs (fixture);
  pack = fw_packs_get (packs, "YY", &error);
  g_assert_no_error (error);
  entries = fw_pack_list_law (pack, FW_DATE_UNKNOWN, TRUE);
  for (guint i = 0; i < entries->len; i++)
    g_assert_nonnull (((FwLawEntry *) g_ptr_array_index (entries, i))->title);
  g_assert_cmpstr (((FwLawEntry *) g_ptr_array_index (entries, 0))->title, ==, "c");
}

/* However a citation is written, what it quotes is called by its name in the language of the reader. */
static void
test_quote (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (FwPacks) packs = open_packs (fixture);
  FwPack *pack = fw_packs_get (packs, "XX", NULL);
  g_autofree char *english = fw_pack_quote (pack, "示例法第一条、示例法第二条", FALSE);
  g_autofree char *chinese = fw_pack_quote (pack, "Example Act, s. 1; Example Act, s. 2", TRUE);
  g_autofree char *one = fw_pack_quote (pack, "示例法第二条", FALSE);

  g_assert_cmpstr (english, ==, "Example Act, s. 1\nText one\n\nExample Act, s. 2\nText two");
  g_assert_cmpstr (chinese, ==, "示例法第一条\n原文一\n\n示例法第二条\n原文二");
  g_assert_cmpstr (one, ==, "Text two");
  g_assert_null (fw_pack_quote (pack, "别的法第一条", FALSE));
}

/* What lies outside the bounds of an input is refused; what may be left out is asked for where there is no answer without it. */
static void
test_bounds (Fixture *fixture,
             gconstpointer data)
{
  const struct
  {
    const char *figure, *part, *taken, *reason;
  } cases[] = { { "100", "1", "100.00", NULL },          { "100", "0", "0.00", NULL },
                { "0.01", "1", "0.01", NULL },           { "0", "1", NULL, "figure: ‘0’ is too little" },
                { "100", "1.01", NULL, "part: ‘1.01’ is too much" }, { "100", NULL, NULL, NULL } };
  g_autoptr (FwPacks) packs = open_packs (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) inputs = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;
      JsonArray *unknown;

      g_hash_table_insert (inputs, (gpointer) "figure", (gpointer) cases[i].figure);
      if (cases[i].part != NULL)
        g_hash_table_insert (inputs, (gpointer) "part", (gpointer) cases[i].part);
      node = fw_pack_reckon (fw_packs_get (packs, "XX", NULL), "share", inputs, NULL, fw_date_new (2026, 3, 1), &error);
      if (cases[i].reason != NULL)
        {
          g_assert_error (error, FW_RULES_ERROR, FW_RULES_ERROR_INPUT);
          g_assert_cmpstr (error->message, ==, cases[i].reason);
          continue;
        }
      g_assert_no_error (error);
      unknown = json_object_get_array_member (json_node_get_object (node), "unknown");
      g_assert_cmpuint (json_array_get_length (unknown), ==, cases[i].part == NULL ? 1 : 0);
      if (cases[i].part == NULL)
        g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (unknown, 0), "name"), ==, "part");
      else
        g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "taken"), ==, cases[i].taken);
    }
}

/* Days in the wrong order give no amount, and are named. */
static void
test_wrong_order (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (FwPacks) packs = open_packs (fixture);
  g_autoptr (JsonNode) node = reckon (packs, "last-day", "2019-12-30", NULL);
  JsonObject *object = json_node_get_object (node);
  JsonArray *unknown = json_object_get_array_member (object, "unknown");

  g_assert_true (json_object_get_null_member (object, "N"));
  g_assert_true (json_object_get_null_member (object, "months"));
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (unknown, 0), "name"), ==, "service");
}

/* Every pack that is shipped holds its own examples. */
static void
check_all (const char *folder)
{
  const char *folders[] = { folder, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FwPacks) packs = fw_packs_new_for_folders (folders, &error);
  g_autoptr (FwPacksReport) report = NULL;

  g_assert_no_error (error);
  report = fw_packs_check (packs, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->packs, >, 0);
  for (guint i = 0; i < report->problems->len; i++)
    g_test_message ("%s", ((FwPackProblem *) g_ptr_array_index (report->problems, i))->problem);
  g_assert_cmpuint (report->problems->len, ==, 0);
}

static void
test_shipped (void)
{
  check_all (g_getenv ("FAIRWELL_DATA_DIR"));
}

#define ADD(path, test) g_test_add ("/packs/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("refused", test_refused);
  ADD ("cannot-judge", test_cannot_judge);
  ADD ("include", test_include);
  ADD ("check", test_check);
  ADD ("changed", test_changed);
  ADD ("getters", test_getters);
  ADD ("reckon", test_reckon);
  ADD ("payday", test_payday);
  ADD ("nameless", test_nameless);
  ADD ("half-months", test_half_months);
  ADD ("slices-without-edge", test_slices_without_edge);
  ADD ("wrong-order", test_wrong_order);
  ADD ("quote", test_quote);
  ADD ("bounds", test_bounds);
  g_test_add_func ("/packs/shipped", test_shipped);
  return g_test_run ();
}
