#include "config.h"

#include "ui/employees/fw-person-page-private.h"

#include <glib/gi18n.h>

#include "departure/fw-post-change.h"
#include "ui/employees/fw-entry-dialog.h"
#include "ui/employees/fw-record-words.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/window/fw-window.h"

/* What is added to a person's records, changed and removed: one dialog for every kind, each saved as one step. */

static void
say_done (FwWindow *window, const char *event_id, const char *removed_kind)
{
  g_autofree char *text = removed_kind != NULL
                            ? g_strdup_printf (_("“%s” removed"), fw_record_words_kind (removed_kind))
                            : g_strdup (_("Saved"));

  fw_window_toast_undo (window, text, event_id);
}

typedef struct
{
  FwPersonPage *page;
  const FwRecordKind *kind;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_object_unref (act->page);
  g_free (act);
}

static void
saved_cb (GtkWindow *parent, const char *event_id, gboolean removed, gpointer data)
{
  const Act *act = data;

  if (FW_IS_WINDOW (parent))
    say_done (FW_WINDOW (parent), event_id, removed ? act->kind->name : NULL);
}

static gboolean
has_same_key (FwRecord *left, FwRecord *right)
{
  const FwRecordKind *kind = fw_record_get_kind (left);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & FW_FIELD_KEY) != 0 &&
        g_strcmp0 (fw_record_get (left, kind->fields[i].name), fw_record_get (right, kind->fields[i].name)) != 0)
      return FALSE;
  return TRUE;
}

static const char *
last_key (const FwRecordKind *kind)
{
  const char *key = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & FW_FIELD_KEY) != 0 && !g_str_equal (kind->fields[i].name, "employee-id"))
      key = kind->fields[i].name;
  return key;
}

/* The same month twice would count twice: an import tells records by their key, and so does a person who writes one. */
static char *
check_key (GPtrArray *others, FwRecord *record, const char **field)
{
  for (guint i = 0; i < others->len; i++)
    {
      FwRecord *other = g_ptr_array_index (others, i);

      if (g_str_equal (fw_record_get_id (other), fw_record_get_id (record)) || !has_same_key (other, record))
        continue;
      *field = last_key (fw_record_get_kind (record));
      return g_strdup (_("This is on record already. Open that record to change it."));
    }
  return NULL;
}

/* A post that is written into the history by hand is also the present one where none follows it. */
static char *
follow_post (FwPersonPage *self, GPtrArray *others, FwRecord *record, FwCommand *command, const char **field)
{
  FwPostHistory history = { self->reading->person, self->reading->employment, others };

  *field = "from";
  if (fw_date_compare (fw_record_get_date (record, "from"), fw_workplace_get_today (self->workplace)) > 0)
    return g_strdup (_("This day lies ahead. Record the change on its day, so that the list shows who works where today."));
  fw_post_follow (&history, command, record);
  return NULL;
}

static char *
finish_cb (GPtrArray *records, FwCommand *command, const char **field, gpointer data)
{
  const Act *act = data;
  FwPersonPage *self = act->page;
  FwRecord *record = g_ptr_array_index (records, 0);
  g_autoptr (GPtrArray) others = NULL;
  char *problem;

  if (self->reading == NULL)
    return g_strdup (_("It is not there any more."));
  others = fw_person_reading_find_kind (self->reading, act->kind->name);
  problem = check_key (others, record, field);
  if (problem == NULL && g_str_equal (act->kind->name, "appointment"))
    problem = follow_post (self, others, record, command, field);
  return problem;
}

static void
ask (FwPersonPage *self, FwEntry *entry, FwRecord *record)
{
  Act *act = g_new0 (Act, 1);

  act->page = g_object_ref (self);
  act->kind = fw_record_get_kind (record);
  fw_entry_set_acts (entry, finish_cb, saved_cb, act, act_free);
  fw_entry_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workplace, entry);
}

static void
add_record (FwPersonPage *self, const char *kind)
{
  g_autofree char *title = g_strdup_printf (_("Add: %s"), fw_record_words_kind (kind));
  g_autofree char *what = g_strdup_printf ("%s.add", kind);
  g_autoptr (FwRecord) record = fw_record_new (kind);
  FwEntry *entry = fw_entry_new (title, what);

  fw_record_set (record, "employee-id", self->employee_id);
  fw_entry_add (entry, record, NULL, NULL);
  ask (self, entry, record);
}

/* Shows a record to be changed or removed. */
void
_fw_person_page_open_record (FwPersonPage *self, FwRecord *record)
{
  const char *kind = fw_record_get_kind (record)->name;
  g_autofree char *what = g_strdup_printf ("%s.change", kind);
  g_autofree char *what_removes = g_strdup_printf ("%s.remove", kind);
  FwEntry *entry;

  if (self->reading == NULL)
    return;
  entry = fw_entry_new (fw_record_words_kind (kind), what);
  fw_entry_add (entry, record, NULL, NULL);
  fw_entry_set_removable (entry, what_removes);
  ask (self, entry, record);
}

static void
record_opened_cb (FwPersonPage *self, FwRecord *record)
{
  _fw_person_page_open_record (self, record);
}

typedef struct
{
  FwPersonPage *page;
  const char *kind;
} Removing;

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Removing *removing = data;
  g_autoptr (FwPersonPage) self = removing->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_store_run_finish (FW_STORE (source), result, &error);
  FwWindow *window = FW_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (window == NULL)
    return;
  if (event != NULL)
    say_done (window, fw_event_get_id (event), removing->kind);
  else
    fw_window_show_error (window, _("The record was not removed"), error);
}

static void
record_removed_cb (FwPersonPage *self, FwRecord *record)
{
  const char *kind = fw_record_get_kind (record)->name;
  g_autofree char *what = g_strdup_printf ("%s.remove", kind);
  g_autoptr (FwCommand) command = fw_command_new (what, fw_workplace_get_who (self->workplace), NULL);
  Removing *removing = g_new0 (Removing, 1);

  *removing = (Removing) { g_object_ref (self), kind };
  fw_command_remove (command, kind, fw_record_get_id (record));
  fw_store_run_async (fw_workplace_get_store (self->workplace), command, NULL, removed_cb, removing);
}

static void
add_record_cb (GtkWidget *widget, const char *action, GVariant *kind)
{
  FwPersonPage *self = FW_PERSON_PAGE (widget);

  if (self->reading != NULL)
    add_record (self, g_variant_get_string (kind, NULL));
}

static void
choose_kind_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  FwPersonPage *self = FW_PERSON_PAGE (widget);

  if (self->reading != NULL)
    gtk_menu_button_popup (self->add_button);
}

/* The next contract begins when the one so far ends. What is not known of it yet is not carried over. */
static FwRecord *
next_contract (FwRecord *employment)
{
  static const char *const not_yet[] = { "contract-number", "contract-end", "contract-signed", "written-contract" };
  FwRecord *next = fw_record_copy (employment);
  FwDate end = fw_record_get_date (employment, "contract-end");
  gint64 terms = fw_record_get_count (employment, "fixed-term-count", -1);

  for (guint i = 0; i < G_N_ELEMENTS (not_yet); i++)
    fw_record_set (next, not_yet[i], NULL);
  if (fw_date_is_known (end))
    fw_record_set_date (next, "contract-start", fw_date_add_days (end, 1));
  if (terms >= 0 && g_strcmp0 (fw_record_get (employment, "contract"), "fixed-term") == 0)
    fw_record_set_count (next, "fixed-term-count", terms + 1);
  return next;
}

static void
renew_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  static const char *const next_fields[] = { "contract", "contract-start", "contract-end", "contract-signed",
                                             "contract-number", "written-contract", "fixed-term-count", NULL };
  static const char *const first_fields[] = { "hired", "contract", "contract-start", "contract-end", "contract-signed",
                                              "contract-number", "written-contract", "fixed-term-count", "probation-end",
                                              "workplace", "hours-system", NULL };
  FwPersonPage *self = FW_PERSON_PAGE (widget);
  g_autoptr (FwRecord) record = NULL;
  gboolean first;
  FwEntry *entry;

  if (self->reading == NULL)
    return;
  first = self->reading->employment == NULL;
  record = first ? fw_record_new ("employment") : next_contract (self->reading->employment);
  entry = fw_entry_new (first ? _("Contract") : _("Renew the contract"), first ? "employment.add" : "employment.renew");
  if (first)
    fw_record_set (record, "employee-id", self->employee_id);
  else
    fw_entry_set_body (entry, _("Proposed from the contract so far. Correct what was agreed otherwise."));
  fw_entry_add (entry, record, NULL, first ? first_fields : next_fields);
  ask (self, entry, record);
}

/* What can be added stands in the menu of the page. */
void
_fw_person_page_init_acts (FwPersonPage *self)
{
  g_autoptr (GMenuModel) menu = fw_person_records_dup_menu ();

  gtk_menu_button_set_menu_model (self->add_button, menu);
  fw_spoken_name_set (GTK_WIDGET (self->add_button), _("Add a record"));
  fw_spoken_name_follow_menu (self->add_button);
}

void
_fw_person_page_class_bind_acts (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, FwPersonPage, add_button);
  gtk_widget_class_bind_template_child (klass, FwPersonPage, contract_button);
  gtk_widget_class_bind_template_callback (klass, record_opened_cb);
  gtk_widget_class_bind_template_callback (klass, record_removed_cb);
  gtk_widget_class_install_action (klass, "person.add-record", "s", add_record_cb);
  gtk_widget_class_install_action (klass, "person.choose-kind", NULL, choose_kind_cb);
  gtk_widget_class_install_action (klass, "person.renew", NULL, renew_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "person.choose-kind", NULL);
}
