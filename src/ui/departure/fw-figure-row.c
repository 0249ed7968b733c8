#include "config.h"

#include "ui/departure/fw-figure-row.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-step-page.h"
#include "ui/fw-problem.h"
#include "ui/preferences/fw-figure-entry.h"
#include "ui/preferences/fw-place-words.h"
#include "ui/widgets/fw-tag.h"
#include "ui/widgets/fw-tall-scroll.h"

typedef struct
{
  FwCase *departure;    /* owned */
  FwFigureItem *figure; /* owned */
  GtkEditable *value;
  GtkEditable *source;
  GtkWindow *parent;
} Confirming;

static void
confirming_free (gpointer data)
{
  Confirming *self = data;

  g_object_unref (self->departure);
  g_object_unref (self->figure);
  g_free (self);
}

static void
confirmed_cb (GObject *object,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;

  if (fw_case_act_finish (FW_CASE (object), result, &error))
    return;
  fw_problem_present (parent, _("The figure was not confirmed"), NULL, error);
}

static void
response_cb (Confirming *self,
             const char *response)
{
  if (g_strcmp0 (response, "confirm") != 0)
    return;
  fw_case_confirm_figure_async (self->departure, fw_case_item_get_id (FW_CASE_ITEM (self->figure)),
                                gtk_editable_get_text (self->value), gtk_editable_get_text (self->source), NULL,
                                confirmed_cb, g_object_ref (self->parent));
}

static void
confirm_clicked_cb (GtkButton *button,
                    FwFigureItem *figure)
{
  g_autoptr (GtkBuilder) builder =
      fw_tall_scroll_new_builder ("/org/fairwell/Fairwell/departure/fw-figure-dialog.ui");
  GtkWindow *dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  Confirming *self = g_new0 (Confirming, 1);
  const char *amount = fw_case_item_get_text (FW_CASE_ITEM (figure), "amount");
  const char *source = fw_case_item_get_text (FW_CASE_ITEM (figure), "source");

  self->departure = g_object_ref (g_object_get_data (G_OBJECT (button), "case"));
  self->figure = g_object_ref (figure);
  self->parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button)));
  self->value = GTK_EDITABLE (gtk_builder_get_object (builder, "value_entry"));
  self->source = GTK_EDITABLE (gtk_builder_get_object (builder, "source_entry"));
  gtk_editable_set_text (self->value, amount != NULL ? amount : "");
  gtk_editable_set_text (self->source, source != NULL ? source : "");
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "title_label")),
                       fw_case_item_get_text (FW_CASE_ITEM (figure), "title"));
  g_object_set_data_full (G_OBJECT (dialog), "confirming", self, confirming_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (response_cb), self);
  gtk_window_set_transient_for (dialog, self->parent);
  gtk_window_present (dialog);
}

/* Who confirmed it and when, or that nobody has and what follows from it. */
static char *
dup_detail (FwCaseItem *figure)
{
  g_autofree char *day = fw_case_name_day (fw_case_item_get_text (figure, "confirmed-on"));
  const char *by = fw_case_item_get_text (figure, "confirmed-by");
  const char *source = fw_case_item_get_text (figure, "source");

  if (fw_case_item_get_truth (figure, "confirmed"))
    return g_strdup_printf (_("%s confirmed it on %s · %s"), by != NULL ? by : "?", day != NULL ? day : "?",
                            source != NULL ? source : "");
  return g_strdup (_("Not confirmed: nothing is capped or raised by it until you have checked it."));
}

static GtkWidget *
make_texts (FwCaseItem *figure)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *amount = fw_case_name_money (fw_case_item_get_text (figure, "amount"));
  g_autofree char *title = g_strdup_printf ("%s %s", fw_case_item_get_text (figure, "title"), amount);
  g_autofree char *detail = dup_detail (figure);
  GtkWidget *title_label = gtk_label_new (title);
  GtkWidget *detail_label = gtk_label_new (detail);

  gtk_label_set_xalign (GTK_LABEL (title_label), 0);
  gtk_label_set_wrap (GTK_LABEL (title_label), TRUE);
  gtk_widget_add_css_class (title_label, "heading");
  gtk_label_set_xalign (GTK_LABEL (detail_label), 0);
  gtk_label_set_wrap (GTK_LABEL (detail_label), TRUE);
  gtk_widget_add_css_class (detail_label, "caption");
  gtk_widget_add_css_class (detail_label, "dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), title_label);
  gtk_box_append (GTK_BOX (box), detail_label);
  return box;
}

/**
 * fw_figure_row_new:
 *
 * Shows one figure of the place that the money rests on, who confirmed it, or the way to confirm it.
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
fw_figure_row_new (FwCase *departure,
                   FwFigureItem *figure)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gboolean confirmed = fw_case_item_get_truth (FW_CASE_ITEM (figure), "confirmed");
  FwTagStyle style = confirmed ? FW_TAG_STYLE_CLEAR : FW_TAG_STYLE_NOTE;
  GtkWidget *image = gtk_image_new_from_icon_name (fw_tag_style_get_icon (style));
  GtkWidget *button;

  gtk_widget_set_css_classes (image, (const char *[]){ "fw-mark", fw_tag_style_get_class (style), NULL });
  gtk_widget_add_css_class (card, "fw-card");
  gtk_widget_add_css_class (card, confirmed ? "quiet" : "warn");
  gtk_box_append (GTK_BOX (card), image);
  gtk_box_append (GTK_BOX (card), make_texts (FW_CASE_ITEM (figure)));
  if (confirmed)
    return card;
  button = gtk_button_new_with_mnemonic (_("_Confirm…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "case", g_object_ref (departure), g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "figure", g_object_ref (figure), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (confirm_clicked_cb), figure);
  gtk_box_append (GTK_BOX (card), button);
  return card;
}

/* A figure that the place has none of for the day of the case */

#define LOCAL "local/@"

static void
entered_cb (FwEvent *event,
            gpointer data)
{
  fw_case_judge_async (FW_CASE (data), NULL, NULL, NULL);
}

static void
enter_clicked_cb (GtkButton *button,
                  FwCase *departure)
{
  const char *places[] = { fw_case_get (departure, "@place"), NULL };
  g_autoptr (GHashTable) words = fw_place_words_read ();
  GtkWindow *dialog = fw_figure_entry_new (fw_case_get_workplace (departure), places, words, fw_case_get (departure, "@jurisdiction"),
                                           NULL, entered_cb, G_OBJECT (departure));

  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))));
  gtk_window_present (dialog);
  fw_figure_entry_choose_kind (dialog, g_object_get_data (G_OBJECT (button), "kind"));
}

static GtkWidget *
make_missing_row (FwCase *departure,
                  const char *kind)
{
  g_autoptr (GHashTable) words = fw_place_words_read ();
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *image = gtk_image_new_from_icon_name (fw_tag_style_get_icon (FW_TAG_STYLE_MISSING));
  GtkWidget *button = gtk_button_new_with_label (_("Enter…"));
  /* Translators: a city, a figure such as its minimum wage. */
  g_autofree char *title = g_strdup_printf (_("%1$s: %2$s"), fw_place_words_say (words, fw_case_get (departure, "@place")),
                                            fw_figure_words_kind (kind));

  gtk_widget_set_css_classes (image, (const char *[]){ "fw-mark", fw_tag_style_get_class (FW_TAG_STYLE_MISSING), NULL });
  gtk_widget_add_css_class (card, "fw-card");
  gtk_widget_add_css_class (card, "warn");
  fw_box_append_label (GTK_BOX (texts), title, (const char *[]){ "heading", NULL });
  fw_box_append_label (GTK_BOX (texts), _("None is known for this day. Look it up on the official page and write it down with its source."),
                       (const char *[]){ "caption", "dim-label", NULL });
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "kind", g_strdup (kind), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (enter_clicked_cb), departure, 0);
  /* All of one name: from a figure that was entered the focus goes on to the next that is missing. */
  fw_step_page_name_focus (button, "enter-figure");
  gtk_box_append (GTK_BOX (card), image);
  gtk_box_append (GTK_BOX (card), texts);
  gtk_box_append (GTK_BOX (card), button);
  return card;
}

/**
 * fw_figure_row_append_missing:
 *
 * Appends a card for each local figure that a check waits for and that is not known for the place and the day of the case: the
 * way to write it down.
 */
void
fw_figure_row_append_missing (GtkBox *box,
                              FwCase *departure)
{
  GListModel *findings = fw_case_get_findings (departure);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (fw_case_get (departure, "@place") == NULL || fw_case_get (departure, "@jurisdiction") == NULL || fw_case_has_ended (departure))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (FwCaseItem) finding = g_list_model_get_item (findings, i);
      const char *const *unknown = fw_case_item_get_texts (finding, "unknown");

      for (guint j = 0; unknown != NULL && unknown[j] != NULL; j++)
        /* One that is known but waits for the others of the place to be confirmed has a card of its own. */
        if (g_str_has_prefix (unknown[j], LOCAL) && fw_case_get (departure, unknown[j]) == NULL &&
            g_hash_table_add (seen, g_strdup (unknown[j] + strlen (LOCAL))))
          gtk_box_append (box, make_missing_row (departure, unknown[j] + strlen (LOCAL)));
    }
}
