/* The page on which a talk is prepared: what it shows, what is chosen and typed there, and what it asks for before the talk begins. */
#include <adwaita.h>

#include "../departure/fw-test-case.h"
#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-talk-parts.h"
#include "ui/departure/fw-talk-preparation.h"
#include "ui/departure/fw-talk-words.h"

#include "fw-test-widgets.h"

static gboolean
shows (GtkWidget *widget,
       const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

/* The place-th widget of a type, from 0, in the order in which one reads. */
static GtkWidget *
find_nth (GtkWidget *widget,
          GType type,
          guint *place)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*place)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, place);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
nth (GtkWidget *page,
     GType type,
     guint place)
{
  GtkWidget *found = find_nth (page, type, &place);

  g_assert_nonnull (found);
  return found;
}

static GtkWidget *
find_button (GtkWidget *page,
             const char *label)
{
  for (guint i = 0; i < 40; i++)
    {
      guint place = i;
      GtkWidget *button = find_nth (page, GTK_TYPE_BUTTON, &place);

      if (button != NULL && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        return button;
    }
  g_assert_not_reached ();
}

typedef struct
{
  FwCase *its;
  FwTalk *talk;
  GtkWidget *window;
  GtkWidget *page;
} Desk;

static void
sit_down (Desk *desk,
          TestCompany *company,
          const char *kind,
          const char *ground)
{
  desk->its = test_company_open (company, kind, ground, "2026-04-20");
  desk->talk = NULL;
  desk->talk = test_talk_load (desk->its);
  desk->window = adw_window_new ();
  desk->page = g_object_new (FW_TYPE_TALK_PREPARATION, NULL);
  fw_talk_preparation_set_talk (FW_TALK_PREPARATION (desk->page), desk->talk);
  adw_window_set_content (ADW_WINDOW (desk->window), desk->page);
  gtk_window_present (GTK_WINDOW (desk->window));
}

static void
get_up (Desk *desk)
{
  test_talk_wait_saved (desk->talk);
  gtk_window_destroy (GTK_WINDOW (desk->window));
  g_object_unref (desk->talk);
  g_object_unref (desk->its);
}

static void
wait_for (FwCase *its,
          const char *path,
          const char *value)
{
  while (g_strcmp0 (fw_case_get (its, path), value) != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* What the records do not know is said; whoever begins without a figure that is said is led to its field. */
static void
test_prepares (TestCompany *company,
               gconstpointer today)
{
  Desk desk;
  GtkWidget *check;
  g_autoptr (FwTalkSheet) sheet = NULL;
  GPtrArray *offers;

  sit_down (&desk, company, "resignation", "cn.37");
  g_assert_cmpstr (fw_talk_get_script (desk.talk)->id, ==, "resignation-exit");
  g_assert_true (shows (desk.page, "No lawyer has reviewed this script"));
  g_assert_true (shows (desk.page, "The records do not have"));
  g_assert_true (shows (desk.page, "She may say"));
  g_assert_true (shows (desk.page, "0 of "));
  /* Where the offers end is no offer. */
  sheet = fw_talk_words_make_sheet (desk.talk);
  offers = fw_talk_sheet_get (sheet, "offer");
  g_assert_cmpuint (offers->len, ==, 4);
  for (guint i = 0; i < offers->len; i++)
    g_assert_cmpstr (((FwTalkSheetRow *) offers->pdata[i])->title, ==, i == 3 ? "Heed" : NULL);
  check = nth (desk.page, GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (shows (desk.page, "1 of "));
  g_signal_emit_by_name (find_button (desk.page, "_Start the talk"), "clicked");
  g_assert_cmpint (fw_talk_get_stage (desk.talk), ==, FW_TALK_PREPARED);
  g_assert_true (FW_IS_ANSWER_FIELD (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (desk.window)), FW_TYPE_ANSWER_FIELD)));
  get_up (&desk);
}

/* A manager who declines is asked why, and stays on record when another is asked; the temperament changes what is answered. */
static void
test_chooses (TestCompany *company,
              gconstpointer today)
{
  Desk desk;
  GtkDropDown *manager, *manner;

  sit_down (&desk, company, "dismissal", "cn.40-2");
  manager = GTK_DROP_DOWN (nth (desk.page, GTK_TYPE_DROP_DOWN, 1));
  manner = GTK_DROP_DOWN (nth (desk.page, GTK_TYPE_DROP_DOWN, 2));
  gtk_drop_down_set_selected (manager, FW_TALK_MANAGER_DECLINES);
  g_assert_cmpint (fw_talk_get_manager (desk.talk), ==, FW_TALK_MANAGER_DECLINES);
  fw_talk_set_manager (desk.talk, FW_TALK_MANAGER_DECLINES, "出差");
  g_signal_emit_by_name (find_button (desk.page, "Another _day"), "clicked");
  while (fw_talk_get_manager (desk.talk) == FW_TALK_MANAGER_DECLINES)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (gtk_drop_down_get_selected (manager), ==, FW_TALK_MANAGER_NOT_ASKED);
  g_assert_true (shows (desk.page, "did not come: 出差"));
  g_assert_cmpuint (gtk_drop_down_get_selected (manner), ==, 0);
  gtk_drop_down_set_selected (manner, 2);
  wait_for (desk.its, "case/talk/@temperament", "reserved");
  while (!shows (desk.page, "Stop for three seconds"))
    g_main_context_iteration (NULL, TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (nth (desk.page, GTK_TYPE_DROP_DOWN, 0)), 1);
  g_assert_cmpstr (fw_talk_get_script (desk.talk)->id, !=, "dismissal-incompetence");
  get_up (&desk);
}

/* A short part between dots begins and ends on one line, however narrow the column. */
static void
test_parts_stay_whole (void)
{
  static const char *const phrases[] = { "82 分", "60 分合格", "本人已签字" };
  const char *text = "2025年11月12日 · 82 分 · 60 分合格 · 本人已签字";
  g_autoptr (GtkWidget) line = g_object_ref_sink (fw_talk_parts_new_line (text, NULL));
  g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (line)));

  for (int width = 80; width <= 400; width += 4)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      for (int i = 0; i < pango_layout_get_line_count (layout); i++)
        for (guint p = 0; p < G_N_ELEMENTS (phrases); p++)
          {
            int start = (int) (strstr (text, phrases[p]) - text), end = start + (int) strlen (phrases[p]);
            int at = pango_layout_get_line_readonly (layout, i)->start_index;

            if (at > start && at < end)
              g_error ("“%s” is broken at %d px", phrases[p], width);
            if (g_str_has_prefix (text + at, "·"))
              g_error ("a line begins with a dot at %d px", width);
          }
    }
}

/* A span of minutes is written as people write one. */
static void
test_minutes (void)
{
  FwScript script = { .minutes = (char *) "30-40" };
  g_autofree char *span = fw_talk_words_dup_minutes (&script);
  g_autofree char *one = NULL;

  g_assert_cmpstr (span, ==, "30–40");
  script.minutes = (char *) "30";
  one = fw_talk_words_dup_minutes (&script);
  g_assert_cmpstr (one, ==, "30");
  script.minutes = (char *) "";
  g_assert_null (fw_talk_words_dup_minutes (&script));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/talk-preparation/prepares", TestCompany, "2026-03-10", test_company_set_up, test_prepares, test_company_tear_down);
  g_test_add ("/ui/talk-preparation/chooses", TestCompany, "2026-03-10", test_company_set_up, test_chooses, test_company_tear_down);
  g_test_add_func ("/ui/talk-preparation/parts-stay-whole", test_parts_stay_whole);
  g_test_add_func ("/ui/talk-preparation/minutes", test_minutes);
  return g_test_run ();
}
