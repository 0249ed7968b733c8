/* With whom a talk is rehearsed, and who rehearses it. */
#include "config.h"

#include "ui/departure/fw-rehearsal-dialog.h"

#include <glib/gi18n.h>

#include "ui/widgets/fw-tall-scroll.h"

static GtkWidget *
add_choice (GtkBox *box,
            GtkCheckButton *group,
            const char *title,
            const char *about)
{
  GtkWidget *check = gtk_check_button_new_with_label (title);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_box_append (box, check);
  if (about != NULL)
    {
      GtkWidget *line = gtk_label_new (about);

      gtk_label_set_wrap (GTK_LABEL (line), TRUE);
      gtk_label_set_xalign (GTK_LABEL (line), 0);
      gtk_widget_set_margin_start (line, 26);
      gtk_widget_add_css_class (line, "dim-label");
      gtk_box_append (box, line);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, line, NULL, -1);
    }
  return check;
}

static void
chosen_cb (GtkCheckButton *check,
           GtkWidget *dialog)
{
  if (gtk_check_button_get_active (check))
    g_object_set_data (G_OBJECT (dialog), "temperament", g_object_get_data (G_OBJECT (check), "temperament"));
}

static void
add_manners (GtkWidget *dialog,
             GtkBox *box,
             FwTalk *prepared)
{
  GPtrArray *manners = fw_talk_list_manners (prepared);
  g_autofree char *known = fw_talk_dup_temperament (prepared);
  GtkWidget *first = NULL;

  for (guint i = 0; i < manners->len; i++)
    {
      const FwManner *manner = manners->pdata[i];
      g_autofree char *title = fw_talk_dup_text (prepared, &manner->title);
      g_autofree char *about = fw_talk_dup_text (prepared, &manner->about);
      GtkWidget *check = add_choice (box, (GtkCheckButton *) first, title, about);

      g_object_set_data (G_OBJECT (check), "temperament", manner->id);
      g_signal_connect (check, "toggled", G_CALLBACK (chosen_cb), dialog);
      first = first != NULL ? first : check;
      if (i == 0 || g_strcmp0 (manner->id, known) == 0)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
    }
}

static void
add_rehearsers (GtkWidget *dialog,
                GtkBox *box)
{
  GtkWidget *title = gtk_label_new (_("Who rehearses?"));
  GtkWidget *hr, *manager;

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_margin_top (title, 9);
  gtk_box_append (box, title);
  hr = add_choice (box, NULL, _("HR"), NULL);
  manager = add_choice (box, GTK_CHECK_BUTTON (hr), _("The department's manager"), NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (hr), TRUE);
  g_object_set_data (G_OBJECT (dialog), "manager", manager);
}

/**
 * fw_rehearsal_dialog_new:
 *
 * Returns: (transfer floating): a dialog of which the response "start" begins the rehearsal of a talk that is prepared
 */
GtkWidget *
fw_rehearsal_dialog_new (GtkWindow *parent,
                         FwTalk *prepared)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("With whom do you rehearse?"),
                                              _("Somebody made up answers you, in this very talk. Nothing of it is kept."));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *scroll = g_object_new (FW_TYPE_TALL_SCROLL, "child", box, "min-height", 160, "width-request", 400, NULL);

  add_manners (dialog, GTK_BOX (box), prepared);
  add_rehearsers (dialog, GTK_BOX (box));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroll);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "start", _("_Rehearse"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "start", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "start");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}

/**
 * fw_rehearsal_dialog_get_temperament:
 *
 * Returns: the temperament that is chosen; valid as long as the talk
 */
const char *
fw_rehearsal_dialog_get_temperament (GtkWidget *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "temperament");
}

/**
 * fw_rehearsal_dialog_get_manager:
 *
 * Returns: whether the department's manager rehearses, not HR
 */
gboolean
fw_rehearsal_dialog_get_manager (GtkWidget *dialog)
{
  return gtk_check_button_get_active (g_object_get_data (G_OBJECT (dialog), "manager"));
}
