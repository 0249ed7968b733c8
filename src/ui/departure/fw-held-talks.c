#include "config.h"

#include "ui/departure/fw-held-talks.h"

#include <glib/gi18n.h>

#include "departure/fw-held-talk.h"
#include "store/fw-store.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-minutes-window.h"
#include "ui/departure/fw-step-page.h"
#include "ui/widgets/fw-verdict-row.h"

struct _FwHeldTalks
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *list;
  FwWorkplace *workplace; /* owned, nullable */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FwHeldTalks, fw_held_talks, GTK_TYPE_WIDGET)

static FwHeldTalk *
talk_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "talk");
}

static void
row_activated_cb (FwHeldTalks *self,
                  GtkListBoxRow *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (talk_of (row) != NULL && GTK_IS_WINDOW (root))
    gtk_window_present (fw_minutes_window_new (self->workplace, talk_of (row), GTK_WINDOW (root)));
}

static char *
dup_detail (const FwHeldTalk *talk)
{
  g_autofree char *day = fw_case_name_day (talk->on);
  const char *how = talk->signing == FW_TALK_ON_SCREEN ? _("signed on the screen")
                    : talk->signed_copy != NULL        ? _("signed print on file")
                    : talk->signing == FW_TALK_REFUSED ? _("not signed, with a witness")
                                                       : _("signed print not on file yet");

  if (talk->began == NULL || talk->ended == NULL)
    return g_strdup_printf ("%s · %s", day, how);
  return g_strdup_printf ("%s %s–%s · %s", day, talk->began, talk->ended, how);
}

static GtkWidget *
make_row (const FwHeldTalk *talk)
{
  gboolean proved = talk->signing == FW_TALK_ON_SCREEN || talk->signed_copy != NULL;
  g_autofree char *detail = dup_detail (talk);
  g_autofree char *title = talk->title != NULL ? g_strdup_printf (_("Talk %u: %s"), talk->number, talk->title)
                                               : g_strdup_printf (_("Talk %u"), talk->number);
  GtkWidget *row = fw_verdict_row_new (proved ? FW_TAG_STYLE_CLEAR : FW_TAG_STYLE_NOTE, title, detail);

  g_object_set (row, "word", "", NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  fw_verdict_row_add_suffix (FW_VERDICT_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  fw_step_page_name_focus (row, talk->id);
  g_object_set_data_full (G_OBJECT (row), "talk", fw_held_talk_copy (talk), (GDestroyNotify) fw_held_talk_free);
  return row;
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (FwHeldTalks) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) talks = fw_held_talks_list_finish (FW_STORE (source), result, &error);
  GtkWidget *row;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->list == NULL)
    return;
  if (error != NULL)
    g_warning ("talks on record could not be read: %s", error->message);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; talks != NULL && i < talks->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (talks->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), talks != NULL && talks->len > 0);
}

/**
 * fw_held_talks_show:
 * @field: "case-id" or "employee-id"
 * @id: whose talks
 *
 * Reads them on a worker thread, and shows them.
 */
void
fw_held_talks_show (FwHeldTalks *self,
                    FwWorkplace *workplace,
                    const char *field,
                    const char *id)
{
  g_set_object (&self->workplace, workplace);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  fw_held_talks_list_async (fw_workplace_get_store (workplace), field, id, self->cancellable, listed_cb, g_object_ref (self));
}

/**
 * fw_held_talks_show_case:
 *
 * Shows the talks of a departure.
 */
void
fw_held_talks_show_case (FwHeldTalks *self,
                         FwCase *departure)
{
  fw_held_talks_show (self, fw_case_get_workplace (departure), "case-id", fw_case_get_id (departure));
}

static void
fw_held_talks_dispose (GObject *object)
{
  FwHeldTalks *self = FW_HELD_TALKS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->list = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workplace);
  G_OBJECT_CLASS (fw_held_talks_parent_class)->dispose (object);
}

static void
fw_held_talks_class_init (FwHeldTalksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_held_talks_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_held_talks_init (FwHeldTalks *self)
{
  GtkWidget *title = gtk_label_new (_("Talks put on record"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Talks put on record"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
