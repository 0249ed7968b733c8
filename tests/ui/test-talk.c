/* The talk while it is held: what is typed anywhere is a note, keys command, and what to take care of stands in its place. */
#include <adwaita.h>

#include "../departure/fw-test-case.h"
#include "ui/departure/fw-talk-page.h"
#include "ui/departure/fw-talk-pane-private.h"

#include "fw-test-widgets.h"

typedef struct
{
  FwCase *its;
  FwTalk *talk;
  GtkWidget *window;
  FwTalkPane *pane;
} Table;

static void
sit_down (Table *table,
          TestCompany *company,
          const char *kind,
          const char *ground)
{
  g_autoptr (GError) error = NULL;

  table->its = test_company_open (company, kind, ground, "2026-04-20");
  fw_case_judge (table->its, &error);
  g_assert_no_error (error);
  table->talk = NULL;
  table->talk = test_talk_load (table->its);
  table->window = adw_window_new ();
  table->pane = g_object_new (FW_TYPE_TALK_PANE, NULL);
  fw_talk_begin (table->talk);
  fw_talk_pane_set_talk (table->pane, table->talk);
  adw_window_set_content (ADW_WINDOW (table->window), GTK_WIDGET (table->pane));
  gtk_window_set_default_size (GTK_WINDOW (table->window), 1366, 768);
  gtk_window_present (GTK_WINDOW (table->window));
  while (gtk_widget_get_height (GTK_WIDGET (table->pane)) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
get_up (Table *table)
{
  test_talk_wait_saved (table->talk);
  gtk_window_destroy (GTK_WINDOW (table->window));
  g_object_unref (table->talk);
  g_object_unref (table->its);
}

static gboolean
note_has_focus (Table *table)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (table->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (table->pane->note_entry));
}

static gboolean
press_at (GtkWidget *widget,
          guint keyval,
          GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0u, state, &taken);
    }
  return taken;
}

/* The window first, the pane last, as a key goes that the entry has no use for. */
static gboolean
press (Table *table,
       guint keyval,
       GdkModifierType state)
{
  return press_at (table->window, keyval, state) || press_at (GTK_WIDGET (table->pane), keyval, state);
}

static void
type (Table *table,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (table->pane->note_entry), text);
}

static const char *
label_of (GtkLabel *label)
{
  return gtk_label_get_label (label);
}

static guint
count_moods (Table *table)
{
  GListModel *entries = fw_talk_get_entries (table->talk);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (entries, i);

      n += fw_talk_entry_get_sort (entry) == FW_TALK_MOOD;
    }
  return n;
}

static void
check_keys (Table *table)
{
  g_autofree char *first = NULL;

  g_assert_true (note_has_focus (table));
  first = g_strdup (label_of (table->pane->prompt_label));
  g_assert_true (press (table, GDK_KEY_Page_Down, 0));
  g_assert_cmpstr (label_of (table->pane->prompt_label), !=, first);
  g_assert_true (press (table, GDK_KEY_Page_Up, 0));
  g_assert_cmpstr (label_of (table->pane->prompt_label), ==, first);
  g_assert_true (press (table, GDK_KEY_F3, 0));
  g_assert_cmpint (fw_talk_get_speaker (table->talk), ==, FW_TALK_HR);
  g_assert_true (press (table, GDK_KEY_e, GDK_ALT_MASK));
  g_assert_cmpint (fw_talk_get_speaker (table->talk), ==, FW_TALK_MANAGER);
  g_assert_true (press (table, GDK_KEY_F7, 0));
  g_assert_cmpint (fw_talk_get_mood (table->talk, NULL), ==, FW_TALK_ANGRY);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (table->pane->turn_label)));
  press (table, GDK_KEY_Page_Down, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (table->pane->turn_label)));
  /* A character is no command, and what would lead away from the table does not. */
  g_assert_false (press (table, GDK_KEY_s, 0));
  g_assert_false (press (table, GDK_KEY_1, 0));
  g_assert_true (press (table, GDK_KEY_k, GDK_CONTROL_MASK));
  g_assert_true (press (table, GDK_KEY_2, GDK_CONTROL_MASK));
  g_assert_false (press_at (table->window, GDK_KEY_v, GDK_CONTROL_MASK));
  g_assert_true (press (table, GDK_KEY_b, GDK_CONTROL_MASK));
  g_assert_true (fw_talk_is_paused (table->talk));
  g_assert_true (press (table, GDK_KEY_b, GDK_CONTROL_MASK));
  g_assert_false (fw_talk_is_paused (table->talk));
}

/* What an input method composes is not taken for a command. */
static void
check_composing (Table *table)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (table->pane->note_entry));
  const guint before = count_moods (table);

  g_signal_emit_by_name (text, "preedit-changed", "zhong'cai");
  g_assert_false (press (table, GDK_KEY_F6, 0));
  g_assert_false (press (table, GDK_KEY_Escape, 0));
  g_assert_false (press (table, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_false (press (table, GDK_KEY_1, GDK_ALT_MASK));
  g_assert_cmpuint (count_moods (table), ==, before);
  g_signal_emit_by_name (text, "preedit-changed", "");
  g_assert_true (press (table, GDK_KEY_F6, 0));
  g_assert_cmpuint (count_moods (table), ==, before + 1);
}

/* Whatever takes the focus away, it comes back. */
static void
check_focus (Table *table)
{
  gtk_window_set_focus (GTK_WINDOW (table->window), NULL);
  while (!note_has_focus (table))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (press (table, GDK_KEY_Tab, 0));
  g_assert_true (note_has_focus (table));
}

static void
check_notes (Table *table)
{
  int before, after;

  type (table, "最后一天定四月二十日");
  g_assert_true (press (table, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (table->pane->note_entry)), ==, "");
  type (table, "年终奖周四前答复");
  g_assert_true (press (table, GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  /* However long a point is, the prompt stays where it is. */
  gtk_widget_measure (table->pane->side, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &before, NULL, NULL);
  type (table, "奖金下周三以前书面答复，由财务部和我一起对第三季度的明细，一条一条对");
  g_assert_true (press (table, GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  gtk_widget_measure (table->pane->side, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &after, NULL, NULL);
  g_assert_cmpint (after, ==, before);
  type (table, "他问起第三季度");
  g_signal_emit_by_name (table->pane->note_entry, "activate");
  g_assert_true (test_says (GTK_WIDGET (table->pane->points), "Agreed 1"));
  g_assert_true (test_says (GTK_WIDGET (table->pane->points), "Open 2"));
  g_assert_nonnull (gtk_widget_get_first_child (GTK_WIDGET (table->pane->entry_box)));
}

static void
check_alerts (Table *table)
{
  int height;

  press (table, GDK_KEY_F2, 0);
  type (table, "这样我只好去打官司了");
  g_assert_true (adw_bin_get_child (table->pane->side_place) == table->pane->alert_card);
  g_assert_true (gtk_widget_get_visible (table->pane->alert_card));
  g_assert_nonnull (strstr (label_of (table->pane->alert_heard), "打官司"));
  fw_talk_pane_set_narrow (table->pane, TRUE);
  g_assert_true (adw_bin_get_child (table->pane->middle_place) == table->pane->alert_card);
  /* A long one is scrolled: what is being typed stays in sight. */
  gtk_widget_measure (GTK_WIDGET (table->pane), GTK_ORIENTATION_VERTICAL, 683, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, <=, 560);
  g_assert_true (gtk_widget_get_prev_sibling (table->pane->alert_say_title) == GTK_WIDGET (table->pane->alert_heard));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (table->pane->mood_band)));
  /* What is folded away comes once the alert is got: both together would push the note off the window. */
  g_assert_true (press (table, GDK_KEY_d, GDK_CONTROL_MASK));
  g_assert_false (gtk_widget_get_visible (table->pane->side));
  g_assert_true (press (table, GDK_KEY_Escape, 0));
  g_assert_false (gtk_widget_get_visible (table->pane->alert_card));
  g_assert_true (gtk_widget_get_visible (table->pane->side));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (table->pane->mood_band)));
  fw_talk_pane_set_narrow (table->pane, FALSE);
}

/* With text twice as large a window of a laptop is low: the note and what can be said are whole, and the rest waits. */
static void
check_large_text (Table *table)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (table->pane));
  int dpi, height;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  type (table, "明天我就去劳动局立案");
  g_assert_true (gtk_widget_get_visible (table->pane->alert_card));
  fw_talk_pane_set_narrow (table->pane, TRUE);
  gtk_widget_measure (GTK_WIDGET (table->pane), GTK_ORIENTATION_VERTICAL, 1366, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, <=, 768);
  g_assert_true (gtk_widget_get_prev_sibling (GTK_WIDGET (table->pane->alert_heard)) == GTK_WIDGET (table->pane->alert_say));
  g_assert_true (press (table, GDK_KEY_Escape, 0));
  fw_talk_pane_set_narrow (table->pane, FALSE);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* To life and limb: above everything, the script waits, and no key that is pressed without thinking puts it away. */
static void
check_danger (Table *table)
{
  g_autofree char *before = NULL;

  before = g_strdup (label_of (table->pane->prompt_label));
  type (table, "我怀孕三个月了，活着也没意思，不想活了");
  g_assert_true (adw_bin_get_child (table->pane->danger_place) == table->pane->alert_card);
  g_assert_true (gtk_widget_has_css_class (table->pane->alert_card, "block"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (table->pane->alert_more)));
  g_assert_cmpstr (label_of (table->pane->prompt_label), !=, before);
  g_assert_true (press (table, GDK_KEY_Escape, 0));
  press (table, GDK_KEY_Page_Down, 0);
  g_assert_true (_fw_talk_pane_is_danger (table->pane));
  g_assert_true (press (table, GDK_KEY_Return, GDK_ALT_MASK));
  g_assert_false (_fw_talk_pane_is_danger (table->pane));
  g_assert_true (adw_bin_get_child (table->pane->side_place) == table->pane->alert_card);
  g_assert_cmpstr (label_of (table->pane->prompt_label), ==, before);
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (ADW_IS_MESSAGE_DIALOG (window->data))
      return window->data;
  return NULL;
}

/* Who was asked, and how the question was answered. */
static void
answer (Table *table,
        gboolean agreed)
{
  AdwMessageDialog *dialog;
  GtkWidget *check;

  g_assert_true (press (table, GDK_KEY_t, GDK_CONTROL_MASK));
  while ((dialog = find_dialog ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  check = test_find_widget (adw_message_dialog_get_extra_child (dialog), GTK_TYPE_CHECK_BUTTON);
  g_assert_cmpstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)), ==, "张敏 was told, and agrees");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "start"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "start")); /* one is not everybody */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_next_sibling (check)), agreed);
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "start") == agreed);
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, agreed ? "start" : "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
}

static void
wait_for_words (Table *table,
                const char *words)
{
  while (!test_says (GTK_WIDGET (table->pane->hearing), words))
    g_main_context_iteration (NULL, TRUE);
}

/* A program writes along: off until it is chosen, never without a yes, one key stops it, and what is not final is no note. */
static void
check_listening (Table *table,
                 TestCompany *company)
{
  GSettings *settings = table->pane->settings;
  g_autofree char *path = g_build_filename (company->folder, "engine.sh", NULL);
  guint before;

  g_assert_true (g_file_set_contents (path,
                                      "echo '{\"text\": \"我想\", \"speaker\": \"employee\", \"final\": false}'\n"
                                      "sleep 3\n"
                                      "echo '{\"text\": \"我想问奖金\", \"speaker\": \"employee\"}'\nread line\n",
                                      -1, NULL));
  press (table, GDK_KEY_F2, 0);
  type (table, "他带了");
  before = g_list_model_get_n_items (fw_talk_get_entries (table->talk));
  g_assert_false (gtk_widget_get_visible (table->pane->listen_button));
  press (table, GDK_KEY_t, GDK_CONTROL_MASK);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (find_dialog ());
  g_settings_set_string (settings, "transcript-program", "/bin/sh");
  g_settings_set_string (settings, "transcript-arguments", path);
  _fw_talk_pane_show_listening (table->pane);
  g_assert_false (gtk_widget_get_visible (table->pane->listen_button));
  g_settings_set_boolean (settings, "transcript", TRUE);
  _fw_talk_pane_show_listening (table->pane);
  g_assert_true (gtk_widget_get_visible (table->pane->listen_button));
  answer (table, FALSE);
  g_assert_cmpint (fw_talk_get_program (table->talk, NULL, NULL), ==, FW_TALK_PROGRAM_NONE);
  g_assert_cmpuint (g_list_model_get_n_items (fw_talk_get_entries (table->talk)), ==, before);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (table->pane->hearing)));
  answer (table, TRUE);
  g_assert_cmpint (fw_talk_get_program (table->talk, NULL, NULL), ==, FW_TALK_PROGRAM_LISTENS);
  g_assert_cmpstr (adw_button_content_get_label (table->pane->listen_content), ==, "Listening");
  wait_for_words (table, "Employee: 我想 …");
  g_assert_cmpuint (g_list_model_get_n_items (fw_talk_get_entries (table->talk)), ==, before + 1);
  wait_for_words (table, "Listening: what is said is written along");
  g_assert_cmpuint (g_list_model_get_n_items (fw_talk_get_entries (table->talk)), ==, before + 2);
  g_assert_true (test_says (GTK_WIDGET (table->pane->entry_box), "我想问奖金"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (table->pane->note_entry)), ==, "他带了");
  g_assert_true (press (table, GDK_KEY_t, GDK_CONTROL_MASK));
  g_assert_cmpint (fw_talk_get_program (table->talk, NULL, NULL), ==, FW_TALK_PROGRAM_STOPPED);
  wait_for_words (table, "Nobody listens any more. Go on noting by hand.");
  g_settings_set_string (settings, "transcript-arguments", "-c 'kill -9 $$'");
  answer (table, TRUE);
  wait_for_words (table, "The program crashed with signal 9. Go on noting by hand.");
  /* Nobody listens where nobody sees it. */
  g_settings_set_string (settings, "transcript-arguments", "-c 'read line'");
  answer (table, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (table->pane), FALSE);
  g_assert_cmpint (fw_talk_get_program (table->talk, NULL, NULL), ==, FW_TALK_PROGRAM_STOPPED);
  gtk_widget_set_visible (GTK_WIDGET (table->pane), TRUE);
  g_settings_reset (settings, "transcript");
  type (table, "");
}

/* Prepared, held, read back: one place in the case. */
static void
test_room (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  GtkWidget *window = adw_window_new (), *page = g_object_new (FW_TYPE_TALK_PAGE, "case", its, NULL);
  GtkStack *stages = GTK_STACK (test_find_widget (page, GTK_TYPE_STACK));
  FwTalkPane *pane = FW_TALK_PANE (test_find_widget (page, FW_TYPE_TALK_PANE));
  g_autoptr (GError) error = NULL;
  FwTalk *talk = NULL;

  fw_case_judge (its, &error);
  g_assert_no_error (error);
  /* Begun, and left as a crash leaves it: the room goes on where it was. */
  talk = test_talk_load (its);
  fw_talk_begin (talk);
  fw_talk_type (talk, "他要求看第三季度的");
  test_talk_wait_saved (talk);
  g_object_unref (talk);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  fw_step_page_shown (FW_STEP_PAGE (page));
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stages), "pane") != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (pane->note_entry)), ==, "他要求看第三季度的");
  talk = g_object_ref (pane->talk);
  fw_talk_end (talk);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stages), ==, "minutes");
  g_assert_null (pane->talk);
  test_talk_wait_saved (talk);
  g_object_unref (talk);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A draft that cannot be read: it is said where it is, and a file of it can be had. */
static void
test_set_aside (TestCompany *company,
                gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  GtkWidget *window = adw_window_new (), *page = g_object_new (FW_TYPE_TALK_PAGE, "case", its, NULL);
  GtkStack *stages = GTK_STACK (test_find_widget (page, GTK_TYPE_STACK));
  GtkWidget *box = gtk_widget_get_prev_sibling (GTK_WIDGET (stages));
  g_autoptr (GError) error = NULL;

  fw_case_judge (its, &error);
  g_assert_no_error (error);
  g_assert_true (fw_store_set_draft (company->store, "talk", fw_case_get_id (its), "({'stage': <uint32 1", &error));
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*draft of its talk cannot be read*");
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (gtk_widget_get_visible (box));
  fw_step_page_shown (FW_STEP_PAGE (page));
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stages), "preparation") != 0)
    g_main_context_iteration (NULL, TRUE);
  g_test_assert_expected_messages ();
  g_assert_true (gtk_widget_get_visible (box));
  g_assert_true (test_says (box, "A draft of this talk could not be read whole. It is kept with this departure as it was; nothing of it was deleted. "
                               "Save it as a file to see what stands in it."));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_table (TestCompany *company,
            gconstpointer today)
{
  Table table;

  sit_down (&table, company, "dismissal", "cn.40-2");
  check_keys (&table);
  check_composing (&table);
  check_focus (&table);
  check_notes (&table);
  check_alerts (&table);
  check_large_text (&table);
  check_danger (&table);
  check_listening (&table, company);
  get_up (&table);
}

/* The pane lists what the preparation does, each thing once and whole with what stands in brackets, and with the same ticks. */
static void
test_papers (TestCompany *company,
             gconstpointer today)
{
  Table table;
  g_autoptr (GPtrArray) things = NULL;
  g_auto (GStrv) lines = NULL;

  sit_down (&table, company, "resignation", "cn.37");
  things = fw_talk_list_things (table.talk);
  g_assert_cmpuint (things->len, >, 2);
  fw_talk_set_brought (table.talk, ((FwTalkThing *) things->pdata[1])->key, TRUE);
  fw_talk_pane_set_talk (table.pane, NULL);
  fw_talk_pane_set_talk (table.pane, table.talk);
  lines = g_strsplit (label_of (table.pane->paper_label), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, things->len);
  for (guint i = 0; i < things->len; i++)
    {
      g_assert_true (g_str_has_suffix (lines[i], ((FwTalkThing *) things->pdata[i])->text));
      g_assert_true (g_str_has_prefix (lines[i], i == 1 ? "☑" : "☐"));
    }
  get_up (&table);
}

#define ADD(name, test) g_test_add (name, TestCompany, "2026-03-09", test_company_set_up, test, test_company_tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/ui/talk/table", test_table);
  ADD ("/ui/talk/room", test_room);
  ADD ("/ui/talk/papers", test_papers);
  ADD ("/ui/talk/set-aside", test_set_aside);
  return g_test_run ();
}
