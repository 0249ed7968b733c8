#include "config.h"

#include "ui/widgets/fw-person-row.h"

#include "ui/widgets/fw-full-text.h"

/* A person in a list: avatar, name, a second line, and whatever the list adds at the end. A long name is cut in the
 * middle and stands in full in the tooltip. */
struct _FwPersonRow
{
  GtkListBoxRow parent_instance;

  char *name;
  char *detail;
  GtkLabel *name_label;
  GtkLabel *detail_label;
  GtkBox *suffixes;
};

G_DEFINE_FINAL_TYPE (FwPersonRow, fw_person_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_PERSON_NAME,
  PROP_DETAIL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
fw_person_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FwPersonRow *self = FW_PERSON_ROW (object);

  switch (id)
    {
    case PROP_PERSON_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Who it is, and what tells this row from another of the same person. */
static void
speak (FwPersonRow *self)
{
  gboolean alone = self->detail == NULL || *self->detail == '\0';
  const char *name = self->name != NULL ? self->name : "";
  g_autofree char *words = alone ? g_strdup (name) : g_strdup_printf ("%s, %s", name, self->detail);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
fw_person_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FwPersonRow *self = FW_PERSON_ROW (object);

  switch (id)
    {
    case PROP_PERSON_NAME:
      g_free (self->name);
      self->name = g_value_dup_string (value);
      speak (self);
      break;
    case PROP_DETAIL:
      g_free (self->detail);
      self->detail = g_value_dup_string (value);
      speak (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fw_person_row_finalize (GObject *object)
{
  FwPersonRow *self = FW_PERSON_ROW (object);

  g_free (self->name);
  g_free (self->detail);
  G_OBJECT_CLASS (fw_person_row_parent_class)->finalize (object);
}

static void
fw_person_row_class_init (FwPersonRowClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fw_person_row_get_property;
  object_class->set_property = fw_person_row_set_property;
  object_class->finalize = fw_person_row_finalize;
  properties[PROP_PERSON_NAME] = g_param_spec_string ("person-name", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/widgets/fw-person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FwPersonRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonRow, suffixes);
}

static void
fw_person_row_init (FwPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_full_text_offer (self->name_label);
  fw_full_text_offer (self->detail_label);
}

/**
 * fw_person_row_new:
 * @detail: (nullable): the second line, such as post and department
 *
 * Returns: (transfer floating): a row for a #GtkListBox
 */
GtkWidget *
fw_person_row_new (const char *name, const char *detail)
{
  return g_object_new (FW_TYPE_PERSON_ROW, "person-name", name, "detail", detail, NULL);
}

/**
 * fw_person_row_add_suffix:
 * @suffix: a tag or a button for the end of the row
 */
void
fw_person_row_add_suffix (FwPersonRow *self, GtkWidget *suffix)
{
  g_return_if_fail (FW_IS_PERSON_ROW (self));
  gtk_box_append (self->suffixes, suffix);
}
