#include "config.h"

#include "ui/insight/fw-liability-page.h"

#include <glib/gi18n.h>

#include "core/fw-numerals.h"
#include "departure/fw-liability.h"
#include "store/fw-store.h"
#include "ui/fw-language.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-text-table.h"
#include "ui/widgets/fw-waiting.h"
#include "ui/window/fw-window.h"

#define LOOK_MS 100

/* How far it has come: written by the threads that reckon, read by the window now and then. */
typedef struct
{
  gint done;
  gint all;
} Progress;

struct _FwLiabilityPage
{
  GtkWidget parent_instance;

  FwWorkplace *workplace;
  FwLiability *liability;    /* what is shown; NULL until it is reckoned */
  GCancellable *cancellable; /* of what is reckoned now */
  Progress *progress;        /* of the same */
  guint look_source;
  GtkFileChooserNative *chooser;

  GtkWidget *content;
  GtkStack *states;
  FwWaiting *waiting;
  AdwStatusPage *failed_page;
  GtkWidget *again_button;
  GtkButton *export_button;
  GtkBox *cards;
  GtkLabel *severance_label;
  GtkLabel *with_notice_label;
  GtkLabel *damages_label;
  GtkLabel *people_label;
  GtkLabel *assumes_label;
  GtkWidget *unreviewed_tag;
  GtkWidget *gaps_card;
  GtkLabel *gaps_label;
  GtkDropDown *grouping;
  GtkColumnView *table_view;
};

G_DEFINE_FINAL_TYPE (FwLiabilityPage, fw_liability_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
name_amount (FwLiabilityPage *self, const FwNumber *amount)
{
  return fw_numerals_grouped (amount, fw_liability_get_digits (self->liability));
}

static void
show_amount (FwLiabilityPage *self, GtkLabel *label, const FwNumber *amount)
{
  g_autofree char *text = name_amount (self, amount);

  gtk_label_set_label (label, text);
}

static void
show_total (FwLiabilityPage *self)
{
  const FwLiabilityRow *total = fw_liability_get_total (self->liability);
  g_autofree char *day = fw_date_to_string (fw_liability_get_on (self->liability));
  g_autoptr (GString) people = g_string_new (NULL);
  const char *assumes = fw_liability_get_assumes (self->liability, g_strcmp0 (fw_language_get (), "en") != 0);

  show_amount (self, self->severance_label, total->severance);
  show_amount (self, self->with_notice_label, total->with_notice);
  show_amount (self, self->damages_label, total->damages);
  /* Translators: a day, and how many people are in the sums. */
  g_string_printf (people, ngettext ("As of %s, %u person is in these sums.", "As of %s, %u people are in these sums.", total->known), day, total->known);
  if (total->uncapped > 0)
    g_string_append_printf (people, ngettext (" For %u of them the average wage of the place is not confirmed: not capped.",
                                              " For %u of them the average wage of the place is not confirmed: not capped.", total->uncapped),
                            total->uncapped);
  gtk_label_set_label (self->people_label, people->str);
  gtk_label_set_label (self->assumes_label, assumes != NULL ? assumes : "");
  gtk_widget_set_visible (self->unreviewed_tag, !fw_liability_is_reviewed (self->liability));
}

static void
show_gaps (FwLiabilityPage *self)
{
  const FwLiabilityRow *total = fw_liability_get_total (self->liability);
  GPtrArray *gaps = fw_liability_get_gaps (self->liability);
  gboolean english = g_strcmp0 (fw_language_get (), "en") == 0;
  g_autoptr (GString) text = g_string_new (NULL);
  guint unknown = total->people - total->known;

  gtk_widget_set_visible (self->gaps_card, unknown > 0);
  g_string_append_printf (text, ngettext ("%u person cannot be reckoned and is in no sum. Lacking: ",
                                          "%u people cannot be reckoned and are in no sum. Lacking: ", unknown),
                          unknown);
  for (guint i = 0; i < gaps->len; i++)
    {
      const FwLiabilityGap *gap = gaps->pdata[i];

      if (i > 0)
        g_string_append (text, _("; "));
      /* Translators: a figure that is lacking, and for how many. */
      g_string_append_printf (text, ngettext ("%s (%u person)", "%s (%u people)", gap->people), english ? gap->en : gap->zh, gap->people);
    }
  g_string_append (text, _("."));
  gtk_label_set_label (self->gaps_label, text->str);
}

static char **
cells_of (FwLiabilityPage *self, const char *name, const FwLiabilityRow *row)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autoptr (GString) indented = g_string_new (NULL);
  const FwNumber *amounts[] = { row->severance, row->with_notice, row->damages };
  const guint counts[] = { row->people, row->people - row->known };

  for (guint i = 0; i < row->depth; i++)
    g_string_append (indented, "\u2003");
  g_string_append (indented, name);
  g_strv_builder_add (cells, indented->str);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", counts[i]);

      g_strv_builder_add (cells, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *text = row->known > 0 ? name_amount (self, amounts[i]) : g_strdup ("–");

      g_strv_builder_add (cells, text);
    }
  return g_strv_builder_end (cells);
}

static void
show_rows (FwLiabilityPage *self)
{
  const char *const headings[] = { "", _("People"), _("No amount"), _("Severance N"), _("N+1"), _("Damages 2N"), NULL };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GPtrArray *rows = fw_liability_get_rows (self->liability, gtk_drop_down_get_selected (self->grouping));

  for (guint i = 0; i < rows->len; i++)
    {
      const FwLiabilityRow *row = rows->pdata[i];

      g_ptr_array_add (cells, cells_of (self, row->name != NULL ? row->name : _("Not on record"), row));
    }
  g_ptr_array_add (cells, cells_of (self, _("Total"), fw_liability_get_total (self->liability)));
  fw_text_table_fill (self->table_view, headings, cells);
}

static void
grouping_cb (FwLiabilityPage *self)
{
  if (self->liability != NULL)
    show_rows (self);
}

/* Reckoning */

static void
progress_cb (guint done, guint all, gpointer data)
{
  Progress *progress = data;

  g_atomic_int_set (&progress->all, (gint) all);
  g_atomic_int_set (&progress->done, (gint) done);
}

static gboolean
look_cb (gpointer data)
{
  FwLiabilityPage *self = data;
  gint done = g_atomic_int_get (&self->progress->done), all = g_atomic_int_get (&self->progress->all);

  if (all > 0)
    fw_waiting_set_progress (self->waiting, (double) done / all);
  return G_SOURCE_CONTINUE;
}

static void
stop_looking (FwLiabilityPage *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
  g_clear_object (&self->cancellable);
  fw_waiting_end (self->waiting);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), self->liability != NULL);
}

static void
show_not_reckoned (FwLiabilityPage *self, const GError *error)
{
  gboolean given_up = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_autofree char *why = given_up ? g_strdup (_("You gave it up. Nothing has changed.")) : fw_problem_describe (error);

  adw_status_page_set_icon_name (self->failed_page, "dialog-warning-symbolic");
  adw_status_page_set_title (self->failed_page, given_up ? _("Not reckoned") : _("It could not be reckoned"));
  adw_status_page_set_description (self->failed_page, why);
  gtk_widget_set_visible (self->again_button, TRUE);
  gtk_stack_set_visible_child_name (self->states, "failed");
  gtk_widget_grab_focus (self->again_button);
}

/* A cost of nobody is no cost of 0. */
static void
show_nobody (FwLiabilityPage *self)
{
  adw_status_page_set_icon_name (self->failed_page, "system-users-symbolic");
  adw_status_page_set_title (self->failed_page, _("No employees yet"));
  adw_status_page_set_description (self->failed_page, _("Once the staff list is in, what it would cost if everybody left stands here."));
  gtk_widget_set_visible (self->again_button, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), FALSE);
  gtk_stack_set_visible_child_name (self->states, "failed");
}

static void
show_reckoned (FwLiabilityPage *self)
{
  if (fw_liability_get_total (self->liability)->people == 0)
    {
      show_nobody (self);
      return;
    }
  show_total (self);
  show_gaps (self);
  show_rows (self);
  gtk_stack_set_visible_child_name (self->states, "figures");
}

/* Whether what comes back is still wanted: the page has not been left for another store meanwhile. */
static gboolean
is_awaited (FwLiabilityPage *self, GAsyncResult *result)
{
  return self->content != NULL && self->cancellable != NULL && g_task_get_cancellable (G_TASK (result)) == self->cancellable;
}

static void
reckoned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwLiabilityPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwLiability) liability = fw_liability_reckon_finish (result, &error);

  if (!is_awaited (self, result))
    return;
  if (liability != NULL)
    {
      g_clear_pointer (&self->liability, fw_liability_unref);
      self->liability = g_steal_pointer (&liability);
    }
  stop_looking (self);
  if (error != NULL)
    show_not_reckoned (self, error);
  else
    show_reckoned (self);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwLiabilityPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwLiability) liability = fw_liability_reckon_finish (result, &error);
  GtkRoot *root;

  if (!is_awaited (self, result))
    return;
  stop_looking (self);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (!FW_IS_WINDOW (root))
    return;
  if (error == NULL)
    fw_window_toast (FW_WINDOW (root), _("Saved; noted in the record of events"));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fw_window_toast (FW_WINDOW (root), _("Given up; no file was written"));
  else
    fw_window_show_error (FW_WINDOW (root), _("The list was not saved"), error);
}

static void
reckon (FwLiabilityPage *self, GFile *file)
{
  g_return_if_fail (self->cancellable == NULL);

  self->cancellable = g_cancellable_new ();
  self->progress = g_atomic_rc_box_new0 (Progress);
  self->look_source = g_timeout_add (LOOK_MS, look_cb, self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), FALSE);
  fw_waiting_begin (self->waiting, file != NULL ? _("Writing everybody’s amounts…") : _("Reckoning everybody’s amounts…"), self->cancellable);
  fw_liability_reckon_async (self->workplace, fw_workplace_get_today (self->workplace), file, progress_cb,
                             g_atomic_rc_box_acquire (self->progress), g_atomic_rc_box_release, self->cancellable,
                             file != NULL ? exported_cb : reckoned_cb, g_object_ref (self));
}

static void
again_cb (FwLiabilityPage *self)
{
  if (self->cancellable != NULL || self->workplace == NULL)
    return;
  gtk_stack_set_visible_child_name (self->states, "waiting");
  reckon (self, NULL);
}

static void
place_chosen_cb (FwLiabilityPage *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  g_clear_object (&self->chooser);
  if (file != NULL && self->cancellable == NULL && self->workplace != NULL)
    reckon (self, file);
}

static void
export_cb (FwLiabilityPage *self)
{
  g_autofree char *day = fw_date_to_string (fw_workplace_get_today (self->workplace));
  g_autofree char *name = g_strdup_printf ("liability-%s.csv", day);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Cost of everybody leaving"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
left_cb (FwLiabilityPage *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
fw_liability_page_dispose (GObject *object)
{
  FwLiabilityPage *self = FW_LIABILITY_PAGE (object);

  if (self->content != NULL)
    fw_liability_page_clear (self);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_liability_page_parent_class)->dispose (object);
}

static void
fw_liability_page_class_init (FwLiabilityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_liability_page_dispose;
  signals[SIGNAL_LEFT] = g_signal_new ("left", FW_TYPE_LIABILITY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (FW_TYPE_PAGE);
  g_type_ensure (FW_TYPE_WAITING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/insight/fw-liability-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, content);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, states);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, again_button);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, cards);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, severance_label);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, with_notice_label);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, damages_label);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, people_label);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, assumes_label);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, unreviewed_tag);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, gaps_card);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, gaps_label);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, grouping);
  gtk_widget_class_bind_template_child (widget_class, FwLiabilityPage, table_view);
  gtk_widget_class_bind_template_callback (widget_class, grouping_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
fw_liability_page_init (FwLiabilityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_spoken_name_follow_choice (GTK_WIDGET (self->grouping), _("By what the sums are told apart"));
}

/**
 * fw_liability_page_show:
 *
 * Reckons anew and shows it when it is there.
 */
void
fw_liability_page_show (FwLiabilityPage *self, FwWorkplace *workplace)
{
  g_return_if_fail (FW_IS_LIABILITY_PAGE (self));

  fw_liability_page_clear (self);
  g_set_object (&self->workplace, workplace);
  again_cb (self);
}

/**
 * fw_liability_page_clear:
 *
 * Gives up what is being reckoned and forgets what was shown.
 */
void
fw_liability_page_clear (FwLiabilityPage *self)
{
  g_return_if_fail (FW_IS_LIABILITY_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->liability, fw_liability_unref);
  stop_looking (self);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workplace);
  fw_text_table_clear (self->table_view);
}

/**
 * fw_liability_page_set_narrow:
 * @narrow: the sums under one another
 */
void
fw_liability_page_set_narrow (FwLiabilityPage *self, gboolean narrow)
{
  g_return_if_fail (FW_IS_LIABILITY_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cards), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
