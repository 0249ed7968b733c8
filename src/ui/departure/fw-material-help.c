#include "config.h"

#include "ui/departure/fw-material-help.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-material-words.h"
#include "ui/departure/fw-step-page.h"

/* The status check is a form of this program, kept under this name. */
#define STATUS_CHECK "status-check"

static void
add_help (GtkBox *box,
          const char *heading,
          const char *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *title, *label;

  if (text == NULL || *text == '\0')
    return;
  title = gtk_label_new (heading);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  /* A broken checksum must not gain a hyphen that is not part of it. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_box_append (box, title);
  gtk_box_append (box, label);
}

static void
article_clicked_cb (GtkButton *button,
                    FwCaseItem *material)
{
  fw_case_show_article (GTK_WIDGET (button), fw_case_item_get_text (material, "article"),
                        fw_case_item_get_text (material, "article-text"), NULL);
}

static void
add_article (GtkBox *box,
             FwCaseItem *material)
{
  const char *article = fw_case_item_get_text (material, "article");
  GtkWidget *button;

  if (article == NULL)
    return;
  button = gtk_button_new_with_label (article);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "fw-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (article_clicked_cb), material, 0);
  fw_step_page_name_focus (button, "article");
  gtk_box_append (box, button);
}

static const char *
name_paper (FwCase *departure,
            const char *id)
{
  GListModel *papers = fw_case_get_documents (departure);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (FwCaseItem) paper = g_list_model_get_item (papers, i);

      if (g_strcmp0 (fw_case_item_get_id (paper), id) == 0)
        return fw_case_item_get_text (paper, "title");
    }
  return id;
}

/* The quickest way to a material that is not a file on somebody's disk: a paper of this case, or the status check. */
static void
add_way_button (GtkBox *box,
                FwCase *departure,
                FwCaseItem *material)
{
  const char *paper = fw_case_item_get_text (material, "document");
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (!fw_material_help_is_made_here (material) || fw_case_item_get_choice (material, "state") == FW_MATERIAL_PRESENT)
    return;
  if (paper != NULL)
    {
      label = g_strdup_printf (_("_Open “%s”…"), name_paper (departure, paper));
      button = gtk_button_new_with_mnemonic (label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.paper");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", paper);
    }
  else
    {
      button = gtk_button_new_with_mnemonic (_("Go to the _status check"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.step");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) FW_CASE_STEP_WHO);
    }
  if (fw_case_item_get_choice (material, "state") == FW_MATERIAL_MISSING)
    gtk_widget_add_css_class (button, "suggested-action");
  fw_step_page_name_focus (button, "way");
  gtk_box_append (box, button);
}

static GtkWidget *
make_remove_button (GtkWidget *button,
                    const char *evidence,
                    GCallback detach,
                    gpointer user_data)
{
  g_object_set_data_full (G_OBJECT (button), "evidence", g_strdup (evidence), g_free);
  g_signal_connect (button, "clicked", detach, user_data);
  fw_step_page_name_focus (button, evidence);
  return button;
}

static GtkWidget *
make_file_line (const char *name,
                const char *evidence,
                GCallback detach,
                gpointer user_data)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *spoken = g_strdup_printf (_("Remove “%s” from this case"), name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), make_remove_button (button, evidence, detach, user_data));
  return line;
}

/* One file, whose name stands in its row, is removed by a button that says so; several are listed, each with its own. */
static void
add_files (GtkBox *box,
           FwCaseItem *material,
           GCallback detach,
           gpointer user_data)
{
  const char *const *names = fw_case_item_get_texts (material, "files"), *const *ids = fw_case_item_get_texts (material, "file-ids");
  guint count = ids != NULL ? g_strv_length ((char **) ids) : 0;
  /* Translators: how many files prove a material. */
  g_autofree char *counted = g_strdup_printf (ngettext ("%u file", "%u files", count), count);

  if (count > 1)
    add_help (box, _("On file"), counted);
  for (guint i = 0; count > 1 && i < count; i++)
    gtk_box_append (box, make_file_line (names[i], ids[i], detach, user_data));
  if (count == 1)
    {
      GtkWidget *button = make_remove_button (gtk_button_new_with_mnemonic (_("Re_move it from this case")), ids[0], detach,
                                              user_data);

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_box_append (box, button);
    }
}

/**
 * fw_material_help_is_made_here:
 *
 * Returns: whether this program makes it: a paper of the case, or the status check
 */
gboolean
fw_material_help_is_made_here (FwCaseItem *material)
{
  return fw_case_item_get_text (material, "document") != NULL || g_strcmp0 (fw_case_item_get_id (material), STATUS_CHECK) == 0;
}

/**
 * fw_material_help_fill:
 * @detach: called with a button whose data "evidence" is the id of what it removes, and @user_data
 *
 * Says in @box why a material is needed, what happens without it, when and how to get it, and what of it is on file.
 */
void
fw_material_help_fill (GtkBox *box,
                       FwCase *departure,
                       FwCaseItem *material,
                       GCallback detach,
                       gpointer user_data)
{
  g_autofree char *without = fw_material_dup_without (material, fw_case_get_prices (departure));

  add_help (box, _("Why it is needed"), fw_case_item_get_text (material, "why"));
  add_help (box, _("What happens without it"), without);
  add_help (box, _("When it is needed"), fw_material_name_moment (material));
  if (fw_case_item_get_choice (material, "state") != FW_MATERIAL_PRESENT)
    add_help (box, _("How to get it"), fw_case_item_get_text (material, "how"));
  add_article (box, material);
  add_help (box, _("Checksum"), fw_case_item_get_text (material, "sha256"));
  add_way_button (box, departure, material);
  add_files (box, material, detach, user_data);
}
