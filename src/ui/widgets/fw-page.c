#include "config.h"

#include "ui/widgets/fw-page.h"

#include "ui/widgets/fw-split-view.h"

/* One page of a split view: header bar (with the button that brings a hidden sidebar), content, and a footer where
 * there is one. In a .ui file: child types "start", "end" and "footer"; a plain child is the content. */
struct _FwPage
{
  GtkWidget parent_instance;

  AdwHeaderBar *header;
  AdwWindowTitle *window_title;
  GtkWidget *sidebar_button;
  AdwBin *content_bin;
  AdwBin *footer_bin;
  GtkWidget *box;
};

static void fw_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FwPage, fw_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, fw_page_buildable_init))

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_SIDEBAR_ICON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void
set_footer (FwPage *self, GtkWidget *footer)
{
  adw_bin_set_child (self->footer_bin, footer);
  /* Without its line where the page hides what stands in it. */
  g_object_bind_property (footer, "visible", self->footer_bin, "visible", G_BINDING_SYNC_CREATE);
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  FwPage *self = FW_PAGE (buildable);

  /* The page's own template comes by the same door, before anything of its user. */
  if (self->header == NULL || !GTK_IS_WIDGET (child))
    parent_buildable->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "start") == 0)
    adw_header_bar_pack_start (self->header, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "end") == 0)
    adw_header_bar_pack_end (self->header, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "footer") == 0)
    set_footer (self, GTK_WIDGET (child));
  else
    adw_bin_set_child (self->content_bin, GTK_WIDGET (child));
}

static void
fw_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
show_sidebar_button (FwPage *self)
{
  GtkWidget *split = gtk_widget_get_ancestor (GTK_WIDGET (self), FW_TYPE_SPLIT_VIEW);

  gtk_widget_set_visible (self->sidebar_button,
                          split != NULL && fw_split_view_get_sidebar_hidden (FW_SPLIT_VIEW (split)));
}

static void
fw_page_root (GtkWidget *widget)
{
  FwPage *self = FW_PAGE (widget);
  GtkWidget *split = gtk_widget_get_ancestor (widget, FW_TYPE_SPLIT_VIEW);

  GTK_WIDGET_CLASS (fw_page_parent_class)->root (widget);
  if (split != NULL)
    g_signal_connect_object (split, "notify::sidebar-hidden", G_CALLBACK (show_sidebar_button), self,
                             G_CONNECT_SWAPPED);
  show_sidebar_button (self);
}

static void
fw_page_unroot (GtkWidget *widget)
{
  GtkWidget *split = gtk_widget_get_ancestor (widget, FW_TYPE_SPLIT_VIEW);

  if (split != NULL)
    g_signal_handlers_disconnect_by_func (split, show_sidebar_button, widget);
  GTK_WIDGET_CLASS (fw_page_parent_class)->unroot (widget);
}

static void
fw_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FwPage *self = FW_PAGE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, adw_window_title_get_title (self->window_title));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, adw_window_title_get_subtitle (self->window_title));
      break;
    case PROP_SIDEBAR_ICON:
      g_value_set_string (value, gtk_button_get_icon_name (GTK_BUTTON (self->sidebar_button)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fw_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FwPage *self = FW_PAGE (object);

  switch (id)
    {
    case PROP_TITLE:
      fw_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      fw_page_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_SIDEBAR_ICON:
      gtk_button_set_icon_name (GTK_BUTTON (self->sidebar_button), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fw_page_dispose (GObject *object)
{
  FwPage *self = FW_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_page_parent_class)->dispose (object);
}

static void
fw_page_class_init (FwPageClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fw_page_get_property;
  object_class->set_property = fw_page_set_property;
  object_class->dispose = fw_page_dispose;
  widget_class->root = fw_page_root;
  widget_class->unroot = fw_page_unroot;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  properties[PROP_SIDEBAR_ICON] = g_param_spec_string ("sidebar-icon", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/widgets/fw-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, FwPage, box);
  gtk_widget_class_bind_template_child (widget_class, FwPage, header);
  gtk_widget_class_bind_template_child (widget_class, FwPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, FwPage, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, FwPage, content_bin);
  gtk_widget_class_bind_template_child (widget_class, FwPage, footer_bin);
}

static void
fw_page_init (FwPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
fw_page_set_title (FwPage *self, const char *title)
{
  g_return_if_fail (FW_IS_PAGE (self));
  adw_window_title_set_title (self->window_title, title != NULL ? title : "");
}

void
fw_page_set_subtitle (FwPage *self, const char *subtitle)
{
  g_return_if_fail (FW_IS_PAGE (self));
  adw_window_title_set_subtitle (self->window_title, subtitle != NULL ? subtitle : "");
}

/**
 * fw_page_set_bare:
 * @bare: whether what it holds has the page to itself, and brings a header of its own
 */
void
fw_page_set_bare (FwPage *self, gboolean bare)
{
  g_return_if_fail (FW_IS_PAGE (self));
  gtk_widget_set_visible (GTK_WIDGET (self->header), !bare);
}
