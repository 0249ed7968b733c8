#include <adwaita.h>

#include "../departure/fw-test-case.h"
#include "documents/fw-document.h"
#include "store/fw-evidence.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-field-words.h"
#include "ui/departure/fw-found-card.h"
#include "ui/departure/fw-materials-page.h"
#include "ui/departure/fw-papers-page-private.h"
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

static GtkWidget *
find_text (GtkWidget *widget,
           const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_LABEL (child) && strcmp (gtk_label_get_label (GTK_LABEL (child)), text) == 0
                           ? child
                           : find_text (child, text);

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

/* Whoever changed a wording is told on the page when the facts behind it changed, and led to it. */
static void
test_read_again (TestCompany *company,
                 gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-04-20");
  GtkWidget *window = adw_window_new (), *page = g_object_new (FW_TYPE_PAPERS_PAGE, "case", its, NULL), *pane;
  FwCaseItem *paper;
  g_autoptr (GError) error = NULL;

  test_case_set (its, "departure/@proposer", "employer");
  g_assert_true (fw_case_edit_block (its, "mutual-agreement", "end", "合同到{departure/@last-day|date}为止。", &error));
  g_assert_no_error (error);
  test_case_set (its, "departure/@last-day", "2026-04-27");
  paper = test_case_row (fw_case_get_documents (its), "mutual-agreement");
  g_assert_true (fw_case_item_get_truth (paper, "read-again"));
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  fw_papers_page_select (FW_PAPERS_PAGE (page), "mutual-agreement");
  g_assert_nonnull (find_text (page, "draft · your wording to be read again"));
  pane = test_find_widget (page, FW_TYPE_WORDING_PANE);
  while (_fw_papers_page_get_document (FW_PAPERS_PAGE (page)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_text (page, "The facts behind your own wording have changed: read it again"),
                                                  GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (fw_wording_pane_get_selected (FW_WORDING_PANE (pane)), ==, "end");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The page opens with the paper that is to be made next; one that was chosen stays. */
static void
test_next_paper (TestCompany *company,
                 gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "resignation", "cn.37", "2026-04-20");
  GtkWidget *window = adw_window_new (), *page = g_object_new (FW_TYPE_PAPERS_PAGE, "case", its, NULL);

  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  fw_step_page_judged (FW_STEP_PAGE (page));
  g_assert_cmpstr (fw_case_item_get_id (_fw_papers_page_get_paper (FW_PAPERS_PAGE (page))), ==, "resignation-receipt");
  fw_papers_page_select (FW_PAPERS_PAGE (page), "handover-list");
  test_case_set (its, "case/@handover-place", "一号楼");
  g_assert_cmpstr (fw_case_item_get_id (_fw_papers_page_get_paper (FW_PAPERS_PAGE (page))), ==, "handover-list");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Until when a pregnancy protects is as the birth is expected, to the end of the nursing year; and its day is asked for by its name. */
static void
test_expected_until (TestCompany *company,
                     gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  g_autofree char *until = NULL;
  g_autofree char *nursing_until = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fw_case_answer_status (its, "pregnancy", FW_STATUS_YES, "本人", today, &error));
  g_assert_true (fw_case_set_status (its, "pregnancy", "until", "2026-09-30", &error));
  g_assert_true (fw_case_save (its, &error));
  g_assert_no_error (error);
  until = fw_case_name_until (test_case_row (fw_case_get_findings (its), "cn.42-4"));
  g_assert_cmpstr (until, ==, "until 29 September 2027, as expected");
  g_assert_true (fw_case_answer_status (its, "pregnancy", FW_STATUS_NO, "本人", today, &error));
  g_assert_true (fw_case_answer_status (its, "nursing", FW_STATUS_YES, "本人", today, &error));
  g_assert_true (fw_case_set_status (its, "nursing", "infant-born", "2026-01-05", &error));
  g_assert_true (fw_case_save (its, &error));
  g_assert_no_error (error);
  nursing_until = fw_case_name_until (test_case_row (fw_case_get_findings (its), "cn.42-4"));
  g_assert_cmpstr (nursing_until, ==, "until 4 January 2027");
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

static GtkWidget *
find_with_class (GtkWidget *widget,
                 const char *style_class)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_has_css_class (child, style_class) ? child : find_with_class (child, style_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What a file manager delivers, at a place of the widget. */
static void
drop_files (GtkWidget *widget,
            double y,
            GSList *files)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, y, &taken);
    }
  g_assert_true (taken);
  g_slist_free_full (files, g_object_unref);
}

static void
limit_evidence (TestCompany *company,
                const char *mib)
{
  g_autoptr (FwRecord) setting = fw_record_new ("setting");
  g_autoptr (FwCommand) command = fw_command_new ("test.put", "tester", NULL);
  g_autoptr (FwEvent) event = NULL;

  fw_record_set (setting, "name", FW_STORE_SETTING_EVIDENCE_LIMIT);
  fw_record_set (setting, "value", mib);
  fw_command_put (command, setting);
  event = fw_store_run (company->store, command, NULL, NULL);
  g_assert_nonnull (event);
}

/* What the page says of files that were not taken in; waits for it. */
static const char *
wait_for_problem (GtkWidget *page)
{
  GtkWidget *label = find_with_class (page, "error");
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!gtk_widget_get_visible (label) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_visible (label));
  return gtk_label_get_label (GTK_LABEL (label));
}

static void
assert_files (FwCase *its,
              const char *material,
              const char *names)
{
  const char *const *files = fw_case_item_get_texts (found_material (its, material), "files");
  g_autofree char *joined = g_strjoinv ("|", (char **) files);

  g_assert_cmpstr (joined, ==, names);
}

static GtkWidget *
present_materials (FwCase *its,
                   GtkWidget **page)
{
  GtkWidget *window = adw_window_new ();

  *page = g_object_new (FW_TYPE_MATERIALS_PAGE, "case", its, NULL);
  adw_window_set_content (ADW_WINDOW (window), *page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
  fw_materials_page_select (FW_MATERIALS_PAGE (*page), "union-notice");
  while (gtk_widget_get_height (*page) == 0)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

/* Files dropped together are taken in together; what cannot be is refused by name and keeps none of the others out. */
static void
test_drop (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  g_autofree char *large = g_strnfill (1024 * 1024 + 1, 'x');
  g_autofree char *folder = g_build_filename (company->folder, "回执", NULL);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *window = present_materials (its, &page);
  const char *problem;
  GSList *files = NULL;

  limit_evidence (company, "1");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  files = g_slist_append (files, test_company_file (company, "回执 1.txt", "工会意见：没有异议"));
  files = g_slist_append (files, g_file_new_for_path (folder));
  files = g_slist_append (files, test_company_file (company, "录像.mp4", large));
  files = g_slist_append (files, test_company_file (company, "空.pdf", ""));
  files = g_slist_append (files, test_company_file (company, "回执 2.txt", "签收"));
  files = g_slist_append (files, test_company_file (company, "又一份.txt", "签收"));
  drop_files (find_with_class (page, "quiet"), 1, files);
  problem = wait_for_problem (page);
  g_assert_nonnull (strstr (problem, "“回执” is a folder. Take the files in it"));
  g_assert_nonnull (strstr (problem, "“录像.mp4” is larger than 1 MB."));
  g_assert_nonnull (strstr (problem, "“空.pdf” is empty."));
  g_assert_nonnull (strstr (problem, "“又一份.txt” is there already."));
  assert_files (its, "union-notice", "回执 1.txt|回执 2.txt");
  kept = fw_store_get_file (company->store, fw_case_item_get_text (found_material (its, "union-notice"), "sha256"), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), "签收", strlen ("签收"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
wait_for_files (FwCase *its,
                const char *material,
                guint count)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (g_strv_length ((char **) fw_case_item_get_texts (found_material (its, material), "files")) != count &&
         g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

/* A file dropped onto a row proves what the row says, whichever was chosen before; each of several can be removed. */
static void
test_drop_on_row (TestCompany *company,
                  gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  GtkWidget *page, *window = present_materials (its, &page);
  GtkWidget *list = test_find_widget (page, GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2);
  g_autofree char *material = g_strdup (g_object_get_data (G_OBJECT (row), "material"));
  g_autoptr (GFile) second = test_company_file (company, "b.txt", "二");
  graphene_rect_t bounds;
  GtkWidget *remove;

  g_assert_cmpstr (material, !=, "union-notice");
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds));
  drop_files (list, bounds.origin.y + bounds.size.height / 2, g_slist_prepend (NULL, test_company_file (company, "a.txt", "一")));
  wait_for_files (its, material, 1);
  assert_files (its, material, "a.txt");
  assert_files (its, "union-notice", "");
  g_assert_true (fw_case_attach (its, material, second, NULL, NULL));
  assert_files (its, material, "a.txt|b.txt");
  fw_materials_page_select (FW_MATERIALS_PAGE (page), material);
  remove = find_with_class (page, "image-button");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (remove), ==, "Remove “a.txt” from this case");
  g_signal_emit_by_name (remove, "clicked");
  wait_for_files (its, material, 1);
  assert_files (its, material, "b.txt");
  gtk_window_destroy (GTK_WINDOW (window));
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
  ADD ("/ui/case-pages/read-again", test_read_again);
  ADD ("/ui/case-pages/next-paper", test_next_paper);
  ADD ("/ui/case-pages/expected-until", test_expected_until);
  ADD ("/ui/case-pages/found-card", test_found_card);
  ADD ("/ui/case-pages/drop", test_drop);
  ADD ("/ui/case-pages/drop-on-row", test_drop_on_row);
  ADD ("/ui/case-pages/what-if", test_what_if);
  return g_test_run ();
}
