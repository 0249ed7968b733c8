#include <adwaita.h>

#include "ui/fw-quotation.h"
#include "ui/law/fw-law-view.h"
#include "ui/preferences/fw-place-words.h"
#include "ui/widgets/fw-adaptive-bin.h"
#include "ui/widgets/fw-adaptive-widget.h"
#include "ui/widgets/fw-fact-list.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-person-row.h"
#include "ui/widgets/fw-split-view.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-strength.h"
#include "ui/widgets/fw-tag.h"
#include "ui/widgets/fw-verdict-row.h"
#include "ui/widgets/fw-working-table.h"

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
wait_until_narrow_is (FwAdaptiveBin *bin, gboolean narrow)
{
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  while (fw_adaptive_bin_get_narrow (bin) != narrow && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fw_adaptive_bin_get_narrow (bin), ==, narrow);
}

/* A verdict is never told by colour alone: icon, word and class go together, and the word is the accessible name. */
static void
test_tag (void)
{
  g_autoptr (GtkWidget) tag = g_object_ref_sink (fw_tag_new (FW_TAG_STYLE_BLOCKED, NULL));
  GtkWidget *label = find_child (tag, GTK_TYPE_LABEL);
  GtkWidget *image = find_child (tag, GTK_TYPE_IMAGE);

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Blocked");
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (image)), ==, "action-unavailable-symbolic");
  g_assert_true (gtk_widget_has_css_class (tag, "block"));

  fw_tag_set_tag_style (FW_TAG (tag), FW_TAG_STYLE_MISSING);
  fw_tag_set_label (FW_TAG (tag), "2 missing");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "2 missing");
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (image)), ==, "fw-ring-symbolic");
  g_assert_false (gtk_widget_has_css_class (tag, "block"));
  g_assert_true (gtk_widget_has_css_class (tag, "warn"));

  fw_tag_set_tag_style (FW_TAG (tag), FW_TAG_STYLE_PLAIN);
  g_assert_false (gtk_widget_get_visible (image));
}

/* What is not known says so; it is never an empty cell. */
static void
test_fact_list (void)
{
  g_autoptr (GtkWidget) list = g_object_ref_sink (fw_fact_list_new ());
  GtkWidget *grid = gtk_widget_get_first_child (list);

  fw_fact_list_append (FW_FACT_LIST (list), "Contract", "2023-04-01");
  fw_fact_list_append (FW_FACT_LIST (list), "Probation", NULL);
  g_assert_cmpuint (fw_fact_list_length (FW_FACT_LIST (list)), ==, 2);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_grid_get_child_at (GTK_GRID (grid), 1, 0))), ==, "2023-04-01");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_grid_get_child_at (GTK_GRID (grid), 1, 1))), ==, "Not known");
  fw_fact_list_clear (FW_FACT_LIST (list));
  g_assert_null (gtk_widget_get_first_child (grid));
}

static void
count_cb (GtkWidget *widget, const char *article, char **seen)
{
  g_free (*seen);
  *seen = g_strdup (article);
}

static void
test_working_table (void)
{
  g_autoptr (GtkWidget) table = g_object_ref_sink (fw_working_table_new ());
  g_autofree char *seen = NULL;

  g_signal_connect (table, "article-activated", G_CALLBACK (count_cb), &seen);
  fw_working_table_append (FW_WORKING_TABLE (table), "5 months × 14,286.50", "71,432.50", "Art. 46(3)");
  fw_working_table_append_total (FW_WORKING_TABLE (table), "To pay", "71,432.50");
  g_signal_emit_by_name (find_child (table, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (seen, ==, "Art. 46(3)");
  fw_working_table_clear (FW_WORKING_TABLE (table));
  g_assert_null (find_child (table, GTK_TYPE_LIST_BOX_ROW));
}

static void
test_rows (void)
{
  g_autoptr (GtkWidget) person = g_object_ref_sink (fw_person_row_new ("Guli <&> Maimaiti", "Quality · E0176"));
  g_autoptr (GtkWidget) verdict = g_object_ref_sink (fw_verdict_row_new (FW_TAG_STYLE_CLEAR, "Not pregnant", NULL));
  GtkWidget *tag = find_child (verdict, FW_TYPE_TAG);

  /* A name is text and never markup. */
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (gtk_widget_get_next_sibling (
                     find_child (person, ADW_TYPE_AVATAR))))), ==, "Guli <&> Maimaiti");
  g_assert_true (gtk_widget_get_visible (tag));
  g_assert_cmpint (fw_tag_get_tag_style (FW_TAG (tag)), ==, FW_TAG_STYLE_CLEAR);
  g_object_set (verdict, "verdict", FW_TAG_STYLE_PLAIN, NULL);
  g_assert_false (gtk_widget_get_visible (tag));
  fw_verdict_row_set_sign (FW_VERDICT_ROW (verdict), "x-office-document-symbolic");
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (find_child (verdict, GTK_TYPE_IMAGE))), ==, "x-office-document-symbolic");
  /* What is not there takes no room at the end of the row. */
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_next_sibling (tag)));
  fw_verdict_row_add_suffix (FW_VERDICT_ROW (verdict), gtk_button_new_with_label ("Supply it"));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_next_sibling (tag)));
}

/* A long text that may take several lines does not widen what it stands in. */
static void
test_long_tag (void)
{
  g_autoptr (GtkWidget) tag = g_object_ref_sink (fw_tag_new (FW_TAG_STYLE_CLEAR, "The bonus is answered in writing before Wednesday of next week"));
  int line, lines;

  gtk_widget_measure (tag, GTK_ORIENTATION_HORIZONTAL, -1, &line, NULL, NULL, NULL);
  fw_tag_set_wrap (FW_TAG (tag), TRUE);
  gtk_widget_measure (tag, GTK_ORIENTATION_HORIZONTAL, -1, &lines, NULL, NULL, NULL);
  g_assert_cmpint (lines * 2, <, line);
}

/* Narrow counts the size of the text, and the least width does not depend on the wide layout. */
/* A side column: 360 pixels beside another, and exactly what there is where one stands over the other. */
static void
test_side_column (void)
{
  g_autoptr (GtkWidget) page = g_object_ref_sink (g_object_new (FW_TYPE_LAW_VIEW, NULL));
  GtkWidget *inner = gtk_label_new ("inner");
  g_autoptr (GtkWidget) clamp = g_object_ref_sink (g_object_new (ADW_TYPE_CLAMP, "child", inner, NULL));
  int least;

  fw_adaptive_widget_clamp (page, ADW_CLAMP (clamp), 360);
  gtk_widget_measure (clamp, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (clamp, 640, 200, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (inner), ==, 360);
  g_object_set (page, "narrow", TRUE, NULL);
  fw_adaptive_widget_clamp (page, ADW_CLAMP (clamp), 360);
  gtk_widget_measure (clamp, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (clamp, 640, 200, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (inner), ==, 640);
}

static void
test_adaptive_bin (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *bin = g_object_new (FW_TYPE_ADAPTIVE_BIN, NULL);
  GtkWidget *wide = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  int minimum = 0;

  gtk_widget_set_size_request (wide, 900, 100);
  fw_adaptive_bin_set_child (FW_ADAPTIVE_BIN (bin), wide);
  gtk_window_set_child (GTK_WINDOW (window), bin);
  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 600);

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 300);
  gtk_window_present (GTK_WINDOW (window));
  wait_until_narrow_is (FW_ADAPTIVE_BIN (bin), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 300);
  wait_until_narrow_is (FW_ADAPTIVE_BIN (bin), FALSE);
  g_object_set (gtk_widget_get_settings (bin), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  gtk_widget_queue_allocate (bin);
  wait_until_narrow_is (FW_ADAPTIVE_BIN (bin), TRUE);
  gtk_settings_reset_property (gtk_widget_get_settings (bin), "gtk-xft-dpi");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The sidebar stands beside the page; in a narrow window it comes on demand, and the page offers the button. */
static void
test_split_view (void)
{
  g_autoptr (GtkWidget) split = g_object_ref_sink (g_object_new (FW_TYPE_SPLIT_VIEW, NULL));
  GtkWidget *page = g_object_new (FW_TYPE_PAGE, "title", "Employees", NULL);
  gboolean shown = FALSE;

  g_object_set (split, "sidebar", gtk_label_new ("places"), "content", page, NULL);
  g_assert_false (fw_split_view_get_sidebar_hidden (FW_SPLIT_VIEW (split)));
  g_object_set (split, "narrow", TRUE, NULL);
  g_assert_true (fw_split_view_get_sidebar_hidden (FW_SPLIT_VIEW (split)));
  g_object_get (split, "show-sidebar", &shown, NULL);
  g_assert_false (shown);
  gtk_widget_activate_action (split, "split.toggle-sidebar", NULL);
  g_object_get (split, "show-sidebar", &shown, NULL);
  g_assert_true (shown);
  g_object_set (split, "narrow", FALSE, NULL);
  g_object_get (split, "show-sidebar", &shown, NULL);
  g_assert_true (shown);
}

static void
test_strength (void)
{
  g_autoptr (GtkWidget) strength = g_object_ref_sink (g_object_new (FW_TYPE_STRENGTH, NULL));

  /* Before anything is typed the bars are as wide as what stands above them. */
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_last_child (strength)));
  fw_strength_set (FW_STRENGTH (strength), 3, TRUE, "Strong enough");
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_last_child (strength)));
  g_assert_true (gtk_widget_has_css_class (strength, "clear"));
  fw_strength_set (FW_STRENGTH (strength), 9, FALSE, "Too short");
  g_assert_true (gtk_widget_has_css_class (strength, "warn"));
  g_assert_false (gtk_widget_has_css_class (strength, "clear"));
}

static void
assert_spoken (GtkWidget *widget, const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

/* What is chosen of what is said by the drop-down, by the button in it, which has the focus, and by a row. */
static void
test_spoken_choice (void)
{
  const char *const kinds[] = { "Dismissals", "  by the employee", NULL };
  g_autoptr (GtkWidget) drop = g_object_ref_sink (gtk_drop_down_new_from_strings (kinds));
  g_autoptr (GtkWidget) hinted = g_object_ref_sink (gtk_drop_down_new_from_strings (kinds));
  g_autoptr (GtkWidget) row = g_object_ref_sink (adw_combo_row_new ());

  fw_spoken_name_follow_choice (drop, "Way of leaving");
  assert_spoken (drop, "Way of leaving: Dismissals");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 1);
  assert_spoken (drop, "Way of leaving: by the employee");
  assert_spoken (gtk_widget_get_first_child (drop), "Way of leaving: by the employee");

  gtk_widget_set_tooltip_text (hinted, "Way");
  fw_spoken_name_follow_choice (hinted, NULL);
  assert_spoken (hinted, "Way: Dismissals");

  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "_Way");
  adw_combo_row_set_model (ADW_COMBO_ROW (row), gtk_drop_down_get_model (GTK_DROP_DOWN (drop)));
  fw_spoken_name_follow_choice (row, NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  assert_spoken (row, "Way: by the employee");
}

static GtkWidget *
find_item (GtkWidget *widget)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_MENU_ITEM)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_item (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The items of a menu say their texts once it is open. */
static void
test_spoken_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *item;

  g_menu_append (menu, "_Keep this view…", "window.close");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  fw_spoken_name_follow_menu (GTK_MENU_BUTTON (button));
  gtk_window_set_child (GTK_WINDOW (window), button);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  gtk_test_widget_wait_for_draw (window);
  item = find_item (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))));
  g_assert_nonnull (item);
  assert_spoken (item, "Keep this view…");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What people call a city leads back to what the store calls it. */
static void
test_place_words (void)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (words, (char *) "Shanghai", (char *) "上海");
  g_assert_cmpstr (fw_place_words_say (words, "Shanghai"), ==, "上海");
  g_assert_cmpstr (fw_place_words_find (words, "上海"), ==, "Shanghai");
  g_assert_cmpstr (fw_place_words_find (words, "Shanghai"), ==, "Shanghai");
  g_assert_cmpstr (fw_place_words_find (words, "别处"), ==, "别处");
  g_assert_cmpstr (fw_place_words_find (NULL, "上海"), ==, "上海");
}

/* What is quoted within a sentence that is said has marks of its own. */
static void
test_quotation (void)
{
  g_autofree char *plain = fw_quotation_dup ("我在听。");
  g_autofree char *nested = fw_quotation_dup ("可以加上“不同意”三个字。");
  g_autofree char *nothing = fw_quotation_dup ("");

  g_assert_cmpstr (plain, ==, "“我在听。”");
  g_assert_cmpstr (nested, ==, "“可以加上‘不同意’三个字。”");
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/widgets/tag", test_tag);
  g_test_add_func ("/ui/widgets/fact-list", test_fact_list);
  g_test_add_func ("/ui/widgets/working-table", test_working_table);
  g_test_add_func ("/ui/widgets/rows", test_rows);
  g_test_add_func ("/ui/widgets/long-tag", test_long_tag);
  g_test_add_func ("/ui/widgets/side-column", test_side_column);
  g_test_add_func ("/ui/widgets/adaptive-bin", test_adaptive_bin);
  g_test_add_func ("/ui/widgets/split-view", test_split_view);
  g_test_add_func ("/ui/widgets/strength", test_strength);
  g_test_add_func ("/ui/widgets/quotation", test_quotation);
  g_test_add_func ("/ui/widgets/place-words", test_place_words);
  g_test_add_func ("/ui/widgets/spoken-name/choice", test_spoken_choice);
  g_test_add_func ("/ui/widgets/spoken-name/menu", test_spoken_menu);
  return g_test_run ();
}
