#include <adwaita.h>

#include "../departure/fw-test-case.h"
#include "documents/fw-document.h"
#include "ui/departure/fw-field-words.h"
#include "ui/departure/fw-found-card.h"
#include "ui/departure/fw-what-if-pane.h"
#include "ui/departure/fw-wording-pane.h"

#include "fw-test-widgets.h"

static GtkWidget *
find_button (GtkWidget *widget,
             const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_BUTTON (child) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0
                           ? child
                           : find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
ended_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static FwDocument *
lay_out (FwCase *its,
         const char *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FwDocument *paper;

  fw_case_lay_out_async (its, document, TRUE, NULL, ended_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  paper = fw_case_lay_out_finish (its, result, NULL, &error);
  g_assert_no_error (error);
  return paper;
}

/* Turns the main loop until the case says what is wanted of a wording; NULL: the template's own. */
static void
wait_for_wording (FwCase *its,
                  const char *path,
                  const char *wanted)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (g_strcmp0 (fw_case_get (its, path), wanted) != 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fw_case_get (its, path), ==, wanted);
}

/* People read a field by its name; what they leave, rename or make up comes back as the paper keeps it. */
static void
test_field_words (TestCompany *company,
                  gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-04-20");
  g_autoptr (FwFieldWords) words = fw_field_words_new (its);
  const char *source = "到{departure/@last-day|date}为止，{no/such}，{departure/@last-day}，**{#wages}**，余下 { 不全";
  g_autofree char *shown = fw_field_words_show (words, source);
  g_autofree char *read = fw_field_words_read (words, shown);
  g_autofree char *made_up = fw_field_words_read (words, "{没有这个}");

  g_assert_cmpstr (shown, ==, "到{最后工作日}为止，{no/such}，{最后工作日 2}，**{#wages}**，余下 { 不全");
  g_assert_cmpstr (read, ==, source);
  g_assert_cmpstr (made_up, ==, "{没有这个}");
}

#define PATH "wording/mutual-agreement/end"

/* What is typed is tried and kept without a button; the original comes back with one. */
static void
test_wording_pane (TestCompany *company,
                   gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-04-20");
  g_autoptr (FwDocument) paper = lay_out (its, "mutual-agreement");
  GtkWidget *pane = g_object_ref_sink (g_object_new (FW_TYPE_WORDING_PANE, NULL));
  GtkTextBuffer *buffer;

  test_case_set (its, "departure/@proposer", "employer");
  fw_wording_pane_show (FW_WORDING_PANE (pane), its, "mutual-agreement", paper);
  fw_wording_pane_select (FW_WORDING_PANE (pane), "end");
  g_assert_cmpstr (fw_wording_pane_get_selected (FW_WORDING_PANE (pane)), ==, "end");
  g_assert_false (fw_wording_pane_select_first_to_read (FW_WORDING_PANE (pane)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (test_find_widget (pane, GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_set_text (buffer, "合同到{最后工作日}为止。", -1);
  wait_for_wording (its, PATH, "合同到{departure/@last-day|date}为止。");
  g_signal_emit_by_name (find_button (pane, "_Restore the original"), "clicked");
  wait_for_wording (its, PATH, NULL);
  g_object_unref (pane);
}

static FwCaseItem *
found_material (FwCase *its,
                const char *id)
{
  FwCaseItem *material = test_case_row (fw_case_get_materials (its), id);

  g_assert_nonnull (material);
  return material;
}

/* What asks for a judgment is taken in only after it was answered, and the answer is to one material alone. */
static void
test_found_card (TestCompany *company,
                 gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  GtkWidget *card = g_object_ref_sink (g_object_new (FW_TYPE_FOUND_CARD, NULL));
  GtkWidget *take = find_button (card, "_Take it in");
  GtkCheckButton *judged = GTK_CHECK_BUTTON (test_find_widget (card, GTK_TYPE_CHECK_BUTTON));

  fw_found_card_show (FW_FOUND_CARD (card), found_material (its, "contract"));
  g_assert_true (gtk_widget_get_visible (card));
  g_assert_false (gtk_widget_get_sensitive (take));
  gtk_check_button_set_active (judged, TRUE);
  g_assert_true (gtk_widget_get_sensitive (take));
  fw_found_card_show (FW_FOUND_CARD (card), found_material (its, "contract"));
  g_assert_true (gtk_check_button_get_active (judged));
  fw_found_card_show (FW_FOUND_CARD (card), found_material (its, "wage-12m"));
  g_assert_false (gtk_check_button_get_active (judged));
  g_assert_true (gtk_widget_get_sensitive (take));
  fw_found_card_show (FW_FOUND_CARD (card), found_material (its, "union-notice"));
  g_assert_false (gtk_widget_get_visible (card));
  fw_found_card_show (FW_FOUND_CARD (card), NULL);
  g_assert_false (gtk_widget_get_visible (card));
  g_object_unref (card);
}

/* The slider goes over the days of the chart, by days and weeks; its day is taken with the button. */
static void
test_what_if (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  GtkWidget *pane = g_object_ref_sink (g_object_new (FW_TYPE_WHAT_IF_PANE, NULL));
  GtkRange *scale = GTK_RANGE (test_find_widget (pane, GTK_TYPE_SCALE));
  GtkAdjustment *adjustment = gtk_range_get_adjustment (scale);
  GtkWidget *take = find_button (pane, "_Take this last day");
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  fw_what_if_pane_ask (FW_WHAT_IF_PANE (pane), its);
  while (gtk_adjustment_get_upper (adjustment) < 100 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, fw_date_days_between (fw_date_from_string (today),
                                                                                      fw_date_new (2026, 4, 20)));
  g_assert_cmpfloat (gtk_adjustment_get_step_increment (adjustment), ==, 1);
  g_assert_cmpfloat (gtk_adjustment_get_page_increment (adjustment), ==, 7);
  g_assert_false (gtk_widget_get_sensitive (take));
  gtk_range_set_value (scale, gtk_range_get_value (scale) + 7);
  g_assert_true (gtk_widget_get_sensitive (take));
  g_signal_emit_by_name (take, "clicked");
  g_assert_cmpstr (fw_case_get (its, "departure/@last-day"), ==, "2026-04-27");
  g_object_unref (pane);
}

#define ADD(name, test) g_test_add (name, TestCompany, "2026-03-09", test_company_set_up, test, test_company_tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/ui/case-pages/field-words", test_field_words);
  ADD ("/ui/case-pages/wording-pane", test_wording_pane);
  ADD ("/ui/case-pages/found-card", test_found_card);
  ADD ("/ui/case-pages/what-if", test_what_if);
  return g_test_run ();
}
