/* A rehearsal in the window: asked for on the preparation, held in the striped pane, and looked at when it is over. */
#include <adwaita.h>
#include <string.h>

#include "../departure/fw-test-case.h"
#include "departure/fw-rehearsal.h"
#include "ui/departure/fw-rehearsal-room.h"
#include "ui/departure/fw-rehearsal-summary.h"
#include "ui/departure/fw-talk-page.h"
#include "ui/departure/fw-talk-pane-private.h"

#include "fw-test-widgets.h"

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

/* Whether a label that is seen says so. */
static gboolean
says (GtkWidget *widget,
      const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
wait_for (gboolean (*there) (gpointer),
          gpointer data)
{
  while (!there (data))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_prepared (gpointer page)
{
  GtkStack *stages = GTK_STACK (test_find_widget (page, GTK_TYPE_STACK));

  return g_strcmp0 (gtk_stack_get_visible_child_name (stages), "preparation") == 0;
}

static gboolean
is_held (gpointer room)
{
  return fw_rehearsal_room_is_held (room);
}

static GtkWidget *
answer (GtkWidget *page,
        FwRehearsalRoom *room,
        const char *response)
{
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate_action (page, "talk.rehearse", NULL));
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (g_str_equal (response, "start"))
    wait_for (is_held, room);
  return GTK_WIDGET (room);
}

/* What HR says, and what is said about it when it is over. */
static void
rehearse (FwRehearsalRoom *room)
{
  FwTalkPane *pane = FW_TALK_PANE (test_find_widget (GTK_WIDGET (room), FW_TYPE_TALK_PANE));
  FwTalk *talk = pane->talk;

  g_assert_true (fw_talk_is_rehearsal (talk));
  g_assert_cmpint (fw_talk_get_speaker (talk), ==, FW_TALK_HR);
  g_assert_true (says (GTK_WIDGET (room), "Rehearsal, nothing is kept"));
  g_assert_cmpstr (gtk_label_get_label (pane->saved_label), ==, "Nothing is kept");
  gtk_editable_set_text (GTK_EDITABLE (pane->note_entry), "不签字就一分钱都没有");
  g_assert_cmpuint (fw_talk_get_alerts (talk)->len, >, 0);
  g_assert_true (fw_talk_keep (talk, FW_TALK_NOTE));
  fw_talk_next (talk);
  fw_talk_end (talk);
  g_assert_null (pane->talk);
  g_assert_true (fw_rehearsal_room_is_open (room));
  g_assert_false (fw_rehearsal_room_is_held (room));
}

static void
test_room (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  GtkWidget *window = adw_window_new (), *page = g_object_new (FW_TYPE_TALK_PAGE, "case", its, NULL);
  FwRehearsalRoom *room = FW_REHEARSAL_ROOM (test_find_widget (page, FW_TYPE_REHEARSAL_ROOM));
  g_autoptr (GError) error = NULL;

  fw_case_judge (its, &error);
  g_assert_no_error (error);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  fw_step_page_shown (FW_STEP_PAGE (page));
  wait_for (is_prepared, page);
  answer (page, room, "cancel");
  g_assert_false (fw_rehearsal_room_is_open (room));
  answer (page, room, "start");
  rehearse (room);
  g_assert_true (says (GTK_WIDGET (room), "不签字就一分钱都没有"));
  g_assert_true (says (GTK_WIDGET (room), "How they went out"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test_find_widget (GTK_WIDGET (room), FW_TYPE_REHEARSAL_SUMMARY)),
                                             "rehearsal.again", NULL));
  wait_for (is_held, room);
  rehearse (room);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (room), "rehearsal.leave", NULL));
  g_assert_false (fw_rehearsal_room_is_open (room));
  g_assert_true (is_prepared (page));
  g_assert_null (fw_store_dup_draft (company->store, "talk", fw_case_get_id (its), NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/rehearsal/room", TestCompany, "2026-03-09", test_company_set_up, test_room, test_company_tear_down);
  return g_test_run ();
}
