#include "config.h"

#include "ui/cases/fw-departures-page.h"

#include <glib/gi18n.h>

#include "core/fw-date.h"
#include "departure/fw-case-group.h"
#include "departure/fw-case-register.h"
#include "departure/fw-case.h"
#include "ui/departure/fw-case-words.h"
#include "ui/employees/fw-record-words.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-person-row.h"
#include "ui/window/fw-window.h"

/* The departures that are under way, or those that one asks for, page by page. Signal "open-count" tells how many are open. */
struct _FwDeparturesPage
{
  GtkWidget parent_instance;

  FwWorkplace *workplace;
  FwCaseRegister *cases; /* owned, nullable */

  GtkWidget *content;
  GtkStack *states;
  GtkSearchEntry *search_entry;
  GtkBox *show_box;
  GtkLabel *count_label;
  GtkListBox *group_list;
  GtkListBox *case_list;
  GtkLabel *none_label;
  GtkWidget *none_page;
  GtkWidget *more_button;
};

G_DEFINE_FINAL_TYPE (FwDeparturesPage, fw_departures_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN_COUNT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of FwCaseShow. */
static const char *const shows[] = { NC_("cases", "Under way"), NC_("cases", "Waiting for approval"),
                                     NC_("cases", "Paused"), NC_("cases", "Closed and withdrawn"),
                                     NC_("cases", "All") };

static const char *
known (FwCaseItem *row, const char *property)
{
  const char *value = fw_case_item_get_text (row, property);

  return value != NULL ? value : "";
}

static char *
describe (FwCaseItem *row)
{
  const char *ground = fw_case_item_get_text (row, "ground-title");
  GString *text = g_string_new (known (row, "number"));

  g_string_append_printf (text, " · %s", fw_record_words_choice (known (row, "kind")));
  if (ground != NULL)
    g_string_append_printf (text, " · %s", ground);
  if (*known (row, "department") != '\0')
    g_string_append_printf (text, " · %s", known (row, "department"));
  if (*known (row, "last-day") != '\0')
    {
      g_autofree char *day = fw_case_name_day (known (row, "last-day"));
      g_autofree char *last = g_strdup_printf (_("last day %s"), day);

      g_string_append_printf (text, " · %s", last);
    }
  return g_string_free (text, FALSE);
}

/* A paused case says when to look again; once the day has come, that is what is to be done. */
static GtkWidget *
new_pause_tag (FwDeparturesPage *self,
               FwCaseItem *item)
{
  const char *iso = known (item, "look-again");
  g_autofree char *day = fw_case_name_day (iso);
  g_autofree char *today = fw_date_to_string (fw_workplace_get_today (self->workplace));
  gboolean due = g_strcmp0 (iso, today) <= 0;
  g_autofree char *text = g_strdup_printf (due ? _("Look again: since %s") : _("Paused until %s"), day);
  GtkWidget *tag = fw_tag_new (due ? FW_TAG_STYLE_NOTE : FW_TAG_STYLE_PLAIN, text);

  gtk_widget_set_tooltip_text (tag, known (item, "pause-reason"));
  return tag;
}

static GtkWidget *
create_row_cb (gpointer object,
               gpointer data)
{
  FwDeparturesPage *self = data;
  FwCaseItem *item = object;
  FwCaseState state = (FwCaseState) fw_case_item_get_choice (item, "state");
  g_autofree char *detail = describe (item);
  GtkWidget *row = fw_person_row_new (known (item, "employee-name"), detail);

  if (fw_case_item_get_text (item, "paused-on") != NULL && state != FW_CASE_STATE_CLOSED &&
      state != FW_CASE_STATE_WITHDRAWN)
    fw_person_row_add_suffix (FW_PERSON_ROW (row), new_pause_tag (self, item));
  fw_person_row_add_suffix (FW_PERSON_ROW (row), fw_case_state_tag_new (state));
  g_object_set_data_full (G_OBJECT (row), "case", g_strdup (fw_case_item_get_id (item)), g_free);
  return row;
}

static FwCaseShow
chosen_show (FwDeparturesPage *self)
{
  guint show = 0;

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->show_box)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip), show++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
      return (FwCaseShow) show;
  return FW_CASE_SHOW_OPEN;
}

static void
ask (FwDeparturesPage *self)
{
  if (self->cases != NULL)
    fw_case_register_ask (self->cases, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), chosen_show (self));
}

static void
chip_toggled_cb (GtkToggleButton *chip,
                 FwDeparturesPage *self)
{
  if (gtk_toggle_button_get_active (chip))
    ask (self);
}

static void
add_chips (FwDeparturesPage *self)
{
  GtkToggleButton *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    {
      GtkWidget *chip = gtk_toggle_button_new_with_label (g_dpgettext2 (NULL, "cases", shows[i]));

      gtk_widget_set_css_classes (chip, (const char *[]){ "flat", "fw-chip", NULL });
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), group);
      if (group == NULL)
        group = GTK_TOGGLE_BUTTON (chip);
      gtk_box_append (self->show_box, chip);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), i == FW_CASE_SHOW_OPEN);
      g_signal_connect (chip, "toggled", G_CALLBACK (chip_toggled_cb), self);
    }
}

/* What was found, once it was read: nothing is said before. */
static void
show_found (FwDeparturesPage *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->cases));
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  gboolean loading, more;
  gint64 n_open;
  g_autofree char *count = NULL;

  g_object_get (self->cases, "loading", &loading, "has-more", &more, "open-count", &n_open, NULL);
  if (loading)
    return;
  count = g_strdup_printf (ngettext ("%u departure under way", "%u departures under way", (gulong) n_open),
                           (guint) n_open);
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), *search == '\0' && chosen_show (self) == FW_CASE_SHOW_OPEN &&
                                                            n_open > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->case_list), shown > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->none_label), shown == 0);
  gtk_label_set_label (self->none_label, *search != '\0' ? _("Nothing found. Try a name, pinyin, or a number.")
                                                         : _("None of this kind."));
  gtk_widget_set_visible (self->more_button, more);
  gtk_stack_set_visible_child_name (self->states, "cases");
  g_signal_emit (self, signals[SIGNAL_OPEN_COUNT], 0, (guint) n_open);
}

/* With no departure under way there is nothing to search in. */
static void
loaded_cb (FwDeparturesPage *self)
{
  gint64 n_open = 0;
  gboolean loading, none;

  /* Of records that are closed by now. */
  if (self->cases == NULL)
    return;
  g_object_get (self->cases, "loading", &loading, "open-count", &n_open, NULL);
  show_found (self);
  if (loading)
    return;
  none = n_open == 0 && chosen_show (self) == FW_CASE_SHOW_OPEN && *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) == '\0';
  gtk_widget_set_visible (self->none_page, none);
  gtk_widget_set_visible (GTK_WIDGET (self->none_label), !none && !gtk_widget_get_visible (GTK_WIDGET (self->case_list)));
}

/* Several departures that are one decision stand above those of single people. */
static void
groups_read_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (FwDeparturesPage) self = data;
  g_autoptr (GPtrArray) groups = fw_case_group_list_finish (result, NULL);
  GtkListBoxRow *old;

  if (groups == NULL || self->workplace != FW_WORKPLACE (source))
    return;
  while ((old = gtk_list_box_get_row_at_index (self->group_list, 0)) != NULL)
    gtk_list_box_remove (self->group_list, GTK_WIDGET (old));
  for (guint i = 0; i < groups->len; i++)
    {
      FwCaseItem *group = groups->pdata[i];
      gint64 n_cases = 0, n_open = 0;
      g_autofree char *day = fw_case_name_day (fw_case_item_get_text (group, "opened-on"));
      g_autofree char *people = NULL;
      g_autofree char *detail = NULL;
      GtkWidget *row;

      g_object_get (group, "cases", &n_cases, "open", &n_open, NULL);
      people = g_strdup_printf (ngettext ("%d person, %d still open", "%d people, %d still open", (gulong) n_cases), (int) n_cases, (int) n_open);
      /* Translators: number, people, day of opening. */
      detail = g_strdup_printf (_("%s · %s · opened on %s"), fw_case_item_get_text (group, "number"), people, day);
      row = fw_person_row_new (known (group, "title"), detail);
      g_object_set_data_full (G_OBJECT (row), "group", g_strdup (fw_case_item_get_id (group)), g_free);
      gtk_list_box_append (self->group_list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->group_list), groups->len > 0);
}

static void
read_groups (FwDeparturesPage *self)
{
  if (self->workplace != NULL)
    fw_case_group_list_async (self->workplace, NULL, groups_read_cb, g_object_ref (self));
}

static void
group_activated_cb (FwDeparturesPage *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-group", "s", g_object_get_data (G_OBJECT (row), "group"));
}

static void
more_cb (FwDeparturesPage *self)
{
  if (self->cases != NULL)
    fw_case_register_load_more (self->cases);
}

static void
edge_reached_cb (FwDeparturesPage *self,
                 GtkPositionType position)
{
  if (position == GTK_POS_BOTTOM)
    more_cb (self);
}

static void
activated_cb (FwDeparturesPage *self, GtkListBoxRow *row)
{
  if (self->workplace != NULL)
    fw_window_load_case (FW_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), g_object_get_data (G_OBJECT (row), "case"));
}

static void
fw_departures_page_dispose (GObject *object)
{
  FwDeparturesPage *self = FW_DEPARTURES_PAGE (object);

  g_clear_object (&self->cases);
  g_clear_object (&self->workplace);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_departures_page_parent_class)->dispose (object);
}

static void
fw_departures_page_class_init (FwDeparturesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_departures_page_dispose;
  signals[SIGNAL_OPEN_COUNT] = g_signal_new ("open-count", FW_TYPE_DEPARTURES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (FW_TYPE_PAGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/cases/fw-departures-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, content);
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, states);
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, show_box);
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, group_list);
  gtk_widget_class_bind_template_callback (widget_class, group_activated_cb);
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, case_list);
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, none_label);
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, FwDeparturesPage, more_button);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
fw_departures_page_init (FwDeparturesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_chips (self);
}

/**
 * fw_departures_page_set_workplace:
 * @workplace: (nullable): whose departures to list
 */
void
fw_departures_page_set_workplace (FwDeparturesPage *self, FwWorkplace *workplace)
{
  g_return_if_fail (FW_IS_DEPARTURES_PAGE (self));

  g_set_object (&self->workplace, workplace);
  gtk_list_box_bind_model (self->case_list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->cases);
  if (workplace == NULL)
    return;
  self->cases = fw_case_register_new (workplace);
  gtk_list_box_bind_model (self->case_list, G_LIST_MODEL (self->cases), create_row_cb, self, NULL);
  g_signal_connect_object (self->cases, "notify::loading", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  ask (self);
  read_groups (self);
}

/**
 * fw_departures_page_search:
 *
 * Puts the focus where one types what to look for.
 */
void
fw_departures_page_search (FwDeparturesPage *self)
{
  g_return_if_fail (FW_IS_DEPARTURES_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * fw_departures_page_refresh:
 *
 * Reads the list again.
 */
void
fw_departures_page_refresh (FwDeparturesPage *self)
{
  g_return_if_fail (FW_IS_DEPARTURES_PAGE (self));

  if (self->cases != NULL)
    fw_case_register_reload (self->cases);
  read_groups (self);
}
