#include "fw-test-lexicon.h"

#include "interview/fw-script.h"

#include <glib/gstdio.h>
#include <string.h>

#define SCRIPT(attributes, scenes)                                                                                            \
  "<script xmlns=\"urn:fairwell:script:1\" id=\"a\" kind=\"mutual\" " attributes ">\n<title zh=\"甲\" en=\"A\"/><review by=\"\" on=\"\"/>\n" scenes \
  "</script>"
#define SCENE(attributes, inside) "<scene " attributes "><aim zh=\"甲\" en=\"A\"/>" inside "</scene>\n"
#define PROMPT "<prompt zh=\"您好。\" en=\"Hello.\"/>"

static const char *const people[] = { "open", "reserved", "sensitive", "assertive", "unknown" };

static char *
write_script (const char *folder,
              const char *file,
              const char *text)
{
  g_autofree char *data = g_build_filename (fw_test_folder (), folder, NULL);
  g_autofree char *path = g_build_filename (data, "interviews", file, NULL);
  g_autofree char *around = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (around, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&data);
}

static FwScripts *
shipped (void)
{
  g_autoptr (GError) error = NULL;
  FwScripts *scripts = fw_scripts_new (&error);

  g_assert_no_error (error);
  return scripts;
}

static FwFacts *
person (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".xml", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("FAIRWELL_DATA_DIR"), "interviews", "people", file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwSchema) schema = fw_facts_load_schema (&error);
  FwFacts *facts = fw_facts_load_file (path, schema, &error);

  g_assert_no_error (error);
  return facts;
}

static void
test_shipped (void)
{
  g_autoptr (FwScripts) scripts = shipped ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = fw_scripts_check (scripts, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (fw_scripts_list (scripts)->len, ==, 29);
  g_assert_cmpuint (fw_scripts_list_shared (scripts)->len, ==, 19);
  g_assert_cmpuint (fw_scripts_list_objections (scripts)->len, ==, 50);
  for (guint i = 0; i < fw_scripts_list (scripts)->len; i++)
    g_assert_false (((FwScript *) fw_scripts_list (scripts)->pdata[i])->reviewed); /* until a named person has read it */
}

/* Nothing that a script lets the interviewer say is what the watch would stop her for. What the manager is told not to say is quoted. */
static void
assert_no_alert (FwPhraseWatch *watch,
                 GPtrArray *prompts)
{
  for (guint i = 0; i < prompts->len; i++)
    {
      const FwPrompt *prompt = prompts->pdata[i];
      const char *texts[] = { prompt->text.zh, prompt->text.en };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_autoptr (GArray) alerts = fw_phrase_watch_read (watch, texts[j], -1, FW_SPEAKER_INTERVIEWER);

          for (guint k = 0; k < alerts->len; k++)
            if (g_array_index (alerts, FwAlert, k).phrase->of->speaker == FW_SPEAKER_INTERVIEWER)
              g_error ("‘%s’ is an alert: %s", texts[j], g_array_index (alerts, FwAlert, k).phrase->text);
        }
    }
}

static void
test_prompts_raise_no_alert (void)
{
  g_autoptr (FwScripts) scripts = shipped ();
  g_autoptr (FwLexicon) lexicon = fw_lexicon_new (NULL);
  g_autoptr (FwPhraseWatch) watch = fw_phrase_watch_new (lexicon);

  for (guint i = 0; i < fw_scripts_list (scripts)->len; i++)
    {
      const FwScript *script = fw_scripts_list (scripts)->pdata[i];

      for (guint j = 0; j < script->scenes->len && !g_str_equal (script->id, "manager-briefing"); j++)
        assert_no_alert (watch, ((FwScene *) script->scenes->pdata[j])->prompts);
    }
  for (guint i = 0; i < fw_scripts_list_shared (scripts)->len; i++)
    assert_no_alert (watch, ((FwScene *) fw_scripts_list_shared (scripts)->pdata[i])->prompts);
  for (guint i = 0; i < fw_scripts_list_objections (scripts)->len; i++)
    assert_no_alert (watch, ((FwObjection *) fw_scripts_list_objections (scripts)->pdata[i])->prompts);
}

static void
test_planted (void)
{
  static const struct
  {
    const char *script;
    const char *problem;
  } planted[] = {
    { SCRIPT ("", SCENE ("id=\"one\"", "")), "a/script.xml:3: scene ‘one’ says nothing yet" },
    { SCRIPT ("", SCENE ("id=\"one\"", PROMPT "<branch to=\"two\" zh=\"哭\" en=\"cries\"/>")), ":3: a branch of ‘one’ leads to ‘two’" },
    { SCRIPT ("", SCENE ("id=\"one\"", PROMPT "<branch to=\"@nobody\"/>")), "leads to ‘@nobody’, which is not there" },
    { SCRIPT ("", SCENE ("id=\"one\"", PROMPT "<branch to=\"script:none\"/>")), "leads to ‘script:none’" },
    { SCRIPT ("", SCENE ("id=\"one\"", PROMPT "<branch to=\"objection:o99\"/>")), "leads to ‘objection:o99’" },
    { SCRIPT ("", SCENE ("id=\"one\"", PROMPT "<branch zh=\"哭\" en=\"cries\"/>")), "says neither where to go nor what to do" },
    { SCRIPT ("", SCENE ("id=\"one\"", PROMPT) SCENE ("id=\"two\" aside=\"true\"", PROMPT)), ":4: no branch leads to scene ‘two’" },
    { SCRIPT ("", SCENE ("id=\"one\"", PROMPT) SCENE ("id=\"one\"", PROMPT)), "two scenes ‘one’" },
    { SCRIPT ("begins-with=\"nothing\"", SCENE ("id=\"one\"", PROMPT)), "which is no shared scene" },
    { SCRIPT ("", SCENE ("id=\"one\"", "<prompt zh=\"{last-day}。\" en=\"{last-day}.\"/>")), "nothing is said where ‘last-day’ is not known" },
    { SCRIPT ("", SCENE ("id=\"one\"", "<prompt zh=\"{call}。\" en=\"Hello.\"/>")), "‘call’ is said in Chinese only" },
    { SCRIPT ("", SCENE ("id=\"one\"", "<prompt zh=\"您好。\" en=\"{call}.\"/>")), "‘call’ is said in English only" },
    { SCRIPT ("", SCENE ("id=\"one\"", "<prompt optional=\"true\" zh=\"{employee/@nmae}。\" en=\"{employee/@nmae}.\"/>")), "no attribute ‘nmae’" },
    { SCRIPT ("", SCENE ("id=\"one\"", PROMPT "<prompt when=\"employee/@moody\" zh=\"您好。\" en=\"Hello.\"/>")), "no attribute ‘moody’" },
    { SCRIPT ("", SCENE ("id=\"one\"", "<prompt zh=\"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一。\" en=\"Long.\"/>")),
      "too long to be said" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (planted); i++)
    {
      g_autofree char *data = write_script ("planted", "a/script.xml", planted[i].script);
      const char *folders[] = { data, g_getenv ("FAIRWELL_DATA_DIR"), NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (FwScripts) scripts = fw_scripts_new_for_folders (folders, &error);
      g_autoptr (GPtrArray) problems = NULL;

      g_assert_no_error (error);
      problems = fw_scripts_check (scripts, &error);
      g_assert_no_error (error);
      g_test_message ("%s", planted[i].problem);
      g_assert_cmpuint (problems->len, >, 0);
      g_assert_nonnull (strstr (problems->pdata[0], planted[i].problem));
    }
}

static void
test_malformed (void)
{
  static const char *const wrong[] = {
    "<script", "<parts xmlns=\"urn:fairwell:script:1\"><review by=\"\" on=\"\"/></parts>", SCRIPT ("", ""),
    SCRIPT ("colour=\"red\"", SCENE ("id=\"one\"", PROMPT)), SCRIPT ("", SCENE ("id=\"one\"", "<prompt zh=\"您好。\"/>")),
    SCRIPT ("", SCENE ("id=\"one\"", "<prompt for=\"angry\" zh=\"您好。\" en=\"Hello.\"/>")),
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *data = write_script ("malformed", "a/script.xml", wrong[i]);
      const char *folders[] = { data, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (FwScripts) scripts = fw_scripts_new_for_folders (folders, &error);

      g_assert_null (scripts);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "a/script.xml:"));
    }
}

/* The form that is said of several, with a person's figures. */
static void
test_forms (void)
{
  static const char parts[] =
    "<parts xmlns=\"urn:fairwell:script:1\"><review by=\"\" on=\"\"/>"
    "<figure id=\"hired\" path=\"employee/employment/@hired\" say=\"date\" zh=\"入职日\" en=\"the first day\"/>"
    "<figure id=\"tenure\" path=\"employee/employment/@hired\" say=\"tenure\" zh=\"年限\" en=\"service\"/>"
    "<figure id=\"months\" path=\"assessment/severance/@months\" say=\"months\" zh=\"月数\" en=\"months\"/>"
    "<figure id=\"sum\" path=\"assessment/severance/@amount\" say=\"money\" zh=\"金额\" en=\"the sum\"/></parts>";
  static const char script[] = SCRIPT ("", SCENE ("id=\"one\"",
    "<prompt n=\"1\" zh=\"{hired}，{tenure}。\" en=\"{hired}, {tenure}.\"/>"
    "<prompt n=\"1\" for=\"reserved\" zh=\"{hired}。\" en=\"{hired}.\"/>"
    "<prompt n=\"1\" unknown=\"true\" zh=\"不知道。\" en=\"Unknown.\"/>"
    "<prompt n=\"2\" optional=\"true\" zh=\"{months}，{sum}元。\" en=\"{months}, {sum} yuan.\"/>"
    "<prompt n=\"3\" when=\"departure/@kind='mutual'\" zh=\"商量。\" en=\"Agreed.\"/>"
    "<prompt n=\"4\" zh=\"{sum}。\" en=\"{sum}.\"/>"));
  static const struct
  {
    const char *facts;
    const char *temperament;
    const char *said;
  } read[] = {
    { "<facts xmlns=\"urn:fairwell:facts:1\" as-of=\"2026-03-02\"><employee temperament=\"open\"><employment hired=\"2019-07-15\"/></employee></facts>", NULL,
      "二〇一九年七月十五日，六年零七个月。|〔金额：还不知道〕。" },
    { "<facts xmlns=\"urn:fairwell:facts:1\" as-of=\"2026-03-02\"><employee><employment hired=\"2026-01-05\"/></employee></facts>", "reserved",
      "一月五日。|〔金额：还不知道〕。" },
    { "<facts xmlns=\"urn:fairwell:facts:1\" as-of=\"2026-03-02\"><departure kind=\"mutual\"/><assessment><severance months=\"3.5\" amount=\"68000.00\"/></assessment></facts>",
      NULL, "不知道。|三个半月，六万八千元。|商量。|六万八千。" },
    { "<facts xmlns=\"urn:fairwell:facts:1\" as-of=\"2026-03-02\"><employee><employment hired=\"2026-02-09\"/></employee></facts>", NULL,
      "二月九日，不到一个月。|〔金额：还不知道〕。" },
    { "<facts xmlns=\"urn:fairwell:facts:1\" as-of=\"2026-03-02\"><employee><employment hired=\"2026-03-09\"/></employee></facts>", NULL,
      "不知道。|〔金额：还不知道〕。" },
  };
  g_autofree char *data = write_script ("forms", "parts.xml", parts);
  g_autofree char *same = write_script ("forms", "a/script.xml", script);
  const char *folders[] = { data, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FwScripts) scripts = fw_scripts_new_for_folders (folders, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (read); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (read[i].facts, strlen (read[i].facts));
      g_autoptr (FwFacts) facts = fw_facts_load_bytes (bytes, "facts", NULL, &error);
      FwScene *scene = fw_scripts_get (scripts, "a", NULL)->scenes->pdata[0];
      g_autoptr (GPtrArray) lines = fw_scripts_read (scripts, scene->prompts, facts, read[i].temperament, &error);
      g_autoptr (GString) said = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < lines->len; j++)
        g_string_append_printf (said, "%s%s", j > 0 ? "|" : "", ((FwLine *) lines->pdata[j])->text.zh);
      g_assert_cmpstr (said->str, ==, read[i].said);
    }
}

/* What each sample person hears at one place of a scene: alike for several is written once. */
static void
append_place (GString *out,
              guint place,
              GPtrArray *said,
              GPtrArray *by)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < said->len; i++)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      if (!g_hash_table_add (done, said->pdata[i]))
        continue;
      for (guint j = i; j < said->len; j++)
        if (g_str_equal (said->pdata[i], said->pdata[j]))
          g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", (const char *) by->pdata[j]);
      g_string_append_printf (out, "  %u (%s) %s\n", place, by->len == 5 && g_hash_table_size (done) == 1 && names->len > 40 ? "all" : names->str,
                              (const char *) said->pdata[i]);
    }
}

static void
append_prompts (GString *out,
                FwScripts *scripts,
                GPtrArray *prompts,
                GPtrArray *everybody,
                gboolean chinese)
{
  for (guint place = 1; place <= 9; place++)
    {
      g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) by = g_ptr_array_new ();

      for (guint i = 0; i < everybody->len; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GPtrArray) lines = fw_scripts_read (scripts, prompts, everybody->pdata[i], NULL, &error);

          g_assert_no_error (error);
          for (guint j = 0; j < lines->len; j++)
            {
              const FwLine *line = lines->pdata[j];

              if (line->prompt->place != place)
                continue;
              g_ptr_array_add (said, g_strdup (chinese ? line->text.zh : line->text.en));
              g_ptr_array_add (by, (gpointer) people[i]);
            }
        }
      append_place (out, place, said, by);
    }
}

static void
compare_rendering (const char *name,
                   gboolean chinese,
                   const char *rendering)
{
  g_autofree char *file = g_strdup_printf ("%s.%s.txt", name, chinese ? "zh" : "en");
  g_autofree char *path = g_build_filename (g_getenv ("FAIRWELL_SOURCE"), "tests", "interview", "renderings", file, NULL);
  g_autofree char *expected = NULL;

  if (g_getenv ("FAIRWELL_WRITE_RENDERINGS") != NULL)
    g_assert_true (g_file_set_contents (path, rendering, -1, NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  if (!g_str_equal (expected, rendering))
    g_error ("%s is read differently now; if it is meant so, write it anew with FAIRWELL_WRITE_RENDERINGS=1 and read it in full", file);
}

/* Each script as five people hear it, in both languages. */
static void
test_renderings (void)
{
  g_autoptr (FwScripts) scripts = shipped ();
  g_autoptr (GPtrArray) everybody = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_facts_unref);

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_ptr_array_add (everybody, person (people[i]));
  for (guint i = 0; i < 2 * fw_scripts_list (scripts)->len; i++)
    {
      const FwScript *script = fw_scripts_list (scripts)->pdata[i / 2];
      g_autoptr (GString) out = g_string_new (NULL);

      g_string_append_printf (out, "%s\n", i % 2 == 0 ? script->title.zh : script->title.en);
      for (guint j = 0; j < script->scenes->len; j++)
        {
          const FwScene *scene = script->scenes->pdata[j];

          g_string_append_printf (out, "\n%s: %s\n", scene->id, i % 2 == 0 ? scene->aim.zh : scene->aim.en);
          append_prompts (out, scripts, scene->prompts, everybody, i % 2 == 0);
        }
      compare_rendering (script->id, i % 2 == 0, out->str);
    }
  for (guint language = 0; language < 2; language++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      for (guint i = 0; i < fw_scripts_list_shared (scripts)->len; i++)
        {
          const FwScene *scene = fw_scripts_list_shared (scripts)->pdata[i];

          g_string_append_printf (out, "\n%s: %s\n", scene->id, language == 0 ? scene->aim.zh : scene->aim.en);
          append_prompts (out, scripts, scene->prompts, everybody, language == 0);
        }
      for (guint i = 0; i < fw_scripts_list_objections (scripts)->len; i++)
        {
          const FwObjection *objection = fw_scripts_list_objections (scripts)->pdata[i];

          g_string_append_printf (out, "\n%s: %s\n", objection->id, language == 0 ? objection->said.zh : objection->said.en);
          append_prompts (out, scripts, objection->prompts, everybody, language == 0);
        }
      compare_rendering ("parts", language == 0, out->str);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scripts/shipped", test_shipped);
  g_test_add_func ("/scripts/prompts-raise-no-alert", test_prompts_raise_no_alert);
  g_test_add_func ("/scripts/planted", test_planted);
  g_test_add_func ("/scripts/malformed", test_malformed);
  g_test_add_func ("/scripts/forms", test_forms);
  g_test_add_func ("/scripts/renderings", test_renderings);
  return fw_test_run ();
}
