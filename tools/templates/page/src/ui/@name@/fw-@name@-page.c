#include "ui/@name@/fw-@name@-page.h"

#include "ui/widgets/fw-page.h"

struct _Fw@Name@Page
{
  GtkWidget parent_instance;

  GtkWidget *page;
};

G_DEFINE_FINAL_TYPE (Fw@Name@Page, fw_@name_@_page, GTK_TYPE_WIDGET)

static void
fw_@name_@_page_dispose (GObject *object)
{
  Fw@Name@Page *self = FW_@NAME@_PAGE (object);

  g_clear_pointer (&self->page, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_@name_@_page_parent_class)->dispose (object);
}

static void
fw_@name_@_page_class_init (Fw@Name@PageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fw_@name_@_page_dispose;
  g_type_ensure (FW_TYPE_PAGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/@name@/fw-@name@-page.ui");
  gtk_widget_class_bind_template_child (widget_class, Fw@Name@Page, page);
}

static void
fw_@name_@_page_init (Fw@Name@Page *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fw_@name_@_page_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
fw_@name_@_page_new (void)
{
  return g_object_new (FW_TYPE_@NAME@_PAGE, NULL);
}
