#include "config.h"

#include "ui/widgets/fw-verdict-row.h"

#include "fw-widget-enums.h"
#include "ui/widgets/fw-spoken-name.h"

/* One thing that was checked: icon, what it is in plain words, why and until when, its article, the verdict's tag.
 * Signal "article-activated" asks for the text of the article. */
struct _FwVerdictRow
{
  GtkListBoxRow parent_instance;

  FwTagStyle verdict;
  char *title;
  char *detail;
  char *article;
  char *word;

  GtkImage *verdict_image;
  FwTag *tag;
  GtkWidget *detail_label;
  GtkButton *article_button;
  GtkBox *suffixes;
};

G_DEFINE_FINAL_TYPE (FwVerdictRow, fw_verdict_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_VERDICT,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_ARTICLE,
  PROP_WORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_ARTICLE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_verdict (FwVerdictRow *self)
{
  const char *own = fw_tag_style_get_word (self->verdict);
  const char *shown = self->word != NULL ? self->word : own;
  const char *word = shown != NULL && *shown != '\0' ? shown : own;
  g_autofree char *spoken = g_strdup_printf ("%s %s", word != NULL ? word : "", self->title != NULL ? self->title : "");

  gtk_image_set_from_icon_name (self->verdict_image, fw_tag_style_get_icon (self->verdict));
  gtk_widget_set_css_classes (GTK_WIDGET (self->verdict_image),
                              (const char *[]) { "fw-mark", fw_tag_style_get_class (self->verdict), NULL });
  fw_tag_set_tag_style (self->tag, self->verdict);
  fw_tag_set_label (self->tag, self->word);
  /* A list whose heading says the verdict already shows no tags; a screen reader hears it all the same. */
  gtk_widget_set_visible (GTK_WIDGET (self->tag), shown != NULL && *shown != '\0');
  gtk_widget_set_visible (self->detail_label, self->detail != NULL && *self->detail != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->article_button), self->article != NULL && *self->article != '\0');
  fw_spoken_name_set (GTK_WIDGET (self->article_button), self->article != NULL ? self->article : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
article_clicked_cb (FwVerdictRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ARTICLE_ACTIVATED], 0);
}

static void
fw_verdict_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FwVerdictRow *self = FW_VERDICT_ROW (object);

  switch (id)
    {
    case PROP_VERDICT:
      g_value_set_enum (value, self->verdict);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_ARTICLE:
      g_value_set_string (value, self->article);
      break;
    case PROP_WORD:
      g_value_set_string (value, self->word);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fw_verdict_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FwVerdictRow *self = FW_VERDICT_ROW (object);

  switch (id)
    {
    case PROP_VERDICT:
      self->verdict = g_value_get_enum (value);
      break;
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      break;
    case PROP_DETAIL:
      g_free (self->detail);
      self->detail = g_value_dup_string (value);
      break;
    case PROP_ARTICLE:
      g_free (self->article);
      self->article = g_value_dup_string (value);
      break;
    case PROP_WORD:
      g_free (self->word);
      self->word = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  show_verdict (self);
}

static void
fw_verdict_row_finalize (GObject *object)
{
  FwVerdictRow *self = FW_VERDICT_ROW (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->article);
  g_free (self->word);
  G_OBJECT_CLASS (fw_verdict_row_parent_class)->finalize (object);
}

static void
fw_verdict_row_class_init (FwVerdictRowClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fw_verdict_row_get_property;
  object_class->set_property = fw_verdict_row_set_property;
  object_class->finalize = fw_verdict_row_finalize;
  properties[PROP_VERDICT] = g_param_spec_enum ("verdict", NULL, NULL, FW_TYPE_TAG_STYLE, FW_TAG_STYLE_PLAIN, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_ARTICLE] = g_param_spec_string ("article", NULL, NULL, NULL, flags);
  properties[PROP_WORD] = g_param_spec_string ("word", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_ARTICLE_ACTIVATED] = g_signal_new ("article-activated", FW_TYPE_VERDICT_ROW, G_SIGNAL_RUN_LAST, 0,
                                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (FW_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/widgets/fw-verdict-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FwVerdictRow, verdict_image);
  gtk_widget_class_bind_template_child (widget_class, FwVerdictRow, tag);
  gtk_widget_class_bind_template_child (widget_class, FwVerdictRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, FwVerdictRow, article_button);
  gtk_widget_class_bind_template_child (widget_class, FwVerdictRow, suffixes);
  gtk_widget_class_bind_template_callback (widget_class, article_clicked_cb);
}

static void
fw_verdict_row_init (FwVerdictRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_verdict (self);
}

/**
 * fw_verdict_row_new:
 * @detail: (nullable): facts, reason, until when
 *
 * Returns: (transfer floating): a row for a #GtkListBox
 */
GtkWidget *
fw_verdict_row_new (FwTagStyle verdict, const char *title, const char *detail)
{
  return g_object_new (FW_TYPE_VERDICT_ROW, "verdict", verdict, "title", title, "detail", detail, NULL);
}

/**
 * fw_verdict_row_add_suffix:
 * @suffix: a button with what can be done about it
 */
void
fw_verdict_row_add_suffix (FwVerdictRow *self, GtkWidget *suffix)
{
  g_return_if_fail (FW_IS_VERDICT_ROW (self));
  gtk_box_append (self->suffixes, suffix);
  gtk_widget_set_visible (GTK_WIDGET (self->suffixes), TRUE);
}

/**
 * fw_verdict_row_set_sign:
 * @icon_name: what the row is about, at the place of the icon of a verdict; for a row that has none
 */
void
fw_verdict_row_set_sign (FwVerdictRow *self, const char *icon_name)
{
  g_return_if_fail (FW_IS_VERDICT_ROW (self));
  g_return_if_fail (fw_tag_style_get_icon (self->verdict) == NULL);
  gtk_image_set_from_icon_name (self->verdict_image, icon_name);
}
