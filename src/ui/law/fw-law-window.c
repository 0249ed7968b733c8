#include "config.h"

#include "ui/law/fw-law-window.h"

#include <glib/gi18n.h>

#include "ui/fw-problem.h"
#include "ui/law/fw-law-view.h"

struct _FwLawWindow
{
  AdwWindow parent_instance;

  GCancellable *cancellable;
  FwLawLibrary *library; /* nullable until it has been read */
  GPtrArray *path;       /* of char*: the keys that led here */
  GtkWidget *back_button;
  GtkScrolledWindow *scroller;
  FwLawView *view;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (FwLawWindow, fw_law_window, ADW_TYPE_WINDOW)

static void
show_last (FwLawWindow *self)
{
  const FwLawEntry *entry = fw_law_library_find (self->library, g_ptr_array_index (self->path, self->path->len - 1));

  fw_law_view_show (self->view, self->library, entry);
  gtk_label_set_label (self->problem, _("The law library has no entry of this name."));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), entry == NULL);
  gtk_widget_set_sensitive (self->back_button, self->path->len > 1);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
target_chosen_cb (FwLawWindow *self, const char *key)
{
  g_ptr_array_add (self->path, g_strdup (key));
  show_last (self);
  gtk_widget_grab_focus (self->back_button);
}

static void
back_cb (FwLawWindow *self)
{
  if (self->path->len < 2)
    return;
  g_ptr_array_remove_index (self->path, self->path->len - 1);
  show_last (self);
}

static gboolean
back_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  back_cb (FW_LAW_WINDOW (widget));
  return TRUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwLawWindow) self = data;
  g_autoptr (GError) error = NULL;
  FwLawLibrary *library = fw_law_library_read_finish (result, &error);

  if (self->view == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&library, fw_law_library_free);
      return;
    }
  if (library == NULL)
    {
      g_autofree char *why = fw_problem_describe (error);

      gtk_label_set_label (self->problem, why);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }
  self->library = library;
  show_last (self);
}

static void
fw_law_window_dispose (GObject *object)
{
  FwLawWindow *self = FW_LAW_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->view != NULL)
    fw_law_view_show (self->view, NULL, NULL);
  self->view = NULL;
  g_clear_pointer (&self->library, fw_law_library_free);
  g_clear_pointer (&self->path, g_ptr_array_unref);
  G_OBJECT_CLASS (fw_law_window_parent_class)->dispose (object);
}

static void
fw_law_window_class_init (FwLawWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_law_window_dispose;
  g_type_ensure (FW_TYPE_LAW_VIEW);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, back_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/law/fw-law-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FwLawWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, FwLawWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, FwLawWindow, view);
  gtk_widget_class_bind_template_child (widget_class, FwLawWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, target_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
fw_law_window_init (FwLawWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->path = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fw_law_window_new:
 * @parent: the window it stands on
 * @key: what to read: the key of an entry, the id of a finding, or a citation as a case shows it
 */
FwLawWindow *
fw_law_window_new (FwWorkplace *workplace, GtkWindow *parent, const char *key)
{
  FwLawWindow *self = g_object_new (FW_TYPE_LAW_WINDOW, "transient-for", parent, NULL);

  g_ptr_array_add (self->path, g_strdup (key));
  fw_law_library_read_async (workplace, FW_DATE_UNKNOWN, self->cancellable, read_cb, g_object_ref (self));
  return self;
}
