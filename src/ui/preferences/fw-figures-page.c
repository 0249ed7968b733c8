#include "config.h"

#include "ui/preferences/fw-figures-page.h"

#include <glib/gi18n.h>

#include "store/fw-store.h"
#include "ui/departure/fw-case-words.h"
#include "ui/fw-problem.h"
#include "ui/preferences/fw-place-words.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tag.h"

/* The newest come first; what is older than this many judges no departure any more. */
#define MOST_FIGURES 60

struct _FwFiguresPage
{
  AdwPreferencesPage parent_instance;

  FwWorkplace *workplace;
  GPtrArray *rows; /* borrowed */
  GHashTable *places; /* what each is called; NULL until it is known */
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (FwFiguresPage, fw_figures_page, ADW_TYPE_PREFERENCES_PAGE)

static const struct
{
  const char *kind;
  const char *title;
} kinds[] = {
  { "average-monthly-wage", N_("Average monthly wage of the city") },
  { "minimum-monthly-wage", N_("Minimum monthly wage") },
  { "average-annual-wage-for-tax", N_("Average annual wage, for tax") },
};

static const char *
name_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return _(kinds[i].title);
  return kind;
}

/* Confirming */

typedef struct
{
  FwFiguresPage *page; /* owned */
  FwRecord *figure;    /* owned */
  GtkEditable *value;
  GtkEditable *source;
} Confirming;

static void
confirming_free (gpointer data)
{
  Confirming *self = data;

  g_object_unref (self->page);
  g_object_unref (self->figure);
  g_free (self);
}

static void
confirmed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwFiguresPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_store_run_finish (FW_STORE (source), result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (event != NULL || !GTK_IS_WINDOW (root))
    return;
  fw_problem_present (GTK_WINDOW (root), _("The figure was not confirmed"), NULL, error);
}

static void
response_cb (Confirming *self, const char *response)
{
  FwWorkplace *workplace = self->page->workplace;
  g_autofree char *value = g_strstrip (g_strdup (gtk_editable_get_text (self->value)));
  g_autofree char *source = g_strstrip (g_strdup (gtk_editable_get_text (self->source)));
  g_autoptr (FwCommand) command = NULL;
  g_autoptr (FwRecord) change = NULL;

  if (g_strcmp0 (response, "confirm") != 0 || workplace == NULL)
    return;
  command = fw_command_new ("figure.confirm", fw_workplace_get_who (workplace), NULL);
  change = fw_record_new_with_id ("local-figure", fw_record_get_id (self->figure));
  fw_record_set (change, "amount", value);
  fw_record_set (change, "source", source);
  fw_record_set_truth (change, "confirmed", TRUE);
  fw_record_set (change, "confirmed-by", fw_workplace_get_who (workplace));
  fw_record_set_date (change, "confirmed-on", fw_workplace_get_today (workplace));
  fw_command_put (command, change);
  fw_store_run_async (fw_workplace_get_store (workplace), command, NULL, confirmed_cb, g_object_ref (self->page));
}

/* A figure without an amount or a source is no figure that anybody checked. */
static void
check_cb (Confirming *self, GtkEditable *entry)
{
  GtkRoot *dialog = gtk_widget_get_root (GTK_WIDGET (entry));
  g_autoptr (FwNumber) amount = fw_number_parse (gtk_editable_get_text (self->value));
  gboolean good = amount != NULL && fw_number_sign (amount) > 0 && *gtk_editable_get_text (self->source) != '\0';

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "confirm", good);
}

static void
confirm_clicked_cb (FwFiguresPage *self, GtkWidget *button)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/fairwell/Fairwell/departure/fw-figure-dialog.ui");
  GtkWindow *dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  Confirming *confirming = g_new0 (Confirming, 1);
  FwRecord *figure = g_object_get_data (G_OBJECT (button), "figure");
  const char *source = fw_record_get (figure, "source");

  confirming->page = g_object_ref (self);
  confirming->figure = g_object_ref (figure);
  confirming->value = GTK_EDITABLE (gtk_builder_get_object (builder, "value_entry"));
  confirming->source = GTK_EDITABLE (gtk_builder_get_object (builder, "source_entry"));
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "title_label")),
                       name_kind (fw_record_get (figure, "name")));
  gtk_editable_set_text (confirming->value, fw_record_get (figure, "amount"));
  gtk_editable_set_text (confirming->source, source != NULL ? source : "");
  g_object_set_data_full (G_OBJECT (dialog), "confirming", confirming, confirming_free);
  g_signal_connect_swapped (confirming->value, "changed", G_CALLBACK (check_cb), confirming);
  g_signal_connect_swapped (confirming->source, "changed", G_CALLBACK (check_cb), confirming);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (response_cb), confirming);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (button)));
  gtk_window_present (dialog);
}

/* Showing */

/* Where from and for which days, then who stands for it. */
static char *
describe (FwRecord *figure)
{
  g_autofree char *from = fw_case_name_day (fw_record_get (figure, "from"));
  g_autofree char *until = fw_case_name_day (fw_record_get (figure, "until"));
  g_autofree char *on = fw_case_name_day (fw_record_get (figure, "confirmed-on"));
  const char *source = fw_record_get (figure, "source");
  const char *by = fw_record_get (figure, "confirmed-by");
  g_autofree char *days = g_strdup_printf ("%s – %s", from != NULL ? from : "", until != NULL ? until : "");
  g_autofree char *state = g_strcmp0 (fw_record_get (figure, "confirmed"), "true") == 0
                             ? g_strdup_printf (_("%s confirmed it on %s · %s"), by != NULL ? by : "?",
                                                on != NULL ? on : "?", source != NULL ? source : "")
                             : g_strdup (_("Not confirmed: nothing is capped or raised by it until you have checked it."));

  return g_strdup_printf ("%s\n%s", days, state);
}

/* The place is said where the company has several. */
static char *
make_title (FwFiguresPage *self, FwRecord *figure, gboolean several_places)
{
  const char *place = fw_place_words_say (self->places, fw_record_get (figure, "place"));
  g_autofree char *amount = fw_case_name_money (fw_record_get (figure, "amount"));
  const char *kind = name_kind (fw_record_get (figure, "name"));

  return several_places ? g_strdup_printf ("%s · %s · %s", place, kind, amount)
                        : g_strdup_printf ("%s · %s", kind, amount);
}

static void
add_row (FwFiguresPage *self, FwRecord *figure, gboolean several_places)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean confirmed = g_strcmp0 (fw_record_get (figure, "confirmed"), "true") == 0;
  g_autofree char *title = make_title (self, figure, several_places);
  g_autofree char *detail = describe (figure);
  g_autofree char *name = g_strdup_printf (_("Confirm %s"), title);
  GtkWidget *button = gtk_button_new_with_mnemonic (confirmed ? _("C_hange…") : _("_Confirm…"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  fw_spoken_name_set (button, name);
  g_object_set_data_full (G_OBJECT (button), "figure", g_object_ref (figure), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (confirm_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* The company's own cities are what matters: a row's place is that of an employer or a branch. */
static GStrv
list_places (FwStore *store)
{
  static const char *const with_place[] = { "employer", "branch" };
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (with_place); i++)
    {
      g_autoptr (FwQuery) query = fw_query_new ();
      g_autoptr (GPtrArray) records = NULL;

      fw_query_page (query, 0, MOST_FIGURES);
      records = fw_store_list (store, with_place[i], query, NULL, NULL);
      for (guint k = 0; records != NULL && k < records->len; k++)
        if (fw_record_get (g_ptr_array_index (records, k), "place") != NULL)
          g_strv_builder_add (places, fw_record_get (g_ptr_array_index (records, k), "place"));
    }
  return g_strv_builder_end (places);
}

/* What the worker found, for the page. */
typedef struct
{
  GPtrArray *figures;
  GHashTable *places;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->figures, g_ptr_array_unref);
  g_clear_pointer (&found->places, g_hash_table_unref);
  g_free (found);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer store, GCancellable *cancellable)
{
  g_auto (GStrv) places = list_places (store);
  g_autoptr (FwQuery) query = fw_query_new ();
  Found *found = g_new0 (Found, 1);
  GError *error = NULL;

  fw_query_one_of (query, "place", (const char *const *) places);
  fw_query_order (query, "from", TRUE);
  fw_query_page (query, 0, MOST_FIGURES);
  found->places = fw_place_words_read ();
  if (places[0] != NULL)
    found->figures = fw_store_list (store, "local-figure", query, cancellable, &error);
  else
    found->figures = g_ptr_array_new ();
  if (found->figures != NULL)
    {
      g_task_return_pointer (task, found, found_free);
      return;
    }
  found_free (found);
  g_task_return_error (task, error);
}

static void
show_figures (FwFiguresPage *self, GPtrArray *figures)
{
  gboolean several = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 1; i < figures->len && !several; i++)
    several = g_strcmp0 (fw_record_get (figures->pdata[i], "place"), fw_record_get (figures->pdata[0], "place")) != 0;
  for (guint i = 0; i < figures->len; i++)
    add_row (self, g_ptr_array_index (figures, i), several);
  adw_preferences_group_set_description (
    self->group, figures->len > 0
                   ? _("Caps and floors rest on them. Check each on the official page before it counts.")
                   : _("None yet for the company’s cities. They come in with the first departure, to be checked then."));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FwFiguresPage *self = FW_FIGURES_PAGE (source);
  Found *found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (found == NULL)
    return;
  if (self->workplace != NULL)
    {
      g_clear_pointer (&self->places, g_hash_table_unref);
      self->places = g_steal_pointer (&found->places);
      show_figures (self, found->figures);
    }
  found_free (found);
}

static void
refresh (FwFiguresPage *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->workplace == NULL)
    return;
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_task_data (task, g_object_ref (fw_workplace_get_store (self->workplace)), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static void
fw_figures_page_dispose (GObject *object)
{
  g_clear_object (&FW_FIGURES_PAGE (object)->workplace);
  G_OBJECT_CLASS (fw_figures_page_parent_class)->dispose (object);
}

static void
fw_figures_page_finalize (GObject *object)
{
  g_ptr_array_unref (FW_FIGURES_PAGE (object)->rows);
  g_clear_pointer (&FW_FIGURES_PAGE (object)->places, g_hash_table_unref);
  G_OBJECT_CLASS (fw_figures_page_parent_class)->finalize (object);
}

static void
fw_figures_page_class_init (FwFiguresPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_figures_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_figures_page_finalize;
}

static void
fw_figures_page_init (FwFiguresPage *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Local figures"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->group);
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "figures");
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("Local figures"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "accessories-calculator-symbolic");
}

/**
 * fw_figures_page_set_workplace:
 *
 * Shows the figures of the company's cities, and follows them.
 */
void
fw_figures_page_set_workplace (FwFiguresPage *self, FwWorkplace *workplace)
{
  g_return_if_fail (FW_IS_FIGURES_PAGE (self));

  g_set_object (&self->workplace, workplace);
  g_signal_connect_object (fw_workplace_get_store (workplace), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
