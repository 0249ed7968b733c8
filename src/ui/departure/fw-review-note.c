#include "config.h"

#include "ui/departure/fw-review-note.h"

#include <glib/gi18n.h>

#include "departure/fw-case.h"
#include "ui/departure/fw-case-words.h"

struct _FwReviewNote
{
  GtkWidget parent_instance;

  FwCase *departure; /* owned, nullable */
  GtkWidget *box;
  GtkImage *image;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (FwReviewNote, fw_review_note, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CASE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
dup_reviewed (const char *pack,
              const char *version,
              const char *lawyer,
              const char *on)
{
  g_autofree char *day = fw_case_name_day (on);

  if (day == NULL)
    /* Translators: the lawyer, the name of the law's pack, its version. */
    return g_markup_printf_escaped (_("<b>Reviewed by %s.</b> The law of “%s”, version %s."), lawyer, pack, version);
  /* Translators: the lawyer, the day, the name of the law's pack, its version. */
  return g_markup_printf_escaped (_("<b>Reviewed by %s on %s.</b> The law of “%s”, version %s."), lawyer, day, pack,
                                  version);
}

static void
show_review (FwReviewNote *self)
{
  g_autofree char *pack = NULL;
  g_autofree char *version = NULL;
  g_autofree char *lawyer = NULL;
  g_autofree char *on = NULL;
  g_autofree char *markup = NULL;

  g_object_get (self->departure, "pack-title", &pack, "pack-version", &version, "pack-reviewed-by", &lawyer,
                "pack-reviewed-on", &on, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), pack != NULL);
  if (pack == NULL)
    return;
  if (lawyer != NULL)
    markup = dup_reviewed (pack, version, lawyer, on);
  else
    /* Translators: the name of the law's pack, its version. */
    markup = g_markup_printf_escaped (_("<b>Not reviewed by a lawyer.</b> No lawyer has read the law of “%s”, version %s, "
                                        "as this program has it. Have one look before you decide."), pack, version);
  gtk_label_set_markup (self->label, markup);
  gtk_image_set_from_icon_name (self->image, lawyer != NULL ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (self->box, (const char *[]){ "fw-review", lawyer != NULL ? "clear" : "warn", NULL });
}

static void
set_case (FwReviewNote *self,
          FwCase *departure)
{
  if (!g_set_object (&self->departure, departure) || departure == NULL)
    return;
  g_signal_connect_object (departure, "notify::pack-reviewed-by", G_CALLBACK (show_review), self, G_CONNECT_SWAPPED);
  show_review (self);
}

static void
fw_review_note_get_property (GObject *object,
                             guint id,
                             GValue *value,
                             GParamSpec *pspec)
{
  if (id == PROP_CASE)
    g_value_set_object (value, FW_REVIEW_NOTE (object)->departure);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_review_note_set_property (GObject *object,
                             guint id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  if (id == PROP_CASE)
    set_case (FW_REVIEW_NOTE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_review_note_dispose (GObject *object)
{
  FwReviewNote *self = FW_REVIEW_NOTE (object);

  g_clear_object (&self->departure);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_review_note_parent_class)->dispose (object);
}

static void
fw_review_note_class_init (FwReviewNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fw_review_note_get_property;
  object_class->set_property = fw_review_note_set_property;
  object_class->dispose = fw_review_note_dispose;
  properties[PROP_CASE] =
    g_param_spec_object ("case", NULL, NULL, FW_TYPE_CASE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-review-note.ui");
  gtk_widget_class_bind_template_child (widget_class, FwReviewNote, box);
  gtk_widget_class_bind_template_child (widget_class, FwReviewNote, image);
  gtk_widget_class_bind_template_child (widget_class, FwReviewNote, label);
}

static void
fw_review_note_init (FwReviewNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
