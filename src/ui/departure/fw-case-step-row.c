#include "config.h"

#include "ui/departure/fw-case-step-row.h"

#include "ui/departure/fw-case-words.h"
#include "ui/widgets/fw-tag.h"

static GtkWidget *
make_number (guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkWidget *label = gtk_label_new (digits);

  gtk_widget_add_css_class (label, "fw-step-number");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

/**
 * fw_case_step_row_new:
 * @number: of the step; 0: it is none
 * @icon_name: (nullable): what stands in the place of a number
 *
 * Returns: (transfer floating): a row without a verdict so far
 */
GtkWidget *
fw_case_step_row_new (guint number,
                      const char *icon_name,
                      const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = gtk_label_new (title), *image = gtk_image_new ();
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *named = number > 0 ? g_strdup_printf ("%u %s", number, title) : g_strdup (title);

  gtk_box_append (GTK_BOX (box), number > 0 ? make_number (number) : gtk_image_new_from_icon_name (icon_name));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), image);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (row), "verdict-image", image);
  g_object_set_data_full (G_OBJECT (row), "step-name", g_steal_pointer (&named), g_free);
  return row;
}

/* Icon, word and colour; a screen reader says the word behind the name of the step. */
void
fw_case_step_row_set_verdict (GtkListBoxRow *row,
                              FwVerdict verdict)
{
  GtkWidget *image = g_object_get_data (G_OBJECT (row), "verdict-image");
  FwTagStyle style = fw_verdict_tag_style (verdict);
  const char *word = fw_verdict_word (verdict);
  g_autofree char *spoken = g_strconcat (g_object_get_data (G_OBJECT (row), "step-name"), *word != '\0' ? ", " : "", word, NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), fw_tag_style_get_icon (style));
  gtk_widget_set_css_classes (image, (const char *[]){ "fw-mark", fw_tag_style_get_class (style), NULL });
  gtk_widget_set_tooltip_text (image, *word != '\0' ? word : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
