/* Whom one rehearses with: that what is written fits the scripts, and that a seed makes the same person again. */
#include "fw-test-lexicon.h"

#include <glib/gstdio.h>
#include <string.h>

#include "interview/fw-manners.h"

#define REHEARSALS(inside) "<rehearsals xmlns=\"urn:fairwell:script:1\"><review by=\"\" on=\"\"/>" inside "</rehearsals>"
#define MANNER(id)                                                                                                 \
  "<manner id=\"" id "\" mood=\"9\" wait=\"1\" chance=\"100\"><title zh=\"甲\" en=\"A\"/><about zh=\"乙\" en=\"B\"/>" \
  "<reaction to=\"hurt\" zh=\"丙\" en=\"C\"/></manner>"

static const char *const temperaments[] = { "open", "reserved", "sensitive", "assertive" };

static FwScripts *
shipped (void)
{
  g_autoptr (GError) error = NULL;
  FwScripts *scripts = fw_scripts_new (&error);

  g_assert_no_error (error);
  return scripts;
}

static void
test_complete (void)
{
  g_autoptr (FwScripts) scripts = shipped ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (fw_scripts_list_manners (scripts)->len, ==, G_N_ELEMENTS (temperaments));
  for (guint i = 0; i < G_N_ELEMENTS (temperaments); i++)
    {
      const FwManner *manner = fw_scripts_get_manner (scripts, temperaments[i], &error);

      g_assert_no_error (error);
      for (guint reaction = 0; reaction < FW_N_REACTIONS; reaction++)
        g_assert_nonnull (fw_manner_react (manner, (FwReaction) reaction, chance));
    }
  g_assert_null (fw_scripts_get_manner (scripts, "cross", &error));
  g_assert_error (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_UNKNOWN);
}

static char *
print_cues (GPtrArray *cues)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cues->len; i++)
    {
      const FwCue *cue = cues->pdata[i];

      g_string_append_printf (text, "%u %s\n", cue->line, cue->says.zh);
      g_assert_cmpstr (cue->says.zh, !=, "");
      g_assert_cmpstr (cue->says.en, !=, "");
      if (i > 0)
        g_assert_cmpuint (cue->line, >=, ((FwCue *) cues->pdata[i - 1])->line);
      g_assert_cmpuint (cue->line, <, 3);
    }
  return g_string_free (text, FALSE);
}

static GPtrArray *
plan (FwScripts *scripts,
      const FwScript *script,
      const FwScene *scene,
      const char *temperament,
      guint32 seed)
{
  return fw_scripts_plan_cues (scripts, script, scene, fw_scripts_get_manner (scripts, temperament, NULL), 3, seed);
}

/* Every scene of every script, with everybody: the same seed the same person, and another seed now and then another. */
static void
test_plans (void)
{
  g_autoptr (FwScripts) scripts = shipped ();
  GPtrArray *all = fw_scripts_list (scripts);
  guint said = 0, differ = 0;

  for (guint s = 0; s < all->len; s++)
    for (guint c = 0; c < ((FwScript *) all->pdata[s])->scenes->len; c++)
      for (guint t = 0; t < G_N_ELEMENTS (temperaments); t++)
        {
          const FwScene *scene = ((FwScript *) all->pdata[s])->scenes->pdata[c];
          g_autoptr (GPtrArray) first = plan (scripts, all->pdata[s], scene, temperaments[t], 7);
          g_autoptr (GPtrArray) again = plan (scripts, all->pdata[s], scene, temperaments[t], 7);
          g_autoptr (GPtrArray) other = plan (scripts, all->pdata[s], scene, temperaments[t], 8);
          g_autofree char *one = print_cues (first);
          g_autofree char *same = print_cues (again);
          g_autofree char *another = print_cues (other);

          g_assert_cmpstr (one, ==, same);
          said += first->len;
          differ += !g_str_equal (one, another);
        }
  g_assert_cmpuint (said, >, all->len);
  g_assert_cmpuint (differ, >, all->len);
}

/* What a person is written to say comes in the scene it is written for, in order. */
static void
test_written (void)
{
  g_autoptr (FwScripts) scripts = shipped ();
  const FwScript *script = fw_scripts_get (scripts, "resignation-exit", NULL);
  g_autoptr (GPtrArray) cues = plan (scripts, script, script->scenes->pdata[1], "open", 1);
  const FwCue *cue = cues->pdata[0];

  g_assert_cmpuint (cues->len, ==, 2);
  g_assert_cmpstr (cue->says.zh, ==, "其实……组长开会，总当着大家说我。");
  g_assert_null (cue->branch);
  g_assert_cmpstr (cue->good.en, !=, "");
  g_assert_cmpstr (cue->poor.en, !=, "");
}

/* Each scene that somebody is written for is one of the script, or the shared one it begins with. */
static void
test_scenes_exist (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("FAIRWELL_DATA_DIR"), "interviews", "rehearsals.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwXml) xml = fw_xml_load_file (path, &error);
  g_autoptr (FwScripts) scripts = shipped ();

  g_assert_no_error (error);
  for (FwXmlNode *person = fw_xml_node_child (fw_xml_get_root (xml), "person"); person != NULL;
       person = fw_xml_node_next (person, "person"))
    {
      const FwScript *script = fw_scripts_get (scripts, fw_xml_node_get (person, "script"), &error);

      g_assert_no_error (error);
      for (FwXmlNode *cue = fw_xml_node_child (person, "cue"); cue != NULL; cue = fw_xml_node_next (cue, "cue"))
        {
          gboolean found = g_strcmp0 (script->begins_with, fw_xml_node_get (cue, "scene")) == 0;

          for (guint i = 0; i < script->scenes->len; i++)
            found |= g_str_equal (((FwScene *) script->scenes->pdata[i])->id, fw_xml_node_get (cue, "scene"));
          g_assert_true (found);
        }
    }
}

/* A company's own people stand before those that are shipped; a malformed file is refused with its line. */
static void
test_own (void)
{
  g_autofree char *own = g_build_filename (fw_test_folder (), "own", NULL);
  g_autofree char *folder = g_build_filename (own, "interviews", NULL);
  g_autofree char *path = g_build_filename (folder, "rehearsals.xml", NULL);
  const char *folders[] = { own, g_getenv ("FAIRWELL_DATA_DIR"), NULL };
  g_autoptr (FwScripts) scripts = NULL;
  g_autoptr (FwScripts) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, REHEARSALS (MANNER ("open")), -1, NULL));
  scripts = fw_scripts_new_for_folders (folders, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fw_scripts_get_manner (scripts, "open", NULL)->mood, ==, 9);
  g_assert_cmpuint (fw_scripts_list_manners (scripts)->len, ==, G_N_ELEMENTS (temperaments));
  g_assert_true (g_file_set_contents (path, REHEARSALS ("\n" MANNER ("cross")), -1, NULL));
  none = fw_scripts_new_for_folders (folders, &error);
  g_assert_null (none);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "rehearsals.xml:2"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interview/manners/complete", test_complete);
  g_test_add_func ("/interview/manners/plans", test_plans);
  g_test_add_func ("/interview/manners/written", test_written);
  g_test_add_func ("/interview/manners/scenes-exist", test_scenes_exist);
  g_test_add_func ("/interview/manners/own", test_own);
  return fw_test_run ();
}
