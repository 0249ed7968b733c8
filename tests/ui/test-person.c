#include <adwaita.h>

#include "ui/employees/fw-person-editor.h"
#include "ui/employees/fw-person-months.h"
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

static void
append (GPtrArray *records, const char *kind, const char *month, const char *first, const char *second)
{
  gboolean wage = g_str_equal (kind, "wage");
  FwRecord *record = fw_record_new (kind);

  fw_record_set (record, wage ? "month" : "period", month);
  fw_record_set (record, wage ? "gross" : "target", first);
  fw_record_set (record, wage ? "normal" : "actual", second);
  if (!wage)
    fw_record_set (record, "measure", g_str_equal (first, "40") ? "calls" : "sales");
  g_ptr_array_add (records, record);
}

/* The months of a chart: unknown ones stay gaps, those before the first are none, and only the present measure counts. */
static void
test_months (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) pay = NULL;
  g_autoptr (GArray) targets = NULL;
  g_autofree char *measure = NULL;

  append (records, "wage", "2026-09", "12000.00", "true");
  append (records, "wage", "2026-06", "11000.50", "false");
  append (records, "wage", "2025-06", "9000.00", "true");
  append (records, "review", "2026-09", "180", "127.8");
  append (records, "review", "2026-08", "180", NULL);
  append (records, "review", "2026-07", "180", "158.4");
  append (records, "review", "2026-06", "40", "30");
  append (records, "review", "2026-Q3", "100", "90");

  pay = fw_person_months_pay (records, fw_date_new (2026, 4, 1), 6);
  g_assert_cmpuint (pay->len, ==, 4);
  g_assert_cmpfloat (g_array_index (pay, FwPayMonth, 0).gross, ==, 11000.5);
  g_assert_true (g_array_index (pay, FwPayMonth, 0).unusual);
  g_assert_cmpfloat (g_array_index (pay, FwPayMonth, 1).gross, <, 0);
  g_assert_cmpfloat (g_array_index (pay, FwPayMonth, 3).gross, ==, 12000);

  targets = fw_person_months_targets (records, fw_date_new (2026, 4, 1), 6, &measure);
  g_assert_cmpstr (measure, ==, "sales");
  g_assert_cmpuint (targets->len, ==, 3);
  g_assert_false (fw_target_month_is_known (&g_array_index (targets, FwTargetMonth, 1)));
  g_assert_true (fw_target_month_is_under (&g_array_index (targets, FwTargetMonth, 2)));
  g_ptr_array_set_size (records, 0);
  g_assert_null (fw_person_months_pay (records, fw_date_new (2026, 4, 1), 6));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/person/editor", test_editor);
  g_test_add_func ("/ui/person/months", test_months);
  return g_test_run ();
}
