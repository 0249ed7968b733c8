/* The minutes page: lines put in order and corrected, three ways of signing, and what is kept of it. */
#include <adwaita.h>

#include "../departure/fw-test-case.h"
#include "departure/fw-held-talk.h"
#include "ui/departure/fw-held-talks.h"
#include "ui/departure/fw-minutes-line.h"
#include "ui/departure/fw-minutes-window.h"
#include "ui/departure/fw-paper-view.h"
#include "ui/departure/fw-signature-pad.h"
#include "ui/departure/fw-talk-minutes.h"

#include "fw-test-widgets.h"

#include <string.h>

typedef struct
{
  FwCase *its;
  FwTalk *talk;
  GtkWidget *window;
  GtkWidget *page;
} Room;

static void
say (FwTalk *talk,
     FwTalkSpeaker speaker,
     FwTalkSort sort,
     const char *text)
{
  fw_talk_set_speaker (talk, speaker);
  fw_talk_type (talk, text);
  g_assert_true (fw_talk_keep (talk, sort));
}

static void
open_room (TestCompany *company,
           Room *room)
{
  g_autoptr (GError) error = NULL;

  room->its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-10");
  fw_case_judge (room->its, &error);
  g_assert_no_error (error);
  room->talk = NULL;
  room->talk = test_talk_load (room->its);
  fw_talk_begin (room->talk);
  say (room->talk, FW_TALK_EMPLOYEE, FW_TALK_NOTE, "第三季度的数不对");
  say (room->talk, FW_TALK_HR, FW_TALK_NOTE, "我们一起核一遍");
  fw_talk_observe (room->talk, FW_TALK_UPSET);
  say (room->talk, FW_TALK_HR, FW_TALK_AGREED, "周四前书面答复");
  fw_talk_end (room->talk);
  room->window = adw_window_new ();
  room->page = g_object_new (FW_TYPE_TALK_MINUTES, NULL);
  adw_window_set_content (ADW_WINDOW (room->window), room->page);
  gtk_window_set_default_size (GTK_WINDOW (room->window), 1000, 700);
  fw_talk_minutes_set_talk (FW_TALK_MINUTES (room->page), room->talk);
  gtk_window_present (GTK_WINDOW (room->window));
}

static void
leave_room (Room *room)
{
  fw_talk_minutes_set_talk (FW_TALK_MINUTES (room->page), NULL);
  test_talk_wait_saved (room->talk);
  gtk_window_destroy (GTK_WINDOW (room->window));
  g_object_unref (room->talk);
  g_object_unref (room->its);
}

/* The nth descendant of a type, from 0. */
static GtkWidget *
find_nth (GtkWidget *widget,
          GType type,
          guint *nth)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) && (*nth)-- == 0 ? child : find_nth (child, type, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
nth (GtkWidget *widget,
     GType type,
     guint number)
{
  return find_nth (widget, type, &number);
}

static GtkWidget *
find_labelled (GtkWidget *widget,
               GType type,
               const char *label)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *found = nth (widget, type, i);
      g_autofree char *shown = NULL;

      if (found == NULL)
        return NULL;
      g_object_get (found, "label", &shown, NULL);
      if (g_strcmp0 (shown, label) == 0)
        return found;
    }
}

static void
type_words (GtkWidget *line,
            const char *words)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (test_find_widget (line, GTK_TYPE_TEXT_VIEW))), words, -1);
}

static void
test_lines (TestCompany *company,
            gconstpointer today)
{
  Room room;
  FwTalkEntry *first, *promise;
  GtkWidget *line, *problem;

  open_room (company, &room);
  g_assert_nonnull (nth (room.page, FW_TYPE_MINUTES_LINE, 2));
  g_assert_null (nth (room.page, FW_TYPE_MINUTES_LINE, 3));
  line = nth (room.page, FW_TYPE_MINUTES_LINE, 0);
  first = fw_minutes_line_get_entry (FW_MINUTES_LINE (line));
  type_words (line, "");
  type_words (line, "第三季度的数\n不对，要重新核");
  g_assert_cmpstr (fw_talk_entry_get_text (first), ==, "第三季度的数 不对，要重新核");
  g_assert_null (fw_talk_entry_get_original (first));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (nth (room.page, GTK_TYPE_CHECK_BUTTON, 0)), TRUE);
  g_assert_true (fw_talk_is_read_aloud (room.talk));
  type_words (line, "请重新核第三季度");
  g_assert_cmpstr (fw_talk_entry_get_original (first), ==, "第三季度的数 不对，要重新核");
  g_assert_nonnull (find_labelled (line, GTK_TYPE_LABEL, "Noted first: 第三季度的数 不对，要重新核"));
  line = nth (room.page, FW_TYPE_MINUTES_LINE, 2);
  promise = fw_minutes_line_get_entry (FW_MINUTES_LINE (line));
  g_assert_true (gtk_widget_activate_action (test_find_widget (line, GTK_TYPE_TEXT_VIEW), "line.kind", "s", "promise"));
  g_assert_cmpint (fw_talk_entry_get_sort (promise), ==, FW_TALK_PROMISE);
  problem = find_labelled (line, GTK_TYPE_LABEL, "Write the day as 2026-03-12.");
  gtk_editable_set_text (GTK_EDITABLE (nth (line, GTK_TYPE_ENTRY, 0)), "周四");
  g_assert_true (gtk_widget_get_visible (problem));
  gtk_editable_set_text (GTK_EDITABLE (nth (line, GTK_TYPE_ENTRY, 0)), "2026年3月12日");
  g_assert_false (gtk_widget_get_visible (problem));
  gtk_editable_set_text (GTK_EDITABLE (nth (line, GTK_TYPE_ENTRY, 1)), "程慧敏");
  g_assert_cmpint (fw_talk_entry_get_due (promise).day, ==, 12);
  g_assert_cmpstr (fw_talk_entry_get_keeper (promise), ==, "程慧敏");
  g_signal_emit_by_name (find_labelled (room.page, GTK_TYPE_BUTTON, "_Add a line"), "clicked");
  g_assert_nonnull (nth (room.page, FW_TYPE_MINUTES_LINE, 3));
  leave_room (&room);
}

static void
wait_for_record (TestCompany *company,
                 Room *room)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (fw_talk_get_kept (room->talk) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (fw_talk_get_kept (room->talk));
}

/* What is kept opens to be printed. */
static void
assert_opens (Room *room)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  GtkWidget *opened = NULL;

  while (opened == NULL && g_get_monotonic_time () < end)
    {
      g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

          if (FW_IS_MINUTES_WINDOW (window) &&
              fw_paper_view_get_document (FW_PAPER_VIEW (test_find_widget (window, FW_TYPE_PAPER_VIEW))) != NULL)
            opened = window;
        }
      g_main_context_iteration (NULL, opened == NULL);
    }
  g_assert_nonnull (opened);
  gtk_window_destroy (GTK_WINDOW (opened));
}

static void
test_refusal (TestCompany *company,
              gconstpointer today)
{
  Room room;
  GtkWidget *finish, *problem, *talks;
  gint64 end;

  open_room (company, &room);
  finish = find_labelled (room.page, GTK_TYPE_BUTTON, "Put _on record");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_labelled (room.page, GTK_TYPE_CHECK_BUTTON, "The employee does _not sign")), TRUE);
  g_signal_emit_by_name (finish, "clicked");
  problem = find_labelled (room.page, GTK_TYPE_LABEL, "Write down what the employee said to it; where nothing was said, write that.");
  g_assert_nonnull (problem);
  g_assert_true (gtk_widget_get_visible (problem));
  fw_talk_set_refusal (room.talk, "要先问律师", "周晓雯");
  g_signal_emit_by_name (finish, "clicked");
  wait_for_record (company, &room);
  assert_opens (&room);
  talks = g_object_ref_sink (g_object_new (FW_TYPE_HELD_TALKS, NULL));
  fw_held_talks_show (FW_HELD_TALKS (talks), company->workplace, "employee-id", company->employee);
  end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  while (!gtk_widget_get_visible (talks) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (test_find_widget (talks, GTK_TYPE_LIST_BOX)), 0));
  g_object_unref (talks);
  leave_room (&room);
}

/* What a hand does on the pad, by the pointer. */
static void
draw (GtkWidget *pad)
{
  GtkWidget *area = test_find_widget (pad, GTK_TYPE_DRAWING_AREA);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (area);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_DRAG (controller))
        continue;
      g_signal_emit_by_name (controller, "drag-begin", 60.0, 50.0);
      for (double x = 0; x < 120; x += 6)
        g_signal_emit_by_name (controller, "drag-update", x, x / 3);
      g_signal_emit_by_name (controller, "drag-end", 120.0, 40.0);
    }
}

static void
test_signing (TestCompany *company,
              gconstpointer today)
{
  Room room;
  GtkWidget *finish, *line;
  g_autoptr (FwQuery) query = fw_query_new_equals ("kind", "talk-signature");

  open_room (company, &room);
  finish = find_labelled (room.page, GTK_TYPE_BUTTON, "Put _on record");
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (find_labelled (room.page, GTK_TYPE_CHECK_BUTTON, "Sign on the _screen, with a pen, a finger or the mouse")), TRUE);
  g_assert_null (nth (room.page, FW_TYPE_SIGNATURE_PAD, 2));
  draw (nth (room.page, FW_TYPE_SIGNATURE_PAD, 0));
  g_assert_nonnull (fw_talk_get_ink (room.talk, FW_TALK_EMPLOYEE));
  g_signal_emit_by_name (finish, "clicked");
  g_assert_null (fw_talk_get_kept (room.talk));
  /* What is corrected after somebody signed is signed again. */
  line = nth (room.page, FW_TYPE_MINUTES_LINE, 1);
  type_words (line, "我们一起核");
  g_assert_null (fw_talk_get_ink (room.talk, FW_TALK_EMPLOYEE));
  g_assert_true (gtk_widget_get_visible (find_labelled (
    room.page, GTK_TYPE_LABEL, "The minutes were changed after they were signed: read out what changed, then sign again.")));
  draw (nth (room.page, FW_TYPE_SIGNATURE_PAD, 0));
  draw (nth (room.page, FW_TYPE_SIGNATURE_PAD, 1));
  fw_signature_pad_wipe (FW_SIGNATURE_PAD (nth (room.page, FW_TYPE_SIGNATURE_PAD, 1)));
  g_assert_null (fw_talk_get_ink (room.talk, FW_TALK_HR));
  draw (nth (room.page, FW_TYPE_SIGNATURE_PAD, 1));
  g_signal_emit_by_name (finish, "clicked");
  wait_for_record (company, &room);
  assert_opens (&room);
  g_assert_cmpint (fw_store_count (company->store, "evidence", query, NULL, NULL), ==, 2);
  leave_room (&room);
}

#define ADD(name, test) g_test_add (name, TestCompany, "2026-03-09", test_company_set_up, test, test_company_tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/ui/talk-minutes/lines", test_lines);
  ADD ("/ui/talk-minutes/refusal", test_refusal);
  ADD ("/ui/talk-minutes/signing", test_signing);
  return g_test_run ();
}
