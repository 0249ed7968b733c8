#include "config.h"

#include "ui/departure/fw-step-page.h"

typedef struct
{
  FwCase *departure; /* owned */
  gboolean narrow;
} FwStepPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FwStepPage, fw_step_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CASE,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static FwStepPagePrivate *
private_of (FwStepPage *self)
{
  return fw_step_page_get_instance_private (self);
}

/* A case notifies many properties at one judging; the last of them, "judging", says that all are there. */
static void
case_notify_cb (FwCase *departure,
                GParamSpec *pspec,
                FwStepPage *self)
{
  fw_step_page_judged (self);
}

static void
fw_step_page_constructed (GObject *object)
{
  FwStepPage *self = FW_STEP_PAGE (object);
  FwCase *departure = private_of (self)->departure;

  G_OBJECT_CLASS (fw_step_page_parent_class)->constructed (object);
  if (departure == NULL)
    return;
  g_signal_connect_object (departure, "notify::judging", G_CALLBACK (case_notify_cb), self, 0);
  g_signal_connect_object (departure, "notify::state", G_CALLBACK (case_notify_cb), self, 0);
}

static void
fw_step_page_get_property (GObject *object,
                           guint id,
                           GValue *value,
                           GParamSpec *pspec)
{
  FwStepPagePrivate *priv = private_of (FW_STEP_PAGE (object));

  switch (id)
    {
    case PROP_CASE:
      g_value_set_object (value, priv->departure);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, priv->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fw_step_page_set_property (GObject *object,
                           guint id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  FwStepPagePrivate *priv = private_of (FW_STEP_PAGE (object));

  switch (id)
    {
    case PROP_CASE:
      priv->departure = g_value_dup_object (value);
      break;
    case PROP_NARROW:
      if (priv->narrow == g_value_get_boolean (value))
        return;
      priv->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fw_step_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (fw_step_page_parent_class)->dispose (object);
}

static void
fw_step_page_finalize (GObject *object)
{
  g_clear_object (&private_of (FW_STEP_PAGE (object))->departure);
  G_OBJECT_CLASS (fw_step_page_parent_class)->finalize (object);
}

static void
go_on (FwStepPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "case.next", NULL);
}

static void
fw_step_page_class_init (FwStepPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = fw_step_page_constructed;
  object_class->get_property = fw_step_page_get_property;
  object_class->set_property = fw_step_page_set_property;
  object_class->dispose = fw_step_page_dispose;
  object_class->finalize = fw_step_page_finalize;
  klass->activate_main = go_on;
  properties[PROP_CASE] = g_param_spec_object ("case", NULL, NULL, FW_TYPE_CASE,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_step_page_init (FwStepPage *self)
{
}

/**
 * fw_step_page_get_case:
 *
 * Returns: (transfer none): the case that the page shows
 */
FwCase *
fw_step_page_get_case (FwStepPage *self)
{
  g_return_val_if_fail (FW_IS_STEP_PAGE (self), NULL);
  return private_of (self)->departure;
}

gboolean
fw_step_page_get_narrow (FwStepPage *self)
{
  g_return_val_if_fail (FW_IS_STEP_PAGE (self), FALSE);
  return private_of (self)->narrow;
}

/**
 * fw_step_page_judged:
 *
 * Shows what the case now says.
 */
void
fw_step_page_judged (FwStepPage *self)
{
  g_return_if_fail (FW_IS_STEP_PAGE (self));
  if (FW_STEP_PAGE_GET_CLASS (self)->judged != NULL)
    FW_STEP_PAGE_GET_CLASS (self)->judged (self);
}

void
fw_step_page_shown (FwStepPage *self)
{
  g_return_if_fail (FW_IS_STEP_PAGE (self));
  if (FW_STEP_PAGE_GET_CLASS (self)->shown != NULL)
    FW_STEP_PAGE_GET_CLASS (self)->shown (self);
}

void
fw_step_page_activate_main (FwStepPage *self)
{
  g_return_if_fail (FW_IS_STEP_PAGE (self));
  FW_STEP_PAGE_GET_CLASS (self)->activate_main (self);
}

/**
 * fw_step_page_dup_state_line:
 *
 * Returns: (transfer full) (nullable): one line for the footer, %NULL for none
 */
char *
fw_step_page_dup_state_line (FwStepPage *self)
{
  g_return_val_if_fail (FW_IS_STEP_PAGE (self), NULL);
  if (FW_STEP_PAGE_GET_CLASS (self)->dup_state_line == NULL)
    return NULL;
  return FW_STEP_PAGE_GET_CLASS (self)->dup_state_line (self);
}
