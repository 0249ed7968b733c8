/* The program that writes talks along, as it is chosen: off until somebody wants it, and the law is said. */
#include "../departure/fw-test-case.h"
#include "ui/fw-settings.h"
#include "ui/preferences/fw-transcript-group.h"

#include "fw-test-widgets.h"

static GtkWidget *
find_by_tooltip (GtkWidget *widget,
                 const char *tooltip)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_tooltip (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
give (GtkWidget *row,
      const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (row), words);
  g_signal_emit_by_name (row, "apply");
}

static void
check (GSettings *settings,
       const char *words)
{
  g_autofree char *kept = g_settings_get_string (settings, "transcript-arguments");

  g_assert_cmpstr (kept, ==, words);
}

static void
test_group (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (GSettings) settings = fw_settings_new ();
  GtkWidget *window = adw_window_new (), *group = g_object_new (FW_TYPE_TRANSCRIPT_GROUP, NULL);
  GtkWidget *wanted = test_find_widget (group, GTK_TYPE_SWITCH), *words = test_find_widget (group, ADW_TYPE_ENTRY_ROW);
  GtkWidget *forget;
  g_autofree char *program = NULL;

  adw_window_set_content (ADW_WINDOW (window), group);
  g_assert_false (g_settings_get_boolean (settings, "transcript"));
  fw_transcript_group_show (FW_TRANSCRIPT_GROUP (group), settings, company->workplace);
  while (!gtk_widget_get_visible (group))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group)), "个人信息保护法"));
  /* Nothing can be wanted before a program is chosen. */
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (wanted)));
  g_assert_false (gtk_widget_is_sensitive (wanted));
  g_assert_false (gtk_widget_is_sensitive (words));
  g_settings_set_string (settings, "transcript-program", "/nowhere/engine");
  fw_transcript_group_show (FW_TRANSCRIPT_GROUP (group), settings, NULL);
  g_assert_true (test_says (group, "/nowhere/engine is not there, or cannot be run"));
  g_settings_set_string (settings, "transcript-program", "/bin/sh");
  fw_transcript_group_show (FW_TRANSCRIPT_GROUP (group), settings, NULL);
  g_assert_true (test_says (group, "/bin/sh"));
  g_assert_true (gtk_widget_is_sensitive (wanted));
  g_assert_false (g_settings_get_boolean (settings, "transcript"));
  gtk_switch_set_active (GTK_SWITCH (wanted), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "transcript"));
  give (words, "--model 'a b'");
  check (settings, "--model 'a b'");
  give (words, "--model 'a b");
  g_assert_true (gtk_widget_has_css_class (words, "error"));
  check (settings, "--model 'a b'");
  give (words, "");
  g_assert_false (gtk_widget_has_css_class (words, "error"));
  check (settings, "");
  forget = find_by_tooltip (group, "No program");
  g_signal_emit_by_name (forget, "clicked");
  program = g_settings_get_string (settings, "transcript-program");
  g_assert_cmpstr (program, ==, "");
  g_assert_false (g_settings_get_boolean (settings, "transcript"));
  g_assert_false (gtk_widget_is_sensitive (wanted));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/transcript-group/choice", TestCompany, "2026-03-09", test_company_set_up, test_group, test_company_tear_down);
  return g_test_run ();
}
