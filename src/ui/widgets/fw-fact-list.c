#include "config.h"

#include "ui/widgets/fw-fact-list.h"

#include <glib/gi18n.h>

/* Facts as pairs: a grey word, and what is known. What is not known says so. */
struct _FwFactList
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  guint length;
};

G_DEFINE_FINAL_TYPE (FwFactList, fw_fact_list, GTK_TYPE_WIDGET)

static void
fw_fact_list_dispose (GObject *object)
{
  g_clear_pointer (&FW_FACT_LIST (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_fact_list_parent_class)->dispose (object);
}

static void
fw_fact_list_class_init (FwFactListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_fact_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fw_fact_list_init (FwFactList *self)
{
  self->grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 6, "column-spacing", 12, NULL);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

GtkWidget *
fw_fact_list_new (void)
{
  return g_object_new (FW_TYPE_FACT_LIST, NULL);
}

/**
 * fw_fact_list_append:
 * @title: what it is
 * @value: (nullable): what is known of it; %NULL or empty shows "Not known"
 */
void
fw_fact_list_append (FwFactList *self, const char *title, const char *value)
{
  gboolean known = value != NULL && *value != '\0';
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *title_label;
  GtkWidget *value_label;

  g_return_if_fail (FW_IS_FACT_LIST (self));
  g_return_if_fail (title != NULL);

  title_label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE,
                              "max-width-chars", 12, NULL);
  gtk_widget_add_css_class (title_label, "dim-label");
  value_label = g_object_new (GTK_TYPE_LABEL, "label", known ? value : _("Not known"), "xalign", 0.0, "yalign", 0.0,
                              "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 24,
                              "hexpand", TRUE, "selectable", known,
                              "focusable", FALSE, "can-focus", FALSE, NULL); /* it would hold Tab */
  gtk_widget_add_css_class (value_label, known ? "numeric" : "dim-label");
  /* A broken address or number must not gain a hyphen that is not part of it. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (value_label), attributes);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value_label), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title_label, NULL,
                                  -1);
  gtk_grid_attach (GTK_GRID (self->grid), title_label, 0, (int) self->length, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), value_label, 1, (int) self->length, 1, 1);
  self->length++;
}

void
fw_fact_list_clear (FwFactList *self)
{
  GtkWidget *child;

  g_return_if_fail (FW_IS_FACT_LIST (self));

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  self->length = 0;
}

/**
 * fw_fact_list_length:
 *
 * Returns: how many pairs are shown
 */
guint
fw_fact_list_length (FwFactList *self)
{
  g_return_val_if_fail (FW_IS_FACT_LIST (self), 0);
  return self->length;
}
