#include "config.h"

#include "ui/preferences/fw-figures-page.h"

#include <glib/gi18n.h>

#include "core/fw-task.h"
#include "store/fw-store.h"
#include "ui/departure/fw-case-words.h"
#include "ui/fw-problem.h"
#include "ui/preferences/fw-figure-entry.h"
#include "ui/preferences/fw-place-words.h"
#include "ui/preferences/fw-preferences-undo.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tag.h"
#include "ui/widgets/fw-tall-scroll.h"

/* The newest come first; what is older than this many judges no departure any more. */
#define MOST_FIGURES 60

struct _FwFiguresPage
{
  AdwPreferencesPage parent_instance;

  FwWorkplace *workplace;
  GPtrArray *groups;  /* borrowed */
  GHashTable *places; /* what each is called; NULL until it is known */
  GStrv cities;       /* of the company; NULL until they are known */
  char *jurisdiction; /* of the company; NULL until it is known */
  AdwPreferencesGroup *head;
  GtkWidget *enter_button;
};

G_DEFINE_FINAL_TYPE (FwFiguresPage, fw_figures_page, ADW_TYPE_PREFERENCES_PAGE)

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
say_problem (FwFiguresPage *self, const char *what, GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    fw_problem_present (GTK_WINDOW (root), what, NULL, error);
}

static void
confirmed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwFiguresPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_local_figures_finish (FW_WORKPLACE (source), result, &error);

  if (event == NULL)
    say_problem (self, _("The figure was not confirmed"), error);
  else if (self->workplace != NULL)
    fw_preferences_undo_offer (GTK_WIDGET (self), self->workplace, event,
                               _("Confirmed. Open departures are judged with it at once."));
}

static void
entered_cb (FwEvent *event, gpointer data)
{
  FwFiguresPage *self = data;

  if (self->workplace != NULL)
    fw_preferences_undo_offer (GTK_WIDGET (self), self->workplace, event,
                               _("Entered. Open departures are judged with it at once."));
}

/* Another amount than the one that stands there is a correction; the same one is confirmed. */
static void
response_cb (Confirming *self, const char *response)
{
  FwWorkplace *workplace = self->page->workplace;
  g_autofree char *value = g_strstrip (g_strdup (gtk_editable_get_text (self->value)));
  g_autofree char *source = g_strstrip (g_strdup (gtk_editable_get_text (self->source)));
  const char *id = fw_record_get_id (self->figure);
  FwFigureEntry entry = {
    .jurisdiction = fw_record_get (self->figure, "jurisdiction"), .place = fw_record_get (self->figure, "place"),
    .kind = fw_record_get (self->figure, "name"), .amount = value, .from = fw_record_get (self->figure, "from"),
    .until = fw_record_get (self->figure, "until"), .source = source,
    .confidence = fw_record_get (self->figure, "confidence"),
  };

  if (g_strcmp0 (response, "confirm") != 0 || workplace == NULL)
    return;
  if (fw_record_get_count (self->figure, "year", 0) > 0)
    entry.year = fw_record_get (self->figure, "year");
  if (g_strcmp0 (value, fw_record_get (self->figure, "amount")) == 0 &&
      g_strcmp0 (source, fw_record_get (self->figure, "source")) == 0)
    fw_local_figures_confirm_async (workplace, (const char *const[]) { id, NULL }, confirmed_cb, g_object_ref (self->page));
  else
    fw_local_figures_enter_async (workplace, &entry, id, confirmed_cb, g_object_ref (self->page));
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
    fw_tall_scroll_new_builder ("/org/fairwell/Fairwell/departure/fw-figure-dialog.ui");
  GtkWindow *dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  Confirming *confirming = g_new0 (Confirming, 1);
  FwRecord *figure = g_object_get_data (G_OBJECT (button), "figure");
  const char *source = fw_record_get (figure, "source");

  confirming->page = g_object_ref (self);
  confirming->figure = g_object_ref (figure);
  confirming->value = GTK_EDITABLE (gtk_builder_get_object (builder, "value_entry"));
  confirming->source = GTK_EDITABLE (gtk_builder_get_object (builder, "source_entry"));
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "title_label")),
                       fw_figure_words_kind (fw_record_get (figure, "name")));
  gtk_editable_set_text (confirming->value, fw_record_get (figure, "amount"));
  gtk_editable_set_text (confirming->source, source != NULL ? source : "");
  g_object_set_data_full (G_OBJECT (dialog), "confirming", confirming, confirming_free);
  g_signal_connect_swapped (confirming->value, "changed", G_CALLBACK (check_cb), confirming);
  g_signal_connect_swapped (confirming->source, "changed", G_CALLBACK (check_cb), confirming);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (response_cb), confirming);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (button)));
  gtk_window_present (dialog);
}

/* All of a city that is in force and nobody has confirmed, after one question. */
typedef struct
{
  FwFiguresPage *page; /* owned */
  GStrv ids;
} ConfirmingAll;

static void
confirming_all_free (gpointer data)
{
  ConfirmingAll *self = data;

  g_object_unref (self->page);
  g_strfreev (self->ids);
  g_free (self);
}

static void
all_response_cb (ConfirmingAll *self, const char *response)
{
  if (g_strcmp0 (response, "confirm") == 0 && self->page->workplace != NULL)
    fw_local_figures_confirm_async (self->page->workplace, (const char *const *) self->ids, confirmed_cb,
                                    g_object_ref (self->page));
}

static void
confirm_all_clicked_cb (FwFiguresPage *self, GtkWidget *button)
{
  GPtrArray *figures = g_object_get_data (G_OBJECT (button), "figures");
  const char *place = fw_place_words_say (self->places, fw_record_get (figures->pdata[0], "place"));
  g_autofree char *heading = g_strdup_printf (_("Confirm the figures of %s?"), place);
  g_autoptr (GString) body = g_string_new (_("Have you looked up each of them on the official page?"));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), heading, NULL);
  ConfirmingAll *all = g_new0 (ConfirmingAll, 1);

  all->page = g_object_ref (self);
  all->ids = g_new0 (char *, figures->len + 1);
  for (guint i = 0; i < figures->len; i++)
    {
      FwRecord *figure = figures->pdata[i];
      g_autofree char *amount = fw_case_name_money (fw_record_get (figure, "amount"));

      all->ids[i] = g_strdup (fw_record_get_id (figure));
      g_string_append_printf (body, "\n\n%s · %s\n%s", fw_figure_words_kind (fw_record_get (figure, "name")), amount,
                              fw_record_get (figure, "source") != NULL ? fw_record_get (figure, "source") : "");
    }
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body->str);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "confirm", _("C_onfirm"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "confirm", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "confirming", all, confirming_all_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (all_response_cb), all);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Entering */

static void
present_entry (FwFiguresPage *self, FwRecord *corrects)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const char *jurisdiction = corrects != NULL ? fw_record_get (corrects, "jurisdiction") : self->jurisdiction;
  GtkWindow *dialog;

  if (self->workplace == NULL || self->cities == NULL || self->cities[0] == NULL)
    return;
  dialog = fw_figure_entry_new (self->workplace, (const char *const *) self->cities, self->places, jurisdiction, corrects,
                                entered_cb, G_OBJECT (self));
  gtk_window_set_transient_for (dialog, GTK_WINDOW (root));
  gtk_window_present (dialog);
}

static void
enter_clicked_cb (FwFiguresPage *self)
{
  present_entry (self, NULL);
}

static void
correct_clicked_cb (FwFiguresPage *self, GtkWidget *button)
{
  present_entry (self, g_object_get_data (G_OBJECT (button), "figure"));
}

/* The ordinary import, in the window behind this one. */
static void
import_clicked_cb (FwFiguresPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *parent = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  if (parent == NULL)
    return;
  gtk_window_close (GTK_WINDOW (root));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.import", NULL);
}

/* Showing */

static char *
describe_span (FwRecord *figure)
{
  g_autofree char *from = fw_case_name_day (fw_record_get (figure, "from"));
  g_autofree char *until = fw_case_name_day (fw_record_get (figure, "until"));

  if (from == NULL && until == NULL)
    return g_strdup (_("Nobody has said from when"));
  if (until == NULL)
    return g_strdup_printf (_("Since %s"), from);
  return g_strdup_printf ("%s – %s", from != NULL ? from : "", until);
}

/* Who stands for it, or what came of it. */
static char *
describe_state (FwRecord *figure, FwDate today)
{
  g_autofree char *on = fw_case_name_day (fw_record_get (figure, "confirmed-on"));
  g_autofree char *superseded = fw_case_name_day (fw_record_get (figure, "superseded"));
  const char *by = fw_record_get (figure, "confirmed-by");

  if (superseded != NULL && g_strcmp0 (fw_record_get (figure, "superseded"), fw_record_get (figure, "from")) <= 0)
    return g_strdup (_("Was wrong and has been corrected"));
  if (superseded != NULL)
    return g_strdup_printf (_("Another one holds from %s"), superseded);
  if (fw_record_is_true (figure, "confirmed"))
    return g_strdup_printf (_("%s confirmed it on %s"), by != NULL ? by : "?", on != NULL ? on : "?");
  if (fw_local_figures_is_over (figure, today))
    return g_strdup (_("Not confirmed"));
  return g_strdup (_("Not confirmed: nothing is capped or raised by it until you have checked it."));
}

static const char *
describe_confidence (FwRecord *figure)
{
  const char *confidence = fw_record_get (figure, "confidence");

  if (g_strcmp0 (confidence, "high") == 0)
    return _("confidence high");
  if (g_strcmp0 (confidence, "medium") == 0)
    return _("confidence medium");
  if (g_strcmp0 (confidence, "low") == 0)
    return _("confidence low");
  return NULL;
}

/* The days it holds, where it is from and how sure that is, who stands for it: a line each. */
static char *
describe (FwRecord *figure, FwDate today)
{
  g_autofree char *span = describe_span (figure);
  g_autofree char *state = describe_state (figure, today);
  const char *source = fw_record_get (figure, "source");
  const char *confidence = describe_confidence (figure);
  g_autofree char *year = fw_record_get_count (figure, "year", 0) > 0
                            ? g_strdup_printf (_("of %s · "), fw_record_get (figure, "year"))
                            : g_strdup ("");

  return g_strdup_printf ("%s%s\n%s%s%s\n%s", year, span, source != NULL ? source : "", confidence != NULL ? " · " : "",
                          confidence != NULL ? confidence : "", state);
}

static GtkWidget *
make_button (FwFiguresPage *self, FwRecord *figure, const char *title, gboolean confirmed)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (confirmed ? _("C_orrect…") : _("_Confirm…"));
  const char *place = fw_place_words_say (self->places, fw_record_get (figure, "place"));
  g_autofree char *name = g_strdup_printf (confirmed ? _("Correct %1$s, %2$s") : _("Confirm %1$s, %2$s"), place, title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  fw_spoken_name_set (button, name);
  g_object_set_data_full (G_OBJECT (button), "figure", g_object_ref (figure), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (confirmed ? correct_clicked_cb : confirm_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

/* One that is over is history: it is read, not changed. */
static GtkWidget *
make_row (FwFiguresPage *self, FwRecord *figure, FwDate today)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *amount = fw_case_name_money (fw_record_get (figure, "amount"));
  g_autofree char *title = g_strdup_printf ("%s · %s", fw_figure_words_kind (fw_record_get (figure, "name")), amount);
  g_autofree char *detail = describe (figure, today);
  gboolean over = fw_local_figures_is_over (figure, today);
  FwTagStyle style = fw_record_is_true (figure, "confirmed") ? FW_TAG_STYLE_CLEAR : FW_TAG_STYLE_NOTE;
  GtkWidget *mark = gtk_image_new_from_icon_name (over ? "document-open-recent-symbolic" : fw_tag_style_get_icon (style));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 6);
  gtk_widget_set_css_classes (mark, (const char *[]) { "fw-mark", over ? "dim-label" : fw_tag_style_get_class (style), NULL });
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  if (!over)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               make_button (self, figure, title, fw_record_is_true (figure, "confirmed")));
  return row;
}

static void
add_history (FwFiguresPage *self, AdwPreferencesGroup *group, GPtrArray *over, FwDate today)
{
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u earlier figure", "%u earlier figures", over->len), over->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  fw_spoken_name_set (expander, title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), _("They count for departures of their days"));
  for (guint i = 0; i < over->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), make_row (self, over->pdata[i], today));
  adw_preferences_group_add (group, expander);
}

static void
add_confirm_all (FwFiguresPage *self, AdwPreferencesGroup *group, const char *place, GPtrArray *open)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Confirm _all…"));
  g_autofree char *name = g_strdup_printf (_("Confirm all figures of %s"), place);

  gtk_widget_add_css_class (button, "flat");
  fw_spoken_name_set (button, name);
  g_object_set_data_full (G_OBJECT (button), "figures", g_ptr_array_ref (open), (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (confirm_all_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, button);
}

/* The cap rests on it, and last year's runs out in summer. */
static void
add_lack (AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = gtk_image_new_from_icon_name (fw_tag_style_get_icon (FW_TAG_STYLE_NOTE));

  gtk_widget_set_css_classes (mark, (const char *[]) { "fw-mark", fw_tag_style_get_class (FW_TAG_STYLE_NOTE), NULL });
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("No average monthly wage holds today"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Without it nothing is capped. Enter the one that is in force."));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  adw_preferences_group_add (group, row);
}

/* A city is a group: what holds today, and below it what held before. */
static void
add_city (FwFiguresPage *self, const char *place, GPtrArray *figures)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  FwDate today = fw_workplace_get_today (self->workplace);
  const char *word = fw_place_words_say (self->places, place);
  g_autofree char *title = g_markup_escape_text (word, -1);
  g_autoptr (GPtrArray) over = g_ptr_array_new ();
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean has_average = FALSE;

  adw_preferences_group_set_title (group, title);
  for (guint i = 0; i < figures->len; i++)
    {
      FwRecord *figure = figures->pdata[i];

      if (g_strcmp0 (fw_record_get (figure, "place"), place) != 0)
        continue;
      if (fw_local_figures_is_over (figure, today))
        {
          g_ptr_array_add (over, figure);
          continue;
        }
      adw_preferences_group_add (group, make_row (self, figure, today));
      has_average = has_average || g_strcmp0 (fw_record_get (figure, "name"), "average-monthly-wage") == 0;
      if (!fw_record_is_true (figure, "confirmed"))
        g_ptr_array_add (open, g_object_ref (figure));
    }
  if (!has_average)
    add_lack (group);
  if (over->len > 0)
    add_history (self, group, over, today);
  if (open->len > 1)
    add_confirm_all (self, group, word, open);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
  g_ptr_array_add (self->groups, group);
}

/* What the worker found, for the page. */
typedef struct
{
  GPtrArray *figures;
  GHashTable *places;
  GStrv cities;
  char *jurisdiction;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->figures, g_ptr_array_unref);
  g_clear_pointer (&found->places, g_hash_table_unref);
  g_strfreev (found->cities);
  g_free (found->jurisdiction);
  g_free (found);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer store, GCancellable *cancellable)
{
  g_autoptr (FwQuery) query = fw_query_new ();
  Found *found = g_new0 (Found, 1);
  GError *error = NULL;

  found->cities = fw_local_figures_dup_cities (store, &found->jurisdiction);
  fw_query_one_of (query, "place", (const char *const *) found->cities);
  fw_query_order (query, "from", TRUE);
  fw_query_page (query, 0, MOST_FIGURES);
  found->places = fw_place_words_read ();
  if (found->cities[0] != NULL)
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

static gboolean
has_city (GPtrArray *figures, const char *place)
{
  for (guint i = 0; i < figures->len; i++)
    if (g_strcmp0 (fw_record_get (figures->pdata[i], "place"), place) == 0)
      return TRUE;
  return FALSE;
}

static void
show_figures (FwFiguresPage *self, GPtrArray *figures)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self), g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; self->cities[i] != NULL; i++)
    if (has_city (figures, self->cities[i]))
      add_city (self, self->cities[i], figures);
  adw_preferences_group_set_description (
    self->head, figures->len > 0
                  ? _("Caps and floors rest on them. Check each on the official page before it counts.")
                  : _("None yet for the company’s cities. They come in with the first departure, or enter them now."));
  gtk_widget_set_sensitive (self->enter_button, self->cities[0] != NULL && self->jurisdiction != NULL);
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
      g_strfreev (self->cities);
      self->cities = g_steal_pointer (&found->cities);
      g_free (self->jurisdiction);
      self->jurisdiction = g_steal_pointer (&found->jurisdiction);
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
  fw_task_run_in_thread (task, read_in_thread);
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
  FwFiguresPage *self = FW_FIGURES_PAGE (object);

  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_strfreev (self->cities);
  g_free (self->jurisdiction);
  G_OBJECT_CLASS (fw_figures_page_parent_class)->finalize (object);
}

static void
fw_figures_page_class_init (FwFiguresPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_figures_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_figures_page_finalize;
}

static GtkWidget *
add_button (FwFiguresPage *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
fw_figures_page_init (FwFiguresPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->groups = g_ptr_array_new ();
  self->head = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->head, _("Local figures"));
  self->enter_button = add_button (self, box, _("_Enter a figure…"), G_CALLBACK (enter_clicked_cb));
  add_button (self, box, _("_Import an update file…"), G_CALLBACK (import_clicked_cb));
  gtk_widget_set_sensitive (self->enter_button, FALSE);
  adw_preferences_group_add (self->head, box);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->head);
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
