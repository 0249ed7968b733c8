#include "config.h"

#include "ui/gate/fw-first-run-page.h"

#include <glib/gi18n.h>

#include "ui/fw-language.h"
#include "ui/gate/fw-jurisdictions.h"
#include "ui/gate/fw-new-passphrase.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tab-through.h"
#include "ui/window/fw-window.h"

/* What is seen before there is a store: make one under a passphrase ("create"), or look round in a made-up company
 * ("sample"). The window does either; this page only asks. */
struct _FwFirstRunPage
{
  FwAdaptiveWidget parent_instance;

  FwJurisdictions *jurisdictions; /* NULL until they are listed */
  gboolean listing;

  GtkWidget *content;
  GtkMenuButton *language_button;
  GtkWidget *columns;
  GtkWidget *promises;
  AdwEntryRow *company_row;
  AdwEntryRow *place_row;
  AdwComboRow *jurisdiction_row;
  FwNewPassphrase *passphrase;
  GtkWidget *problem_label;
  GtkCheckButton *understood_check;
  GtkWidget *create_button;
  GtkWidget *sample_button;
  GtkWidget *busy_box;
  GtkLabel *busy_label;
};

G_DEFINE_FINAL_TYPE (FwFirstRunPage, fw_first_run_page, FW_TYPE_ADAPTIVE_WIDGET)


enum
{
  SIGNAL_CREATE,
  SIGNAL_SAMPLE,
  SIGNAL_RESTORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
entry_text (gpointer row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* The first thing that still stands against creating the store, in words; NULL if nothing does. */
static const char *
find_problem (FwFirstRunPage *self)
{
  const char *problem = fw_new_passphrase_find_problem (self->passphrase);

  if (*entry_text (self->company_row) == '\0')
    return _("Enter the company’s name as it stands on the contracts.");
  if (*entry_text (self->place_row) == '\0')
    return _("Enter the city: its average and minimum wage decide caps and floors.");
  if (fw_first_run_page_get_jurisdiction (self) == NULL)
    return _("No body of law is installed. Install Fairwell again.");
  if (problem != NULL)
    return problem;
  if (!gtk_check_button_get_active (self->understood_check))
    return _("Tick that you know what a lost passphrase means.");
  return NULL;
}

static void
mark_row (gpointer row, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
}

static void
changed_cb (FwFirstRunPage *self)
{
  mark_row (self->company_row, FALSE);
  mark_row (self->place_row, FALSE);
  fw_first_run_page_show_problem (self, fw_new_passphrase_differs (self->passphrase) ? _("The two passphrases differ.")
                                                                                     : NULL);
}

static void
create_cb (FwFirstRunPage *self)
{
  const char *problem = find_problem (self);

  if (problem == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_CREATE], 0);
      return;
    }
  fw_first_run_page_show_problem (self, problem);
  mark_row (self->company_row, *entry_text (self->company_row) == '\0');
  mark_row (self->place_row, *entry_text (self->place_row) == '\0');
}

static void
sample_cb (FwFirstRunPage *self)
{
  g_signal_emit (self, signals[SIGNAL_SAMPLE], 0);
}

static void
restore_cb (FwFirstRunPage *self)
{
  g_signal_emit (self, signals[SIGNAL_RESTORE], 0);
}

/* With one pack there is nothing to choose. */
static void
jurisdictions_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwFirstRunPage) self = data;
  g_autoptr (GtkStringList) titles = NULL;

  self->jurisdictions = fw_jurisdictions_list_finish (result, NULL);
  if (self->jurisdictions == NULL || self->content == NULL)
    return;
  titles = gtk_string_list_new ((const char *const *) self->jurisdictions->titles);
  adw_combo_row_set_model (self->jurisdiction_row, G_LIST_MODEL (titles));
  gtk_widget_set_visible (GTK_WIDGET (self->jurisdiction_row), g_strv_length (self->jurisdictions->ids) > 1);
}

static void
fw_first_run_page_narrow_changed (FwAdaptiveWidget *widget, gboolean narrow)
{
  FwFirstRunPage *self = FW_FIRST_RUN_PAGE (widget);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static gboolean
fw_first_run_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FW_FIRST_RUN_PAGE (widget)->company_row));
}

static void
fw_first_run_page_finalize (GObject *object)
{
  g_clear_pointer (&FW_FIRST_RUN_PAGE (object)->jurisdictions, fw_jurisdictions_free);
  G_OBJECT_CLASS (fw_first_run_page_parent_class)->finalize (object);
}

static void
fw_first_run_page_dispose (GObject *object)
{
  g_clear_pointer (&FW_FIRST_RUN_PAGE (object)->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_first_run_page_parent_class)->dispose (object);
}

/* Only where the page is shown: who opens records every morning need not wait for the law of every country. */
static void
fw_first_run_page_map (GtkWidget *widget)
{
  FwFirstRunPage *self = FW_FIRST_RUN_PAGE (widget);

  GTK_WIDGET_CLASS (fw_first_run_page_parent_class)->map (widget);
  if (self->jurisdictions == NULL && !self->listing)
    fw_jurisdictions_list_async (fw_language_get (), jurisdictions_listed_cb, g_object_ref (self));
  self->listing = TRUE;
}

static void
fw_first_run_page_class_init (FwFirstRunPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fw_first_run_page_dispose;
  object_class->finalize = fw_first_run_page_finalize;
  widget_class->focus = fw_tab_through;
  widget_class->grab_focus = fw_first_run_page_grab_focus;
  widget_class->map = fw_first_run_page_map;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_first_run_page_narrow_changed;
  signals[SIGNAL_CREATE] = g_signal_new ("create", FW_TYPE_FIRST_RUN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_SAMPLE] = g_signal_new ("sample", FW_TYPE_FIRST_RUN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_RESTORE] = g_signal_new ("restore", FW_TYPE_FIRST_RUN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  g_type_ensure (FW_TYPE_NEW_PASSPHRASE);
  g_type_ensure (FW_TYPE_WINDOW); /* whose width it follows */
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/gate/fw-first-run-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwFirstRunPage, content);
  gtk_widget_class_bind_template_child (widget_class, FwFirstRunPage, language_button);
  gtk_widget_class_bind_template_child (widget_class, FwFirstRunPage, columns);
  gtk_widget_class_bind_template_child (widget_class, FwFirstRunPage, promises);
  gtk_widget_class_bind_template_child (widget_class, FwFirstRunPage, company_row);
  gtk_widget_class_bind_template_child (widget_class, FwFirstRunPage, place_row);
  gtk_widget_class_bind_template_child (widget_class, FwFirstRunPage, jurisdiction_row);
  gtk_widget_class_bind_template_child (widget_class, FwFirstRunPage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, FwFirstRunPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FwFirstRunPage, understood_check);
  gtk_widget_class_bind_template_child (widget_class, FwFirstRunPage, create_button);
  gtk_widget_class_bind_template_child (widget_class, FwFirstRunPage, sample_button);
  gtk_widget_class_bind_template_child (widget_class, FwFirstRunPage, busy_box);
  gtk_widget_class_bind_template_child (widget_class, FwFirstRunPage, busy_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
fw_first_run_page_init (FwFirstRunPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_spoken_name_follow_menu (self->language_button);
  fw_spoken_name_follow_choice (GTK_WIDGET (self->jurisdiction_row), NULL);
  changed_cb (self);
}

const char *
fw_first_run_page_get_company (FwFirstRunPage *self)
{
  g_return_val_if_fail (FW_IS_FIRST_RUN_PAGE (self), NULL);
  return entry_text (self->company_row);
}

const char *
fw_first_run_page_get_place (FwFirstRunPage *self)
{
  g_return_val_if_fail (FW_IS_FIRST_RUN_PAGE (self), NULL);
  return entry_text (self->place_row);
}

const char *
fw_first_run_page_get_passphrase (FwFirstRunPage *self)
{
  g_return_val_if_fail (FW_IS_FIRST_RUN_PAGE (self), NULL);
  return fw_new_passphrase_get_text (self->passphrase);
}

static const char *
chosen_of (FwFirstRunPage *self, GStrv list)
{
  guint chosen = adw_combo_row_get_selected (self->jurisdiction_row);

  return list[chosen < g_strv_length (list) ? chosen : 0];
}

/**
 * fw_first_run_page_get_jurisdiction:
 *
 * Returns: (nullable): the id of the pack that is to hold, %NULL where none is installed
 */
const char *
fw_first_run_page_get_jurisdiction (FwFirstRunPage *self)
{
  g_return_val_if_fail (FW_IS_FIRST_RUN_PAGE (self), NULL);
  return self->jurisdictions != NULL ? chosen_of (self, self->jurisdictions->ids) : NULL;
}

/**
 * fw_first_run_page_get_time_zone:
 *
 * Returns: (nullable): where "today" is under the law that is to hold, %NULL where it does not say
 */
const char *
fw_first_run_page_get_time_zone (FwFirstRunPage *self)
{
  const char *zone;

  g_return_val_if_fail (FW_IS_FIRST_RUN_PAGE (self), NULL);

  zone = self->jurisdictions != NULL ? chosen_of (self, self->jurisdictions->time_zones) : NULL;
  return zone != NULL && *zone != '\0' ? zone : NULL;
}

/**
 * fw_first_run_page_set_busy:
 * @what: (nullable): what is being done; %NULL when it is over
 */
void
fw_first_run_page_set_busy (FwFirstRunPage *self, const char *what)
{
  g_return_if_fail (FW_IS_FIRST_RUN_PAGE (self));

  gtk_widget_set_sensitive (self->columns, what == NULL);
  gtk_widget_set_visible (self->busy_box, what != NULL);
  gtk_label_set_label (self->busy_label, what != NULL ? what : "");
}

/**
 * fw_first_run_page_show_problem:
 * @problem: (nullable): what stands against going on, and what to do
 */
void
fw_first_run_page_show_problem (FwFirstRunPage *self, const char *problem)
{
  g_return_if_fail (FW_IS_FIRST_RUN_PAGE (self));

  gtk_label_set_label (GTK_LABEL (self->problem_label), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_label, problem != NULL);
}

/**
 * fw_first_run_page_forget:
 *
 * Empties the passphrase, once it has done its work.
 */
void
fw_first_run_page_forget (FwFirstRunPage *self)
{
  g_return_if_fail (FW_IS_FIRST_RUN_PAGE (self));

  fw_new_passphrase_forget (self->passphrase);
}
