#include <adwaita.h>

#include "ui/employees/fw-person-editor.h"
#include "ui/employees/fw-record-words.h"

static void
record_changed_cb (GtkWidget *editor, FwRecord *changed, FwRecord **kept)
{
  g_set_object (kept, changed);
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
write_into (GtkWidget *editor, const char *field, const char *text)
{
  GtkWidget *row = find_row (editor, fw_record_words_field (field));

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

/* What is written is read as lists are; what cannot be kept stays where it is and goes nowhere. */
static void
test_editor (void)
{
  static const char *const fields[] = { "hired", "contract", "contract-end", "fixed-term-count", NULL };
  g_autoptr (GtkWidget) editor = g_object_ref_sink (g_object_new (FW_TYPE_PERSON_EDITOR, NULL));
  g_autoptr (FwRecord) record = fw_record_new ("employment");
  g_autoptr (FwRecord) changed = NULL;
  GtkWidget *row;

  fw_record_set (record, "hired", "2020-01-06");
  fw_record_set (record, "contract", "fixed-term");
  g_signal_connect (editor, "changed", G_CALLBACK (record_changed_cb), &changed);
  fw_person_editor_show (FW_PERSON_EDITOR (editor), record, fields);
  g_assert_null (changed);

  write_into (editor, "contract-end", "2029年1月5日");
  g_assert_cmpstr (fw_record_get (changed, "contract-end"), ==, "2029-01-05");
  g_assert_cmpstr (fw_record_get (changed, "hired"), ==, "2020-01-06");
  g_assert_null (fw_record_get (record, "contract-end"));
  g_clear_object (&changed);

  write_into (editor, "contract-end", "next year");
  row = find_row (editor, fw_record_words_field ("contract-end"));
  g_assert_null (changed);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  write_into (editor, "hired", "");
  g_assert_null (changed);
  write_into (editor, "fixed-term-count", "two");
  g_assert_null (changed);
  write_into (editor, "fixed-term-count", "2");
  g_assert_cmpstr (fw_record_get (changed, "fixed-term-count"), ==, "2");
  g_clear_object (&changed);

  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, fw_record_words_field ("contract"))), 0);
  g_assert_null (fw_record_get (changed, "contract"));
  g_assert_true (fw_record_is_mentioned (changed, "contract"));
  g_clear_object (&changed);

  /* The record read again keeps the rows, and with them the focus. */
  fw_person_editor_show (FW_PERSON_EDITOR (editor), record, fields);
  g_assert_true (row == find_row (editor, fw_record_words_field ("contract-end")));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/person/editor", test_editor);
  return g_test_run ();
}
