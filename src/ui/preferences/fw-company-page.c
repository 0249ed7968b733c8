#include "config.h"

#include "ui/preferences/fw-company-page.h"

#include <glib/gi18n.h>

#include "store/fw-store.h"
#include "ui/fw-problem.h"
#include "ui/preferences/fw-place-words.h"

/* A group has few employers; more than these are changed by importing the list of companies again. */
#define MOST_EMPLOYERS 20

struct _FwCompanyPage
{
  AdwPreferencesPage parent_instance;

  FwWorkplace *workplace;
  GPtrArray *groups;  /* borrowed */
  GHashTable *places; /* owned: what each city is called */
};

G_DEFINE_FINAL_TYPE (FwCompanyPage, fw_company_page, ADW_TYPE_PREFERENCES_PAGE)

/* What a paper may carry, in the order in which people think of it. */
static const struct
{
  const char *field;
  const char *title;
} fields[] = {
  { "name", N_("Name as on the contracts") },
  { "registration", N_("Registration number") },
  { "representative", N_("Legal representative") },
  { "address", N_("Address") },
  { "place", N_("City, for local figures") },
  { "headcount", N_("Number of employees") },
  { "hr-contact", N_("Contact in HR") },
  { "hr-phone", N_("Telephone of HR") },
};

static void
say (FwCompanyPage *self, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *markup = g_markup_escape_text (text, -1);

  if (ADW_IS_PREFERENCES_WINDOW (root))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root), adw_toast_new (markup));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwEntryRow) row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_store_run_finish (FW_STORE (source), result, &error);
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (row), FW_TYPE_COMPANY_PAGE);
  g_autofree char *problem = NULL;

  if (self == NULL)
    return;
  if (event != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      say (FW_COMPANY_PAGE (self), _("Saved. Papers that are issued from now on say so."));
      return;
    }
  problem = fw_problem_describe (error);
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  say (FW_COMPANY_PAGE (self), problem);
}

/* Each field is a change of its own, of the record as it was read: what somebody else changed meanwhile is not lost. */
static void
apply_cb (AdwEntryRow *row, FwCompanyPage *self)
{
  FwRecord *employer = g_object_get_data (G_OBJECT (row), "employer");
  const char *field = g_object_get_data (G_OBJECT (row), "field");
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autoptr (FwCommand) command = fw_command_new ("employer.change", fw_workplace_get_who (self->workplace), NULL);
  g_autoptr (FwRecord) change = fw_record_new_with_id ("employer", fw_record_get_id (employer));

  fw_record_set (change, field, *text == '\0' ? NULL : g_str_equal (field, "place") ? fw_place_words_find (self->places, text) : text);
  fw_command_put (command, change);
  fw_store_run_async (fw_workplace_get_store (self->workplace), command, NULL, saved_cb, g_object_ref (row));
}

static GtkWidget *
make_row (FwCompanyPage *self, FwRecord *employer, const char *field, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();
  const char *kept = fw_record_get (employer, field);
  const char *value = g_str_equal (field, "place") ? fw_place_words_say (self->places, kept) : kept;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "employer", g_object_ref (employer), g_object_unref);
  g_object_set_data (G_OBJECT (row), "field", (gpointer) field);
  g_signal_connect_object (row, "apply", G_CALLBACK (apply_cb), self, 0);
  return row;
}

static void
add_employer (FwCompanyPage *self, FwRecord *employer)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = g_markup_escape_text (fw_record_get (employer, "name"), -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_row (self, employer, fields[i].field, _(fields[i].title)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
}

/* The list of staff names the employer; it is not typed here. */
static void
add_none (FwCompanyPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("No company on record yet"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Bring in the staff list, or a list of companies: what they say of each company stands here and can be changed."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwCompanyPage) self = data;
  g_autoptr (GPtrArray) employers = fw_store_list_finish (FW_STORE (source), result, NULL);

  if (employers == NULL || self->workplace == NULL || self->groups->len > 0)
    return;
  for (guint i = 0; i < employers->len; i++)
    add_employer (self, g_ptr_array_index (employers, i));
  if (employers->len == 0)
    add_none (self);
}

static void
fw_company_page_dispose (GObject *object)
{
  g_clear_object (&FW_COMPANY_PAGE (object)->workplace);
  G_OBJECT_CLASS (fw_company_page_parent_class)->dispose (object);
}

static void
fw_company_page_finalize (GObject *object)
{
  g_ptr_array_unref (FW_COMPANY_PAGE (object)->groups);
  g_hash_table_unref (FW_COMPANY_PAGE (object)->places);
  G_OBJECT_CLASS (fw_company_page_parent_class)->finalize (object);
}

static void
fw_company_page_class_init (FwCompanyPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_company_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_company_page_finalize;
}

static void
fw_company_page_init (FwCompanyPage *self)
{
  self->groups = g_ptr_array_new ();
  self->places = fw_place_words_read ();
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "company");
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("Company"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "avatar-default-symbolic");
}

/**
 * fw_company_page_set_workplace:
 *
 * Shows the employers of these records.
 */
void
fw_company_page_set_workplace (FwCompanyPage *self, FwWorkplace *workplace)
{
  g_autoptr (FwQuery) query = fw_query_new ();

  g_return_if_fail (FW_IS_COMPANY_PAGE (self));

  g_set_object (&self->workplace, workplace);
  fw_query_page (query, 0, MOST_EMPLOYERS);
  fw_store_list_async (fw_workplace_get_store (workplace), "employer", query, NULL, listed_cb, g_object_ref (self));
}
