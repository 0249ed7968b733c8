#include "config.h"

#include "ui/departure/fw-step-page.h"

#include "ui/departure/fw-answer-field.h"

typedef struct
{
  FwCase *departure; /* owned */
  gulong waiting; /* handler that waits until nobody types in the page any more */
} FwStepPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FwStepPage, fw_step_page, FW_TYPE_ADAPTIVE_WIDGET)

enum
{
  PROP_0,
  PROP_CASE,
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
  if (id == PROP_CASE)
    g_value_set_object (value, private_of (FW_STEP_PAGE (object))->departure);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_step_page_set_property (GObject *object,
                           guint id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  if (id == PROP_CASE)
    private_of (FW_STEP_PAGE (object))->departure = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
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
fw_step_page_class_init (FwStepPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = fw_step_page_constructed;
  object_class->get_property = fw_step_page_get_property;
  object_class->set_property = fw_step_page_set_property;
  object_class->dispose = fw_step_page_dispose;
  object_class->finalize = fw_step_page_finalize;
  properties[PROP_CASE] = g_param_spec_object ("case", NULL, NULL, FW_TYPE_CASE,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
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

/**
 * fw_step_page_name_focus:
 * @name: what stays the same when @widget is made anew
 *
 * Lets the focus come back to the widget of that name after the page was filled again.
 */
void
fw_step_page_name_focus (GtkWidget *widget,
                         const char *name)
{
  g_object_set_data_full (G_OBJECT (widget), "focus-name", g_strdup (name), g_free);
}

static char *
dup_focus_name (GtkWidget *page,
                GtkWidget *focus)
{
  for (GtkWidget *widget = focus; widget != NULL && widget != page; widget = gtk_widget_get_parent (widget))
    if (g_object_get_data (G_OBJECT (widget), "focus-name") != NULL)
      return g_strdup (g_object_get_data (G_OBJECT (widget), "focus-name"));
  return NULL;
}

static GtkWidget *
find_descendant (GtkWidget *widget,
                 gboolean (*fits) (GtkWidget *, const char *),
                 const char *wanted)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = !gtk_widget_get_visible (child) ? NULL
                         : fits (child, wanted)          ? child
                                                         : find_descendant (child, fits, wanted);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_focus_name (GtkWidget *widget,
                const char *wanted)
{
  return g_strcmp0 (g_object_get_data (G_OBJECT (widget), "focus-name"), wanted) == 0;
}

static gboolean
is_main (GtkWidget *widget,
         const char *wanted)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "suggested-action") &&
         gtk_widget_get_sensitive (widget);
}

/* The focus goes back to where it was, or stays in the page at least. */
static void
bring_focus_back (GtkWidget *page,
                  const char *name)
{
  GtkWidget *found = name != NULL ? find_descendant (page, has_focus_name, name) : NULL;

  if (found == NULL || !gtk_widget_grab_focus (found))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/**
 * fw_step_page_focus:
 * @name: as given to fw_step_page_name_focus()
 *
 * Returns: whether the page shows a widget of that name and it took the focus
 */
gboolean
fw_step_page_focus (FwStepPage *self,
                    const char *name)
{
  GtkWidget *found;

  g_return_val_if_fail (FW_IS_STEP_PAGE (self) && name != NULL, FALSE);

  found = find_descendant (GTK_WIDGET (self), has_focus_name, name);
  return found != NULL && gtk_widget_grab_focus (found);
}

static void
fill (FwStepPage *self)
{
  GtkWidget *page = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean within = focus != NULL && gtk_widget_is_ancestor (focus, page);
  g_autofree char *name = within ? dup_focus_name (page, focus) : NULL;

  if (FW_STEP_PAGE_GET_CLASS (self)->judged != NULL)
    FW_STEP_PAGE_GET_CLASS (self)->judged (self);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (within && (focus == NULL || !gtk_widget_is_ancestor (focus, page)))
    bring_focus_back (page, name);
  else if (within && GTK_IS_SCROLLED_WINDOW (focus))
    /* What had it is hidden now, and GTK gave it to what scrolls, which is nothing to a keyboard. */
    gtk_widget_child_focus (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (focus)), GTK_DIR_TAB_FORWARD);
}

/* Whether somebody is typing in a field of the page that filling the page would make anew. */
static gboolean
is_typing (FwStepPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *field = focus != NULL ? gtk_widget_get_ancestor (focus, FW_TYPE_ANSWER_FIELD) : NULL;

  return !FW_STEP_PAGE_GET_CLASS (self)->keeps_fields && field != NULL &&
         gtk_widget_is_ancestor (field, GTK_WIDGET (self)) && fw_answer_field_is_typed (FW_ANSWER_FIELD (field));
}

static void
focus_moved_cb (FwStepPage *self,
                GParamSpec *pspec,
                GtkRoot *root)
{
  if (is_typing (self))
    return;
  g_clear_signal_handler (&private_of (self)->waiting, root);
  fill (self);
}

/**
 * fw_step_page_judged:
 *
 * Shows what the case now says. Pages make their rows anew; the focus does not get lost over it, and a field is left
 * alone while somebody types in it.
 */
void
fw_step_page_judged (FwStepPage *self)
{
  FwStepPagePrivate *priv;

  g_return_if_fail (FW_IS_STEP_PAGE (self));

  priv = private_of (self);
  if (!is_typing (self))
    fill (self);
  else if (priv->waiting == 0)
    priv->waiting = g_signal_connect_object (gtk_widget_get_root (GTK_WIDGET (self)), "notify::focus-widget",
                                             G_CALLBACK (focus_moved_cb), self, G_CONNECT_SWAPPED);
}

void
fw_step_page_shown (FwStepPage *self)
{
  g_return_if_fail (FW_IS_STEP_PAGE (self));
  if (FW_STEP_PAGE_GET_CLASS (self)->shown != NULL)
    FW_STEP_PAGE_GET_CLASS (self)->shown (self);
}

/**
 * fw_step_page_has_main:
 *
 * Returns: whether the page shows a main action of its own, other than to go on
 */
gboolean
fw_step_page_has_main (FwStepPage *self)
{
  g_return_val_if_fail (FW_IS_STEP_PAGE (self), FALSE);
  return find_descendant (GTK_WIDGET (self), is_main, NULL) != NULL;
}

/**
 * fw_step_page_activate_main:
 *
 * Does what the page's main action does (Ctrl+Enter).
 */
void
fw_step_page_activate_main (FwStepPage *self)
{
  GtkWidget *button;

  g_return_if_fail (FW_IS_STEP_PAGE (self));

  button = find_descendant (GTK_WIDGET (self), is_main, NULL);
  if (button == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "case.next", NULL);
  else
    g_signal_emit_by_name (button, "clicked");
}

/**
 * fw_step_page_enter:
 *
 * Puts the focus where one begins on the page.
 *
 * Returns: whether something of it took the focus
 */
gboolean
fw_step_page_enter (FwStepPage *self)
{
  GtkWidget *button;

  g_return_val_if_fail (FW_IS_STEP_PAGE (self), FALSE);

  button = FW_STEP_PAGE_GET_CLASS (self)->begins_with_main ? find_descendant (GTK_WIDGET (self), is_main, NULL) : NULL;
  return (button != NULL && gtk_widget_grab_focus (button)) ||
         gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
show_row_cb (GtkWidget *row,
             GdkFrameClock *clock,
             gpointer data)
{
  GtkWidget *list = gtk_widget_get_parent (row);
  GtkWidget *scroller = list != NULL ? gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW) : NULL;
  graphene_rect_t bounds;

  if (scroller == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_compute_bounds (row, list, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

/**
 * fw_step_page_show_row:
 * @row: a row of a list that fills a scrolled window
 *
 * Brings a row into view as soon as it has its place; the focus stays where it is.
 */
void
fw_step_page_show_row (GtkListBoxRow *row)
{
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));
  gtk_widget_add_tick_callback (GTK_WIDGET (row), show_row_cb, NULL, NULL);
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

/**
 * fw_step_page_get_job:
 *
 * Returns: what is done here just now, as the page of the guide is called that answers for it
 */
const char *
fw_step_page_get_job (FwStepPage *self)
{
  FwStepPageClass *klass;

  g_return_val_if_fail (FW_IS_STEP_PAGE (self), NULL);
  klass = FW_STEP_PAGE_GET_CLASS (self);
  if (klass->get_job != NULL)
    return klass->get_job (self);
  return klass->job != NULL ? klass->job : "dismissal";
}
