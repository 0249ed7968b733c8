#include "config.h"

#include "ui/insight/fw-leavers-page.h"

#include <glib/gi18n.h>

#include "store/fw-store.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-person-row.h"

#define SHOWN_AT_ONCE 100

struct _FwLeaversPage
{
  GtkWidget parent_instance;

  GCancellable *cancellable;
  GPtrArray *people; /* FwRecord of the overview, in order of the last day; NULL until they are read */
  guint n_shown;

  GtkWidget *content;
  GtkLabel *what_label;
  GtkListBox *list;
  GtkWidget *more_button;
};

G_DEFINE_FINAL_TYPE (FwLeaversPage, fw_leavers_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PERSON_CHOSEN,
  SIGNAL_LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activated_cb (FwLeaversPage *self, GtkListBoxRow *row)
{
  FwRecord *person = g_ptr_array_index (self->people, (guint) gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[SIGNAL_PERSON_CHOSEN], 0, fw_record_get_id (person));
}

static void
add_part (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static GtkWidget *
new_row (FwRecord *person)
{
  g_autoptr (GString) detail = g_string_new (fw_record_get (person, "number"));
  const char *hired = fw_record_get (person, "hired"), *left = fw_record_get (person, "left");

  add_part (detail, fw_record_get (person, "department"));
  add_part (detail, fw_record_get (person, "position"));
  if (hired != NULL && left != NULL)
    {
      /* Translators: the first and the last day of an employment. */
      g_autofree char *days = g_strdup_printf (_("%s to %s"), hired, left);

      add_part (detail, days);
    }
  return fw_person_row_new (fw_record_get (person, "name"), detail->str);
}

static void
show_more (FwLeaversPage *self)
{
  guint end = MIN (self->people->len, self->n_shown + SHOWN_AT_ONCE);

  for (; self->n_shown < end; self->n_shown++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (self->people, self->n_shown)));
  gtk_widget_set_visible (self->more_button, end < self->people->len);
}

static void
more_cb (FwLeaversPage *self)
{
  guint first = self->n_shown;

  show_more (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) first)));
}

static void
left_cb (FwLeaversPage *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
fw_leavers_page_dispose (GObject *object)
{
  FwLeaversPage *self = FW_LEAVERS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_leavers_page_parent_class)->dispose (object);
}

static void
fw_leavers_page_class_init (FwLeaversPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_leavers_page_dispose;
  signals[SIGNAL_PERSON_CHOSEN] = g_signal_new ("person-chosen", FW_TYPE_LEAVERS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LEFT] = g_signal_new ("left", FW_TYPE_LEAVERS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (FW_TYPE_PAGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/insight/fw-leavers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwLeaversPage, content);
  gtk_widget_class_bind_template_child (widget_class, FwLeaversPage, what_label);
  gtk_widget_class_bind_template_child (widget_class, FwLeaversPage, list);
  gtk_widget_class_bind_template_child (widget_class, FwLeaversPage, more_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
fw_leavers_page_init (FwLeaversPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwLeaversPage) self = data;
  g_autoptr (GPtrArray) people = fw_store_list_finish (FW_STORE (source), result, NULL);

  if (self->content == NULL || people == NULL)
    return;
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = g_steal_pointer (&people);
  show_more (self);
  if (self->people->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

/**
 * fw_leavers_page_clear:
 *
 * Forgets whom it showed.
 */
void
fw_leavers_page_clear (FwLeaversPage *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (FW_IS_LEAVERS_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->n_shown = 0;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (self->more_button, FALSE);
  gtk_label_set_label (self->what_label, "");
}

/**
 * fw_leavers_page_show:
 * @title: what they have in common
 * @what: the mark, in words
 * @people: (element-type guint32): their rows in the store
 */
void
fw_leavers_page_show (FwLeaversPage *self, FwWorkplace *workplace, const char *title, const char *what,
                      GArray *people)
{
  g_autoptr (FwQuery) query = fw_query_new ();

  g_return_if_fail (FW_IS_LEAVERS_PAGE (self));

  fw_leavers_page_clear (self);
  g_object_set (self->content, "title", title, NULL);
  gtk_label_set_label (self->what_label, what);
  self->cancellable = g_cancellable_new ();
  fw_query_seqs (query, (const guint32 *) (gpointer) people->data, people->len);
  fw_query_order (query, "left", FALSE);
  fw_query_order (query, "number", FALSE);
  fw_store_list_async (fw_workplace_get_store (workplace), "employee-overview", query, self->cancellable, read_cb,
                       g_object_ref (self));
}
