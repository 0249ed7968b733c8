/* Before a program hears a talk: who was told, and agreed. */
#include "config.h"

#include "ui/departure/fw-consent-dialog.h"

#include <glib/gi18n.h>

static GtkWidget *
add_line (GtkBox *box,
          const char *text,
          const char *style)
{
  GtkWidget *line = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (line), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (line), 48);
  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_widget_add_css_class (line, style);
  gtk_box_append (box, line);
  return line;
}

/* Everybody, or nobody listens. */
static void
ticked_cb (GtkCheckButton *check,
           GParamSpec *pspec,
           AdwMessageDialog *dialog)
{
  GPtrArray *checks = g_object_get_data (G_OBJECT (dialog), "checks");
  gboolean all = TRUE;

  for (guint i = 0; i < checks->len; i++)
    all = all && gtk_check_button_get_active (checks->pdata[i]);
  adw_message_dialog_set_response_enabled (dialog, "start", all);
}

/* Once it is seen, a dialog of libadwaita goes to its first answer: here the question comes first. */
static void
mapped_cb (GtkWidget *dialog)
{
  GPtrArray *checks = g_object_get_data (G_OBJECT (dialog), "checks");

  gtk_widget_grab_focus (checks->pdata[0]);
}

static void
add_check (GtkWidget *dialog,
           GtkBox *box,
           GPtrArray *checks,
           const char *text)
{
  GtkWidget *check = gtk_check_button_new_with_label (text);

  g_ptr_array_add (checks, check);
  gtk_box_append (box, check);
  g_signal_connect (check, "notify::active", G_CALLBACK (ticked_cb), dialog);
}

static void
add_names (GtkWidget *dialog,
           GtkBox *box,
           const char *const *names)
{
  GPtrArray *checks = g_ptr_array_new ();

  g_object_set_data_full (G_OBJECT (dialog), "names", g_strdupv ((GStrv) names), (GDestroyNotify) g_strfreev);
  g_object_set_data_full (G_OBJECT (dialog), "checks", checks, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf (_("%s was told, and agrees"), names[i]);

      add_check (dialog, box, checks, text);
    }
  add_check (dialog, box, checks, _("Nobody else is here, or they agree too"));
}

/**
 * fw_consent_dialog_new:
 * @program: what listens, as people call it
 * @names: who has to agree
 * @advice: (nullable): what the law says of it, from the pack
 *
 * Returns: (transfer floating): a dialog of which the response "start" says that everybody of @names agreed
 */
GtkWidget *
fw_consent_dialog_new (GtkWindow *parent,
                       const char *program,
                       const char *const *names,
                       const char *advice)
{
  g_autofree char *body = g_strdup_printf (_("“%s” then hears this talk and writes along. Who agreed, and when, stands in the minutes."), program);
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Does everybody agree?"), body);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  add_line (GTK_BOX (box), _("Say it first"), "heading");
  add_line (GTK_BOX (box),
            _("“I would like a program on this computer to write along, so that the minutes are right. The words stay with the record of this talk. "
              "Say stop, and it stops. If you would rather not, I take notes by hand, and nothing comes of it. Do you agree?”"),
            "fw-text");
  if (advice != NULL)
    add_line (GTK_BOX (box), advice, "dim-label");
  add_names (dialog, GTK_BOX (box), names);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("By _hand"), "start", _("_Listen"), NULL);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "start", FALSE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "start", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_after (dialog, "map", G_CALLBACK (mapped_cb), NULL);
  return dialog;
}

/**
 * fw_consent_dialog_get_names:
 *
 * Returns: (transfer none): who was asked
 */
const char *const *
fw_consent_dialog_get_names (GtkWidget *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "names");
}
