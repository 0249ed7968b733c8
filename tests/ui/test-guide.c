#include "ui/window/fw-guide.h"

static GtkWidget *
find_by_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

/* Each job has its page, and no mark of the source stays in the text. */
static void
test_pages (void)
{
  GtkWidget *guide = GTK_WIDGET (fw_guide_new (NULL, NULL));
  GtkListBox *list = GTK_LIST_BOX (find_by_type (guide, GTK_TYPE_LIST_BOX));

  g_assert_true (shows (guide, "忘了口令"));
  g_assert_true (shows (guide, "先准备一个文件"));
  g_assert_false (shows (guide, "有恢复纸"));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 6));
  g_assert_true (shows (guide, "有恢复纸"));
  g_assert_true (shows (guide, "设一个新口令，输两次。"));
  g_assert_false (shows (guide, "先准备一个文件"));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 4));
  g_assert_true (shows (guide, "通知书送到本人手里才生效，不是打印那天。"));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 10));
  g_assert_true (shows (guide, "每天早上先看“今天”"));
  g_assert_null (gtk_list_box_get_row_at_index (list, 18));
  gtk_window_destroy (GTK_WINDOW (guide));
}

/* Help begins with what is being done. */
static void
test_job (void)
{
  GtkWidget *guide = GTK_WIDGET (fw_guide_new (NULL, "records"));
  GtkWidget *other = GTK_WIDGET (fw_guide_new (NULL, "no such job"));

  g_assert_true (shows (guide, "记一条"));
  g_assert_true (shows (other, "先准备一个文件"));
  gtk_window_destroy (GTK_WINDOW (guide));
  gtk_window_destroy (GTK_WINDOW (other));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/guide/pages", test_pages);
  g_test_add_func ("/ui/guide/job", test_job);
  return g_test_run ();
}
