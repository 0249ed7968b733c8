#include "config.h"

#include "ui/law/fw-law-page.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/fw-problem.h"
#include "ui/law/fw-law-view.h"
#include "ui/law/fw-law-words.h"
#include "ui/preferences/fw-place-words.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tab-stop.h"
#include "ui/window/fw-window.h"

#define NARROW_LIST_HEIGHT 190

/* The law as a person reads it: what is in force on a day, found by words, one entry beside the list. */
struct _FwLawPage
{
  FwAdaptiveWidget parent_instance;

  FwWorkplace *workplace;
  GCancellable *cancellable;
  FwLawLibrary *library;   /* nullable until it has been read */
  FwDate on;               /* unknown: the workplace's day */
  char *wanted;            /* the key to show next; nullable */
  GtkStringList *keys;     /* of the entries that are listed */
  GtkSingleSelection *selection;
  GtkToggleButton *chips[FW_LAW_KINDS + 1]; /* all, then by kind */
  gboolean filling;

  GtkWidget *content;
  GtkSearchEntry *search_entry;
  GtkBox *chip_box;
  GtkBox *columns;
  GtkScrolledWindow *list_scroller;
  GtkListView *list;
  GtkScrolledWindow *view_scroller;
  FwLawView *view;
  GtkWidget *none_label;
  GtkLabel *problem;
  GtkMenuButton *day_button;
  GtkLabel *day_label;
  GtkEntry *day_entry;
  GtkWidget *day_problem;
};

G_DEFINE_FINAL_TYPE (FwLawPage, fw_law_page, FW_TYPE_ADAPTIVE_WIDGET)

static int
chosen_kind (FwLawPage *self)
{
  for (guint i = 1; i <= FW_LAW_KINDS; i++)
    if (gtk_toggle_button_get_active (self->chips[i]))
      return (int) i - 1;
  return -1;
}

static void
show_counts (FwLawPage *self, GPtrArray *found)
{
  guint counts[FW_LAW_KINDS + 1] = { found->len };

  for (guint i = 0; i < found->len; i++)
    counts[((FwLawEntry *) found->pdata[i])->kind + 1]++;
  for (guint i = 0; i <= FW_LAW_KINDS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %u", i == 0 ? _("All") : fw_law_kind_word ((FwLawKind) i - 1), counts[i]);

      gtk_button_set_label (GTK_BUTTON (self->chips[i]), text);
      gtk_widget_set_visible (GTK_WIDGET (self->chips[i]), i == 0 || counts[i] > 0 || gtk_toggle_button_get_active (self->chips[i]));
    }
}

static void
show_selected (FwLawPage *self)
{
  GObject *selected = gtk_single_selection_get_selected_item (self->selection);
  const char *key = selected != NULL ? gtk_string_object_get_string (GTK_STRING_OBJECT (selected)) : NULL;

  if (self->filling)
    return;
  fw_law_view_show (self->view, self->library, key != NULL ? fw_law_library_find (self->library, key) : NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->view_scroller), 0);
}

static guint
position_of (FwLawPage *self, const char *key)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->keys));

  for (guint i = 0; key != NULL && i < count; i++)
    if (g_str_equal (gtk_string_list_get_string (self->keys, i), key))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* Fills the list with what was found; the entry that is shown stays chosen where it was found again. */
static void
fill (FwLawPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  GObject *before = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *key = self->wanted != NULL ? g_steal_pointer (&self->wanted)
                         : before != NULL     ? g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (before)))
                                              : NULL;
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_auto (GStrv) list = NULL;
  int kind = chosen_kind (self);
  guint position;

  if (self->library == NULL)
    return;
  found = fw_law_library_search (self->library, text);
  show_counts (self, found);
  for (guint i = 0; i < found->len; i++)
    if (kind < 0 || (int) ((FwLawEntry *) found->pdata[i])->kind == kind)
      g_strv_builder_add (keys, ((FwLawEntry *) found->pdata[i])->key);
  list = g_strv_builder_end (keys);
  self->filling = TRUE;
  gtk_string_list_splice (self->keys, 0, g_list_model_get_n_items (G_LIST_MODEL (self->keys)), (const char *const *) list);
  position = position_of (self, key);
  gtk_single_selection_set_selected (self->selection, position != GTK_INVALID_LIST_POSITION && *text == '\0' ? position : 0);
  self->filling = FALSE;
  gtk_widget_set_visible (self->none_label, list[0] == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list_scroller), list[0] != NULL);
  show_selected (self);
}

static void
chip_toggled_cb (GtkToggleButton *chip, FwLawPage *self)
{
  if (gtk_toggle_button_get_active (chip))
    fill (self);
}

static void
add_chips (FwLawPage *self)
{
  for (guint i = 0; i <= FW_LAW_KINDS; i++)
    {
      GtkWidget *chip = gtk_toggle_button_new_with_label ("");

      self->chips[i] = GTK_TOGGLE_BUTTON (chip);
      gtk_widget_set_css_classes (chip, (const char *[]){ "flat", "fw-chip", NULL });
      gtk_toggle_button_set_group (self->chips[i], i > 0 ? self->chips[0] : NULL);
      gtk_box_append (self->chip_box, chip);
    }
  gtk_toggle_button_set_active (self->chips[0], TRUE);
  for (guint i = 0; i <= FW_LAW_KINDS; i++)
    g_signal_connect (self->chips[i], "toggled", G_CALLBACK (chip_toggled_cb), self);
}

/* A row: what it is called, what it is. */
static void
setup_cb (FwLawPage *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 2,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *subtitle = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_css_classes (subtitle, (const char *[]){ "caption", "dim-label", NULL });
  gtk_widget_add_css_class (box, "fw-row");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (FwLawPage *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  const char *key = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const FwLawEntry *entry = self->library != NULL ? fw_law_library_find (self->library, key) : NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *name = NULL;

  if (entry == NULL)
    return;
  subtitle = fw_law_dup_subtitle (entry);
  whole = entry->in_force ? g_strdup (subtitle) : g_strdup_printf (_("Not in force then · %s"), subtitle);
  gtk_label_set_label (GTK_LABEL (title), entry->title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), whole);
  /* Older releases of GTK give a row of a list view no name of its own. */
  name = g_strdup_printf ("%s, %s", entry->title, whole);
  fw_spoken_name_set (gtk_widget_get_parent (box), name);
}

static void
show_day (FwLawPage *self)
{
  FwDate on = self->library->on;
  g_autofree char *iso = fw_date_to_string (on);
  g_autofree char *day = fw_case_name_day (iso);
  g_autofree char *text = g_strdup_printf (_("In force on %s"), day);

  gtk_label_set_label (self->day_label, text);
  gtk_editable_set_text (GTK_EDITABLE (self->day_entry), iso);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwLawPage) self = data;
  g_autoptr (GError) error = NULL;
  FwLawLibrary *library = fw_law_library_read_finish (result, &error);
  g_autofree char *why = error != NULL ? fw_problem_describe (error) : NULL;
  g_autoptr (GHashTable) places = NULL;
  g_autofree char *subtitle = NULL;

  if (self->content == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&library, fw_law_library_free);
      return;
    }
  gtk_label_set_label (self->problem, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), why != NULL);
  if (library == NULL)
    return;
  fw_law_view_show (self->view, NULL, NULL);
  g_clear_pointer (&self->library, fw_law_library_free);
  self->library = library;
  places = fw_place_words_read ();
  subtitle = library->place != NULL ? g_strdup_printf ("%s · %s", library->title, fw_place_words_say (places, library->place))
                                    : g_strdup (library->title);
  g_object_set (self->content, "subtitle", subtitle, NULL);
  show_day (self);
  fill (self);
}

static void
read_law (FwLawPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workplace == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  fw_law_library_read_async (self->workplace, self->on, self->cancellable, read_cb, g_object_ref (self));
}

static void
take_day (FwLawPage *self, FwDate day)
{
  gtk_widget_set_visible (self->day_problem, FALSE);
  self->on = day;
  gtk_menu_button_popdown (self->day_button);
  read_law (self);
}

static void
day_entered_cb (FwLawPage *self)
{
  FwDate day = fw_date_from_string (gtk_editable_get_text (GTK_EDITABLE (self->day_entry)));

  if (fw_date_is_known (day))
    take_day (self, day);
  else
    gtk_widget_set_visible (self->day_problem, TRUE);
}

static void
today_clicked_cb (FwLawPage *self)
{
  take_day (self, FW_DATE_UNKNOWN);
}

/* What is chosen in an entry may not be in the list: the search gives way to it. */
static void
target_chosen_cb (FwLawPage *self, const char *key)
{
  g_free (self->wanted);
  self->wanted = g_strdup (key);
  self->filling = TRUE;
  gtk_toggle_button_set_active (self->chips[0], TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  self->filling = FALSE;
  fill (self);
  if (position_of (self, key) == GTK_INVALID_LIST_POSITION)
    fw_law_view_show (self->view, self->library, fw_law_library_find (self->library, key));
  else
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", gtk_single_selection_get_selected (self->selection));
}

static void
fw_law_page_narrow_changed (FwAdaptiveWidget *widget, gboolean narrow)
{
  FwLawPage *self = FW_LAW_PAGE (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_vexpand (GTK_WIDGET (self->list_scroller), !narrow);
  gtk_scrolled_window_set_min_content_height (self->list_scroller, narrow ? NARROW_LIST_HEIGHT : -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->list_scroller), narrow ? -1 : 284, -1);
}

static void
forget (FwLawPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->wanted, g_free);
  if (self->content != NULL)
    {
      fw_law_view_show (self->view, NULL, NULL);
      gtk_string_list_splice (self->keys, 0, g_list_model_get_n_items (G_LIST_MODEL (self->keys)), NULL);
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
    }
  self->on = FW_DATE_UNKNOWN;
  g_clear_pointer (&self->library, fw_law_library_free);
}

static void
fw_law_page_dispose (GObject *object)
{
  FwLawPage *self = FW_LAW_PAGE (object);

  forget (self);
  g_clear_object (&self->workplace);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (fw_law_page_parent_class)->dispose (object);
}

/* The law is read when the page is first looked at, and again when the workplace's day or language may have changed. */
static void
fw_law_page_map (GtkWidget *widget)
{
  FwLawPage *self = FW_LAW_PAGE (widget);

  GTK_WIDGET_CLASS (fw_law_page_parent_class)->map (widget);
  read_law (self);
}

static void
fw_law_page_class_init (FwLawPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_law_page_dispose;
  widget_class->map = fw_law_page_map;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_law_page_narrow_changed;
  g_type_ensure (FW_TYPE_PAGE);
  g_type_ensure (FW_TYPE_TAB_STOP);
  g_type_ensure (FW_TYPE_WINDOW); /* whose width it follows */
  g_type_ensure (FW_TYPE_LAW_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/law/fw-law-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwLawPage, content);
  gtk_widget_class_bind_template_child (widget_class, FwLawPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FwLawPage, chip_box);
  gtk_widget_class_bind_template_child (widget_class, FwLawPage, columns);
  gtk_widget_class_bind_template_child (widget_class, FwLawPage, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, FwLawPage, list);
  gtk_widget_class_bind_template_child (widget_class, FwLawPage, view_scroller);
  gtk_widget_class_bind_template_child (widget_class, FwLawPage, view);
  gtk_widget_class_bind_template_child (widget_class, FwLawPage, none_label);
  gtk_widget_class_bind_template_child (widget_class, FwLawPage, problem);
  gtk_widget_class_bind_template_child (widget_class, FwLawPage, day_button);
  gtk_widget_class_bind_template_child (widget_class, FwLawPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, FwLawPage, day_entry);
  gtk_widget_class_bind_template_child (widget_class, FwLawPage, day_problem);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, target_chosen_cb);
}

static void
fw_law_page_init (FwLawPage *self)
{
  self->on = FW_DATE_UNKNOWN;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->keys = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->keys));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  add_chips (self);
}

/**
 * fw_law_page_set_workplace:
 * @workplace: (nullable): whose law to show; %NULL forgets what was shown
 */
void
fw_law_page_set_workplace (FwLawPage *self, FwWorkplace *workplace)
{
  g_return_if_fail (FW_IS_LAW_PAGE (self));

  forget (self);
  g_set_object (&self->workplace, workplace);
  if (workplace != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_law (self);
}

/**
 * fw_law_page_search:
 *
 * Puts the focus into the search.
 */
void
fw_law_page_search (FwLawPage *self)
{
  g_return_if_fail (FW_IS_LAW_PAGE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
